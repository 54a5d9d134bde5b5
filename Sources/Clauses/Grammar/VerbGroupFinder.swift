/// Finds the verb groups of a tagged sentence: where one begins, and what stands right before it.
struct VerbGroupFinder: ~Copyable {
    /// The power of a word, by its number in the lexicon: modals and predicates ("is allowed to") apart.
    let modals: [VerbGroup.Power]
    let verbs: [VerbGroup.Power]
    let predicates: [VerbGroup.Power]

    init(lexicon: Lexicon) {
        func table(_ rows: [(force: VerbGroup.Power, words: WordList)]) -> [VerbGroup.Power] {
            var table = [VerbGroup.Power](repeating: .none, count: lexicon.entries.count)
            for (power, words) in rows {
                words.forEach { word in
                    if let id = lexicon.id(of: Array(word)) { table[Int(id)] = power }
                }
            }
            return table
        }
        modals = table(ForceTable.modals)
        verbs = table(ForceTable.verbs)
        predicates = table(ForceTable.predicates)
    }

    func find(_ tokens: Tokens, _ range: Range<Int>, into groups: inout Scratch<VerbGroup>) {
        var at = range.lowerBound
        while at < range.upperBound {
            if tokens[at].tag.opensGroup, let group = group(tokens, at, range) {
                groups.append(group)
                at = max(group.end, at + 1)
            } else {
                at += 1
            }
        }
    }

    private func group(_ tokens: Tokens, _ start: Int, _ range: Range<Int>) -> VerbGroup? {
        let first = tokens[start]
        var mood = VerbGroup.Mood.finite
        switch first.tag {
        case .modal: break
        case .be:
            // "being" is no finite form; "be" and "been" only begin a group where a modal was left out.
            if first.is(.been) { return nil }
            if first.is(.be) {
                // "(BE)" is a name.
                guard opensClause(tokens, start, range), !first.shape.contains(.allCapitals) else { return nil }
                mood = .imperative
            }
        case .have:
            // "Slots, where there are any, have not been used": of what stands before.
            let next = tokens.behindAdverbs(start + 1, before: range.upperBound)
            let isPerfect = next < range.upperBound && (tokens[next].is(.been) || tokens[next].has(.participle))
            if first.is(.have), !isPerfect, opensClause(tokens, start, range) { mood = .imperative }
        case .auxiliaryDo:
            if first.is(.do_) || first.has(.contracted) && !first.has([.thirdPerson, .past]) {
                let isAsked = opensClause(tokens, start, range) && followsOpening(tokens, start, range)
                if isAsked || goesOnAsking(tokens, start, range) { mood = .imperative }
            }
        case .verb: if opensClause(tokens, start, range) { mood = .elided }
        case .past: break
        case .imperative: mood = .imperative
        case .participle:
            guard opensClause(tokens, start, range) else { return nil }
            mood = .participle
        default: return nil
        }
        var walk = VerbGroupWalk(tokens, range, from: start, mood)
        if mood == .participle { walk.group.isPassive = true }
        lookBack(tokens, start, range, &walk.group)
        read(&walk)
        return walk.group
    }

    /// Nothing but adverbs and "please" stands before `index` in its clause.
    private func opensClause(_ tokens: Tokens, _ index: Int, _ range: Range<Int>) -> Bool {
        var at = index - 1
        while at >= range.lowerBound {
            let token = tokens[at]
            if token.tag == .mark {
                switch token.mark {
                case .slash, .equals, .other, .close: return false
                case .quote:
                    at -= 1
                    continue
                default: return true
                }
            }
            if token.tag == .adverb && !token.is(.there) || token.tag == .negation || token.is(.please)
                || token.is(.then) || token.tag == .conjunction && at == range.lowerBound
            {
                at -= 1
                continue
            }
            return false
        }
        return true
    }

    /// "Call it when done, but do not call it again."
    private func goesOnAsking(_ tokens: Tokens, _ index: Int, _ range: Range<Int>) -> Bool {
        index > range.lowerBound + 1 && tokens[index - 1].tag == .conjunction && tokens[index - 2].mark == .comma
            && range.prefix { $0 < index }.contains { tokens[$0].tag == .imperative }
    }

    /// "If X, do not …" and "some lack it, do not …" ask; "devices, which …, do not …" tells.
    private func followsOpening(_ tokens: Tokens, _ index: Int, _ range: Range<Int>) -> Bool {
        var at = index - 1
        // "It is shared, so do not …"
        if at >= range.lowerBound, tokens[at].is(.so) { return true }
        while at >= range.lowerBound, tokens[at].tag == .adverb || tokens[at].is(.please) { at -= 1 }
        guard at >= range.lowerBound, tokens[at].mark == .comma else { return true }
        switch tokens[range.lowerBound].tag {
        case .subordinator, .preposition, .adverb, .infinitive, .participle: return true
        default: return isComplete(tokens, range.lowerBound..<at) && !isEnumerated(tokens, index..<range.upperBound)
        }
    }

    /// A clause with its verb, and nothing subordinate.
    private func isComplete(_ tokens: Tokens, _ clause: Range<Int>) -> Bool {
        var hasVerb = false
        for at in clause {
            switch tokens[at].tag {
            case .mark, .subordinator, .relative: return false
            case .verb, .be, .have, .auxiliaryDo, .modal: hasVerb = true
            default: break
            }
        }
        return hasVerb
    }

    /// "…, do not sleep, and free it": one of several things that the same subject does.
    private func isEnumerated(_ tokens: Tokens, _ clause: Range<Int>) -> Bool {
        clause.dropLast().contains { tokens[$0].mark == .comma && tokens[$0 + 1].tag == .conjunction }
    }

    /// "never, ever": the comma between.
    private func isRepeated(_ tokens: Tokens, _ index: Int, _ range: Range<Int>) -> Bool {
        index > range.lowerBound && tokens[index].mark == .comma && tokens[index - 1].is(.never)
            && tokens[index + 1].tag == .adverb
    }

    private func lookBack(
        _ tokens: Tokens, _ start: Int, _ range: Range<Int>, _ group: inout VerbGroup
    ) {
        var at = start - 1
        // "nor may it pass it on"
        if at >= range.lowerBound, tokens[at].is(.nor) { group.isNegated = true }
        while at >= range.lowerBound,
            tokens[at].tag == .adverb || tokens[at].tag == .negation || isRepeated(tokens, at, range)
        {
            if tokens[at].is(.only) { group.isOnly = true }
            if tokens[at].tag == .negation {
                group.isNegated = true
                group.isNever = tokens[at].is(.never)
            }
            at -= 1
        }
    }
}
