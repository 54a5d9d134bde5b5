/// The words of a sentence as they count for what it says: without what is known to change nothing. Two sentences of
/// one wording say the same; of two others nobody knows, and somebody has to read them.
struct Wording {
    /// What a word stands for, and the word itself.
    private struct Item: Equatable {
        var key: String
        var text: Substring

        static func == (one: Item, other: Item) -> Bool { one.key == other.key }
    }

    /// In order, without words that add nothing.
    private var items: [Item] = []
    /// Adverbs, which may stand elsewhere.
    private var adverbs: [Item] = []
    /// Of "a bell is not rung", what "no bell is rung" has.
    private var denial: [Item]?

    init(_ words: [DiffWord]) {
        for word in words where !word.key.isEmpty {
            for part in Wording.parts(of: word.key) { add(part, word.text) }
        }
        // "The function returns" and "Returns" say the same, as nothing else stands there.
        if items.count > 1, items[0].key == Wording.function, items[1].key == Wording.returns { items.removeFirst() }
        denial = denial(of: words)
    }

    private func denial(of words: [DiffWord]) -> [Item]? {
        // "The bell" is one bell, and "no bell" is none of them.
        guard let first = words.first?.key, !WordingTable.definite.contains(first),
            let verb = words.firstIndex(where: { WordingTable.auxiliaries.contains($0.key) }), verb + 1 < words.count,
            words[verb + 1].key == "not",
            !words[..<verb].contains(where: { WordingTable.subordinators.contains(Wording.key(of: $0.key)) }),
            let place = items.firstIndex(where: { $0.key == "not" })
        else { return nil }
        var denial = items
        denial.insert(Item(key: "no", text: denial.remove(at: place).text), at: 0)
        return denial
    }

    private static let function = key(of: "function")
    private static let returns = key(of: "return")

    init(of sentence: DiffSentence) { self.init(DiffWord.words(of: sentence.text)) }

    private mutating func add(_ word: String, _ text: Substring) {
        // "User space", "make sure" and the like are one word to a reader.
        if let last = items.last, let whole = WordingTable.joined[last.key + " " + word] {
            items[items.count - 1] = Item(key: whole, text: last.text + " " + text)
            return
        }
        guard !WordingTable.empty.contains(word) else { return }
        let key = Wording.key(of: word)
        if WordingTable.movable.contains(word) || word.hasSuffix("ly") && word.utf8.count > 5 && key != "only" {
            adverbs.append(Item(key: key, text: text))
        } else {
            items.append(Item(key: key, text: text))
        }
    }

    /// Whether another sentence says the same, as far as words can tell.
    func says(_ other: Wording) -> Bool {
        adverbs.map(\.key).sorted() == other.adverbs.map(\.key).sorted()
            && (items == other.items || isTurned(into: other) || other.isTurned(into: self) || denial == other.items
                || items == other.denial)
    }

    /// "Wait when it is dark" and "When it is dark, wait".
    private func isTurned(into other: Wording) -> Bool {
        guard items.count == other.items.count, let first = other.items.first,
            WordingTable.subordinators.contains(first.key)
        else { return false }
        return items.indices.contains { place in
            place > 0 && items[place] == first && Array(items[place...] + items[..<place]) == other.items
        }
    }

    /// The words of this sentence for which the other one has none, as they are written.
    func missing(from other: Wording) -> String {
        var counts = (other.items + other.adverbs).reduce(into: [String: Int]()) { $0[$1.key, default: 0] += 1 }
        let rest = (items + adverbs).filter { item in
            guard let count = counts[item.key], count > 0 else { return true }
            counts[item.key] = count - 1
            return false
        }
        var texts: [Substring] = []
        for item in rest where texts.last != item.text { texts.append(item.text) }
        return texts.map { text in
            String(text[..<(text.lastIndex { !".,;:".contains($0) }.map(text.index(after:)) ?? text.endIndex)])
        }.joined(separator: " ")
    }

    /// Whether every word of it is in the other one.
    func isWithin(_ other: Wording) -> Bool { missing(from: other).isEmpty }

    /// Whether an "only" of the other one is gone.
    func lacksOnly(of old: Wording) -> Bool { count(["only"]) < old.count(["only"]) }

    /// Whether a "some" or a "usually" came into the other one.
    func isMorePartial(than old: Wording) -> Bool { count(WordingTable.partial) > old.count(WordingTable.partial) }

    private func count(_ keys: Set<String>) -> Int { (items + adverbs).count { keys.contains($0.key) } }

    // MARK: - Words

    /// "Doesn't" is two words, and so is "lock/unlock".
    private static func parts(of key: String) -> [String] {
        if let whole = WordingTable.contractions[key] { return whole.split(separator: " ").map(String.init) }
        if key.hasSuffix("n't") { return [String(key.dropLast(3)), "not"] }
        for ending in ["'s", "'re", "'ll", "'ve", "s'"] where key.hasSuffix(ending) && key.count > ending.count + 1 {
            return ["\(key.dropLast(ending.count))"]
        }
        guard key.contains(where: { $0 == "/" || $0 == "-" }), !key.contains("->"), !key.hasPrefix("-") else {
            return [key]
        }
        return key.split { $0 == "/" || $0 == "-" }.map(String.init)
    }

    /// What a word stands for: without inflection, in one spelling, and one of its synonyms for all.
    static func key(of word: String) -> String {
        let stem = stemOrNumber(of: word)
        return WordingTable.synonyms[stem] ?? stem
    }

    /// Before synonyms are asked.
    static func stemOrNumber(of word: String) -> String {
        guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        return stem(of: spelled(WordingTable.irregular[word] ?? word))
    }

    /// As in America.
    private static func spelled(_ word: String) -> String {
        var word = word
        for (british, american) in [("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized")]
        where word.hasSuffix(british) && word.utf8.count > british.utf8.count + 3 && !word.hasSuffix("wise") {
            word = word.dropLast(british.count) + american
        }
        return word.replacing("colour", with: "color").replacing("behaviour", with: "behavior")
            .replacing("licence", with: "license").replacing("catalogue", with: "catalog")
    }

    /// Not a word itself, but the same of every inflection of one.
    private static func stem(of word: String) -> String {
        var stem = Substring(word)
        func strip(_ ending: String, _ replacement: String = "") -> Bool {
            guard stem.hasSuffix(ending) else { return false }
            let rest = stem.dropLast(ending.count)
            guard rest.count >= 2, rest.contains(where: { "aeiouy".contains($0) }) else { return false }
            stem = rest + replacement
            return true
        }
        if !strip("ies", "y"), !strip("ied", "y"), !strip("sses", "ss"), !strip("xes", "x"), !strip("shes", "sh"),
            !strip("ches", "ch"), !stem.hasSuffix("ss"), !stem.hasSuffix("us"), !stem.hasSuffix("is"), !strip("s")
        {
            _ = strip("ing") || strip("ed")
        }
        if stem.count > 2, stem.last == "e" { stem = stem.dropLast() }
        if stem.count > 3, let last = stem.last, stem.dropLast().last == last { stem = stem.dropLast() }
        return String(stem)
    }
}
