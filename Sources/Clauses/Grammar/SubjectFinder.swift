/// Finds the subject of each verb group: the head of its noun phrase, and the party that it names.
enum SubjectFinder {
    static func find(
        _ tokens: Tokens, _ range: Range<Int>, _ segments: Segments,
        _ groups: VerbGroups
    ) {
        for index in groups.indices {
            guard groups[index].mood == .finite || groups[index].power != .none, groups[index].subject < 0 else {
                continue
            }
            let segment = segments[Int(groups[index].segment)]
            if segment.sharesSubject, Int(segment.firstGroup) == index, index > 0 {
                // What hangs on the predicate before it has subjects of its own.
                let before = groups[..<index].last { segments[Int($0.segment)].kind.stands } ?? groups[index - 1]
                groups[index].subject = before.subject
                groups[index].party = before.party
                groups[index].subjectNegated = before.subjectNegated
                continue
            }
            if segment.kind == .relative || segment.kind == .comment,
                segment.introducer >= 0, tokens.onlyAdverbs(segment.introducer + 1, groups[index].start)
            {
                antecedent(tokens, range, segment.introducer - 1, &groups[index])
                continue
            }
            if Int(segment.firstGroup) != index, index > 0, groups[index - 1].segment == groups[index].segment {
                if continues(tokens, groups[index - 1].end, groups[index].start) {
                    groups[index].subject = groups[index - 1].subject
                    groups[index].party = groups[index - 1].party
                    continue
                }
                phrase(tokens, groups[index - 1].end, segments, groups[index].segment, &groups[index])
                nearestPronoun(tokens, range, &groups[index])
                continue
            }
            phrase(
                tokens, segment.introducer >= 0 ? segment.introducer + 1 : segment.start, segments,
                groups[index].segment, &groups[index])
            nearestPronoun(tokens, range, &groups[index])
        }
    }

    /// "If it is read during this we should …": a pronoun right before its verb is its subject.
    private static func nearestPronoun(
        _ tokens: Tokens, _ range: Range<Int>, _ group: inout VerbGroup
    ) {
        var at = group.start - 1
        while at >= range.lowerBound, tokens[at].tag == .adverb { at -= 1 }
        guard at >= range.lowerBound, at != group.subject, tokens[at].tag == .pronoun,
            tokens[at].is(.we) || tokens[at].is(.you) || tokens[at].is(.they) || tokens[at].is(.it)
        else { return }
        group.subject = at
        group.party = -1
    }

    /// A verb right behind a conjunction goes on with the subject before it.
    private static func continues(_ tokens: Tokens, _ from: Int, _ to: Int) -> Bool {
        var at = to - 1
        while at >= from, tokens[at].tag == .adverb || tokens[at].tag == .negation { at -= 1 }
        return at >= from && (tokens[at].tag == .conjunction || tokens[at].mark == .comma || tokens[at].mark == .slash)
    }

    private static func isPointing(_ token: Token) -> Bool { token.is(.this) || token.is(.that) }

    /// A determiner begins a noun phrase right behind another.
    private static func hasSecondPhrase(_ tokens: Tokens, _ from: Int, _ to: Int) -> Bool {
        guard from < to else { return false }
        return (from..<to).contains {
            tokens[$0].tag == .determiner && (tokens[$0 - 1].tag == .noun || tokens[$0 - 1].tag == .symbol)
        }
    }

    private static func antecedent(
        _ tokens: Tokens, _ range: Range<Int>, _ from: Int, _ group: inout VerbGroup
    ) {
        var at = from
        while at >= range.lowerBound, tokens[at].tag == .mark { at -= 1 }
        guard at >= range.lowerBound else { return }
        group.subject = at
        group.party = Int(tokens[at].party) - 1
    }

