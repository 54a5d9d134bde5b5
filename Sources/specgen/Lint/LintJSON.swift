import Clauses
import Compliance
import PlainText

/// Findings as `specgen.lint/1`.
struct LintJSON {
    static let schema = "specgen.lint/1"

    private let findings: [PlacedFinding]

    init(_ findings: [PlacedFinding]) { self.findings = findings }

    func text() throws -> String {
        try InertText.json(encoding: List(schema: Self.schema, findings: findings.map(Entry.init)))
    }

    private struct List: Encodable {
        var schema: String
        var findings: [Entry]
    }

    private struct Entry: Encodable {
        var placed: PlacedFinding

        private enum Keys: CodingKey { case column }

        func encode(to encoder: any Encoder) throws {
            try placed.finding.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encodeIfPresent(placed.column?.bytes, forKey: .column)
        }
    }
}
