import Clauses

/// The tests that clauses have, and what proves them: which of them a change of the words touches.
public struct DiffTests: Sendable {
    /// A test, and the mutants of the clause's own promise that it kills.
    public struct Touched: Sendable, Equatable, Codable {
        public var name: String
        public var clause: String
        public var mutants: [String]
    }

    private var byClause: [String: Touched] = [:]

    /// - Parameter report: the newest there is; nil: no test is known.
    public init(_ report: ComplianceReport?) {
        for reported in report?.clauses ?? [] {
            guard let test = reported.test else { continue }
            byClause[reported.clause.id] = Touched(name: test.name, clause: reported.clause.id, mutants: reported.proof)
        }
    }

    /// The tests of the clauses that a change takes away, adds or rewords, in their order; a clause that merely moved
    /// is tested as before.
    public func touched(by change: ClauseDiff.Change) -> [Touched] {
        guard change.kind != .unchanged, change.kind != .moved else { return [] }
        let ids = (change.old?.clauses ?? []).map(\.id) + (change.new?.clauses ?? []).map(\.id)
        var seen: Set<String> = []
        return ids.compactMap { seen.insert($0).inserted ? byClause[$0] : nil }
    }
}
