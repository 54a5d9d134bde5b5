import Clauses
import Promises

/// A call that must not fail, even when memory is short, or on a chunk that the object ends in.
struct AlwaysSucceeds: RuleDefinition {
    static let kind = RuleKind.alwaysSucceeds
    static let summary = "A call succeeds once its bracket is open, however short memory is."
    static let nuances: Set<Nuance> = [.outside, .while, .failure, .if]
    static let patterns: [Pattern] = [
        "{api} … always succeed|work", "{mapping} … succeed on|for|at … partial", "{api} … always be? succeed",
        "{api} never|not fail", "{this} never|not fail", "{api} must|can|cannot|may … not? never? fail",
        "{api} be not? ever? allow fail", "{api} be not? ever? allow to fail", "failure of {api} be not? never? option",
        "neither {api} nor {api} ~ fail",
        "neither {mapping} nor {mapping} ~ fail",
        "{api} … guarantee … succeed",
        "{api} … must … succeed", "let ~ {mapping} succeed|fail", "{api} … never|not succeed", "{api} … always fail",
        "{mapping} … fail on|for|at … partial",
    ]
    static let examples = ["widget_map() must always succeed.", "These calls never fail."]
    static let counterExamples = ["widget_map() can fail with -EAGAIN."]

    let mappings: [String]
    /// On the chunk in which the object ends.
    let isPartial: Bool
    /// Before its bracket is open.
    private let isBefore: Bool
    private let saysFail: Bool
    private let saysAlways: Bool
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.clause.modality == .outcome, reading.says("might", "may", "could"), !reading.says("never", "neither")
        {
            throw .tellsOtherwise("it tells that the call can fail")
        }
        if reading.clause.modality == .obligation, !reading.clause.negated, Self.leavesOpenWhich(reading) {
            throw .tellsOtherwise("of two it leaves open which")
        }
        if let even = reading.words.firstIndex(where: { $0.folded == "even" }),
            reading.words[even...].contains(where: \.isNegation)
        {
            throw .tellsOtherwise("it tells of a case that the test does not bring about")
        }
        if !reading.errors.isEmpty { throw .tellsOtherwise("an error code is named") }
        if reading.says("outside", "beyond") && !reading.says("partial") {
            throw .tellsOtherwise("it tells of what lies outside of the object")
        }
        let isTime = ["once", "after", "when"].contains(reading.words.first?.folded)
        if isTime, reading.words.contains(where: { ["ended", "finished", "over"].contains($0.folded) }) {
            throw .tellsOtherwise("it tells of a time when all has ended")
        }
        vocabulary = match.vocabulary
        saysFail = reading.says("fail", "failure")
        // "While no access is open": the test opens one.
        if reading.words.first?.folded == "while",
            reading.words[..<match.range.lowerBound].contains(where: { $0.isNegation || $0.folded == "no" })
        {
            throw .tellsOtherwise("it tells of a call while nothing is open")
        }
        saysAlways = reading.says("always") || reading.clause.modality == .obligation
        isBefore = reading.isBeforeBracket
        isPartial = reading.says("partial")
        if isPartial, reading.says("begin", "start"), !reading.says("end") {
            throw .tellsOtherwise("an object begins in no partial chunk")
        }
        if isPartial, reading.says("multiple"), !reading.negates("multiple") {
            throw .tellsOtherwise("an object of whole chunks ends in no partial one")
        }
        var mappings: [String] = []
        for name in match.resources { mappings.appendOnce(name) }
        // "This and that must always succeed" is said of both; "unlike that, this must" is not.
        let isContrast =
            reading.says("unlike", "whereas", "but") || reading.says("while") && reading.words.first?.folded != "while"
        let others = isContrast ? [] : reading.apis
        let behind = match.callbacks.flatMap { match.vocabulary.apis(calling: $0).prefix(1).map(\.name) }
        for api in match.apis + behind + others {
            if let resource = match.vocabulary.resource(acquiredBy: api) { mappings.appendOnce(resource.name) }
        }
        // "These calls" are all of the kind that the section has spoken of.
        if ["these calls", "these functions", "these interfaces"].contains(where: { reading.says(phrase: $0) }) {
            for name in reading.surroundings.recentResources.reversed() { mappings.appendOnce(name) }
        }
        // In the order of the words, whichever of them the pattern caught.
        let order = reading.resourcesInOrder
        mappings.sort { (order.firstIndex(of: $0) ?? .max) < (order.firstIndex(of: $1) ?? .max) }
        let named = mappings.compactMap { match.vocabulary.resource($0) }
        let found = named.contains { $0.nature == .mapping } ? named.filter { $0.nature == .mapping } : named
        self.mappings = found.filter { $0.isPerChunk == found[0].isPerChunk }.map { $0.name }
        guard !self.mappings.isEmpty else { throw .lacks("nothing that is mapped or opened is named") }
        if saysFail, !isPartial, reading.says("if", "when"), !reading.clause.negated {
            throw .tellsOtherwise("it tells when the call fails, not that it never does")
        }
    }

    /// "map() or attach() must succeed": one of them is enough.
    private static func leavesOpenWhich(_ reading: Reading) -> Bool {
        func isInterface(_ mention: Glossary.Mention) -> Bool {
            mention.entity.isSymbol && mention.entity.names.contains { $0.category == .api }
        }
        return reading.words.indices.contains { index in
            reading.words[index].folded == "or"
                && reading.mentions.contains { isInterface($0) && $0.range.upperBound == index }
                && reading.mentions.contains { isInterface($0) && $0.range.lowerBound == index + 1 }
        }
    }

    var subject: Name { Name(.resource, mappings[0]) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["mappings": .words(mappings), "partial": .flag(isPartial)]
        if isBefore { result["before"] = .flag(true) }
        return result
    }

    /// "Never fails" and "always succeeds" are one promise.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        guard saysFail else { return force }
        let isDenied = reading.clause.negated || reading.negates("fail", "option") || reading.says("neither")
        if force == .required, saysAlways, !isDenied { return .forbidden }
        return force == .forbidden || isDenied ? .required : .permitted
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised:
            isPartial
                ? .plan(TestPlan(.none, partial(succeeds: true)))
                : .plan(TestPlan(isOfChunks && bracket != nil ? .directions : .none, short(succeeds: true)))
        case .forbidden: .plan(TestPlan(.none, isPartial ? partial(succeeds: false) : short(succeeds: false)))
        case .permitted: .nothing("success that is only possible cannot be seen missing")
        case .undefined: .nothing("nothing is promised about the result")
        }
    }

    private var isPerChunk: Bool { mappings.allSatisfy { vocabulary.resource($0)?.isPerChunk == true } }
    private var isOfChunks: Bool { isPerChunk && !isBefore }
    private var bracket: String? { vocabulary.bracket(around: mappings[0])?.name }

    private func short(succeeds: Bool) -> [TestPlan.Step] {
        if succeeds, isOfChunks { return chunks }
        var steps: [TestPlan.Step] = [.world(.init())]
        if !isBefore { steps += mappings.flatMap(vocabulary.preparing) }
        // A chunk needs no more than memory; what maps the whole object, or begins, may need anything.
        let short = isPerChunk ? vocabulary.memory.map { [$0] } ?? [] : vocabulary.supplies
        steps += short.map { .act(.exhaust($0.name, true)) }
        steps += forEach { mapping in
            guard succeeds else { return [.expect(.fails(.hold(mapping)))] }
            return [
                .expect(.succeeds(.hold(mapping))), .act(.write(0x5A, mapping)),
                .expect(.reads(.read(mapping), 0x5A)), .act(.release(mapping)),
            ]
        }
        return steps + [.expect(.isClean)]
    }

    /// For every chunk, the one that the object ends in among them; for whoever maps it, in a bracket of any direction,
    /// and whatever is mapped already.
    private var chunks: [TestPlan.Step] {
        let own = TestPlan.Arguments(context: .bound)
        let each = TestPlan.Arguments(chunk: .bound, context: .bound)
        let span = TestPlan.Arguments(direction: .bound, context: .bound)
        let supply = vocabulary.memory?.name
        func spend(_ isSpent: Bool) -> [TestPlan.Step] { supply.map { [.act(.exhaust($0, isSpent))] } ?? [] }
        var round: [TestPlan.Step] = []
        round += bracket.map { [.act(.hold($0, span))] } ?? []
        round += spend(true)
        round += forEach { mapping in
            [
                .expect(.succeeds(.hold(mapping, own))),
                .forEachChunk([.expect(.succeeds(.holdOnce(mapping, each)))]),
                .act(.release(mapping, own)),
            ]
        }
        round += spend(false)
        round += bracket.map { [.act(.release($0, span))] } ?? []
        let prepared = bracket == nil ? mappings.flatMap(vocabulary.preparing) : []
        return [.world(.init(isPartial: true))] + prepared + [.forEachContext(round), .expect(.isClean)]
            + whateverIsHeld
    }

    /// Whatever else is held, by the same context and by another, and whatever has failed, or come and gone, before.
    private var whateverIsHeld: [TestPlan.Step] {
        let name = TestPlan.boundName
        return [.note("Whatever has failed before, and whatever else is held, or was.")]
            + vocabulary.preparing(mappings[0])
            + (bracket.map(failed) ?? []) + [
                .act(.holdAll(.everything)), .act(.holdAll(.everything, .second)),
                .forEachResource(mappings, [.expect(.succeeds(.holdOnce(name)))]),
                .act(.releaseAll(.everything, .second)), .act(.releaseAll(.everything)),
                .forEachResource(mappings, [.expect(.succeeds(.holdOnce(name)))]), .act(.ignoreAll),
            ]
    }

    private func failed(_ bracket: String) -> [TestPlan.Step] {
        func fail(_ callback: String?, _ action: TestPlan.Action) -> [TestPlan.Step] {
            [.act(callback.map { .attempts(action, $0, .code("EIO")) } ?? action)]
        }
        return fail(vocabulary.acquiringCallback(of: bracket), .hold(bracket))
            + fail(vocabulary.releasingCallback(of: bracket), .release(bracket))
    }

    /// The same with each of the mappings.
    private func forEach(_ steps: (String) -> [TestPlan.Step]) -> [TestPlan.Step] {
        mappings.count > 1 ? [.forEachResource(mappings, steps(TestPlan.boundName))] : mappings.flatMap(steps)
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
