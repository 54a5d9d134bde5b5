extension DMABuffer {
    /// Maps a part of the buffer into a vma of another file (`dma_buf_mmap`), which from then on refers to the
    /// buffer's own.
    ///
    /// - Parameters:
    ///   - vma: where to; on failure it keeps its file.
    ///   - pageOffset: the first page of the buffer.
    /// - Returns: 0; -EOVERFLOW when the end wraps around, -EINVAL when the vma is too large or the exporter has no
    ///   mmap, or the negative error code of the exporter's callback.
    public func mmap(_ vma: VMA, _ pageOffset: UInt) -> Status {
        machine.call("dma_buf_mmap") {
            guard isAlive("dma_buf_mmap"), let file else { return -Linux.EINVAL }
            guard let mmap = operations.mmap else {
                return machine.has(.missingMmapIsIgnored) ? 0 : -Linux.EINVAL
            }
            let (end, wraps) = UInt64(pageOffset).addingReportingOverflow(vma.pageCount)
            if wraps, !machine.has(.mmapMissesWrapAround) { return -Linux.EOVERFLOW }
            guard fits(end) || machine.has(.mmapSkipsSizeCheck) else {
                if machine.has(.oversizedMmapReachesCallback) { _ = called(mmap, vma) }
                return -Linux.EINVAL
            }
            let previous = vma.file
            file.get()
            vma.file = file
            let own = machine.has(.mmapAddsOffsets) ? vma.pageOffset : 0
            vma.pageOffset = machine.has(.mmapIgnoresOffset) ? 0 : own &+ UInt64(pageOffset)
            if !machine.has(.importedMappingIsUnwatched) { vma.note(self) }
            let status = called(mmap, vma)
            if status == 0 {
                markMapped()
                if machine.has(.mmapSetsFileAfterCallback) { vma.file = file }
                if machine.has(.mmapReversesPages) { vma.reverse() }
                if machine.has(.mmapRepeatsInnerPage) { vma.repeatPage(1, at: 2) }
                if machine.has(.importedMappingIsCoherent) { vma.bypassCache() }
                previous?.put()
            } else {
                if !machine.has(.failedMmapKeepsFile) { vma.file = previous }
                file.put()
            }
            return machine.has(.mmapIgnoresCallbackErrors) ? 0 : status
        }
    }

    /// The buffer's file is mapped directly (`dma_buf_mmap_internal`).
    func mapInternal(_ vma: VMA) -> Status {
        machine.call("dma_buf_mmap_internal") {
            guard let mmap = operations.mmap else { return -Linux.EINVAL }
            guard fits(vma.pageOffset &+ vma.pageCount) || machine.has(.fdMmapSkipsSizeCheck) else {
                return -Linux.EINVAL
            }
            vma.note(self)
            let status = called(mmap, vma)
            if status == 0 { markMapped() }
            if vma.pageOffset > 0, machine.has(.fdMmapErrorLostWithOffset) { return 0 }
            return machine.has(.fdMmapIgnoresCallbackErrors) ? 0 : status
        }
    }

    /// Whether a mapping that ends before this page lies inside of the buffer.
    private func fits(_ end: UInt64) -> Bool {
        let end = machine.has(.mmapEndIsTruncated) ? UInt64(UInt32(truncatingIfNeeded: end)) : end
        if machine.has(.mmapAllowsPartialPage), end <= UInt64(pageCount) { return true }
        return end <= UInt64(size >> Page.shift) + (machine.has(.mmapAllowsOnePageMore) ? 1 : 0)
    }

    private func called(_ mmap: (DMABuffer, VMA) -> Status, _ vma: VMA) -> Status {
        let status = machine.callDown(.mmap) { mmap(self, vma) }
        machine.checker.returned(status, from: .mmap)
        if machine.has(.mmapCallsDownTwice), status == 0 { return machine.callDown(.mmap) { mmap(self, vma) } }
        return status
    }
}
