/// Finds the verb groups of a tagged sentence.
struct VerbGroupFinder: ~Copyable {
    /// The power of a word, by its number in the lexicon: modals and predicates ("is allowed to") apart.
    private let modals: [VerbGroup.Power]
    private let verbs: [VerbGroup.Power]
    private let predicates: [VerbGroup.Power]

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
        case .have: if first.is(.have), opensClause(tokens, start, range) { mood = .imperative }
        case .auxiliaryDo:
            if first.is(.do_) || first.has(.contracted) && !first.has([.thirdPerson, .past]) {
                if opensClause(tokens, start, range), followsOpening(tokens, start, range) { mood = .imperative }
            }
        case .verb: if opensClause(tokens, start, range) { mood = .elided }
        case .past: break
        case .imperative: mood = .imperative
        case .participle:
            guard opensClause(tokens, start, range) else { return nil }
            mood = .participle
        default: return nil
        }
        var group = VerbGroup(
            start: start, end: start + 1, head: start, powerToken: -1, power: .none, inner: .none, mood: mood)
        if mood == .participle { group.isPassive = true }
        lookBack(tokens, start, range, &group)
        walk(tokens, range, &group)
        return group
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

    private func walk(_ tokens: Tokens, _ range: Range<Int>, _ group: inout VerbGroup) {
        var at = group.start
        var sawBe = false
        var sawHave = false
        // A word that takes "to" and an infinitive was just read.
        var governs = false
        func setPower(_ power: VerbGroup.Power, _ token: Int) {
            guard power != .none else { return }
            if group.power == .none || group.power == .will {
                group.power = power
                group.powerToken = token
            } else if group.inner == .none {
                group.inner = power
            }
        }
        loop: while at < range.upperBound {
            let token = tokens[at]
            switch token.tag {
            case .adverb:
                if token.is(.only) { group.isOnly = true }
                at += 1
                continue
            case .negation:
                if at + 1 < range.upperBound, tokens[at + 1].is(.only) {
                    at += 2
                    continue
                }
                // "is guaranteed not to run", "to never run": what is guaranteed is negated.
                if group.power == .guaranteed {
                    at += 1
                    continue
                }
                // "must not", and a never before the head; "not" behind the head belongs to what follows.
                group.isNegated.toggle()
                if token.is(.never) { group.isNever = true }
                at += 1
                continue
            case .modal:
                setPower(modals[Int(token.word)], at)
                if token.has(.negation) || token.is(.cannot) { group.isNegated.toggle() }
                group.head = at
            case .auxiliaryDo:
                if token.has(.negation) { group.isNegated.toggle() }
                if token.is(.did) || token.word != 0 && token.has(.past) { group.isPast = true }
                group.head = at
            case .be:
                sawBe = true
                if token.has(.negation) { group.isNegated.toggle() }
                if token.is(.was) || token.is(.were) { group.isPast = true }
                group.head = at
            case .have:
                if token.has(.negation) { group.isNegated.toggle() }
                group.head = at
                let after = skipAdverbs(tokens, at + 1, range)
                if after < range.upperBound, tokens[after].tag == .infinitive {
                    setPower(.need, at)
                    governs = true
                    at += 1
                    continue
                }
                guard after < range.upperBound, tokens[after].tag == .participle || tokens[after].is(.been) else {
                    group.end = at + 1
                    return
                }
                sawHave = true
                group.isPerfect = true
            case .participle, .past, .adjective:
                if token.tag == .past { group.isPast = true }
                if token.tag == .adjective, !sawBe { break loop }
                let predicate = sawBe ? predicates[Int(token.word)] : .none
                if predicate != .none {
                    let after = skipAdverbs(tokens, at + 1, range)
                    let hasInfinitive = after < range.upperBound && tokens[after].tag == .infinitive
                    // "is not allowed"; but "is free" tells of no one's freedom.
                    let standsAlone = predicate == .forbidden || predicate == .allowed && !token.is(.free)
                    if hasInfinitive || standsAlone {
                        setPower(predicate, at)
                        group.head = at
                        group.end = at + 1
                        if !hasInfinitive { return }
                        governs = true
                        at += 1
                        continue
                    }
                }
                if token.tag == .adjective {
                    group.isCopula = true
                    group.end = at
                    return
                }
                group.head = at
                group.end = at + 1
                group.isPassive = sawBe || group.mood == .participle
                if sawHave, !sawBe { group.isPassive = false }
                // "is used to", "was expected to" were taken above.
                return
            case .ing where sawBe:
                // "is being called"
                if token.is(.being) {
                    at += 1
                    continue
                }
                group.head = at
                group.end = at + 1
                // "is going to"
                let after = skipAdverbs(tokens, at + 1, range)
                guard predicates[Int(token.word)] == .will, after < range.upperBound, tokens[after].tag == .infinitive
                else { return }
                setPower(.will, at)
                governs = true
                at += 1
                continue
            case .verb, .imperative, .bare:
                group.head = at
                group.end = at + 1
                let power = verbs[Int(token.lemma)]
                if power != .none {
                    let after = skipAdverbs(tokens, at + 1, range)
                    let hasInfinitive = after < range.upperBound && tokens[after].tag == .infinitive
                    // "need not call"
                    let isBare = after > at + 1 && after < range.upperBound && tokens[after].has([.base, .be])
                    if hasInfinitive || isBare {
                        setPower(power, at)
                        governs = true
                        at += 1
                        continue
                    }
                }
                return
            case .pronoun
            where sawBe && at == group.start + 1 && at + 1 < range.upperBound
                && tokens[at + 1].has([.participle, .past, .adjective]):
                // "Only then is it guaranteed": the subject stands inside.
                group.subject = at
                if tokens[at + 1].tag == .past { tokens[at + 1].tag = .participle }
                at += 1
                continue
            case .infinitive where governs:
                at += 1
                sawBe = false
                governs = false
                continue
            case .infinitive
            where sawBe
                && (tokens[at - 1].tag == .be || tokens[at - 1].tag == .negation && tokens[max(at - 2, 0)].tag == .be):
                setPower(.beTo, at - 1)
                at += 1
                sawBe = false
                continue
            default: break loop
            }
            at += 1
            group.end = at
        }
        group.isCopula = sawBe
    }

    private func skipAdverbs(_ tokens: Tokens, _ index: Int, _ range: Range<Int>) -> Int {
        var at = index
        while at < range.upperBound, tokens[at].tag == .adverb || tokens[at].tag == .negation { at += 1 }
        return at
    }
}
