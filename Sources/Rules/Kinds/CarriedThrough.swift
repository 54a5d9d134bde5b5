import Clauses
import Promises

/// A choice of the caller's is carried through to where it shows.
struct CarriedThrough: RuleDefinition {
    static let kind = RuleKind.carriedThrough
    static let summary = "What a caller asks for is so, and what it does not ask for is not."
    static let nuances: Set<Nuance> = [.failure]
    static let patterns: [Pattern] = [
        "control|choose|request|select|ask … {observation} … {api}",
        "{observation} … control|controllable|choose|request|pass|honour|honor … {api}",
        "control|choose|request|select|ask … {observation}",
        "control over|of ~ {observation}", "let|allow|permit ~ set|specify|pass|decide … {observation}",
        "able to set|specify|pass|decide|choose|control|request … {observation} … {api}",
    ]
    static let examples = [
        "Drivers must let callers control the sticky flag passed to widget_attach().",
        "Drivers must let callers set the sticky flag of widget_attach().",
        "Callers must be given control over the sticky flag of widget_attach().",
    ]
    static let counterExamples = ["This callback is optional."]

    let observation: String
    let api: String
    let actors: [String]

    init(_ match: Match) throws(Refusal) {
        guard let observation = match.names(.observation, .observation).first,
            let api = match.apis.first ?? match.reading.apis.first ?? match.reading.surroundings.api
        else { throw .lacks("it does not name what is seen, and by which call") }
        if let party = Self.chooser(match), match.vocabulary.isCaller(party),
            !match.vocabulary.callers(of: [api]).contains(party)
        {
            throw .tellsOtherwise("it lets \(party) choose, who does not make the call")
        }
        self.observation = observation
        self.api = api
        actors = match.vocabulary.callers(of: [api])
    }

    /// Whoever is let choose: "let the caller control".
    private static func chooser(_ match: Match) -> String? {
        let reading = match.reading
        return reading.mentions.first { mention in
            !mention.entity.parties.isEmpty && mention.range.lowerBound > 0
                && ["let", "allow", "enabl", "permit"].contains(reading.words[mention.range.lowerBound - 1].stem)
        }?.entity.parties.first
    }

    var subject: Name { Name(.observation, observation) }
    var parameters: [String: Value] { ["observation": .word(observation), "api": .word(api)] }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised, .permitted:
            .plan(
                TestPlan(
                    .choices,
                    [
                        .world(.init()), .act(.prepare(api)),
                        .forEachContext([
                            .forEachChoice([
                                .expect(.succeeds(.call(api, .init(context: .bound, flag: true)))),
                                .expect(.observedAsChosen(observation)),
                            ])
                        ]),
                    ]))
        case .forbidden:
            .plan(
                TestPlan(
                    .choices,
                    [
                        .world(.init()), .act(.prepare(api)), .act(.call(api, .init(flag: true))),
                        .expect(.notObserved(observation)),
                    ]))
        case .undefined: .nothing("nothing is promised about the choice")
        }
    }
}
