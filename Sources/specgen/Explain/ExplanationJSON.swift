import Clauses
import Compliance
import PlainText
import Rules

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
        /// For each clause, the kinds that match some of its words and leave it alone, and why.
        var refused: [[Rule]]?

        /// For each clause, the other words by which its rule was found; null where its own were enough.
        var readAs: [String?]?

        private enum Keys: CodingKey { case rules, refused, readAs }

        init(_ ruled: RuledExplanation) {
            explanation = ruled.explanation
            rules = ruled.candidates?.map { $0.map { Rule($0) } }
            readAs = ruled.readAs
            refused = ruled.refused?.map { $0.map { Rule($0.candidate, because: $0.refusal.reason) } }
        }

        func encode(to encoder: any Encoder) throws {
            try explanation.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encodeIfPresent(rules, forKey: .rules)
            try container.encodeIfPresent(refused, forKey: .refused)
            try container.encodeIfPresent(readAs, forKey: .readAs)
        }
    }

    private struct Rule: Encodable {
        var kind: String
        var pattern: String
        var words: String
        var weight: Int
        var reason: String?

        init(_ candidate: RuleBook.Candidate, because reason: String? = nil) {
            kind = candidate.kind.rawValue
            pattern = candidate.pattern
            words = candidate.words
            weight = candidate.weight
            self.reason = reason
        }
    }
}
