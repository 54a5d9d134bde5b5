import Clauses

/// How often, for which of them, in which case: words beside those that a rule reads, by which the clause says more, less or
/// something else than a test of the others shows.
extension Reading {
    /// Why the rule that was found is none of the clause; nil where nothing stands beside what it has read.
    ///
    /// - Parameter match: where the kind's pattern stands in the clause.
    func unreadScope(by definition: any RuleDefinition, _ match: Match) -> String? {
        let nuances = type(of: definition).nuances
        if let place = timesPlace, !nuances.contains(.howOften), !toldElsewhere.contains(place), !match.reads(place) {
            return "'\(words[place].text)' says how often, and the test does not look at it"
        }
        // A duty has an exception by it; what is denied unless something is done is often that this is to be done.
        let hasException = clause.modality == .obligation && !clause.negated
        if let word = first("provided", where: { words.dropFirst($0 + 1).first?.folded == "that" && !match.reads($0) })
        {
            return "'\(word) that' says in which case, and the test does not bring it about"
        }
        if hasException || !nuances.contains(.unless), let word = first("unless", where: { !match.reads($0) }) {
            return "'\(word)' makes an exception, and the test does not look at it"
        }
        if !nuances.contains(.whichAccesses), let word = accessMeant {
            return "'\(word)' says which accesses are meant, and the test is of others as well"
        }
        if says(phrase: "same direction"), !match.pattern.names("direction") {
            return "'same direction' is asked for, and the test does not look at it"
        }
        if let order = first("order", where: { Self.orders.contains(words[max(0, $0 - 1)].folded) }) {
            return "which '\(order)' is meant is not tested"
        }
        if !nuances.contains(.failure),
            let phrase = Self.failing.first(where: { says(phrase: $0) && !says(phrase: "even \($0)") })
        {
            return "'\(phrase)' tells in which case, and the test does not bring it about"
        }
        if !nuances.contains(.failure), let word = failureBefore(match) {
            return "'\(word)' tells in which case, and the test does not bring it about"
        }
        if !nuances.contains(.if), let word = caseBeside(match, isOfPlenty: !nuances.contains(.failure)) {
            return "'\(word)' says in which case, and the test does not bring it about"
        }
        if let other = otherThing {
            return "'\(other)' is another one than the test's"
        }
        if let party = partyLeftWithModal { return "what '\(party)' has to do or not is not tested" }
        return nil
    }

    /// The first place of a word that fulfils a condition; not where another clause of the sentence tells it.
    private func first(_ wanted: String, where isMeant: (Int) -> Bool) -> String? {
        words.indices.first { words[$0].folded == wanted && !toldElsewhere.contains($0) && isMeant($0) }
            .map { words[$0].text }
    }

    private static let orders: Set<String> = ["reverse", "reversed", "opposite", "same", "that", "this"]

    // MARK: - Which accesses

    /// "Each write access", "a read-only mapping", "a window that was written to", "whoever writes", "coherent only for
    /// reading".
    private var accessMeant: String? {
        words.indices.first { index in
            guard ["read", "writ", "read-only", "write-only"].contains(words[index].stem),
                !toldElsewhere.contains(index), !isInPhrase(index)
            else { return false }
            // "Map it read-only"
            if words[index].stem.hasSuffix("-only"), !words[index].isSubordinate { return true }
            return standsBeforeHeld(index) || tellsApart(index)
        }.map { words[$0].text }
    }

    /// Before an access, or what it goes through, perhaps with an adjective between.
    private func standsBeforeHeld(_ index: Int) -> Bool {
        guard !["reads", "writes", "to"].contains(words[index].folded),
            index == 0 || !["to", "must", "may", "can", "not"].contains(words[index - 1].folded)
        else { return false }
        return words[(index + 1)...].prefix(1).contains { ["access", "transaction"].contains($0.stem) }
            || mentions.contains { mention in
                (index + 1...index + 2).contains(mention.range.lowerBound)
                    && (mention.entity.isHeld || mention.entity.names.contains { $0.category == .resource })
            }
    }

    /// "That was written to", "whoever wrote", "when it writes", "for reading" and not for writing as well.
    private func tellsApart(_ index: Int) -> Bool {
        let before = words[..<index].suffix(3).map(\.folded)
        let stem = words[index].stem == "read" ? "writ" : "read"
        if before.last == "for", !words.contains(where: { $0.stem == stem }) { return true }
        if words[index].isCondition, before.contains(where: { ["when", "if", "while"].contains($0) }) { return true }
        // "After it has written to it"
        if ["has", "have", "had"].contains(before.last), !words.contains(where: { $0.stem == stem }) { return true }
        return before.contains { ["that", "which", "whoever", "who"].contains($0) }
    }

    // MARK: - Which end

    /// "By begin() or end()", of a bracket: where something is asked or promised, one of them would be enough.
    var leavesOpenEnd: Bool {
        guard !clause.negated, clause.modality != .prohibition else { return false }
        return words.indices.contains { index in
            guard words[index].folded == "or" else { return false }
            func ends(_ isMeant: (Glossary.Mention) -> Bool) -> [Vocabulary.Resource] {
                mentions.filter(isMeant).flatMap(\.entity.names).filter { $0.category == .api }
                    .compactMap { vocabulary.resource(acquiredOrReleasedBy: $0.identifier) }
            }
            let before = ends { $0.range.upperBound == index }
            return ends { $0.range.lowerBound == index + 1 }.contains { before.contains($0) && $0.nature == .bracket }
        }
    }

