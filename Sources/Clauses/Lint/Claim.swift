import KernelDoc

/// What a clause says about a topic on which two clauses can contradict each other.
struct Claim: Sendable {
    enum Kind: String, Sendable {
        case presence, sleeping, failure, state, duty
    }

    var kind: Kind
    /// What it is about, in words: "the presence of ring_ops.stop". Claims on one topic are held against each other.
    var topic: String
    /// True and false contradict each other.
    var holds: Bool
    var source: SourceLocation
    var text: String
}
