import Clauses
import KernelDoc
import PlainText

/// A diff of clauses as `specgen.diff/1`: for other programs.
public struct DiffJSON {
    public static let schema = "specgen.diff/1"

    private let diff: ClauseDiff
    private let tests: DiffTests
    private let isWhole: Bool

    /// - Parameter isWhole: whether all of both texts was read.
    public init(_ diff: ClauseDiff, tests: DiffTests = DiffTests(nil), isWhole: Bool = true) {
        self.diff = diff
        self.tests = tests
        self.isWhole = isWhole
    }

    private struct File: Encodable {
        var schema: String
        var isWhole: Bool
        var sentences: Counts
        var weakened: Int
        var unsure: Int
        var changes: [Change]
    }

    private struct Counts: Encodable {
        var before: Int
        var after: Int
    }

    private struct Change: Encodable {
        var kind: ClauseDiff.Kind
        var isMoved: Bool
        var isMerged: Bool
        var isWeakening: Bool
        var isUnsure: Bool
        var old: Sentence?
        var new: Sentence?
        var words: [WordEdit]
        var effects: [Seen]
        var lostClauses: [String]
        var newClauses: [String]
        var successors: [Successor]
        var contradiction: Contradiction?
        var tests: [DiffTests.Touched]
    }

    /// An effect.
    private struct Seen: Encodable {
        var kind: Effect.Kind
        var old: String
        var new: String
        var isWeakening: Bool
        var isUnsure: Bool

        /// - Parameter isTold: whether the old sentence asked or promised anything that could have become less.
        init(_ effect: Effect, isTold: Bool) {
            (kind, old, new) = (effect.kind, effect.old, effect.new)
            isWeakening = effect.isWeakening
            isUnsure = isTold && effect.judgement == .unsure
        }
    }

    private struct Successor: Encodable {
        var clause: String
        var text: String
        var source: SourceLocation
    }

    private struct Contradiction: Encodable {
        var sentence: Sentence
        var oldWord: String
        var newWord: String
    }

    private struct Sentence: Encodable {
        var text: String
        var source: SourceLocation
        var block: Prose.Block
        var clauses: [String]
        var modalities: [Modality]
        var bearers: [String]

        init(_ sentence: DiffSentence) {
            text = sentence.text
            source = sentence.source
            block = sentence.block
            clauses = sentence.clauses.map(\.id)
            modalities = sentence.clauses.map(\.modality)
            bearers = sentence.clauses.map(\.bearer)
        }
    }

    /// - Throws: what the encoder says; nothing in a diff is known to upset it.
    public func text() throws -> String {
        let changes = diff.changes.map { change in
            Change(
                kind: change.kind, isMoved: change.isMoved, isMerged: change.isMerged, isWeakening: change.isWeakening,
                isUnsure: change.isUnsure, old: change.old.map(Sentence.init), new: change.new.map(Sentence.init),
                words: change.words,
                effects: change.effects.map { Seen($0, isTold: change.old?.isNormative == true) },
                lostClauses: change.lostClauses.map(\.id),
                newClauses: change.newClauses.map(\.id),
                successors: change.successors.map { Successor(clause: $0.id, text: $0.text, source: $0.source) },
                contradiction: change.contradiction.map {
                    Contradiction(sentence: Sentence($0.sentence), oldWord: $0.oldWord, newWord: $0.newWord)
                }, tests: tests.touched(by: change))
        }
        let file = File(
            schema: DiffJSON.schema, isWhole: isWhole, sentences: Counts(before: diff.oldCount, after: diff.newCount),
            weakened: diff.weakened.count, unsure: diff.unsure.count, changes: changes)
        return try InertText.json(encoding: file)
    }
}
