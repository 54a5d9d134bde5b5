import Clauses
import Promises

/// What is acquired is released again.
struct Pairs: RuleDefinition {
    static let kind = RuleKind.pairs
    static let summary = "Whoever acquires releases: what is still held at the end is reported as leaked."
    static let showsExemption = true
    static let patterns: [Pattern] = [
        "{resource} … be unmap|release|drop|put|free|end|close|return|finish … again", "{party} … call {api}",
        "{party} … unmap|release|drop|put|free|end|close|finish … {resource}",
        "must|should|shall|need|have … call {api}",
        "{resource} … be unmap|release|drop|put|free|end|close", "unmap|munmap|release|drop|put|free once|when|after",
        "announce this to … {party}", "after … call {api}", "{api} must|should|may|can ~ be call",
    ]
    static let examples = ["A window must be unmapped again.", "After use the caller should call widget_end()."]
    static let counterExamples = ["widget_map() can fail."]

    let resource: String
    /// False where the words put the release before the use.
    let isAfter: Bool
    /// Other mappings of such a unit, which the words mean as well.
    private let likewise: [String]
    private let vocabulary: Vocabulary

    init?(_ match: Match) {
        let reading = match.reading
        // What ends by itself is nobody's duty.
        if reading.says("automatic", "automatically") { return nil }
        // When a callback is called is told, and not what anybody has to give back.
        if reading.clause.modality == .guarantee, reading.says("call"), match.apis.isEmpty { return nil }
        // More often than it was acquired is another promise.
        if let times = reading.times, times > 1 { return nil }
        vocabulary = match.vocabulary
        if let api = match.apis.first {
            guard let released = match.vocabulary.resource(releasedBy: api) else { return nil }
            resource = released.name
        } else if let named = match.resource ?? reading.surroundings.recentResources.last {
            resource = named
        } else if let api = reading.apis.first, let released = match.vocabulary.resource(releasedBy: api) {
            resource = released.name
        } else {
            return nil
        }
        isAfter = !reading.says("before", "beforehand")
        let (held, within) = (resource, match.vocabulary.resource(resource)?.within)
        let isOfUnit = within != nil && match.apis.isEmpty && reading.mentions.contains(where: \.entity.isUnit)
        let others = match.vocabulary.resources.filter { $0.isPerChunk && $0.within == within && $0.name != held }
        likewise = isOfUnit ? others.map(\.name) : []
    }

    var subject: Name { Name(.resource, resource) }
    var parameters: [String: Value] { ["resource": .word(resource), "after": .flag(isAfter)] }

    /// What must not stay as it is has to be released.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        return force == .forbidden && reading.forbidsStaying ? .required : force
    }

    var actors: [String] { vocabulary.holders(of: resource) }

    func plan(_ force: Force) -> Planned {
        guard isAfter else {
            return .plan(
                TestPlan(
                    .none,
                    [.note("Released first, as it is written, then acquired."), .world(.init())]
                        + vocabulary.preparing(resource) + [
                            .expect(.succeeds(.release(resource))), .expect(.succeeds(.hold(resource))),
                            .act(.finish), .expect(.isClean),
                        ]))
        }
        switch force {
        case .required, .advised:
            return .plan(
                TestPlan(
                    .none,
                    clean + kept + [
                        .expect(.reported(.leaked, resource, .resource)), .act(.finish), .act(.ignore(.leaked)),
                    ] + others))
        case .permitted: return .plan(TestPlan(.none, clean + kept + [.expect(.isClean)]))
        case .forbidden: return .plan(TestPlan(.none, kept + [.expect(.isClean)]))
        case .undefined: return .nothing("nothing is promised about the release")
        }
    }

    private var others: [TestPlan.Step] {
        likewise.flatMap { other -> [TestPlan.Step] in
            guard let bracket = vocabulary.resource(other)?.within else { return [] }
            return [.world(.init("\(other)Bed")), .act(.hold(bracket)), .act(.hold(other)), .act(.release(bracket))] + [
                .expect(.reported(.leaked, other, .resource)), .act(.finish), .act(.ignore(.leaked)),
            ]
        }
    }

    private var clean: [TestPlan.Step] {
        [.world(.init("tidy"))] + vocabulary.preparing(resource) + [
            .expect(.succeeds(.hold(resource))), .expect(.succeeds(.release(resource))), .act(.finish),
            .expect(.isClean),
        ]
    }
    /// Never released: a chunk, before the bracket around it ends; anything else, before the world does.
    private var kept: [TestPlan.Step] {
        let steps: [TestPlan.Step] = [.note("Never released."), .world(.init())]
        if let held = vocabulary.resource(resource), held.isPerChunk, let bracket = held.within {
            return steps + [.act(.hold(bracket)), .act(.hold(resource)), .act(.release(bracket))]
        }
        return steps + vocabulary.preparing(resource) + [.act(.hold(resource)), .act(.finish)]
    }
}
