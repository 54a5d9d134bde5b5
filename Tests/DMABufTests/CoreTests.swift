import Testing

@testable import DMABuf

@Suite("The core of dma-buf")
struct CoreTests {
    // MARK: - Export, descriptors, references

    @Test("Export refuses whoever leaves something mandatory out, and nobody else", arguments: Callback.allCases)
    func mandatory(callback: Callback) {
        let machine = Machine()
        let exporter = Exporter(machine, size: Page.size, without: [callback])
        let result = DMABuffer.export(machine, exporter.exportInfo(name: "buffer"))
        let isMandatory = [.mapDMABuf, .unmapDMABuf, .release, .kmap, .kmapAtomic].contains(callback)
        #expect(result.error == (isMandatory ? -Linux.EINVAL : nil))
        #expect(exporter.owner.useCount == (isMandatory ? 0 : 1))
    }

    @Test("Export refuses an owner that is going, missing operations and a missing exporter, and fails without memory")
    func refusals() {
        let machine = Machine()
        let exporter = Exporter(machine, size: Page.size)
        var info = exporter.exportInfo(name: "buffer")
        info.operations = nil
        #expect(DMABuffer.export(machine, info).error == -Linux.EINVAL)
        info = exporter.exportInfo(name: "buffer")
        info.exporter = nil
        #expect(DMABuffer.export(machine, info).error == -Linux.EINVAL)
        info = exporter.exportInfo(name: "buffer")
        machine.exhaust(.memory, true)
        #expect(DMABuffer.export(machine, info).error == -Linux.ENOMEM)
        machine.exhaust(.memory, false)
        exporter.owner.isGoing = true
        #expect(DMABuffer.export(machine, info).error == -Linux.ENOENT)
        #expect(exporter.owner.useCount == 0)
    }

    @Test("The last reference releases the buffer, and the owner with it")
    func references() throws {
        let bench = try Bench()
        #expect(bench.exporter.owner.useCount == 1)
        let fd = bench.descriptor(bench.one)
        #expect(bench.buffer.file?.count == 2)
        let got = bench.one.run("importer", as: .importer) { DMABuffer.get(bench.machine, fd: Int32(fd)) }
        #expect(got.pointee === bench.buffer && bench.buffer.file?.count == 3)
        bench.buffer.put()
        bench.buffer.put()
        #expect(!bench.buffer.isReleased)
        bench.one.close(fd)
        #expect(bench.buffer.isReleased && bench.exporter.owner.useCount == 0)
        #expect(bench.machine.memory.pagesInUse == 0)
        #expect(bench.takeReports() == [])
        bench.buffer.put()
        #expect(bench.buffer.kmap(0) == nil)
        #expect(bench.takeReports() == ["bug(reference)"])
    }

