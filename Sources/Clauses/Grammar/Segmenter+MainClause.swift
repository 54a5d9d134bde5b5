/// The way back from a subordinate clause that has no verb of its own, or has it already, to the clause around it.
extension Segmenter {
    /// Gives a verb group its segment.
    ///
    /// - Parameter last: where the group before it ends; -1 for the first.
    mutating func meet(_ group: inout VerbGroup, _ index: Int16, behind last: Int, isLast: Bool) {
        // A second finite verb within "the locks that are held are": back to the clause around it.
        popToVerbless(group, behind: last)
        returnToMain(group, last: isLast)
        group.segment = Int16(truncatingIfNeeded: top)
        segments[top].hasFinite = true
        if segments[top].firstGroup < 0 { segments[top].firstGroup = index }
        segments[top].lastGroup = index
    }

    mutating func popToVerbless(_ group: VerbGroup, behind last: Int = -1) {
        while stack.count > 1, segments[top].hasFinite, !segments[top].kind.stands, segments[top].kind != .parenthesis {
            pop(at: mainSubject(group.start, behind: last) ?? subjectBefore(group.start))
        }
    }

    /// "If the ring is full the slots of the queue are …", "if it holds the lock (or not) this call is …": where, behind the
    /// verb of an initial condition and what belongs to it, an article begins the subject of the main clause.
    private func mainSubject(_ verb: Int, behind last: Int) -> Int? {
        guard segments[top].kind == .condition, segments[top].isInitial, last > segments[top].start, last < verb else {
            return nil
        }
        return (last..<verb).first { at in
            guard tokens[at].tag == .determiner else { return false }
            let before = tokens[at - 1]
            switch before.tag {
            case .noun, .symbol, .number: return true
            case .adjective: return at > last
            case .participle: return at == last
            case .mark: return before.mark == .close
            default: return false
            }
        }
    }

    /// "it", "they"; but "the current one"
    func isPersonal(_ token: Token) -> Bool { token.tag == .pronoun && !token.has(.number) }

    /// No later verb is the main clause's.
    func isLastOfMain(_ groups: VerbGroups, _ index: Int) -> Bool {
        guard index < groups.count - 1 else { return true }
        let introducer = segments[top].introducer
        // "before they are freed": its own verb.
        if introducer >= 0, groups[index].start == introducer + 2 || isPersonal(tokens[groups[index].start - 1]) {
            return false
        }
        // "All rings after this one need to move once it is gone."
        return (groups[index].end..<max(groups[index].end, groups[index + 1].start)).contains {
            tokens[$0].tag == .subordinator || tokens[$0].tag == .relative
        }
    }

    /// "Once the ring is attached to the device userspace can …": a party or a pronoun right before the verb is its subject.
    func subjectBefore(_ verb: Int) -> Int {
        var at = verb - 1
        guard at > segments[top].start, tokens[at].party != 0 || tokens[at].tag == .pronoun,
            tokens[at - 1].tag != .mark
        else { return verb }
        // "when it is no longer needed it will free it"
        if tokens[at].tag == .pronoun, tokens[at - 1].tag == .participle || tokens[at - 1].tag == .adjective {
            return at
        }
        while at - 1 > segments[top].start, tokens[at - 1].tag == .determiner || tokens[at - 1].tag == .adjective {
            at -= 1
        }
        return tokens[at - 1].tag == .noun || tokens[at - 1].tag == .symbol ? at : verb
    }

