/// One run of a `DocumentReader`: what has been read so far, and what directives still ask for.
struct ReadingSession: ~Copyable {
    private let side: DocumentReader.Side
    private let tree: SourceTree?
    private var reading = DocumentReader.Reading()
    private var reader = FileReader(.full)
    /// C files read for themselves: a directive that names one of them adds nothing.
    private var wholeFiles: [String] = []
    private var requests: [DirectiveRequest] = []
    /// Patches that wait for those that follow them.
    private var series: PatchReader?

    init(options: DocumentReader.Options) {
        side = options.side
        tree = options.tree.flatMap { SourceTree(root: $0) }
        guard let name = options.tree, tree == nil else { return }
        reading.diagnostics.append(Diagnostic(.error, file: name, message: "no such folder", advice: "check --tree"))
    }

    // MARK: - Inputs

    mutating func read(_ input: String) {
        guard FileTree.isDirectory(input) else {
            read(file: input, isNamed: true)
            return
        }
        endSeries()
        let before = reading.documents.count
        let folder = FileTree(under: input)
        reading.diagnostics += folder.diagnostics
        for file in folder.files { read(file: file, isNamed: false) }
        endSeries()
        if reading.documents.count == before, folder.diagnostics.isEmpty {
            reading.diagnostics.append(
                Diagnostic(
                    .warning, file: input, message: "no documentation in this folder",
                    advice: "documentation is read from .c, .h, .md, .rst and .txt files and from patches"))
        }
    }

    private mutating func read(file: String, isNamed: Bool) {
        do throws(SourceFile.Failure) {
            read(try SourceFile(reading: file), isNamed: isNamed)
        } catch {
            reading.diagnostics.append(error.diagnostic(for: file))
        }
    }

    /// Reads a file's contents. `isNamed`: the user named it, and wants to hear when nothing is in it.
    mutating func read(_ file: SourceFile, isNamed: Bool = true) {
        guard !file.bytes.isEmpty else {
            if isNamed { warn(file.path, "is empty", "name a file with documentation in it") }
            return
        }
        let kind = DocumentKind(of: file)
        if kind != .patch { endSeries() }
        if kind != .patch, file.bytes.withUnsafeBytes(FileReader.isBinary) {
            if isNamed { reading.diagnostics.append(ReadingSession.unreadable(file)) }
            return
        }
        switch kind {
        case .c: readC(file, isNamed: isNamed)
        case .markdown, .reST: readText(file, kind, isNamed: isNamed)
        case .patch: readPatch(file, isNamed: isNamed)
        }
    }

    /// What to say of a file with NULs in it: a program, or text in the encoding of another system.
    private static func unreadable(_ file: SourceFile) -> Diagnostic {
        let isWide = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
        return isWide
            ? Diagnostic(.error, file: file.path, message: "is in UTF-16 or UTF-32", advice: "save it as UTF-8")
            : Diagnostic(
                .error, file: file.path, message: "is a binary file",
                advice: "name a text file, or the folder with the documentation")
    }

    // MARK: - Kinds

    private mutating func readC(_ file: SourceFile, isNamed: Bool) {
        guard let document = file.bytes.withUnsafeBytes({ reader.readC($0, file: file.path) }) else {
            reading.undocumented.append(file.path)
            if isNamed { warn(file.path, "no kernel-doc comment in this file", "such a comment begins with /**") }
            return
        }
        wholeFiles.append(file.path)
        reading.documents.append(document)
    }

    private mutating func readText(_ file: SourceFile, _ kind: DocumentKind, isNamed: Bool) {
        let (document, directives) = file.bytes.withUnsafeBytes {
            reader.readText($0, file: file.path, isMarkdown: kind == .markdown)
        }
        guard !document.prose.units.isEmpty || !directives.isEmpty else {
            reading.diagnostics += document.diagnostics
            if isNamed { warn(file.path, "no text in this file") }
            return
        }
        requests += directives.map {
            DirectiveRequest(directive: $0, file: file.path, document: reading.documents.count)
        }
        reading.documents.append(document)
    }

    private mutating func readPatch(_ file: SourceFile, isNamed: Bool) {
        if series == nil { series = PatchReader(side: side, tree: tree) }
        series?.add(file, isNamed: isNamed)
    }

    /// Reads the patches that came one after the other.
    private mutating func endSeries() {
        guard var series = series.take() else { return }
        series.read(with: &reader.builder)
        reading.diagnostics += series.diagnostics
        reading.documents += series.documents
    }

    // MARK: - End

    /// Resolves the directives and answers everything.
    mutating func finish() -> DocumentReader.Reading {
        endSeries()
        guard !requests.isEmpty else { return reading }
        var resolver = DirectiveResolver(tree: tree)
        let whole = Set(wholeFiles.compactMap(FileTree.resolved))
        for request in requests { resolver.resolve(request, readAlready: whole) }
        attach(resolver.diagnostics)
        insert(resolver.answers)
        return reading
    }

    /// Every file that directives named, behind the document that named it first.
    private mutating func insert(_ answers: [DirectiveResolver.Answer]) {
        guard !answers.isEmpty else { return }
        var following: [Int: [Document]] = [:]
        for answer in answers {
            let items = zip(answer.file.items, answer.chosen).filter(\.1).map(\.0)
            guard !items.isEmpty else { continue }
            var document = Document(file: answer.path, items: items, diagnostics: answer.file.diagnostics)
            document.prose = reader.builder.prose(of: items)
            following[answer.document, default: []].append(document)
        }
        reading.documents = reading.documents.enumerated().flatMap { [$1] + (following[$0] ?? []) }
    }

    /// A diagnostic of a document's own file goes to that document.
    private mutating func attach(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        var places: [String: Int] = [:]
        for (place, document) in reading.documents.enumerated() { places[document.file] = place }
        for diagnostic in diagnostics {
            if let place = places[diagnostic.file] {
                reading.documents[place].diagnostics.append(diagnostic)
            } else {
                reading.diagnostics.append(diagnostic)
            }
        }
    }

    private mutating func warn(_ file: String, _ message: String, _ advice: String? = nil) {
        reading.diagnostics.append(Diagnostic(.warning, file: file, message: message, advice: advice))
    }
}
