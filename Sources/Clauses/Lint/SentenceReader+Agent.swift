extension SentenceReader {
    /// Behind a passive verb stands "by".
    func namesAgent(_ record: ClauseRecord, _ group: VerbGroup) -> Bool {
        let rest = group.end..<max(group.end, record.tokens.upperBound)
        return rest.contains { tokens[$0].is(.by) }
    }
}