    /// "the time this call takes is long": a finite verb right behind another makes the first a relative clause.
    func markReduced(_ groups: VerbGroups, _ index: Int) {
        guard index > 0, groups[index - 1].segment == groups[index].segment, groups[index - 1].power == .none,
            groups[index - 1].mood == .finite || groups[index - 1].mood == .elided,
            !tokens[groups[index].start].shape.contains(.capitalised)
        else { return }
        let reports = tokens[groups[index - 1].head].has([.describing, .opinion, .ensuring])
        for at in groups[index - 1].end..<max(groups[index - 1].end, groups[index].start) {
            if tokens[at].tag == .conjunction || tokens[at].tag == .mark { return }
            if tokens[at].tag == .pronoun, !reports { return }
            // "is a count of the slots the ring takes": a second noun phrase right behind one.
            if tokens[at].tag == .determiner, at > groups[index - 1].end, isNominal(tokens[at - 1].tag) {
                groups[index].isReduced = true
                return
            }
        }
        // "denotes the test has failed": the second is what the first tells of; but "the time it denotes is taken"
        let subject = groups[index - 1].start - 1
        let tellsApart = subject > range.lowerBound && isPersonal(tokens[subject]) && isNominal(tokens[subject - 1].tag)
        groups[reports && !tellsApart ? index : index - 1].isReduced = true
    }

    /// "after", "before" may be prepositions: "the result of a call after the end is undefined", "before
    /// accessing it the caller must". Then the verb is the main clause's.
    mutating func returnToMain(_ group: VerbGroup, last: Bool) {
        guard stack.count > 1, !segments[top].hasFinite else { return }
        let introducer = segments[top].introducer
        // "The slots that were written since the last call are copied."
        if segments[top].kind == .reason, tokens[introducer].is(.since), last, !segments[top].isInitial,
            (introducer..<group.start).contains(where: { tokens[$0].is(.last) }),
            !segments[standingSegment()].hasFinite
        {
            pop(at: group.start)
            popToVerbless(group)
            return
        }
        if segments[top].kind == .relative, hasPastVerb(before: group.start) { pop(at: group.start) }
        guard segments[top].kind == .condition else { return }
        let first = tokens.behindAdverbs(introducer + 1, before: group.start)
        // "Available as soon as the ring is up": no preposition.
        let isAwaited =
            tokens[introducer].has(.preposition) && !isBound(introducer) && last
            && !segments[standingSegment()].hasFinite
        if let end = endOfElliptic(first, group) ?? subjectBehindPast(first, group)
            ?? subjectBehindComparison(first, group.start) ?? subjectBehindSetting(first, group.start)
            ?? subjectBehindPhrase(first, group.start)
        {
            pop(at: end)
        } else if tokens[first].tag == .ing {
            popGerund(first, group)
        } else if isAwaited, !segments[top].isInitial {
            pop(at: group.start)
            // "Slots that did not exist before the call will be ignored."; but "that cores take before it is full".
            if tokens[group.start].tag == .modal { popToVerbless(group) }
        } else if isAwaited, let subject = secondPhrase(introducer + 2, group.start) {
            pop(at: subject)
        }
    }

    /// "The range that begin() specified has an end": the relative clause has its verb, which was taken for a participle.
    private func hasPastVerb(before verb: Int) -> Bool {
        let past = verb - 1
        let introducer = segments[top].introducer
        return introducer >= 0 && past > introducer + 1 && tokens[past].tag == .participle && tokens[past].has(.past)
            && (tokens[past - 1].tag == .symbol || isPersonal(tokens[past - 1])
                || tokens[past - 1].tag == .noun && tokens[introducer + 1].tag == .determiner)
    }

    /// A condition of one word, or two, has no verb: "if true", "if provided", "when turned off", "when possible", "if so".
    private func endOfElliptic(_ first: Int, _ group: VerbGroup) -> Int? {
        let introducer = segments[top].introducer
        // "If so stops the ring", "if so it stops"
        if tokens[introducer + 1].is(.so), first == group.start || startsSubject(first) { return first }
        guard first < group.start else { return nil }
        let word = tokens[first]
        let behind = tokens.behindAdverbs(first + 1, before: group.start)
        if word.has([.value, .number, .participle, .adjective]), !word.has(.determiner) {
            // "If true the core will …", "if provided foo() must …"
            if behind < group.start, startsSubject(behind) { return behind }
            // "If NULL will be freed"
            let isVerb = tokens[group.start].tag == .verb || tokens[group.start].tag == .modal
            if word.has(.value), isVerb || group.mood == .imperative, tokens.onlyAdverbs(first + 1, group.start) {
                return behind
            }
            // "If found set the state"
            if word.tag == .participle, group.mood == .imperative, first + 1 == group.start { return behind }
        }
        // "When turned off the core must …"
        if word.tag == .participle, first + 2 < group.start, tokens[first + 1].isParticle, startsSubject(first + 2) {
            return first + 2
        }
        // "When possible slots are shared"
        let isEnough = word.is(.possible) || word.is(.necessary)
        return isEnough && first == introducer + 1 && behind < group.start && !tokens[behind].has(.preposition)
            ? behind : nil
    }

