/// A kernel virtual address (`void *`); NULL is Swift's nil. Like in C, it may carry an error code.
public struct KernelAddress: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// An error pointer (`ERR_PTR`), from a negative error code.
    public init(error: Status) { rawValue = UInt64(bitPattern: Int64(error)) }

    /// The negative error code that it carries (`IS_ERR`, `PTR_ERR`); nil for an address.
    public var error: Status? {
        let value = Int64(bitPattern: rawValue)
        return value < 0 && value >= -Int64(Linux.maxErrno) ? Status(value) : nil
    }

    public var description: String { "0x" + String(rawValue, radix: 16) }

    var page: UInt64 { rawValue >> UInt64(Page.shift) }
    var offset: Int { Int(rawValue & UInt64(Page.size - 1)) }

    public static func + (address: KernelAddress, offset: Int) -> KernelAddress {
        KernelAddress(rawValue: address.rawValue &+ UInt64(bitPattern: Int64(offset)))
    }
}
