/// A named small fault of the implementation, declared with the promise that it breaks.
public struct Mutant: Sendable, Hashable, Codable {
    public var name: String
    /// The fault in words: "a third mapping is not reported".
    public var says: String
    public var breaks: Promise

    public init(_ name: String, says: String, breaks: Promise) {
        self.name = name
        self.says = says
        self.breaks = breaks
    }
}
