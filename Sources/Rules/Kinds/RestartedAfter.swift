import Clauses
import Promises

/// After a named error the call is made again.
struct RestartedAfter: RuleDefinition {
    static let kind = RuleKind.restartedAfter
    static let summary =
        "A call that failed with a named error is made again, and then succeeds; going on without is reported."
    static let showsExemption = true
    static let patterns: [Pattern] = [
        "be? restart|retry|redo|reissue|resubmit|repeat", "call … again", "try again", "issue|make|do|run ~ again",
    ]
    static let examples = [
        "When it fails with -EINTR, the call must be restarted.", "widget_begin() must be retried after -EAGAIN.",
    ]
    static let counterExamples = ["The window is mapped again.", "widget_map() can fail."]

    let apis: [String]
    let errors: [String]
    private let callback: String?
    private let vocabulary: Vocabulary

    init?(_ match: Match) {
        let reading = match.reading
        if reading.says(phrase: "restart before") { return nil }
        vocabulary = match.vocabulary
        callback = reading.surroundings.callback
        var apis = reading.apis
        if let callback { apis = match.vocabulary.apis(calling: callback).map(\.name) }
        if apis.isEmpty { apis = reading.surroundings.apisInScope(match.vocabulary) }
        apis = apis.filter { match.vocabulary.callback(behind: $0) != nil }
        if callback != nil { apis = Array(apis.prefix(1)) }
        guard !apis.isEmpty else { return nil }
        self.apis = apis
        // "In which case it must be restarted": the errors stand elsewhere in the sentence.
        let said = reading.errors.isEmpty ? Word.words(of: reading.clause.sentence).compactMap(\.error) : reading.errors
        errors = said.isEmpty ? Self.errorsBefore(reading, of: apis) : said
        guard !errors.isEmpty else { return nil }
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
        var steps: [TestPlan.Step] = []
        for (index, api) in apis.enumerated() {
            guard let callback = vocabulary.callback(behind: api) else { continue }
            let use = vocabulary.use(api)
            let name = index == 0 ? "bed" : "bed\(index + 1)"
            steps.append(.world(.init(name)))
            steps += use.before
            let ended = use.isReleasing ? use.resource.flatMap { vocabulary.isReadable($0) ? $0.name : nil } : nil
            steps += ended.map { [.act(.write(0x5A, $0))] } ?? []
            steps += [
                .act(.makeReturn(callback, .bound, times: 2)), .expect(.failsWith(use.action, .bound)),
                .expect(.failsWith(use.action, .bound)), .expect(.succeeds(use.action)),
                .expect(.callCount(callback, 3)),
            ]
            steps += ended.map { _ in [.expect(.reads(.deviceRead(), 0x5A))] } ?? []
            let bracket = isDuty ? interruptible(api) : nil
            // So that the CPU has old data in its cache, which the restarted call has to see to.
            steps += bracket.map { [.act(.read($0))] } ?? []
            steps += use.after
            steps += bracket.map(interrupted) ?? []
        }
        let careless = apis.map { goingOn(after: $0, isDuty: isDuty) }.filter { !$0.isEmpty }
        for (index, act) in careless.enumerated() {
            if index == 0 { steps.append(.note("Going on without a restart.")) }
            steps.append(.world(.init(index == 0 ? "careless" : "careless\(index + 1)")))
            steps += act
        }
        return steps
    }

    /// The bracket that a call begins, where the words say that a signal may come first.
    private func interruptible(_ api: String) -> String? {
        guard let resource = vocabulary.resource(acquiredBy: api), vocabulary.isReadable(resource),
            errors.contains("EINTR") || errors.contains("ERESTARTSYS")
        else { return nil }
        return resource.name
    }

    /// Interrupted for good: by a signal, while whoever begins waits for a device. Then the same call waits to the end.
    private func interrupted(_ bracket: String) -> [TestPlan.Step] {
        [
            .note("A signal comes while a device is at work."), .act(.startDeviceWrite(0xA5)),
            .act(.interrupt(.first)), .expect(.failsWithOneOf(.hold(bracket), errors)),
            .expect(.succeeds(.hold(bracket))), .expect(.reads(.read(bracket), 0xA5)), .act(.release(bracket)),
        ]
    }

    /// Goes on as if nothing had happened: an interrupted beginning by an access, an interrupted end by no more than that.
    private func goingOn(after api: String, isDuty: Bool) -> [TestPlan.Step] {
        guard let callback = vocabulary.callback(behind: api) else { return [] }
        let use = vocabulary.use(api)
        let failed = use.before + [.act(.makeReturn(callback, .bound, times: 1)), .act(use.action)]
        func told(_ resource: String) -> TestPlan.Step {
            .expect(isDuty ? .reported(.notRestarted, resource, .resource) : .notReported(.notRestarted))
        }
        if let resource = vocabulary.resource(acquiredBy: api), resource.nature == .bracket {
            let mapping = vocabulary.mappings(within: resource.name).first { $0.isPerChunk && isDuty }?.name
            let mapped: [TestPlan.Step] = mapping.map { [.act(.hold($0)), told(resource.name)] } ?? []
            return failed + mapped + [
                .act(.read(resource.name)), told(resource.name), .act(.ignore(.accessedOutside)),
            ]
        }
        if let resource = vocabulary.resource(releasedBy: api) {
            let left = failed + [.act(.finish), told(resource.name), .act(.ignore(.leaked))]
            guard resource.nature == .bracket, isDuty else { return left }
            return left + [.note("Nor may the next one begin."), .world(.init("\(resource.name)Again"))] + failed
                + [
                    .act(.hold(resource.name)), told(resource.name), .act(.finish), .act(.ignoreAll),
                ]
        }
        return []
    }

    private var refused: [TestPlan.Step] {
        guard let api = apis.first, let callback = vocabulary.callback(behind: api) else { return [] }
        let use = vocabulary.use(api)
        return [.world(.init())] + use.before + [
            .act(.makeReturn(callback, .bound, times: 1)), .act(use.action), .expect(.fails(use.action)),
        ]
    }
}
