import KernelDoc

/// What a clause says about a topic on which two clauses can contradict each other.
struct Claim: Sendable {
    enum Kind: String, Sendable {
        case presence, sleeping, failure, lock, null, state, duty
    }

    var kind: Kind
    /// What it is about, in words: "the presence of ring_ops.stop". Claims on one topic are held against each other.
    var topic: String
    /// The file that it is about, where others may have another thing of this name; nil of what is one in the whole tree.
    var file: String?
    /// True and false contradict each other.
    var holds: Bool
    var source: SourceLocation
    var text: String
}
