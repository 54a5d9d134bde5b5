/// Words that may be verbs: a finite form, a bare one, an imperative, or the noun that looks the same.
extension Tagger {
    func finiteOrBare(_ index: Int) -> Tag? {
        let token = tokens[index]
        // "need not"
        if token.is(.need), has(index + 1, .negation) { return .verb }
        let isNoun = token.has(.noun)
        let after = next(index)
        if token.isForm(of: .need), !namesThing, previous != .determiner, index + 2 < range.upperBound,
            tokens[index + 1].is(.to),
            tokens[index + 2].has([.base, .be, .have])
        {
            return previous == .modal || previous == .auxiliaryDo || previous == .negation || previous == .infinitive
                ? .bare : .verb
        }
        // "If the ring is full returns -EBUSY"
        if isSubordinate, sawFinite, tokens[range.lowerBound].tag == .subordinator, token.has(.thirdPerson),
            previous == .adjective || previous == .participle, returnsValue(index, after)
        {
            return .verb
        }
        switch previous {
        case .be, .have:
            if token.has(.participle) { return .participle }
            if previous == .be, token.has(.adjective) { return .adjective }
        case .modal, .infinitive:
            if token.has(.base) { return .bare }
        case .auxiliaryDo where token.has(.base): return .bare
        case .negation where token.has(.base): return baseBehindNegation(index)
        case .determiner, .adjective, .preposition: return behindModifier(index, isNoun)
        default: break
        }
        if token.shape.contains(.possessive) { return .noun }
        // "There exist two of them."
        if token.is(.exist), tokens[max(index - 1, range.lowerBound)].is(.there) { return .verb }
        // "Variants of it, ring_get() and ring_put(), also exist."
        if token.is(.exist), previous == .mark, index > range.lowerBound { return .verb }
        if token.has(.thirdPerson) { return thirdPerson(index, after, isNoun) }
        return base(index, after, isNoun)
    }

    /// "must not call", "do not call"; but "not call" at a clause's start stays an imperative.
    private func baseBehindNegation(_ index: Int) -> Tag {
        // "Two readers never get the same slot."
        if tokens[index - 1].is(.never), index - 2 >= range.lowerBound {
            switch tokens[index - 2].tag {
            case .noun, .symbol, .pronoun, .relative: return .verb
            default: break
            }
        }
        let isInside = index > range.lowerBound + 1
        // "to not call"
        let isSplit = isInside && tokens[index - 2].tag == .infinitive
        // "must stop it and not free it"
        let goesOn = isInside && lastVerb == .bare && tokens[index - 2].tag == .conjunction
        return isSplit || goesOn || lastVerb == .modal || lastVerb == .auxiliaryDo || lastVerb == .verb
            ? .bare : .imperative
    }

    /// "the call", "a full stop", "on return": a noun, but for a few forms that cannot be one.
    private func behindModifier(_ index: Int, _ isNoun: Bool) -> Tag? {
        let token = tokens[index]
        // "by means of"
        if token.is(.means), tokens[previousIndex].is(.by) { return .noun }
        if previous == .preposition, token.has(.thirdPerson), !isNoun, !namesThing { return .verb }
        // "True tells that …"
        if previous == .adjective, token.has(.thirdPerson), !isNoun, tokens[previousIndex].has(.value) {
            return .verb
        }
        // "The directive includes all items.": what only looks like an adjective is the subject.
        if previous == .adjective, token.has(.thirdPerson), !namesThing, !sawFinite,
            tokens[previousIndex].word == 0, has(index + 1, .determiner), !finiteAhead(index)
        {
            return .verb
        }
        if previous == .adjective, token.has([.effect, .returning]), followsValueCondition {
            return token.has(.thirdPerson) ? .verb : .imperative
        }
        return isNoun || previous != .preposition || token.has(.base) ? .noun : nil
    }

    // MARK: Looking around

    /// "returns -EBUSY", "return NULL"
    func returnsValue(_ index: Int, _ after: Int) -> Bool {
        tokens[index].has(.returning) && has(after, [.errorCode, .number, .value]) && !has(after, .determiner)
    }

    /// Right before stands "A and B", which is plural.
    func joinsNames() -> Bool {
        guard previousIndex > range.lowerBound, lastVerb == .unknown else { return false }
        if tokens[previousIndex - 1].tag == .conjunction { return true }
        // "Both the reader and the walk use …"
        return tokens[range.lowerBound].is(.both) && previousIndex > range.lowerBound + 2
            && tokens[previousIndex - 1].tag == .determiner && tokens[previousIndex - 2].tag == .conjunction
    }
}
