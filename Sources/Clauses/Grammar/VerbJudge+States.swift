/// States: what something is, what is done to it, and what there is.
extension VerbJudge {
    /// The first step that knows decides.
    func state(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding? {
        if standsFor(group, segment) { return (.informative, .describes) }
        if group.isPassive { return passive(group, isNegated, segment) }
        if group.isCopula { return copula(group, isNegated) }
        // "stays mapped"
        if head(group).has(.lasting), let state = after(group),
            state.tag == .adjective || state.tag == .participle || state.tag == .preposition
        {
            return (.guarantee, .state)
        }
        return nil
    }

    /// "the ring is stopped", of a constant of an enumeration: what it stands for.
    private func standsFor(_ group: VerbGroup, _ segment: Segment) -> Bool {
        let verb = head(group)
        return context.isMember && context.kind == .enum && (group.isPassive || verb.tag == .ing)
            && segment.kind.stands && !isAction(segment) && !follows(group, .by) && !saysWhen
            && !tokens[range.lowerBound].is(.all) && !verb.has(.calling) && !verb.is(.used)
    }

    /// It tells when, in what state or within which bound something holds, or what comes of it.
    private var saysWhen: Bool {
        tokens[range.lowerBound].tag == .preposition
            || range.contains { tokens[$0].tag == .subordinator || tokens[$0].is(.so) || tokens[$0].is(.than) }
    }

    /// "If this fails, no slot has been taken.": in which state it leaves things.
    private func leaves(_ group: VerbGroup, _ segment: Segment) -> Bool {
        context.describesFunction && !context.isMember && !group.isPast && segment.kind.stands
            && head(group).has(.effect) && tokens[range.lowerBound].tag == .subordinator
            && tokens[range.lowerBound + 1].has(.pronoun)
    }

    /// "The lock is held on entry."
    private var holdsAtEntry: Bool {
        range.dropFirst().contains {
            tokens[$0].isForm(of: .entry) && (tokens[$0 - 1].is(.on) || tokens[$0 - 1].is(.at))
        }
    }

    private func passive(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        let verb = head(group)
        if group.isPerfect { return leaves(group, segment) ? (.guarantee, .effect) : (.informative, .history) }
        if verb.is(.called) || verb.has(.calling) {
            if verb.is(.called), names(after(group)) { return (.informative, .naming) }
            if context.describesFunction, isUnderLock(group) { return (.obligation, .heldAtCall) }
            return (.guarantee, .calledFrom)
        }
        if verb.is(.used) {
            if follows(group, .by) { return (.guarantee, .calledFrom) }
            // "It is only used behind the send.", "used only for the first"
            if !isNegated, segment.kind.stands, group.isOnly || token(group.end)?.is(.only) ?? false {
                return (.guarantee, .effect)
            }
            // "It is used when none is free."
            if let next = after(group), next.tag == .subordinator, !next.is(.as), context.describesFunction {
                return (.guarantee, .effect)
            }
            // "If none is given, the default is used.", "the ring; if NULL, the default is used"
            return tokens[range.lowerBound].is(.if) || token(segment.start)?.is(.if) ?? false
                ? (.guarantee, .effect) : (.informative, .usedFor)
        }
        if verb.is(.held), context.describesFunction {
            return holdsAtEntry ? (.obligation, .heldAtCall) : (.guarantee, .heldAtCall)
        }
        // "No lock is needed."
        if verb.isForm(of: .need), group.subjectNegated, !group.isNegated, segment.kind.stands,
            subject(group)?.has(.thing) ?? false
        {
            return (.permission, .noNeed)
        }
        if verb.has(.opinion), !verb.has(.effect) { return (.informative, .opinion) }
        if verb.has(.describing), !verb.has(.effect) {
            // "Each ring is represented by a node."
            return segment.kind.stands && isOfEach(group) ? (.guarantee, .state) : (.informative, .describes)
        }
        if isSurvey(group) { return (.informative, .survey) }
        if verb.isForm(of: .need) { return (.informative, .usedFor) }
        // "Calling it twice is not supported."
        if isNegated, verb.isForm(of: .support), isAction(segment) { return (.prohibition, .notAllowed) }
        // "is divided into three"
        if verb.has(.arranging), !isNegated { return (.informative, .describes) }
        // "is broken"
        if verb.has(.assessing) { return (.informative, .assessment) }
        return (.guarantee, .effect)
    }

    /// "is called explicit fencing": behind "called" stands a name.
    private func names(_ next: Token?) -> Bool {
        guard let next else { return false }
        if next.is(.either) { return true }
        if next.is(.both) { return false }
        switch next.tag {
        case .determiner, .noun, .adjective: return true
        default: return next.mark == .quote
        }
    }

    private func copula(_ group: VerbGroup, _ isNegated: Bool) -> Finding {
        if let subject = subject(group), subject.is(.there) { return existence(group) }
        guard let complement = after(group) else { return (.informative, .isA) }
        switch complement.tag {
        case .adjective:
            if complement.has(.worthless) { return (.undefined, .worthlessResult) }
            if complement.has(.assessing) { return (.informative, .assessment) }
            if complement.has(.value), isStated(group) { return (.guarantee, .state) }
            return context.isMember && !context.isCallback && !group.isNever
                ? (.informative, .state) : (.guarantee, .state)
        case .ing: return (.informative, .isA)
        // "All slots are in one page."
        case .preposition where isOfEach(group) && !isNegated: return (.guarantee, .state)
        default:
            // "are PAGE_SIZE aligned", "is reference counted"
            let next = token(placeAfter(group) + 1)
            if complement.tag == .noun || complement.tag == .symbol || complement.has(.value),
                next?.tag == .participle || next?.is(.aligned) ?? false
            {
                return (.guarantee, .state)
            }
            if complement.has([.value, .number]), isStated(group) || group.isNever { return (.guarantee, .state) }
            // "Freeing it twice is a bug", "not freeing it is one".
            let isDenied = tokens[range.lowerBound].tag == .negation
            let doing = range.lowerBound + (isDenied ? 1 : 0)
            if let next, next.is(.bug) || next.is(.error), token(doing)?.tag == .ing, !isNegated || isDenied,
                token(placeAfter(group) + 2).map({ $0.tag == .mark }) ?? true
            {
                let isLeftUndone = isDenied || tokens[doing].isForm(of: .forget)
                return isLeftUndone ? (.obligation, .duty) : (.prohibition, .notAllowed)
            }
            // "Copies are always at the end of the ring."
            let isAlways = (group.start..<placeAfter(group)).contains { tokens[$0].is(.always) }
            return isAlways && !isNegated && !group.isPerfect ? (.guarantee, .state) : (.informative, .isA)
        }
    }

    /// "ring_size is zero", of a function "the slot is NULL", of a member "is zero when it is free".
    private func isStated(_ group: VerbGroup) -> Bool {
        if context.isMember {
            let after = placeAfter(group) + 1
            return token(after)?.tag == .subordinator
        }
        return subject(group)?.has(.symbol) ?? false || context.describesFunction && group.subject >= 0
    }

    /// "at most two", "no more than two", "exactly one", "only one"
    func namesBound(_ start: Int) -> Bool {
        guard let first = token(start), let second = token(start + 1), let third = token(start + 2) else {
            return false
        }
        if first.is(.at) { return second.is(.most) && third.has(.number) }
        if first.is(.no) { return (second.is(.more) || second.is(.less)) && third.is(.than) }
        return (first.is(.exactly) || first.is(.only)) && second.has(.number)
    }

    func existence(_ group: VerbGroup) -> Finding {
        if namesBound(group.end) { return (.guarantee, .exists) }
        var at = group.end
        while at < range.upperBound, at < group.end + 6, tokens[at].mark == .none {
            if tokens[at].has(.document) { return (.informative, .existsNot) }
            // "There is a limited number of them."
            if tokens[at].isForm(of: .limit) { return (.guarantee, .exists) }
            if tokens[at].has(.thing), tokens[at].tag == .noun { return (.guarantee, .exists) }
            // "There is one lock per ring."
            if tokens[at].is(.per), tokens[group.end].has(.number) { return (.guarantee, .exists) }
            if tokens[at].tag == .preposition { break }
            at += 1
        }
        return (.informative, .existsNot)
    }
}
