import Clauses

extension ClauseDiff {
    /// A sentence of either text, or one of each that belong together, with what became of it.
    public struct Change: Sendable, Equatable {
        /// What became of it.
        public var kind: Kind
        /// The sentence before; nil when it was added.
        public var old: DiffSentence?
        /// The sentence after; nil when it is gone.
        public var new: DiffSentence?
        /// Word by word; empty unless it is reworded or changed.
        public var words: [WordEdit] = []
        /// What the change does to who must do what; empty where nothing is seen.
        public var effects: [Effect] = []
        /// Clauses of the old sentence that the new one lacks.
        public var lostClauses: [Clause] = []
        /// Clauses of the new sentence that the old one lacks.
        public var newClauses: [Clause] = []
        /// Whether it stands in another place now.
        public var isMoved = false
        /// True where the old sentence went into one that came from another.
        public var isMerged = false
        /// Of a sentence that is gone: one of the new text that says the opposite, and the words in which it does.
        public var contradiction: Contradiction?
        /// Clauses of other sentences of the new text that say what clauses of the old one said.
        public var successors: [Clause] = []

        /// What the change does to what the old sentence asked or promised; `kept` where it did neither.
        public var judgement: Judgement {
            guard let old, old.isNormative else { return .kept }
            switch kind {
            // Whoever was advised or allowed something may miss it.
            case .removed: return old.isPromise ? .weaker : .unsure
            case .changed:
                let lost = lostClauses.map { $0.isPromise ? Judgement.weaker : .unsure }
                // "But may leave it open at night" takes from what stands before it.
                let come = newClauses.map { $0.modality.isBinding ? Judgement.kept : .unsure }
                return (effects.map(\.judgement) + lost + come).max() ?? .kept
            case .added, .reworded, .moved, .unchanged: return .kept
            }
        }

        /// Whether a duty or a promise was removed, made softer, turned into its opposite or written anew.
        public var isWeakening: Bool { judgement == .weaker }

        /// Whether a person has to read if it still asks or promises as much.
        public var isUnsure: Bool { judgement == .unsure }
    }

    /// A sentence of the new text that says the opposite of one that is gone, and the words in which it does.
    public struct Contradiction: Sendable, Equatable {
        /// The sentence that says it.
        public var sentence: DiffSentence
        var oldWord: String
        var newWord: String
    }
}

extension ClauseDiff.Change {
    init(from old: DiffSentence, to new: DiffSentence, isMerged: Bool = false, isRewritten: Bool = false) {
        self.init(kind: .unchanged, old: old, new: new, isMerged: isMerged)
        isMoved = old.file != new.file || old.block != new.block
        let (oldWords, newWords) = (DiffWord.words(of: old.text), DiffWord.words(of: new.text))
        func keys(_ words: [DiffWord]) -> [String] { words.map(\.key).filter { !$0.isEmpty } }
        let isSame = keys(oldWords) == keys(newWords)
        if !isSame { words = WordEdit.edits(from: oldWords, to: newWords) }
        // The same sentence under the same lead-in: whatever else differs, the grammar saw it, and the reader does not.
        if !isSame || old.clauses.first?.leadIn != new.clauses.first?.leadIn {
            compareClauses(of: old, oldWords, with: new, newWords)
        }
        if !isSame, old.unit == .sentence, new.unit == .sentence {
            compareWording(of: old, Wording(oldWords), with: new, Wording(newWords), isRewritten: isRewritten)
        }
        if !effects.isEmpty || !lostClauses.isEmpty || !newClauses.isEmpty {
            kind = .changed
        } else if !isSame {
            kind = .reworded
        } else if isMoved {
            kind = .moved
        }
    }

    /// Clauses that another sentence says now are not lost.
    mutating func findSuccessors(in sayings: NewSayings) {
        guard !lostClauses.isEmpty, let old else { return }
        lostClauses.removeAll { clause in
            guard let successor = sayings.successor(of: clause, in: old, besides: new) else { return false }
            successors.append(successor)
            return true
        }
        guard effects.isEmpty, lostClauses.isEmpty, newClauses.isEmpty else { return }
        kind = .reworded
        compareWithSuccessors(old, besides: new)
    }

    /// What is said elsewhere now has to be said there in words that are known to say the same.
    private mutating func compareWithSuccessors(_ old: DiffSentence, besides own: DiffSentence?) {
        let before = Wording(of: old)
        let texts = [own?.text ?? ""] + successors.map(\.text)
        let after = Wording(DiffWord.words(of: texts.joined(separator: " ")))
        guard !before.isWithin(after) else { return }
        effects.append(Effect(.words, before.missing(from: after), after.missing(from: before)))
        kind = .changed
    }

    /// A sentence that is gone: what it said may be said by several now, or its opposite.
    init(gone old: DiffSentence, _ sayings: NewSayings) {
        self.init(kind: .removed, old: old)
        let clauses = old.clauses.filter { $0.modality != .informative }
        successors = clauses.compactMap { sayings.successor(of: $0, in: old) }
        if !clauses.isEmpty, successors.count == clauses.count {
            kind = .reworded
            compareWithSuccessors(old, besides: nil)
        }
        contradiction = sayings.contradiction(of: old)
    }

