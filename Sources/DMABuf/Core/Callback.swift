/// The members of `struct dma_buf_ops`.
public enum Callback: String, Sendable, CaseIterable {
    case attach
    case detach
    case mapDMABuf
    case unmapDMABuf
    case release
    case beginCPUAccess
    case endCPUAccess
    case kmapAtomic
    case kunmapAtomic
    case kmap
    case kunmap
    case mmap
    case vmap
    case vunmap

    /// Its name in C.
    public var member: String {
        switch self {
        case .attach: "attach"
        case .detach: "detach"
        case .mapDMABuf: "map_dma_buf"
        case .unmapDMABuf: "unmap_dma_buf"
        case .release: "release"
        case .beginCPUAccess: "begin_cpu_access"
        case .endCPUAccess: "end_cpu_access"
        case .kmapAtomic: "kmap_atomic"
        case .kunmapAtomic: "kunmap_atomic"
        case .kmap: "kmap"
        case .kunmap: "kunmap"
        case .mmap: "mmap"
        case .vmap: "vmap"
        case .vunmap: "vunmap"
        }
    }

    /// Whether it must not sleep.
    var mustNotSleep: Bool { self == .kmapAtomic || self == .kunmapAtomic }
}
