/// How bytes move: the CPU through its cache, devices on the bus behind it.
extension Machine {
    /// What the CPU reads at some places of a page, each value once.
    func load(_ entry: PageTable.Entry, at offsets: [Int]) -> Set<UInt8> {
        entry.isCached
            ? cache.read(entry.page, at: offsets, from: memory) : memory.bytes(of: entry.page).values(at: offsets)
    }

    func load(_ entry: PageTable.Entry, at offset: Int) -> UInt8 { load(entry, at: [offset]).first ?? 0 }

    func store(_ value: UInt8, _ entry: PageTable.Entry, at offsets: [Int]) {
        if entry.isCached {
            cache.write(value, entry.page, at: offsets, from: memory)
        } else {
            memory.write(value, entry.page, at: offsets)
        }
    }

    /// What a device reads at some places of a page, each value once.
    func deviceLoad(_ page: Page, at offsets: [Int]) -> Set<UInt8> {
        atomically {
            if hasCoherentDevices { cache.snoop(page, at: offsets, to: &memory) }
            return memory.bytes(of: page).values(at: offsets)
        }
    }

    func deviceStore(_ value: UInt8, _ page: Page, at offsets: [Int]) {
        atomically {
            if hasCoherentDevices || has(.deviceWritesAreAlwaysSeen) { cache.snoop(page, at: offsets, to: &memory) }
            memory.write(value, page, at: offsets)
        }
    }

    // MARK: - The DMA API's share of coherency

    /// Makes what devices wrote visible to the CPU (`dma_sync_sg_for_cpu`).
    public func syncForCPU(_ pages: [Page], _ direction: DMADataDirection) {
        guard !hasCoherentDevices, direction.reachesCPU else { return }
        let spared = has(.beginSkipsInnerLine) ? Page.size / CPUCache.lineSize / 3 : nil
        atomically { for page in pages { cache.invalidate(page, but: spared) } }
    }

    /// Makes what the CPU wrote visible to devices (`dma_sync_sg_for_device`).
    public func syncForDevice(_ pages: [Page], _ direction: DMADataDirection) {
        guard !hasCoherentDevices, direction.reachesDevice else { return }
        let spared = has(.endSkipsInnerLine) ? Page.size / CPUCache.lineSize / 3 : nil
        atomically { for page in pages { cache.writeBack(page, to: &memory, but: spared) } }
    }

    /// Forgets the lines of these pages, whatever the CPU has written to them.
    func invalidate(_ pages: [Page]) { atomically { for page in pages { cache.invalidate(page) } } }

    /// Writes back whatever the CPU has written to these pages; it stays cached (`clean_dcache_range`).
    public func writeBack(_ pages: [Page]) {
        atomically { for page in pages { cache.writeBack(page, to: &memory) } }
    }

    /// Writes back and forgets whatever the CPU has cached of these pages (`flush_dcache_page`).
    public func flush(_ pages: [Page]) {
        atomically {
            for page in pages {
                cache.writeBack(page, to: &memory)
                cache.invalidate(page)
            }
        }
    }

    /// Whether the CPU holds anything of these pages that memory has not.
    public func isDirty(_ pages: [Page]) -> Bool { atomically { pages.contains { cache.isDirty($0) } } }

    /// Copies a page in memory, behind the cache.
    func copy(_ source: Page, to target: Page) {
        atomically { memory.write(memory.read(source, at: 0, count: Page.size), target, at: 0) }
    }

    /// Another page with the same bytes; a fault of `kmap_atomic`.
    func duplicate(_ page: Page) -> Page? {
        atomically {
            let copy = memory.allocate(highmem: page.isHighmem)
            if let copy { self.copy(page, to: copy) }
            return copy
        }
    }

    /// Fills a page in memory, behind the cache.
    func fill(_ page: Page, with value: UInt8) {
        atomically { memory.write([UInt8](repeating: value, count: Page.size), page, at: 0) }
    }

    /// A zeroed page, or nil (`alloc_page(GFP_KERNEL)`, so it may sleep).
    func allocatePage(highmem: Bool) -> Page? {
        mightSleep("alloc_page")
        return atomically { memory.allocate(highmem: highmem) }
    }

    /// Gives pages back. Whoever still has an address of theirs faults from now on, instead of reaching whatever
    /// comes to lie there.
    func free(_ pages: [Page]) {
        guard !pages.isEmpty else { return }
        atomically {
            let gone = Set(pages)
            unmap(gone)
            kernel.forget(gone)
            for page in pages {
                cache.invalidate(page)
                memory.free(page)
            }
        }
    }

    // MARK: - Supplies

    /// Nothing more can be had of a supply from now on (false: it can be had again).
    public func exhaust(_ supply: Supply, _ isExhausted: Bool) {
        atomically {
            switch supply {
            case .memory: memory.pagesLeft = isExhausted ? 0 : nil
            case .vmallocSpace: kernel.hasNoVmallocSpace = isExhausted
            case .atomicSlots: kernel.hasNoAtomicSlots = isExhausted
            case .kmapSlots: kernel.hasNoKmapSlots = isExhausted
            }
        }
    }
}

extension Machine {
    /// So many pages can still be allocated: what needs more than these runs out half way.
    public func leaveMemory(pages: Int) { atomically { memory.pagesLeft = pages } }
}

/// What can run out.
public enum Supply: String, Sendable, CaseIterable {
    /// Pages to allocate.
    case memory
    /// Address space for `vmap`.
    case vmallocSpace
    /// Slots for `kmap_atomic`.
    case atomicSlots
    /// Slots for `kmap`.
    case kmapSlots
}
