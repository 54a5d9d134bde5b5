import ClauseTesting
import DMABuf

/// Phrases of the domain that arrange or do something.
extension ReferenceWorld {
    func perform(_ action: Action) throws -> Outcome {
        try perform("perform \(action.rawValue)", nil, Arguments()) {
            switch action {
            case .beginKernelAccess: acquire(.cpuAccess, Arguments(), isOwn: true)
            case .beginUserAccess: acquire(.syncAccess, Arguments(), isOwn: true)
            case .endKernelAccess: endInterruptedAccess()
            case .beginAfterPressure: beginAfterPressure()
            case .pressDuringAccess: pressDuringAccess()
            case .pressDuringDeviceAccess: pressDuringDeviceAccess()
            case .mapBuffers: mapBuffers()
            case .zapAllPTEs: mapBuffers { _ in zapAgain() }
            case .zapRange:
                mapBuffers { _ in
                    zap(1..<2)
                    // Of an empty range there is nothing to zap.
                    zap(2..<2)
                }
            case .unmapMappingRange: mapBuffers { unmapRange(of: $0.file, from: $0.pageOffset + 1) }
            case .unmapSharedRange: mapBuffers { _ in unmapRange(of: buffer?.file, from: 1) }
            case .leaveCPUDomain: mapBuffers { _ in deviceTakesOver() }
            case .releaseWhileMapped: releaseWhileMapped()
            case .faultDuringDeviceWork: mapBuffers { faultDuringDeviceWork($0) }
            }
        }
    }

    /// What actions write, and what devices do.
    static let written: UInt8 = 0x5A
    static let deviceWritten: UInt8 = 0xA5

    // MARK: - Access by the kernel

    private func writeAndEnd(
        _ direction: Direction = .bidirectional, in context: ProcessContext = .first
    ) -> Outcome {
        let arguments = Arguments(direction: direction, context: context)
        let begun = acquire(.cpuAccess, arguments, isOwn: true)
        guard begun.succeeded else { return begun }
        // Who only writes leaves what comes before as it is.
        switch direction {
        case .bidirectional: try? fill(Self.written, .cpuAccess, in: context)
        case .toDevice: _ = try? write(Self.written, .cpuAccess, at: size - 1, in: context)
        case .fromDevice: break
        }
        return giveBack(.cpuAccess, arguments, own: true)
    }

    /// Whether the beginning of an access is interrupted, by a signal that comes while a device works. It is to be made
    /// again.
    private func isBeginInterrupted() -> Bool {
        try? startDeviceWrite(Self.deviceWritten, at: 0)
        process(.first).hasPendingSignal = true
        return acquire(.cpuAccess, Arguments(), isOwn: true).fails(with: .ERESTARTSYS, .EINTR)
    }

    /// The same in every direction and by everybody, where the first beginning is interrupted.
    private func endInterruptedAccess() -> Outcome {
        guard isBeginInterrupted() else { return .failure(.EFAULT) }
        for context in ProcessContext.allCases {
            for direction in Direction.allCases.reversed() {
                let ended = writeAndEnd(direction, in: context)
                guard ended.succeeded else { return ended }
            }
        }
        return .success
    }

    private func beginAfterPressure() -> Outcome {
        let written = writeAndEnd()
        guard written.succeeded else { return written }
        failForWantOfMemory(.cpuAccess)
        return acquire(.cpuAccess, Arguments(), isOwn: true)
    }

    /// Memory runs out half way to what is to be acquired: that changes nothing, and loses nothing.
    private func failForWantOfMemory(_ resource: Resource) {
        machine.reclaim()
        machine.leaveMemory(pages: Self.pages / 2)
        if acquire(resource, Arguments(), isOwn: true).succeeded { giveBack(resource, Arguments(), own: true) }
        machine.exhaust(.memory, false)
    }

