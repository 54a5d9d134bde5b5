import ClauseTesting
import DMABuf
import Foundation

/// A process of the simulated machine, not one of the host.
typealias Process = DMABuf.Process

/// The world on a simulated machine: the reference implementation, or a mutant of it.
final class ReferenceWorld: World, @unchecked Sendable {
    // The testbed's names, and not the reference's own.
    typealias Callback = Bed.Callback
    typealias Supply = Bed.Supply

    /// Pages of the buffer.
    static let pages = 4

    /// Calls that a test may make before its machine stops.
    static let steps = 200_000

    let setUp: Outcome
    let machine: Machine
    let exporter: Exporter
    let recorder: CallbackRecorder
    let arrangement: Arrangement<Bed>
    let buffer: DMABuffer?
    let device = Device("gpu")
    /// What other contexts drive: each by an attachment of its own, so that one which is given up is not the other's.
    private let otherDevice = Device("camera")

    /// Nobody reads what a mutant did: that a test fails on it is all that is asked.
    private let isTraced: Bool
    private let lock = NSRecursiveLock()
    private var state = State()

    /// The interface that is being called, for the calls that reach callbacks.
    @TaskLocal static var calling: API?
    /// What the call is made for, where its callback is told: the attachment.
    @TaskLocal static var asked: ObjectIdentifier?

    init(_ arrangement: Arrangement<Bed>, mutant: Mutant?) throws {
        self.arrangement = arrangement
        isTraced = mutant == nil
        machine = try Self.machine(coherent: arrangement.isCoherent, mutant)
        let size = Self.size(isPartial: arrangement.isPartial)
        exporter = Self.exporter(arrangement.variant ?? .plain, machine, size: size, without: arrangement.without)
        let recorder = CallbackRecorder(machine)
        var info = exporter.exportInfo(name: "buffer")
        info.operations = info.operations.map(recorder.recording)
        let first = Process(machine, name: ProcessContext.first.rawValue)
        let bystander = machine.checker.ignoringReports { [machine] in Bystander(machine, in: first) }
        let result = first.run("dma_buf_export", as: .exporter) { [machine] in DMABuffer.export(machine, info) }
        self.recorder = recorder
        buffer = result.pointee
        setUp = Outcome(status: result.error ?? 0)
        state.processes[.first] = first
        state.bystander = bystander
        note("export", setUp)
    }

    /// Bytes of the buffer.
    static func size(isPartial: Bool) -> Int { pages * Page.size - (isPartial ? Page.size / 2 + 1 : 0) }

    private static func machine(coherent: Bool, _ mutant: Mutant?) throws -> Machine {
        #if MUTANTS
            guard let mutant else {
                return Machine(
                    fault: nil, contract: Bed.contract, coherent: coherent, hasFewAddresses: true, steps: steps)
            }
            guard let fault = Bed.faults[mutant.name] else {
                throw UnknownMutant(name: mutant.name)
            }
            return Machine(
                fault: fault, contract: Bed.contract, coherent: coherent, hasFewAddresses: true, steps: steps)
        #else
            if let mutant { throw UnknownMutant(name: mutant.name) }
            return Machine(contract: Bed.contract, coherent: coherent, hasFewAddresses: true, steps: steps)
        #endif
    }

    static func exporter(
        _ variant: Variant, _ machine: Machine, size: Int, without absent: Set<Callback>
    ) -> Exporter {
        let absent = Set(absent.compactMap { DMABuf.Callback(rawValue: $0.rawValue) })
        switch variant {
        case .plain: return Exporter(machine, size: size, without: absent)
        case .pinning: return PinningExporter(machine, size: size, without: absent)
        case .keeping: return PinningExporter(machine, size: size, without: absent, unpinsAtEnd: false)
        case .copying: return CopyingExporter(machine, size: size, without: absent)
        case .zapping: return ZappingExporter(machine, size: size, without: absent)
        case .shmem: return ShmemExporter(machine, size: size, without: absent)
        case .minimal:
            let optional = Set(DMABuf.Callback.allCases).subtracting(DMABuffer.mandatory)
            return Exporter(machine, size: size, without: absent.union(optional))
        }
    }

    var size: Int { buffer?.size ?? exporter.size }

    /// The first context has a device of its own, the others share one.
    func device(of context: ProcessContext) -> Device { context == .first ? device : otherDevice }
    var chunkSize: Int { Page.size }

    func prototype(named name: String) -> String? { machine.prototype(named: name) }

    // MARK: - State

    /// What the testbed has and holds; see `withState`.
    struct State {
        var processes: [ProcessContext: Process] = [:]
        /// Descriptors of the buffer, one a process.
        var descriptors: [ProcessContext: Int] = [:]
        /// The descriptor that a test asked for last.
        var lastDescriptor: (process: Process, fd: Int, isToClose: Bool)?
        var ledger = Ledger<Thing>()
        /// Mappings through which brackets of userspace are read and written.
        var views: [ProcessContext: VMA] = [:]
        /// Accesses that kernel mappings need are begun as needed, from `prepare` on.
        var opensAccess = false
        /// A second mapping of the first process.
        var again: VMA?
        /// The mappings of the whole buffer that the testbed has made.
        var wholeViews: [VMA] { Array(views.values) + (again.map { [$0] } ?? []) }
        /// A mapping of a part of the buffer.
        var part: VMA?
        var attachment: Attachment?
        var earlierAttachment: Attachment?
        /// Whether the export's own reference has been put.
        var isPut = false
        var isFinished = false
        var neighbour: Neighbour?
        var bystander: Bystander?
        /// A process whose mapping outlives the buffer.
        var survivor: (process: Process, vma: VMA)?
        /// Work of a device that writes and of one that reads, under way at a fault.
        var fences: [Fence] = []
        /// Who gives devices their work.
        var gpu: Process?
        /// Work of the device that may not be done yet, oldest first, what it is to write, and what it has read.
        var deviceWork: [Fence] = []
        var deviceWrites: [(value: UInt8, places: PagePlaces)] = []
        var lastDeviceRead: UInt8 = 0
        /// What the last action on mappings left.
        var ptes: PTEs?
        /// What the process saw of each page after the device had written.
        var seenAfterDevice: [UInt8?] = []
        var trace: [String] = []
    }

    /// Which pages of mappings have a pte, each counted from the start of its mapping.
    struct PTEs {
        var own: [[UInt64]]
        var part: [UInt64]
        var others: [UInt64]
    }

    /// Something that is held.
    enum Thing {
        case bracket
        case page(KernelAddress?)
        case whole(KernelAddress?)
        case user(VMA)
        case reference
        case attachment(Attachment)
        case table(SGTable, Attachment)
    }

    func withState<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&state)
    }

    /// Something that is made when it is first needed, and then kept.
    func kept<Value>(_ place: WritableKeyPath<State, Value?>, _ make: () -> Value?) -> Value? {
        lock.lock()
        defer { lock.unlock() }
        if let value = state[keyPath: place] { return value }
        let value = make()
        state[keyPath: place] = value
        return value
    }

    func process(_ context: ProcessContext) -> Process {
        withState { state in
            if let process = state.processes[context] { return process }
            let process = Process(machine, name: context.rawValue)
            state.processes[context] = process
            return process
        }
    }

    // MARK: - Trace

    func note(_ line: @autoclosure () -> String) {
        guard isTraced else { return }
        let line = line()
        withState { $0.trace.append(line) }
    }

    var trace: [String] { withState { $0.trace } }
}
