import Clauses

/// A named small fault of the implementation, declared with the promise that it breaks.
public struct Mutant: Sendable, Hashable {
    public var name: String
    /// The fault in words: "a third atomic kmap is not reported".
    public var says: String
    public var breaks: Promise

    public init(_ name: String, says: String, breaks: Promise) {
        self.name = name
        self.says = says
        self.breaks = breaks
    }
}

/// What a clause promises: a kind of rule about a subject.
public struct Promise: Sendable, Hashable, CustomStringConvertible {
    public var kind: RuleKind
    /// The raw value of the testbed name that the promise is about.
    public var subject: String

    public init(_ kind: RuleKind, _ subject: some TestbedName) {
        self.kind = kind
        self.subject = subject.rawValue
    }

    public init(_ kind: RuleKind, named subject: String) {
        self.kind = kind
        self.subject = subject
    }

    public var description: String { "\(kind.rawValue)(\(subject))" }
}