    private func pressDuringAccess() -> Outcome {
        failForWantOfMemory(.cpuAccess)
        // What is made again has all to do that was not done.
        guard isBeginInterrupted() else { return .failure(.EFAULT) }
        // Nothing may go while the CPU only reads, or only writes, either.
        for direction in [Direction.toDevice, .fromDevice] {
            let arguments = Arguments(direction: direction)
            let begun = acquire(.cpuAccess, arguments, isOwn: true)
            guard begun.succeeded else { return begun }
            let isPinned = exporter.store.pinCount > 0
            giveBack(.cpuAccess, arguments, own: true)
            guard isPinned else { return .failure(.EFAULT) }
        }
        // What a device had pinned before is the CPU's alone when the device leaves.
        for held in [Resource.attachment, .dmaMapping] {
            let held = acquire(held, Arguments(), isOwn: true)
            guard held.succeeded else { return held }
        }
        let begun = acquire(.cpuAccess, Arguments(), isOwn: true)
        guard begun.succeeded else { return begun }
        for held in [Resource.dmaMapping, .attachment] { giveBack(held, Arguments(), own: true) }
        // Others' accesses that begin and end meanwhile end their own pins.
        for (context, direction) in [(ProcessContext.second, Direction.fromDevice), (.third, .toDevice)] {
            let other = Arguments(direction: direction, context: context)
            guard acquire(.cpuAccess, other, isOwn: true).succeeded, giveBack(.cpuAccess, other, own: true).succeeded
            else { return .failure(.EFAULT) }
        }
        // A mapping of the whole buffer that comes and goes takes no pin along.
        let whole = acquire(.vmapping, Arguments(), isOwn: true)
        guard whole.succeeded else { return whole }
        giveBack(.vmapping, Arguments(), own: true)
        machine.reclaim()
        for page in 0..<Self.pages {
            let mapped = acquire(.atomicKmap, Arguments(chunk: page), isOwn: true)
            guard mapped.succeeded else { return mapped }
            giveBack(.atomicKmap, Arguments(chunk: page), own: true)
        }
        return .success
    }

    private func pressDuringDeviceAccess() -> Outcome {
        for context in ProcessContext.allCases {
            let attached = acquire(.attachment, Arguments(context: context), isOwn: true)
            guard attached.succeeded else { return attached }
        }
        failForWantOfMemory(.dmaMapping)
        // In whichever direction, and again.
        for direction in Direction.allCases.reversed() {
            let mapped = mapForDevices(direction)
            guard mapped.succeeded else { return mapped }
        }
        guard isPinnedBesideUnpinnedAccess() else { return .failure(.EFAULT) }
        let mapped = acquire(.dmaMapping, Arguments(), isOwn: true)
        machine.reclaim()
        return mapped
    }

    /// Of a buffer whose accesses pin nothing, one that ends takes no device's pin along.
    private func isPinnedBesideUnpinnedAccess() -> Bool {
        let exporter = Self.exporter(.shmem, machine, size: exporter.size, without: [])
        let process = process(.first)
        let buffer = process.run("dma_buf_export", as: .exporter) {
            DMABuffer.export(machine, exporter.exportInfo(name: "unpinned")).pointee
        }
        guard let buffer else { return false }
        return process.run("dma_buf_attach", as: .importer) {
            defer { buffer.put() }
            guard let attachment = buffer.attach(Device("scanner")).pointee else { return false }
            defer { buffer.detach(attachment) }
            guard let table = DMABuffer.map(attachment, .bidirectional).pointee else { return false }
            defer { DMABuffer.unmap(attachment, table, .bidirectional) }
            guard buffer.beginCPUAccess(.bidirectional) == 0, buffer.endCPUAccess(.bidirectional) == 0 else {
                return false
            }
            return exporter.store.pinCount > 0
        }
    }

