/// A clause left open on purpose.
public struct Waiver: Sendable, Equatable, Codable {
    /// The clause's id. It holds a hash of the clause's words, so a waiver ends when they change.
    public var clause: String
    /// Why it is left open, in the words of the file.
    public var reason: String
    /// Since when.
    public var date: Day
    /// The last day on which it holds; nil: until it is taken back.
    public var expires: Day?
    /// Where it stands in the waiver file, from 1.
    public var line: Int

    public init(clause: String, reason: String, date: Day, expires: Day? = nil, line: Int = 0) {
        self.clause = clause
        self.reason = reason
        self.date = date
        self.expires = expires
        self.line = line
    }
}
