/// A driver that owns storage and shares it: plain pages of the system, accessed where they are.
///
/// Storage that memory pressure can take away is looked up and used in one step (`Machine.atomically`), as drivers
/// do it under the lock of the object. The other exporters differ from this one in a callback or two. Callbacks that are left out are not missed: an
/// exporter without `begin_cpu_access` has its storage from the start, and one without `kunmap` or
/// `kunmap_atomic` has pages that need no unmapping.
public class Exporter: @unchecked Sendable {
    /// What an exporter's storage is like.
    public struct Storage: Sendable {
        /// Pages without a permanent kernel address.
        public var isHighmem = true
        /// Memory pressure may take the pages away while nothing pins them.
        public var isSwappable = false
        /// All pages are there before anybody asks for them.
        public var isAllocatedAtOnce = false

        public init() {}
    }

    public let machine: Machine
    /// Size in bytes.
    public let size: Int
    public let owner: Module
    /// The buffer's pages, as devices see them.
    public let store: BackingStore
    /// What a mapping without `vunmap` leaves behind until the release.
    private var lastingVmap: KernelAddress?
    /// Pins that accesses by the CPU hold.
    private var pins = 0
    /// Accesses that are open and write.
    private var writers = 0
    /// Whether a begin was interrupted; faults go by it.
    private var wasInterrupted = false
    /// Whether an access by the CPU has ended; faults go by it.
    private var hasEndedAccess = false
    private let absent: Set<Callback>

    /// - Parameter absent: the callbacks that this exporter leaves out.
    public init(_ machine: Machine, size: Int, without absent: Set<Callback> = [], storage: Storage = Storage()) {
        self.machine = machine
        self.size = size
        self.absent = absent
        owner = Module(machine, name: "exporter")
        let needsUnmapping = !absent.contains(.kunmap) && !absent.contains(.kunmapAtomic)
        store = BackingStore(
            machine, pages: Page.count(for: size), highmem: storage.isHighmem && needsUnmapping,
            swappable: storage.isSwappable)
        if storage.isAllocatedAtOnce || absent.contains(.beginCPUAccess) { _ = store.populate() }
    }

    /// The callbacks that this exporter has (`struct dma_buf_ops`).
    public final var operations: DMABufOps {
        var ops = DMABufOps()
        ops.attach = { [self] in attach($0, $1, $2) }
        ops.detach = { [self] in detach($0, $1) }
        ops.mapDMABuf = { [self] in mapDMABuf($0, $1) }
        ops.unmapDMABuf = { [self] in unmapDMABuf($0, $1, $2) }
        ops.release = { [self] in release($0) }
        ops.beginCPUAccess = { [self] in beginCPUAccess($0, $1) }
        ops.endCPUAccess = { [self] in endCPUAccess($0, $1) }
        ops.kmapAtomic = { [self] in kmapAtomic($0, $1) }
        ops.kunmapAtomic = { [self] in kunmapAtomic($0, $1, $2) }
        ops.kmap = { [self] in kmap($0, $1) }
        ops.kunmap = { [self] in kunmap($0, $1, $2) }
        ops.mmap = { [self] in mmap($0, $1) }
        ops.vmap = { [self] in vmap($0) }
        ops.vunmap = { [self] in vunmap($0, $1) }
        for callback in absent { ops.remove(callback) }
        return ops
    }

    /// Everything that an export needs to know.
    public final func exportInfo(name: String, flags: FileFlags = .readWrite) -> ExportInfo {
        ExportInfo(name: name, owner: owner, operations: operations, size: size, flags: flags, exporter: self)
    }

    // MARK: - What the exporters differ in

    /// The pages that the CPU accesses.
    var cpuPages: BackingStore { store }

    /// Makes the CPU's pages available; 0 or a negative error code.
    func prepare() -> Status { store.populate() }

    /// Whether the pages are pinned while the CPU accesses them.
    var pinsForCPU: Bool { true }

    /// Whether they are unpinned when that ends, and not when the buffer is released.
    var unpinsAtEnd: Bool { true }

    // MARK: - Devices

    func attach(_ buffer: DMABuffer, _ device: Device, _ attachment: Attachment) -> Status { 0 }

    func detach(_ buffer: DMABuffer, _ attachment: Attachment) {}

