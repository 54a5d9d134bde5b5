/// Where a clause stands.
public enum ClauseStatus: String, Sendable, Codable, CaseIterable {
    /// Its test passes, and was seen to fail on a mutant that breaks the clause's own promise.
    case verified
    /// Its test passes, and no mutant has shown that it can fail for the clause's sake.
    case unproven
    /// Its test fails.
    case failing
    /// It has a rule, and there is nothing to observe, or nothing was run.
    case untested
    /// It says something that can hold or be broken, and words of it are missing in the vocabulary.
    case unbound
    /// Left open on purpose, by a waiver with its reason and date.
    case waived
    /// Nothing in it can hold or be broken.
    case informative

    /// Whether it counts when coverage is figured.
    public var isNormative: Bool { self != .informative }
}
