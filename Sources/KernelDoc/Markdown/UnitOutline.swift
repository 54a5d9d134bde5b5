/// Where the units of a text belong while it is read: in which list, behind which lead-in, in which line of the source.
struct UnitOutline {
    private let lines: [Int32]
    private let firstLine: Int
    private let sections: [CommonMark.SectionStart]
    /// The role of the next top paragraph, until it is used up.
    private var first: Prose.Role?

    /// For the text, and for each open item: its first unit (-1 for the text), and the last one in it, to which a list
    /// or a literal block belongs.
    private var containers: [(first: Int, last: Int)] = [(-1, -1)]
    /// For each open list: the unit that leads into it.
    private var listLeads: [Int] = []
    /// Whether the next paragraph is the first of its list item.
    private var isItemStart = false
    private var line = 0
    private var nextSection = 0

    init(_ text: borrowing CommonMark, first: Prose.Role) {
        lines = text.lines
        firstLine = text.firstLine
        sections = text.sections
        self.first = first == .paragraph ? nil : first
    }

    // MARK: Lists

    mutating func openList() { listLeads.append(containers[containers.count - 1].last) }

    mutating func closeList() { _ = listLeads.popLast() }

    mutating func openItem() {
        containers.append((first: -1, last: listLeads.last ?? -1))
        isItemStart = true
    }

    mutating func closeItem() {
        if containers.count > 1 { containers.removeLast() }
        isItemStart = false
    }

    /// Closes all but so many items, and opens new ones in them: each in the list that is open there, or in a new one.
    mutating func enterItems(depth: Int, new: Int) {
        while containers.count - 1 > depth {
            if listLeads.count > containers.count - 1 { closeList() }
            closeItem()
        }
        if new == 0, listLeads.count > depth { closeList() }
        for _ in 0..<new {
            if listLeads.count == containers.count - 1 { openList() }
            openItem()
        }
    }

    // MARK: Units

    /// - Parameters:
    ///   - line: the paragraph's first line in the text, from 1.
    ///   - leadsToLiteral: whether a literal block follows.
    mutating func beginParagraph(line: Int, leadsToLiteral: Bool, _ writer: inout ProseWriter) {
        self.line = line
        if isItemStart {
            isItemStart = false
            begin(.listItem, parent: listLeads.last ?? -1, leadsToLiteral, &writer)
        } else if let first, listLeads.isEmpty {
            self.first = nil
            begin(first, parent: -1, leadsToLiteral, &writer)
        } else {
            begin(.paragraph, parent: containers[containers.count - 1].first, leadsToLiteral, &writer)
        }
    }

    mutating func beginHeading(line: Int, leadsToLiteral: Bool, _ writer: inout ProseWriter) {
        self.line = line
        begin(.heading, parent: -1, leadsToLiteral, &writer)
    }

    /// Adds the lines of a literal block, the first of which is `line`; `margin` bytes of each are the text's.
    mutating func addLiteral(_ text: Bytes, margin: Int = 0, line: Int, _ writer: inout ProseWriter) {
        guard !text.isEmpty else { return }
        self.line = line
        begin(.literal, parent: containers[containers.count - 1].last, false, &writer)
        var start = 0
        while true {
            let end = text.lineEnd(from: start)
            writer.appendVerbatim(Bytes(rebasing: text[min(start + margin, end)..<end]))
            start = end + 1
            guard start < text.count else { break }
            self.line += 1
            writer.verbatimLineBreak(to: sourceLine)
        }
        endUnit(&writer)
    }

    private mutating func begin(
        _ role: Prose.Role, parent: Int, _ leadsToLiteral: Bool, _ writer: inout ProseWriter
    ) {
        writer.beginUnit(
            role, line: sourceLine, depth: listLeads.count, parent: parent, section: sectionAtLine(),
            leadsToLiteral: leadsToLiteral)
    }

    mutating func lineBreak(_ writer: inout ProseWriter) {
        line += 1
        writer.lineBreak(to: sourceLine)
    }

    /// Line breaks inside of a construct.
    mutating func skipLines(_ count: Int, _ writer: inout ProseWriter) {
        guard count > 0 else { return }
        line += count
        writer.continueText(in: sourceLine)
    }

    mutating func endUnit(_ writer: inout ProseWriter) {
        guard let index = writer.endUnit() else { return }
        let last = containers.count - 1
        if last > 0, containers[last].first < 0 { containers[last].first = index }
        containers[last].last = index
    }

    // MARK: -

    private var sourceLine: Int32 {
        guard !lines.isEmpty else { return Int32(clamping: line + firstLine - 1) }
        return line >= 1 && line <= lines.count ? lines[line - 1] : lines[lines.count - 1]
    }

    private mutating func sectionAtLine() -> String? {
        while nextSection < sections.count, sections[nextSection].line <= line { nextSection += 1 }
        return nextSection == 0 ? nil : sections[nextSection - 1].section
    }
}
