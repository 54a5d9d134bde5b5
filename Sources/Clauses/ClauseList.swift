/// Clauses in source order, as `specgen extract --format json` prints them and `Generated/clauses.json` keeps them.
public struct ClauseList: Sendable, Equatable, Codable {
    public static let schema = "specgen.clauses/1"

    /// The format: names and their meaning stay as they are as long as this does.
    public var schema: String
    public var clauses: [Clause]

    public init(_ clauses: [Clause]) {
        self.schema = ClauseList.schema
        self.clauses = clauses
    }
}
