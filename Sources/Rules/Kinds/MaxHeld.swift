import Clauses
import Promises

/// At most so many held at once, in a scope.
struct MaxHeld: RuleDefinition {
    static let kind = RuleKind.maxHeld
    static let summary =
        "So many may be held at the same time; one more in the same scope is reported, elsewhere it is not."
    static let nuances: Set<Nuance> = [.only, .howOften]
    static let patterns: [Pattern] = [
        "hold|keep|own … {number} ~ {resource}", "{number} ~ {resource} … hold|simultaneously",
        "{number} ~ {resource} … at same time",
        "maximum of {number} ~ {resource}", "more than {number} ~ {resource}", "at most {number} ~ {resource}",
        "up to {number} ~ {resource}",
        "less|few than {number} ~ {resource}", "at least {number} ~ {resource}", "exactly|only {number} ~ {resource}",
        "{number} or few ~ {resource}", "{number} or more ~ {resource}",
        "{number} ~ {resource} … be maximum|limit|most",
        "number of {resource} … not|never exceed {number}",
        "no limit … number ~ {resource} … hold|simultaneously|once",
        "limited|capped|bounded|restricted to ~ {number} ~ {resource}",
        "hold … any number of {resource}", "hold … as many {resource}",
    ]
    static let examples = [
        "A caller shall hold at most 2 windows at the same time.", "Callers must not hold more than three windows.",
    ]
    static let counterExamples = ["Windows are 2 pages long.", "A caller holds a window."]

    /// How many are held to show that there is no bound.
    private static let many = 16

