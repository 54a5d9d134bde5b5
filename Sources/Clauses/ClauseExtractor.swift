import KernelDoc

/// Takes the clauses out of a document's prose: sentences, what each says and how strongly, who keeps it.
///
/// Deterministic, in time linear in the text. Any bytes are read; none is an error.
public struct ClauseExtractor: Sendable {
    let grammar: Grammar

    /// - Parameter parties: whose nouns to look for, and how a clause's bearer is named.
    public init(parties: Parties = .general) {
        grammar = parties == .general ? .general : Grammar(parties: parties)
    }

    /// The clauses of a document, in source order. Rules and reasons are left to be filled in.
    public func clauses(in document: Document) -> [Clause] {
        var writer = ClauseWriter(document: document, grammar: grammar)
        var walk = DocumentWalk(grammar: grammar)
        walk.run(document, &writer)
        return writer.clauses
    }

    /// Calls `visit` with every clause of a document, in source order, without making a string.
    public func visit(_ document: Document, _ visit: (ClauseRecord) -> Void) {
        withoutActuallyEscaping(visit) { visit in
            var sink = RecordSink(visit: visit)
            var walk = DocumentWalk(grammar: grammar)
            walk.run(document, &sink)
        }
    }

    /// The name of a record's bearer, as `Clause.bearer` has it.
    public func bearer(of record: ClauseRecord) -> String {
        record.party < 0 ? "none" : grammar.parties.parties[record.party].name
    }
}

/// What is done with the clauses that a walk finds.
protocol ClauseSink {
    /// `reader` still holds the sentence's tokens, groups and segments.
    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?)
    /// A C prototype in a literal block: its bytes.
    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int)
}

private struct RecordSink: ClauseSink {
    let visit: (ClauseRecord) -> Void

    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?
    ) {
        visit(record)
    }

    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int) {}
}
