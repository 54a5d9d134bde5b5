import Clauses
import Promises

/// What happens outside of a range, after a bracket, or in another direction: nothing is promised.
struct OutcomeOutside: RuleDefinition {
    static let kind = RuleKind.outcomeOutside
    static let summary = "Outside of what was asked for nothing is promised: it is reported, and harms nothing else."
    static let nuances: Set<Nuance> = [.outside, .not, .only, .while, .failure, .whichAccesses, .if]
    static let patterns: [Pattern] = [
        "{mapping} … outside|beyond|past of? ~ range", "outside of? ~ range",
        "coherent|coherency … only guarantee … direction",
        "only coherent … direction", "{mapping} … after {bracket}",
        "once|when|after {bracket} ~ call|end|finish|over … {mapping}",
        "{mapping} … beyond|outside|past|behind ~ end ~ {object}",
        "after {bracket} … {mapping}",
        "beyond ~ range", "different|other|another|opposite|wrong|same direction",
        "result of … {mapping} … after|before|outside {bracket}",
    ]
    static let examples = [
        "Windows mapped outside of the range are undefined.",
        "The result of widget_map() after widget_end() is undefined.",
    ]
    static let counterExamples = ["This callback is optional."]

    enum Place: String {
        case outOfRange, afterBracket, inBracket, otherDirection, sameDirection

