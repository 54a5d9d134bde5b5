import Clauses
import Promises

/// Words that turn what a clause says, or that name what it speaks of, and that no rule has read: a test of the other
/// words is none of the clause.
extension Reading {
    /// Why the rule that was found leaves out what the clause turns on; nil where it has read it all.
    ///
    /// - Parameter match: where the kind's pattern stands in the clause.
    func unread(by definition: any RuleDefinition, _ match: Match, _ force: Force) -> String? {
        let told = toldElsewhere
        if let word = unreadTurn(by: definition, match, force, told) {
            return "'\(word)' turns what is said, and the test does not look at it"
        }
        if let word = unreadExtent(by: definition, match, told) {
            return "'\(word)' says how much is meant, and the test does not look at it"
        }
        if let word = unreadOrdinal(by: definition, match, told) {
            return "'\(word)' says which is meant, and the test does not tell it from the others"
        }
        if let word = unreadTime(by: definition, match, told) {
            return "'\(word)' says when, and the test does not look at it"
        }
        if let word = unreadWhole(told) { return "'of \(word)' says what of, and the test is of something else" }
        if let party = unlikelyOwner(told) { return "'\(party)' is said to have a callback, and has none" }
        if let name = unreadName(by: definition, told) {
            return "'\(name)' is named as well, and the test is not of it"
        }
        // A phrase that means a step only beside words that are not there.
        let halves = mentions.filter { mention in
            mention.entity.isStep && !told.contains(mention.range.lowerBound)
                && !mentions.contains {
                    ($0.range.contains(mention.range) || mention.range.contains($0.range))
                        && $0.entity.isStep && $0.entity.isMeant(in: wordsAround)
                }
        }
        if let half = halves.first {
            return "'\(words[half.range].map(\.text).joined(separator: " "))' is said of another thing than the test's"
        }
        if standsBehindPreference(match) { return "what stands behind 'rather than' is not done, and the test does it" }
        if standsBehindContrast(match) { return "what stands behind 'but' is not denied, and the test has it so" }
        if let word = unreadSaying(told) { return "what stands behind '\(word)' is not tested" }
        return shifted(match) ?? unreadScope(by: definition, match) ?? unreadQualifier(match)
    }

    /// The words that a clause of their own tells, in the same sentence.
    static func told(by siblings: [[String]], among words: [Word]) -> Set<Int> {
        var told: Set<Int> = []
        for wanted in siblings where !wanted.isEmpty && wanted.count < words.count {
            for start in 0...(words.count - wanted.count)
            where words[start..<start + wanted.count].elementsEqual(wanted, by: { $0.folded == $1 }) {
                told.formUnion(start..<start + wanted.count)
            }
        }
        return told
    }

    // MARK: - Words that turn

    private static let turns: Set<String> = [
        "only", "no", "none", "nothing", "never", "not", "cannot", "neither", "nor", "without", "outside",
    ]

    private func unreadTurn(
        by definition: any RuleDefinition, _ match: Match, _ force: Force, _ told: Set<Int>
    ) -> String? {
        let kind = type(of: definition)
        let hasTurned = force != Force(clause)
        let isNegative = clause.negated || [.prohibition, .undefined].contains(clause.modality)
        for (index, word) in words.enumerated() where Self.turns.contains(word.folded) || word.isNegation {
            if told.contains(index) || kind.reads(word.isNegation ? "not" : word.folded) { continue }
            // A negation is the clause's own, or the kind has taken it for one.
            let isNegation = !["only", "without", "outside"].contains(word.folded)
            if isNegation, isNegative || hasTurned { continue }
            if word.folded == "without", hasTurned || force == .forbidden && clause.isAsked { continue }
            let next = words.dropFirst(index + 1).first
            // "Not even there" says it once more, and "once it is no longer needed" tells when.
            if word.folded == "not", next?.folded == "even" { continue }
            if word.folded == "no", next?.folded == "longer" { continue }
            // "Should not forget to": the advice that it is taken for.
            if word.isNegation, next?.folded == "forget" { continue }
            if word.folded != "only", next?.stem == "need" || isNegation && isAside(index, match) { continue }
            // "Only backs every one with that": it is the "that" which is the only one.
            let second = words.dropFirst(index + 2).first?.folded ?? ""
            if word.folded == "only", ["every", "each", "all"].contains(second) { continue }
            if isInPhrase(index) || match.reads(index) { continue }
            return word.text
        }
        return nil
    }

