import PlainText

/// A report in the form in which compilers complain, so that editors jump to the documentation:
///
///     file:line:1: error: failing: the clause's words
public struct CompilerReport: CustomStringConvertible {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    public var description: String {
        Finding.open(in: report).map { finding in
            let source = finding.clause.source
            let head =
                "\(source.file):\(max(1, source.line)):1: \(finding.severity.rawValue): \(finding.status.rawValue)"
            let lines = finding.message.split(separator: "\n", omittingEmptySubsequences: false)
            return InertText.line("\(head): \(lines.first ?? "")") + "\n"
                + lines.dropFirst().map { "  " + InertText.line(String($0)) + "\n" }.joined()
        }.joined()
    }
}
