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
    }
}
