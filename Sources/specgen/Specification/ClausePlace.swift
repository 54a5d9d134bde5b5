import Clauses

/// By what a clause is found again when the text is read once more: where its sentence stands, and its words.
struct ClausePlace: Hashable {
    private let place: String
    private let text: String

    init(_ clause: Clause) {
        place = clause.source.place
        text = clause.text
    }
}
