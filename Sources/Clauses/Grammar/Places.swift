/// The words and pairs of words of `PlaceTable`, as the lexicon numbers them.
struct Places: Sendable {
    private struct Place: Sendable {
        /// The word right before it; 0 where any may stand there.
        var before: Lexicon.WordID
        var isBehindSlash: Bool
        var word: Lexicon.WordID
    }

    private let places: [Place]
    private let words: Set<Lexicon.WordID>
    private let outlets: Set<Lexicon.WordID>

    init(lexicon: Lexicon) {
        places = PartyTable.phrases(PlaceTable.phrases).compactMap { phrase in
            let words = phrase.split(separator: " ").map(String.init)
            guard let last = words.last, let word = lexicon.id(of: last) else { return nil }
            let isBehindSlash = words.first == "/"
            let before = words.count > 1 && !isBehindSlash ? lexicon.id(of: words[0]) ?? 0 : 0
            return Place(before: before, isBehindSlash: isBehindSlash, word: word)
        }
        words = Set(places.map(\.word))
        outlets = Set(PlaceTable.outlets.strings.compactMap { lexicon.id(of: $0) })
    }

    /// One of them stands among `tokens[range]`.
    func areNamed(_ tokens: Tokens, _ range: Range<Int>) -> Bool {
        range.contains { index in
            guard tokens[index].word != 0, words.contains(tokens[index].word) else { return false }
            return places.contains { $0.word == tokens[index].word && fits($0, tokens, index, from: range.lowerBound) }
        }
    }

    /// One of them stands behind a preposition: "set in sysfs", "by a module parameter"; but "register the sysfs files" tells
    /// of what userspace finds there.
    func areReached(_ tokens: Tokens, _ range: Range<Int>) -> Bool {
        range.contains { index in
            guard areNamed(tokens, index == range.lowerBound ? index..<index + 1 : index - 1..<index + 1) else {
                return false
            }
            var at = index - 1
            while at >= range.lowerBound, belongsToPlace(tokens[at]) { at -= 1 }
            guard at >= range.lowerBound, tokens[at].tag == .preposition else { return false }
            return !tokens[at].is(.to) || !outlets.contains(tokens[index].word)
        }
    }

    /// The head of a subject names one: "sysfs can be mounted", "The module parameter can be changed"; but "the sysfs file".
    func isNamed(_ tokens: Tokens, by head: Int) -> Bool {
        head >= 0 && areNamed(tokens, max(0, head - 1)..<head + 1) && words.contains(tokens[head].word)
    }

    private func belongsToPlace(_ token: Token) -> Bool {
        switch token.tag {
        case .noun, .adjective, .determiner, .symbol: true
        default: token.mark == .slash
        }
    }

    private func fits(_ place: Place, _ tokens: Tokens, _ index: Int, from start: Int) -> Bool {
        guard place.before != 0 || place.isBehindSlash else { return true }
        guard index > start else { return false }
        return place.isBehindSlash ? tokens[index - 1].mark == .slash : tokens[index - 1].lemma == place.before
    }
}
