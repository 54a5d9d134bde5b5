/// Reads what patches say of documentation: the text before them or after them, as far as it is shown.
///
/// With a tree, patches that follow one another are a series.
struct PatchReader {
    let side: DocumentReader.Side
    /// What the patches apply to; nil when only what they show is known.
    let tree: SourceTree?
    private var patches: [FilePatch] = []
    private(set) var documents: [Document] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(side: DocumentReader.Side, tree: SourceTree?) {
        self.side = side
        self.tree = tree
    }

    /// Takes a patch to be read with those before it. `isNamed`: the user named it, and wants to hear when nothing is in it.
    mutating func add(_ source: SourceFile, isNamed: Bool) {
        var parser = PatchParser(PatchText(source.bytes), file: source.path)
        parser.parse()
        diagnostics += parser.diagnostics
        patches += parser.files.filter { file in !file.isBinary && file.names.contains(where: DocumentReader.reads) }
        if isNamed, parser.files.isEmpty {
            diagnostics.append(
                Diagnostic(.warning, file: source.path, message: "no file is changed by this patch"))
        }
    }

    /// Reads the patches that were taken.
    mutating func read(with builder: inout ProseBuilder) {
        let patched = tree.map { PatchedTree(patches, on: $0) }
        for (index, patch) in patches.enumerated() {
            guard let path = patch.path(on: side), let kind = DocumentKind(extensionOf: path), kind != .patch
            else { continue }
            let document: Document?
            if let whole = patched.flatMap({ self.whole($0.results[index], of: patch) }) {
                document = TreeDocument(path, kind, whole, side).read(with: &builder)
            } else if let view = FileView(patch, side: side) {
                document = kind == .c ? readC(view, &builder) : readText(view, kind, &builder)
            } else {
                document = nil
            }
            if let document { documents.append(document) }
        }
    }

    /// The whole file, from the tree; nil, with a diagnostic where there should be one, when the tree does not have it.
    private mutating func whole(_ result: Result<PatchedFile, PatchedTree.Failure>, of patch: FilePatch) -> PatchedFile?
    {
        guard !patch.hunks.isEmpty else { return nil }
        switch result {
        case .success(let file): return file
        case .failure(.outside(let name)):
            report(.error, patch, "'\(name)' is outside of the tree", "the patch names a file that --tree cannot hold")
        case .failure(.leadsOut(let name)):
            report(.error, patch, "'\(name)' leads out of the tree", "files are read within the tree only")
        case .failure(.unfitting):
            // A file that the patch makes (or removes) has no gaps that a tree could fill.
            guard let name = patch.newPath, patch.oldPath != nil else { break }
            report(
                .warning, patch, "does not apply to '\(name)' in the tree",
                "name the tree that the patch was made for; its gaps stay open")
        }
        return nil
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ patch: FilePatch, _ message: String, _ advice: String
    ) {
        diagnostics.append(
            Diagnostic(severity, file: patch.patch, line: patch.line, message: message, advice: advice))
    }

    private func readC(_ view: FileView, _ builder: inout ProseBuilder) -> Document? {
        let found = HunkItems(view)
        guard !found.items.isEmpty else { return nil }
        var document = Document(file: view.path, items: found.items)
        document.prose = builder.prose(of: found.items)
        return document.placed(at: found.origins)
    }

    private func readText(_ view: FileView, _ kind: DocumentKind, _ builder: inout ProseBuilder) -> Document? {
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
