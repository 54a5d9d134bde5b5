import Clauses
import Compliance

/// Findings as workflow commands of GitHub: annotations on the documentation's own lines.
struct LintAnnotations: CustomStringConvertible {
    private let findings: [LintFinding]

    init(_ findings: [LintFinding]) { self.findings = findings }

    var description: String {
        findings.map { finding in
            let place = "file=\(property(finding.source.file)),line=\(max(1, finding.source.line))"
            let end = max(1, finding.source.line, finding.source.endLine)
            let message = "“\(finding.text)”: \(finding.why)\n\(finding.suggestion)"
            return "::warning \(place),endLine=\(end),title=\(finding.kind.rawValue)::\(data(message))\n"
        }.joined()
    }

    /// Percent signs and line breaks end a command early.
    private func data(_ text: String) -> String {
        InertText.lines(text).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    /// In a property, colons and commas do, too.
    private func property(_ text: String) -> String {
        data(InertText.line(text)).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
