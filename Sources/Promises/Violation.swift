/// The sorts of broken duties that a contract checker tells apart, and a test can expect.
///
/// An implementation that knows of no tests has sorts of its own; its testbed translates them.
public enum Violation: String, Sendable, CaseIterable {
    /// Held when it should long have been released.
    case leaked
    /// Released, unmapped or ended without having been held.
    case unbalanced
    /// More held at once than allowed.
    case tooManyHeld
    /// Slept or blocked where that is not allowed.
    case slept
    /// Accessed without the mapping or outside of the bracket that it needs.
    case accessedOutside
    /// Accessed in a direction that was not asked for.
    case wrongDirection
    /// Nothing is promised about what was just done.
    case undefinedBehaviour
    /// Went on after an error that asks for a restart.
    case notRestarted
    /// A callback returned what it must not.
    case invalidReturn
    /// Failed where it must not.
    case failed
    /// A supply is spent.
    case exhausted
    /// A recommendation was not followed.
    case notRecommended
    /// Something shared by others was changed or torn down.
    case disturbedOthers
    /// Anything else that the kernel would call a bug.
    case bug
}
