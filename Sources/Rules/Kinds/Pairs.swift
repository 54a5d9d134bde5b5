import Clauses
import Promises

/// What is acquired is released again.
struct Pairs: RuleDefinition {
    static let kind = RuleKind.pairs
    static let summary = "Whoever acquires releases: what is still held at the end is reported as leaked."
    static let showsExemption = true
    static let nuances: Set<Nuance> = [.while, .without, .howOften]
    static let patterns: [Pattern] = [
        "{resource} … be unmap|release|drop|put|free|end|close|return|finish … again", "{party} … call {api}",
        "{party} … unmap|release|drop|put|free|end|close|finish … {resource}",
        "must|should|shall|need|have … call {api}",
        "{resource} … be unmap|release|drop|put|free|end|close", "unmap|munmap|release|drop|put|free once|when|after",
        "{api} ~ without ~ {api}", "{resource} must|should|shall|may|can not stay|remain map|open|hold",
        "no {resource} must|should|may|can stay|remain map|open|hold",
        "{resource} … be leave without {api}", "{resource} … be leave map|open|hold",
        "must|should|shall|need|have ~ unmap|release|drop|free|end|finish|close|unpin|clean|give|put|undo … by|with|using|use|through {api}",
        "leave ~ {resource} ~ map|open|hold",
        "must|should|shall|need|have … be unmap|release|drop|free|end|finish|close|unpin|clean|give|put|undo|undone … by|with|using|use|through {api}",
        "must|should|shall … be unmap|release|drop|free|end|close|give|put|undo|undone … by|through means of {api}",
        "{resource} must|should|shall … be return … by|with|using|use|through {api}",
        "give back ~ {resource} … by|with|using|use|through|of {api}",
        "rid of ~ {resource} … by|with|using|use|through {api}",
        "must be one|exactly ~ {api} for|per each|every? {api}",
        "for|per each|every {api} ~ must be one|exactly ~ {api}",
        "{api} … {api} … be pair|match|balance",
        "not call {api} … be bug|error|mistake",
        "{resource} … be to be unmap|release|drop|put|free|end|close|finish|clean", "clean ~ {resource}",
        "{resource} … be leak", "leak ~ {resource}",
        "not|never forget to unmap|release|drop|put|free|close ~ {resource}",
        "{api} … need|require matching|corresponding|balancing {api}",
        "{api} … be pair|match|balance with|by ~ {api}", "balance|match ~ {api} with|by|against|and ~ {api}",
        "announce this to … {party}", "once|when|after … call {api}",
        "{api} must|should|may|can ~ be call", "{api} must|should|shall ~ be use|issue afterwards",
        "this must|should|need|have … be do|done by|with|through {api}",
        "must|should|shall be call after|before ~ access",
    ]
    static let examples = ["A window must be unmapped again.", "After use the caller should call widget_end()."]
    static let counterExamples = ["widget_map() can fail."]

