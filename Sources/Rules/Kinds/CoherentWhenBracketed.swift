import Clauses
import Promises

/// Data moves as its direction promises when the access is bracketed.
struct CoherentWhenBracketed: RuleDefinition {
    static let kind = RuleKind.coherentWhenBracketed
    static let summary =
        "Inside of the bracket the CPU sees what the device wrote; after it the device sees what the CPU wrote."
    static let nuances: Set<Nuance> = [.only, .not, .without, .unless]
    static let patterns: [Pattern] = [
        "access|transaction … not? be? bracket|enclose … guarantee … coherent|incoherent",
        "coherent|coherency … bracket|enclose … access|transaction … {bracket}",
        "coherent|coherency … bracket|enclose … {bracket}", "coherent|coherency … bracket|enclose",
        "bracket|enclose … coherent|coherency",
        "ensure|guarantee|sure … access … coherent|incoherent", "ensure|guarantee|keep … coherency|coherence … access",
        "access … coherent … {bracket}", "access … between|inside|within {bracket} … guarantee … coherent",
        "coherent … direction",
        "prepare access … invalidate", "invalidate … cache", "flush … cache",
        "direction … optimize|skip|avoid … flush|copy|cache", "optimize|skip|avoid … flush|copy|cache … direction",
    ]
    static let examples = ["Coherency is kept by bracketing accesses with widget_begin() and widget_end()."]
    static let counterExamples = ["This callback is optional."]

