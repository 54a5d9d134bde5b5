/// What the contract checker says when a party breaks a duty.
public struct Report: Sendable, Equatable, CustomStringConvertible {
    /// The sort of duty that was broken.
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

    /// All of it but the backtrace, on one line.
    public var description: String { "\(violation.rawValue) (\(subject), by \(party)): \(message)" }
}
