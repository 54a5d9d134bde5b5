import Foundation

/// Watches what importers, exporters and userspace do with buffers, and reports whoever breaks a duty, in the
/// manner of lockdep: what, who, where, and the calls that led there. It never changes what a call does.
///
/// The same report is made once until somebody takes it. It has a lock of its own, taken after the machine's.
public final class ContractChecker: @unchecked Sendable {
    private let active: ActiveFault
    private let lock = NSRecursiveLock()
    private var reports: [ContractReport] = []
    private var buffers: [Int: BufferRecord] = [:]
    /// Kernel addresses that dma-buf has given out, by page.
    private var addresses: [UInt64: AddressRecord] = [:]
    /// Atomic mappings held, by process, oldest first.
    private var atomicKmaps: [Int: [KernelAddress]] = [:]
    /// Processes that ever held one.
    private var atomicProcesses: Set<Int> = []

    init(_ active: ActiveFault) { self.active = active }

    func has(_ fault: @autoclosure () -> Fault) -> Bool { active.isActive(fault()) }

    func guarded<Result>(_ body: () throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body()
    }

    /// Works on what is known of a buffer.
    func record<Result>(_ buffer: DMABuffer, _ body: (inout BufferRecord) -> Result) -> Result {
        guarded { body(&buffers[buffer.id, default: BufferRecord()]) }
    }

    // MARK: - Reports

    func report(_ kind: ContractReport.Kind, _ subject: Subject, by party: Party? = nil, _ message: String) {
        guard !Self.isIgnoring else { return }
        let frame = CallFrame.current
        let report = ContractReport(
            kind: kind, subject: subject, party: party ?? frame?.party ?? .importer,
            process: frame?.process.name ?? "kernel", message: message, backtrace: frame?.backtrace ?? [])
        guarded {
            guard !reports.contains(where: { $0.says(report) }) else { return }
            reports.append(report)
        }
    }

    /// What nobody has taken yet, oldest first.
    public var pending: [ContractReport] { guarded { reports } }

    /// Takes the oldest report that fits.
    public func take(where fits: (ContractReport) -> Bool) -> ContractReport? {
        guarded {
            guard let index = reports.firstIndex(where: fits) else { return nil }
            return reports.remove(at: index)
        }
    }

    /// Whether nobody is to be blamed for what is being done; of what others do meanwhile, everybody still is.
    @TaskLocal private static var isIgnoring = false

    /// Does something that nobody is to be blamed for.
    public func ignoringReports<Result>(_ body: () throws -> Result) rethrows -> Result {
        try Self.$isIgnoring.withValue(true, operation: body)
    }

    // MARK: - Addresses

    func know(_ address: KernelAddress, _ change: (inout AddressRecord?) -> Void) {
        guarded { change(&addresses[address.page]) }
    }

    func known(_ address: KernelAddress) -> AddressRecord? { guarded { addresses[address.page] } }

    /// A buffer is gone: its addresses mean nothing any more.
    func forget(_ buffer: DMABuffer) {
        guarded {
            guard let record = buffers.removeValue(forKey: buffer.id) else { return }
            for page in record.addresses where addresses[page]?.buffer == buffer.id { addresses[page] = nil }
            for hold in record.holds.atomic { _ = popAtomic(hold.address, of: hold.process) }
        }
    }

    // MARK: - Atomic mappings

    func pushAtomic(_ address: KernelAddress, of process: Int) {
        guarded {
            atomicKmaps[process, default: []].append(address)
            atomicProcesses.insert(process)
        }
    }

    /// Whether it was the newest of the process's.
    func popAtomic(_ address: KernelAddress, of process: Int) -> Bool {
        guarded {
            guard var held = atomicKmaps[process], let index = held.lastIndex(of: address) else { return true }
            held.remove(at: index)
            atomicKmaps[process] = held.isEmpty ? nil : held
            return index == held.endIndex
        }
    }

    /// Atomic mappings held in all process contexts.
    var totalAtomicCount: Int { guarded { atomicKmaps.values.reduce(0) { $0 + $1.count } } }

    func atomicCount(_ process: Int) -> Int { guarded { atomicKmaps[process]?.count ?? 0 } }

    func holdsAtomicKmap(_ process: Process) -> Bool {
        atomicCount(process.id) > 0
            || guarded { atomicProcesses.contains(process.id) } && has(.releasedAtomicKmapForbidsSleep)
    }
}
