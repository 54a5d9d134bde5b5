/// Reads what stands before a verb from left to right, for the head of the first noun phrase that no preposition governs.
struct SubjectPhrase: ~Copyable {
    private let tokens: Tokens
    private let segments: Segments
    private let groups: VerbGroups
    /// The verb's group.
    private let index: Int
    private let start: Int
    /// Where the verb's group begins, and its segment.
    private let end: Int
    private let own: Int16
    private var at: Int
    /// The head of the phrase that is read, or -1, and the party that it names, or -1.
    private var head = -1
    private var party = -1
    /// "For users …": counts when nothing else names a party.
    private var topic = -1
    /// What is read hangs on a preposition.
    private var isGoverned = false
    /// A comma stands behind the head: what follows it is no relative clause that "that" was left out of.
    private var isParted = false

    /// Gives the verb group at `index` its subject, which stands from `start` on, and what the words there tell of it.
    static func read(_ tokens: Tokens, from start: Int, _ segments: Segments, _ groups: VerbGroups, _ index: Int) {
        var phrase = SubjectPhrase(tokens, start, segments, groups, index)
        phrase.read()
    }

    private init(_ tokens: Tokens, _ start: Int, _ segments: Segments, _ groups: VerbGroups, _ index: Int) {
        self.tokens = tokens
        self.segments = segments
        self.groups = groups
        self.index = index
        self.start = start
        end = groups[index].start
        own = groups[index].segment
        at = start
    }

    private mutating func read() {
        skipOpening()
        while at < end {
            if let inner = innerSegment() {
                if head >= 0, inner.kind == .relative || inner.kind == .comment { break }
                at = inner.end
                continue
            }
            guard goesOn(with: tokens[at]) else { break }
            at += 1
        }
        groups[index].subject = head
        if isGoverned, head < 0 {
            groups[index].party = party < 0 ? topic : -1
        } else {
            groups[index].party = party < 0 && !isGoverned ? topic : party
        }
    }

    @inline(__always)
    private mutating func skipOpening() {
        // "To stop it, the caller must …"
        if at < end, tokens[at].tag == .infinitive,
            let comma = (at..<end).last(where: { tokens[$0].mark == .comma })
        {
            at = comma + 1
        }
        // "in which case the caller may …"
        if at + 3 < end, tokens[at].is(.in_), tokens[at + 2].is(.case_) { at += 3 }
        if at + 2 < end, tokens[at].is(.which), tokens[at + 1].is(.case_) { at += 2 }
        guard at + 1 < end else { return }
        // "To stop it the caller must …" goes on as behind a preposition, and so does "This way the caller must …".
        let isWay = tokens[at + 1].is(.way) && (tokens[at].is(.this) || tokens[at].is(.that))
        isGoverned = tokens[at].tag == .infinitive || isWay
    }

    /// The segment that begins here inside of the verb's own, and ends before the verb.
    private func innerSegment() -> Segment? {
        guard let inner = segments.first(where: { $0.start == at && $0.parent == own && $0.end > at }),
            inner.end <= end
        else { return nil }
        return inner
    }

    /// False where the phrase has ended.
    @inline(__always)
    private mutating func goesOn(with token: Token) -> Bool {
        switch token.tag {
        case .preposition:
            if head >= 0, !isGoverned { return false }
            isGoverned = true
            head = -1
        case .mark: mark(token)
        case .conjunction where head >= 0 && !isGoverned:
            noteNegation(token)
            return false
        case .determiner, .negation, .conjunction: determiner(token)
        // "the slots to take the ring from"
        case .infinitive: return head < 0 || isGoverned || groups[index].power == .none
        case .ing:
            if head >= 0, !isGoverned, endsPhrase(token) { return false }
            modifier(token)
        case .adjective, .participle: modifier(token)
        case .adverb where !token.is(.there): if token.is(.only), head < 0 { groups[index].isOnly = true }
        // "I.e. each slot …"
        case .noun where token.has(.abbreviation): break
        case .noun, .pronoun, .symbol, .number, .adverb: takeHead(token)
        default: break
        }
        return true
    }

    private mutating func mark(_ token: Token) {
        guard token.mark == .comma || token.mark == .colon || token.mark == .dash else { return }
        if isGoverned, topic < 0 { topic = party }
        if head >= 0, !isGoverned, token.mark == .comma {
            isParted = true
        } else {
            beginAnew()
        }
    }

    private mutating func beginAnew() {
        isGoverned = false
        head = -1
        party = -1
    }

    private mutating func noteNegation(_ token: Token) {
        if token.is(.no) || token.is(.neither) || token.is(.none) { groups[index].subjectNegated = true }
    }

    private mutating func determiner(_ token: Token) {
        noteNegation(token)
        // "Not all of them need to be there."
        if token.tag == .negation, head < 0, groups[index].power == .need { groups[index].subjectNegated = true }
        guard token.tag == .determiner, head >= 0 else { return }
        if isGoverned {
            // A second noun phrase after an initial prepositional one: "For users all the restrictions".
            topic = party
            beginAnew()
        } else if !groups[index].subjectNegated, !isParted, tokens[start].tag != .ing, beginsClause(token) {
            // "the slots the ring frees"; but "neither the driver nor …", "Opening the ring a second time can fail."
            groups[index].isReduced = true
        }
    }

    /// But "all memory taken this way is", "rings such as those of a core may", and "RING_BUSY This value is", which is
    /// another sentence.
    private func beginsClause(_ determiner: Token) -> Bool {
        !determiner.is(.such) && !determiner.shape.contains(.capitalised) && !tokens[at + 1].is(.way)
    }

    private mutating func endsPhrase(_ ing: Token) -> Bool {
        // "all rings including their slots"
        if ing.has(.preposition) { return true }
        // "the driver using the ring"; but "a list of all slots the ring frees"
        guard tokens[at + 1].tag == .determiner else { return false }
        groups[index].isReduced = hasSecondPhrase(at + 2)
        return true
    }

    /// A determiner begins a noun phrase right behind another.
    private func hasSecondPhrase(_ from: Int) -> Bool {
        guard from < end else { return false }
        return (from..<end).contains {
            tokens[$0].tag == .determiner && (tokens[$0 - 1].tag == .noun || tokens[$0 - 1].tag == .symbol)
        }
    }

    private mutating func modifier(_ token: Token) {
        if party < 0 { party = Int(token.party) - 1 }
    }

    private mutating func takeHead(_ token: Token) {
        if token.tag == .pronoun {
            // "Before accessing a chunk it needs …"; but "Because of this the ring is …"
            let points = token.is(.this) || token.is(.that)
            if isGoverned, !token.has(.number), !points || at == start || tokens[at - 1].tag != .preposition {
                beginAnew()
            }
            if token.is(.none) || token.is(.neither) || token.is(.nobody) || token.is(.nothing) {
                groups[index].subjectNegated = true
            }
        }
        head = at
        if token.party != 0, !token.shape.contains(.possessive), party < 0 || !tokens[max(at - 1, start)].has(.ing) {
            party = Int(token.party) - 1
        }
    }
}