    /// Gives the device the pages. The CPU's cache is left alone: bringing both together is what the brackets
    /// around CPU access are for (`DMA_ATTR_SKIP_CPU_SYNC`).
    func mapDMABuf(_ attachment: Attachment, _ direction: DMADataDirection) -> Pointer<SGTable> {
        machine.atomically {
            let status = store.populate()
            guard status == 0 || isHidden() else {
                if machine.has(.dmaMappingAfterFailedOneDoesNotPin) {
                    _ = machine.count(.dmaMappingAfterFailedOneDoesNotPin)
                }
                return .error(status)
            }
            let isUnpinned =
                machine.has(.mapDMABufDoesNotPin) || machine.has(.onlyFirstDMAMappingPins) && store.pinCount > 0
                || machine.has(.readDMAMappingDoesNotPin) && direction == .toDevice
                || machine.has(.dmaMappingAfterFailedOneDoesNotPin)
                    && machine.counted(.dmaMappingAfterFailedOneDoesNotPin) > 0
            if !isUnpinned { store.pin() }
            return .to(SGTable(machine, pages: store.pages, length: size))
        }
    }

    /// Faults: that the pages cannot be allocated is not told.
    private func isHidden() -> Bool {
        machine.has(.mapDMABufHidesFailedAllocation)
            || machine.has(.mapDMABufHidesSecondFailure) && machine.count(.mapDMABufHidesSecondFailure) == 2
    }

    func unmapDMABuf(_ attachment: Attachment, _ table: SGTable, _ direction: DMADataDirection) {
        table.unmap()
        if !machine.has(.mapDMABufDoesNotPin) { store.unpin() }
    }

    func release(_ buffer: DMABuffer) {
        if let address = machine.atomically({ lastingVmap }) { machine.vunmap(address) }
        while machine.atomically({ pins }) > 0 { unpin() }
        freeStorage()
    }

    func freeStorage() { store.free() }

    // MARK: - Access by the CPU

    /// Brings the pages in, pins them, and makes them coherent for the direction. Everything that can fail comes
    /// first: the wait for fences (the core's own then finds nothing to wait for), and allocation.
    func beginCPUAccess(_ buffer: DMABuffer, _ direction: DMADataDirection) -> Status {
        let waited = machine.has(.exporterDoesNotWait) ? 0 : buffer.reservation.wait(for: direction)
        guard waited == 0 else {
            machine.atomically { wasInterrupted = true }
            return waited
        }
        return machine.atomically {
            let status = prepare()
            guard status == 0 else {
                if machine.has(.failedBeginPins) { store.pin() }
                if machine.has(.failedBeginBreaksKmap) { _ = machine.count(.failedBeginBreaksKmap) }
                if machine.has(.beginAfterFailedOneDoesNotPin) { _ = machine.count(.beginAfterFailedOneDoesNotPin) }
                return machine.has(.failedAllocationIsHiddenByBegin) ? 0 : status
            }
            let isUnpinned =
                machine.has(.beginDoesNotPin) || wasInterrupted && machine.has(.restartedBeginDoesNotPin)
                || machine.has(.beginAfterFailedOneDoesNotPin) && machine.counted(.beginAfterFailedOneDoesNotPin) > 0
                || machine.has(.beginLeavesPinToDevice) && store.pinCount > pins
            if pinsForCPU, !isUnpinned { pin() }
            // What another access has written is not to be lost with the lines that are forgotten.
            if writers > 0 { machine.writeBack(cpuPages.pages) }
            let isShared = writers > 0 && machine.has(.beginDuringWriteDoesNotSync)
            if direction.reachesDevice { writers += 1 }
            if isShared { return 0 }
            let isNested = pins > 1
            if isNested, machine.has(.nestedBeginDoesNotSync) { return 0 }
            if !wasInterrupted || !machine.has(.restartedBeginDoesNotSync) { syncForCPU(direction) }
            return 0
        }
    }

