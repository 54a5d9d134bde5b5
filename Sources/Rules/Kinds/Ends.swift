import Clauses
import Promises

/// A call ends what another one started.
struct Ends: RuleDefinition {
    static let kind = RuleKind.ends
    static let summary = "After the end an access is outside; an end without a beginning is reported."
    static let patterns: [Pattern] = [
        "{this} terminate|end|finish|stop|close|complete … {bracket}",
        "terminate|end|finish|stop … start|begin|open … {api}",
        "start|begin|open … {api} … be terminate|end|finish|stop|close|complete",
        "{api} terminate|end|finish|stop|close|complete … {bracket}",
    ]
    static let examples = ["This terminates the session started with widget_begin()."]
    static let counterExamples = ["This callback is optional."]

    let bracket: String
    /// What the words say was started, where that is something else.
    private let started: String?
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        vocabulary = match.vocabulary
        var brackets: [String] = []
        if let api = match.reading.surroundings.api, let resource = match.vocabulary.resource(releasedBy: api) {
            brackets.append(resource.name)
        }
        brackets += match.resources
        for api in match.apis + match.reading.apis {
            if let resource = match.vocabulary.resource(acquiredOrReleasedBy: api) {
                brackets.appendOnce(resource.name)
            }
        }
        guard let bracket = brackets.first(where: { match.vocabulary.resource($0)?.nature == .bracket }) else {
            throw .lacks("no bracket is named")
        }
        self.bracket = bracket
        if match.reading.says("all", "every", "other", "several", "both") || match.reading.namesOneCall {
            throw .tellsOtherwise("it tells of more than the one that is ended")
        }
        let starts = match.reading.says("start", "begin", "open") ? match.reading.apis : []
        if !starts.isEmpty, starts.allSatisfy({ match.vocabulary.resource(releasedBy: $0) != nil }) {
            throw .tellsOtherwise("what ends a bracket has not started it")
        }
        started =
            match.reading.says("start", "begin", "open")
            ? match.reading.apis.lazy.compactMap { match.vocabulary.resource(acquiredBy: $0)?.name }
                .first { $0 != bracket } : nil
    }

    var subject: Name { Name(.resource, bracket) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["bracket": .word(bracket)]
        result["started"] = started.map { .word($0) }
        return result
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised, .permitted: .plan(TestPlan(.none, steps(isEnded: true)))
        case .forbidden: .plan(TestPlan(.none, steps(isEnded: false)))
        case .undefined: .nothing("nothing is promised about the end")
        }
    }

    private func steps(isEnded: Bool) -> [TestPlan.Step] {
        if isEnded, let started {
            return [.world(.init())] + vocabulary.preparing(started) + [
                .act(.hold(started)), .expect(.succeeds(.release(bracket))), .expect(.isClean),
            ]
        }
        var steps: [TestPlan.Step] = [
            .world(.init()), .act(.prepare(vocabulary.resource(bracket)?.acquire ?? bracket)),
            .expect(.succeedsWhenUsed(.access(bracket))),
        ]
        guard isEnded else { return steps + [.act(.read(bracket)), .expect(.isClean)] }
        // By this access, and not by the one that was open.
        steps.append(.expect(.reportedBy(.read(bracket), .accessedOutside, bracket, .resource)))
        let mappings = vocabulary.mappings(besides: bracket).map(\.name)
        if !mappings.isEmpty {
            let mapping = TestPlan.boundName
            steps += [
                .note("Nor does a mapping that is left give any access."),
                .forEachResource(
                    mappings,
                    [
                        .act(.hold(bracket)), .act(.hold(mapping)), .act(.release(bracket)), .act(.ignore(.leaked)),
                        .expect(.reportedBy(.read(mapping), .accessedOutside, bracket, .resource)),
                        .act(.release(mapping)),
                    ]),
            ]
        }
        let other = TestPlan.Arguments(context: .second)
        steps += [
            .note("It ends one, and neither one around it nor one of another context."),
            .repeating(2, [.act(.hold(bracket))]), .act(.release(bracket)), .act(.holdOnce(bracket, other)),
            .act(.read(bracket)), .expect(.isClean), .act(.release(bracket)),
            .note("Without a beginning there is nothing to end."), .act(.release(bracket)),
            .expect(.reported(.unbalanced, bracket, .resource)),
        ]
        return steps
    }
}
