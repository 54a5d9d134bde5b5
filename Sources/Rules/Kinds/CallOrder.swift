import Clauses
import Promises

/// One call before (or after) another.
struct CallOrder: RuleDefinition {
    static let kind = RuleKind.order
    static let summary = "Calls made in the documented order go well; the other way round is reported or refused."
    static let showsExemption = true
    static let patterns: [Pattern] = [
        "{this} … before|after|until|unless ~ {callback}", "{api} … only … before|after|if|when|once ~ {api}",
        "{this} … only … before|after|if|when|once ~ {callback}",
        "{api} … without prior|previous|preceding|earlier {api}",
        "{this} … without prior|previous|preceding|earlier {callback}", "{api} … first … then ~ {api}",
        "first call|issue|use ~ {api} … then ~ {api}", "{api} first … {api} second|next|then|afterwards",
        "{api} … even if|when ~ {api} … not|never be? call", "{this} … even if|when ~ {callback} … not|never be? call",
        "{api} … without ~ {api}", "{api} … before|after|until|unless ~ {api}",
        "before|after|until|unless ~ {api} … {api}",
        "{api} … precede|follow {api}", "{api} require prior|preceding|previous|earlier {api}",
    ]
    static let examples = ["widget_begin() must be called before widget_map()."]
    static let counterExamples = ["This callback is optional."]

    let first: String
    let second: String
    /// The words speak of the one call without the other one, or of whether there was one.
    private let isWithout: Bool
    /// "Even if it was not": that is free, and nothing else is said of it.
    private let isEven: Bool
    /// How many may be held of each resource, where the documentation says so.
    private let bounds: [String: Int]
    private let vocabulary: Vocabulary
    private let elsewhere: StatedElsewhere

    init(_ match: Match) throws(Refusal) {
        vocabulary = match.vocabulary
        elsewhere = match.reading.surroundings.elsewhere
        bounds = match.reading.surroundings.elsewhere.bounds
        isEven = match.pattern.names("even")
        isWithout = isEven || match.pattern.names("without")
        if match.reading.asksOfAccess { throw .tellsOtherwise("it tells when something may be accessed") }
        if match.reading.says("sleep", "block") { throw .tellsOtherwise("what must not happen at a time is no call") }
        let hasSucceeded = match.reading.says(phrase: "have succeed")
        if match.reading.says("fail", "succeed"), !match.reading.says(phrase: "fail to"), !hasSucceeded {
            throw .tellsOtherwise("it tells how a call goes, not when it comes")
        }
        if match.reading.clause.modality == .outcome {
            throw .tellsOtherwise("it tells how a call goes behind another one, and asks nobody for an order")
        }
        if match.reading.says(phrase: "before or after") || match.reading.says(phrase: "after or before") {
            throw .tellsOtherwise("both orders are allowed")
        }
        if match.reading.tellsNearness {
            throw .tellsOtherwise("it tells that nothing comes between them, and a test shows the order alone")
        }
        let isOfCallbacks = match.captures.contains { [.callback, .this].contains($0.slot) }
        let isAsked = [.obligation, .prohibition, .permission].contains(match.reading.clause.modality)
        if isOfCallbacks, !isAsked {
            throw .tellsOtherwise("when a callback is called, the framework knows; nobody is asked for an order")
        }
        let apis = match.captures.compactMap { Self.interface($0, in: match) }
        guard match.captures.count == 2, apis.count == 2, apis[0] != apis[1] else {
            throw .lacks("it does not name two calls of the interface")
        }
        if Self.onlyIsOfOne(match) { throw .tellsOtherwise("it says of which calls, and not when") }
        if match.pattern.names("then") {
            // "First the one, then the other": what is told of an order asks for it.
            guard match.reading.clause.modality == .obligation, !match.reading.clause.negated else {
                throw .tellsOtherwise("nobody is asked for this order")
            }
            (first, second) = (apis[0], apis[1])
            return
        }
        let isEnd = vocabulary.resource(acquiredBy: apis[0]).map { $0.release == apis[1] } ?? false
        if isWithout {
            guard !isEnd else { throw .tellsOtherwise("what has to be ended is the promise of a pair") }
            // Not without the other one, or free to come without it.
            (first, second) = (apis[1], apis[0])
            return
        }
        if match.pattern.names("require") {
            guard !match.reading.denies("prior", "preceding", "previous", "earlier") else {
                throw .tellsOtherwise("what needs no other call before it comes in no order to it")
            }
            (first, second) = (apis[1], apis[0])
            return
        }
        guard Self.orders(in: match.reading) == 1 else { throw .lacks("it has no word of order, or several") }
        // The word of the pattern's own, before the interface that it is said of; others tell of something else.
        let isLeading = match.range.lowerBound < match.captures[0].range.lowerBound
        let place = match.captures[isLeading ? 0 : 1].range.lowerBound
        guard let word = Self.order(before: place, in: match.reading) else {
            throw .lacks("no word of order stands before either call")
        }
        // "A before B" and "before B, A" both put A first; "after" the other way round, and so does a negation: never the
        // one before the other is the other before the one.
        let clause = match.reading.clause
        let isTurned = clause.modality == .prohibition || clause.negated && clause.modality != .permission
        // "Only if the other was called" is after it; with no "only", or where it was not called, it is no order.
        if Self.conditions.contains(word.stem) {
            let isDone = !match.reading.words[match.range].contains(where: \.isNegation)
            guard isDone, !isTurned, match.reading.says("only"), Self.tellsOfPast(match) else {
                throw .tellsOtherwise("the condition does not say that the other call comes first")
            }
        }
        if Self.exceptions.contains(word.stem), !isTurned || isEnd {
            throw .tellsOtherwise("without a denial, until and unless order nothing")
        }
        let saysBefore = Self.before.contains(word.stem) != isTurned
        first = saysBefore != isLeading ? apis[0] : apis[1]
        second = saysBefore != isLeading ? apis[1] : apis[0]
    }

