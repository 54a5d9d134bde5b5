/// Commas and conjunctions: where they end a clause, begin another, or go on with one.
extension Segmenter {
    /// The first step that knows what the comma does does it.
    mutating func comma(_ at: Int, _ groups: VerbGroups) {
        guard at + 1 < range.upperBound else { return }
        if segments[top].kind == .example { pop(at: at) }
        if opensSubordinate(at) || tellsResult(at) || endsVerbless(at, groups) || awaitsVerb(at, groups) { return }
        let next = tokens[at + 1]
        let joins = next.tag == .conjunction || next.is(.so) || next.is(.then)
        let after = joins ? at + 2 : at + 1
        if endsOpening(at, after, groups) || excepts(at, after) { return }
        beginsNext(at, after, groups)
    }

    /// ", which …", ", in which case …", ", unless …"
    private mutating func opensSubordinate(_ at: Int) -> Bool {
        let after = at + 1
        let next = tokens[after]
        if next.tag == .relative {
            if next.is(.where_) || next.is(.which) || next.has(.relative) { popIfDone(at) }
            push(.comment, after, introducer: after)
            return true
        }
        // ", in which case it must …"
        if next.is(.in_), after + 2 < range.upperBound, tokens[after + 1].is(.which), tokens[after + 2].is(.case_) {
            startStanding(.coordinate, after, introducer: after)
            return true
        }
        // ", so long as …"
        let isBound = next.is(.so) && after + 1 < range.upperBound && tokens[after + 1].is(.long)
        guard next.tag == .subordinator || isBound else { return false }
        popFinished(at)
        return true
    }

    /// "takes a slot, returning -EBUSY if there is none": what is returned, told by the way.
    private mutating func tellsResult(_ at: Int) -> Bool {
        guard segments[standingSegment()].hasFinite, segments[top].kind != .parenthesis, opensResult(at + 1) else {
            return false
        }
        startStanding(.coordinate, at + 1)
        return true
    }

    /// "returning 0", "returning a negative error code"
    private func opensResult(_ at: Int) -> Bool {
        guard tokens[at].tag == .ing, tokens[at].has(.returning), at + 1 < range.upperBound else { return false }
        let value = tokens[at + 1].tag == .determiner ? at + 2 : at + 1
        return value < range.upperBound && tokens[value].has([.value, .errorCode])
    }

    /// What is open has no verb and gets none, and what it stands in goes on.
    private mutating func endsVerbless(_ at: Int, _ groups: VerbGroups) -> Bool {
        let segment = segments[top]
        guard !segment.hasFinite else { return false }
        let after = at + 1
        let isInserted = segment.introducer > range.lowerBound && !segments[standingSegment()].hasFinite
        // "The ring, if possible, will …"
        if isInserted, segment.kind == .condition, at - segment.introducer <= 4,
            tokens[segment.introducer - 1].mark == .comma
        {
            pop(at: at)
            return true
        }
        // "All rings, whether full or not, must …", "which, while known to some, is not …"
        if isInserted, segment.kind != .parenthesis, !segment.kind.stands,
            tokens[segment.introducer - 1].mark == .comma || at - segment.introducer == 2,
            let group = groupAhead(after, groups),
            groups[group].mood == .finite, tokens.onlyAdverbs(after, groups[group].start)
        {
            pop(at: at)
            return true
        }
        // "might be gone before return, resulting in …"
        if segment.kind == .condition, !segment.isInitial, tokens[after].tag == .ing,
            tokens[segment.introducer].has(.preposition), tokens[segment.introducer + 1].tag != .ing
        {
            pop(at: at)
            startStanding(.coordinate, after)
            return true
        }
        return false
    }

    /// "If A, then C", "If A, or if B, then C": a condition goes on after "or"; otherwise its main clause begins.
    private mutating func endsOpening(_ at: Int, _ after: Int, _ groups: VerbGroups) -> Bool {
        guard segments[top].kind != .parenthesis, let initial = initialSubordinate() else { return false }
        let next = tokens[at + 1]
        if next.tag == .conjunction, !next.is(.but), goesOnAsCondition(after, groups) { return true }
        while stack.count > 1, top != initial { pop(at: at) }
        pop(at: at)
        return true
    }

