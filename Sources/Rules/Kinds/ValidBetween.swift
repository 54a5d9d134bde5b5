import Clauses
import Promises

/// Access only inside of a bracket, or only through a mapping.
struct ValidBetween: RuleDefinition {
    static let kind = RuleKind.validBetween
    static let summary = "An access is in order inside of its bracket, and reported outside of it."
    static let showsExemption = true
    static let nuances: Set<Nuance> = [.outside, .without, .while, .unless]
    static let patterns: [Pattern] = [
        "access|transaction … be bracket|enclose|surround|wrap … {bracket}",
        "{party} … bracket|enclose|surround|wrap … access|transaction … {bracket}",
        "bracket|enclose|surround|wrap … access|transaction … {bracket}",
        "bracket|enclose|surround|wrap … access",
        "{bracket} … before and after … access", "use|issue|call {bracket} … before|after … access",
        "use {bracket} … when access", "{mapping} … map before|after … access", "before access … {mapping} ~ be? map",
        "before access|use ~ … need|must|have … be? map",
        "before … access … need|must|have|should … notify|call|announce|tell",
        "access … only … between|inside|within|while",
        "{bracket} … use … access", "sure … {bracket} … use … access",
        "access … without {bracket}", "before map ~ … need|must|have … be? access",
        "before {mapping} be access … be? map",
        "{mapping} … access before|until|unless|without ~ be? map",
        "access … outside of? {bracket}", "access ~ {mapping} without ~ map",
        "only ~ {mapping} ~ map ~ access",
        "access ~ unmapped {mapping}", "access ~ {mapping} that|which have|be not be? map",
        "{mapping} … access only after|once|when ~ be? map",
        "only mapped {mapping} … be access", "access … except between|inside|within {bracket}",
        "access ~ {mapping} require ~ be? map", "access … without bracket|enclose ~ {bracket}",
        "before ~ access … must call|use|issue {bracket} … {bracket} afterwards|after",
        "access ~ {mapping} … before ~ be? map", "{party} map ~ {mapping} before ~ access",
        "access … precede by {bracket} … follow by {bracket}",
        "access … follow by {bracket} … precede by {bracket}",
        "must|should|shall be call before|after ~ access",
        "call {bracket} … around ~ access", "{bracket} before ~ access … {bracket} after|afterwards|once|when",
        "{bracket} after ~ access … {bracket} before", "call {bracket} … before and after ~ access",
    ]
    static let examples = [
        "Accesses have to be bracketed by widget_begin() and widget_end().",
        "Before accessing a window it must be mapped.",
    ]
    static let counterExamples = ["This callback is optional."]

