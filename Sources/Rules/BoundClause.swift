import Clauses

/// A clause with its rule, and the plan of its test where there is something to test.
public struct BoundClause: Sendable, Equatable {
    /// The clause, with its rule or the reason why it has none.
    public var clause: Clause
    /// What the rule is about.
    public var subject: Name?
    /// What its test does; nil where it has none.
    public private(set) var plan: TestPlan?
    /// Every kind of rule that reads the clause, best first: the rule is the first one's.
    public var candidates: [RuleBook.Candidate] = []
    /// The kinds that match some of its words and leave it alone: first those to which the words tell something else.
    public var refused: [RuleBook.Refused] = []

    /// Whether the rule says what all of the clause's words do. One that was taken from a part of them is shown with the
    /// clause, and holds for no other.
    public var isReadInFull = false
    /// The other words for it by which its rule was found, articles left out; nil where its own were enough.
    public var readAs: String?

    /// A clause with what was made of it.
    public init(clause: Clause, subject: Name? = nil, plan: TestPlan? = nil, refused: [RuleBook.Refused] = []) {
        self.clause = clause
        self.subject = subject
        self.plan = plan
        self.refused = refused
    }

    /// Takes the test away: a clause has a test, or a reason why it has none.
    mutating func leaveUntested(_ reason: String) {
        plan = nil
        clause.reason = reason
    }
}
