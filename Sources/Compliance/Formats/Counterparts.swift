/// Finds the clause of another snapshot that is the same in other words: of the same block, and sharing at least half
/// of its words. In time linear in the words: a word that stands in very many clauses tells nothing, and is not asked.
struct Counterparts {
    private let candidates: [Snapshot.Entry]
    private let words: [Set<Substring>]
    /// The candidates in which a word of a block stands.
    private var places: [Word: [Int]] = [:]
    private var isTaken: [Bool]

    private struct Word: Hashable {
        var block: Substring
        var word: Substring
    }

    /// A word in more candidates than this tells nothing.
    private static let most = 64

    init(_ candidates: [Snapshot.Entry]) {
        self.candidates = candidates
        words = candidates.map { Counterparts.words(of: $0) }
        isTaken = candidates.map { _ in false }
        for (index, words) in words.enumerated() {
            let block = Counterparts.block(of: candidates[index])
            for word in words { places[Word(block: block, word: word), default: []].append(index) }
        }
    }

    /// Takes the most alike; another clause cannot have it any more.
    mutating func take(for entry: Snapshot.Entry) -> Snapshot.Entry? {
        let block = Counterparts.block(of: entry)
        let own = Counterparts.words(of: entry)
        var likely: Set<Int> = []
        for word in own {
            let found = places[Word(block: block, word: word)] ?? []
            if found.count <= Counterparts.most { likely.formUnion(found) }
        }
        var best: (index: Int, shared: Int)?
        for index in likely.sorted() where !isTaken[index] {
            let shared = own.intersection(words[index]).count
            if 2 * shared >= max(own.count, words[index].count), shared > best?.shared ?? 0 { best = (index, shared) }
        }
        guard let best else { return nil }
        isTaken[best.index] = true
        return candidates[best.index]
    }

    private static func block(of entry: Snapshot.Entry) -> Substring { entry.clause.prefix { $0 != "/" } }

    private static func words(of entry: Snapshot.Entry) -> Set<Substring> {
        Set(entry.words.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" })
    }
}
