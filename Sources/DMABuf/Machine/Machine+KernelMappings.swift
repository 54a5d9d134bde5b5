/// Kernel addresses for pages, as exporters get them.
extension Machine {
    /// Maps a page (`kmap`); may sleep. Nil when no slot is left.
    ///
    /// - Parameter next: a page that is reached past the end of the first: nothing that `kmap` does.
    public func kmap(_ page: Page, followedBy next: Page? = nil) -> KernelAddress? {
        mightSleep("kmap")
        guard
            let address = atomically({ kernel.kmap(page, followedBy: next, most: has(.kmapCountStopsAtTwo) ? 2 : .max) }
            )
        else {
            spent(.kmapSlots)
            return nil
        }
        return address
    }

    /// Unmaps a page (`kunmap`).
    ///
    /// - Parameter isLeaking: a fault that keeps the slot.
    public func kunmap(_ page: Page, isLeaking: Bool = false) {
        atomically {
            kernel.kunmap(
                page, isLeaking: isLeaking || has(.kmapSlotLeaks), isHasty: has(.kunmapOfOneGivesSlotAway))
        }
    }

    /// Maps a page without sleeping, in a slot of the process context's (`kmap_atomic`). Nil when it has none left.
    public func kmapAtomic(_ page: Page) -> KernelAddress? {
        let process = current?.id ?? 0
        guard let address = atomically({ kernel.kmapAtomic(page, process: process) }) else {
            if !has(.spentAtomicSlotsUnreported) { spent(.atomicSlots) }
            return nil
        }
        return address
    }

    /// Gives the newest atomic slot of the process context back (`__kunmap_atomic`).
    public func kunmapAtomic() {
        let process = current?.id ?? 0
        atomically {
            let isSecond = kernel.atomicCount(of: process) == 2
            kernel.kunmapAtomic(
                process: process, isLeaking: has(.atomicSlotLeaks) || isSecond && has(.secondAtomicSlotLeaks),
                staysMapped: isSecond && has(.secondAtomicSlotStaysMapped))
        }
    }

    /// Maps pages contiguously (`vmap`). Nil when the vmalloc area has no room.
    public func vmap(_ pages: [Page]) -> KernelAddress? {
        mightSleep("vmap")
        return atomically { kernel.vmap(pages) }
    }

    /// Ends a contiguous mapping (`vunmap`).
    public func vunmap(_ address: KernelAddress) {
        atomically {
            _ = kernel.vunmap(
                address, isLeaking: has(.vmallocSpaceLeaks), leavesLastPage: has(.vunmapLeavesLastPage))
        }
    }

    private func spent(_ supply: Supply) {
        atomically { current?.sawSpentSupply = true }
        checker.report(.exhausted, .supply(supply), "\(supply.rawValue): none is left")
    }
}
