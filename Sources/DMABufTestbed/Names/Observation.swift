import ClauseTesting

extension DMABufTestbed {
    /// What can be seen of the buffer and the world around it.
    public enum Observation: String, TestbedName {
        /// The storage is pinned.
        case storagePinned
        /// Nothing of the storage is pinned.
        case nothingPinned
        /// Pinning it on behalf of userspace was not reported (a report is taken).
        case pinningAccepted
        /// All of the storage is in memory, with what was written to it.
        case storageResident
        /// Memory has all that the CPU wrote.
        case cachesFlushed
        /// The pages have no permanent kernel address.
        case storageInHighmem
        /// No pte of the buffer is left, in no process.
        case allPTEsZapped
        /// The ptes of the one page are gone, and those of all others are there.
        case onlyRangeZapped
        /// Every pte of the other buffer is still there.
        case othersUntouched
        /// Zapping through what all buffers share was reported (the report is taken).
        case sharedZapReported
        /// The next access sees what the device wrote.
        case nextAccessFresh
        /// The files of two buffers are two, and their address space is one.
        case sharedAddressSpace
        /// The mapping refers to the exporter's own file, at the offset where the buffer begins in it.
        case ownFile
        /// The same, and that offset is 0.
        case offsetZero
        /// What was written is still there for the mapping.
        case storageAlive
        /// The device's work was waited for.
        case waitedForDevice
        /// The descriptor made last does not survive `exec`.
        case closeOnExec
    }
}
