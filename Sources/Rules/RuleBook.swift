import Clauses
import Promises

/// Turns clauses into rules: which kind a clause's words make, with which parameters, and under which force.
public struct RuleBook: Sendable {
    /// The words of the subsystem, by which names, parties and phrases are known.
    public let vocabulary: Vocabulary
    private let glossary: Glossary

    /// The rules of one subsystem. Costs time linear in the vocabulary; reading costs time linear in the clauses.
    public init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        glossary = Glossary(vocabulary)
    }

    /// Fills in each clause's rule, or the reason why it has none. Clauses stay as they are and in their order.
    public func bound(_ clauses: [Clause]) -> [Clause] { read(clauses).map(\.clause) }

    /// The clauses with their rules, and what each rule's test does.
    public func read(_ clauses: [Clause]) -> [BoundClause] {
        let bound = read(clauses, StatedElsewhere())
        let elsewhere = StatedElsewhere(bound.filter(\.isReadInFull).compactMap(\.clause.rule), vocabulary)
        guard elsewhere != StatedElsewhere() else { return bound }
        return read(clauses, elsewhere)
    }

    private func read(_ clauses: [Clause], _ elsewhere: StatedElsewhere) -> [BoundClause] {
        var context = BlockContext(
            vocabulary: vocabulary, glossary: glossary, clauses: clauses, elsewhere: elsewhere)
        var result = clauses.indices.map { index in
            defer { context.note(at: index) }
            return bind(clauses[index], context.surroundings(of: index))
        }
        for (index, clause) in clauses.enumerated().dropFirst() where context.startsSentence(index) {
            guard Reading.makesExceptionOfSentenceBefore(clause.sentence) else { continue }
            for before in context.sentence(before: index) where result[before].plan != nil {
                result[before].isReadInFull = false
                result[before].leaveUntested("the next sentence makes an exception of it")
            }
        }
        for sentence in context.sentences {
            for index in sentence where result[index].plan != nil && holdsUntested(index, among: result[sentence]) {
                result[index].leaveUntested("a part of it makes a clause of its own that is not tested")
            }
        }
        return result
    }

    /// A test of half of the words shows nothing of the other half.
    private func holdsUntested(_ index: Int, among sentence: ArraySlice<BoundClause>) -> Bool {
        let text = sentence[index].clause.text
        return sentence.contains { part in
            part.plan == nil && part.clause.modality != .informative
                && part.clause.text.utf8.count < text.utf8.count && text.contains(part.clause.text)
        }
    }

    /// What the vocabulary remarks on a clause: that its words cannot be kept as they stand, and what is kept instead.
    public func remarks(on clause: Clause) -> [String] {
        guard !vocabulary.remarks.isEmpty else { return [] }
        let reading = Reading(clause, glossary: glossary)
        return vocabulary.remarks.filter { reading.says(phrase: $0.phrase) }.map(\.text)
    }

    /// A kind that reads a clause.
    public struct Candidate: Sendable, Equatable {
        /// The kind of rule that it would make.
        public var kind: RuleKind
        /// The rule with its parameters, in words.
        public var summary: String
        /// The pattern that matched.
        public var pattern: String
        /// The words of the clause that it matched.
        public var words: String
        /// How much of the clause it accounts for; the heaviest wins.
        public var weight: Int
    }

    /// A kind one of whose patterns matches a clause, and that leaves it to others.
    public struct Refused: Sendable, Equatable {
        /// What it would have made of the clause.
        public var candidate: Candidate
        /// Why it leaves the clause alone.
        public var refusal: Refusal

        /// Whether the words tell something else, and do not only lack something.
        public var tellsOtherwise: Bool { if case .tellsOtherwise = refusal { true } else { false } }
    }

    // MARK: - One clause

    private struct Found {
        var definition: any RuleDefinition
        var match: Match
        var shown: Candidate
    }

    /// The clause as its words stand, or else as they can be put in other words: what has a test is taken.
    private func bind(_ clause: Clause, _ surroundings: Reading.Surroundings) -> BoundClause {
        if clause.unit == .interface { return interface(clause) }
        guard clause.modality != .informative else { return BoundClause(clause: clause) }
        let plain = Reading(clause, glossary: glossary, surroundings: surroundings)
        let bound = bind(clause, plain)
        // What makes less of the clause, or another thing of it, does so in other words, too.
        guard bound.plan == nil, plain.shifted() == nil else { return bound }
        for words in Rewording.orders(of: clause, vocabulary) {
            let reading = Reading(
                clause, words: words, tables: Rewording.tables, glossary: glossary, surroundings: surroundings)
            var other = bind(clause, reading)
            // What a kind has heard to tell otherwise, it does not take in other words.
            guard other.plan != nil,
                !bound.refused.contains(where: { $0.tellsOtherwise && $0.candidate.kind == other.clause.rule?.kind })
            else { continue }
            other.readAs = reading.words.map(\.text).joined(separator: " ")
            return other
        }
        return bound
    }

    private func bind(_ clause: Clause, _ reading: Reading) -> BoundClause {
        var clause = clause
        let (found, refused) = candidates(reading)
        let unknown = reading.unknownInterface
        guard let best = found.first, unknown == nil else {
            var missing = unknown.map { [$0] } ?? missingWords(reading)
            if missing.isEmpty, let callback = reading.unknownCallback { missing = [callback] }
            if !missing.isEmpty {
                clause.unbound = missing
                clause.reason = "not in the vocabulary: \(missing.joined(separator: ", "))"
            } else if let nearest = refused.first, case .tellsOtherwise(let reason) = nearest.refusal {
                clause.reason =
                    "no kind of rule reads these words; the nearest, \(nearest.candidate.kind.rawValue), does not, since \(reason)"
            } else {
                clause.reason = "no kind of rule reads these words yet"
            }
            return BoundClause(clause: clause, refused: refused)
        }
        let actors = best.definition.actors
        if let other = reading.asksAnother(than: actors) ? clause.bearer : best.match.otherParty(than: actors) {
            clause.reason = "the words speak of \(other), who does not do this"
            return BoundClause(clause: clause, refused: refused)
        }
        let force = best.definition.force(of: reading)
        var bound = bind(clause, best.definition, force, best.shown)
        let narrowing =
            reading.narrowing(force, nuances: type(of: best.definition).nuances)
            ?? reading.unread(by: best.definition, best.match, force)
        bound.isReadInFull = narrowing == nil
        if bound.plan != nil, let narrowing { bound.leaveUntested(narrowing) }
        if force == .permitted, reading.isExemption, bound.plan != nil, !type(of: best.definition).showsExemption {
            bound.leaveUntested("nobody has to, and nothing shows in a test when it is not done")
        }
        bound.candidates = found.map(\.shown)
        bound.refused = refused
        return bound
    }

    private func bind(
        _ clause: Clause, _ definition: any RuleDefinition, _ force: Force, _ shown: Candidate? = nil
    ) -> BoundClause {
        var clause = clause
        var parameters = definition.parameters
        parameters["subject"] = .word(definition.subject.identifier)
        clause.rule = .init(
            kind: type(of: definition).kind, force: force, parameters: parameters, pattern: shown?.pattern,
            matched: shown?.words)
        switch definition.plan(force) {
        case .plan(let plan):
            if let unknown = plan.unknownError {
                clause.reason = "the kernel has no error code \(unknown)"
                return BoundClause(clause: clause, subject: definition.subject)
            }
            return BoundClause(clause: clause, subject: definition.subject, plan: plan)
        case .nothing(let reason):
            clause.reason = reason
            return BoundClause(clause: clause, subject: definition.subject)
        }
    }

    private func interface(_ clause: Clause) -> BoundClause {
        var clause = clause
        guard let prototype = CPrototype(clause.sentence) else {
            clause.reason = "not a prototype that can be read"
            return BoundClause(clause: clause)
        }
        return bind(clause, PrototypeExists([prototype], vocabulary), .required)
    }

    private func candidates(_ reading: Reading) -> (found: [Found], refused: [Refused]) {
        var found: [Found] = []
        var refused: [Refused] = []
        for kind in Registry.kinds {
            var best: Found?
            var refusal: Refused?
            for pattern in kind.patterns {
                guard let match = Match.find(pattern, in: reading), (best?.shown.weight ?? -1) < match.weight else {
                    continue
                }
                let shown = Candidate(
                    kind: kind.kind, summary: kind.summary, pattern: pattern.source,
                    words: reading.words[match.range].map(\.text).joined(separator: " "), weight: match.weight)
                do throws(Refusal) {
                    best = Found(definition: try kind.init(match), match: match, shown: shown)
                } catch {
                    if (refusal?.candidate.weight ?? -1) < match.weight {
                        refusal = Refused(candidate: shown, refusal: error)
                    }
                }
            }
            if let best { found.append(best) } else if let refusal { refused.append(refusal) }
        }
        // A step of a sequence comes first, then what can be tested, then what accounts for most of the words; among
        // equals the registry's order decides.
        func rank(_ found: Found, _ order: Int) -> (Int, Int, Int, Int) {
            let isTestable = if case .plan = found.definition.plan(found.definition.force(of: reading)) { 1 } else { 0 }
            return (type(of: found.definition).precedence, isTestable, found.shown.weight, -order)
        }
        let ranked = found.enumerated().map { (rank: rank($0.element, $0.offset), found: $0.element) }
        // What words tell instead explains more than what they lack.
        func refusalRank(_ refused: Refused, _ order: Int) -> (Int, Int, Int) {
            (refused.tellsOtherwise ? 1 : 0, refused.candidate.weight, -order)
        }
        let rankedRefusals = refused.enumerated().sorted {
            refusalRank($0.element, $0.offset) > refusalRank($1.element, $1.offset)
        }
        return (ranked.sorted { $0.rank > $1.rank }.map(\.found), rankedRefusals.map(\.element))
    }

    /// Names of things in C that the clause speaks of and the vocabulary does not know.
    private func missingWords(_ reading: Reading) -> [String] {
        var result: [String] = []
        for (index, word) in reading.words.enumerated() where word.isNameInC {
            guard !reading.mentions.contains(where: { $0.range.contains(index) }), word.error == nil else { continue }
            result.appendOnce(word.text)
        }
        return result
    }
}
