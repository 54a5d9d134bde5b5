import Testing

@testable import DMABuf

@Suite("Mappings in userspace and the SYNC ioctl")
struct UserspaceTests {
    @Test("The SYNC ioctl refuses what it does not know")
    func ioctl() throws {
        let bench = try Bench()
        let fd = bench.descriptor(bench.one)
        #expect(bench.one.ioctl(fd, 0x1234, DMABufSync(flags: DMABufSync.read)) == -Linux.ENOTTY)
        #expect(bench.one.ioctl(fd, DMABufSync.command, nil) == -Linux.EFAULT)
        #expect(bench.sync(bench.one, fd, DMABufSync.start) == -Linux.EINVAL)
        #expect(bench.sync(bench.one, fd, DMABufSync.end) == -Linux.EINVAL)
        #expect(bench.sync(bench.one, fd, DMABufSync.read | 1 << 3) == -Linux.EINVAL)
        #expect(bench.sync(bench.one, fd + 1, DMABufSync.read) == -Linux.EBADF)
        #expect(bench.takeReports() == [])
    }

    @Test("-ERESTARTSYS becomes -EINTR, or the call is restarted")
    func restart() throws {
        let bench = try Bench()
        let fd = bench.descriptor(bench.one)
        bench.buffer.reservation.setExclusive(Fence(bench.machine) {})
        bench.one.hasPendingSignal = true
        #expect(bench.sync(bench.one, fd, DMABufSync.readWrite) == -Linux.EINTR)
        bench.one.restartsSystemCalls = true
        bench.one.hasPendingSignal = true
        #expect(bench.sync(bench.one, fd, DMABufSync.readWrite) == 0)
        #expect(bench.sync(bench.one, fd, DMABufSync.readWrite | DMABufSync.end) == 0)
        #expect(bench.takeReports() == [])
    }

    @Test("A descriptor that is open for reading only maps read-only")
    func readOnly() throws {
        let bench = try Bench(flags: []) { Exporter($0, size: Page.size) }
        let fd = bench.descriptor(bench.one)
        #expect(bench.one.mmap(fd, pageOffset: 0, pageCount: 1).error == -Linux.EACCES)
        let vma = try #require(bench.one.mmap(fd, pageOffset: 0, pageCount: 1, writable: false).pointee)
        #expect(bench.sync(bench.one, fd, DMABufSync.readWrite) == 0)
        #expect(bench.one.load(vma.start) == 0)
        #expect(!bench.one.store(1, vma.start))
        #expect(bench.takeReports() == ["accessedOutside(userMapping)"])
    }

    @Test("A mapping that is too large, wraps around or is empty is refused on both ways")
    func sizes() throws {
        let bench = try Bench()
        let fd = bench.descriptor(bench.one)
        for (offset, count, code) in [
            (0, 5, Linux.EINVAL), (4, 1, Linux.EINVAL), (3, 2, Linux.EINVAL), (UInt64.max, 1, Linux.EOVERFLOW),
            (UInt64.max - 1, 4, Linux.EOVERFLOW), (0, 0, Linux.EINVAL),
        ] as [(UInt64, UInt64, Status)] {
            #expect(bench.one.mmap(fd, pageOffset: offset, pageCount: count).error == -code)
            let redirected = bench.one.mmap(throughDriver: "camera", pageOffset: 0, pageCount: count) { vma in
                bench.buffer.mmap(vma, UInt(offset))
            }
            #expect(redirected.error == -code)
        }
        #expect(bench.one.vmas.isEmpty && bench.buffer.file?.count == 2)
        #expect(bench.takeReports() == [])
    }

    @Test("dma_buf_mmap moves the mapping to the buffer's file, and a refusal leaves it where it was")
    func redirect() throws {
        let bench = try Bench()
        let mapped = bench.one.mmap(throughDriver: "camera", pageOffset: 0, pageCount: 2) { bench.buffer.mmap($0, 1) }
        let vma = try #require(mapped.pointee)
        #expect(vma.file === bench.buffer.file && vma.pageOffset == 1 && bench.buffer.file?.count == 2)
        bench.one.munmap(vma)
        #expect(bench.buffer.file?.count == 1)

        let refused = try Bench { Exporter($0, size: Page.size, without: [.mmap]) }
        let status = refused.one.mmap(throughDriver: "camera", pageOffset: 0, pageCount: 1) {
            refused.buffer.mmap($0, 0)
        }
        #expect(status.error == -Linux.EINVAL && refused.buffer.file?.count == 1)
        #expect(refused.takeReports() == [])
    }

