import Clauses
import KernelDoc

/// Finds for each sentence of a text the one of another text that came from it: first those with the same words, then
/// those that share most of their rare words.
///
/// Candidates come from an inverted index, so that two whole trees can be compared.
struct SentenceMatcher {
    struct Pair: Equatable {
        var old: Int
        var new: Int
        /// Whether hardly more than the place speaks for it.
        var isRewritten = false
    }

    private let old: [Entry]
    private let new: [Entry]
    private let index: ContentIndex

    /// A sentence as it is compared. Words are numbers, as the index has them.
    private struct Entry {
        var sentence: DiffSentence
        var key: String
        var content: [Int]
        /// Of all its content words.
        var weight: Double
        /// The content of each clause that can hold or be broken.
        var clauses: [Set<Int>]
        /// Whether it has no meaning without what it is said of: few words, or "this" for a subject.
        var isAboutItsPlace: Bool
    }

    init(old: [DiffSentence], new: [DiffSentence]) {
        var lexicon = ContentLexicon()
        let words = (old + new).map { lexicon.words(of: $0) }
        lexicon.close()
        let entries = zip(old + new, words).map { sentence, words in
            let content = lexicon.content(words.sentence)
            return Entry(
                sentence: sentence, key: words.key, content: content, weight: lexicon.weight(of: content),
                clauses: words.clauses.map { Set(lexicon.content($0)) }, isAboutItsPlace: words.isAboutItsPlace)
        }
        self.old = Array(entries[..<old.count])
        self.new = Array(entries[old.count...])
        index = ContentIndex(self.new.map(\.content), lexicon: lexicon)
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
        var search = index.search()
        for position in old.indices where !isOldTaken[position] {
            // An informative sentence has less to lose by being taken for another.
            let least = old[position].sentence.isNormative ? 0.5 : 0.42
            for candidate in search.candidates(for: old[position].content) where !isNewTaken[candidate.place] {
                let score = score(position, candidate.place, candidate.shared)
                if score >= least { scored.append((Pair(old: position, new: candidate.place), score)) }
            }
        }
        scored.sort { ($1.score, $0.pair.old, $0.pair.new) < ($0.score, $1.pair.old, $1.pair.new) }
        for (pair, _) in scored { take(pair) }
        for pair in gaps(between: pairs) { take(pair) }
        return pairs
    }

    /// One sentence between two that stayed, where one sentence stood before: that one, written anew, when the two have
    /// something in common.
    private func gaps(between pairs: [Pair]) -> [Pair] {
        var partners: [Int?] = Array(repeating: nil, count: old.count)
        for pair in pairs { partners[pair.old] = pair.new }
        return old.indices.compactMap { position in
            let before = position == 0 ? -1 : partners[position - 1]
            let after = position + 1 == old.count ? new.count : partners[position + 1]
            guard partners[position] == nil, let before, let after, after == before + 2 else { return nil }
            let (one, other) = (old[position], new[before + 1])
            guard one.sentence.unit == other.sentence.unit, isSameText(one, other) else { return nil }
            if Wording(of: one.sentence).says(Wording(of: other.sentence)) {
                return Pair(old: position, new: before + 1)
            }
            let likeness = max(
                dice(one, other, index.lexicon.weight(of: ContentIndex.common(one.content, other.content))),
                clauseLikeness(one, other))
            return likeness >= 0.2 ? Pair(old: position, new: before + 1, isRewritten: true) : nil
        }
    }

    /// For each of these old sentences the new one into which it was merged: most of its content is in there.
    func wholes(of positions: [Int]) -> [Int: Int] {
        var search = index.search()
        var wholes: [Int: Int] = [:]
        for position in positions {
            let entry = old[position]
            guard entry.content.count >= 3, entry.sentence.unit == .sentence else { continue }
            let best = search.candidates(for: entry.content)
                .filter { candidate in
                    // A duty that went into a sentence which asks nothing of anybody is a duty that is gone.
                    let whole = new[candidate.place].sentence
                    return whole.unit == .sentence && (whole.isDuty || !entry.sentence.isDuty)
                        && candidate.shared / max(entry.weight, 0.001) >= 0.75
                }
                .max { ($0.shared, -$0.place) < ($1.shared, -$1.place) }
            wholes[position] = best?.place
        }
        return wholes
    }

