/// The front door: files and folders of any kind in, documents out.
///
/// Reading goes on past whatever cannot be read; every such thing is a diagnostic.
public struct DocumentReader: Sendable {
    /// Which text of a patch is read.
    public enum Side: String, Sendable, Codable, CaseIterable {
        /// Before the patch.
        case old
        /// After it.
        case new
    }

    /// Whether a file of this name is read where a folder is: by its extension.
    public static func reads(_ name: String) -> Bool { DocumentKind(extensionOf: name) != nil }

    /// How inputs are read.
    public struct Options: Sendable {
        /// Which text of a patch is read; it means nothing for other inputs.
        public var side: Side
        /// The root of the tree that patches apply to and that `kernel-doc::` directives name files in.
        /// Without it, directives are looked up from the folder of their file upward, and gaps in patches stay gaps.
        public var tree: String?

        public init(side: Side = .new, tree: String? = nil) {
            self.side = side
            self.tree = tree
        }
    }

    /// What was read.
    public struct Reading: Sendable {
        /// In the order of the inputs, folders in sorted order. None without documentation.
        public var documents: [Document] = []
        /// About inputs, and about files that made no document; those of documents are in the documents.
        public var diagnostics: [Diagnostic] = []
        /// C files that were read, and have no kernel-doc comment: nothing is wrong with them.
        public var undocumented: [String] = []

        public init() {}

        /// All diagnostics, the documents' own included.
        public var allDiagnostics: [Diagnostic] { diagnostics + documents.flatMap(\.diagnostics) }
    }

    /// How inputs are read.
    public var options: Options

    public init(options: Options = Options()) { self.options = options }

    /// Reads every input: a file, or a folder with all documentation files in and below it.
    public func read(_ inputs: [String]) -> Reading {
        var session = ReadingSession(options: options)
        for input in inputs { session.read(input) }
        return session.finish()
    }

    /// Reads one text that is already in memory, as if it stood in a file of that name.
    public func read(_ text: [UInt8], named name: String) -> Reading {
        var session = ReadingSession(options: options)
        session.read(SourceFile(path: name, bytes: text))
        return session.finish()
    }
}
