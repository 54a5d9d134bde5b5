import Foundation
import Testing

@testable import KernelDoc

@Suite("The memory of cmark's trees", .serialized)
struct TreeMemoryTests {
    private let functions = TreeMemory.functions.pointee

    private func bytes(_ piece: UnsafeMutableRawPointer?, _ count: Int) throws -> UnsafeMutableRawBufferPointer {
        let start: UnsafeMutableRawPointer = try #require(piece)
        return UnsafeMutableRawBufferPointer(start: start, count: count)
    }

    @Test("A piece is zero, however its memory was used before")
    func zeroed() throws {
        for _ in 0..<2 {
            let piece = try bytes(functions.calloc(10, 100), 1000)
            #expect(piece.allSatisfy { $0 == 0 })
            for index in piece.indices { piece[index] = 0xFF }
            TreeMemory.ofThread.takeBack()
        }
    }

    @Test("A piece that grows keeps what is in it, the last one and any other", arguments: [1, 15, 16, 1000, 3 << 20])
    func growing(size: Int) throws {
        defer { TreeMemory.ofThread.takeBack() }
        var first = try bytes(functions.realloc(nil, size), size)
        for index in first.indices { first[index] = UInt8(truncatingIfNeeded: index) }
        first = try bytes(functions.realloc(first.baseAddress, 2 * size), 2 * size)
        let second = try bytes(functions.calloc(1, size), size)
        first = try bytes(functions.realloc(first.baseAddress, 5 * size), 5 * size)
        #expect(first[..<size].elementsEqual((0..<size).map { UInt8(truncatingIfNeeded: $0) }))
        for index in first.indices { first[index] = 0xFF }
        #expect(second.allSatisfy { $0 == 0 })
    }

    @Test("Pieces are aligned for anything that C puts there")
    func aligned() throws {
        defer { TreeMemory.ofThread.takeBack() }
        for size in 1...40 {
            let piece = try #require(functions.calloc(1, size))
            #expect(UInt(bitPattern: piece) % 16 == 0)
        }
    }
}
