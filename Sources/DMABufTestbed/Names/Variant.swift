import ClauseTesting

extension DMABufTestbed {
    /// Exporters that differ as real ones do.
    public enum Variant: String, TestbedName {
        /// Pages of the system, accessed where they are.
        case plain
        /// Pages that memory pressure can take, pinned while the CPU accesses them.
        case pinning
        /// As `pinning`, and pinned until the buffer is released.
        case keeping
        /// Copies to temporary storage, as far as the direction asks for it.
        case copying
        /// Fakes coherency for userspace by zapping ptes, with a file and an offset of its own.
        case zapping
        /// Storage in a shmem file, at offset 0.
        case shmem
        /// Every optional callback is left out.
        case minimal
    }
}
