import ClauseTesting
import Foundation

/// Calling interfaces, and the callbacks that are reached.
extension LinuxWorld {
    func prepare(for api: API) throws {
        note("prepare for \(api.rawValue)")
        try Self.$calling.withValue(nil) {
            try present(api)
            if let resource = api.releases { return try own(resource) }
            switch api {
            case .vmap: try expectAccess()
            case .mapAttachment: _ = try ownAttachment()
            default: break
            }
        }
    }

    func has(_ resource: Resource) -> Bool { has(resource.acquiring) && has(resource.releasing) }

    private func has(_ api: API) -> Bool { ![.kmap, .kunmap, .kmapAtomic, .kunmapAtomic].contains(api) }

    /// - Throws: `NotObservable` for an interface that this kernel no longer has.
    @discardableResult
    func present(_ api: API) throws -> API {
        guard has(api) else { throw api.absence }
        return api
    }

    /// Accesses are begun as they are needed, and here right away.
    private func expectAccess() throws {
        withState { $0.opensAccess = true }
        try openAccess(in: .first)
    }

    private func own(_ resource: Resource) throws {
        if resource == .vmapping { try expectAccess() }
        _ = try acquire(resource, Arguments(), isOwn: true)
    }

    func call(_ api: API, _ arguments: Arguments) throws -> Outcome {
        try perform(api.rawValue, try present(api), arguments) {
            switch api.effect {
            case .exports: try exportAnother()
            case .makesDescriptor: try fd(arguments)
            case .maps: try mapping(arguments, api)
            case .acquires(let resource, let isOwn): try acquire(resource, arguments, isOwn: isOwn)
            case .releases(let resource): try giveBack(resource, arguments)
            }
        }
    }

    /// Makes a call and notes it.
    func perform(
        _ words: String, _ api: API?, _ arguments: Arguments, _ body: () throws -> Outcome
    ) throws -> Outcome {
        let outcome = try Self.$calling.withValue(api, operation: body)
        note(words, in: arguments.context, outcome)
        if withState({ $0.interference.take() }) != nil {
            throw NotObservable("the probe cannot let others wait for the lock in this call")
        }
        return outcome
    }

    private func mapping(_ arguments: Arguments, _ api: API) throws -> Outcome {
        try outcome(try map(arguments, api)) { mapping in
            withState {
                $0.ledger.add(.init(thing: .user(mapping), isOwn: true), .userMapping, in: arguments.context)
            }
        }
    }

    /// Exports a buffer like this one; it goes right away.
    private func exportAnother() throws -> Outcome { try LinuxWorld(arrangement).setUp }

    private func fd(_ arguments: Arguments) throws -> Outcome {
        let status = try tagged(arguments.context) {
            try probe.step(.fd, arguments.flag ? UInt64(O_CLOEXEC) : 0).status
        }
        if status >= 0 {
            withState { state in
                state.openDescriptors.append(status)
                state.lastDescriptor = status
            }
        }
        return Outcome(status: status)
    }

    // MARK: - Callbacks

    /// Who does something, in a number that the probe keeps with each call that reaches a callback. Never 0.
    private struct Tag {
        var number: UInt64

        init(_ api: API?, _ context: ProcessContext) {
            let api = UInt64(api.flatMap(API.allCases.firstIndex).map { $0 + 1 } ?? 0)
            number = 1 << 32 | api << 8 | UInt64(ProcessContext.allCases.firstIndex(of: context) ?? 0)
        }

        init(_ number: UInt64) { self.number = number }

        var api: API? {
            let index = Int(number >> 8 & 0xFF)
            return index > 0 && index <= API.allCases.count ? API.allCases[index - 1] : nil
        }

        var context: ProcessContext {
            let index = Int(number & 0xFF)
            return index < ProcessContext.allCases.count ? ProcessContext.allCases[index] : .first
        }

        /// The testbed's own way to the bytes, which no test has asked for.
        static let unseen: UInt64 = 1 << 33
    }

    /// Does something as a process context, for the interface that is being called.
    @discardableResult
    func tagged<Result>(_ context: ProcessContext, _ body: () throws -> Result) throws -> Result {
        try tagged(Tag(Self.calling, context).number, body)
    }

    /// Does something that is nobody's call: no record of it is shown.
    @discardableResult
    func unseen<Result>(_ body: () throws -> Result) throws -> Result { try tagged(Tag.unseen, body) }

    private func tagged<Result>(_ tag: UInt64, _ body: () throws -> Result) throws -> Result {
        try probe.step(.who, tag)
        defer { _ = try? probe.step(.who, 0) }
        return try body()
    }

    func make(_ callback: Callback, return status: Int32, times: Int?) throws {
        note("\(callback.rawValue) will return \(status)\(times.map { " \($0) times" } ?? "")")
        withState { $0.isInterrupted = status == -Errno.ERESTARTSYS.rawValue }
        let times = times.map { UInt64(clamping: $0) } ?? .max
        try probe.step(.returns, try callback.number, UInt64(bitPattern: Int64(status)), times)
    }

    func make(_ callback: Callback, sleep: Bool) throws {
        note("\(callback.rawValue) will\(sleep ? "" : " not") sleep")
        try probe.step(.sleeps, try callback.number, sleep ? 1 : 0)
    }

