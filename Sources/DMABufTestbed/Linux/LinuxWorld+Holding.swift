import ClauseTesting
import DMABuf
import Foundation

/// Acquiring and releasing, by the interfaces that there are for it.
extension LinuxWorld {
    func hold(_ resource: Resource, _ arguments: Arguments) throws -> Outcome {
        try perform(words("hold", resource, arguments), try present(resource.acquiring), arguments) {
            try acquire(resource, arguments, isOwn: false)
        }
    }

    func release(_ resource: Resource, _ arguments: Arguments) throws -> Outcome {
        try perform(words("release", resource, arguments), try present(resource.releasing), arguments) {
            try giveBack(resource, arguments)
        }
    }

    // MARK: - Acquiring

    /// - Parameter isOwn: the testbed will release it.
    func acquire(_ resource: Resource, _ arguments: Arguments, isOwn: Bool) throws -> Outcome {
        let context = arguments.context
        func keep(_ thing: Thing) {
            withState {
                $0.ledger.add(
                    .init(thing: thing, direction: arguments.direction, isOwn: isOwn), resource, in: context)
            }
        }
        func outcome(_ status: Int32, _ thing: @autoclosure () -> Thing) -> Outcome {
            if status >= 0 { keep(thing()) }
            return Outcome(status: min(status, 0))
        }
        switch resource {
        case .cpuAccess:
            _ = forgetInterruption()
            let status = try tagged(context) { try probe.step(.begin, arguments.direction.number).status }
            // A positive value is not refused by the core, and is told as it is.
            if status >= 0 { keep(.bracket) }
            return Outcome(status: status)
        case .syncAccess:
            let status = try sync(DMABufSync.start, arguments)
            if status >= 0 { keep(.bracket) }
            return Outcome(status: status)
        case .kmap, .atomicKmap:
            throw resource == .kmap ? API.kmap.absence : API.kmapAtomic.absence
        case .vmapping:
            try openAccess(in: context)
            let answer = try vmap(in: context)
            guard let address = answer.address else { return answer }
            keep(.whole(address))
            return answer
        case .userMapping:
            return try self.outcome(try map(arguments, .userMmap)) { keep(.user($0)) }
        case .reference:
            let fd = try descriptor(in: context)
            return outcome(
                try tagged(context) { try probe.step(.get, UInt64(bitPattern: Int64(fd))).status }, .reference)
        case .attachment:
            let status = try tagged(context) { try probe.step(.attach).status }
            return outcome(status, .attachment(UInt64(status)))
        case .dmaMapping:
            guard let attachment = attached(in: context) else {
                throw NotObservable("without an attachment there is nothing that Linux could be asked to map")
            }
            let status = try tagged(context) {
                try probe.step(.map, attachment, arguments.direction.number).status
            }
            return outcome(status, .table(UInt64(status), of: attachment))
        }
    }

    /// `dma_buf_vmap` of this kernel gives the address in a `struct iosys_map`, and returns a status.
    private func vmap(in context: ProcessContext) throws -> Outcome {
        try locking { [self] in
            let answer = try tagged(context) { try probe.step(.vmap) }
            guard answer.status == 0 else { return Outcome(status: answer.status, returnsPointer: true) }
            return Outcome(status: 0, address: answer[0], returnsPointer: true)
        }
    }

    func outcome(
        _ mapping: Result<UserMapping, KernelError>, _ keep: (UserMapping) -> Void
    ) throws -> Outcome {
        switch mapping {
        case .failure(let error): return Outcome(status: error.status)
        case .success(let mapping):
            keep(mapping)
            return Outcome(status: 0, address: UInt64(mapping.start))
        }
    }

    /// Maps a part of the buffer into this process: by its own descriptor, or by the importer's, which hands on to
    /// `dma_buf_mmap`.
    func map(_ arguments: Arguments, _ api: API) throws -> Result<UserMapping, KernelError> {
        let extent = arguments.extent ?? Extent(offset: 0, length: UInt64(size / chunkSize))
        let isWritable = arguments.direction.reachesDevice
        if api == .mmap {
            try probe.step(.mmapOffset, extent.offset)
            return try tagged(arguments.context) {
                UserMapping.map(probe.descriptor, offset: 0, pages: extent.length, isWritable: isWritable)
            }
        }
        let fd = try descriptor(in: arguments.context)
        return try tagged(arguments.context) {
            UserMapping.map(fd, offset: extent.offset, pages: extent.length, isWritable: isWritable)
        }
    }

    private func sync(_ marker: UInt64, _ arguments: Arguments) throws -> Int32 {
        guard !forgetInterruption() else {
            throw NotObservable("the kernel makes an interrupted call again before userspace sees that it failed")
        }
        let fd = try descriptor(in: arguments.context)
        var flags = DMABufSync.flags(for: arguments.direction.kernel) | marker
        return try tagged(arguments.context) {
            Probe.unblockSignals()
            let status = ioctl(fd, UInt(DMABufSync.command), &flags)
            return status < 0 ? -errno : status
        }
    }

    /// Whether a callback was to say that a signal interrupted it; the call that is made now hears of it.
    private func forgetInterruption() -> Bool {
        withState { state in
            defer { state.isInterrupted = false }
            return state.isInterrupted
        }
    }

    /// A context's descriptor of the buffer, made when it is first needed.
    func descriptor(in context: ProcessContext) throws -> Int32 {
        if let fd = withState({ $0.descriptors[context] }) { return fd }
        let fd = try unseen { try probe.step(.fd, UInt64(O_CLOEXEC)).status }
        guard fd >= 0 else { return -1 }
        withState { state in
            state.descriptors[context] = fd
            state.openDescriptors.append(fd)
        }
        return fd
    }

