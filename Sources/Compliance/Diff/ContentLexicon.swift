import Clauses
import Foundation

/// The words that carry the content of sentences, as numbers, with their weights: the rarer a word, the more it tells.
struct ContentLexicon {
    private var numbers: [String: Int] = [:]
    private var words: [String] = []
    private var counts: [Int] = []
    /// For each word the one that stands for it; set when all sentences are known.
    private var standsFor: [Int] = []
    /// By word.
    private(set) var weights: [Double] = []
    private var sentenceCount = 0

    /// A sentence's words, before it is known which of them stand for one thing.
    struct Words {
        var key: String
        var sentence: [Int]
        var clauses: [[Int]]
        var isAboutItsPlace: Bool
    }

    mutating func words(of sentence: DiffSentence) -> Words {
        let words = DiffWord.words(of: sentence.text)
        let keys = words.map(\.key).filter { !$0.isEmpty }
        var content = DiffWord.content(of: words)
        // Of a sentence in passing ("This is it."), the words themselves must do.
        if content.isEmpty { content = Set(keys) }
        sentenceCount += 1
        let own = content.map { number(of: $0) }
        for word in own { counts[word] += 1 }
        let clauses = sentence.clauses.filter { $0.modality != .informative }.map { clause in
            DiffWord.content(of: DiffWord.words(of: clause.text)).map { number(of: $0) }
        }
        return Words(
            key: keys.joined(separator: " "), sentence: own, clauses: clauses,
            isAboutItsPlace: ["this", "it", "these"].contains(words.first?.key) || words.count < 5)
    }

    /// Ends the collection: words of which one takes the other back ("visible", "invisible") are one, as they speak of
    /// one thing, and every word gets its weight.
    mutating func close() {
        standsFor = words.enumerated().map { number, word in
            Opposites.base(of: word).flatMap { base in numbers[base].flatMap { counts[$0] > 0 ? $0 : nil } } ?? number
        }
        for (number, base) in standsFor.enumerated() where base != number { counts[base] += counts[number] }
        weights = counts.map { log(1 + Double(sentenceCount) / Double(max(1, $0))) }
    }

    /// What stands for these words, each once, in order.
    func content(_ words: [Int]) -> [Int] { Set(words.map { standsFor[$0] }).sorted() }

    func weight(of content: some Sequence<Int>) -> Double { content.reduce(0) { $0 + weights[$1] } }

    private mutating func number(of word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = words.count
        words.append(word)
        counts.append(0)
        return words.count - 1
    }
}
