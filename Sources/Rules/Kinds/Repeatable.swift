import Clauses
import Promises

/// Done as often as one likes, without anything in between.
struct Repeatable: RuleDefinition {
    static let kind = RuleKind.repeatable
    static let summary = "A thing can be done again and again; what stands around it is done once."
    static let showsExemption = true
    static let nuances: Set<Nuance> = [.no, .only, .howOften]
    static let patterns: [Pattern] = [
        "limit … often|many … {resource}", "no limit … often|many|times", "repeat … often|many|any|time",
        "{resource} … any number of times", "map|unmap|open|take … as often as", "{resource} … as often as",
        "map and unmap … once|twice|thrice|times", "{resource} … arbitrarily|indefinitely often|many",
        "{resource} … can|may|must be map only once", "through ~ {resource} only once",
        "{resource} … be map ~ many|several|multiple time",
        "{resource} … again and again|repeatedly", "map|take ~ {resource} … again and again",
        "repeatedly map|take ~ {resource}",
        "{resource} … repeat", "must|can|may|shall|should not be? repeat", "call {bracket} again … {mapping}",
    ]
    static let examples = [
        "There is no limit on how often a window can be mapped.", "A window can be mapped as often as you want.",
    ]
    static let counterExamples = ["A caller shall hold at most 2 windows."]
    /// Enough rounds that a slow leak or a count that is off by one shows.
    static let rounds = 32

    /// "Inside of one access": where it is done, and not what.
    private static func isPlace(_ mention: Glossary.Mention, in reading: Reading) -> Bool {
        reading.words[max(0, mention.range.lowerBound - 3)..<mention.range.lowerBound].contains {
            ["inside", "within", "during"].contains($0.folded)
        }
    }

