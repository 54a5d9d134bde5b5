import ClauseTesting
import DMABuf

/// Acquiring and releasing, by the interfaces that there are for it.
extension ReferenceWorld {
    func hold(_ resource: Resource, _ arguments: Arguments) throws -> Outcome {
        try perform(words("hold", resource, arguments), resource.acquiring, arguments) {
            acquire(resource, arguments, isOwn: false)
        }
    }

    func release(_ resource: Resource, _ arguments: Arguments) throws -> Outcome {
        try perform(words("release", resource, arguments), resource.releasing, arguments) {
            giveBack(resource, arguments)
        }
    }

    func holdOnceOfAnother(_ resource: Resource, in context: ProcessContext) throws {
        let arguments = Arguments(context: context)
        guard resource == .atomicKmap, let bystander = withState({ $0.bystander }) else {
            if try hold(resource, arguments).succeeded { _ = try release(resource, arguments) }
            return
        }
        bystander.mapOnceAtomically(in: process(context))
        note("\(context.rawValue): hold and release \(resource.rawValue) of another buffer")
    }

    /// Makes a call, notes it, and says so when the machine does not come to an end.
    func perform(
        _ words: @autoclosure () -> String, _ api: API?, _ arguments: Arguments, _ body: () -> Outcome
    ) throws -> Outcome {
        let outcome = Self.$calling.withValue(api, operation: body)
        note(words(), in: arguments.context, outcome)
        if machine.isHalted { throw MachineHalted() }
        return outcome
    }

    // MARK: - Acquiring

    /// - Parameter isOwn: the testbed will release it.
    func acquire(_ resource: Resource, _ arguments: Arguments, isOwn: Bool) -> Outcome {
        guard let buffer else { return .failure(.EINVAL) }
        let context = arguments.context
        let process = process(context)
        func keep(_ thing: Thing) {
            withState {
                $0.ledger.add(
                    .init(thing: thing, chunk: arguments.chunk, direction: arguments.direction, isOwn: isOwn),
                    resource, in: context)
            }
        }
        switch resource {
        case .cpuAccess:
            let status = process.run("dma_buf_begin_cpu_access", as: .importer) {
                buffer.beginCPUAccess(arguments.direction.kernel)
            }
            if status >= 0 { keep(.bracket) }
            return Outcome(status: status)
        case .syncAccess:
            let status = sync(DMABufSync.start, arguments)
            if status >= 0 { keep(.bracket) }
            return Outcome(status: status)
        case .kmap, .atomicKmap:
            openAccess(in: context)
            let page = UInt(clamping: arguments.chunk)
            let address =
                resource == .kmap
                ? process.run("dma_buf_kmap", as: .importer) { buffer.kmap(page) }
                : process.run("dma_buf_kmap_atomic", as: .importer) { buffer.kmapAtomic(page) }
            return outcome(address) { keep(.page($0)) }
        case .vmapping:
            openAccess(in: context)
            return outcome(process.run("dma_buf_vmap", as: .importer) { buffer.vmap() }) { keep(.whole($0)) }
        case .userMapping:
            return outcome(map(arguments, .userMmap)) { keep(.user($0)) }
        case .reference:
            let fd = descriptor(in: context)
            let result = process.run("dma_buf_get", as: .importer) { DMABuffer.get(machine, fd: Int32(fd)) }
            if result.pointee != nil { keep(.reference) }
            return Outcome(status: result.error ?? 0)
        case .attachment:
            let device = device(of: context)
            let result = process.run("dma_buf_attach", as: .importer) { buffer.attach(device) }
            if let attachment = result.pointee { keep(.attachment(attachment)) }
            return Outcome(status: result.error ?? 0)
        case .dmaMapping:
            let attachment = attached(in: context) ?? Attachment(buffer, device(of: context))
            let result = Self.$asked.withValue(ObjectIdentifier(attachment)) {
                process.run("dma_buf_map_attachment", as: .importer) {
                    DMABuffer.map(attachment, arguments.direction.kernel)
                }
            }
            if let table = result.pointee { keep(.table(table, attachment)) }
            return Outcome(status: result.error ?? 0)
        }
    }

    private func outcome(_ address: KernelAddress?, _ keep: (KernelAddress) -> Void) -> Outcome {
        guard let address else { return .null }
        if let error = address.error { return Outcome(status: error, returnsPointer: true) }
        keep(address)
        return Outcome(status: 0, address: address.rawValue, returnsPointer: true)
    }

    func outcome(_ mapping: Pointer<VMA>, _ keep: (VMA) -> Void) -> Outcome {
        guard let vma = mapping.pointee else { return Outcome(status: mapping.error ?? 0) }
        keep(vma)
        return Outcome(status: 0, address: vma.start)
    }

    /// Maps a part of the buffer into a process: through its own descriptor, or through the importer's.
    func map(_ arguments: Arguments, _ api: API) -> Pointer<VMA> {
        guard let buffer else { return .error(-Errno.EINVAL.rawValue) }
        let extent = arguments.extent ?? Extent(offset: 0, length: UInt64(exporter.size / Page.size))
        let process = process(arguments.context)
        let isWritable = arguments.direction.reachesDevice
        if api == .mmap {
            return process.mmap(
                throughDriver: "importer", pageOffset: Self.importersOffset, pageCount: extent.length,
                writable: isWritable
            ) { vma in buffer.mmap(vma, UInt(extent.offset)) }
        }
        let fd = descriptor(in: arguments.context)
        return process.mmap(fd, pageOffset: extent.offset, pageCount: extent.length, writable: isWritable)
    }

