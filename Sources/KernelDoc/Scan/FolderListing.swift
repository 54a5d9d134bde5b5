#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What one folder holds for a scan: documentation files and folders. Hidden ones are left out, and so are links
/// to folders, so that a loop of links ends.
struct FolderListing {
    struct File: Sendable {
        var name: String
        var kind: DocumentKind
    }

    private(set) var files: [File] = []
    private(set) var folders: [String] = []

    /// Nil, with `errno` set, when the folder cannot be read.
    init?(of folder: String) {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let type = entry.pointee.d_type
            withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { add($0, type, in: folder) }
            }
        }
    }

    private mutating func add(_ name: UnsafePointer<UInt8>, _ type: UInt8, in folder: String) {
        guard name[0] != UInt8(ascii: ".") else { return }
        let bytes = UnsafeBufferPointer(start: name, count: strlen(name))
        switch Int(type) {
        case Int(DT_DIR):
            folders.append(String(decoding: bytes, as: UTF8.self))
        case Int(DT_REG):
            if let kind = DocumentKind(extensionOf: bytes) {
                files.append(File(name: String(decoding: bytes, as: UTF8.self), kind: kind))
            }
        case Int(DT_LNK), Int(DT_UNKNOWN):
            addByStatus(String(decoding: bytes, as: UTF8.self), DocumentKind(extensionOf: bytes), in: folder)
        default: break
        }
    }

    /// For links, and for file systems that do not say what an entry is.
    private mutating func addByStatus(_ name: String, _ kind: DocumentKind?, in folder: String) {
        let path = FileTree.join(folder, name)
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(name)
        case S_IFREG: if let kind { files.append(File(name: name, kind: kind)) }
        case S_IFLNK: if let kind, !FileTree.isDirectory(path) { files.append(File(name: name, kind: kind)) }
        default: break
        }
    }
}