    /// Maps for two devices. Others come and go meanwhile: whose end it is, the other's pages stay where they are.
    private func mapForDevices(_ direction: Direction) -> Outcome {
        let (own, other) = (Arguments(direction: direction), Arguments(direction: direction, context: .second))
        func isPinned(_ arguments: Arguments, _ meanwhile: () -> Void) -> Bool {
            guard acquire(.dmaMapping, arguments, isOwn: true).succeeded else { return false }
            let wasPinned = exporter.store.pinCount > 0
            meanwhile()
            return wasPinned && exporter.store.pinCount > 0
        }
        // An access was open before, and ends.
        let access = Arguments(context: .third)
        guard acquire(.cpuAccess, access, isOwn: true).succeeded else { return .failure(.EFAULT) }
        let isKept = isPinned(own) {
            giveBack(.cpuAccess, access, own: true)
            if acquire(.dmaMapping, other, isOwn: true).succeeded { giveBack(.dmaMapping, other, own: true) }
            giveBack(.attachment, Arguments(context: .third), own: true)
            _ = acquire(.attachment, Arguments(context: .third), isOwn: true)
        }
        // The one that came first goes first.
        let isKeptForOther = isPinned(other) { giveBack(.dmaMapping, own, own: true) }
        giveBack(.dmaMapping, other, own: true)
        return isKept && isKeptForOther ? .success : .failure(.EFAULT)
    }

    // MARK: - Mappings in userspace

    /// Maps the buffer into two processes, into one of them twice, a part of it into a third, and another buffer into one
    /// of them, begins accesses and touches every page, then goes on, and notes which ptes are left.
    private func mapBuffers(_ then: (VMA) -> Void = { _ in }) -> Outcome {
        for page in 0..<Self.pages { try? deviceWrite(Self.number(of: page), at: page * Page.size) }
        for context in [ProcessContext.second, .first] {
            let viewed = viewed(in: context)
            guard viewed.succeeded else { return viewed }
        }
        guard let part = part() else { return .failure(.EINVAL) }
        let neighbour = kept(\.neighbour) { another() }
        guard again() != nil else { return .failure(.EINVAL) }
        let views = withState { $0.wholeViews }
        for view in views { view.touch() }
        part.touch()
        neighbour?.vma.touch()
        if let vma = withState({ $0.views[.first] }) { then(vma) }
        withState {
            $0.ptes = PTEs(
                own: views.map(\.presentPages), part: part.presentPages,
                others: neighbour?.vma.presentPages ?? [])
        }
        return .success
    }

    /// A mapping of the buffer's inner pages to be read only, by a third process, whose access it begins.
    private func part() -> VMA? {
        kept(\.part) {
            let arguments = Arguments(direction: .fromDevice, extent: Self.inner, context: .third)
            guard acquire(.syncAccess, arguments, isOwn: true).succeeded else { return nil }
            return map(arguments, .userMmap).pointee
        }
    }

    /// Another buffer of the same kind, mapped by the first process.
    func another() -> Neighbour? {
        let exporter = Self.exporter(
            arrangement.variant ?? .plain, machine, size: exporter.size, without: arrangement.without)
        return Neighbour(machine, exporter, in: process(.first))
    }

    /// A second mapping of a process that has one.
    private func again() -> VMA? { kept(\.again) { map(Arguments(), .mmap).pointee } }

    /// Pages further on, and not up to the end.
    static let inner = Extent(offset: 1, length: 2)

    /// What a device writes to a page, different for each.
    static func number(of page: Int) -> UInt8 { UInt8(page + 1) }

    /// Begins an access of userspace and maps the buffer, unless that has been done.
    private func viewed(in context: ProcessContext) -> Outcome {
        guard withState({ $0.views[context] }) == nil else { return .success }
        let begun = acquire(.syncAccess, Arguments(context: context), isOwn: true)
        guard begun.succeeded else { return begun }
        return outcome(map(Arguments(context: context), .userMmap)) { vma in withState { $0.views[context] = vma } }
    }

    private func zap(_ pages: Range<UInt64>) {
        guard let buffer else { return }
        process(.first).run("exporter_zap", as: .exporter) {
            if let exporter = exporter as? OwnFileExporter {
                exporter.zap(buffer, pages)
            } else if let mapping = buffer.file?.inode.mapping {
                machine.unmapMappingRange(mapping, from: pages.lowerBound, count: UInt64(pages.count))
            }
        }
    }

