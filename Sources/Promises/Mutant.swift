/// A fault that a testbed can build into its implementation, and the promise that it breaks.
public struct Mutant: Sendable, Hashable, Codable {
    /// Unique in its testbed; what reports call it by.
    public var name: String
    /// The fault in words: "a third mapping is not reported".
    public var says: String
    /// The promise that does not hold with the fault in: only tests of this one are proven by it.
    public var breaks: Promise
    /// The same promise as a documentation may make it of something else: what an interface returns is what the callback
    /// behind it returned.
    public var alsoBreaks: [Promise]

    public init(_ name: String, says: String, breaks: Promise, alsoBreaks: [Promise] = []) {
        self.name = name
        self.says = says
        self.breaks = breaks
        self.alsoBreaks = alsoBreaks
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        says = try container.decode(String.self, forKey: .says)
        breaks = try container.decode(Promise.self, forKey: .breaks)
        // Results of earlier runs have none.
        alsoBreaks = try container.decodeIfPresent([Promise].self, forKey: .alsoBreaks) ?? []
    }
}
