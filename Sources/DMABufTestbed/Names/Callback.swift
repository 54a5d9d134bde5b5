import ClauseTesting

extension DMABufTestbed {
    /// The members of `struct dma_buf_ops`.
    public enum Callback: String, TestbedName {
        case attach
        case detach
        /// `map_dma_buf`
        case mapDMABuf
        /// `unmap_dma_buf`
        case unmapDMABuf
        case release
        /// `begin_cpu_access`
        case beginCPUAccess
        /// `end_cpu_access`
        case endCPUAccess
        /// `kmap_atomic`
        case kmapAtomic
        /// `kunmap_atomic`
        case kunmapAtomic
        case kmap
        case kunmap
        case mmap
        case vmap
        case vunmap
    }
}