    /// Zaps all, lets every process touch it again, and zaps once more.
    private func zapAgain() {
        let all = 0..<UInt64(Self.pages)
        zap(all)
        for view in withState({ $0.wholeViews }) { view.touch() }
        zap(all)
    }

    private func unmapRange(of file: File?, from page: UInt64) {
        guard let mapping = file?.inode.mapping else { return }
        process(.first).run("exporter_zap", as: .exporter) {
            machine.unmapMappingRange(mapping, from: page, count: 1)
        }
    }

    /// Every page is written by a device, and what the process then sees is noted: nothing, where the device did not
    /// find what the process had written beside it.
    private func deviceTakesOver() {
        guard leavesNothing(afterAccess: .fromDevice), keepsWhatIsCached() else { return }
        let beside = (0..<Self.pages).map { $0 * Page.size + Page.size / 2 }
        for place in beside { _ = try? write(Self.written, .syncAccess, at: place, in: .first) }
        guard beside.allSatisfy({ (try? deviceRead(at: $0)) == Self.written }) else { return }
        for page in 0..<Self.pages {
            // The process has its ptes again when the device comes.
            withState { $0.views[.first] }?.touch()
            try? deviceWrite(Self.deviceWritten + Self.number(of: page), at: page * Page.size)
        }
        let seen = (0..<Self.pages).map { try? read(.syncAccess, at: $0 * Page.size, in: .first) }
        withState { $0.seenAfterDevice = seen.map { $0 ?? nil } }
    }

    /// Whether an access of a process that begins, touches every page and ends leaves no pte: the next one is to fault.
    private func leavesNothing(afterAccess direction: Direction) -> Bool {
        let arguments = Arguments(direction: direction)
        guard let view = withState({ $0.views[.first] }),
            acquire(.syncAccess, arguments, isOwn: true).succeeded
        else {
            return false
        }
        view.touch()
        return giveBack(.syncAccess, arguments, own: true).succeeded && view.presentPages.isEmpty
    }

    /// Whether what an importer has written, and what is still in the CPU's cache when a process touches every page, gets to
    /// the device.
    private func keepsWhatIsCached() -> Bool {
        let access = Arguments(context: .second)
        guard let view = withState({ $0.views[.first] }), acquire(.cpuAccess, access, isOwn: true).succeeded else {
            return false
        }
        let places = (0..<Self.pages).map { $0 * Page.size + Page.size / 4 }
        for place in places { _ = try? write(Self.written, .cpuAccess, at: place, in: .second) }
        view.touch()
        return giveBack(.cpuAccess, access, own: true).succeeded
            && places.allSatisfy { (try? deviceRead(at: $0)) == Self.written }
    }

    private func faultDuringDeviceWork(_ vma: VMA) {
        guard let buffer else { return }
        zap(0..<UInt64(Self.pages))
        let (writer, reader) = (Fence(machine) {}, Fence(machine) {})
        withState { $0.fences = [writer, reader] }
        buffer.reservation.setExclusive(writer)
        buffer.reservation.addShared(reader)
        vma.touch()
    }

    /// A process maps the buffer and writes to it; then every other reference goes.
    private func releaseWhileMapped() -> Outcome {
        guard let buffer else { return .failure(.EINVAL) }
        let survivor = Process(machine, name: "survivor")
        buffer.get()
        let fd = Int(survivor.run("dma_buf_fd", as: .exporter) { buffer.fd([]) })
        let mapped = survivor.mmap(fd, pageOffset: 0, pageCount: UInt64(exporter.size / Page.size))
        return outcome(mapped) { vma in
            let sync = { (marker: UInt64) in
                _ = survivor.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite | marker))
            }
            sync(DMABufSync.start)
            survivor.store(Self.written, vma.start)
            sync(DMABufSync.end)
            survivor.close(fd)
            withState { $0.survivor = (survivor, vma) }
            putOwnReference()
        }
    }
}
