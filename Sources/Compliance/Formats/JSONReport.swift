import Foundation

/// A report as `specgen.report/1`: for other programs. Members are sorted, so that two reports can be compared.
public struct JSONReport {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    /// - Throws: what the encoder says; nothing in a report is known to upset it.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return InertText.json(String(decoding: try encoder.encode(report), as: UTF8.self)) + "\n"
    }
}
