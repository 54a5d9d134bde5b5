import Clauses
import Compliance

/// Findings as SARIF, for code review and editors.
struct LintSARIF {
    private let findings: [PlacedFinding]

    init(_ findings: [PlacedFinding]) { self.findings = findings }

    func text() throws -> String {
        let results = findings.map { placed in
            let finding = placed.finding
            var result = SARIFLog.Result(
                rule: finding.kind.rawValue, message: "“\(finding.text)”: \(finding.why)\n\(finding.suggestion)",
                source: finding.source)
            result.column = placed.column?.characters
            result.related = finding.other.map { .init(source: $0, message: "what does not go with it") }
            return result
        }
        return try SARIFLog(version: Specgen.version, rules: LintFinding.Kind.allCases.map(rule), results: results)
            .text()
    }

    private func rule(_ kind: LintFinding.Kind) -> SARIFLog.Rule {
        SARIFLog.Rule(
            id: kind.rawValue, severity: .warning, summary: sentence(kind.summary), help: sentence(kind.advice))
    }

    private func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }
}
