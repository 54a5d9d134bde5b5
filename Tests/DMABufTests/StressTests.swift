import Foundation
import Testing

@testable import DMABuf

/// Meant for the thread sanitizer (`swift test --sanitize thread --filter StressTests`): raw threads, and callbacks
/// that can be seen to overlap.
@Suite("Threads")
struct StressTests {
    /// Runs on so many threads at once, and waits for all.
    private func threads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            Thread.detachNewThread {
                body(number)
                group.leave()
            }
        }
        group.wait()
    }

    @Test("What one does without blame hides nothing of what another does meanwhile")
    func ignoring() throws {
        let bench = try Bench()
        bench.machine.checker.ignoringReports {
            _ = bench.one.end(bench.buffer)
            threads(1) { _ in _ = bench.other.end(bench.buffer) }
        }
        #expect(bench.reports.map(\.process) == [bench.other.name])
        _ = bench.one.end(bench.buffer)
        #expect(bench.takeReports().count == 2)
    }

    /// How many are in a callback at once, at most.
    private final class Gauge: @unchecked Sendable {
        private let lock = NSLock()
        private var inside = 0
        private(set) var most = 0
        private(set) var calls = 0

        func pass<Result>(_ body: () -> Result) -> Result {
            lock.withLock {
                inside += 1
                calls += 1
                most = max(most, inside)
            }
            defer { lock.withLock { inside -= 1 } }
            return body()
        }
    }

    @Test("Many vmaps and vunmaps never reach the exporter twice at once")
    func vmap() throws {
        let machine = Machine()
        let exporter = Exporter(machine, size: 4 * Page.size)
        let gauge = Gauge()
        var info = exporter.exportInfo(name: "buffer")
        let operations = exporter.operations
        info.operations?.vmap = { buffer in gauge.pass { operations.vmap?(buffer) } }
        info.operations?.vunmap = { buffer, address in gauge.pass { operations.vunmap?(buffer, address) } }
        let buffer = try #require(DMABuffer.export(machine, info).pointee)
        threads(8) { number in
            let process = Process(machine, name: "\(number)")
            for _ in 0..<50 {
                process.run("importer", as: .importer) {
                    let address = buffer.vmap()
                    buffer.vunmap(address)
                }
            }
        }
        #expect(gauge.most == 1 && gauge.calls >= 2 && gauge.calls % 2 == 0)
        #expect(buffer.vmappingCount == 0)
        buffer.put()
        #expect(machine.checker.pending == [])
    }

    @Test("Every interface from many threads at once leaves nothing behind")
    func everything() throws {
        let machine = Machine()
        let exporter = ZappingExporter(machine, size: 4 * Page.size)
        let buffer = try #require(DMABuffer.export(machine, exporter.exportInfo(name: "buffer")).pointee)
        threads(6) { number in
            let process = Process(machine, name: "\(number)")
            buffer.get()
            let fd = Int(process.run("dma_buf_fd", as: .exporter) { buffer.fd([]) })
            for _ in 0..<20 {
                use(buffer, process, fd)
                machine.reclaim()
            }
            process.exit()
        }
        buffer.put()
        #expect(buffer.isReleased && machine.memory.pagesInUse == 0)
        #expect(machine.checker.pending == [])
    }

    @Test("Ptes are zapped and pages swapped while processes touch them, and nobody sees another's bytes")
    func zapping() throws {
        let machine = Machine()
        let exporter = ShmemExporter(machine, size: 4 * Page.size)
        let buffer = try #require(DMABuffer.export(machine, exporter.exportInfo(name: "buffer")).pointee)
        let strangers = BackingStore(machine, pages: 8, highmem: true, swappable: true)
        threads(4) { number in
            if number == 0 {
                for _ in 0..<200 {
                    machine.reclaim()
                    if strangers.populate() == 0 { for page in strangers.pages { machine.fill(page, with: 0xEE) } }
                    exporter.zap(buffer, 0..<4)
                }
                return
            }
            let process = Process(machine, name: "\(number)")
            buffer.get()
            let fd = Int(process.run("dma_buf_fd", as: .exporter) { buffer.fd([]) })
            _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite))
            if let vma = process.mmap(fd, pageOffset: 0, pageCount: 4).pointee {
                for round in 0..<400 {
                    let value = process.load(vma.start + UInt64(round % 4 * Page.size))
                    if value != 0 { Issue.record("process \(number) sees \(value.map { "\($0)" } ?? "a fault")") }
                }
                process.munmap(vma)
            }
            _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite | DMABufSync.end))
            process.exit()
        }
        strangers.free()
        buffer.put()
        #expect(machine.checker.pending == [])
        #expect(machine.memory.pagesInUse == 0)
    }

    @Test("Buffers come and go on one machine")
    func buffers() {
        let machine = Machine()
        threads(6) { number in
            let process = Process(machine, name: "\(number)")
            for _ in 0..<20 {
                let exporter = CopyingExporter(machine, size: 2 * Page.size)
                process.run("driver", as: .exporter) {
                    let buffer = DMABuffer.export(machine, exporter.exportInfo(name: "buffer")).pointee
                    guard let buffer else { return }
                    if buffer.beginCPUAccess(.bidirectional) == 0 { _ = buffer.endCPUAccess(.bidirectional) }
                    buffer.put()
                }
            }
        }
        #expect(machine.buffers.isEmpty && machine.memory.pagesInUse == 0)
        #expect(machine.checker.pending == [])
    }

    private func use(_ buffer: DMABuffer, _ process: DMABuf.Process, _ fd: Int) {
        let machine = buffer.machine
        process.run("importer", as: .importer) {
            if let attachment = buffer.attach(Device("gpu")).pointee {
                if let table = DMABuffer.map(attachment, .bidirectional).pointee {
                    table.store(1, at: 5000)
                    DMABuffer.unmap(attachment, table, .bidirectional)
                }
                buffer.detach(attachment)
            }
            guard buffer.beginCPUAccess(.bidirectional) == 0 else { return }
            let page = buffer.kmap(1)
            process.store(2, page)
            buffer.kunmap(1, page)
            let atomic = buffer.kmapAtomic(2)
            _ = process.load(atomic)
            buffer.kunmapAtomic(2, atomic)
            let whole = buffer.vmap()
            _ = process.load(whole, as: .vmapping)
            buffer.vunmap(whole)
            _ = buffer.endCPUAccess(.bidirectional)
        }
        guard let vma = process.mmap(fd, pageOffset: 0, pageCount: 4).pointee else { return }
        _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite))
        process.store(3, vma.start + 100)
        _ = process.ioctl(fd, DMABufSync.command, DMABufSync(flags: DMABufSync.readWrite | DMABufSync.end))
        process.munmap(vma)
        machine.unmapMappingRange(Inode("nobody's").mapping)
    }
}
