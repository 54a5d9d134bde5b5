/// Kernel mappings of pages and of whole buffers, and accesses through them.
extension ContractChecker {
    /// A page that is about to be mapped.
    struct Mapping {
        var kind: Subject
        var page: UInt
        var process: Process?
        var isTainted: Bool
    }

    /// Atomic mappings that a process context may hold at a time.
    private var atomicLimit: Int {
        has(.thirdAtomicKmapUnreported) ? 3 : has(.secondAtomicKmapReported) ? 1 : 2
    }

    /// A page is about to be mapped: whether that is in order.
    func mapping(_ buffer: DMABuffer, _ kind: Subject, _ page: UInt) -> Mapping {
        let frame = CallFrame.current
        let process = frame?.process
        var mapping = Mapping(kind: kind, page: page, process: process, isTainted: false)
        process?.machine.atomically { process?.sawSpentSupply = false }
        if page >= UInt(buffer.pageCount) {
            mapping.isTainted = true
            if !has(.kmapOutOfRangeUnreported) {
                report(
                    .undefinedBehaviour, kind, by: .importer,
                    "page \(page) lies outside of the buffer, which has \(buffer.pageCount)")
            }
        } else if let process, !isOpen(buffer, process) {
            if let frame, frame.isAccess { return mapping }
            mapping.isTainted = true
            reportUnbracketed(buffer, kind, process)
        }
        if kind == .atomicKmap, let process {
            let limit = atomicLimit
            var scope = has(.atomicKmapsCountAcrossContexts) ? totalAtomicCount : atomicCount(process.id)
            if has(.atomicKmapsOfOtherPagesUncounted) {
                scope = record(buffer) { $0.holds.atomic.filter { $0.process == process.id && $0.page == page }.count }
            }
            if has(.atomicKmapsOfOtherBuffersUncounted) {
                scope = record(buffer) { $0.holds.atomic.filter { $0.process == process.id }.count }
            }
            if scope >= limit {
                report(.tooManyHeld, .atomicKmap, by: .importer, "one more atomic kmap, while \(scope) are held")
            }
        }
        return mapping
    }

    /// Whether anybody has mapped a page of a buffer; a fault goes by it.
    func holdsKmap(_ buffer: DMABuffer) -> Bool { record(buffer) { $0.holds.hasKmap } }

    private func isOpen(_ buffer: DMABuffer, _ process: Process) -> Bool {
        record(buffer) { $0.brackets[.init(process: process.id, user: .kernel)] != nil }
    }

    private func reportUnbracketed(_ buffer: DMABuffer, _ kind: Subject, _ process: Process) {
        let caller = BufferRecord.Caller(process: process.id, user: .kernel)
        let (wasInterrupted, hasBegun) = record(buffer) {
            ($0.interrupted.contains(caller), $0.experienced.contains(caller))
        }
        if wasInterrupted, !has(.mappingAfterInterruptionUnreported) {
            report(
                .notRestarted, .cpuAccess, by: .importer,
                "a page is mapped, and the interrupted begin was not made again")
        } else if !has(hasBegun ? .kmapAfterEndUnreported : .kmapBeforeBeginUnreported) {
            report(.undefinedBehaviour, kind, by: .importer, "a page is mapped outside of an access")
        }
    }

    /// A page was mapped, or not.
    func mapped(_ buffer: DMABuffer, _ mapping: Mapping, _ address: KernelAddress?) {
        guard let address, address.error == nil else {
            let wasSpent =
                mapping.process.map { process in process.machine.atomically { process.sawSpentSupply } } ?? false
            guard !mapping.isTainted, !wasSpent, CallFrame.current?.isAccess != true else { return }
            let callback: Callback = mapping.kind == .kmap ? .kmap : .kmapAtomic
            report(
                .failed, .callback(callback), by: .exporter,
                "page \(mapping.page) is not mapped, and mapping it must not fail")
            return
        }
        let process = mapping.process?.id ?? 0
        record(buffer) { record in
            record.holds.add(
                .init(
                    kind: mapping.kind, page: mapping.page, address: address, process: process,
                    isTainted: mapping.isTainted))
            record.addresses.insert(address.page)
        }
        know(address) { known in
            var entry =
                known.flatMap { $0.buffer == buffer.id ? $0 : nil }
                ?? AddressRecord(buffer: buffer.id, object: buffer, kind: mapping.kind)
            entry.kind = mapping.kind
            entry.holds += 1
            entry.tainted += mapping.isTainted ? 1 : 0
            known = entry
        }
        if mapping.kind == .atomicKmap { pushAtomic(address, of: process) }
    }

