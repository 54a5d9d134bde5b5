/// Which way data moves (`enum dma_data_direction`).
public enum DMADataDirection: Int32, Sendable, CaseIterable {
    /// `DMA_BIDIRECTIONAL`
    case bidirectional = 0
    /// `DMA_TO_DEVICE`: the CPU writes, the device reads.
    case toDevice = 1
    /// `DMA_FROM_DEVICE`: the device writes, the CPU reads.
    case fromDevice = 2

    public var reachesDevice: Bool { self != .fromDevice }
    public var reachesCPU: Bool { self != .toDevice }
}
