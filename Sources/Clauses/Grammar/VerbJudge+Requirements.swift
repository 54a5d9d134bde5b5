/// What has to be so before a call, and what has not: "needs", "allows", "assumes", "requires".
extension VerbJudge {
    /// The first step that knows decides.
    func requirement(_ group: VerbGroup, _ isNegated: Bool) -> Finding? {
        let verb = head(group)
        if isNegated, isSurvey(group) { return (.informative, .survey) }
        if verb.isForm(of: .need), let finding = plainNeed(group, isNegated) { return finding }
        if verb.isForm(of: .allow) || verb.isForm(of: .permit) || verb.isForm(of: .let) { return allows(group) }
        return reliance(group) ?? demand(group, isNegated)
    }

    /// "You do not need a lock.", "The core needs the ring."
    private func plainNeed(_ group: VerbGroup, _ isNegated: Bool) -> Finding? {
        if isNegated { return (.permission, .noNeed) }
        if subjectIsReader(group) { return (.obligation, .duty) }
        if group.party >= 0 { return (.guarantee, .state) }
        return after(group)?.is(.no) ?? false || asksForState(group) ? nil : (.informative, .describes)
    }

    /// "This call assumes that the device is there."
    private func reliance(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        guard verb.has(.relying), verb.has(.opinion),
            subjectIsThing(group) || subject(group)?.has(.running) ?? false
        else { return nil }
        // "the driver assumes that the device is there": of the device, not of a caller.
        return group.party >= 0 && !grammar.roles.isFramework(group.party)
            ? (.informative, .opinion) : (.obligation, .requiresThat)
    }

    /// "It requires a lock.", "It needs no lock."
    private func demand(_ group: VerbGroup, _ isNegated: Bool) -> Finding? {
        let verb = head(group)
        // "ring_get() does not require a lock", "The put needs no lock."
        if verb.isForm(of: .require) || verb.isForm(of: .need), isNegated || after(group)?.is(.no) ?? false,
            subjectIsThing(group) || subject(group) == nil && asksForState(group)
        {
            return (.permission, .noNeed)
        }
        if verb.isForm(of: .require) || verb.isForm(of: .need) && asksForState(group), let subject = subject(group),
            subject.has([.symbol, .pronoun]) || asksForState(group)
        {
            // "The put needs no lock."
            if isNegated || after(group)?.is(.no) ?? false { return (.permission, .noNeed) }
            return (.obligation, .requiresThat)
        }
        return nil
    }

    /// "requires at least a read lock", "needs process context", "needs no locking"
    func asksForState(_ group: VerbGroup) -> Bool {
        (group.end..<min(range.upperBound, group.end + 6)).contains {
            tokens[$0].is(.context)
                || tokens[$0].isForm(of: .lock) && (tokens[$0].tag == .noun || tokens[$0].tag == .ing)
        }
    }

    /// "allows drivers to …", "lets drivers …" is their freedom; "allows …" alone says what a thing is good for.
    func allows(_ group: VerbGroup) -> Finding {
        let isLet = head(group).isForm(of: .let)
        var isParty = false
        // "This allows a reader to …"
        let isThis =
            !isLet && group.mood == .finite
            && (subject(group)?.is(.this) ?? false || token(group.subject - 1)?.is(.this) ?? false)
        for at in group.end..<min(range.upperBound, group.end + 12) {
            guard tokens[at].isWord else { break }
            if at < group.end + 4, tokens[at].party != 0 || tokens[at].is(.you) { isParty = true }
            if isParty || isThis, isLet || tokens[at].tag == .infinitive { return (.permission, .allowed) }
        }
        return isLet ? (.guarantee, .effect) : (.informative, .usedFor)
    }
}
