/// One line of a kernel-doc comment, and what kernel-doc sees in it.
///
/// Tabs are already blanks. Wherever kernel-doc looks for the leading `*`, it takes the first one in the line,
/// so text may stand before it.
struct CommentLine {
    let bytes: CText

    init(_ bytes: CText) { self.bytes = bytes }

    private var end: Int { bytes.count }

    @inline(__always)
    private func nextStar(_ position: Int) -> Int? {
        // Where it stands in most lines.
        if position == 0, end > 1, bytes[1] == UInt8(ascii: "*"), bytes[0] == 0x20 { return 1 }
        return bytes.first(UInt8(ascii: "*"), position, end)
    }

    /// `/**` with nothing behind it.
    func opens(indented: Bool) -> Bool {
        let start = indented ? bytes.skipSpaces(0, end) : 0
        return bytes.has("/**", at: start, before: end) && bytes.skipSpaces(start + 3, end) == end
    }

    /// The place of a `*/`.
    var closing: Int? { bytes.first((UInt8(ascii: "*"), UInt8(ascii: "/")), 0, end) }

    /// `*/` anywhere.
    var closes: Bool { closing != nil }

    /// `*/` alone.
    var onlyCloses: Bool {
        let start = bytes.skipSpaces(0, end)
        return bytes.has("*/", at: start, before: end) && bytes.skipSpaces(start + 2, end) == end
    }

    /// What is said on the line that closes the comment; stars and dashes say nothing.
    var textBeforeClosing: Range<Int>? {
        guard let closing, let content, content.lowerBound < closing else { return nil }
        let text = content.lowerBound..<closing
        return bytes[text].contains { $0.isWord } ? text : nil
    }

    /// Nothing but white space.
    var isEmpty: Bool { bytes.skipSpaces(0, end) == end }

    /// `*` alone.
    var isBlank: Bool {
        let star = bytes.skipSpaces(0, end)
        return star < end && bytes[star] == UInt8(ascii: "*") && bytes.skipSpaces(star + 1, end) == end
    }

    /// What stands behind `*` and one blank; nil in a line without a `*`.
    var content: Range<Int>? {
        guard let star = nextStar(0) else { return nil }
        let start = star + 1 < end && bytes[star + 1] == 0x20 ? star + 2 : star + 1
        return start..<end
    }

    /// `* DOC: title`
    var docTitle: Range<Int>? {
        var position = 0
        while let star = nextStar(position) {
            let word = bytes.skipSpaces(star + 1, end)
            if bytes.has("DOC:", at: word, before: end) { return bytes.skipSpaces(word + 4, end)..<end }
            position = star + 1
        }
        return nil
    }

    /// Whether a word stands behind a `*`.
    var hasIdentifier: Bool {
        var position = 0
        while let star = nextStar(position) {
            let word = bytes.skipSpaces(star + 1, end)
            if word < end, bytes[word].isWord { return true }
            position = star + 1
        }
        return false
    }

    /// `* struct name`, `* enum`, …: the kind, and the name, which may be empty.
    var dataName: (kind: Item.Kind, name: Range<Int>)? {
        var word = bytes.skipSpaces(0, end)
        if word < end, bytes[word] == UInt8(ascii: "*") { word = bytes.skipSpaces(word + 1, end) }
        let wordEnd = bytes.skipWord(word, end)
        let kind: Item.Kind
        switch wordEnd - word {
        case 6 where bytes.has("struct", at: word, before: end): kind = .struct
        case 5 where bytes.has("union", at: word, before: end): kind = .union
        case 4 where bytes.has("enum", at: word, before: end): kind = .enum
        case 7 where bytes.has("typedef", at: word, before: end): kind = .typedef
        default: return nil
        }
        let name = bytes.skipSpaces(wordEnd, end)
        return (kind, name..<bytes.skipWord(name, end))
    }

    /// `* name() - purpose`, with a type's last word and star, or `define`, before it.
    var functionName: Range<Int>? {
        var position = 0
        while let star = nextStar(position) {
            let start = bytes.skipSpaces(star + 1, end)
            let typeEnd = bytes.skipSpaces(bytes.skipWord(start, end), end)
            if typeEnd > start, typeEnd < end, bytes[typeEnd] == UInt8(ascii: "*"), bytes[start].isWord,
                let name = functionName(at: bytes.skipSpaces(typeEnd + 1, end))
            {
                return name
            }
            if let name = functionName(at: start) { return name }
            position = star + 1
        }
        return nil
    }

    private func functionName(at start: Int) -> Range<Int>? {
        if bytes.has("define", at: start, before: end) {
            let next = bytes.skipSpaces(start + 6, end)
            if next > start + 6, let name = functionHead(at: next) { return name }
        }
        return functionHead(at: start)
    }

