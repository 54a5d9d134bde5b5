import Clauses
import Promises

/// A phrase of the domain: arranged, done and observed by steps of the vocabulary. The rule only expects.
struct DomainStep: RuleDefinition {
    static let kind = RuleKind.domainStep
    static let summary = "What a phrase of the domain says is arranged and done, and then observed."
    static let nuances: Set<Nuance> = [.whichAccesses]
    static let patterns: [Pattern] = ["{step}"]
    static let examples = ["The widget is polished."]
    static let counterExamples = [
        "This callback is optional.", "Callers must be given control over whether the widget is polished.",
    ]

    /// What one phrase does, and what is then to be seen.
    struct Step: Sendable, Equatable {
        var action: String?
        var observation: String?
    }

    /// "Must set one, or adjust ring->size": behind "or" a verb and a name in C.
    private static func leavesChoice(_ reading: Reading) -> Bool {
        reading.clause.modality == .obligation
            && reading.words.indices.dropLast(2).contains { index in
                reading.words[index].folded == "or" && !reading.words[index].isSubordinate
                    && !reading.words[index + 1].isNameInC && reading.words[index + 2].isNameInC
            }
    }

    let variant: String?
    let steps: [Step]
    /// What an implementation of a special kind shows is asked of who implements it, if of anybody.
    let actors: [String]
    let company: [String]

    init(_ match: Match) throws(Refusal) {
        // Every step phrase of the clause, in order; shorter ones inside of longer ones are left out.
        let meant = match.reading.mentions.filter {
            $0.entity.isStep && $0.entity.isMeant(in: match.reading.wordsAround)
        }
        let phrases = meant.filter { !$0.isCovered(by: meant) }
        guard !Self.tellsOfUnknownTime(match.reading, phrases) else {
            throw .tellsOtherwise("it tells of an unknown time")
        }
        guard !Self.asksSomethingElse(match.reading, phrases) else {
            throw .tellsOtherwise("it asks for something else than these steps")
        }
        guard !Self.deniesSome(match.reading, phrases) else {
            throw .tellsOtherwise("of several steps, some are denied")
        }
        guard !Self.goesOnOtherwise(match.reading, phrases) else {
            throw .tellsOtherwise("what stands behind 'and' is none of these steps")
        }
        if Self.leavesChoice(match.reading) { throw .tellsOtherwise("of two it leaves open which") }
        if match.reading.says(phrase: "never need") {
            throw .tellsOtherwise("what need not be done cannot be seen undone")
        }
        if match.reading.says("control", "choose", "choice", "decide") {
            throw .tellsOtherwise("it tells who chooses, and not what is chosen")
        }
        if match.reading.says("until"), !match.pattern.names("until") {
            throw .tellsOtherwise("it tells of the time until a thing is there")
        }
        company = phrases.flatMap(\.entity.beside)
        variant = phrases.compactMap(\.entity.variant).first
        var steps: [Step] = []
        for phrase in phrases {
            let step = Step(
                action: phrase.entity.names.first { $0.category == .action }?.identifier,
                observation: phrase.entity.names.first { $0.category == .observation }?.identifier)
            if step.action != nil || step.observation != nil { steps.appendOnce(step) }
        }
        self.steps = steps
        guard !steps.isEmpty else { throw .lacks("no step of the vocabulary is named") }
        let isSaid = phrases.contains { !match.reading.isCondition($0.range) && !$0.entity.names.isEmpty }
        guard isSaid else { throw .tellsOtherwise("the steps stand in a condition alone") }
        let reading = match.reading
        guard !reading.tellsOfWrongEnd || reading.surroundings.callback == nil, !reading.says("null") else {
            throw .tellsOtherwise("it tells of the wrong end, or of no result")
        }
        let isAsked = ![.guarantee, .outcome].contains(reading.clause.modality)
        let implementers = reading.vocabulary.implementers
        let doers = phrases.compactMap(\.entity.by)
        actors = !doers.isEmpty ? doers : variant != nil && isAsked ? implementers : []
    }

    /// "Flush caches and keep it pinned": a verb that the vocabulary does not know, with an object of its own.
    private static func goesOnOtherwise(_ reading: Reading, _ phrases: [Glossary.Mention]) -> Bool {
        let words = reading.words
        return words.indices.contains { and in
            guard words[and].folded == "and", !words[and].isSubordinate, and + 2 < words.count,
                phrases.contains(where: { $0.range.upperBound <= and }),
                !phrases.contains(where: { $0.range.upperBound > and })
            else { return false }
            return Self.keeping.contains(words[and + 1].stem)
        }
    }