    /// "When the call timed out it returns 0": the past tense was taken for a participle.
    private func subjectBehindPast(_ first: Int, _ group: VerbGroup) -> Int? {
        let subject = group.start - 1
        guard first + 1 < subject, tokens[subject].tag == .pronoun, !tokens[subject].has([.determiner, .number]),
            (first + 1..<subject).contains(where: { tokens[$0].has(.past) && isNominal(tokens[$0 - 1].tag) })
        else { return nil }
        return subject
    }

    /// "If set during the start the core will …"
    private func subjectBehindPhrase(_ first: Int, _ end: Int) -> Int? {
        guard first + 3 < end, tokens[first].tag == .participle, tokens[first + 1].tag == .preposition else {
            return nil
        }
        return secondPhrase(first + 3, end)
    }

    private mutating func popGerund(_ first: Int, _ group: VerbGroup) {
        // "It returns 0 if taking the slot is allowed": the main clause has its verb.
        if segments[standingSegment()].hasFinite, !segments[top].isInitial { return }
        var subject = group.start
        while subject > first + 1, tokens[subject - 1].tag != .pronoun, tokens[subject - 1].tag != .determiner {
            subject -= 1
        }
        pop(at: subject > first + 1 ? subject - 1 : group.start)
        // "Using begin() before and end() after accessing it is required": the "before" has no verb either.
        while stack.count > 1, segments[top].kind == .condition, !segments[top].hasFinite,
            tokens[segments[top].introducer + 1].tag == .conjunction
        {
            pop(at: group.start)
        }
    }

    /// "After this call the core must …": where an article begins a second noun phrase, the main clause's; behind a call,
    /// "before begin() it must …", a pronoun or a party does so, too, and a pronoun behind another: "after each of them it".
    func secondPhrase(_ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        for at in start..<end
        where tokens[at].tag == .determiner || tokens[at].tag == .symbol && tokens[at].shape.contains(.called)
            || (isPersonal(tokens[at]) || tokens[at].party != 0) && tokens[at - 1].shape.contains(.called)
            || isPersonal(tokens[at]) && (isPersonal(tokens[at - 1]) || at == end - 1)
        {
            switch tokens[at - 1].tag {
            case .noun, .symbol, .pronoun: return at
            default: continue
            }
        }
        return nil
    }

    /// "If set to 1 the core waits": where the subject begins behind a participle with its value.
    func subjectBehindSetting(_ participle: Int, _ end: Int) -> Int? {
        var at = participle + 2
        guard at + 1 < end, tokens[participle].has(.participle), tokens[participle + 1].tag == .preposition,
            tokens[at].isWord, !startsSubject(at) || tokens[at].tag == .symbol
        else { return nil }
        at += 1
        return startsSubject(at) || tokens[at].tag == .adverb ? at : nil
    }

    /// "If count > 0 the core waits": where the subject begins behind what is compared.
    func subjectBehindComparison(_ start: Int, _ end: Int) -> Int? {
        guard start + 2 < end else { return nil }
        return (start + 2..<end).first {
            (tokens[$0 - 2].mark == .other || tokens[$0 - 2].mark == .equals) && tokens[$0 - 1].isWord
                && startsSubject($0)
        }
    }
}
