import Clauses
import Rules

/// An explanation, with the rules of its clauses where a vocabulary is at hand.
struct RuledExplanation {
    var explanation: Explanation
    /// For each clause, every kind of rule that reads it, best first; nil without a vocabulary.
    var candidates: [[RuleBook.Candidate]]?
    /// For each clause, the kinds that match some of its words and leave it alone; nil without a vocabulary.
    var refused: [[RuleBook.Refused]]?
    /// For each clause, the other words by which its rule was found, if any; nil without a vocabulary.
    var readAs: [String?]?

    /// - Parameter clauses: of the whole document, with their rules; nil without a vocabulary.
    init(_ explanation: Explanation, among clauses: [BoundClause]?) {
        self.explanation = explanation
        guard let clauses else { return }
        let bound = Dictionary(clauses.map { ($0.clause.id, $0) }) { first, _ in first }
        candidates = explanation.clauses.map { bound[$0.id]?.candidates ?? [] }
        readAs = explanation.clauses.map { bound[$0.id]?.readAs }
        refused = explanation.clauses.map { bound[$0.id]?.refused ?? [] }
        for index in explanation.clauses.indices {
            if let found = bound[explanation.clauses[index].id] { self.explanation.clauses[index] = found.clause }
        }
    }
}
