/// Accesses of the CPU on behalf of a process: to its own memory, and, in the kernel, to kernel addresses.
extension Process {
    // MARK: - Its own memory

    /// Reads a byte of the process's memory; nil when the access faults for good (SIGSEGV or SIGBUS).
    ///
    /// - Parameters:
    ///   - subject: what the access is meant to go through, for the report when there is nothing.
    ///   - buffer: the buffer that is meant.
    public func load(_ address: UInt64, as subject: Subject = .userMapping, of buffer: DMABuffer? = nil) -> UInt8? {
        run("load", as: .userspace) {
            let value = access(address, writing: false) { machine.load($0, at: $1) }
            if value == nil { machine.checker.faulted(address, self, subject, of: buffer) }
            return value
        }
    }

    /// Writes a byte of the process's memory; false when the access faults for good.
    @discardableResult
    public func store(
        _ value: UInt8, _ address: UInt64, as subject: Subject = .userMapping, of buffer: DMABuffer? = nil
    ) -> Bool {
        run("store", as: .userspace) {
            let isStored = access(address, writing: true) { machine.store(value, $0, at: [$1]) } != nil
            if !isStored { machine.checker.faulted(address, self, subject, of: buffer) }
            return isStored
        }
    }

    /// Reads bytes of one page, at offsets from an address, each value once; nil when the access faults, as it does over
    /// the page's end.
    public func load(
        _ address: UInt64, at offsets: [Int], as subject: Subject = .userMapping, of buffer: DMABuffer? = nil
    ) -> Set<UInt8>? {
        run("load", as: .userspace) {
            let values = access(address, writing: false) { load($0, at: $1, offsets) } ?? nil
            if values == nil { machine.checker.faulted(address, self, subject, of: buffer) }
            return values
        }
    }

    /// Writes the same to bytes of one page.
    @discardableResult
    public func store(
        _ value: UInt8, _ address: UInt64, at offsets: [Int], as subject: Subject = .userMapping,
        of buffer: DMABuffer? = nil
    ) -> Bool {
        run("store", as: .userspace) {
            let isStored = access(address, writing: true) { store(value, $0, at: $1, offsets) } ?? false
            if !isStored { machine.checker.faulted(address, self, subject, of: buffer) }
            return isStored
        }
    }

    private enum Attempt<Result> {
        case done(Result)
        case missing(VMA?)
        case refused
    }

    /// Reaches a byte through its pte. A missing one is faulted in, and then the access is tried again, as the CPU
    /// does: somebody may have zapped the pte in between.
    private func access<Result>(
        _ address: UInt64, writing: Bool, _ body: (PageTable.Entry, Int) -> Result
    ) -> Result? {
        while !machine.isHalted {
            let attempt: Attempt<Result> = machine.atomically {
                guard let entry = pageTable[address >> UInt64(Page.shift)] else { return .missing(vma(at: address)) }
                guard !writing || entry.isWritable else { return .refused }
                machine.checker.userAccess(vma(at: address), by: self, writing: writing)
                return .done(body(entry, Int(address & UInt64(Page.size - 1))))
            }
            switch attempt {
            case .done(let result): return result
            case .refused: return nil
            case .missing(let vma):
                guard let vma, !writing || vma.isWritable, faultIn(vma, address) else { return nil }
            }
        }
        return nil
    }

    /// Asks whoever made the mapping for the page (`handle_mm_fault`); false when there is none. Nothing is entered
    /// when pages were taken away while the handler ran: its answer may be one of them.
    private func faultIn(_ vma: VMA, _ address: UInt64) -> Bool {
        guard let handler = vma.faultHandler else { return false }
        let index = (address - vma.start) >> UInt64(Page.shift)
        let round = machine.unmapRound
        guard let page = machine.push("fault", .entry(.exporter), { handler(vma, vma.pageOffset &+ index) }) else {
            return false
        }
        machine.atomically { if machine.unmapRound == round { vma.insert(page, at: index) } }
        return true
    }

    // MARK: - Kernel addresses

    /// Reads a byte at a kernel address; nil when the access faults (an oops).
    public func load(_ address: KernelAddress?, as subject: Subject = .kmap, of buffer: DMABuffer? = nil) -> UInt8? {
        access(address, writing: false, as: subject, of: buffer) { machine.load($0, at: $1) }
    }

    /// Writes a byte at a kernel address; false when the access faults.
    @discardableResult
    public func store(
        _ value: UInt8, _ address: KernelAddress?, as subject: Subject = .kmap, of buffer: DMABuffer? = nil
    ) -> Bool {
        access(address, writing: true, as: subject, of: buffer) { machine.store(value, $0, at: [$1]) } != nil
    }

    private func load(_ entry: PageTable.Entry, at start: Int, _ offsets: [Int]) -> Set<UInt8>? {
        guard let places = placesInPage(start, offsets) else { return nil }
        return machine.load(entry, at: places)
    }

    private func store(_ value: UInt8, _ entry: PageTable.Entry, at start: Int, _ offsets: [Int]) -> Bool {
        guard let places = placesInPage(start, offsets) else { return false }
        machine.store(value, entry, at: places)
        return true
    }

    private func placesInPage(_ start: Int, _ offsets: [Int]) -> [Int]? {
        guard let first = offsets.min(), let last = offsets.max(), start + first >= 0, start + last < Page.size else {
            return nil
        }
        return start == 0 ? offsets : offsets.map { start + $0 }
    }

    /// Reads bytes of one page, at offsets from a kernel address, each value once; nil when the access faults, as it does
    /// over the end of the page.
    public func load(
        _ address: KernelAddress?, at offsets: [Int], as subject: Subject = .kmap, of buffer: DMABuffer? = nil
    ) -> Set<UInt8>? {
        access(address, writing: false, as: subject, of: buffer) { load($0, at: $1, offsets) } ?? nil
    }

    /// Writes the same to bytes of one page.
    @discardableResult
    public func store(
        _ value: UInt8, _ address: KernelAddress?, at offsets: [Int], as subject: Subject = .kmap,
        of buffer: DMABuffer? = nil
    ) -> Bool {
        access(address, writing: true, as: subject, of: buffer) { store(value, $0, at: $1, offsets) } ?? false
    }

    private func access<Result>(
        _ address: KernelAddress?, writing: Bool, as subject: Subject, of buffer: DMABuffer?,
        _ body: (PageTable.Entry, Int) -> Result
    ) -> Result? {
        machine.atomically {
            guard let (entry, offset) = address.flatMap({ machine.kernel.translate($0) }) else {
                machine.checker.faulted(address, self, subject, of: buffer)
                return nil
            }
            machine.checker.kernelAccess(address, by: self, writing: writing, as: subject)
            return body(entry, offset)
        }
    }
}
