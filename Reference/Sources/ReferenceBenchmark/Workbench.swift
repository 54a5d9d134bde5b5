import DMABuf

/// A machine with buffers on it, one of which is measured.
struct Workbench {
    let machine = Machine()
    let buffer: DMABuffer
    let process: Process
    let fd: Int
    /// Kept, so that the machine has them all.
    private let exporters: [Exporter]

    /// - Parameters:
    ///   - buffers: how many there are on the machine.
    ///   - pages: how large each is.
    ///   - mappings: how often the measured one is mapped in userspace.
    init?(buffers: Int = 1, pages: Int = 4, mappings: Int = 0) {
        var exporters: [Exporter] = []
        var newest: DMABuffer?
        for _ in 0..<buffers {
            let exporter = Exporter(machine, size: pages * Page.size)
            exporters.append(exporter)
            newest = DMABuffer.export(machine, exporter.exportInfo(name: "buffer")).pointee
        }
        guard let newest else { return nil }
        self.exporters = exporters
        let process = Process(machine, name: "benchmark")
        newest.get()
        fd = Int(process.run("dma_buf_fd", as: .exporter) { newest.fd([]) })
        buffer = newest
        self.process = process
        for _ in 0..<mappings {
            guard process.mmap(fd, pageOffset: 0, pageCount: UInt64(pages)).pointee != nil else { return nil }
        }
    }

    /// The calls that are measured, by name: each leaves the machine as it was.
    var calls: [(name: String, body: () -> Void)] {
        let (machine, buffer, process, fd) = (machine, buffer, process, fd)
        let device = Device("device")
        func importing(_ body: @escaping () -> Void) -> () -> Void {
            { process.run("benchmark", as: .importer, body) }
        }
        return [
            (
                "dma_buf_export, dma_buf_put",
                {
                    let exporter = Exporter(machine, size: Page.size)
                    process.run("benchmark", as: .exporter) {
                        DMABuffer.export(machine, exporter.exportInfo(name: "another")).pointee?.put()
                    }
                }
            ),
            (
                "dma_buf_attach, dma_buf_detach",
                importing { if let attachment = buffer.attach(device).pointee { buffer.detach(attachment) } }
            ),
            (
                "dma_buf_begin_cpu_access, dma_buf_end_cpu_access",
                importing {
                    if buffer.beginCPUAccess(.bidirectional) == 0 { _ = buffer.endCPUAccess(.bidirectional) }
                }
            ),
            (
                "an access with dma_buf_kmap, dma_buf_kunmap",
                importing {
                    guard buffer.beginCPUAccess(.bidirectional) == 0 else { return }
                    buffer.kunmap(0, buffer.kmap(0))
                    _ = buffer.endCPUAccess(.bidirectional)
                }
            ),
            (
                "an access with the atomic pair",
                importing {
                    guard buffer.beginCPUAccess(.bidirectional) == 0 else { return }
                    buffer.kunmapAtomic(0, buffer.kmapAtomic(0))
                    _ = buffer.endCPUAccess(.bidirectional)
                }
            ),
            ("dma_buf_vmap, dma_buf_vunmap", importing { buffer.vunmap(buffer.vmap()) }),
            (
                "mmap, munmap",
                {
                    let pages = UInt64(buffer.size / Page.size)
                    if let vma = process.mmap(fd, pageOffset: 0, pageCount: pages).pointee { _ = process.munmap(vma) }
                }
            ),
            (
                "DMA_BUF_IOCTL_SYNC, start and end",
                {
                    let flags = DMABufSync.readWrite
                    _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: flags))
                    _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: flags | DMABufSync.end))
                }
            ),
        ]
    }
}
