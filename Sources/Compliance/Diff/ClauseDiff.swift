import Clauses
import KernelDoc

/// What changes in what documentation says, from one text of it to another: sentence by sentence, with what each
/// change does to who must do what.
///
/// A pure function of two lists of clauses. Text that is merely wrapped, or put somewhere else, is not a change.
public struct ClauseDiff: Sendable, Equatable {
    /// What became of a sentence.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Says something else, or may: modality, bearer, polarity, a number, a name, an error code or a condition
        /// changed, a clause of it came or went, or it has words of which nothing is known.
        case changed
        /// Gone, and nothing says it in other words.
        case removed
        /// New, and nothing said it before.
        case added
        /// Other words, all of which are known to say the same.
        case reworded
        /// The same words in another place.
        case moved
        /// The same words in the same place.
        case unchanged
    }

    /// What is gone stands where it stood, everything else in the order of the new text.
    public private(set) var changes: [Change]
    /// How many sentences the old text has.
    public private(set) var oldCount: Int
    /// How many sentences the new text has.
    public private(set) var newCount: Int

    /// - Parameters:
    ///   - old: the clauses before, in source order.
    ///   - new: the clauses after, in source order.
    ///   - names: that files of the old text have in the new one, by their old ones.
    public init(from old: [Clause], to new: [Clause], names: [String: String] = [:]) {
        let before = DiffSentence.sentences(of: old, names: names)
        let after = DiffSentence.sentences(of: new)
        (oldCount, newCount) = (before.count, after.count)
        let matcher = SentenceMatcher(old: before, new: after)
        var origin: [Int: SentenceMatcher.Pair] = [:]
        var successor: [Int: Int] = [:]
        for pair in matcher.pairs() { (origin[pair.new], successor[pair.old]) = (pair, pair.new) }
        let gone = before.indices.filter { successor[$0] == nil }
        let wholes = matcher.wholes(of: gone)
        // What is informative only may have been cut off a sentence that stayed; what is not has to be told.
        let fresh = after.indices.filter { origin[$0] == nil && !after[$0].isNormative }
        let parts = fresh.isEmpty ? [:] : SentenceMatcher(old: after, new: before).wholes(of: fresh)
        var kept = after.enumerated().map { position, sentence in
            if let pair = origin[position] {
                return Change(from: before[pair.old], to: sentence, isRewritten: pair.isRewritten)
            }
            if let whole = parts[position] { return Change(from: before[whole], to: sentence, isMerged: true) }
            return Change(kind: .added, new: sentence)
        }
        let sayings = NewSayings(kept)
        for position in kept.indices { kept[position].findSuccessors(in: sayings) }
        let lost = gone.map { position in
            if let whole = wholes[position] { return Change(from: before[position], mergedInto: after[whole]) }
            return Change(gone: before[position], sayings)
        }
        changes = lost + kept
    }

    /// The changes of one kind, in their order.
    public subscript(_ kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }

    /// Whether somebody who reads the new text would learn something else of who must, may or will do what.
    public var changesMeaning: Bool {
        changes.contains { change in
            switch change.kind {
            case .changed: change.old?.isNormative == true || change.new?.isNormative == true
            case .removed: change.old?.isNormative == true
            case .added: change.new?.isNormative == true
            case .reworded, .moved, .unchanged: false
            }
        }
    }

    /// Duties and promises that were removed, made softer, turned into their opposite or written anew.
    public var weakened: [Change] { changes.filter(\.isWeakening) }

    /// Changes of which nobody can tell by the words whether a duty or a promise is as firm as before: for a person to
    /// read.
    public var unsure: [Change] { changes.filter(\.isUnsure) }
}
