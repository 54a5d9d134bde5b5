/// Why a kind of rule leaves alone a clause that one of its patterns matches.
///
/// Reasons are clauses of English themselves: "it tells when it is called".
public enum Refusal: Error, Sendable, Equatable {
    /// The words are of this kind's, and what they tell is not.
    case tellsOtherwise(String)
    /// Something that a rule of this kind is about is neither named nor documented, or not in the vocabulary.
    case lacks(String)

    /// The reason, in words that stand behind "since".
    public var reason: String {
        switch self {
        case .tellsOtherwise(let reason), .lacks(let reason): reason
        }
    }
}