    @Test("A descriptor that is closed, or some other file's, is no buffer's")
    func get() throws {
        let bench = try Bench()
        let fd = bench.descriptor(bench.one)
        bench.one.close(fd)
        #expect(
            bench.one.run("importer", as: .importer) { DMABuffer.get(bench.machine, fd: Int32(fd)) }.error == -Linux
                .EBADF)
        let file = File(
            bench.machine, inode: Inode("other"), operations: FileOperations(name: "other"), isWritable: true)
        let other = bench.one.install(file, closeOnExec: false)
        let got = bench.one.run("importer", as: .importer) { DMABuffer.get(bench.machine, fd: Int32(other)) }
        #expect(got.error == -Linux.EINVAL)
        #expect(bench.one.ioctl(other, DMABufSync.command, DMABufSync(flags: 0)) == -Linux.ENOTTY)
        #expect(bench.one.mmap(other, pageOffset: 0, pageCount: 1).error == -Linux.ENODEV)
    }

    @Test("A descriptor survives exec unless it was asked not to")
    func closeOnExec() throws {
        let bench = try Bench()
        let kept = bench.descriptor(bench.one)
        let closed = bench.descriptor(bench.one, .closeOnExec)
        let child = bench.one.fork()
        #expect(bench.buffer.file?.count == 5)
        child.exec()
        #expect(child.file(kept) != nil && child.file(closed) == nil)
        child.exit()
        #expect(bench.buffer.file?.count == 3)
    }

    @Test("Buffers have files of their own and one inode")
    func inode() throws {
        let bench = try Bench()
        let second = DMABuffer.export(
            bench.machine, Exporter(bench.machine, size: Page.size).exportInfo(name: "second"))
        let file = try #require(second.pointee?.file)
        #expect(file !== bench.buffer.file && file.inode === bench.buffer.file?.inode)
    }

    // MARK: - Devices

    @Test("A device reaches the pages while it is mapped, and no longer")
    func devices() throws {
        let bench = try Bench()
        let attachment = try #require(bench.buffer.attach(Device("gpu")).pointee)
        let table = try #require(DMABuffer.map(attachment, .bidirectional).pointee)
        #expect(table.store(4, at: 4 * Page.size - 1) && table.load(at: 4 * Page.size - 1) == 4)
        #expect(table.load(at: 4 * Page.size) == nil)
        #expect(bench.takeReports() == ["accessedOutside(dmaMapping)"])
        DMABuffer.unmap(attachment, table, .bidirectional)
        #expect(table.load(at: 0) == nil)
        #expect(bench.takeReports() == ["accessedOutside(dmaMapping)"])
        bench.buffer.detach(attachment)
        bench.buffer.detach(attachment)
        #expect(bench.takeReports() == ["unbalanced(attachment)"])
        bench.buffer.put()
        #expect(bench.takeReports() == [])
    }

    @Test("Without memory no device is mapped")
    func noMemory() throws {
        let bench = try Bench()
        let attachment = try #require(bench.buffer.attach(Device("gpu")).pointee)
        bench.machine.exhaust(.memory, true)
        #expect(DMABuffer.map(attachment, .toDevice).error == -Linux.ENOMEM)
        bench.buffer.detach(attachment)
    }

    // MARK: - Fences

    @Test("An exporter that copies waits for what devices still write, and copies that")
    func copiesWhatWasWaitedFor() throws {
        let bench = try Bench { CopyingExporter($0, size: Page.size) }
        #expect(bench.exporter.store.populate() == 0)
        let page = try #require(bench.exporter.store.page(0))
        let machine = bench.machine
        bench.buffer.reservation.setExclusive(Fence(machine) { machine.deviceStore(0xA5, page, at: [0]) })
        #expect(bench.one.begin(bench.buffer) == 0)
        let address = bench.one.kmap(bench.buffer)
        #expect(bench.one.load(address) == 0xA5)
        bench.one.kunmap(bench.buffer, address)
        #expect(bench.one.end(bench.buffer) == 0)
        #expect(bench.takeReports() == [])
    }

    @Test("A begin loses nothing of what another open access has written")
    func overlap() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0)
        let address = bench.one.kmap(bench.buffer)
        bench.one.store(0x5A, address)
        #expect(bench.other.begin(bench.buffer, .fromDevice) == 0)
        #expect(bench.one.load(address) == 0x5A)
        #expect(bench.other.end(bench.buffer, .fromDevice) == 0)
        bench.one.kunmap(bench.buffer, address)
        #expect(bench.one.end(bench.buffer) == 0)
        #expect(bench.takeReports() == [])
    }

    @Test("Bytes of a page are reached together as each by itself, and none over its end")
    func severalBytes() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0)
        let address = try #require(bench.one.kmap(bench.buffer))
        #expect(bench.one.store(0x5A, address, at: [0, Page.size - 1]))
        #expect(bench.one.load(address, at: [0, 1, Page.size - 1]) == [0x5A, 0, 0x5A])
        #expect(bench.one.load(address + 1, at: [0, Page.size - 1]) == nil)
        #expect(!bench.one.store(0x11, address + 1, at: [0, Page.size - 1]))
        #expect(bench.one.load(address + 1) == 0)
        bench.one.kunmap(bench.buffer, address)
        #expect(bench.one.end(bench.buffer) == 0)
        #expect(bench.takeReports() == [])
    }

    @Test("What a device does in its own time is on nobody's account")
    func deviceWork() throws {
        let bench = try Bench()
        let fence = Fence(bench.machine) { #expect(CallFrame.current == nil) }
        #expect(bench.one.run("importer", as: .importer) { fence.wait() } == 0)
        #expect(fence.isSignaled && fence.wait() == 0)
    }

    @Test("Begin waits for devices after the callback: for all of them to write, for writers to read")
    func fences() throws {
        let bench = try Bench { Exporter($0, size: Page.size, without: [.beginCPUAccess]) }
        let writer = Fence(bench.machine) {}
        let reader = Fence(bench.machine) {}
        bench.buffer.reservation.setExclusive(writer)
        bench.buffer.reservation.addShared(reader)
        #expect(bench.one.begin(bench.buffer, .fromDevice) == 0)
        #expect(writer.isSignaled && !reader.isSignaled)
        #expect(bench.one.begin(bench.buffer, .toDevice) == 0)
        #expect(reader.isSignaled && !bench.buffer.reservation.isBusy)
    }

    @Test("A signal interrupts the wait: nothing is open or pinned, and the restarted call finds the device done")
    func interrupted() throws {
        let bench = try Bench()
        bench.buffer.reservation.setExclusive(Fence(bench.machine) {})
        bench.one.hasPendingSignal = true
        #expect(bench.one.begin(bench.buffer) == -Linux.ERESTARTSYS)
        #expect(bench.exporter.store.pinCount == 0 && bench.buffer.reservation.isBusy)
        #expect(bench.one.begin(bench.buffer) == 0)
        #expect(bench.exporter.store.pinCount == 1 && !bench.buffer.reservation.isBusy)
        #expect(bench.one.end(bench.buffer) == 0)
        #expect(bench.exporter.store.pinCount == 0)
        #expect(bench.takeReports() == [])
    }

    // MARK: - vmap

    @Test("vunmap without vmap, or of another address, is a bug that changes nothing")
    func vunmap() throws {
        let bench = try Bench()
        bench.buffer.vunmap(nil)
        #expect(bench.takeReports() == ["unbalanced(vmapping)"])
        let address = try #require(bench.buffer.vmap())
        bench.buffer.vunmap(address + Page.size)
        #expect(bench.takeReports() == ["unbalanced(vmapping)"])
        #expect(bench.buffer.vmappingCount == 1)
        bench.buffer.put()
        #expect(bench.takeReports() == ["leaked(vmapping)"])
        #expect(bench.one.load(address, as: .vmapping) == nil)
    }

    @Test("A vmap that fails is NULL, whatever the exporter gives")
    func vmapFails() throws {
        let bench = try Bench()
        bench.machine.exhaust(.vmallocSpace, true)
        #expect(bench.buffer.vmap() == nil && bench.buffer.vmappingCount == 0)
        bench.machine.exhaust(.vmallocSpace, false)
        #expect(bench.buffer.vmap() != nil)
    }

    // MARK: - The contract before

    @Test("Before, the mapping in userspace was coherent, and end returned nothing")
    func before() throws {
        let bench = try Bench(contract: .before)
        let fd = bench.descriptor(bench.one)
        let vma = try #require(bench.one.mmap(fd, pageOffset: 0, pageCount: 4).pointee)
        let attachment = try #require(bench.buffer.attach(Device("gpu")).pointee)
        let table = try #require(DMABuffer.map(attachment, .bidirectional).pointee)
        _ = bench.one.load(vma.start)
        table.store(7, at: 0)
        #expect(bench.one.load(vma.start) == 7)
        #expect(
            bench.machine.prototype(named: "dma_buf_end_cpu_access")
                == "void (struct dma_buf *, enum dma_data_direction)")
        #expect(
            Machine().prototype(named: "dma_buf_end_cpu_access") == "int (struct dma_buf *, enum dma_data_direction)")
    }

    @Test("Prototypes are read off the functions' types")
    func prototypes() {
        let machine = Machine()
        #expect(machine.prototype(named: "dma_buf_fd") == "int (struct dma_buf *, int)")
        #expect(machine.prototype(named: "dma_buf_put") == "void (struct dma_buf *)")
        #expect(
            machine.prototype(named: "dma_buf_map_attachment")
                == "struct sg_table *(struct dma_buf_attachment *, enum dma_data_direction)")
        #expect(machine.prototype(named: "dma_buf_nothing") == nil)
    }

    // MARK: - No run hangs

    @Test("A machine that goes on and on stops")
    func steps() throws {
        let machine = Machine(steps: 1000)
        let process = Process(machine, name: "one")
        process.restartsSystemCalls = true
        let exporter = Exporter(machine, size: Page.size)
        var info = exporter.exportInfo(name: "buffer")
        info.operations?.beginCPUAccess = { _, _ in -Linux.ERESTARTSYS }
        let buffer = try #require(DMABuffer.export(machine, info).pointee)
        let fd = Int(process.run("dma_buf_fd", as: .exporter) { buffer.fd([]) })
        #expect(process.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite)) == -Linux.EINTR)
        #expect(machine.isHalted)
    }

    @Test("A lock that is taken twice is reported, and nothing hangs")
    func recursion() throws {
        let machine = Machine()
        let exporter = Exporter(machine, size: Page.size)
        var info = exporter.exportInfo(name: "buffer")
        info.operations?.attach = { buffer, _, _ in buffer.vmap() == nil ? 0 : 1 }
        info.operations?.vmap = { _ in nil }
        let buffer = try #require(DMABuffer.export(machine, info).pointee)
        let process = Process(machine, name: "one")
        process.run("importer", as: .importer) { _ = buffer.attach(Device("gpu")) }
        #expect(machine.checker.pending.map(\.kind) == [.bug])
    }
}
