/// Goes through C text line by line, as kernel-doc does, and makes items of its comments.
struct CommentMachine: ~Copyable {
    enum State {
        /// Between kernel-doc comments.
        case code
        /// Behind `/**`: the next line names what is documented.
        case name
        /// In the purpose, which can go on for some lines.
        case purpose
        /// In a section that blank lines do not end.
        case body
        /// In a section that a blank line ends.
        case section
        case doc
        /// Behind the comment: in the declaration.
        case declaration
        /// Behind a `/**` inside of the declaration.
        case inlineName
        case inlineText
    }

    var state = State.code
    var items: [Item] = []
    var diagnostics: DiagnosticCollector
    var entry = CommentEntry(line: 0)
    private var indentation: Int?
    /// Lines of the declaration that end in a backslash, and where they began.
    var continued: [UInt8] = []
    var continuedLine = 0

    /// True when the text is a piece of a file.
    var isFragment = false

    let detail: CReader.Detail

    init(file: String, _ detail: CReader.Detail) {
        self.detail = detail
        diagnostics = DiagnosticCollector(file: file, wordsWarnings: detail == .full)
    }

    /// False where only a `/**` at the start of a line can be of interest.
    var isReading: Bool { state != .code }

    mutating func read(_ bytes: CText, line number: Int) {
        let line = CommentLine(bytes)
        switch state {
        case .declaration: readDeclarationLine(bytes, number)
        case .body: readBody(line, number)
        case .section: readSection(line, number)
        case .purpose: readPurpose(line, number)
        case .name: readName(line, number)
        case .doc: readDoc(line, number)
        case .inlineName: readInlineName(line, number)
        case .inlineText: readInlineText(line, number)
        case .code:
            if isFragment {
                readFragmentCode(line, number)
            } else if line.opens(indented: false) {
                open(number)
            }
        }
    }

    mutating func open(_ number: Int) {
        restart(line: number)
        state = .name
        continued.removeAll(keepingCapacity: true)
    }

    mutating func restart(line: Int) {
        // An item has texts of its own; what is only counted keeps them where they lie.
        if detail == .full { entry.remarks.removeAll() }
        entry.restart(line: line)
    }

    /// The end of the text: says which comment was left open.
    mutating func finish() {
        if isFragment { return finishPartial() }
        switch state {
        case .name, .purpose, .body, .section, .doc, .inlineName, .inlineText: reportOpenComment()
        case .code, .declaration: break
        }
        state = .code
    }

    mutating func reportOpenComment() {
        diagnostics.add(
            .error, line: entry.line, "this comment is never closed", advice: "close it with */ before the declaration")
    }

    /// A second `/**` at the start of a line means that the comment before was never closed.
    private mutating func reopens(_ line: CommentLine, _ number: Int) -> Bool {
        guard line.opens(indented: false) else { return false }
        if isFragment { finishPartial() } else { reportOpenComment() }
        open(number)
        return true
    }

    // MARK: The comment

    private mutating func readName(_ line: CommentLine, _ number: Int) {
        if let title = line.docTitle {
            entry.kind = .doc
            entry.name = title.isEmpty ? "Introduction" : line.bytes.string(line.bytes.trimmed(title))
            entry.begin(.section(entry.name), line: number)
            state = .doc
        } else if line.hasIdentifier {
            readDeclarator(line, number)
        } else if isFragment, line.inlineMember != nil {
            beginBody(.struct, nil, number)
            readInlineName(line, number)
        } else if line.closes {
            diagnostics.add(.warning, line: entry.line, "this comment does not name what it documents")
            state = .code
        }
    }

    private mutating func readDeclarator(_ line: CommentLine, _ number: Int) {
        if let data = line.dataName {
            entry.kind = data.kind
            entry.name = line.bytes.string(data.name)
        } else if let name = line.functionName {
            entry.kind = .function
            entry.name = line.bytes.string(name)
        } else {
            diagnostics.add(
                .warning, line: number, "this comment starts with /** but is no kernel-doc comment",
                advice: "name what it documents in its first line, or start it with /*", excerpt: line.bytes)
            state = .code
            return
        }
        state = .body
        if let purpose = line.purpose {
            entry.begin(.purpose, line: number)
            let text = purpose.clamped(to: 0..<(line.closing ?? purpose.upperBound))
            entry.addLine(line.bytes, line.bytes.trimmed(text), line: number)
            state = .purpose
        }
        if entry.name.isEmpty, entry.kind != .enum {
            diagnostics.add(.warning, line: number, "no name of what is documented in this line", excerpt: line.bytes)
            state = .code
        } else if line.closes {
            closeComment()
        }
    }

