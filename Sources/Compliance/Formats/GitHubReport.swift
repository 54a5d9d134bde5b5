import Clauses

/// A report as workflow commands of GitHub: annotations on the documentation's own lines.
public struct GitHubReport: CustomStringConvertible {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    public var description: String {
        Finding.all(in: report).map { finding in
            let level =
                switch finding.level {
                case .error: "error"
                case .warning: "warning"
                case .note: "notice"
                }
            let place = "file=\(property(finding.source.file)),line=\(max(1, finding.source.line))"
            let end = max(1, finding.source.line, finding.source.endLine)
            return "::\(level) \(place),endLine=\(end),title=\(property(finding.title))::\(data(finding.message))\n"
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
