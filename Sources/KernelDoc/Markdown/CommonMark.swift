import CMark

/// CommonMark text on its way through libcmark: the only file that knows C.
struct CommonMark {
    /// A line from which on units belong to a section (nil: to none of their own).
    struct SectionStart {
        var line: Int
        var section: String?
    }

    var bytes: [UInt8] = []
    /// The source line, from 1, of each line in `bytes`; empty when they count from `firstLine`.
    var lines: [Int32] = []
    var firstLine = 1
    /// In order of their lines (of `bytes`, from 1).
    var sections: [SectionStart] = []

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        sections.removeAll(keepingCapacity: true)
    }

    /// Parses the text and writes its units; the first of them has the role `first`.
    func write(to writer: inout ProseWriter, first: Prose.Role = .paragraph) {
        bytes.withUnsafeBytes { buffer in
            let source = buffer.bindMemory(to: UInt8.self)
            if sections.isEmpty, !lines.isEmpty, Self.isPlainParagraph(source) {
                return writer.addPlain(Bytes(rebasing: source.dropLast()), lines: lines[...], role: first)
            }
            defer { TreeMemory.ofThread.takeBack() }
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, TreeMemory.functions)
            else { return }
            cmark_parser_feed(parser, start, buffer.count)
            guard let root = cmark_parser_finish(parser), let iterator = cmark_iter_new(root) else { return }

            var walk = CommonMarkWalk(self, source: source, first: first)
            while true {
                let event = cmark_iter_next(iterator)
                guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
                if event == CMARK_EVENT_ENTER {
                    walk.enter(node, &writer)
                } else {
                    walk.exit(node, &writer)
                }
            }
        }
    }

    /// Whether the text is one paragraph without anything that cmark could find: so is what most comments come to
    /// whose only markup is kernel-doc's own.
    private static func isPlainParagraph(_ text: Bytes) -> Bool {
        var isLineStart = true
        for byte in text {
            switch byte {
            case UInt8(ascii: "`"), UInt8(ascii: "*"): return false
            case UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: " "), 0x09...0x0D:
                if isLineStart { return false }
            default: break
            }
            isLineStart = byte == UInt8(ascii: "\n")
        }
        return isLineStart && !text.isEmpty
    }
}

/// The state of one walk over cmark's tree: where units hang, and which source line the text is at.
private struct CommonMarkWalk {
    let source: Bytes
    let lines: [Int32]
    let firstLine: Int
    let sections: [CommonMark.SectionStart]
    /// The role of the next top paragraph, until it is used up.
    var first: Prose.Role?

    /// For the text, and for each open item: its first unit (-1 for the text), and the last one in it, to which a list
    /// or a literal block belongs.
    private var containers: [(first: Int, last: Int)] = [(-1, -1)]
    /// For each open list: the unit that leads into it.
    private var listLeads: [Int] = []
    /// Whether the next paragraph is the first of its list item.
    private var isItemStart = false
    private var line = 0
    private var nextSection = 0
    /// A line of `source` and its offset, before or at the next block.
    private var cursor = (line: 1, offset: 0)

    init(_ text: CommonMark, source: Bytes, first: Prose.Role) {
        self.source = source
        lines = text.lines
        firstLine = text.firstLine
        sections = text.sections
        self.first = first == .paragraph ? nil : first
    }

