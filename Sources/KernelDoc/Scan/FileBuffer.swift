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
    /// How long the file is that was read last.
    private(set) var length = 0

    /// What is longer is looked at in pieces first: they stay in the processor's cache, and most long files, as generated
    /// lists of registers, hold nothing that is wanted, so that they never need memory as a whole.
    private static let piece = 1 << 18

    init() { memory = .allocate(byteCount: Self.piece, alignment: 64) }

    deinit { memory.deallocate() }

    /// What was read last; nothing of a long file in which nothing is wanted.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    /// Reads a file; what is neither a file nor a link to one is refused, and nothing can hang the program.
    ///
    /// - Parameter isWanted: whether whole lines of a long file, which may be all of it, are reason to read it; nil to
    ///   read any.
    mutating func load(
        _ path: String, ifLong isWanted: ((UnsafeRawBufferPointer) -> Bool)? = nil
    ) throws(SourceFile.Failure) {
        count = 0
        length = 0
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw SourceFile.Failure(errno) }
        defer { close(descriptor) }
        let size = try SourceFile.size(ofRegular: descriptor)
        if size > Self.piece, let isWanted {
            guard try skip(descriptor, until: isWanted) else { return }
            guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SourceFile.Failure(errno) }
        }
        // Room for its size and one byte more: only a file that grows meanwhile needs more memory.
        if size >= memory.count { grow(to: size + 1) }
        while true {
            if count == memory.count { grow(to: 2 * memory.count) }
            let got = try read(descriptor, to: count..<memory.count)
            count += got
            length = count
            // Where the system tells no size, as of what it makes up itself, only a second reading shows the end.
            if got == 0 || count == size { return }
        }
    }

    /// Reads on to the end, or to lines that are wanted, or that no piece holds; false at the end.
    private mutating func skip(
        _ descriptor: Int32, until isWanted: (UnsafeRawBufferPointer) -> Bool
    ) throws(SourceFile.Failure) -> Bool {
        // The part of a line with which a piece ends goes to the front of the next.
        var kept = 0
        while kept < Self.piece {
            let got = try read(descriptor, to: kept..<Self.piece)
            guard got > 0 else { return false }
            length += got
            let text = UnsafeRawBufferPointer(rebasing: memory[..<(kept + got)])
            if isWanted(text) { return true }
            let rest = text[((text.lastIndex(of: 0x0A) ?? -1) + 1)...]
            kept = rest.count
            memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest))
        }
        return true
    }

    private func read(_ descriptor: Int32, to range: Range<Int>) throws(SourceFile.Failure) -> Int {
        let got = SourceFile.readSome(descriptor, UnsafeMutableRawBufferPointer(rebasing: memory[range]))
        guard got >= 0 else { throw SourceFile.Failure(errno) }
        return got
    }

    private mutating func grow(to size: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(2 * memory.count, size), alignment: 64)
        larger.copyMemory(from: UnsafeRawBufferPointer(memory))
        memory.deallocate()
        memory = larger
    }
}
