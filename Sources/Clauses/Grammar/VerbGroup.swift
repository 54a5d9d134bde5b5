/// The verb groups of a sentence, in order.
typealias VerbGroups = UnsafeMutableBufferPointer<VerbGroup>

/// A finite verb with its modals, auxiliaries, negation and adverbs: "need not be called".
struct VerbGroup: Sendable {
    /// What the words before the head verb make of it.
    enum Power: UInt8, Sendable {
        case none
        case must, shall, should, may, might, can, could, will, would
        /// "needs to", "has to", "is required to"
        case need
        case needNot
        /// "is to be"
        case beTo
        case allowed, expected, forbidden, able, guaranteed
        /// "tries to": the infinitive is what happens, if it can.
        case attempt
        /// "tends to": the infinitive is told of, not promised.
        case tend
    }

    enum Mood: UInt8, Sendable {
        case finite
        /// A third person without a subject: "Returns the count".
        case elided
        case imperative
        /// A participle that begins its clause: "Called with the lock held".
        case participle
    }

    /// Tokens, from the first modal or auxiliary to the head.
    var start: Int
    var end: Int
    /// The head verb's token (a form of "be" where there is no other).
    var head: Int
    /// The token of the word that gives it its power, or -1.
    var powerToken: Int
    var power: Power
    /// A second power under the first: "may need to".
    var inner: Power
    var mood: Mood
    var isNegated = false
    /// "never"
    var isNever = false
    var isPassive = false
    var isPast = false
    var isPerfect = false
    /// "only", inside of the group or right before it
    var isOnly = false
    /// The head is "be" with a complement.
    var isCopula = false
    /// Its segment.
    var segment: Int16 = 0
    /// The head of its subject, or -1.
    var subject: Int = -1
    /// It stands in a relative clause without "that": "the state the object must be in".
    var isReduced = false
    /// The party that the subject names, or -1.
    var party: Int = -1
    /// The subject is "no", "neither", "none".
    var subjectNegated = false
}
