/// Writes units into a `Prose`: folds white space, marks the lines, records the spans, and tells titles
/// from text.
///
/// A unit is begun, given its text in pieces with the line breaks between them, and ended. Bytes come as
/// cmark was given them (`StandIn`) and are turned back here.
struct ProseWriter: ~Copyable {
    /// Its bytes are added at the end.
    private var prose = Prose()
    private var bytes = ByteBuffer()

    /// What the units to come belong to.
    private var base = Prose.Block(kind: .markdown)
    /// The section that the text itself has opened with a title of its own ("Returns:").
    private var section: String?
    /// The block index of `base` with `section`, or -1 before its first unit.
    private var currentBlock = -1
    /// Whether headings are the block's title (whole files) or a section in it.
    private var headingsAreTitles = false

    private var unit = Prose.Unit(role: .paragraph, range: 0..<0, block: 0)
    private var unitSection: String?
    private var leadsToLiteral = false
    private var firstSpan = 0
    private var firstMark = 0
    private var openSpans: [Int] = []
    private var needsSpace = false
    private var pendingLine: Int32 = 0

    /// Begins a text that belongs to `block`.
    mutating func begin(_ block: consuming Prose.Block, headingsAreTitles: Bool = false) {
        base = block
        section = nil
        currentBlock = -1
        self.headingsAreTitles = headingsAreTitles
    }

    /// Begins another text on what the last block documents: on itself or on a member, or one of its sections.
    mutating func turn(to kind: Prose.Block.Kind, member: String? = nil, section: String? = nil) {
        base.kind = kind
        base.member = member
        base.section = section
        self.section = nil
        currentBlock = -1
    }

    /// Begins a unit. `section` is its own, where markup gave it one; `leadsToLiteral`: a literal block follows.
    mutating func beginUnit(
        _ role: Prose.Role, line: Int32, depth: Int = 0, parent: Int = -1, section: String? = nil,
        leadsToLiteral: Bool = false
    ) {
        let start = bytes.count
        unit = Prose.Unit(role: role, range: start..<start, block: 0, depth: depth, parent: parent)
        unitSection = section
        self.leadsToLiteral = leadsToLiteral
        firstSpan = prose.spans.count
        firstMark = prose.lineMarks.count
        needsSpace = false
        pendingLine = line
    }