    /// A page is unmapped.
    func unmapping(_ buffer: DMABuffer, _ kind: Subject, _ page: UInt, _ address: KernelAddress?) {
        let process = CallFrame.current?.process.id ?? 0
        let hold = address.flatMap { address in
            record(buffer) { $0.holds.remove(kind, page: page, at: address, by: process) }
        }
        guard let hold else {
            report(.unbalanced, kind, by: .importer, "page \(page) is unmapped, and is not mapped at this address")
            return
        }
        if kind == .atomicKmap, !popAtomic(hold.address, of: process) {
            report(.unbalanced, kind, by: .importer, "page \(page) is unmapped before one that was mapped later")
        }
        know(hold.address) { known in
            known?.holds -= 1
            known?.tainted -= hold.isTainted ? 1 : 0
        }
        if kind == .kmap, has(.kunmapEndsAccess), CallFrame.current?.isAccess != true {
            record(buffer) { $0.brackets[.init(process: process, user: .kernel)] = nil }
        }
    }

    // MARK: - The whole buffer

    func mapped(_ buffer: DMABuffer, at address: KernelAddress) {
        for page in 0..<buffer.pageCount {
            let pageAddress = address + page * Page.size
            know(pageAddress) { $0 = AddressRecord(buffer: buffer.id, object: buffer, kind: .vmapping, holds: 1) }
            record(buffer) { _ = $0.addresses.insert(pageAddress.page) }
        }
    }

    func unmapped(_ buffer: DMABuffer, at address: KernelAddress) {
        for page in 0..<buffer.pageCount { know(address + page * Page.size) { $0?.holds = 0 } }
    }

    // MARK: - Accesses

    /// The CPU reaches a kernel address that is mapped to memory.
    func kernelAccess(_ address: KernelAddress?, by process: Process, writing: Bool, as subject: Subject) {
        guard let address, let known = known(address), let buffer = known.object else { return }
        guard known.holds > 0 else {
            if !has(.accessWithoutMappingUnreported) {
                report(.accessedOutside, known.kind, by: .importer, "\(address) is reached after it was unmapped")
            }
            return
        }
        if known.tainted == known.holds { return }
        if known.kind == .vmapping, has(.vmapAccessOutsideUnreported) { return }
        if known.kind == .atomicKmap, has(.atomicAccessOutsideUnreported) { return }
        check(buffer, by: process, as: .kernel, writing: writing)
    }

    /// The CPU reaches a kernel address behind which there is nothing.
    func faulted(_ address: KernelAddress?, _ process: Process, _ subject: Subject, of buffer: DMABuffer?) {
        if subject == .cpuAccess, let buffer, !check(buffer, by: process, as: .kernel, writing: false) { return }
        guard !has(.accessWithoutMappingUnreported) else { return }
        let place = address.map(\.description) ?? "NULL"
        report(.accessedOutside, subject, by: .importer, "\(place) is reached, and nothing is mapped there")
    }

    /// A process reaches a mapped byte of its own memory.
    func userAccess(_ vma: VMA?, by process: Process, writing: Bool) {
        guard let buffer = vma?.buffer, !buffer.isReleased else { return }
        check(buffer, by: process, as: .userspace, writing: writing)
    }

    /// A process reaches an address behind which there is nothing.
    func faulted(_ address: UInt64, _ process: Process, _ subject: Subject, of buffer: DMABuffer?) {
        if subject == .syncAccess, let buffer, !check(buffer, by: process, as: .userspace, writing: false) { return }
        report(
            .accessedOutside, subject, by: .userspace,
            "0x\(String(address, radix: 16)) is reached, and nothing is mapped there")
    }
}
