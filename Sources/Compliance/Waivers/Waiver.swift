/// A clause left open on purpose.
public struct Waiver: Sendable, Equatable, Codable {
    /// The clause's id. It holds a hash of the clause's words, so a waiver ends when they change.
    public var clause: String
    public var reason: String
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

/// A waiver that waives nothing, and why.
public struct IdleWaiver: Sendable, Equatable, Codable {
    public enum Cause: String, Sendable, Codable {
        /// Its last day is over.
        case expired
        /// The clause has other words now.
        case stale
        /// No clause of this id, nor one like it.
        case unknown
        /// The clause is verified, or informative.
        case unused
        /// An earlier line waives the same clause.
        case repeated
    }

    public var waiver: Waiver
    public var cause: Cause
    /// What to do about it.
    public var advice: String

    public init(_ waiver: Waiver, _ cause: Cause, advice: String) {
        self.waiver = waiver
        self.cause = cause
        self.advice = advice
    }
}