        var isDirection: Bool { self == .otherDirection || self == .sameDirection }
    }
    let place: Place
    let mappings: [String]
    let bracket: String
    private let mayGoWrong: Bool
    /// Other brackets that begin by the callback which the words stand at.
    private let likewise: [String]
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        vocabulary = match.vocabulary
        if reading.says("sleep", "block"), reading.clause.modality != .undefined {
            throw .tellsOtherwise("it tells who may sleep, and of no result")
        }
        if reading.says("restart", "retry", "redo", "reissue") {
            throw .tellsOtherwise("it tells what is made again, and of no result")
        }
        if reading.says(phrase: "return null") { throw .tellsOtherwise("it tells which value a failure gives") }
        if reading.denies("undefined", "unspecified") {
            throw .tellsOtherwise("a result that is not left open is defined")
        }
        if !reading.apis.isEmpty,
            reading.apis.allSatisfy({ match.vocabulary.resource(releasedBy: $0)?.nature == .mapping })
        {
            throw .tellsOtherwise("it tells of giving back, and of no result that is read")
        }
        let isAsked = reading.says("must") || reading.words.indices.contains(where: reading.words.saysDuty)
        if isAsked, reading.clause.modality == .obligation, reading.says("stale", "bogus", "garbage", "undefined") {
            throw .tellsOtherwise("a duty stands beside the result that is left open")
        }
        mayGoWrong = reading.says(
            "stale", "bogus", "garbage", "undefined", "unspecified", "fail", "return", "see", "give", "read")
        let isTold = [.guarantee, .outcome].contains(reading.clause.modality)
        if !reading.errors.isEmpty || isTold && reading.says("fail") && !reading.says("can", "may", "might", "could") {
            throw .tellsOtherwise("it tells how it fails there, and a test shows that it is reported")
        }
        if reading.says("direction") {
            place = reading.says(phrase: "same direction") ? .sameDirection : .otherDirection
        } else if reading.says("range") || match.pattern.names("end") && !match.pattern.names("call") {
            place = .outOfRange
        } else {
            if reading.clause.modality == .obligation, !reading.says("succeed", "fail", "result", "return") {
                throw .tellsOtherwise("it asks for an order of two calls, and tells of no result")
            }
            if reading.says("unmap", "release", "drop", "free", "put"), !mayGoWrong {
                throw .tellsOtherwise("it tells when something is given back, and of no result")
            }
            let isInside = Self.isInside(reading)
            if isInside, reading.says("succeed", "fail") {
                throw .tellsOtherwise("it tells how it goes inside of the bracket")
            }
            if !isInside, reading.isBeforeBracket {
                throw .tellsOtherwise("it tells of what comes before the bracket, and not after it")
            }
            place = isInside ? .inBracket : .afterBracket
        }
        func mentioned(_ slot: Pattern.Slot) -> [String] {
            var result = match.resources.filter { name in
                match.vocabulary.resource(name)?.nature == (slot == .bracket ? .bracket : .mapping)
            }
            for mention in reading.mentions {
                for name in Pattern.resources(of: mention.entity, slot, match.vocabulary) { result.appendOnce(name) }
            }
            return result
        }
        var brackets = mentioned(.bracket)
        if brackets.isEmpty, let callback = reading.surroundings.callback {
            brackets = match.vocabulary.apis(calling: callback).compactMap {
                match.vocabulary.resource(acquiredOrReleasedBy: $0.name)
            }.filter { $0.nature == .bracket }.map(\.name)
        }
        var mappings = mentioned(.mapping).filter { match.vocabulary.resource($0)?.within != nil }
        if mappings.isEmpty, place == .afterBracket, !mentioned(.mapping).isEmpty {
            throw .tellsOtherwise("what is named needs no bracket")
        }
        if mappings.isEmpty, let bracket = brackets.first {
            mappings = match.vocabulary.mappings(within: bracket).map(\.name)
        }
        if brackets.isEmpty { brackets = mappings.compactMap { match.vocabulary.resource($0)?.within } }
        guard let bracket = brackets.first else { throw .lacks("no bracket is named") }
        self.bracket = bracket
        let begun = reading.surroundings.callback.map { match.vocabulary.apis(calling: $0).map(\.name) } ?? []
        likewise =
            begun.contains(match.vocabulary.resource(bracket)?.acquire ?? "")
            ? begun.compactMap { match.vocabulary.resource(acquiredBy: $0) }
                .filter { $0.nature == .bracket && $0.name != bracket }.map(\.name) : []
        self.mappings = mappings.filter { match.vocabulary.resource($0)?.within == bracket }
        if !place.isDirection, self.mappings.isEmpty {
            throw .lacks("nothing is named that is accessed within the bracket")
        }
    }

    /// "Before" what ends a bracket, and "after" what begins it, it is open; "after it has begun", too.
    private static func isInside(_ reading: Reading) -> Bool {
        let vocabulary = reading.vocabulary
        let ends = reading.mentions.filter { $0.entity.names.contains(where: vocabulary.endsBracket) }
        let begins = reading.mentions.filter { mention in
            mention.entity.names.contains { $0.category != .resource && vocabulary.beginsBracket($0) }
        }
        return reading.words.indices.contains { index in
            let next = index + 1
            switch reading.words[index].folded {
            case "before": return ends.contains { $0.range.lowerBound == next }
            case "after":
                if begins.contains(where: { $0.range.lowerBound == next }) { return true }
                let isBegun = reading.words[next...].prefix(beginning).contains { begun.contains($0.stem) }
                return isBegun && ends.isEmpty
            default: return false
            }
        }
    }

    private static let begun = ["announce", "begin", "start", "open"].map(Stem.of)
    /// Within how many words behind "after" something has begun: "after the CPU access was announced".
    private static let beginning = 4

    var subject: Name { Name(.resource, place.isDirection ? bracket : mappings[0]) }
    var parameters: [String: Value] {
        ["place": .word(place.rawValue), "mappings": .words(mappings), "bracket": .word(bracket)]
    }

    /// "Must not see stale data" promises that the data are right.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if force == .required, reading.says("undefined", "unspecified"), !reading.negates("undefined", "unspecified") {
            return .undefined
        }
        let isDenied = reading.negates("defined", "specified", "guarantee")
        if force == .undefined, !isDenied, reading.says("never", "not", "cannot") { return .required }
        // Promised only for the direction that was asked for: for any other it is not.
        if force == .required, reading.says("only"), reading.says("coherent", "coherency") { return .undefined }
        return force == .forbidden && reading.says("stale", "bogus", "undefined", "unspecified") ? .required : force
    }

    func plan(_ force: Force) -> Planned {
        let isReported =
            switch force {
            // Who may do it may rely on it; that it may go wrong is no such promise.
            case .permitted: mayGoWrong
            case .undefined, .forbidden: true
            case .required, .advised: false
            }
        return .plan(TestPlan(place.isDirection ? .oneWayDirections : .none, steps(isReported: isReported)))
    }

    private func otherDirection(_ bracket: String, isReported: Bool) -> [TestPlan.Step] {
        let arguments = TestPlan.Arguments(direction: .bound)
        return [
            .world(.init()), .act(.deviceWrite(0xA5)), .act(.hold(bracket, arguments)),
            .note("What the direction promises, holds."),
            .when(
                .reachesCPU, [.expect(.reads(.read(bracket), 0xA5)), .expect(.isClean), .act(.write(0x5A, bracket))]),
            .when(.reachesDevice, [.act(.write(0x5A, bracket)), .expect(.isClean), .act(.read(bracket))]),
            .note("The other way nothing is promised."),
            .expect(isReported ? .reported(.wrongDirection, bracket, .resource) : .isClean),
            .act(.release(bracket, arguments)),
        ]
    }

    private func steps(isReported: Bool) -> [TestPlan.Step] {
        switch place {
        case .otherDirection:
            return likewise.isEmpty
                ? otherDirection(bracket, isReported: isReported)
                : [
                    .forEachResource(
                        [bracket] + likewise, otherDirection(TestPlan.boundName, isReported: isReported))
                ]
        case .sameDirection:
            let arguments = TestPlan.Arguments(direction: .bound)
            return [
                .world(.init()), .act(.deviceWrite(0xA5)), .act(.hold(bracket, arguments)),
                .when(
                    .reachesCPU,
                    [.expect(isReported ? .doesNotRead(.read(bracket), 0xA5) : .reads(.read(bracket), 0xA5))]),
                .when(.reachesDevice, [.act(.write(0x5A, bracket))]), .act(.release(bracket, arguments)),
                .when(
                    .reachesDevice,
                    [.expect(isReported ? .doesNotRead(.deviceRead(), 0x5A) : .reads(.deviceRead(), 0x5A))]),
            ]
        case .outOfRange:
            return [.world(.init())]
                + mappings.flatMap { mapping -> [TestPlan.Step] in
                    vocabulary.preparing(mapping) + [
                        .act(.hold(mapping)), .act(.write(0x5A, mapping)), .act(.release(mapping)), .expect(.isClean),
                        .act(.hold(mapping, .init(chunk: .pastEnd))),
                        .expect(isReported ? .reported(.undefinedBehaviour, mapping, .resource) : .isClean),
                        .act(.release(mapping, .init(chunk: .pastEnd))), .act(.ignore(.unbalanced)),
                        .act(.hold(mapping)), .expect(.reads(.read(mapping), 0x5A)), .act(.release(mapping)),
                    ]
                }
        case .inBracket:
            return mappings.enumerated().flatMap { index, mapping -> [TestPlan.Step] in
                [
                    .world(.init(index == 0 ? "bed" : "\(mapping)Bed")), .act(.hold(bracket)), .act(.hold(mapping)),
                    .expect(isReported ? .reported(.undefinedBehaviour, mapping, .resource) : .isClean),
                    .act(.release(mapping)), .act(.release(bracket)),
                ]
            }
        case .afterBracket:
            return mappings.enumerated().flatMap { index, mapping -> [TestPlan.Step] in
                [
                    .world(.init(index == 0 ? "bed" : "\(mapping)Bed")),
                    // That another has begun and ended one, too, changes nothing.
                    .act(.holdOnce(bracket, .init(context: .second))), .act(.holdOnce(bracket)),
                    .act(.hold(mapping)),
                    .expect(isReported ? .reported(.undefinedBehaviour, mapping, .resource) : .isClean),
                    .act(.release(mapping)), .act(.ignore(.unbalanced)),
                ]
            }
        }
    }
}
