import Clauses
import Promises

/// A callback is called from an interface; an interface forwards to callbacks.
struct CalledFrom: RuleDefinition {
    static let kind = RuleKind.calledFrom
    static let summary = "A callback is called by an interface: once a call, with what the caller asked for."
    static let nuances: Set<Nuance> = [.only, .first, .last, .howOften, .if]
    static let patterns: [Pattern] = [
        "{this}? … call|invoke … from|by|through|via|in … {api}",
        "{this}? … use … by … {api}",
        "{callback} … call|invoke|use … from|by|through|via … {api}",
        "{api} … forward|hand|pass|call … to|into|down|on … {callback}",
        "{api} … forward|hand|pass|call … to|into|down|on … hook|callback|driver|vfunc|vfuncs",
        "{api} reach ~ hook|callback|driver|vfunc|vfuncs", "{api} call|invoke … {callback}",
        "{api} function? call|invoke|use {this}",
        "{api} do? never|not? call|invoke|use ~ {callback}",
        "forward|hand|pass {api} … to|into|down|on … hook|callback|driver|vfunc|vfuncs",
        "never|not call down ~ {callback}", "{this} … run|execute … when|whenever {api} ~ be call",
        "{this} … be call|invoke … when|whenever {api} ~ be call", "call|invoke {callback}",
        "at|on|for|with every|each {api} … {callback} … be? call|invoke",
        "at|on|for|with last|first {api} … {callback} … be? call|invoke",
        "{party} never|not call|invoke ~ {callback}", "call|invoke {this} … when|whenever|once ~ call|invoke {api}",
        "{callback} … be call|invoke … at|on|upon|for|with|after each|every {api}",
        "{callback} … call|invoke … after|at|on|upon|with ~ last {api}",
        "{this}? … call|invoke … after|at|on|upon|with ~ last|first {api}",
        "{callback} … call|invoke … when|once|as ~ last {api}", "{this}? … call|invoke … when|once|as ~ last {api}",
        "when|once|as ~ last {api} … call|invoke … {callback}",
        "when|once|as ~ last {api} … {callback} … be? call|invoke",
        "{this} … call|invoke … before ~ last {api}",
    ]
    static let examples = [
        "This is called from widget_begin().", "The map callback is invoked by widget_map().",
        "widget_begin() forwards to the driver hooks.", "In widget_map() the core calls the map callback.",
        "The unmap callback is called by widget_unmap() for each window.",
        "The destroy callback is called after the last widget_put().",
        "The destroy callback is called when the last share is dropped.",
        "The destroy callback is called before the last widget_put().",
    ]
    static let counterExamples = ["This must be called before widget_begin().", "widget_map() can fail."]

    struct Edge: Sendable, Equatable {
        var callback: String
        var api: String
    }
    let edges: [Edge]
    /// Of several that are held at the same time, whose call is meant.
    enum Which: String, Sendable { case first, last }

