import Clauses
import Promises

/// A call that must not fail, even when memory is short, or on a chunk that the object ends in.
struct AlwaysSucceeds: RuleDefinition {
    static let kind = RuleKind.alwaysSucceeds
    static let summary = "A call succeeds once its bracket is open, however short memory is."
    static let patterns: [Pattern] = [
        "{api} … always succeed|work", "{mapping} … succeed on|for|at … partial", "{api} … always be? succeed",
        "{api} never|not fail", "{api} must|can|cannot|may … not? never? fail", "{api} … guarantee … succeed",
        "{api} … need|must|have|shall … succeed",
    ]
    static let examples = ["widget_map() must always succeed.", "These calls never fail."]
    static let counterExamples = ["widget_map() can fail with -EAGAIN."]

    let mappings: [String]
    /// On the chunk in which the object ends.
    let isPartial: Bool
    private let saysFail: Bool
    private let vocabulary: Vocabulary

    init?(_ match: Match) {
        let reading = match.reading
        if !reading.errors.isEmpty { return nil }
        vocabulary = match.vocabulary
        saysFail = reading.says("fail")
        isPartial = reading.says("partial")
        var mappings: [String] = []
        for name in match.resources { mappings.appendOnce(name) }
        // "This and that must always succeed" is said of both; "unlike that, this must" is not.
        let others = reading.says("unlike", "while", "whereas", "but") ? [] : reading.apis
        for api in match.apis + others {
            if let resource = match.vocabulary.resource(acquiredBy: api) { mappings.appendOnce(resource.name) }
        }
        // "These calls" are all of the kind that the section has spoken of.
        if ["these calls", "these functions", "these interfaces"].contains(where: { reading.says(phrase: $0) }) {
            for name in reading.surroundings.recentResources.reversed() { mappings.appendOnce(name) }
        }
        let found = mappings.compactMap { match.vocabulary.resource($0) }.filter { $0.nature == .mapping }
        self.mappings = found.filter { $0.isPerChunk == found[0].isPerChunk }.map { $0.name }
        guard !self.mappings.isEmpty else { return nil }
        if saysFail, reading.says("if", "when"), !reading.clause.negated { return nil }
    }

    var subject: Name { Name(.resource, mappings[0]) }
    var parameters: [String: Value] { ["mappings": .words(mappings), "partial": .flag(isPartial)] }

    /// "Never fails" and "always succeeds" are one promise.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        guard saysFail else { return force }
        return force == .forbidden || reading.says("never", "not", "cannot") ? .required : .permitted
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised: .plan(TestPlan(.none, isPartial ? partial(succeeds: true) : short(succeeds: true)))
        case .forbidden: .plan(TestPlan(.none, isPartial ? partial(succeeds: false) : short(succeeds: false)))
        case .permitted: .nothing("success that is only possible cannot be seen missing")
        case .undefined: .nothing("nothing is promised about the result")
        }
    }

    private func short(succeeds: Bool) -> [TestPlan.Step] {
        var steps: [TestPlan.Step] = [.world(.init())] + mappings.flatMap(vocabulary.preparing)
        if let supply = vocabulary.supplies.first { steps.append(.act(.exhaust(supply.name, true))) }
        for mapping in mappings {
            steps.append(.expect(succeeds ? .succeeds(.hold(mapping)) : .fails(.hold(mapping))))
            guard succeeds else { continue }
            steps += [.act(.write(0x5A, mapping)), .expect(.reads(.read(mapping), 0x5A))]
            if vocabulary.resource(mapping)?.isPerChunk == true {
                let last = TestPlan.Arguments(chunk: .last)
                steps += [.expect(.succeeds(.hold(mapping, last))), .act(.release(mapping, last))]
            }
            steps.append(.act(.release(mapping)))
        }
        return steps + [.expect(.isClean)]
    }

    private func partial(succeeds: Bool) -> [TestPlan.Step] {
        var steps: [TestPlan.Step] = [.world(.init(isPartial: true)), .act(.deviceWrite(0xA5, .end))]
        for mapping in mappings {
            steps += vocabulary.preparing(mapping)
            steps.append(
                .expect(
                    succeeds
                        ? .succeeds(.hold(mapping, .init(chunk: .last))) : .fails(.hold(mapping, .init(chunk: .last)))))
            if succeeds {
                steps += [
                    .note("Up to the last byte of the object the data are right."),
                    .expect(.reads(.read(mapping, .endInLastChunk), 0xA5)),
                    .act(.release(mapping, .init(chunk: .last))),
                ]
            }
        }
        return steps
    }
}
