import Testing

@testable import KernelDoc

/// What is looked at eight bytes at a time has to be what it is byte by byte.
@Suite("Runs of words")
struct WordRunTests {
    private static let texts: [[UInt8]] = [
        Array("the ring is locked, and 3 slots wait".utf8), Array("A@Z[a`z{ \u{E9}t\u{E9} \t end".utf8), Array(0...255),
        Array(repeating: 0xC1, count: 9) + [0x41, 0x20, 0xE1, 0x61], [], Array("eight by".utf8),
    ]

    @Test("Letters and blanks go on until something else stands there", arguments: texts)
    func ends(text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            for start in 0...bytes.count {
                for limit in start...bytes.count {
                    let end = bytes[start..<limit].firstIndex { !($0.isLetter || $0 == 0x20) } ?? limit
                    #expect(bytes.wordsEnd(from: start, limit: limit) == end)
                }
            }
        }
    }

    @Test("Letters are counted", arguments: texts)
    func letters(text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            for start in 0...bytes.count {
                #expect(bytes.letterCount(in: start..<bytes.count) == bytes[start...].count { $0.isLetter })
            }
        }
    }
}