    /// The first noun phrase from `start` on that no preposition governs.
    private static func phrase(
        _ tokens: Tokens, _ start: Int, _ segments: Segments, _ own: Int16,
        _ group: inout VerbGroup
    ) {
        var at = start
        // "To stop it, the caller must …"
        if at < group.start, tokens[at].tag == .infinitive,
            let comma = (at..<group.start).last(where: { tokens[$0].mark == .comma })
        {
            at = comma + 1
        }
        // "in which case the caller may …"
        if at + 3 < group.start, tokens[at].is(.in_), tokens[at + 2].is(.case_) { at += 3 }
        if at + 2 < group.start, tokens[at].is(.which), tokens[at + 1].is(.case_) { at += 2 }
        var head = -1
        var party = -1
        // "To stop it the caller must …" goes on as behind a preposition.
        // So does "This way the caller must …".
        var governed =
            at + 1 < group.start && (tokens[at].tag == .infinitive || tokens[at + 1].is(.way) && isPointing(tokens[at]))
        /// A comma stands behind the head: what follows it is no relative clause that "that" was left out of.
        var isParted = false
        /// "For users …": counts when nothing else names a party.
        var topic = -1
        while at < group.start {
            if let inner = segments.first(where: { $0.start == at && $0.parent == own && $0.end > at }),
                inner.end <= group.start
            {
                if head >= 0, inner.kind == .relative || inner.kind == .comment { break }
                at = inner.end
                continue
            }
            let token = tokens[at]
            switch token.tag {
            case .preposition:
                if head >= 0, !governed { at = group.start; continue }
                governed = true
                head = -1
            case .mark:
                if token.mark == .comma || token.mark == .colon || token.mark == .dash {
                    if governed, topic < 0 { topic = party }
                    if head >= 0, !governed, token.mark == .comma {
                        isParted = true
                        break
                    }
                    governed = false
                    head = -1
                    party = -1
                }
            case .determiner, .negation, .conjunction:
                if token.is(.no) || token.is(.neither) || token.is(.none) { group.subjectNegated = true }
                // "Not all of them need to be there."
                if token.tag == .negation, head < 0, group.power == .need { group.subjectNegated = true }
                if token.tag == .conjunction, head >= 0, !governed { at = group.start; continue }
                // But "neither the driver nor …".
                // "Opening the ring a second time can fail."
                if token.tag == .determiner, head >= 0, !governed, !group.subjectNegated, !isParted,
                    tokens[start].tag != .ing
                {
                    group.isReduced = true
                }
                if token.tag == .determiner, governed, head >= 0 {
                    // A second noun phrase after an initial prepositional one: "For users all the restrictions".
                    topic = party
                    governed = false
                    head = -1
                    party = -1
                }
            // "all rings including their slots", "the slots to take the ring from"
            case .ing where head >= 0 && !governed && token.has(.preposition),
                .infinitive where head >= 0 && !governed && group.power != .none:
                at = group.start
                continue
            // "the driver using the ring"; but "a list of all slots the ring frees"
            case .ing where head >= 0 && !governed && tokens[at + 1].tag == .determiner:
                group.isReduced = hasSecondPhrase(tokens, at + 2, group.start)
                at = group.start
                continue
            case .ing, .adjective, .participle:
                if token.party != 0, party < 0 { party = Int(token.party) - 1 }
            // "I.e. each slot …"
            case .noun where token.has(.abbreviation): break
            case .noun, .pronoun, .symbol, .number, .adverb:
                if token.tag == .adverb, !token.is(.there) {
                    if token.is(.only), head < 0 { group.isOnly = true }
                    break
                }
                if governed, token.tag == .pronoun, !token.has(.number) {
                    // "Before accessing a chunk it needs …"
                    governed = false
                    party = -1
                    head = -1
                }
                if token.tag == .pronoun,
                    token.is(.none) || token.is(.neither) || token.is(.nobody) || token.is(.nothing)
                {
                    group.subjectNegated = true
                }
                head = at
                if token.party != 0, !token.shape.contains(.possessive),
                    party < 0 || !tokens[max(at - 1, start)].has(.ing)
                {
                    party = Int(token.party) - 1
                }
            default: break
            }
            at += 1
        }
        group.subject = governed ? -1 : head
        group.party = governed ? -1 : party
        if governed, head >= 0 {
            group.subject = head
            group.party = party
        } else if party < 0 {
            group.party = topic
        }
    }
}
