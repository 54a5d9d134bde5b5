import Testing

@testable import DMABuf

@Suite("Memory, cache and kernel addresses")
struct MemoryTests {
    private func page(_ machine: Machine) throws -> PageTable.Entry {
        PageTable.Entry(page: try #require(machine.allocatePage(highmem: true)))
    }

    @Test("A cached line is stale until it is invalidated, and what the CPU wrote is in it until it is written back")
    func cache() throws {
        let machine = Machine()
        let entry = try page(machine)
        #expect(machine.load(entry, at: 0) == 0)
        machine.deviceStore(7, entry.page, at: [0])
        #expect(machine.load(entry, at: 0) == 0)
        machine.syncForCPU([entry.page], .toDevice)
        #expect(machine.load(entry, at: 0) == 0)
        machine.syncForCPU([entry.page], .fromDevice)
        #expect(machine.load(entry, at: 0) == 7)
        machine.store(9, entry, at: [1])
        #expect(machine.deviceLoad(entry.page, at: [1]) == [0])
        machine.syncForDevice([entry.page], .fromDevice)
        #expect(machine.deviceLoad(entry.page, at: [1]) == [0])
        machine.syncForDevice([entry.page], .toDevice)
        #expect(machine.deviceLoad(entry.page, at: [1]) == [9])
        #expect(machine.deviceLoad(entry.page, at: [0]) == [7])
    }

    @Test("A dirty line that is written back takes its neighbours with it, one that is invalidated is lost")
    func lines() throws {
        let machine = Machine()
        let entry = try page(machine)
        machine.store(1, entry, at: [0])
        machine.deviceStore(2, entry.page, at: [1])
        machine.deviceStore(3, entry.page, at: [CPUCache.lineSize])
        machine.syncForDevice([entry.page], .toDevice)
        #expect(machine.deviceLoad(entry.page, at: [1]) == [0])
        #expect(machine.deviceLoad(entry.page, at: [CPUCache.lineSize]) == [3])
        machine.store(4, entry, at: [0])
        machine.syncForCPU([entry.page], .fromDevice)
        #expect(machine.load(entry, at: 0) == 1)
    }

    @Test("Coherent devices see the cache, and the cache sees them")
    func coherent() throws {
        let machine = Machine(coherent: true)
        let entry = try page(machine)
        machine.store(5, entry, at: [0])
        #expect(machine.deviceLoad(entry.page, at: [0]) == [5])
        _ = machine.load(entry, at: 0)
        machine.deviceStore(6, entry.page, at: [0])
        #expect(machine.load(entry, at: 0) == 6)
    }

    @Test("A highmem page has a kernel address while it is mapped and no longer, a lowmem page always")
    func addresses() throws {
        let machine = Machine()
        let process = Process(machine, name: "one")
        let high = try page(machine).page
        let first = try #require(machine.kmap(high))
        #expect(machine.kmap(high) == first)
        machine.kunmap(high)
        #expect(process.load(first) == 0)
        machine.kunmap(high)
        #expect(process.load(first) == nil)
        let low = try #require(machine.allocatePage(highmem: false))
        let address = try #require(machine.kmap(low))
        machine.kunmap(low)
        #expect(process.load(address) == 0)
        #expect(process.load(address + Page.size * PhysicalMemory.lowmemFrames) == nil)
    }

    @Test("kmap runs out of slots and gets them back")
    func kmapSlots() throws {
        let machine = Machine()
        let pages = try (0...KernelMap.kmapSlots).map { _ in try page(machine).page }
        let mapped = pages.compactMap { machine.kmap($0) }
        #expect(mapped.count == KernelMap.kmapSlots)
        #expect(machine.checker.pending.map(\.kind) == [.exhausted])
        machine.kunmap(pages[3])
        #expect(machine.kmap(pages[KernelMap.kmapSlots]) == mapped[3])
    }

    @Test("A machine may have far fewer addresses than others, and gets them back all the same")
    func fewAddresses() throws {
        let machine = Machine(hasFewAddresses: true)
        let pages = try (0..<32).map { _ in try page(machine).page }
        let mapped = pages.compactMap { machine.kmap($0) }
        #expect(mapped.count < pages.count)
        #expect(machine.checker.pending.map(\.kind) == [.exhausted])
        machine.kunmap(pages[0])
        #expect(machine.kmap(pages[31]) == mapped[0])
        for _ in 1...8 { machine.vunmap(try #require(machine.vmap(Array(pages.prefix(4))))) }
        #expect(machine.vmap(pages) == nil)
    }

    @Test("Atomic slots belong to a process context, and nest")
    func atomicSlots() throws {
        let machine = Machine()
        let page = try page(machine).page
        let one = Process(machine, name: "one")
        let other = Process(machine, name: "other")
        let mapped = (0...KernelMap.atomicSlots).compactMap { _ in
            one.run("driver", as: .importer) { machine.kmapAtomic(page) }
        }
        #expect(Set(mapped).count == KernelMap.atomicSlots)
        #expect(other.run("driver", as: .importer) { machine.kmapAtomic(page) } != nil)
        one.run("driver", as: .importer) { machine.kunmapAtomic() }
        #expect(one.load(mapped[KernelMap.atomicSlots - 1]) == nil)
        #expect(one.load(mapped[0]) == 0)
    }

    @Test("The vmalloc area gives contiguous addresses, runs out, and puts freed runs together again")
    func vmalloc() throws {
        var area = VmallocArea(pages: 10)
        let (one, two) = (area.allocate(4), area.allocate(4))
        #expect(one == 0 && two == 4)
        #expect(area.allocate(3) == nil)
        area.free(0, count: 4)
        #expect(area.allocate(5) == nil)
        area.free(4, count: 4)
        #expect(area.allocate(10) == 0)

        let machine = Machine()
        let pages = try (0..<2).map { _ in try page(machine).page }
        let mapped = (0..<KernelMap.vmallocPages).compactMap { _ in machine.vmap(pages) }
        #expect(mapped.count == KernelMap.vmallocPages / 3)
        let process = Process(machine, name: "one")
        machine.deviceStore(8, pages[1], at: [5])
        #expect(process.load(mapped[7] + Page.size + 5) == 8)
        #expect(process.load(mapped[7] + 2 * Page.size) == nil)
        machine.vunmap(mapped[7])
        #expect(process.load(mapped[7]) == nil)
    }

    @Test("Whoever keeps an address of a page that is gone faults, and reaches nothing else")
    func useAfterFree() throws {
        let machine = Machine()
        let process = Process(machine, name: "one")
        let page = try page(machine).page
        let address = try #require(machine.kmap(page))
        let whole = try #require(machine.vmap([page]))
        machine.free([page])
        #expect(machine.allocatePage(highmem: true) == page)
        #expect(process.load(address) == nil)
        #expect(process.load(whole) == nil)
        #expect(!process.store(1, whole))
        #expect(machine.deviceLoad(page, at: [0]) == [0])
    }

    @Test("An allocation that fails half way gives back what it had")
    func populate() throws {
        let machine = Machine()
        let store = BackingStore(machine, pages: 4, highmem: true, swappable: false)
        machine.exhaust(.memory, true)
        #expect(store.populate() == -Linux.ENOMEM)
        #expect(store.pages.isEmpty && machine.memory.pagesInUse == 0)
        machine.exhaust(.memory, false)
        #expect(store.populate() == 0 && store.isPopulated)
        let huge = BackingStore(machine, pages: PhysicalMemory.frames, highmem: true, swappable: false)
        #expect(huge.populate() == -Linux.ENOMEM)
        #expect(machine.memory.pagesInUse == 4)
    }

    @Test("Memory pressure takes what is not pinned, and brings it back with its bytes")
    func reclaim() throws {
        let machine = Machine()
        let store = BackingStore(machine, pages: 2, highmem: true, swappable: true)
        #expect(store.populate() == 0)
        machine.store(3, PageTable.Entry(page: store.pages[1]), at: [9])
        store.pin()
        machine.reclaim()
        #expect(store.isPopulated)
        store.unpin()
        machine.reclaim()
        #expect(!store.isPopulated && machine.memory.pagesInUse == 0)
        #expect(store.populate() == 0)
        #expect(machine.deviceLoad(store.pages[1], at: [9]) == [3])
        store.unpin()
        #expect(machine.checker.pending.map(\.kind) == [.unbalanced])
    }
}
