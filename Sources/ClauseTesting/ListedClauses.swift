#if Summary
    import Clauses

    /// A clause of `Generated/clauses.json`.
    typealias ListedClause = Clause
#else
    /// A clause of `Generated/clauses.json`: as much of it as says which tests make a full run.
    struct ListedClause: Sendable, Decodable {
        var id: String
        /// Nil when no test was generated for it.
        var testName: String?
    }
#endif

/// `Generated/clauses.json`.
struct ListedClauses: Decodable {
    var clauses: [ListedClause]
}
