#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The documentation files below a folder, in sorted order.
///
/// Hidden files and folders are left out, and symbolic links to folders are not followed, so a loop of links ends.
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
        let names = entries(of: folder.isEmpty ? root : join(root, folder)) ?? []
        return names.filter { fnmatch(String(last), $0, FNM_PERIOD) == 0 }.map {
            folder.isEmpty ? $0 : join(folder, $0)
        }
    }

    /// The names in a folder, sorted by their bytes, or nil when it cannot be read.
    private static func entries(of folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func walk(_ folder: String, depth: Int) {
        guard let names = FileTree.entries(of: folder) else {
            diagnostics.append(SourceFile.Failure(errno).diagnostic(for: folder))
            return
        }
        for name in names {
            let path = FileTree.join(folder, name)
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            let type = status.st_mode & S_IFMT
            if type == S_IFDIR {
                if depth < FileTree.deepest { walk(path, depth: depth + 1) }
            } else if DocumentKind(extensionOf: name) != nil,
                type == S_IFREG || (type == S_IFLNK && !FileTree.isDirectory(path))
            {
                files.append(path)
            }
        }
    }
}
