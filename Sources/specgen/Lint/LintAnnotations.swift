import Clauses
import Compliance

/// Findings as workflow commands of GitHub: annotations on the documentation's own lines.
struct LintAnnotations: CustomStringConvertible {
    private let findings: [PlacedFinding]

    init(_ findings: [PlacedFinding]) { self.findings = findings }

    var description: String {
        findings.map { placed in
            let finding = placed.finding
            var annotation = GitHubAnnotation(
                .warning, at: finding.source, title: finding.kind.rawValue,
                message: "“\(finding.text)”: \(finding.why)\n\(finding.suggestion)")
            annotation.column = placed.column?.characters
            return "\(annotation)\n"
        }.joined()
    }
}
