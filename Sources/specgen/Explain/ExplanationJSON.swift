import Clauses
import Compliance
import PlainText

/// Explanations as `specgen.explanation/1`.
struct ExplanationJSON {
    static let schema = "specgen.explanation/1"

    var explanations: [RuledExplanation]

    func text() throws -> String {
        try InertText.json(encoding: List(schema: Self.schema, explanations: explanations.map(Entry.init)))
    }

    private struct List: Encodable {
        var schema: String
        var explanations: [Entry]
    }

    private struct Entry: Encodable {
        var explanation: Explanation
        /// For each clause, every kind of rule that reads it, best first.
        var rules: [[Rule]]?

        private enum Keys: CodingKey { case rules }

        init(_ ruled: RuledExplanation) {
            explanation = ruled.explanation
            rules = ruled.candidates?.map {
                $0.map { Rule(kind: $0.kind.rawValue, pattern: $0.pattern, words: $0.words, weight: $0.weight) }
            }
        }

        func encode(to encoder: any Encoder) throws {
            try explanation.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encodeIfPresent(rules, forKey: .rules)
        }
    }

    private struct Rule: Encodable {
        var kind: String
        var pattern: String
        var words: String
        var weight: Int
    }
}
