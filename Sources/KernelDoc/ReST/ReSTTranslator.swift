/// Brings reST and kernel-doc text to CommonMark, so that cmark can read its structure.
///
/// Lenient where people are: lists need no blank line before them, an item's next line no indentation, a
/// literal block neither. Structure is decided line by line; nothing is read twice, so the time is linear.
struct ReSTTranslator: ~Copyable {
    let isKernelDoc: Bool
    var output = CommonMark()
    private var translated = TranslatedText()
    private(set) var directives: [KernelDocDirective] = []

    var text = Bytes(start: nil, count: 0)
    var lines: [TextLine] = []
    var inline: InlineTranslator
    /// The open list items, outermost first.
    var items: [OpenItem] = []
    /// How many of them have not been written yet: their markers come with their first line.
    var pendingMarkers = 0
    /// The line (index) at which the section that a directive or field opened ends, or -1.
    var sectionEnd = -1
    /// Whether the last block ended with a colon, so that a prototype may follow.
    var endedWithColon = false
    /// Up to which column a line break was made on purpose, when the next word would have fitted before it.
    private(set) var filledWidth = 0
    /// The whole text is on what is returned.
    private(set) var listsResults = false
    /// The last line that was a parameter without its colon, or -1.
    var strayParameter = -1
    /// Before this line no table with a lower border begins.
    var searchedForTables = 0

    struct OpenItem {
        var markerIndent: Int
        var kind: ListMarker.Kind?
    }

    /// CommonMark text longer than this is handed to cmark before more is made, in bytes.
    private static let chunk = 1 << 18
    /// A paragraph longer than this holds no markup that a person wrote, in bytes.
    static let longestParagraph = 1 << 18
    /// Lists nested deeper are read as text: nobody writes them.
    static let deepest = 8

    init(isKernelDoc: Bool) {
        self.isKernelDoc = isKernelDoc
        inline = InlineTranslator(isKernelDoc: isKernelDoc)
    }

    /// Reads `text` and writes its units. `numbers` are the source lines of its lines; without them they count from
    /// `firstLine`.
    ///
    /// The first paragraph has the role `first`. With `isHanging` the first line stands behind a title or a name, so
    /// its indentation says nothing. With `listsResults` it is a section on what is returned.
    mutating func write(
        _ text: Bytes, numbers: LineNumbers = .init(start: nil, count: 0), firstLine: Int = 1,
        first: Prose.Role = .paragraph, isHanging: Bool = false, listsResults: Bool = false,
        to writer: inout ProseWriter
    ) {
        self.text = text
        self.listsResults = listsResults
        TextLine.cut(text, numbers: numbers, firstLine: firstLine, into: &lines)
        reset()
        measure()
        if isHanging { alignFirstLine() }
        var first = first
        var i = 0
        while i < lines.count {
            if sectionEnd >= 0, i >= sectionEnd { endSection() }
            if output.bytes.count > ReSTTranslator.chunk,
                items.isEmpty || output.bytes.count > 16 * ReSTTranslator.chunk
            {
                translated.write(output, first: first, to: &writer)
                first = .paragraph
                beginChunk()
            }
            i = lines[i].isBlank ? i + 1 : block(at: i)
        }
        translated.write(output, first: first, to: &writer)
        self.text = Bytes(start: nil, count: 0)
    }

    private mutating func reset() {
        output.removeAll()
        directives.removeAll()
        items.removeAll(keepingCapacity: true)
        pendingMarkers = 0
        sectionEnd = -1
        searchedForTables = 0
        strayParameter = -1
        endedWithColon = false
    }

    /// Text is filled up to the width of its longest line; what is narrower than any text is set is not filled at all.
    private mutating func measure() {
        var widest = 0
        for line in lines { widest = max(widest, line.width) }
        filledWidth = widest < 36 ? 60 : min(60, widest)
    }

    /// cmark gets long texts in pieces, cut between blocks, so that its tree stays small.
    private mutating func beginChunk() {
        let section = sectionEnd >= 0 ? output.sections.last?.section : nil
        output.removeAll()
        items.removeAll(keepingCapacity: true)
        pendingMarkers = 0
        if let section { output.sections.append(CommonMark.SectionStart(line: 1, section: section)) }
    }

    /// Gives the first line the indentation of the others.
    private mutating func alignFirstLine() {
        guard let first = lines.first, !first.isBlank else { return }
        var indent = Int.max
        for line in lines.dropFirst() where !line.isBlank { indent = min(indent, line.indent) }
        if indent < Int.max { lines[0].indent = indent }
    }

    // MARK: - Blocks

    /// Translates the block that begins at line `i` and answers where it ends.
    private mutating func block(at i: Int) -> Int {
        if let title = headingTitle(at: i) {
            return heading(title, lines[title].start..<lines[title].end, end: title == i ? i + 2 : i + 3)
        }
        if let title = numberedTitle(at: i) { return heading(i, title, end: i + 1) }
        let first = text[lines[i].start]
        if first == UInt8(ascii: "."), let end = explicitMarkup(at: i) { return end }
        if first == UInt8(ascii: "+"), let end = gridTable(at: i) { return end }
        if first == UInt8(ascii: "="), let end = simpleTable(at: i) { return end }
        if first == UInt8(ascii: ":"), let end = field(at: i) { return end }
        if first == UInt8(ascii: "|"), lines[i].width > 1, text.has("| ", at: lines[i].start, limit: lines[i].end) {
            return lineBlock(at: i)
        }
        if text.has(">>> ", at: lines[i].start, limit: lines[i].end) { return literal(i..<blankLine(after: i)) }
        if isRule(i) { return i + 1 }
        if let marker = ListMarker(lines[i], in: text), begin(marker, at: i) { return i }
        if isKernelDoc, first == UInt8(ascii: "@"),
            let start = StrayParameter.textStart(text, lines, i, follows: followsStrayParameter(i))
        {
            return strayParameter(at: i, start)
        }
        closeItems(for: lines[i].indent)
        return paragraph(at: i)
    }

    /// A line without a letter or digit: a transition, an ornament.
    func isRule(_ i: Int) -> Bool {
        guard lines[i].end - lines[i].start >= 3, !text.has("::", at: lines[i].end - 2, limit: lines[i].end) else {
            return false
        }
        return text[lines[i].start..<lines[i].end].allSatisfy { $0.isPunctuation || $0.isBlank }
    }

    // MARK: - Output

    /// The blank line between two blocks.
    mutating func separate() {
        guard !output.bytes.isEmpty else { return }
        endLine(0)
    }

    /// What stands before the text of a line: the indentation of the open items, and the markers of new ones.
    mutating func prefix() {
        for _ in pendingMarkers..<max(items.count, pendingMarkers) { output.bytes.append(contentsOf: "  ") }
        for _ in 0..<pendingMarkers { output.bytes.append(contentsOf: "- ") }
        pendingMarkers = 0
    }

    mutating func endLine(_ number: Int32) {
        output.bytes.append(UInt8(ascii: "\n"))
        output.lines.append(number)
    }

    /// What follows, up to line `end`, belongs to a section of its own.
    mutating func beginSection(_ name: String, end: Int) {
        output.sections.append(CommonMark.SectionStart(line: output.lines.count + 1, section: name))
        sectionEnd = end
    }

    mutating func endSection() {
        output.sections.append(CommonMark.SectionStart(line: output.lines.count + 1, section: nil))
        sectionEnd = -1
    }

    mutating func record(_ directive: KernelDocDirective) { directives.append(directive) }
}
