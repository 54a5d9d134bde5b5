import Clauses
import Compliance
import Foundation

/// Findings as `specgen.lint/1`.
struct LintJSON {
    static let schema = "specgen.lint/1"

    private let findings: [LintFinding]

    init(_ findings: [LintFinding]) { self.findings = findings }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let list = List(schema: Self.schema, findings: findings)
        return InertText.json(String(decoding: try encoder.encode(list), as: UTF8.self)) + "\n"
    }

    private struct List: Encodable {
        var schema: String
        var findings: [LintFinding]
    }
}
