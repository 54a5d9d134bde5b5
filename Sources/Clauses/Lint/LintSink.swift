import KernelDoc

/// Looks at each clause while its words are still at hand.
struct LintSink: ClauseSink {
    private let prose: Prose
    private let modals: ModalFinder
    private let restarts: RestartFinder
    private let codes: ErrorCodeFinder
    private let results: ResultFinder
    private let claimFinder: ClaimFinder
    private var duties: DutyFinder
    private var writer: ClauseWriter
    private(set) var claims: [Claim] = []
    private var found: [LintFinding] = []
    /// Functions of whose result something was found, or nothing is said: the rest of what is said of it follows from that.
    private var mismatched: Set<String> = []

    init(document: Document, grammar: Grammar) {
        prose = document.prose
        modals = ModalFinder(prose: prose, roles: grammar.roles)
        restarts = RestartFinder(prose: prose)
        codes = ErrorCodeFinder(prose: prose)
        results = ResultFinder(document: document)
        claimFinder = ClaimFinder(prose: prose)
        duties = DutyFinder(document: document)
        writer = ClauseWriter(document: document, grammar: grammar)
    }

    /// What was found, once all clauses were taken.
    var findings: [LintFinding] { found + duties.findings }

    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int) {}

    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?
    ) {
        duties.look(at: sentence, record, reader)
        guard record.modality != .informative || record.errorCount > 0 else { return }
        writer.take(record, of: sentence, reader, leadIn: leadIn)
        guard let clause = writer.clauses.last else { return }
        found += codes.findings(clause, record)
        guard record.modality != .informative else { return }
        duties.take(clause, record, reader)
        if let finding = modals.finding(clause, record, reader) { found.append(finding) }
        if let finding = restarts.finding(clause, record, reader) { found.append(finding) }
        if let symbol = clause.block.symbol {
            if let finding = results.finding(clause, record, reader), mismatched.insert(symbol).inserted {
                found.append(finding)
            }
            if results.saysNothing(clause) { mismatched.insert(symbol) }
        }
        if !isOfItsCase(prose.units[record.unit]) { claims += claimFinder.claims(clause, record, reader) }
    }

    /// An item, or a term with what it means, may hold for its case only.
    private func isOfItsCase(_ unit: Prose.Unit) -> Bool {
        if unit.role == .listItem || unit.depth > 0 { return true }
        let words = prose.bytes[unit.range].prefix(200).split(separator: 0x20, maxSplits: 2)
        guard words.count > 1, prose.blocks[unit.block].symbol == nil, let first = words[0].first,
            let second = words[1].first
        else { return false }
        // "xonly Calls turn into …", "emulate [default] …"
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return !capitals.contains(first) && (capitals.contains(second) || second == UInt8(ascii: "["))
    }
}
