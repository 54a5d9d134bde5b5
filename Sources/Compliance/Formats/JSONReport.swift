import PlainText

/// A report as `specgen.report/1`: for other programs. Members are sorted, so that two reports can be compared.
public struct JSONReport {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    /// - Throws: what the encoder says; nothing in a report is known to upset it.
    public func text() throws -> String {
        try InertText.json(encoding: report)
    }
}
