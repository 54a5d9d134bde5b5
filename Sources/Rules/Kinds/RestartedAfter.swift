import Clauses
import Promises

/// After a named error the call is made again.
struct RestartedAfter: RuleDefinition {
    static let kind = RuleKind.restartedAfter
    static let summary =
        "A call that failed with a named error is made again, and then succeeds; going on without is reported."
    static let showsExemption = true
    static let nuances: Set<Nuance> = [.failure]
    static let patterns: [Pattern] = [
        "be? restart|retry|redo|reissue|resubmit|repeat", "call … again|anew|afresh", "try {api}? again",
        "issue|make|do|run ~ again|anew|afresh",
    ]
    static let examples = [
        "When it fails with -EINTR, the call must be restarted.", "widget_begin() must be retried after -EAGAIN.",
    ]
    static let counterExamples = ["The window is mapped again.", "widget_map() can fail."]

    let apis: [String]
    let errors: [String]
    private let callback: String?
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if ["restart itself", "by another", "other direction", "another direction", "opposite direction"].contains(
            where: reading.says(phrase:))
        {
            throw .tellsOtherwise("another call is made, or by somebody else")
        }
        if ["any error", "every error", "all error"].contains(where: reading.says(phrase:)) {
            throw .tellsOtherwise("it tells of every error, and a test is of those that are named")
        }
        if reading.says(phrase: "give up") || reading.says(phrase: "given up") {
            throw .tellsOtherwise("after one of the errors it is not made again")
        }
        if reading.says(phrase: "restart before") { throw .tellsOtherwise("it is restarted before the error") }
        vocabulary = match.vocabulary
        callback = reading.surroundings.callback
        var apis = reading.apis
        if let callback { apis = match.vocabulary.apis(calling: callback).map(\.name) }
        if apis.isEmpty { apis = reading.surroundings.apisInScope(match.vocabulary) }
        apis = apis.filter { match.vocabulary.callback(behind: $0) != nil }
        if callback != nil { apis = Array(apis.prefix(1)) }
        guard !apis.isEmpty else { throw .lacks("no call is named that reaches a callback") }
        self.apis = apis
        // "In which case it must be restarted": the errors stand elsewhere in the sentence.
        let said = reading.errors.isEmpty ? Word.words(of: reading.clause.sentence).compactMap(\.error) : reading.errors
        errors = said.isEmpty ? Self.errorsBefore(reading, of: apis) : said
        guard !errors.isEmpty else { throw .lacks("no error is named after which it restarts") }
    }

    /// "Then it must be restarted": the codes stand in the sentence directly before, which is of the same interfaces.
    private static func errorsBefore(_ reading: Reading, of apis: [String]) -> [String] {
        guard let failure = reading.surroundings.failure, apis.allSatisfy(failure.apis.contains),
            // A cause of its own is another one; "when this happens" and "when it fails" are none.
            !reading.says("if", "when", "whenever", "unless") || reading.says("happen", "fail")
        else { return [] }
        let pointsBack = ["then", "in that case", "in this case"].contains { reading.says(phrase: $0) }
        let isNamed = reading.mentions.contains { mention in
            mention.entity.isSymbol && mention.entity.names.contains { $0.category == .api }
        }
        return pointsBack || !isNamed ? failure.errors : []
    }

    var subject: Name { callback.map { Name(.callback, $0) } ?? Name(.api, apis[0]) }
    var parameters: [String: Value] { ["apis": .words(apis), "errors": .words(errors)] }

    /// "May then be restarted", whatever else the sentence asks for.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        let isFree = reading.leavesOpen(
            "restart", "retry", "redo", "reissue", "repeat", modals: ["may", "can", "might"])
        return force == .required && isFree ? .permitted : force
    }

    var actors: [String] { callback == nil ? vocabulary.callers(of: apis) : [] }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised: .plan(TestPlan(.errors(errors), restarts(isDuty: true)))
        case .permitted: .plan(TestPlan(.errors(errors), restarts(isDuty: false)))
        case .forbidden: .plan(TestPlan(.errors(errors), refused))
        case .undefined: .nothing("nothing is promised about a restart")
        }
    }

    private func restarts(isDuty: Bool) -> [TestPlan.Step] {
        var steps: [TestPlan.Step] = [.world(.init())]
        // What ends a thing comes behind what begins it, in whichever order they are named.
        let ordered = apis.filter { vocabulary.use($0).isAcquiring } + apis.filter { !vocabulary.use($0).isAcquiring }
        for api in ordered {
            guard let callback = vocabulary.callback(behind: api) else { continue }
            let use = vocabulary.use(api)
            // What was begun is still there to be ended.
            let begun = use.isReleasing ? use.resource?.name : nil
            let isBegun = apis.contains { vocabulary.resource(acquiredBy: $0)?.name == begun } && begun != nil
            // A bracket needs no more than to be open.
            let isBracket = use.resource?.nature == .bracket
            if !isBegun {
                steps +=
                    isBracket ? use.before.filter { $0 != .act(.prepare(use.resource?.acquire ?? "")) } : use.before
            }
            let ended = use.isReleasing ? use.resource.flatMap { vocabulary.isReadable($0) ? $0.name : nil } : nil
            steps += ended.map { [.act(.write(0x5A, $0))] } ?? []
            steps += [.expect(.failsAsOften(use.action, callback, .bound)), .expect(.callCount(callback, 3))]
            steps += ended.map { _ in [.expect(.reads(.deviceRead(), 0x5A))] } ?? []
            let isEnded = use.isAcquiring && apis.contains { vocabulary.resource(releasedBy: $0) == use.resource }
            if !isEnded { steps += use.after }
        }
        if isDuty { steps += ordered.compactMap(interruptible).prefix(1).flatMap(interrupted) }
        let careless = ordered.flatMap { goingOn(after: $0, isDuty: isDuty) }
        guard !careless.isEmpty else { return steps }
        // What is made again is no fault, and all faults are forgiven in the end.
        steps += [.expect(.isClean), .note("Going on without a restart.")]
        return steps + careless + left(isDuty: isDuty) + [.act(.ignoreAll)]
    }

    /// The bracket that a call begins, where the words say that a signal may come first.
    private func interruptible(_ api: String) -> String? {
        guard let resource = vocabulary.resource(acquiredBy: api), vocabulary.isReadable(resource),
            errors.contains("EINTR") || errors.contains("ERESTARTSYS")
        else { return nil }
        return resource.name
    }

    /// Interrupted for good: by a signal, while whoever begins waits for a device. Then the same call waits to the end,
    /// and sees to the old data that the CPU has in its cache.
    private func interrupted(_ bracket: String) -> [TestPlan.Step] {
        let other = TestPlan.Arguments(context: .second)
        return [
            .note("A signal comes while a device is at work."), .act(.access(bracket)), .act(.startDeviceFill(0xA5)),
            .act(.interrupt(.second)), .expect(.failsWithOneOf(.hold(bracket, other), errors)),
            .expect(.readsOnly(.access(bracket, other), 0xA5)),
        ]
    }

    private func tells(_ action: TestPlan.Action, _ resource: String, isDuty: Bool) -> TestPlan.Step {
        .expect(
            isDuty
                ? .reportedBy(action, .notRestarted, resource, .resource)
                : .notReportedBy(action, .notRestarted, resource, .resource))
    }

    /// Goes on as if nothing had happened: an interrupted beginning by an access, an interrupted end by the next
    /// beginning, and then by no more than that.
    private func goingOn(after api: String, isDuty: Bool) -> [TestPlan.Step] {
        guard let callback = vocabulary.callback(behind: api) else { return [] }
        let use = vocabulary.use(api)
        func fails(_ times: Int) -> TestPlan.Step { .act(.makeReturn(callback, .bound, times: times)) }
        if let resource = vocabulary.resource(acquiredBy: api), resource.nature == .bracket {
            let mapping = vocabulary.mappings(within: resource.name).first { $0.isPerChunk && isDuty }?.name
            let mapped: [TestPlan.Step] =
                mapping.map { [tells(.hold($0), resource.name, isDuty: isDuty)] } ?? []
            // That another's goes well restarts nothing.
            let other: [TestPlan.Step] =
                isDuty && apis.count == 1 ? [.act(.holdOnce(resource.name, .init(context: .second)))] : []
            return [fails(1), .act(use.action)] + other + mapped + [
                tells(.read(resource.name), resource.name, isDuty: isDuty)
            ]
        }
        guard let resource = vocabulary.resource(releasedBy: api) else { return [] }
        let isTwice = resource.nature == .bracket && isDuty
        return [.act(.hold(resource.name)), fails(isTwice ? 2 : 1), .act(use.action)]
            + (isTwice ? [tells(.hold(resource.name), resource.name, isDuty: isDuty), .act(use.action)] : [])
    }

    /// What is told at the end of whatever was not ended again.
    private func left(isDuty: Bool) -> [TestPlan.Step] {
        guard let resource = apis.lazy.compactMap({ vocabulary.resource(releasedBy: $0)?.name }).first else {
            return []
        }
        return [tells(.finish, resource, isDuty: isDuty)]
    }

    private var refused: [TestPlan.Step] {
        guard let api = apis.first, let callback = vocabulary.callback(behind: api) else { return [] }
        let use = vocabulary.use(api)
        return [.world(.init())] + use.before + [
            .act(.makeReturn(callback, .bound, times: 1)), .act(use.action), .expect(.fails(use.action)),
        ]
    }
}
