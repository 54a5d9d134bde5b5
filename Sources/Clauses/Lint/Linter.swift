import KernelDoc

/// Looks through documentation for what contradicts itself, leaves open who has to do a thing, or was pasted to
/// the wrong place. It says little, so that what it says is read.
public struct Linter {
    private let extractor: ClauseExtractor
    private let isDefined: (_ code: String, _ file: String) -> Bool

    /// - Parameter isDefined: whether an error code that the kernel does not have may be one of a file's own subsystem.
    public init(
        extractor: ClauseExtractor = ClauseExtractor(),
        isDefined: @escaping (_ code: String, _ file: String) -> Bool = { _, _ in false }
    ) {
        self.extractor = extractor
        self.isDefined = isDefined
    }

    /// The findings in these documents, and between them, by file and line.
    public func findings(in documents: [Document]) -> [LintFinding] {
        var findings: [LintFinding] = []
        var claims = ClaimBook()
        for document in documents {
            var sink = LintSink(document: document, grammar: extractor.grammar)
            var walk = DocumentWalk(grammar: extractor.grammar)
            walk.run(document, &sink)
            findings += sink.findings.filter { finding in
                !(finding.name.map { isDefined($0, finding.source.file) } ?? false)
            }
            for claim in sink.claims { claims.add(claim) }
            findings += ParameterLint.findings(in: document)
        }
        findings += claims.contradictions()
        return findings.sorted {
            ($0.source.file, $0.source.line, $0.kind.rawValue) < ($1.source.file, $1.source.line, $1.kind.rawValue)
        }
    }
}
