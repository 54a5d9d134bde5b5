/// The segments of a sentence, in the order of their starts.
typealias Segments = UnsafeMutableBufferPointer<Segment>

/// A part of a sentence that says one thing: a main clause, or what hangs on one.
struct Segment: Sendable {
    enum Kind: UInt8, Sendable {
        case main
        /// A further main clause: after `;`, a dash, "and", a comma.
        case coordinate
        /// A second predicate of the same subject: "and must not sleep".
        case predicate
        /// if, when, unless, after, before …
        case condition
        /// because, since, as
        case reason
        /// so that
        case purpose
        /// although, while, whereas
        case concession
        case relative
        /// A relative clause after a comma, which says something of its own.
        case comment
        /// What follows "that" after a verb.
        case complement
        case parenthesis
        /// e.g., for example, such as
        case example

        /// Says something by itself.
        var stands: Bool { self == .main || self == .coordinate || self == .predicate }
    }

    var kind: Kind
    var start: Int
    var end: Int
    /// The segment around it, or -1.
    var parent: Int16
    /// The token that introduces it ("if", "which"), or -1.
    var introducer: Int
    var hasFinite = false
    var firstGroup: Int16 = -1
    var lastGroup: Int16 = -1
    /// It stands before the main clause: "If A, B".
    var isInitial = false
    /// It follows ", so".
    var isConsequence = false
    /// It follows ", but not", without a verb.
    var isExcepted = false
    /// Its subject is the one of the predicate before it.
    var sharesSubject = false

    /// The innermost of `segments` around a token.
    static func innermost(of segments: Segments, at token: Int) -> Int {
        var found = 0
        for index in segments.indices where segments[index].start <= token && token < segments[index].end {
            if segments[index].start >= segments[found].start { found = index }
        }
        return found
    }
}
