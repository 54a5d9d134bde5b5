/// The CommonMark that `ReSTTranslator` makes, read without cmark, which would take more of the time of a scan than
/// all else about reST.
///
/// It is a small part of CommonMark: blocks with a blank line between, two blanks of indentation for each open item,
/// `- ` for each new one, `# ` before headings, fences of ```` ``` ```` around literal blocks; in the text only code and
/// emphasis, since all other markup is hidden (`StandIn`). cmark gets the paragraphs that are not so plain, and the whole
/// of a text that is none of this.
struct TranslatedText {
    private enum Kind { case paragraph, heading, literal }

    private struct Block {
        var kind: Kind
        /// How many open items it stands in, besides those that it opens itself.
        var depth: Int
        var newItems: Int
        /// Its first line, from 0, and its lines in the text, without the first one's indentation and markers.
        var line: Int
        var lineCount = 1
        var lines: Range<Int>
    }

    private var blocks: [Block] = []
    /// A paragraph for cmark.
    private var paragraph: [UInt8] = []

    /// Writes the units of a translated text; the first of them has the role `first`.
    mutating func write(_ text: borrowing CommonMark, first: Prose.Role, to writer: inout ProseWriter) {
        let bytes = text.bytes.bytes
        guard cut(bytes) else { return text.write(to: &writer, first: first) }
        var outline = UnitOutline(text, first: first)
        for index in blocks.indices { write(index, of: bytes, &outline, &writer) }
    }

    // MARK: Blocks

    /// Cuts the text into blocks; false where it is not what this reads.
    private mutating func cut(_ text: Bytes) -> Bool {
        blocks.removeAll(keepingCapacity: true)
        guard text.isEmpty || text[text.count - 1] == UInt8(ascii: "\n") else { return false }
        var at = 0
        var line = 0
        var openItems = 0
        while at < text.count {
            if text[at] == UInt8(ascii: "\n") {
                at += 1
                line += 1
                continue
            }
            var content = at
            while content < text.count, text[content] == UInt8(ascii: " ") { content += 1 }
            let depth = (content - at) / 2
            guard (content - at) % 2 == 0, depth <= openItems else { return false }
            var newItems = 0
            while text.has("- ", at: content, limit: text.count) {
                content += 2
                newItems += 1
            }
            openItems = depth + newItems
            var block = Block(kind: .paragraph, depth: depth, newItems: newItems, line: line, lines: content..<content)
            if text.has("```\n", at: content, limit: text.count) {
                block.kind = .literal
                guard endLiteral(&block, text, margin: 2 * openItems) else { return false }
            } else if openItems == 0, text.has("# ", at: content, limit: text.count) {
                block.kind = .heading
                block.lines = content + 2..<text.lineEnd(from: content)
            } else {
                guard endParagraph(&block, text, margin: 2 * openItems) else { return false }
            }
            blocks.append(block)
            line += block.lineCount
            at = block.lines.upperBound + 1
            guard at >= text.count || text[at] == UInt8(ascii: "\n") else { return false }
        }
        return true
    }

    /// Finds the line with the fence that closes a literal block.
    private func endLiteral(_ block: inout Block, _ text: Bytes, margin: Int) -> Bool {
        var at = block.lines.lowerBound + "```\n".utf8.count
        while hasMargin(text, at, margin) {
            block.lineCount += 1
            if text.has("```\n", at: at + margin, limit: text.count) {
                block.lines = block.lines.lowerBound..<at + margin + "```".utf8.count
                return true
            }
            at = text.lineEnd(from: at) + 1
        }
        return false
    }

    /// Finds the last line of a paragraph.
    private func endParagraph(_ block: inout Block, _ text: Bytes, margin: Int) -> Bool {
        var content = block.lines.lowerBound
        while beginsWithText(text, content) {
            let end = text.lineEnd(from: content)
            let next = end + 1
            if next >= text.count || text[next] == UInt8(ascii: "\n") {
                block.lines = block.lines.lowerBound..<end
                return true
            }
            guard hasMargin(text, next, margin) else { return false }
            block.lineCount += 1
            content = next + margin
        }
        return false
    }

