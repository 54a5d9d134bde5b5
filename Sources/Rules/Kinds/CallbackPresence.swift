import Clauses
import Promises

/// A callback that may be left out, or must be given.
struct CallbackPresence: RuleDefinition {
    static let kind = RuleKind.callbackPresence
    static let summary = "An implementer may leave a callback out, or must give it."
    static let showsExemption = true
    static let patterns: [Pattern] = [
        "{callback} … optional|mandatory|compulsory|obligatory",
        "{this} … optional|mandatory|compulsory|obligatory",
        "{this} be required", "{this} … must|cannot … null|omit|leave",
        "{this} … must|need|have|shall … be provide|implement|set|fill|give",
        "{callback} … must|need|have|shall … be provide|implement|set|fill|give",
        "must|shall|need|have not? to? provide|implement|set|fill|give|support ~ {callback}",
        "free not to provide|implement|set|fill|give|support ~ {callback}",
        "must|shall|need|have not? to? provide|implement|set|fill|give ~ {this}",
        "{this} … may|can|need … null|omit|leave", "may|can|must|shall|cannot not? never? be null",
        "{callback} … may|can … null|omit|leave",
        "{this} … need … be provide|implement|set|fill|give",
        "may|can|must|should|cannot not? omit|leave {this}", "may|can|must|should|cannot not? omit|leave {callback}",
        "optional|mandatory|required|obligatory|compulsory", "not optional|mandatory|required|compulsory",
        "{api} … optional|mandatory in|for|to {party}",
        "leave|omit {this} out", "leave|omit {callback} out",
        "can|may|cannot not? do without {this}", "can|may|cannot not? do without {callback}",
        "{api} … succeed … if|when|where … no|without|lack ~ {callback}",
    ]
    static let examples = [
        "This callback is optional.", "The map callback is mandatory.", "[optional]", "Drivers must implement map.",
    ]
    static let counterExamples = ["Locking is optional.", "The window is mapped."]

