import Clauses
import Promises

/// What a call or a callback returns: a number on success, a negative error code or NULL on failure.
struct Returns: RuleDefinition {
    static let kind = RuleKind.returns
    static let summary =
        "A call returns what is documented: the success value, and every error of the callback as it is."
    static let nuances: Set<Nuance> = [.failure, .if]
    static let patterns: [Pattern] = [
        "{number} on|for|in|upon success", "return … {number} … success", "return … negative",
        "negative … on|for|in|upon success", "negative error|errno|value|code … otherwise|else",
        "otherwise|else ~ negative error|errno|value|code", "always return {number}",
        "negative error|errno|value|code … failure|error", "return … null", "null on|if|when",
        "return {number}", "{number} success|successful|failure|error",
        "positive error|errno|value|code … failure|error",
    ]
    static let examples = [
        "Returns 0 on success or a negative error code on failure.", "0 on success.",
    ]
    static let counterExamples = ["The window is mapped.", "This callback is optional."]

    let subject: Name
    let success: Int?
    let failure: Failure
    /// The value of success is said to come with failure, and the other way round.
    private let isSwapped: Bool
    /// "The number of pages on success": no number that a test could expect.
    private let isOtherSuccess: Bool
    /// "Always returns 0", whatever the callback says.
    private let isAlways: Bool
    /// A callback that is said to be there when it returns that.
    private let givenCallback: String?
    /// It fails for something that is missing.
    private let isForLack: Bool
    /// The callbacks that other clauses do not let be left out.
    private let mandatory: [String]
    enum Failure: String { case negativeError, positiveError, null, none }
    private let vocabulary: Vocabulary
    private let elsewhere: StatedElsewhere

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        vocabulary = match.vocabulary
        elsewhere = match.reading.surroundings.elsewhere
        if let callback = reading.surroundings.callback {
            subject = Name(.callback, callback)
        } else if let api = match.apis.first ?? reading.surroundings.api ?? reading.apis.first {
            subject = Name(.api, api)
        } else {
            throw .lacks("no call and no callback is named or documented")
        }
        // "<0 - failure" names no value, but the sign of one.
        let sign = Returns.sign(reading)
        success = sign == nil ? Returns.successValue(reading) : nil
        isSwapped = sign == nil ? Returns.isSwapped(reading) : reading.says("success", "successful")
        guard Returns.tellsOfFailure(reading) || Returns.givenCallback(reading) != nil else {
            throw .tellsOtherwise("it tells of no failure, and of nothing that a callback gives")
        }
        givenCallback = Returns.givenCallback(reading)
        isForLack = reading.says("missing", "miss", "lack", "lacking", "incomplete", "absent")
        mandatory = match.vocabulary.callbacks.map(\.name).filter(
            reading.surroundings.elsewhere.mandatoryCallbacks.contains)
        if reading.says(phrase: "negative") || sign == .negativeError {
            failure = .negativeError
        } else if reading.says("positive") || sign == .positiveError {
            failure = .positiveError
        } else if reading.says("null") {
            failure = .null
        } else if reading.says("errno") {
            // "-errno": the sign stands with no word.
            failure = .negativeError
        } else {
            failure = .none
        }
        isOtherSuccess =
            success == nil && failure == .negativeError && !isSwapped && reading.says("success")
        isAlways = success != nil && failure == .none && reading.says("always")
        if success == nil, failure == .none { throw .lacks("it names no value") }
        if !reading.errors.isEmpty { throw .tellsOtherwise("error codes are named") }
    }

    /// "<0" and ">0", with or without a space.
    private static func sign(_ reading: Reading) -> Failure? {
        let text = reading.clause.text.filter { $0 != " " }
        if text.hasPrefix("<0") { return .negativeError }
        return text.hasPrefix(">0") ? .positiveError : nil
    }

    /// With no condition, or with one of success or failure: of any other cause a test of failing calls shows nothing.
    private static func tellsOfFailure(_ reading: Reading) -> Bool {
        guard let condition = reading.condition else { return true }
        let outcomes = [
            "fail", "failure", "succeed", "success", "successful", "error", "call", "interrupt", "go", "went",
            "could",
        ]
        .map(Stem.of)
        return reading.words[condition].contains { outcomes.contains($0.stem) }
    }

    /// "NULL if the driver implements it": the callback. That one is missing is a cause of failure.
    private static func givenCallback(_ reading: Reading) -> String? {
        guard let condition = reading.condition else { return nil }
        let words = reading.words[condition]
        let having = ["have", "implement", "provide", "support"].map(Stem.of)
        guard words.contains(where: { having.contains($0.stem) }),
            !words.contains(where: { $0.isNegation || ["no", "without"].contains($0.folded) })
        else { return nil }
        return reading.mentions.filter { condition.contains($0.range.lowerBound) }.flatMap(\.entity.names)
            .first { $0.category == .callback }?.identifier
    }

    /// The number next to the word "success".
    private static func successValue(_ reading: Reading) -> Int? {
        guard let place = reading.words.firstIndex(where: { $0.stem == Stem.of("success") }) else {
            // "Always returns 0", "0 if …, a negative error otherwise", "0, or a negative error if it fails".
            let isListed =
                reading.words.count == 2
                || zip(reading.words, reading.words.dropFirst()).contains { $0.number != nil && $1.folded == "or" }
            return isListed || reading.says("always", "otherwise", "else")
                ? reading.words.lazy.compactMap(\.number).first : nil
        }
        for index in reading.words.indices.sorted(by: { abs($0 - place) < abs($1 - place) }) {
            if let number = reading.words[index].number { return number }
        }
        return nil
    }

    /// "A negative error code on success", "0 on failure".
    private static func isSwapped(_ reading: Reading) -> Bool {
        let success = Stem.of("success")
        let outcomes = [success, Stem.of("failure"), Stem.of("error")]
        // Whether the last value named is one of success.
        var isOfSuccess: Bool?
        for (index, word) in reading.words.enumerated() {
            if word.number != nil { isOfSuccess = true }
            if ["negative", "positive", "null", "errno"].contains(word.folded) { isOfSuccess = false }
            guard let isOfSuccess, index > 0 else { continue }
            let isBehindValue = index == 1 && reading.words[0].number != nil
            if outcomes.contains(word.stem),
                isBehindValue || ["on", "for", "in", "upon"].contains(reading.words[index - 1].folded)
            {
                if isOfSuccess != (word.stem == success) { return true }
            }
            // "0 if it fails"
            let isCondition = reading.words[..<index].suffix(4).contains { ["if", "when"].contains($0.folded) }
            if isCondition, ["succeed", "fail"].contains(word.stem), isOfSuccess != (word.stem == "succeed") {
                return !reading.closeBefore(index).contains(where: \.isNegation)
            }
        }
        return false
    }

    var parameters: [String: Value] {
        var result: [String: Value] = ["failure": .word(failure.rawValue)]
        if isSwapped { result["swapped"] = .flag(true) }
        result["success"] = success.map { .number($0) }
        result["with"] = givenCallback.map { .word($0) }
        return result
    }

    func plan(_ force: Force) -> Planned {
        if isOtherSuccess { return .nothing("what it returns on success is not tested") }
        if givenCallback != nil { return unprovoked(force) }
        return switch force {
        case .required where subject.category == .callback: .plan(callbackPlan)
        case .required: apiPlanned(subject.identifier)
        case .forbidden where failure == .negativeError && success == nil:
            .plan(TestPlan(.anyErrors, [.world(.init())] + unfailing))
        case .forbidden: .nothing("a value that is never returned shows only by its absence from every other test")
        case .permitted, .advised: .nothing("a result that is only possible cannot be seen missing")
        case .undefined: .nothing("nothing is promised about the result")
        }
    }

    /// With a callback that does what it is there for.
    private func unprovoked(_ force: Force) -> Planned {
        let api =
            subject.category == .callback
            ? vocabulary.apis(calling: subject.identifier).first?.name : subject.identifier
        guard let api, failure == .null, force == .required else {
            return .nothing("what it returns there is not tested")
        }
        let use = vocabulary.use(api)
        return .plan(
            TestPlan(
                .none, [.world(.init())] + use.before + [.expect(.returnsNull(use.action))] + use.after))
    }

    /// The callback fails, and the call does not.
    private var unfailing: [TestPlan.Step] {
        let api =
            subject.category == .callback
            ? vocabulary.apis(calling: subject.identifier).first?.name : subject.identifier
        guard let api, let callback = vocabulary.callback(behind: api) else { return [] }
        let use = vocabulary.use(api)
        return use.before + [.act(.makeReturn(callback, .bound, times: 1)), .expect(.succeeds(use.action))] + use.after
    }

    private func results(_ api: String, _ callback: String?) -> [TestPlan.Step] {
        let use = vocabulary.use(api)
        var steps = use.before
        if isSwapped { return steps + [.expect(.fails(use.action))] + use.after }
        if let callback, failure == .negativeError, let resource = use.resource,
            resource.nature == .bracket && success != nil
                || elsewhere.isTaken(resource.name, in: vocabulary) && use.isAcquiring
        {
            let span = failing(resource.name, use.isReleasing, callback, success)
            // What is told of one end is told while others have more to come.
            let other = use.isReleasing ? vocabulary.bracket(calling: callback, besides: resource.name) : nil
            let apart = TestPlan.Arguments(context: .third)
            return [.act(.prepare(resource.acquire))] + (other.map { [.act(.hold($0, apart))] } ?? []) + span
                + (other.map { [.act(.release($0, apart))] } ?? [])
        }
        if let success { steps = succeeding(api, success) }
        guard let callback else { return steps }
        if use.isReleasing, success != nil, failure != .none { steps += use.before }
        switch failure {
        case .negativeError:
            steps += failing(use, callback)
        case .positiveError:
            steps.append(.act(.makeReturnValue(callback, 1)))
            steps.append(.expect(.returns(use.action, 1)))
        case .null:
            steps.append(.act(.makeReturn(callback, .bound, times: 1)))
            steps.append(.expect(.returnsNull(use.action)))
        case .none: break
        }
        return steps
    }

    /// Once in every direction, where it has one.
    private func succeeding(_ api: String, _ value: Int) -> [TestPlan.Step] {
        let isDirected = vocabulary.resource(acquiredOrReleasedBy: api)?.nature == .bracket
        let use = vocabulary.use(api, .init(direction: isDirected ? .bound : .none))
        let steps = use.before + [.expect(.returns(use.action, value))] + use.after
        return isDirected ? [.forEachDirection(steps)] : steps
    }

    private func apiPlanned(_ api: String) -> Planned {
        if let plan = settingUp(api) { return .plan(plan) }
        let isUnheard = vocabulary.callback(behind: api) == nil && success == nil && !isSwapped
        return isUnheard ? .nothing("no callback is behind it that could be made to fail") : .plan(apiPlan(api))
    }

    /// What sets the object up fails for want of what the implementer has to fill in.
    private func settingUp(_ api: String) -> TestPlan? {
        guard isForLack, failure == .negativeError, !isSwapped,
            vocabulary.resources.contains(where: { $0.initial == api })
        else { return nil }
        let without = mandatory.flatMap { callback -> [TestPlan.Step] in
            [
                .world(.init("without\(callback)", without: [callback])),
                .expect(.setUpFailsWithError),
            ]
        }
        return TestPlan(
            .none,
            [.world(.init("complete")), .expect(.setUpSucceeded)] + without + [
                .world(.init("empty", with: [])), .expect(.setUpFailsWithError),
            ])
    }

    private func apiPlan(_ api: String) -> TestPlan {
        if isAlways {
            return TestPlan(
                .anyErrors,
                [.world(.init())] + results(api, nil) + [.world(.init("other"))] + unfailing)
        }
        let callback = vocabulary.callback(behind: api)
        return TestPlan(
            callback == nil || failure == .none ? .none : .anyErrors,
            [.world(.init())] + results(api, callback))
    }

    /// The callback's errors are the interface's; what could not be given back then is given back.
    private func failing(_ use: Vocabulary.Use, _ callback: String) -> [TestPlan.Step] {
        use.isReleasing
            ? [.expect(.failsAsOften(use.action, callback, .bound))]
            : [.act(.makeReturn(callback, .bound, times: 1)), .expect(.failsWith(use.action, .bound))]
    }

    /// Every other interface that calls the callback hands its errors on, too.
    private var handedOn: [TestPlan.Step] {
        let callback = subject.identifier
        return vocabulary.apis(calling: callback).dropFirst().flatMap { api -> [TestPlan.Step] in
            let use = vocabulary.use(api.name)
            let succeeded = success.map { brackets.isEmpty ? succeeding(api.name, $0) : [] } ?? []
            // A bracket needs no more than to be open.
            let before = use.resource.map { brackets.contains($0.name) && use.isReleasing } ?? false
            let begun = before ? use.before.suffix(1) : use.before[...]
            return succeeded + [.whenErrorIsPlain(begun + failing(use, callback))]
        }
    }

    /// What all of the interfaces that call the callback begin, or all of them end, where there are several.
    private var brackets: [String] {
        let apis = vocabulary.apis(calling: subject.identifier).map(\.name)
        let acquired = apis.compactMap(vocabulary.resource(acquiredBy:)).filter { $0.nature == .bracket }
        let released = apis.compactMap(vocabulary.resource(releasedBy:)).filter { $0.nature == .bracket }
        guard apis.count > 1 else { return [] }
        return [acquired, released].first { $0.count == apis.count }?.map(\.name) ?? []
    }

    /// In every direction, alone, where it is open already, and by another context: with the callback's error, and then
    /// with success.
    private func failing(
        _ resource: String, _ isReleasing: Bool, _ callback: String, _ value: Int?
    ) -> [TestPlan.Step] {
        let contexts: [TestPlan.Context] = [.first, .first, .second]
        // Brackets are, all that a loop goes over among them.
        let isDirected = vocabulary.resource(resource)?.isDirected ?? true
        let span = TestPlan.Arguments(direction: isDirected ? .bound : .none, context: .bound)
        let hold = TestPlan.Action.hold(resource, span)
        let release = TestPlan.Action.release(resource, span)
        let steps: [TestPlan.Step] = [
            .forEachContextOf(contexts, isReleasing ? [.act(hold)] : failing(hold, callback, value)),
            .forEachContextOf(contexts, isReleasing ? failing(release, callback, value) : [.act(release)]),
        ]
        return isDirected ? [.forEachDirection(steps)] : steps
    }

    /// - Parameter value: what success returns; nil: nothing that is told.
    private func failing(_ action: TestPlan.Action, _ callback: String, _ value: Int?) -> [TestPlan.Step] {
        // A failure is not all that the callback has to say.
        [
            .act(.makeReturn(callback, .bound, times: 2)), .expect(.failsWith(action, .bound)),
            .expect(.failsWith(action, .bound)), .expect(value.map { .returns(action, $0) } ?? .succeeds(action)),
        ]
    }

    /// The same with all of the interfaces that call the callback, where each of them gives the same, or each begins or
    /// ends something; nil where they are alike in nothing.
    private func failingInAll(_ value: Int) -> [TestPlan.Step]? {
        let callback = subject.identifier
        let apis = vocabulary.apis(calling: callback).map(\.name)
        if let first = brackets.first {
            let isReleasing = !apis.contains(vocabulary.resource(first)?.acquire ?? "")
            return [.forEachResourceByError(brackets, failing(TestPlan.boundName, isReleasing, callback, value))]
        }
        let uses = apis.map { vocabulary.use($0) }
        guard apis.count > 1, let resource = uses[0].resource,
            uses.allSatisfy({ $0.isAcquiring && $0.resource == resource })
        else { return nil }
        let part = TestPlan.Arguments(extent: vocabulary.isHeldByUserspace(resource.name), context: .bound)
        let round =
            [.act(.prepare(TestPlan.boundName))] + failing(.call(TestPlan.boundName, part), callback, value)
            + [.act(.release(resource.name, part))]
        return [
            .forEachAPIByError(
                apis, [.forEachContext(part.extent ? [.forEachExtent(.fitting, round)] : round)])
        ]
    }

    /// The callback's own contract: what it returns is taken as documented, and anything else is reported.
    private var callbackPlan: TestPlan {
        let callback = subject.identifier
        guard let api = vocabulary.apis(calling: callback).first?.name else { return TestPlan(.none, []) }
        if isAlways { return apiPlan(api) }
        let inAll = failure == .negativeError && !isSwapped ? success.flatMap(failingInAll) : nil
        var steps: [TestPlan.Step] = [.world(.init())] + (inAll ?? results(api, callback))
        if failure == .negativeError, !isSwapped, inAll == nil { steps += handedOn }
        if failure == .negativeError, success == 0, !isSwapped {
            steps.append(.note("A positive value is neither."))
            let apis = vocabulary.apis(calling: callback).map(\.name)
            func positive(
                _ action: TestPlan.Action, _ before: [TestPlan.Step], beside others: TestPlan.Action? = nil
            ) -> [TestPlan.Step] {
                let checks: [TestPlan.Step] = [
                    .act(.makeReturnValue(callback, 1)), .expect(.doesNotReturn(action, 0)),
                    .expect(.reported(.invalidReturn, callback, .callback)),
                ]
                let again = others.map { [.act($0)] + checks } ?? []
                return [.world(.init("other"))] + before + checks + again + [.act(.ignore(.leaked))]
            }
            if apis.count > 1 {
                let any = TestPlan.boundName
                steps.append(.forEachAPI(apis, positive(.call(any), [.act(.prepare(any))])))
            } else {
                let use = vocabulary.use(api)
                // And once more, beside one that was taken.
                let isTaken =
                    use.isAcquiring && use.resource.map { elsewhere.isTaken($0.name, in: vocabulary) } ?? false
                steps += positive(use.action, use.before, beside: isTaken ? use.action : nil)
                steps += isTaken ? use.after : []
            }
        }
        return TestPlan(failure == .none ? .none : .anyErrors, steps)
    }
}
