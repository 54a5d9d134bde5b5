/// Freedoms: what "may", "can", "might" and "could" leave to somebody, or tell of a call.
extension VerbJudge {
    /// The first step that knows decides; what none of them knows is left free.
    func freedom(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        if warns(group, isNegated, segment) { return (.guarantee, .mayDo) }
        if let finding = beyondFreedom(group, segment) { return finding }
        if isBounded(group, segment) { return (.obligation, .bound) }
        if isNegated { return denial(group) }
        if let finding = narrowed(group) ?? governed(group) ?? ofCall(group) { return finding }
        if group.isPassive { return passiveFreedom(group) }
        if group.isCopula { return freedomOfState(group) }
        return freedomOfAction(group, segment)
    }

    /// "might", "could": thought of, rather than left to somebody.
    func isTentative(_ group: VerbGroup) -> Bool { group.power == .might || group.power == .could }

    /// Nobody is given or denied anything: of names, of what a call may return, of what may have been.
    private func beyondFreedom(_ group: VerbGroup, _ segment: Segment) -> Finding? {
        let verb = head(group)
        if isAuthor(group) { return (.informative, .author) }
        if group.isReduced, segment.firstGroup == segment.lastGroup { return (.informative, .name) }
        // "The states that it can be are 1 and 2."
        if let next = token(group.end), next.tag == .be || next.tag == .verb { return (.informative, .name) }
        // "Drivers may or may not implement it": they are free.
        if isEither(group), subjectIsParty(group), !group.isPassive, verb.has(.base) { return (.permission, .freedom) }
        // "as may be needed for it"
        if isEither(group) || token(group.start - 1)?.is(.as) ?? false { return (.informative, .possibility) }
        if let subject = subject(group), subject.is(.there), group.subject == group.start - 1 {
            return existence(leftOpenBy: group)
        }
        if verb.has(.failing)
            || verb.has(.returning)
                && (!group.isPassive || follows(group, [.value, .errorCode]) || isResultReturned(group))
            || (!group.isPassive && follows(group, .errorCode, within: 12))
        {
            if follows(group, .worthless, within: 8) { return (.undefined, .worthlessResult) }
            return (.outcome, .canFail)
        }
        if group.isPerfect { return (.informative, .possibility) }
        // "It may be missing a slot", "can be one of these"
        if verb.tag == .ing
            || group.isCopula && token(group.end).map({ $0.is(.first1) || $0.has(.number) }) ?? false
                && token(group.end + 1)?.is(.of) ?? false
        {
            return (.informative, .possibility)
        }
        if isHedged(group) || isOfFuture(group) { return (.informative, .possibility) }
        return nil
    }

    /// "There can be no slot", "there cannot be two", "there can be at most two": how many there are is settled.
    private func existence(leftOpenBy group: VerbGroup) -> Finding {
        guard group.power == .can else { return (.informative, .existsNot) }
        if group.isNegated || group.isOnly { return (.guarantee, .exists) }
        guard let next = token(group.end) else { return (.informative, .existsNot) }
        let isBound = next.is(.no) || next.is(.only) || namesBound(group.end)
        return isBound ? (.guarantee, .exists) : (.informative, .existsNot)
    }

    /// "may only be called", "may be called only if": what is left free ends somewhere, and has to stay within.
    private func narrowed(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        // "Only some of it can be done."
        if group.isOnly, isSurvey(group) { return (.informative, .survey) }
        if group.isOnly || standsOnlyBehind(group),
            group.isPassive || group.isCopula || subjectIsParty(group)
                || group.power == .may && group.inner == .none && !verb.has(.vague) && !isSurvey(group)
        {
            return (.obligation, .onlyIf)
        }
        // "can only tell the count"
        if group.isOnly, group.power == .can { return (.guarantee, .willDo) }
        return nil
    }

    /// "may want to", "may need to"; but "can be used to" is a freedom.
    private func governed(_ group: VerbGroup) -> Finding? {
        switch group.inner {
        case .tend:
            // "may choose to"
            let isUse = (group.start..<group.end).contains {
                tokens[$0].is(.used) || tokens[$0].tag == .bare && tokens[$0].has(.effect) && $0 != group.head
            }
            return isUse && group.power != .might ? (.permission, .freedom) : (.informative, .possibility)
        case .need: return subjectIsParty(group) ? (.permission, .freedom) : (.informative, .possibility)
        default: return nil
        }
    }

