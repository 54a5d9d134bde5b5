#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file's bytes, read so that no special file can hang the program.
struct SourceFile {
    var path: String
    var bytes: [UInt8]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Why a file cannot be read.
    enum Failure: Error, Equatable {
        case missing
        case isDirectory
        /// A FIFO, a socket, a device.
        case isSpecial
        case noPermission
        case system(String)
    }

    /// Reads all of the file at `path`; symbolic links are followed.
    init(reading path: String) throws(Failure) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(errno) }
        defer { close(descriptor) }
        var failure: Int32 = 0
        // One byte more than its size shows the end at once; a file that grows is read to its end all the same.
        var capacity = try SourceFile.size(ofRegular: descriptor) + 1
        var contents: [UInt8] = []
        while failure == 0 {
            let count = contents.count
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                while filled < buffer.count {
                    let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
                    let got = SourceFile.readSome(descriptor, rest)
                    if got < 0 { failure = errno }
                    if got <= 0 { break }
                    filled += got
                }
            }
            if contents.isEmpty { contents = chunk } else { contents += chunk }
            if contents.count - count < capacity { break }
            capacity = 1 << 16
        }
        guard failure == 0 else { throw Failure(failure) }
        bytes = contents
    }

    /// The size of what was opened, which has to be a regular file.
    static func size(ofRegular descriptor: Int32) throws(Failure) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return max(0, Int(status.st_size))
        case S_IFDIR: throw .isDirectory
        default: throw .isSpecial
        }
    }

    /// Reads on, however often a signal comes between: how many bytes came, which may be fewer than there is room for
    /// (a file system need not give all at once), 0 at the end, -1 on a failure.
    static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let got = read(descriptor, buffer.baseAddress, buffer.count)
            if got < 0, errno == EINTR { continue }
            return got
        }
    }
}

extension SourceFile.Failure {
    init(_ code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .missing
        case EACCES, EPERM: self = .noPermission
        case EISDIR: self = .isDirectory
        case ENXIO: self = .isSpecial
        default: self = .system(String(cString: strerror(code)))
        }
    }

    /// What to tell the user about it.
    func diagnostic(for path: String) -> Diagnostic {
        switch self {
        case .missing:
            Diagnostic(.error, file: path, message: "no such file or folder", advice: "check the path")
        case .isDirectory:
            Diagnostic(.error, file: path, message: "is a folder, where a file is needed", advice: "name a file in it")
        case .isSpecial:
            Diagnostic(
                .error, file: path, message: "is neither a file nor a folder",
                advice: "save its contents to a file and name that")
        case .noPermission:
            Diagnostic(
                .error, file: path, message: "may not be read",
                advice: "check the permissions of the file and its folders")
        case .system(let reason):
            Diagnostic(.error, file: path, message: "cannot be read: \(reason)")
        }
    }
}
