/// Cuts a sentence into segments, at punctuation, conjunctions and subordinators, guided by where finite
/// verbs stand: each standing segment has its own.
struct Segmenter: ~Copyable {
    private var tokens = Tokens(start: nil, count: 0)
    private var range = 0..<0
    private var found = Scratch<Segment>(capacity: 16)
    private var open = Scratch<Int>(capacity: deepest)
    /// The next group that the walk has not met yet.
    private var nextGroup = 0

    /// Those of the sentence that was cut last.
    var segments: Segments { found.elements }
    /// The segments around the place that the walk has come to, the innermost last.
    private var stack: UnsafeMutableBufferPointer<Int> { open.elements }

    /// Cuts a sentence, and tells each of its verb groups in which segment it stands.
    mutating func cut(_ tokens: Tokens, _ range: Range<Int>, _ groups: VerbGroups) {
        self.tokens = tokens
        self.range = range
        nextGroup = 0
        found.clear()
        open.clear()
        run(groups)
    }

    private var top: Int { stack[stack.count - 1] }

    /// Deeper nesting is not told apart.
    private static let deepest = 24

    private mutating func push(_ kind: Segment.Kind, _ start: Int, introducer: Int = -1) {
        guard stack.count < Self.deepest else { return }
        let parent = stack.last.map { Int16(truncatingIfNeeded: $0) } ?? -1
        found.append(
            Segment(kind: kind, start: start, end: range.upperBound, parent: parent, introducer: introducer))
        open.append(segments.count - 1)
    }

    private mutating func pop(at end: Int) {
        guard stack.count > 1 else { return }
        segments[top].end = end
        open.removeLast()
    }

    /// Closes everything up to the innermost standing segment or parenthesis.
    private mutating func popToStanding(at end: Int) {
        while stack.count > 1, !segments[top].kind.stands, segments[top].kind != .parenthesis { pop(at: end) }
    }

    /// Ends the innermost standing segment (or stays within a parenthesis) and begins another.
    private mutating func startStanding(_ kind: Segment.Kind, _ at: Int, introducer: Int = -1) {
        popToStanding(at: at)
        if segments[top].kind == .parenthesis {
            push(kind, at, introducer: introducer)
            return
        }
        segments[top].end = at
        open.removeLast()
        push(kind, at, introducer: introducer)
    }

    private mutating func run(_ groups: VerbGroups) {
        push(.main, range.lowerBound)
        let tokens = tokens
        var at = range.lowerBound
        while at < range.upperBound {
            let next = nextGroup < groups.count ? groups[nextGroup].start : range.upperBound
            while at < next, !mayCut(tokens[at]) { at += 1 }
            guard at < range.upperBound else { break }
            if mayCut(tokens[at]) { step(at, groups) }
            if nextGroup < groups.count, groups[nextGroup].start == at {
                meet(&groups[nextGroup], Int16(truncatingIfNeeded: nextGroup), isLast: isLast(groups, nextGroup))
                markReduced(groups, nextGroup)
                nextGroup += 1
            }
            at += 1
        }
        for index in stack { segments[index].end = range.upperBound }
    }

    /// Gives a verb group its segment.
    private mutating func meet(_ group: inout VerbGroup, _ index: Int16, isLast: Bool) {
        // A second finite verb within "the locks that are held are": back to the clause around it.
        popToVerbless(group)
        returnToMain(group, last: isLast)
        group.segment = Int16(truncatingIfNeeded: top)
        segments[top].hasFinite = true
        if segments[top].firstGroup < 0 { segments[top].firstGroup = index }
        segments[top].lastGroup = index
    }

    private mutating func popToVerbless(_ group: VerbGroup) {
        while stack.count > 1, segments[top].hasFinite, !segments[top].kind.stands, segments[top].kind != .parenthesis {
            pop(at: subjectBefore(group.start))
        }
    }

    /// "it", "they"; but "the current one"
    private func isPersonal(_ token: Token) -> Bool { token.tag == .pronoun && !token.has(.number) }

