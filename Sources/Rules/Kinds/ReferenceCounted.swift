import Clauses
import Promises

/// Calls are counted; the callback runs for the first and the last only.
struct ReferenceCounted: RuleDefinition {
    static let kind = RuleKind.referenceCounted
    static let summary =
        "So many acquisitions and releases reach the implementer once each: at the first, and at the last."
    static let nuances: Set<Nuance> = [.only, .no, .not, .first, .last, .while, .howOften]
    static let patterns: [Pattern] = [
        "reference|use|usage count … {resource}", "reference|use|usage count … {object}",
        "{object} … reference count|counted|counting", "{resource} … reference count|counted|counting",
        "refcount … {resource}",
        "call down … only … no ~ {resource}", "only … when no ~ {resource} … exist",
        "unmap|release|free|drop ~ once|twice|thrice",
        "only unmap|release|free|drop", "unmap|release|free|drop … at|on|for|with|in every|each {api}",
        "call down … at|on|for|with|in every|each {api}",
        "call down … also|even when|if ~ {resource} … exist",
        "call down … only when|if {resource} … exist", "{resource} … be not|never? count", "count … {resource}",
        "unmap|release|free|drop ~ each|every time", "call down … just ~ no ~ {resource}",
        "not|never call down … when|if|while ~ {resource} … exist",
        "not|never call|invoke ~ {callback} … when|if|while ~ {resource} … exist",
        "when|if|while|once|long ~ {resource} … exist … not|never call|invoke",
        "when|if|while|once ~ {resource} … exist … not|never reach ~ {party}",
        "when|if|while|once ~ {resource} … exist … reach ~ {party}",
        "already & {callback} … be? call|invoke",
        "already ~ {resource} … {callback} … not|never be? call|invoke",
        "{callback} … call|invoke … only … no ~ {resource}",
        "{callback} ~ call|invoke for first {api} only", "{callback} ~ call|invoke only for first {api}",
        "call down … for first ~ {resource} only", "call down … only for first ~ {resource}",
        "unmap|release|free|drop … only at|on|with last|first {api}", "only last|first {api} … unmap|release|free|drop",
        "{party} unmap|release|free|drop ~ {resource} at|on|upon|with|after last|first {api}",
        "{party} unmap|release|free|drop ~ {object} at|on|upon|with|after last|first {api}",
        "only if|when|while no ~ {resource} … call down",
        "{resource} ~ be unmap|release|free|drop … at|on|upon|with|after last|first {api}",
        "last|first|every|each {api} … unmap|release|free|drop", "unmap|release|free|drop ~ before last {api}",
        "{object} … alive|live … long|while|until ~ {resource}",
        "{object} … be not|never? unmap|release|free|drop … at|on|upon|with|by|after|before last|first {api}",
        "{object} … be not|never? unmap|release|free|drop … when|once ~ last {api}",
        "when|once ~ last {api} … {object} … be not|never? unmap|release|free|drop",
    ]
    static let examples = [
        "The core keeps a reference count for all windows.", "widget_map() calls down only when no window exists.",
        "The core keeps a reference count for each widget.", "A widget stays alive as long as a share is held.",
    ]
    static let counterExamples = ["A caller shall hold at most 2 windows."]
    /// How many are held at once where nothing bounds it: more than anybody would count by chance.
    private static let many = 40

    let resource: String
    /// How often the implementer hears of the first acquisition, and of the last release: once, if no number is said.
    private let first: Int
    private let last: Int
    /// The release that reaches the implementer is said to be the first, not the last.
    private let isAtFirst: Bool
    /// "Before the last one": when it is not yet to be released.
    private let isBeforeLast: Bool
    /// The words have the implementer called each time.
    private let isEachTime: Bool
    /// How many are held at once.
    private let count: Int
    private let vocabulary: Vocabulary
    private let elsewhere: StatedElsewhere

    /// "A window exists already", "when it is already mapped": what there is already can be counted.
    private static func isThere(_ already: Int, _ reading: Reading) -> Bool {
        let near = max(0, already - 4)..<min(reading.words.count, already + 4)
        return near.contains { ["exist", "ther", "map", "present"].contains(reading.words[$0].stem) }
            || reading.mentions.contains { mention in
                near.overlaps(mention.range) && mention.entity.names.contains { $0.category == .resource }
            }
    }

