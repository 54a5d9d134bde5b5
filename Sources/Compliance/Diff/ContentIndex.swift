/// Which sentences have a word: to find those that share rare words with another without looking at all of them.
struct ContentIndex {
    private let contents: [[Int]]
    /// What the words' weights are from.
    let lexicon: ContentLexicon
    /// The sentences by word.
    private var places: [[Int]]

    /// A word that more sentences have finds nothing by itself.
    private static let common = 400
    /// So many of a sentence's words are looked up, rarest first, and so many of the best finds compared in full.
    private static let (lookups, finds) = (12, 40)

    init(_ contents: [[Int]], lexicon: ContentLexicon) {
        self.contents = contents
        self.lexicon = lexicon
        places = Array(repeating: [], count: lexicon.weights.count)
        for (place, content) in contents.enumerated() { for word in content { places[word].append(place) } }
    }

    func search() -> Search { Search(index: self, shared: Array(repeating: 0, count: contents.count)) }

    /// Searches one after the other, with room to count in that is made once.
    struct Search {
        fileprivate let index: ContentIndex
        /// By sentence: what it shares with the one that is looked for; 0 between searches.
        fileprivate var shared: [Double]

        /// The sentences that may share most with this content, with the weight of what they share.
        mutating func candidates(for content: [Int]) -> [(place: Int, shared: Double)] {
            let rarest = content.sorted { (index.lexicon.weights[$1], $0) < (index.lexicon.weights[$0], $1) }.prefix(
                ContentIndex.lookups)
            var found: [Int] = []
            for word in rarest where index.places[word].count <= ContentIndex.common {
                for place in index.places[word] {
                    if shared[place] == 0 { found.append(place) }
                    shared[place] += index.lexicon.weights[word]
                }
            }
            if found.count > ContentIndex.finds {
                found.sort { (shared[$1], $0) < (shared[$0], $1) }
            }
            let best = found.prefix(ContentIndex.finds)
            for place in found { shared[place] = 0 }
            return best.map { place in
                (place, index.lexicon.weight(of: ContentIndex.common(content, index.contents[place])))
            }
        }
    }

    /// The words of two contents, which are in order, that both have.
    static func common(_ one: [Int], _ other: [Int]) -> [Int] {
        var result: [Int] = []
        var (i, j) = (0, 0)
        while i < one.count, j < other.count {
            if one[i] == other[j] { result.append(one[i]) }
            let (a, b) = (one[i], other[j])
            if a <= b { i += 1 }
            if b <= a { j += 1 }
        }
        return result
    }
}
