import Clauses

/// Exceptions, in the clause itself or in the sentence behind it: cases in which what the other words say is not so.
extension Reading {
    /// The words by which the clause, or its sentence, takes a case out.
    var exception: String? { exceptedCase ?? deniedEnd }

    /// "But not if it is full"; where each half is a clause of its own, of conditions alone.
    private var exceptedCase: String? {
        let own = words.indices.dropLast(2).first { but in
            words[but].folded == "but" && words[but + 1].isNegation && Self.casing.contains(words[but + 2].folded)
                && !toldElsewhere.contains(but)
        }
        if let own { return words[own...].prefix(3).map(\.text).joined(separator: " ") }
        let said = Word.words(of: clause.sentence).map(\.folded)
        let shared = said.indices.dropLast(2).first { but in
            said[but] == "but" && said[but + 1] == "not" && Self.conditions.contains(said[but + 2])
        }
        return shared.map { said[$0...].prefix(3).joined(separator: " ") }
    }

    /// "A read may, a write may not"; "whether it is open or not" is every case.
    private var deniedEnd: String? {
        guard let last = words.last, last.isNegation, !last.isSubordinate, words.count > 3,
            !toldElsewhere.contains(words.count - 1)
        else { return nil }
        let before = words[words.count - 2]
        guard Self.auxiliaries.contains(before.folded),
            words.dropLast(2).contains(where: { Self.auxiliaries.contains($0.folded) })
        else { return nil }
        return "\(before.text) \(last.text)"
    }

    private static let casing: Set<String> = [
        "after", "at", "before", "during", "for", "from", "if", "in", "inside", "on", "to", "when", "while", "with",
        "within",
    ]
    private static let conditions: Set<String> = ["for", "if", "when", "while", "with"]
    private static let auxiliaries: Set<String> = [
        "are", "can", "did", "do", "does", "has", "have", "is", "may", "might", "must", "need", "shall", "should",
        "was", "were", "will",
    ]

    /// Whether a sentence takes something from the one before it: "This is not needed for old rings.", "Reads are exempt."
    static func makesExceptionOfSentenceBefore(_ sentence: String) -> Bool {
        let words = Word.words(of: sentence).map(\.folded)
        if takesUpVerb(words) { return true }
        return words.contains("exempt") || words.contains("exempted")
            || zip(words, words.dropFirst()).contains { ["is", "are"].contains($0) && $1 == "exception" }
            || exceptions.contains { words.starts(with: $0) }
    }

    /// "Between the two they may.", "For another ring it has to.": what the verb would be stands in the sentence before. But
    /// "as often as you can" and "whether it is open or not" end in what they begin.
    private static func takesUpVerb(_ words: [String]) -> Bool {
        guard words.count > 2, let last = words.last,
            endings.contains(last) || last == "to" && ["has", "have", "need", "needs"].contains(words[words.count - 2])
        else { return false }
        return !words.suffix(6).contains { comparing.contains($0) || ["whether", "or", "like"].contains($0) }
    }

    private static let endings: Set<String> = ["may", "can", "must", "should", "need", "cannot", "not"]

    /// How such a sentence begins. Articles are no words here.
    private static let exceptions: [[String]] = [
        "exception is", "exception are", "exceptions are", "only exception", "one exception", "except", "not so",
        "not for", "not on", "not with", "not if", "not when", "not while", "this is not so", "that is not so",
        "it is not so", "this is not needed", "this is not necessary", "this is not required", "this is not true",
        "this is not case", "this isn't so", "this isn't needed", "this isn't necessary", "this isn't required",
        "this isn't true", "this isn't case", "this is unnecessary", "this is optional for", "this does not apply",
        "this does not hold", "this doesn't apply", "this doesn't hold", "that does not apply", "that does not hold",
        "this need not be", "this is only needed", "this is only necessary", "this is only required",
        "this is needed only", "this is required only", "this only applies", "this applies only", "this holds only",
        "this only holds", "same is not true", "same does not apply",
    ].map { $0.split(separator: " ").map(String.init) }

    // MARK: - Words of freedom and of access, as several kinds ask for them

    /// "May then be restarted", "might be protected": close behind such a modal stands one of these words, in any form.
    func leavesOpen(_ wanted: String..., modals: Set<String> = ["may", "might", "could"]) -> Bool {
        let stems = Set(wanted.map(Stem.of))
        return words.indices.contains { place in
            stems.contains(words[place].stem) && !words[place].isSubordinate
                && words[max(0, place - 3)..<place].contains { modals.contains($0.folded) }
        }
    }

    /// "Must not be accessed", "may still access": access is what is asked for, or left free.
    var asksOfAccess: Bool {
        words.indices.contains { place in
            words[place].stem == "access" && !words[place].isSubordinate && place > 0
                && (words[place - 1].stem == "be" || Restatement.modals.contains(words[place - 1].folded)
                    || words[place - 1].isNegation)
                && words[max(0, place - 4)..<place].contains { Restatement.modals.contains($0.folded) }
        }
    }
}
