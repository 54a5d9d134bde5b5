/// A table of Markdown, which CommonMark takes for a paragraph with bars in it: every cell is a paragraph, and those of a
/// row tell what its first one names, as in reST. What heads the columns is no text.
struct TableCells {
    /// The table's first line, from 1.
    private let firstLine: Int
    private var row = 0
    private var isCellOpen = false

    /// Opens the list that the rows are items of.
    init(firstLine: Int, _ outline: inout UnitOutline) {
        self.firstLine = firstLine
        outline.openList()
    }

    /// Whether a table begins at `offset`: one line with a bar in it, and `|---|:--:|` below.
    static func begins(in text: Bytes, at offset: Int) -> Bool {
        let end = text.lineEnd(from: offset)
        guard end < text.count, text[offset..<end].contains(bar) else { return false }
        let rule = text[end + 1..<text.lineEnd(from: end + 1)]
        return rule.contains(bar) && rule.contains(UInt8(ascii: "-"))
            && rule.allSatisfy { $0 == bar || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isBlank }
    }

    private static let bar = UInt8(ascii: "|")

    /// Whether what comes next is a part of some cell: the heads and the rule below them are none.
    var isBody: Bool { row > 1 }

    mutating func append(_ text: Bytes, _ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        guard isBody else { return }
        for (index, piece) in text.split(separator: Self.bar, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { closeCell(&outline, &writer) }
            guard isCellOpen || piece.contains(where: { !$0.isBlank }) else { continue }
            openCell(&outline, &writer)
            writer.append(Bytes(rebasing: piece))
        }
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
        if isBody { outline.openItem() }
    }

    mutating func end(_ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        closeCell(&outline, &writer)
        if isBody { outline.closeItem() }
        outline.closeList()
    }
}