    /// What has to be open, or mapped.
    let resource: String
    private let vocabulary: Vocabulary
    private let isCoherenceAtStake: Bool
    /// Of the two ends the beginning alone is named.
    private let isBeginAlone: Bool
    /// The mapping through which the access goes, where the words have it so.
    private let through: String?
    /// The end is said to stand before the access, and the beginning after it.
    private let isReversed: Bool
    /// "Must not be bracketed": it is the bracket that is forbidden, not the access without it.
    private let isAgainstBracket: Bool

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        vocabulary = match.vocabulary
        try Self.refuseOtherPromises(match)
        let isMap = reading.says("map") && !reading.says("bracket")
        let mentioned = reading.mentions.flatMap {
            Pattern.resources(of: $0.entity, isMap ? .mapping : .bracket, match.vocabulary)
        }
        guard let resource = match.resource ?? mentioned.first ?? reading.surroundings.recentResources.last else {
            throw .lacks("nothing is named that has to be open, or mapped")
        }
        let isForUserspace = match.vocabulary.isHeldByUserspace(resource)
        let tellsUserspace =
            reading.says("notify", "tell", "announce")
            && match.vocabulary.parties.contains { $0.role == .userspace && reading.parties.contains($0.name) }
        if isForUserspace ? reading.says(phrase: "by kernel") : tellsUserspace {
            throw .tellsOtherwise("what userspace brackets the kernel does not, and nobody has to tell userspace")
        }
        // "Must not access an unmapped window": what has to be mapped before.
        let isOfUnmapped = reading.words.contains { $0.folded == "unmapped" } || match.pattern.names("which")
        // Forbidden to access it before it is mapped, or asked to.
        let accessesFirst = isMap && (reading.says(phrase: "access before") || Self.accessesBefore(reading))
        // "Must be called after the access", of what begins it.
        let documented = reading.surroundings.api.flatMap { match.vocabulary.resource(acquiredOrReleasedBy: $0) }
        if match.captures.isEmpty, reading.says(phrase: "be call"), let called = reading.surroundings.api {
            guard let documented, documented.nature == .bracket, documented.acquire == called,
                reading.apis.allSatisfy({ $0 == called }),
                reading.says("before") != reading.says("after"), !reading.accessIsOfOthers
            else { throw .tellsOtherwise("it is another end, or no bracket, that has to be called") }
            self.resource = documented.name
            through = nil
            isReversed = reading.says("after")
            isAgainstBracket = false
            isCoherenceAtStake = true
            isBeginAlone = called == documented.acquire && reading.says("before")
            return
        }
        if let bracket = match.vocabulary.resource(resource), bracket.nature == .bracket, reading.says("after"),
            !reading.says("before"), reading.apis == [bracket.release]
        {
            throw .tellsOtherwise("it tells of its end alone")
        }
        let bracket = match.vocabulary.resource(resource)
        let namesBeginAlone = bracket?.nature == .bracket && reading.apis == [bracket?.acquire]
        if namesBeginAlone, reading.says(phrase: "before and after") {
            throw .tellsOtherwise("it names one call for both ends")
        }
        isBeginAlone = namesBeginAlone && reading.says("before") && !reading.says("after", "end", "bracket", "enclose")
        self.resource = resource
        let isThrough = ["this mapping", "such a mapping", "its mapping"].contains {
            reading.says(phrase: "through \($0)") || reading.says(phrase: "by \($0)")
        }
        let made = isThrough ? reading.surroundings.api.flatMap { match.vocabulary.resource(acquiredBy: $0) } : nil
        through = made.flatMap { $0.nature == .mapping && $0.name != resource ? $0.name : nil }
        isReversed =
            Self.isReversed(reading, resource) || accessesFirst && reading.clause.modality != .prohibition
            || isOfUnmapped && reading.clause.modality == .obligation
            || isMap
                && (reading.says("after") && !reading.says("before") && !Self.accesses("after", reading)
                    || zip(reading.words, reading.words.dropFirst()).contains {
                        $0.folded == "before" && $1.folded == "mapping"
                    })
        isAgainstBracket =
            !accessesFirst && !reading.says("without", "unless", "outside", "until", "only", "except") && !isOfUnmapped
        let isBracket = match.vocabulary.resource(resource)?.nature == .bracket
        // Where the documentation has the mapping coherent without its bracket, nothing stale is ever seen.
        isCoherenceAtStake =
            isBracket
            && !match.vocabulary.resources.contains {
                $0.within == resource && reading.surroundings.elsewhere.coherentMappings.contains($0.name)
            }
    }

    /// Refuses words that tell something else.
    private static func refuseOtherPromises(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if match.pattern.names("until"), reading.says("until", "unless"), reading.clause.modality != .prohibition {
            throw .tellsOtherwise("nothing but a denial makes an order of it")
        }
        if reading.says("deny", "revoke", "refuse", "reject", "forbid") {
            throw .tellsOtherwise("access that is denied is not made")
        }
        let isGuaranteed = reading.clause.modality == .guarantee
        let isOfCoherency =
            isGuaranteed && reading.says("coherency", "coherence") && !reading.says(phrase: "before and after")
        if isOfCoherency
            || (isGuaranteed || reading.says("guarantee", "ensure")) && reading.says("coherent", "incoherent")
        {
            throw .tellsOtherwise("it tells which data are seen")
        }
        let isAsked = [.obligation, .prohibition, .permission].contains(reading.clause.modality)
        if match.pattern.names("outside"), !isAsked {
            throw .tellsOtherwise("what is told of access outside is neither asked nor left to anybody")
        }
        if match.pattern.names("precede"), reading.accessIsOfOthers {
            throw .tellsOtherwise("the access is of others than those who bracket it")
        }
        if reading.leavesOpenEnd { throw .tellsOtherwise("of the two ends it leaves open which") }
        if match.namesOthersThanBrackets || match.bracketsWithOthers || match.namesOneEndTwice {
            throw .tellsOtherwise("it names others than the two ends of the bracket")
        }
        let sides = reading.words.map(\.folded).filter { ["before", "after"].contains($0) }
        if sides.count > 1, Set(sides).count == 1 {
            throw .tellsOtherwise("both words stand on one side of the access")
        }
        let isOneSide = reading.says(phrase: "only before") || reading.says(phrase: "only after")
        if isOneSide, !accesses("after", reading) { throw .tellsOtherwise("it tells of one side of the access alone") }
    }

    /// "The one and the other before and after": whether the beginning is to come after, or the end before.
    private static func isReversed(_ reading: Reading, _ resource: String) -> Bool {
        guard let resource = reading.vocabulary.resource(resource) else { return false }
        func place(of api: String, not other: String) -> Int? {
            reading.mentions.filter { mention in
                let names = mention.entity.names.filter { $0.category == .api }.map(\.identifier)
                return names.contains(api) && !names.contains(other)
            }.map(\.range.lowerBound).min()
        }
        func place(of word: String) -> Int? { reading.words.firstIndex { $0.folded == word } }
        let begin = place(of: resource.acquire, not: resource.release)
        let end = place(of: resource.release, not: resource.acquire)
        switch (begin, end, place(of: "before"), place(of: "after")) {
        case (let begin?, let end?, let before?, let after?): return (begin > end) != (before > after)
        // "Preceded by the one, and followed by the other."
        case (let begin?, let end?, nil, nil) where reading.says("precede") && reading.says("follow"):
            let isFollowFirst = reading.words.first { ["preced", "follow"].contains($0.stem) }?.stem == "follow"
            return (begin > end) != isFollowFirst
        // "The one ahead of it, and the other once it is done."
        case (let begin?, let end?, nil, _) where reading.says("ahead"),
            (let begin?, let end?, _?, nil) where reading.says("once"):
            return begin > end
        // "Before it is accessed, call the one, and the other afterwards."
        case (let begin?, let end?, _?, nil) where reading.says("afterwards"): return begin > end
        // "Before it is accessed, call the one that ends": by itself on the wrong side.
        case (let begin?, let end?, nil, nil): return begin > end && reading.says("bracket", "enclose")
        case (nil, _?, _?, nil), (_?, nil, nil, _?): return reading.words.contains { $0.stem == "call" }
        default: return false
        }
    }

    /// "Accessing it is not allowed before it is mapped": the mapping alone stands behind "before".
    private static func accessesBefore(_ reading: Reading) -> Bool {
        reading.clause.modality == .prohibition && accesses("before", reading)
    }

    /// "Accessed only after it is mapped": the access stands before a word of order, and the mapping behind it.
    private static func accesses(_ order: String, _ reading: Reading) -> Bool {
        guard let place = reading.words.firstIndex(where: { $0.folded == order }) else { return false }
        return reading.words[..<place].contains { $0.stem == "access" }
            && reading.words[place...].contains { $0.stem == "map" }
            && !reading.words[place...].contains { $0.stem == "access" }
    }

    var subject: Name { Name(.resource, resource) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["resource": .word(resource)]
        if isReversed { result["reversed"] = .flag(true) }
        if isBeginAlone { result["ends"] = .word("begin") }
        result["through"] = through.map { .word($0) }
        return result
    }

    /// A "no" elsewhere in the clause denies something else.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if reading.denies("access", "transaction"), force != .undefined { return .forbidden }
        if force == .permitted, Self.isFreeOnlyBehind("before", reading) { return .required }
        let isDenied = reading.words.contains(where: \.isNegation)
        return force == .forbidden && reading.clause.modality == .guarantee && !isDenied ? .required : force
    }

    /// "Windows need mapping before they can be accessed": the freedom is what the duty is for.
    private static func isFreeOnlyBehind(_ order: String, _ reading: Reading) -> Bool {
        func isFree(_ word: Word) -> Bool { ["may", "can", "could"].contains(word.folded) }
        guard let place = reading.words.firstIndex(where: { $0.folded == order }) else { return false }
        return reading.words[..<place].contains { ["need", "requir"].contains($0.stem) }
            && !reading.words[..<place].contains { isFree($0) || $0.isNegation || $0.folded == "no" }
            && reading.words[place...].contains(where: isFree)
    }

    var company: [String] { vocabulary.mappings(within: resource).flatMap { [$0.name, $0.acquire] } }

    var actors: [String] { vocabulary.holders(of: resource) }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required where isReversed, .advised where isReversed: .plan(TestPlan(.none, reversed))
        case .forbidden where isAgainstBracket: .plan(TestPlan(.none, against))
        case .required, .advised, .forbidden:
            .plan(
                TestPlan(
                    .none, (chunkByChunk ?? inside + outsideReported) + (isBeginAlone ? [] : unended) + throughMapping))
        case .permitted: .plan(TestPlan(.none, inside + outside + [.expect(.isClean)]))
        case .undefined: .nothing("nothing is promised about accesses outside")
        }
    }

    private var acquire: String { vocabulary.resource(resource)?.acquire ?? resource }

    private var inside: [TestPlan.Step] {
        [
            .world(.init()), .act(.prepare(acquire)), .expect(.succeeds(.hold(resource))),
            .act(.write(0x5A, resource)), .expect(.reads(.read(resource), 0x5A)), .act(.release(resource)),
            .expect(.isClean),
        ]
    }
    /// The same with each chunk, where one thing is mapped chunk by chunk.
    private var chunkByChunk: [TestPlan.Step]? {
        guard vocabulary.resource(resource)?.isPerChunk ?? false, otherBracket == nil, !isCoherenceAtStake else {
            return nil
        }
        let own = TestPlan.Arguments(chunk: .bound)
        return [
            .world(.init()), .act(.prepare(acquire)),
            .forEachChunk([
                .expect(.succeeds(.hold(resource, own))), .act(.write(0x5A, resource)),
                .expect(.reads(.read(resource), 0x5A)), .act(.release(resource, own)), .expect(.isClean),
                .note("Outside, the same access is none."), .act(.read(resource)),
                .expect(.reported(.accessedOutside, resource, .resource)),
            ]),
        ]
    }
    private var against: [TestPlan.Step] {
        [
            .world(.init()), .act(.prepare(acquire)), .act(.hold(resource)), .act(.read(resource)),
            .expect(.isNotClean),
        ]
    }
    private var reversed: [TestPlan.Step] {
        [
            .world(.init()), .act(.prepare(acquire)), .act(.release(resource)), .act(.read(resource)),
            .act(.hold(resource)), .expect(.isClean),
        ]
    }
    private var outside: [TestPlan.Step] { [.note("Outside, the same access is none."), .act(.read(resource))] }
    /// Read inside of another bracket, where there is one, and written outside of any.
    private var outsideReported: [TestPlan.Step] {
        let reported: TestPlan.Step = .expect(.reported(.accessedOutside, resource, .resource))
        let read: [TestPlan.Step] = [.act(.read(resource)), reported]
        guard let other = otherBracket else {
            return outside + [reported, .act(.ignore(.accessedOutside))] + stale
        }
        let others = TestPlan.Arguments(context: .second)
        // Nor for somebody who has nothing to do with any of them.
        let shown: [TestPlan.Step] =
            isCoherenceAtStake
            ? [
                .act(.deviceWrite(0xA5)),
                .expect(.doesNotRead(.read(resource, .start, .third), 0xA5)), reported,
            ] : [.act(.read(resource, .start, .third)), reported]
        return [
            .note(
                "Outside, the same access is none, whatever else is open"
                    + (isCoherenceAtStake ? ", nor is seen what the device wrote since." : ".")), .act(.hold(other)),
            .act(.hold(resource, others)),
        ] + read + [
            .act(.release(other)), .act(.release(resource, others)), .act(.write(0x11, resource)), reported,
        ] + shown
    }
    /// Nor is an access in order that goes through a mapping of another kind.
    private var throughMapping: [TestPlan.Step] {
        guard let through else { return [] }
        // What prepares the mapping may open an access for it.
        return [
            .note("Nor is it one through the mapping."), .world(.init("mapped")), .act(.hold(through)),
            .act(.read(through)), .expect(.reported(.accessedOutside, resource, .resource)), .act(.hold(resource)),
            .act(.write(0x5A, through)), .expect(.reads(.read(through), 0x5A)), .expect(.isClean),
            .act(.release(resource)), .act(.release(through)),
        ]
    }
    /// A bracket for others, which does not stand in for this one.
    private var otherBracket: String? {
        guard vocabulary.resource(resource)?.nature == .bracket else { return nil }
        return vocabulary.resources.first { $0.nature == .bracket && $0.name != resource }?.name
    }
    /// A line that the CPU has cached beforehand stays as it was when nobody says that an access is coming.
    private var stale: [TestPlan.Step] {
        guard isCoherenceAtStake else { return [] }
        return [
            .note("And what the device wrote since is not seen."), .act(.deviceWrite(0xA5)),
            .expect(.doesNotRead(.read(resource), 0xA5)), .act(.ignore(.accessedOutside)),
        ]
    }
    /// The bracket has two ends: without the second one what was written stays with the CPU.
    private var unended: [TestPlan.Step] {
        guard isCoherenceAtStake else { return [] }
        return [
            .note("Nor does the device see what was written, until it ends."), .act(.hold(resource)),
            .act(.write(0xC3, resource)), .expect(.doesNotRead(.deviceRead(), 0xC3)), .act(.finish),
            .expect(.reported(.leaked, resource, .resource)),
        ]
    }
}
