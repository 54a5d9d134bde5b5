import Clauses

/// Access only inside of a bracket, or only through a mapping.
struct ValidBetween: RuleDefinition {
    static let kind = RuleKind.validBetween
    static let summary = "An access is in order inside of its bracket, and reported outside of it."
    static let patterns: [Pattern] = [
        "access|transaction … be bracket|braket|enclose|surround|wrap … {bracket}",
        "{party} … bracket|braket|enclose|surround|wrap … access|transaction … {bracket}",
        "bracket|braket|enclose|surround|wrap … access|transaction … {bracket}",
        "bracket|braket|enclose|surround|wrap … access",
        "{bracket} … before and after … access", "use {bracket} … before|after … access",
        "use {bracket} … when access", "{mapping} … map before … access", "before access … {mapping} ~ be? map",
        "before access|use ~ … need|must|have … be? map",
        "before … access … need|must|have|should … notify|call|announce|tell",
        "access … only … between|inside|within|while",
        "{bracket} … use … access", "sure … {bracket} … use … access",
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

    init?(_ match: Match) {
        let reading = match.reading
        vocabulary = match.vocabulary
        let isMap = reading.says("map") && !reading.says("bracket", "braket")
        let mentioned = reading.mentions.flatMap {
            Pattern.resources(of: $0.entity, isMap ? .mapping : .bracket, match.vocabulary)
        }
        guard let resource = match.resource ?? mentioned.first ?? reading.surroundings.recentResources.last else {
            return nil
        }
        self.resource = resource
        let isBracket = match.vocabulary.resource(resource)?.nature == .bracket
        // Where the documentation has the mapping coherent without its bracket, nothing stale is ever seen.
        isCoherenceAtStake =
            isBracket
            && !match.vocabulary.resources.contains {
                $0.within == resource && reading.surroundings.coherentMappings.contains($0.name)
            }
    }

    var subject: Name { Name(.resource, resource) }
    var parameters: [String: Value] { ["resource": .word(resource)] }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised, .forbidden: .plan(TestPlan(.none, inside + outside + reported + stale + unended))
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
    private var outside: [TestPlan.Step] { [.note("Outside, the same access is none."), .act(.read(resource))] }
    private var reported: [TestPlan.Step] {
        [.expect(.reported(.accessedOutside, resource, .resource)), .act(.ignore(.accessedOutside))]
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
            .note("Begun and never ended."), .world(.init("open")), .act(.prepare(acquire)), .act(.hold(resource)),
            .act(.write(0x5A, resource)), .expect(.doesNotRead(.deviceRead(), 0x5A)), .act(.finish),
            .expect(.reported(.leaked, resource, .resource)),
        ]
    }
}
