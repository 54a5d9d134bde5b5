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
        let tree = options.tree.flatMap { SourceTree(root: $0) }
        if let name = options.tree, tree == nil {
            diagnostics.append(Diagnostic(.error, file: name, message: "no such folder", advice: "check --tree"))
        }
        for patch in parser.files where !patch.isBinary {
            guard let path = patch.path(on: options.side), let kind = DocumentKind(extensionOf: path), kind != .patch
            else { continue }
            let document: Document?
            if let tree, let whole = patched(patch, in: tree, source) {
                document = TreeDocument(path, kind, whole, options.side).read(with: &builder)
            } else if let view = FileView(patch, side: options.side) {
                document = kind == .c ? readC(view, &builder) : readText(view, kind, &builder)
            } else {
                document = nil
            }
            if let document { documents.append(document) }
        }
        if parser.files.isEmpty {
            diagnostics.append(
                Diagnostic(.warning, file: source.path, message: "no file is changed by this patch"))
        }
    }

    /// The whole file, from the tree; nil, with a diagnostic where there should be one, when the tree does not have it.
    private mutating func patched(_ patch: FilePatch, in tree: SourceTree, _ source: SourceFile) -> PatchedFile? {
        guard !patch.hunks.isEmpty else { return nil }
        let names = [patch.oldPath, patch.newPath].compactMap { $0 }
        if let outside = names.first(where: { !SourceTree.isInside($0) }) {
            report(
                .error, patch, source, "'\(outside)' is outside of the tree",
                "the patch names a file that --tree cannot hold")
            return nil
        }
        for name in names {
            do throws(SourceTree.Failure) {
                let path = try tree.path(of: name)
                let file = try? SourceFile(reading: path)
                if let file, let whole = PatchedFile(patch.hunks, on: file.bytes) { return whole }
            } catch .outside {
                report(.error, patch, source, "'\(name)' leads out of the tree", "files are read within the tree only")
                return nil
            } catch {}
        }
        // A file that the patch makes (or removes) has no gaps that a tree could fill.
        guard patch.oldPath != nil, patch.newPath != nil else { return nil }
        report(
            .warning, patch, source, "does not apply to '\(names[names.count - 1])' in the tree",
            "name the tree that the patch was made for; its gaps stay open")
        return nil
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ patch: FilePatch, _ source: SourceFile, _ message: String, _ advice: String
    ) {
        diagnostics.append(
            Diagnostic(severity, file: source.path, line: patch.line, message: message, advice: advice))
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
