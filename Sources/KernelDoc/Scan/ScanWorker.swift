/// One thread's part of a scan: its visitor, and the memory that all of its files share.
struct ScanWorker<Visitor: TreeScan.Visitor>: ~Copyable {
    var visitor: Visitor
    private var buffer = FileBuffer()
    private var reader = FileReader(.counts)

    init(_ visitor: Visitor) { self.visitor = visitor }

    mutating func read(_ path: String, _ kind: DocumentKind) {
        let isWanted: ((UnsafeRawBufferPointer) -> Bool)? = kind == .c ? { Self.hasComment($0) } : nil
        do throws(SourceFile.Failure) {
            try buffer.load(path, ifLong: isWanted)
        } catch {
            visitor.note(error.diagnostic(for: path))
            return
        }
        let bytes = buffer.bytes
        if var document = document(path, kind, UTF8Check.withoutMark(bytes)) {
            visitor.visit(document, bytes: buffer.length)
            reader.builder.reuse(&document.prose)
        } else {
            visitor.skip(bytes: buffer.length)
        }
    }

    /// Whether kernel-doc may begin somewhere in lines of C.
    private static func hasComment(_ lines: UnsafeRawBufferPointer) -> Bool {
        OpeningSearch(UTF8Check.withoutMark(lines)).opening(from: 0) != nil
    }

    private mutating func document(_ path: String, _ kind: DocumentKind, _ bytes: UnsafeRawBufferPointer) -> Document? {
        // Most C files say nothing in kernel-doc: this search is all that they meet.
        if kind == .c, !Self.hasComment(bytes) { return nil }
        guard !FileReader.isBinary(bytes), !kind.isBelied(by: bytes) else { return nil }
        switch kind {
        case .c:
            return reader.readC(bytes, file: path)
        case .markdown, .reST:
            let document = reader.readText(bytes, file: path, isMarkdown: kind == .markdown).document
            return document.prose.units.isEmpty && document.diagnostics.isEmpty ? nil : document
        case .patch:
            // No listing hands one on.
            return nil
        }
    }
}
