import Clauses
import Promises

/// A call whose argument is bad is rejected, before any callback sees it.
struct RejectsWhen: RuleDefinition {
    static let kind = RuleKind.rejectsWhen
    static let summary = "An extent that does not fit is rejected, whatever its shape; one that fits is taken."
    static let nuances: Set<Nuance> = [.no, .not, .extent, .failure]
    static let patterns: [Pattern] = [
        "size … invariant|constant|fixed|unchanging", "size … change|vary|grow|shrink", "{object} … change|vary ~ size",
        "accept|allow|take … too large|big|long|small|short",
        "too large|big|long|small|short … reject|refuse|fail|check",
        "reject|refuse|check … too large|big|long|small|short",
        "larger|bigger than {object} … reject|refuse|fail", "{error} … larger|bigger than {object}",
        "{error} … exceed|beyond|outside|past … {object}", "{error} … too large|big|long",
        "fail … exceed|beyond|outside|past … {object}", "fail … larger|bigger than {object}",
        "reject|refuse … larger|bigger than {object}", "reject|refuse … smaller|shorter than {object}",
        "reject|refuse … beyond|outside|past … {object}", "exceed|beyond|outside|past … {object} … reject|refuse",
        "reject|refuse … exceed {object}", "exceed {object} be accept|allow|take",
        "larger|bigger than {object} … be reject|refuse", "larger|bigger than {object} … be pass|hand|forward",
    ]
    static let examples = [
        "The core rejects windows that are too large.", "Access past the end of the widget is rejected.",
    ]
    static let counterExamples = ["The window is mapped."]

