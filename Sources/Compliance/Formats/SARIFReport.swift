import Clauses
import Foundation

/// A report as SARIF 2.1.0 (OASIS), for code review and editors: a result on the documentation's own lines for each
/// clause that can hold or be broken and is not verified.
///
/// Failing is an error, unproven a warning, untested and unbound a note; a waived clause is a suppressed note with
/// the waiver's reason.
public struct SARIFReport {
    private let report: ComplianceReport
    private let version: String

    /// - Parameter version: of this program.
    public init(_ report: ComplianceReport, version: String) {
        self.report = report
        self.version = version
    }

    /// - Throws: what the encoder says; nothing in a report is known to upset it.
    public func text() throws -> String {
        try InertText.json(encoding: log)
    }

    /// Every status that is a finding is a rule.
    private static let rules: [ClauseStatus] = [.failing, .unproven, .untested, .unbound, .waived]

    private var log: Log {
        let rules = SARIFReport.rules.map { status in
            Rule(
                id: status.rawValue, shortDescription: Message(text: summary(of: status)),
                defaultConfiguration: Configuration(level: Finding.level(of: status)?.rawValue ?? "none"))
        }
        let results = Finding.all(in: report).compactMap(result)
        let driver = Driver(name: "specgen", semanticVersion: version, rules: rules)
        return Log(runs: [Run(tool: Tool(driver: driver), results: results)])
    }

    private func result(_ finding: Finding) -> Result? {
        guard let index = SARIFReport.rules.firstIndex(of: finding.status) else { return nil }
        let (clause, source) = (finding.clause, finding.clause.source)
        let region = Region(startLine: max(1, source.line), endLine: max(1, source.line, source.endLine))
        let artifact = Artifact(uri: uri(source.file))
        return Result(
            ruleId: finding.status.rawValue, ruleIndex: index, level: finding.level.rawValue,
            message: Message(text: InertText.lines("\(finding.status.rawValue): \(finding.message)")),
            locations: [Location(physicalLocation: .init(artifactLocation: artifact, region: region))],
            partialFingerprints: ["clause/v1": clause.id],
            suppressions: finding.status == .waived
                ? [Suppression(kind: "external", justification: InertText.line(clause.reason ?? ""))] : nil)
    }

    private func summary(of status: ClauseStatus) -> String {
        switch status {
        case .failing: "The implementation does not do what the documentation says."
        case .unproven: "The clause's test passes, and was not seen to fail on a fault that breaks the clause."
        case .untested: "The clause has no test, or its test could not observe anything."
        case .unbound: "The vocabulary lacks words of the clause."
        default: "The clause was left open on purpose."
        }
    }

    /// A relative reference (or a `file:` URI) with everything escaped that is not plain in a path.
    private func uri(_ path: String) -> String {
        let plain = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
        let escaped = path.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
        return path.hasPrefix("/") ? "file://" + escaped : escaped
    }

    // MARK: - The format

    private struct Log: Encodable {
        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]

        private enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }
    private struct Run: Encodable {
        var tool: Tool
        var results: [Result]
        var columnKind = "unicodeCodePoints"
    }
    private struct Tool: Encodable { var driver: Driver }
    private struct Driver: Encodable {
        var name: String
        var semanticVersion: String
        var rules: [Rule]
    }
    private struct Rule: Encodable {
        var id: String
        var shortDescription: Message
        var defaultConfiguration: Configuration
    }
    private struct Configuration: Encodable { var level: String }
    private struct Message: Encodable { var text: String }
    private struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Message
        var locations: [Location]
        var partialFingerprints: [String: String]
        var suppressions: [Suppression]?
    }
    private struct Location: Encodable {
        var physicalLocation: Physical

        struct Physical: Encodable {
            var artifactLocation: Artifact
            var region: Region
        }
    }
    private struct Artifact: Encodable { var uri: String }
    private struct Region: Encodable { var startLine, endLine: Int }
    private struct Suppression: Encodable { var kind, justification: String }
}
