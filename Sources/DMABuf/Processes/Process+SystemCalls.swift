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
        throughDriver name: String, pageOffset: UInt64, pageCount: UInt64, writable: Bool = true,
        _ body: (VMA) -> Status
    ) -> Pointer<VMA> {
        let node = File(
            machine, inode: Inode(name), operations: FileOperations(name: name), isWritable: true)
        defer { node.put() }
        return run("mmap", as: .userspace) {
            map(pageOffset: pageOffset, pageCount: pageCount, file: node, writable: writable) { vma in
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
                if status == -Linux.EINTR, restartsSystemCalls, !machine.isHalted, machine.has(.restartsAfterEINTR) {
                    continue
                }
                let isEnd = argument.map { $0.flags & DMABufSync.end != 0 } ?? false
                guard status == -Linux.ERESTARTSYS, !machine.has(.syncLeaksRestart),
                    !(isEnd && machine.has(.syncEndLeaksRestart))
                else { return status }
                hasPendingSignal = false
                guard restartsSystemCalls, !machine.isHalted else {
                    return machine.has(.interruptedSyncSucceeds) ? 0 : -Linux.EINTR
                }
            }
        }
    }
}
