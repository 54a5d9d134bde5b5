import Clauses
import Foundation
import PlainText
import Promises

/// The clauses as Sphinx-Needs imports them (`needs.json`), with `needimport`: a `req` for each clause that can hold
/// or be broken, and a `test` for each test, which links to it.
public struct NeedsJSON {
    private let report: ComplianceReport
    private let project: String

    /// - Parameter project: the documentation's name.
    public init(_ report: ComplianceReport, project: String) {
        self.report = report
        self.project = project
    }

    /// The format asks for one, and documentation has none.
    private static let version = "1.0"

    private struct File: Encodable {
        var created: String
        var current_version: String
        var project: String
        var versions: [String: Version]
    }

    private struct Version: Encodable {
        var created: String
        var needs: [String: Need]
        var needs_amount: Int
    }

    private struct Need: Encodable {
        var id: String
        var type: String
        var title: String
        var description: String
        var status: String
        var tags: [String]
        var links: [String]
        var docname: String
        var lineno: Int
        /// The clause's own id, which Sphinx-Needs' rules for ids do not allow.
        var clause: String
        var modality: String
        var bearer: String
    }

    /// - Throws: what the encoder says; nothing in a report is known to upset it.
    public func text() throws -> String {
        var needs: [String: Need] = [:]
        for reported in report.clauses where reported.status.isNormative {
            let clause = reported.clause
            let id = RequirementID.plain(clause.id)
            let words = InertText.line(clause.text)
            needs[id] = Need(
                id: id, type: "req", title: words, description: InertText.line(clause.sentence),
                status: reported.status.rawValue, tags: [clause.modality.rawValue], links: [],
                docname: InertText.line(clause.source.file), lineno: clause.source.line, clause: clause.id,
                modality: clause.modality.rawValue, bearer: clause.bearer)
            guard let test = reported.test else { continue }
            let testID = RequirementID.plain("test-\(clause.id)")
            needs[testID] = Need(
                id: testID, type: "test", title: InertText.line(test.name), description: proof(reported),
                status: state(of: test.outcome), tags: [], links: [id],
                docname: InertText.line(test.file), lineno: test.line, clause: clause.id, modality: "", bearer: "")
        }
        // The date of the run, so that the same run gives the same file.
        let created = (report.run?.started ?? Date(timeIntervalSince1970: 0)).formatted(.iso8601)
        let file = File(
            created: created, current_version: Self.version, project: project,
            versions: [Self.version: Version(created: created, needs: needs, needs_amount: needs.count)])
        return try InertText.json(encoding: file)
    }

    private func state(of outcome: TestResult.Outcome) -> String {
        switch outcome {
        case .passed: "passes"
        case .failed, .running: "fails"
        case .planned, .notObservable, .absent: "not run"
        }
    }

    private func proof(_ reported: ReportedClause) -> String {
        reported.proof.isEmpty ? "" : "kills \(reported.proof.joined(separator: ", "))"
    }
}
