/// Cuts a sentence into segments, at punctuation, conjunctions and subordinators, guided by where finite
/// verbs stand: each standing segment has its own.
struct Segmenter: ~Copyable {
    var tokens = Tokens(start: nil, count: 0)
    var range = 0..<0
    private var found = Scratch<Segment>(capacity: 16)
    private var open = Scratch<Int>(capacity: deepest)
    /// The next group that the walk has not met yet.
    var nextGroup = 0

    /// Those of the sentence that was cut last.
    var segments: Segments { found.elements }
    /// The segments around the place that the walk has come to, the innermost last.
    var stack: UnsafeMutableBufferPointer<Int> { open.elements }

    /// Cuts a sentence, and tells each of its verb groups in which segment it stands.
    mutating func cut(_ tokens: Tokens, _ range: Range<Int>, _ groups: VerbGroups) {
        self.tokens = tokens
        self.range = range
        nextGroup = 0
        found.clear()
        open.clear()
        run(groups)
    }

    var top: Int { stack[stack.count - 1] }

    /// Deeper nesting is not told apart.
    private static let deepest = 24

    mutating func push(_ kind: Segment.Kind, _ start: Int, introducer: Int = -1) {
        guard stack.count < Self.deepest else { return }
        let parent = stack.last.map { Int16(truncatingIfNeeded: $0) } ?? -1
        found.append(
            Segment(kind: kind, start: start, end: range.upperBound, parent: parent, introducer: introducer))
        open.append(segments.count - 1)
    }

    mutating func pop(at end: Int) {
        guard stack.count > 1 else { return }
        segments[top].end = end
        open.removeLast()
    }

    /// Closes everything up to the innermost standing segment or parenthesis.
    mutating func popToStanding(at end: Int) {
        while stack.count > 1, !segments[top].kind.stands, segments[top].kind != .parenthesis { pop(at: end) }
    }

    /// Ends the innermost standing segment (or stays within a parenthesis) and begins another.
    mutating func startStanding(_ kind: Segment.Kind, _ at: Int, introducer: Int = -1) {
        popToStanding(at: at)
        if segments[top].kind == .parenthesis {
            push(kind, at, introducer: introducer)
            return
        }
        segments[top].end = at
        open.removeLast()
        push(kind, at, introducer: introducer)
    }

    mutating func run(_ groups: VerbGroups) {
        push(.main, range.lowerBound)
        let tokens = tokens
        var at = range.lowerBound
        while at < range.upperBound {
            let next = nextGroup < groups.count ? groups[nextGroup].start : range.upperBound
            while at < next, !mayCut(tokens[at]) { at += 1 }
            guard at < range.upperBound else { break }
            if mayCut(tokens[at]) { step(at, groups) }
            if nextGroup < groups.count, groups[nextGroup].start == at {
                let last = nextGroup > 0 ? groups[nextGroup - 1].end : -1
                meet(
                    &groups[nextGroup], Int16(truncatingIfNeeded: nextGroup), behind: last,
                    isLast: isLastOfMain(groups, nextGroup))
                markReduced(groups, nextGroup)
                nextGroup += 1
            }
            at += 1
        }
        for index in stack { segments[index].end = range.upperBound }
    }

    func isNominal(_ tag: Tag) -> Bool { tag == .noun || tag == .symbol }

    func startsSubject(_ at: Int) -> Bool {
        switch tokens[at].tag {
        case .determiner, .pronoun, .symbol: true
        default: false
        }
    }

    /// Whether `step` does anything at all there.
    @inline(__always)
    func mayCut(_ token: Token) -> Bool {
        token.mark != .none || token.tag.joinsClauses || token.has(.cutting)
    }

    mutating func step(_ at: Int, _ groups: VerbGroups) {
        if tokens[at].mark != .none {
            mark(at, groups)
        } else if at > range.lowerBound || tokens[at].tag == .subordinator {
            word(at, groups)
        }
    }

