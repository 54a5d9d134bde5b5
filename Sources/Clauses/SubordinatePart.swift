/// A part of a clause's text that says nothing by itself, but hangs on what the clause says.
public struct SubordinatePart: Sendable, Equatable, Codable {
    /// What the part tells of the clause.
    public enum Kind: String, Sendable, Codable {
        /// When, or in which case: "if it is full", "after the call". A rule may be about that.
        case circumstance
        /// Why, what for, in spite of what, which one is meant, or what is reported: "since it is full", "so that it fits".
        case aside
    }

    /// In the text, in bytes of UTF-8.
    public var range: Range<Int>
    public var kind: Kind

    public init(_ range: Range<Int>, _ kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
