import ClauseTesting

extension DMABufTestbed {
    /// What can run out.
    public enum Supply: String, TestbedName {
        /// Pages to allocate.
        case memory
        /// Address space for `vmap`.
        case vmallocSpace
        /// Slots for `kmap_atomic`.
        case atomicSlots
        /// Slots for `kmap`.
        case kmapSlots
    }
}