    /// "may be called from a task, but not from an interrupt"
    private mutating func excepts(_ at: Int, _ after: Int) -> Bool {
        guard tokens[at + 1].is(.but), after + 1 < range.upperBound,
            tokens[after].tag == .negation || tokens[after].is(.only)
        else { return false }
        switch tokens[after + 1].tag {
        case .preposition, .subordinator, .determiner: break
        default: return false
        }
        popToStanding(at: at)
        if segments[top].hasFinite, segments[top].kind.stands {
            startStanding(.coordinate, after)
            segments[top].isExcepted = true
        }
        return true
    }

    /// Another clause, or another predicate of the same subject.
    private mutating func beginsNext(_ at: Int, _ after: Int, _ groups: VerbGroups) {
        let joins = after > at + 1
        guard let group = groupAhead(after, groups) else {
            if joins, endsInPresence(after) { shareSubject(at + 1) } else { popFinished(at) }
            return
        }
        switch segments[top].kind {
        case .relative, .comment: popFinished(at)
        // "a slot, or, when none is free, zero is …"
        case .condition where !segments[standingSegment()].hasFinite: popFinished(at)
        default: break
        }
        let standing = standingSegment()
        guard segments[standing].hasFinite || segments[standing].kind == .parenthesis else {
            if asksAboutName(at, groups[group]) { startStanding(.coordinate, after) }
            return
        }
        if tokens.onlyAdverbs(after, groups[group].start) {
            // ", and must not …": the subject goes on. Without a conjunction, only a list of verbs does.
            if joins || groups[group].mood != .participle {
                if failsOnCondition(groups) { return }
                popFinished(at)
                if joins || groups[group].power != .none || turnsToAdvice(groups[group], groups) {
                    shareSubject(at + 1)
                }
            }
            return
        }
        startStanding(.coordinate, after)
        // ", so it can be shared": a consequence; it asks, but it gives nothing.
        if tokens[at + 1].is(.so) { segments[top].isConsequence = true }
    }

    /// "The ring with a count taken, use ring_put() when done": a name, and what is to be done with it.
    private func asksAboutName(_ comma: Int, _ group: VerbGroup) -> Bool {
        guard group.mood == .imperative, group.start == comma + 1, group.end < range.upperBound,
            segments[top].kind == .main, comma > range.lowerBound + 1, subjectStarts(range.lowerBound),
            tokens[group.end].shape.contains(.called) || tokens[group.end].tag == .pronoun
        else { return false }
        return !(range.lowerBound..<comma).contains { tokens[$0].mark == .comma }
    }

    mutating func conjunction(_ at: Int, _ groups: VerbGroups) {
        let after = at + 1
        guard after < range.upperBound, segments[top].hasFinite || stack.count == 1 else { return }
        guard let group = groupAhead(after, groups) else {
            if endsInPresence(after) { shareSubject(at) }
            return
        }
        if tokens.onlyAdverbs(after, groups[group].start) {
            guard segments[top].hasFinite else { return }
            if segments[top].kind.stands || segments[top].kind == .parenthesis {
                shareSubject(at)
            } else {
                // "when it was interrupted and needs to be restarted": the same condition goes on, or, with
                // the main clause's form, the main clause does.
                if returnsToMainForm(groups[group], groups) {
                    shareSubject(at)
                } else {
                    segments[top].hasFinite = false
                }
            }
            return
        }
        if segments[top].hasFinite, segments[top].kind.stands, subjectStarts(after) {
            startStanding(.coordinate, after)
        } else if segments[top].hasFinite, !segments[top].kind.stands, segments[top].kind != .parenthesis {
            // "code which counts events or bytes needs …": the last verb is the one that the main clause still wants.
            // "RING_FULL if all are taken and none was freed": a value wants none.
            let isWanted =
                !segments[standingSegment()].hasFinite && group == groups.count - 1 && !isConditionOfValue
            if !isWanted { segments[top].hasFinite = false }
        }
    }

    /// Nothing stands before the condition but a value, or a constant.
    private var isConditionOfValue: Bool {
        let segment = segments[top]
        guard segment.kind == .condition, segment.introducer == range.lowerBound + 1 else { return false }
        return tokens[range.lowerBound].has([.value, .errorCode, .number]) || tokens[range.lowerBound].isConstant
    }

