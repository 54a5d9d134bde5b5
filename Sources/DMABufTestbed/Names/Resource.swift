import ClauseTesting

extension DMABufTestbed {
    /// What is held and given back.
    public enum Resource: String, TestbedName {
        /// Between `dma_buf_begin_cpu_access` and `dma_buf_end_cpu_access`; read and written by `dma_buf_kmap`.
        case cpuAccess
        /// Between `SYNC_START` and `SYNC_END`; read and written through a mapping in userspace.
        case syncAccess
        /// A page mapped by `dma_buf_kmap`.
        case kmap
        /// A page mapped by `dma_buf_kmap_atomic`.
        case atomicKmap
        /// The buffer mapped by `dma_buf_vmap`.
        case vmapping
        /// The buffer mapped into a process.
        case userMapping
        /// A reference to the buffer, from `dma_buf_get`.
        case reference
        /// A device attached by `dma_buf_attach`.
        case attachment
        /// A device's way to the pages, from `dma_buf_map_attachment`.
        case dmaMapping

        /// The interface that acquires it.
        var acquiring: API {
            switch self {
            case .cpuAccess: .beginCPUAccess
            case .syncAccess: .syncStart
            case .kmap: .kmap
            case .atomicKmap: .kmapAtomic
            case .vmapping: .vmap
            case .userMapping: .userMmap
            case .reference: .get
            case .attachment: .attach
            case .dmaMapping: .mapAttachment
            }
        }

        /// The interface that gives it back.
        var releasing: API {
            switch self {
            case .cpuAccess: .endCPUAccess
            case .syncAccess: .syncEnd
            case .kmap: .kunmap
            case .atomicKmap: .kunmapAtomic
            case .vmapping: .vunmap
            case .userMapping: .munmap
            case .reference: .put
            case .attachment: .detach
            case .dmaMapping: .unmapAttachment
            }
        }
    }
}
