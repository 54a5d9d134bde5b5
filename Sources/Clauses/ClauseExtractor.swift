import KernelDoc

/// Takes the clauses out of a document's prose: sentences, what each says and how strongly, who keeps it.
///
/// Deterministic, in time linear in the text. Any bytes are read; none is an error.
public struct ClauseExtractor: Sendable {
    let grammar: Grammar
    private let walks = WalkPool()

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

    /// The clauses of several documents, in their order. What one says in the words of another, in a block of the same
    /// name, has an id of its own all the same: with an ordinal, as where a block repeats a sentence.
    public func clauses(in documents: [Document]) -> [Clause] {
        var clauses = documents.flatMap { self.clauses(in: $0) }
        var register = ClauseIDRegister()
        register.enter(&clauses)
        return clauses
    }

    /// What `visit` meets in a document.
    public enum Finding {
        case clause(ClauseRecord)
        /// An error code that the clause before names, in the prose's bytes, without the minus sign; each one once.
        case error(Range<Int>)
        /// A C prototype: a guarantee of the framework.
        case interface
    }

    /// Calls `visit` with what `clauses(in:)` would answer, in source order, without making a string.
    public func visit(_ document: Document, _ visit: (Finding) -> Void) {
        withoutActuallyEscaping(visit) { visit in
            var sink = FindingSink(bytes: document.prose.bytes, visit: visit)
            let loan = walks.take(grammar)
            loan.walk.run(document, &sink)
            walks.giveBack(loan)
        }
    }

    /// The name of a record's bearer, as `Clause.bearer` has it, by its `party`.
    public func bearer(ofParty party: Int) -> String { party < 0 ? "none" : grammar.parties.parties[party].name }

    /// The bearer of an interface.
    public var framework: String { grammar.parties.name(of: .framework) }
}

private struct FindingSink: ClauseSink {
    let bytes: [UInt8]
    let visit: (ClauseExtractor.Finding) -> Void

    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?
    ) {
        visit(.clause(record))
        guard record.errorCount > 0 else { return }
        for name in reader.errorCodes(among: record.tokens, in: bytes) { visit(.error(name)) }
    }

    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int) { visit(.interface) }
}
