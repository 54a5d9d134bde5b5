/// What a call is given, beside what the testbed fills in by itself. The defaults are those of a plain, correct call.
public struct Arguments: Sendable, Equatable {
    public var direction: Direction
    /// The chunk (page) that is meant, from 0.
    public var chunk: Int
    /// The part of the object, in chunks; nil: all of it.
    public var extent: Extent?
    public var context: ProcessContext
    /// A choice of the caller's that the interface carries through (a flag asked for, or not).
    public var flag: Bool

    public init(
        direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil, context: ProcessContext = .first,
        flag: Bool = false
    ) {
        self.direction = direction
        self.chunk = chunk
        self.extent = extent
        self.context = context
        self.flag = flag
    }
}

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

/// A range of chunks: `offset` and `length` count chunks.
public struct Extent: Sendable, Hashable {
    public var offset: UInt64
    public var length: UInt64

    public init(offset: UInt64, length: UInt64) {
        self.offset = offset
        self.length = length
    }

    /// Extents that fit into an object of `chunks` chunks: all of it, its first, its last, and what lies between them.
    public static func fitting(_ chunks: Int) -> [Extent] {
        let all = UInt64(chunks)
        let inner = all > 2 ? [Extent(offset: 1, length: all - 2)] : []
        return [Extent(offset: 0, length: all), Extent(offset: 0, length: 1), Extent(offset: all - 1, length: 1)]
            + inner
    }

    /// Extents that do not: too long, past the end, across the end, and one whose end wraps around.
    public static func tooLarge(_ chunks: Int) -> [Extent] {
        let all = UInt64(chunks)
        return [
            Extent(offset: 0, length: all + 1), Extent(offset: all, length: 1), Extent(offset: all - 1, length: 2),
            Extent(offset: UInt64.max, length: 1), Extent(offset: UInt64.max - 1, length: 4),
        ]
    }
}

/// A process context of the simulated (or real) machine.
public enum ProcessContext: String, Sendable, CaseIterable {
    case first, second, third
}

/// What a process context can wait for, which is to sleep.
public enum Wait: String, Sendable, CaseIterable {
    /// Something happens, some time.
    case event
    /// A lock of whatever is tested, that sleeps when another context holds it.
    case lock
    /// Memory is allocated.
    case memory
    /// A device does its work.
    case device
    /// An access begins, for which a device has to finish.
    case access
    /// A part of the object is mapped, in a way that may sleep.
    case mapping
}
