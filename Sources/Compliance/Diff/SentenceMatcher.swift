import Clauses
import Foundation
import KernelDoc

/// Finds for each sentence of a text the one of another text that came from it: first those with the same words, then
/// those that share most of their rare words.
///
/// Candidates come from an inverted index, so that two whole trees can be compared.
struct SentenceMatcher {
    struct Pair: Equatable {
        var old: Int
        var new: Int
    }

    private let old: [Entry]
    private let new: [Entry]
    private var weights: [String: Double] = [:]
    /// The sentences of the new text by each content word.
    private var index: [String: [Int]] = [:]

    private struct Entry {
        var sentence: DiffSentence
        var key: String
        var content: Set<String>
        /// Of all its content words, set when the weights are known.
        var weight = 0.0
        /// The content of each clause that can hold or be broken.
        var clauses: [Set<String>]

        init(_ sentence: DiffSentence) {
            self.sentence = sentence
            let words = DiffWord.words(of: sentence.text)
            key = words.map(\.key).filter { !$0.isEmpty }.joined(separator: " ")
            content = DiffWord.content(of: words)
            // Of a sentence in passing ("This is optional."), the words themselves must do.
            if content.isEmpty { content = Set(words.map(\.key)) }
            clauses = sentence.clauses.filter { $0.modality != .informative }
                .map { DiffWord.content(of: DiffWord.words(of: $0.text)) }
        }

        /// Takes words for the same of which one takes the other back: they speak of one thing.
        mutating func neutralize(_ known: [String: Int]) {
            func neutral(_ words: Set<String>) -> Set<String> {
                Set(words.map { word in Opposites.base(of: word).flatMap { known[$0] == nil ? nil : $0 } ?? word })
            }
            content = neutral(content)
            clauses = clauses.map(neutral)
        }
    }

    init(old: [DiffSentence], new: [DiffSentence]) {
        var (old, new) = (old.map(Entry.init), new.map(Entry.init))
        var counts: [String: Int] = [:]
        for entry in old + new { for word in entry.content { counts[word, default: 0] += 1 } }
        for position in old.indices { old[position].neutralize(counts) }
        for position in new.indices { new[position].neutralize(counts) }
        counts = [:]
        for entry in old + new { for word in entry.content { counts[word, default: 0] += 1 } }
        let all = Double(old.count + new.count)
        weights = counts.mapValues { log(1 + all / Double($0)) }
        for position in old.indices { old[position].weight = weights.weight(of: old[position].content) }
        for position in new.indices {
            new[position].weight = weights.weight(of: new[position].content)
            for word in new[position].content { index[word, default: []].append(position) }
        }
        (self.old, self.new) = (old, new)
    }

    /// Sentences that belong together, each in one pair at most.
    func pairs() -> [Pair] {
        var isOldTaken = Array(repeating: false, count: old.count)
        var isNewTaken = Array(repeating: false, count: new.count)
        var pairs: [Pair] = []
        func take(_ pair: Pair) {
            guard !isOldTaken[pair.old], !isNewTaken[pair.new] else { return }
            (isOldTaken[pair.old], isNewTaken[pair.new]) = (true, true)
            pairs.append(pair)
        }
        for pair in samePairs() { take(pair) }
        var scored: [(pair: Pair, score: Double)] = []
        for position in old.indices where !isOldTaken[position] {
            for (candidate, shared) in candidates(for: position) where !isNewTaken[candidate] {
                let score = score(position, candidate, shared)
                if score >= (old[position].sentence.isNormative ? 0.5 : 0.42) {
                    scored.append((Pair(old: position, new: candidate), score))
                }
            }
        }
        scored.sort { ($1.score, $0.pair.old, $0.pair.new) < ($0.score, $1.pair.old, $1.pair.new) }
        for (pair, _) in scored { take(pair) }
        return pairs
    }

    /// The new sentence into which an old one was merged: most of its content is in there. Nil when there is none.
    func whole(of old: Int) -> Int? {
        let entry = self.old[old]
        guard entry.content.count >= 3, entry.sentence.unit == .sentence else { return nil }
        let best = candidates(for: old)
            .filter { new[$0.new].sentence.unit == .sentence && $0.shared / max(entry.weight, 0.001) >= 0.75 }
            .max { ($0.shared, -$0.new) < ($1.shared, -$1.new) }
        return best?.new
    }