    let bracket: String
    /// The words promise nothing but for accesses inside ("only when").
    let isExclusive: Bool
    /// The words have the opposite: data are incoherent in the bracket.
    private let isOpposite: Bool
    /// Or coherent without one.
    private let isWithoutBracket: Bool
    /// The implementation that the words speak of; nil: the plain one.
    let variant: String?
    /// What an implementer has to see to, or may make use of.
    let actors: [String]
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.says(phrase: "one of") || match.namesOneEndTwice {
            throw .tellsOtherwise("one end, or one end twice, is no bracket")
        }
        if reading.words.indices.contains(where: { index in
            reading.words[index].isSubordinate && ["bracket", "enclos"].contains(reading.words[index].stem)
                && reading.words[..<index].suffix(5).contains { $0.isSubordinate && $0.isNegation }
        }) {
            throw .tellsOtherwise("it tells of what is not bracketed")
        }
        if reading.says(phrase: "find out") {
            throw .tellsOtherwise("it asks whether it is coherent, and not to make it so")
        }
        if reading.says("follow", "precede") {
            throw .tellsOtherwise("it tells of what comes before or behind both ends")
        }
        if reading.says("direction"), reading.says("opposite", "another", "wrong") {
            throw .tellsOtherwise("it tells of another direction than the one of the access")
        }
        if reading.words.indices.dropFirst().contains(where: { index in
            reading.words[index].stem == "access"
                && ["device", "device's", "devices", "devices'"].contains(reading.words[index - 1].folded)
                && !reading.closeBefore(index - 1).contains { $0.folded == "with" }
        }) {
            throw .tellsOtherwise("it tells of the devices' own accesses")
        }
        if Self.isWithOthers(reading) { throw .tellsOtherwise("it is coherent with others than devices") }
        if reading.says("whatever", "both", "any", "all") && reading.says("direction")
            || ["regardless of direction", "irrespective of direction", "without regard to direction"].contains(
                where: reading.says(phrase:))
        {
            throw .tellsOtherwise("it tells of more than the direction of the access")
        }
        if reading.leavesOpenEnd { throw .tellsOtherwise("of the two ends it leaves open which") }
        if reading.clause.modality == .permission, !reading.says("direction") {
            throw .tellsOtherwise("it leaves something free, and promises no coherence")
        }
        vocabulary = match.vocabulary
        var brackets = match.resources.filter { match.vocabulary.resource($0)?.nature == .bracket }
        for mention in reading.mentions {
            for name in Pattern.resources(of: mention.entity, .bracket, match.vocabulary) { brackets.appendOnce(name) }
        }
        for api in [reading.surroundings.api].compactMap({ $0 })
            + (reading.surroundings.callback.map { match.vocabulary.apis(calling: $0).map(\.name) } ?? [])
        {
            if let resource = match.vocabulary.resource(acquiredOrReleasedBy: api), resource.nature == .bracket {
                brackets.appendOnce(resource.name)
            }
        }
        if reading.says(phrase: "even when") || reading.says(phrase: "even if") {
            throw .tellsOtherwise("what is so even then is not what is so between the two")
        }
        if match.namesOthersThanBrackets || match.bracketsWithOthers {
            throw .tellsOtherwise("it is bracketed by what is no bracket")
        }
        brackets += reading.surroundings.recentResources.reversed().filter {
            match.vocabulary.resource($0)?.nature == .bracket
        }
        guard let bracket = brackets.first else { throw .lacks("no bracket is named") }
        guard !reading.tellsOfWrongEnd, !reading.namesEndFirst(of: bracket) else {
            throw .tellsOtherwise("it names the wrong end, or the end first")
        }
        self.bracket = bracket
        // "Not guaranteed unless bracketed" is guaranteed only when bracketed; a bare "unless" makes an exception.
        let isUnless = reading.says("unless")
        if isUnless, !reading.negates("guarantee", "ensure", "coherent"), !reading.denies("guarantee") {
            throw .tellsOtherwise("a bare unless makes an exception of the bracket")
        }
        isExclusive = reading.says("only") || isUnless
        isOpposite = reading.says("incoherent")
        isWithoutBracket =
            Self.deniesBracket(reading) || reading.says("whether", "regardless", "neither")
            || reading.mentions.contains { mention in
                let before = reading.closeBefore(mention.range.lowerBound)
                return mention.entity.names.contains { $0.category == .api }
                    && (before.last?.folded == "without"
                        || before.first?.folded == "without" && ["call", "use"].contains(before.last?.stem))
            }
        let isAsked = reading.says("ensure", "guarantee", "direction")
        actors =
            isAsked && [.obligation, .permission].contains(reading.clause.modality) ? match.vocabulary.implementers : []
        variant = reading.mentions.compactMap(\.entity.variant).first
    }

    /// "Coherent with other CPUs"
    private static func isWithOthers(_ reading: Reading) -> Bool {
        reading.words.indices.contains { index in
            reading.words[index].folded == "with" && index > 0 && reading.words[index - 1].folded == "coherent"
                && reading.words[(index + 1)...].prefix(3).contains {
                    ["cpu", "cpus", "processors", "processes", "threads", "cores"].contains($0.folded)
                }
        }
    }

    /// "Not bracketed", "without being bracketed", "has never been properly enclosed"; but "not coherent when bracketed".
    private static func deniesBracket(_ reading: Reading) -> Bool {
        reading.words.indices.contains { index in
            ["bracket", "enclos"].contains(reading.words[index].stem)
                && reading.words[..<index].suffix(4).reversed().prefix { !beginnings.contains($0.folded) }
                    .contains { ["not", "without", "never"].contains($0.folded) }
        }
    }

    /// What another part of the sentence begins with.
    private static let beginnings: Set<String> = [
        "and", "but", "by", "for", "if", "in", "of", "only", "or", "to", "unless", "until", "when", "while", "with",
    ]

    var subject: Name { Name(.resource, bracket) }
    var parameters: [String: Value] {
        var result: [String: Value] = [
            "bracket": .word(bracket), "only": .flag(isExclusive), "variant": .word(variant ?? ""),
        ]
        if isOpposite { result["incoherent"] = .flag(true) }
        if isWithoutBracket { result["without"] = .flag(true) }
        return result
    }

    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if reading.says("unless"), [.undefined, .forbidden].contains(force) { return .required }
        guard force == .required else { return force }
        if reading.says("lose", "break", "destroy") { return .forbidden }
        if reading.negates("flush", "invalidate") { return .forbidden }
        if reading.negates("coherent") || reading.denies("direction", "access", "transaction") { return .forbidden }
        return reading.negates("guarantee", "ensure") ? .undefined : force
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .forbidden where isWithoutBracket: .plan(TestPlan(.none, outside))
        case .required where isWithoutBracket: .plan(TestPlan(.none, everywhere))
        case .required where isOpposite: .plan(TestPlan(.directions, incoherent))
        case .required, .advised:
            .plan(TestPlan(.directions, inside + (isExclusive ? outside : [])))
        case .forbidden: .plan(TestPlan(.directions, incoherent))
        case .permitted where variant != nil: .plan(TestPlan(.directions, inside))
        case .permitted: .nothing("coherence that is only possible cannot be seen missing")
        case .undefined: .nothing("nothing is promised about coherence")
        }
    }

    private var prepare: TestPlan.Step { .act(.prepare(vocabulary.resource(bracket)?.acquire ?? bracket)) }

    /// Others begin an access before and end it afterwards, or come and go meanwhile. The device has still to do its work
    /// when the bracket begins: whoever begins waits for it. The object may end within a chunk, where it is accessed chunk
    /// by chunk.
    private var inside: [TestPlan.Step] {
        let own = TestPlan.Arguments(direction: .bound, context: .bound)
        let others = TestPlan.Arguments(direction: .way, context: .third)
        // What a writer has open is not taken in anew by what copies.
        let around = TestPlan.Arguments(direction: variant == nil ? .none : .fromDevice)
        // Nor does it wait for the last writer to copy out.
        let writer = TestPlan.Arguments(direction: .toDevice, context: .third)
        let begunBeside: [TestPlan.Step] = variant == nil ? [] : [.act(.hold(bracket, writer))]
        let endedBeside: [TestPlan.Step] = variant == nil ? [] : [.act(.release(bracket, writer))]
        let contexts: [TestPlan.Context] = [.first, .second, .second]
        let isPartial = vocabulary.mappings(within: bracket).allSatisfy(\.isPerChunk)
        return [
            .world(.init(variant: variant, isPartial: isPartial)), prepare,
            .note("Alone, then while another's access is open, and amid a reader's. The CPU has cached old data."),
            .forEachContextOf(
                contexts,
                [
                    .act(.startDeviceFill(0xC3)),
                    .forEachDirectionOf([.fromDevice, .another], [.act(.access(bracket, others))]),
                    .act(.startDeviceFill(0xA5)), .repeating(2, [.act(.startDeviceRead())]),
                    .expect(.succeeds(.hold(bracket, own))),
                    .act(.access(bracket, .init(direction: .toDevice, context: .third))),
                    .expect(.saw(.use(bracket, own, writing: 0x11), 0xA5)),
                    .act(.access(bracket, .init(direction: .fromDevice, context: .third))),
                    .expect(
                        .saw(.use(bracket, own, writing: 0x5A, isAmidReader: true), .reachingDevice(0x11, else: 0xA5))),
                ] + begunBeside + [
                    .act(.release(bracket, own)),
                    .expect(.reads(.finishDeviceRead, 0xA5)),
                    .expect(.readsOnly(.deviceReadAll, .reachingDevice(0x5A, else: 0xA5))),
                ] + endedBeside + [.act(.hold(bracket, around))]),
            .repeating(contexts.count, [.act(.release(bracket, around))]), .expect(.isClean),
        ]
    }

    /// Something else is seen, on one side or on the other.
    private var incoherent: [TestPlan.Step] {
        let own = TestPlan.Arguments(direction: .bound)
        return [
            .world(.init(variant: variant)), prepare, .expect(.succeedsWhenUsed(.access(bracket))),
            .act(.startDeviceFill(0xA5)),
            .expect(.doesNotReadOnly(.access(bracket, own, writing: 0x5A), 0xA5)),
            .expect(.doesNotReadOnly(.deviceReadAll, .reachingDevice(0x5A, else: 0xA5))), .expect(.isClean),
        ]
    }

    private var outside: [TestPlan.Step] {
        [
            .note("Without the bracket the CPU goes on seeing what it has cached, and that is reported."),
            .expect(.succeedsWhenUsed(.access(bracket))), .act(.deviceWrite(0x3C)),
            .expect(.doesNotRead(.read(bracket), 0x3C)),
            .expect(.reported(.accessedOutside, bracket, .resource)),
        ]
    }

    /// Coherent without the bracket.
    private var everywhere: [TestPlan.Step] {
        [
            .world(.init()), prepare, .act(.read(bracket)), .act(.deviceWrite(0xC3)),
            .expect(.reads(.read(bracket), 0xC3)), .act(.ignore(.accessedOutside)),
        ]
    }
}
