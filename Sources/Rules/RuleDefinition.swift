import Clauses
import Promises

/// A kind of rule: what it reads, and what it shows for each force. One file a kind, under `Kinds/`.
protocol RuleDefinition: Sendable {
    static var kind: RuleKind { get }
    /// What a rule of this kind says, for `explain` and the docs.
    static var summary: String { get }
    static var patterns: [Pattern] { get }
    /// Kinds of higher precedence win over those that account for more words.
    static var precedence: Int { get }
    /// Sentences over `Vocabulary.example` that it reads …
    static var examples: [String] { get }
    /// … and sentences near by that it must leave to others.
    static var counterExamples: [String] { get }

    /// Takes the parameters from the words; throws why they do not add up to a rule of this kind.
    init(_ match: Match) throws(Refusal)

    /// The testbed's name for what the rule is about; mutants name it in the promise that they break.
    var subject: Name { get }
    /// Whatever a changed word changes, for the JSON.
    var parameters: [String: Value] { get }
    /// The force, where the words decide it and not the clause's modality alone ("optional", "mandatory").
    func force(of reading: Reading) -> Force
    /// What its test does, or why there is nothing to test.
    func plan(_ force: Force) -> Planned
    /// The parties that do what the rule speaks of; none where it may be anybody.
    var actors: [String] { get }
    /// Whether the plan for what is permitted shows that it may be left out ("need not"), not that it may be done.
    static var showsExemption: Bool { get }
    /// What turns or narrows a sentence and is read by this kind itself.
    static var nuances: Set<Nuance> { get }
    /// The testbed's names that a clause may mention, beside those in the parameters, without saying less by it.
    var company: [String] { get }
}

extension RuleDefinition {
    static var precedence: Int { 0 }
    static var showsExemption: Bool { false }
    static var nuances: Set<Nuance> { [] }
    /// Whether a word that turns or narrows a sentence is read by this kind itself.
    static func reads(_ word: String) -> Bool { Nuance(rawValue: word).map(nuances.contains) ?? false }
    var company: [String] { [] }
    var actors: [String] { [] }
    func force(of reading: Reading) -> Force { Force(reading.clause) }
}
