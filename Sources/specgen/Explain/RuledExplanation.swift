import Clauses
import Rules

/// An explanation, with the rules of its clauses where a vocabulary is at hand.
struct RuledExplanation {
    var explanation: Explanation
    /// For each clause, every kind of rule that reads it, best first; nil without a vocabulary.
    var candidates: [[RuleBook.Candidate]]?

    /// - Parameter clauses: of the whole document, for what "this call" and "it" stand for.
    init(_ explanation: Explanation, book: RuleBook?, among clauses: [Clause]) {
        self.explanation = explanation
        guard let book else { return }
        let bound = Dictionary(book.bound(clauses).map { ($0.id, $0) }) { first, _ in first }
        for index in explanation.clauses.indices {
            if let clause = bound[explanation.clauses[index].id] { self.explanation.clauses[index] = clause }
        }
        candidates = explanation.clauses.map { clause in
            clause.modality == .informative ? [] : book.candidates(for: clause, among: clauses)
        }
    }
}