    /// A sentence most of which went into one that also says other things.
    init(from old: DiffSentence, mergedInto new: DiffSentence) {
        self.init(from: old, to: new, isMerged: true)
        // What the other sentence says beside is not this one's doing.
        newClauses = []
        // Nor is the other sentence's force this one's, where it had none.
        if !old.isNormative { effects = [] }
        kind = effects.isEmpty && lostClauses.isEmpty ? .reworded : .changed
    }

    /// Words that are not known to say the same, where nothing else tells how the sentences differ, or where they make
    /// it softer.
    private mutating func compareWording(
        of old: DiffSentence, _ before: Wording, with new: DiffSentence, _ after: Wording, isRewritten: Bool
    ) {
        // Words that say the same say no other number, and no other time.
        if !isMerged, before.says(after) { effects.removeAll { $0.kind == .quantity || $0.kind == .condition } }
        // Of a sentence that is a part of another one now, the words have to be in there, and no more.
        guard !(isMerged ? before.isWithin(after) || after.isWithin(before) : before.says(after)) else { return }
        // Whoever relied on the old words has to read the new ones, as if the old ones were gone.
        if isRewritten, old.isNormative {
            let isSofter = old.isPromise || after.lacksOnly(of: before)
            effects.append(Effect(.wording, old.text, new.text, isSofter ? .weaker : .unsure))
            return
        }
        let isSofter =
            !isMerged
            && (old.isNormative && after.lacksOnly(of: before) || old.isPromise && after.isMorePartial(than: before))
        let isTold = !effects.isEmpty || !lostClauses.isEmpty || !newClauses.isEmpty
        guard !isTold || isSofter && !effects.contains(where: \.isWeakening) else { return }
        effects.append(
            Effect(.words, before.missing(from: after), after.missing(from: before), isSofter ? .weaker : .unsure))
    }

    private mutating func compareClauses(
        of old: DiffSentence, _ oldWords: [DiffWord], with new: DiffSentence, _ newWords: [DiffWord]
    ) {
        let isCutAlike = old.clauses.count == new.clauses.count
        let isNegated = Turn.isNegated(oldWords, newWords)
        let isAlone = isCutAlike && old.clauses.count == 1
        var rest = new.clauses.map { (clause: $0, content: $0.content) }
        var lost: [(clause: Clause, content: Set<String>)] = []
        var kept: [(old: Clause, new: Clause)] = []
        for clause in old.clauses {
            let content = clause.content
            let likenesses = rest.map { other in
                let shared = content.intersection(other.content).count
                let isEmpty = content.isEmpty && other.content.isEmpty
                return Double(2 * shared + (isEmpty ? 2 : 0)) / Double(max(1, content.count + other.content.count))
                    + (other.clause.modality == clause.modality ? 0.1 : 0)
            }
            let best = rest.indices.max { (likenesses[$0], $1) < (likenesses[$1], $0) }
            guard let best, isAlone || likenesses[best] >= 0.3 else {
                lost.append((clause, content))
                continue
            }
            // Its words are all there, and yet nothing says it any more.
            guard !clause.isLeft(for: rest[best].clause) else {
                lostClauses.append(clause)
                continue
            }
            kept.append((clause, rest.remove(at: best).clause))
        }
        // What the other sentence has the words for was cut otherwise by the grammar, and is no news.
        let (oldContent, newContent) = (DiffWord.content(of: oldWords), DiffWord.content(of: newWords))
        func news(_ clauses: [(clause: Clause, content: Set<String>)], beside known: Set<String>) -> [Clause] {
            clauses.filter { $0.clause.modality != .informative && !$0.content.isSubset(of: known) }.map(\.clause)
        }
        lostClauses += news(lost, beside: newContent)
        newClauses = news(rest, beside: oldContent)
        for (before, after) in kept {
            let own = Effect.effects(
                from: before.without(lostClauses), to: after.without(newClauses), isNegated: isNegated,
                isCutAlike: isCutAlike)
            for effect in own where !effects.contains(effect) { effects.append(effect) }
        }
    }
}

extension Clause {
    /// Whether what one of two clauses says is only the condition of the other: "the device is reset before the buffer is
    /// released" and "the buffer is released" are no two ways of saying one thing.
    fileprivate func isLeft(for other: Clause) -> Bool {
        isConditioned(by: other) || other.isConditioned(by: self)
    }

    /// Whether another clause says no more than the condition of this one.
    private func isConditioned(by other: Clause) -> Bool {
        guard let condition else { return false }
        let own = DiffWord.content(of: DiffWord.words(of: text.replacing(condition, with: "")))
        let said = other.content
        return !own.isEmpty && !said.isEmpty && own.isDisjoint(with: said)
            && said.isSubset(of: DiffWord.content(of: DiffWord.words(of: condition)))
    }
}
