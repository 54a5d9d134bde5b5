import Clauses

/// A phrase of the domain: arranged, done and observed by steps of the vocabulary. The rule only expects.
struct DomainStep: RuleDefinition {
    static let kind = RuleKind.domainStep
    static let summary = "What a phrase of the domain says is arranged and done, and then observed."
    static let patterns: [Pattern] = ["{step}"]
    static let examples = ["The widget is polished."]
    static let counterExamples = ["This callback is optional."]

    let variant: String?
    let actions: [String]
    let observations: [String]

    init?(_ match: Match) {
        // Every step phrase of the clause, in order; shorter ones inside of longer ones are left out.
        let steps = match.reading.mentions.filter { $0.entity.isStep }.filter { mention in
            !match.reading.mentions.contains {
                $0.entity.isStep && $0.range.count > mention.range.count && $0.range.contains(mention.range.lowerBound)
                    && $0.range.contains(mention.range.upperBound - 1)
            }
        }
        variant = steps.compactMap(\.entity.variant).first
        var actions: [String] = []
        var observations: [String] = []
        for step in steps {
            for name in step.entity.names where name.category == .action { actions.appendOnce(name.identifier) }
            for name in step.entity.names where name.category == .observation {
                observations.appendOnce(name.identifier)
            }
        }
        self.actions = actions
        self.observations = observations
        guard !actions.isEmpty || !observations.isEmpty else { return nil }
    }

    /// A phrase that holds the negation itself ("should not be pinned") is observed as it is.
    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        guard force == .forbidden else { return force }
        let holdsNegation = reading.mentions.contains { mention in
            mention.entity.isStep && reading.words[mention.range].contains { $0.folded == "not" || $0.folded.hasSuffix("n't") }
        }
        return holdsNegation ? .advised : .forbidden
    }

    var subject: Name {
        observations.first.map { Name(.observation, $0) } ?? Name(.action, actions[0])
    }
    var parameters: [String: Value] {
        ["actions": .words(actions), "observations": .words(observations), "variant": .word(variant ?? "")]
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised, .permitted: .plan(TestPlan(.none, steps(isSo: true)))
        case .forbidden: .plan(TestPlan(.none, steps(isSo: false)))
        case .undefined: .nothing("nothing is promised about it")
        }
    }

    private func steps(isSo: Bool) -> [TestPlan.Step] {
        var steps: [TestPlan.Step] = [.world(.init(variant: variant))]
        for action in actions {
            steps.append(
                .expect(isSo || !observations.isEmpty ? .succeeds(.perform(action)) : .fails(.perform(action))))
        }
        for observation in observations {
            steps.append(.expect(isSo ? .observed(observation) : .notObserved(observation)))
        }
        return steps + (isSo ? [.expect(.isClean)] : [])
    }
}
