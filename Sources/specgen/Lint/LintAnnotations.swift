import Clauses
import Compliance

/// Findings as workflow commands of GitHub: annotations on the documentation's own lines.
struct LintAnnotations: CustomStringConvertible {
    private let findings: [LintFinding]

    init(_ findings: [LintFinding]) { self.findings = findings }

    var description: String {
        findings.map { finding in
            let annotation = GitHubAnnotation(
                .warning, at: finding.source, title: finding.kind.rawValue,
                message: "“\(finding.text)”: \(finding.why)\n\(finding.suggestion)")
            return "\(annotation)\n"
        }.joined()
    }
}
