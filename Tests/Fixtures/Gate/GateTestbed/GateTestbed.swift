import ClauseTesting
import Synchronization

/// A second subsystem, small enough to be read in a minute: a gate that counts passes under a lock, and calls its
/// keeper back for the first and the last of them. See `Spec/gate.md` for its contract.
public final class GateTestbed: Testbed {
    private struct World {
        var passes: [ProcessContext: Int] = [:]
        var isOpen = false
        var held: Set<Lock> = []
        var failures: [Callback: (status: Int32, times: Int?)] = [:]
        var sleepers: Set<Callback> = []
        var isOutOfMemory = false
        var interference: (@Sendable (GateTestbed) throws -> Void)?
        var calls: [Callback: [Invocation<GateTestbed>]] = [:]
        var reports: [Report] = []
        var trace: [String] = []

        var count: Int { passes.values.reduce(0, +) }
    }

    public let setUp: Outcome
    public let size = 0
    private let fault: Fault?
    /// Faults asked for so far; the first three are by every gate that is made.
    private let reached = Mutex<Set<Fault>>([.allowsMissingOpen, .refusesMissingClose, .refusesWithEIO])
    private let callbacks: Set<Callback>
    private let world = Mutex(World())

    public init(_ arrangement: Arrangement<GateTestbed>, mutant: Mutant?) throws {
        fault = mutant.flatMap { Fault(rawValue: $0.name) }
        callbacks = Set(Callback.allCases).subtracting(arrangement.without)
        let accepts: [Callback: Bool] = [
            .open: fault == .allowsMissingOpen, .close: fault != .refusesMissingClose,
        ]
        let refusal = Outcome.failure(fault == .refusesWithEIO ? .EIO : .EINVAL)
        setUp = arrangement.without.allSatisfy { accepts[$0] ?? true } ? .success : refusal
    }

    /// Whether this gate has a fault; every switch asks here.
    private func has(_ candidate: Fault) -> Bool {
        reached.withLock { _ = $0.insert(candidate) }
        return fault == candidate
    }
    public var reachedMutants: Set<String>? { Set(reached.withLock { $0.map(\.rawValue) }) }

    public func prepare(for api: API) throws {
        if api == .leave { try hold(.pass) }
    }

    public func call(_ api: API, _ arguments: Arguments) throws -> Outcome {
        let outcome =
            switch api {
            case .create: create()
            case .enter: try enter(arguments.context)
            case .leave: try leave(arguments.context)
            }
        world.withLock { $0.trace.append("gate_\(api.rawValue)() in \(arguments.context.rawValue): \(outcome.status)") }
        return outcome
    }

    private func create() -> Outcome {
        let isOutOfMemory = world.withLock { $0.isOutOfMemory }
        return isOutOfMemory && !has(.ignoresMemory) ? .failure(.ENOMEM) : setUp
    }

    private func enter(_ context: ProcessContext) throws -> Outcome {
        guard setUp.succeeded else { return setUp }
        let early = world.withLock { $0.count }
        try lock()
        return world.withLock { world in
            defer { world.held = [] }
            let count = has(.keepsCountOutsideLock) ? early : world.count
            if count == 0 || has(.opensForEveryPass) {
                let status = call(.open, from: .enter, context, in: &world)
                if status < 0 && !has(.entersAnyway) {
                    return has(.returnsEIO) ? .failure(.EIO) : Outcome(status: status)
                }
                world.isOpen = true
            }
            world.passes[context, default: 0] += 1
            if world.passes[context, default: 0] > (has(.allowsFourPasses) ? 4 : 3) {
                report(.tooManyHeld, context, "more than 3 passes", in: &world)
            }
            return has(.returnsOne) ? Outcome(status: 1) : .success
        }
    }

    private func leave(_ context: ProcessContext) throws -> Outcome {
        let early = world.withLock { $0.count }
        try lock()
        return world.withLock { world in
            defer { world.held = [] }
            guard world.passes[context, default: 0] > 0 else {
                report(.unbalanced, context, "gate_leave() without a pass", in: &world)
                return .success
            }
            let count = has(.keepsCountOutsideLock) ? early : world.count
            world.passes[context, default: 0] -= 1
            if count == 1 || has(.closesForEveryPass) {
                _ = call(.close, from: .leave, context, in: &world)
                world.isOpen = false
            }
            return .success
        }
    }

