/// The direction of a transfer, as the DMA API names it (`enum dma_data_direction`).
public enum Direction: String, Sendable, CaseIterable {
    case bidirectional, toDevice, fromDevice

    /// Data written by the CPU reaches the device.
    public var reachesDevice: Bool { self != .fromDevice }
    /// Data written by the device reaches the CPU.
    public var reachesCPU: Bool { self != .toDevice }
    /// What the CPU sees in an access of this direction where memory has `byte`: nothing, when it may not read.
    public func sees(_ byte: UInt8) -> Set<UInt8?> { reachesCPU ? [byte] : [] }
    /// What it sees where it has written `byte` itself, or, when what it writes reaches nobody, nothing over `other`.
    public func sees(_ byte: UInt8, or other: UInt8) -> Set<UInt8?> { sees(reachesDevice ? byte : other) }
    /// A direction that differs from this one.
    public var another: Direction { self == .fromDevice ? .toDevice : .fromDevice }
    /// The direction that this one does not promise; nil for both ways.
    public var other: Direction? {
        switch self {
        case .bidirectional: nil
        case .toDevice: .fromDevice
        case .fromDevice: .toDevice
        }
    }
}
