import Clauses

/// Whose, which of them, in which state, on what machine: words that hang on a thing that a rule reads, and by which
/// another or fewer of them are meant than its test is of.
extension Reading {
    /// Why the rule that was found is of more than the clause, or of something else; nil where nothing qualifies what it
    /// reads.
    ///
    /// - Parameter match: where the kind's pattern stands in the clause.
    func unreadQualifier(_ match: Match) -> String? {
        if let place = otherPlace { return "'\(place)' says on what, and the test does it on the object" }
        if let owner = owner(match) { return "'\(owner)' says whose, and the test does not look at it" }
        if let word = reference(match) { return "'\(word)' says which is meant, and the test is of both, or of any" }
        if let word = attribute(match) { return "'\(word)' says which are meant, and the test is of others as well" }
        if let word = unknownState(match) { return "'\(word)' is a state that the test does not bring about" }
        if let word = deniedSubject {
            return "'\(word)' tells of those that do not, and the test is of one that does"
        }
        if let word = machine { return "'\(word)' says on which machines, and the test does not tell them apart" }
        if let phrase = Self.manners.first(where: { saysAsIs(phrase: $0) }) {
            return "'\(phrase)' says how, and the test does not look at it"
        }
        return nil
    }

    // MARK: - Whose

    /// "Calls map() on the driver's file", "on the using device's": somebody's own thing is not the object.
    private var otherPlace: String? {
        words.indices.dropFirst().first { index in
            words[max(0, index - 3)..<index].contains { $0.folded == "on" } && words[index].isPossessive
                && !toldElsewhere.contains(index)
                && !mentions.contains { $0.range.contains(index) && $0.entity.isObject }
        }.map { words[max(0, $0 - 1)...].prefix(3).map(\.text).joined(separator: " ") }
    }

    /// "Of each process", "per caller", "by the same caller": somebody else than the clause speaks of.
    private func owner(_ match: Match) -> String? {
        for mention in mentions where !mention.entity.parties.isEmpty {
            guard !mention.entity.parties.contains(clause.bearer), mention.entity.names.isEmpty,
                !match.captures.contains(where: { $0.range.overlaps(mention.range) })
            else { continue }
            // The widget core is one party, and what is named in the middle of it none of its own.
            let first = mentions.reduce(mention.range.lowerBound) { place, other in
                !other.entity.parties.isEmpty && other.range.upperBound == place ? other.range.lowerBound : place
            }
            let told = first - 1
            guard told >= 0, !toldElsewhere.contains(told), !isFollowedByNoun(mention) else { continue }
            let isSingledOut = Self.singling.contains(words[told].folded)
            let place = isSingledOut ? told - 1 : told
            guard place >= 0, !isInPhrase(place), !match.reads(place) else { continue }
            let isOwner =
                switch words[place].folded {
                case "per": true
                case "of": isSingledOut || isOfThing(place) && !isImplementer(mention)
                case "by", "in", "within", "for": isSingledOut
                default: false
                }
            if isOwner { return words[place..<mention.range.upperBound].map(\.text).joined(separator: " ") }
        }
        // "Per widget"; how often something is done "per window" is for the kinds to say, where it is of windows.
        let known = resourcesRead(match)
        let object = mentions.first { mention in
            let held = Pattern.resources(of: mention.entity, .resource, vocabulary)
            let isOther = mention.entity.isObject || !held.isEmpty && !held.contains(where: known.contains)
            return isOther && words[..<mention.range.lowerBound].last?.folded == "per"
        }
        guard let per = object.map({ $0.range.lowerBound - 1 }), !toldElsewhere.contains(per),
            !match.range.contains(per), !isInPhrase(per)
        else { return nil }
        return words[per...].prefix(2).map(\.text).joined(separator: " ")
    }

