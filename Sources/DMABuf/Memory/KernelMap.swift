/// The kernel's half of the address space: where physical pages have kernel addresses.
///
/// Lowmem pages have one for good; highmem pages get one from `kmap` or `kmap_atomic`; any pages get contiguous
/// ones from `vmap`. Between two mappings lies a page without one, so that running over an end faults.
struct KernelMap: Sendable {
    static let directBase: UInt64 = 0xffff_8880_0000_0000
    static let vmallocBase: UInt64 = 0xffff_c900_0000_0000
    static let kmapBase: UInt64 = 0xffff_ff80_0000_0000
    static let atomicBase: UInt64 = 0xffff_fa00_0000_0000
    /// Slots of the persistent kernel mappings (`LAST_PKMAP`).
    static let kmapSlots = 512
    /// Slots for atomic mappings in each process context (`KM_TYPE_NR`).
    static let atomicSlots = 20
    /// Pages of the vmalloc area: 4 MiB.
    static let vmallocPages = 1024

    /// Slots that this machine has for persistent mappings.
    private let slotCount: Int

    /// - Parameter isSmall: whether there are far fewer addresses than on most machines.
    init(isSmall: Bool = false) {
        slotCount = isSmall ? 24 : Self.kmapSlots
        area = VmallocArea(pages: isSmall ? 8 : Self.vmallocPages)
    }

    private struct Kmap {
        var slot: Int
        var count: Int
    }

    private var table = PageTable()
    private var kmaps: [Page: Kmap] = [:]
    /// Slots that were given back; from `nextSlot` on none has been used yet.
    private var freeSlots: [Int] = []
    private var nextSlot = 0
    private var atomics: [Int: [Page]] = [:]
    /// Atomic slots that a fault has lost, by process.
    private var lostAtomics: [Int: Int] = [:]
    private var area: VmallocArea
    private var vmaps: [UInt64: Int] = [:]

    /// True while nothing more can be had of a supply.
    var hasNoAtomicSlots = false
    var hasNoKmapSlots = false
    var hasNoVmallocSpace = false

    /// The page and offset behind an address; nil when the access faults.
    func translate(_ address: KernelAddress) -> (entry: PageTable.Entry, offset: Int)? {
        let direct = address.rawValue &- Self.directBase
        if direct < UInt64(PhysicalMemory.lowmemFrames) << UInt64(Page.shift) {
            let page = Page(frame: Int(direct) >> Page.shift, isHighmem: false)
            return (PageTable.Entry(page: page), address.offset)
        }
        return table[address.page].map { ($0, address.offset) }
    }

    /// The permanent address of a lowmem page (`page_address`); nil for highmem.
    static func permanentAddress(_ page: Page) -> KernelAddress? {
        page.isHighmem ? nil : KernelAddress(rawValue: directBase + UInt64(page.frame) << UInt64(Page.shift))
    }

    // MARK: - kmap

    /// Maps a page (`kmap`); nil when all slots are taken, where Linux would wait for one.
    ///
    /// - Parameter most: how far a fault counts those who map the same page.
    mutating func kmap(_ page: Page, followedBy next: Page? = nil, most: Int = .max) -> KernelAddress? {
        if let permanent = Self.permanentAddress(page) { return permanent }
        if let mapped = kmaps[page] {
            kmaps[page] = Kmap(slot: mapped.slot, count: min(most, mapped.count + 1))
            return Self.kmapAddress(mapped.slot)
        }
        guard !hasNoKmapSlots, let slot = takeSlot() else { return nil }
        kmaps[page] = Kmap(slot: slot, count: 1)
        let address = Self.kmapAddress(slot)
        table[address.page] = PageTable.Entry(page: page)
        table[address.page + 1] = next.map { PageTable.Entry(page: $0) }
        return address
    }

