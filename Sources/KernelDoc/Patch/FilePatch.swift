/// What a patch does to one file.
struct FilePatch {
    /// The names before and after, without `a/` and `b/`; nil for a file that is not there.
    var oldPath: String?
    var newPath: String?
    var hunks: [Hunk] = []
    /// The name of the patch itself, for diagnostics.
    var patch: String
    /// The line of the patch that begins it, from 1.
    var line: Int
    var isBinary = false

    /// Whether the file holds running text, and no code.
    var isText: Bool {
        guard let kind = (newPath ?? oldPath).flatMap(DocumentKind.init(extensionOf:)) else { return false }
        return kind == .markdown || kind == .reST
    }

    /// The names that it goes by, the one before the patch first.
    var names: [String] { [oldPath, newPath].compactMap { $0 } }

    func path(on side: DocumentReader.Side) -> String? { side == .new ? newPath : oldPath }
}
