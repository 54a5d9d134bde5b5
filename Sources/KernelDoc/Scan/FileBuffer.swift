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
        // Room for one byte more than its size shows the end at once; a file that grows is read to its end all the same.
        if size >= memory.count { grow(to: size + 1) }
        while true {
            let buffer = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
            let got = SourceFile.readSome(descriptor, buffer)
            guard got >= 0 else { throw SourceFile.Failure(errno) }
            count += got
            if got < buffer.count { return }
            grow(to: 2 * memory.count)
        }
    }

    private mutating func grow(to size: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(2 * memory.count, size), alignment: 64)
        larger.copyMemory(from: UnsafeRawBufferPointer(memory))
        memory.deallocate()
        memory = larger
    }
}
