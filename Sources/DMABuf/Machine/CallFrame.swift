/// A call that is going on: the newest frame of a backtrace. Frames are immutable and hang together by their
/// callers, so every thread has its own trace for free, and `current` is what it is in the kernel.
final class CallFrame: Sendable {
    enum Kind: Sendable {
        /// A party calls in: the frames above belong to somebody else.
        case entry(Party)
        /// An ordinary call.
        case call
        /// The core calls down into the exporter.
        case callback(Callback)
        /// The frames below run with this lock held.
        case holding(KernelMutex)
        /// A party that only wants to reach a byte: what it has to do for that is not its own decision.
        case access
    }

    @TaskLocal static var current: CallFrame?

    let name: String
    let kind: Kind
    let process: Process
    let caller: CallFrame?

    init(_ name: String, _ kind: Kind, process: Process, caller: CallFrame?) {
        self.name = name
        self.kind = kind
        self.process = process
        self.caller = caller
    }

    /// This frame and those that called it, up to where the party called in.
    private func search<Result>(_ body: (CallFrame) -> Result?) -> Result? {
        var frame: CallFrame? = self
        while let candidate = frame {
            if let result = body(candidate) { return result }
            if case .entry = candidate.kind { return nil }
            frame = candidate.caller
        }
        return nil
    }

    /// Who called in.
    var party: Party {
        search { if case .entry(let party) = $0.kind { party } else { nil } } ?? .importer
    }

    /// The callback that is running, the innermost; nil outside of the exporter's code.
    var callback: Callback? {
        search { if case .callback(let callback) = $0.kind { callback } else { nil } }
    }

    var isAccess: Bool {
        search { if case .access = $0.kind { true } else { nil } } ?? false
    }

    /// Locks that this call holds.
    var locks: [KernelMutex] {
        var result: [KernelMutex] = []
        _ = search { frame -> Void? in
            if case .holding(let mutex) = frame.kind { result.append(mutex) }
            return nil
        }
        return result
    }

    /// Whether the thread holds the lock, in whatever context.
    func threadHolds(_ mutex: KernelMutex) -> Bool {
        var frame: CallFrame? = self
        while let candidate = frame {
            if case .holding(let held) = candidate.kind, held === mutex { return true }
            frame = candidate.caller
        }
        return false
    }

    /// The calls that led here, newest last.
    var backtrace: [String] {
        var result: [String] = []
        _ = search { frame -> Void? in
            if !frame.name.isEmpty { result.append(frame.name) }
            return nil
        }
        return result.reversed()
    }
}

extension Machine {
    /// Calls a function of the kernel: it shows in backtraces.
    func call<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
        try push(name, .call, body)
    }

    /// Calls down into the exporter.
    func callDown<Result>(_ callback: Callback, _ body: () throws -> Result) rethrows -> Result {
        try push("ops->" + callback.member, .callback(callback), body)
    }

    func push<Result>(_ name: String, _ kind: CallFrame.Kind, _ body: () throws -> Result) rethrows -> Result {
        step()
        let caller = CallFrame.current
        guard let process = caller?.process else { return try body() }
        return try CallFrame.$current.withValue(
            CallFrame(name, kind, process: process, caller: caller), operation: body)
    }

    /// Whoever runs now (`current`); nil where no process called in.
    public var current: Process? { CallFrame.current?.process }

    /// The locks that the running call holds.
    public var locksHeld: [LockName] { CallFrame.current?.locks.map(\.name) ?? [] }
}