    /// Takes the gate's lock, after whoever is quicker.
    private func lock() throws {
        let interference = world.withLock { world in
            defer { world.interference = nil }
            return world.interference
        }
        try interference?(self)
        world.withLock { $0.held = [.gate] }
    }

    private func call(_ callback: Callback, from api: API, _ context: ProcessContext, in world: inout World) -> Int32 {
        guard callbacks.contains(callback), !has(callback == .open ? .neverOpens : .neverCloses) else { return 0 }
        let isLocked = !has(callback == .open ? .opensUnlocked : .closesUnlocked)
        world.calls[callback, default: []].append(
            Invocation(from: api, locksHeld: isLocked ? world.held : [], context: context))
        if world.sleepers.contains(callback) {
            let message = "\(callback.rawValue) slept with the gate lock held"
            world.reports.append(Report(.slept, about: callback.rawValue, by: "keeper", message: message))
        }
        guard let failure = world.failures[callback], failure.times != 0 else { return 0 }
        world.failures[callback]?.times = failure.times.map { $0 - 1 }
        return failure.status
    }

    private func report(_ violation: Violation, _ context: ProcessContext, _ message: String, in world: inout World) {
        world.reports.append(
            Report(violation, about: Resource.pass.rawValue, by: "visitor", message: message, backtrace: world.trace))
    }

    public func hold(_ resource: Resource, _ arguments: Arguments) throws -> Outcome { try call(.enter, arguments) }
    public func release(_ resource: Resource, _ arguments: Arguments) throws -> Outcome { try call(.leave, arguments) }

    public func make(_ callback: Callback, return status: Int32, times: Int?) throws {
        world.withLock { $0.failures[callback] = (status, times) }
    }
    public func make(_ callback: Callback, sleep: Bool) throws {
        world.withLock { world in
            if sleep { world.sleepers.insert(callback) } else { world.sleepers.remove(callback) }
        }
    }
    public func calls(to callback: Callback) -> [Invocation<GateTestbed>] {
        world.withLock { $0.calls[callback] ?? [] }
    }

    public func sleep(in context: ProcessContext) throws {
        world.withLock { world in
            guard world.passes[context, default: 0] > 0, !has(.missesSleep) else { return }
            report(.slept, context, "slept with a pass", in: &world)
        }
    }
    public func exhaust(_ supply: Supply, _ exhausted: Bool) throws { world.withLock { $0.isOutOfMemory = exhausted } }
    public func contend(_ lock: Lock, _ interference: @escaping @Sendable (GateTestbed) throws -> Void) throws {
        world.withLock { $0.interference = interference }
    }
    /// Each callback runs inside of the world's mutex, and so alone.
    public func overlapped(_ callbacks: [Callback]) -> Bool { false }
    public func observe(_ observation: Observation) throws -> Bool { world.withLock { $0.isOpen } }

    public func prototype(named name: String) -> String? {
        switch name {
        case "gate_create": "int (const struct gate_ops *)"
        case "gate_enter": "int (struct gate *)"
        case "gate_leave": "void (struct gate *)"
        default: nil
        }
    }

    public func pendingReports() -> [Report] { world.withLock { $0.reports } }
    public func takeReport(_ violation: Violation, about subject: String?) -> Report? {
        world.withLock { world in
            let first = world.reports.firstIndex { $0.violation == violation && subject ?? $0.subject == $0.subject }
            return first.map { world.reports.remove(at: $0) }
        }
    }
    public func finish() {
        world.withLock { world in
            for context in ProcessContext.allCases {
                guard let count = world.passes[context], count > 0, !has(.missesLeaks) else { continue }
                report(.leaked, context, "\(count) passes never given back", in: &world)
            }
            world.passes = [:]
        }
    }
    public var trace: [String] { world.withLock { $0.trace } }
}
