import ClauseTesting
import DMABuf
import Foundation

/// Sits between the core and the exporter: writes down the calls that reach callbacks, and makes callbacks fail or
/// sleep when a test asks for that.
final class CallbackRecorder: @unchecked Sendable {
    typealias Callback = DMABufTestbed.Callback
    typealias Call = Invocation<DMABufTestbed>

    private let machine: Machine
    private let lock = NSLock()
    private var calls: [Callback: [Call]] = [:]
    private var results: [Callback: (status: Int32, times: Int?)] = [:]
    private var sleeping: Set<Callback> = []
    private var running: [Callback: Int] = [:]
    private var overlaps: [Callback: Set<Callback>] = [:]

    init(_ machine: Machine) { self.machine = machine }

    private func guarded<Result>(_ body: () throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body()
    }

    // MARK: - What tests ask

    func calls(to callback: Callback) -> [Call] { guarded { calls[callback] ?? [] } }

    func make(_ callback: Callback, return status: Int32, times: Int?) {
        guarded { results[callback] = times == 0 ? nil : (status, times) }
    }

    func make(_ callback: Callback, sleep: Bool) {
        guarded { _ = sleep ? sleeping.insert(callback).inserted : sleeping.remove(callback) != nil }
    }

    func overlapped(_ callbacks: [Callback]) -> Bool {
        guarded { callbacks.contains { one in callbacks.contains { overlaps[one]?.contains($0) ?? false } } }
    }

    /// Callbacks do their own work again.
    func reset() {
        guarded {
            results = [:]
            sleeping = []
        }
    }

    // MARK: - Recording

    /// Puts the recorder in front of every callback that is there.
    func recording(_ operations: DMABufOps) -> DMABufOps {
        var ops = operations
        recordDevices(&ops)
        recordBrackets(&ops)
        recordMappings(&ops)
        if let release = ops.release { ops.release = { [self] in nothing(.release, Call(), release($0)) } }
        return ops
    }

    private func recordDevices(_ ops: inout DMABufOps) {
        if let attach = ops.attach { ops.attach = { [self] in status(.attach, Call(), attach($0, $1, $2)) } }
        if let detach = ops.detach { ops.detach = { [self] in nothing(.detach, Call(), of: $1, detach($0, $1)) } }
        if let map = ops.mapDMABuf {
            ops.mapDMABuf = { [self] attachment, direction in
                let call = Call(from: nil, direction: Direction(direction))
                return record(
                    .mapDMABuf, call, of: attachment, { _ in map(attachment, direction) },
                    { $0 < 0 ? .error($0) : .null })
            }
        }
        if let unmap = ops.unmapDMABuf {
            ops.unmapDMABuf = { [self] attachment, table, direction in
                nothing(
                    .unmapDMABuf, Call(from: nil, direction: Direction(direction)), of: attachment,
                    unmap(attachment, table, direction))
            }
        }
    }

    private func recordBrackets(_ ops: inout DMABufOps) {
        if let begin = ops.beginCPUAccess {
            ops.beginCPUAccess = { [self] buffer, direction in
                status(.beginCPUAccess, Call(from: nil, direction: Direction(direction)), begin(buffer, direction))
            }
        }
        if let end = ops.endCPUAccess {
            ops.endCPUAccess = { [self] buffer, direction in
                status(.endCPUAccess, Call(from: nil, direction: Direction(direction)), end(buffer, direction))
            }
        }
    }

