import ClauseTesting

extension DMABufTestbed {
    /// What phrases of the domain arrange or do.
    public enum Action: String, TestbedName {
        /// Begins an access in the kernel, and leaves it open.
        case beginKernelAccess
        /// Begins an access of userspace by SYNC_START, and leaves it open.
        case beginUserAccess
        /// Writes in an access of the kernel, and ends it.
        case endKernelAccess
        /// Writes to the buffer, lets memory pressure take what it can, and begins an access.
        case beginAfterPressure
        /// Begins an access, lets memory pressure take what it can, and maps a page atomically.
        case pressDuringAccess
        /// Maps the buffer for two devices, ends the mapping of one, and lets memory pressure take what it can.
        case pressDuringDeviceAccess
        /// Maps the buffer into two processes and another buffer into one, and touches every page of both.
        case mapBuffers
        /// Does the same, and lets the exporter zap all ptes of the buffer.
        case zapAllPTEs
        /// Does the same, and lets the exporter zap the ptes of one page.
        case zapRange
        /// Does the same, and unmaps one page in the address space of the mapping's file.
        case unmapMappingRange
        /// Does the same, and unmaps one page in the address space of the buffer's own file.
        case unmapSharedRange
        /// Does the same, and lets a device write to the buffer.
        case leaveCPUDomain
        /// Maps the buffer, and releases everything but the mapping.
        case releaseWhileMapped
        /// Zaps, gives a device work that is not done yet, and lets the process touch a page.
        case faultDuringDeviceWork
    }
}