    // MARK: - Another one

    /// "Of another widget", "by another caller", "of other widgets", "each other window": a test has one, and does what is
    /// said with that.
    private var otherThing: String? {
        mentions.lazy.compactMap { mention -> String? in
            let before = mention.range.lowerBound - 1
            guard before >= 0, !toldElsewhere.contains(before) else { return nil }
            let isThing = mention.entity.isObject || mention.entity.isUnit || !mention.entity.parties.isEmpty
            let isMeant =
                switch words[before].folded {
                case "another", "different", "foreign": isThing
                case "other":
                    isThing && words[before].part != .aside
                        || before > 0 && ["each", "every", "any"].contains(words[before - 1].folded)
                default: false
                }
            guard isMeant else { return nil }
            return words[before...mention.range.lowerBound].map(\.text).joined(separator: " ")
        }.first
    }

    // MARK: - When

    /// "Right before it", "before each map()": the one belongs to each call of the other.
    var tellsNearness: Bool {
        words.indices.contains { index in
            guard ["before", "after"].contains(words[index].folded) else { return false }
            let next = words.dropFirst(index + 1).first?.folded ?? ""
            return index > 0
                && ["right", "directly", "immediately", "just", "shortly"].contains(words[index - 1].folded)
                || ["each", "every"].contains(next)
                    && mentions.contains { mention in
                        mention.range.lowerBound == index + 2 && mention.entity.names.contains { $0.category == .api }
                    }
        }
    }

    /// "Before the access was announced", "before the caller calls its begin": behind the word the bracket is named, or what
    /// begins it, and between them nothing but who calls that.
    var isBeforeBracket: Bool {
        let callers = mentions.filter { !$0.entity.parties.isEmpty }
        func tellsCall(_ index: Int) -> Bool {
            ["call", "any", "it", "to", "of"].contains(words[index].stem)
                || callers.contains { $0.range.contains(index) }
        }
        let beginnings = mentions.filter { $0.entity.names.contains(where: vocabulary.beginsBracket) }
        return words.indices.contains { index in
            words[index].folded == "before" && !toldElsewhere.contains(index)
                && beginnings.contains {
                    $0.range.lowerBound > index && (index + 1..<$0.range.lowerBound).allSatisfy(tellsCall)
                }
        }
    }

    // MARK: - In which case

    private static let failing = [
        "on failure", "on error", "in case of error", "in case of failure", "in event of error",
    ]

    /// "If the first call failed, …": the tests of most kinds have it go well.
    private func failureBefore(_ match: Match) -> String? {
        guard let condition, !condition.overlaps(match.range), words[condition.lowerBound].folded != "unless" else {
            return nil
        }
        return condition.first { index in
            ["fail", "refus", "reject"].contains(words[index].stem) && !toldElsewhere.contains(index)
                && !closeBefore(index).contains(where: \.isNegation)
        }.map { words[$0].text }
    }

    /// "If the device is idle": a case of which the vocabulary knows nothing, beside what the rule has read.
    private func caseBeside(_ match: Match, isOfPlenty: Bool) -> String? {
        guard let condition, !condition.overlaps(match.range), condition.count > 2,
            !toldElsewhere.contains(condition.lowerBound)
        else { return nil }
        let supply = mentions.first { mention in
            condition.contains(mention.range.lowerBound) && mention.entity.names.contains { $0.category == .supply }
        }
        if isOfPlenty, let supply { return words[supply.range].map(\.text).joined(separator: " ") }
        guard
            ["if", "provided", "when", "while"].contains(words[condition.lowerBound].folded),
            condition.lowerBound == 0 || words[condition.lowerBound - 1].folded != "even",
            !mentions.contains(where: { condition.contains($0.range.lowerBound) && !$0.entity.names.isEmpty }),
            // "If that's not possible": what was said before.
            !words[condition].dropFirst().allSatisfy({ Self.pointing.contains($0.folded) })
        else { return nil }
        return words[condition].prefix(5).map(\.text).joined(separator: " ")
    }

    private static let pointing: Set<String> = [
        "that", "that's", "this", "so", "is", "be", "not", "possible", "necessary", "needed", "required", "case",
    ]

    /// "This must not, that may": somebody else named at the end, with a modal and nothing behind it.
    private var partyLeftWithModal: String? {
        guard let last = words.last, Self.endings.contains(last.folded) else { return nil }
        let party = mentions.last { mention in
            !mention.entity.parties.isEmpty && mention.range.lowerBound > 2
                && words.count - 1 - mention.range.upperBound <= 4
        }
        guard let party, words[..<party.range.lowerBound].contains(where: { Self.endings.contains($0.folded) }) else {
            return nil
        }
        // "While the driver may" tells of another one, too; other parts tell when, or of what.
        let joint = words[party.range.lowerBound - 1].folded
        guard !last.isSubordinate || joint == "while", !Self.comparing.contains(joint) else { return nil }
        return words[party.range].map(\.text).joined(separator: " ")
    }

    private static let endings: Set<String> = ["may", "can", "must", "should", "need", "is", "are", "does", "do"]
    static let comparing: Set<String> = ["as", "than", "if", "when", "that", "which", "what", "where", "who"]
}