    /// "Beware that the walk can be restarted", and, with or without a preface, "the callback can be called from an
    /// interrupt.": whoever reads it has to reckon with it.
    private func warns(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Bool {
        guard !isNegated, group.subject >= 0, group.party < 0, !isAuthor(group), !subjectIsReader(group),
            group.power == .can || group.power == .may, group.isPassive, !isOfFuture(group)
        else { return false }
        // The preface stands before what is judged.
        let start = range.lowerBound
        if segment.start == start, start > 1, tokens[start - 1].is(.that), tokens[start - 2].is(.beware) { return true }
        guard tokens[group.subject].is(.callback), head(group).is(.called), let next = after(group) else {
            return false
        }
        return next.is(.from) || next.is(.while_) || next.is(.in_) && isInContext(placeAfter(group))
    }

    /// "may sleep", "May take several slots": what a call may do promises something to those who make it.
    private func ofCall(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        if verb.has(.blocking), !group.isPassive,
            subject(group).map({ $0.has([.pronoun, .symbol, .thing]) && !subjectIsParty(group) }) ?? true
        {
            // What a call does; of a callback, what whoever implements it is free to do.
            return context.isCallback && context.section != .context ? (.permission, .freedom) : (.guarantee, .maySleep)
        }
        // "This function can take several slots."; but "can run in any context"
        if context.describesFunction, group.power == .can, !group.isPassive, !group.isCopula, group.inner == .none,
            verb.has(.effect), !follows(group, .in_), !follows(group, .from), subject(group)?.has(.thing) ?? false,
            token(group.subject - 1)?.is(.this) ?? false
        {
            return (.guarantee, .mayDo)
        }
        // Without a subject, what the function does.
        if context.describesFunction, group.start == range.lowerBound, !group.isPassive, !group.isCopula,
            verb.has(.effect)
        {
            return (.guarantee, .mayDo)
        }
        return nil
    }

    private func passiveFreedom(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if verb.has([.opinion, .describing]), !verb.has(.effect), !verb.isForm(of: .specify),
            !verb.isForm(of: .define), !verb.isForm(of: .hold), !isOfParty(group)
        {
            return (.informative, .possibility)
        }
        if verb.has(.harming) { return (.informative, .possibility) }
        if verb.isForm(of: .see) || isPlaced(group) { return (.informative, .reference) }
        // "could be removed" thinks of it; "could be used" offers it.
        let isThought = group.power == .might || group.power == .could && !verb.is(.used)
        return isThought ? (.informative, .possibility) : (.permission, .freedom)
    }

    /// "can be held by the driver": it is somebody who is free to.
    private func isOfParty(_ group: VerbGroup) -> Bool {
        guard let by = after(group), by.is(.by) else { return false }
        let agent = placeAfter(group) + 1
        return (agent..<agent + 3).contains { token($0).map { $0.party != 0 } ?? false }
    }

    /// "can be zero", "may be empty"
    private func freedomOfState(_ group: VerbGroup) -> Finding {
        if let complement = after(group), complement.has(.worthless) { return (.undefined, .worthlessResult) }
        if isTentative(group) { return (.informative, .possibility) }
        if let complement = after(group), complement.has(.assessing) || tokens[group.end - 1].is(.too) {
            return (.informative, .possibility)
        }
        // "can be more frequent"; but of a parameter, "can be less than the size"
        if let degree = token(group.end), degree.is(.more) || degree.is(.less) {
            return context.isMember ? (.permission, .freedom) : (.informative, .possibility)
        }
        if let complement = after(group), complement.tag == .preposition { return (.informative, .possibility) }
        return (.permission, .freedom)
    }

    private func freedomOfAction(_ group: VerbGroup, _ segment: Segment) -> Finding {
        let verb = head(group)
        if isTentative(group), group.party >= 0, grammar.roles.isFramework(group.party) {
            return (.informative, .possibility)
        }
        if verb.has(.opinion), !verb.has([.effect, .relying]) { return (.informative, .possibility) }
        if verb.has(.consequence), !verb.has(.effect) { return (.informative, .possibility) }
        // "Changing the mode may reset the count."; but "Using it, the caller can reset the count."
        if isAction(segment), !tokens[segment.start].has(.preposition), subject(group)?.tag != .pronoun,
            !(segment.start..<group.start).contains(where: { tokens[$0].mark == .comma })
        {
            return (.informative, .possibility)
        }
        if subjectIsParty(group) || subjectIsReader(group) { return (.permission, .freedom) }
        if isTentative(group) { return (.informative, .possibility) }
        if verb.has(.consequence) || verb.isForm(of: .require) { return (.informative, .possibility) }
        if verb.has([.describing, .have]), !verb.has(.effect) || verb.isForm(of: .have) {
            // "A slot can hold at most two pages."
            return group.power == .can && namesBound(group.end) ? (.guarantee, .bound) : (.informative, .possibility)
        }
        return (.permission, .freedom)
    }

    // MARK: What tells freedoms apart

    /// "Other errors may be returned", "Can be returned if …"; but "slots may be returned to the pool".
    func isResultReturned(_ group: VerbGroup) -> Bool {
        subject(group)?.has(.result) ?? !follows(group, .to)
    }

    /// "can be found in the samples", "can be downloaded from there": where something is.
    func isPlaced(_ group: VerbGroup) -> Bool {
        let verb = head(group)
        guard verb.isForm(of: .find) || verb.isForm(of: .obtain) || verb.isForm(of: .download) else { return false }
        return follows(group, .in_) || follows(group, .at) || follows(group, .from) || follows(group, .under)
            || follows(group, .on)
    }

    /// "may or may not be used"
    func isEither(_ group: VerbGroup) -> Bool {
        func repeats(_ or: Int, _ modal: Int) -> Bool {
            token(or)?.is(.or) ?? false && token(modal)?.word == tokens[group.start].word
        }
        return repeats(group.end, group.end + 1) || repeats(group.start - 1, group.start - 2)
    }

    /// "may be changed in the future"
    func isOfFuture(_ group: VerbGroup) -> Bool {
        (group.end..<min(range.upperBound, group.end + 8)).contains {
            tokens[$0].is(.future) && tokens[$0].tag == .noun
        }
    }

    /// "may be called only if", "may be taken only once": what is free ends at an "only" right behind the verb's phrase.
    func standsOnlyBehind(_ group: VerbGroup) -> Bool {
        for at in group.end..<max(group.end, min(range.upperBound, group.end + 10)) {
            switch tokens[at].tag {
            case .mark, .subordinator, .relative, .infinitive, .verb, .bare, .ing, .be, .modal, .have: return false
            default: break
            }
            guard tokens[at].is(.only), let next = token(at + 1) else { continue }
            return next.tag == .subordinator || next.tag == .preposition || next.has(.number)
        }
        return false
    }

    /// "A maximum of two slots"
    private func namesMaximum(_ subject: Range<Int>) -> Bool {
        subject.dropLast(2).contains {
            tokens[$0].is(.maximum) && tokens[$0 + 1].is(.of) && tokens[$0 + 2].has(.number)
        }
    }

    /// "can hold at most 3", "may take no more than 2": what is free within a bound has to stay within it.
    func isBounded(_ group: VerbGroup, _ segment: Segment) -> Bool {
        // "At most 4 slots may be held.", "No more than one can be empty."
        if segment.kind.stands, segment.start + 1 < group.start, group.isPassive || group.isCopula {
            let (first, second) = (tokens[segment.start], tokens[segment.start + 1])
            if first.is(.at) && second.is(.most) { return true }
            if first.is(.no), second.is(.more), tokens[segment.start + 2].is(.than) { return true }
            if namesMaximum(segment.start..<group.start) { return true }
        }
        guard subjectIsParty(group) || group.isPassive, group.isNegated == group.subjectNegated else { return false }
        var at = group.end
        while at + 1 < range.upperBound, at < group.end + 4, tokens[at].isWord {
            if tokens[at].is(.at), tokens[at + 1].is(.most) { return true }
            if tokens[at].is(.no), tokens[at + 1].is(.more) { return true }
            if namesMaximum(at..<min(at + 3, range.upperBound)) { return true }
            at += 1
        }
        return false
    }
}
