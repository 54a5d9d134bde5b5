import ClauseTesting
import DMABuf
import Foundation

/// The world on the Linux that the tests run on. What happens in the kernel, the probe does there; what userspace
/// does are system calls of this process.
///
/// Nothing here watches whether the parties do their duties: whoever breaks one is not reported, and a test that
/// asks for the report is not observable. The process contexts are threads of one process.
final class LinuxWorld: World, @unchecked Sendable {
    // The testbed's names, and not the reference's own.
    typealias Callback = Bed.Callback
    typealias Supply = Bed.Supply

    /// Pages of the buffer.
    static let pages = 4

    let setUp: Outcome
    let size: Int
    let chunkSize = UserMapping.pageSize
    let probe: Probe
    let memory: FaultingAccess
    let arrangement: Arrangement<DMABufTestbed>

    private let lock = NSRecursiveLock()
    private var state = State()

    /// The interface that is being called, for the calls that reach callbacks.
    @TaskLocal static var calling: API?

    /// - Throws: `NotObservable` for an exporter that the probe does not play.
    init(_ arrangement: Arrangement<DMABufTestbed>) throws {
        self.arrangement = arrangement
        probe = try Probe()
        memory = try FaultingAccess()
        size = Self.pages * chunkSize - (arrangement.isPartial ? chunkSize / 2 + 1 : 0)
        let variant = arrangement.variant ?? .plain
        var callbacks: UInt64 = 0
        for (index, callback) in Callback.inProbe.enumerated() where !arrangement.without.contains(callback) {
            if variant == .minimal, !Callback.mandatoryInLinux.contains(callback) { continue }
            callbacks |= 1 << UInt64(index)
        }
        // Beside others, one that this kernel does not have is left out as it is.
        if let gone = arrangement.without.first, arrangement.without.allSatisfy({ !Callback.inProbe.contains($0) }) {
            throw NotObservable.absent("struct dma_buf_ops of this kernel has no \(gone.member) that could be left out")
        }
        let storage = try Storage(variant, coherent: arrangement.isCoherent)
        let status = try probe.step(.export, UInt64(size), callbacks, storage.rawValue, UInt64(O_RDWR)).status
        setUp = Outcome(status: status)
        note("export", in: .first, setUp)
    }

    /// `enum specgen_storage`
    enum Storage: UInt64 {
        case copied, coherent, ownFile, shmem

        init(_ variant: Variant, coherent: Bool) throws {
            switch variant {
            case .plain, .minimal, .copying: self = coherent ? .coherent : .copied
            case .zapping: self = .ownFile
            case .shmem: self = .shmem
            case .pinning, .keeping:
                throw NotObservable(
                    "what memory pressure takes from an exporter, and what it pins, is up to the exporter and not to "
                        + "Linux; the probe's keeps its pages")
            }
        }
    }

    func prototype(named name: String) -> String? {
        guard let types = KernelTypes.running else {
            NotObservable("this kernel does not describe its types in \(KernelTypes.path)").note()
            return nil
        }
        guard let prototype = types.prototype(named: name) else {
            NotObservable.absent("this kernel has no \(name)").note()
            return nil
        }
        return prototype
    }

    var reachedMutants: Set<String>? { nil }

    // MARK: - State

    /// What the testbed has and holds; see `withState`.
    struct State {
        /// Descriptors of the buffer, one a context.
        var descriptors: [ProcessContext: Int32] = [:]
        /// All descriptors of the buffer, the testbed's own among them.
        var openDescriptors: [Int32] = []
        /// The descriptor that a test asked for last.
        var lastDescriptor: Int32?
        var ledger = Ledger<Thing>()
        /// Mappings through which brackets of userspace are read and written.
        var views: [ProcessContext: UserMapping] = [:]
        /// Accesses that kernel mappings need are begun as needed, from `prepare` on.
        var opensAccess = false
        /// The handle of the testbed's own attachment.
        var attachment: UInt64?
        /// Whether the export's own reference has been put.
        var isPut = false
        var isFinished = false
        var spent: UInt64 = 0
        /// A callback will say that a signal interrupted it.
        var isInterrupted = false
        /// What another context does when a lock of the buffer is next asked for.
        var interference: (lock: Probe.Lock, body: @Sendable () throws -> Void)?
        var neighbour: LinuxWorld?
        /// What the last action on mappings left.
        var ptes: (own: [[UInt64]], others: [UInt64])?
        /// What the process saw of each page after the device had written.
        var lastDeviceRead: UInt8 = 0
        var seenAfterDevice: [UInt8?] = []
        /// Whether the device was done when a fault during its work was.
        var waitedForDevice = false
        var trace: [String] = []
    }

    /// Something that is held.
    enum Thing {
        case bracket
        case whole(UInt64)
        case user(UserMapping)
        case reference
        case attachment(UInt64)
        /// A mapping, and the attachment that it is of.
        case table(UInt64, of: UInt64)
    }

    func withState<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&state)
    }

    // MARK: - Trace

    func note(_ line: @autoclosure () -> String) {
        let line = line()
        withState { $0.trace.append(line) }
    }

    var trace: [String] { withState { $0.trace } }

    // MARK: - Reports

    func pendingReports() -> [ClauseTesting.Report] { [] }

    func takeReport(_ violation: Violation, about subject: String?) -> ClauseTesting.Report? {
        let about = subject.map { " of \($0)" } ?? ""
        NotObservable("Linux does what it is told and reports nobody for it (\(violation.rawValue)\(about))").note()
        return nil
    }
}

extension DMABufTestbed.Callback {
    /// The callbacks that the probe can have, in the order of `enum specgen_callback`.
    static let inProbe: [Self] = [
        .attach, .detach, .mapDMABuf, .unmapDMABuf, .release, .beginCPUAccess, .endCPUAccess, .mmap, .vmap, .vunmap,
    ]

    /// Without these, an export is refused (`dma_buf_export` in 6.1).
    static let mandatoryInLinux: Set<Self> = [.mapDMABuf, .unmapDMABuf, .release]

    /// Its name in C.
    var member: String { DMABuf.Callback(rawValue: rawValue)?.member ?? rawValue }

    /// Its number in the probe.
    ///
    /// - Throws: `NotObservable` for one that this kernel does not have.
    var number: UInt64 {
        get throws {
            guard let index = Self.inProbe.firstIndex(of: self) else {
                throw NotObservable.absent("struct dma_buf_ops of this kernel has no \(member)")
            }
            return UInt64(index)
        }
    }
}
