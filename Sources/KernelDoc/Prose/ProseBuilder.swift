/// Makes the prose of one document out of its items, or out of a whole file.
///
/// Made once and used for many documents, it keeps its buffers.
public struct ProseBuilder {
    private var writer = ProseWriter()
    private var comments = ReSTTranslator(isKernelDoc: true)
    private var texts = ReSTTranslator(isKernelDoc: false)

    public init() {}

    /// What all `items` say, in source order.
    public mutating func prose(of items: [Item]) -> Prose {
        for item in items { add(item) }
        return writer.finish()
    }

    /// What a Markdown file says.
    public mutating func prose(ofMarkdown text: [UInt8]) -> Prose {
        add(markdown: text, title: nil, firstLine: 1)
        return writer.finish()
    }

    /// What a reST or plain text file says, and the directives in it that ask for kernel-doc comments.
    public mutating func prose(ofReST text: [UInt8]) -> (prose: Prose, directives: [KernelDocDirective]) {
        let directives = add(reST: text, title: nil, firstLine: 1)
        return (writer.finish(), directives)
    }

    /// Adds a Markdown text, or a piece of one, whose first line is `firstLine`; `title` is that of the section that
    /// it begins in.
    mutating func add(markdown text: [UInt8], title: String?, firstLine: Int) {
        writer.begin(Prose.Block(kind: .markdown, title: title), headingsAreTitles: true)
        MarkdownText.write(text, firstLine: firstLine, to: &writer)
    }

    /// Adds a reST text, or a piece of one.
    @discardableResult
    mutating func add(reST text: [UInt8], title: String?, firstLine: Int) -> [KernelDocDirective] {
        writer.begin(Prose.Block(kind: .markdown, title: title), headingsAreTitles: true)
        text.withUnsafeBufferPointer { texts.write($0, firstLine: firstLine, to: &writer) }
        return texts.directives
    }

    /// All that was added.
    mutating func finish() -> Prose { writer.finish() }

    /// Makes the next prose in the memory of one that is no longer needed.
    mutating func reuse(_ finished: inout Prose) { writer.reuse(&finished) }

    // MARK: -

    private enum Piece {
        case parameter(Int)
        case excess(Int)
        case section(Int)
    }

    /// What an item says, with the lines.
    private var pieces: [(line: Int, piece: Piece)] = []

    private mutating func add(_ item: Item) {
        let kind = Prose.Block.Kind(item.kind)
        // A piece of a file may not show whose comment it is; its name is empty then.
        let name = item.name.isEmpty ? nil : item.name
        let isDoc = item.kind == .doc
        writer.begin(Prose.Block(kind: kind, title: isDoc ? name : nil, symbol: isDoc ? nil : name))
        add(item.purpose, .purpose, isHanging: true)
        pieces.removeAll(keepingCapacity: true)
        for index in item.parameters.indices where !item.parameters[index].text.isEmpty {
            pieces.append((item.parameters[index].line, .parameter(index)))
        }
        for index in item.sections.indices { pieces.append((item.sections[index].line, .section(index))) }
        for index in item.excess.indices { pieces.append((item.excess[index].line, .excess(index))) }
        let isSorted = zip(pieces, pieces.dropFirst()).allSatisfy { $0.line <= $1.line }
        if !isSorted { pieces.sort { $0.line < $1.line } }
        for (_, piece) in pieces {
            switch piece {
            case .parameter(let index): add(item.parameters[index], kind)
            case .excess(let index): add(item.excess[index], kind)
            case .section(let index):
                let section = item.sections[index]
                let isText =
                    section.title == item.name
                    || section.title.utf8.count == 11
                        && section.title.utf8.elementsEqual("description".utf8) { $0.lowercased == $1 }
                writer.turn(to: kind, section: isText ? nil : section.title)
                add(
                    section.text, .paragraph, isHanging: !isText,
                    listsResults: !isText && SectionTitle.namesResults(section.title))
            }
        }
    }

    private mutating func add(_ parameter: borrowing Item.Parameter, _ kind: Prose.Block.Kind) {
        let isMember = kind == .struct || kind == .union
        writer.turn(to: isMember ? .member : kind, member: parameter.name.isEmpty ? nil : parameter.name)
        add(parameter.text, .parameter, isHanging: true)
    }

    private mutating func add(_ text: DocText, _ role: Prose.Role, isHanging: Bool, listsResults: Bool = false) {
        guard !text.isEmpty else { return }
        text.bytes.withUnsafeBufferPointer { bytes in
            if ProseBuilder.isPlain(bytes), !listsResults || text.lines.count < 2 {
                writer.addPlain(bytes, lines: text.lines[...], role: role)
            } else {
                comments.write(
                    bytes, numbers: text.lines, first: role, isHanging: isHanging, listsResults: listsResults,
                    to: &writer)
            }
        }
    }

    /// Whether the text is provably one paragraph without any markup: the greater part of what comments say.
    private static func isPlain(_ text: Bytes) -> Bool {
        var isLineStart = true
        var hasBreak = false
        // A dash or an equals sign between blanks may part a value from its meaning, where each has its own line.
        var hasSeparator = false
        var i = 0
        while i < text.count {
            let byte = text[i]
            i += 1
            if byte.isLetter {
                // Most of a text is words.
                isLineStart = false
                i = text.wordsEnd(from: i, limit: text.count)
                continue
            }
            switch byte {
            case UInt8(ascii: "\n"):
                if isLineStart { return false }
                isLineStart = true
                hasBreak = true
            case UInt8(ascii: " "):
                break
            case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "@"),
                UInt8(ascii: "\\"), UInt8(ascii: ":"), 0..<0x20, 0x7F:
                return false
            default:
                if isLineStart, byte != UInt8(ascii: "("), byte < 0x80 { return false }
                isLineStart = false
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "="), text[i - 2] == UInt8(ascii: " ") {
                    hasSeparator = true
                }
            }
        }
        return !(hasBreak && (hasSeparator || text.last == UInt8(ascii: ";")))
    }
}