    /// Where the importer's own file has the buffer, in pages.
    private static let importersOffset: UInt64 = 0x100

    func sync(_ marker: UInt64, _ arguments: Arguments) -> Status {
        let fd = descriptor(in: arguments.context)
        let flags = DMABufSync.flags(for: arguments.direction.kernel) | marker
        return process(arguments.context).ioctl(fd, DMABufSync.command, DMABufSync(flags: flags))
    }

    /// The process's descriptor of the buffer, made when it is first needed.
    func descriptor(in context: ProcessContext) -> Int {
        kept(\State.descriptors[context]) { () -> Int? in
            guard let buffer else { return nil }
            buffer.get()
            return Int(process(context).run("dma_buf_fd", as: .exporter) { buffer.fd([]) })
        } ?? -1
    }

    /// Begins the access that a kernel mapping needs, when a test has prepared for one.
    func openAccess(in context: ProcessContext) {
        guard withState({ $0.opensAccess && $0.ledger.held(.cpuAccess, in: context).isEmpty }) else { return }
        _ = Self.$calling.withValue(.beginCPUAccess) { acquire(.cpuAccess, Arguments(context: context), isOwn: true) }
    }

    /// What a test has attached, or the testbed for it, or what a test has detached again; nil: nothing.
    private func attached(in context: ProcessContext) -> Attachment? {
        withState { state in
            let isHeld = !state.ledger.held(.attachment, in: context).isEmpty
            if !isHeld, let own = state.attachment { return own }
            guard case .attachment(let attachment)? = state.ledger.newest(.attachment, in: context) else { return nil }
            return attachment
        }
    }

    func ownAttachment() -> Attachment? { kept(\.attachment, attach) }

    /// The testbed's device comes twice, unless it is there, and is known by the later attachment: what is done to that is
    /// not done to the earlier one.
    func attachTwice() {
        if withState({ $0.attachment == nil }) { _ = kept(\.earlierAttachment, attach) }
        _ = ownAttachment()
    }

    private func attach() -> Attachment? {
        gpu.run("dma_buf_attach", as: .importer) { buffer?.attach(device).pointee }
    }

    // MARK: - Releasing

    /// Gives back what is held last; with nothing held, the call is made all the same.
    ///
    /// - Parameter own: of the testbed's own only.
    @discardableResult
    func giveBack(_ resource: Resource, _ arguments: Arguments, own: Bool = false) -> Outcome {
        let context = arguments.context
        let hold = withState {
            $0.ledger.take(
                resource, in: context, chunk: arguments.chunk, direction: arguments.direction, own: own)
        }
        let outcome = end(resource, hold, arguments)
        if let hold, outcome.status < 0 { withState { $0.ledger.add(hold, resource, in: context) } }
        return outcome
    }

    private func end(_ resource: Resource, _ hold: Ledger<Thing>.Hold?, _ arguments: Arguments) -> Outcome {
        guard let buffer else { return .failure(.EINVAL) }
        let process = process(arguments.context)
        switch resource {
        case .cpuAccess:
            let direction = arguments.direction.kernel
            return process.run("dma_buf_end_cpu_access", as: .importer) {
                guard machine.contract == .current else {
                    buffer.finishCPUAccess(direction)
                    return .success
                }
                return Outcome(status: buffer.endCPUAccess(direction))
            }
        case .syncAccess:
            return Outcome(status: sync(DMABufSync.end, arguments))
        case .kmap, .atomicKmap:
            let page = UInt(clamping: hold?.chunk ?? arguments.chunk)
            let address: KernelAddress? = if case .page(let address)? = hold?.thing { address } else { nil }
            if resource == .kmap {
                process.run("dma_buf_kunmap", as: .importer) { buffer.kunmap(page, address) }
            } else {
                process.run("dma_buf_kunmap_atomic", as: .importer) { buffer.kunmapAtomic(page, address) }
            }
            return .success
        case .vmapping:
            let address: KernelAddress? = if case .whole(let address)? = hold?.thing { address } else { nil }
            process.run("dma_buf_vunmap", as: .importer) { buffer.vunmap(address) }
            return .success
        case .userMapping:
            guard case .user(let vma)? = hold?.thing else { return .failure(.EINVAL) }
            return Outcome(status: process.munmap(vma))
        case .reference:
            if hold == nil { putOwnReference() } else { process.run("dma_buf_put", as: .importer) { buffer.put() } }
            return .success
        case .attachment:
            guard case .attachment(let attachment)? = hold?.thing else { return .failure(.EINVAL) }
            Self.$asked.withValue(ObjectIdentifier(attachment)) {
                process.run("dma_buf_detach", as: .importer) { buffer.detach(attachment) }
            }
            return .success
        case .dmaMapping:
            guard case .table(let table, let attachment)? = hold?.thing else { return .failure(.EINVAL) }
            Self.$asked.withValue(ObjectIdentifier(attachment)) {
                process.run("dma_buf_unmap_attachment", as: .importer) {
                    DMABuffer.unmap(attachment, table, arguments.direction.kernel)
                }
            }
            return .success
        }
    }
}
