import KernelDoc

/// What a clause says about a topic on which two clauses can contradict each other.
struct Claim: Sendable {
    enum Kind: String, Sendable {
        case presence, sleeping, context, failure, lock, null, state, duty
    }

    struct Topic: Hashable, Sendable, ExpressibleByStringInterpolation {
        /// "the presence of ring_ops.stop"
        var words: String
        /// The place within which the words speak of one thing; empty where they do everywhere.
        var scope = ""

        init(words: String, scope: String = "") {
            self.words = words
            self.scope = scope
        }

        init(stringLiteral words: String) { self.init(words: words) }
    }

    var kind: Kind
    /// What it is about. Claims on one topic are held against each other.
    var topic: Topic
    /// Whether it is of a function that its own file defines: one of that name in another such file is another function.
    var isOfDefinition: Bool
    /// True and false contradict each other.
    var holds: Bool
    var source: SourceLocation
    var text: String

    /// Whether the two cannot both hold.
    func opposes(_ other: Claim) -> Bool {
        holds != other.holds && !(isOfDefinition && other.isOfDefinition && source.file != other.source.file)
    }
}
