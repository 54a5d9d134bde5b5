/// Reads what a patch says of documentation: the text before it or after it, as far as it is shown.
struct PatchReader {
    let options: DocumentReader.Options
    private(set) var documents: [Document] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(options: DocumentReader.Options) { self.options = options }

    mutating func read(_ source: SourceFile, with builder: inout ProseBuilder) {
        var parser = PatchParser(PatchText(source.bytes), file: source.path)
        parser.parse()
        diagnostics += parser.diagnostics
        for patch in parser.files where !patch.isBinary {
            guard let view = FileView(patch, side: options.side), let kind = DocumentKind(extensionOf: view.path) else {
                continue
            }
            let document = kind == .c ? readC(view, &builder) : readText(view, kind, &builder)
            if let document { documents.append(document) }
        }
        if parser.files.isEmpty {
            diagnostics.append(
                Diagnostic(.warning, file: source.path, message: "no file is changed by this patch"))
        }
    }

    private func readC(_ view: FileView, _ builder: inout ProseBuilder) -> Document? {
        let found = HunkItems(view)
        guard !found.items.isEmpty else { return nil }
        var document = Document(file: view.path, items: found.items)
        document.prose = builder.prose(of: found.items)
        return document.placed(at: found.origins)
    }

    private func readText(_ view: FileView, _ kind: DocumentKind, _ builder: inout ProseBuilder) -> Document? {
        guard kind != .patch else { return nil }
        var origins: [LineOrigin] = []
        for part in view.parts {
            let text = UTF8Check.repaired(Array(part.lines.map(\.text).joined(separator: [UInt8(ascii: "\n")])))
            let title = SectionTitle.plausible(part.heading)
            if kind == .markdown {
                builder.add(markdown: text, title: title, firstLine: origins.count + 1)
            } else {
                builder.add(reST: text, title: title, firstLine: origins.count + 1)
            }
            origins += part.lines.map(\.origin)
        }
        let document = Document(file: view.path, prose: builder.finish())
        return document.prose.units.isEmpty ? nil : document.placed(at: origins)
    }
}