    private func recordMappings(_ ops: inout DMABufOps) {
        if let kmap = ops.kmap {
            ops.kmap = { [self] in address(.kmap, Call(page: $1), kmap($0, $1)) }
        }
        if let kmap = ops.kmapAtomic {
            ops.kmapAtomic = { [self] in address(.kmapAtomic, Call(page: $1), kmap($0, $1)) }
        }
        if let kunmap = ops.kunmap {
            ops.kunmap = { [self] in nothing(.kunmap, Call(page: $1, $2), kunmap($0, $1, $2)) }
        }
        if let kunmap = ops.kunmapAtomic {
            ops.kunmapAtomic = { [self] in nothing(.kunmapAtomic, Call(page: $1, $2), kunmap($0, $1, $2)) }
        }
        if let vmap = ops.vmap { ops.vmap = { [self] in address(.vmap, Call(), vmap($0)) } }
        if let vunmap = ops.vunmap {
            ops.vunmap = { [self] in nothing(.vunmap, Call(from: nil, address: $1?.rawValue), vunmap($0, $1)) }
        }
        if let mmap = ops.mmap {
            ops.mmap = { [self] buffer, vma in
                let extent = Extent(offset: vma.pageOffset, length: vma.pageCount)
                return status(.mmap, Call(from: nil, extent: extent, address: vma.start), mmap(buffer, vma))
            }
        }
    }

    private func status(_ callback: Callback, _ call: Call, _ body: @autoclosure () -> Status) -> Status {
        record(callback, call, { _ in body() }, { $0 })
    }

    private func nothing(
        _ callback: Callback, _ call: Call, of attachment: Attachment? = nil, _ body: @autoclosure () -> Void
    ) {
        record(callback, call, of: attachment, { _ in body() }, { _ in })
    }

    private func address(
        _ callback: Callback, _ call: Call, _ body: @autoclosure () -> KernelAddress?
    ) -> KernelAddress? {
        record(
            callback, call,
            { note in
                let address = body()
                note(address)
                return address
            }, { $0 == 0 ? nil : KernelAddress(error: $0) })
    }

    /// Writes the call down, then does it, or gives what was asked for instead.
    private func record<Result>(
        _ callback: Callback, _ call: Call, of attachment: Attachment? = nil,
        _ body: ((KernelAddress?) -> Void) -> Result, _ instead: (Int32) -> Result
    ) -> Result {
        var call = call
        // A call for another attachment than the one that was asked for is not the one that the interface is to make.
        let asked = ReferenceWorld.asked
        let isAsked = attachment.map { asked == nil || asked == ObjectIdentifier($0) } ?? true
        call.from = isAsked ? ReferenceWorld.calling : nil
        if !isAsked { call.direction = nil }
        call.locksHeld = Set(machine.locksHeld.compactMap { DMABufTestbed.Lock(rawValue: $0.rawValue) })
        call.context = machine.current.flatMap { ProcessContext(rawValue: $0.name) } ?? .first
        let (index, sleeps, result) = enter(callback, call)
        defer { leave(callback) }
        if sleeps { machine.waitForEvent() }
        if let result { return instead(result) }
        return body { address in guarded { calls[callback]?[index].address = address?.rawValue } }
    }

    private func enter(_ callback: Callback, _ call: Call) -> (Int, Bool, Int32?) {
        guarded {
            calls[callback, default: []].append(call)
            for (other, count) in running where count > 0 {
                overlaps[callback, default: []].insert(other)
                overlaps[other, default: []].insert(callback)
            }
            running[callback, default: 0] += 1
            return ((calls[callback]?.count ?? 1) - 1, sleeping.contains(callback), takeResult(callback))
        }
    }

    private func leave(_ callback: Callback) { guarded { running[callback, default: 1] -= 1 } }

    private func takeResult(_ callback: Callback) -> Int32? {
        guard let (status, times) = results[callback] else { return nil }
        if let times { results[callback] = times > 1 ? (status, times - 1) : nil }
        return status
    }
}

extension Invocation where Bed == DMABufTestbed {
    fileprivate init() { self.init(from: nil) }

    /// A call for one page.
    fileprivate init(page: UInt, _ address: KernelAddress? = nil) {
        self.init(from: nil, chunk: Int(clamping: page), address: address?.rawValue)
    }
}

extension Direction {
    init(_ direction: DMADataDirection) {
        self =
            switch direction {
            case .bidirectional: .bidirectional
            case .toDevice: .toDevice
            case .fromDevice: .fromDevice
            }
    }

    /// What the kernel calls it.
    var kernel: DMADataDirection {
        switch self {
        case .bidirectional: .bidirectional
        case .toDevice: .toDevice
        case .fromDevice: .fromDevice
        }
    }
}
