import KernelDoc

/// Looks through documentation for what contradicts itself, leaves open who has to do a thing, or was pasted to
/// the wrong place. It says little, so that what it says is read.
public struct Linter: Sendable {
    private let extractor: ClauseExtractor

    public init(extractor: ClauseExtractor = ClauseExtractor()) { self.extractor = extractor }

    /// The findings in these documents, and between them, by file and line.
    public func findings(in documents: [Document]) -> [LintFinding] {
        var findings: [LintFinding] = []
        var claims = ClaimBook()
        for document in documents {
            var sink = LintSink(document: document, grammar: extractor.grammar)
            var walk = DocumentWalk(grammar: extractor.grammar)
            walk.run(document, &sink)
            findings += sink.finished()
            for claim in sink.claims { claims.add(claim) }
            findings += ParameterLint.findings(in: document)
        }
        findings += claims.contradictions()
        return findings.sorted {
            ($0.source.file, $0.source.line, $0.kind.rawValue) < ($1.source.file, $1.source.line, $1.kind.rawValue)
        }
    }
}
