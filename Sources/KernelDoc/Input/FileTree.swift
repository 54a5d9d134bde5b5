#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The documentation files below a folder, in sorted order.
///
/// Hidden files and folders are left out, and so are translations; symbolic links to folders are not followed, so a loop of
/// links ends.
struct FileTree {
    private(set) var files: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Folders deeper than this are not entered.
    private static let deepest = 128

    init(under root: String) {
        walk(root, depth: 0)
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The path without links, `.` and `..`; nil when it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The names in `root` that a pattern means whose last part may hold `*`.
    static func matches(_ pattern: String, in root: String) -> [String] {
        guard pattern.utf8.contains(UInt8(ascii: "*")) else { return [pattern] }
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        guard let last = parts.last, !folder.utf8.contains(UInt8(ascii: "*")) else { return [] }
        let names = FolderListing.names(in: folder.isEmpty ? root : join(root, folder))
        return names.filter { fnmatch(String(last), $0, FNM_PERIOD) == 0 }.map {
            folder.isEmpty ? $0 : join(folder, $0)
        }
    }

    private mutating func walk(_ folder: String, depth: Int) {
        guard let listing = FolderListing(of: folder) else {
            diagnostics.append(SourceFile.Failure(errno).diagnostic(for: folder))
            return
        }
        var entries = listing.files.map { (name: $0.name, isFolder: false) }
        entries += listing.folders.map { (name: $0, isFolder: true) }
        for (name, isFolder) in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let path = FileTree.join(folder, name)
            if !isFolder {
                files.append(path)
            } else if depth < FileTree.deepest {
                walk(path, depth: depth + 1)
            }
        }
    }
}