    private mutating func mark(_ at: Int, _ groups: VerbGroups) {
        let token = tokens[at]
        switch token.mark {
        case .open, .openBracket: push(.parenthesis, at)
        case .close, .closeBracket:
            if let inner = stack.lastIndex(where: { segments[$0].kind == .parenthesis }), inner > 0 {
                while stack.count > inner { pop(at: at + 1) }
            }
        case .semicolon: startStanding(.coordinate, at + 1)
        // "16:9"
        case .colon where at > range.lowerBound && tokens[at - 1].has(.number) && isJoined(at): break
        // "If ring_size == 0: use the default."
        case .colon where at + 1 < range.upperBound && segments[top].kind == .condition && segments[top].isInitial:
            pop(at: at + 1)
        case .colon where at + 1 < range.upperBound && segments[top].kind.stands: startStanding(.coordinate, at + 1)
        case .dash where token.shape.contains(.spaced) && at > range.lowerBound && at + 1 < range.upperBound:
            // "If not found - return NULL"
            if segments[top].kind == .condition, segments[top].isInitial {
                pop(at: at + 1)
                return
            }
            // "or a negative -errno", ", -errno otherwise": a sign.
            if !tokens[at + 1].shape.contains(.spaced), tokens[at + 1].has(.result) {
                if tokens[at - 1].mark == .comma { startStanding(.coordinate, at) }
                return
            }
            // "-EINVAL - a bad size" is one statement.
            // "where to begin - must be even": nor does what is asked belong to a name that has no verb of its own.
            let asksOfName = !segments[top].kind.stands && tokens[at + 1].tag == .modal
            guard segments[top].hasFinite || at - segments[top].start > 3 || asksOfName else { return }
            startStanding(.coordinate, at + 1)
        case .comma: comma(at, groups)
        default: break
        }
    }

    private mutating func word(_ at: Int, _ groups: VerbGroups) {
        let token = tokens[at]
        switch token.tag {
        case .subordinator: subordinator(at, groups)
        case .relative where tokens[max(at - 1, range.lowerBound)].mark != .comma:
            guard at > range.lowerBound else { break }
            // "in which case it must …"
            if tokens[at - 1].is(.in_), at + 1 < range.upperBound, tokens[at + 1].is(.case_) {
                if at - 1 > range.lowerBound, segments[standingSegment()].hasFinite {
                    startStanding(.coordinate, at - 1, introducer: at - 1)
                }
                break
            }
            // "(which must be set)", "(for which it should be set)"
            let start = tokens[at - 1].tag == .preposition ? at - 1 : at
            let opensParenthesis = start > range.lowerBound && tokens[start - 1].mark == .open
            push(opensParenthesis ? .comment : .relative, opensParenthesis ? start : at, introducer: at)
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
            if token.is(.otherwise) { otherwise(at, groups) }
            if token.is(.e_g) { push(.example, at) }
            if token.is(.example), at > range.lowerBound, tokens[at - 1].is(.for_), at - 1 > range.lowerBound {
                push(.example, at - 1)
            }
        }
    }

    /// No space stands around a mark.
    func isJoined(_ mark: Int) -> Bool {
        mark + 1 < range.upperBound && tokens[mark - 1].end == tokens[mark].start
            && tokens[mark].end == tokens[mark + 1].start
    }

