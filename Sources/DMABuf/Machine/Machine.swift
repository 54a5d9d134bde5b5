import Foundation

/// One machine, simulated: memory, the CPU's cache, kernel addresses, and a kernel with dma-buf in it.
///
/// A run of a test has a machine of its own; nothing here is shared between processes of the host or between
/// machines. Everything may be called from several threads: the machine's lock guards all state that lies under
/// it, for the length of one elementary operation, and is never held while a callback runs or a kernel mutex is
/// waited for. What must stay together over a callback is the kernel's own business, as it is in Linux.
public final class Machine: @unchecked Sendable {
    /// Bytes in a line of the CPU's cache: what is made coherent by itself.
    public static let cacheLineSize = CPUCache.lineSize

    /// The published contract that dma-buf keeps on this machine.
    public let contract: Contract
    /// Whether devices see the CPU's cache (they snoop it), as on most PCs.
    let hasCoherentDevices: Bool
    /// Read once, when the machine is made.
    private let active: ActiveFault

    private let lock = NSRecursiveLock()

    var memory = PhysicalMemory()
    var cache = CPUCache()
    var kernel: KernelMap
    /// Who breaks a duty is reported here.
    public let checker: ContractChecker
    /// The one inode, and so the one address space, of all anonymous files (`anon_inode_inode`).
    public let anonInode: Inode
    /// Guards the list of buffers (`db_list.lock`).
    public let listLock: KernelMutex
    /// All buffers that have not been released (`db_list`), by their number.
    var buffers: [Int: DMABuffer] = [:]
    private var stores: [Int: Weak<BackingStore>] = [:]
    private var processes: [Int: Weak<Process>] = [:]
    /// Processes that have, or had, a pte for a page.
    private var mappers: [Page: Set<Int>] = [:]

    private var unmaps = 0
    private var nextID = 1
    private var stepsLeft: Int
    /// How often faults have been come to that go by it.
    private var faultCounts: [Fault: Int] = [:]
    private var contentions: [LockName: @Sendable () -> Void] = [:]

    #if MUTANTS
        /// - Parameters:
        ///   - fault: the fault to switch on; nil for the reference.
        ///   - coherent: whether devices see the CPU's cache.
        ///   - hasFewAddresses: whether the kernel has few addresses for `kmap` and `vmap`: leaks show soon.
        ///   - steps: calls after which the machine stops, so that no fault can hang a run.
        public convenience init(
            fault: Fault?, contract: Contract = .current, coherent: Bool = false, hasFewAddresses: Bool = false,
            steps: Int = 1_000_000
        ) {
            self.init(ActiveFault(fault: fault), contract, coherent, hasFewAddresses, steps)
        }

        /// The faults that could have changed anything in what this machine did so far, when it has none itself.
        public var reachedFaults: Set<Fault> { active.reached }
    #endif

    /// The reference.
    ///
    /// - Parameters:
    ///   - coherent: whether devices see the CPU's cache.
    ///   - hasFewAddresses: whether the kernel has few addresses for `kmap` and `vmap`: leaks show soon.
    ///   - steps: calls after which the machine stops.
    public convenience init(
        contract: Contract = .current, coherent: Bool = false, hasFewAddresses: Bool = false, steps: Int = 1_000_000
    ) {
        #if MUTANTS
            self.init(ActiveFault(fault: nil), contract, coherent, hasFewAddresses, steps)
        #else
            self.init(ActiveFault(), contract, coherent, hasFewAddresses, steps)
        #endif
    }

    private init(_ active: ActiveFault, _ contract: Contract, _ coherent: Bool, _ hasFewAddresses: Bool, _ steps: Int) {
        self.active = active
        self.contract = contract
        hasCoherentDevices = coherent
        kernel = KernelMap(isSmall: hasFewAddresses)
        stepsLeft = steps
        checker = ContractChecker(active)
        anonInode = Inode("anon_inode")
        listLock = KernelMutex(.listLock)
    }

    /// Whether this machine has a fault.
    @inline(__always)
    func has(_ fault: @autoclosure () -> Fault) -> Bool { active.isActive(fault()) }

    /// Counts what a fault goes by: 1 the first time.
    func count(_ fault: Fault) -> Int {
        atomically {
            faultCounts[fault, default: 0] += 1
            return faultCounts[fault, default: 0]
        }
    }
    /// How far that has been counted.
    func counted(_ fault: Fault) -> Int { atomically { faultCounts[fault, default: 0] } }

    /// Does an elementary operation; others wait.
    @discardableResult
    func atomically<Result>(_ body: () throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body()
    }

    /// A number that nothing else on this machine has.
    func makeID() -> Int {
        atomically {
            defer { nextID += 1 }
            return nextID
        }
    }

    // MARK: - Steps

    /// True when the machine has used up its steps: loops end, and whoever drives it should say so.
    public var isHalted: Bool { atomically { stepsLeft <= 0 } }

    func step() { atomically { stepsLeft -= 1 } }

    // MARK: - Registers

    func register(_ process: Process) { atomically { processes[process.id] = Weak(process) } }
    func forget(process: Int) { atomically { processes[process] = nil } }

    /// Storage that memory pressure can reach.
    func register(_ store: BackingStore) { atomically { stores[store.id] = Weak(store) } }
    func forget(store: Int) { atomically { stores[store] = nil } }

    /// Memory pressure: everything that can be swapped out is (`shrink_all_memory`).
    public func reclaim() {
        atomically {
            for store in stores.sorted(by: { $0.key < $1.key }).compactMap(\.value.object) { store.swapOut() }
        }
    }

    /// Goes up whenever ptes are taken away because their pages go, so that a fault handler's answer can be seen to
    /// be out of date (`mmu_notifier_seq`).
    var unmapRound: Int { atomically { unmaps } }

    /// Takes away every pte that points at these pages.
    func unmap(_ pages: Set<Page>) {
        atomically {
            unmaps += 1
            for page in pages {
                for process in mappers.removeValue(forKey: page) ?? [] { processes[process]?.object?.forget(page) }
            }
        }
    }

    /// A process enters a pte for a page.
    func note(_ process: Process, maps page: Page) { mappers[page, default: []].insert(process.id) }

    // MARK: - Locks

    /// When the lock is next asked for, another context comes first and does this.
    public func contend(_ lock: LockName, _ interference: @escaping @Sendable () -> Void) {
        atomically { contentions[lock] = interference }
    }

    /// Nobody comes first any more.
    public func forgetContentions() { atomically { contentions = [:] } }

    func takeContention(_ lock: LockName) -> (@Sendable () -> Void)? {
        atomically { contentions.removeValue(forKey: lock) }
    }

    /// The end of the machine: what is still there can no longer be used, and is let go.
    public func shutDown() {
        let left = atomically {
            defer { buffers = [:] }
            return Array(buffers.values)
        }
        for buffer in left { buffer.abandon() }
        for process in atomically({ processes.values.compactMap(\.object) }) { process.exit() }
    }
}