    /// Writes back what the direction asks for, and unpins.
    func endCPUAccess(_ buffer: DMABuffer, _ direction: DMADataDirection) -> Status {
        machine.atomically {
            let isSkipped =
                hasEndedAccess && machine.has(.onlyFirstAccessIsWrittenBack)
                || pins > 1 && machine.has(.nestedEndDoesNotWriteBack)
            if !isSkipped { syncForDevice(direction) }
            hasEndedAccess = true
            if machine.has(.readersEndDropsWrites), !direction.reachesDevice, writers > 0 {
                machine.invalidate(cpuPages.pages)
            }
            if direction.reachesDevice {
                writers = machine.has(.writersEndForgetsOthers) ? 0 : max(0, writers - 1)
            }
            let isKept =
                machine.has(.endDoesNotUnpin) || machine.has(.readersAreNotUnpinned) && !direction.reachesDevice
            if unpinsAtEnd, !isKept { unpin() }
            if machine.has(.readersEndEndsAllPins), !direction.reachesDevice { while pins > 0 { unpin() } }
        }
        return 0
    }

    private func pin() {
        machine.atomically { pins += 1 }
        store.pin()
    }

    private func unpin() {
        let isPinned: Bool = machine.atomically {
            guard pins > 0 else { return false }
            pins -= 1
            return true
        }
        if isPinned || store.pinCount > 0 && machine.has(.unpinnedEndTakesDevicesPin) { store.unpin() }
        if machine.has(.unpinEndsAllPins), machine.atomically({ pins }) > 0 { unpin() }
    }

    final func syncForCPU(_ direction: DMADataDirection) {
        if machine.has(.beginLeavesStaleLinesForReads), direction == .fromDevice { return }
        if machine.has(.beginLeavesStaleLinesForBoth), direction == .bidirectional { return }
        var pages = cpuPages.pages
        if machine.has(.beginSkipsFirstPage) { pages = Array(pages.dropFirst()) }
        if machine.has(.beginSkipsLastPage) { pages = Array(pages.dropLast()) }
        if machine.has(.beginSkipsInnerPages) { pages = Array(pages.prefix(1) + pages.suffix(1)) }
        if machine.has(.beginSkipsPartialPage), size % Page.size != 0 { pages = Array(pages.dropLast()) }
        if machine.has(.syncSyncsFirstPageOnly), CallFrame.current?.party == .userspace {
            pages = Array(pages.prefix(1))
        }
        machine.syncForCPU(pages, direction)
    }

    final func syncForDevice(_ direction: DMADataDirection) {
        if machine.has(.endLeavesDirtyLinesForWrites), direction == .toDevice { return }
        if machine.has(.endLeavesDirtyLinesForBoth), direction == .bidirectional { return }
        let pages = cpuPages.pages
        machine.syncForDevice(machine.has(.endSyncsFirstPageOnly) ? Array(pages.prefix(1)) : pages, direction)
    }

    private func page(_ number: UInt) -> Page? {
        let count = UInt(cpuPages.pageCount)
        let number = number &+ 2 == count && machine.has(.pageBeforeLastIsLast) ? count - 1 : number
        if number >= count, machine.has(.outOfRangeKmapClearsBuffer) {
            machine.flush(cpuPages.pages)
            for page in cpuPages.pages { machine.fill(page, with: 0) }
        }
        if number == count - 1, size % Page.size != 0, machine.has(.partialPageIsRefused) { return nil }
        return number < count ? cpuPages.page(Int(number)) : nil
    }

    func kmap(_ buffer: DMABuffer, _ number: UInt) -> KernelAddress? {
        if machine.has(.kmapAllocates), machine.allocatePage(highmem: false).map({ machine.free([$0]) }) == nil {
            return nil
        }
        return machine.atomically {
            if hasEndedAccess, machine.has(.onlyFirstAccessMaps) { return nil }
            if machine.has(.failedBeginBreaksKmap), machine.counted(.failedBeginBreaksKmap) > 0 { return nil }
            // Outside of an access nothing may be there yet; nothing is promised then, so this may fail.
            guard let page = page(number) ?? (prepare() == 0 ? page(number) : nil) else { return nil }
            return machine.kmap(page, followedBy: machine.has(.kmapMapsFollowingPage) ? self.page(number + 1) : nil)
        }
    }

