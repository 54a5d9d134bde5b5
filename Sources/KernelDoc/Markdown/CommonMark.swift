import CMark

/// CommonMark text on its way through libcmark: the only file that knows C.
struct CommonMark: ~Copyable {
    /// A line from which on units belong to a section (nil: to none of their own).
    struct SectionStart {
        var line: Int
        var section: String?
    }

    var bytes = ByteBuffer()
    /// The source line, from 1, of each line in `bytes`; empty when they count from `firstLine`.
    var lines: [Int32] = []
    var firstLine = 1
    /// In order of their lines (of `bytes`, from 1).
    var sections: [SectionStart] = []

    mutating func removeAll() {
        bytes.truncate(to: 0)
        lines.removeAll(keepingCapacity: true)
        sections.removeAll(keepingCapacity: true)
    }

    /// Parses the text and writes its units; the first of them has the role `first`.
    func write(to writer: inout ProseWriter, first: Prose.Role = .paragraph) {
        var outline = UnitOutline(self, first: first)
        CommonMark.write(bytes.bytes, &outline, to: &writer)
    }

    /// Parses a text, or a paragraph of one, before which `linesBefore` lines stand.
    static func write(
        _ text: Bytes, linesBefore: Int = 0, leadsToLiteral: Bool = false, _ outline: inout UnitOutline,
        to writer: inout ProseWriter
    ) {
        defer { TreeMemory.ofThread.takeBack() }
        guard let start = UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self),
            let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, TreeMemory.functions)
        else { return }
        cmark_parser_feed(parser, start, text.count)
        guard let root = cmark_parser_finish(parser), let iterator = cmark_iter_new(root) else { return }

        var walk = CommonMarkWalk(source: text, linesBefore: linesBefore, leadsToLiteral: leadsToLiteral)
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
            if event == CMARK_EVENT_ENTER {
                walk.enter(node, &outline, &writer)
            } else {
                walk.exit(node, &outline, &writer)
            }
        }
    }
}

/// One walk over cmark's tree.
private struct CommonMarkWalk {
    let source: Bytes
    let linesBefore: Int
    /// Whether a literal block follows behind the whole text.
    let leadsToLiteral: Bool
    /// The table that is being read.
    private var table: TableCells?
    /// A line of `source` and its offset, before or at the next block.
    private var cursor = (line: 1, offset: 0)

    init(source: Bytes, linesBefore: Int, leadsToLiteral: Bool) {
        self.source = source
        self.linesBefore = linesBefore
        self.leadsToLiteral = leadsToLiteral
    }

    mutating func enter(_ node: OpaquePointer, _ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        if table != nil, !enterCell(node, &outline, &writer) { return }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            if let text = literal(of: node) { writer.append(text) }
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
            outline.lineBreak(&writer)
        case CMARK_NODE_CODE:
            writer.openSpan(.code)
            if let text = literal(of: node) { writer.append(text) }
            writer.closeSpan()
            outline.skipLines(Int(cmark_node_get_end_line(node) - cmark_node_get_start_line(node)), &writer)
        case CMARK_NODE_EMPH: writer.openSpan(.emphasis)
        case CMARK_NODE_STRONG: writer.openSpan(.strong)
        case CMARK_NODE_LINK: writer.openSpan(.link)
        case CMARK_NODE_PARAGRAPH where beginsTable(node):
            table = TableCells(in: source, at: cursor.offset, firstLine: startLine(of: node), &outline)
        case CMARK_NODE_PARAGRAPH:
            outline.beginParagraph(line: startLine(of: node), leadsToLiteral: leadsToLiteral(node), &writer)
        case CMARK_NODE_HEADING:
            outline.beginHeading(line: startLine(of: node), leadsToLiteral: leadsToLiteral(node), &writer)
        case CMARK_NODE_LIST: outline.openList()
        case CMARK_NODE_ITEM: outline.openItem()
        case CMARK_NODE_CODE_BLOCK: addLiteral(node, &outline, &writer)
        case CMARK_NODE_HTML_INLINE:
            if let text = literal(of: node) {
                outline.skipLines(text.count { $0 == UInt8(ascii: "\n") }, &writer)
            }
        default: break
        }
    }

    mutating func exit(_ node: OpaquePointer, _ outline: inout UnitOutline, _ writer: inout ProseWriter) {
        if table?.isBody == false, cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH { return }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_LINK:
            writer.closeSpan()
            if let title = cmark_node_get_title(node) {
                outline.skipLines(
                    UnsafeBufferPointer(start: title, count: strlen(title)).count { $0 == 0x0A }, &writer)
            }
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: writer.closeSpan()
        case CMARK_NODE_PARAGRAPH where table != nil:
            table?.end(&outline, &writer)
            table = nil
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: outline.endUnit(&writer)
        case CMARK_NODE_LIST: outline.closeList()
        case CMARK_NODE_ITEM: outline.closeItem()
        default: break
        }
    }

    // MARK: - Tables

    private mutating func beginsTable(_ node: OpaquePointer) -> Bool {
        let line = Int(cmark_node_get_start_line(node))
        guard cmark_node_get_end_line(node) > line, seek(line) else { return false }
        return TableCells.begins(in: source, at: cursor.offset)
    }

    /// Reads what the cells themselves do; whether the node is left to be read as in any paragraph.
    private mutating func enterCell(
        _ node: OpaquePointer, _ outline: inout UnitOutline, _ writer: inout ProseWriter
    ) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            if let text = literal(of: node) { table?.append(text, &outline, &writer) }
            return false
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
            table?.endRow(&outline, &writer)
            return false
        case CMARK_NODE_CODE:
            table?.openCell(&outline, &writer)
            if let text = literal(of: node) { table?.pass(code: text) }
            return table?.isBody ?? false
        default:
            table?.openCell(&outline, &writer)
            return table?.isBody ?? false
        }
    }

    // MARK: -

    private func startLine(of node: OpaquePointer) -> Int { linesBefore + Int(cmark_node_get_start_line(node)) }

    private func leadsToLiteral(_ node: OpaquePointer) -> Bool {
        guard let next = cmark_node_next(node) else { return leadsToLiteral }
        return cmark_node_get_type(next) == CMARK_NODE_CODE_BLOCK
    }

    private mutating func addLiteral(
        _ node: OpaquePointer, _ outline: inout UnitOutline, _ writer: inout ProseWriter
    ) {
        guard let text = literal(of: node) else { return }
        let line = Int(cmark_node_get_start_line(node))
        let fence = isFenced(line, column: Int(cmark_node_get_start_column(node))) ? 1 : 0
        outline.addLiteral(text, line: linesBefore + line + fence, &writer)
    }

    private func literal(of node: OpaquePointer) -> Bytes? {
        guard let text = cmark_node_get_literal(node) else { return nil }
        return UnsafeRawBufferPointer(start: text, count: strlen(text)).bindMemory(to: UInt8.self)
    }

    /// Moves on to where a line begins; false when there is none.
    private mutating func seek(_ line: Int) -> Bool {
        while cursor.line < line {
            let end = source.lineEnd(from: cursor.offset)
            guard end < source.count else { return false }
            cursor = (cursor.line + 1, end + 1)
        }
        return true
    }

    /// Whether the code block there opens with a fence, which cmark does not tell.
    private mutating func isFenced(_ line: Int, column: Int) -> Bool {
        guard seek(line) else { return false }
        let offset = cursor.offset + column - 1
        return source.has("```", at: offset, limit: source.count) || source.has("~~~", at: offset, limit: source.count)
    }
}