    func calls(to callback: Callback) -> [Invocation<DMABufTestbed>] {
        do {
            let number = try callback.number
            return try probe.records().filter { $0.callback == number && $0.who != Tag.unseen }.map { record in
                let tag = Tag(record.who)
                return Invocation(
                    from: tag.api, direction: Direction(kernel: record.direction),
                    extent: callback == .mmap ? Extent(offset: record.offset, length: record.length) : nil,
                    address: record.address == 0 ? nil : record.address,
                    locksHeld: Set(
                        [Lock.bufferLock, .reservationLock].enumerated().filter {
                            record.locks & 1 << $0.offset != 0
                        }.map(\.element)), context: tag.context)
            }
        } catch {
            (error as? NotObservable ?? NotObservable("\(error)")).note()
            return []
        }
    }

    func overlapped(_ callbacks: [Callback]) -> Bool {
        do {
            let numbers = try callbacks.map { try $0.number }
            return try numbers.contains { one in
                let others = try probe.step(.overlaps, one)[0]
                return numbers.contains { others & 1 << $0 != 0 }
            }
        } catch {
            (error as? NotObservable ?? NotObservable("\(error)")).note()
            return false
        }
    }

    // MARK: - The world around

    /// Whatever it is for: all of it is `schedule` in the end.
    func sleep(in context: ProcessContext, for cause: Wait) throws {
        usleep(1000)
        note("\(context.rawValue): sleep")
    }

    func exhaust(_ supply: Supply, _ exhausted: Bool) throws {
        let bit: UInt64
        switch supply {
        case .memory: bit = 1
        case .vmallocSpace: bit = 2
        case .atomicSlots: throw API.kmapAtomic.absence
        case .kmapSlots: throw API.kmap.absence
        }
        note("\(supply.rawValue) is \(exhausted ? "spent" : "there again") for the exporter")
        let spent = withState { state in
            state.spent = exhausted ? state.spent | bit : state.spent & ~bit
            return state.spent
        }
        try probe.step(.spend, spent)
    }

    func interrupt(_ context: ProcessContext) throws {
        throw NotObservable("the probe sends a signal only from a callback, with -ERESTARTSYS")
    }

    func contend(_ lock: Lock, _ interference: @escaping @Sendable () throws -> Void) throws {
        guard let asked = Probe.Lock(lock) else {
            throw NotObservable("the probe cannot let others wait for \(lock.rawValue)")
        }
        guard try probe.has(asked) else {
            throw NotObservable.absent("a buffer of this kernel has no \(lock.rawValue)")
        }
        withState { $0.interference = (asked, interference) }
    }

    /// Makes a call that asks for a lock of the buffer; when a test wants that contended, another context gets it first.
    func locking(_ body: @escaping @Sendable () throws -> Outcome) throws -> Outcome {
        guard let (lock, interference) = withState({ $0.interference.take() }) else { return try body() }
        let calling = Self.calling
        try probe.step(.lock, lock.rawValue)
        defer { _ = try? probe.step(.unlock) }
        // Both wait for the lock that somebody else has, in this order; then it is let go.
        let other = Waiting { try interference() }
        try untilWaiting(other, waiters: 1)
        let own = Waiting { try Self.$calling.withValue(calling) { try body() } }
        try untilWaiting(own, waiters: 2)
        try probe.step(.unlock)
        if case .failure(let error) = other.wait() { note("the other context failed: \(error)") }
        return try own.wait().get()
    }

    /// Until it waits for the lock, or is done without.
    private func untilWaiting<Value>(_ waiting: Waiting<Value>, waiters: UInt64) throws {
        for _ in 0..<2000 where !waiting.isDone {
            if try probe.step(.waiters)[0] >= waiters { return }
            usleep(500)
        }
    }
}

/// Something that a thread of its own does.
private final class Waiting<Value: Sendable>: @unchecked Sendable {
    private let lock = NSCondition()
    private var result: Result<Value, any Error>?

    init(_ body: @escaping @Sendable () throws -> Value) {
        Thread.detachNewThread { [self] in
            let result = Result { try body() }
            lock.lock()
            self.result = result
            lock.broadcast()
            lock.unlock()
        }
    }

    var isDone: Bool {
        lock.lock()
        defer { lock.unlock() }
        return result != nil
    }

    func wait() -> Result<Value, any Error> {
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let result { return result }
            lock.wait()
        }
    }
}

extension DMABufTestbed.API {
    /// Interfaces that this kernel no longer has.
    var absence: NotObservable {
        switch self {
        case .kmap, .kunmap: .absent("this kernel has no dma_buf_kmap and dma_buf_kunmap (removed in Linux 5.6)")
        default: .absent("this kernel has no dma_buf_kmap_atomic and dma_buf_kunmap_atomic")
        }
    }
}

extension Direction {
    /// As `enum dma_data_direction` has it; nil for none.
    init?(kernel number: Int64) {
        switch number {
        case 0: self = .bidirectional
        case 1: self = .toDevice
        case 2: self = .fromDevice
        default: return nil
        }
    }

    /// Its number in `enum dma_data_direction`.
    var number: UInt64 {
        switch self {
        case .bidirectional: 0
        case .toDevice: 1
        case .fromDevice: 2
        }
    }
}