    let resource: String
    /// "Call it again before the next one": about the bracket around, not about the thing.
    private let isOfBracket: Bool
    /// The most rounds that the words allow, where they have a number.
    private let limit: Int?
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        vocabulary = match.vocabulary
        let mentioned = match.reading.mentions.flatMap { mention in
            Pattern.resources(of: mention.entity, .mapping, match.vocabulary)
        }
        let places = reading.mentions.filter { Self.isPlace($0, in: reading) }
            .flatMap { Pattern.resources(of: $0.entity, .resource, match.vocabulary) }
        let named = match.resources.filter { !places.contains($0) }
        guard
            let resource = named.first(where: { match.vocabulary.resource($0)?.nature == .mapping }) ?? named.first
                ?? mentioned.first ?? match.reading.surroundings.recentResources.last
        else {
            throw .lacks("nothing is named that can be mapped")
        }
        self.resource = resource
        limit = match.reading.times
        if reading.says(phrase: "only once") || reading.says(phrase: "only twice"), reading.says("again") {
            throw .tellsOtherwise("two things are told, of which a test would show one")
        }
        if reading.says("limit"), reading.numbersNamed > 0 {
            throw .tellsOtherwise("it tells a limit, and of what")
        }
        if reading.says("until", "till") { throw .tellsOtherwise("it ends when something else happens") }
        if reading.says("seldom", "rarely") { throw .tellsOtherwise("seldom is no number") }
        if reading.says("fail", "interrupt") || !reading.errors.isEmpty {
            throw .tellsOtherwise("it is repeated because it failed")
        }
        isOfBracket = match.captures.contains { $0.slot == .bracket }
        if isOfBracket, match.tellsOfRelease(.bracket) {
            throw .tellsOtherwise("it tells of ending the bracket again, and not of beginning it")
        }
    }

    var subject: Name { Name(.resource, resource) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["resource": .word(resource)]
        if isOfBracket { result["beginsAgain"] = .flag(true) }
        if let limit, !isOfBracket { result["limit"] = .number(limit) }
        return result
    }

    var actors: [String] { vocabulary.holders(of: resource) }

    /// "There is a limit": not as often as one likes.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        return force == .required && reading.says("limit") && !reading.denies("limit") ? .forbidden : force
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required where isOfBracket: .plan(TestPlan(.none, againEachTime))
        case .permitted, .required, .advised:
            if let limit, limit <= Self.rounds, !isOfBracket {
                .plan(rounds(atMost: max(limit, 1)))
            } else {
                .plan(rounds)
            }
        case .forbidden: .plan(rounds(atMost: 1))
        case .undefined: .nothing("nothing is promised about repeating it")
        }
    }

    /// What the bracket's beginning is needed for again, without it.
    private var againEachTime: [TestPlan.Step] {
        [.world(.init())] + vocabulary.preparing(resource) + [
            .act(.hold(resource)), .act(.release(resource)), .note("The second time without another beginning."),
            .act(.hold(resource)), .expect(.isNotClean),
        ]
    }

    private func rounds(atMost limit: Int) -> TestPlan {
        let round: [TestPlan.Step] = [.act(.hold(resource)), .act(.release(resource))]
        var steps: [TestPlan.Step] = [.world(.init())] + vocabulary.preparing(resource)
        steps += limit == 1 ? round : [.repeating(limit, round)]
        steps += [
            .note(limit == 1 ? "The second time is one too many." : "Once more is once too many."),
            .expect(.fails(.hold(resource))),
        ]
        return TestPlan(.none, steps)
    }

    private var rounds: TestPlan {
        var steps: [TestPlan.Step] = [.world(.init())] + vocabulary.preparing(resource)
        let isDirected = vocabulary.resource(resource)?.nature == .bracket
        let isPerChunk = vocabulary.resource(resource)?.isPerChunk == true
        let own = TestPlan.Arguments(
            direction: isDirected ? .bound : .none, chunk: isPerChunk ? .bound : .first,
            context: isDirected ? .bound : .first)
        let round: [TestPlan.Step] =
            [.expect(.succeeds(.hold(resource, own)))] + (isPerChunk ? [.act(.holdOnce(resource, own))] : [])
            + [.expect(.succeeds(.release(resource, own)))]
        let each: [TestPlan.Step] =
            isPerChunk ? [.forEachChunk(round)] : isDirected ? [.forEachDirection(round)] : round
        let rounds = TestPlan.Step.repeating(Self.rounds, each)
        steps.append(isDirected ? .forEachContext([rounds]) : rounds)
        if let bracket = vocabulary.resource(resource)?.within, let callback = vocabulary.acquiringCallback(of: bracket)
        {
            steps += [.note("All of it inside of one bracket."), .expect(.callCount(callback, 1))]
        } else if let callback = vocabulary.acquiringCallback(of: resource) {
            let directions = 3
            steps.append(
                .expect(.callCount(callback, Self.rounds * (isDirected ? directions * TestPlan.Context.count : 1))))
        }
        if isPerChunk { steps += held }
        if let acquire = vocabulary.acquiringCallback(of: resource),
            let release = vocabulary.releasingCallback(of: resource)
        {
            steps.append(.expect(.callCountsEqual(acquire, release)))
        }
        steps.append(.expect(.isClean))
        return TestPlan(.none, steps)
    }

    private var held: [TestPlan.Step] {
        let used: [TestPlan.Step] = [.act(.write(0x5A, resource)), .expect(.reads(.read(resource), 0x5A))]
        let each = TestPlan.Arguments(chunk: .bound)
        return [
            .note("Held three times, and released twice: it is still there, whoever else has come and gone."),
            .repeating(3, [.expect(.succeeds(.hold(resource)))]), .repeating(2, [.act(.release(resource))]),
            .act(.holdOnce(resource, .init(context: .second))),
        ] + used + [
            .note("So are the others, all held at once."), .forEachChunk([.expect(.succeeds(.hold(resource, each)))]),
            .act(.release(resource)),
        ] + used + [.forEachChunk([.act(.release(resource, each))])]
    }
}
