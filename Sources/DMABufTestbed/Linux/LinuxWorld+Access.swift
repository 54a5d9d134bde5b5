import ClauseTesting
import Foundation

/// Bytes, by CPU and by device.
extension LinuxWorld {
    func read(_ resource: Resource, at offset: Int, in context: ProcessContext) throws -> UInt8? {
        let value: UInt8?
        switch try place(resource, at: offset, in: context) {
        case .user(let address): value = memory.load(address)
        case .kernel(let address, let temporary):
            let answer = try probe.step(.load, address)
            value = answer.status == 0 ? UInt8(truncatingIfNeeded: answer[0]) : nil
            if let temporary { try unseen { try probe.step(.vunmap, temporary) } }
        case .nowhere: value = nil
        }
        note("\(context.rawValue): read \(resource.rawValue) at \(offset) = \(value.map { "\($0)" } ?? "fault")")
        return value
    }

    func read(_ resource: Resource, address: UInt64?) throws -> UInt8? {
        try present(resource.acquiring)
        guard resource == .vmapping else {
            throw NotObservable("\(resource.rawValue) gives no address of the kernel")
        }
        let answer = try probe.step(.load, address ?? 0)
        return answer.status == 0 ? UInt8(truncatingIfNeeded: answer[0]) : nil
    }

    func write(_ value: UInt8, _ resource: Resource, at offset: Int, in context: ProcessContext) throws -> Bool {
        let isWritten: Bool
        switch try place(resource, at: offset, in: context) {
        case .user(let address): isWritten = memory.store(value, address)
        case .kernel(let address, let temporary):
            isWritten = try probe.step(.store, address, UInt64(value)).status == 0
            if let temporary { try unseen { try probe.step(.vunmap, temporary) } }
        case .nowhere: isWritten = false
        }
        note("\(context.rawValue): write \(value) to \(resource.rawValue) at \(offset)\(isWritten ? "" : " = fault")")
        return isWritten
    }

    private enum Place {
        /// An address in the kernel, in a mapping that is made for this access only, or in one that is there.
        case kernel(UInt64, temporary: UInt64?)
        case user(UInt)
        case nowhere
    }

    private func place(_ resource: Resource, at offset: Int, in context: ProcessContext) throws -> Place {
        switch resource {
        case .cpuAccess:
            let answer = try unseen { try probe.step(.vmap) }
            guard answer.status == 0 else {
                throw NotObservable(
                    "in this kernel, dma_buf_vmap is the only way to the bytes, and this exporter gives none")
            }
            return .kernel(answer[0] &+ UInt64(offset), temporary: answer[0])
        case .syncAccess:
            return try view(in: context).map { .user($0.start + UInt(offset)) } ?? .nowhere
        case .vmapping:
            guard case .whole(let address)? = thing(.vmapping, context) else { return .nowhere }
            return .kernel(address &+ UInt64(offset), temporary: nil)
        case .userMapping:
            guard case .user(let mapping)? = thing(.userMapping, context) else { return .nowhere }
            return .user(mapping.start + UInt(offset))
        case .kmap: throw API.kmap.absence
        case .atomicKmap: throw API.kmapAtomic.absence
        case .reference, .attachment, .dmaMapping:
            throw NotObservable("a CPU reaches nothing through \(resource.rawValue)")
        }
    }

    /// What is held last, or where it was before it was released.
    private func thing(_ resource: Resource, _ context: ProcessContext) -> Thing? {
        withState { $0.ledger.newest(resource, in: context) }
    }

    /// Where the buffer begins for userspace: in the mapping that it holds last, or in one that the testbed makes.
    func view(in context: ProcessContext) throws -> UserMapping? {
        let held = withState { $0.ledger.held(.userMapping, in: context).last?.thing }
        if case .user(let mapping)? = held { return mapping }
        if let view = withState({ $0.views[context] }) { return view }
        let mapped = try Self.$calling.withValue(nil) { try map(Arguments(context: context), .userMmap) }
        guard case .success(let view) = mapped else { return nil }
        withState { $0.views[context] = view }
        return view
    }

    // MARK: - Devices

    func deviceRead(at offset: Int) throws -> UInt8 {
        let value = try device(.toDevice) { table in
            UInt8(truncatingIfNeeded: try probe.step(.deviceLoad, table, UInt64(offset))[0])
        }
        note("device: read at \(offset) = \(value)")
        return value
    }

    func deviceWrite(_ value: UInt8, at offset: Int) throws {
        try device(.fromDevice) { table in
            try probe.step(.deviceStore, table, UInt64(offset), UInt64(value))
        }
        note("device: write \(value) at \(offset)")
    }

    /// Done at once: the probe's device leaves nobody anything to wait for.
    func startDeviceWrite(_ value: UInt8, at offset: Int) throws { try deviceWrite(value, at: offset) }
    func startDeviceRead(at offset: Int) throws {
        let value = try deviceRead(at: offset)
        withState { $0.lastDeviceRead = value }
    }
    func finishDeviceRead() throws -> UInt8 { withState { $0.lastDeviceRead } }

    /// A job of the device: it is given its way to the pages, does its work, and gives it back.
    @discardableResult
    private func device<Result>(_ direction: Direction, _ body: (UInt64) throws -> Result) throws -> Result {
        guard let attachment = try ownAttachment() else { throw NoDevice(status: -Errno.EINVAL.rawValue) }
        return try Self.$calling.withValue(nil) {
            let status = try tagged(.first) { try probe.step(.map, attachment, direction.number).status }
            guard status >= 0 else { throw NoDevice(status: status) }
            let table = UInt64(status)
            defer { _ = try? tagged(.first) { try probe.step(.unmap, table, direction.number) } }
            return try body(table)
        }
    }
}
