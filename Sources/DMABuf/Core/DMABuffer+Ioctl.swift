extension DMABuffer {
    /// What userspace can ask of a dma-buf's descriptor (`dma_buf_ioctl`).
    ///
    /// - Parameter argument: what the pointer points at; nil when it points nowhere.
    /// - Returns: 0; -ENOTTY for any other command than SYNC, -EFAULT for a bad pointer, -EINVAL for unknown flags or
    ///   no direction, or what begin and end return.
    func ioctl(_ command: UInt32, _ argument: DMABufSync?) -> Status {
        machine.call("dma_buf_ioctl") {
            guard command == DMABufSync.command else { return -Linux.ENOTTY }
            guard let flags = argument?.flags else { return -Linux.EFAULT }
            guard flags & ~DMABufSync.validFlags == 0 else {
                return -Linux.EINVAL
            }
            guard let direction = direction(flags) else { return -Linux.EINVAL }
            if direction == .fromDevice, machine.has(.syncReadsWearOut), machine.count(.syncReadsWearOut) > 16 {
                return -Linux.EBUSY
            }
            if machine.has(.syncWearsOut), machine.count(.syncWearsOut) >= 16 { return -Linux.EBUSY }
            if flags & DMABufSync.end == 0, machine.has(.secondSyncStartFails),
                machine.checker.hasUsers(self, in: .userspace)
            {
                return -Linux.EBUSY
            }
            let status =
                flags & DMABufSync.end == 0
                ? begin(direction, for: .userspace) : end(direction, for: .userspace)
            return altered(status, direction)
        }
    }

    /// READ is what devices wrote, WRITE what they are to see.
    private func direction(_ flags: UInt64) -> DMADataDirection? {
        switch flags & DMABufSync.readWrite {
        case DMABufSync.read: machine.has(.syncSwapsDirections) ? .toDevice : .fromDevice
        case DMABufSync.write:
            machine.has(.syncRefusesWriteAlone) ? nil : machine.has(.syncSwapsDirections) ? .fromDevice : .toDevice
        case DMABufSync.readWrite: .bidirectional
        default: nil
        }
    }

    private func altered(_ status: Status, _ direction: DMADataDirection) -> Status {
        if machine.has(.syncIgnoresErrors) { return 0 }
        if machine.has(.syncLosesEAGAINForReads), direction == .fromDevice, status == -Linux.EAGAIN { return 0 }
        if machine.has(.syncTurnsEIOIntoSuccess), status == -Linux.EIO { return 0 }
        if machine.has(.syncTurnsEAGAINIntoEINTR), status == -Linux.EAGAIN { return -Linux.EINTR }
        return status
    }
}