    /// No later verb is the main clause's.
    private func isLast(_ groups: VerbGroups, _ index: Int) -> Bool {
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
    private func subjectBefore(_ verb: Int) -> Int {
        var at = verb - 1
        guard at > segments[top].start, tokens[at].party != 0 || tokens[at].tag == .pronoun,
            tokens[at - 1].tag != .mark
        else { return verb }
        while at - 1 > segments[top].start, tokens[at - 1].tag == .determiner || tokens[at - 1].tag == .adjective {
            at -= 1
        }
        return tokens[at - 1].tag == .noun || tokens[at - 1].tag == .symbol ? at : verb
    }

    /// "the time this call takes is long": a finite verb right behind another makes the first a relative clause.
    private func markReduced(_ groups: VerbGroups, _ index: Int) {
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
        // "denotes the test has failed": the second is what the first tells of.
        groups[reports ? index : index - 1].isReduced = true
    }

    /// "after", "before" may be prepositions: "the result of a call after the end is undefined", "before
    /// accessing it the caller must". Then the verb is the main clause's.
    private mutating func returnToMain(_ group: VerbGroup, last: Bool) {
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
        guard segments[top].kind == .condition else { return }
        var after = introducer + 1
        while after < group.start, tokens[after].tag == .adverb { after += 1 }
        var behind = after + 1
        while behind < group.start, tokens[behind].tag == .adverb { behind += 1 }
        if after < group.start, tokens[after].has([.value, .number, .participle, .adjective]),
            !tokens[after].has(.determiner),
            behind < group.start && startsSubject(behind)
                || tokens[after].has(.value)
                    && (tokens[group.start].tag == .verb || tokens[group.start].tag == .modal
                        || group.mood == .imperative)
                    && onlyAdverbs(after + 1, group.start)
                || tokens[after].tag == .participle && group.mood == .imperative && after + 1 == group.start
        {
            // "If true the core will …", "if provided foo() must …", "If found set the state"
            pop(at: behind)
        } else if let subject = subjectBehindComparison(after, group.start) {
            pop(at: subject)
        } else if tokens[introducer + 1].is(.so), after == group.start {
            // "If so stops the ring"
            pop(at: after)
        } else if let subject = subjectBehindSetting(after, group.start) {
            pop(at: subject)
        } else if tokens[after].tag == .participle, after + 3 < group.start, tokens[after + 1].tag == .preposition,
            let subject = secondPhrase(after + 3, group.start)
        {
            // "If set during the start the core will …"
            pop(at: subject)
        } else if tokens[after].tag == .ing {
            // "It returns 0 if taking the slot is allowed": the main clause has its verb.
            if segments[standingSegment()].hasFinite, !segments[top].isInitial { return }
            var subject = group.start
            while subject > after + 1, tokens[subject - 1].tag != .pronoun, tokens[subject - 1].tag != .determiner {
                subject -= 1
            }
            pop(at: subject > after + 1 ? subject - 1 : group.start)
        } else if tokens[introducer].has(.preposition), last, !segments[standingSegment()].hasFinite {
            if !segments[top].isInitial {
                pop(at: group.start)
            } else if let subject = secondPhrase(introducer + 2, group.start) {
                pop(at: subject)
            }
        }
    }

    /// "After this call the core must …": where an article begins a second noun phrase, the main clause's.
    private func secondPhrase(_ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        for at in start..<end
        where tokens[at].tag == .determiner || tokens[at].tag == .symbol && tokens[at].shape.contains(.called) {
            switch tokens[at - 1].tag {
            case .noun, .symbol, .pronoun: return at
            default: continue
            }
        }
        return nil
    }

    /// "If set to 1 the core waits": where the subject begins behind a participle with its value.
    private func subjectBehindSetting(_ participle: Int, _ end: Int) -> Int? {
        var at = participle + 2
        guard at + 1 < end, tokens[participle].has(.participle), tokens[participle + 1].tag == .preposition,
            tokens[at].isWord, !startsSubject(at) || tokens[at].tag == .symbol
        else { return nil }
        at += 1
        return startsSubject(at) || tokens[at].tag == .adverb ? at : nil
    }

    /// "If count > 0 the core waits": where the subject begins behind what is compared.
    private func subjectBehindComparison(_ start: Int, _ end: Int) -> Int? {
        guard start + 2 < end else { return nil }
        return (start + 2..<end).first {
            (tokens[$0 - 2].mark == .other || tokens[$0 - 2].mark == .equals) && tokens[$0 - 1].isWord
                && startsSubject($0)
        }
    }

    private func isNominal(_ tag: Tag) -> Bool { tag == .noun || tag == .symbol }

    private func startsSubject(_ at: Int) -> Bool {
        switch tokens[at].tag {
        case .determiner, .pronoun, .symbol: true
        default: false
        }
    }

    /// Whether `step` does anything at all there.
    @inline(__always)
    private func mayCut(_ token: Token) -> Bool {
        token.mark != .none || token.tag.joinsClauses || token.has(.cutting)
    }

    private mutating func step(_ at: Int, _ groups: VerbGroups) {
        let token = tokens[at]
        switch token.mark {
        case .open, .openBracket:
            push(.parenthesis, at)
            return
        case .close, .closeBracket:
            if let inner = stack.lastIndex(where: { segments[$0].kind == .parenthesis }), inner > 0 {
                while stack.count > inner { pop(at: at + 1) }
            }
            return
        case .semicolon:
            startStanding(.coordinate, at + 1)
            return
        // "16:9"
        case .colon where at > range.lowerBound && tokens[at - 1].has(.number) && isJoined(at): return
        case .colon where at + 1 < range.upperBound && segments[top].kind.stands:
            startStanding(.coordinate, at + 1)
            return
        case .dash where token.shape.contains(.spaced) && at > range.lowerBound && at + 1 < range.upperBound:
            // "If not found - return NULL"
            if segments[top].kind == .condition, segments[top].isInitial {
                pop(at: at + 1)
                return
            }
            // "-EINVAL - a bad size" is one statement.
            guard segments[top].hasFinite || at - segments[top].start > 3 else { return }
            startStanding(.coordinate, at + 1)
            return
        case .comma:
            comma(at, groups)
            return
        case .none: break
        default: return
        }
        guard at > range.lowerBound || token.tag == .subordinator else { return }
        switch token.tag {
        case .subordinator: subordinator(at)
        case .relative where tokens[max(at - 1, range.lowerBound)].mark != .comma:
            guard at > range.lowerBound else { break }
            // "in which case it must …"
            if tokens[at - 1].is(.in_), at + 1 < range.upperBound, tokens[at + 1].is(.case_) { break }
            let opensParenthesis = tokens[at - 1].mark == .open
            push(opensParenthesis ? .comment : .relative, at, introducer: at)
        case .conjunction where tokens[max(at - 1, range.lowerBound)].mark != .comma: conjunction(at, groups)
        default:
            // "the slot that's taken"
            if token.is(.thats), isNominal(tokens[at - 1].tag) { push(.relative, at, introducer: at) }
            // "Returns 1 indicating the slot should be freed"
            if token.tag == .ing, token.isForm(of: .indicate) { push(.complement, at, introducer: at) }
            if opensEnsured(at, groups) { push(.complement, at + 1, introducer: at) }
            if token.is(.i_e) { startStanding(.coordinate, at) }
            if token.is(.so) { consequence(at, groups) }
            if token.is(.then) { endCondition(at) }
            if token.is(.e_g) { push(.example, at) }
            if token.is(.example), at > range.lowerBound, tokens[at - 1].is(.for_), at - 1 > range.lowerBound {
                push(.example, at - 1)
            }
        }
    }

    /// No space stands around a mark.
    private func isJoined(_ mark: Int) -> Bool {
        mark + 1 < range.upperBound && tokens[mark - 1].end == tokens[mark].start
            && tokens[mark].end == tokens[mark + 1].start
    }

    /// "It locks the ring to ensure readers may go on": what is ensured stands behind, without "that".
    private func opensEnsured(_ at: Int, _ groups: VerbGroups) -> Bool {
        let verb = tokens[at].is(.sure) ? at - 1 : at
        guard tokens[at].has(.ensuring) && !tokens[at].is(.make) || verb < at, verb > range.lowerBound,
            tokens[verb].tag == .bare, tokens[verb - 1].tag == .infinitive, at + 1 < range.upperBound,
            startsSubject(at + 1) || tokens[at + 1].tag == .noun || tokens[at + 1].tag == .adjective,
            segments[top].hasFinite, nextGroup > 0, groups[nextGroup - 1].end < verb,
            let group = groupAhead(at + 1, groups)
        else { return false }
        return groups[group].start > at + 1
    }

    /// "If the ring is full then wait": the main clause begins, without a comma.
    private mutating func endCondition(_ then: Int) {
        switch tokens[then - 1].tag {
        case .conjunction, .preposition, .subordinator: return
        default: break
        }
        guard let initial = initialSubordinate() else { return }
        while stack.count > 1, top != initial { pop(at: then) }
        pop(at: then)
    }

    /// "may sleep so no lock can be held": a consequence, without a comma.
    private mutating func consequence(_ at: Int, _ groups: VerbGroups) {
        guard segments[top].hasFinite, segments[top].kind.stands, at + 1 < range.upperBound,
            tokens[at - 1].mark == .none, let group = groupAhead(at + 1, groups),
            groups[group].start > at + 1 && (startsSubject(at + 1) || tokens[at + 1].tag == .noun)
                || groups[group].start == at + 1 && groups[group].mood == .imperative
        else { return }
        startStanding(.coordinate, at)
        segments[top].isConsequence = true
    }

    private func kind(of token: Token) -> Segment.Kind {
        if token.is(.because) || token.is(.since) || token.is(.as) { return .reason }
        if token.is(.although) || token.is(.though) || token.is(.while_) { return .concession }
        if token.is(.whether) || token.is(.that) || token.is(.what) || token.is(.how) || token.is(.where_)
            || token.is(.which) || token.is(.why)
        {
            return .complement
        }
        return .condition
    }

    /// "as long as", "as soon as"
    private func isBound(_ as: Int) -> Bool {
        `as` > range.lowerBound && (tokens[`as` - 1].is(.long) || tokens[`as` - 1].is(.soon))
    }

    private func asksWhether(_ verb: Token) -> Bool {
        switch verb.tag {
        case .ing: verb.has(.describing) || verb.isForm(of: .check) || verb.isForm(of: .test)
        case .imperative, .verb, .bare:
            verb.isForm(of: .check) || verb.isForm(of: .test) || verb.isForm(of: .determine) || verb.isForm(of: .see)
                || verb.isForm(of: .specify) || verb.isForm(of: .indicate)
        default: false
        }
    }

    private mutating func subordinator(_ at: Int) {
        var kind = kind(of: tokens[at])
        if kind == .reason, isBound(at) { kind = .condition }
        // "a flag telling if slots should be freed"
        // "Check if the ring is full"
        if tokens[at].is(.if), at > range.lowerBound, asksWhether(tokens[at - 1]) { kind = .complement }
        // "while holding the lock", "while already holding it"
        if tokens[at].is(.while_) {
            var verb = at + 1
            while verb < range.upperBound, tokens[verb].tag == .adverb { verb += 1 }
            if verb < range.upperBound, tokens[verb].has(.ing) { kind = .condition }
        }
        if kind != .complement, segments[top].kind != .complement {
            while stack.count > 1, !segments[top].kind.stands, segments[top].kind != .parenthesis,
                segments[top].hasFinite, segments[top].kind != .complement, segments[top].kind != .relative
            {
                pop(at: at)
            }
        }
        let isInitial = segments[top].kind.stands && !segments[top].hasFinite && opensClause(at)
        let count = segments.count
        push(tokens[at].is(.so) ? .purpose : kind, at, introducer: at)
        // Where nothing nests deeper, nothing was pushed.
        if segments.count > count { segments[top].isInitial = isInitial }
    }

    /// Nothing of the clause stands before `at` but a word or a short phrase that leads into it: "For instance, if",
    /// "Also when".
    private func opensClause(_ at: Int) -> Bool {
        let start = segments[top].start
        guard at > start else { return true }
        switch tokens[start].tag {
        case .adverb: return at == start + 1 || at == start + 2 && tokens[start + 1].mark == .comma
        case .preposition: return at - start <= 4 && tokens[at - 1].mark == .comma
        default: return false
        }
    }

    // MARK: Commas and conjunctions

    private mutating func comma(_ at: Int, _ groups: VerbGroups) {
        var after = at + 1
        guard after < range.upperBound else { return }
        let next = tokens[after]
        if segments[top].kind == .example { pop(at: at) }
        if next.tag == .relative {
            if next.is(.where_) || next.is(.which) || next.has(.relative) { popIfDone(at) }
            push(.comment, after, introducer: after)
            return
        }
        // ", in which case it must …"
        if next.is(.in_), after + 2 < range.upperBound, tokens[after + 1].is(.which), tokens[after + 2].is(.case_) {
            startStanding(.coordinate, after, introducer: after)
            return
        }
        // ", so long as …"
        let isBound = next.is(.so) && after + 1 < range.upperBound && tokens[after + 1].is(.long)
        if next.tag == .subordinator || isBound {
            popFinished(at)
            return
        }
        // "The ring, if possible, will …"
        if segments[top].kind == .condition, !segments[top].hasFinite, at - segments[top].introducer <= 4,
            segments[top].introducer > range.lowerBound, tokens[segments[top].introducer - 1].mark == .comma,
            !segments[standingSegment()].hasFinite
        {
            pop(at: at)
            return
        }
        // "All rings, whether full or not, must …", "which, while known to some, is not …"
        if segments[top].kind != .parenthesis, !segments[top].kind.stands, !segments[top].hasFinite,
            segments[top].introducer > range.lowerBound,
            tokens[segments[top].introducer - 1].mark == .comma || at - segments[top].introducer == 2,
            !segments[standingSegment()].hasFinite, let group = groupAhead(after, groups),
            groups[group].mood == .finite, onlyAdverbs(after, groups[group].start)
        {
            pop(at: at)
            return
        }
        // "might be gone before return, resulting in …"
        if segments[top].kind == .condition, !segments[top].hasFinite, !segments[top].isInitial, next.tag == .ing,
            tokens[segments[top].introducer].has(.preposition), tokens[segments[top].introducer + 1].tag != .ing
        {
            pop(at: at)
            startStanding(.coordinate, after)
            return
        }
        // "If the clocks, or one of them, are …": a subordinate clause still waits for its verb.
        if awaitsVerb(at, groups) { return }
        let joins = next.tag == .conjunction || next.is(.so) || next.is(.then)
        if joins { after += 1 }
        if segments[top].kind != .parenthesis, let initial = initialSubordinate() {
            // "If A, or if B, then C": a condition goes on after "or"; otherwise its main clause begins.
            if joins, next.tag == .conjunction, !next.is(.but), goesOnAsCondition(after, groups) { return }
            while stack.count > 1, top != initial { pop(at: at) }
            pop(at: at)
            return
        }
        // "may be called from a task, but not from an interrupt"
        if joins, next.is(.but), after + 1 < range.upperBound,
            tokens[after].tag == .negation || tokens[after].is(.only),
            tokens[after + 1].tag == .preposition || tokens[after + 1].tag == .subordinator
                || tokens[after + 1].tag == .determiner
        {
            popToStanding(at: at)
            if segments[top].hasFinite, segments[top].kind.stands {
                startStanding(.coordinate, after)
                segments[top].isExcepted = true
            }
            return
        }
        guard let group = groupAhead(after, groups) else {
            popFinished(at)
            return
        }
        switch segments[top].kind {
        case .relative, .comment: popFinished(at)
        // "a slot, or, when none is free, zero is …"
        case .condition where !segments[standingSegment()].hasFinite: popFinished(at)
        default: break
        }
        let standing = standingSegment()
        guard segments[standing].hasFinite || segments[standing].kind == .parenthesis else { return }
        if groups[group].start == after || onlyAdverbs(after, groups[group].start) {
            // ", and must not …": the subject goes on. Without a conjunction, only a list of verbs does.
            if joins || groups[group].mood != .participle {
                if failsOnCondition(groups) { return }
                popFinished(at)
                if joins || groups[group].power != .none || turnsToAdvice(groups[group], groups) {
                    shareSubject(after - (joins ? 1 : 0))
                }
            }
            return
        }
        startStanding(.coordinate, joins ? after : at + 1)
        // ", so it can be shared": a consequence; it asks, but it gives nothing.
        if next.is(.so) { segments[top].isConsequence = true }
    }

    private mutating func conjunction(_ at: Int, _ groups: VerbGroups) {
        let after = at + 1
        guard after < range.upperBound, segments[top].hasFinite || stack.count == 1 else { return }
        guard let group = groupAhead(after, groups) else { return }
        if groups[group].start == after || onlyAdverbs(after, groups[group].start) {
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
            let isWanted = !segments[standingSegment()].hasFinite && group == groups.count - 1
            if !isWanted { segments[top].hasFinite = false }
        }
    }

    /// "checks whether it is too large and rejects it": the second verb has the form of the main clause's.
    private func returnsToMainForm(_ group: VerbGroup, _ groups: VerbGroups) -> Bool {
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

    private mutating func shareSubject(_ at: Int) {
        popToStanding(at: at)
        startStanding(.predicate, at + (tokens[at].tag == .conjunction || tokens[at].mark == .comma ? 1 : 0))
        segments[top].sharesSubject = true
    }

    /// "Don't take it, use ring_get()": what to do instead.
    private func turnsToAdvice(_ group: VerbGroup, _ groups: VerbGroups) -> Bool {
        let main = segments[standingSegment()].firstGroup
        guard group.mood == .imperative, main >= 0 else { return false }
        return groups[Int(main)].mood == .imperative && groups[Int(main)].isNegated
    }

    /// "can fail if A, and is not B": a call's failure goes on with its conditions.
    private func failsOnCondition(_ groups: VerbGroups) -> Bool {
        guard segments[top].kind == .condition, segments[top].hasFinite else { return false }
        let main = segments[standingSegment()].lastGroup
        guard main >= 0, tokens[groups[Int(main)].head].has([.failing, .returning]) else { return false }
        return tokens[groups[Int(main)].start].tag == .modal
    }

    private func awaitsVerb(_ comma: Int, _ groups: VerbGroups) -> Bool {
        let segment = segments[top]
        guard !segment.hasFinite, segment.introducer >= 0, nextGroup < groups.count else { return false }
        switch segment.kind {
        case .condition, .complement, .reason, .concession: break
        default: return false
        }
        guard !tokens[segment.introducer].has(.preposition) else { return false }
        // "If set, it is cleared.", "If the call failed, it will …"
        if comma == segment.introducer + 2, tokens[comma - 1].has(.participle) { return false }
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
    private func goesOnAsCondition(_ at: Int, _ groups: VerbGroups) -> Bool {
        guard let group = groupAhead(at, groups) else { return true }
        guard group + 1 < groups.count else { return false }
        for index in groups[group].end..<max(groups[group].end, groups[group + 1].start)
        where tokens[index].mark == .comma { return true }
        return false
    }

    private mutating func popIfDone(_ at: Int) {
        while stack.count > 1,
            segments[top].kind == .relative || segments[top].kind == .comment || segments[top].kind == .complement
        {
            pop(at: at)
        }
    }

    /// Closes subordinate segments that have their verb.
    private mutating func popFinished(_ at: Int) {
        // "Depending on which ring and which slot are used, …": they share their verb.
        var sharesVerb = false
        while stack.count > 1, !segments[top].kind.stands, segments[top].kind != .parenthesis,
            segments[top].hasFinite || sharesVerb && segments[top].kind == .relative
        {
            sharesVerb = segments[top].kind == .relative
            pop(at: at)
        }
    }

    private func initialSubordinate() -> Int? {
        for index in stack.reversed() {
            if segments[index].kind == .parenthesis { return nil }
            if segments[index].isInitial { return index }
        }
        return nil
    }

    private func standingSegment() -> Int {
        stack.last { segments[$0].kind.stands || segments[$0].kind == .parenthesis } ?? 0
    }

    private func subjectStarts(_ at: Int) -> Bool {
        switch tokens[at].tag {
        case .determiner, .pronoun, .symbol, .noun, .adjective: return true
        default: return false
        }
    }

    private func onlyAdverbs(_ from: Int, _ to: Int) -> Bool {
        for index in from..<to where tokens[index].tag != .adverb && tokens[index].tag != .negation { return false }
        return true
    }

    /// The first verb group that begins at or after `at`, before the clause can end.
    private func groupAhead(_ at: Int, _ groups: VerbGroups) -> Int? {
        guard nextGroup < groups.count else { return nil }
        var group = nextGroup
        if groups[group].start < at { group += 1 }
        guard group < groups.count, groups[group].start >= at, groups[group].start - at < 20 else { return nil }
        for index in at..<groups[group].start {
            let token = tokens[index]
            switch token.mark {
            case .none, .quote, .slash, .other, .equals, .close: break
            case .open, .openBracket:
                return nil
            default: return nil
            }
            if token.tag == .subordinator || token.tag == .relative { return nil }
            // "at the beginning and end but may …": the verb goes on behind another conjunction.
            if token.is(.but), index > at { return nil }
        }
        return group
    }
}
