/// An enumeration with one value a line and no list marks: `0 on success`, `-EBUSY if …`, `%FOO - …`.
struct ValueLines {
    /// For each value its lines.
    var items: [Range<Int>] = []

    /// Nil when `lines`, a paragraph, are anything else.
    init?(_ text: Bytes, _ lines: ArraySlice<TextLine>) {
        guard lines.count >= 2, let first = lines.first, ValueLines.isValueLine(text, first) else { return nil }
        let indent = lines.map(\.indent).min() ?? 0
        var start = lines.startIndex
        for i in lines.indices.dropFirst() where lines[i].indent == indent {
            guard ValueLines.isValueLine(text, lines[i]) else { return nil }
            guard ValueLines.isSeparated(text, lines[i]) || ValueLines.isBroken(text, lines[i - 1], before: lines[i])
            else { return nil }
            items.append(start..<i)
            start = i
        }
        guard !items.isEmpty else { return nil }
        items.append(start..<lines.endIndex)
    }

    /// Whether the line begins with a value: a number, an error code, a constant.
    static func isValueLine(_ text: Bytes, _ line: TextLine) -> Bool { valueEnd(text, line) != nil }

    /// Whether a colon, a dash or an equals sign parts the value from its meaning.
    static func isSeparated(_ text: Bytes, _ line: TextLine) -> Bool {
        guard var i = valueEnd(text, line) else { return false }
        if i < line.end, text[i] == UInt8(ascii: ":") { return true }
        while i < line.end, text[i].isBlank { i += 1 }
        guard i + 1 < line.end, text[i + 1].isBlank || text[i + 1] == UInt8(ascii: "-") else { return false }
        return text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "=") || text[i] == UInt8(ascii: ":")
    }

    /// Whether the break behind `previous` was made on purpose: the next word would have fitted.
    private static func isBroken(_ text: Bytes, _ previous: TextLine, before line: TextLine) -> Bool {
        let last = text[previous.end - 1]
        guard last != UInt8(ascii: ","), last != UInt8(ascii: "(") else { return false }
        var start = previous.end
        while start > previous.start, text[start - 1].isWord { start -= 1 }
        let word = text.string(start..<previous.end)
        guard !["or", "and", "a", "return", "returns", "than", "with", "of", "to", "is", "code", "by"].contains(word)
        else { return false }
        var end = line.start
        while end < line.end, !text[end].isBlank { end += 1 }
        return previous.width + 1 + end - line.start <= 64
    }

    /// Behind the value that the line begins with.
    private static func valueEnd(_ text: Bytes, _ line: TextLine) -> Int? {
        var i = line.start
        let end = line.end
        while i < end,
            text[i] == UInt8(ascii: "%") || text[i] == UInt8(ascii: "<") || text[i] == UInt8(ascii: ">")
                || text[i] == UInt8(ascii: "=") || text[i] == UInt8(ascii: "`")
        { i += 1 }
        if i < end, text[i] == UInt8(ascii: "-") { i += 1 }
        while i < end, text[i].isBlank, i > line.start { i += 1 }
        let start = i
        var capitals = 0
        var digits = 0
        while i < end, text[i].isWord {
            if text[i].isUppercase { capitals += 1 }
            if text[i].isDigit { digits += 1 }
            if text[i].isLowercase, !text.has("0x", at: start, limit: end) { return nil }
            i += 1
        }
        guard i > start, capitals >= 2 || digits == i - start || text.has("0x", at: start, limit: i) else { return nil }
        while i < end, text[i] == UInt8(ascii: "`") { i += 1 }
        guard i < end, text[i].isBlank || text[i] == UInt8(ascii: ":") || text[i] == UInt8(ascii: ",") else {
            return nil
        }
        return i
    }
}
