import ClauseTesting
import DMABuf

/// Another buffer on the same machine, mapped into the same process: what is done to the first must not reach it.
struct Neighbour {
    let buffer: DMABuffer
    let process: Process
    let fd: Int
    let vma: VMA

    /// Exports, maps and touches it. Nil when that fails.
    init?(_ machine: Machine, _ exporter: Exporter, in process: Process) {
        let buffer = process.run("dma_buf_export", as: .exporter) {
            DMABuffer.export(machine, exporter.exportInfo(name: "neighbour")).pointee
        }
        guard let buffer else { return nil }
        buffer.get()
        let fd = Int(process.run("dma_buf_fd", as: .exporter) { buffer.fd([]) })
        let pages = UInt64(exporter.size / Page.size)
        guard let vma = process.mmap(fd, pageOffset: 0, pageCount: pages).pointee else { return nil }
        self.buffer = buffer
        self.process = process
        self.fd = fd
        self.vma = vma
        sync(DMABufSync.start)
        vma.touch()
    }

    /// Ends the access and the mapping; the descriptor goes with the process.
    func leave() {
        sync(DMABufSync.end)
        process.munmap(vma)
    }

    /// Drops all references to it but the mapping's, which then ends.
    ///
    /// - Returns: whether the mapping went on showing every page.
    func outlivesBuffer() -> Bool {
        sync(DMABufSync.end)
        process.close(fd)
        process.run("dma_buf_put", as: .exporter) { buffer.put() }
        defer { process.munmap(vma) }
        return (0..<vma.pageCount).allSatisfy { process.load(vma.start + $0 * UInt64(Page.size)) != nil }
    }

    private func sync(_ marker: UInt64) {
        _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite | marker))
    }
}

extension VMA {
    /// Reads a byte of every page.
    func touch() {
        for page in 0..<pageCount { _ = process.load(start + page * UInt64(Page.size)) }
    }
}