    /// In an "if" beside what the rule has read.
    private func isAside(_ index: Int, _ match: Match) -> Bool {
        condition.map { $0.contains(index) && !$0.overlaps(match.range) } ?? false
    }

    // MARK: - How much

    /// "The whole of it": more than the test of the other words shows. "The whole widget" says no more than "the widget";
    /// but of a step of the vocabulary nobody knows how much of it is done, nor of how many things.
    private func unreadExtent(by definition: any RuleDefinition, _ match: Match, _ told: Set<Int>) -> String? {
        let kind = type(of: definition)
        let isStep = kind.kind == .domainStep
        // "One page, or more"
        if kind.kind != .maxHeld,
            let more = words.indices.dropLast().first(where: { index in
                words[index].folded == "or" && ["more", "less", "fewer"].contains(words[index + 1].folded)
                    && !told.contains(index)
            })
        {
            return "or \(words[more + 1].folded)"
        }
        for (index, word) in words.enumerated() where !told.contains(index) {
            // One of them is enough, where the test is of each; and more or less than one is not one.
            if kind.kind != .maxHeld, index > 0,
                Self.comparisons.contains(where: { $0 == (words[index - 1].folded, word.folded) }),
                isUnit(at: index + 1)
                    || ["once", "twice"].contains(words.dropFirst(index + 1).first?.folded)
                    || words.dropFirst(index + 1).first?.number != nil
                        && (word.folded != "most" || isUnit(at: index + 2))
            {
                return "\(words[index - 1].folded) \(word.folded)"
            }
            let isWhole = ["whole", "entire"].contains(word.folded)
            guard
                isWhole && !kind.nuances.contains(.extent) || isStep && ["all", "every", "each"].contains(word.folded),
                !match.reads(index), !isInPhrase(index)
            else { continue }
            let isOfObject = mentions.contains {
                $0.range.lowerBound == index + 1 && ($0.entity.isObject || !isWhole && !$0.entity.parties.isEmpty)
            }
            if !isOfObject || isStep && isWhole { return word.text }
        }
        return nil
    }

    private func isUnit(at place: Int) -> Bool {
        mentions.contains { $0.range.lowerBound == place && $0.entity.isUnit }
    }

