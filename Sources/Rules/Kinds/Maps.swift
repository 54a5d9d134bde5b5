import Clauses
import Promises

/// A call or callback maps a thing, and access works through it.
struct Maps: RuleDefinition {
    static let kind = RuleKind.maps
    static let summary =
        "What is mapped is that part of the object and no other, readable and writable at the address returned."
    static let nuances: Set<Nuance> = [.extent]
    static let patterns: [Pattern] = [
        "map … {unit} … {object}", "map … {object} … into|address", "map … {unit} … into|address",
        "create|make|establish … mapping … {object}",
        "{mapping} … return|yield|give … pointer|address", "map|mapping yield|return|give … pointer|address",
        "return ~ pointer … address", "which return ~ pointer",
        "pointer|address … be return … map {mapping}", "pointer|address … be return … {mapping} ~ be map",
        "{mapping} … return null", "which return null",
    ]
    static let examples = ["Maps a page of the widget.", "Creates a virtual mapping for the widget."]
    static let counterExamples = ["Unmaps a page of the widget.", "This callback is optional."]

    let mapping: String
    /// "No pointer": the words deny what the pattern asks for.
    private let isDenied: Bool
    /// What the block documents ends the mapping.
    private let isOfRelease: Bool
    /// More than what is mapped, or less.
    private let isOtherExtent: Bool
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.says("destroy", "remove", "tear", "undo", "undoes", "dissolve", "drop") {
            throw .tellsOtherwise("it tells of a mapping that goes away")
        }
        if reading.clause.modality == .outcome && reading.words.first?.stem == "unmap" || match.tellsOfRelease(.mapping)
        {
            throw .tellsOtherwise("it tells what unmapping gives back")
        }
        if reading.says("null"), reading.says("on", "if", "when", "or") {
            throw .tellsOtherwise("it tells how the call fails")
        }
        if [.guarantee, .outcome].contains(reading.clause.modality),
            reading.leavesOpen("return", "yield", "give", "map")
        {
            throw .tellsOtherwise("it may be so, and need not")
        }
        if reading.says("part", "portion", "piece") { throw .tellsOtherwise("it tells of a part") }
        if reading.says("or"), reading.words.contains(where: { $0.folded.hasPrefix("err_ptr") }) {
            throw .tellsOtherwise("it leaves open whether there is a mapping")
        }
        if reading.says("fail") { throw .tellsOtherwise("it tells of a cause of failing") }
        if reading.clause.modality == .obligation, reading.says("before", "after") {
            throw .tellsOtherwise("the mapping is told of in passing")
        }
        if reading.says(phrase: "error pointer"), !reading.says("or") {
            throw .tellsOtherwise("it stands for an error, and leads nowhere")
        }
        if reading.says(phrase: "instead of pointer") || reading.says(phrase: "instead of address") {
            throw .tellsOtherwise("the address is not what is given")
        }
        vocabulary = match.vocabulary
        if !reading.apis.isEmpty, reading.apis.allSatisfy({ match.vocabulary.resource(releasedBy: $0) != nil }) {
            throw .tellsOtherwise("what it names unmaps")
        }
        var released: [String] = []
        isDenied = reading.denies("pointer", "address", "mapping") || reading.says("null")
        var mappings: [String] = []
        if let callback = reading.surroundings.callback {
            for api in match.vocabulary.apis(calling: callback) {
                if let resource = match.vocabulary.resource(acquiredBy: api.name) { mappings.appendOnce(resource.name) }
                if let resource = match.vocabulary.resource(releasedBy: api.name) { released.appendOnce(resource.name) }
            }
        } else if let api = reading.surroundings.api, let resource = match.vocabulary.resource(acquiredBy: api) {
            mappings.appendOnce(resource.name)
        }
        isOfRelease = mappings.isEmpty && !released.isEmpty
        mappings += released + match.resources
        for mention in reading.mentions {
            for name in Pattern.resources(of: mention.entity, .mapping, match.vocabulary) { mappings.appendOnce(name) }
        }
        mappings += reading.surroundings.recentResources.reversed()
        guard let mapping = mappings.first(where: { match.vocabulary.resource($0)?.nature == .mapping }) else {
            throw .lacks("nothing that can be mapped is named")
        }
        let isForUserspace = match.vocabulary.isHeldByUserspace(mapping)
        let others =
            (["physical", "device", "bus"] + (isForUserspace ? ["kernel"] : ["user", "userspace", "process"]))
            .map(Stem.of)
        if reading.words.contains(where: { others.contains($0.stem) }) {
            throw .tellsOtherwise("it tells of another address space than that of whoever maps")
        }
        self.mapping = mapping
        // "The whole buffer" of what maps a page, and a page of what maps the whole.
        let saysUnit = reading.mentions.contains(where: \.entity.isUnit)
        let isPerChunk = match.vocabulary.resource(mapping)?.isPerChunk ?? false
        isOtherExtent =
            isPerChunk
            ? reading.says("whole", "entire") && !saysUnit || reading.unitCount > 1 || reading.meansEveryUnit
            : saysUnit && reading.mentions.contains(where: \.entity.isObject)
    }

    var subject: Name { Name(.resource, mapping) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["mapping": .word(mapping)]
        if isDenied { result["denied"] = .flag(true) }
        if isOtherExtent { result["otherExtent"] = .flag(true) }
        return result
    }

    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        return isDenied && force == .required ? .forbidden : force
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required where isOtherExtent: .plan(TestPlan(.none, otherExtent))
        case .required where isOfRelease:
            .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(mapping) + [
                        .act(.hold(mapping)), .act(.release(mapping)), .act(.write(0x5A, mapping)),
                        .expect(.reads(.read(mapping), 0x5A)), .expect(.isClean),
                    ]))
        case .required, .permitted, .advised: .plan(TestPlan(.none, steps))
        case .forbidden:
            .plan(
                TestPlan(.none, [.world(.init())] + vocabulary.preparing(mapping) + [.expect(.fails(.hold(mapping)))]))
        case .undefined: .nothing("nothing is promised about the mapping")
        }
    }

    /// Beyond a unit there is something through what maps more, and nothing through what maps less.
    private var otherExtent: [TestPlan.Step] {
        let isPerChunk = vocabulary.resource(mapping)?.isPerChunk ?? false
        return [.world(.init())] + vocabulary.preparing(mapping) + [
            .act(.hold(mapping)),
            .expect(isPerChunk ? .reads(.read(mapping, .pastChunk), 0) : .faults(.read(mapping, .pastChunk))),
        ]
    }

    /// Every part of the object, each with bytes of its own; each mapped once, where it is mapped part by part. Whoever
    /// maps it, whatever else is mapped, and where the object ends within a chunk, too.
    private var steps: [TestPlan.Step] {
        let isPerChunk = vocabulary.resource(mapping)?.isPerChunk ?? false
        // Programs map whole chunks only.
        let isPartial = !vocabulary.isHeldByUserspace(mapping)
        var steps: [TestPlan.Step] = [.world(.init(isPartial: isPartial))] + vocabulary.preparing(mapping)
        if besides.isEmpty {
            steps += [.forEachContext(round), .expect(.isClean)]
        } else {
            // Some of the others forbid the sleep that is no fault without them.
            steps += [
                .note("Alone, and whatever else is mapped."),
                .forEachCompany(
                    besides,
                    [.act(.holdAll(.bound, .second)), .forEachContext(round), .act(.releaseAll(.bound, .second))]
                        + [.inCompany([.act(.ignore(.slept))]), .expect(.isClean)]),
            ]
        }
        if let callback = vocabulary.acquiringCallback(of: mapping) {
            let count = TestPlan.Context.count * (besides.isEmpty ? 1 : 2)
            steps.append(
                .expect(isPerChunk ? .callCountOfChunks(callback, times: count) : .callCount(callback, count)))
        }
        return steps
    }

    /// By a context, with what else it can map, or alone.
    private var round: [TestPlan.Step] {
        let isPerChunk = vocabulary.resource(mapping)?.isPerChunk ?? false
        let own = TestPlan.Arguments(context: .bound)
        let bracket = vocabulary.bracket(around: mapping)?.name
        var steps: [TestPlan.Step] = [.forEachChunk([.act(.deviceWrite(.ofChunk, .startOfChunk))])]
        if let bracket { steps.append(.act(.hold(bracket, own))) }
        if !besides.isEmpty { steps.append(.act(.holdAll(.bound, .bound))) }
        steps += isPerChunk ? [.forEachChunk(mapped)] : mapped
        if !besides.isEmpty { steps.append(.act(.releaseAll(.bound, .bound))) }
        guard let bracket else { return steps }
        return steps + [
            .act(.release(bracket, own)), .forEachChunk([.expect(.reads(.deviceRead(.startOfChunk), 0x5A))]),
        ]
    }

    /// What else can be mapped meanwhile.
    private var besides: [String] { vocabulary.mappings(beside: mapping).filter { $0 != mapping } }

    /// Mapped, read, written and unmapped, by a context.
    private var mapped: [TestPlan.Step] {
        let isPerChunk = vocabulary.resource(mapping)?.isPerChunk ?? false
        let arguments = TestPlan.Arguments(chunk: isPerChunk ? .bound : .first, context: .bound)
        let place: TestPlan.Offset = isPerChunk ? .start : .startOfChunk
        let access: [TestPlan.Step] =
            [
                .expect(.reads(.read(mapping, place, .bound), .ofChunk)), .act(.write(0x5A, mapping, place, .bound)),
                // What reaches the device in the end was there before.
            ]
            + (vocabulary.bracket(around: mapping) == nil ? [.expect(.reads(.read(mapping, place, .bound), 0x5A))] : [])
        let asked = isPerChunk ? vocabulary.acquiringCallback(of: mapping) : nil
        return [.expect(.succeeds(.hold(mapping, arguments)))]
            + (asked.map { [.expect(.lastCallChunk($0, .bound))] } ?? [])
            + (isPerChunk ? access : [.forEachChunk(access)]) + [.act(.release(mapping, arguments))]
    }
}
