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
                SubjectPhrase.read(tokens, from: groups[index - 1].end, segments, groups, index)
                nearestPronoun(tokens, range, &groups[index])
                continue
            }
            let start = segment.introducer >= 0 ? segment.introducer + 1 : segment.start
            SubjectPhrase.read(tokens, from: start, segments, groups, index)
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

    private static func antecedent(
        _ tokens: Tokens, _ range: Range<Int>, _ from: Int, _ group: inout VerbGroup
    ) {
        var at = from
        while at >= range.lowerBound, tokens[at].tag == .mark { at -= 1 }
        guard at >= range.lowerBound else { return }
        group.subject = at
        group.party = Int(tokens[at].party) - 1
    }
}
