import CMark

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Memory for the tree that cmark makes of one text: given out in a row, and taken back all at once.
///
/// cmark asks for every node and every run of text by itself, and frees them one by one: with malloc, that was a
/// twelfth of the time that a scan of a tree takes.
final class TreeMemory {
    /// cmark hands on no context: each thread has memory of its own.
    static var ofThread: TreeMemory {
        if let known = pthread_getspecific(key) { return Unmanaged<TreeMemory>.fromOpaque(known).takeUnretainedValue() }
        let memory = TreeMemory()
        pthread_setspecific(key, Unmanaged.passRetained(memory).toOpaque())
        return memory
    }

    /// The functions that cmark calls. It never gets to free anything: `takeBack` does.
    nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
        let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        functions.initialize(
            to: cmark_mem(
                calloc: { TreeMemory.ofThread.zeroed($0 * $1) },
                realloc: { TreeMemory.ofThread.resized($0, to: $1) },
                free: { _ in }))
        return functions
    }()

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { memory in
            let memory: UnsafeMutableRawPointer? = memory
            if let memory { Unmanaged<TreeMemory>.fromOpaque(memory).release() }
        }
        return key
    }()

    private static let alignment = 16
    private static let blockSize = 1 << 20

    /// The first block stays; more are allocated for a text that needs them.
    private var blocks = [UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: alignment)]
    /// Where the free part of the last block begins.
    private var used = 0

    deinit { for block in blocks { block.deallocate() } }

    /// Ends the life of all that was given out.
    func takeBack() {
        while blocks.count > 1 { blocks.removeLast().deallocate() }
        used = 0
    }

    private func zeroed(_ count: Int) -> UnsafeMutableRawPointer {
        let piece = piece(count)
        memset(piece, 0, count)
        return piece
    }

    /// The piece that was given out last grows in its place, as texts do while they are gathered.
    private func resized(_ piece: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer {
        guard let piece else { return self.piece(count) }
        let size = Self.size(of: piece)
        guard count > size.pointee else { return piece }
        let block = blocks[blocks.count - 1]
        if let base = block.baseAddress, piece + Self.rounded(size.pointee) == base + used,
            piece - base + Self.rounded(count) <= block.count
        {
            used = piece - base + Self.rounded(count)
            size.pointee = count
            return piece
        }
        let larger = self.piece(count)
        larger.copyMemory(from: piece, byteCount: size.pointee)
        return larger
    }

    /// A new piece, behind its size.
    private func piece(_ count: Int) -> UnsafeMutableRawPointer {
        let needed = Self.alignment + Self.rounded(count)
        if used + needed > blocks[blocks.count - 1].count {
            blocks.append(.allocate(byteCount: max(Self.blockSize, needed), alignment: Self.alignment))
            used = 0
        }
        let start = UnsafeMutableRawBufferPointer(rebasing: blocks[blocks.count - 1][used...])
        used += needed
        start.storeBytes(of: count, as: Int.self)
        return start.baseAddress.unsafelyUnwrapped + Self.alignment
    }

    private static func size(of piece: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Int> {
        (piece - alignment).assumingMemoryBound(to: Int.self)
    }

    private static func rounded(_ count: Int) -> Int { (count + alignment - 1) & ~(alignment - 1) }
}
