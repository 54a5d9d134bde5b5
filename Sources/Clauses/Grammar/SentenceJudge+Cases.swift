/// What holds in a case, or at a value: "If the ring is empty, …", "otherwise …", "NULL to begin with the first".
extension SentenceJudge {
    /// "If the ring is empty, its state is RING_IDLE.", "Otherwise the walk proceeds to the next.": what is so in a case can
    /// be broken in it, whatever the verb.
    func cases(_ judgements: Judgements) {
        guard !context.isMember || context.isCallback, segments[0].kind == .main,
            judgements[0].modality == .informative,
            judgements[0].group >= 0
        else { return }
        let group = groups[judgements[0].group]
        guard group.subject >= 0, !tokens[group.subject].has(.author), !tokens[group.subject].is(.you) else { return }
        let isTold =
            switch judgements[0].border {
            case .describes, .possession: true
            // "the best choice is a larger one" is thought.
            case .isA: !tokens[group.subject].has(.pronoun) && namesValue(behind: group)
            default: false
            }
        guard isTold, group.segment == 0, group.mood == .finite, !group.isPast, !group.isPerfect, namesCase else {
            return
        }
        judgements[0] = Judgement(modality: .guarantee, border: .inCase, group: judgements[0].group, isWeak: true)
    }

    private func namesValue(behind group: VerbGroup) -> Bool {
        guard group.end < range.upperBound else { return false }
        return tokens[group.end].has([.value, .number]) || tokens[group.end].tag == .symbol
    }

    /// The sentence begins with a condition that is none of its reader ("if you need it"), or with "otherwise".
    private var namesCase: Bool {
        let first = tokens[range.lowerBound]
        if first.is(.otherwise) { return true }
        // "If, as a result, …": the words between the commas are none of it.
        guard segments.count > 1, segments[1].isInitial, segments[1].kind == .condition,
            segments[1].end > segments[1].introducer + 2,
            // "If in doubt, …", "when reading this, …"
            segments[1].hasFinite || tokens[segments[1].introducer + 1].has([.value, .number, .participle]),
            first.is(.if) || first.is(.when) || first.is(.once)
        else { return false }
        return !(segments[1].start..<segments[1].end).contains { tokens[$0].is(.you) || tokens[$0].has(.author) }
    }

    /// A parameter's "if true, clear the entries", "Otherwise pad with spaces": what happens at a value.
    func conditionalParameter(_ judgements: Judgements) {
        guard context.isMember, !context.isCallback, segments[0].kind == .main, judgements[0].border != .aside else {
            return
        }
        if tokens[range.lowerBound].is(.otherwise), judgements[0].modality == .informative, judgements[0].group >= 0,
            groups[judgements[0].group].mood == .imperative
        {
            judgements[0] = Judgement(modality: .guarantee, border: .effect, isWeak: true)
            return
        }
        guard segments.count > 1, segments[1].isInitial, segments[1].kind == .condition else { return }
        let start = segments[1].end
        var at = start
        while at < range.upperBound, tokens[at].mark == .comma || tokens[at].tag == .adverb { at += 1 }
        guard at < range.upperBound else { return }
        if namesValue(segments[1]), range.upperBound - at > 1 {
            // "If not set, pad with zeroes", "if set, don't sleep": whatever the words, they tell what is done then.
            switch judgements[0].border {
            case .reference, .possibility, .isA, .duty, .advice: return
            case .prohibitionImperative where (at..<range.upperBound).contains { tokens[$0].shape.contains(.called) }:
                return
            default: break
            }
            guard judgements[0].modality == .informative || judgements[0].border == .prohibitionImperative,
                (at..<range.upperBound).contains(where: { tokens[$0].has([.base, .thirdPerson]) })
            else { return }
        } else {
            guard judgements[0].modality == .informative, tokens[at].has([.base, .thirdPerson]),
                tokens[at].has(.effect) && !tokens[at].has(.describing) || tokens[at].is(.do_)
            else { return }
        }
        judgements[0] = Judgement(modality: .guarantee, border: .effect, isWeak: true)
    }

    /// "the slot to begin at, or NULL to begin with the first": what happens at a value.
    func valueWithEffect(_ judgements: Judgements) {
        guard context.isMember, !context.isCallback, range.count > 3, judgements[0].modality == .informative,
            judgements[0].border != .aside
        else { return }
        for at in range.lowerBound + 1..<range.upperBound - 2
        where standsForValue(at) && tokens[at + 1].tag == .infinitive && tokens[at + 2].has(.effect) {
            judgements[0] = Judgement(modality: .guarantee, border: .effect, isWeak: true)
            return
        }
    }

    /// "NULL", and, behind "or", "0" and "RING_DEFAULT"; "1 to enable, 0 to disable" is the way that a value is encoded.
    private func standsForValue(_ at: Int) -> Bool {
        if tokens[at].has(.value) { return true }
        guard tokens[at].has(.number) || tokens[at].isConstant else { return false }
        return tokens[at - 1].is(.or)
    }

    /// "if true", "if not set", "if NULL": the value of what is documented, and nothing else.
    private func namesValue(_ condition: Segment) -> Bool {
        guard tokens[condition.introducer].is(.if) else { return false }
        var at = condition.introducer + 1
        if at < condition.end, tokens[at].tag == .negation { at += 1 }
        guard at < condition.end, tokens[at].has([.value, .number, .participle]) else { return false }
        return at + 1 == condition.end || at + 2 == condition.end && tokens[at + 1].mark == .comma
    }
}