    init(_ match: Match) throws(Refusal) {
        if match.pattern.parts.count > 1,
            let already = match.reading.words.firstIndex(where: { $0.folded == "already" }),
            !Self.isThere(already, match.reading)
        {
            throw .tellsOtherwise("it tells of what else is so already")
        }
        if match.reading.says("fail") { throw .tellsOtherwise("it tells how a call goes, and counts nothing") }
        vocabulary = match.vocabulary
        elsewhere = match.reading.surroundings.elsewhere
        let mentioned = match.reading.mentions.flatMap { Pattern.resources(of: $0.entity, .resource, match.vocabulary) }
        // A count is of what callbacks make and end, or of what keeps the object until a callback ends it; the word for the
        // count may mean another thing as well.
        func isCountable(_ name: String) -> Bool {
            let isMade = match.vocabulary.acquiringCallback(of: name) ?? match.vocabulary.resource(name)?.initial
            return isMade != nil && match.vocabulary.releasingCallback(of: name) != nil
        }
        let named = match.resources + mentioned
        let counted =
            named.isEmpty
            ? Self.keeping(match) ?? match.reading.surroundings.recentResources.last : named.first(where: isCountable)
        guard let resource = counted, isCountable(resource) else { throw .lacks("nothing is named that is counted") }
        if match.reading.says("unmap"), match.vocabulary.resource(resource)?.nature != .mapping {
            throw .tellsOtherwise("what is counted is not mapped")
        }
        self.resource = resource
        let isOfCalls =
            match.reading.says("call", "down", "invoke", "map", "forward", "reach") || !match.reading.callbacks.isEmpty
        if match.pattern.names("exist"), match.pattern.names("no"), !isOfCalls {
            throw .tellsOtherwise("it says when something is done, but that is no call")
        }
        if match.pattern.names("alive"), match.vocabulary.resource(resource)?.initial == nil {
            throw .tellsOtherwise("nothing is alive as long as this is held")
        }
        let nature = match.vocabulary.resource(resource)?.nature
        let others = named.filter { $0 != resource && match.vocabulary.resource($0)?.nature == nature }
        let called = match.reading.says("down", "call") ? match.reading.callbacks : []
        let acquiring = match.vocabulary.acquiringCallback(of: resource)
        guard !others.contains(where: isCountable), called.allSatisfy({ $0 == acquiring }) else {
            throw .tellsOtherwise("another resource, or another callback than the one that makes it, is named")
        }
        count = min(Self.many, match.reading.surroundings.elsewhere.bounds[resource] ?? Self.many)
        let times = match.reading.times ?? 1
        let isOfRelease = match.reading.says("unmap", "release", "free", "drop")
        // Before the last one is not at the last one, and never before it is.
        let saysNotBefore = match.reading.says(phrase: "not before")
        isBeforeLast = isOfRelease && match.reading.says(phrase: "before last") && !saysNotBefore
        if isBeforeLast, !match.pattern.names("before") || match.reading.times != nil {
            throw .tellsOtherwise("it tells of one before the last, and not of the last")
        }
        if isOfRelease, match.reading.namesAcquisition(of: resource, after: "last") {
            throw .tellsOtherwise("what is acquired last releases nothing")
        }
        (first, last) = isOfRelease ? (1, times) : (times, 1)
        let words = match.reading.words
        let isDenied = match.reading.clause.negated || match.reading.clause.modality == .prohibition
        isAtFirst =
            isOfRelease && match.reading.says("first") && !match.reading.says("last") || isBeforeLast && !isDenied
        // "At every call", "even when there is one", and "only when there is one", which would be the second.
        let saysNone = match.reading.denies(resource, in: match.vocabulary) || match.reading.denies("exist")
        if saysNone, match.reading.says("down"), match.reading.says("also", "even"), !match.reading.says("only") {
            throw .tellsOtherwise("also when there is none leaves open when else")
        }
        isEachTime =
            zip(words, words.dropFirst()).contains {
                ["at", "on", "for", "with", "in"].contains($0.folded)
                    && ["every", "each"].contains($1.folded)
                    || ["every", "each"].contains($0.folded) && $1.folded == "time"
            }
            && (isOfRelease || match.reading.says("down")
                || match.reading.says("call", "invoke") && !match.reading.callbacks.isEmpty)
            || isOfRelease && Self.saysEachCall(match)
            || match.reading.says("exist", "already") && !saysNone
                && (match.reading.says("down", "reach")
                    || match.reading.says("call", "invoke") && !match.reading.callbacks.isEmpty)
    }

    /// "Each put() releases it".
    private static func saysEachCall(_ match: Match) -> Bool {
        guard let call = match.captures.first(where: { $0.slot == .api }), call.range.lowerBound > 0 else {
            return false
        }
        return ["every", "each"].contains(match.reading.words[call.range.lowerBound - 1].folded)
    }

    /// What keeps the object, where the words count its users; else what they release by an interface.
    private static func keeping(_ match: Match) -> String? {
        let isOfObject = match.captures.contains { $0.slot == .object }
        let keeper = isOfObject ? match.vocabulary.resources.first { $0.initial != nil } : nil
        let released = match.reading.apis.lazy.compactMap { match.vocabulary.resource(releasedBy: $0) }.first
        return (keeper ?? released)?.name
    }

    /// What these rules, of one documentation, have counted.
    static func counted(in rules: [Clause.RuleReference]) -> Set<String> {
        Set(
            rules.compactMap { rule in
                guard rule.kind == kind, rule.force == .required,
                    case .word(let resource)? = rule.parameters["resource"]
                else { return nil }
                return resource
            })
    }

