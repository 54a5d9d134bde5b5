import ClauseTesting

extension DMABufTestbed {
    /// The documented interfaces, by the functions that they are in C.
    public enum API: String, TestbedName {
        /// `dma_buf_export`
        case export
        /// `dma_buf_fd`; `flag` asks for `O_CLOEXEC`.
        case fd
        /// `dma_buf_get`
        case get
        /// `dma_buf_put`
        case put
        /// `dma_buf_attach`
        case attach
        /// `dma_buf_detach`
        case detach
        /// `dma_buf_map_attachment`
        case mapAttachment
        /// `dma_buf_unmap_attachment`
        case unmapAttachment
        /// `dma_buf_begin_cpu_access`
        case beginCPUAccess
        /// `dma_buf_end_cpu_access`
        case endCPUAccess
        /// `dma_buf_kmap`
        case kmap
        /// `dma_buf_kunmap`
        case kunmap
        /// `dma_buf_kmap_atomic`
        case kmapAtomic
        /// `dma_buf_kunmap_atomic`
        case kunmapAtomic
        /// `dma_buf_vmap`
        case vmap
        /// `dma_buf_vunmap`
        case vunmap
        /// `dma_buf_mmap`, called by an importing driver whose own file userspace maps.
        case mmap
        /// `mmap` on the descriptor, which is `do_mmap` with the buffer's file.
        case userMmap
        /// `munmap`
        case munmap
        /// `DMA_BUF_IOCTL_SYNC` with `DMA_BUF_SYNC_START`
        case syncStart
        /// `DMA_BUF_IOCTL_SYNC` with `DMA_BUF_SYNC_END`
        case syncEnd

        /// What a call of it does to what the testbed holds.
        enum Effect {
            case exports, makesDescriptor, maps
            /// - Parameter isOwn: the testbed gives it back by itself, when the test does not.
            case acquires(Resource, isOwn: Bool)
            case releases(Resource)
        }

        var effect: Effect {
            switch self {
            case .export: .exports
            case .fd: .makesDescriptor
            case .mmap, .userMmap: .maps
            case .get: .acquires(.reference, isOwn: true)
            case .attach: .acquires(.attachment, isOwn: true)
            case .mapAttachment: .acquires(.dmaMapping, isOwn: true)
            case .beginCPUAccess: .acquires(.cpuAccess, isOwn: false)
            case .kmap: .acquires(.kmap, isOwn: false)
            case .kmapAtomic: .acquires(.atomicKmap, isOwn: false)
            case .vmap: .acquires(.vmapping, isOwn: false)
            case .syncStart: .acquires(.syncAccess, isOwn: false)
            case .put: .releases(.reference)
            case .detach: .releases(.attachment)
            case .unmapAttachment: .releases(.dmaMapping)
            case .endCPUAccess: .releases(.cpuAccess)
            case .kunmap: .releases(.kmap)
            case .kunmapAtomic: .releases(.atomicKmap)
            case .vunmap: .releases(.vmapping)
            case .munmap: .releases(.userMapping)
            case .syncEnd: .releases(.syncAccess)
            }
        }

        /// What a test has to hold before it can call it.
        var releases: Resource? { if case .releases(let resource) = effect { resource } else { nil } }
    }
}
