import Clauses
import Promises

/// The documented steps, in their order: a list item is tested in the whole list.
struct SequenceOfSteps: RuleDefinition {
    static let kind = RuleKind.sequence
    static let summary = "The documented steps, done in their order, go well and move the data each time."
    static let nuances: Set<Nuance> = [.whichAccesses, .if]
    static let patterns: [Pattern] = ["{api}", "{resource}", "{mapping}"]
    /// A step of a documented sequence is tested as one, whatever else its words could be.
    static let precedence = 1
    static let examples: [String] = []
    static let counterExamples = ["widget_map() can fail."]
    /// How often the repeated steps are done.
    static let rounds = 3

    enum Move: Equatable {
        case acquire(String), release(String), access
    }
    /// The steps of a list, read once for all of its items.
    struct Steps: Sendable, Equatable {
        /// A longer list is no procedure that one test could show.
        private static let longest = 100

        /// The moves of the whole list, by item.
        let items: [[Move]]
        /// Which items say that they are done again and again.
        let repeated: [Bool]

        /// Nil for a list that tells of no sequence.
        ///
        /// - Parameter sentences: of the items, in their order.
        init?(_ sentences: [String], of clause: Clause, _ glossary: Glossary) {
            guard (2...Self.longest).contains(sentences.count), let leadIn = clause.leadIn?.lowercased(),
                ["sequence", "following", "steps", "order", "procedure"].contains(where: { leadIn.contains($0) }),
                !["reverse", "none of", "no particular", "any order", "optional", " not "].contains(
                    where: { leadIn.contains($0) })
            else { return nil }
            let items = sentences.map { moves(in: Reading(clause, text: $0, glossary: glossary)) }
            // Steps that leave something open, or end what others began, are a part of a longer story.
            guard isBalanced(items.joined()),
                items.joined().contains(where: { if case .acquire = $0 { true } else { false } })
            else { return nil }
            self.items = items
            repeated = sentences.map { text in
                Word.words(of: text).contains { ["each", "every", "repeat", "cycl"].contains($0.stem) }
            }
        }
    }

