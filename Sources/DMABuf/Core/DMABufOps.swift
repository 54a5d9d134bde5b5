/// What an exporter fills in (`struct dma_buf_ops`). Every member can be left out; `DMABuffer.export` refuses
/// those without a mandatory one.
public struct DMABufOps: Sendable {
    /// `attach`: a device joins; optional.
    public var attach: (@Sendable (DMABuffer, Device, Attachment) -> Status)?
    /// `detach`: it leaves; optional.
    public var detach: (@Sendable (DMABuffer, Attachment) -> Void)?
    /// `map_dma_buf`: gives a device its way to the pages; mandatory, may sleep.
    public var mapDMABuf: (@Sendable (Attachment, DMADataDirection) -> Pointer<SGTable>)?
    /// `unmap_dma_buf`: ends it; mandatory.
    public var unmapDMABuf: (@Sendable (Attachment, SGTable, DMADataDirection) -> Void)?
    /// `release`: the last reference is gone; mandatory.
    public var release: (@Sendable (DMABuffer) -> Void)?
    /// `begin_cpu_access`: the CPU is about to access; optional.
    public var beginCPUAccess: (@Sendable (DMABuffer, DMADataDirection) -> Status)?
    /// `end_cpu_access`: it is done; optional.
    public var endCPUAccess: (@Sendable (DMABuffer, DMADataDirection) -> Status)?
    /// `kmap_atomic`: maps a page without sleeping; mandatory.
    public var kmapAtomic: (@Sendable (DMABuffer, UInt) -> KernelAddress?)?
    /// `kunmap_atomic`: unmaps it; optional, must not sleep.
    public var kunmapAtomic: (@Sendable (DMABuffer, UInt, KernelAddress?) -> Void)?
    /// `kmap`: maps a page; mandatory.
    public var kmap: (@Sendable (DMABuffer, UInt) -> KernelAddress?)?
    /// `kunmap`: unmaps it; optional.
    public var kunmap: (@Sendable (DMABuffer, UInt, KernelAddress?) -> Void)?
    /// `mmap`: maps the buffer into a process; optional.
    public var mmap: (@Sendable (DMABuffer, VMA) -> Status)?
    /// `vmap`: maps the whole buffer contiguously; optional.
    public var vmap: (@Sendable (DMABuffer) -> KernelAddress?)?
    /// `vunmap`: unmaps it; optional.
    public var vunmap: (@Sendable (DMABuffer, KernelAddress?) -> Void)?

    public init() {}

    /// Whether a callback is there.
    public func has(_ callback: Callback) -> Bool {
        switch callback {
        case .attach: attach != nil
        case .detach: detach != nil
        case .mapDMABuf: mapDMABuf != nil
        case .unmapDMABuf: unmapDMABuf != nil
        case .release: release != nil
        case .beginCPUAccess: beginCPUAccess != nil
        case .endCPUAccess: endCPUAccess != nil
        case .kmapAtomic: kmapAtomic != nil
        case .kunmapAtomic: kunmapAtomic != nil
        case .kmap: kmap != nil
        case .kunmap: kunmap != nil
        case .mmap: mmap != nil
        case .vmap: vmap != nil
        case .vunmap: vunmap != nil
        }
    }

    /// Leaves a callback out.
    public mutating func remove(_ callback: Callback) {
        switch callback {
        case .attach: attach = nil
        case .detach: detach = nil
        case .mapDMABuf: mapDMABuf = nil
        case .unmapDMABuf: unmapDMABuf = nil
        case .release: release = nil
        case .beginCPUAccess: beginCPUAccess = nil
        case .endCPUAccess: endCPUAccess = nil
        case .kmapAtomic: kmapAtomic = nil
        case .kunmapAtomic: kunmapAtomic = nil
        case .kmap: kmap = nil
        case .kunmap: kunmap = nil
        case .mmap: mmap = nil
        case .vmap: vmap = nil
        case .vunmap: vunmap = nil
        }
    }
}