    let resource: String
    /// False where the words put the release before the use.
    let isAfter: Bool
    /// It is to be released when the bracket around it is closed.
    private let isOutside: Bool
    /// "Left mapped", "the one without the other": what is said is said of not releasing it.
    private let leaves: Bool
    /// The interface with which the words have it released, and which releases something else.
    private let wrongEnd: String?
    /// Other mappings of such a unit, which the words mean as well.
    private let likewise: [String]
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        try Self.refuseOtherPromises(match)
        vocabulary = match.vocabulary
        let mistaken = Self.releasedByAnother(reading)
        wrongEnd = mistaken?.api
        resource = if let mistaken { mistaken.resource } else { try Self.released(match) }
        let end = match.vocabulary.resource(resource)?.within.flatMap { match.vocabulary.resource($0)?.release }
        let isBeforeEnd = end.map { Self.names($0, behind: ["before"], in: reading) } ?? false
        isAfter = !reading.says("before", "beforehand") || isBeforeEnd
        let isWithout = match.pattern.names("without")
        if match.pattern.names("leave"), isWithout {
            guard match.apis.first == match.vocabulary.resource(resource)?.release else {
                throw .tellsOtherwise("it is left without something that does not end it")
            }
        } else if isWithout
            ? match.apis.first != match.vocabulary.resource(resource)?.acquire || reading.clause.modality == .guarantee
            : reading.says("without")
        {
            throw .tellsOtherwise("the one without the other is another promise")
        }
        let isStay = match.pattern.names("stay")
        if isStay, reading.clause.modality == .permission || !reading.forbidsStaying {
            throw .tellsOtherwise("what need not stay may go, and nobody has to see to it")
        }
        leaves = isWithout || isStay || Self.tellsOfLeak(reading)
        if leaves, reading.isExemption { throw .tellsOtherwise("what need not be left may go") }
        isOutside = Self.isAfterBracket(reading, match.vocabulary.resource(resource)?.within)
        let (held, within) = (resource, match.vocabulary.resource(resource)?.within)
        let isOfUnit = within != nil && match.apis.isEmpty && reading.mentions.contains(where: \.entity.isUnit)
        let others = match.vocabulary.resources.filter { $0.isPerChunk && $0.within == within && $0.name != held }
        likewise = isOfUnit ? others.map(\.name) : []
    }

    /// What the clause has released, by the name of the interface that does it, the thing, or what is documented.
    private static func released(_ match: Match) throws(Refusal) -> String {
        let reading = match.reading
        if let api = match.apis.first(where: { match.vocabulary.resource(releasedBy: $0) != nil })
            ?? match.apis.first
        {
            guard let released = match.vocabulary.resource(releasedBy: api) else {
                throw .lacks("nothing that can be released is named")
            }
            return released.name
        } else if let api = reading.surroundings.api, reading.apis.allSatisfy({ $0 == api }),
            reading.says(phrase: "be call")
        {
            // "Must be called after the access", of what ends it.
            guard let released = match.vocabulary.resource(releasedBy: api), !reading.accessIsOfOthers else {
                throw .tellsOtherwise("the call is not what ends it, or the access is of others")
            }
            return released.name
        } else if let named = nearest(match) ?? match.resource ?? reading.surroundings.recentResources.last {
            return named
        } else if let api = reading.apis.first, let released = match.vocabulary.resource(releasedBy: api) {
            return released.name
        } else {
            throw .lacks("nothing that can be released is named")
        }
    }

    /// "Once the access is over, the window has to be unmapped": of several things the one that stands closest before the
    /// verb; what is told of the time in front of it is not meant.
    private static func nearest(_ match: Match) -> String? {
        let reading = match.reading
        guard let first = match.captures.first(where: { $0.slot == .resource }),
            ["once", "after", "when", "if", "as"].contains(reading.words.first?.folded),
            let modal = reading.words.indices.first(where: {
                $0 >= first.range.upperBound
                    && (Restatement.modals.contains(reading.words[$0].folded) || reading.words.saysDuty(at: $0))
            })
        else { return nil }
        return reading.mentions.filter { $0.range.upperBound <= modal && $0.range.lowerBound > first.range.lowerBound }
            .last { !Pattern.resources(of: $0.entity, .resource, match.vocabulary).isEmpty }
            .flatMap { Pattern.resources(of: $0.entity, .resource, match.vocabulary).first }
    }

    /// Refuses words that tell something else.
    private static func refuseOtherPromises(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.says("automatic", "automatically") { throw .tellsOtherwise("what ends by itself is nobody's duty") }
        if reading.words.first?.folded == "while", ![.prohibition, .permission].contains(reading.clause.modality) {
            throw .tellsOtherwise("it tells of a call while what it releases is in use")
        }
        if reading.words.last?.folded == "first" {
            throw .tellsOtherwise("what is released first is released before it is used")
        }
        if reading.says(phrase: "free to"), reading.apis.isEmpty {
            throw .tellsOtherwise("it leaves somebody free, and frees nothing")
        }
        if reading.clause.modality == .guarantee, reading.says("call"), match.apis.isEmpty {
            throw .tellsOtherwise("it tells when a callback is called, and of nothing to give back")
        }
        if reading.asksOfAccess { throw .tellsOtherwise("it tells when something may be accessed") }
        if match.pattern.names("call"), [.prohibition, .permission].contains(reading.clause.modality),
            reading.says("context", "interrupt", "handler")
        {
            throw .tellsOtherwise("it tells from where a call may be made")
        }
        if leavesChoice(match) { throw .tellsOtherwise("it leaves something else to choose") }
        if reading.says(behindModal: "block", "sleep") { throw .tellsOtherwise("it tells when somebody may sleep") }
        if let times = reading.times, times > 1 {
            throw .tellsOtherwise("it is released more often than it was acquired")
        }
        if reading.words[match.range].contains(where: { $0.folded == "until" }) {
            throw .tellsOtherwise("it tells until when something else holds")
        }
        if tellsOfUnknownTime(reading) || reading.namesUnmapped || ordersReleases(reading) {
            throw .tellsOtherwise("it tells of an unknown time, of what is not mapped, or of an order of two releases")
        }
        if reading.clause.modality == .guarantee, reading.says(phrase: "by this") || reading.says(phrase: "by it") {
            throw .tellsOtherwise("what is documented does it, and nobody is asked to")
        }
        if match.pattern.names("once"), reading.clause.modality == .guarantee {
            throw .tellsOtherwise("it is told, and asked of nobody")
        }
    }

    /// "Unmapped, or passed on"; but "or else it leaks", "sooner or later", "whether it was accessed or not".
    private static func leavesChoice(_ match: Match) -> Bool {
        let words = match.reading.words
        let told = match.reading.toldElsewhere
        return words.indices[match.range.upperBound...].contains { index in
            guard words[index].folded == "or", !words[index].isSubordinate, !words[index].isCondition,
                !told.contains(index), let next = words.dropFirst(index + 1).first
            else { return false }
            return !["else", "later", "not", "it", "they", "that", "on", "if", "when"].contains(next.folded)
        }
    }

    /// "Must not leave a window mapped", "leak it"; but "must be unmapped, or it leaks".
    private static func tellsOfLeak(_ reading: Reading) -> Bool {
        reading.words.indices.contains { index in
            leaks.contains(reading.words[index].stem)
                && !reading.words[..<index].contains { ["or", "otherwise", "else", "lest"].contains($0.folded) }
        }
    }

    private static let leaks = Set(["leave", "leak"].map(Stem.of))

    /// "A window must be released with put()", which releases shares: what is held, and the interface that is to end it.
    private static func releasedByAnother(_ reading: Reading) -> (resource: String, api: String)? {
        // "Got with get() has to be released by put()": the last is what releases it.
        guard let end = reading.mentions.last(where: { isMeans($0, in: reading) }),
            let api = end.entity.names.first(where: { $0.category == .api })?.identifier,
            let ended = reading.vocabulary.resource(releasedBy: api) ?? reading.vocabulary.resource(acquiredBy: api)
        else { return nil }
        // What stands closest before it, and does not tell when: a unit may be held in several ways.
        let held = reading.mentions.last { mention in
            mention.range.upperBound <= end.range.lowerBound && mention.entity.isHeld && !mention.entity.isUnit
        }
        guard let held, held.range.lowerBound == 0 || !isTime(reading.words[held.range.lowerBound - 1]) else {
            return nil
        }
        let names = held.entity.names.filter { $0.category == .resource }.map(\.identifier)
        // What makes another one ends none.
        let isEnd = ended.release == api && names.contains(ended.name)
        guard let name = names.first, !isEnd else { return nil }
        return (name, api)
    }

    /// "With put()", "by calling put()".
    private static func isMeans(_ mention: Glossary.Mention, in reading: Reading) -> Bool {
        let isCall = mention.entity.isSymbol && mention.entity.names.contains { $0.category == .api }
        guard isCall, let word = reading.words[..<mention.range.lowerBound].last(where: { $0.stem != "call" }) else {
            return false
        }
        return ["with", "by", "using", "through"].contains(word.folded)
    }

    private static func isTime(_ word: Word) -> Bool {
        ["after", "before", "once", "when", "while", "during", "for", "behind"].contains(word.folded)
    }

    /// "Unmapped before it is released with put()": of two ends, which comes first.
    private static func ordersReleases(_ reading: Reading) -> Bool {
        guard let before = reading.words.firstIndex(where: { $0.folded == "before" }),
            reading.mentions.contains(where: { $0.range.lowerBound > before && isMeans($0, in: reading) })
        else { return false }
        let ends = ["unmap", "releas", "drop", "free", "clos", "end", "finish", "detach"]
        return [reading.words[..<before], reading.words[before...]].allSatisfy { part in
            part.contains { ends.contains($0.stem) }
        }
    }

    /// "While the access is open" is when it is held anyway; any other "while" is a time that no test arranges.
    private static func tellsOfUnknownTime(_ reading: Reading) -> Bool {
        let told = reading.toldElsewhere
        guard let index = reading.words.firstIndex(where: { $0.folded == "while" }), !told.contains(index) else {
            return false
        }
        let rest = reading.words[(index + 1)...]
        let isOfBracket = reading.mentions.contains { mention in
            mention.range.lowerBound > index
                && mention.entity.names.contains {
                    reading.vocabulary.resource($0.identifier)?.nature == .bracket && $0.category == .resource
                }
        }
        return !isOfBracket || rest.contains { $0.isNegation || ["no", "closed", "over"].contains($0.folded) }
    }

    /// "After end()": behind what closes the bracket around it.
    private static func isAfterBracket(_ reading: Reading, _ bracket: String?) -> Bool {
        guard let bracket, let release = reading.vocabulary.resource(bracket)?.release else { return false }
        return names(release, behind: ["after", "once"], in: reading)
    }

    /// Whether an interface, or a callback of its, is named right behind one of some words.
    private static func names(_ api: String, behind words: [String], in reading: Reading) -> Bool {
        let callbacks = reading.vocabulary.api(api)?.calls ?? []
        return reading.mentions.contains { mention in
            mention.range.lowerBound > 0 && words.contains(reading.words[mention.range.lowerBound - 1].folded)
                && mention.entity.names.contains {
                    $0 == Name(.api, api) || $0.category == .callback && callbacks.contains($0.identifier)
                }
        }
    }

    var subject: Name { Name(.resource, resource) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["resource": .word(resource), "after": .flag(isAfter)]
        if isOutside { result["outside"] = .flag(true) }
        result["by"] = wrongEnd.map { .word($0) }
        return result
    }

    /// What must not stay as it is has to be released.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if leaves { return force == .forbidden ? .required : force == .permitted ? .permitted : .forbidden }
        return force == .forbidden && reading.forbidsStaying ? .required : force
    }

    var actors: [String] { vocabulary.holders(of: resource) }

    func plan(_ force: Force) -> Planned {
        if let wrongEnd, force == .required || force == .advised {
            let use = vocabulary.use(wrongEnd)
            return .plan(
                TestPlan(
                    .none,
                    [.note("Released with what it is to be released with."), .world(.init())]
                        + vocabulary.preparing(resource) + [.act(.hold(resource))] + use.before
                        + [.expect(.succeeds(use.action)), .act(.finish), .expect(.isClean)]))
        }
        if wrongEnd != nil { return .nothing("what else releases it is not tested") }
        if isOutside, let bracket = vocabulary.resource(resource)?.within {
            return .plan(
                TestPlan(
                    .none,
                    [
                        .note("Released behind the bracket, as it is written."), .world(.init()), .act(.hold(bracket)),
                        .act(.hold(resource)), .act(.release(bracket)), .expect(.succeeds(.release(resource))),
                        .act(.finish), .expect(.isClean),
                    ]))
        }
        guard isAfter else {
            return .plan(
                TestPlan(
                    .none,
                    [.note("Released first, as it is written, then acquired."), .world(.init())]
                        + vocabulary.preparing(resource) + [
                            .expect(.succeeds(.release(resource))), .expect(.succeeds(.hold(resource))),
                            .act(.finish), .expect(.isClean),
                        ]))
        }
        switch force {
        case .required, .advised:
            return .plan(
                TestPlan(
                    .none,
                    clean + leaked + others))
        case .permitted: return .plan(TestPlan(.none, clean + kept + [.expect(.isClean)]))
        case .forbidden: return .plan(TestPlan(.none, kept + [.expect(.isClean)]))
        case .undefined: return .nothing("nothing is promised about the release")
        }
    }

    private var others: [TestPlan.Step] {
        likewise.flatMap { other -> [TestPlan.Step] in
            guard let bracket = vocabulary.resource(other)?.within else { return [] }
            return [.world(.init("\(other)Bed")), .act(.hold(bracket)), .act(.hold(other)), .act(.release(bracket))] + [
                .expect(.reported(.leaked, other, .resource)), .act(.finish), .act(.ignore(.leaked)),
            ]
        }
    }

    /// Never released, by whoever acquires it: the last chunk of several, or one in an access that never ends; an access in
    /// any direction, and the outer one of two, while others keep their duty.
    private var leaked: [TestPlan.Step] {
        let told: TestPlan.Step = .expect(.reported(.leaked, resource, .resource))
        let note: TestPlan.Step = .note("Never released.")
        guard let held = vocabulary.resource(resource) else { return [] }
        if held.isPerChunk, let bracket = held.within {
            let own = TestPlan.Arguments(context: .bound)
            return [
                note, .world(.init()),
                .forEachContextOf(
                    [.first, .second],
                    [
                        .act(.hold(bracket, own)), .act(.hold(resource, .init(chunk: .last, context: .bound))),
                        .act(.release(bracket, own)), told,
                    ]),
                .act(.hold(bracket, .init(context: .third))), .act(.hold(resource, .init(context: .third))),
                .act(.finish), told, .act(.ignore(.leaked)),
            ]
        }
        if held.nature == .reference { return [note] + leakedBesideOthers(told) }
        let isDirected = held.nature == .bracket
        let own = TestPlan.Arguments(direction: isDirected ? .bound : .none, context: .second)
        let twice: [TestPlan.Step] =
            isDirected
            ? [.repeating(2, [.act(.hold(resource, own))]), .act(.release(resource, own))]
            : [.act(.hold(resource, own))]
        let round: [TestPlan.Step] =
            [.world(.init())] + vocabulary.preparing(resource) + (isDirected ? [.act(.holdOnce(resource))] : []) + twice
            + [.act(.finish), told, .act(.ignore(.leaked))]
        return [note] + (isDirected ? [.forEachDirection(round)] : round)
    }

    /// One of two that is left, and then more of them, each other thing left as well.
    private func leakedBesideOthers(_ told: TestPlan.Step) -> [TestPlan.Step] {
        let other = TestPlan.Arguments(context: .second)
        let steps: [TestPlan.Step] = [
            .repeating(2, [.act(.hold(resource, other))]), .act(.release(resource, other)),
            .act(.holdAll(.bound, .second)), .act(.finish), told, .act(.ignore(.leaked)),
        ]
        return [
            .forEachCompany(vocabulary.references, [.world(.init())] + vocabulary.preparing(resource) + steps)
        ]
    }

    private var clean: [TestPlan.Step] {
        // Several go in another order than they came.
        if vocabulary.resource(resource)?.nature == .reference {
            let own = TestPlan.Arguments(context: .bound)
            return [.world(.init("tidy"))] + vocabulary.preparing(resource) + [
                .forEachContext([.expect(.succeeds(.hold(resource, own)))]),
                .forEachContext([.expect(.succeeds(.release(resource, own)))]), .act(.finish), .expect(.isClean),
            ]
        }
        // What gives back a part has no result.
        let isPart = vocabulary.resource(resource)?.isPerChunk ?? false
        let once: [TestPlan.Step] =
            isPart
            ? [.expect(.succeeds(.holdOnce(resource)))]
            : [.expect(.succeeds(.hold(resource))), .expect(.succeeds(.release(resource)))]
        return [.world(.init("tidy"))] + vocabulary.preparing(resource) + once + [.act(.finish), .expect(.isClean)]
    }
    /// Never released: a chunk, before the bracket around it ends; anything else, before the world does.
    private var kept: [TestPlan.Step] {
        let steps: [TestPlan.Step] = [.note("Never released."), .world(.init())]
        if let held = vocabulary.resource(resource), held.isPerChunk, let bracket = held.within {
            return steps + [.act(.hold(bracket)), .act(.hold(resource)), .act(.release(bracket))]
        }
        return steps + vocabulary.preparing(resource) + [.act(.hold(resource)), .act(.finish)]
    }
}
