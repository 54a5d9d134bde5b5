import Clauses
import Promises

/// Something of which there is a limited supply.
struct LimitedSupply: RuleDefinition {
    static let kind = RuleKind.limitedSupply
    static let summary = "What is in limited supply runs out, and that is reported, not silently served."
    static let nuances: Set<Nuance> = [.no, .not, .only, .failure]
    static let patterns: [Pattern] = [
        "limited|unlimited|finite supply|number|amount of? … {supply}",
        "{supply} … be not? limited|unlimited|scarce|finite",
        // Why it is to be used with care.
        "carefully|sparingly|care|caution … {supply} … be not? limited|scarce|finite",
        "limited … {supply}",
        "{supply} … run out", "run out of {supply}", "no limit on|to|for … {supply}",
    ]
    static let examples = ["There is a limited supply of window space."]
    static let counterExamples = ["A caller shall hold at most 2 windows."]

    let supply: String
    let resource: String?
    private let isUnlimited: Bool
    /// What is named is served from it, or stands beside.
    let company: [String]
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        guard let supply = match.names(.supply, .supply).first else { throw .lacks("nothing is named that runs short") }
        self.supply = supply
        if match.reading.says("fail", "failure", "succeed") {
            throw .tellsOtherwise("it tells of failure, and not of the supply")
        }
        if match.reading.numbersNamed > 0 {
            throw .tellsOtherwise("how much there is of it is not tested")
        }
        isUnlimited =
            match.reading.says("unlimited") || match.reading.says(phrase: "no limit")
            || match.reading.negates("run", "limit", "scarce")
        vocabulary = match.vocabulary
        company = match.reading.apis
        // The mapping whose words stand in the supply's own phrase, else the last one mentioned.
        let named = match.captures.flatMap { Pattern.resources(of: $0.entity, .mapping, match.vocabulary) }
        let mentioned = match.reading.mentions.flatMap { Pattern.resources(of: $0.entity, .mapping, match.vocabulary) }
        resource = named.first ?? mentioned.last ?? match.reading.surroundings.recentResources.last
        guard resource != nil else { throw .lacks("nothing is named that uses the supply") }
    }

    var subject: Name { Name(.supply, supply) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["supply": .word(supply), "resource": .word(resource ?? "")]
        if isUnlimited { result["unlimited"] = .flag(true) }
        return result
    }

    /// "Never runs out" and "is unlimited" are one promise.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        // "Use it carefully, since it is limited": asked is how it is used.
        if reading.clause.modality == .obligation { return .advised }
        return isUnlimited && [.forbidden, .permitted].contains(force) ? .required : force
    }

    func plan(_ force: Force) -> Planned {
        guard let resource else { return .nothing("nothing is taken from this supply") }
        let tries = 64
        switch force {
        case .required where isUnlimited:
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(resource) + [
                        .repeating(tries, [.expect(.succeeds(.hold(resource)))]), .expect(.isClean),
                    ]))
        case .required:
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(resource) + [
                        .note("Far more than there can be."), .repeating(tries, [.act(.hold(resource))]),
                        .expect(.reported(.exhausted, supply, .supply)), .act(.ignore(.tooManyHeld)),
                        .act(.ignore(.exhausted)), .act(.finish), .act(.ignore(.leaked)),
                    ]))
        case .advised: return .nothing("how sparingly something is used is not for a test to see")
        case .forbidden, .permitted, .undefined: return .nothing("an unlimited supply cannot be used up to show it")
        }
    }
}
