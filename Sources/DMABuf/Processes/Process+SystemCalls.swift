/// The system calls that reach a dma-buf.
extension Process {
    /// Maps pages of a file (`mmap` with `MAP_SHARED`; `do_mmap`).
    ///
    /// - Parameters:
    ///   - pageOffset: the first page of the file.
    ///   - pageCount: how many pages.
    ///   - writable: `PROT_WRITE`; -EACCES when the file was not opened for it.
    public func mmap(_ fd: Int, pageOffset: UInt64, pageCount: UInt64, writable: Bool = true) -> Pointer<VMA> {
        run("mmap", as: .userspace) {
            guard let file = file(fd) else { return .error(-Linux.EBADF) }
            return map(file, pageOffset: pageOffset, pageCount: pageCount, writable: writable)
        }
    }

    /// Maps pages of a file that the caller has at hand (`do_mmap` with `dma_buf->file`).
    func map(_ file: File, pageOffset: UInt64, pageCount: UInt64, writable: Bool) -> Pointer<VMA> {
        guard let operation = file.operations.mmap else { return .error(-Linux.ENODEV) }
        if writable, !file.isWritable { return .error(-Linux.EACCES) }
        return map(pageOffset: pageOffset, pageCount: pageCount, file: file, writable: writable) { operation(file, $0) }
    }

    /// Maps pages through another driver's file, whose own `mmap` is `body`.
    public func mmap(
        throughDriver name: String, pageOffset: UInt64, pageCount: UInt64, _ body: (VMA) -> Status
    ) -> Pointer<VMA> {
        let node = File(
            machine, inode: Inode(name), operations: FileOperations(name: name), isWritable: true)
        defer { node.put() }
        return run("mmap", as: .userspace) {
            map(pageOffset: pageOffset, pageCount: pageCount, file: node, writable: true) { vma in
                machine.push("\(name)_mmap", .entry(.importer)) { body(vma) }
            }
        }
    }

    private func map(
        pageOffset: UInt64, pageCount: UInt64, file: File, writable: Bool, _ operation: (VMA) -> Status
    ) -> Pointer<VMA> {
        guard pageCount > 0 else { return .error(-Linux.EINVAL) }
        guard !pageOffset.addingReportingOverflow(pageCount).overflow else { return .error(-Linux.EOVERFLOW) }
        guard pageCount < 1 << 24 else { return .error(-Linux.ENOMEM) }
        file.get()
        let vma = VMA(
            self, start: reserve(pageCount), pageCount: pageCount, filePage: pageOffset, file: file,
            isWritable: writable)
        let status = operation(vma)
        guard status == 0 else {
            machine.atomically { vma.zap(0..<UInt64.max) }
            if vma.file !== file {
                machine.checker.report(
                    .bug, .userMapping, by: .core, "a refused mapping keeps a file that is not its own")
            }
            file.put()
            return .error(status)
        }
        link(vma)
        return .to(vma)
    }

    /// Ends a mapping (`munmap`).
    @discardableResult
    public func munmap(_ vma: VMA) -> Status {
        run("munmap", as: .userspace) {
            guard unlink(vma) else { return -Linux.EINVAL }
            vma.file?.put()
            return 0
        }
    }

    /// Calls a file's `ioctl`. An interrupted call is restarted, or fails with -EINTR; -ERESTARTSYS itself stays
    /// inside of the kernel.
    ///
    /// - Parameter argument: what the user's pointer points at; nil when it points nowhere.
    public func ioctl(_ fd: Int, _ command: UInt32, _ argument: DMABufSync?) -> Status {
        run("ioctl", as: .userspace) {
            guard let file = file(fd) else { return -Linux.EBADF }
            guard let operation = file.operations.ioctl else { return -Linux.ENOTTY }
            while true {
                let status = operation(file, command, argument)
                guard status == -Linux.ERESTARTSYS else { return status }
                hasPendingSignal = false
                guard restartsSystemCalls, !machine.isHalted else { return -Linux.EINTR }
            }
        }
    }

    // MARK: - Memory

    /// Reads a byte of the process's memory; nil when the access faults for good (SIGSEGV or SIGBUS).
    public func load(_ address: UInt64, as subject: Subject = .userMapping, of buffer: DMABuffer? = nil) -> UInt8? {
        run("load", as: .userspace) {
            guard let entry = present(address, writing: false) else {
                machine.checker.faulted(address, self, subject, of: buffer)
                return nil
            }
            return machine.atomically {
                machine.checker.userAccess(vma(at: address), by: self, writing: false)
                return machine.load(entry, at: Int(address & UInt64(Page.size - 1)))
            }
        }
    }

    /// Writes a byte of the process's memory; false when the access faults for good.
    @discardableResult
    public func store(
        _ value: UInt8, _ address: UInt64, as subject: Subject = .userMapping, of buffer: DMABuffer? = nil
    ) -> Bool {
        run("store", as: .userspace) {
            guard let entry = present(address, writing: true) else {
                machine.checker.faulted(address, self, subject, of: buffer)
                return false
            }
            machine.atomically {
                machine.checker.userAccess(vma(at: address), by: self, writing: true)
                machine.store(value, entry, at: Int(address & UInt64(Page.size - 1)))
            }
            return true
        }
    }

    /// The pte for an address, faulted in when it is missing (`handle_mm_fault`).
    private func present(_ address: UInt64, writing: Bool) -> PageTable.Entry? {
        let page = address >> UInt64(Page.shift)
        if let entry = machine.atomically({ pageTable[page] }) { return writing && !entry.isWritable ? nil : entry }
        guard let vma = machine.atomically({ vma(at: address) }), !writing || vma.isWritable else { return nil }
        let index = page - (vma.start >> UInt64(Page.shift))
        guard let handler = vma.faultHandler else { return nil }
        guard let found = machine.push("fault", .entry(.exporter), { handler(vma, vma.pageOffset + index) }) else {
            return nil
        }
        vma.insert(found, at: index)
        return machine.atomically { pageTable[page] }
    }

    /// Reads a byte at a kernel address; nil when the access faults (an oops).
    public func load(_ address: KernelAddress?, as subject: Subject = .kmap, of buffer: DMABuffer? = nil) -> UInt8? {
        machine.atomically {
            guard let (entry, offset) = address.flatMap({ machine.kernel.translate($0) }) else {
                machine.checker.faulted(address, self, subject, of: buffer)
                return nil
            }
            machine.checker.kernelAccess(address, by: self, writing: false, as: subject)
            return machine.load(entry, at: offset)
        }
    }

    /// Writes a byte at a kernel address; false when the access faults.
    @discardableResult
    public func store(
        _ value: UInt8, _ address: KernelAddress?, as subject: Subject = .kmap, of buffer: DMABuffer? = nil
    ) -> Bool {
        machine.atomically {
            guard let (entry, offset) = address.flatMap({ machine.kernel.translate($0) }) else {
                machine.checker.faulted(address, self, subject, of: buffer)
                return false
            }
            machine.checker.kernelAccess(address, by: self, writing: true, as: subject)
            machine.store(value, entry, at: offset)
            return true
        }
    }
}
