import Clauses
import Promises

/// How a call can fail: with which error codes, and for which causes.
struct CanFail: RuleDefinition {
    static let kind = RuleKind.canFail
    static let summary = "A call can fail, with a documented code or for a documented cause, and leaves nothing behind."
    static let nuances: Set<Nuance> = [.only, .no, .without, .failure, .whichAccesses, .if]
    static let patterns: [Pattern] = [
        "{api} … fail|return … {error}", "{this} … fail|return … {error}", "fail|return … {error}",
        "{error} on|upon failure|error", "{error} otherwise", "{error} … be return", "{error} if|when|in … {supply}",
        "{api} … fail … if|when|in … no|without|not|lack … {callback}", "{api} … fail … {supply}",
        "{this} … fail … {supply}", "{api} … return null … if|when|in … no|without|not|lack … {callback}",
        "step … fail … {supply}", "fail|failure … if|when|in … {supply}",
        "if|when … {supply} … fail", "succeed … if|when|in … {supply}",
        "{supply} … make|cause|let {api} ~ fail", "{supply} … make|cause|let {this} ~ fail",
        "{callback} … make|cause|let {api} ~ fail", "{api} … fail … not implement|provide|support ~ {callback}",
        "{api} … fail … lack|miss ~ {callback}", "fail … due|owing|because … {supply}",
        "fail … lack|shortage|want of {supply}",
        "lack|shortage … {supply} … make|cause|let … fail", "{api} … fail … no ~ {supply}",
        "fail … lack|want|shortage|absence of ~ {supply}", "fail … through|by|from exhaustion of ~ {supply}",
        "give {error}", "{error} if|when|be? … interrupt|signal",
    ]
    static let examples = [
        "widget_map() can fail with -EAGAIN or -EINTR.", "widget_map() fails when it runs out of window space.",
    ]
    static let counterExamples = ["widget_map() returns the address.", "This callback is optional."]