    /// The interface that is named, or the first one that calls the callback.
    private static func interface(_ capture: Match.Capture, in match: Match) -> String? {
        func first(_ category: Name.Category) -> String? {
            capture.entity.names.first { $0.category == category }?.identifier
        }
        // "If map was called", behind a callback: the one of that name.
        let isOfCallback = [.callback, .this].contains(capture.slot)
        if isOfCallback, let callback = first(.callback) { return match.vocabulary.apis(calling: callback).first?.name }
        return first(.api)
    }

    /// "Only map() must be called after it": it says of which, and not when.
    private static func onlyIsOfOne(_ match: Match) -> Bool {
        guard let only = match.reading.words.firstIndex(where: { $0.folded == "only" }) else { return false }
        return match.captures.contains { $0.range.lowerBound == only + 1 }
    }

    private static let conditions = ["if", "when", "once"].map(Stem.of)
    private static let exceptions = ["until", "unless"].map(Stem.of)
    private static let before = ["before", "precede", "prior"].map(Stem.of) + exceptions
    private static let orders = before + ["after", "follow"].map(Stem.of) + conditions
    /// What may stand between a word of order and the interface: "before calling it", "unless it has called it".
    private static let calling = [
        "call", "invoke", "issue", "use", "have", "it", "they", "any", "each", "every", "to", "prior", "previous",
        "preceding", "earlier",
    ].map(Stem.of)

    /// The word of order that is said of the interface at a place.
    private static func order(before place: Int, in reading: Reading) -> Word? {
        let callers = reading.mentions.filter { !$0.entity.parties.isEmpty }
        for index in reading.words.indices[..<place].suffix(4).reversed() {
            let word = reading.words[index]
            if orders.contains(word.stem) { return word }
            let isOfCaller = callers.contains { $0.range.contains(index) }
            guard isOfCaller || calling.contains(word.stem) else { return nil }
        }
        return nil
    }

    /// "If it has been called", "once it was called", and not "if it is called".
    private static func tellsOfPast(_ match: Match) -> Bool {
        let words = match.reading.words
        let end = match.captures[1].range.upperBound
        let verbs = words[match.range.lowerBound...].suffix(from: min(match.captures[0].range.upperBound, words.count))
        return verbs.contains { ["has", "have", "had", "was", "were"].contains($0.folded) }
            && (end < words.count || verbs.contains { $0.stem == "call" })
    }

    /// How often an interface stands behind a word of order: of two, one is of other calls.
    private static func orders(in reading: Reading) -> Int {
        let named = reading.mentions.filter { mention in
            mention.entity.names.contains { [.api, .callback].contains($0.category) }
        }
        return Set(named.map(\.range.lowerBound)).count { order(before: $0, in: reading) != nil }
    }

    var subject: Name { Name(.api, first) }
    var parameters: [String: Value] { ["first": .word(first), "second": .word(second)] }

