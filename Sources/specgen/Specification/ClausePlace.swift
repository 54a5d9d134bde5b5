import Clauses

/// By what a clause is found again when its document is read once more: the file, and the id that it has there, before
/// other documents are asked for theirs.
struct ClausePlace: Hashable {
    private let file: String
    private let id: String

    init(_ clause: Clause) {
        file = clause.source.file
        id = clause.id
    }
}