    let apis: [String]
    let errors: [String]
    /// "0 on success or this one on failure": any other is not among the results.
    private let isOnlyError: Bool
    let supplies: [String]
    /// "Can only fail when": of all other causes it is said that there are none.
    private let isOnlyCause: Bool
    /// A code that says nothing of its cause, and for which the words have none either.
    private let chosenError: String?
    /// One code for one cause is what the cause itself has to give.
    private let isCaused: Bool
    /// There are as many causes as codes; which has which, the words do not tell apart.
    private let isEachCaused: Bool
    /// NULL is what it then returns.
    private let isNull: Bool
    /// Callbacks whose absence makes the call fail.
    let absent: [String]
    private let callback: String?
    /// The words have a signal for a cause.
    private let isOfInterruption: Bool
    /// The callbacks that other clauses let be left out.
    private let optional: Set<String>
    /// A callback that is missing, or that fails, is the cause of it.
    let company: [String]
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        vocabulary = match.vocabulary
        if reading.clause.modality == .obligation,
            reading.says("restart", "retry", "again", "repeat", "redo", "reissue")
        {
            throw .tellsOtherwise("it tells what has to be done about an error")
        }
        if match.pattern.names("signal"), reading.says("negative") {
            throw .tellsOtherwise("two results are told, of which a test would show one")
        }
        if reading.says("always") { throw .tellsOtherwise("it says that it always does, and not that it can") }
        errors = reading.errors
        isNull = reading.says("null")
        isOnlyError =
            !reading.errors.isEmpty && reading.clause.modality == .outcome
            && (reading.says("only") && reading.says("fail")
                || reading.says("success")
                    && !reading.says("can", "may", "might", "could", "example", "if", "when", "unless", "negative"))
        var supplies: [String] = []
        for name in match.names(.supply, .supply) + reading.names(.supply) { supplies.appendOnce(name) }
        // "When there is enough left" is not a shortage.
        let isPlenty = reading.says("leave", "available", "enough", "plenty", "plentiful", "sufficient", "abundant")
        let lacks =
            reading.negates("leave", "available", "enough", "plenty", "plentiful", "sufficient", "abundant")
            || reading.denies("leave", "available", "memory", "space")
        self.supplies = isPlenty && !lacks && !reading.says("run") ? [] : supplies
        isOnlyCause = reading.says("only") && reading.errors.isEmpty
        callback = reading.surroundings.callback
        company = reading.callbacks
        var apis = match.apis
        if apis.isEmpty, callback == nil { apis = reading.apisNamed(before: match.range) }
        if apis.isEmpty, let callback { apis = match.vocabulary.apis(calling: callback).prefix(1).map(\.name) }
        if apis.isEmpty {
            apis = Array((reading.surroundings.api.map { [$0] } ?? reading.surroundings.recent).prefix(1))
        }
        guard !apis.isEmpty else { throw .lacks("no call is named or documented") }
        self.apis = apis
        absent = try Self.absentCallbacks(behind: apis, match)
        let causes = self.supplies.count + absent.count
        isCaused = reading.errors.count == 1 && causes > 0
        let isEachCaused = causes >= reading.errors.count
        self.isEachCaused = isEachCaused
        let isOfInterruption = reading.says("interrupt", "signal")
        self.isOfInterruption = isOfInterruption
        optional = reading.surroundings.elsewhere.optionalCallbacks
        chosenError = reading.errors.first { error in
            !isEachCaused && !Self.transient.contains(error) && (error != "ENOMEM" || isOfInterruption)
        }
        if causes > 1, Self.needsBoth(reading) {
            throw .tellsOtherwise("it fails where both are so, and a test brings about one at a time")
        }
        if Self.isUninterrupted(reading) { throw .tellsOtherwise("it tells how it goes where nothing interrupts") }
        if isPlenty, !lacks, !reading.says("run") { throw .tellsOtherwise("enough is left, so nothing is short") }
        if errors.isEmpty, self.supplies.isEmpty, absent.isEmpty {
            throw .lacks("it names neither an error, nor what runs short, nor what is missing")
        }
    }

    /// "When there is no support and no space": one condition, and not two.
    private static func needsBoth(_ reading: Reading) -> Bool {
        if ["at same time", "at once", "and also", "as well"].contains(where: reading.says(phrase:)),
            reading.says("and")
        {
            return true
        }
        guard let condition = reading.condition else { return false }
        let words = reading.words[condition]
        guard !words.contains(where: { ["or", "nor"].contains($0.folded) }) else { return false }
        return words.indices.contains { index in
            words[index].folded == "and" && index > condition.lowerBound
                && !["if", "when", "on"].contains(reading.words.dropFirst(index + 1).first?.folded)
        }
    }

    /// "Even when it was not interrupted"
    private static func isUninterrupted(_ reading: Reading) -> Bool {
        reading.condition?.contains { index in
            ["interrupt", "signal"].contains(reading.words[index].stem)
                && reading.closeBefore(index).contains { $0.isNegation || $0.folded == "no" }
        } ?? false
    }

    /// The callbacks that the clause has missing; refuses support that is missing in somebody else, or not at all.
    private static func absentCallbacks(behind apis: [String], _ match: Match) throws(Refusal) -> [String] {
        let reading = match.reading
        // "no … support in the …", "without … support": the callback of the same name is the cause.
        let unsupported =
            reading.says(phrase: "no") || reading.says("without")
            ? apis.compactMap { match.vocabulary.callback(behind: $0) }.filter { _ in
                reading.says("support", "callback", "hook") && !match.namesCallers
            }
            : []
        let unimplemented =
            reading.negates("implement", "provide") ? reading.callbacks(beside: "implement", "provide") : []
        let lacking = reading.callbacks(beside: "missing", "absent", "lack") + unimplemented
        let absent = unsupported + lacking.filter { !unsupported.contains($0) }
        if reading.says("support"), !reading.callbacks.isEmpty, !reading.callbacks.contains(where: absent.contains),
            !absent.isEmpty
        {
            throw .tellsOtherwise("the support that is missing is for another call")
        }
        let isOfCaller =
            (reading.says("support") && reading.says(phrase: "no") || !unimplemented.isEmpty || reading.says("lack"))
            && match.namesCallers
        if isOfCaller, !reading.parties.contains(where: match.vocabulary.implementers.contains) {
            throw .tellsOtherwise("it is missing in whoever calls")
        }
        let lacksSupport = reading.says(phrase: "no") || reading.says("without", "not", "lack", "missing")
        if reading.says("fail"), reading.says("support"), !lacksSupport {
            throw .tellsOtherwise("the support is there")
        }
        return absent
    }

    /// Codes that say by themselves what happened: a signal came, or the call was too early.
    private static let transient: Set<String> = ["EINTR", "EAGAIN", "EWOULDBLOCK", "ERESTARTSYS", "ERESTARTNOINTR"]

    /// `ERESTARTSYS` (`include/linux/errno.h`: never to be seen by a user program).
    private static let restart = "ERESTARTSYS"

    /// An interface of userspace that can be interrupted, and is not documented to leak what the kernel says then.
    private func isInterruptedForUserspace(_ api: String) -> Bool {
        guard let by = vocabulary.api(api)?.by, errors.contains("EINTR"), !errors.contains(CanFail.restart) else {
            return false
        }
        return vocabulary.parties.contains { $0.name == by && $0.role == .userspace }
    }

    /// To succeed for a cause of failure is not to fail.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if reading.says("succeed"), !reading.says("fail") { return force == .forbidden ? .required : .forbidden }
        let isDenied = reading.negates("fail", "failure", "return", "possible") || reading.says("impossible")
        return force == .required && isDenied ? .forbidden : force
    }

    var subject: Name { callback.map { Name(.callback, $0) } ?? Name(.api, apis[0]) }
    var parameters: [String: Value] {
        var result: [String: Value] = [
            "apis": .words(apis), "errors": .words(errors), "supplies": .words(supplies), "absent": .words(absent),
        ]
        if isOnlyError { result["only"] = .flag(true) }
        return result
    }

    func plan(_ force: Force) -> Planned {
        if isOnlyCause { return .nothing("that there is no other cause cannot be seen in a test") }
        // What a callback returns is handed on, whichever it is: a test with this one would show no more than with another.
        if let chosenError, !isOnlyError, force != .forbidden {
            return .nothing("whoever implements the callback chooses \(chosenError), and any other would do as well")
        }
        return switch force {
        case .required, .permitted, .advised: .plan(failing)
        case .forbidden: .plan(neverFailing)
        case .undefined: .nothing("nothing is promised about the failure")
        }
    }

    private var failing: TestPlan {
        var steps: [TestPlan.Step] = []
        var count = 0
        func world(_ variant: String? = nil, without: [String] = []) -> TestPlan.Step {
            count += 1
            return .world(.init(count == 1 ? "bed" : "bed\(count)", variant: variant, without: without))
        }
        if !errors.isEmpty, !isCaused {
            // What is begun is ended right there, where both can fail.
            for api in apis where !apis.contains(vocabulary.resource(releasedBy: api)?.acquire ?? "") {
                guard let callback = vocabulary.callback(behind: api) else { continue }
                steps += [world()] + failingAsOften(api, callback)
            }
            for api in apis { steps += interruptedAlone(api) { world(without: $0) } }
            let restarted = apis.filter(isInterruptedForUserspace).flatMap(restarting)
            if !restarted.isEmpty {
                steps += [.note("What has the kernel restart a call stays inside of the kernel."), world()]
                steps += restarted + [.act(.finish), .act(.ignoreAll)]
            }
        }
        if isOnlyError, let api = apis.first, let callback = vocabulary.callback(behind: api),
            let other = ["EIO", "ENOMEM", "EPERM"].first(where: { !errors.contains($0) })
        {
            let use = vocabulary.use(api)
            steps +=
                [.note("Another error is not among the results."), world()] + use.before + [
                    .act(.makeReturn(callback, .code(other), times: 1)),
                    .expect(.failsNotWith(use.action, .code(other))), .act(.ignoreAll),
                ]
        }
        for supply in supplies {
            guard let api = apis.first else { break }
            let use = vocabulary.use(api)
            steps.append(world())
            steps += use.before
            steps += [
                .act(.exhaust(supply, true)),
                .repeating(2, [.expect(failure(of: use.action))]), .act(.exhaust(supply, false)),
                .note("The failure left nothing behind."), .expect(.succeeds(use.action)),
            ]
            steps += use.after
            steps += withoutCopy(supply, use) { world($0) }
            guard use.resource?.nature == .mapping, use.isAcquiring, errors.isEmpty else { continue }
            steps +=
                vocabulary.callback(behind: api).map {
                    [
                        .note("Nor is the implementer's error, a large one, taken for an address."),
                        .act(.makeReturn($0, .code("ETIMEDOUT"), times: 1)), .expect(.fails(use.action)),
                    ]
                } ?? []
        }
        for callback in absent {
            guard let api = apis.first else { break }
            let use = vocabulary.use(api)
            steps.append(world(without: [callback]))
            steps += use.before
            steps += [
                .expect(isNull ? .returnsNull(use.action) : failure(of: use.action)), .expect(.isClean),
            ]
        }
        return TestPlan(errors.isEmpty ? .none : .errors(errors), steps)
    }

    /// In every direction, where it has one.
    private func failingAsOften(_ api: String, _ callback: String) -> [TestPlan.Step] {
        let isDirected = vocabulary.resource(acquiredOrReleasedBy: api)?.nature == .bracket
        let arguments = TestPlan.Arguments(direction: isDirected ? .bound : .none)
        let use = vocabulary.use(api, arguments)
        let release = use.resource.map(\.release).flatMap { use.isAcquiring && apis.contains($0) ? $0 : nil }
        let end = release.flatMap { release in
            vocabulary.callback(behind: release).map {
                TestPlan.Check.failsAsOften(vocabulary.use(release, arguments).action, $0, .bound)
            }
        }
        let steps =
            use.before + [.expect(.failsAsOften(use.action, callback, .bound))]
            + (end.map { [.expect($0)] } ?? use.after)
        return isDirected ? [.forEachDirection(steps)] : steps
    }

    /// Where the callback may be missing, the call itself waits for devices, and a signal interrupts that.
    private func interruptedAlone(_ api: String, _ world: ([String]) -> TestPlan.Step) -> [TestPlan.Step] {
        guard isOfInterruption, errors.contains(CanFail.restart), let bracket = vocabulary.resource(acquiredBy: api),
            vocabulary.isReadable(bracket),
            let callback = vocabulary.callback(behind: api), optional.contains(callback)
        else { return [] }
        let other = TestPlan.Arguments(context: .second)
        return [
            .note("Nor is a signal lost where the callback is missing."), world([callback]),
            .act(.startDeviceFill(0xA5)), .act(.interrupt(.second)),
            .expect(.failsWithOneOf(.hold(bracket.name, other), errors)),
            .expect(.readsOnly(.access(bracket.name, other), 0xA5)), .expect(.isClean),
        ]
    }

    /// The callback has the call restarted, and userspace hears that it was interrupted.
    private func restarting(_ api: String) -> [TestPlan.Step] {
        guard let callback = vocabulary.callback(behind: api) else { return [] }
        let use = vocabulary.use(api)
        return use.before + [
            .act(.makeReturn(callback, .code(CanFail.restart), times: 1)), .expect(.failsWithOneOf(use.action, errors)),
        ]
    }

    /// Where accesses go to a copy there is room for the object, which a device has filled, and none for that. Afterwards the
    /// CPU sees what the device has written, as if nobody had tried.
    private func withoutCopy(
        _ supply: String, _ use: Vocabulary.Use, _ world: (String) -> TestPlan.Step
    ) -> [TestPlan.Step] {
        guard let resource = use.resource, resource.nature == .bracket, use.isAcquiring, let variant = resource.copied
        else { return [] }
        return [
            .note("Nor does what keeps a copy."), world(variant), .act(.startDeviceFill(0xA5)),
            .act(.exhaust(supply, true)),
            .repeating(2, [.expect(failure(of: use.action))]), .act(.exhaust(supply, false)),
            .expect(.readsOnly(.access(resource.name, .init(direction: .fromDevice)), 0xA5)),
        ]
    }

    /// What a cause has to give: its code, or one of theirs.
    private func failure(of action: TestPlan.Action) -> TestPlan.Check {
        if isCaused { return .failsWith(action, .bound) }
        return isEachCaused && !errors.isEmpty ? .failsWithOneOf(action, errors) : .fails(action)
    }

    /// "Cannot fail": the same causes, and success all the same.
    private var neverFailing: TestPlan {
        var steps: [TestPlan.Step] = [.world(.init(without: absent))]
        for api in apis {
            let use = vocabulary.use(api)
            steps += use.before
            for supply in supplies { steps.append(.act(.exhaust(supply, true))) }
            if errors.isEmpty {
                steps.append(.expect(.succeeds(use.action)))
                steps += use.after
            } else if let callback = vocabulary.callback(behind: api) {
                steps += [.act(.makeReturn(callback, .bound, times: 1)), .expect(.succeeds(use.action))] + use.after
            }
        }
        return TestPlan(errors.isEmpty ? .none : .errors(errors), steps)
    }
}
