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
    private var items: [OpenItem] = []
    /// How many of them have not been written yet: their markers come with their first line.
    private var pendingMarkers = 0
    /// The line (index) at which the section that a directive or field opened ends, or -1.
    private var sectionEnd = -1
    /// Whether the last block ended with a colon, so that a prototype may follow.
    private(set) var endedWithColon = false
    /// Up to which column a line break was made on purpose, when the next word would have fitted before it.
    private var filledWidth = 0
    /// The whole text is on what is returned.
    private var listsResults = false
    /// The last line that was a parameter without its colon, or -1.
    private var strayParameter = -1
    /// Before this line no table with a lower border begins.
    var searchedForTables = 0

    private struct OpenItem {
        var markerIndent: Int
        var kind: ListMarker.Kind?
    }

    /// CommonMark text longer than this is handed to cmark before more is made, in bytes.
    private static let chunk = 1 << 18
    /// A paragraph longer than this holds no markup that a person wrote, in bytes.
    private static let longestParagraph = 1 << 18
    /// Lists nested deeper are read as text: nobody writes them.
    private static let deepest = 8

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

    private mutating func heading(_ title: Int, _ words: Range<Int>, end: Int) -> Int {
        items.removeAll(keepingCapacity: true)
        pendingMarkers = 0
        if sectionEnd >= 0 { endSection() }
        separate()
        output.bytes.append(contentsOf: "# ")
        inline.reset()
        inline.translate(text, words, limit: words.upperBound, into: &output.bytes)
        endLine(lines[title].number)
        endedWithColon = false
        return end
    }

    /// A line without a letter or digit: a transition, an ornament.
    func isRule(_ i: Int) -> Bool {
        guard lines[i].end - lines[i].start >= 3, !text.has("::", at: lines[i].end - 2, limit: lines[i].end) else {
            return false
        }
        return text[lines[i].start..<lines[i].end].allSatisfy { $0.isPunctuation || $0.isBlank }
    }

    /// Opens a list item and leaves the rest of the line to be read; false when it is none.
    private mutating func begin(_ marker: ListMarker, at i: Int) -> Bool {
        let indent = lines[i].indent
        while let last = items.last, last.markerIndent > indent { closeItem() }
        if let last = items.last, last.markerIndent == indent, last.kind != nil { closeItem() }
        guard items.count < ReSTTranslator.deepest else { return false }
        items.append(OpenItem(markerIndent: indent, kind: marker.kind))
        pendingMarkers += 1
        lines[i].indent += marker.contentStart - lines[i].start
        lines[i].start = marker.contentStart
        return true
    }

    /// Opens an item without a marker; false when it lies too deep.
    mutating func beginItem(at indent: Int) -> Bool {
        closeItems(for: indent)
        guard items.count < ReSTTranslator.deepest else { return false }
        items.append(OpenItem(markerIndent: indent, kind: nil))
        pendingMarkers += 1
        return true
    }

    mutating func closeItem() {
        items.removeLast()
        pendingMarkers = min(pendingMarkers, items.count)
    }

    /// Whether a numbered line at `indent` lies in an item of a list, or is the next one of a numbered list.
    func goesOn(withItem number: Int, at indent: Int) -> Bool {
        items.contains { $0.markerIndent < indent || $0.markerIndent == indent && $0.kind == .number && number != 1 }
    }

    mutating func closeItems(for indent: Int) {
        while let last = items.last, last.markerIndent >= indent { closeItem() }
    }

    // MARK: - Paragraphs

    private mutating func paragraph(at first: Int) -> Int {
        if endedWithColon, CodeShape.beginsPrototype(text, lines[first]) {
            let end = prototypes(from: first)
            if end > first { return literal(first..<end) }
        }
        let end = paragraphEnd(from: first)
        let indent = lines[first..<end].lazy.map(\.indent).min() ?? 0
        var items = ValueLines(text, lines[first..<end], filledTo: filledWidth)?.items ?? []
        if listsResults || followsResultTitle(first), let results = ResultLines.items(text, lines[first..<end]),
            results.count > items.count
        {
            items = results
        }
        if !items.isEmpty {
            for item in items { addItem(item, indent: indent) }
            endedWithColon = false
            return end
        }
        if isUnmarkedCode(first, end) { return literal(first..<end) }
        if let term = definitionTerm(first, end) {
            if isSentence(term: term), openDefinition(term) { return first + 1 }
            addDefinition(term, first + 1..<end)
        } else {
            add(first..<end)
        }
        if endsWithLiteralMark(lines[end - 1]), let body = literalBody(from: end, base: indent) {
            return literal(body)
        }
        endedWithColon = text[lines[end - 1].end - 1] == UInt8(ascii: ":")
        return end
    }

    private func followsStrayParameter(_ i: Int) -> Bool { strayParameter >= 0 && strayParameter == i - 1 }

    /// A parameter without its colon is an item of its own, without its name.
    private mutating func strayParameter(at i: Int, _ start: Int) -> Int {
        lines[i].start = start
        strayParameter = i
        let end = paragraphEnd(from: i)
        addItem(i..<end, indent: lines[i].indent)
        endedWithColon = false
        return end
    }

    /// Where the paragraph ends: at a blank line, or where something else begins.
    private func paragraphEnd(from first: Int) -> Int {
        if isTitleLine(first) { return first + 1 }
        var i = first + 1
        while i < lines.count, !lines[i].isBlank, !interrupts(i, first: first) { i += 1 }
        return i
    }

    private func interrupts(_ i: Int, first: Int) -> Bool {
        let previous = lines[i - 1]
        if i == first + 1, SectionTitle.isResultTitle(text, previous.start..<previous.end) { return true }
        if lines[i].end - lines[i].start <= 7, isKernelDoc, isResultTitleInCapitals(i) { return true }
        let last = text[previous.end - 1]
        // A line that ends in a colon leads into the next, but for a term above what it means; a brace goes on with it.
        if last == UInt8(ascii: ":"), text[lines[i].start] != UInt8(ascii: "{") {
            return i > first + 1 || lines[i].indent <= previous.indent || !isTerm(first)
        }
        let byte = text[lines[i].start]
        if headingTitle(at: i) == i { return true }
        if byte == UInt8(ascii: "."), text.has(".. ", at: lines[i].start, limit: lines[i].end) { return true }
        if byte == UInt8(ascii: "+"), isGridBorder(i) { return true }
        let endsSentence =
            last.isPunctuation && last != UInt8(ascii: ",") && last != UInt8(ascii: "-")
            && last != UInt8(ascii: "(") && last != UInt8(ascii: "/") && last != UInt8(ascii: "`")
        if isKernelDoc, byte == UInt8(ascii: "@"),
            StrayParameter.textStart(
                text, lines, i, follows: followsStrayParameter(i), interrupts: !endsSentence) != nil
        {
            return true
        }
        if endsSentence, isTitleLine(i) { return true }
        if ValueLines.begins(at: i, text, lines, filledTo: filledWidth) { return true }
        // A definition ends where its term began.
        if lines[i].indent < lines[first].indent, let item = items.last, item.kind == nil,
            lines[i].indent <= item.markerIndent
        {
            return true
        }
        if i > first + 1, lines[i].indent == lines[first].indent, lines[first + 1].indent > lines[first].indent,
            i + 1 < lines.count, !lines[i + 1].isBlank, lines[i + 1].indent > lines[i].indent, isTerm(i)
        {
            return true
        }
        return marker(at: i, interrupts: previous, endsSentence: endsSentence)
    }

    /// Whether `Return codes:` or the like stands on a line of its own above line `i`, or `Returns one of:`.
    private func followsResultTitle(_ i: Int) -> Bool {
        guard let above = lines[..<i].last(where: { !$0.isBlank }) else { return false }
        var end = above.end
        if text[end - 1] == UInt8(ascii: ":"),
            text.has("Return ", at: above.start, limit: end) || text.has("Returns ", at: above.start, limit: end)
        {
            return true
        }
        while end > above.start, text[end - 1] == UInt8(ascii: ":") { end -= 1 }
        return SectionTitle.isResultTitle(text, above.start..<end)
    }

    /// `RETURNS` on a line of its own.
    private func isResultTitleInCapitals(_ i: Int) -> Bool {
        let line = lines[i].start..<lines[i].end
        return text[line.upperBound - 1].isUppercase && SectionTitle.isResultTitle(text, line)
    }

    /// Whether a list item begins at `i`, or just a line of the paragraph with a dash or a number in front.
    private func marker(at i: Int, interrupts previous: TextLine, endsSentence: Bool) -> Bool {
        guard let marker = ListMarker(lines[i], in: text), marker.contentStart < lines[i].end else { return false }
        if let item = items.last(where: { $0.markerIndent <= lines[i].indent }), item.markerIndent == lines[i].indent,
            item.kind == marker.kind
        {
            return true
        }
        if hasSibling(marker, of: i) { return true }
        if marker.kind == .number || marker.kind == .letter, marker.ordinal > 1, !endsSentence { return false }
        if endsSentence { return true }
        // The line was broken on purpose when the marker and its first word would have fitted before the break.
        var wordEnd = marker.contentStart
        while wordEnd < lines[i].end, !text[wordEnd].isBlank { wordEnd += 1 }
        return previous.width + 1 + wordEnd - lines[i].start <= filledWidth
    }

    /// Whether a later line of the paragraph goes on with the list that `marker` would begin at line `i`.
    private func hasSibling(_ marker: ListMarker, of i: Int) -> Bool {
        for next in lines[i + 1..<min(lines.count, i + 16)] {
            if next.isBlank { return false }
            guard next.indent == lines[i].indent, let sibling = ListMarker(next, in: text), sibling.kind == marker.kind
            else { continue }
            return marker.ordinal == 0 || marker.ordinal == 1 && sibling.ordinal == 2
        }
        return false
    }

    /// `References:` on a line of its own.
    private func isTitleLine(_ i: Int) -> Bool {
        let line = lines[i]
        guard line.end - line.start <= 42, text[line.end - 1] == UInt8(ascii: ":"), text[line.start].isLetter else {
            return false
        }
        var end = line.end - 1
        if end > line.start, text[end - 1] == UInt8(ascii: ":") { end -= 1 }
        return SectionTitle.standsAlone(text, line.start..<end)
    }

    /// The lines of a paragraph that is code by its look, though nothing marks it.
    private func isUnmarkedCode(_ first: Int, _ end: Int) -> Bool {
        if CodeShape.isPlainlyCode(text, lines[first..<end]) || CodeShape.isDrawing(text, lines[first..<end]) {
            return true
        }
        guard lines[first].indent >= 2, first > 0, lines[first - 1].isBlank || endedWithColon else { return false }
        return CodeShape.isCode(text, lines[first..<end])
    }

    /// Writes lines as a paragraph.
    mutating func add(_ range: Range<Int>) {
        guard let last = range.last else { return }
        separate()
        inline.reset(isPlain: lines[last].end - lines[range.lowerBound].start > ReSTTranslator.longestParagraph)
        for i in range {
            var end = lines[i].end
            if i == last, endsWithLiteralMark(lines[i]) { end -= 1 }
            addLine(lines[i].start..<end, limit: lines[last].end, number: lines[i].number)
        }
    }

    /// Writes one line of a paragraph; what turns out to be markup only is left out.
    mutating func addLine(_ range: Range<Int>, limit: Int, number: Int32) {
        let mark = output.bytes.count
        let pending = pendingMarkers
        prefix()
        let content = output.bytes.count
        inline.translate(text, range, limit: limit, into: &output.bytes)
        if output.bytes.count == content {
            output.bytes.truncate(to: mark)
            pendingMarkers = pending
        } else {
            endLine(number)
        }
    }

    private mutating func addItem(_ range: Range<Int>, indent: Int) {
        guard beginItem(at: indent) else { return add(range) }
        add(range)
        closeItem()
    }

    // MARK: - Definitions

    /// Whether line `first` is a term and the deeper ones behind it what it means.
    private func definitionTerm(_ first: Int, _ end: Int) -> Int? {
        guard end > first + 1, lines[first + 1].indent > lines[first].indent, isTerm(first),
            lines[first + 1..<end].allSatisfy({ $0.indent > lines[first].indent })
        else { return nil }
        return first
    }

    /// In a book a short line above deeper ones is a term, and a sentence of its own; in comments, and behind the marker
    /// of a list, people indent as they like.
    private var definesByIndentation: Bool { !isKernelDoc && pendingMarkers == 0 }

    /// A short line that is a name or a value, or wholly marked up.
    private func isTerm(_ i: Int) -> Bool {
        let line = lines[i]
        guard line.end - line.start <= (definesByIndentation ? 60 : 48) else { return false }
        let first = text[line.start]
        let last = text[line.end - 1]
        guard last != UInt8(ascii: "."), last != UInt8(ascii: ","), last != UInt8(ascii: ";"),
            !endsWithLiteralMark(line)
        else { return false }
        let blanks = text[line.start..<line.end].count { $0.isBlank }
        let isMarked =
            first == UInt8(ascii: "%") || first == UInt8(ascii: "@") || first == UInt8(ascii: "&")
            || first == UInt8(ascii: "`") || first == UInt8(ascii: "*") || first == UInt8(ascii: "-")
        if isMarked || blanks == 0 { return blanks <= 2 }
        // "force: bool" behind the marker of a list
        let hasType =
            !isKernelDoc && blanks == 1
            && text.next(UInt8(ascii: ":"), in: line.start..<line.end - 1).map { text[$0 + 1].isBlank } == true
        return hasType || definesByIndentation && blanks <= 8
    }

    /// In a book, and with a colon of its own, the term is a sentence; else it leads into what it means.
    private func isSentence(term: Int) -> Bool {
        !isKernelDoc || text[lines[term].end - 1] == UInt8(ascii: ":")
    }

    /// Writes the term as an item, which the deeper lines behind it are blocks of; false when it lies too deep.
    private mutating func openDefinition(_ term: Int) -> Bool {
        guard beginItem(at: lines[term].indent) else { return false }
        separate()
        prefix()
        addTerm(term)
        endLine(lines[term].number)
        endedWithColon = false
        return true
    }

    private mutating func addTerm(_ term: Int) {
        inline.reset()
        inline.translate(text, lines[term].start..<lines[term].end, limit: lines[term].end, into: &output.bytes)
    }

    private mutating func addDefinition(_ term: Int, _ body: Range<Int>) {
        guard beginItem(at: lines[term].indent) else { return add(term..<body.upperBound) }
        separate()
        prefix()
        addTerm(term)
        if text[lines[term].end - 1] != UInt8(ascii: ":") { output.bytes.append(UInt8(ascii: ":")) }
        endLine(lines[term].number)
        inline.reset()
        for i in body {
            var end = lines[i].end
            if i == body.upperBound - 1, endsWithLiteralMark(lines[i]) { end -= 1 }
            addLine(lines[i].start..<end, limit: lines[body.upperBound - 1].end, number: lines[i].number)
        }
    }

    // MARK: - Literal blocks

    func endsWithLiteralMark(_ line: TextLine) -> Bool {
        text.has("::", at: line.end - 2, limit: line.end) && line.end - line.start >= 2
    }

    private func blankLine(after i: Int) -> Int {
        lines[i...].firstIndex(where: \.isBlank) ?? lines.count
    }

    /// What stands behind a `::`: deeper lines, or, where the indentation is lost, the lines up to a blank one.
    private func literalBody(from start: Int, base: Int) -> Range<Int>? {
        guard let first = lines[start...].firstIndex(where: { !$0.isBlank }) else { return nil }
        if lines[first].indent > base {
            var end = first
            var i = first
            while i < lines.count, lines[i].isBlank || lines[i].indent > base {
                if !lines[i].isBlank { end = i + 1 }
                i += 1
            }
            return first..<end
        }
        if first == start { return first..<blankLine(after: first) }
        let end = blankLine(after: first)
        let isCode =
            CodeShape.prototypeLength(text, lines, from: first) > 0 || CodeShape.isCode(text, lines[first..<end])
        return isCode ? first..<end : nil
    }

    /// The end of the prototypes that begin at `first`.
    private func prototypes(from first: Int) -> Int {
        var i = first
        while true {
            let length = CodeShape.prototypeLength(text, lines, from: i)
            guard length > 0 else { return i }
            i += length
        }
    }

    /// Writes lines as they stand, and answers where they end.
    mutating func literal(_ range: Range<Int>) -> Int {
        separate()
        prefix()
        output.bytes.append(contentsOf: "```")
        endLine(lines[range.lowerBound].number)
        let margin = lines[range].lazy.filter { !$0.isBlank }.map(\.indent).min() ?? 0
        for line in lines[range] {
            prefix()
            for _ in 0..<min(256, max(0, line.indent - margin)) { output.bytes.append(UInt8(ascii: " ")) }
            var i = line.start
            while i < line.end {
                var end = i
                while end < line.end, StandIn.isPlain(text[end]) { end += 1 }
                if end > i { output.bytes.append(contentsOf: Bytes(rebasing: text[i..<end])) }
                guard end < line.end else { break }
                // A comment cannot hold a star and a slash: `\*` is how it is written there.
                if text.has("\\*", at: end, limit: line.end) { end += 1 }
                output.bytes.append(StandIn.hide(text[end]))
                i = end + 1
            }
            endLine(line.number)
        }
        prefix()
        output.bytes.append(contentsOf: "```")
        endLine(lines[range.upperBound - 1].number)
        endedWithColon = false
        return range.upperBound
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

    private mutating func endSection() {
        output.sections.append(CommonMark.SectionStart(line: output.lines.count + 1, section: nil))
        sectionEnd = -1
    }

    mutating func record(_ directive: KernelDocDirective) { directives.append(directive) }
}
