import Foundation
import Testing

@testable import KernelDoc

@Suite("A buffer for files")
struct FileBufferTests {
    private func load(_ path: String, _ buffer: inout FileBuffer) throws -> [UInt8] {
        try buffer.load(path) { _ in true }
        #expect(buffer.length == buffer.bytes.count)
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

    /// Blank lines with an "x" at such an offset, up to three times as many as a piece has; -1: none.
    @Test(
        "A long file is read if a line of it is wanted, wherever pieces are cut",
        arguments: [-1, 0, (1 << 18) - 2, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3 << 18])
    func longFiles(offset: Int) throws {
        let folder = try Folder()
        var bytes = [UInt8](repeating: 0x0A, count: 3 << 18)
        if offset >= 0 { bytes.insert(contentsOf: "wanted".utf8, at: offset) }
        try folder.write(bytes, to: "a")
        var buffer = FileBuffer()
        try buffer.load(folder.path + "/a") { Self.holds("wanted", $0) }
        #expect(buffer.length == bytes.count)
        #expect(Array(buffer.bytes) == (offset < 0 ? [] : bytes))
    }

    private static func holds(_ word: String, _ text: UnsafeRawBufferPointer) -> Bool {
        String(decoding: text, as: UTF8.self).contains(word)
    }

    @Test("A file with a line longer than a piece is read, and a short one whatever it holds")
    func longLines() throws {
        let folder = try Folder()
        let line = [UInt8](repeating: 0x78, count: 1 << 19)
        try folder.write(line, to: "a")
        try folder.write("short", to: "b")
        var buffer = FileBuffer()
        try buffer.load(folder.path + "/a") { _ in false }
        #expect(Array(buffer.bytes) == line)
        try buffer.load(folder.path + "/b") { _ in false }
        #expect(Array(buffer.bytes) == Array("short".utf8))
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
