/// Duties and announcements: what "must", "need to" and "should" ask of somebody, what "will" and "would" announce.
extension VerbJudge {
    func duty(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        // "We need to stop the ring first": what the code has to do.
        if group.power == .need, speaksForCode(group, segment) { return (.obligation, .duty) }
        if isAuthor(group) || group.power == .need && isHedged(group) { return (.informative, .author) }
        // "It must be said that …"
        if group.isPassive, subject(group)?.is(.it) ?? false, follows(group, .that),
            head(group).isForm(of: .note) || head(group).has(.opinion) && !head(group).has([.relying, .ensuring])
        {
            return (.informative, .author)
        }
        // "must not forget to free it", "must not fail to free it"
        let fails = head(group).isForm(of: .fail) && after(group)?.tag == .infinitive
        if isNegated, fails || head(group).isForm(of: .forget) { return (.obligation, .duty) }
        // "must have no slots", "there must be no slot"
        let isOfThing = head(group).has(.have) || subject(group)?.is(.there) ?? false
        if !isNegated, isOfThing, after(group)?.is(.no) ?? false { return (.prohibition, .negatedDuty) }
        return isNegated ? (.prohibition, .negatedDuty) : (.obligation, .duty)
    }

    func need(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        // "Readers had to wait."
        if group.powerToken >= 0, tokens[group.powerToken].is(.had) || group.isPast { return (.informative, .history) }
        if isNegated {
            // "Most drivers do not need this."
            if isSurvey(group) { return (.informative, .survey) }
            return deniesInfinitive(group) && !group.subjectNegated
                ? (.prohibition, .negatedDuty) : (.permission, .noNeed)
        }
        // "Are not required to never wait"
        if deniesDuty(group), deniesInfinitive(group), !group.subjectNegated { return (.permission, .noNeed) }
        // "FIXME: needs to be freed"
        if context.section == .toDo, group.mood == .elided { return (.informative, .toDo) }
        // "Many rings need to grow."
        if isSurvey(group) { return (.informative, .survey) }
        return duty(group, false, segment)
    }

    /// "are required not to wait", "have to never wait", "are free not to wait": what is negated is the infinitive. "Need
    /// not to wait" is not so read: the negation stands with "need" itself.
    func deniesInfinitive(_ group: VerbGroup) -> Bool {
        guard group.powerToken >= 0, group.powerToken < group.head else { return false }
        let power = tokens[group.powerToken]
        var isBehind = !power.isForm(of: .need) && !power.isForm(of: .have)
        for index in group.powerToken + 1..<group.head {
            if tokens[index].is(.to) { isBehind = true }
            if isBehind, tokens[index].tag == .negation { return true }
        }
        return false
    }

    /// "are not required": the negation stands before the duty.
    func deniesDuty(_ group: VerbGroup) -> Bool {
        (group.start..<max(group.start, group.powerToken)).contains { tokens[$0].tag == .negation }
    }

    func beTo(_ group: VerbGroup, _ isNegated: Bool) -> Finding {
        // "All it does is to set a flag."
        if let before = token(group.start - 1), before.isForm(of: .do_) { return (.guarantee, .effect) }
        // "It is to be noted that …"
        if head(group).isForm(of: .note) { return (.informative, .reference) }
        if !group.isPassive, !subjectIsParty(group) { return (.informative, .isA) }
        // "It is to be preferred", "… avoided"
        if head(group).isForm(of: .prefer) || head(group).isForm(of: .avoid) { return (.recommendation, .advice) }
        return isNegated ? (.prohibition, .negatedDuty) : (.obligation, .duty)
    }

    func should(_ group: VerbGroup) -> Finding {
        if isAuthor(group) { return (.informative, .author) }
        if head(group).isForm(of: .note) { return (.informative, .reference) }
        return (.recommendation, .advice)
    }

    func will(_ group: VerbGroup, _ segment: Segment) -> Finding {
        if isAuthor(group) {
            return speaksForCode(group, segment) ? (.guarantee, .willDo) : (.informative, .author)
        }
        let verb = head(group)
        // "you'll get it", in a book
        if context.kind == .markdown, tokens[group.start].has(.pronoun) { return (.informative, .author) }
        // "will look like this"
        if verb.isForm(of: .look), follows(group, .like) { return (.informative, .describes) }
        if verb.has([.failing, .returning]) { return (.outcome, .returnsValue) }
        // "Some will start at once."
        if isSurvey(group) { return (.informative, .survey) }
        if follows(group, .errorCode) { return (.outcome, .returnsValue) }
        if verb.has(.opinion), !verb.has(.effect) { return (.informative, .opinion) }
        for index in group.start..<group.end where tokens[index].has(.hedge) { return (.informative, .possibility) }
        if isHedged(group) { return (.informative, .survey) }
        // "will not be possible"
        if group.isCopula, let complement = after(group), complement.has(.assessing) {
            return (.informative, .assessment)
        }
        return (.guarantee, .willDo)
    }

    /// "This function would store the slot.", "If the ring is full, the count would be reset.": as announced as with "will".
    func would(_ group: VerbGroup, _ segment: Segment) -> Finding {
        let verb = head(group)
        let isEffect = verb.has(.effect) && !verb.has([.describing, .opinion, .vague])
        guard isEffect, group.inner == .none, !group.isPassive || followsCase(group), !group.isPerfect,
            !isAuthor(group),
            group.subject >= 0, segment.kind.stands, token(segment.start)?.tag != .adverb, !isUnreal(before: group)
        else { return (.informative, .wouldDo) }
        return will(group, segment)
    }

    /// "When a slot is lost, …"; but "if a driver freed it, …" is imagined.
    private func followsCase(_ group: VerbGroup) -> Bool {
        let first = tokens[range.lowerBound]
        guard first.is(.if) || first.is(.when) || first.is(.once) else { return false }
        return !(range.lowerBound..<group.start).contains {
            tokens[$0].tag == .past || tokens[$0].is(.was) || tokens[$0].is(.did)
        }
    }

    /// "If it were freed, readers would crash.", "Without this, …": what does not come about.
    private func isUnreal(before group: VerbGroup) -> Bool {
        tokens[range.lowerBound].is(.without)
            || tokens[range.lowerBound].is(.if)
                && (range.lowerBound..<group.start).contains { tokens[$0].is(.were) || tokens[$0].is(.had) }
    }

    /// "We free the slot first": in a comment, what the code below does. In a book "we" are its author and reader.
    func speaksForCode(_ group: VerbGroup, _ segment: Segment) -> Bool {
        let verb = head(group)
        return context.kind != .markdown && segment.kind.stands && !context.isMember && !group.isPast
            && !group.isPerfect && !group.isPassive && verb.has(.effect)
            && !verb.has([.describing, .opinion, .blocking]) && !isHedged(group)
            && subject(group)?.is(.we) ?? false
    }

    /// "is usually required", "Sometimes one needs to": told of most cases, asked of nobody.
    func isHedged(_ group: VerbGroup) -> Bool {
        if isSometimes(tokens[range.lowerBound]) { return true }
        var first = group.start
        while first > range.lowerBound, tokens[first - 1].tag == .adverb { first -= 1 }
        for index in first..<group.end {
            let word = tokens[index]
            if isSometimes(word) || word.has(.hedge) { return true }
        }
        return false
    }

    private func isSometimes(_ word: Token) -> Bool {
        word.is(.usually) || word.is(.typically) || word.is(.normally) || word.is(.generally)
            || word.is(.sometimes) || word.is(.often) || word.is(.traditionally)
    }
}
