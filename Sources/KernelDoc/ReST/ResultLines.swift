/// The lines of a section on results that are an enumeration without list marks: each begins with what is returned,
/// and says when (`0 on success`, `%NULL if …`). What the first begins with may be a phrase ("pointer to it").
enum ResultLines {
    /// The lines of each result, two or more; nil when `lines`, a paragraph, are anything else.
    static func items(_ text: Bytes, _ lines: ArraySlice<TextLine>) -> [Range<Int>]? {
        var items: [Range<Int>] = []
        var start = lines.startIndex
        // "NULL - no slot", "Pointer to it - success"
        let isTable = lines.first.map { hasDash(text, $0) } ?? false
        // A comma joins two results in a sentence; of three or more, each has its line.
        let isRegular =
            lines.allSatisfy { saysWhen(text, $0) }
            && lines.dropLast().allSatisfy {
                lines.count > 2 && text[$0.end - 1] == UInt8(ascii: ",") || !ValueLines.isOpen(text, $0, saysWhen: true)
            }
        for i in lines.indices.dropFirst()
        where isTable && goesOnWithTable(text, lines[i], after: lines[i - 1])
            || isRegular || beginsResult(text, lines[i]) && endsResult(text, lines[i - 1])
            || beginsOtherwise(text, lines[i]) && beginsResult(text, lines[i - 1])
        {
            items.append(start..<i)
            start = i
        }
        guard !items.isEmpty else { return nil }
        items.append(start..<lines.endIndex)
        return items
    }

    /// "0 - the slot is free" above "-EBUSY - error" or "otherwise its number".
    private static func goesOnWithTable(_ text: Bytes, _ line: TextLine, after previous: TextLine) -> Bool {
        guard text[previous.end - 1] != UInt8(ascii: ",") else { return false }
        return hasDash(text, line) || beginsOtherwise(text, line)
    }

    /// Nothing in the line asks for the next one; the comma behind an error code that has a line to itself does not.
    private static func endsResult(_ text: Bytes, _ line: TextLine) -> Bool {
        !ValueLines.isOpen(text, line, saysWhen: saysWhen(text, line)) || isBareCode(text, line)
    }

    /// "otherwise the number of slots", behind "-1 if it is full".
    private static func beginsOtherwise(_ text: Bytes, _ line: TextLine) -> Bool {
        text.has("otherwise ", at: line.start, limit: line.end)
    }

    /// "0 on success,", "errno on error": one of the words that say when, right behind the first word.
    private static func saysWhen(_ text: Bytes, _ line: TextLine) -> Bool {
        var at = line.start
        while at < line.end, !text[at].isBlank { at += 1 }
        while at < line.end, text[at].isBlank { at += 1 }
        let word = at
        while at < line.end, text[at].isWord { at += 1 }
        return at - word <= 4 && ["on", "if", "when", "upon"].contains(text.string(word..<at))
    }

    /// "-EBUSY," and nothing else.
    private static func isBareCode(_ text: Bytes, _ line: TextLine) -> Bool {
        var at = line.start
        if at < line.end, text[at] == UInt8(ascii: "%") { at += 1 }
        guard at + 2 < line.end, text[at] == UInt8(ascii: "-"), text[at + 1].isUppercase else { return false }
        at += 1
        while at < line.end, text[at].isWord, !text[at].isLowercase { at += 1 }
        return at == line.end || at + 1 == line.end && text[at] == UInt8(ascii: ",")
    }

    /// A dash between blanks among the first words.
    private static func hasDash(_ text: Bytes, _ line: TextLine) -> Bool {
        for at in line.start..<max(line.start, min(line.end - 2, line.start + 40))
        where text[at] == UInt8(ascii: " ") && text[at + 1] == UInt8(ascii: "-") && text[at + 2] == UInt8(ascii: " ") {
            return true
        }
        return false
    }

    /// An error code, or a value with a word or a mark that says when it is returned.
    private static func beginsResult(_ text: Bytes, _ line: TextLine) -> Bool {
        if isBareCode(text, line) { return true }
        var at = line.start
        while at < line.end, "%<>=`*&'\"".utf8.contains(text[at]) { at += 1 }
        let value = at
        if at < line.end, text[at] == UInt8(ascii: "-") { at += 1 }
        var isConstant = true
        let word = at
        while at < line.end, text[at].isWord {
            if text[at].isLowercase { isConstant = false }
            at += 1
        }
        guard at > word, isConstant || at - value <= 8 && values.contains(text.string(value..<at).lowercased()) else {
            return false
        }
        // "-EBUSY the ring is full"
        if isConstant, text[value] == UInt8(ascii: "-"), text[word] == UInt8(ascii: "E") { return at < line.end }
        let isQuoted = value > line.start && at < line.end && text[at] == UInt8(ascii: "'")
        while at < line.end, "`*'\"".utf8.contains(text[at]) { at += 1 }
        if at < line.end, text[at] == UInt8(ascii: ":") || text[at] == UInt8(ascii: ",") { return at + 1 < line.end }
        guard at < line.end, text[at].isBlank else { return false }
        while at < line.end, text[at].isBlank { at += 1 }
        let next = at
        while at < line.end, !text[at].isBlank { at += 1 }
        // "0 Success", "'true' Success"
        if isConstant || isQuoted, text[next].isUppercase, !text[value].isUppercase { return true }
        return at - next <= 9 && connectives.contains(text.string(next..<at).lowercased())
    }

    private static let values: Set<String> = ["true", "false", "zero", "nonzero", "negative", "positive"]

    private static let connectives: Set<String> = [
        "if", "on", "when", "for", "in", "otherwise", "upon", "-", "--", ":", "=", "=>", "->", "else", "means",
        "unless",
    ]
}
