#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes documents of files whose bytes are in memory, one after the other in the same buffers.
struct FileReader: ~Copyable {
    var builder = ProseBuilder()
    private let detail: CReader.Detail
    private var remarks = Remarks()

    init(_ detail: CReader.Detail) { self.detail = detail }

    /// Whether the bytes are no text at all.
    static func isBinary(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        return memchr(start, 0, min(bytes.count, 8192)) != nil
    }

    /// What a C file says; nil when it says nothing in kernel-doc.
    mutating func readC(_ bytes: UnsafeRawBufferPointer, file: String) -> Document? {
        let text = UTF8Check.withoutMark(bytes)
        var found = CReader(detail).read(text, file: file, &remarks)
        guard !found.items.isEmpty || !found.diagnostics.isEmpty else { return nil }
        let invalid = UTF8Check.diagnostic(text, file: file)
        if invalid != nil {
            found = UTF8Check.repaired(Array(text)).withUnsafeBytes {
                CReader(detail).read($0, file: file, &remarks)
            }
        }
        var document = Document(file: file, items: found.items, diagnostics: found.diagnostics)
        if let invalid { document.diagnostics.append(invalid) }
        document.prose = detail == .full ? builder.prose(of: found.items) : builder.prose(of: remarks)
        return document
    }

    /// What a file of prose says, and the directives in it.
    mutating func readText(
        _ bytes: UnsafeRawBufferPointer, file: String, isMarkdown: Bool
    ) -> (document: Document, directives: [KernelDocDirective]) {
        var document = Document(file: file)
        let invalid = UTF8Check.diagnostic(bytes, file: file)
        if let invalid { document.diagnostics = [invalid] }
        let text = invalid == nil ? Array(UTF8Check.withoutMark(bytes)) : UTF8Check.repaired(Array(bytes))
        var directives: [KernelDocDirective] = []
        if isMarkdown {
            document.prose = builder.prose(ofMarkdown: text)
        } else {
            (document.prose, directives) = builder.prose(ofReST: text)
        }
        return (document, directives)
    }
}
