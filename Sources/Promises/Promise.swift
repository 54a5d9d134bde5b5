/// What a clause promises: a kind of rule about a subject. A mutant declares the one that it breaks, so that a
/// test proves its clause only on a fault which that clause forbids.
public struct Promise: Sendable, Hashable, Codable, CustomStringConvertible {
    /// What is promised.
    public var kind: RuleKind
    /// The raw value of the testbed name that the promise is about.
    public var subject: String

    public init(_ kind: RuleKind, named subject: String) {
        self.kind = kind
        self.subject = subject
    }

    /// `kind(subject)`, as reports name it.
    public var description: String { "\(kind.rawValue)(\(subject))" }
}
