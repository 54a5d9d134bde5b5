import ClauseTesting
import DMABuf

/// Calling interfaces.
extension ReferenceWorld {
    func prepare(for api: API) throws {
        note("prepare for \(api.rawValue)")
        Self.$calling.withValue(nil) {
            if let resource = api.releases { return own(resource) }
            switch api {
            case .kmap, .kmapAtomic, .vmap: expectAccess()
            case .mapAttachment: attachTwice()
            default: break
            }
        }
    }

    /// Accesses are begun as they are needed, and here right away.
    private func expectAccess() {
        withState { $0.opensAccess = true }
        openAccess(in: .first)
    }

    private func own(_ resource: Resource) {
        if [.kmap, .atomicKmap, .vmapping].contains(resource) { expectAccess() }
        _ = acquire(resource, Arguments(), isOwn: true)
    }

    func call(_ api: API, _ arguments: Arguments) throws -> Outcome {
        try perform(api.rawValue, api, arguments) {
            switch api.effect {
            case .exports: exportAnother()
            case .makesDescriptor: fd(arguments)
            case .maps: mapping(arguments, api)
            case .acquires(let resource, let isOwn): acquire(resource, arguments, isOwn: isOwn)
            case .releases(let resource): giveBack(resource, arguments)
            }
        }
    }

    private func mapping(_ arguments: Arguments, _ api: API) -> Outcome {
        outcome(map(arguments, api)) { vma in
            withState { $0.ledger.add(.init(thing: .user(vma), isOwn: true), .userMapping, in: arguments.context) }
        }
    }

    /// Exports the same storage once more; the new buffer goes right away.
    private func exportAnother() -> Outcome {
        let again = Self.exporter(
            arrangement.variant ?? .plain, machine, size: exporter.size, without: arrangement.without)
        let result = process(.first).run("dma_buf_export", as: .exporter) {
            let result = DMABuffer.export(machine, again.exportInfo(name: "another"))
            result.pointee?.put()
            return result
        }
        return Outcome(status: result.error ?? 0)
    }

    private func fd(_ arguments: Arguments) -> Outcome {
        guard let buffer else { return .failure(.EINVAL) }
        buffer.get()
        let process = process(arguments.context)
        let fd = process.run("dma_buf_fd", as: .exporter) {
            buffer.fd(arguments.flag ? [.readWrite, .closeOnExec] : .readWrite)
        }
        guard fd >= 0 else {
            buffer.put()
            return Outcome(status: fd)
        }
        // The one before is closed only now: the next one gets its number again.
        let earlier = withState { state in
            defer { state.lastDescriptor = (process, Int(fd), arguments.flag) }
            return state.lastDescriptor
        }
        earlier?.process.close(earlier?.fd ?? -1)
        return Outcome(status: fd)
    }

    // MARK: - Callbacks

    func make(_ callback: Callback, return status: Int32, times: Int?) throws {
        note("\(callback.rawValue) will return \(status)\(times.map { " \($0) times" } ?? "")")
        recorder.make(callback, return: status, times: times)
        // What an exporter says is no signal that was handled: it gets to userspace whatever the handler asks for. A system
        // call that is restarted all the same shows where it may be restarted.
        process(.first).restartsSystemCalls = status == -Errno.EINTR.rawValue
    }

    func make(_ callback: Callback, sleep: Bool) throws {
        note("\(callback.rawValue) will\(sleep ? "" : " not") sleep")
        recorder.make(callback, sleep: sleep)
    }

    func calls(to callback: Callback) -> [Invocation<Bed>] { recorder.calls(to: callback) }

    func overlapped(_ callbacks: [Callback]) -> Bool { recorder.overlapped(callbacks) }

    // MARK: - The world around

    func sleep(in context: ProcessContext, for cause: Wait) throws {
        note("\(context.rawValue): sleep (\(cause.rawValue))")
        let process = process(context)
        Self.$calling.withValue(nil) {
            switch cause {
            case .event: process.sleep()
            case .lock: waitForLock(process)
            case .memory: allocate(process)
            case .device: _ = process.run("gpu_wait", as: .importer) { Fence(machine) {}.wait() }
            case .access: waitInAccess(context)
            case .transfer: waitForTransfer(process)
            case .mapping: waitForMapping(context)
            }
        }
    }

    /// Attaches another device, for which the buffer is locked.
    private func waitForLock(_ process: Process) {
        guard let buffer else { return }
        process.run("camera_probe", as: .importer) {
            if let attachment = buffer.attach(Device("camera")).pointee { buffer.detach(attachment) }
        }
    }

    /// Begins an access for which a device has to finish.
    private func waitInAccess(_ context: ProcessContext) {
        buffer?.reservation.setExclusive(Fence(machine) {})
        holdOwn(.cpuAccess, context)
    }

    /// Maps the buffer for a device. That it is attached, and what is done when it is through, is no part of this.
    private func waitForTransfer(_ process: Process) {
        guard let attachment = machine.checker.ignoringReports({ ownAttachment() }) else { return }
        process.run("gpu_submit", as: .importer) {
            guard let table = DMABuffer.map(attachment, .bidirectional).pointee else { return }
            machine.checker.ignoringReports { DMABuffer.unmap(attachment, table, .bidirectional) }
        }
    }

    /// Maps a page, in an access that is open or in one of its own.
    private func waitForMapping(_ context: ProcessContext) {
        guard withState({ $0.ledger.held(.cpuAccess, in: context).isEmpty }) else { return holdOwn(.kmap, context) }
        let arguments = Arguments(context: context)
        guard acquire(.cpuAccess, arguments, isOwn: true).succeeded else { return }
        holdOwn(.kmap, context)
        giveBack(.cpuAccess, arguments, own: true)
    }

    private func holdOwn(_ resource: Resource, _ context: ProcessContext) {
        let arguments = Arguments(context: context)
        if acquire(resource, arguments, isOwn: true).succeeded { giveBack(resource, arguments, own: true) }
    }

    private func allocate(_ process: Process) {
        process.run("camera_alloc", as: .importer) {
            let memory = BackingStore(machine, pages: 1, highmem: true, swappable: false)
            _ = memory.populate()
            memory.free()
        }
    }

    func exhaust(_ supply: Supply, _ exhausted: Bool) throws {
        note("\(supply.rawValue) is \(exhausted ? "spent" : "there again")")
        if let supply = DMABuf.Supply(rawValue: supply.rawValue) { machine.exhaust(supply, exhausted) }
    }

    func interrupt(_ context: ProcessContext) throws {
        note("\(context.rawValue): a signal is pending")
        process(context).hasPendingSignal = true
    }

    func contend(_ lock: Lock, _ interference: @escaping @Sendable () throws -> Void) throws {
        guard let name = LockName(rawValue: lock.rawValue) else { return }
        machine.contend(name) { [weak self] in
            guard let self else { return }
            do { try interference() } catch { self.note("the other context failed: \(error)") }
        }
    }
}
