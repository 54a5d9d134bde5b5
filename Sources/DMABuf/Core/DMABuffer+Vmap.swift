extension DMABuffer {
    /// Maps the whole buffer contiguously (`dma_buf_vmap`), or takes part in the mapping that exists.
    ///
    /// - Returns: its address; NULL when the exporter has no vmap, or when that fails, in whatever way.
    public func vmap() -> KernelAddress? {
        machine.call("dma_buf_vmap") {
            guard isAlive("dma_buf_vmap") else { return nil }
            guard let vmap = operations.vmap else {
                markFailedVmap()
                return machine.has(.missingVmapIsIgnored) ? KernelAddress(rawValue: UInt64(Page.size)) : nil
            }
            if vmappingCount > 0, machine.has(.vmapJoinsWithoutLock) {
                vmappingCount += 1
                return vmapPointer
            }
            return underLock(unless: .vmapTakesNoLock) {
                if machine.has(.heldAtomicKmapBlocksVmap), machine.checker.totalAtomicCount > 0 { return nil }
                if vmappingCount > 0, isMappedByOther, machine.has(.vmapOfOthersCallsDown) { _ = called(vmap) }
                if vmappingCount > 0, !machine.has(.vmapCallsDownEveryTime) {
                    if vmappingCount < 3 || !machine.has(.vmapCountStopsAtThree) { vmappingCount += 1 }
                    return machine.has(.sharedVmapIsOffset) ? vmapPointer.map { $0 + Page.size } : vmapPointer
                }
                guard let address = called(vmap) else {
                    if machine.has(.failedVmapIsCounted) { vmappingCount = 1 }
                    return nil
                }
                vmapPointer = address
                noteMapper()
                vmappingCount += 1
                machine.checker.mapped(self, at: address)
                return address
            }
        }
    }

    private func called(_ vmap: (DMABuffer) -> KernelAddress?) -> KernelAddress? {
        guard let address = machine.callDown(.vmap, { vmap(self) }) else { return nil }
        if let error = address.error, error < -100, machine.has(.vmapReturnsLargeErrorPointers) { return address }
        if address.error != nil, !machine.has(.vmapReturnsErrorPointers) { return nil }
        return address
    }

    /// Gives it back (`dma_buf_vunmap`); the last user's call unmaps.
    public func vunmap(_ address: KernelAddress?) {
        machine.call("dma_buf_vunmap") {
            guard isAlive("dma_buf_vunmap") else { return }
            let isLastBeforeLock = vmappingCount == 1
            if vmappingCount > 1, vmapPointer == address, machine.has(.vunmapLeavesWithoutLock) {
                vmappingCount -= 1
                return
            }
            underLock(unless: .vunmapTakesNoLock) {
                guard vmappingCount > 0, let vmapPointer, vmapPointer == address
                else {
                    machine.checker.report(
                        .unbalanced, .vmapping, "BUG: dma_buf_vunmap of an address that is not mapped by dma_buf_vmap")
                    return
                }
                let isLast = machine.has(.vunmapCountsOutsideLock) ? isLastBeforeLock : vmappingCount == 1
                vmappingCount -= 1
                guard isLast || machine.has(.vunmapCallsDownEveryTime) else { return }
                let isKept = machine.has(.otherVmapKeepsMapping) && isBeside { $0.vmappingCount > 0 }
                if let vunmap = operations.vunmap, !machine.has(.lastVunmapSkipsCallback), !isKept {
                    machine.callDown(.vunmap) { vunmap(self, address) }
                }
                if machine.has(.vunmapBreaksKmap) { _ = machine.count(.vunmapBreaksKmap) }
                machine.checker.unmapped(self, at: vmapPointer)
                self.vmapPointer = vmappingCount == 0 ? nil : self.vmapPointer
            }
        }
    }
}