    mutating func enter(_ node: OpaquePointer, _ writer: inout ProseWriter) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            if let text = literal(of: node) { writer.append(text) }
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
            line += 1
            writer.lineBreak(to: sourceLine)
        case CMARK_NODE_CODE:
            writer.openSpan(.code)
            if let text = literal(of: node) { writer.append(text) }
            writer.closeSpan()
            skipLines(Int(cmark_node_get_end_line(node) - cmark_node_get_start_line(node)), &writer)
        case CMARK_NODE_EMPH: writer.openSpan(.emphasis)
        case CMARK_NODE_STRONG: writer.openSpan(.strong)
        case CMARK_NODE_LINK: writer.openSpan(.link)
        case CMARK_NODE_PARAGRAPH: beginParagraph(node, &writer)
        case CMARK_NODE_HEADING: begin(.heading, node, parent: -1, &writer)
        case CMARK_NODE_LIST:
            listLeads.append(containers[containers.count - 1].last)
        case CMARK_NODE_ITEM:
            containers.append((first: -1, last: listLeads.last ?? -1))
            isItemStart = true
        case CMARK_NODE_CODE_BLOCK: addLiteral(node, &writer)
        case CMARK_NODE_HTML_INLINE:
            if let text = literal(of: node) {
                skipLines(text.count { $0 == UInt8(ascii: "\n") }, &writer)
            }
        default: break
        }
    }

    mutating func exit(_ node: OpaquePointer, _ writer: inout ProseWriter) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_LINK:
            writer.closeSpan()
            if let title = cmark_node_get_title(node) {
                skipLines(UnsafeBufferPointer(start: title, count: strlen(title)).count { $0 == 0x0A }, &writer)
            }
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: writer.closeSpan()
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            endUnit(&writer)
        case CMARK_NODE_LIST: _ = listLeads.popLast()
        case CMARK_NODE_ITEM:
            if containers.count > 1 { containers.removeLast() }
            isItemStart = false
        default: break
        }
    }

    // MARK: -

    /// Line breaks inside of a construct, for which cmark has no node.
    private mutating func skipLines(_ count: Int, _ writer: inout ProseWriter) {
        guard count > 0 else { return }
        line += count
        writer.continueText(in: sourceLine)
    }

    private mutating func beginParagraph(_ node: OpaquePointer, _ writer: inout ProseWriter) {
        if isItemStart {
            isItemStart = false
            begin(.listItem, node, parent: listLeads.last ?? -1, &writer)
        } else if let first, listLeads.isEmpty {
            self.first = nil
            begin(first, node, parent: -1, &writer)
        } else {
            begin(.paragraph, node, parent: containers[containers.count - 1].first, &writer)
        }
    }

    private mutating func begin(
        _ role: Prose.Role, _ node: OpaquePointer, parent: Int, _ writer: inout ProseWriter
    ) {
        line = Int(cmark_node_get_start_line(node))
        let next = cmark_node_next(node)
        writer.beginUnit(
            role, line: sourceLine, depth: listLeads.count, parent: parent, section: sectionAtLine(),
            leadsToLiteral: next != nil && cmark_node_get_type(next) == CMARK_NODE_CODE_BLOCK)
    }

    private mutating func addLiteral(_ node: OpaquePointer, _ writer: inout ProseWriter) {
        guard let text = literal(of: node), !text.isEmpty else { return }
        line = Int(cmark_node_get_start_line(node))
        if isFenced(line, column: Int(cmark_node_get_start_column(node))) { line += 1 }
        writer.beginUnit(
            .literal, line: sourceLine, depth: listLeads.count, parent: containers[containers.count - 1].last,
            section: sectionAtLine())
        var start = 0
        while true {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            writer.appendVerbatim(Bytes(rebasing: text[start..<end]))
            start = end + 1
            guard start < text.count else { break }
            line += 1
            writer.verbatimLineBreak(to: sourceLine)
        }
        endUnit(&writer)
    }

    private mutating func endUnit(_ writer: inout ProseWriter) {
        guard let index = writer.endUnit() else { return }
        let last = containers.count - 1
        if last > 0, containers[last].first < 0 { containers[last].first = index }
        containers[last].last = index
    }

    private func literal(of node: OpaquePointer) -> Bytes? {
        guard let text = cmark_node_get_literal(node) else { return nil }
        return UnsafeRawBufferPointer(start: text, count: strlen(text)).bindMemory(to: UInt8.self)
    }

    /// Whether the code block there opens with a fence, which cmark does not tell.
    private mutating func isFenced(_ line: Int, column: Int) -> Bool {
        while cursor.line < line {
            guard let end = source[cursor.offset...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
            cursor = (cursor.line + 1, end + 1)
        }
        let offset = cursor.offset + column - 1
        return source.has("```", at: offset, limit: source.count) || source.has("~~~", at: offset, limit: source.count)
    }

    private var sourceLine: Int32 {
        guard !lines.isEmpty else { return Int32(clamping: line + firstLine - 1) }
        return line >= 1 && line <= lines.count ? lines[line - 1] : lines[lines.count - 1]
    }

    private mutating func sectionAtLine() -> String? {
        while nextSection < sections.count, sections[nextSection].line <= line { nextSection += 1 }
        return nextSection == 0 ? nil : sections[nextSection - 1].section
    }
}
