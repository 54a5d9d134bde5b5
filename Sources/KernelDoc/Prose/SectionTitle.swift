/// A title at the start of a paragraph: `Returns:` or `LOCKING` on a line of its own, `Note:` before its text.
struct SectionTitle {
    /// The title's words, without the colon.
    let name: Range<Int>
    /// What follows it in the paragraph.
    let text: Range<Int>
    /// Whether it stands on a line of its own, and so is the title of all that follows.
    let opensSection: Bool

    /// Nil when the paragraph in `range`, whose first line ends at `firstLineEnd`, begins with no title.
    init?(in bytes: Bytes, _ range: Range<Int>, firstLineEnd: Int) {
        guard let first = bytes[range].first, first.isLetter else { return nil }
        let line = bytes.trimmed(range.lowerBound..<min(firstLineEnd, range.upperBound))
        let limit = min(line.upperBound, range.lowerBound + 48)
        guard let colon = bytes.next(UInt8(ascii: ":"), in: range.lowerBound..<limit) else {
            guard line.upperBound == range.upperBound,
                SectionTitle.isInCapitals(bytes, line) || SectionTitle.isResultTitle(bytes, line)
            else { return nil }
            name = line
            text = range.upperBound..<range.upperBound
            opensSection = true
            return
        }
        var nameEnd = colon
        while nameEnd > range.lowerBound, bytes[nameEnd - 1].isBlank { nameEnd -= 1 }
        let words = range.lowerBound..<nameEnd
        var after = colon + 1
        if after < line.upperBound, bytes[after] == UInt8(ascii: ":"), after + 1 == line.upperBound { after += 1 }
        name = words
        opensSection = after >= line.upperBound
        if opensSection {
            guard SectionTitle.standsAlone(bytes, words) else { return nil }
        } else {
            guard bytes[after].isBlank, SectionTitle.introducesText(bytes, words) else { return nil }
        }
        text = bytes.trimmed(min(after, range.upperBound)..<range.upperBound)
    }

    /// A name that is a title before a colon, with the text behind it: those that kernel documentation uses.
    static func introducesText(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        guard range.count <= 16 else { return false }
        return inlineTitles.contains(bytes.string(range).lowercased())
    }

    /// Up to three words, the first with a capital, none of which belongs into a sentence.
    static func standsAlone(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        guard let first = bytes[range].first, range.count <= 40 else { return false }
        let words = bytes[range].split(separator: UInt8(ascii: " "))
        if words.count == 1 {
            let isName = bytes[range].allSatisfy { $0.isLetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
            return isName && (first.isUppercase || introducesText(bytes, range))
        }
        guard first.isUppercase, words.count <= 3 else { return false }
        return words.allSatisfy { word in
            word.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
                && !sentenceWords.contains(String(decoding: word, as: UTF8.self).lowercased())
        }
    }

    /// Nothing but capitals, and enough of them not to be one constant's name.
    static func isInCapitals(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        guard range.count >= 5, range.count <= 72 else { return false }
        var letters = 0
        for byte in bytes[range] {
            if byte.isLowercase || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80 { return false }
            if byte.isUppercase { letters += 1 }
        }
        let last = bytes[range.upperBound - 1]
        return letters >= 5 && letters * 4 >= range.count * 3 && (last.isLetter || last == UInt8(ascii: ":"))
    }

    /// `Return codes`, without a colon, on a line of its own.
    static func isResultTitle(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
        guard line.count >= 6, line.count <= 14, bytes[line.lowerBound].isUppercase else { return false }
        return resultTitles.contains(bytes.string(line).lowercased())
    }

    private static let resultTitles: Set<String> = [
        "return", "returns", "return code", "return codes", "return value", "return values",
    ]

    /// "Return", "Returns", "Return codes": what stands there is returned.
    static func namesResults(_ title: String) -> Bool {
        let word = "return".utf8
        return title.utf8.count >= word.count && zip(title.utf8, word).allSatisfy { $0.lowercased == $1 }
    }

    /// A hunk's heading, where it looks like a title: git shows any line that begins with a letter there.
    static func plausible(_ heading: String) -> String? {
        guard let first = heading.utf8.first, first.isUppercase || first.isDigit, heading.utf8.count <= 60,
            let last = heading.utf8.last, last.isWord || last == UInt8(ascii: ")") || last == UInt8(ascii: ":"),
            heading.split(separator: " ").count <= 8
        else { return nil }
        return last == UInt8(ascii: ":") ? String(heading.dropLast()) : heading
    }

    private static let inlineTitles: Set<String> = [
        "attention", "bug", "bugs", "caution", "caveat", "caveats", "context", "danger", "description", "errors",
        "example", "examples", "fixme", "hint", "important", "locking", "locks", "nb", "note", "note well", "notes",
        "remark", "remarks", "return", "return value", "return values", "returns", "see also", "side effects", "tip",
        "todo", "usage", "warning", "warnings", "xxx",
    ]

    private static let sentenceWords: Set<String> = [
        "a", "an", "and", "are", "as", "at", "be", "by", "call", "calls", "can", "cannot", "could", "do", "does",
        "either", "for", "from", "has", "have", "if", "in", "include", "includes", "into", "is", "it", "its", "may",
        "might", "must", "need", "needs", "of", "on", "one", "or", "returns", "shall", "should", "so", "such", "that",
        "the", "then", "there", "these", "they", "this", "those", "to", "use", "used", "was", "we", "were", "when",
        "where", "which", "will", "with", "would", "you",
    ]
}
