/// A hash that is the same in every run and on every machine (FNV-1a of 32 bits), for names that have to last.
public struct FNV1a: Sendable {
    /// The hash of what was added so far.
    public private(set) var value: UInt32 = 0x811C_9DC5

    public init() {}

    /// Adds one byte.
    public mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

    /// Adds bytes, in their order.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }
}