    /// Begins the access that a kernel mapping needs, when a test has prepared for one.
    func openAccess(in context: ProcessContext) throws {
        guard withState({ $0.opensAccess && $0.ledger.held(.cpuAccess, in: context).isEmpty }) else { return }
        _ = try Self.$calling.withValue(.beginCPUAccess) {
            try acquire(.cpuAccess, Arguments(context: context), isOwn: true)
        }
    }

    /// What a test has attached, or the testbed for it; nil: nothing.
    private func attached(in context: ProcessContext) -> UInt64? {
        withState { state in
            if case .attachment(let handle)? = state.ledger.held(.attachment, in: context).last?.thing {
                return handle
            }
            return state.attachment
        }
    }

    func ownAttachment() throws -> UInt64? {
        if let attachment = withState({ $0.attachment }) { return attachment }
        let status = try tagged(.first) { try probe.step(.attach).status }
        guard status >= 0 else { return nil }
        withState { $0.attachment = UInt64(status) }
        return UInt64(status)
    }

    // MARK: - Releasing

    /// Gives back what is held last; with nothing held, the call is made all the same, where it does not stop Linux.
    ///
    /// - Parameter own: of the testbed's own only.
    @discardableResult
    func giveBack(_ resource: Resource, _ arguments: Arguments, own: Bool = false) throws -> Outcome {
        let context = arguments.context
        let hold = withState { $0.ledger.take(resource, in: context, own: own) }
        let outcome = try end(resource, hold, arguments)
        if let hold, outcome.status < 0 { withState { $0.ledger.add(hold, resource, in: context) } }
        return outcome
    }

    private func end(_ resource: Resource, _ hold: Ledger<Thing>.Hold?, _ arguments: Arguments) throws -> Outcome {
        let context = arguments.context
        switch resource {
        case .cpuAccess:
            _ = forgetInterruption()
            return Outcome(
                status: try tagged(context) { try probe.step(.end, arguments.direction.number).status })
        case .syncAccess:
            return Outcome(status: try sync(DMABufSync.end, arguments))
        case .kmap, .atomicKmap:
            throw resource == .kmap ? API.kunmap.absence : API.kunmapAtomic.absence
        case .vmapping:
            let address: UInt64 = if case .whole(let address)? = hold?.thing { address } else { 0 }
            return try locking { [self] in
                try tagged(context) { try probe.step(.vunmap, address) }
                return .success
            }
        case .userMapping:
            guard case .user(let mapping)? = hold?.thing else { return .failure(.EINVAL) }
            return Outcome(status: mapping.unmap())
        case .reference:
            if hold == nil { try putOwnReference() } else { try tagged(context) { try probe.step(.put, 0) } }
            return .success
        case .attachment:
            guard case .attachment(let handle)? = hold?.thing else { return .failure(.EINVAL) }
            let isMapped = withState { state in
                state.ledger.all.contains { if case .table(_, handle) = $0.thing { true } else { false } }
            }
            guard !isMapped else { throw NotObservable("the probe lets no device leave that is still mapped") }
            try tagged(context) { try probe.step(.detach, handle) }
            return .success
        case .dmaMapping:
            guard case .table(let handle, _)? = hold?.thing else { return .failure(.EINVAL) }
            try tagged(context) { try probe.step(.unmap, handle, arguments.direction.number) }
            return .success
        }
    }

    // MARK: - The end

    func finish() {
        let isFirst = withState { state in
            defer { state.isFinished = true }
            return !state.isFinished
        }
        guard isFirst else { return }
        note("the end")
        // What cannot be given back here, the probe gives back when it is closed.
        try? Self.$calling.withValue(nil) { try putOwnReference() }
        for hold in withState({ $0.ledger.all }) {
            if case .user(let mapping) = hold.thing { _ = mapping.unmap() }
        }
        withState { $0.ledger.removeAll() }
    }

    /// Gives back everything that the testbed holds by itself, the export's reference last.
    func putOwnReference() throws {
        guard setUp.succeeded, withState({ !$0.isPut }) else { return }
        withState { $0.isPut = true }
        for callback in Callback.inProbe { try probe.step(.returns, try callback.number, 0, 0) }
        let order: [Resource] = [
            .vmapping, .cpuAccess, .syncAccess, .userMapping, .dmaMapping, .attachment, .reference,
        ]
        for resource in order { for context in ProcessContext.allCases { try giveBackOwn(resource, context) } }
        let (views, attachment, descriptors) = withState { state in
            defer {
                state.views = [:]
                state.attachment = nil
                state.descriptors = [:]
                state.openDescriptors = []
            }
            return (state.views, state.attachment, state.openDescriptors)
        }
        for view in views.values { _ = view.unmap() }
        withState { state in
            defer { state.neighbour = nil }
            return state.neighbour
        }?.finish()
        if let attachment { try tagged(.first) { try probe.step(.detach, attachment) } }
        for descriptor in descriptors { close(descriptor) }
        try tagged(.first) { try probe.step(.put, 1) }
    }

    private func giveBackOwn(_ resource: Resource, _ context: ProcessContext) throws {
        for hold in withState({ $0.ledger.held(resource, in: context) }).reversed() where hold.isOwn {
            try giveBack(resource, Arguments(direction: hold.direction, context: context), own: true)
        }
    }
}