    /// Text of the unit: white space is folded, stand-ins are turned back.
    mutating func append(_ text: Bytes) {
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte > 0x20, byte != 0x7F {
                let end = ProseWriter.wordsEnd(text, from: i)
                flush()
                appendWords(text, i..<end)
                i = end
            } else {
                if byte.isSpace {
                    needsSpace = bytes.count > unit.range.lowerBound
                } else {
                    appendStandIn(byte)
                }
                i += 1
            }
        }
    }

    /// Words as they stand, but for the apostrophes of word processors: one spelling of "can't" is enough for all who
    /// read what was written.
    @inline(__always)
    private mutating func appendWords(_ text: Bytes, _ range: Range<Int>) {
        var start = range.lowerBound
        var from = start
        while let mark = text.next(0xE2, in: from..<range.upperBound) {
            from = mark + 1
            guard mark > range.lowerBound, mark + 3 < range.upperBound, text[mark + 1] == 0x80, text[mark + 2] == 0x99,
                text[mark - 1].isLetter, text[mark + 3].isLetter
            else { continue }
            bytes.append(contentsOf: Bytes(rebasing: text[start..<mark]))
            bytes.append(UInt8(ascii: "'"))
            start = mark + 3
            from = start
        }
        bytes.append(contentsOf: Bytes(rebasing: text[start..<range.upperBound]))
    }

    /// The end of a run of words with single blanks between them, which are taken as they stand.
    @inline(__always)
    private static func wordsEnd(_ text: Bytes, from start: Int) -> Int {
        var i = start + 1
        // Eight bytes at once, as long as none of them can end the run; the last one is looked at again with the next.
        while i + 8 <= text.count {
            let ends = runEnds(text, i)
            guard ends == 0 else { return i + ends.trailingZeroBitCount / 8 }
            i += 7
        }
        while i < text.count {
            let byte = text[i]
            if byte > 0x20 {
                if byte == 0x7F { return i }
            } else if byte != 0x20 || i + 1 == text.count || text[i + 1] <= 0x20 {
                return i
            }
            i += 1
        }
        return i
    }

    /// The highest bit of each of the eight bytes at `start` that ends a run of words: one that is no blank and no
    /// printable character, or, but for the last, a blank with one of these or another blank behind it.
    @inline(__always)
    private static func runEnds(_ text: Bytes, _ start: Int) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highest = 0x80 &* ones
        let raw = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let bytes = UInt64(littleEndian: raw)
        // Of seven bits no sum carries over to the next byte.
        let ascii = bytes & ~highest
        let signs = ~(ascii &+ (0x80 - 0x20) &* ones) | (ascii &+ ones)
        let blanks = ~(ascii &+ (0x80 - 0x21) &* ones) & ~bytes & highest
        return signs & ~bytes & highest | blanks & blanks >> 8
    }

    /// Text of the unit as it stands, but for stand-ins: for literal blocks.
    mutating func appendVerbatim(_ text: Bytes) {
        flush()
        var i = 0
        while i < text.count {
            var end = i
            while end < text.count, text[end] >= 0x20 || text[end] == UInt8(ascii: "\t") { end += 1 }
            if end > i { bytes.append(contentsOf: Bytes(rebasing: text[i..<end])) }
            guard end < text.count else { return }
            let revealed = StandIn.reveal(text[end])
            if revealed >= 0x20 {
                bytes.append(revealed)
            } else {
                bytes.append(contentsOf: "\u{FFFD}")
            }
            i = end + 1
        }
    }

    /// The text goes on in the next line of a literal block.
    mutating func verbatimLineBreak(to line: Int32) {
        flush()
        bytes.append(UInt8(ascii: "\n"))
        pendingLine = line
    }

    /// The text goes on in another line of the source.
    mutating func lineBreak(to line: Int32) {
        needsSpace = bytes.count > unit.range.lowerBound
        pendingLine = line
    }

    /// What follows stands in another line, with nothing between.
    mutating func continueText(in line: Int32) { pendingLine = line }

    mutating func openSpan(_ kind: Prose.Span.Kind) {
        flush()
        openSpans.append(prose.spans.count)
        prose.spans.append(Prose.Span(kind: kind, range: bytes.count..<bytes.count))
    }

    mutating func closeSpan() {
        guard let index = openSpans.popLast() else { return }
        let start = prose.spans[index].range.lowerBound
        prose.spans[index].range = start..<max(start, bytes.count)
    }

    /// Ends the unit and answers its index, or nil when it said nothing.
    mutating func endUnit() -> Int? {
        while !openSpans.isEmpty { closeSpan() }
        if unit.role != .literal, bytes.count > unit.range.lowerBound, bytes.bytes.last == UInt8(ascii: " ") {
            // A span without text began behind it, perhaps in a line of its own.
            bytes.truncate(to: bytes.count - 1)
            while let last = prose.lineMarks.last, last.offset > bytes.count { prose.lineMarks.removeLast() }
            for i in firstSpan..<prose.spans.count {
                prose.spans[i].range = prose.spans[i].range.clamped(to: 0..<bytes.count)
            }
        }
        unit.range = unit.range.lowerBound..<bytes.count
        guard hasWords else {
            discard()
            return nil
        }
        switch unit.role {
        case .heading:
            open(bytes.bytes.string(unit.range))
        case .paragraph, .parameter:
            takeTitle()
        case .purpose, .listItem, .literal:
            break
        }
        guard !unit.range.isEmpty else { return nil }
        if unit.role != .literal {
            markCalls()
        }
        unit.block = blockIndex()
        prose.units.append(unit)
        return prose.units.count - 1
    }

    /// A unit of plain words, added as it stands in the source; `lines` are those of `text`'s lines.
    mutating func addPlain(_ text: Bytes, lines: LineNumbers, role: Prose.Role) {
        beginUnit(role, line: lines.first ?? 0)
        var start = 0
        var next = 0
        while let end = text.next(UInt8(ascii: "\n"), in: start..<text.count) {
            append(Bytes(rebasing: text[start..<end]))
            start = end + 1
            next += 1
            lineBreak(to: next < lines.count ? lines[next] : 0)
        }
        append(Bytes(rebasing: text[start...]))
        _ = endUnit()
    }

    mutating func finish() -> Prose {
        defer {
            prose = Prose()
            bytes.truncate(to: 0)
        }
        prose.bytes.append(contentsOf: bytes.bytes)
        return prose
    }

    /// Takes the memory of a finished prose for the next one.
    mutating func reuse(_ finished: inout Prose) {
        swap(&prose, &finished)
        prose.removeAll()
    }

    // MARK: -

    @inline(__always)
    private mutating func flush() {
        if needsSpace {
            bytes.append(UInt8(ascii: " "))
            needsSpace = false
        }
        if pendingLine != 0 {
            prose.lineMarks.append(Prose.LineMark(offset: bytes.count, line: Int(pendingLine)))
            pendingLine = 0
        }
    }

    private mutating func appendStandIn(_ byte: UInt8) {
        if let kind = StandIn.spanKind(byte) {
            openSpan(kind)
        } else if byte == StandIn.end {
            closeSpan()
        } else {
            flush()
            let revealed = StandIn.reveal(byte)
            if revealed > 0x20, revealed != 0x7F {
                bytes.append(revealed)
            } else {
                bytes.append(contentsOf: "\u{FFFD}")
            }
        }
    }

    /// Whether the unit holds a letter or a digit, and is not just an address in angle brackets.
    private var hasWords: Bool {
        let text = bytes.bytes[unit.range]
        if unit.role != .literal, text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") { return false }
        return text.contains { $0.isLetter || $0.isDigit || $0 >= 0x80 }
    }

    private mutating func discard() {
        bytes.truncate(to: unit.range.lowerBound)
        prose.spans.removeSubrange(firstSpan...)
        prose.lineMarks.removeSubrange(firstMark...)
    }

    /// A title is context: `Note: the text` leaves the text, `Returns:` alone becomes a heading.
    private mutating func takeTitle() {
        let lineEnd =
            prose.lineMarks.count > firstMark + 1 ? prose.lineMarks[firstMark + 1].offset : unit.range.upperBound
        guard
            let title = SectionTitle(in: bytes.bytes, unit.range, firstLineEnd: lineEnd)
        else { return }
        let name = bytes.bytes.string(title.name)
        if title.text.isEmpty {
            unit.role = .heading
            // "Interface:" before a prototype says what follows, not where a section begins.
            guard !leadsToLiteral else { return }
            section = name
            currentBlock = -1
        } else {
            if title.opensSection {
                section = name
                currentBlock = -1
            } else {
                unitSection = name
            }
            unit.range = title.text
            markStart()
        }
    }

    /// A line mark at the start of the unit, which has moved.
    private mutating func markStart() {
        let start = unit.range.lowerBound
        guard let index = prose.lineMarks[firstMark...].lastIndex(where: { $0.offset <= start }),
            prose.lineMarks[index].offset != start
        else { return }
        var mark = prose.lineMarks[index]
        mark.offset = start
        prose.lineMarks.insert(mark, at: index + 1)
    }

    private mutating func open(_ heading: String) {
        if headingsAreTitles {
            base.title = heading
            section = nil
        } else {
            section = heading
        }
        currentBlock = -1
    }

    private mutating func blockIndex() -> Int {
        if unitSection == nil, currentBlock >= 0 { return currentBlock }
        let index = prose.blocks.count
        prose.blocks.append(base)
        if let section = unitSection ?? section { prose.blocks[index].section = section }
        currentBlock = unitSection == nil ? index : -1
        return index
    }

    /// `name()` is a symbol, in every markup.
    private mutating func markCalls() {
        let range = unit.range
        // Most units have no parenthesis at all.
        if bytes.bytes.next(UInt8(ascii: "("), in: range) != nil { markCalls(in: range) }
    }

    private mutating func markCalls(in range: Range<Int>) {
        var calls: [Prose.Span] = []
        let text = bytes.bytes
        var from = range.lowerBound
        while let open = text.next(UInt8(ascii: "("), in: from..<range.upperBound) {
            if let call = call(text, open) { calls.append(Prose.Span(kind: .symbol, range: call)) }
            from = open + 1
        }
        guard !calls.isEmpty else { return }
        // Those that markup has marked already are left as they are.
        let known = prose.spans[firstSpan...].filter { $0.kind == .symbol }
        var nextKnown = 0
        calls.removeAll { call in
            while nextKnown < known.count, known[nextKnown].range.upperBound <= call.range.lowerBound { nextKnown += 1 }
            return nextKnown < known.count && known[nextKnown].range.lowerBound < call.range.upperBound
        }
        guard !calls.isEmpty else { return }
        prose.spans += calls
        prose.spans[firstSpan...].sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The name of the call whose parentheses open there.
    private func call(_ text: Bytes, _ open: Int) -> Range<Int>? {
        guard open + 1 < unit.range.upperBound, text[open + 1] == UInt8(ascii: ")") else { return nil }
        var start = open
        while start > unit.range.lowerBound, text[start - 1].isWord { start -= 1 }
        return start < open && !text[start].isDigit ? start..<open : nil
    }
}
