import Foundation

/// The files with which a kernel starts: an archive in the format "newc" of cpio, which the kernel unpacks into memory
/// (`Documentation/driver-api/early-userspace/buffer-format.rst`). Several archives can follow each other.
struct Initramfs {
    private(set) var bytes = Data()
    private var folders: Set<String> = []
    private var number = 1

    init() {}

    /// Adds a folder, and the folders that it is in.
    mutating func addFolder(_ path: String) {
        var folder = ""
        for part in path.split(separator: "/") {
            folder += folder.isEmpty ? String(part) : "/\(part)"
            if folders.insert(folder).inserted { add(folder, mode: 0o040755, Data()) }
        }
    }

    /// Adds a file, and the folders that it is in.
    mutating func addFile(_ path: String, _ contents: Data, isExecutable: Bool = false) {
        let parts = path.split(separator: "/")
        addFolder(parts.dropLast().joined(separator: "/"))
        add(parts.joined(separator: "/"), mode: isExecutable ? 0o100755 : 0o100644, contents)
    }

    /// Adds a copy of a file of this system.
    mutating func addFile(_ path: String, copyOf source: String, isExecutable: Bool = false) throws(Failure) {
        guard let contents = FileManager.default.contents(atPath: source) else {
            throw Failure("cannot be read", file: displayed(source))
        }
        addFile(path, contents, isExecutable: isExecutable)
    }

    /// The archive, with its end.
    func finished() -> Data {
        var archive = self
        archive.add("TRAILER!!!", mode: 0, Data())
        return archive.bytes
    }

    private mutating func add(_ name: String, mode: Int, _ contents: Data) {
        let fields = [number, mode, 0, 0, 1, 0, contents.count, 0, 0, 0, 0, name.utf8.count + 1, 0]
        number += 1
        bytes.append(contentsOf: Array("070701".utf8))
        for field in fields {
            let digits = String(field, radix: 16, uppercase: true)
            bytes.append(contentsOf: Array((String(repeating: "0", count: max(0, 8 - digits.count)) + digits).utf8))
        }
        bytes.append(contentsOf: Array(name.utf8) + [0])
        align()
        bytes.append(contents)
        align()
    }

    private mutating func align() {
        while bytes.count % 4 != 0 { bytes.append(0) }
    }
}
