/// Up to eight bytes of a text as one number, the first in its lowest bits: they are looked at all at once.
struct EightBytes {
    private let value: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// The bytes from `start` to `end`, or the first eight of them; zeros where there are fewer.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        let count = min(end &- start, 8)
        guard count > 0 else {
            value = 0
            return
        }
        if start &+ 8 <= bytes.count {
            let loaded = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
            self = EightBytes(value: UInt64(littleEndian: loaded)).prefix(count)
        } else {
            value = Self.gathered(bytes, start, count)
        }
    }

    private init(value: UInt64) { self.value = value }

    /// Near the end of the memory, one by one.
    @inline(never)
    private static func gathered(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }

    static var none: EightBytes { EightBytes(value: 0) }

    /// The first `count` of them, zeros behind; `count` is from 1 to 8.
    @inline(__always)
    func prefix(_ count: Int) -> EightBytes {
        EightBytes(value: value & ~0 &>> UInt64(truncatingIfNeeded: 64 - 8 * count))
    }

    /// The same, letters in lower case.
    @inline(__always)
    var lowered: UInt64 { value | within(0x41...0x5a) >> 2 }

    /// The same of what is letters of lower case but, perhaps, the first.
    @inline(__always)
    func lowered(isCapitalised: Bool) -> UInt64 { isCapitalised ? value | 0x20 : value }

    /// How many letters of lower case they begin with; `afterCapital`: the first byte is no matter.
    @inline(__always)
    func lowerCaseCount(afterCapital: Bool) -> Int {
        let others = within(0x61...0x7a) ^ Self.highest
        return (afterCapital ? others & ~0x80 : others).trailingZeroBitCount / 8
    }

    /// The highest bit of each byte that is in `range`, which is of ASCII.
    @inline(__always)
    private func within(_ range: ClosedRange<UInt8>) -> UInt64 {
        // The first sum has the highest bit from the range's first byte on, the second from behind its last; without
        // their own highest bits, no byte carries over to the next.
        let ascii = value & ~Self.highest
        let from = ascii &+ UInt64(0x80 - range.lowerBound) &* Self.ones
        let behind = ascii &+ UInt64(0x7f - range.upperBound) &* Self.ones
        return from & ~behind & ~value & Self.highest
    }
}
