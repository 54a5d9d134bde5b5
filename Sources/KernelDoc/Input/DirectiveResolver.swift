/// Finds what `kernel-doc::` directives ask for, in the tree and nowhere else.
struct DirectiveResolver {
    /// The items asked for in one file, and where the file was first named.
    struct Answer {
        var path: String
        var document: Int
        var chosen: [Bool]
        var file: CFile
    }

    /// A C file of the tree, read once.
    struct CFile {
        var items: [Item]
        var diagnostics: [Diagnostic]
        var exported: Set<String>
    }

    /// In which directives name files; nil: they are looked up from the folder of their file upward.
    let tree: SourceTree?
    /// In the order in which the files were first named.
    private(set) var answers: [Answer] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var places: [String: Int] = [:]
    private var exports: [String: Set<String>] = [:]

    init(tree: SourceTree?) { self.tree = tree }

    mutating func resolve(_ request: DirectiveRequest, readAlready: Set<String>) {
        guard let (root, path) = locate(request) else { return }
        guard let real = FileTree.resolved(path) else { return }
        guard !readAlready.contains(real) else { return }
        guard let place = places[real] ?? read(path, real, request) else { return }
        let selection = DirectiveSelection(request.directive)
        var exported = answers[place].file.exported
        switch selection.choice {
        case .exported(let patterns), .notExported(let patterns):
            for pattern in patterns { exported.formUnion(self.exported(pattern, in: root, request)) }
        default: break
        }
        var hasAny = false
        for (index, item) in answers[place].file.items.enumerated() where selection.includes(item, exported: exported) {
            answers[place].chosen[index] = true
            hasAny = true
        }
        if !hasAny { warn(request, "\(request.directive.path) has nothing that this directive asks for") }
    }

    // MARK: -

    private mutating func locate(_ request: DirectiveRequest) -> (SourceTree, String)? {
        let name = request.directive.path
        guard SourceTree.isInside(name) else {
            fail(request, "'\(name)' is outside of the tree", "name a file relative to the root of the tree")
            return nil
        }
        let found = tree ?? SourceTree.around(request.file, with: name)
        guard let root = found else {
            warn(request, "no file '\(name)' in any folder above this one", "name the root of the tree with --tree")
            return nil
        }
        do throws(SourceTree.Failure) {
            return (root, try root.path(of: name))
        } catch .outside {
            fail(request, "'\(name)' leads out of the tree", "directives are resolved within the tree only")
        } catch {
            warn(request, "no file '\(name)' in the tree", "name the root of the tree with --tree")
        }
        return nil
    }

    /// Reads a file, and answers its place among the answers.
    private mutating func read(_ path: String, _ real: String, _ request: DirectiveRequest) -> Int? {
        do throws(SourceFile.Failure) {
            let source = try SourceFile(reading: path)
            let text = UTF8Check.repaired(source.bytes)
            let reading = CReader().read(text, file: path)
            let file = CFile(
                items: reading.items, diagnostics: reading.diagnostics, exported: ExportedSymbols.names(in: text))
            answers.append(
                Answer(
                    path: path, document: request.document,
                    chosen: Array(repeating: false, count: reading.items.count), file: file))
            places[real] = answers.count - 1
            return answers.count - 1
        } catch {
            diagnostics.append(error.diagnostic(for: path))
            return nil
        }
    }

    /// What the files that `pattern` names export; a pattern's last part may hold stars.
    private mutating func exported(_ pattern: String, in root: SourceTree, _ request: DirectiveRequest) -> Set<String> {
        guard SourceTree.isInside(pattern) else {
            fail(request, "'\(pattern)' is outside of the tree", "name files relative to the root of the tree")
            return []
        }
        let key = root.root + "\n" + pattern
        if let known = exports[key] { return known }
        var names: Set<String> = []
        for name in FileTree.matches(pattern, in: root.root) {
            guard let path = try? root.path(of: name), let source = try? SourceFile(reading: path) else { continue }
            names.formUnion(ExportedSymbols.names(in: source.bytes))
        }
        exports[key] = names
        return names
    }

    private mutating func warn(_ request: DirectiveRequest, _ message: String, _ advice: String? = nil) {
        report(.warning, request, message, advice)
    }

    private mutating func fail(_ request: DirectiveRequest, _ message: String, _ advice: String? = nil) {
        report(.error, request, message, advice)
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ request: DirectiveRequest, _ message: String, _ advice: String?
    ) {
        diagnostics.append(
            Diagnostic(
                severity, file: request.file, line: request.directive.line, message: message, advice: advice,
                excerpt: ".. kernel-doc:: \(request.directive.path)"))
    }
}
