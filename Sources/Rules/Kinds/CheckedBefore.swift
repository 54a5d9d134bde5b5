import Clauses
import Promises

/// An implementer need not check an argument: the callback never sees a bad one.
struct CheckedBefore: RuleDefinition {
    static let kind = RuleKind.checkedBefore
    static let summary = "A callback is never called with an argument that the core rejects."
    static let showsExemption = true
    static let nuances: Set<Nuance> = [.failure]
    static let patterns: [Pattern] = [
        "necessary|required|need … {party} … duplicate|repeat|do ~ check",
        "{party} … need|have|must|should … duplicate|repeat|do ~ check",
        "{party} … need|have|must|should … check ~ themselves|itself",
        "{party} … need|have|must|should … check this|it|that", "need … {party} … check this|it|that",
        "leave ~ check to ~ {party}",
        "{party} … check … themselves|itself",
        "{party} … need|have|must|should … check ~ size|length|extent",
    ]
    static let examples = ["Drivers do not need to check this themselves."]
    static let counterExamples = ["The core checks the size."]

    let callback: String
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        guard
            let callback = match.reading.surroundings.callback ?? match.reading.callbacks.first
                ?? match.vocabulary.resources.first(where: {
                    $0.nature == .mapping && !$0.isPerChunk && match.vocabulary.callback(behind: $0.acquire) != nil
                        && $0.within != nil
                }).flatMap({ match.vocabulary.callback(behind: $0.acquire) })
        else { throw .lacks("no callback is named that could be looked for") }
        vocabulary = match.vocabulary
        guard !match.vocabulary.apis(calling: callback).isEmpty else {
            throw .lacks("the callback is called by no interface")
        }
        self.callback = callback
    }

    var subject: Name { Name(.callback, callback) }
    var parameters: [String: Value] { ["callback": .word(callback)] }

    var actors: [String] { vocabulary.implementers }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .permitted, .forbidden: .plan(TestPlan(.none, steps(isSeen: false)))
        case .required, .advised: .plan(TestPlan(.none, steps(isSeen: true)))
        case .undefined: .nothing("nothing is promised about bad arguments")
        }
    }

    /// An implementer that has to check gets to see what it has to refuse.
    private func steps(isSeen: Bool) -> [TestPlan.Step] {
        var steps: [TestPlan.Step] = []
        for (index, api) in vocabulary.apis(calling: callback).map(\.name).enumerated() {
            let use = vocabulary.use(api, .init(extent: true))
            steps.append(.world(.init(index == 0 ? "bed" : "bed\(index + 1)")))
            steps += vocabulary.use(api).before
            steps.append(.forEachExtent(.tooLarge, [.act(use.action)]))
            steps.append(.expect(isSeen ? .called(callback) : .callCount(callback, 0)))
        }
        return steps
    }
}