    private let list: Steps
    /// The moves of this clause's own item.
    let own: [Move]
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        guard let list = match.reading.surroundings.steps else { throw .lacks("it is no step of a list") }
        if match.reading.tellsOfWrongEnd
            || match.reading.says("while", "whole", "entire", "never", "only", "read-only", "write-only", "twice")
        {
            throw .tellsOtherwise("it is told of the other end, of another time, or of another extent")
        }
        self.list = list
        vocabulary = match.vocabulary
        own = SequenceOfSteps.moves(in: match.reading)
        guard !own.isEmpty else { throw .lacks("it names no step") }
        if match.reading.says("each", "every"), !own.contains(.access) {
            throw .tellsOtherwise("what is done for each of several is not what is done once")
        }
    }

    private var items: [[Move]] { list.items }
    private var repeated: [Bool] { list.repeated }

    /// Acquisitions, releases and accesses, in the order of the words.
    private static func moves(in reading: Reading) -> [Move] {
        var result: [(Int, Move)] = []
        for mention in reading.mentions where !mention.isCovered(by: reading.mentions) {
            for name in mention.entity.names where name.category == .api {
                if let resource = reading.vocabulary.resource(acquiredBy: name.identifier) {
                    result.append((mention.range.lowerBound, .acquire(resource.name)))
                } else if let resource = reading.vocabulary.resource(releasedBy: name.identifier) {
                    result.append((mention.range.lowerBound, .release(resource.name)))
                }
            }
        }
        for (index, word) in reading.words.enumerated() where ["read", "writ", "access"].contains(word.stem) {
            // "Access the chunk" does it, and "use it to access that"; "finish access" speaks of the bracket.
            let isNamed = reading.mentions.contains { $0.range.contains(index) && !$0.entity.names.isEmpty }
            if index == 0 || reading.words[index - 1].folded == "to" || !isNamed { result.append((index, .access)) }
        }
        var moves: [Move] = []
        for (_, move) in result.sorted(by: { $0.0 < $1.0 }) where moves.last != move { moves.append(move) }
        let isBetween = reading.says("with", "through", "by", "use") || reading.says("after") && reading.says("before")
        return isBetween ? inOrder(moves) : moves
    }

    /// Whether all that is acquired is released, and nothing else.
    private static func isBalanced(_ moves: some Sequence<Move>) -> Bool {
        var held: [String: Int] = [:]
        for move in moves {
            switch move {
            case .acquire(let name): held[name, default: 0] += 1
            case .release(let name): held[name, default: 0] -= 1
            case .access: continue
            }
        }
        return held.values.allSatisfy { $0 == 0 }
    }

    /// "Access it with map and unmap", "use map and unmap to access it", "access it after map and before unmap": the access
    /// happens between the two.
    private static func inOrder(_ moves: [Move]) -> [Move] {
        let ends = moves.filter { $0 != .access }
        guard moves.count == 3, ends.count == 2, case .acquire(let one) = ends[0], case .release(let other) = ends[1],
            one == other
        else { return moves }
        return [ends[0], .access, ends[1]]
    }

    var subject: Name {
        for move in own {
            if case .acquire(let name) = move { return Name(.resource, name) }
            if case .release(let name) = move { return Name(.resource, name) }
        }
        return Name(.resource, way ?? vocabulary.resources.first?.name ?? "")
    }
    var parameters: [String: Value] {
        [
            "steps": .words(
                items.joined().map { move in
                    switch move {
                    case .acquire(let name): "acquire \(name)"
                    case .release(let name): "release \(name)"
                    case .access: "access"
                    }
                })
        ]
    }

    func plan(_ force: Force) -> Planned {
        switch force {
        case .required, .advised, .permitted: .plan(TestPlan(.none, [.world(.init())] + steps + end))
        case .forbidden: .nothing("a forbidden sequence is tested by the rules for each of its steps")
        case .undefined: .nothing("nothing is promised about the sequence")
        }
    }

    private var access: [TestPlan.Step] {
        guard let way else { return [] }
        return [.expect(.reads(.read(way), 0xA5)), .act(.write(0x5A, way))]
    }

    /// What the list accesses the object through: what is open there.
    private var way: String? {
        var open: [String] = []
        for move in items.joined() {
            if case .acquire(let name) = move { open.append(name) }
            if case .access = move, let last = open.last { return last }
        }
        return open.last
    }

    /// Whether the list is one whole access, from the bracket's beginning to its end, which can be made again.
    private var isWhole: Bool {
        guard case .acquire(let one)? = items.first?.first, case .release(let other)? = items.last?.last else {
            return false
        }
        return one == other && vocabulary.resource(one)?.nature == .bracket && !zip(items, repeated).contains { $1 }
            && items.joined().contains(.access)
    }

    private var steps: [TestPlan.Step] {
        var result: [TestPlan.Step] = []
        for (moves, isRepeated) in zip(items, repeated) {
            let inner = moves.flatMap { move -> [TestPlan.Step] in
                switch move {
                case .acquire(let name): [.expect(.succeeds(.hold(name)))]
                case .release(let name): [.expect(.succeeds(.release(name)))]
                case .access: access
                }
            }
            if isRepeated, moves.contains(.access) {
                result.append(
                    .repeating(Self.rounds, [.act(.deviceWrite(0xA5))] + inner + [.expect(.reads(.deviceRead(), 0x5A))])
                )
            } else {
                result += inner
            }
        }
        if isWhole {
            result = [
                .repeating(
                    Self.rounds, [.act(.deviceWrite(0xA5))] + result + [.expect(.reads(.deviceRead(), 0x5A))])
            ]
        }
        return result + [.expect(.isClean)]
    }

    /// What the last step ended cannot be accessed any more.
    private var end: [TestPlan.Step] {
        guard case .release(let name)? = items.joined().reversed().first, vocabulary.resource(name)?.nature == .mapping
        else {
            return []
        }
        return [
            .note("The last step ended the mapping."), .expect(.faultsEverywhere(name)),
            .act(.ignore(.accessedOutside)),
        ]
    }
}