    /// True when the line begins a section or ends the comment.
    private mutating func endsText(_ line: CommentLine, _ number: Int) -> Bool {
        if let section = line.section {
            beginSection(line, section.title, number)
            indentation = nil
            let close = line.closing ?? section.text.upperBound
            entry.addLine(line.bytes, section.text.clamped(to: 0..<close), line: number)
            if line.closes { closeComment() }
            return true
        }
        guard line.closes else { return reopens(line, number) }
        if let text = line.textBeforeClosing { entry.addLine(line.bytes, text, line: number) }
        closeComment()
        return true
    }

    private mutating func closeComment() {
        entry.end()
        state = .declaration
    }

    private mutating func beginSection(_ line: CommentLine, _ title: Range<Int>, _ number: Int) {
        let bytes = line.bytes
        entry.end()
        state = .body
        if bytes[title.lowerBound] == UInt8(ascii: "@") {
            state = .section
            let word = title.lowerBound + 1..<title.upperBound
            if bytes.equals(word, ignoringCase: "return") || bytes.equals(word, ignoringCase: "returns") {
                entry.begin(.section("Return"), line: number)
            } else {
                entry.begin(.parameter(line.parameterName(title)), line: number)
            }
        } else if bytes.equals(title, ignoringCase: "return") || bytes.equals(title, ignoringCase: "returns") {
            state = .section
            entry.begin(.section("Return"), line: number)
        } else if bytes.equals(title, ignoringCase: "context") {
            state = .section
            entry.begin(.section("Context"), line: number)
        } else if bytes.equals(title, ignoringCase: "description") {
            entry.begin(.section(CommentEntry.description), line: number)
        } else {
            entry.begin(.section(bytes.string(title)), line: number)
        }
    }

    private mutating func readPurpose(_ line: CommentLine, _ number: Int) {
        if endsText(line, number) { return }
        guard let content = content(line, number) else { return }
        if content.isEmpty {
            entry.end()
            state = .body
        } else {
            let text = line.bytes.trimmed(content)
            if !text.isEmpty { entry.addLine(line.bytes, text, line: number) }
        }
    }

    private mutating func readBody(_ line: CommentLine, _ number: Int) {
        if endsText(line, number) { return }
        guard let content = content(line, number) else { return }
        entry.addLine(line.bytes, content, line: number)
    }

    private mutating func readSection(_ line: CommentLine, _ number: Int) {
        if line.isBlank || isFragment && line.isEmpty {
            entry.end()
            entry.begin(.section(CommentEntry.description), line: number)
            state = .body
            return
        }
        if endsText(line, number) { return }
        guard let content = content(line, number) else { return }
        // The section's second line sets how far the others are moved to the left.
        var blanks = 0
        let wanted = indentation ?? Int.max
        while blanks < wanted, content.lowerBound + blanks < content.upperBound,
            line.bytes[content.lowerBound + blanks] == 0x20
        {
            blanks += 1
        }
        indentation = blanks
        entry.addLine(line.bytes, content.lowerBound + blanks..<content.upperBound, line: number)
    }

    /// What the line adds; nil, with a warning, where it has no `*` in front.
    private mutating func content(_ line: CommentLine, _ number: Int) -> Range<Int>? {
        if let content = line.content { return content }
        // Mail can lose the stars of empty lines.
        if isFragment { return 0..<line.bytes.count }
        diagnostics.add(
            .warning, line: number, "no * in this line of the comment, so it is left out", excerpt: line.bytes)
        return nil
    }

    private mutating func readDoc(_ line: CommentLine, _ number: Int) {
        if line.closes {
            if let text = line.textBeforeClosing { entry.addLine(line.bytes, text, line: number) }
            entry.end()
            items.append(ItemBuilder.docItem(&entry, line: number, detail))
            state = .code
        } else if reopens(line, number) {
            return
        } else if let content = content(line, number) {
            entry.addLine(line.bytes, content, line: number)
        }
    }
}