    let callback: String?
    let apis: [String]
    let isTooLarge: Bool
    private let isAccepting: Bool
    let isSizeInvariant: Bool
    /// The words have it that the size can change.
    private let isSizeVariable: Bool
    /// An implementer is to refuse, and so has to be asked.
    private let isByImplementer: Bool
    /// The code with which it is refused, where one is named.
    private let error: String?
    /// Nothing is said of what is refused: only that the size stays as it is.
    private let isOfSizeAlone: Bool
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        vocabulary = match.vocabulary
        let isRejecting = reading.says("reject", "refuse")
        if reading.errors.count > 1 { throw .tellsOtherwise("one refusal has one code") }
        error = reading.errors.first
        let isOfChecks =
            isRejecting || error != nil || reading.says("accept", "allow", "take", "fail", "pass", "hand", "forward")
        isOfSizeAlone = !isOfChecks && !reading.says("check", "large", "big", "long", "small", "short")
        if !isOfChecks, !isOfSizeAlone { throw .tellsOtherwise("it looks at something, and refuses nothing") }
        if isOfSizeAlone, !reading.mentions.contains(where: \.entity.isObject) {
            throw .tellsOtherwise("it does not name the object whose size it tells of")
        }
        let told = reading.toldElsewhere
        if reading.words.indices.contains(where: { index in
            reading.words[index].folded == "or" && !told.contains(index)
                && !["too", "small", "short", "long", "big", "larg", "refus", "reject"].contains(
                    reading.words.dropFirst(index + 1).first?.stem)
        }) {
            throw .tellsOtherwise("it names another cause as well")
        }
        if Self.fits(match) { throw .tellsOtherwise("it tells of what does fit") }
        if Self.isOfAnotherThing(match) { throw .tellsOtherwise("it tells of a part, or the time, of the object") }
        isAccepting =
            !isRejecting
            && (reading.says("accept", "pass", "hand", "forward")
                || reading.says("allow", "take") && !reading.says("check"))
        isTooLarge =
            !reading.says("small", "smaller", "short", "shorter") && !reading.negates("large", "big", "long")
        let isChange = reading.says("change", "vary", "variable", "grow", "shrink")
        let isSteady = reading.says("invariant", "constant", "fixed", "unchanging")
        // "Never changes", "is not invariant": a negation turns the word of the size, when it stands right before it.
        let isTurned = reading.negates("change", "vary", "variable", "grow", "shrink", "invariant", "constant", "fixed")
        isSizeInvariant = isSteady && !isTurned || isChange && isTurned
        isSizeVariable = isSteady && isTurned || isChange && !isTurned
        isByImplementer = reading.vocabulary.parties.contains {
            $0.name == reading.clause.bearer && $0.role == .implementer && reading.parties.contains($0.name)
        }
        callback = reading.surroundings.callback
        if let callback {
            apis = match.vocabulary.apis(calling: callback).map(\.name)
        } else if !reading.apis.isEmpty {
            apis = reading.apis
        } else if let api = reading.surroundings.api {
            apis = [api]
        } else {
            // The mappings of the whole object that userspace makes: what an extent can be asked of.
            let named = reading.mentions.flatMap { Pattern.resources(of: $0.entity, .mapping, match.vocabulary) }
            let candidates =
                named.isEmpty
                ? match.vocabulary.resources.filter { $0.nature == .mapping && !$0.isPerChunk }.map(\.name) : named
            let userspace = candidates.filter(match.vocabulary.isHeldByUserspace)
            let ordered = userspace + candidates.filter { !userspace.contains($0) }
            apis = ordered.compactMap { match.vocabulary.resource($0)?.acquire }
        }
        guard !apis.isEmpty else { throw .lacks("no call is named that could refuse") }
    }

    /// "If it is not larger than the widget", "does not exceed it".
    private static func fits(_ match: Match) -> Bool {
        let reading = match.reading
        let words = ["larger", "bigger", "exceed", "exceeds", "exceeding", "beyond", "outside", "past"]
        return match.range.contains { index in
            words.contains(reading.words[index].folded)
                && reading.words[max(0, index - 2)..<index].contains(where: \.isNegation)
        }
    }

    /// "Outside of the widget's lock", "beyond the widget core": more words behind it tell of something else.
    private static func isOfAnotherThing(_ match: Match) -> Bool {
        let reading = match.reading
        let places = ["exceed", "beyond", "outside", "past", "larger", "bigger", "smaller", "shorter"].map(Stem.of)
        guard let object = match.captures.last(where: { $0.slot == .object }),
            match.range.contains(where: { places.contains(reading.words[$0].stem) && $0 < object.range.lowerBound })
        else { return false }
        return reading.words[object.range].last?.folded.hasSuffix("'s") ?? false
            || reading.mentions.contains {
                $0.range.count > object.range.count && $0.range.overlaps(object.range)
            }
    }

    /// The callback that is spared, where there is one.
    var subject: Name {
        if let spared = callback ?? vocabulary.api(apis[0])?.calls.first { return Name(.callback, spared) }
        return Name(.api, apis[0])
    }
    var parameters: [String: Value] {
        var result: [String: Value] = [
            "apis": .words(apis), "tooLarge": .flag(isTooLarge), "sizeInvariant": .flag(isSizeInvariant),
        ]
        result["error"] = error.map { .word($0) }
        if isByImplementer { result["byImplementer"] = .flag(true) }
        if isOfSizeAlone { result["sizeAlone"] = .flag(true) }
        return result
    }

    /// To accept is not to reject, nor is it to reject none.
    func force(of reading: Reading) -> Force {
        var force = Force(reading.clause)
        // A negation of the size's word says nothing about the rejection.
        if force == .forbidden, reading.clause.modality == .guarantee,
            !reading.negates("reject", "refuse", "accept", "allow", "take", "check")
        {
            force = .required
        }
        if !isAccepting, force == .required, reading.negates("check") { return .forbidden }
        if !isAccepting, force == .required, reading.deniesAfter("reject", "refuse", "fail") { return .forbidden }
        guard isAccepting else { return force }
        return force == .forbidden ? .required : .forbidden
    }

    func plan(_ force: Force) -> Planned {
        if isSizeVariable { return .nothing("a size that may change cannot be seen to stay as it is") }
        return switch force {
        case .required, .advised: .plan(TestPlan(.none, steps(isRejected: true)))
        case .forbidden: .plan(TestPlan(.none, steps(isRejected: false)))
        case .permitted: .nothing("a check that may or may not be made cannot be seen missing")
        case .undefined: .nothing("nothing is promised about bad arguments")
        }
    }

    private func steps(isRejected: Bool) -> [TestPlan.Step] {
        var steps: [TestPlan.Step] = [.world(.init())]
        if isByImplementer, isRejected, let callback = callback ?? vocabulary.callback(behind: apis[0]) {
            // Whoever is to refuse has to be asked.
            for api in apis {
                steps += vocabulary.use(api).before
                let use = vocabulary.use(api, .init(extent: true))
                steps.append(.forEachExtent(.tooLarge, [.expect(.fails(use.action))]))
            }
            return steps + [.expect(.called(callback)), .expect(.isClean)]
        }
        if isSizeInvariant { steps.append(.bindSize("size")) }
        if !isOfSizeAlone {
            steps += forEachAPI { use in
                let bad: TestPlan.Extents = isTooLarge ? .tooLarge : .fitting
                let taken: [TestPlan.Step] = [.expect(.succeeds(use.action))] + use.after
                return (isTooLarge ? [.forEachExtent(.fitting, taken)] : [])
                    + [.forEachExtent(bad, isRejected ? [.expect(refused(use.action))] : taken)]
            }
        }
        if isSizeInvariant {
            // Some of what is held forbids the sleep that is no fault without it.
            steps += [
                .act(.holdAll(.everything)), .expect(.sizeIs("size")), .act(.releaseAll(.everything)),
                .expect(.sizeIs("size")), .act(.ignore(.slept)),
            ]
        }
        steps.append(.expect(.isClean))
        guard isTooLarge, isRejected, !isOfSizeAlone else { return steps }
        steps += [
            .note("Where the object ends within a chunk, the whole chunk is too large."),
            .world(.init("odd", isPartial: true)),
        ]
        return steps + forEachAPI { [.forEachExtent(.tooLarge, [.expect(refused($0.action))])] }
    }

    /// What becomes too large only by a number that runs over has this code of its own.
    private static let overflow = "EOVERFLOW"

    private func refused(_ action: TestPlan.Action) -> TestPlan.Check {
        guard let error else { return .fails(action) }
        return .failsWithOneOf(action, error == Self.overflow ? [error] : [error, Self.overflow])
    }

    /// The same with each of the interfaces, and any extent.
    private func forEachAPI(_ steps: (Vocabulary.Use) -> [TestPlan.Step]) -> [TestPlan.Step] {
        let extent = TestPlan.Arguments(extent: true)
        let uses = apis.map { vocabulary.use($0, extent) }
        // What they give must be one thing, to be given back in one way.
        guard uses.count > 1, Set(uses.map { $0.resource?.name }).count == 1, uses.allSatisfy(\.isAcquiring) else {
            return zip(apis, uses).flatMap { vocabulary.use($0).before + steps($1) }
        }
        var any = uses[0]
        any.action = .call(TestPlan.boundName, extent)
        return [.forEachAPI(apis, [.act(.prepare(TestPlan.boundName))] + steps(any))]
    }
}
