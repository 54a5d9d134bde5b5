/// A line such as `@count   number of slots` or `@count - number of slots`: a parameter whose colon was forgotten.
/// kernel-doc takes it for more of what stands before it; a reader does not.
enum StrayParameter {
    /// Where the text behind the name begins, or nil when the line is none.
    ///
    /// Of the blanks in between there are two, or a tab, or a dash: a sentence may begin with a parameter, too.
    static func textStart(_ text: Bytes, _ line: TextLine) -> Int? {
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
