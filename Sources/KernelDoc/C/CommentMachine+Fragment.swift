// What is different when the text is a piece of a file: it can begin and end anywhere.

extension CommentMachine {
    mutating func begin(_ fragment: CFragment) {
        isFragment = true
        let line = fragment.lines.first?.number ?? 1
        switch fragment.place {
        case .code: break
        case .comment:
            restart(line: line)
            entry.isPartial = true
            entry.begin(.section(CommentEntry.description), line: line)
            state = .body
        case .body(let kind, let name): beginBody(kind, name, line)
        case .memberComment(let kind, let name):
            beginBody(kind, name, line)
            entry.begin(.parameter(CommentEntry.nextMember), line: line)
            state = .inlineText
        }
    }

    /// Goes on as if the head of a body had been read.
    mutating func beginBody(_ kind: Item.Kind, _ name: String?, _ line: Int) {
        restart(line: line)
        entry.isPartial = true
        entry.kind = kind
        entry.name = name ?? ""
        entry.prototype = Array("\(kind.rawValue) \(name ?? CommentEntry.unknownName) { ".utf8)
        entry.depth = 1
        state = .declaration
    }

    /// In code without a known surrounding: a comment on a member shows that this is a body.
    mutating func readFragmentCode(_ line: CommentLine, _ number: Int) {
        if line.opens(indented: true) {
            open(number)
        } else if line.inlineOneLiner != nil {
            beginBody(.struct, nil, number)
            readDeclaration(line.bytes, number)
        }
    }

    /// Behind a comment whose head is not known: what it documents is what follows.
    mutating func readUnknownDeclaration(_ bytes: CText, _ number: Int) {
        let start = bytes.skipSpaces(0, bytes.count)
        if start == bytes.count {
            // kernel-doc comments stand right before what they document, sections of prose stand alone.
            if entry.descriptions.entries.isEmpty { finishPartial() }
            return
        }
        entry.kind = Self.kind(of: bytes, start)
        readDeclaration(bytes, number)
    }

    private static func kind(of bytes: CText, _ start: Int) -> Item.Kind {
        let end = bytes.skipWord(start, bytes.count)
        let word = start..<end
        if bytes.equals(word, ignoringCase: "typedef") { return .typedef }
        guard bytes.first(UInt8(ascii: "("), end, bytes.count) == nil,
            bytes.first(UInt8(ascii: "*"), end, bytes.count) == nil
        else { return .function }
        if bytes.equals(word, ignoringCase: "struct") { return .struct }
        if bytes.equals(word, ignoringCase: "union") { return .union }
        return bytes.equals(word, ignoringCase: "enum") ? .enum : .function
    }

    /// Makes an item of what there is.
    mutating func finishPartial() {
        switch state {
        case .code, .name: break
        case .purpose, .body, .section, .doc, .inlineName, .inlineText:
            entry.end(isInline: state == .inlineText)
            fallthrough
        case .declaration:
            if let item = ItemBuilder.partialItem(&entry) { items.append(item) }
        }
        state = .code
    }
}
