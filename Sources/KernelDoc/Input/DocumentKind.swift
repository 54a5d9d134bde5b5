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
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "c", "h": self = .c
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
        let isPatch = file.bytes.withUnsafeBufferPointer { text in
            switch byName {
            case .patch: true
            // Documentation may show a patch as an example; a source file may not begin like one.
            case .c, .markdown: DocumentKind.beginsPatch(text) && DocumentKind.hasFileHeader(text)
            case .reST, nil: DocumentKind.hasFileHeader(text)
            }
        }
        if isPatch {
            self = .patch
        } else if let byName {
            self = byName
        } else {
            self = file.bytes.withUnsafeBufferPointer { DocumentKind.hasComments($0) } ? .c : .reST
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
            if text.has("diff --git ", at: start, limit: text.count) { return true }
            if seen == 2, text.has("@@ -", at: start, limit: text.count) { return true }
            if seen == 1, text.has("+++ ", at: start, limit: text.count) {
                seen = 2
            } else {
                seen = text.has("--- ", at: start, limit: text.count) ? 1 : 0
            }
            guard let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
            start = end + 1
        }
        return false
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
