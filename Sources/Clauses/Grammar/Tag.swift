/// The part that a token plays in its sentence.
enum Tag: UInt8, Sendable {
    case unknown
    case noun, pronoun, symbol, number, adjective, adverb, determiner, preposition
    case conjunction, subordinator, relative, negation
    /// `to` before a verb.
    case infinitive
    case modal, be, have, auxiliaryDo
    /// A finite verb of the present (third person, or base form with a plural subject).
    case verb
    case past
    case participle, ing
    /// A base form after a modal, `to` or `do`.
    case bare
    /// A base form that begins its clause.
    case imperative
    case mark

    /// A verb group can begin with it.
    @inline(__always)
    var opensGroup: Bool {
        switch self {
        case .modal, .be, .have, .auxiliaryDo, .verb, .past, .imperative, .participle: true
        default: false
        }
    }

    /// With it a clause goes on to its verb, begins or ends, so that what stands behind is read otherwise.
    @inline(__always)
    var tellsOfClause: Bool {
        switch self {
        case .adverb, .verb, .past, .imperative, .modal, .be, .have, .auxiliaryDo, .bare, .participle, .ing, .mark,
            .subordinator, .relative:
            true
        default: false
        }
    }

    /// It joins clauses, so that a sentence may be cut there.
    @inline(__always)
    var joinsClauses: Bool { self == .subordinator || self == .relative || self == .conjunction }
}
