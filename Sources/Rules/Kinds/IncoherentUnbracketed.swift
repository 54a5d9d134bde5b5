import Clauses
import Promises

/// What a mapping shows without its bracket: stale data, or (where it has to be coherent) the right ones.
struct IncoherentUnbracketed: RuleDefinition {
    static let kind = RuleKind.incoherentUnbracketed
    static let summary =
        "Without its bracket a mapping stays stale; nobody may rely on it even where it happens to work."
    static let nuances: Set<Nuance> = [.unless]
    static let patterns: [Pattern] = [
        "mapping … incoherent|coherent", "incoherent|coherent mapping", "rely|count|depend on coherent access",
        "access … always coherent",
        "rely … coherent|coherency", "assume|presume|expect … access be coherent",
        "rely|count|depend on coherent access … without ~ {bracket}",
        "without ~ {bracket} … assume|presume|expect … access be coherent",
        "assume|presume coherent access", "coherent access … be rely|count|depend|assume|presume",
    ]
    static let examples = ["The mapping needs to be incoherent.", "Callers cannot rely on coherent access."]
    static let counterExamples = ["This callback is optional."]

    let mapping: String
    let bracket: String
    let isCoherent: Bool
    /// "Cannot rely on": it may work, and is wrong all the same.
    let isReliance: Bool
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.says("bracket", "enclose"), !reading.says("rely", "without", "unless", "not") {
            throw .tellsOtherwise("it tells of access within the bracket")
        }
        if let unless = reading.words.firstIndex(where: { $0.folded == "unless" }),
            !reading.words[unless...].contains(where: { ["bracket", "enclos"].contains($0.stem) }),
            !reading.mentions.contains(where: { mention in
                mention.range.lowerBound > unless
                    && !Pattern.resources(of: mention.entity, .bracket, match.vocabulary).isEmpty
            })
        {
            throw .tellsOtherwise("what it makes an exception of is not the bracket")
        }
        vocabulary = match.vocabulary
        let matched = reading.words[match.range].map(\.stem)
        isReliance = ["rely", "count", "depend", "assume", "presume"].contains { matched.contains(Stem.of($0)) }
        // What is asked for stands last: "as others presume coherent mappings, it needs an incoherent one".
        isCoherent = reading.words.last { ["coherent", "incoherent"].contains($0.stem) }?.stem == "coherent"
        var mappings: [String] = []
        if let callback = reading.surroundings.callback {
            for api in match.vocabulary.apis(calling: callback) {
                if let resource = match.vocabulary.resource(acquiredBy: api.name), resource.nature == .mapping {
                    mappings.appendOnce(resource.name)
                }
            }
        }
        for mention in reading.mentions {
            for name in Pattern.resources(of: mention.entity, .mapping, match.vocabulary) { mappings.appendOnce(name) }
        }
        // Else the one that the party named here makes.
        let parties = reading.parties + [reading.clause.bearer]
        for resource in match.vocabulary.resources where resource.nature == .mapping {
            if let by = match.vocabulary.api(resource.acquire)?.by, parties.contains(by) {
                mappings.appendOnce(resource.name)
            }
        }
        mappings += match.vocabulary.resources.filter { $0.nature == .mapping && !$0.isPerChunk && $0.within != nil }
            .map(\.name)
        guard let mapping = mappings.first(where: { match.vocabulary.resource($0)?.within != nil }),
            let bracket = match.vocabulary.resource(mapping)?.within
        else { throw .lacks("nothing is named that is coherent in a bracket") }
        self.mapping = mapping
        self.bracket = bracket
    }

    var subject: Name { Name(.resource, mapping) }
    var parameters: [String: Value] {
        ["mapping": .word(mapping), "coherent": .flag(isCoherent), "reliance": .flag(isReliance)]
    }

    /// The mappings that these rules, of one documentation, have coherent, and nowhere incoherent.
    static func coherentMappings(in rules: [Clause.RuleReference]) -> Set<String> {
        var coherent: Set<String> = []
        var incoherent: Set<String> = []
        for rule in rules where rule.kind == kind && rule.parameters["reliance"] == .flag(false) {
            guard case .word(let mapping)? = rule.parameters["mapping"] else { continue }
            let saysCoherent = (rule.parameters["coherent"] == .flag(true)) == (rule.force != .forbidden)
            if saysCoherent { coherent.insert(mapping) } else { incoherent.insert(mapping) }
        }
        return coherent.subtracting(incoherent)
    }

    func plan(_ force: Force) -> Planned {
        if isReliance {
            switch force {
            case .forbidden: return .plan(TestPlan(.none, reliance(isReported: true)))
            case .required, .permitted, .advised: return .plan(TestPlan(.none, reliance(isReported: false)))
            case .undefined: return .nothing("nothing is promised about coherence")
            }
        }
        switch force {
        case .required, .advised: return .plan(TestPlan(.none, shows(fresh: isCoherent)))
        case .forbidden: return .plan(TestPlan(.none, shows(fresh: !isCoherent)))
        case .permitted: return .nothing("a coherence that is only allowed cannot be seen missing")
        case .undefined: return .nothing("nothing is promised about coherence")
        }
    }

    /// Every interface that gives such a mapping gives one that is like this.
    private func shows(fresh: Bool) -> [TestPlan.Step] {
        let acquire = vocabulary.resource(mapping)?.acquire ?? mapping
        let others = vocabulary.callback(behind: acquire).map { vocabulary.apis(calling: $0).map(\.name) } ?? []
        let access: [TestPlan.Step] = [
            .note("The CPU has the line in its cache when the device writes."),
            .act(.read(mapping)), .act(.deviceWrite(0xA5)),
            .expect(fresh ? .reads(.read(mapping), 0xA5) : .doesNotRead(.read(mapping), 0xA5)),
            .act(.ignore(.accessedOutside)), .act(.hold(bracket)), .expect(.reads(.read(mapping), 0xA5)),
            .act(.release(bracket)), .act(.release(mapping)), .expect(.isClean),
        ]
        guard others.count > 1 else {
            return [.world(.init())] + vocabulary.preparing(mapping) + [.act(.hold(mapping))] + access
        }
        let api = TestPlan.boundName
        return [
            .forEachAPI(others, [.world(.init()), .act(.prepare(api)), each(api, fresh: fresh)] + [.expect(.isClean)])
        ]
    }

    /// By whoever maps it, whichever part, for both ways or to be read only, and beside what is mapped already.
    private func each(_ api: String, fresh: Bool) -> TestPlan.Step {
        let part = TestPlan.Arguments(direction: .way, extent: true, context: .bound)
        let own = TestPlan.Arguments(context: .bound)
        let read = TestPlan.Action.read(mapping, .start, .bound)
        return .forEachContext([
            .forEachExtent(
                .fitting,
                [
                    .forEachDirectionOf(
                        [.none, .fromDevice],
                        [
                            .act(.call(api, part)), .note("The CPU has the line in its cache when the device writes."),
                            .act(read), .act(.deviceWrite(0xA5, .startOfExtent)),
                            .expect(fresh ? .reads(read, 0xA5) : .doesNotRead(read, 0xA5)),
                            .act(.ignore(.accessedOutside)), .act(.hold(bracket, own)), .expect(.reads(read, 0xA5)),
                            .act(.release(bracket, own)), .act(.deviceWrite(0x5A, .startOfExtent)),
                            .act(.holdOnce(bracket, own)),
                        ])
                ])
        ])
    }

    private func reliance(isReported: Bool) -> [TestPlan.Step] {
        [.note("A system on which it just works."), .world(.init(isCoherent: true))] + vocabulary.preparing(mapping) + [
            .act(.hold(mapping)), .act(.read(mapping)), .act(.ignore(.accessedOutside)), .act(.deviceWrite(0xA5)),
            .expect(.reads(.read(mapping), 0xA5)),
            .expect(isReported ? .reported(.accessedOutside, bracket, .resource) : .isClean),
            .act(.ignore(.accessedOutside)), .act(.release(mapping)),
        ]
    }
}
