/// An enumeration with one value a line and no list marks: `0 on success`, `-EBUSY if …`, `@name - …`, `name: …`.
struct ValueLines {
    /// For each value its lines.
    private(set) var items: [Range<Int>] = []

    /// Nil when `lines`, a paragraph of a text that is filled to column `width`, are anything else.
    init?(_ text: Bytes, _ lines: ArraySlice<TextLine>, filledTo width: Int) {
        guard lines.count >= 2, let first = lines.first, let lead = Lead(text, first) else { return nil }
        guard lead.isValue || lead.isSeparated else { return nil }
        var indent = Int.max
        for line in lines { indent = min(indent, line.indent) }
        var start = lines.startIndex
        var isClear = lead.isClear
        for i in lines.indices.dropFirst() {
            let lead = Lead(text, lines[i])
            if let lead, lead.isSeparated || lead.isValue && lines[i].indent == indent {
                isClear = lead.isClear
                guard isClear || ValueLines.isBroken(text, lines[i - 1], before: lines[i], width) else { return nil }
                items.append(start..<i)
                start = i
            } else if lines[i].indent == indent, !isClear {
                return nil
            }
        }
        guard !items.isEmpty else { return nil }
        items.append(start..<lines.endIndex)
    }

    /// Whether an enumeration begins at line `i` of a paragraph, behind other text.
    static func begins(at i: Int, _ text: Bytes, _ lines: [TextLine], filledTo width: Int) -> Bool {
        guard i > 0, let lead = Lead(text, lines[i]), lead.isSeparated, Lead(text, lines[i - 1])?.isSeparated != true
        else { return false }
        var next = i + 1
        while next < min(lines.count, i + 3), !lines[next].isBlank, lines[next].indent > lines[i].indent { next += 1 }
        guard next < lines.count, !lines[next].isBlank, Lead(text, lines[next])?.isSeparated == true else {
            return false
        }
        return lead.isValue || isBroken(text, lines[i - 1], before: lines[i], width)
    }

    /// What a line of an enumeration begins with.
    private struct Lead {
        /// A number, an error code or a constant, and not just any name.
        var isValue: Bool
        /// What parts it from its meaning: a colon, a dash or an equals sign; 0 when nothing does.
        var separator: UInt8

        var isSeparated: Bool { separator != 0 }
        /// Whether it can be nothing but an enumeration's: a sentence may begin with a word and a colon.
        var isClear: Bool { isSeparated && (isValue || separator != UInt8(ascii: ":")) }

        init?(_ text: Bytes, _ line: TextLine) {
            var i = line.start
            let end = line.end
            // "[in] name - …"
            if i < end, text[i] == UInt8(ascii: "["),
                let close = text[i..<min(end, i + 12)].firstIndex(of: UInt8(ascii: "]"))
            {
                i = close + 1
                while i < end, text[i].isBlank { i += 1 }
            }
            while i < end, Lead.isOrnament(text[i]) { i += 1 }
            if i < end, text[i] == UInt8(ascii: "-") { i += 1 }
            while i < end, text[i].isBlank, i > line.start { i += 1 }
            let start = i
            var capitals = 0
            var digits = 0
            var small = 0
            while i < end, text[i].isWord {
                if text[i].isUppercase { capitals += 1 }
                if text[i].isDigit { digits += 1 }
                if text[i].isLowercase { small += 1 }
                i += 1
            }
            guard i > start, i - start <= 40 else { return nil }
            isValue = small == 0 && (capitals >= 2 || digits == i - start) || text.has("0x", at: start, limit: i)
            while i < end, text[i] == UInt8(ascii: "`") || text[i] == UInt8(ascii: "*") { i += 1 }
            guard i < end, text[i].isBlank || text[i] == UInt8(ascii: ":") || isValue && text[i] == UInt8(ascii: ",")
            else { return nil }
            separator = Lead.separator(text, i, end)
            if separator == UInt8(ascii: ":"), !isValue, SectionTitle.introducesText(text, start..<i) { return nil }
            guard isValue || isSeparated else { return nil }
        }

        /// What may stand before a value.
        private static func isOrnament(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "="), UInt8(ascii: "`"), UInt8(ascii: "*"):
                true
            default: false
            }
        }

        private static func isSeparator(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
        }

        /// `:`, ` - `, ` = ` or ` : ` at `start`.
        private static func separator(_ text: Bytes, _ start: Int, _ end: Int) -> UInt8 {
            var i = start
            if text[i] == UInt8(ascii: ":") {
                return i + 1 < end && text[i + 1].isBlank ? UInt8(ascii: ":") : 0
            }
            while i < end, text[i].isBlank { i += 1 }
            guard i > start, i + 1 < end, isSeparator(text[i]) else { return 0 }
            return text[i + 1].isBlank || text[i] == text[i + 1] && text[i] == UInt8(ascii: "-") ? text[i] : 0
        }
    }

    /// Whether the words of `previous` ask for more: what the next line begins with belongs to them.
    ///
    /// - Parameter saysWhen: a value and "on" or "if" begin it, so that a noun at its end asks for none: `RING_BAD on error`.
    static func isOpen(_ text: Bytes, _ previous: TextLine, saysWhen: Bool = false) -> Bool {
        let last = text[previous.end - 1]
        guard last != UInt8(ascii: ","), last != UInt8(ascii: "(") else { return true }
        var start = previous.end
        while start > previous.start, text[start - 1].isWord { start -= 1 }
        guard previous.end - start <= 9 else { return false }
        let word = text.string(start..<previous.end).lowercased()
        return openWords.contains(word) || !saysWhen && openNouns.contains(word)
    }

    private static let openWords: Set<String> = [
        "or", "and", "a", "an", "the", "return", "returns", "returned", "returning", "than", "with", "of", "to", "is",
        "are", "be", "as", "at", "for", "in", "by", "either", "else", "otherwise", "negative", "positive",
    ]
    private static let openNouns: Set<String> = ["code", "value", "error"]

    /// Whether the break behind `previous` was made on purpose: the next word would have fitted.
    private static func isBroken(_ text: Bytes, _ previous: TextLine, before line: TextLine, _ width: Int) -> Bool {
        guard !isOpen(text, previous) else { return false }
        var end = line.start
        while end < line.end, !text[end].isBlank { end += 1 }
        return previous.width + 1 + end - line.start <= width
    }
}
