extension DMABuffer {
    /// Maps a page for the CPU (`dma_buf_kmap`); may sleep.
    ///
    /// - Parameter page: the page's number in the buffer, below `pageCount`.
    /// - Returns: the page's kernel address. After a successful `beginCPUAccess` it is never NULL.
    public func kmap(_ page: UInt) -> KernelAddress? {
        machine.call("dma_buf_kmap") {
            guard isAlive("dma_buf_kmap"), let kmap = operations.kmap else { return nil }
            machine.mightSleep("dma_buf_kmap")
            let use = machine.checker.mapping(self, .kmap, page)
            if machine.has(.failedVmapBreaksKmap), hasFailedVmap { return nil }
            if machine.has(.vunmapBreaksKmap), machine.counted(.vunmapBreaksKmap) > 0 { return nil }
            if machine.has(.missingKunmapBlocksNext), operations.kunmap == nil,
                machine.count(.missingKunmapBlocksNext) > 1
            {
                return nil
            }
            if machine.has(.heldKmapBlocksNext), machine.checker.holdsKmap(self) { return nil }
            if machine.has(.kmapOfOtherBufferBlocksLastPage), Int(clamping: page) == pageCount - 1,
                isBeside(where: machine.checker.holdsKmap)
            {
                return nil
            }
            if machine.has(.heldAtomicKmapBlocksKmap), machine.checker.totalAtomicCount > 0 { return nil }
            if machine.has(.kmapServesOneProcess), machine.checker.hasSeveralUsers(self) { return nil }
            if machine.has(.syncBlocksKmap), machine.checker.hasUsers(self, in: .userspace) { return nil }
            let asked = machine.has(.kmapAlwaysMapsFirstPage) ? 0 : page
            var address = machine.callDown(.kmap) { kmap(self, asked) }
            if machine.has(.kmapCallsDownTwice) { address = machine.callDown(.kmap) { kmap(self, asked) } }
            if machine.has(.kmapReturnsUnalignedAddress) { address = address.map { $0 + CPUCache.lineSize } }
            if machine.has(.lastPageIsUnaligned), Int(clamping: page) == pageCount - 1 {
                address = address.map { $0 + CPUCache.lineSize }
            }
            if machine.has(.kmapWearsOut), machine.count(.kmapWearsOut) >= 16 { address = nil }
            machine.checker.mapped(self, use, address)
            return address
        }
    }

    /// Unmaps a page (`dma_buf_kunmap`).
    public func kunmap(_ page: UInt, _ address: KernelAddress?) {
        machine.call("dma_buf_kunmap") {
            guard isAlive("dma_buf_kunmap") else { return }
            machine.checker.unmapping(self, .kmap, page, address)
            guard let kunmap = operations.kunmap, !machine.has(.kunmapSkipsCallback) else { return }
            if machine.has(.kunmapServesOneProcess), machine.checker.hasSeveralUsers(self) { return }
            if machine.has(.kunmapDuringVmapSkipsCallback), vmappingCount > 0 { return }
            let told = machine.has(.kunmapNamesFirstPage) ? 0 : page
            machine.callDown(.kunmap) { kunmap(self, told, address) }
        }
    }

    /// Maps a page for the CPU without sleeping (`dma_buf_kmap_atomic`); the caller must not sleep until it is
    /// unmapped, and hold no more than two at a time.
    public func kmapAtomic(_ page: UInt) -> KernelAddress? {
        machine.call("dma_buf_kmap_atomic") {
            guard isAlive("dma_buf_kmap_atomic"), let kmap = operations.kmapAtomic else { return nil }
            let use = machine.checker.mapping(self, .atomicKmap, page)
            let asked = machine.has(.kmapAtomicAlwaysMapsFirstPage) ? 0 : page
            var address = machine.callDown(.kmapAtomic) { kmap(self, asked) }
            if machine.has(.kmapAtomicCallsDownTwice) { address = machine.callDown(.kmapAtomic) { kmap(self, asked) } }
            machine.checker.mapped(self, use, address)
            return address
        }
    }

    /// Unmaps an atomic mapping (`dma_buf_kunmap_atomic`); they nest.
    public func kunmapAtomic(_ page: UInt, _ address: KernelAddress?) {
        machine.call("dma_buf_kunmap_atomic") {
            guard isAlive("dma_buf_kunmap_atomic") else { return }
            if let kunmap = operations.kunmapAtomic {
                machine.callDown(.kunmapAtomic) { kunmap(self, page, address) }
            }
            machine.checker.unmapping(self, .atomicKmap, page, address)
        }
    }
}
