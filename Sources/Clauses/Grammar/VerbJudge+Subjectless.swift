/// Third persons and participles without a subject that begin their clause, and what a bare form tells.
extension VerbJudge {
    /// "add a node", "initialize the ring"
    func bareEffect(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if verb.has(.returning) { return (.outcome, .returnsValue) }
        // "take a slot, fail if there is none"; but "fail the request if …"
        if verb.isForm(of: .fail), after(group)?.tag == .subordinator { return (.outcome, .returnsValue) }
        // "find out if it is full", "finds out how many there are"; but "find out the ring of a slot"
        if verb.isForm(of: .find), token(group.end)?.is(.out) ?? false, token(group.end + 1)?.tag != .determiner {
            return (.informative, .vague)
        }
        if let next = after(group),
            next.is(.whether) || next.is(.if) && (verb.has(.vague) || !verb.has(.effect) || verb.isForm(of: .determine))
        {
            return (.informative, .vague)
        }
        // "indicate in the ring that it is full"
        if verb.is(.indicate), context.describesFunction, group.mood == .imperative { return (.guarantee, .effect) }
        // "take care of it"
        if after(group)?.is(.care) ?? false { return (.informative, .vague) }
        if verb.has(.effect), !verb.has(.vague) { return (.guarantee, .effect) }
        if verb.has(.vague) {
            let isTold =
                tellsHow(group) || doesWhatItNames(group)
                || context.describesFunction && (verb.isForm(of: .provide) || verb.isForm(of: .support))
            return isTold ? (.guarantee, .effect) : (.informative, .vague)
        }
        if verb.has(.describing) { return (.informative, .describes) }
        if verb.has(.guarding) || verb.has(.ensuring) { return (.guarantee, .guards) }
        return (.guarantee, .effect)
    }

    /// "prepare it by collecting all slots"
    private func tellsHow(_ group: VerbGroup) -> Bool {
        var at = group.end
        while at + 1 < range.upperBound, at < group.end + 12, tokens[at].isWord {
            if tokens[at].is(.by), tokens[at + 1].tag == .ing, tokens[at + 1].has(.effect) { return true }
            at += 1
        }
        return false
    }

    func elided(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if context.kind == .struct || context.kind == .enum || context.kind == .union || context.kind == .typedef,
            context.role == .purpose
        {
            return (.informative, .structPurpose)
        }
        // "Lets look at it"
        if verb.isForm(of: .let), token(group.end)?.has(.base) ?? false { return (.informative, .author) }
        if verb.has(.returning), context.describesFunctionParameter, !tellsResult(group) {
            return (.informative, .describes)
        }
        if verb.has(.returning) || verb.has(.failing) { return (.outcome, .returnsValue) }
        // "Takes a slot": its parameter.
        if verb.is(.takes), follows(group, .determiner, within: 2), !takesHold(group) {
            return (.informative, .describes)
        }
        if verb.isForm(of: .allow) || verb.isForm(of: .permit) { return allows(group) }
        if verb.has(.guarding), !verb.has(.effect) || context.isMember { return (.guarantee, .guards) }
        if context.isMember || context.role == .parameter, !context.isCallback {
            // "signals whether …"
            if let next = after(group), next.is(.whether) || next.is(.if) || next.is(.which) || next.is(.how) {
                return (.informative, .describes)
            }
            if verb.has(.effect), !verb.has([.describing, .vague]) { return (.guarantee, .effect) }
            return (.informative, .describes)
        }
        if verb.isForm(of: .require) || verb.isForm(of: .need) && asksForState(group) {
            // "FIXME: needs a lock"
            if context.section == .toDo { return (.informative, .toDo) }
            return group.isNegated || after(group)?.is(.no) ?? false
                ? (.permission, .noNeed) : (.obligation, .requiresThat)
        }
        if verb.has(.opinion), !verb.has(.effect) {
            return verb.has(.relying) ? (.obligation, .requiresThat) : (.informative, .opinion)
        }
        return bareEffect(group)
    }

    /// "Takes a reference", "takes the lock": what the function does, and no parameter of it.
    private func takesHold(_ group: VerbGroup) -> Bool {
        (group.end..<min(range.upperBound, group.end + 3)).contains {
            (tokens[$0].isForm(of: .lock) || tokens[$0].isForm(of: .reference)) && token($0 + 1)?.tag != .noun
        }
    }

    /// Of a parameter, "returns slot" names it; "Returns the next slot" behind it is the function's result.
    func tellsResult(_ group: VerbGroup) -> Bool {
        context.describesFunctionParameter && after(group)?.tag == .determiner
    }