    // MARK: -

    /// Pairs of sentences with the same words: of several, those in the same place first, and in their order.
    private func samePairs() -> [Pair] {
        var byKey: [String: [Int]] = [:]
        for (position, entry) in new.enumerated() { byKey[entry.key, default: []].append(position) }
        var same: [(pair: Pair, distance: Int)] = []
        for (position, entry) in old.enumerated() {
            // Fifty occurrences of one sentence are a phrase; each is then looked for near its place only.
            for other in (byKey[entry.key] ?? []).prefix(50) {
                guard let distance = distance(entry.sentence, new[other].sentence) else { continue }
                same.append((Pair(old: position, new: other), distance))
            }
        }
        same.sort { ($0.distance, $0.pair.old, $0.pair.new) < ($1.distance, $1.pair.old, $1.pair.new) }
        return same.map(\.pair)
    }

    /// How far the place of a sentence is from another's, from 0; nil when the same words there speak of something
    /// else: "This callback is optional" of two callbacks.
    private func distance(_ one: DiffSentence, _ other: DiffSentence) -> Int? {
        if one.block == other.block { return one.source.file == other.source.file ? 0 : 1 }
        if let member = one.block.member, let otherMember = other.block.member, member != otherMember {
            return isAboutItsPlace(one) ? nil : 3
        }
        return one.source.file == other.source.file ? 2 : 3
    }

    /// Whether a sentence has no meaning without what it is said of: few words, or "this" for a subject.
    private func isAboutItsPlace(_ sentence: DiffSentence) -> Bool {
        let words = DiffWord.words(of: sentence.text)
        return ["this", "it", "these"].contains(words.first?.key) || words.count < 5
    }

    private func candidates(for position: Int) -> [(new: Int, shared: Double)] {
        var shared: [Int: Double] = [:]
        // The rarest words find the sentence; a word that hundreds have finds nothing.
        let words = old[position].content.sorted { (weights[$1] ?? 0, $0) < (weights[$0] ?? 0, $1) }
        for word in words.prefix(12) {
            let places = index[word] ?? []
            guard places.count <= 400 else { continue }
            for place in places { shared[place, default: 0] = 0 }
        }
        for place in shared.keys {
            shared[place] = weights.weight(of: old[position].content.intersection(new[place].content))
        }
        return shared.map { (new: $0.key, shared: $0.value) }
    }

    private func score(_ old: Int, _ new: Int, _ shared: Double) -> Double {
        let (one, other) = (self.old[old], self.new[new])
        guard one.sentence.unit == other.sentence.unit, distance(one.sentence, other.sentence) != nil else { return 0 }
        if one.sentence.unit == .interface {
            return one.sentence.clauses.first?.symbols == other.sentence.clauses.first?.symbols ? 1 : 0
        }
        var dice = 2 * shared / max(one.weight + other.weight, 0.001)
        let (from, to) = (one.sentence.block, other.sentence.block)
        // What is said of the same member stays what is said of it, in almost any words.
        let isSameThing = from.symbol != nil && from.symbol == to.symbol && from.member == to.member
        let isSameText = from == to && one.sentence.source.file == other.sentence.source.file
        if isSameThing { dice = max(dice, 0.9 * clauseLikeness(one, other)) }
        return dice + (isSameThing ? 0.25 : isSameText ? 0.1 : 0)
    }
}

extension SentenceMatcher {
    /// How like each other the likest clauses of two sentences are, from 0 to 1.
    private func clauseLikeness(_ one: Entry, _ other: Entry) -> Double {
        var best = 0.0
        for clause in one.clauses.prefix(8) {
            for another in other.clauses.prefix(8) {
                let shared = clause.intersection(another)
                guard shared.count >= 2 else { continue }
                let all = weights.weight(of: clause) + weights.weight(of: another)
                best = max(best, 2 * weights.weight(of: shared) / max(all, 0.001))
            }
        }
        return best
    }
}

extension [String: Double] {
    fileprivate func weight(of words: Set<String>) -> Double { words.reduce(0) { $0 + (self[$1] ?? 0) } }
}
