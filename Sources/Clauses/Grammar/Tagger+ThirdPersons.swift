/// Third persons: a finite verb, or the plural that looks the same.
extension Tagger {
    func thirdPerson(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag {
        // "size for FW Asserts data": a capital in the middle of a name.
        if tokens[index].shape.contains(.capitalised), !atClauseStart, namesThing || followsCapital(index) {
            return .noun
        }
        if !isNoun || returnsValue(index, after) { return .verb }
        // "Workloads that run on it …"
        if tokens[index].word == 0, has(after, .relative) { return .noun }
        if tokens[index].isForm(of: .need), after < range.upperBound, tokens[after].is(.to),
            has(after + 1, [.base, .be])
        {
            return .verb
        }
        if atClauseStart { return thirdPersonAtStart(index, after) }
        switch previous {
        case .relative: return thirdPersonBehindRelative(index)
        case .pronoun: return .verb
        case .noun, .symbol, .number: return thirdPersonBehindNoun(index, after)
        // "If so stops the ring"
        case .subordinator where index > range.lowerBound && tokens[index - 1].is(.so) && !finiteAhead(index):
            return .verb
        case .mark where tokens[previousIndex].mark == .close:
            return startsObject(after) || !sawFinite && followsVerb(after) && !finiteAhead(index) ? .verb : .noun
        case .conjunction: return thirdPersonBehindConjunction(index, after)
        case .negation: return .verb
        // "Reading shows the slots"
        case .ing: return !sawFinite && startsObject(after) ? .verb : .noun
        default: return .noun
        }
    }

    /// "Ring Stops": both are parts of a name; but "RING Stops" may be a symbol and its verb.
    private func followsCapital(_ index: Int) -> Bool {
        guard previous == .noun, previousIndex == index - 1 else { return false }
        let shape = tokens[previousIndex].shape
        return shape.contains(.capitalised) && !shape.contains(.allCapitals)
    }

    private func thirdPersonAtStart(_ index: Int, _ after: Int) -> Tag {
        let token = tokens[index]
        // "Works like ring_get()"
        if token.isForm(of: .work), has(index + 1, .preposition), tokens[index + 1].is(.like) { return .verb }
        if namesCalls(index) || isEntry(index) { return .noun }
        // "Filters denote the slots": a plural, and its verb.
        if has(index + 1, .base),
            !has(index + 1, [.noun, .adjective, .preposition, .determiner, .adverb, .conjunction, .subordinator])
        {
            return .noun
        }
        // "Returns RING_FULL it does"
        if token.has(.returning), startsObject(after) { return .verb }
        // "Stops the ring so it can shrink": no article stands behind a subject.
        let takesObject = beginsPhrase(after)
        if finiteAhead(index), !takesObject { return .noun }
        if namesThing {
            // "Guards access to it"
            let isGuard = token.has(.guarding) && has(after, .noun) && !has(after, .preposition)
            return startsObject(after) || isGuard ? .verb : .noun
        }
        if token.has([.effect, .vague, .describing, .returning, .guarding, .failing]) { return .verb }
        return startsObject(after) ? .verb : .noun
    }

    /// "Calls to this function, ring_get() and ring_put() may not be mixed"
    private func namesCalls(_ index: Int) -> Bool {
        guard tokens[index].isForm(of: .call), index + 1 < range.upperBound, tokens[index + 1].is(.to),
            !has(index + 2, [.base, .be]),
            let next = (index + 2..<min(range.upperBound, index + Self.horizon)).first(where: {
                has($0, [.modal, .relative])
            })
        else { return false }
        return has(next, .modal) && tokens[next - 1].has([.noun, .symbol])
    }

    private func thirdPersonBehindRelative(_ index: Int) -> Tag {
        if tokens[previousIndex].is(.whose) { return .noun }
        // "a state where slots can be taken"
        if tokens[previousIndex].is(.where_), finiteAhead(index) { return .noun }
        return .verb
    }

    private func thirdPersonBehindNoun(_ index: Int, _ after: Int) -> Tag {
        if hasSubjectAtStart(index, after) || endsSingularSubject(index, after) { return .verb }
        // "migrating slots that sit in it"
        if namesThing, lastVerb == .ing, has(after, .relative) { return .noun }
        // "the driver uses two base addresses 0x10 and 0x20"
        if sawFinite, has(after, .number) { return .noun }
        // "the updates that are due"
        if after + 1 < range.upperBound, tokens[after].is(.that),
            has(after + 1, .finite) || has(after + 1, .base) && !has(after + 1, [.noun, .adjective, .determiner])
        {
            return .noun
        }
        // "a list naming all groups the ring has"
        if namesThing, lastVerb == .ing { return .noun }
        if startsObject(after) { return .verb }
        if sawFinite || beganWithStatement && lastVerb == .unknown { return .noun }
        // An unknown plural is a noun; so is any where a thing is named, and before "to".
        if tokens[index].word == 0 || namesThing || finiteAhead(index) { return .noun }
        return tellsWithoutObject(index, after) ? .verb : .noun
    }

    /// The sentence's first words can be nothing but the subject of a verb such as this.
    private func hasSubjectAtStart(_ index: Int, _ after: Int) -> Bool {
        let token = tokens[index]
        let opening = tokens[range.lowerBound]
        // "This iterator returns full slots."
        if !sawFinite, !namesThing, tokens[previousIndex].has(.thing), previousIndex == range.lowerBound + 1,
            opening.is(.this) || opening.tag == .symbol, token.has(.returning)
        {
            return true
        }
        // "When it has been freed this function waits until …": no comma ends the condition.
        if isSubordinate, sawFinite, !namesThing, opening.tag == .subordinator, tokens[previousIndex].has(.thing),
            tokens[previousIndex - 1].is(.this), followsVerb(after), !finiteAhead(index)
        {
            return true
        }
        // "When this call returns there is a slot", "If the level drops below this the ring is stopped": the condition
        // still wants its verb, and no comma ends it.
        if isSubordinate, !sawFinite, !namesThing, opening.tag == .subordinator, !tokens[previousIndex].has(.plural),
            index + 1 < range.upperBound,
            tokens[index + 1].is(.there) || has(index + 1, .pronoun) && !has(index + 1, .determiner)
                || has(index + 1, .preposition) && !tokens[index + 1].is(.of) && isLoneFiniteAhead(index)
        {
            return true
        }
        // "ring_stop moves to RING_IDLE"
        return namesThing && previous == .symbol && previousIndex == range.lowerBound && token.has(.effect)
            && after < range.upperBound && (tokens[after].is(.to) || tokens[after].is(.from))
    }

    /// "When the queue of the ring drains, …", "The timer stops.", "The ring stops before the slot is freed.": an article and a
    /// singular stand before it, and behind it either the clause ends, or follows a verb that no plural has.
    private func endsSingularSubject(_ index: Int, _ after: Int) -> Bool {
        guard !namesThing, !sawFinite, tokens[index].word != 0, previous == .noun, let start = singularSubject()
        else { return false }
        let opens = start == range.lowerBound || tokens[start - 1].tag == .subordinator
        guard after < range.upperBound else { return false }
        switch tokens[after].mark {
        case .comma: return isSubordinate
        case .period: return isSubordinate || opens && after == index + 1
        case .none: return opens && !isSubordinate && hasSingularAhead(index)
        default: return false
        }
    }

    /// Where the clause's subject begins, when all of it stands right before: "the ring", "the queue of the ring".
    private func singularSubject() -> Int? {
        var at = previousIndex
        while at > range.lowerBound {
            switch tokens[at].tag {
            case .adjective: at -= 1
            // Neither "the rings" nor a base form that only stands where a noun could.
            case .noun where !tokens[at].has(.plural) && (tokens[at].has(.noun) || !tokens[at].has(.base)): at -= 1
            case .determiner:
                guard isSingular(tokens[at]) else { return nil }
                let before = tokens[at - 1]
                switch before.tag {
                case .subordinator, .mark: return at
                case .preposition where isSubordinate && before.is(.of): at -= 2
                default: return nil
                }
            default: return nil
            }
        }
        return tokens[at].tag == .determiner && isSingular(tokens[at]) ? at : nil
    }

    private func isSingular(_ article: Token) -> Bool {
        !article.has(.pronoun) && !article.is(.all) && !article.is(.no) || article.is(.this)
    }

    /// The next finite verb is "is", "has" or the like, before which no other plural stands that could be its subject.
    private func hasSingularAhead(_ index: Int) -> Bool {
        for at in index + 1..<min(range.upperBound, index + Self.horizon) {
            let token = tokens[at]
            guard token.isWord, !token.has(.relative) || token.has(.preposition) else { return false }
            if token.is(.is_) || token.is(.was) || token.is(.has_) || token.is(.does) {
                return tokens[at - 1].has([.noun, .symbol, .pronoun]) || tokens[at - 1].word == 0
            }
            if token.has([.modal, .be, .have, .auxiliaryDo]) { return false }
        }
        return false
    }

    /// What stands behind is no object, and yet shows that this is a verb.
    private func tellsWithoutObject(_ index: Int, _ after: Int) -> Bool {
        let token = tokens[index]
        if after < range.upperBound, tokens[after].is(.to), has(after + 1, .base) {
            // "The core guarantees not to sleep."
            return token.has(.governing) || token.has(.ensuring) && has(after - 1, .negation)
        }
        if after >= range.upperBound || tokens[after].mark != .none {
            // "The walk starts here."
            if after > index + 1, !token.has(.vague), after >= range.upperBound || tokens[after].mark == .period {
                return true
            }
            // "The option returns, for each ring, …"
            if token.has(.returning), !sawFinite, after < range.upperBound, tokens[after].mark == .comma { return true }
            // "always prints 'full'"
            let isQuoting = after < range.upperBound && tokens[after].mark == .quote
            return isQuoting || token.has([.intransitive, .blocking, .failing])
        }
        // "This call handles releasing it"
        if has(after, .ing),
            tokens[previousIndex].has(.thing) || tokens[previousIndex].party != 0 || previous == .symbol
        {
            return true
        }
        return followsVerb(behindParenthesis(after)) || has(after, [.adjective, .noun, .participle])
    }

    private func thirdPersonBehindConjunction(_ index: Int, _ after: Int) -> Tag {
        if tokens[index].word == 0 { return .noun }
        // "It registers both, and fails if it cannot."
        if beganWithStatement, tokens[index].has(.failing), previousIndex > range.lowerBound,
            tokens[previousIndex - 1].mark == .comma, followsVerb(after), !finiteAhead(index)
        {
            return .verb
        }
        if lastVerb == .verb {
            // "looks it up and returns slots"
            return startsObject(after) || followsVerb(after) || tokens[index].has(.returning) ? .verb : .noun
        }
        return startsObject(after) && !finiteAhead(index) ? .verb : .noun
    }

    /// Where a short parenthesis that begins at `index` ends, or `index`.
    private func behindParenthesis(_ index: Int) -> Int {
        guard index < range.upperBound, tokens[index].mark == .open else { return index }
        let close = (index + 1..<min(range.upperBound, index + 8)).last { tokens[$0].mark == .close }
        return close.map { $0 + 1 } ?? index
    }
}
