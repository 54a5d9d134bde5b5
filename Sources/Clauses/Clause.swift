import KernelDoc
import Promises

/// One statement that can hold or be broken by itself (or an informative sentence), with its place.
///
/// Its JSON is `specgen.clauses/1`: the names below are the format.
public struct Clause: Sendable, Equatable, Codable {
    public enum Unit: String, Sendable, Codable { case sentence, interface }

    /// A bound with its unit: "at most 2 slots".
    public struct Quantity: Sendable, Equatable, Codable {
        public enum Relation: String, Sendable, Codable { case exactly, atMost, atLeast, lessThan, moreThan, unlimited }
        public var relation: Relation
        public var value: Int?
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
        public var kind: RuleKind
        public var force: Force
        public var parameters: [String: Value]
        /// The pattern that read the clause, and the words that it matched; nil where no pattern was needed.
        public var pattern: String?
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

    public var id: String
    public var block: Prose.Block
    public var unit: Unit
    public var source: SourceLocation
    /// The whole sentence, folded and resolved.
    public var sentence: String
    /// The clause's own words: a part of the sentence, or all of it.
    public var text: String
    public var modality: Modality
    /// `driver`, `caller`, … as the parties name it; `none` for informative text.
    public var bearer: String
    public var symbols: [String]
    /// Without the minus sign, in order.
    public var errors: [String]
    /// The words of its *when / if / after / before / unless / outside of* part.
    public var condition: String?
    public var quantity: Quantity?
    /// True where the verb group (or its subject: "neither", "no") is negated.
    public var negated: Bool
    /// The sentence or item that leads into this one ("Drivers must:"), or nil.
    public var leadIn: String?
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
        quantity: Quantity? = nil, negated: Bool = false, leadIn: String? = nil, rule: RuleReference? = nil,
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
        self.quantity = quantity
        self.negated = negated
        self.leadIn = leadIn
        self.rule = rule
        self.reason = reason
        self.unbound = unbound
        self.testName = testName
    }
}
