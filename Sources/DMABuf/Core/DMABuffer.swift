/// A buffer that devices share (`struct dma_buf`).
///
/// State that several threads touch is guarded by the machine's lock; what has to stay together over a callback,
/// by `lock`.
public final class DMABuffer: @unchecked Sendable {
    public let machine: Machine
    public let id: Int
    public let name: String
    let owner: Module
    /// `resv`
    public let reservation: ReservationObject
    /// `dma_buf->lock`: protects attachments and the kernel mapping's count.
    public let lock = KernelMutex(.bufferLock)
    private let callbacks: DMABufOps
    private let bytes: Int
    private var exporter: (any AnyObject & Sendable)?
    private var backing: File?

    var attachments: [Attachment] = []
    /// Users of the vmapping (`vmapping_counter`).
    private var vmapCount = 0
    /// Its address (`vmap_ptr`).
    private var vmapAddress: KernelAddress?
    private var released = false
    // What faults go by, and nothing else.
    private var firstDirection: DMADataDirection?
    private var mapped = false
    private var vmapFailed = false
    private var used = false
    private var detached = false
    private var vmapper: Int?

    init(_ machine: Machine, _ info: ExportInfo, _ operations: DMABufOps) {
        self.machine = machine
        id = machine.makeID()
        name = info.name
        owner = info.owner
        reservation = info.reservation ?? ReservationObject(machine)
        callbacks = operations
        bytes = info.size
        exporter = info.exporter
    }

    /// Size in bytes; invariant over the buffer's lifetime.
    public var size: Int {
        if machine.has(.sizeShrinksWithVmap), vmappingCount > 0 { return bytes - Page.size }
        if machine.has(.sizeShrinksWithKmap), machine.checker.holdsKmap(self) { return bytes - Page.size }
        if machine.has(.sizeShrinksWithMapping), wasMapped { return bytes - Page.size }
        if machine.has(.sizeGrowsWithMapping), wasMapped { return bytes + Page.size }
        return bytes
    }

    /// Pages that the buffer has, a partial last one counted whole.
    public var pageCount: Int { Page.count(for: bytes) }

    var operations: DMABufOps { callbacks }

    /// Whether any device has joined, and not left since.
    var hasAttachments: Bool { machine.atomically { !attachments.isEmpty } }

    /// The buffer's own file (`file`); nil when it has been released.
    public var file: File? { machine.atomically { backing } }

    func bind(_ file: File) { machine.atomically { backing = file } }

    /// Whether the last reference is gone.
    public var isReleased: Bool { machine.atomically { released } }

    var vmappingCount: Int {
        get { machine.atomically { vmapCount } }
        set { machine.atomically { vmapCount = newValue } }
    }

    var vmapPointer: KernelAddress? {
        get { machine.atomically { vmapAddress } }
        set { machine.atomically { vmapAddress = newValue } }
    }

    /// False, with a report, when the buffer was released before: a use after free.
    func isAlive(_ function: String) -> Bool {
        guard isReleased else { return true }
        machine.checker.report(.bug, .reference, "\(function) is called on a buffer that has been released")
        return false
    }

    /// Nobody will use it any more (the file lets it go).
    func markReleased() {
        machine.atomically {
            released = true
            backing?.forgetBuffer()
            backing = nil
        }
    }

    /// The machine ends with references still held.
    func abandon() {
        guard !isReleased else { return }
        machine.checker.leaked(self)
        markReleased()
        machine.atomically { exporter = nil }
    }

    func forgetExporter() { machine.atomically { exporter = nil } }

    // MARK: - What faults go by

    /// Holds the buffer's lock, unless a fault leaves it out.
    func underLock<Result>(unless fault: Fault, _ body: () -> Result) -> Result {
        machine.has(fault) ? body() : lock.hold(on: machine, body)
    }

    /// Whether userspace has ever mapped it.
    var wasMapped: Bool { machine.atomically { mapped } }
    func markMapped() { machine.atomically { mapped = true } }

    /// Whether there is another buffer of which something holds.
    func isBeside(where holds: (DMABuffer) -> Bool) -> Bool {
        machine.atomically { machine.buffers.values.contains { $0 !== self && holds($0) } }
    }

    /// Whether a device has ever been to be given its way to the pages.
    var wasUsed: Bool { machine.atomically { used } }
    var wasDetached: Bool { machine.atomically { detached } }
    func markDetached() { machine.atomically { detached = true } }
    func markUsed() { machine.atomically { used = true } }

    /// Whether a vmap has failed.
    var hasFailedVmap: Bool { machine.atomically { vmapFailed } }
    func markFailedVmap() { machine.atomically { vmapFailed = true } }

    /// Whether the vmapping was made by another process than the running one.
    var isMappedByOther: Bool { machine.atomically { vmapper != machine.current?.id } }
    func noteMapper() { machine.atomically { vmapper = machine.current?.id } }

    /// The direction of the first access, which this one may be.
    func firstDirection(or direction: DMADataDirection) -> DMADataDirection {
        machine.atomically {
            let first = firstDirection ?? direction
            firstDirection = first
            return first
        }
    }
}
