extension DMABuffer {
    /// Announces an access by the CPU (`dma_buf_begin_cpu_access`).
    ///
    /// - Returns: 0, or the negative error code of the exporter's callback or of the wait for the buffer's fences.
    ///   -EINTR and -ERESTARTSYS mean that the call was interrupted and is to be made again.
    public func beginCPUAccess(_ direction: DMADataDirection) -> Status {
        begin(direction, for: .kernel)
    }

    /// Ends an access by the CPU (`dma_buf_end_cpu_access`).
    ///
    /// - Returns: 0, or the negative error code of the exporter's callback; the access is then still open.
    public func endCPUAccess(_ direction: DMADataDirection) -> Status {
        end(direction, for: .kernel)
    }

    /// Ends an access by the CPU, as the contract before has it (`dma_buf_end_cpu_access`): it cannot fail.
    public func finishCPUAccess(_ direction: DMADataDirection) {
        _ = end(direction, for: .kernel)
    }

    /// Who asks matters to the contract checker alone: the exporter cannot tell.
    func begin(_ direction: DMADataDirection, for user: Bracket.User) -> Status {
        machine.call("dma_buf_begin_cpu_access") {
            guard isAlive("dma_buf_begin_cpu_access") else { return -Linux.EINVAL }
            var status: Status = 0
            if machine.has(.interruptedBeginBlocksNext), machine.checker.isInterrupted(self, user) {
                return -Linux.EBUSY
            }
            if let begin = operations.beginCPUAccess, calls(begin: direction, for: user) {
                status = machine.callDown(.beginCPUAccess) { begin(self, asked(direction)) }
                if machine.has(.beginCallsDownTwice), status == 0 {
                    status = machine.callDown(.beginCPUAccess) { begin(self, direction) }
                }
                machine.checker.returned(status, from: .beginCPUAccess)
            } else if operations.beginCPUAccess == nil, machine.has(.missingBeginCPUAccessIsAnError) {
                status = -Linux.EINVAL
            }
            if operations.beginCPUAccess == nil, direction == .fromDevice, machine.has(.missingBeginFailsForReads) {
                status = -Linux.EINVAL
            }
            let isUnheeded =
                machine.has(.coreDoesNotWait)
                || machine.has(.nestedBeginDoesNotWait) && machine.checker.isAccessed(self)
            let awaited = machine.has(.coreDoesNotWaitForReaders) ? .fromDevice : direction
            if status == 0, !isUnheeded { status = reservation.wait(for: awaited) }
            if operations.beginCPUAccess == nil, machine.has(.missingBeginLosesInterruption) { status = max(status, 0) }
            status = altered(begin: status, direction)
            machine.checker.began(self, direction, for: user, status)
            if status == 0, machine.has(.beginReturnsOne) { return 1 }
            if status == 0, direction == .fromDevice, machine.has(.beginReturnsOneForReads) { return 1 }
            return status
        }
    }

    func end(_ direction: DMADataDirection, for user: Bracket.User) -> Status {
        machine.call("dma_buf_end_cpu_access") {
            guard isAlive("dma_buf_end_cpu_access") else { return -Linux.EINVAL }
            var status: Status = 0
            machine.checker.ending(self, direction, for: user)
            if let end = operations.endCPUAccess, calls(end: direction, for: user) {
                status = machine.callDown(.endCPUAccess) { end(self, told(direction, user)) }
                if machine.has(.endCallsDownTwice), status == 0 {
                    status = machine.callDown(.endCPUAccess) { end(self, direction) }
                }
                machine.checker.returned(status, from: .endCPUAccess)
            } else if operations.endCPUAccess == nil, machine.has(.missingEndCPUAccessIsAnError) {
                status = -Linux.EINVAL
            }
            status = altered(end: status, user)
            if machine.has(.endErrorLostForReads), direction == .fromDevice, status < 0 { status = 0 }
            machine.checker.ended(self, direction, for: user, isHeard(by: user) ? status : 0)
            if status == 0, machine.has(.endReturnsOne) { return 1 }
            return status
        }
    }

    /// Before, an importer did not get to know how the end went.
    private func isHeard(by user: Bracket.User) -> Bool { machine.contract == .current || user == .userspace }

