/// What a file holds, as far as the readers are concerned.
enum DocumentKind: Equatable {
    /// C, or another language with C's comments.
    case c
    case markdown
    /// reST and plain text.
    case reST
    case patch

    /// The kind that a file's name promises, or nil: such files are passed over in folders.
    init?(extensionOf name: String) {
        var name = name
        guard let kind = name.withUTF8({ DocumentKind(extensionOf: $0) }) else { return nil }
        self = kind
    }

    init?(extensionOf name: Bytes) {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, name.count - dot <= 9 else { return nil }
        let word = Bytes(rebasing: name[(dot + 1)...])
        if word.count == 1 {
            guard word[0].lowered == UInt8(ascii: "c") || word[0].lowered == UInt8(ascii: "h") else { return nil }
            self = .c
            return
        }
        switch String(decoding: word, as: UTF8.self).lowercased() {
        case "md", "markdown": self = .markdown
        case "rst", "txt": self = .reST
        case "patch", "diff", "mbox", "eml": self = .patch
        default: return nil
        }
    }
}

extension DocumentKind {
    /// The kind of a file: by its name and, where that says little, by its contents.
    init(of file: SourceFile) {
        let byName = DocumentKind(extensionOf: file.path)
        let isPatch = file.bytes.withUnsafeBytes { bytes in
            byName == .patch || (byName ?? .reST).isBelied(by: bytes)
        }
        if isPatch {
            self = .patch
        } else if let byName {
            self = byName
        } else {
            let isStream = StreamInput.isNamed(file.path) || file.path == StreamInput.standardName
            self = file.bytes.withUnsafeBufferPointer { text in
                if DocumentKind.hasComments(text) { return .c }
                return isStream ? DocumentKind(ofLinesIn: text) : .reST
            }
        }
    }

    /// Whether a file of this kind is a patch in truth.
    func isBelied(by bytes: UnsafeRawBufferPointer) -> Bool {
        let text = bytes.bindMemory(to: UInt8.self)
        // Documentation may show a patch as an example; a source file may not begin like one.
        return switch self {
        case .patch: false
        case .c, .markdown: DocumentKind.beginsPatch(text) && DocumentKind.hasFileHeader(text)
        case .reST: DocumentKind.hasFileHeader(text)
        }
    }

    private static func beginsPatch(_ text: Bytes) -> Bool {
        ["From ", "diff --git ", "--- a/", "Subject: ", "Index: "].contains { text.starts(with: $0.utf8) }
    }

    /// Whether a line begins with `diff --git `, or three lines with `--- `, `+++ ` and `@@ -`.
    private static func hasFileHeader(_ text: Bytes) -> Bool {
        var start = 0
        var seen = 0
        while start < text.count {
            // Only these bytes begin such a line.
            let first = text[start]
            if first == UInt8(ascii: "d"), text.has("diff --git ", at: start, limit: text.count) { return true }
            if first == UInt8(ascii: "@"), seen == 2, text.has("@@ -", at: start, limit: text.count) { return true }
            if first == UInt8(ascii: "+"), seen == 1, text.has("+++ ", at: start, limit: text.count) {
                seen = 2
            } else {
                seen = first == UInt8(ascii: "-") && text.has("--- ", at: start, limit: text.count) ? 1 : 0
            }
            start = text.lineEnd(from: start) + 1
        }
        return false
    }

    /// By lines that only C, or only Markdown, has.
    private init(ofLinesIn text: Bytes) {
        self = .reST
        var start = 0
        while start < text.count {
            func begins(_ words: StaticString) -> Bool { text.has(words, at: start, limit: text.count) }
            if begins("#include ") || begins("/*") || begins("// SPDX") {
                self = .c
                return
            }
            if begins("# ") || begins("## ") || begins("```") { self = .markdown }
            start = text.lineEnd(from: start) + 1
        }
    }

    /// Whether a kernel-doc comment begins somewhere.
    private static func hasComments(_ text: Bytes) -> Bool {
        var i = 0
        while let slash = text[i...].firstIndex(of: UInt8(ascii: "/")) {
            if text.has("/**", at: slash, limit: text.count) { return true }
            i = slash + 1
        }
        return false
    }
}