    private func hasMargin(_ text: Bytes, _ start: Int, _ margin: Int) -> Bool {
        guard start + margin < text.count else { return false }
        return text[start..<start + margin].allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// Whether a line goes on as text: the numbers of lists are hidden, as a rule, and so is all else that begins a block.
    private func beginsWithText(_ text: Bytes, _ start: Int) -> Bool {
        guard start < text.count else { return false }
        switch text[start] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "-"), UInt8(ascii: "#"):
            return false
        case UInt8(ascii: "`"): return !text.has("``", at: start, limit: text.count)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var end = start + 1
            while end < text.count, text[end].isDigit { end += 1 }
            return end == text.count || text[end] != UInt8(ascii: ".") && text[end] != UInt8(ascii: ")")
        default: return true
        }
    }

    // MARK: Units

    private mutating func write(
        _ index: Int, of text: Bytes, _ outline: inout UnitOutline, _ writer: inout ProseWriter
    ) {
        let block = blocks[index]
        outline.enterItems(depth: block.depth, new: block.newItems)
        let openItems = block.depth + block.newItems
        if block.kind == .literal {
            let first = block.lines.lowerBound + "```\n".utf8.count
            let last = block.lines.upperBound - "```".utf8.count - 2 * openItems
            let lines = Bytes(rebasing: text[first..<last])
            return outline.addLiteral(lines, margin: 2 * openItems, line: block.line + 2, &writer)
        }
        var leadsToLiteral = false
        if index + 1 < blocks.count {
            let next = blocks[index + 1]
            leadsToLiteral = next.kind == .literal && next.newItems == 0 && next.depth == openItems
        }
        guard isPlain(text, block.lines) else {
            paragraph.removeAll(keepingCapacity: true)
            if block.kind == .heading { paragraph.append(contentsOf: "# ".utf8) }
            forEachLine(of: block, in: text) { paragraph.append(contentsOf: $0) }
            return paragraph.withUnsafeBufferPointer {
                CommonMark.write(
                    $0, linesBefore: block.line, leadsToLiteral: leadsToLiteral, &outline, to: &writer)
            }
        }
        if block.kind == .heading {
            outline.beginHeading(line: block.line + 1, leadsToLiteral: leadsToLiteral, &writer)
        } else {
            outline.beginParagraph(line: block.line + 1, leadsToLiteral: leadsToLiteral, &writer)
        }
        var isFirst = true
        forEachLine(of: block, in: text) { line in
            if !isFirst { outline.lineBreak(&writer) }
            isFirst = false
            write(line, to: &writer)
        }
        outline.endUnit(&writer)
    }

    /// Calls `body` with each line of a paragraph, its line break included.
    private func forEachLine(of block: Block, in text: Bytes, _ body: (Bytes) -> Void) {
        var at = block.lines.lowerBound
        while at < block.lines.upperBound {
            let end = text.lineEnd(from: at)
            body(Bytes(rebasing: text[at...end]))
            at = end + 1 + 2 * (block.depth + block.newItems)
        }
    }

    /// Whether there is no markup but code that begins and ends in one line, as simply as it can.
    private func isPlain(_ text: Bytes, _ range: Range<Int>) -> Bool {
        guard text.next(UInt8(ascii: "*"), in: range) == nil else { return false }
        var at = range.lowerBound
        while let open = text.next(UInt8(ascii: "`"), in: at..<range.upperBound) {
            guard let close = text.next(UInt8(ascii: "`"), in: open + 1..<range.upperBound), close > open + 1,
                text[close + 1] != UInt8(ascii: "`"), !text[open + 1].isBlank || !text[close - 1].isBlank,
                text.lineEnd(from: open) > close
            else { return false }
            at = close + 1
        }
        return true
    }

    private func write(_ line: Bytes, to writer: inout ProseWriter) {
        var at = 0
        while let open = line.next(UInt8(ascii: "`"), in: at..<line.count),
            let close = line.next(UInt8(ascii: "`"), in: open + 1..<line.count)
        {
            writer.append(Bytes(rebasing: line[at..<open]))
            writer.openSpan(.code)
            writer.append(Bytes(rebasing: line[open + 1..<close]))
            writer.closeSpan()
            at = close + 1
        }
        writer.append(Bytes(rebasing: line[at...]))
    }
}
