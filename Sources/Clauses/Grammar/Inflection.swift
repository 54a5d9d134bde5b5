/// The forms of English verbs and nouns, derived from the notation of the word tables. Works on bytes, and on one
/// buffer: the lexicon is built anew in each run of the program.
struct Inflection {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The form being spelled.
    private var word: [UInt8] = []

    /// Calls `found` with each form of one entry of `VerbTable`: `map+`, `cancel*`, `hold/held/held`, or a regular
    /// base form. The base form comes first.
    mutating func verb(_ entry: Slice<Bytes>, _ found: ([UInt8], WordClasses) -> Void) {
        let first = entry.firstIndex(of: UInt8(ascii: "/")) ?? entry.endIndex
        var base = entry[entry.startIndex..<first]
        let mark = base.last ?? 0
        let doubles = mark == UInt8(ascii: "+")
        let mayDouble = mark == UInt8(ascii: "*")
        if doubles || mayDouble { base = base.dropLast() }
        spell(base, "", .base, found)
        plural(base, .thirdPerson, found)
        let isIrregular = first < entry.endIndex
        if isIrregular {
            let second = entry[(first + 1)...].firstIndex(of: UInt8(ascii: "/")) ?? entry.endIndex
            spell(entry[(first + 1)..<second], "", .past, found)
            spell(entry[min(second + 1, entry.endIndex)...], "", .participle, found)
            ing(base, doubles: Self.doublesUnmarked(base), found)
        } else {
            if !doubles {
                past(base, found)
                ing(base, doubles: false, found)
            }
            if doubles || mayDouble {
                spell(base, twice: true, "ed", [.past, .participle], found)
                ing(base, doubles: true, found)
            }
        }
    }

    /// Calls `found` with the plural of a noun, or the third person of a verb.
    mutating func plural(_ base: Slice<Bytes>, _ classes: WordClasses, _ found: ([UInt8], WordClasses) -> Void) {
        let before = base.dropLast().last ?? 0
        switch base.last ?? 0 {
        case UInt8(ascii: "y") where !Self.isVowel(before): spell(base.dropLast(), "ies", classes, found)
        case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): spell(base, "es", classes, found)
        case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"):
            spell(base, "es", classes, found)
        // go, do, redo, echo; but info, fifo
        case UInt8(ascii: "o") where base.count == 2 || before == UInt8(ascii: "d") || before == UInt8(ascii: "h"):
            spell(base, "es", classes, found)
        default: spell(base, "s", classes, found)
        }
    }

    private mutating func past(_ base: Slice<Bytes>, _ found: ([UInt8], WordClasses) -> Void) {
        let before = base.dropLast().last ?? 0
        switch base.last ?? 0 {
        case UInt8(ascii: "e"): spell(base, "d", [.past, .participle], found)
        case UInt8(ascii: "y") where !Self.isVowel(before): spell(base.dropLast(), "ied", [.past, .participle], found)
        default: spell(base, "ed", [.past, .participle], found)
        }
    }

    private mutating func ing(_ base: Slice<Bytes>, doubles: Bool, _ found: ([UInt8], WordClasses) -> Void) {
        let before = base.dropLast().last ?? 0
        if base.count > 2, base.last == UInt8(ascii: "e"), before != UInt8(ascii: "e") {
            // die, dying; make, making
            let isIE = before == UInt8(ascii: "i")
            spell(base.dropLast(isIE ? 2 : 1), isIE ? "ying" : "ing", .ing, found)
        } else {
            spell(base, twice: doubles, "ing", .ing, found)
        }
    }

    private mutating func spell(
        _ stem: Slice<Bytes>, twice: Bool = false, _ ending: StaticString, _ classes: WordClasses,
        _ found: ([UInt8], WordClasses) -> Void
    ) {
        word.removeAll(keepingCapacity: true)
        word.append(contentsOf: stem)
        if twice, let last = stem.last { word.append(last) }
        ending.withUTF8Buffer { word.append(contentsOf: $0) }
        found(word, classes)
    }

    /// Irregular verbs carry no mark: "set", "put", "begin" double their last consonant, "read", "hold", "draw" do not.
    private static func doublesUnmarked(_ base: Slice<Bytes>) -> Bool {
        guard base.count >= 3, let last = base.last else { return false }
        if base.elementsEqual("quit".utf8) { return true }
        let vowel = base[base.endIndex - 2]
        return !isVowel(last) && !"wxy".utf8.contains(last) && isVowel(vowel) && !isVowel(base[base.endIndex - 3])
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }
}
