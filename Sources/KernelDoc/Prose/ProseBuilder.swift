/// Makes the prose of one document out of its items, or out of a whole file.
///
/// Made once and used for many documents, it keeps its buffers.
public struct ProseBuilder: ~Copyable {
    private var writer = ProseWriter()
    private var comments = ReSTTranslator(isKernelDoc: true)
    private var texts = ReSTTranslator(isKernelDoc: false)

    public init() {}

    /// What all `items` say, in source order.
    public mutating func prose(of items: [Item]) -> Prose {
        var remarks = Remarks()
        for item in items { remarks.add(item) }
        return prose(of: remarks)
    }

    /// What the comments of one file say.
    mutating func prose(of remarks: borrowing Remarks) -> Prose {
        let bytes = remarks.texts.buffer.bytes
        remarks.texts.numbers.withUnsafeBufferPointer { lines in
            remarks.remarks.withUnsafeBufferPointer { all in
                for subject in remarks.subjects { add(subject, all, bytes, lines) }
            }
        }
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

    private mutating func add(
        _ subject: Remarks.Subject, _ remarks: UnsafeBufferPointer<Remarks.Remark>, _ bytes: Bytes,
        _ lines: LineNumbers
    ) {
        let kind = Prose.Block.Kind(subject.kind)
        // A piece of a file may not show whose comment it is; its name is empty then.
        let name = subject.name.isEmpty ? nil : subject.name
        let isDoc = subject.kind == .doc
        let isStructure = kind == .struct || kind == .union
        writer.begin(Prose.Block(kind: kind, title: isDoc ? name : nil, symbol: isDoc ? nil : name))
        add(subject.purpose, bytes, lines, .purpose, isHanging: true)
        for index in subject.remarks {
            let name = remarks[index].name
            let text = remarks[index].text
            switch remarks[index].kind {
            case .parameter:
                writer.turn(to: isStructure ? .member : kind, member: name.isEmpty ? nil : name)
                add(text, bytes, lines, .parameter, isHanging: true)
            case .section:
                let isText = ProseBuilder.isDescription(name) || name == subject.name
                writer.turn(to: kind, section: isText ? nil : name)
                add(
                    text, bytes, lines, .paragraph, isHanging: !isText,
                    listsResults: !isText && SectionTitle.namesResults(name))
            }
        }
    }

    private static func isDescription(_ title: String) -> Bool {
        // So the reader names it, however it is written; the title of a DOC section is as it is.
        if title == CommentEntry.description { return true }
        return title.utf8.count == 11 && title.utf8.elementsEqual("description".utf8) { $0.lowercased == $1 }
    }

    private mutating func add(
        _ text: GatheredText, _ bytes: Bytes, _ lines: LineNumbers, _ role: Prose.Role, isHanging: Bool,
        listsResults: Bool = false
    ) {
        guard !text.isEmpty else { return }
        let bytes = Bytes(rebasing: bytes[text.bytes])
        let lines = LineNumbers(rebasing: lines[text.lines])
        if ProseBuilder.isPlain(bytes), !listsResults || lines.count < 2 {
            writer.addPlain(bytes, lines: lines, role: role)
        } else {
            comments.write(
                bytes, numbers: lines, first: role, isHanging: isHanging, listsResults: listsResults, to: &writer)
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
