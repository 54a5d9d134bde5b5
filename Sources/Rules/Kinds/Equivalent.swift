import Clauses
import Promises

/// Two ways to the same result.
struct Equivalent: RuleDefinition {
    static let kind = RuleKind.equivalent
    static let summary =
        "Two interfaces give the same: what is written through one is read through the other, and both refuse the same."
    static let patterns: [Pattern] = [
        "{api} … equally|likewise|also achieve|do|work|give", "{api} … achieve|do ~ equally|likewise|too|well",
        "equally|likewise|also be achieve|do by|with|through … {api}", "{api} … equivalent|identical|same … {api}",
        "{api} … same as|effect|result|outcome", "{api} … differ|different … from … {api}",
        "{api} … differ|different … {api}",
        "{api} … {api} … be equivalent|identical|same", "{api} … {api} have same effect|result|outcome",
        "{api} instead of {api} … same", "make no difference … {api} or {api}",
        "make no difference whether|if … {api} … or … {api}",
    ]
    static let examples = ["Calling widget_attach() is equivalent to calling widget_map()."]
    static let counterExamples = ["widget_map() can fail."]

    let one: String
    let other: String
    private let isDifferent: Bool
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        vocabulary = match.vocabulary
        var apis = match.apis
        for api in match.reading.apis { apis.appendOnce(api) }
        // Two names in C are the two that are meant, whether they can be the same or not.
        let symbols = match.reading.mentions.filter { $0.entity.isSymbol }.flatMap(\.entity.names)
            .filter { $0.category == .api }.map(\.identifier)
        if Set(symbols).count == 2 { apis = symbols }
        for api in match.reading.surroundings.recent.reversed() { apis.appendOnce(api) }
        guard let first = apis.first,
            let second = apis.dropFirst().first(where: {
                Set(symbols) == [first, $0]
                    || match.vocabulary.api($0)?.calls == match.vocabulary.api(first)?.calls && $0 != first
            })
        else { throw .lacks("it does not name two calls that could do the same") }
        isDifferent = match.reading.says("differ", "different")
        one = first
        other = second
    }

    /// Whichever of the two is named first, the promise is one: it goes by what acquires.
    var subject: Name { Name(.api, [one, other].first { vocabulary.resource(acquiredBy: $0) != nil } ?? one) }
    var parameters: [String: Value] { ["apis": .words([one, other])] }

    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        guard isDifferent else { return force }
        return force == .forbidden ? .required : .forbidden
    }

    private var mapping: String? {
        [one, other].compactMap { vocabulary.resource(acquiredBy: $0) }.first { $0.nature == .mapping }?.name
    }

    func plan(_ force: Force) -> Planned {
        guard let mapping else { return .nothing("neither interface gives something to compare") }
        let bracket = vocabulary.resource(mapping)?.within
        switch force {
        case .required, .permitted, .advised:
            var steps: [TestPlan.Step] = [.world(.init())] + vocabulary.preparing(mapping)
            let opened: [TestPlan.Step] = bracket.map { [.act(.hold($0))] } ?? []
            let closed: [TestPlan.Step] = bracket.map { [.act(.release($0))] } ?? []
            steps += opened
            let part = TestPlan.Arguments(extent: true)
            steps.append(
                .forEachExtent(
                    .fitting,
                    [
                        .expect(.succeeds(.call(one, part))),
                        .forEachChunkOfExtent([.act(.write(.ofChunk, mapping, .inChunk))]), .act(.release(mapping)),
                        .expect(.succeeds(.call(other, part))),
                        .forEachChunkOfExtent([.expect(.reads(.read(mapping, .inChunk), .ofChunk))]),
                        .act(.write(0x11, mapping, .chunk(0))), .act(.release(mapping)),
                    ]))
            if let callback = vocabulary.callback(behind: one) {
                for api in [one, other] {
                    steps += [
                        .act(.makeReturn(callback, .code("EIO"), times: 1)),
                        .expect(.failsWith(.call(api), .code("EIO"))),
                    ]
                }
            }
            steps += closed
            steps.append(
                .forEachExtent(
                    .tooLarge,
                    [
                        .expect(.fails(.call(one, .init(extent: true)))),
                        .expect(.fails(.call(other, .init(extent: true)))),
                    ]))
            return .plan(TestPlan(.none, steps))
        case .forbidden:
            return .plan(
                TestPlan(
                    .none,
                    [.world(.init())] + vocabulary.preparing(mapping) + [
                        .expect(.succeeds(.call(one))), .act(.release(mapping)), .expect(.fails(.call(other))),
                    ]))
        case .undefined: return .nothing("nothing is promised about the other way")
        }
    }
}
