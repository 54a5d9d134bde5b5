/// A line such as `@count   number of slots` or `@count - number of slots`: a parameter whose colon was forgotten.
/// kernel-doc takes it for more of what stands before it; a reader does not.
enum StrayParameter {
    /// Where the text behind the name of line `i` begins, or nil when it is none. With `follows`, it stands behind
    /// such a line; with `interrupts`, in the midst of a sentence.
    static func textStart(
        _ text: Bytes, _ lines: [TextLine], _ i: Int, follows: Bool, interrupts: Bool = false
    ) -> Int? {
        if let start = markedTextStart(text, lines[i]) { return start }
        guard let start = plainTextStart(text, lines[i]) else { return nil }
        // "is called with" above "@page and its pool": the sentence goes on.
        if interrupts, !follows { return nil }
        // "@from first slot" above "@count number of slots"
        let isInRow = follows || i + 1 < lines.count && begins(text, lines[i + 1], after: lines[i])
        return isInRow ? start : nil
    }

    /// Another parameter begins there than on the line before.
    private static func begins(_ text: Bytes, _ line: TextLine, after previous: TextLine) -> Bool {
        guard markedTextStart(text, line) != nil || plainTextStart(text, line) != nil else { return false }
        return !text[line.start..<line.end].prefix { !$0.isBlank }.elementsEqual(
            text[previous.start..<previous.end].prefix { !$0.isBlank })
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
        // "@page moves. It goes …"
        if end + 1 < line.end, text[end] == UInt8(ascii: "."), text[end + 1].isBlank { return nil }
        return end - start <= 8 && sentenceWords.contains(text.string(start..<end)) ? nil : start
    }

    private static let sentenceWords: Set<String> = [
        "and", "are", "as", "at", "be", "becomes", "but", "by", "can", "cannot", "contains", "does", "for", "from",
        "gets", "has", "have", "holds", "if", "in",
        "into", "is", "it", "may", "might", "must", "needs", "nor", "of", "on", "or", "points", "returns", "shall",
        "should", "so",
        "than", "that", "then", "this", "to", "via", "was", "were", "when", "where", "which", "will", "with",
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
