import Foundation

/// A mapping of a file into this process.
struct UserMapping {
    var start: UInt
    var pages: Int

    /// Bytes of a page.
    static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

    /// Maps a part of a file, shared, at an address that nothing else in this process had or will have: so an access
    /// after the end of the mapping faults, and hits nobody else.
    ///
    /// - Parameters:
    ///   - offset: where in the file, in pages; its highest bits are lost, as for any process.
    ///   - isWritable: for reading and writing; otherwise a write faults.
    /// - Returns: the mapping, or the error code.
    static func map(
        _ descriptor: Int32, offset: UInt64, pages: UInt64, isWritable: Bool = true
    ) -> Result<UserMapping, KernelError> {
        let length = Int(clamping: pages) * pageSize
        let start = addresses.reserve(length)
        let at = mmap(
            UnsafeMutableRawPointer(bitPattern: start), length, isWritable ? PROT_READ | PROT_WRITE : PROT_READ,
            MAP_SHARED | fixedNoReplace, descriptor, Int(bitPattern: UInt(offset &* UInt64(pageSize))))
        guard at != MAP_FAILED else { return .failure(KernelError(status: -errno)) }
        return .success(UserMapping(start: UInt(bitPattern: at), pages: Int(pages)))
    }

    func unmap() -> Int32 {
        munmap(UnsafeMutableRawPointer(bitPattern: start), pages * Self.pageSize) == 0 ? 0 : -errno
    }

    /// `MAP_FIXED_NOREPLACE`
    private static let fixedNoReplace: Int32 = 0x100000
    private static let addresses = AddressSpace()

    /// Addresses from 1 TiB upwards, where the kernel, which goes downwards from the stack, maps nothing by itself.
    private final class AddressSpace: @unchecked Sendable {
        private let lock = NSLock()
        private var next: UInt = 1 << 40

        func reserve(_ length: Int) -> UInt {
            lock.lock()
            defer { lock.unlock() }
            defer { next += UInt(length) + UInt(UserMapping.pageSize) }
            return next
        }
    }

    /// The pages of it that have a pte now, from `/proc/self/pagemap`.
    func presentPages() -> [UInt64] {
        guard let file = FileHandle(forReadingAtPath: "/proc/self/pagemap") else { return [] }
        defer { try? file.close() }
        let entries = (try? file.seek(toOffset: UInt64(start) / UInt64(Self.pageSize) * 8)).flatMap {
            try? file.read(upToCount: pages * 8)
        }
        guard let entries, entries.count == pages * 8 else { return [] }
        // The highest bit of an entry says that the page is present; entries are little endian.
        return (0..<pages).filter { entries[entries.startIndex + $0 * 8 + 7] & 0x80 != 0 }.map(UInt64.init)
    }

    /// What `/proc/self/maps` says of it.
    var file: MappedFile? {
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        let prefix = String(start, radix: 16) + "-"
        guard let line = maps.split(separator: "\n").first(where: { $0.hasPrefix(prefix) }) else { return nil }
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count >= 5, let offset = UInt64(words[2], radix: 16), let inode = UInt64(words[4]) else {
            return nil
        }
        return MappedFile(device: String(words[3]), inode: inode, pageOffset: offset / UInt64(Self.pageSize))
    }

    /// The file that a mapping refers to.
    struct MappedFile: Equatable {
        /// As `major:minor`.
        var device: String
        var inode: UInt64
        var pageOffset: UInt64
    }
}
