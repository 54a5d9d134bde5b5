#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Memory into which one file after the other is read.
struct FileBuffer: ~Copyable {
    private var memory: UnsafeMutableRawBufferPointer
    private var count = 0

    init() { memory = .allocate(byteCount: 1 << 18, alignment: 64) }

    deinit { memory.deallocate() }

    /// What was read last.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    /// Reads a file; what is neither a file nor a link to one is refused, and nothing can hang the program.
    mutating func load(_ path: String) throws(SourceFile.Failure) {
        count = 0
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw SourceFile.Failure(errno) }
        defer { close(descriptor) }
        let size = try SourceFile.size(ofRegular: descriptor)
        // Room for its size and one byte more: only a file that grows meanwhile needs more memory.
        if size >= memory.count { grow(to: size + 1) }
        while true {
            if count == memory.count { grow(to: 2 * memory.count) }
            let got = SourceFile.readSome(descriptor, UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
            guard got >= 0 else { throw SourceFile.Failure(errno) }
            count += got
            // Where the system tells no size, as of what it makes up itself, only a second reading shows the end.
            if got == 0 || count == size { return }
        }
    }

    private mutating func grow(to size: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(2 * memory.count, size), alignment: 64)
        larger.copyMemory(from: UnsafeRawBufferPointer(memory))
        memory.deallocate()
        memory = larger
    }
}
