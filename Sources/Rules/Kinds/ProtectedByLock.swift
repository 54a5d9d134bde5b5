import Clauses
import Promises

/// Callbacks run under a lock; calls that contend for it are served one after another.
struct ProtectedByLock: RuleDefinition {
    static let kind = RuleKind.protectedByLock
    static let summary = "The lock is held in the callbacks, and concurrent callers never reach them twice at once."
    static let nuances: Set<Nuance> = [.only, .while]
    static let patterns: [Pattern] = [
        "protect|guard … {lock}", "lock that|which protect|guard|serialize … be {lock}",
        "{lock} … protect|serialize|guard", "take|hold … {lock}", "under … {lock}",
        "with … {lock} … hold", "serialize … {lock}", "without … {lock}", "{lock} … be? hold|take",
        "no lock … protect|guard|serialize", "{api} … be unprotected",
        "not|never protect|guard|serialize by any lock", "take|hold no lock",
        "no protection|serialization … {api}", "not|never protect|guard|serialize ~ {api}",
        "drop|release ~ {lock} before ~ call|invoke",
        "{lock} & concurrent|concurrently|simultaneously|parallel|same & {api}",
    ]
    static let examples = ["Calls of widget_map() are protected by taking widget->lock."]
    static let counterExamples = ["widget_map() can fail."]

