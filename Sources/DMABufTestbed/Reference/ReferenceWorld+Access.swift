import ClauseTesting
import DMABuf

/// Bytes, by CPU and by device.
extension ReferenceWorld {
    func read(_ resource: Resource, at offset: Int, in context: ProcessContext) throws -> UInt8? {
        let value = try access(resource, at: offset, in: context) { process, place in
            switch place {
            case .kernel(let address, let subject): process.load(address, as: subject, of: buffer)
            case .user(let address, let subject): process.load(address, as: subject, of: buffer)
            }
        }
        note("\(context.rawValue): read \(resource.rawValue) at \(offset) = \(value.map { "\($0)" } ?? "fault")")
        return value
    }

    func read(_ resource: Resource, address: UInt64?) throws -> UInt8? {
        guard let subject = Self.subject(of: resource) else {
            throw NotObservable("\(resource.rawValue) gives no address of the kernel")
        }
        let value = process(.first).load(address.map(KernelAddress.init(rawValue:)), as: subject, of: buffer)
        let words = address.map { String($0, radix: 16) } ?? "0"
        note("first: read \(resource.rawValue) at 0x\(words) = \(value.map { "\($0)" } ?? "fault")")
        return value
    }

    /// What an access through a mapping of the kernel is meant to go through; nil for what gives no such address.
    private static func subject(of resource: Resource) -> Subject? {
        switch resource {
        case .kmap: .kmap
        case .atomicKmap: .atomicKmap
        case .vmapping: .vmapping
        default: nil
        }
    }

    func write(
        _ value: UInt8, _ resource: Resource, at offset: Int, in context: ProcessContext
    ) throws -> Bool {
        let isWritten = try access(resource, at: offset, in: context) { process, place in
            switch place {
            case .kernel(let address, let subject): process.store(value, address, as: subject, of: buffer)
            case .user(let address, let subject): process.store(value, address, as: subject, of: buffer)
            }
        }
        note("\(context.rawValue): write \(value) to \(resource.rawValue) at \(offset)\(isWritten ? "" : " = fault")")
        return isWritten
    }

    /// Where a byte lies, and what it is reached through.
    enum Place {
        case kernel(KernelAddress?, Subject)
        case user(UInt64, Subject)
    }

    func access<Result>(
        _ resource: Resource, at offset: Int, in context: ProcessContext, _ body: (Process, Place) -> Result
    ) throws -> Result {
        let process = process(context)
        switch resource {
        case .cpuAccess:
            guard let buffer else { return body(process, .kernel(nil, .cpuAccess)) }
            let page = UInt(clamping: offset / Page.size)
            return process.access("importer", as: .importer) {
                // One of the contexts maps the whole buffer, where that can be had.
                if context == .second, let whole = buffer.vmap() {
                    defer { buffer.vunmap(whole) }
                    return body(process, .kernel(whole + offset, .cpuAccess))
                }
                let address = buffer.kmap(page)
                let result = body(process, .kernel(address.map { $0 + offset % Page.size }, .cpuAccess))
                if address != nil { buffer.kunmap(page, address) }
                return result
            }
        case .syncAccess:
            return body(process, .user(view(in: context).map { $0 &+ UInt64(offset) } ?? 0, .syncAccess))
        case .kmap, .atomicKmap, .vmapping:
            let subject = Self.subject(of: resource) ?? .kmap
            let address: KernelAddress? =
                switch thing(resource, context) {
                case .page(let address)?, .whole(let address)?: address
                default: nil
                }
            return body(process, .kernel(address.map { $0 + offset }, subject))
        case .userMapping:
            guard case .user(let vma)? = thing(.userMapping, context) else {
                return body(process, .user(0, .userMapping))
            }
            return body(process, .user(vma.start &+ UInt64(offset), .userMapping))
        case .reference, .attachment, .dmaMapping:
            throw NotObservable("a CPU reaches nothing through \(resource.rawValue)")
        }
    }

    /// What is held last, or where it was before it was released.
    private func thing(_ resource: Resource, _ context: ProcessContext) -> Thing? {
        withState { $0.ledger.newest(resource, in: context) }
    }

    /// Where the buffer begins for a process: in the mapping that it holds last, or in one that the testbed makes.
    private func view(in context: ProcessContext) -> UInt64? {
        let held = withState { $0.ledger.held(.userMapping, in: context).last?.thing }
        if case .user(let vma)? = held { return vma.start }
        return kept(\.views[context]) {
            // One of the contexts reaches the buffer by way of an importer.
            let api: API = context == .third ? .mmap : .userMmap
            return Self.$calling.withValue(nil) { map(Arguments(context: context), api).pointee }
        }?.start
    }

