/// What a patch does to one file.
struct FilePatch {
    /// The names before and after, without `a/` and `b/`; nil for a file that is not there.
    var oldPath: String?
    var newPath: String?
    var hunks: [Hunk] = []
    /// The line of the patch that begins it, from 1.
    var line: Int
    var isBinary = false

    func path(on side: DocumentReader.Side) -> String? { side == .new ? newPath : oldPath }
}
