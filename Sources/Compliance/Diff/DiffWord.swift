import PlainText

/// A word of a sentence as it is compared: without capitals and punctuation, which change when a sentence is merely
/// put somewhere else. What stands between two blanks is one, so that an edit can be shown as it was written.
struct DiffWord: Sendable, Equatable {
    /// As it is written, punctuation and all.
    var text: Substring
    /// As it is compared; empty for punctuation alone.
    var key: String

    static func words(of sentence: String) -> [DiffWord] {
        sentence.split(separator: " ").map { DiffWord(text: $0, key: key(of: $0)) }
    }

    private static func key(of word: Substring) -> String {
        let bytes = word.utf8
        guard let first = bytes.firstIndex(where: \.isNamePart), let last = bytes.lastIndex(where: \.isNamePart) else {
            return relations.contains(String(word)) ? String(word) : ""
        }
        return sign(in: word[..<first], before: bytes[first]) + word[first...last].lowercased()
    }

    /// Compare, where they stand alone.
    private static let relations: Set<String> = ["<", ">", "<=", ">=", "=", "==", "!="]

    /// What stands before a number or a name and changes it: `-1`, `<4`, `!ready`; not `->lock` or a dash.
    private static func sign(in mark: Substring, before byte: UInt8) -> String {
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        if mark.hasSuffix("!") { return "!" }
        guard isDigit, !mark.hasSuffix("->") else { return "" }
        let sign = mark.reversed().prefix { "-<>=~".contains($0) }.reversed()
        return sign.count <= 2 && !sign.contains { $0 == "-" } || String(sign) == "-" ? String(sign) : ""
    }

    /// The stems of the words that carry a sentence's content, each once.
    static func content(of words: [DiffWord]) -> Set<String> {
        var stems: Set<String> = []
        for word in words where !word.key.isEmpty && !fillers.contains(word.key) {
            // "lock/unlock" speaks of two things, "page-by-page" of one that may be written otherwise.
            for part in word.key.split(whereSeparator: { $0 == "/" || $0 == "-" }) where !fillers.contains(String(part))
            {
                stems.insert(stem(of: part))
            }
        }
        return stems
    }

    /// Without the endings of inflection: enough to know `maps` and `mapping` for the same word.
    static func stem(of word: Substring) -> String {
        guard !word.contains("_") else { return String(word) }
        for ending in ["ing", "ed", "es", "s"] where word.hasSuffix(ending) && word.count - ending.count >= 3 {
            return String(word.dropLast(ending.count))
        }
        return word.hasSuffix("e") && word.count > 4 ? String(word.dropLast()) : String(word)
    }

    /// Words that say nothing of what a sentence is about.
    private static let fillers: Set<String> = [
        "a", "an", "the", "this", "that", "these", "those", "it", "its", "it's", "they", "them", "their", "there",
        "there's", "and", "or", "but", "if", "then", "else", "so", "as", "than", "of", "to", "in", "into", "on", "at",
        "by", "for", "from", "with", "is", "are", "be", "been", "was", "were", "being", "has", "have", "had", "do",
        "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "need", "needs",
        "not", "no", "also", "any", "all", "some", "such", "which", "who", "when", "once", "where", "while", "because",
        "since", "note", "like", "just", "only", "very", "e.g", "i.e", "etc", "hence", "thus", "however", "here",
        "used", "use", "using", "uses", "don't", "doesn't", "isn't", "that's", "e", "g", "i",
    ]
}
