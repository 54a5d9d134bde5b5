/// The forms of a regular English verb or noun, derived from the notation of the word tables.
enum Inflection {
    struct Forms: Equatable {
        var base: String
        var thirdPerson: String
        var past: [String]
        var participle: [String]
        var ing: [String]
    }

    /// The forms of one entry of `VerbTable`: `map+`, `cancel*`, `hold/held/held`, or a regular base form.
    static func verb(_ entry: Substring) -> Forms {
        let parts = entry.split(separator: "/" as Character).map(String.init)
        var base = parts[0]
        var doubles = [false]
        if base.hasSuffix("+") {
            base.removeLast()
            doubles = [true]
        } else if base.hasSuffix("*") {
            base.removeLast()
            doubles = [false, true]
        }
        let stems = doubles.map { $0 ? base + String(base.suffix(1)) : base }
        let regular = stems.map { past($0, of: base) }
        return Forms(
            base: base, thirdPerson: withS(base), past: parts.count == 3 ? [parts[1]] : regular,
            participle: parts.count == 3 ? [parts[2]] : regular,
            ing: ingStems(base, stems, irregular: parts.count == 3).map { $0 + "ing" })
    }

    /// The plural of a noun, and the third person of a verb.
    static func withS(_ word: String) -> String {
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        let sibilant = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
        if sibilant || word == "do" || word == "go" || word.hasSuffix("echo") || word.hasSuffix("redo")
            || word == "veto"
        {
            return word + "es"
        }
        return word + "s"
    }

    private static func past(_ stem: String, of base: String) -> String {
        if base.hasSuffix("e") { return base + "d" }
        if stem == base, base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
            return base.dropLast() + "ied"
        }
        return stem + "ed"
    }

    private static func ingStems(_ base: String, _ stems: [String], irregular: Bool) -> [String] {
        if base.hasSuffix("ie") { return [base.dropLast(2) + "y"] }
        if base.hasSuffix("e"), !base.hasSuffix("ee"), base != "be" { return [String(base.dropLast())] }
        if irregular, doublesInIrregular(base) { return [base + String(base.suffix(1))] }
        return stems
    }

    /// Irregular verbs carry no mark: "set", "put", "begin" double, "read", "hold", "let" is like "set".
    private static func doublesInIrregular(_ base: String) -> Bool {
        let letters = Array(base)
        guard letters.count >= 3 else { return false }
        let vowels = "aeiou"
        let last = letters[letters.count - 1]
        let vowel = letters[letters.count - 2]
        let before = letters[letters.count - 3]
        return !vowels.contains(last) && !"wxy".contains(last) && vowels.contains(vowel) && !vowels.contains(before)
            || base == "quit"
    }
}
