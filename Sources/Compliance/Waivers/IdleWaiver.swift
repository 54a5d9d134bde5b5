/// A waiver that waives nothing, and why.
public struct IdleWaiver: Sendable, Equatable, Codable {
    /// Why it waives nothing.
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

    /// The waiver, as the file has it.
    public var waiver: Waiver
    /// Why it waives nothing.
    public var cause: Cause
    /// What to do about it.
    public var advice: String

    public init(_ waiver: Waiver, _ cause: Cause, advice: String) {
        self.waiver = waiver
        self.cause = cause
        self.advice = advice
    }
}
