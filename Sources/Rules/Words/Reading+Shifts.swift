import Clauses

/// Words that make less of what is said, or nothing: hedges, denials in a verb's guise, what others think, what is past or
/// planned. No kind of rule reads them, so a test of the other words shows what nobody promises.
extension Reading {
    /// Why a test of the clause's other words is none of the clause; nil where none of these words stands beside them.
    ///
    /// - Parameter match: where the kind's pattern stands in the clause; nil: no kind has read it.
    func shifted(_ match: Match? = nil) -> String? {
        if let heading { return "it stands under '\(heading)', which takes it back" }
        if let word = reported { return "'\(word)' tells what somebody thinks, and nobody promises it" }
        // "Must not try to" forbids the attempt, too.
        let isForbidden = clause.modality == .prohibition
        if let phrase = Self.hedging.first(where: { saysAsIs(phrase: $0) && !(isForbidden && $0 == "try to") }) {
            return "'\(phrase)' makes less of it than the test shows"
        }
        if let phrase = Self.past.first(where: { saysAsIs(phrase: $0, isApart: true) }) {
            return "'\(phrase)' says that it is not so now"
        }
        let isFree = { (index: Int) in
            !toldElsewhere.contains(index) && !words[index].isSubordinate && !isInPhrase(index)
                && !(match?.reads(index) ?? false)
        }
        if let index = words.indices.first(where: { isFree($0) && Self.hedges.contains(words[$0].folded) }) {
            return "'\(words[index].text)' makes less of it than the test shows"
        }
        if let index = words.indices.dropLast().first(where: {
            isFree($0) && !words[$0].isCondition && Self.attempts.contains(words[$0].folded)
                && words[$0 + 1].folded == "to"
        }) {
            return "'\(words[index].text) to' makes less of it than the test shows"
        }
        if let index = words.indices.first(where: { isFree($0) && isUndone($0) }) {
            return "'\(words[index].text)' turns what is said, and the test does not look at it"
        }
        if let index = words.indices.first(where: { isFree($0) && isCopy($0) }) {
            return "'\(words[index].text)' is another thing than the test's"
        }
        return nil
    }

    private static let hedges: Set<String> = [
        "hardly", "barely", "scarcely", "nearly", "almost", "partly", "poorly", "badly", "roughly", "loosely",
        "approximately", "eventually", "someday", "ideally", "hopefully", "supposedly", "allegedly", "reportedly",
        "theoretically", "nominally", "usually", "normally", "typically", "generally", "mostly", "tentatively",
        "provisionally", "pretend", "pretends", "planned", "possibly", "perhaps", "probably",
    ]

    /// Phrases that say so.
    private static let hedging = [
        "if possible", "as far as possible", "most of time", "part of time", "now and then", "on average", "in end",
        "be prepared to", "try to", "or so", "not only", "and this only", "and that only", "and then only",
        "nothing but", "without promise", "some time",
        "at some point", "in background",
    ]

    /// Forms of an attempt, of which nobody promises that it succeeds.
    private static let attempts: Set<String> = ["tries", "attempts", "strives", "aims", "endeavours", "endeavors"]

    /// Phrases by which a thing is past, or still to come.
    private static let past = [
        "no longer", "one day", "in future", "next release", "next version", "not yet", "used to have", "used to be",
        "going to",
    ]

    /// The words of the phrase follow one another, in these forms; `isApart`: and tell no condition or reason.
    func saysAsIs(phrase: String, isApart: Bool = false) -> Bool {
        let wanted = phrase.split(separator: " ").map(String.init)
        return words.indices.contains { start in
            // "Once it is no longer needed" tells when.
            let before = words[max(0, start - 4)..<start].map(\.folded)
            return start + wanted.count <= words.count
                && !(isApart && before.contains { ["once", "when", "if", "until"].contains($0) })
                && wanted.indices.allSatisfy {
                    words[start + $0].folded == wanted[$0] && !(isApart && words[start + $0].isSubordinate)
                }
        }
    }

    // MARK: - Denied by a verb

    /// "Must prevent it from", "should be avoided", "is lost": the verb behind a modal undoes what the other words say.
    private func isUndone(_ index: Int) -> Bool {
        // A verb that the vocabulary knows is the subsystem's own.
        guard index > 0, Self.undoing.contains(words[index].stem),
            !mentions.contains(where: { $0.range.contains(index) })
        else { return false }
        func leads(_ place: Int) -> Bool {
            guard place >= 0 else { return false }
            // "To avoid that" is a purpose; "is allowed to avoid it" is not.
            if words[place].folded == "to" { return place > 0 && Self.asking.contains(words[place - 1].folded) }
            return Self.leading.contains(words[place].folded)
        }
        let isApart =
            words[index - 1].isNegation || ["also", "then", "therefore", "always"].contains(words[index - 1].folded)
        return leads(index - 1) || isApart && leads(index - 2)
    }

    private static let undoing = Set(
        [
            "prevent", "skip", "ignore", "cancel", "undo", "lose", "lost", "avoid", "delay", "defer", "postpone",
            "suppress", "bypass", "disable", "hinder",
        ].map(Stem.of))
    private static let leading: Set<String> = ["must", "should", "may", "can", "shall", "will", "be", "is", "are"]
    private static let asking: Set<String> = [
        "allowed", "have", "has", "need", "needs", "ought", "expected", "free", "supposed", "required",
    ]

    // MARK: - Another thing

    /// "A copy of", "a snapshot of".
    private func isCopy(_ index: Int) -> Bool {
        ["copy", "copies", "snapshot", "clone", "duplicate", "shadow", "proxy"].contains(words[index].folded)
            && words.dropFirst(index + 1).first?.folded == "of" || words[index].folded == "proxy"
    }

    // MARK: - Said of the whole sentence

    /// "Some believe that", "it was proposed that", "it would be wrong to say that".
    private var reported: String? {
        let said = Word.words(of: clause.sentence)
        return said.indices.first { index in
            Self.reporting.contains(said[index].stem)
                && said[(index + 1)...].prefix(2).contains { $0.folded == "that" }
        }.map { said[$0].text }
    }

    private static let reporting = Set(
        [
            "believe", "think", "claim", "argue", "propose", "suggest", "misunderstanding", "misconception", "say",
            "said", "pretend", "rumour", "myth", "idea", "assumption", "hope", "wish", "fear",
        ].map(Stem.of))

    /// "Old behaviour (removed)", "Proposed": a heading that takes back what stands below it.
    private var heading: String? {
        guard let title = clause.block.title else { return nil }
        let words = Word.words(of: title)
        let isTakenBack =
            words.contains { Self.takingBack.contains($0.folded) }
            || zip(words, words.dropFirst()).contains { $0.folded == "not" && $1.folded == "yet" }
        return isTakenBack ? title : nil
    }

    /// In these forms: "Removing a ring" takes nothing back.
    private static let takingBack: Set<String> = [
        "obsolete", "removed", "old", "former", "proposed", "proposal", "proposals", "rejected", "deprecated",
        "planned",
        "unimplemented", "withdrawn", "historical",
    ]
}
