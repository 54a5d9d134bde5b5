import Clauses

/// What clauses say that the tests of others have to reckon with, wherever in the text they stand.
struct StatedElsewhere: Equatable, Sendable {
    /// The mappings that are said to be coherent on their own.
    var coherentMappings: Set<String> = []
    /// The callbacks that are said to be optional.
    var optionalCallbacks: Set<String> = []
    /// The callbacks that are said to be mandatory.
    var mandatoryCallbacks: Set<String> = []
    /// How many of a resource may be held at once, where a number is said.
    var bounds: [String: Int] = [:]

    /// What is said to be counted: its callbacks hear of the first one and of the last alone.
    var counted: Set<String> = []
    /// Where a callback is said to be called for the first one alone, whether or not anybody is said to count.
    var heardOnce: Set<String> = []

    init() {}

    /// - Parameter rules: those of clauses that are read in full.
    init(_ rules: [Clause.RuleReference], _ vocabulary: Vocabulary) {
        coherentMappings = IncoherentUnbracketed.coherentMappings(in: rules)
        optionalCallbacks = CallbackPresence.optionalCallbacks(in: rules)
        mandatoryCallbacks = CallbackPresence.mandatoryCallbacks(in: rules)
        bounds = MaxHeld.bounds(in: rules)
        counted = ReferenceCounted.counted(in: rules)
        heardOnce = CalledFrom.heardOnce(in: rules, vocabulary)
    }

    /// Whether something is taken and given back by itself, as often as anybody likes, and each time reaches its callbacks.
    func isTaken(_ resource: String, in vocabulary: Vocabulary) -> Bool {
        guard !counted.contains(resource), !heardOnce.contains(resource) else { return false }
        return vocabulary.resource(resource).map { $0.nature == .reference && $0.initial == nil } ?? false
    }

    /// What may be under way, whoever it is that does something else: accesses, and other things that are taken.
    func company(of resource: String, in vocabulary: Vocabulary) -> [String] {
        vocabulary.resources.map(\.name).filter { name in
            name != resource
                && (vocabulary.resource(name)?.nature == .bracket || isTaken(name, in: vocabulary))
        }
    }
}