    /// "It locks the ring to ensure readers may go on": what is ensured stands behind, without "that".
    func opensEnsured(_ at: Int, _ groups: VerbGroups) -> Bool {
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
    mutating func endCondition(_ then: Int) {
        switch tokens[then - 1].tag {
        case .conjunction, .preposition, .subordinator: return
        default: break
        }
        guard let initial = initialSubordinate() else { return }
        while stack.count > 1, top != initial { pop(at: then) }
        pop(at: then)
    }

    /// "must be set before it starts otherwise -EBUSY is returned": what happens if not, without a comma.
    mutating func otherwise(_ at: Int, _ groups: VerbGroups) {
        guard segments[standingSegment()].hasFinite, segments[top].kind != .parenthesis, at + 1 < range.upperBound,
            tokens[at - 1].mark == .none, tokens[at - 1].tag != .conjunction, tokens[at - 1].tag != .subordinator,
            let group = groupAhead(at + 1, groups),
            groups[group].mood == .finite, groups[group].start > at + 1, subjectStarts(at + 1)
        else { return }
        startStanding(.coordinate, at)
    }

    /// "may sleep so no lock can be held": a consequence, without a comma.
    mutating func consequence(_ at: Int, _ groups: VerbGroups) {
        guard segments[top].hasFinite, segments[top].kind.stands, at + 1 < range.upperBound,
            tokens[at - 1].mark == .none, let group = groupAhead(at + 1, groups),
            groups[group].start > at + 1
                && (startsSubject(at + 1) || tokens[at + 1].tag == .noun || tokens[at + 1].tag == .adjective)
                || groups[group].start == at + 1 && groups[group].mood == .imperative
        else { return }
        startStanding(.coordinate, at)
        segments[top].isConsequence = true
    }

    func kind(of token: Token) -> Segment.Kind {
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
    func isBound(_ as: Int) -> Bool {
        `as` > range.lowerBound && (tokens[`as` - 1].is(.long) || tokens[`as` - 1].is(.soon))
    }

    func asksWhether(_ verb: Token) -> Bool {
        switch verb.tag {
        case .ing: verb.has(.describing) || verb.isForm(of: .check) || verb.isForm(of: .test)
        case .imperative, .verb, .bare:
            verb.isForm(of: .check) || verb.isForm(of: .test) || verb.isForm(of: .determine) || verb.isForm(of: .see)
                || verb.isForm(of: .specify) || verb.isForm(of: .indicate)
        default: false
        }
    }

    /// "It waits, and after the wait the ring is full": a phrase of time that leads into a clause, whose subject stands
    /// right behind it.
    private func opensPhrase(_ at: Int, _ groups: VerbGroups) -> Bool {
        groupAhead(at + 1, groups).map { secondPhrase(at + 2, groups[$0].start) != nil } ?? false
    }

    mutating func subordinator(_ at: Int, _ groups: VerbGroups) {
        // "to tell when to stop": no clause of its own.
        if at + 1 < range.upperBound, tokens[at + 1].tag == .infinitive, segments[top].hasFinite { return }
        if tokens[at].has(.preposition), at > range.lowerBound, tokens[at - 1].tag == .conjunction,
            opensPhrase(at, groups)
        {
            return
        }
        var kind = kind(of: tokens[at])
        if kind == .reason, isBound(at) { kind = .condition }
        // "It is locked so that it can be read"
        if tokens[at].is(.that), at > range.lowerBound, tokens[at - 1].is(.so) { kind = .purpose }
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
    func opensClause(_ at: Int) -> Bool {
        let start = segments[top].start
        guard at > start else { return true }
        switch tokens[start].tag {
        case .adverb: return at == start + 1 || at == start + 2 && tokens[start + 1].mark == .comma
        case .preposition: return at - start <= 4 && tokens[at - 1].mark == .comma
        default: return false
        }
    }

    mutating func popIfDone(_ at: Int) {
        while stack.count > 1,
            segments[top].kind == .relative || segments[top].kind == .comment || segments[top].kind == .complement
        {
            pop(at: at)
        }
    }

    /// Closes subordinate segments that have their verb.
    mutating func popFinished(_ at: Int) {
        // "Depending on which ring and which slot are used, …": they share their verb.
        var sharesVerb = false
        while stack.count > 1, !segments[top].kind.stands, segments[top].kind != .parenthesis,
            segments[top].hasFinite || sharesVerb && segments[top].kind == .relative
        {
            sharesVerb = segments[top].kind == .relative
            pop(at: at)
        }
    }

    func initialSubordinate() -> Int? {
        for index in stack.reversed() {
            if segments[index].kind == .parenthesis { return nil }
            if segments[index].isInitial { return index }
        }
        return nil
    }

    func standingSegment() -> Int {
        stack.last { segments[$0].kind.stands || segments[$0].kind == .parenthesis } ?? 0
    }

    func subjectStarts(_ at: Int) -> Bool {
        switch tokens[at].tag {
        case .determiner, .pronoun, .symbol, .noun, .adjective: return true
        default: return false
        }
    }

    /// The first verb group that begins at or after `at`, before the clause can end.
    func groupAhead(_ at: Int, _ groups: VerbGroups) -> Int? {
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