    @Test("A refusal of the exporter restores vm_file")
    func restores() throws {
        let machine = Machine()
        let exporter = Exporter(machine, size: Page.size)
        var info = exporter.exportInfo(name: "buffer")
        info.operations?.mmap = { _, _ in -Linux.EIO }
        let buffer = try #require(DMABuffer.export(machine, info).pointee)
        let process = Process(machine, name: "one")
        var seen: (before: File?, after: File?)
        let status = process.mmap(throughDriver: "camera", pageOffset: 0, pageCount: 1) { vma in
            seen.before = vma.file
            defer { seen.after = vma.file }
            return buffer.mmap(vma, 0)
        }
        #expect(status.error == -Linux.EIO && seen.before === seen.after && buffer.file?.count == 1)
    }

    @Test("An exporter's own file takes the mapping over, and keeps the storage when the buffer is gone")
    func ownFile() throws {
        for make in [{ ZappingExporter($0, size: 4 * Page.size) }, { ShmemExporter($0, size: 4 * Page.size) }]
            as [(Machine) -> OwnFileExporter]
        {
            let bench = try Bench { make($0) }
            let exporter = try #require(bench.exporter as? OwnFileExporter)
            let fd = bench.descriptor(bench.one)
            let vma = try #require(bench.one.mmap(fd, pageOffset: 1, pageCount: 2).pointee)
            #expect(vma.file === exporter.ownFile && exporter.ownFile.count == 2 && bench.buffer.file?.count == 2)
            #expect(vma.pageOffset == exporter.offset + 1)
            #expect(bench.sync(bench.one, fd, DMABufSync.readWrite) == 0)
            #expect(bench.one.store(9, vma.start))
            #expect(bench.sync(bench.one, fd, DMABufSync.readWrite | DMABufSync.end) == 0)
            bench.one.close(fd)
            bench.buffer.put()
            #expect(bench.buffer.isReleased && exporter.ownFile.count == 1)
            #expect(bench.one.load(vma.start) == 9)
            bench.one.munmap(vma)
            #expect(bench.machine.memory.pagesInUse == 0)
            #expect(bench.takeReports() == [])
        }
    }

    @Test("unmap_mapping_range reaches the pages of the range in every process, and no others")
    func zap() throws {
        let bench = try Bench { ZappingExporter($0, size: 4 * Page.size) }
        let exporter = try #require(bench.exporter as? ZappingExporter)
        let vmas = try [bench.one, bench.other].map { process in
            let vma = try #require(process.mmap(bench.descriptor(process), pageOffset: 1, pageCount: 3).pointee)
            for page in 0..<vma.pageCount { _ = process.load(vma.start + page * UInt64(Page.size)) }
            return vma
        }
        #expect(vmas.map(\.presentPages) == [[0, 1, 2], [0, 1, 2]])
        exporter.zap(bench.buffer, 2..<3)
        #expect(vmas.map(\.presentPages) == [[0, 2], [0, 2]])
        exporter.leaveCPUDomain(bench.buffer)
        #expect(vmas.map(\.presentPages) == [[], []])
    }

    @Test("An address past a mapping, or in none, faults")
    func segfault() throws {
        let bench = try Bench()
        let vma = try #require(bench.one.mmap(bench.descriptor(bench.one), pageOffset: 0, pageCount: 1).pointee)
        for address in [0, vma.start - 1, vma.start + UInt64(Page.size), UInt64.max] {
            #expect(bench.one.load(address) == nil && !bench.one.store(1, address))
        }
        bench.one.munmap(vma)
        #expect(bench.one.munmap(vma) == -Linux.EINVAL)
        #expect(bench.other.munmap(vma) == -Linux.EINVAL)
    }
}
