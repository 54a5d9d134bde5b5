/// Thrown by a testbed for what its backend cannot show: the clause is then `untested`, with this reason.
public struct NotObservable: Error, Sendable, CustomStringConvertible {
    public var reason: String
    public init(_ reason: String) { self.reason = reason }
    public var description: String { "not observable: \(reason)" }
}