    /// What is held by what the pattern has found, or by what is documented: itself, or by way of its calls.
    private func resourcesRead(_ match: Match) -> Set<String> {
        var names = match.captures.flatMap(\.entity.names)
        names += surroundings.callback.map { [Name(.callback, $0)] } ?? surroundings.api.map { [Name(.api, $0)] } ?? []
        return Set(
            names.flatMap { name -> [String] in
                switch name.category {
                case .resource: [name.identifier]
                case .api: vocabulary.resource(acquiredOrReleasedBy: name.identifier).map { [$0.name] } ?? []
                case .callback:
                    vocabulary.apis(calling: name.identifier).compactMap {
                        vocabulary.resource(acquiredOrReleasedBy: $0.name)?.name
                    }
                default: []
                }
            })
    }

    private static let singling: Set<String> = ["each", "every", "same", "one", "single", "another", "other"]

    /// What stands before "of" is a thing of the subsystem: "the buffers of the driver", but "the case of a driver".
    private func isOfThing(_ of: Int) -> Bool { mentions.contains { $0.range.upperBound == of } }

    /// A callback is its implementer's.
    private func isImplementer(_ mention: Glossary.Mention) -> Bool {
        mention.entity.parties.contains(where: vocabulary.implementers.contains)
    }

    /// "The caller's", "the caller API": the words name something else by the party.
    private func isFollowedByNoun(_ mention: Glossary.Mention) -> Bool {
        words[mention.range].last?.isPossessive ?? false
            || mentions.contains {
                $0.range.lowerBound == mention.range.upperBound && $0.entity.parties.isEmpty && !$0.entity.isStep
            }
    }

    // MARK: - Which

    /// "The latter", "the former", of two; "whichever it is", "whatever the direction", of all.
    private func reference(_ match: Match) -> String? {
        words.indices.first { index in
            ["latter", "former", "whichever", "whatever"].contains(words[index].folded)
                && !toldElsewhere.contains(index) && !match.reads(index) && !isInPhrase(index)
        }.map { words[$0].text }
    }

    /// "Each dirty chunk", "for cached mappings": an adjective of which nobody knows anything, between what counts them and
    /// a thing.
    private func attribute(_ match: Match) -> String? {
        for mention in mentions
        where mention.entity.isUnit || mention.entity.isHeld || mention.entity.isObject
            || !mention.entity.parties.isEmpty
        {
            let place = mention.range.lowerBound - 1
            guard place > 0, !toldElsewhere.contains(place), !isInPhrase(place), !match.reads(place),
                !mentions.contains(where: { $0.range.contains(place) }), words[place].isAdjective,
                Self.counting.contains(words[place - 1].folded) || words[place - 1].number != nil,
                // "On every system a caller must": the noun of another phrase.
                mention.entity.parties.isEmpty || ["let", "by"].contains(words[place - 1].folded)
            else { continue }
            return words[place].text
        }
        return nil
    }

    private static let counting: Set<String> = [
        "each", "every", "any", "all", "no", "for", "of", "from", "by", "with", "on", "let",
    ]

    // MARK: - In which state

    /// "If the buffer is dirty", "which is cached": what a part that hangs on the clause ends with is no state of a call
    /// or of an access.
    private func unknownState(_ match: Match) -> String? {
        for index in words.indices.dropFirst() where words[index].isSubordinate || words[index].isCondition {
            let next = words.dropFirst(index + 1).first
            guard ["is", "are", "was", "were", "not"].contains(words[index - 1].folded),
                words[index - 1].isSubordinate || words[index - 1].isCondition,
                !(next.map { $0.isSubordinate || $0.isCondition } ?? false),
                words[index].isAdjective, !Self.states.contains(words[index].folded), !isApart(index),
                !toldElsewhere.contains(index), !match.reads(index),
                !mentions.contains(where: { $0.range.contains(index) })
            else { continue }
            return words[index].text
        }
        return nil
    }

    /// "Because that is slow", "though it is rare", "even if it is dirty": why, or in every case, and not when or which;
    /// "as long as it is" is when.
    private func isApart(_ index: Int) -> Bool {
        let before = words[..<index].lastIndex { !$0.isSubordinate && !$0.isCondition }
        let last = before.map { words[$0].folded } ?? ""
        let first = words[before.map { $0 + 1 } ?? 0].folded
        return last == "even" || first == "even" || Self.reasons.contains(first) && !["long", "soon"].contains(last)
    }