    private static let comparisons = [
        ("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("longer", "than"),
        ("shorter", "than"),
    ]

    /// "The first access", "the last page": one of several.
    private func unreadOrdinal(by definition: any RuleDefinition, _ match: Match, _ told: Set<Int>) -> String? {
        words.indices.first { index in
            guard ["first", "second", "third", "last", "initial", "final"].contains(words[index].folded),
                !told.contains(index), !type(of: definition).reads(words[index].folded),
                !match.reads(index)
            else { return false }
            return isOneOfSeveral(index)
        }.map { words[$0].text }
    }

    /// "The first access": one of these words stands before something of which there may be several.
    func namesOrdinal(_ ordinals: String...) -> Bool {
        words.indices.contains { index in ordinals.contains(words[index].folded) && isOneOfSeveral(index) }
    }

    /// "The first map() of a process", "the latest map()": one of the calls.
    var namesOneCall: Bool {
        words.indices.contains { index in
            ["first", "last", "latest", "earliest", "newest", "oldest", "second"].contains(words[index].folded)
                && mentions.contains { mention in
                    // "For the first mapping of the widget"
                    let isOfObject =
                        mention.entity.isObject && mention.range.lowerBound == index + 3
                        && words[index + 2].folded == "of"
                    return isOfObject
                        || mention.range.lowerBound == index + 1
                            && mention.entity.names.contains { $0.category == .api }
                }
        }
    }

    private func isOneOfSeveral(_ ordinal: Int) -> Bool {
        // "The last but one access"
        let isButOne = words.dropFirst(ordinal + 1).first?.folded == "but"
        return mentions.contains {
            $0.range.lowerBound == ordinal + (isButOne ? 3 : 1)
                && ($0.entity.isHeld || $0.entity.isUnit || $0.entity.isObject || !$0.entity.parties.isEmpty)
        }
    }

    /// "While it is idle": a time that the rule has not arranged.
    private func unreadTime(by definition: any RuleDefinition, _ match: Match, _ told: Set<Int>) -> String? {
        words.indices.first { index in
            // A signal comes while somebody waits; that is what an interruption is.
            let isWait =
                says("signal", "interrupt")
                && words[(index + 1)...].prefix(3).contains { ["block", "wait", "sleep"].contains($0.stem) }
            let isArranged = type(of: definition).kind == .domainStep && arrangesWhat(follows: index)
            return words[index].folded == "while" && !isWait && !isArranged && !told.contains(index)
                && !type(of: definition).nuances.contains(.while)
                && !match.reads(index) && !isInPhrase(index)
        }.map { words[$0].text }
    }

    /// Behind a "while" stands what a step of the vocabulary asks for beside it, and is not denied: that is when it looks.
    private func arrangesWhat(follows index: Int) -> Bool {
        let rest = Array(words[(index + 1)...])
        guard !rest.contains(where: { $0.isNegation || ["no", "none"].contains($0.folded) }) else { return false }
        return mentions.contains { mention in
            mention.entity.isStep && !mention.entity.with.isEmpty && mention.range.upperBound <= index
                && mention.entity.isMeant(in: rest)
        }
    }

    /// "Of the process", behind a step of the vocabulary: nobody knows whether that is what it is done to, unless it is the
    /// object, a part of it, or somebody's own.
    private func unreadWhole(_ told: Set<Int>) -> String? {
        for mention in mentions where mention.entity.isStep {
            let of = mention.range.upperBound
            guard of + 1 < words.count, words[of].folded == "of", !told.contains(of) else { continue }
            let isCovered = mentions.contains { $0.entity.isStep && $0.range.contains(of) }
            let rest = words[(of + 1)...].prefix(3)
            // "Of the mapping behind their own file"
            if words[(of + 1)...].prefix(8).contains(where: { $0.folded == "own" }) { continue }
            let asked = mentions.filter(\.entity.isStep).flatMap(\.entity.with)
            let isKnown =
                rest.contains { ["own", "it", "that", "them"].contains($0.folded) || asked.contains($0.folded) }
                || mentions.contains { other in
                    rest.indices.contains(other.range.lowerBound)
                        && (other.entity.isObject || other.entity.isUnit || !other.entity.names.isEmpty)
                }
            if !isCovered, !isKnown { return words[of + 1].text }
        }
        return nil
    }

    // MARK: - Names

    /// The function that is documented to do something, with no other named but to compare it with, and that the vocabulary
    /// does not know.
    var unknownInterface: String? {
        guard clause.block.kind == .function, clause.block.member == nil,
            [.guarantee, .outcome].contains(clause.modality), surroundings.api == nil, surroundings.callback == nil,
            !mentions.contains(where: { isOfCall($0) && !isCompared($0) })
        else { return nil }
        return clause.block.symbol
    }

    /// The callback that is documented, told of without its name ("this callback"), and that the vocabulary does not know.
    var unknownCallback: String? {
        guard clause.block.kind == .member, let member = clause.block.member, surroundings.callback == nil,
            !mentions.contains(where: isOfCall),
            clause.modality == .outcome || says("callback", "hook", "optional", "mandatory")
                || words.first?.folded == "this" && says("call")
        else { return nil }
        return [clause.block.symbol, member].compactMap(\.self).joined(separator: ".")
    }

    private func isOfCall(_ mention: Glossary.Mention) -> Bool {
        mention.entity.names.contains { [.api, .callback].contains($0.category) }
    }

    /// "Like that one", "unlike that one", "the same as that one".
    private func isCompared(_ mention: Glossary.Mention) -> Bool {
        words[..<mention.range.lowerBound].last.map { ["like", "unlike", "as", "than"].contains($0.folded) } ?? false
    }

    private func unreadName(by definition: any RuleDefinition, _ told: Set<Int>) -> String? {
        if let name = unknownCompanion(told) { return name }
        let known = names(around: definition)
        for mention in mentions where mention.entity.names.contains(where: { [.api, .callback].contains($0.category) })
        {
            let first = mention.range.lowerBound
            let isReference = ["this", "it", "these", "those", "such", "they", "them", "callback"].contains(
                words[first].folded)
            // "The users of these": a party, by what it calls.
            let isOfParty =
                first > 1 && words[first - 1].folded == "of"
                && mentions.contains { $0.range.upperBound == first - 1 && !$0.entity.parties.isEmpty }
            if isReference || isOfParty || mention.isCovered(by: mentions) || mention.range.allSatisfy(told.contains) {
                continue
            }
            if isPlainWord(mention) { continue }
            if mention.entity.isStep || mention.entity.isUnit { continue }
            if mention.entity.names.contains(where: known.contains) { continue }
            return words[mention.range].map(\.text).joined(separator: " ")
        }
        return nil
    }

    /// "By this one and that one", where the vocabulary knows the first alone.
    private func unknownCompanion(_ told: Set<Int>) -> String? {
        for mention in mentions where mention.entity.isSymbol {
            let next = mention.range.upperBound + 1
            guard next < words.count, ["and", "or"].contains(words[next - 1].folded), words[next].isNameInC,
                !told.contains(next), !mentions.contains(where: { $0.range.contains(next) })
            else { continue }
            return words[next].text
        }
        return nil
    }

    /// "Must release it", "the attached device": a verb that happens to have a callback of its name. A name in C has no
    /// endings.
    private func isPlainWord(_ mention: Glossary.Mention) -> Bool {
        guard mention.range.count == 1, mention.entity.names.allSatisfy({ $0.category == .callback }) else {
            return false
        }
        let word = words[mention.range.lowerBound]
        guard word.text.utf8.allSatisfy({ ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }) else { return false }
        let isInflected = !vocabulary.callbacks.contains { ($0.members + $0.nouns).contains(word.text) }
        let before = mention.range.lowerBound > 0 ? words[mention.range.lowerBound - 1].folded : ""
        return isInflected || Restatement.modals.contains(before)
    }

    /// "The caller's callback": whoever is said to have one, and implements none.
    private func unlikelyOwner(_ told: Set<Int>) -> String? {
        for mention in mentions where mention.entity.names.contains(where: { $0.category == .callback }) {
            let before = mention.range.lowerBound - 1
            guard before >= 0, words[before].isPossessive, !told.contains(before) else { continue }
            let owners = mentions.filter { $0.range.contains(before) }.flatMap(\.entity.parties)
            if !owners.isEmpty, !owners.contains(where: vocabulary.implementers.contains) { return words[before].text }
        }
        return nil
    }

    /// What a rule is about, and what belongs to it: the two ends of what is held, the callbacks behind them, and the
    /// bracket around.
    private func names(around definition: any RuleDefinition) -> Set<Name> {
        var identifiers: Set<String> = []
        for value in definition.parameters.values {
            switch value {
            case .word(let word): identifiers.insert(word)
            case .words(let words): identifiers.formUnion(words.flatMap { $0.split(separator: " ").map(String.init) })
            case .number, .flag: continue
            }
        }
        identifiers.formUnion(definition.company)
        var named: Set<Name> = [definition.subject]
        for category in Name.Category.allCases { named.formUnion(identifiers.map { Name(category, $0) }) }
        if let callback = surroundings.callback { named.insert(Name(.callback, callback)) }
        if let api = surroundings.api { named.insert(Name(.api, api)) }
        for api in vocabulary.apis where api.symbols.contains(where: identifiers.contains) {
            named.insert(Name(.api, api.name))
        }
        var result = named
        func addEnds(of resource: Vocabulary.Resource) {
            result.insert(Name(.resource, resource.name))
            for end in [resource.acquire, resource.release] {
                result.insert(Name(.api, end))
                for callback in vocabulary.api(end)?.calls ?? [] { result.insert(Name(.callback, callback)) }
            }
        }
        for resource in vocabulary.resources where named.contains(Name(.resource, resource.name)) {
            addEnds(of: resource)
            if let bracket = resource.within.flatMap({ vocabulary.resource($0) }) { addEnds(of: bracket) }
        }
        for api in vocabulary.apis {
            let isCalling = api.calls.contains { named.contains(Name(.callback, $0)) }
            guard isCalling || named.contains(Name(.api, api.name)) else { continue }
            result.insert(Name(.api, api.name))
            for callback in api.calls { result.insert(Name(.callback, callback)) }
            if let resource = vocabulary.resource(acquiredOrReleasedBy: api.name) { addEnds(of: resource) }
            if let resource = vocabulary.resource(givenBy: api.name) { addEnds(of: resource) }
        }
        return result
    }

    // MARK: - Another saying beside it

    /// "Should give up rather than try again"
    private func standsBehindPreference(_ match: Match) -> Bool {
        zip(words.indices, zip(words, words.dropFirst())).contains { index, pair in
            pair.0.folded == "rather" && pair.1.folded == "than" && index < match.range.lowerBound
        }
    }

    /// "Must not give up, but try again": only what stands before it is denied.
    private func standsBehindContrast(_ match: Match) -> Bool {
        guard clause.negated || clause.modality == .prohibition,
            let contrast = words.firstIndex(where: { $0.folded == "but" }), contrast < match.range.lowerBound
        else { return false }
        return words[..<contrast].contains(where: \.isNegation)
            && !words[contrast...].contains { $0.isNegation || $0.folded == "no" }
    }

    /// "This must not, but that may", "every one but that", "A, hence B": half of it.
    private func unreadSaying(_ told: Set<Int>) -> String? {
        let modals = ["may", "can", "might", "must", "shall", "should", "need"]
        for (index, word) in words.enumerated() where !told.contains(index) {
            let rest = words[(index + 1)...]
            switch word.folded {
            case "but" where index > 1:
                if words[max(0, index - 3)..<index].contains(where: { ["every", "all", "any"].contains($0.folded) }) {
                    return word.text
                }
                let isElliptic = rest.last.map { ["be", "do", "have"].contains($0.stem) } ?? false
                if isElliptic
                    || rest.indices.contains(where: { !told.contains($0) && modals.contains(words[$0].folded) })
                {
                    return word.text
                }
            // "The caller, not the driver, must"
            case "not" where index > 0:
                let isParty = mentions.contains { $0.range.lowerBound == index + 1 && !$0.entity.parties.isEmpty }
                if isParty, !modals.contains(words[index - 1].folded) { return word.text }
            // "This must not, whereas that may", "but that is"
            case "whereas": return word.text
            // "Though not for both", "though reads may skip that"; but "even though it may be slow"
            case "though", "although":
                let next = rest.prefix(6)
                guard index > 2, words[index - 1].folded != "even" else { continue }
                if rest.first?.isNegation ?? false || next.contains(where: { modals.contains($0.folded) }) {
                    return word.text
                }
            case "hence", "therefore", "thus":
                let isParty = mentions.contains { $0.range.lowerBound == index + 1 && !$0.entity.parties.isEmpty }
                if index > 2, isParty, !(0..<index).contains(where: told.contains) { return word.text }
            default: continue
            }
        }
        return nil
    }
}

extension Clause {
    /// It tells somebody what not to do, or what better not to.
    fileprivate var isAsked: Bool { [.prohibition, .recommendation].contains(modality) }
}

extension Pattern {
    /// Whether one of its words is this one, in any form.
    func names(_ word: String) -> Bool {
        let stem = Stem.of(word)
        return elements.contains { if case .word(let stems) = $0.element { stems.contains(stem) } else { false } }
    }
}