    /// A forbidden order is a duty to the other one.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        // What has to come without the other one is in no order to it.
        if isWithout, force != .permitted, isEven || force != .forbidden { return .undefined }
        return force == .forbidden ? .required : force
    }

    var actors: [String] { vocabulary.callers(of: [first, second]) }

    func plan(_ force: Force) -> Planned {
        // A reference that nobody has cannot be handed in.
        if let held = vocabulary.resource(acquiredBy: first), held == vocabulary.resource(releasedBy: second),
            held.nature == .reference
        {
            return .nothing("what was never acquired cannot be released in a test")
        }
        return switch force {
        case .required, .advised, .forbidden: .plan(inOrderOfTaken ?? TestPlan(.none, inOrder))
        case .permitted:
            .plan(TestPlan(.none, [.world(.init()), .expect(.succeeds(action(second))), .expect(.isClean)]))
        case .undefined: .nothing("nothing is promised about the order")
        }
    }

    private func action(_ api: String) -> TestPlan.Action { vocabulary.use(api).action }

    /// Where both calls end something: what they end, the inner one last.
    private var held: [TestPlan.Step] {
        let ended = [first, second].compactMap { vocabulary.resource(releasedBy: $0) }
        guard ended.count == 2 else { return [] }
        return ended.sorted { a, _ in a.nature == .bracket }.map { .act(.hold($0.name)) }
    }

    private var inOrder: [TestPlan.Step] {
        // The one acquires what the other one releases.
        if let held = vocabulary.resource(acquiredBy: first), held == vocabulary.resource(releasedBy: second) {
            let before = vocabulary.preparing(held.name)
            return [.world(.init())] + before + [
                .expect(.succeeds(action(first))), .expect(.succeeds(action(second))), .expect(.isClean),
                .note("The other way round."), .world(.init("other")),
            ] + before + [.act(action(second)), .expect(.isNotClean), .act(.ignoreAll)]
        }
        if !held.isEmpty {
            return [.world(.init())] + held + [
                .expect(.succeeds(action(first))), .expect(.succeeds(action(second))), .expect(.isClean),
                .note("The other way round."), .world(.init("other")),
            ] + held + [.act(action(second)), .expect(.isNotClean), .act(.ignoreAll)]
        }
        var after: [TestPlan.Step] = []
        for api in [second, first] { after += vocabulary.use(api).after }
        return [
            .world(.init()), .expect(.succeeds(action(first))), .expect(.succeeds(action(second))),
        ] + after + [
            .expect(.isClean), .note("The other way round."), .world(.init("other")),
        ] + beside.map { .act(.hold($0.bracket, $0.arguments)) } + [.act(action(second)), .expect(.isNotClean)]
            + byAnother
            + beside.reversed().map { .act(.release($0.bracket, $0.arguments)) } + [.act(.ignoreAll)]
    }

    /// Nor may another context that has nothing of the kind.
    private var byAnother: [TestPlan.Step] {
        guard !beside.isEmpty else { return [] }
        return [
            .act(.ignoreAll), .act(vocabulary.use(second, .init(context: .third)).action), .expect(.isNotClean),
        ]
    }

    /// What is taken first is one's own: another's does not do, nor does one that was given back. Of two, one that is
    /// left does. In every direction, where the second call has one. Nil for anything else.
    private var inOrderOfTaken: TestPlan? {
        guard let taken = vocabulary.resource(acquiredBy: first)?.name, elsewhere.isTaken(taken, in: vocabulary),
            let next = vocabulary.resource(acquiredBy: second)
        else { return nil }
        let direction: TestPlan.DirectionArgument = next.isDirected ? .bound : .none
        let (hold, release) = (TestPlan.Action.hold(taken), TestPlan.Action.release(taken))
        let (second, third) = (TestPlan.Arguments(context: .second), TestPlan.Arguments(context: .third))
        let use = TestPlan.Arguments(direction: direction)
        let refused: [TestPlan.Step] = [
            .act(.hold(next.name, .init(direction: direction, context: .third))), .expect(.isNotClean),
            .act(.ignoreAll),
        ]
        let one: [TestPlan.Step] = [.expect(.succeeds(hold))]
        let oneIsLeft = bounds[taken] ?? 2 >= 2 ? [.repeating(2, one), .act(release)] : one
        return TestPlan(
            next.isDirected ? .directions : .none,
            [.world(.init())] + oneIsLeft + [
                .expect(.succeeds(.hold(next.name, use))), .act(.release(next.name, use)), .act(release),
                .expect(.isClean),
                .note("Not at all, and by what another has, or by what was given back."), .world(.init("other")),
            ] + refused + [.act(.hold(taken, second)), .act(.holdOnce(next.name, second))] + refused + [
                .act(.hold(taken, third)), .act(.release(taken, third)),
            ]
                + refused + [.act(.release(taken, second)), .act(.ignoreAll)])
    }

    /// What stands in for the call that is to come first, and is none: the same by another context, and another bracket.
    private var beside: [(bracket: String, arguments: TestPlan.Arguments)] {
        guard let bracket = vocabulary.resource(acquiredBy: first), bracket.nature == .bracket else { return [] }
        let others = vocabulary.resources.filter { $0.nature == .bracket && $0.name != bracket.name }
        return [(bracket.name, .init(context: .second))] + others.map { ($0.name, .init()) }
    }
}