    /// Whoever stands between the others counts.
    var actors: [String] { vocabulary.parties.filter { $0.role == .framework }.map(\.name) }

    var subject: Name { Name(.resource, resource) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["resource": .word(resource)]
        if first != 1 { result["acquired"] = .number(first) }
        if last != 1 { result["released"] = .number(last) }
        if isAtFirst { result["atFirst"] = .flag(true) }
        return result
    }

    /// "Only when *no* window exists" negates the window, not the promise.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        // "Not before the last one", "at the last one, and not before": it is at the last one.
        if isBeforeLast || reading.says(phrase: "not before"), force == .forbidden { return .required }
        if isEachTime { return force == .forbidden ? .required : .forbidden }
        if reading.says(phrase: "no reference") || reading.says(phrase: "no count") { return .forbidden }
        if reading.says(phrase: "for no"), reading.denies(resource, in: vocabulary) { return .forbidden }
        guard force == .forbidden, reading.clause.modality != .prohibition else { return force }
        return reading.says("not", "never") ? .forbidden : .required
    }

    func plan(_ force: Force) -> Planned {
        guard count > 1 else { return .nothing("no more than one may be held, so there is nothing to count") }
        return switch force {
        case .required, .advised: .plan(TestPlan(.none, steps(isCounted: true)))
        case .forbidden: .plan(TestPlan(.none, steps(isCounted: false)))
        case .permitted: .nothing("a count that may or may not be kept cannot be seen missing")
        case .undefined: .nothing("nothing is promised about a count")
        }
    }

    private func steps(isCounted: Bool) -> [TestPlan.Step] {
        if vocabulary.resource(resource)?.initial != nil { return stepsOfObject(isCounted: isCounted) }
        let (first, last) = isCounted ? (first, last) : (count, count)
        guard let acquire = vocabulary.acquiringCallback(of: resource),
            let release = vocabulary.releasingCallback(of: resource)
        else { return [] }
        var steps: [TestPlan.Step] = [.world(.init())] + vocabulary.preparing(resource)
        steps += [.bind("first", .hold(resource))]
        let others = TestPlan.Arguments(context: .second)
        steps.append(.repeating(count - 2, [.expect(.succeeds(.hold(resource, others)))]))
        steps += [.bind("last", .hold(resource))]
        // Whoever acquires is counted, and not who.
        if isCounted, isAtFirst {
            return steps + [.act(.release(resource)), .expect(.callCount(release, last))]
        }
        if isCounted { steps.append(.expect(.sameAddress("first", "last"))) }
        steps.append(.expect(.callCount(acquire, first)))
        // Whoever has the last one ends it, and not only whoever had the first.
        let own = TestPlan.Step.act(.release(resource))
        let theirs = TestPlan.Step.act(.release(resource, others))
        let isAlone = count == 2
        steps += isAlone ? [own] : [.repeating(2, [own])] + (count > 3 ? [.repeating(count - 3, [theirs])] : [])
        if isCounted { steps += [.expect(.callCount(release, 0))] }
        steps += [isAlone ? own : theirs, .expect(.callCount(release, last))]
        if isCounted {
            steps += [
                .note("After the last one it starts again."), .act(.hold(resource)),
                .expect(.callCount(acquire, 2 * first)), .act(.release(resource)),
                .expect(.callCount(release, 2 * last)),
            ]
        }
        return steps
    }

    /// Of what keeps the object: the first one is there with it, and with the last one it goes.
    private func stepsOfObject(isCounted: Bool) -> [TestPlan.Step] {
        guard let release = vocabulary.releasingCallback(of: resource) else { return [] }
        let drop: [TestPlan.Step] = [.act(.release(resource))]
        let other = TestPlan.Arguments(context: .second)
        let company = TestPlan.Company.named(
            vocabulary.resources.map(\.name).filter { elsewhere.isTaken($0, in: vocabulary) })
        let hasCompany = company != .named([]) && isCounted && !isAtFirst
        let beside: [TestPlan.Step] = hasCompany ? [.act(.holdAll(company))] : []
        let steps: [TestPlan.Step] =
            [.world(.init())] + vocabulary.preparing(resource) + beside + [
                .expect(.succeeds(.hold(resource))),
                .repeating(count - 2, [.expect(.succeeds(.hold(resource, other)))]),
            ]
        if isCounted, isAtFirst { return steps + drop + [.expect(.callCount(release, last))] }
        let early = isCounted ? 0 : count - 1
        let apart: [TestPlan.Step] = [.repeating(count - 2, [.act(.release(resource, other))])]
        let again: [TestPlan.Step] = isCounted ? [.act(.holdOnce(resource))] : []
        return steps + apart + drop + again + [.expect(.callCount(release, early))]
            + (hasCompany ? [.act(.releaseAll(company))] : []) + drop
            + [.expect(.callCount(release, isCounted ? last : count))]
    }
}
