import KernelDoc

/// Whether a function sleeps, and the contexts that it may be called in.
extension ClaimFinder {
    /// "May sleep", "never sleeps", "must not sleep"; and what may be called where nobody may sleep does not.
    func sleeping(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool? {
        if let call = calledFrom(clause, record, reader), call.holds { return false }
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        guard reader.tokens[group.head].isForm(of: .sleep), isAboutIt(group, reader), !group.isPassive,
            reader.segments[Int(group.segment)].kind.stands,
            group.end >= record.tokens.upperBound || reader.tokens[group.end].tag == .mark
        else { return nil }
        if clause.modality == .prohibition { return false }
        if group.power == .none, group.isNegated || group.isNever { return false }
        return record.border == .maySleep ? true : nil
    }

    /// "Can be called from any context", "must not be called in atomic context", and "Softirq context." in its section: all
    /// contexts of which it is said, none of them one in which a function may sleep, and whether it may be called there.
    func calledFrom(
        _ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader
    ) -> (contexts: [String], holds: Bool)? {
        let words = words(in: record.tokens, reader)
        if clause.block.section?.lowercased() == "context", words.count == 2, words[1] == "context" {
            return Self.covered(words[0]).map { ($0, true) }
        }
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        guard reader.tokens[group.head].is(.called), group.isPassive, isAboutIt(group, reader),
            reader.segments[Int(group.segment)].kind.stands
        else { return nil }
        let place = self.words(behind: group, record, reader).filter { !["a", "an", "the"].contains($0) }
        guard place.count == 3, ["from", "in"].contains(place[0]), ["context", "contexts"].contains(place[2]) else {
            return nil
        }
        switch clause.modality {
        case .permission, .guarantee:
            return group.isNegated || group.isNever ? nil : Self.covered(place[1]).map { ($0, true) }
        case .prohibition: return Self.contexts[place[1]].map { ([$0], false) }
        default: return nil
        }
    }

    /// What may be called in such a context may be called in each of these: every interrupt is atomic.
    private static func covered(_ word: String) -> [String]? {
        if word == "any" { return ["atomic", "interrupt", "softirq"] }
        return contexts[word].map { $0 == "atomic" ? [$0] : [$0, "atomic"] }
    }

    private static let contexts = [
        "atomic": "atomic", "interrupt": "interrupt", "irq": "interrupt", "hardirq": "interrupt", "softirq": "softirq",
    ]
}
