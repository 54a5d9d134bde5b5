import Clauses
import Promises

/// Sleeping or blocking: in a callback, or while something is held.
struct Sleeping: RuleDefinition {
    static let kind = RuleKind.sleeping
    static let nuances: Set<Nuance> = [.while, .unless, .if]
    static let summary = "Where sleeping is forbidden, it is reported; where it is allowed, it is not."
    static let patterns: [Pattern] = [
        "{this} … sleep|block", "{callback} … sleep|block",
        "{party} … sleep|block … until|between|while|when|before … {resource}",
        "{party} … sleep|block … use {api}", "{party} … sleep|block", "sleep|block … {resource}", "sleep|block",
        "{this} … be call|invoke|run|execute … in|from|under atomic|interrupt|process context",
        "{callback} … be call|invoke|run|execute … in|from|under atomic|interrupt|process context",
        "{this} ~ run|execute in|from|under atomic|interrupt|process context",
        "{callback} ~ run|execute in|from|under atomic|interrupt|process context",
        "process|atomic context", "be non-blocking", "non-blocking callback|hook|operation",
    ]
    static let examples = [
        "This callback must not sleep.", "Callers may not block while they hold a window.",
    ]
    static let counterExamples = ["This callback is optional."]

    /// Callbacks that run, and resources that are held, while the sleeping happens.
    let callbacks: [String]
    let resources: [String]
    let subject: Name
    /// The words tell in which context a callback runs, and so whether it may sleep.
    private let isOfContext: Bool
    /// "Must wait for it": that it is done, and not only allowed.
    private let asksToWait: Bool
    private let vocabulary: Vocabulary
    /// How many of a resource may be held at once, where other clauses say a number.
    private let bounds: [String: Int]

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        let vocabulary = match.vocabulary
        try Self.refuseOtherPromises(match)
        isOfContext = match.pattern.names("context")
        if isOfContext {
            let isSection = reading.surroundings.callback != nil && match.range.count == reading.words.count
            if match.callbacks.isEmpty && !isSection || reading.says("only", "not", "never") {
                throw .tellsOtherwise("it tells where a call may come from, and nothing of the callback")
            }
        }
        asksToWait =
            reading.clause.modality == .obligation && !isOfContext
            && !reading.says("prohibited", "forbidden", "disallowed", "able", "allow", "permit", "non-blocking")
        self.vocabulary = vocabulary
        bounds = reading.surroundings.elsewhere.bounds
        var callbacks = match.callbacks
        var resources: [String] = []
        // "This callback may sleep, when it has to": the callback itself.
        let isOfThis = match.captures.first?.slot == .this && reading.parties.isEmpty
        let isAboutHolder =
            reading.says("until", "between", "while", "user", "caller") || reading.says("when") && !isOfThis
        if reading.says("callback", "hook"), callbacks.isEmpty, let own = reading.surroundings.callback {
            callbacks = [own]
        }
        // Whoever blocks "when using these": the interfaces mentioned, on both sides of them.
        var apis = reading.apis
        if apis.isEmpty, !reading.surroundings.recent.isEmpty, reading.surroundings.callback == nil {
            apis = reading.surroundings.recent
        }
        // "map() may sleep": the call itself, and not whoever holds what it gives.
        let isOfCall =
            !isAboutHolder && reading.parties.isEmpty && reading.surroundings.callback == nil
            && Self.namesCall(before: match.range, in: reading)
        if isOfCall {
            for api in apis { for callback in vocabulary.api(api)?.calls ?? [] { callbacks.appendOnce(callback) } }
        }
        // "May sleep", of the interface that is documented.
        let isBare = reading.words.count < 4 && reading.mentions.isEmpty
        if isBare, let own = reading.surroundings.api, reading.surroundings.callback == nil {
            apis = []
            callbacks = vocabulary.api(own)?.calls ?? []
        }
        for api in apis where !isOfCall {
            if let resource = vocabulary.resource(acquiredOrReleasedBy: api) { resources.appendOnce(resource.name) }
            if callbacks.isEmpty || reading.surroundings.callback == nil,
                reading.says("callback", "hook", "driver")
                    || reading.parties.contains(where: vocabulary.implementers.contains)
            {
                for callback in vocabulary.api(api)?.calls ?? [] { callbacks.appendOnce(callback) }
            }
        }
        if let own = reading.surroundings.callback, isAboutHolder, !reading.says("callback", "hook") {
            callbacks = []
            for api in vocabulary.apis(calling: own) {
                if let resource = vocabulary.resource(acquiredOrReleasedBy: api.name) {
                    resources.appendOnce(resource.name)
                }
            }
        }
        if callbacks.isEmpty, resources.isEmpty {
            if let own = reading.surroundings.callback {
                callbacks = [own]
            } else if let api = reading.surroundings.api {
                callbacks = vocabulary.api(api)?.calls ?? []
            }
        }
        guard !callbacks.isEmpty || !resources.isEmpty else {
            throw .lacks("no callback, and nothing that is held, is named")
        }
        self.callbacks = callbacks
        self.resources = resources
        subject = resources.first.map { Name(.resource, $0) } ?? Name(.callback, callbacks[0])
    }

    /// Refuses words that tell something else.
    private static func refuseOtherPromises(_ match: Match) throws(Refusal) {
        let reading = match.reading
        let vocabulary = match.vocabulary
        if let place = reading.words.firstIndex(where: { $0.folded == "while" }),
            reading.words[place...].prefix(4).contains(where: { ["unmap", "releas", "drop"].contains($0.stem) })
        {
            throw .tellsOtherwise("it tells of the time in which it is given back")
        }
        let verb = reading.words.firstIndex { ["sleep", "block"].contains($0.stem) } ?? 0
        if verb > 1, ["can", "may", "might", "could"].contains(reading.words[verb - 1].folded),
            ["that", "which"].contains(reading.words[verb - 2].folded)
        {
            throw .tellsOtherwise("it tells of what can sleep")
        }
        if reading.says("after", "afterwards"), !reading.says("until", "between", "while", "before") {
            throw .tellsOtherwise("afterwards nothing is held any more")
        }
        if reading.says("before"), reading.says("after", "afterwards"), !reading.says("between") {
            throw .tellsOtherwise("it tells of the time before and after it")
        }
        let isBeforeIt = vocabulary.resources.contains { reading.namesAcquisition(of: $0.name, after: "before") }
        if isBeforeIt, !reading.says("until", "between", "while") {
            throw .tellsOtherwise("before what begins it nothing is held")
        }
        // "Unless they hold it"; but "unless they hold none".
        if let unless = reading.words.firstIndex(where: { $0.folded == "unless" }),
            !reading.words[unless...].contains(where: { $0.isNegation || ["no", "none"].contains($0.folded) })
        {
            throw .tellsOtherwise("it sleeps unless something is held")
        }
        if reading.says("until"), reading.says("map"), !reading.says("unmap") {
            throw .tellsOtherwise("it sleeps until something is mapped")
        }
    }

    /// Interfaces are named in front of what is said, and none behind it.
    private static func namesCall(before range: Range<Int>, in reading: Reading) -> Bool {
        let named = reading.mentions.filter { mention in
            mention.entity.isSymbol && mention.entity.names.contains { $0.category == .api }
        }
        let verb = reading.words.firstIndex { ["sleep", "block"].contains($0.stem) } ?? range.lowerBound
        return !named.isEmpty && named.allSatisfy { $0.range.upperBound <= verb }
    }

    /// "Is allowed neither to the one nor to the other"; but "is allowed if neither the one nor the other is held".
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if isOfContext { return reading.says("process") ? .permitted : .forbidden }
        if reading.says("non-blocking", "nonblocking"), !reading.says("sleep", "block") {
            // Free to be so is as free not to be.
            let isFree = force == .forbidden || force == .permitted
            return isFree ? .permitted : force == .undefined ? .undefined : .forbidden
        }
        // "With blocking prohibited until then"
        if force == .required, reading.says("prohibited", "forbidden", "disallowed") { return .forbidden }
        let isAllowedToNone = zip(reading.words, reading.words.dropFirst()).contains {
            ["allow", "permit", "may", "can"].contains($0.stem) && $1.folded == "neither"
        }
        return force == .permitted && isAllowedToNone ? .forbidden : force
    }

    var parameters: [String: Value] { ["callbacks": .words(callbacks), "resources": .words(resources)] }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .forbidden: .plan(TestPlan(cases, steps(isReported: true)))
        case .required where asksToWait: .nothing("a test shows that somebody may wait, and not that he does")
        case .permitted, .required, .advised: .plan(TestPlan(cases, steps(isReported: false)))
        case .undefined: .nothing("nothing is promised about sleeping")
        }
    }

    /// Whatever is waited for: a context that holds something sleeps as it likes, a callback when it is asked to.
    private var cases: TestPlan.Cases { resources.isEmpty ? .none : .waits }

    private func steps(isReported: Bool) -> [TestPlan.Step] {
        var steps: [TestPlan.Step] = []
        for (index, resource) in resources.enumerated() {
            // Of several things in one clause, the first is looked at from all sides.
            let isFirst = index == 0
            steps.append(.world(.init(isFirst ? "bed" : "bed\(index + 1)")))
            steps += vocabulary.preparing(resource) + [.act(.hold(resource))]
            if isReported, isFirst { steps.append(.note("Another context may, and afterwards anybody.")) }
            func sleeps(_ context: TestPlan.Context, isReported: Bool) -> TestPlan.Step {
                .expect(
                    isReported
                        ? .reportedBy(.wait(context), .slept, resource, .resource)
                        : .notReportedBy(.wait(context), .slept, resource, .resource))
            }
            steps += isReported && isFirst ? [sleeps(.second, isReported: false)] : []
            steps.append(sleeps(.first, isReported: isReported))
            if isReported, isFirst {
                let other = TestPlan.Arguments(context: .third)
                steps += [
                    .note("Nor with two of them, nor with the one that is left, whoever holds it."),
                    .act(.hold(resource)), sleeps(.first, isReported: true), .act(.release(resource)),
                    sleeps(.first, isReported: true), .act(.hold(resource, other)), sleeps(.third, isReported: true),
                    .act(.release(resource, other)), .act(.ignore(.tooManyHeld)),
                ]
            }
            steps += [.act(.release(resource)), sleeps(.first, isReported: false)]
        }
        return steps + inCallbacks(isReported: isReported, isFirst: steps.isEmpty)
    }

    private func inCallbacks(isReported: Bool, isFirst: Bool) -> [TestPlan.Step] {
        if let resource = resourceOfAll {
            let callback = TestPlan.boundName
            return [
                .note("\(isReported ? "Nor may" : "So may") a callback on the way to it and back."),
                .forEachCallback(
                    callbacks,
                    [.world(.init("other"))] + vocabulary.preparing(resource) + [
                        .act(.makeSleep(callback)), .act(.holdOnce(resource)),
                        .expect(isReported ? .reported(.slept, callback, .callback) : .isClean),
                    ]),
            ]
        }
        var steps: [TestPlan.Step] = []
        for callback in callbacks {
            guard let api = vocabulary.apis(calling: callback).first?.name else { continue }
            let use = vocabulary.use(api)
            steps.append(.world(.init(isFirst && steps.isEmpty ? "bed" : "\(callback)Bed")))
            // By itself it does not, nor does it wait for a device that has been given work in the meantime.
            // What is mapped within a bracket is memory that devices reach, too.
            let work: [TestPlan.Step] = use.resource?.within == nil ? [] : [.act(.startDeviceFill(0xA5))]
            steps +=
                isReported ? use.before + work + [.act(use.action), .expect(.notReported(.slept))] + use.after : []
            let check: TestPlan.Step = .expect(isReported ? .reported(.slept, callback, .callback) : .isClean)
            guard isReported, let resource = use.resource, bounds[resource.name] ?? 2 >= 2 else {
                steps += use.before + [.act(.makeSleep(callback)), .act(use.action), check] + use.after
                continue
            }
            // Nor with two of them.
            steps += use.before + (use.isReleasing ? use.before.suffix(1) : []) + [.act(.makeSleep(callback))]
            steps += [.act(use.action), check, .act(use.action), check] + use.after + use.after
        }
        return steps
    }

    /// The resource that the callbacks acquire and release, where there is more than one of them and they are of one.
    private var resourceOfAll: String? {
        guard callbacks.count > 1, let resource = resources.first, resources.count == 1 else { return nil }
        let own = [vocabulary.acquiringCallback(of: resource), vocabulary.releasingCallback(of: resource)]
        return callbacks.allSatisfy(own.contains) ? resource : nil
    }
}
