import Clauses
import Promises

/// A call or callback ends a mapping, and access faults afterwards.
struct Unmaps: RuleDefinition {
    static let kind = RuleKind.unmaps
    static let summary = "The callback gets what was mapped and the address of it, and that address faults afterwards."
    static let nuances: Set<Nuance> = [.extent, .howOften]
    static let patterns: [Pattern] = ["unmap", "tear down … mapping", "destroy|remove … mapping"]
    static let examples = ["Unmaps a page of the widget."]
    static let counterExamples = ["Maps a page of the widget."]

    let mapping: String
    /// What the block documents makes the mapping.
    private let isOfAcquisition: Bool
    /// Of whoever mapped it, and not told of the callback.
    private let isAsked: Bool
    /// So many may be mapped at once, where the documentation has a number.
    private let bound: Int?
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.says("automatic", "automatically", "itself", "themselves") {
            throw .tellsOtherwise("it goes by itself, and by nobody's call")
        }
        if reading.clause.modality == .outcome || reading.says(phrase: "before last") {
            throw .tellsOtherwise("it tells what unmapping returns, or of one before the last")
        }
        if reading.says("all", "every"), reading.mentions.contains(where: \.entity.isUnit) {
            throw .tellsOtherwise("it tells of every unit, and of no mapping")
        }
        if reading.namesOneCall { throw .tellsOtherwise("it tells at which of several calls") }
        if reading.says("times", "twice", "often") { throw .tellsOtherwise("it tells how often") }
        if reading.says("range") { throw .tellsOtherwise("it tells of a range, and of no mapping") }
        let before = reading.words[..<match.range.lowerBound].last?.folded
        let after = reading.words[match.range.upperBound...].first?.folded
        if before == "by" || after == "time" || reading.namesUnmapped {
            throw .tellsOtherwise("it tells how or when something else is done")
        }
        if reading.words.last?.folded == "first" {
            throw .tellsOtherwise("it is unmapped first, before something else is done")
        }
        vocabulary = match.vocabulary
        isAsked = reading.surroundings.callback == nil && reading.clause.modality != .guarantee
        var mappings: [String] = []
        var acquired: [String] = []
        if let callback = reading.surroundings.callback {
            for api in match.vocabulary.apis(calling: callback) {
                if let resource = match.vocabulary.resource(releasedBy: api.name) { mappings.appendOnce(resource.name) }
                if let resource = match.vocabulary.resource(acquiredBy: api.name) { acquired.appendOnce(resource.name) }
            }
        } else if let api = reading.surroundings.api, let resource = match.vocabulary.resource(releasedBy: api) {
            mappings.appendOnce(resource.name)
        }
        // "Unmap" stands in the sentence for its own sake only where it begins it.
        isOfAcquisition =
            mappings.isEmpty && !acquired.isEmpty && match.range.lowerBound <= 1
            && reading.clause.modality == .guarantee
        if isOfAcquisition { mappings = acquired }
        mappings += match.resources + reading.surroundings.recentResources.reversed()
        guard let mapping = mappings.first(where: { match.vocabulary.resource($0)?.nature == .mapping }) else {
            throw .lacks("nothing that is mapped is named")
        }
        let named = reading.mentions.flatMap { Pattern.resources(of: $0.entity, .mapping, match.vocabulary) }
        if reading.surroundings.callback != nil, !named.isEmpty, !named.contains(mapping) {
            throw .tellsOtherwise("another mapping is named")
        }
        let isPerChunk = match.vocabulary.resource(mapping)?.isPerChunk ?? false
        if !isPerChunk, reading.mentions.contains(where: \.entity.isUnit) {
            throw .tellsOtherwise("it tells of a unit of what is mapped as a whole")
        }
        if isPerChunk, reading.says("whole", "entire") || reading.unitCount > 1 {
            throw .tellsOtherwise("it tells of the whole of what is mapped unit by unit")
        }
        self.mapping = mapping
        bound = reading.surroundings.elsewhere.bounds[mapping]
    }

    var subject: Name { Name(.resource, mapping) }
    var parameters: [String: Value] { ["mapping": .word(mapping)] }

    var actors: [String] { isAsked ? vocabulary.holders(of: mapping) : [] }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required where isOfAcquisition:
            .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(mapping) + [
                        .act(.hold(mapping)), .expect(.faults(.read(mapping))), .act(.ignore(.accessedOutside)),
                    ]))
        case .required, .permitted, .advised: .plan(TestPlan(.none, steps(isGone: true)))
        case .forbidden: .plan(TestPlan(.none, steps(isGone: false)))
        case .undefined: .nothing("nothing is promised about the mapping")
        }
    }

    /// How often it is done: more often than there can be places for what would be left.
    private static let rounds = 24

    private func steps(isGone: Bool) -> [TestPlan.Step] {
        let isPerChunk = vocabulary.resource(mapping)?.isPerChunk ?? false
        let arguments = TestPlan.Arguments(chunk: isPerChunk ? .bound : .first, context: .bound)
        let callback = vocabulary.releasingCallback(of: mapping)
        var round: [TestPlan.Step] = [
            callback == nil ? .act(.hold(mapping, arguments)) : .bind("mapped", .hold(mapping, arguments)),
            .expect(.succeeds(.release(mapping, arguments))),
        ]
        if let callback {
            round.append(.expect(.lastCallAddress(callback, ofBound: "mapped")))
            if isPerChunk { round.append(.expect(.lastCallChunk(callback, .bound))) }
        }
        let gone: TestPlan.Check =
            isPerChunk ? .faults(.read(mapping, .start, .bound)) : .faultsEverywhere(mapping, .bound)
        round.append(.expect(isGone ? gone : .reads(.read(mapping, .start, .bound), 0)))
        var steps: [TestPlan.Step] = [.world(.init())] + vocabulary.preparing(mapping)
        steps.append(.forEachContext(isPerChunk ? [.forEachChunk(round)] : round))
        if let callback {
            let count = TestPlan.Context.count
            steps.append(
                .expect(isPerChunk ? .callCountOfChunks(callback, times: count) : .callCount(callback, count)))
        }
        guard isGone else { return steps + [.act(.ignore(.accessedOutside))] }
        if isPerChunk, bound ?? 2 >= 2 { return steps.dropLast(callback == nil ? 0 : 1) + two }
        let second: [TestPlan.Step] = bound ?? 2 >= 2 ? [.act(.holdOnce(mapping))] : []
        return steps + [
            .act(.ignore(.accessedOutside)), .note("Nor is anything left behind, however often."),
            .repeating(Self.rounds, [.expect(.succeeds(.hold(mapping)))] + second + [.act(.release(mapping))]),
        ]
    }

    /// Two that are mapped at once lie in two places, and they nest: the first is still there when the second is not, and
    /// when it was mapped twice, and once unmapped. That others have theirs, and whatever else there is, changes nothing.
    private var two: [TestPlan.Step] {
        let last = TestPlan.Arguments(chunk: .last)
        let round: [TestPlan.Step] = [
            .expect(.succeeds(.hold(mapping))), .act(.holdOnce(mapping)), .bind("second", .hold(mapping, last)),
            .act(.release(mapping, last)), .expect(.addressFaults(mapping, ofBound: "second")),
            .expect(.reads(.read(mapping), 0)), .act(.release(mapping)),
        ]
        let calls = [vocabulary.acquiringCallback(of: mapping), vocabulary.releasingCallback(of: mapping)]
            .compactMap(\.self)
        return [
            .note("Of two at once the second is gone as well, and nothing is left behind, however often."),
            .besideOthers([.repeating(Self.rounds, round)]), .act(.ignore(.accessedOutside)),
        ] + (calls.count == 2 ? [.expect(.callCountsEqual(calls[0], calls[1]))] : [])
    }
}
