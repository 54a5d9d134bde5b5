import Clauses
import Promises

/// An interface that exists with the documented prototype.
struct PrototypeExists: RuleDefinition {
    static let kind = RuleKind.prototype
    static let summary = "The implementation has the interface, with the prototype as documented."
    static let patterns: [Pattern] = [
        "there be ~ {api}", "variant … of {api}", "interface … exist|available", "provide … interface",
        "have ~ variant", "variant … exist|available", "there be ~ variant",
    ]
    static let examples = ["There are also atomic variants of these interfaces."]
    static let counterExamples = ["There is a limited supply."]

    let prototypes: [CPrototype]
    /// "There are no variants."
    private var isDenied = false
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let prototypes = match.reading.surroundings.prototypes.compactMap { CPrototype($0) }
        guard !prototypes.isEmpty else { throw .lacks("no prototype stands beside it") }
        if prototypes.count > 1, match.reading.says("first", "second", "last", "one", "latter", "former") {
            throw .tellsOtherwise("it tells of one of several")
        }
        self.init(prototypes, match.vocabulary)
        isDenied =
            match.reading.denies("variant", "interface", "call", "function") || match.reading.says("neither")
    }

    init(_ prototypes: [CPrototype], _ vocabulary: Vocabulary) {
        self.prototypes = prototypes
        self.vocabulary = vocabulary
    }

    var subject: Name {
        let symbol = prototypes[0].name
        let api = vocabulary.apis.first { $0.symbols.contains(symbol) }?.name
        return Name(.api, api ?? symbol)
    }
    var parameters: [String: Value] {
        ["interfaces": .words(prototypes.map(\.name)), "prototypes": .words(prototypes.map(\.type))]
    }

    func force(of reading: Reading) -> Force { isDenied ? .forbidden : Force(reading.clause) }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .permitted, .advised:
            .plan(
                TestPlan(
                    .none, [.world(.init())] + prototypes.map { .expect(.prototype(name: $0.name, is: $0.type)) }))
        case .forbidden:
            .plan(TestPlan(.none, [.world(.init())] + prototypes.map { .expect(.noPrototype(name: $0.name)) }))
        case .undefined: .nothing("nothing is promised about the interface")
        }
    }
}
