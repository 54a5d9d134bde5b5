#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the readers ask about a byte of text.
extension UInt8 {
    @inline(__always)
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    @inline(__always)
    var isUppercase: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    @inline(__always)
    var isLowercase: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
    @inline(__always)
    var isLetter: Bool { isLowercase || isUppercase }
    /// Printable, and neither letter nor digit.
    @inline(__always)
    var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isLetter && !isDigit }
    @inline(__always)
    var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

/// Bytes of a source, as the readers hand them around.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// The source line, from 1, of each line of a text.
typealias LineNumbers = UnsafeBufferPointer<Int32>

extension UnsafeBufferPointer<UInt8> {
    /// Whether `text` stands at `offset`, all of it before `limit`.
    @inline(__always)
    func has(_ text: StaticString, at offset: Int, limit: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard offset >= 0, offset + count <= limit, limit <= self.count else { return false }
        for i in 0..<count where self[offset + i] != text.utf8Start[i] { return false }
        return true
    }

    /// Where the next line break stands, or the end of the text.
    @inline(__always)
    func lineEnd(from start: Int) -> Int {
        guard start < count, let base = baseAddress, let found = memchr(base + start, 0x0A, count - start) else {
            return count
        }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// The end of the run of letters and single bytes of blank that begins at `start`, or `start`; not beyond `limit`.
    @inline(__always)
    func wordsEnd(from start: Int, limit: Int) -> Int {
        var i = start
        // Eight bytes at once, as long as all of them go on.
        while i + 8 <= limit {
            let raw = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: i, as: UInt64.self)
            let others = Self.others(than: UInt64(littleEndian: raw))
            guard others == 0 else { return i + others.trailingZeroBitCount / 8 }
            i += 8
        }
        while i < limit, self[i].isLetter || self[i] == UInt8(ascii: " ") { i += 1 }
        return i
    }

    /// The highest bit of each of eight bytes that is neither a letter nor a blank.
    @inline(__always)
    private static func others(than bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highest = 0x80 &* ones
        let blanks = ~((bytes ^ 0x20 &* ones) & ~highest &+ 0x7F &* ones)
        return ~(letters(of: bytes) | blanks) & highest | bytes & highest
    }

    /// The highest bit of each of eight bytes that is a letter; of others that are no ASCII, it may be set, too.
    @inline(__always)
    private static func letters(of bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highest = 0x80 &* ones
        // Of seven bits no sum carries over to the next byte. Bit 5 makes small letters of all, and letters of nothing
        // else.
        let small = bytes & ~highest | 0x20 &* ones
        return (small &+ (0x80 - 0x61) &* ones) & ~(small &+ (0x80 - 0x7B) &* ones) & highest
    }

    /// How many letters stand in `range`.
    func letterCount(in range: Range<Int>) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var count = 0
        var i = range.lowerBound
        while i + 8 <= range.upperBound {
            let raw = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: i, as: UInt64.self)
            // One for each letter, added up in the highest byte.
            let found = (Self.letters(of: raw) & ~raw) >> 7
            count &+= Int(truncatingIfNeeded: (found &* ones) >> 56)
            i += 8
        }
        while i < range.upperBound {
            count &+= self[i].isLetter ? 1 : 0
            i += 1
        }
        return count
    }

    /// Where a byte stands next.
    @inline(__always)
    func next(_ byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, let base = baseAddress,
            let found = memchr(base + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// The range without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower] <= 0x20 { lower += 1 }
        while upper > lower, self[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }
}