    let resource: String
    let relation: Clause.Quantity.Relation
    let number: Int
    /// "At most", and not merely a number: who may hold so many may hold no more.
    private let saysMost: Bool
    /// Somebody is left free to hold them.
    private let isLeftFree: Bool
    /// True where the words count per process context.
    let isPerContext: Bool
    /// True where they count for all contexts together.
    private let isInTotal: Bool
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        // No number at all means no bound: far more than anybody is likely to have counted.
        let isUnlimited = match.number == nil
        guard let resource = match.resource else { throw .lacks("nothing is named that can be held") }
        if match.tellsOfRelease(.resource) {
            throw .tellsOtherwise("it tells of giving back, and not of holding")
        }
        let number = match.number ?? Self.many
        guard number > 0, number <= 64 else {
            throw .tellsOtherwise("the number is not between 1 and 64")
        }
        if Self.otherScopes.contains(where: { reading.says(phrase: $0) }) || Self.isOfOneThing(reading) {
            throw .tellsOtherwise("it is counted in another scope, of one thing alone, or given back")
        }
        if reading.numbersNamed > 1 {
            throw .tellsOtherwise("several numbers are told, of which a test would show one")
        }
        if reading.says("deny", "refuse", "reject") {
            throw .tellsOtherwise("it tells what is granted, and not what is held")
        }
        if reading.says("already") { throw .tellsOtherwise("it tells who holds some already, and not how many may") }
        if reading.says("unmap", "release", "drop"), !reading.says("hold", "keep") {
            throw .tellsOtherwise("it tells of giving back, and not of holding")
        }
        vocabulary = match.vocabulary
        self.resource = resource
        self.number = number
        let saysContext = reading.says(phrase: "context") || reading.says("task", "thread", "cpu")
        isInTotal =
            saysContext && reading.says("together", "altogether", "total", "overall", "sum", "across")
            || reading.says(phrase: "over all") || reading.says(phrase: "all process context")
            || reading.says("system", "system-wide", "machine", "together", "altogether", "collectively")
        isPerContext = saysContext && !isInTotal
        isLeftFree = Force(reading.clause) == .permitted
        saysMost = reading.says(phrase: "at most") || reading.says(phrase: "up to") || reading.says("only", "maximum")
        relation =
            if isUnlimited {
                .unlimited
            } else if reading.says(phrase: "at least") || reading.says(phrase: "or more") || reading.says("minimum") {
                .atLeast
            } else if reading.says(phrase: "more than") || reading.says("exceed") {
                .moreThan
            } else if reading.says(phrase: "less than") || reading.says(phrase: "fewer than") {
                .lessThan
            } else if reading.says("exactly") { .exactly } else { .atMost }
    }

    /// Where no test can hold anything: it has contexts, and no processors.
    private static let otherScopes = [
        "per cpu", "each cpu", "one cpu", "same cpu", "thread group", "process group",
        "interrupt context",
    ]

    /// "More than 2 windows of the same page", "of one page", "on any given widget"
    private static func isOfOneThing(_ reading: Reading) -> Bool {
        reading.mentions.contains { mention in
            (mention.entity.isUnit || mention.entity.isObject)
                && ["same", "one", "single", "any", "given", "each"].contains(
                    reading.words[..<mention.range.lowerBound].last?.folded)
                // "1 window of a share"
                || mention.range.lowerBound > 1 && mention.entity.isHeld
                    && reading.words[mention.range.lowerBound - 1].folded == "of"
                    && reading.mentions.contains {
                        $0.entity.isHeld && $0.range.upperBound == mention.range.lowerBound - 1
                    }
        }
    }

    var subject: Name { Name(.resource, resource) }
    var parameters: [String: Value] {
        var result: [String: Value] = [
            "resource": .word(resource), "relation": .word(relation.rawValue), "value": .number(number),
            "perContext": .flag(isPerContext),
        ]
        if isInTotal { result["inTotal"] = .flag(true) }
        if isLeftFree, boundsFreedom { result["asBound"] = .flag(true) }
        return result
    }

    /// The largest number that the words allow under a force; nil: no bound from above.
    private func limit(_ force: Force) -> Int? {
        force == .permitted && boundsFreedom ? number : Self.limit(relation, number, force)
    }

    /// "May hold at most 2": what is left free ends there.
    private var boundsFreedom: Bool { saysMost && (relation == .atMost || relation == .exactly) }

    /// That of a number in itself: "may hold 2" is none.
    private static func limit(_ relation: Clause.Quantity.Relation, _ number: Int, _ force: Force) -> Int? {
        switch (relation, force) {
        case (.atLeast, .forbidden): number - 1
        case (.atLeast, _), (.unlimited, _): nil
        case (.moreThan, .forbidden): number
        case (.moreThan, _): nil
        case (.lessThan, .forbidden): nil
        case (.lessThan, _): number - 1
        case (_, .forbidden): number - 1
        case (_, .permitted), (_, .undefined): nil
        default: number
        }
    }

    /// How many of each resource `rules` let anybody hold at once, the least where several say it.
    static func bounds(in rules: [Clause.RuleReference]) -> [String: Int] {
        var bounds: [String: Int] = [:]
        for rule in rules where rule.kind == kind {
            guard case .word(let resource)? = rule.parameters["resource"],
                case .number(let number)? = rule.parameters["value"],
                case .word(let word)? = rule.parameters["relation"],
                let relation = Clause.Quantity.Relation(rawValue: word),
                let bound = rule.parameters["asBound"] == .flag(true) ? number : limit(relation, number, rule.force)
            else { continue }
            bounds[resource] = min(bound, bounds[resource] ?? bound)
        }
        return bounds
    }

    var actors: [String] { vocabulary.holders(of: resource) }

    func plan(_ force: Force) -> Planned {
        if force == .undefined { return .nothing("nothing is promised about how many are held") }
        let acquire = vocabulary.preparing(resource)
        let isAtLeast = relation == .atLeast && force == .required || relation == .lessThan && force == .forbidden
        if isAtLeast || relation == .exactly && force == .required, number > 1 {
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + acquire + [
                        .note("Fewer are too few."), .repeating(number - 1, [.act(.hold(resource))]),
                        .expect(.isNotClean), .act(.ignoreAll),
                    ]))
        }
        guard let limit = limit(force) else {
            let count = relation == .moreThan ? number + 1 : number
            return .plan(TestPlan(.none, [.world(.init())] + acquire + holding(count) + releasing(count)))
        }
        var steps: [TestPlan.Step] = [.world(.init())] + acquire
        if limit > 0 { steps += holding(limit) }
        if isPerContext {
            steps += [
                .note("Another process context has its own count."),
                .expect(.succeeds(.hold(resource, .init(context: .second)))), .expect(.isClean),
                .act(.release(resource, .init(context: .second))),
            ]
        }
        steps += [
            .note("One more is one too many."),
            .act(.hold(resource, isInTotal ? .init(context: .second) : .init())),
            .expect(.reported(.tooManyHeld, resource, .resource)),
        ]
        if isInTotal { steps.append(.act(.release(resource, .init(context: .second)))) }
        guard limit > 0, vocabulary.resource(resource)?.nature == .mapping else {
            return .plan(TestPlan(.none, steps + releasing(isInTotal ? limit : limit + 1)))
        }
        return .plan(
            TestPlan(
                .none,
                steps + releasing(isInTotal ? limit - 1 : limit) + [
                    .note("The first is what it was, whichever came and went."), .act(.write(0x5A, resource)),
                    .expect(.reads(.read(resource), 0x5A)), .act(.release(resource)),
                ] + (isPerContext ? inOtherContext(limit) : [])))
    }

    /// The same again, by whom nothing was reported yet.
    private func inOtherContext(_ limit: Int) -> [TestPlan.Step] {
        let other = TestPlan.Arguments(context: .second)
        let isPerChunk = vocabulary.resource(resource)?.isPerChunk ?? false
        let part = TestPlan.Arguments(chunk: isPerChunk ? .last : .first, context: .second)
        return [
            .note("Nor may another have more, of whichever parts or objects, and after others came and went."),
            .repeating(limit, [.act(.hold(resource, other))]), .act(.holdOnce(resource, part)),
            .expect(.reported(.tooManyHeld, resource, .resource)), .act(.holdOnce(resource, part)),
            .expect(.reported(.tooManyHeld, resource, .resource)), .act(.holdOnceOfAnother(resource, .second)),
            .expect(.reported(.tooManyHeld, resource, .resource)), .repeating(limit, [.act(.release(resource, other))]),
        ]
    }

    private func holding(_ count: Int) -> [TestPlan.Step] {
        [.repeating(count, [.expect(.succeeds(.hold(resource)))]), .expect(.isClean)]
    }

    private func releasing(_ count: Int) -> [TestPlan.Step] {
        switch count {
        case 0: []
        case 1: [.act(.release(resource))]
        default: [.repeating(count, [.act(.release(resource))])]
        }
    }
}
