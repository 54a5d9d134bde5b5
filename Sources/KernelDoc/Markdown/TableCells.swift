/// A table of Markdown, which CommonMark takes for a paragraph with bars in it: every cell is a paragraph, and those of a
/// row tell what its first one names, as in reST. What heads the columns is no text.
struct TableCells {
    private let source: Bytes
    /// Where in the source the row goes on, as far as its bars are counted.
    private var offset: Int
    /// The table's first line, from 1.
    private let firstLine: Int
    private var row = 0
    private var isCellOpen = false

    /// Opens the list that the rows are items of.
    ///
    /// - Parameters:
    ///   - offset: where the table's first line begins in `source`.
    ///   - firstLine: the number of that line, from 1.
    init(in source: Bytes, at offset: Int, firstLine: Int, _ outline: inout UnitOutline) {
        self.source = source
        self.offset = offset
        self.firstLine = firstLine
        outline.openList()
    }

    /// Whether a table begins at `offset`: one line with a bar in it, and `|---|:--:|` below, behind the marks of the
    /// quotation that both stand in.
    static func begins(in text: Bytes, at offset: Int) -> Bool {
        let end = text.lineEnd(from: offset)
        guard end < text.count, text[offset..<end].contains(bar) else { return false }
        let rule = text[end + 1..<text.lineEnd(from: end + 1)].drop { $0 == UInt8(ascii: ">") || $0.isBlank }
        return rule.contains(bar) && rule.contains(UInt8(ascii: "-"))
            && rule.allSatisfy { $0 == bar || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isBlank }
    }

    private static let bar = UInt8(ascii: "|")

    /// Whether what comes next is a part of some cell: the heads and the rule below them are none.
    var isBody: Bool { row > 1 }

    mutating func append(_ text: Bytes, _ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        guard isBody else { return }
        var start = 0
        while start <= text.count {
            let end = text.indices.dropFirst(start).first { text[$0] == Self.bar && !passBar() } ?? text.count
            let piece = text[start..<end]
            if isCellOpen || piece.contains(where: { !$0.isBlank }) {
                openCell(&outline, &writer)
                writer.append(Bytes(rebasing: piece))
            }
            if end < text.count { closeCell(&outline, &writer) }
            start = end + 1
        }
    }

    /// Counts the bars of a code span, which part no cells.
    mutating func pass(code: Bytes) {
        for byte in code where byte == Self.bar { _ = passBar() }
    }

    /// Steps over the next bar of the row in the source; true when it is escaped, which cmark's text no longer tells.
    private mutating func passBar() -> Bool {
        var isEscaped = false
        while offset < source.count, source[offset] != UInt8(ascii: "\n") {
            let byte = source[offset]
            offset += 1
            if byte == Self.bar { return isEscaped }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return false
    }

    mutating func openCell(_ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        guard isBody, !isCellOpen else { return }
        isCellOpen = true
        outline.beginParagraph(line: firstLine + row, leadsToLiteral: false, &writer)
    }

    private mutating func closeCell(_ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        guard isCellOpen else { return }
        isCellOpen = false
        outline.endUnit(&writer)
    }

    mutating func endRow(_ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        closeCell(&outline, &writer)
        if isBody { outline.closeItem() }
        row += 1
        offset = min(source.count, source.lineEnd(from: offset) + 1)
        if isBody { outline.openItem() }
    }

    mutating func end(_ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        closeCell(&outline, &writer)
        if isBody { outline.closeItem() }
        outline.closeList()
    }
}
