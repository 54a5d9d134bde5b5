/// Freedoms denied: "may not", "cannot", "nobody can". They forbid, tell what never happens, or what is not sure to.
extension VerbJudge {
    /// The first step that knows decides.
    func denial(_ group: VerbGroup) -> Finding {
        deniedToAll(group) ?? deniedByValue(group) ?? possibility(group) ?? deniedInPlace(group)
    }

    /// "No thread may be in a call to it.", "Nobody can tell."
    private func deniedToAll(_ group: VerbGroup) -> Finding? {
        if group.subjectNegated, group.power == .may, !group.isCopula || after(group)?.tag == .preposition {
            return (.prohibition, .noFreedom)
        }
        guard subject(group)?.is(.nobody) ?? false else { return nil }
        return head(group).has(.relying) ? (.prohibition, .cannotRely) : (.informative, .possibility)
    }

    /// A parameter that "cannot be NULL", a state that "cannot be relied on": what has to be true, what may not be built on.
    private func deniedByValue(_ group: VerbGroup) -> Finding? {
        if group.isCopula, context.isMember, !context.isCallback, after(group)?.has(.value) ?? false {
            return (.obligation, .requiresThat)
        }
        if head(group).has(.relying),
            subjectIsParty(group) || group.isPassive || subject(group) == nil || subjectIsReader(group)
        {
            return (.prohibition, .cannotRely)
        }
        return nil
    }

    /// "may not be ready", "could not be found", "cannot guarantee": it is merely possible, or nothing to build on.
    private func possibility(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        if isTentative(group) || isEpistemic(group) || group.power == .may && isSurvey(group) {
            return (.informative, .possibility)
        }
        if verb.has(.ensuring), !verb.is(.make) || after(group)?.is(.sure) ?? false, !group.isPassive {
            return (.undefined, .worthlessResult)
        }
        if verb.has(.consequence), !verb.has(.effect), !group.isPassive, !verb.is(.exceed) || group.power != .can {
            return (.informative, .possibility)
        }
        return nil
    }

    /// Whether somebody is forbidden something, or something never happens.
    private func deniedInPlace(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        // "cannot be stopped" tells what does not happen; "cannot be called", "may not be stopped" forbid.
        if group.isPassive, group.power == .can, !verb.has([.calling, .addressing]), !subjectIsParty(group) {
            return (.guarantee, .impossible)
        }
        if subjectIsParty(group) || group.isPassive || subject(group) == nil || verb.has(.blocking)
            || context.isCallback || subjectIsReader(group)
        {
            return (.prohibition, .noFreedom)
        }
        if group.power == .may {
            return group.isCopula && !isBarred(group) ? (.informative, .possibility) : (.prohibition, .noFreedom)
        }
        if group.isCopula, group.isNever { return (.guarantee, .impossible) }
        if group.isCopula || subject(group)?.has(.running) ?? false { return (.prohibition, .noFreedom) }
        return (.guarantee, .impossible)
    }

    /// "may not be ready", "may not match", "may not yet": it is merely possible.
    private func isEpistemic(_ group: VerbGroup) -> Bool {
        guard group.power == .may else { return false }
        // "may be not connected"
        let isInside = (group.start + 1..<group.end).contains {
            tokens[$0].tag == .negation && tokens[$0 - 1].tag == .be
        }
        if isInside || head(group).has(.opinion) && !head(group).has(.relying) { return true }
        if isBarred(group) { return false }
        if group.isCopula { return after(group).map { !$0.has(.value) } ?? true }
        // "You may not be able to", "may not support it"
        if (group.start..<group.end).contains(where: { tokens[$0].has(.possibility) }) { return true }
        for index in group.start..<group.end where tokens[index].is(.yet) || tokens[index].is(.always) { return true }
        let verb = head(group)
        // "The caller may not have a ring."; but "callers may not hold the lock".
        if verb.has([.have, .describing]), !verb.has(.effect), !group.isPassive {
            return !(verb.isForm(of: .hold) && subjectIsParty(group))
        }
        if subjectIsParty(group) || group.isPassive || subject(group) == nil || verb.has(.blocking) { return false }
        return verb.has([.opinion, .consequence, .intransitive]) || verb.has(.describing) && !verb.has(.effect)
            || !verb.has([.effect, .blocking, .vague, .guarding])
    }

    /// "may not be smaller than it"; of a parameter, "may not be the last slot": what it has not to be.
    private func isBarred(_ group: VerbGroup) -> Bool {
        guard group.isCopula, let complement = after(group) else { return false }
        if token(placeAfter(group) + 1)?.is(.than) ?? false { return true }
        return context.describesFunctionParameter && complement.tag == .determiner
    }
}