    // MARK: - Faults

    private func calls(begin direction: DMADataDirection, for user: Bracket.User) -> Bool {
        if machine.has(.syncStartSkipsCallbackForWrites), user == .userspace, direction == .toDevice { return false }
        if machine.has(.secondSyncStartSkipsCallback), user == .userspace,
            machine.count(.secondSyncStartSkipsCallback) > 1
        {
            return false
        }
        if machine.has(.nestedBeginSkipsCallback), machine.checker.openCount(self, user) > 0 { return false }
        if machine.has(.kernelBeginSkippedDuringSync), user == .kernel, machine.checker.isAccessed(self, by: .userspace)
        {
            return false
        }
        if machine.has(.kernelBeginAfterSyncSkipsCallback), user == .kernel,
            machine.checker.hasUsers(self, in: .userspace), !machine.checker.isAccessed(self)
        {
            return false
        }
        if machine.has(.kernelBeginSkippedWhileMapped), user == .kernel, wasMapped { return false }
        if machine.has(.missingEndSkipsBegin), operations.endCPUAccess == nil { return false }
        if machine.has(.beginSkipsCallbackForWrites), user == .kernel, direction == .toDevice { return false }
        return true
    }

    private func calls(end direction: DMADataDirection, for user: Bracket.User) -> Bool {
        if machine.has(.syncEndSkipsCallbackForReads), user == .userspace, direction == .fromDevice { return false }
        if machine.has(.nestedEndSkipsCallback), machine.checker.openCount(self, user) > 1 { return false }
        if machine.has(.endDuringVmapSkipsCallback), vmappingCount > 0 { return false }
        if machine.has(.endSkipsCallbackForReads), user == .kernel, direction == .fromDevice { return false }
        return true
    }

    private func asked(_ direction: DMADataDirection) -> DMADataDirection {
        if machine.has(.firstDirectionStays) { return firstDirection(or: direction) }
        return machine.has(.beginPassesBothDirections) ? .bidirectional : direction
    }

    /// What an end that is made again has to be done for.
    private func told(_ direction: DMADataDirection, _ user: Bracket.User) -> DMADataDirection {
        machine.has(.restartedEndDoesNotSync) && machine.checker.isEndInterrupted(self, user) ? .fromDevice : direction
    }

    private func altered(begin status: Status, _ direction: DMADataDirection) -> Status {
        if machine.has(.beginErrorLostForWrites), direction == .toDevice, status < 0 { return 0 }
        if machine.has(.beginErrorLostWhileOpen), status < 0, machine.checker.isAccessed(self) { return 0 }
        if machine.has(.beginLosesLargeErrors), status < -100, status > -Linux.ERESTARTSYS { return 0 }
        if machine.has(.secondInterruptionSucceeds), status == -Linux.EINTR || status == -Linux.ERESTARTSYS,
            machine.count(.secondInterruptionSucceeds) > 1
        {
            return 0
        }
        if machine.has(.beginTurnsEIOIntoSuccess), status == -Linux.EIO { return 0 }
        if machine.has(.beginTurnsErrorsIntoEINVAL), status < 0, status != -Linux.EINTR, status != -Linux.ERESTARTSYS {
            return -Linux.EINVAL
        }
        if machine.has(.beginTurnsRestartIntoEINTR), status == -Linux.ERESTARTSYS { return -Linux.EINTR }
        if machine.has(.beginReportsAllocationFailureAsEAGAIN), status == -Linux.ENOMEM { return -Linux.EAGAIN }
        return status
    }

    private func altered(end status: Status, _ user: Bracket.User) -> Status {
        if machine.has(.endIgnoresEIO), status == -Linux.EIO { return 0 }
        if status < 0, machine.checker.isAccessed(self, by: user == .kernel ? .userspace : .kernel),
            machine.has(.endErrorLostBesideOtherAccess)
        {
            return 0
        }
        if machine.has(.endTurnsErrorsIntoEINVAL), status < 0, status != -Linux.EINTR, status != -Linux.ERESTARTSYS {
            return -Linux.EINVAL
        }
        if machine.has(.endTurnsRestartIntoEINTR), status == -Linux.ERESTARTSYS { return -Linux.EINTR }
        return status
    }
}
