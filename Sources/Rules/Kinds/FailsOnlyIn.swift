import Clauses
import Promises

/// Whatever can fail does so in one call, never in a later one.
struct FailsOnlyIn: RuleDefinition {
    static let kind = RuleKind.failsOnlyIn
    static let summary = "When memory is short, the one call fails; once it succeeded, the later ones do too."
    static let nuances: Set<Nuance> = [.failure]
    static let patterns: [Pattern] = [
        "preparation|work|step|allocation … fail in|during {callback}",
        "preparation|work|step … fail in|during {bracket}",
        "preparation|work|step|allocation … fail … complete|finish|do … in|during {callback}",
        "in|during {callback} … preparation|work|step|allocation … fail",
        "fail only in|during {bracket}", "fail only in|during {callback}",
    ]
    static let examples = [
        "A driver needs to complete preparations that might fail in begin.",
        "In begin a driver has to finish all preparations that can fail.",
    ]
    static let counterExamples = ["widget_map() can fail."]

    let bracket: String
    /// The words have the failure in what ends the bracket, or in what happens inside of it.
    private let isAtEnd: Bool
    private let isInside: Bool
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        if match.reading.says("some", "most", "several") {
            throw .tellsOtherwise("it tells of some of them, and not of all")
        }
        if match.reading.says(behindModal: "start", "begin", "plan", "schedule") {
            throw .tellsOtherwise("what is begun may go on, and fail, later")
        }
        if match.reading.denies("preparation", "work", "step", "allocation") {
            throw .tellsOtherwise("it denies the work, and not the failure")
        }
        vocabulary = match.vocabulary
        let apis = match.callbacks.flatMap { match.vocabulary.apis(calling: $0).map(\.name) }
        var resources = match.resources
        for api in apis {
            if let resource = match.vocabulary.resource(acquiredOrReleasedBy: api) {
                resources.appendOnce(resource.name)
            }
        }
        let named = resources.first { match.vocabulary.resource($0)?.nature == .bracket } ?? resources.first
        guard let bracket = named else { throw .lacks("nothing that is prepared is named") }
        self.bracket = bracket
        isInside = match.vocabulary.resource(bracket)?.nature != .bracket
        isAtEnd = !apis.isEmpty && apis.allSatisfy { match.vocabulary.resource(releasedBy: $0) != nil }
    }

    var subject: Name { Name(.resource, bracket) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["bracket": .word(bracket)]
        if isAtEnd { result["atEnd"] = .flag(true) }
        return result
    }

    var actors: [String] { vocabulary.implementers }

    func plan(_ force: Force) -> Planned {
        guard let supply = vocabulary.memory?.name else { return .nothing("nothing can run short here") }
        switch force {
        case .required where isAtEnd || isInside, .advised where isAtEnd || isInside:
            let failure: [TestPlan.Step] =
                isAtEnd
                ? [.expect(.succeeds(.hold(bracket))), .expect(.failsWithAnyError(.release(bracket)))]
                : [.expect(.fails(.hold(bracket)))]
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(bracket) + [.act(.exhaust(supply, true))] + failure))
        case .required, .advised:
            var steps: [TestPlan.Step] = [
                .world(.init()), .act(.prepare(vocabulary.resource(bracket)?.acquire ?? bracket)),
                .act(.exhaust(supply, true)), .expect(.failsWithAnyError(.hold(bracket))),
                .act(.exhaust(supply, false)), .note("Once it has succeeded nothing fails any more."),
                .expect(.succeeds(.hold(bracket))), .act(.exhaust(supply, true)),
            ]
            for mapping in vocabulary.mappings(within: bracket) {
                guard let acquire = vocabulary.api(mapping.acquire), mapping.isPerChunk, !acquire.calls.isEmpty else {
                    continue
                }
                steps += [.expect(.succeeds(.hold(mapping.name))), .act(.release(mapping.name))]
            }
            return .plan(TestPlan(.none, steps + [.act(.release(bracket)), .expect(.isClean)]))
        case .forbidden:
            return .plan(
                TestPlan(
                    .none,
                    [
                        .world(.init()), .act(.prepare(vocabulary.resource(bracket)?.acquire ?? bracket)),
                        .act(.exhaust(supply, true)), .expect(.succeeds(.hold(bracket))), .act(.release(bracket)),
                    ]))
        case .permitted: return .nothing("where work may be done cannot be seen missing")
        case .undefined: return .nothing("nothing is promised about failures")
        }
    }
}
