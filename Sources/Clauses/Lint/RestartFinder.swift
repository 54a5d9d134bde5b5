import KernelDoc

/// Finds calls that must be restarted, without a word on how.
struct RestartFinder {
    let prose: Prose

    func finding(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> LintFinding? {
        guard clause.modality == .obligation, record.group >= 0, clause.block.symbol != nil else { return nil }
        let group = reader.groups[record.group]
        guard group.isPassive, reader.tokens[group.head].isForm(of: .restart), !saysWhat(group, reader),
            Self.causes.contains(where: clause.sentence.contains)
        else { return nil }
        let after = record.tokens.clamped(to: group.end..<group.end + 8)
        let saysHow = after.contains {
            reader.tokens[$0].is(.by) || reader.tokens[$0].is(.with) || reader.tokens[$0].tag == .symbol
        }
        guard !saysHow else { return nil }
        return LintFinding(kind: .restartUnexplained, source: clause.source, text: clause.text)
    }

    /// The codes behind which a call is made again.
    private static let causes = ["EINTR", "ERESTARTSYS", "EAGAIN", "EDEADLK"]

    /// "The entire sequence must be restarted" says what is; "it", and "the call", do not.
    private func saysWhat(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard group.subject >= 0 else { return false }
        let subject = reader.tokens[group.subject]
        if subject.has(.pronoun) || subject.has(.thing) || subject.tag != .noun { return false }
        return !["call", "calls", "function", "operation", "request", "ioctl", "syscall", "wait"]
            .contains(prose.word(subject))
    }
}
