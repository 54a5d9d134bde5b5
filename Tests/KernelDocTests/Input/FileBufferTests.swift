import Foundation
import Testing

@testable import KernelDoc

@Suite("A buffer for files")
struct FileBufferTests {
    private func load(_ path: String, _ buffer: inout FileBuffer) throws -> [UInt8] {
        try buffer.load(path)
        return Array(buffer.bytes)
    }

    @Test("Files of every size are read to their end, one after the other", arguments: [0, 1, 1 << 18, 600_000])
    func sizes(size: Int) throws {
        let folder = try Folder()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try folder.write(bytes, to: "a")
        try folder.write("short", to: "b")
        var buffer = FileBuffer()
        #expect(try load(folder.path + "/a", &buffer) == bytes)
        #expect(try load(folder.path + "/b", &buffer) == Array("short".utf8))
        #expect(try load(folder.path + "/a", &buffer) == bytes)
    }

    /// A regular file that says it is empty, and gives a page at a time.
    private static let piecemeal = "/proc/self/smaps"

    /// How many bytes one read of it gives, asked for as many as there are.
    private static let first: Int = {
        let descriptor = open(piecemeal, O_RDONLY)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        return read(descriptor, &bytes, bytes.count)
    }()

    @Test(
        "A file that gives fewer bytes than are asked for is read on to its end",
        .enabled(if: 1..<(1 << 16) ~= first, "skipped: no file here is known to come in pieces"))
    func pieces() throws {
        var buffer = FileBuffer()
        #expect(try load(Self.piecemeal, &buffer).count > 2 * Self.first)
        #expect(try SourceFile(reading: Self.piecemeal).bytes.count > 2 * Self.first)
    }
}
