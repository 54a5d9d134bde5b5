/// What a change does to a duty or a promise, the mildest first.
public enum Judgement: Int, Sendable, Comparable {
    /// It is as firm as before, or firmer.
    case kept
    /// It may be softer or not: that is for a person to read.
    case unsure
    /// It is gone, softer, or turned into its opposite.
    case weaker

    public static func < (one: Judgement, other: Judgement) -> Bool { one.rawValue < other.rawValue }
}