    /// "checks whether it is too large and rejects it": the second verb has the form of the main clause's.
    func returnsToMainForm(_ group: VerbGroup, _ groups: VerbGroups) -> Bool {
        let main = segments[standingSegment()].lastGroup
        let inner = segments[top].lastGroup
        guard main >= 0, inner >= 0 else { return false }
        let form = tokens[group.start].tag
        // "Stops the ring if it is full and return -EBUSY", "waits until it is free and returns 0"
        let introducer = segments[top].introducer
        if tokens[group.head].has(.returning),
            form == .imperative || introducer >= range.lowerBound && tokens[introducer].is(.until)
        {
            return true
        }
        return form == .verb && tokens[groups[Int(main)].start].tag == form
            && tokens[groups[Int(inner)].start].tag != form
    }

    /// "Called when the ring is stopped, and mandatory": the sentence ends in another predicate, which needs no verb.
    private func endsInPresence(_ after: Int) -> Bool {
        guard after < range.upperBound, tokens[after].is(.optional) || tokens[after].is(.mandatory),
            segments[standingSegment()].hasFinite
        else { return false }
        return !(after + 1..<range.upperBound).contains { tokens[$0].mark == .none }
    }

    mutating func shareSubject(_ at: Int) {
        popToStanding(at: at)
        startStanding(.predicate, at + (tokens[at].tag == .conjunction || tokens[at].mark == .comma ? 1 : 0))
        segments[top].sharesSubject = true
    }

    /// "Don't take it, use ring_get()": what to do instead.
    func turnsToAdvice(_ group: VerbGroup, _ groups: VerbGroups) -> Bool {
        let main = segments[standingSegment()].firstGroup
        guard group.mood == .imperative, main >= 0 else { return false }
        return groups[Int(main)].isNegated
            && (groups[Int(main)].mood == .imperative || groups[Int(main)].power == .should)
    }

    /// "can fail if A, and is not B": a call's failure goes on with its conditions.
    func failsOnCondition(_ groups: VerbGroups) -> Bool {
        guard segments[top].kind == .condition, segments[top].hasFinite else { return false }
        let main = segments[standingSegment()].lastGroup
        guard main >= 0, tokens[groups[Int(main)].head].has([.failing, .returning]) else { return false }
        return tokens[groups[Int(main)].start].tag == .modal
    }

    func awaitsVerb(_ comma: Int, _ groups: VerbGroups) -> Bool {
        let segment = segments[top]
        guard !segment.hasFinite, segment.introducer >= 0, nextGroup < groups.count else { return false }
        switch segment.kind {
        case .condition, .complement, .reason, .concession: break
        default: return false
        }
        guard !tokens[segment.introducer].has(.preposition) else { return false }
        // "If set, it is cleared.", "If the call failed, it will …"
        if comma == segment.introducer + 2, tokens[comma - 1].has(.participle) { return false }
        // "If verbose, print it.", "When idle, it is …"
        if comma == segment.introducer + 2, segment.isInitial,
            groups[nextGroup].mood == .imperative || tokens[comma + 1].tag == .determiner
                || tokens[comma + 1].tag == .pronoun
        {
            return false
        }
        if comma > segment.introducer + 2, tokens[comma - 1].has(.past), isNominal(tokens[comma - 2].tag) {
            return false
        }
        // "If size != 0, it is …": the sign is its verb.
        for index in segment.introducer..<max(segment.introducer, groups[nextGroup].start) {
            if tokens[index].mark == .comma { break }
            if tokens[index].mark == .equals || tokens[index].mark == .other { return false }
        }
        switch tokens[segment.introducer + 1].tag {
        case .determiner, .noun, .symbol, .pronoun: break
        default: return false
        }
        // Within an initial condition it needs a verb for itself and one for the main clause.
        return initialSubordinate() == nil || groups.count - nextGroup >= 2
    }

    /// "If A is so, and B is not, then C": behind "and", another comma and another verb have to follow.
    func goesOnAsCondition(_ at: Int, _ groups: VerbGroups) -> Bool {
        guard let group = groupAhead(at, groups) else { return true }
        guard group + 1 < groups.count else { return false }
        for index in groups[group].end..<max(groups[group].end, groups[group + 1].start)
        where tokens[index].mark == .comma { return true }
        return false
    }
}