    // MARK: - The same words

    /// Pairs of sentences with the same words: of several, those in the same place first, and in their order.
    private func samePairs() -> [Pair] {
        var byKey: [String: [Int]] = [:]
        for (position, entry) in new.enumerated() { byKey[entry.key, default: []].append(position) }
        var same: [(pair: Pair, distance: Int)] = []
        var isFirst: [String: Int] = [:]
        for (position, entry) in old.enumerated() {
            guard let places = byKey[entry.key] else { continue }
            // Of a phrase that occurs hundreds of times, the tenth there is looked for around the tenth here.
            let turn = isFirst[entry.key, default: 0]
            isFirst[entry.key] = turn + 1
            for other in places[min(max(0, turn - 25), max(0, places.count - 50))...].prefix(50) {
                guard let distance = distance(entry, new[other]) else { continue }
                same.append((Pair(old: position, new: other), distance))
            }
        }
        same.sort { ($0.distance, $0.pair.old, $0.pair.new) < ($1.distance, $1.pair.old, $1.pair.new) }
        return same.map(\.pair)
    }

    /// How far the place of a sentence is from another's, from 0; nil when the same words there speak of something
    /// else: "This callback is optional" of two callbacks.
    private func distance(_ one: Entry, _ other: Entry) -> Int? {
        let isSameFile = one.sentence.file == other.sentence.file
        let (from, to) = (one.sentence.block, other.sentence.block)
        if from == to { return isSameFile ? 0 : 1 }
        if let member = from.member, let otherMember = to.member, member != otherMember {
            return one.isAboutItsPlace ? nil : 3
        }
        return isSameFile ? 2 : 3
    }

    // MARK: - Other words

    /// How sure it is that a sentence came from another, from 0; above 1 where both are about one thing.
    private func score(_ old: Int, _ new: Int, _ shared: Double) -> Double {
        let (one, other) = (self.old[old], self.new[new])
        guard one.sentence.unit == other.sentence.unit, distance(one, other) != nil else { return 0 }
        if one.sentence.unit == .interface {
            return one.sentence.clauses.first?.symbols == other.sentence.clauses.first?.symbols ? 1 : 0
        }
        var dice = dice(one, other, shared)
        let (from, to) = (one.sentence.block, other.sentence.block)
        // What is said of the same member stays what is said of it, in almost any words.
        let isSameThing = from.symbol != nil && from.symbol == to.symbol && from.member == to.member
        if isSameThing { dice = max(dice, 0.9 * clauseLikeness(one, other)) }
        return dice + (isSameThing ? 0.25 : isSameText(one, other) ? 0.1 : 0)
    }

    /// How much of the weight of both is shared, from 0 to 1.
    private func dice(_ one: Entry, _ other: Entry, _ shared: Double) -> Double {
        2 * shared / max(one.weight + other.weight, 0.001)
    }

    private func isSameText(_ one: Entry, _ other: Entry) -> Bool {
        one.sentence.block == other.sentence.block && one.sentence.file == other.sentence.file
    }

    /// How like each other the likest clauses of two sentences are, from 0 to 1.
    private func clauseLikeness(_ one: Entry, _ other: Entry) -> Double {
        let lexicon = index.lexicon
        var best = 0.0
        for clause in one.clauses.prefix(8) {
            for another in other.clauses.prefix(8) {
                let shared = clause.intersection(another)
                guard shared.count >= 2 else { continue }
                let weights = lexicon.weight(of: clause) + lexicon.weight(of: another)
                best = max(best, 2 * lexicon.weight(of: shared) / weights)
            }
        }
        return best
    }
}
