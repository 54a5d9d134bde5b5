/// Finds and repairs what is no UTF-8.
enum UTF8Check {
    /// A warning of the first byte that is no valid UTF-8, or nil.
    static func diagnostic(_ bytes: UnsafeRawBufferPointer, file: String) -> Diagnostic? {
        guard let first = firstInvalid(bytes) else { return nil }
        let lineStart = bytes[..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let lineEnd = bytes[first...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[..<first].count { $0 == UInt8(ascii: "\n") } + 1
        let excerpt = bytes[lineStart..<min(lineEnd, lineStart + 200)]
        return Diagnostic(
            .warning, file: file, line: line, column: first - lineStart + 1,
            message: "invalid UTF-8; such bytes are read as \u{FFFD}", advice: "save the file as UTF-8",
            excerpt: String(decoding: excerpt, as: UTF8.self))
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text behind a byte order mark: some editors begin a file with one, and it says nothing.
    static func withoutMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        bytes.starts(with: byteOrderMark) ? UnsafeRawBufferPointer(rebasing: bytes[byteOrderMark.count...]) : bytes
    }

    /// The same text, with U+FFFD for what is no UTF-8, and without a byte order mark.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        let text = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
        guard text.withUnsafeBytes({ firstInvalid($0) }) != nil else { return text }
        return Array(String(decoding: text, as: UTF8.self).utf8)
    }

    /// The offset of the first byte that belongs to no valid character.
    static func firstInvalid(_ text: UnsafeRawBufferPointer) -> Int? {
        var i = 0
        while i < text.count {
            if text[i] < 0x80 {
                i += max(1, asciiLength(text, i))
                continue
            }
            guard let length = characterLength(text, i) else { return i }
            i += length
        }
        return nil
    }

    /// The length of the ASCII text at `start`, as far as whole words of eight bytes tell; many at once, mostly: of a
    /// loop of fixed length the compiler makes vector code.
    private static func asciiLength(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
        func word(_ offset: Int) -> UInt64 { text.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        let beyond: UInt64 = 0x8080_8080_8080_8080
        var i = start
        let block = 128
        while i + block <= text.count {
            var all: UInt8 = 0
            for offset in 0..<block { all |= text[i &+ offset] }
            guard all < 0x80 else { break }
            i += block
        }
        while i + 8 <= text.count, word(i) & beyond == 0 { i += 8 }
        return i - start
    }

    /// The length of the character of two to four bytes at `i`, or nil (Unicode 15, table 3-7).
    private static func characterLength(_ text: UnsafeRawBufferPointer, _ i: Int) -> Int? {
        func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            i + offset < text.count && range.contains(text[i + offset])
        }
        switch text[i] {
        case 0xC2...0xDF: return isTail(1) ? 2 : nil
        case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : nil
        case 0xE1...0xEC, 0xEE...0xEF: return isTail(1) && isTail(2) ? 3 : nil
        case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : nil
        case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : nil
        default: return nil
        }
    }
}
