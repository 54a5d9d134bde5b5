/// What userspace hands to `DMA_BUF_IOCTL_SYNC` (`struct dma_buf_sync`).
public struct DMABufSync: Sendable, Equatable {
    /// The command (`DMA_BUF_IOCTL_SYNC`, `_IOW('b', 0, struct dma_buf_sync)`).
    public static let command: UInt32 = 0x4008_6200

    /// `DMA_BUF_SYNC_READ`
    public static let read: UInt64 = 1 << 0
    /// `DMA_BUF_SYNC_WRITE`
    public static let write: UInt64 = 2 << 0
    /// `DMA_BUF_SYNC_RW`
    public static let readWrite: UInt64 = read | write
    /// `DMA_BUF_SYNC_START`
    public static let start: UInt64 = 0 << 2
    /// `DMA_BUF_SYNC_END`
    public static let end: UInt64 = 1 << 2
    /// `DMA_BUF_SYNC_VALID_FLAGS_MASK`
    static let validFlags = readWrite | end

    public var flags: UInt64

    public init(flags: UInt64) { self.flags = flags }

    /// The flags that ask for a direction.
    public static func flags(for direction: DMADataDirection) -> UInt64 {
        switch direction {
        case .bidirectional: readWrite
        case .toDevice: write
        case .fromDevice: read
        }
    }
}
