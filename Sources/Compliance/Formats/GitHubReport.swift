/// A report as workflow commands of GitHub: annotations on the documentation's own lines.
public struct GitHubReport: CustomStringConvertible {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    public var description: String {
        Finding.open(in: report).map { finding in
            let annotation = GitHubAnnotation(
                finding.severity, at: finding.clause.source, title: finding.status.rawValue, message: finding.message)
            return "\(annotation)\n"
        }.joined()
    }
}
