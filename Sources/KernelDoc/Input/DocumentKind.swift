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
        if let byName {
            self = byName
        } else {
            self = file.bytes.withUnsafeBufferPointer { DocumentKind.hasComments($0) } ? .c : .reST
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