    let lock: String
    let callbacks: [String]
    let resource: String?
    /// The callbacks of which the words have it that they run without the lock ("only this one").
    private let others: [String]
    /// The callbacks that other clauses let be left out: what locks then is the call itself.
    private let optional: Set<String>
    /// "Drops the lock before it calls"
    private let isDropped: Bool
    /// The words tell of calls at the same time, and of the lock beside them.
    private let isOfConcurrency: Bool
    private let vocabulary: Vocabulary
    private let elsewhere: StatedElsewhere
    /// What the calls themselves take nobody is asked to take.
    let actors: [String]

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        vocabulary = match.vocabulary
        elsewhere = match.reading.surroundings.elsewhere
        optional = reading.surroundings.elsewhere.optionalCallbacks
        isOfConcurrency = match.pattern.names("concurrent")
        isDropped = match.pattern.names("drop")
        if Self.guardsAgainstLock(reading) {
            throw .tellsOtherwise("it tells what is guarded against")
        }
        if Self.isOfOtherLock(match) || reading.says("forbid", "prohibit")
            || ["nested", "recursive"].contains(reading.words.first?.folded)
        {
            throw .tellsOtherwise("it does not tell that the lock protects the calls of two")
        }
        if Set(reading.names(.lock)).count > 1 { throw .tellsOtherwise("of several locks the test looks at one") }
        if [.guarantee, .outcome, .permission].contains(reading.clause.modality),
            reading.leavesOpen("protect", "guard", "serialize", "hold", "take")
        {
            throw .tellsOtherwise("it may be so, and need not")
        }
        if reading.says(phrase: "left to") { throw .tellsOtherwise("it is left to somebody, and promised by nobody") }
        if Self.isOfCaller(reading) { throw .tellsOtherwise("it is the caller who holds the lock") }
        let isAsked = reading.clause.modality == .obligation && !reading.apis.isEmpty
        actors = isAsked ? match.vocabulary.parties.filter { $0.role == .framework }.map(\.name) : []
        // "No lock", "unprotected": by none of them, so by the one there is.
        let named = match.names(.lock, .lock).first
        guard let lock = named ?? (Self.isUnprotected(reading) ? vocabulary.locks.first?.name : nil) else {
            throw .lacks("no lock is named")
        }
        self.lock = lock
        var callbacks: [String] = []
        var resource: String?
        for api in reading.apis {
            for callback in match.vocabulary.api(api)?.calls ?? [] { callbacks.appendOnce(callback) }
            resource = resource ?? match.vocabulary.resource(acquiredOrReleasedBy: api)?.name
        }
        if callbacks.isEmpty { callbacks = reading.callbacks }
        if callbacks.isEmpty, let own = reading.surroundings.callback { callbacks = [own] }
        if callbacks.isEmpty, let api = reading.surroundings.api { callbacks = match.vocabulary.api(api)?.calls ?? [] }
        // A member that counts what is held, or points at it: what makes it and what ends it change the member.
        if callbacks.isEmpty, let member = reading.clause.block.member,
            let held = match.vocabulary.resources.first(where: { $0.nouns.contains(member) })?.name
        {
            callbacks = [
                match.vocabulary.acquiringCallback(of: held), match.vocabulary.releasingCallback(of: held),
            ].compactMap(\.self)
        }
        guard !callbacks.isEmpty else { throw .lacks("no callback is named that runs under the lock") }
        if resource == nil, let callback = callbacks.first {
            resource =
                match.vocabulary.apis(calling: callback).compactMap {
                    match.vocabulary.resource(acquiredOrReleasedBy: $0.name)?.name
                }.first
        }
        self.callbacks = callbacks
        self.resource = resource
        let words = match.vocabulary
        let ends = resource.map { [words.acquiringCallback(of: $0), words.releasingCallback(of: $0)] } ?? []
        others = reading.saysOnlyOfInterface ? ends.compactMap(\.self).filter { !callbacks.contains($0) } : []
    }

    var subject: Name { Name(.lock, lock) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["lock": .word(lock), "callbacks": .words(callbacks)]
        if !others.isEmpty { result["not"] = .words(others) }
        return result
    }

    /// "Must be called with the lock held", of an interface: whoever calls has it, or must not have it, and what the call
    /// itself takes shows nothing of that.
    private static func isOfCaller(_ reading: Reading) -> Bool {
        // "Callers provide protection by taking the lock."
        let keepers = reading.vocabulary.parties.filter { $0.role == .framework }.map(\.name)
        let subject = reading.mentions.first { $0.range.lowerBound == 0 && !$0.entity.parties.isEmpty }
        if reading.says("provide", "give", "ensure"), let subject,
            !subject.entity.parties.contains(where: keepers.contains)
        {
            return true
        }
        let isOfInterface =
            reading.surroundings.callback == nil && reading.callbacks.isEmpty
            && !(reading.apis.isEmpty && reading.surroundings.api == nil)
        return isOfInterface && [.obligation, .prohibition, .permission].contains(reading.clause.modality)
            && (reading.says(phrase: "call with") || reading.says("with", "without") && reading.says("held"))
    }

    /// "Protected from the lock", "by another lock than the one named"; "by the caller taking it".
    private static func isOfOtherLock(_ match: Match) -> Bool {
        let reading = match.reading
        let keepers = reading.vocabulary.parties.filter { $0.role == .framework }.map(\.name)
        return reading.mentions.contains { mention in
            guard mention.entity.names.contains(where: { $0.category == .lock }), mention.range.lowerBound > 1 else {
                return false
            }
            let before = reading.words[mention.range.lowerBound - 1]
            let isTakenByOther =
                takings.contains(before.stem)
                && reading.mentions.contains { other in
                    other.range.upperBound == mention.range.lowerBound - 1 && !other.entity.parties.isEmpty
                        && !other.entity.parties.contains(where: keepers.contains)
                }
            return ["from", "than"].contains(before.folded) || isTakenByOther
        }
    }

    private static let takings = Set(["take", "hold", "acquire", "acquisition", "lock"].map(Stem.of))

    /// "Guards against taking the lock twice": behind the word stands the lock, and not what it guards against. But "calls
    /// are guarded against by taking it".
    private static func guardsAgainstLock(_ reading: Reading) -> Bool {
        guard let against = reading.words.firstIndex(where: { $0.folded == "against" }),
            reading.words[..<against].last.map({ ["guard", "protect"].contains($0.stem) }) ?? false,
            !(reading.words.dropFirst(against + 1).first?.folded == "by"
                && takings.contains(reading.words.dropFirst(against + 2).first?.stem ?? ""))
        else { return false }
        let locks = reading.mentions.filter { $0.entity.names.contains { $0.category == .lock } }
        return !locks.contains { $0.range.upperBound <= against }
    }

    /// "Run without the lock", "without taking it", and "no lock protects".
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if isOfConcurrency { return Self.preventsConcurrency(reading) ? .required : .forbidden }
        let isWithout = reading.mentions.contains { mention in
            reading.closeBefore(mention.range.lowerBound).contains { $0.folded == "without" }
                && mention.entity.names.contains { $0.category == .lock }
        }
        if isWithout || isDropped { return force == .forbidden ? .required : .forbidden }
        return force == .required && Self.isUnprotected(reading) ? .forbidden : force
    }

    /// "Keeps them from running concurrently", "they never run concurrently": one of both, and not both.
    private static func preventsConcurrency(_ reading: Reading) -> Bool {
        let isPrevented = reading.says(
            "keep", "prevent", "protect", "guard", "exclude", "serialize", "against", "exclusive", "protection")
        let isDenied =
            reading.clause.negated || reading.clause.modality == .prohibition || reading.words.first?.folded == "no"
        return isPrevented != isDenied
    }

    private static func isUnprotected(_ reading: Reading) -> Bool {
        reading.denies("lock", "protection", "serialization") || reading.says("unprotected")
            || reading.says(phrase: "any lock") || reading.negates("protect", "guard", "serialize")
    }

    func plan(_ force: Force) -> Planned {
        guard let resource else { return .nothing("no documented call leads to these callbacks") }
        switch force {
        case .required, .advised:
            return .plan(TestPlan(.none, held(resource) + concurrent(resource) + unheard(resource)))
        case .forbidden:
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(resource) + [
                        .act(.hold(resource)), .act(.release(resource)),
                    ]
                        + callbacks.map { .expect(.noCallHolds($0, lock: lock)) }))
        case .permitted: return .nothing("a lock that may or may not be held cannot be seen missing")
        case .undefined: return .nothing("nothing is promised about the lock")
        }
    }

    private func held(_ resource: String) -> [TestPlan.Step] {
        let contended = contended(resource)
        let isTaken = elsewhere.isTaken(resource, in: vocabulary)
        let own = TestPlan.Arguments(context: .bound)
        let use: [TestPlan.Step] =
            isTaken
            ? [.forEachContext([.act(.hold(resource, own))]), .forEachContext([.act(.release(resource, own))])]
            : [.act(.hold(resource)), .act(.release(resource))]
        let steps = [.world(.init())] + vocabulary.preparing(resource) + contended
        let checks = callbacks.flatMap { callback -> [TestPlan.Step] in
            [
                .expect(.callCount(callback, contended.isEmpty && !isTaken ? 1 : 3)),
                .expect(.everyCallHolds(callback, lock: lock)),
            ]
        }
        let free = others.map { TestPlan.Step.expect(.noCallHolds($0, lock: lock)) }
        return steps + use + checks + free + [.expect(.isClean)]
    }

    /// Between the call and the lock another context comes first: whatever was looked at before is no longer true. Who
    /// joins what is held, or leaves it to others, takes the lock for that as well.
    private func contended(_ resource: String) -> [TestPlan.Step] {
        // Of what nobody counts each call reaches the callback, which shows that the lock is held.
        guard vocabulary.resource(resource)?.nature == .mapping || elsewhere.counted.contains(resource),
            let acquiring = vocabulary.acquiringCallback(of: resource),
            let releasing = vocabulary.releasingCallback(of: resource)
        else { return [] }
        let other = TestPlan.Arguments(context: .second)
        return [
            .act(.hold(resource, other)), .note("Another context gets the lock first, and lets go."),
            .act(.contend(lock, .release(resource, other))), .act(.hold(resource)),
            .expect(.callCount(acquiring, 2)), .act(.hold(resource, other)),
            .act(.contend(lock, .release(resource, other))), .act(.release(resource)),
            .expect(.callCount(releasing, 2)), .note("And nobody does."),
        ]
    }

    private func concurrent(_ resource: String) -> [TestPlan.Step] {
        [
            .concurrently([
                .act(.hold(resource, .init(context: .bound))), .act(.release(resource, .init(context: .bound))),
            ]),
            .expect(.neverOverlapped(callbacks)),
        ]
    }

    /// The same where nobody hears of the calls: that another context can come between shows that the lock is asked for.
    private func unheard(_ resource: String) -> [TestPlan.Step] {
        guard elsewhere.isTaken(resource, in: vocabulary), callbacks.allSatisfy(optional.contains) else { return [] }
        let other = TestPlan.Arguments(context: .second)
        return [
            .note("So it is where there is no callback."), .world(.init("bare", without: callbacks)),
            .act(.contend(lock, .hold(resource, other))), .expect(.succeeds(.hold(resource))),
            .expect(.succeeds(.release(resource, other))), .act(.hold(resource, other)),
            .act(.contend(lock, .release(resource, other))), .expect(.succeeds(.release(resource))),
            .expect(.fails(.release(resource, other))),
        ]
    }
}