    // MARK: - Devices

    func deviceRead(at offset: Int) throws -> UInt8 {
        let value = try device(.toDevice) { $0.load(at: offset) } ?? 0
        note("device: read at \(offset) = \(value)")
        return value
    }

    func deviceWrite(_ value: UInt8, at offset: Int) throws {
        _ = try device(.fromDevice) { $0.store(value, at: offset) }
        note("device: write \(value) at \(offset)")
    }

    /// The device is given its way to the pages, and a fence stands for its work. What is asked for while that is under
    /// way is done with it.
    func startDeviceWrite(_ value: UInt8, at offset: Int) throws {
        note("device: begins to write \(value) at \(offset)")
        try startDeviceWrites([(value, PagePlaces(start: offset, offsets: [0]))])
    }

    func startDeviceWrites(_ writes: [(value: UInt8, places: PagePlaces)]) throws {
        let isUnderWay = withState { state in
            defer { state.deviceWrites += writes }
            return !state.deviceWrites.isEmpty
        }
        guard !isUnderWay else { return }
        let work = try startDevice(.fromDevice) { [weak self] table in
            for (value, places) in self?.takeWrites() ?? [] {
                table.store(value, at: places.offsets, from: places.start)
            }
        }
        buffer?.reservation.setExclusive(work)
    }

    func startDeviceRead(at offset: Int) throws {
        note("device: begins to read at \(offset)")
        let work = try startDevice(.toDevice) { [weak self] table in
            let value = table.load(at: offset) ?? 0
            self?.withState { $0.lastDeviceRead = value }
        }
        buffer?.reservation.addShared(work)
    }

    func finishDeviceRead() throws -> UInt8 {
        finishDeviceWork()
        let value = withState { $0.lastDeviceRead }
        note("device: has read \(value)")
        return value
    }

    private func takeWrites() -> [(value: UInt8, places: PagePlaces)] {
        withState { state in
            defer { state.deviceWrites = [] }
            return state.deviceWrites
        }
    }

    /// Who gives the testbed's device its work: nobody who holds anything, and so may wait.
    var gpu: Process { kept(\.gpu) { Process(machine, name: "gpu") } ?? process(.first) }

    /// Gives the device its way to the pages, until its work is done.
    private func startDevice(_ direction: DMADataDirection, _ body: @escaping @Sendable (SGTable) -> Void) throws
        -> Fence
    {
        guard let attachment = ownAttachment() else { throw NoDevice(status: -Errno.EINVAL.rawValue) }
        return try Self.$calling.withValue(nil) {
            try gpu.run("gpu_submit", as: .importer) {
                let table = DMABuffer.map(attachment, direction)
                guard let table = table.pointee else { throw NoDevice(status: table.error ?? 0) }
                let work = Fence(machine) { [weak self] in
                    Self.$calling.withValue(nil) {
                        body(table)
                        DMABuffer.unmap(attachment, table, direction)
                    }
                    self?.note("device: has done its work")
                }
                withState { $0.deviceWork.append(work) }
                return work
            }
        }
    }

    /// The device does one job after the other.
    func finishDeviceWork() {
        let work = withState { state in
            defer { state.deviceWork = [] }
            return state.deviceWork
        }
        for job in work { job.signal() }
    }

    /// A job of the device: it is given its way to the pages, does its work, and gives it back.
    func device<Result>(_ direction: DMADataDirection, _ body: (SGTable) -> Result) throws -> Result {
        finishDeviceWork()
        guard let attachment = ownAttachment() else { throw NoDevice(status: -Errno.EINVAL.rawValue) }
        return try Self.$calling.withValue(nil) {
            try gpu.run("gpu_submit", as: .importer) {
                let table = DMABuffer.map(attachment, direction)
                guard let table = table.pointee else { throw NoDevice(status: table.error ?? 0) }
                defer { DMABuffer.unmap(attachment, table, direction) }
                return body(table)
            }
        }
    }
}

/// The device got no way to the buffer.
struct NoDevice: Error, CustomStringConvertible {
    var status: Int32
    var description: String {
        "the device cannot reach the buffer (\(Outcome(status: status).error.map { "\($0)" } ?? "0"))"
    }
}
