import KernelDoc
import Promises

/// One statement that can hold or be broken by itself (or an informative sentence), with its place.
///
/// Its JSON is `specgen.clauses/1`: the names below are the format.
public struct Clause: Sendable, Equatable, Codable {
    /// What it was made of: prose, or a prototype in a literal block.
    public enum Unit: String, Sendable, Codable { case sentence, interface }

    /// A bound with its unit: "at most 2 slots".
    public struct Quantity: Sendable, Equatable, Codable {
        /// What a number has to be to the bound; `unlimited`: there is none.
        public enum Relation: String, Sendable, Codable { case exactly, atMost, atLeast, lessThan, moreThan, unlimited }
        /// What a number has to be to `value`.
        public var relation: Relation
        /// Nil where there is no bound.
        public var value: Int?
        /// What is counted, in the words of the clause; nil where it is not said.
        public var unit: String?

        public init(relation: Relation, value: Int? = nil, unit: String? = nil) {
            self.relation = relation
            self.value = value
            self.unit = unit
        }

        /// As a reader has it, without its unit: "at most 2".
        public var bound: String {
            let relation =
                switch relation {
                case .exactly: "exactly"
                case .atMost: "at most"
                case .atLeast: "at least"
                case .lessThan: "less than"
                case .moreThan: "more than"
                case .unlimited: "unlimited"
                }
            return [relation, value.map(String.init)].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// The kind of check that a clause becomes.
    public struct RuleReference: Sendable, Equatable, Codable {
        /// What is promised or asked.
        public var kind: RuleKind
        /// Whether that is required, forbidden, advised, left free, or open.
        public var force: Force
        /// What it is about, by the names that the kind gives its parameters.
        public var parameters: [String: Value]
        /// The pattern that read the clause; nil where no pattern was needed.
        public var pattern: String?
        /// The words of the clause that the pattern matched; nil where no pattern was needed.
        public var matched: String?

        public init(
            kind: RuleKind, force: Force, parameters: [String: Value], pattern: String? = nil, matched: String? = nil
        ) {
            self.kind = kind
            self.force = force
            self.parameters = parameters
            self.pattern = pattern
            self.matched = matched
        }
    }

    /// Stays as long as the clause's words and what they document do: the block, some words, and a hash of both.
    public var id: String
    /// What the text documents.
    public var block: Prose.Block
    /// What it was made of.
    public var unit: Unit
    /// Where its sentence stands.
    public var source: SourceLocation
    /// The whole sentence, folded and resolved.
    public var sentence: String
    /// The clause's own words: a part of the sentence, or all of it.
    public var text: String
    /// How strongly it promises or asks; `informative` where it does neither.
    public var modality: Modality
    /// `driver`, `caller`, … as the parties name it; `none` for informative text.
    public var bearer: String
    /// The names of C in it, and the symbol or member that it documents.
    public var symbols: [String]
    /// Without the minus sign, in order.
    public var errors: [String]
    /// The words of its *when / if / after / before / unless / outside of* part.
    public var condition: String?
    /// The parts of `text` that say nothing by themselves: a condition, a reason, a purpose, a concession, a report. What
    /// decided is in none of them. Nil where there are none; not written as JSON.
    public var subordinate: [SubordinatePart]?
    /// Its bound, where it has one.
    public var quantity: Quantity?
    /// True where the verb group (or its subject: "neither", "no") is negated.
    public var negated: Bool
    /// The sentence or item that leads into this one ("Drivers must:"), or nil.
    public var leadIn: String?
    /// The check that it becomes; nil without a vocabulary, and where no kind of rule reads it.
    public var rule: RuleReference?
    /// Why there is no rule, or nothing to test.
    public var reason: String?
    /// The words that the vocabulary would have to know before a rule could be tested; nil when it knows them all.
    public var unbound: [String]?
    /// The name of the test function that was generated for it; nil when there is none.
    public var testName: String?

    public init(
        id: String, block: Prose.Block, unit: Unit = .sentence, source: SourceLocation, sentence: String, text: String,
        modality: Modality, bearer: String, symbols: [String] = [], errors: [String] = [], condition: String? = nil,
        subordinate: [SubordinatePart]? = nil, quantity: Quantity? = nil, negated: Bool = false, leadIn: String? = nil,
        rule: RuleReference? = nil,
        reason: String? = nil, unbound: [String]? = nil, testName: String? = nil
    ) {
        self.id = id
        self.block = block
        self.unit = unit
        self.source = source
        self.sentence = sentence
        self.text = text
        self.modality = modality
        self.bearer = bearer
        self.symbols = symbols
        self.errors = errors
        self.condition = condition
        self.subordinate = subordinate
        self.quantity = quantity
        self.negated = negated
        self.leadIn = leadIn
        self.rule = rule
        self.reason = reason
        self.unbound = unbound
        self.testName = testName
    }
}