    private static let reasons: Set<String> = ["because", "since", "as", "though", "although", "whereas", "so", "lest"]

    /// How a call, or what it has begun, can be: a test goes through these.
    private static let states: Set<String> = [
        "interrupted", "done", "over", "complete", "completed", "finished", "ended", "needed", "necessary", "required",
        "possible", "used", "unused", "announced", "bracketed", "braketed", "enclosed", "called", "made", "restarted",
        "repeated", "successful", "invariant", "fixed", "constant", "known", "expected", "supported", "handled",
        "returned", "passed", "given", "specified", "allocated", "accessed", "so", "there", "valid", "open", "closed",
        "gone", "free", "full", "empty", "idle", "missing", "available", "present", "started", "begun", "received",
        "pending", "blocked", "ready", "interruptible", "held", "mapped", "left", "delivered", "scarce", "exhausted",
        "created", "released", "taken", "attached",
    ]

    // MARK: - Those that do not

    /// "Drivers that do not do this", "that are not": by the words behind "that" a test finds its subject.
    private var deniedSubject: String? {
        words.indices.dropLast(2).first { index in
            ["that", "which", "who"].contains(words[index].folded) && words[index].isSubordinate
                && mentions.contains { $0.range.upperBound == index && !$0.entity.parties.isEmpty }
                && ["do", "does", "did", "is", "are", "have", "has", "can"].contains(words[index + 1].folded)
                && words[index + 2].isNegation && words[index + 2].isSubordinate
                && !toldElsewhere.contains(index)
        }.map { words[$0...].prefix(4).map(\.text).joined(separator: " ") }
    }

    // MARK: - On what machine

    /// "On 32-bit machines", and not "even on systems".
    private var machine: String? {
        words.indices.dropFirst().first { index in
            (Self.machines.contains(words[index].folded) || words[index].folded.hasSuffix("-bit"))
                && !words[index].isSubordinate && !toldElsewhere.contains(index)
                && !words[max(0, index - 4)..<index].contains { ["even", "all", "any", "every"].contains($0.folded) }
                && words[max(0, index - 3)..<index].contains { ["on", "for"].contains($0.folded) }
        }.map { words[$0].text }
    }

    private static let machines: Set<String> = [
        "machine", "machines", "system", "systems", "platform", "platforms", "architecture", "architectures",
        "hardware", "board", "boards", "processor", "processors", "configuration", "configurations", "smp", "numa",
    ]

    // MARK: - How

    /// How long, how many together, in which turn.
    private static let manners = [
        "for long", "in pairs", "in row", "in past", "in turn", "in turns", "first time", "second time",
        "second attempt", "next attempt", "odd number", "even number", "lower limit", "in order in which",
        "alternately", "in which it", "as fallback", "from everywhere",
    ]
}

extension Word {
    /// It may well be one: neither an ending nor a place tells it from a noun for certain.
    fileprivate var isAdjective: Bool {
        number == nil && !isNameInC && !isNegation && !isPossessive && !folded.hasSuffix("ing")
            && folded.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
            && text.utf8.dropFirst().allSatisfy { $0 >= UInt8(ascii: "a") || $0 == UInt8(ascii: "-") }
            && !Self.plain.contains(folded)
    }

    /// Adjectives, and what stands in their place, that tell none from others.
    private static let plain: Set<String> = [
        "given", "same", "such", "attached", "subsequent", "following", "next", "previous", "special-purpose",
        "existing", "virtual", "underlying", "specified", "returned", "own", "actual", "corresponding", "respective",
        "various", "several", "new", "single", "whole", "entire", "partial", "different", "temporary",
        "kernel-internal", "matching", "resulting", "last", "first", "second", "only", "each", "every", "any", "all",
        "both", "these", "those", "this", "that", "its", "their", "and", "or", "use", "be", "possible", "individual",
        "particular", "real", "proper", "normal", "of", "to", "for", "in", "on", "with", "from", "by", "at", "more",
        "most", "least", "other", "another", "up", "cache", "cpu", "concurrent", "active", "kernel", "which", "them",
        "it", "you", "he", "there",
        "here", "so", "as",
        "than", "then", "again", "always",
    ]
}
