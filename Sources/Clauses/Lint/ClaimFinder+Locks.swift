extension ClaimFinder {
    /// The lock that whoever calls has to hold, or must not: "must hold q->lock", "must be called without q->lock held",
    /// "q->lock must be held".
    func lock(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> (name: String, isHeld: Bool)? {
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        let isDuty = group.power == .must || group.power == .shall || group.power == .need
        guard isDuty || group.mood == .participle, !group.isNever, reader.segments[Int(group.segment)].kind.stands
        else {
            return nil
        }
        let head = reader.tokens[group.head]
        var rest = words(behind: group, record, reader)[...]
        if head.isForm(of: .hold), isDuty {
            if group.isPassive { return rest.isEmpty || rest.first == "by" ? subjectLock(group, reader) : nil }
            guard group.party >= 0 || isAboutIt(group, reader) else { return nil }
            return name(rest).map { ($0, !group.isNegated) }
        }
        guard head.is(.called), group.isPassive || group.mood == .participle, isAboutIt(group, reader),
            let preposition = rest.popFirst(), preposition == "with" || preposition == "without"
        else { return nil }
        let last = rest.last
        if last == "held" || last == "locked" {
            rest.removeLast()
        } else if rest.first == "holding" {
            rest.removeFirst()
        } else {
            return nil
        }
        return name(rest).map { ($0, (preposition == "with") != group.isNegated) }
    }

    /// "The ring lock must be held".
    private func subjectLock(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> (name: String, isHeld: Bool)? {
        guard group.subject >= 0 else { return nil }
        let start = reader.segments[Int(group.segment)].start
        let words = words(in: start..<max(start, group.start), reader)
        return name(words[...]).map { ($0, !group.isNegated) }
    }

    /// One lock; what is said of several ("a or b", "any lock") is left out.
    private func name(_ words: ArraySlice<String>) -> String? {
        let words = words.drop { $0 == "the" }
        guard (1...4).contains(words.count), !words.contains(where: Self.several.contains) else { return nil }
        return words.joined(separator: " ")
    }

    private static let several: Set<String> = ["and", "or", "any", "no", "either", "neither", "both", "locks"]
}
