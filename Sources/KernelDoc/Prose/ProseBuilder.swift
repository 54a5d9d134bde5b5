/// Makes the prose of one document out of its items, or out of a whole file.
///
/// Made once and used for many documents, it keeps its buffers.
public struct ProseBuilder {
    private var writer = ProseWriter()
    private var comments = ReSTTranslator(isKernelDoc: true)

    public init() {}

    /// What all `items` say, in source order.
    public mutating func prose(of items: [Item]) -> Prose {
        for item in items { add(item) }
        return writer.finish()
    }

    /// What a Markdown file says.
    public mutating func prose(ofMarkdown text: [UInt8]) -> Prose {
        var source = CommonMark()
        source.bytes = MarkdownText.prepared(text)
        writer.begin(Prose.Block(kind: .markdown), headingsAreTitles: true)
        source.write(to: &writer)
        return writer.finish()
    }

    /// What a reST or plain text file says, and the directives in it that ask for kernel-doc comments.
    ///
    /// `title` is that of the section that the text begins in, where it is only a part.
    public mutating func prose(
        ofReST text: [UInt8], title: String? = nil
    ) -> (prose: Prose, directives: [KernelDocDirective]) {
        var translator = ReSTTranslator(isKernelDoc: false)
        text.withUnsafeBufferPointer { translator.translate($0, numbers: []) }
        writer.begin(Prose.Block(kind: .markdown, title: title), headingsAreTitles: true)
        translator.output.write(to: &writer)
        return (writer.finish(), translator.directives)
    }

    // MARK: -

    private enum Piece {
        case parameter(Int)
        case section(Int)
    }

    private mutating func add(_ item: Item) {
        guard let kind = Prose.Block.Kind(rawValue: item.kind.rawValue) else { return }
        if item.kind == .doc {
            for section in item.sections {
                let name = section.title == item.name ? nil : section.title
                add(section.text, .paragraph, Prose.Block(kind: kind, title: item.name, section: name))
            }
            return
        }
        add(item.purpose, .purpose, Prose.Block(kind: kind, symbol: item.name))
        var pieces = item.parameters.indices.map { (line: item.parameters[$0].line, piece: Piece.parameter($0)) }
        pieces += item.sections.indices.map { (line: item.sections[$0].line, piece: Piece.section($0)) }
        let isSorted = zip(pieces, pieces.dropFirst()).allSatisfy { $0.line <= $1.line }
        if !isSorted { pieces.sort { $0.line < $1.line } }
        for (_, piece) in pieces {
            switch piece {
            case .parameter(let index):
                let parameter = item.parameters[index]
                let isMember = item.kind == .struct || item.kind == .union
                add(
                    parameter.text, .parameter,
                    Prose.Block(kind: isMember ? .member : kind, symbol: item.name, member: parameter.name))
            case .section(let index):
                let section = item.sections[index]
                let isDescription = section.title.lowercased() == "description"
                add(
                    section.text, .paragraph,
                    Prose.Block(kind: kind, symbol: item.name, section: isDescription ? nil : section.title))
            }
        }
    }

    private mutating func add(_ text: DocText, _ role: Prose.Role, _ block: Prose.Block) {
        guard !text.isEmpty else { return }
        writer.begin(block)
        text.bytes.withUnsafeBufferPointer { bytes in
            if ProseBuilder.isPlain(bytes) {
                writer.addPlain(bytes, lines: text.lines[...], role: role)
            } else {
                comments.translate(bytes, numbers: text.lines, isHanging: role != .paragraph || block.section != nil)
                comments.output.write(to: &writer, first: role)
            }
        }
    }

    /// Whether the text is provably one paragraph without any markup: the greater part of what comments say.
    private static func isPlain(_ text: Bytes) -> Bool {
        var isLineStart = true
        for byte in text {
            switch byte {
            case UInt8(ascii: "\n"):
                if isLineStart { return false }
                isLineStart = true
            case UInt8(ascii: " "):
                break
            case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "@"),
                UInt8(ascii: "\\"), UInt8(ascii: ":"), 0..<0x20, 0x7F:
                return false
            default:
                if isLineStart, !byte.isLetter, byte != UInt8(ascii: "("), byte < 0x80 { return false }
                isLineStart = false
            }
        }
        return true
    }
}