    /// `name`, `name()`, `name(word)`, then nothing or a dash or a colon.
    private func functionHead(at start: Int) -> Range<Int>? {
        let nameEnd = bytes.skipWord(start, end)
        guard nameEnd > start else { return nil }
        var position = bytes.skipSpaces(nameEnd, end)
        if position < end, bytes[position] == UInt8(ascii: "(") {
            let close = bytes.skipWord(position + 1, end)
            guard close < end, bytes[close] == UInt8(ascii: ")") else { return nil }
            position = bytes.skipSpaces(close + 1, end)
        }
        guard position == end || bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: ":")
        else { return nil }
        return start..<nameEnd
    }

    /// What stands behind the first dash or colon.
    var purpose: Range<Int>? {
        guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") })
        else { return nil }
        return mark + 1..<end
    }

    /// `* @name: text` or `* Return: text` and the few other known titles.
    var section: (title: Range<Int>, text: Range<Int>)? {
        var position = 0
        while let star = nextStar(position) {
            position = star + 1
            let title = bytes.skipSpaces(position, end)
            guard title < end else { return nil }
            let titleEnd: Int
            if bytes[title] == UInt8(ascii: "@") {
                titleEnd = skipParameterName(title + 1)
                guard titleEnd > title + 1 else { continue }
            } else {
                titleEnd = knownTitleEnd(title)
                guard titleEnd > title else { continue }
            }
            let colon = bytes.skipSpaces(titleEnd, end)
            guard colon < end, bytes[colon] == UInt8(ascii: ":") else { continue }
            // `example::` leads into literal text.
            guard colon + 1 == end || bytes[colon + 1] != UInt8(ascii: ":") else { continue }
            return (title..<titleEnd, bytes.skipSpaces(colon + 1, end)..<end)
        }
        return nil
    }

    private func skipParameterName(_ start: Int) -> Int {
        var position = start
        while position < end, bytes[position].isWord || bytes[position] == UInt8(ascii: ".") { position += 1 }
        return position
    }

    /// Those that begin a section wherever they stand.
    private static let titles: [StaticString] = [
        "note", "notes", "return", "returns", "context", "example", "examples", "description",
    ]

    private func knownTitleEnd(_ start: Int) -> Int {
        // With these letters all of them begin.
        switch bytes[start].lowered {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "d"): break
        default: return start
        }
        var position = start
        while position < end, position - start < 12, (bytes[position].lowered &- 0x61) < 26 { position += 1 }
        let word = start..<position
        let isKnown = CommentLine.titles.contains {
            $0.utf8CodeUnitCount == word.count && bytes.equals(word, ignoringCase: $0)
        }
        return isKnown ? position : start
    }

    /// `* @name: text`, inside of a body.
    var inlineMember: (name: Range<Int>, text: Range<Int>)? {
        var position = 0
        while let star = nextStar(position) {
            position = star + 1
            let at = bytes.skipSpaces(position, end)
            guard at < end, bytes[at] == UInt8(ascii: "@") else { continue }
            let word = bytes.skipSpaces(at + 1, end)
            guard word < end, bytes[word].isWord else { continue }
            let nameEnd = skipParameterName(word)
            let colon = bytes.skipSpaces(nameEnd, end)
            guard colon < end, bytes[colon] == UInt8(ascii: ":") else { continue }
            return (at..<nameEnd, bytes.skipSpaces(colon + 1, end)..<end)
        }
        return nil
    }

    /// `/** @name: text */`, the whole line.
    var inlineOneLiner: (name: Range<Int>, text: Range<Int>)? {
        let start = bytes.skipSpaces(0, end)
        guard bytes.has("/**", at: start, before: end) else { return nil }
        let at = bytes.skipSpaces(start + 3, end)
        guard at < end, bytes[at] == UInt8(ascii: "@") else { return nil }
        var colon = at + 1
        while colon < end, bytes[colon].isWord || bytes[colon].isSpace { colon += 1 }
        guard colon > at + 1, colon < end, bytes[colon] == UInt8(ascii: ":") else { return nil }
        var close = end
        while close > colon, bytes[close - 1].isSpace { close -= 1 }
        guard close - 2 > colon, bytes.has("*/", at: close - 2, before: close) else { return nil }
        return (at..<colon, bytes.trimmed(colon + 1..<close - 2))
    }

    /// The name that a title `@name` stands for.
    func parameterName(_ title: Range<Int>) -> String {
        var position = bytes.skipWord(title.lowerBound + 1, title.upperBound)
        let start = title.lowerBound + 1
        while position < title.upperBound {
            let word: Int
            if bytes[position] == UInt8(ascii: ".") {
                word = position + 1
            } else if bytes.has("->", at: position, before: title.upperBound) {
                word = position + 2
            } else {
                break
            }
            let next = bytes.skipWord(word, title.upperBound)
            guard next > word else { break }
            position = next
        }
        if bytes.has("...", at: position, before: title.upperBound) { position += 3 }
        return bytes.string(start..<position)
    }
}