    let callback: String
    /// Others of which the same is said: "map, unmap and release must be set".
    private let likewise: [String]
    /// What the words say: it may be missing.
    let mayBeAbsent: Bool
    /// It must be missing.
    private let isForbidden: Bool
    /// Every other callback, but for those that may be left out.
    private let needed: [String]
    /// Whether any other may be.
    private let hasOthers: Bool
    private let vocabulary: Vocabulary
    private let elsewhere: StatedElsewhere

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        // What drivers need not have of an interface is the callback behind it.
        let isOfImplementer = match.captures.contains {
            $0.slot == .party && $0.entity.parties.contains(where: match.vocabulary.implementers.contains)
        }
        let behind = isOfImplementer ? match.apis.first.flatMap { match.vocabulary.callback(behind: $0) } : nil
        guard
            let callback = match.callbacks.first ?? behind
                ?? (match.captures.isEmpty ? reading.surroundings.callback : nil)
        else {
            throw .lacks("no callback is named or documented")
        }
        let succeeds = match.pattern.names("succeed")
        if succeeds, !Self.canDoWithout(callback, match.vocabulary) {
            throw .tellsOtherwise("what gets something from the callback cannot do without it")
        }
        if reading.clause.block.section?.lowercased().hasPrefix("return") ?? false {
            throw .tellsOtherwise("it tells what is returned")
        }
        if reading.says("fallback", "fall") { throw .tellsOtherwise("it tells of a way out, and not of the callback") }
        let isBare = match.range.count == reading.words.count
        if match.captures.isEmpty, reading.words.count > 2, !isBare {
            throw .tellsOtherwise("the word stands beside others, and is not about the callback")
        }
        if reading.says("leave"), !reading.says("out", "null", "unset", "empty", "undefined"),
            match.pattern.names("leave"), !match.pattern.names("out")
        {
            throw .tellsOtherwise("something else is left")
        }
        if reading.leavesAsItIs { throw .tellsOtherwise("it tells of what stays mapped") }
        self.callback = callback
        let named = match.captures.first { [.callback, .this].contains($0.slot) }
        likewise = named.map { match.reading.listed(behind: $0.range, .callback) }?.filter { $0 != callback } ?? []
        if !likewise.isEmpty, Self.leavesChoice(match) {
            throw .tellsOtherwise("one of several is enough, or too much beside another")
        }
        vocabulary = match.vocabulary
        elsewhere = match.reading.surroundings.elsewhere
        let optional = reading.surroundings.elsewhere.optionalCallbacks
        needed = match.vocabulary.callbacks.map(\.name).filter { $0 != callback && !optional.contains($0) }
        hasOthers = optional.contains { $0 != callback }
        // "Drivers (for which that is optional) must implement it": what an aside says is not said of this one.
        let told = Set(reading.words.filter { !$0.isSubordinate }.map(\.folded))
        let saysOptional =
            told.contains("optional") || reading.says("omit", "null", "leave") || succeeds
            || match.pattern.names("without")
        let saysMandatory = !told.isDisjoint(with: ["mandatory", "compulsory", "obligatory", "required"])
        let isFree = reading.clause.modality == .permission
        let isDenied =
            reading.clause.negated || reading.clause.modality == .prohibition || reading.negates("optional")
        if reading.says("required"), reading.words.last?.folded != "required", !match.captures.isEmpty,
            !Self.requiresPresence(reading)
        {
            throw .tellsOtherwise("it is required for something, and not by itself")
        }
        isForbidden = reading.clause.modality == .prohibition && !saysOptional && !saysMandatory
        if saysOptional || saysMandatory {
            mayBeAbsent =
                saysOptional ? isFree || !isDenied : isFree
        } else {
            mayBeAbsent = isFree
        }
    }

    /// "One or the other must be set", "not both of them": nothing is said of each.
    private static func leavesChoice(_ match: Match) -> Bool {
        let reading = match.reading
        if reading.says("either") { return true }
        let isDenied = reading.clause.negated || reading.clause.modality == .prohibition
        if reading.says("both") { return isDenied || reading.words.contains(where: \.isNegation) }
        return reading.clause.modality == .obligation && !isDenied && reading.says("or")
    }

    /// No interface gets something to hold from it.
    private static func canDoWithout(_ callback: String, _ vocabulary: Vocabulary) -> Bool {
        vocabulary.apis(calling: callback).allSatisfy { vocabulary.resource(acquiredBy: $0.name)?.nature != .mapping }
    }

    /// "Required to provide it"; but "required to map all of it".
    private static func requiresPresence(_ reading: Reading) -> Bool {
        ["provide", "implement", "set", "fill", "give"].contains { verb in
            reading.says(phrase: "required to \(verb)") || reading.says(phrase: "required to be \(verb)")
        }
    }

    var subject: Name { Name(.callback, callback) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["callback": .word(callback), "mayBeAbsent": .flag(mayBeAbsent)]
        if !likewise.isEmpty { result["likewise"] = .words(likewise) }
        return result
    }

    /// The callbacks that these rules, of one documentation, let be left out.
    static func optionalCallbacks(in rules: [Clause.RuleReference]) -> Set<String> {
        Set(
            rules.compactMap { rule in
                guard rule.kind == kind, rule.force == .permitted,
                    case .word(let callback)? = rule.parameters["callback"]
                else { return nil }
                return callback
            })
    }

    /// The callbacks that these rules, of one documentation, do not let be left out.
    static func mandatoryCallbacks(in rules: [Clause.RuleReference]) -> Set<String> {
        Set(
            rules.flatMap { rule -> [String] in
                guard rule.kind == kind, rule.force == .required,
                    case .word(let callback)? = rule.parameters["callback"]
                else { return [] }
                guard case .words(let others)? = rule.parameters["likewise"] else { return [callback] }
                return [callback] + others
            })
    }

    func force(of reading: Reading) -> Force {
        if isForbidden { return .forbidden }
        guard mayBeAbsent else { return .required }
        if reading.says("succeed") { return .permitted }
        return reading.clause.modality == .recommendation ? .advised : .permitted
    }

    var actors: [String] { vocabulary.implementers }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required: mandatory
        case .permitted, .undefined: optional
        case .advised: .nothing("advice on whether to have a callback cannot be broken by one that has it")
        case .forbidden:
            .plan(
                TestPlan(
                    .none, [.note("With the callback, set-up is refused."), .world(.init()), .expect(.setUpFails)]))
        }
    }

    private var mandatory: Planned {
        .plan(
            TestPlan(
                .none,
                [
                    .world(.init("complete")), .expect(.setUpSucceeded), .world(.init(without: [callback])),
                    .expect(.setUpFails),
                ] + withoutOthers(.setUpFails) + bare(.setUpFails) + [
                    .note("Nor with nothing at all."), .world(.init("empty", with: [])), .expect(.setUpFails),
                ]))
    }

    /// Without each of the others that the words name.
    private func withoutOthers(_ check: TestPlan.Check) -> [TestPlan.Step] {
        likewise.flatMap { other -> [TestPlan.Step] in
            [.world(.init("without\(other)", without: [other])), .expect(check)]
        }
    }

    /// Without all others that may be left out as well, where there are any.
    private func bare(_ check: TestPlan.Check) -> [TestPlan.Step] {
        guard hasOthers else { return [] }
        return [
            .note("So it is when all others are left out that may be."), .world(.init("bare", with: needed)),
            .expect(check),
        ]
    }

    /// Without the callback, set-up succeeds; a call that only tells the implementer something goes well, and one
    /// that would get something from it fails and leaves nothing behind.
    private var optional: Planned {
        var steps: [TestPlan.Step] = [.world(.init(without: [callback])), .expect(.setUpSucceeded)]
        for api in vocabulary.apis(calling: callback) {
            let use = vocabulary.use(api.name)
            steps += use.before.filter { if case .act(.hold) = $0 { false } else { true } }
            if use.isAcquiring, use.resource?.nature == .mapping {
                steps += [.expect(.fails(use.action)), .expect(.isClean)]
            } else {
                steps += again(use)
            }
        }
        if Self.canDoWithout(callback, vocabulary) {
            // What ends it, or begins it, is there and called.
            steps += vocabulary.counterparts(of: callback).prefix(1).map { .expect(.called($0)) }
        }
        steps += withoutOthers(.setUpSucceeded)
        steps += bare(.setUpSucceeded)
        let brackets = vocabulary.apis(calling: callback).compactMap { vocabulary.resource(acquiredBy: $0.name) }
            .filter(vocabulary.isReadable).map(\.name)
        if !brackets.isEmpty {
            let (bracket, reader) = (TestPlan.boundName, TestPlan.Arguments(direction: .fromDevice))
            steps += [
                .note("Where no cache is in the way, devices are all that is waited for."),
                .forEachResource(
                    brackets,
                    [
                        .world(.init(without: [callback], isCoherent: true)),
                        .act(.hold(bracket, .init(context: .second))), .act(.startDeviceWrite(0xA5)),
                        .act(.hold(bracket, reader)), .expect(.reads(.read(bracket), 0xA5)),
                        .act(.release(bracket, reader)), .act(.startDeviceRead()),
                        .act(.hold(bracket, .init(direction: .toDevice))),
                        .act(.write(0x5A, bracket)), .expect(.reads(.finishDeviceRead, 0xA5)),
                        .act(.release(bracket, .init(direction: .toDevice))),
                        .act(.release(bracket, .init(context: .second))),
                    ]),
            ]
        }
        return .plan(TestPlan(.none, steps))
    }

    /// How often: more often than there can be places for what would be left.
    private static let rounds = 24

    /// Goes well, and goes well again: in every direction, where it has one.
    private func again(_ use: Vocabulary.Use) -> [TestPlan.Step] {
        guard let resource = use.resource else { return [.expect(.succeeds(use.action))] + use.after }
        if elsewhere.isTaken(resource.name, in: vocabulary) { return againBesideOthers(resource.name) }
        let isDirected = resource.nature == .bracket
        let span = TestPlan.Arguments(direction: isDirected ? .bound : .none)
        if vocabulary.isReadable(resource) {
            return [.forEachDirection([.expect(.succeedsWhenUsed(.access(resource.name, span)))])]
        }
        let (hold, release) = (TestPlan.Action.hold(resource.name, span), TestPlan.Action.release(resource.name, span))
        let round: [TestPlan.Step] =
            use.isReleasing ? [.act(hold), .expect(.succeeds(release))] : [.expect(.succeeds(hold)), .act(release)]
        let isOwn = use.isReleasing || use.action == .hold(resource.name)
        guard isOwn else { return [.expect(.succeeds(use.action))] + use.after }
        return [isDirected ? .forEachDirection(round) : .repeating(Self.rounds, round)]
    }

    /// By every context while others have one, and again when all are given back; and nothing of it is left.
    private func againBesideOthers(_ resource: String) -> [TestPlan.Step] {
        let own = TestPlan.Arguments(context: .bound)
        return [
            .repeating(
                2,
                [
                    .forEachContext([.expect(.succeeds(.hold(resource, own)))]),
                    .forEachContext([.expect(.succeeds(.release(resource, own)))]),
                ]),
            .act(.finish), .expect(.isClean),
        ]
    }
}
