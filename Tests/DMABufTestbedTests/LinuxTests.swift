import Foundation
import Testing

@testable import DMABufTestbed

/// What the backend for Linux needs and any machine has; the rest runs where a kernel with the probe does.
@Suite("The backend for Linux") struct LinuxTests {
    /// A kernel's description of its types, put together by hand: an `int`, a struct, an enum, a pointer to the
    /// struct, and two functions.
    private static func types() -> [UInt8] {
        let strings = Array("\0int\0thing\0way\0dma_buf_use\0other\0".utf8)
        func name(_ text: String) -> Int {
            strings.indices.first { strings[$0...].starts(with: Array(text.utf8) + [0]) } ?? 0
        }
        func words(_ numbers: Int...) -> [UInt8] {
            numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
        }
        var types = words(name("int"), 1 << 24, 4, 32)  // 1
        types += words(name("thing"), 4 << 24, 0)  // 2
        types += words(name("way"), 6 << 24 | 1, 4) + words(0, 0)  // 3
        types += words(0, 2 << 24, 2)  // 4: struct thing *
        types += words(0, 13 << 24 | 2, 1) + words(0, 4, 0, 3)  // 5: int (struct thing *, enum way)
        types += words(name("dma_buf_use"), 12 << 24, 5)  // 6
        types += words(name("other"), 12 << 24, 5)  // 7
        let header: [UInt8] = [0x9F, 0xEB, 1, 0] + words(24, 0, types.count, types.count, strings.count)
        return header + types + strings
    }

    @Test("Prototypes are read from the kernel's own description of its types")
    func prototypes() throws {
        let types = try #require(KernelTypes(Self.types()))
        #expect(types.prototype(named: "dma_buf_use") == "int (struct thing *, enum way)")
        #expect(types.prototype(named: "dma_buf_kmap") == nil)
    }

    @Test("A description that is cut off, or none, is no crash")
    func damagedTypes() {
        let all = Self.types()
        for length in 0..<all.count { _ = KernelTypes(Array(all[..<length]))?.prototype(named: "dma_buf_use") }
        for index in all.indices {
            var damaged = all
            damaged[index] = 0xFF
            _ = KernelTypes(damaged)?.prototype(named: "dma_buf_use")
        }
        #expect(KernelTypes([]) == nil)
    }

    @Test("An access where nothing is mapped faults, and hurts nobody")
    func faultingAccess() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "specgen-\(UUID().uuidString)")
        try Data(count: 2 * UserMapping.pageSize).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try FileHandle(forUpdating: url)
        let memory = try FaultingAccess()
        let mapping = try UserMapping.map(file.fileDescriptor, offset: 1, pages: 1).get()
        #expect(memory.load(mapping.start) == 0)
        #expect(memory.store(0x5A, mapping.start))
        #expect(memory.load(mapping.start) == 0x5A)
        #expect(mapping.file?.pageOffset == 1)
        #expect(mapping.unmap() == 0)
        #expect(memory.load(mapping.start) == nil)
        #expect(!memory.store(1, mapping.start))
        // And afterwards everything is as before.
        let next = try UserMapping.map(file.fileDescriptor, offset: 1, pages: 1).get()
        #expect(next.start != mapping.start)
        #expect(memory.load(next.start) == 0x5A)
        #expect(next.unmap() == 0)
    }

    @Test(
        "Without a probe, the backend says what is missing",
        .enabled(if: !FileManager.default.fileExists(atPath: Probe.path), "there is a probe here"))
    func noProbe() throws {
        let error = #expect(throws: ProbeFailure.self) { try Probe() }
        #expect(error?.description.contains("/dev/specgen-probe") == true)
        #expect(error?.description.contains("Linux/probe") == true)
    }
}
