import Clauses
import Promises

/// Something is got or used through an interface.
struct UsableThrough: RuleDefinition {
    static let kind = RuleKind.usableThrough
    static let summary = "The interface gives what it is there for: the call goes well, and access works."
    static let nuances: Set<Nuance> = [.no, .whichAccesses]
    static let patterns: [Pattern] = [
        "{party} ~ call|use|do|issue {api}", "{party} … use … through|via|by|with {api}", "{party} can|may use {api}",
        "available to {party} through|via|by|with {api}", "{api} can|may be use by {party}",
        "{party} … access … use|through|via {api}", "access … use|through|via {api}",
    ]
    static let examples = ["A caller simply calls widget_map()."]
    static let counterExamples = ["widget_map() can fail."]

    let resources: [String]
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        vocabulary = match.vocabulary
        if match.reading.says("before", "after", "again") { throw .tellsOtherwise("it tells when it is called") }
        if match.reading.clause.modality == .recommendation, match.reading.condition != nil {
            throw .tellsOtherwise("it tells when it is to be called")
        }
        if match.reading.says("outside", "beyond", "past", "around", "bracket", "enclose", "surround") {
            throw .tellsOtherwise("it tells where it is called")
        }
        if match.reading.says("instead"), match.reading.says(phrase: "in that case") || match.reading.says("then") {
            throw .tellsOtherwise("it is the way out where another one fails")
        }
        if match.reading.says("equally", "likewise", "equivalent") {
            throw .tellsOtherwise("it is compared with another way")
        }
        if let condition = match.reading.condition, match.reading.words[condition].contains(where: \.isNegation) {
            throw .tellsOtherwise("it is told of when something is not done")
        }
        if match.reading.says("without"), match.reading.clause.modality == .prohibition {
            throw .tellsOtherwise("what must not be called without another is not denied by itself")
        }
        if match.reading.says("only"), match.reading.says("read") != match.reading.says("write") {
            throw .tellsOtherwise("a test would not show that there is no other use")
        }
        if match.reading.says(phrase: "interface of its own"), !match.reading.denies("interface") {
            throw .tellsOtherwise("it tells of an interface of its own, which is not the one named")
        }
        var resources: [String] = []
        for api in match.apis {
            if let resource = match.vocabulary.resource(acquiredOrReleasedBy: api) {
                resources.appendOnce(resource.name)
            }
        }
        guard !resources.isEmpty else { throw .lacks("nothing is named that the call gives") }
        self.resources = resources
    }

    var subject: Name { Name(.resource, resources[0]) }
    var parameters: [String: Value] { ["resources": .words(resources)] }

    var actors: [String] { resources.flatMap(vocabulary.holders) }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .permitted, .advised: .plan(TestPlan(cases, steps))
        case .forbidden:
            .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(resources[0]) + [.expect(.fails(.hold(resources[0])))]))
        case .undefined: .nothing("nothing is promised about it")
        }
    }

    private var isBracket: Bool { vocabulary.resource(resources[0])?.nature == .bracket }
    private var cases: TestPlan.Cases { isBracket ? .directions : .none }

    private var steps: [TestPlan.Step] {
        let resource = resources[0]
        if isBracket {
            let arguments = TestPlan.Arguments(direction: .bound)
            return [.world(.init())] + vocabulary.preparing(resource) + [
                // The CPU has cached what was there before.
                .act(.access(resource)),
                .act(.startDeviceFill(0xA5)), .expect(.succeeds(.hold(resource, arguments))),
                .when(.reachesCPU, [.expect(.readsOnly(.readAll(resource), 0xA5))]),
                .when(.reachesDevice, [.act(.fill(0x5A, resource))]),
                .expect(.succeeds(.release(resource, arguments))),
                .when(.reachesDevice, [.expect(.readsOnly(.deviceReadAll, 0x5A))]), .expect(.isClean),
            ]
        }
        let isPerChunk = vocabulary.resource(resource)?.isPerChunk ?? false
        let bracket = vocabulary.resource(resource)?.within
        let arguments = TestPlan.Arguments(chunk: isPerChunk ? .number(1) : .first, context: .bound)
        let own = TestPlan.Arguments(context: .bound)
        if !isPerChunk, vocabulary.isHeldByUserspace(resource) { return parts(resource, bracket) }
        var steps: [TestPlan.Step] = [.expect(.succeeds(.hold(resource, arguments)))]
        if let bracket { steps.append(.act(.hold(bracket, own))) }
        steps.append(
            isPerChunk
                ? .expect(.reads(.read(resource, .chunk(0), .bound), 2))
                : .forEachChunk([.expect(.reads(.read(resource, .inChunk, .bound), .ofChunk))]))
        if let bracket { steps.append(.act(.release(bracket, own))) }
        steps.append(.act(.release(resource, arguments)))
        return [.world(.init()), .forEachChunk([.act(.deviceWrite(.ofChunk, .inChunk))])]
            + vocabulary.preparing(resource) + [.forEachContext(steps), .expect(.isClean)]
    }

    /// Programs map any part, one beside the other: each shows its own, and the end of one is the end of no other.
    private func parts(_ resource: String, _ bracket: String?) -> [TestPlan.Step] {
        let own = TestPlan.Arguments(context: .bound)
        let part = TestPlan.Arguments(extent: true, context: .bound)
        let begun: [TestPlan.Step] = bracket.map { [.act(.hold($0, own))] } ?? []
        let ended: [TestPlan.Step] = bracket.map { [.act(.release($0, own))] } ?? []
        let shows: TestPlan.Step = .forEachChunkOfExtent([
            .expect(.reads(.read(resource, .inChunk, .bound), .ofChunkOfExtent))
        ])
        return [.world(.init()), .forEachChunk([.act(.deviceWrite(.ofChunk, .inChunk))])]
            + vocabulary.preparing(resource) + [
                .forEachContext(
                    begun + [
                        .act(.hold(resource, own)),
                        .forEachExtent(
                            .fitting,
                            [
                                .expect(.succeeds(.hold(resource, part))), shows, .act(.release(resource, own)),
                                .forEachChunk([.expect(.reads(.read(resource, .inChunk, .bound), .ofChunk))]),
                            ]), .act(.release(resource, own)),
                    ] + ended), .expect(.isClean),
            ]
    }
}