    func kunmap(_ buffer: DMABuffer, _ number: UInt, _ address: KernelAddress?) {
        guard !machine.has(.kunmapLeavesMapping) else { return }
        if machine.has(.kunmapUnmapsAll) { return cpuPages.pages.forEach { machine.kunmap($0) } }
        let isLeaking = Int(clamping: number) == cpuPages.pageCount - 1 && machine.has(.lastPageSlotLeaks)
        machine.atomically { if let page = page(number) { machine.kunmap(page, isLeaking: isLeaking) } }
    }

    func kmapAtomic(_ buffer: DMABuffer, _ number: UInt) -> KernelAddress? {
        if machine.has(.kmapAtomicAllocates), machine.atomically({ machine.memory.isExhausted }) { return nil }
        return machine.atomically {
            if machine.has(.kmapAtomicRefusesLastPage), Int(clamping: number) == cpuPages.pageCount - 1 { return nil }
            return page(number).flatMap { page in
                let page = machine.has(.kmapAtomicMapsCopy) ? machine.duplicate(page) ?? page : page
                return absent.contains(.kunmapAtomic) ? KernelMap.permanentAddress(page) : machine.kmapAtomic(page)
            }
        }
    }

    func kunmapAtomic(_ buffer: DMABuffer, _ number: UInt, _ address: KernelAddress?) {
        if machine.has(.kunmapAtomicWaits) { _ = buffer.reservation.wait(for: .toDevice) }
        if !machine.has(.kunmapAtomicLeavesMapping) { machine.kunmapAtomic() }
    }

    func vmap(_ buffer: DMABuffer) -> KernelAddress? {
        machine.atomically {
            if let lastingVmap { return lastingVmap }
            let status = prepare()
            guard status == 0 else { return KernelAddress(error: status) }
            var pages = machine.has(.vmapMapsDevicePages) ? store.pages : cpuPages.pages
            if machine.has(.vmapRepeatsFirstPage), let first = pages.first { pages = pages.map { _ in first } }
            if machine.has(.vmapSwapsPages) { pages.reverse() }
            if machine.has(.vmapRepeatsInnerPage), pages.count > 3 { pages[2] = pages[1] }
            if machine.has(.vmapMissesLastPage) { pages = Array(pages.dropLast()) }
            if machine.has(.secondVmapIsShort), machine.count(.secondVmapIsShort) == 2 { pages.removeLast() }
            guard let address = machine.vmap(pages) else { return KernelAddress(error: -Linux.ENOMEM) }
            if absent.contains(.vunmap) { lastingVmap = address }
            return address
        }
    }

    func vunmap(_ buffer: DMABuffer, _ address: KernelAddress?) {
        if let address, !machine.has(.vunmapLeavesMapping) { machine.vunmap(address) }
        if machine.atomically({ pins }) > 0, machine.has(.vunmapUnpins) { unpin() }
    }

    // MARK: - Access by userspace

    /// Maps the pages at once (`remap_pfn_range`): cached, so userspace has to bracket its accesses. The contract
    /// before asks for a coherent mapping, which here is one that bypasses the cache.
    func mmap(_ buffer: DMABuffer, _ vma: VMA) -> Status {
        machine.atomically { mapPages(vma) }
    }

    private func mapPages(_ vma: VMA) -> Status {
        let status = prepare()
        guard status == 0 else { return status }
        if (machine.contract == .before) != machine.has(.mappingKeepsOtherContract) {
            vma.isCached = false
            machine.flush(cpuPages.pages)
        }
        if vma.pageOffset > 0, machine.has(.partialMappingIsCoherent) { vma.isCached = false }
        if !vma.isWritable, machine.has(.readOnlyMappingIsCoherent) { vma.isCached = false }
        let isRepeated =
            machine.has(.mmapRepeatsFirstPage)
            || !vma.process.vmas.isEmpty && machine.has(.secondMappingShowsFirstPage)
        let first = machine.has(.mmapForgetsOffset) ? 0 : vma.pageOffset
        // The core has checked the size; a page that is not there would just have no pte.
        for index in 0..<vma.pageCount {
            let number = isRepeated ? 0 : Int(clamping: first &+ index)
            let shown = number == cpuPages.pageCount - 2 && machine.has(.mmapRepeatsLastPage) ? number + 1 : number
            if let page = cpuPages.page(shown) { vma.insert(page, at: index) }
        }
        return 0
    }
}
