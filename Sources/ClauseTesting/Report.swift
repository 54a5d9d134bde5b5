/// What the contract checker says when a party breaks a duty.
public struct Report: Sendable, Equatable, CustomStringConvertible {
    public var violation: Violation
    /// The raw value of the resource, callback, interface or supply that it is about.
    public var subject: String
    /// Who broke it: a party's name.
    public var party: String
    /// What happened, in one sentence.
    public var message: String
    /// The calls that led there, newest last.
    public var backtrace: [String]

    public init(
        _ violation: Violation, about subject: String, by party: String, message: String, backtrace: [String] = []
    ) {
        self.violation = violation
        self.subject = subject
        self.party = party
        self.message = message
        self.backtrace = backtrace
    }

    public var description: String { "\(violation.rawValue) (\(subject), by \(party)): \(message)" }
}

/// The sorts of broken duties that a contract checker tells apart.
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
