import ClauseTesting
import DMABuf

/// A small buffer that was there before the one that a test is about, and is in use all the while: in every way in which
/// the first context can use one, after an access that failed. What a kernel keeps of it is no business of the other buffer.
struct Bystander {
    private let buffer: DMABuffer
    private let process: Process
    private let fd: Int
    private let vma: VMA?
    private let attachment: Attachment?
    private let table: SGTable?
    private let page: KernelAddress?
    private let whole: KernelAddress?

    /// Nil when there is no buffer. What a mutant refuses of its use is left out, and the rest is given back at the end.
    init?(_ machine: Machine, in process: Process) {
        let exporter = Exporter(machine, size: Page.size)
        let recorder = CallbackRecorder(machine)
        var info = exporter.exportInfo(name: "bystander")
        info.operations = info.operations.map(recorder.recording)
        let exported = process.run("dma_buf_export", as: .exporter) { DMABuffer.export(machine, info).pointee }
        guard let buffer = exported else { return nil }
        buffer.get()
        let fd = Int(process.run("dma_buf_fd", as: .exporter) { buffer.fd([]) })
        vma = process.mmap(fd, pageOffset: 0, pageCount: 1).pointee
        let attached = process.run("dma_buf_attach", as: .importer) { buffer.attach(Device("scanner")).pointee }
        attachment = attached
        table = process.run("dma_buf_map_attachment", as: .importer) {
            attached.flatMap { DMABuffer.map($0, .bidirectional).pointee }
        }
        recorder.make(.beginCPUAccess, return: -Errno.EIO.rawValue, times: 1)
        (page, whole) = process.run("dma_buf_begin_cpu_access", as: .importer) {
            for _ in 1...2 { _ = buffer.beginCPUAccess(.bidirectional) }
            return (buffer.kmap(0), buffer.vmap())
        }
        (self.buffer, self.process, self.fd) = (buffer, process, fd)
        sync(DMABufSync.start)
    }

    /// Maps its page for a moment, which is all that is told of: it is prepared for that, whatever the process holds.
    func mapOnceAtomically(in process: Process) {
        let checker = buffer.machine.checker
        process.run("dma_buf_kmap_atomic", as: .importer) {
            checker.ignoringReports { _ = buffer.beginCPUAccess(.bidirectional) }
            let page = buffer.kmapAtomic(0)
            buffer.kunmapAtomic(0, page)
            checker.ignoringReports { _ = buffer.endCPUAccess(.bidirectional) }
        }
    }

    /// Ends all use of it, and lets it go.
    func leave() {
        sync(DMABufSync.end)
        if let vma { process.munmap(vma) }
        process.run("dma_buf_end_cpu_access", as: .importer) {
            buffer.kunmap(0, page)
            buffer.vunmap(whole)
            _ = buffer.endCPUAccess(.bidirectional)
            if let attachment, let table { DMABuffer.unmap(attachment, table, .bidirectional) }
            if let attachment { buffer.detach(attachment) }
        }
        process.close(fd)
        process.run("dma_buf_put", as: .exporter) { buffer.put() }
    }

    private func sync(_ marker: UInt64) {
        _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite | marker))
    }
}