    /// Once for each of several that are held at the same time.
    private let isForEach: Bool
    /// The call is made for the first of several alone, or for the last.
    private let which: Which?
    /// How often a call makes it.
    private let times: Int
    /// Interfaces that call the callback as well, though the words say that only the named ones do.
    private let others: [Edge]
    private let vocabulary: Vocabulary
    private let elsewhere: StatedElsewhere

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        let vocabulary = match.vocabulary
        self.vocabulary = vocabulary
        elsewhere = match.reading.surroundings.elsewhere
        try Self.refuseOtherPromises(match)
        let (edges, callbacks, apis) = Self.edges(match)
        guard !edges.isEmpty else { throw .lacks("no interface is named that calls a callback") }
        self.edges = edges
        let isAtLast = match.pattern.names("last")
        which = Self.which(reading, edges, isAtLast: isAtLast)
        let isOfInterface = match.callbacks.isEmpty && reading.apis.count > 1
        if isAtLast, !Self.isOfCallback(match) || isOfInterface || which == nil {
            throw .tellsOtherwise("the words do not tell what it is the last one of")
        }
        if which == nil, reading.namesOrdinal("first", "last") || reading.namesOneCall {
            throw .tellsOtherwise("the words do not tell what it is the first or last one of")
        }
        if which == nil, Self.isOfSomeCalls(reading, edges, vocabulary) {
            throw .tellsOtherwise("it tells when the call is made, and a test makes it in every case")
        }
        if reading.meansEveryUnit { throw .tellsOtherwise("it tells of a call for each part, and not of one") }
        times = reading.times ?? 1
        let named = edges
        var reached = callbacks
        if reading.saysOnlyOfInterface {
            // "Only the begin marker is forwarded": the one that ends the same is not.
            for api in apis {
                guard let resource = vocabulary.resource(acquiredOrReleasedBy: api) else { continue }
                for end in [resource.acquire, resource.release] where end != api {
                    reached += vocabulary.api(end)?.calls ?? []
                }
            }
        }
        others =
            reading.says("only")
            ? reached.flatMap { callback in
                vocabulary.apis(calling: callback).map { Edge(callback: callback, api: $0.name) }
            }.filter { other in !named.contains(other) } : []
        isForEach =
            reading.says("each", "every")
            && edges.allSatisfy { edge in
                vocabulary.resource(acquiredOrReleasedBy: edge.api).map { $0.nature != .bracket && $0.initial == nil }
                    ?? false
            }
    }

    /// "Called from map() when the driver wants it": what somebody else than the caller does or wants, or what becomes of
    /// something else, decides whether it is called. "When the caller is done" and "when the access ends" are when the
    /// interface is called.
    private static func isOfSomeCalls(_ reading: Reading, _ edges: [Edge], _ vocabulary: Vocabulary) -> Bool {
        guard
            let first = reading.words.firstIndex(where: {
                $0.isSubordinate && ["if", "when", "once", "unless"].contains($0.folded)
            })
        else { return false }
        let end = reading.words[first...].firstIndex { !$0.isSubordinate } ?? reading.words.endIndex
        let inside = reading.mentions.filter { (first..<end).contains($0.range.lowerBound) }
        let callers = edges.compactMap { vocabulary.api($0.api)?.by }
        let named = inside.flatMap(\.entity.parties)
        if !named.isEmpty { return !named.allSatisfy(callers.contains) }
        let own = edges.flatMap { edge in
            [Name(.api, edge.api)]
                + (vocabulary.resource(acquiredOrReleasedBy: edge.api).map { [Name(.resource, $0.name)] } ?? [])
        }
        return !inside.contains { mention in
            mention.range.lowerBound == first + 1 && mention.entity.names.contains(where: own.contains)
        }
    }

    /// Which interfaces call which callbacks, and all callbacks and interfaces that are named for it.
    private static func edges(_ match: Match) -> (edges: [Edge], callbacks: [String], apis: [String]) {
        let reading = match.reading
        let vocabulary = match.vocabulary
        var callbacks = match.callbacks
        if callbacks.isEmpty, let callback = reading.surroundings.callback { callbacks = [callback] }
        var apis = match.names(.api, .api)
        // "It never calls down": not from any interface.
        let isDenied = match.pattern.names("never") && reading.apis.isEmpty
        if apis.isEmpty, reading.says("down") || isDenied {
            apis = callbacks.flatMap { vocabulary.apis(calling: $0).map(\.name) }
        }
        // "Calls down into …", told of the interface that is documented.
        if apis.isEmpty {
            let near = [reading.surroundings.api].compactMap(\.self) + reading.apis.prefix(1)
            apis = near.filter { api in callbacks.contains { vocabulary.api(api)?.calls.contains($0) ?? false } }
        }
        var edges: [Edge] = []
        if callbacks.isEmpty {
            // "A and B are forwarded": both, when the same party calls them.
            var apis = apis
            let party = apis.first.flatMap { vocabulary.api($0)?.by }
            for api in reading.apis where vocabulary.api(api)?.by == party { apis.appendOnce(api) }
            for api in apis {
                for callback in vocabulary.api(api)?.calls ?? [] { edges.append(.init(callback: callback, api: api)) }
            }
        }
        // "From this and that": what is named in C behind the interface that the pattern has found.
        let last = callbacks.isEmpty ? nil : match.captures.last { $0.slot == .api }
        let joined = last.map { reading.listed(behind: $0.range, .api) } ?? []
        for callback in callbacks {
            // A word for several interfaces means those that lead to the callback, when there are such.
            let leading = apis.filter { vocabulary.api($0)?.calls.contains(callback) ?? false }
            for api in leading.isEmpty ? apis : leading { edges.append(.init(callback: callback, api: api)) }
            for api in joined where !apis.contains(api) { edges.append(.init(callback: callback, api: api)) }
        }
        return (edges, callbacks, apis)
    }

    /// Refuses words of a call that tell something else than who makes it.
    private static func refuseOtherPromises(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if [.recommendation, .outcome].contains(reading.clause.modality) {
            throw .tellsOtherwise("advice and results are for whoever calls, and do not tell who does")
        }
        if reading.says("guarantee", "ensure"), reading.clause.modality == .obligation {
            throw .tellsOtherwise("it tells what somebody has to see to, and of no call")
        }
        let isOrdered =
            reading.says("before", "after") && !match.pattern.names("after")
            && !match.pattern.names("before")
        if isOrdered, reading.clause.modality == .obligation { throw .tellsOtherwise("it asks for an order of calls") }
        if reading.words.contains(where: { ["exist", "exists"].contains($0.folded) }) {
            throw .tellsOtherwise("whether it is called while there is one already is a question of counting")
        }
        if tellsOfSome(reading) { throw .tellsOtherwise("it tells of some of them, and not of each") }
        if reading.says(phrase: "once for all") {
            throw .tellsOtherwise("it tells of one call for several things")
        }
        if reading.says(phrase: "in turn") {
            throw .tellsOtherwise("it is called by way of something that is told before")
        }
        if reading.says(phrase: "by calling") || reading.says(phrase: "through calling") {
            throw .tellsOtherwise("it tells who may call, and not what is called then")
        }
        if !isOfCallback(match), [.member, .function].contains(reading.clause.block.kind),
            reading.words.first.map({ ["this", "it", "called"].contains($0.folded) }) ?? false
        {
            throw .tellsOtherwise("what is documented is no callback of the vocabulary")
        }
        if match.isFollowedByMore { throw .tellsOtherwise("what is told beside the call is not shown by it") }
        if match.namesCallers, match.callbacks.isEmpty, reading.says("callback", "hook") {
            throw .tellsOtherwise("callbacks are the implementer's, and not the caller's")
        }
    }

    /// "For each window that is mapped"; "that is made" is each.
    private static func tellsOfSome(_ reading: Reading) -> Bool {
        reading.mentions.contains { mention in
            let rest = reading.words[mention.range.upperBound...].prefix(3).map(\.folded)
            return mention.entity.isHeld && rest.count == 3 && ["that", "which"].contains(rest[0])
                && ["is", "are", "was", "were", "has", "have"].contains(rest[1])
                && !["created", "made", "taken", "held", "released"].contains(rest[2])
        }
    }

    /// Whether a callback is named, or documented.
    private static func isOfCallback(_ match: Match) -> Bool {
        !match.callbacks.isEmpty || match.reading.surroundings.callback != nil
    }

    /// "For the first widget", where it is called when one is taken; "for the last one", "after the last put()", where it is
    /// when one is given back.
    private static func which(_ reading: Reading, _ edges: [Edge], isAtLast: Bool) -> Which? {
        guard edges.count == 1, let edge = edges.first,
            let resource = reading.vocabulary.resource(acquiredOrReleasedBy: edge.api), resource.nature != .bracket
        else { return nil }
        let which: Which = edge.api == resource.acquire ? .first : .last
        // "Before the last one" is at another one.
        if which == .last, resource.initial != nil, reading.says(phrase: "before last"), !reading.clause.negated,
            reading.clause.modality != .prohibition
        {
            return .first
        }
        // What keeps the object: a release that leaves another one has nothing to tell.
        // "After the first put()", where the last one is the only one that has anything to tell.
        if which == .last, resource.initial != nil, reading.says("first"), !reading.says("last") { return .first }
        let saysAny = reading.says("each", "every", "any", "always", "whenever", "first")
        if which == .last, isAtLast || resource.initial != nil && !saysAny { return .last }
        let isOther = reading.says(which == .first ? "last" : "first")
        return !isOther && reading.namesOrdinal(which.rawValue) ? which : nil
    }

    /// What these rules, of one documentation, have an implementer hear of for the first one alone.
    static func heardOnce(in rules: [Clause.RuleReference], _ vocabulary: Vocabulary) -> Set<String> {
        Set(
            rules.compactMap { rule in
                guard rule.kind == kind, rule.force == .required,
                    rule.parameters["which"] == .word(Which.first.rawValue),
                    case .words(let apis)? = rule.parameters["apis"]
                else { return nil }
                return apis.first.flatMap { vocabulary.resource(acquiredBy: $0)?.name }
            })
    }

    var subject: Name { Name(.callback, edges[0].callback) }
    var parameters: [String: Value] {
        var result: [String: Value] = [
            "callbacks": .words(edges.map(\.callback)), "apis": .words(edges.map(\.api)),
        ]
        if isForEach { result["forEach"] = .flag(true) }
        result["which"] = which.map { .word($0.rawValue) }
        if times != 1 { result["times"] = .number(times) }
        if !others.isEmpty { result["notFrom"] = .words(others.map(\.api)) }
        return result
    }

    /// "Not before the last one" is at the last one.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        return force == .forbidden && reading.says(phrase: "before last") ? .required : force
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised: .plan(calls(count: times))
        case .forbidden: .plan(calls(count: 0))
        case .permitted: .nothing("a call that may or may not be made cannot be seen missing")
        case .undefined: .nothing("nothing is promised about who calls")
        }
    }

    /// Two are held at once: the call is made for one of them alone.
    private func callsForOne(_ which: Which, _ edge: Edge, count: Int) -> TestPlan {
        let use = vocabulary.use(edge.api)
        func called(_ times: Int) -> TestPlan.Step { .expect(.callCount(edge.callback, times)) }
        let act: TestPlan.Step = .expect(.succeeds(use.action))
        let from: [TestPlan.Step] = count > 0 ? [.expect(.lastCallFrom(edge.callback, api: edge.api))] : []
        var steps: [TestPlan.Step] = [.world(.init())] + use.before
        switch which {
        case .first:
            steps += [called(0), act, called(count)] + from
            // That it is not made for the first says nothing about the others.
            if count > 0 { steps += [act, called(count)] + use.after }
            steps += use.after
        case .last:
            guard let resource = use.resource else { return TestPlan(.none, steps) }
            if resource.initial != nil, count > 0 {
                return TestPlan(.none, steps + callsForLast(resource, edge, count))
            }
            // The one that the object came with is still there.
            if resource.initial == nil { steps.append(.act(.hold(resource.name))) }
            steps.append(act)
            if count > 0 { steps.append(called(0)) }
            steps += [act, called(count)] + from
        }
        return TestPlan(.none, steps)
    }

    /// Whoever has the last one: the object's own goes before it, and what is still held of the object keeps nothing.
    private func callsForLast(_ resource: Vocabulary.Resource, _ edge: Edge, _ count: Int) -> [TestPlan.Step] {
        func release(_ context: TestPlan.Context) -> TestPlan.Step {
            .expect(.succeeds(.release(resource.name, .init(context: context))))
        }
        let last: [TestPlan.Step] = [
            .expect(.callCount(edge.callback, count)), .expect(.lastCallFrom(edge.callback, api: edge.api)),
        ]
        let failures = failures(besides: resource.name)
        let beside: [TestPlan.Step] =
            [
                .note("Whatever else was held, or still is."), .world(.init("other")),
                .act(.holdAll(.everything, .second)), .act(.releaseAll(.everything, .second)),
                .act(.holdAll(.everything)),
            ] + failures + [release(.first), release(.first)]
        return [.act(.hold(resource.name, .init(context: .second)))] + [release(.first), release(.first)]
            + [.expect(.callCount(edge.callback, 0)), release(.second)] + last
            + (failures.isEmpty ? [] : beside + last + [.act(.ignoreAll)])
    }

    /// More of everything that reaches a callback each time, which the implementer refuses at first.
    private func failures(besides resource: String) -> [TestPlan.Step] {
        var refused: [String] = []
        return vocabulary.resources.flatMap { other -> [TestPlan.Step] in
            guard other.name != resource, !other.isPerChunk, !elsewhere.counted.contains(other.name),
                let callback = vocabulary.acquiringCallback(of: other.name), !refused.contains(callback)
            else { return [] }
            refused.append(callback)
            return [.act(.attempts(.hold(other.name), callback, .code("EIO")))]
        }
    }

    private func calls(count: Int) -> TestPlan {
        if let which { return callsForOne(which, edges[0], count: count) }
        var steps: [TestPlan.Step] = []
        let isDirected = edges.allSatisfy { vocabulary.resource(acquiredOrReleasedBy: $0.api)?.isDirected ?? false }
        for (index, edge) in edges.enumerated() {
            let arguments = TestPlan.Arguments(direction: isDirected ? .bound : .none)
            let use = vocabulary.use(edge.api, arguments)
            steps.append(.world(.init(index == 0 ? "bed" : "bed\(index + 1)")))
            if count == 1, let resource = use.resource?.name, elsewhere.isTaken(resource, in: vocabulary) {
                steps += besideOthers(resource, edge, use.isReleasing)
                continue
            }
            if isDirected, count == 1, !isForEach, let resource = use.resource?.name {
                steps += inEveryContext(resource, edge, use.isReleasing, isAlone: edges.count > 1)
                continue
            }
            steps += use.before
            if isForEach, use.isReleasing, count > 0 { steps += use.before.suffix(1) }
            let other = isDirected ? use.resource.map { another($0.name, edge, use.isReleasing, count) } : nil
            steps += other?.before ?? [.expect(.callCount(edge.callback, 0))]
            steps.append(.expect(.succeeds(use.action)))
            let earlier = other == nil ? 0 : count
            steps.append(.expect(.callCount(edge.callback, earlier + count)))
            if isForEach, count > 0 {
                steps +=
                    [.expect(.succeeds(use.action)), .expect(.callCount(edge.callback, earlier + 2 * count))]
                    + use.after
            }
            if count > 0 {
                steps.append(.expect(.lastCallFrom(edge.callback, api: edge.api)))
                if isDirected { steps.append(.expect(.lastCallDirection(edge.callback))) }
            }
            steps += use.after + (other?.after ?? [])
        }
        for (index, edge) in others.enumerated() where count > 0 {
            let use = vocabulary.use(edge.api, .init(direction: isDirected ? .bound : .none))
            steps += [.note("Not from another interface."), .world(.init("other\(index + 1)"))] + use.before
            steps += [.expect(.succeeds(use.action)), .expect(.callCount(edge.callback, 0))] + use.after
        }
        return TestPlan(isDirected ? .directions : .none, steps)
    }

    /// By every context, one of which has begun another use in another direction; then while others hold everything, and
    /// afterwards.
    private func inEveryContext(
        _ resource: String, _ edge: Edge, _ isReleasing: Bool, isAlone: Bool
    ) -> [TestPlan.Step] {
        let own = TestPlan.Arguments(direction: .bound, context: .bound)
        let other = TestPlan.Arguments(direction: .another, context: .second)
        let apart = TestPlan.Arguments(direction: .another, context: .third)
        let another = vocabulary.bracket(calling: edge.callback, besides: resource)
        // Where there is more to come, others hold that, too.
        let beside = isAlone && isReleasing ? another : nil
        let made = 1 + (beside == nil ? 0 : 1) + TestPlan.Context.count
        let begun: [TestPlan.Step] = beside.map { [.act(.hold($0, apart))] } ?? []
        let ended: [TestPlan.Step] = beside.map { [.act(.release($0, apart))] } ?? []
        let prepared: [TestPlan.Step] =
            [.act(.prepare(vocabulary.resource(resource)?.acquire ?? edge.api)), .act(.hold(resource, other))] + begun
        func seen(_ others: Int) -> [TestPlan.Step] {
            let directions = Array(repeating: TestPlan.DirectionArgument.another, count: others)
            return [
                .expect(
                    .callDirections(
                        edge.callback, directions + Array(repeating: .bound, count: TestPlan.Context.count))),
                .expect(.lastCallFrom(edge.callback, api: edge.api)),
            ]
        }
        guard isReleasing else {
            return prepared + [.forEachContext([.expect(.succeeds(.hold(resource, own)))])] + seen(1 + begun.count)
                + [.forEachContext([.act(.release(resource, own))])] + ended + [.act(.release(resource, other))]
                + (isAlone ? [] : afterOthers(resource, edge, isReleasing, count: made))
        }
        return prepared + [
            .forEachContext([.act(.hold(resource, own))]), .act(.release(resource, other)),
            .expect(.callCount(edge.callback, 1)),
            .forEachContext([.expect(.succeeds(.release(resource, own)))]),
        ] + seen(1) + ended
            + (isAlone ? [] : afterOthers(resource, edge, isReleasing, count: made))
    }

    /// Once more, after some that failed: while others hold everything, and when all of it has gone again.
    private func afterOthers(
        _ resource: String, _ edge: Edge, _ isReleasing: Bool, count: Int
    ) -> [TestPlan.Step] {
        let own = TestPlan.Arguments(direction: .bound)
        let (hold, release) = (TestPlan.Action.hold(resource, own), TestPlan.Action.release(resource, own))
        var steps: [TestPlan.Step] = [.note("Nor after some that failed, and beside others, and after these.")]
        var made = count
        if let acquiring = vocabulary.acquiringCallback(of: resource) {
            for error in ["EIO", "EINTR"] {
                steps += [.act(.makeReturn(acquiring, .code(error), times: 1)), .expect(.fails(hold))]
                // One that failed has been called for, too.
                if !isReleasing { made += 1 }
            }
        }
        // Each of the others calls for all that reaches the callback.
        let reaching = vocabulary.apis(calling: edge.callback).filter {
            vocabulary.resource(acquiredOrReleasedBy: $0.name) != nil
        }
        made += (TestPlan.Context.count - 1) * reaching.count
        let round: [TestPlan.Step] =
            isReleasing ? [.act(hold), .expect(.succeeds(release))] : [.expect(.succeeds(hold)), .act(release)]
        return steps + [.besideOthers(round)] + round.prefix(isReleasing ? 2 : 1) + [
            .expect(.callCount(edge.callback, made + 2)), .expect(.lastCallDirection(edge.callback)),
        ] + round.dropFirst(isReleasing ? 2 : 1)
    }

    /// By every context, where another has one already and other things are under way; and once more, after one that
    /// failed. What is given back goes in another order than it came.
    private func besideOthers(_ resource: String, _ edge: Edge, _ isReleasing: Bool) -> [TestPlan.Step] {
        let isDirected = vocabulary.resource(resource)?.isDirected ?? false
        func arguments(_ direction: TestPlan.DirectionArgument, _ context: TestPlan.Context) -> TestPlan.Arguments {
            .init(direction: isDirected ? direction : .none, context: context)
        }
        let (own, again, other) = (
            arguments(.bound, .bound), arguments(.bound, .first), arguments(.another, .second)
        )
        let company = TestPlan.Company.named(elsewhere.company(of: resource, in: vocabulary))
        let directions = [.another] + Array(repeating: TestPlan.DirectionArgument.bound, count: TestPlan.Context.count)
        func seen(_ more: Int) -> [TestPlan.Step] {
            [
                .expect(
                    isDirected
                        ? .callDirections(edge.callback, directions + Array(repeating: .bound, count: more))
                        : .callCount(edge.callback, directions.count + more)),
                .expect(.lastCallFrom(edge.callback, api: edge.api)),
            ]
        }
        let failure: [TestPlan.Step] =
            vocabulary.acquiringCallback(of: resource).map {
                [.act(.makeReturn($0, .code("EIO"), times: 1)), .expect(.fails(.hold(resource, again)))]
            } ?? []
        let begun: [TestPlan.Step] = [
            .act(.prepare(vocabulary.resource(resource)?.acquire ?? edge.api)), .act(.hold(resource, other)),
            .act(.holdAll(company, .second)),
        ]
        guard isReleasing else {
            // One that failed has been called for, too.
            return begun + [.forEachContext([.expect(.succeeds(.hold(resource, own)))])] + seen(0)
                + [.note("Nor after one that failed, and when all have gone.")] + failure
                + [.forEachContext([.act(.release(resource, own))]), .expect(.succeeds(.hold(resource, again)))]
                + seen(failure.isEmpty ? 1 : 2)
                + [
                    .act(.release(resource, again)), .act(.releaseAll(company, .second)),
                    .act(.release(resource, other)),
                ]
        }
        return begun + [.forEachContext([.act(.hold(resource, own))])] + failure + [
            .act(.release(resource, other)), .expect(.callCount(edge.callback, 1)),
            .expect(.lastCallFrom(edge.callback, api: edge.api)),
            .forEachContext([.expect(.succeeds(.release(resource, own)))]),
        ] + seen(0) + [
            .note("Nor when there is another one."), .act(.hold(resource, again)), .act(.release(resource, again)),
        ] + seen(1) + [.act(.releaseAll(company, .second))]
    }

    /// Another context's use of the same, in another direction, begun before the call and going on, or ended before it.
    private func another(
        _ resource: String, _ edge: Edge, _ isReleasing: Bool, _ count: Int
    ) -> (before: [TestPlan.Step], after: [TestPlan.Step]) {
        let arguments = TestPlan.Arguments(direction: .another, context: .second)
        let hold: TestPlan.Step = .act(.hold(resource, arguments))
        let release: TestPlan.Step = .act(.release(resource, arguments))
        let none: TestPlan.Step = .expect(.callCount(edge.callback, 0))
        var once: [TestPlan.Step] = [.expect(.callCount(edge.callback, count))]
        if count > 0 { once.append(.expect(.lastCallDirection(edge.callback, .another))) }
        return isReleasing ? ([hold, none, release] + once, []) : ([none, hold] + once, [release])
    }
}
