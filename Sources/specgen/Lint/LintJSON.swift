import Clauses
import Compliance
import PlainText

/// Findings as `specgen.lint/1`.
struct LintJSON {
    static let schema = "specgen.lint/1"

    private let findings: [LintFinding]

    init(_ findings: [LintFinding]) { self.findings = findings }

    func text() throws -> String {
        try InertText.json(encoding: List(schema: Self.schema, findings: findings))
    }

    private struct List: Encodable {
        var schema: String
        var findings: [LintFinding]
    }
}
