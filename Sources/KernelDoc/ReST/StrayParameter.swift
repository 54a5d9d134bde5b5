/// A line such as `@count   number of slots` or `@count - number of slots`: a parameter whose colon was forgotten.
/// kernel-doc takes it for more of what stands before it; a reader does not.
enum StrayParameter {
    /// Where the text behind the name of line `i` begins, or nil when it is none. With `follows`, it stands behind
    /// such a line.
    static func textStart(_ text: Bytes, _ lines: [TextLine], _ i: Int, follows: Bool) -> Int? {
        if let start = markedTextStart(text, lines[i]) { return start }
        // "@from first slot" above "@count number of slots"
        let isInRow = follows || i + 1 < lines.count && begins(text, lines[i + 1])
        return isInRow ? plainTextStart(text, lines[i]) : nil
    }

    private static func begins(_ text: Bytes, _ line: TextLine) -> Bool {
        markedTextStart(text, line) != nil || plainTextStart(text, line) != nil
    }

    /// Behind a name and one blank, where no verb or conjunction goes on with the name.
    private static func plainTextStart(_ text: Bytes, _ line: TextLine) -> Int? {
        guard line.start < line.end, text[line.start] == UInt8(ascii: "@") else { return nil }
        var gap = line.start + 1
        while gap < line.end, text[gap].isWord { gap += 1 }
        let start = gap + 1
        guard gap > line.start + 1, start < line.end, text[gap] == UInt8(ascii: " "), text[start].isWord else {
            return nil
        }
        var end = start
        while end < line.end, text[end].isWord { end += 1 }
        return end - start <= 7 && sentenceWords.contains(text.string(start..<end)) ? nil : start
    }

    private static let sentenceWords: Set<String> = [
        "and", "are", "as", "at", "be", "can", "cannot", "contains", "does", "for", "from", "has", "have", "if", "in",
        "into", "is", "it", "may", "might", "must", "needs", "of", "on", "or", "points", "shall", "should", "so",
        "than", "that", "then", "this", "to", "was", "were", "when", "where", "which", "will", "with",
    ]

    /// Behind two blanks, a tab, or a dash: a sentence may begin with a parameter, too.
    private static func markedTextStart(_ text: Bytes, _ line: TextLine) -> Int? {
        var at = line.start
        guard at < line.end, text[at] == UInt8(ascii: "@") else { return nil }
        at += 1
        let name = at
        while at < line.end, text[at].isWord { at += 1 }
        let gap = at
        while at < line.end, text[at].isBlank { at += 1 }
        guard gap > name, at > gap, at < line.end else { return nil }
        if text[at] == UInt8(ascii: "-"), at + 1 < line.end, text[at + 1].isBlank {
            at += 1
            while at < line.end, text[at].isBlank { at += 1 }
            // "@start - @end" and "@size - 1" reckon; "48 bits of it" tells.
            var word = at
            while word < line.end, text[word].isDigit || text[word].isBlank { word += 1 }
            return word < line.end && (text[word].isLetter || text[word] == UInt8(ascii: "(")) ? at : nil
        }
        return at - gap > 1 || text[gap] == UInt8(ascii: "\t") ? at : nil
    }
}
