import Clauses
import Promises

/// One way out when another fails.
struct Fallback: RuleDefinition {
    static let kind = RuleKind.fallback
    static let summary = "When one way fails, the other gives the same data."
    static let nuances: Set<Nuance> = [.failure]
    static let patterns: [Pattern] = [
        "fallback|fall ~ to {mapping}", "fall back to {mapping}", "{mapping} … be use instead", "use {mapping} instead",
    ]
    static let examples = ["Fallback to windows should be implemented."]
    static let counterExamples = ["As a fallback, the CPU is used."]

    let target: String
    /// What fails: the mapping of which was spoken.
    let source: String?
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.says(phrase: "instead of") { throw .tellsOtherwise("it compares two ways, and tells of no failure") }
        let instead = reading.words.firstIndex { $0.folded == "instead" }
        let named = reading.mentions.filter { $0.range.upperBound <= instead ?? 0 }.flatMap {
            Pattern.resources(of: $0.entity, .mapping, match.vocabulary)
        }
        // "If this fails, that may be used instead": the last one.
        guard let target = named.last ?? match.resource else { throw .lacks("no other way is named") }
        vocabulary = match.vocabulary
        self.target = target
        var candidates = named + match.reading.surroundings.recentResources.reversed()
        // Instead of what, has to be said.
        if instead == nil { candidates += match.vocabulary.resources.map(\.name) }
        source = candidates.first { name in
            name != target && match.vocabulary.resource(name)?.nature == .mapping
                && match.vocabulary.acquiringCallback(of: name) != nil
        }
    }

    var subject: Name { Name(.resource, target) }
    var actors: [String] { vocabulary.holders(of: target) }
    var parameters: [String: Value] { ["target": .word(target), "source": .word(source ?? "")] }

    func plan(_ force: Force) -> Planned {
        guard let source, let callback = vocabulary.acquiringCallback(of: source) else {
            return .nothing("nothing is said to fail before")
        }
        switch force {
        case .required, .advised, .permitted:
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init(without: [callback])), .act(.deviceWrite(0xA5))] + vocabulary.preparing(source) + [
                        .expect(.fails(.hold(source)))
                    ] + vocabulary.preparing(target) + [
                        .expect(.succeeds(.hold(target))), .expect(.reads(.read(target), 0xA5)), .act(.release(target)),
                        .expect(.isClean), .note("Nor does it matter why the other way failed."),
                        .world(.init("failing")),
                        .act(.deviceWrite(0xA5)),
                    ] + vocabulary.preparing(source) + [
                        .act(.makeReturn(callback, .code("ENOMEM"), times: 1)), .expect(.fails(.hold(source))),
                    ] + vocabulary.preparing(target) + [
                        .expect(.succeeds(.hold(target))), .expect(.reads(.read(target), 0xA5)), .act(.release(target)),
                    ]))
        case .forbidden:
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init(without: [callback]))] + vocabulary.preparing(source) + [.act(.hold(source))]
                        + vocabulary.preparing(target) + [.expect(.fails(.hold(target)))]))
        case .undefined: return .nothing("nothing is promised about the other way")
        }
    }
}
