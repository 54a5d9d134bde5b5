/// A tree of sources, in which directives and patches name files; nothing outside of it is ever opened.
struct SourceTree {
    let root: String
    /// The root without links.
    private let realRoot: String

    /// Why a name leads to no file.
    enum Failure: Error, Equatable {
        /// Absolute, or with `..` in it, or a link leads out of the tree.
        case outside
        case missing
    }

    /// Nil when there is no such folder.
    init?(root: String) {
        guard FileTree.isDirectory(root), let real = FileTree.resolved(root) else { return nil }
        self.root = root
        realRoot = real
    }

    /// The path of the file that `name` means in this tree.
    func path(of name: String) throws(Failure) -> String {
        guard SourceTree.isInside(name) else { throw .outside }
        let path = FileTree.join(root, name)
        guard let real = FileTree.resolved(path) else { throw .missing }
        guard real.hasPrefix(realRoot.hasSuffix("/") ? realRoot : realRoot + "/") else { throw .outside }
        return path
    }

    /// Whether a relative name stays below where it starts.
    static func isInside(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0)
            && !name.split(separator: "/").contains("..")
    }

    /// The nearest folder above `file` in which `name` exists.
    static func around(_ file: String, with name: String) -> SourceTree? {
        guard isInside(name), let real = FileTree.resolved(file) else { return nil }
        let isRelative = !file.hasPrefix("/")
        let current = isRelative ? FileTree.resolved(".") : nil
        var folder = real
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            let path = folder.isEmpty ? "/" : folder
            if FileTree.exists(FileTree.join(path, name)) {
                return SourceTree(root: path == current ? "." : path)
            }
        }
        return nil
    }
}
