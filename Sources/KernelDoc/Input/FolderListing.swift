#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What one folder holds: documentation files and folders, in no order. Hidden ones are left out, and so are links to
/// folders, so that a loop of links ends, and translations.
struct FolderListing {
    /// Holds documents that say in other languages what others say in English, which is what clauses are read from:
    /// `Documentation/translations` of a kernel. It is read where it is named itself.
    private static let translations = "translations"

    struct File: Sendable {
        var name: String
        var kind: DocumentKind
    }

    private(set) var files: [File] = []
    private(set) var folders: [String] = []

    /// Nil, with `errno` set, when the folder cannot be read.
    init?(of folder: String) {
        guard FolderListing.forEachEntry(of: folder, { add($0, $1, in: folder) }) else { return nil }
    }

    /// The names in a folder, whatever they stand for, sorted by their bytes; none when it cannot be read.
    static func names(in folder: String) -> [String] {
        var names: [String] = []
        _ = forEachEntry(of: folder) { name, _ in names.append(String(decoding: name, as: UTF8.self)) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Calls `body` with the name and the type of what is in a folder and not hidden; false, with `errno` set, when it
    /// cannot be read.
    private static func forEachEntry(of folder: String, _ body: (Bytes, UInt8) -> Void) -> Bool {
        guard let stream = opendir(folder) else { return false }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let type = entry.pointee.d_type
            withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { name in
                    guard name[0] != UInt8(ascii: ".") else { return }
                    body(Bytes(start: name, count: strlen(name)), type)
                }
            }
        }
        return true
    }

    private mutating func add(_ name: Bytes, _ type: UInt8, in folder: String) {
        switch Int(type) {
        case Int(DT_DIR): addFolder(String(decoding: name, as: UTF8.self))
        case Int(DT_REG):
            if let kind = DocumentKind(extensionOf: name) {
                files.append(File(name: String(decoding: name, as: UTF8.self), kind: kind))
            }
        case Int(DT_LNK), Int(DT_UNKNOWN):
            addByStatus(String(decoding: name, as: UTF8.self), DocumentKind(extensionOf: name), in: folder)
        default: break
        }
    }

    private mutating func addFolder(_ name: String) {
        if name != Self.translations { folders.append(name) }
    }

    /// For links, and for file systems that do not say what an entry is.
    private mutating func addByStatus(_ name: String, _ kind: DocumentKind?, in folder: String) {
        let path = FileTree.join(folder, name)
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: addFolder(name)
        case S_IFREG: if let kind { files.append(File(name: name, kind: kind)) }
        case S_IFLNK: if let kind, !FileTree.isDirectory(path) { files.append(File(name: name, kind: kind)) }
        default: break
        }
    }
}