    private static let keeping = Set(["keep", "leave", "retain"].map(Stem.of))

    /// Behind them stands why something is asked.
    private static let purposes: Set<String> = ["to", "so", "that", "because", "since", "as"]

    /// "Whoever has to do this must do that": of two things asked, the phrase is of the one that is only told.
    private static func asksSomethingElse(_ reading: Reading, _ phrases: [Glossary.Mention]) -> Bool {
        let asking = reading.words.indices.filter { index in
            ["must", "shall", "should", "may", "can", "cannot"].contains(reading.words[index].folded)
                || reading.words.saysDuty(at: index)
        }
        guard asking.count > 1, let last = asking.last else { return false }
        return phrases.allSatisfy { phrase in
            guard !phrase.entity.names.isEmpty else { return true }
            let end = phrase.range.upperBound
            // What stands before all of them is what is asked. "So that callers can use it": what it is asked for.
            return asking[0] < end && end <= last
                && !reading.words[end..<last].contains { Self.purposes.contains($0.folded) }
        }
    }

    /// "Should not be pinned for these, and has to be for those".
    private static func deniesSome(_ reading: Reading, _ phrases: [Glossary.Mention]) -> Bool {
        let told = phrases.filter { !$0.entity.names.isEmpty }
        let denied = told.count { phrase in
            reading.words[max(0, phrase.range.lowerBound - 2)..<phrase.range.upperBound].contains(where: \.isNegation)
        }
        return denied > 0 && denied < told.count
    }

    /// "At … time", "when …ing": a time that no phrase of the vocabulary has.
    private static func tellsOfUnknownTime(_ reading: Reading, _ phrases: [Glossary.Mention]) -> Bool {
        let told = reading.toldElsewhere
        return reading.words.indices.contains { index in
            let word = reading.words[index]
            let isTime =
                word.folded == "time" && reading.words[max(0, index - 3)..<index].contains { $0.folded == "at" }
                || index > 0 && word.folded.hasSuffix("ing")
                    && ["when", "while"].contains(reading.words[index - 1].folded)
            return isTime && !told.contains(index) && !reading.isCondition(index..<index + 1)
                && !phrases.contains { $0.range.contains(index) }
        }
    }

    func force(of reading: Reading) -> Force {
        let force = Force(reading.clause)
        if reading.clause.modality != .prohibition, force == .required, hasNoneBefore(reading) { return .forbidden }
        // "Without setting it": the phrase is what is not done.
        let isWithout = reading.mentions.contains { mention in
            mention.entity.isStep && mention.range.lowerBound > 0
                && reading.words[mention.range.lowerBound - 1].folded == "without"
        }
        if isWithout { return force == .forbidden ? .required : .forbidden }
        return force
    }

    /// "No two …": none of them does what the phrase says.
    private func hasNoneBefore(_ reading: Reading) -> Bool {
        reading.mentions.contains { mention in
            mention.entity.isStep
                && reading.words[max(0, mention.range.lowerBound - 3)..<mention.range.lowerBound].contains {
                    ["no", "none", "neither", "never"].contains($0.folded)
                }
        }
    }

    var subject: Name {
        if let observation = steps.compactMap(\.observation).first { return Name(.observation, observation) }
        return Name(.action, steps.compactMap(\.action).first ?? "")
    }
    var parameters: [String: Value] {
        [
            "actions": .words(steps.compactMap(\.action)), "observations": .words(steps.compactMap(\.observation)),
            "variant": .word(variant ?? ""),
        ]
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised, .permitted: .plan(TestPlan(.none, steps(isSo: true)))
        case .forbidden: .plan(TestPlan(.none, steps(isSo: false)))
        case .undefined: .nothing("nothing is promised about it")
        }
    }

    private func steps(isSo: Bool) -> [TestPlan.Step] {
        var result: [TestPlan.Step] = [.world(.init(variant: variant))]
        for step in steps {
            if let action = step.action {
                let succeeds = isSo || step.observation != nil
                result.append(.expect(succeeds ? .succeeds(.perform(action)) : .fails(.perform(action))))
            }
            if let observation = step.observation {
                result.append(.expect(isSo ? .observed(observation) : .notObserved(observation)))
            }
        }
        return result + (isSo ? [.expect(.isClean)] : [])
    }
}
