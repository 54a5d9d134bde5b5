/// The pages behind a buffer: not there yet, in memory, or swapped out. What is pinned stays in memory.
///
/// Guarded by the machine's lock.
public final class BackingStore: @unchecked Sendable {
    private enum Slot {
        case absent
        case present(Page)
        case swapped([UInt8])
    }
    private let machine: Machine
    let id: Int
    private let isHighmem: Bool
    private let isSwappable: Bool
    private var slots: [Slot]
    private var pins = 0

    /// - Parameters:
    ///   - highmem: whether the pages have no permanent kernel address.
    ///   - swappable: whether memory pressure may take them away while nothing pins them.
    public init(_ machine: Machine, pages: Int, highmem: Bool, swappable: Bool) {
        self.machine = machine
        id = machine.makeID()
        isHighmem = highmem
        isSwappable = swappable
        slots = Array(repeating: .absent, count: pages)
        if swappable { machine.register(self) }
    }

    deinit { if isSwappable { machine.forget(store: id) } }

    public var pageCount: Int { slots.count }

    /// Brings every page into memory: allocates it, or swaps it in.
    ///
    /// - Returns: 0, or -ENOMEM; what was allocated up to there is given back.
    public func populate() -> Status {
        if machine.atomically({ isResident }) { return 0 }
        if !machine.has(.allocationUnderAtomicUnreported) { machine.mightSleep("alloc_page") }
        return machine.atomically {
            var fresh: [(index: Int, was: Slot)] = []
            for index in slots.indices {
                if case .present = slots[index] { continue }
                guard let page = machine.memory.allocate(highmem: isHighmem) else {
                    for (index, was) in fresh {
                        if case .present(let page) = slots[index] { machine.memory.free(page) }
                        slots[index] = machine.has(.failedSwapInLosesPages) ? .absent : was
                    }
                    return -Linux.ENOMEM
                }
                fresh.append((index, slots[index]))
                if case .swapped(let bytes) = slots[index], !machine.has(.swappedStorageComesBackEmpty),
                    index == 0 || !machine.has(.onlyFirstPageIsSwappedIn)
                {
                    let kept = machine.has(.halfOfEachPageIsSwappedIn) ? Page.size / 2 : Page.size
                    machine.memory.write(Array(bytes.prefix(kept)), page, at: 0)
                }
                slots[index] = .present(page)
            }
            return 0
        }
    }

    private var isResident: Bool { slots.allSatisfy { if case .present = $0 { true } else { false } } }

    /// Whether all of it is in memory.
    public var isPopulated: Bool { machine.atomically { isResident } }

    /// A page that is in memory; nil when it is not, or when there is none of that number.
    public func page(_ index: Int) -> Page? {
        machine.atomically {
            guard slots.indices.contains(index), case .present(let page) = slots[index] else { return nil }
            return page
        }
    }

    /// The pages that are in memory, in order.
    public var pages: [Page] {
        machine.atomically { slots.compactMap { if case .present(let page) = $0 { page } else { nil } } }
    }

    // MARK: - Pins

    /// Keeps the pages where they are.
    public func pin() {
        machine.atomically { pins += 1 }
        if isSwappable { machine.checker.pinned() }
    }

    /// Lets them go again.
    public func unpin() {
        let wasPinned: Bool = machine.atomically {
            guard pins > 0 else { return false }
            pins -= 1
            return true
        }
        if !wasPinned {
            machine.checker.report(.unbalanced, .pin, by: .exporter, "storage is unpinned that is not pinned")
        }
    }

    /// How often it is pinned.
    public var pinCount: Int { machine.atomically { pins } }

    // MARK: - Memory pressure

    /// Takes the pages away, unless something pins them.
    func swapOut() {
        machine.atomically {
            guard isSwappable, pins == 0 || machine.has(.pressureTakesPinnedPages) else { return }
            for index in slots.indices where pins == 0 || index > 0 {
                guard case .present(let page) = slots[index] else { continue }
                machine.flush([page])
                slots[index] = .swapped(machine.memory.read(page, at: 0, count: Page.size))
                machine.free([page])
            }
        }
    }

    /// Gives everything back.
    public func free() {
        if machine.atomically({ pins }) > 0 {
            machine.checker.report(.leaked, .pin, by: .exporter, "storage is freed that is still pinned")
        }
        let pages = pages
        machine.atomically { slots = slots.map { _ in .absent } }
        machine.free(pages)
    }
}
