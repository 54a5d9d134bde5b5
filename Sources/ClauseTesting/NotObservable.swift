/// Thrown by a testbed for what its backend cannot show: the clause is then `untested`, with this reason.
public struct NotObservable: Error, Sendable, CustomStringConvertible {
    /// What cannot be shown and why, as the report says it.
    public var reason: String
    /// The interface that the clause speaks of is not there at all, in the implementation that the tests run on.
    public var isAbsent: Bool

    public init(_ reason: String) {
        self.reason = reason
        isAbsent = false
    }

    /// For an interface that the implementation does not have (any more, or yet).
    public static func absent(_ reason: String) -> NotObservable {
        var absence = NotObservable(reason)
        absence.isAbsent = true
        return absence
    }

    /// The reason, and which of the two it is.
    public var description: String { "\(isAbsent ? "absent" : "not observable"): \(reason)" }

    /// Says the same where a testbed cannot throw, and has to answer something that means nothing: whatever the
    /// running test then finds wrong does not count. What it has found before does.
    public func note() { ClauseRun.current?.limit(self) }
}