    /// Unmaps a page (`kunmap`): the last one frees the slot.
    ///
    /// - Parameters:
    ///   - isLeaking: a fault that keeps the slot.
    ///   - isHasty: a fault that frees it while others still have the page mapped.
    mutating func kunmap(_ page: Page, isLeaking: Bool = false, isHasty: Bool = false) {
        guard let mapped = kmaps[page] else { return }
        guard mapped.count == 1 else {
            kmaps[page] = Kmap(slot: mapped.slot, count: mapped.count - 1)
            if isHasty { freeSlots.append(mapped.slot) }
            return
        }
        kmaps[page] = nil
        table[Self.kmapAddress(mapped.slot).page] = nil
        table[Self.kmapAddress(mapped.slot).page + 1] = nil
        if !isLeaking { freeSlots.append(mapped.slot) }
    }

    private mutating func takeSlot() -> Int? {
        if let slot = freeSlots.popLast() { return slot }
        guard nextSlot < slotCount else { return nil }
        defer { nextSlot += 1 }
        return nextSlot
    }

    private static func kmapAddress(_ slot: Int) -> KernelAddress {
        KernelAddress(rawValue: kmapBase + UInt64(2 * slot) << UInt64(Page.shift))
    }

    // MARK: - kmap_atomic

    /// Maps a page in a slot of the process context's own (`kmap_atomic`); nil when it has none left.
    mutating func kmapAtomic(_ page: Page, process: Int) -> KernelAddress? {
        let slot = atomics[process]?.count ?? 0
        guard !hasNoAtomicSlots, slot + (lostAtomics[process] ?? 0) < Self.atomicSlots else { return nil }
        let address = Self.atomicAddress(process, slot)
        atomics[process, default: []].append(page)
        table[address.page] = PageTable.Entry(page: page)
        return address
    }

    /// Gives an atomic slot back (`__kunmap_atomic`); they nest, so it is the newest.
    ///
    /// - Parameters:
    ///   - isLeaking: a fault that keeps the slot.
    ///   - staysMapped: a fault that keeps the address.
    mutating func kunmapAtomic(process: Int, isLeaking: Bool = false, staysMapped: Bool = false) {
        guard atomics[process]?.popLast() != nil else { return }
        if isLeaking { lostAtomics[process, default: 0] += 1 }
        guard !staysMapped else { return }
        table[Self.atomicAddress(process, atomics[process]?.count ?? 0).page] = nil
    }

    /// Atomic slots that a process context has mapped.
    func atomicCount(of process: Int) -> Int { atomics[process]?.count ?? 0 }

    private static func atomicAddress(_ process: Int, _ slot: Int) -> KernelAddress {
        KernelAddress(rawValue: atomicBase + UInt64(2 * (process * atomicSlots + slot)) << UInt64(Page.shift))
    }

    // MARK: - vmap

    /// Maps pages at contiguous addresses (`vmap`); nil when there is no room.
    mutating func vmap(_ pages: [Page], cached: Bool = true) -> KernelAddress? {
        guard !hasNoVmallocSpace, !pages.isEmpty, let start = area.allocate(pages.count + 1) else { return nil }
        let address = KernelAddress(rawValue: Self.vmallocBase + UInt64(start) << UInt64(Page.shift))
        for (index, page) in pages.enumerated() {
            table[address.page + UInt64(index)] = PageTable.Entry(page: page, isCached: cached)
        }
        vmaps[address.page] = pages.count
        return address
    }

    /// Ends a mapping made by `vmap` (`vunmap`); false when there is none at the address.
    ///
    /// - Parameters:
    ///   - isLeaking: a fault that keeps the addresses.
    ///   - leavesLastPage: a fault that leaves the last page mapped.
    @discardableResult
    mutating func vunmap(_ address: KernelAddress, isLeaking: Bool = false, leavesLastPage: Bool = false) -> Bool {
        guard let count = vmaps.removeValue(forKey: address.page) else { return false }
        for index in 0..<UInt64(leavesLastPage ? count - 1 : count) { table[address.page + index] = nil }
        if isLeaking { return true }
        area.free(Int((address.rawValue - Self.vmallocBase) >> UInt64(Page.shift)), count: count + 1)
        return true
    }

    /// Takes every kernel address from pages that are going away, so that a use after free faults.
    mutating func forget(_ pages: Set<Page>) {
        for page in pages {
            if let mapped = kmaps.removeValue(forKey: page) { freeSlots.append(mapped.slot) }
            table.remove(page)
        }
    }
}
