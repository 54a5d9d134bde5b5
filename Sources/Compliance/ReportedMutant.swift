/// A mutant with the clauses whose tests kill it.
public struct ReportedMutant: Sendable, Equatable, Codable {
    /// As the testbed names it.
    public var name: String
    /// The fault in words.
    public var says: String
    /// The ids of the clauses that make the promise which it breaks; the promise itself when none does.
    public var breaks: [String]
    /// The ids of all clauses whose tests kill it.
    public var killedBy: [String]

    public init(name: String, says: String, breaks: [String], killedBy: [String]) {
        self.name = name
        self.says = says
        self.breaks = breaks
        self.killedBy = killedBy
    }
}