    func participle(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if isHedged(group) { return (.informative, .survey) }
        if verb.has(.calling), verb.is(.called) || !verb.has(.noun) {
            if isUnderLock(group) { return (context.isCallback ? .guarantee : .obligation, .heldAtCall) }
            return follows(group, [.participle], within: 8) && heldFollows(group) || isWithoutLocks(group)
                ? (context.isCallback || context.kind == .struct ? .guarantee : .obligation, .heldAtCall)
                : (.guarantee, .calledFrom)
        }
        if verb.is(.used), follows(group, .by) || follows(group, .from) && token(group.end + 1)?.tag == .symbol,
            !context.isMember || context.isCallback
        {
            return (.guarantee, .calledFrom)
        }
        // "Never used at the same time as the list"; "never used" tells of the code.
        if group.isNever, group.start <= range.lowerBound + 1, token(group.end)?.tag == .preposition,
            verb.has(.effect) || verb.is(.used) && token(group.end)?.is(.at) ?? false
        {
            return (.guarantee, .effect)
        }
        // "Used to ensure that it is filled first"
        if verb.is(.used), token(group.end)?.tag == .infinitive, let done = token(group.end + 1),
            done.has(.guarding) || done.has(.ensuring) && !done.is(.make)
        {
            return (.guarantee, .guards)
        }
        if verb.is(.used) || verb.isForm(of: .need) { return (.informative, .usedFor) }
        // "Changed by the call", "Not changed on an error": what happens to a parameter.
        if context.describesFunctionParameter, verb.has(.effect), group.start <= range.lowerBound + 1,
            group.isNegated || follows(group, .by) && follows(group, [.thing, .symbol], within: 4)
        {
            return (.guarantee, .effect)
        }
        if befallsMember(group) { return (.guarantee, .effect) }
        if verb.has(.returning) { return context.isMember ? (.informative, .describes) : (.outcome, .returnsValue) }
        // "Released by calling ring_put()."
        if verb.has(.effect), group.start == range.lowerBound, follows(group, .by), token(group.end + 1)?.tag == .ing,
            token(group.end + 2)?.shape.contains(.called) ?? false
        {
            return (.guarantee, .effect)
        }
        return (.informative, .describes)
    }

    /// "Cleared by the core when the ring stops", "Incremented on every slot", "set to true after it ends"
    private func befallsMember(_ group: VerbGroup) -> Bool {
        guard context.isMember, context.kind != .enum, group.start == range.lowerBound, let next = token(group.end),
            head(group).has(.effect), !head(group).has([.describing, .vague])
        else { return false }
        let near = group.end..<max(group.end, min(range.upperBound, group.end + 4))
        if next.is(.by) {
            return near.contains {
                grammar.roles.isFramework(Int(tokens[$0].party) - 1) || tokens[$0].has([.thing, .symbol])
            }
        }
        if next.is(.on) { return token(group.end + 1).map { $0.is(.every) || $0.is(.each) || $0.is(.error) } ?? false }
        func isTime(_ token: Token) -> Bool {
            token.is(.when) || token.is(.once) || token.is(.after) || token.is(.before) || token.is(.until)
        }
        return isTime(next) || next.is(.to) && near.contains { isTime(tokens[$0]) }
    }

    /// "called under the list lock", "with the mutex held"
    func isUnderLock(_ group: VerbGroup) -> Bool {
        guard let link = token(group.end), link.is(.with) || link.is(.under) else { return false }
        for at in group.end + 1..<max(group.end + 1, min(range.upperBound, group.end + 9)) {
            guard tokens[at].isWord || tokens[at].mark == .quote else { return false }
            if tokens[at].is(.held) || tokens[at].is(.holding) || link.is(.under) && tokens[at].isForm(of: .lock) {
                return true
            }
            if link.is(.with), tokens[at].tag == .participle { return isStateAtCall(at) }
        }
        return false
    }

    /// "with interrupts disabled"; but "with the slots passed", "with the slots returned by ring_get()"
    private func isStateAtCall(_ participle: Int) -> Bool {
        guard !tokens[participle].has([.addressing, .returning, .describing]),
            !tokens[participle].isForm(of: .pass), !tokens[participle].is(.given)
        else { return false }
        return token(participle + 1).map { $0.mark != .none || $0.tag == .conjunction } ?? true
    }

    /// "Called without locks."
    private func isWithoutLocks(_ group: VerbGroup) -> Bool {
        guard group.end < range.upperBound, tokens[group.end].is(.without) else { return false }
        return (group.end + 1..<min(range.upperBound, group.end + 5)).contains { tokens[$0].isForm(of: .lock) }
    }

    private func heldFollows(_ group: VerbGroup) -> Bool {
        var at = group.end
        let end = min(range.upperBound, group.end + 10)
        while at < end {
            if tokens[at].is(.held) || tokens[at].is(.holding) { return true }
            at += 1
        }
        return false
    }
}
