import Testing

@testable import DMABuf

@Suite("The contract checker")
struct ContractCheckerTests {
    @Test("A report says what, who, where, and the calls that led there")
    func report() throws {
        let bench = try Bench()
        bench.one.run("camera_capture", as: .importer) { _ = bench.buffer.endCPUAccess(.toDevice) }
        let report = try #require(bench.reports.first)
        #expect(report.kind == .unbalanced && report.subject == .cpuAccess && report.party == .importer)
        #expect(report.process == "one" && report.backtrace == ["camera_capture", "dma_buf_end_cpu_access"])
        #expect("\(report)".contains("camera_capture > dma_buf_end_cpu_access"))
    }

    @Test("The same is reported once, until it is taken")
    func once() throws {
        let bench = try Bench()
        for _ in 1...3 { _ = bench.one.end(bench.buffer) }
        #expect(bench.reports.count == 1)
        _ = bench.other.end(bench.buffer)
        #expect(bench.takeReports() == ["unbalanced(cpuAccess)", "unbalanced(cpuAccess)"])
        _ = bench.one.end(bench.buffer)
        #expect(bench.reports.count == 1)
    }

    @Test("Brackets belong to their callers: processes and kernel users may overlap")
    func callers() throws {
        let bench = try Bench()
        let fd = bench.descriptor(bench.one)
        #expect(bench.one.begin(bench.buffer, .toDevice) == 0)
        #expect(bench.other.begin(bench.buffer, .fromDevice) == 0)
        #expect(bench.sync(bench.one, fd, DMABufSync.read) == 0)
        #expect(bench.one.end(bench.buffer, .toDevice) == 0)
        #expect(bench.takeReports() == [])
        let address = bench.one.kmap(bench.buffer)
        #expect(bench.takeReports() == ["undefinedBehaviour(kmap)"])
        bench.one.kunmap(bench.buffer, address)
        let other = bench.other.kmap(bench.buffer)
        #expect(bench.other.load(other) == 0)
        bench.other.kunmap(bench.buffer, other)
        #expect(bench.other.end(bench.buffer, .fromDevice) == 0)
        #expect(bench.sync(bench.other, bench.descriptor(bench.other), DMABufSync.read | DMABufSync.end) == 0)
        #expect(bench.takeReports() == ["unbalanced(syncAccess)"])
        #expect(bench.sync(bench.one, fd, DMABufSync.read | DMABufSync.end) == 0)
        #expect(bench.takeReports() == [])
    }

    @Test("A page still mapped at the end of the access is a leak, told once, and may be unmapped later")
    func held() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0)
        let address = bench.one.kmap(bench.buffer, 2)
        #expect(bench.one.end(bench.buffer) == 0)
        #expect(bench.takeReports() == ["leaked(kmap)"])
        bench.one.kunmap(bench.buffer, address, 2)
        bench.one.kunmap(bench.buffer, address, 2)
        #expect(bench.takeReports() == ["unbalanced(kmap)"])
    }

    @Test("Two callers that map the same page get the same address, and each unmaps its own")
    func sharedPage() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0 && bench.other.begin(bench.buffer) == 0)
        let (one, other) = (bench.one.kmap(bench.buffer), bench.other.kmap(bench.buffer))
        #expect(one == other)
        bench.one.kunmap(bench.buffer, one)
        #expect(bench.one.end(bench.buffer) == 0)
        #expect(bench.takeReports() == [])
        #expect(bench.other.load(other) == 0)
        bench.other.kunmap(bench.buffer, other)
        #expect(bench.other.load(other) == nil)
        #expect(bench.other.end(bench.buffer) == 0)
        #expect(bench.takeReports() == ["accessedOutside(kmap)"])
    }

    @Test("Data written for the device must be ended in a direction that reaches it")
    func direction() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0)
        let address = bench.one.kmap(bench.buffer)
        #expect(bench.one.store(1, address))
        bench.one.kunmap(bench.buffer, address)
        #expect(bench.one.end(bench.buffer, .fromDevice) == 0)
        #expect(bench.takeReports() == ["wrongDirection(cpuAccess)"])
    }

    @Test("Sleeping is reported while an atomic kmap is held, in locks and allocations too")
    func sleeping() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0)
        let address = bench.one.run("importer", as: .importer) { bench.buffer.kmapAtomic(0) }
        bench.other.sleep()
        #expect(bench.takeReports() == [])
        for body in [
            { bench.one.sleep() }, { _ = bench.one.kmap(bench.buffer) },
            { bench.one.run("importer", as: .importer) { _ = bench.buffer.vmap() } },
            { bench.one.run("importer", as: .importer) { _ = bench.machine.allocatePage(highmem: false) } },
        ] as [() -> Void] {
            body()
            #expect(bench.takeReports() == ["slept(atomicKmap)"])
        }
        bench.one.run("importer", as: .importer) { bench.buffer.kunmapAtomic(0, address) }
        bench.one.sleep()
        #expect(bench.takeReports() == [])
    }

    @Test("Atomic kmaps nest")
    func nesting() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0)
        bench.one.run("importer", as: .importer) {
            let first = bench.buffer.kmapAtomic(0)
            let second = bench.buffer.kmapAtomic(1)
            bench.buffer.kunmapAtomic(0, first)
            #expect(bench.takeReports() == ["unbalanced(atomicKmap)"])
            bench.buffer.kunmapAtomic(1, second)
        }
        #expect(bench.takeReports() == [])
    }

    @Test("What is undefined is reported and harms nothing else")
    func undefined() throws {
        let bench = try Bench()
        let neighbour = Exporter(bench.machine, size: Page.size)
        #expect(neighbour.store.populate() == 0)
        #expect(bench.one.begin(bench.buffer) == 0)
        for page in [4, 5, UInt.max] {
            let address = bench.one.kmap(bench.buffer, page)
            #expect(bench.takeReports() == ["undefinedBehaviour(kmap)"])
            #expect(!bench.one.store(0xFF, address))
            #expect(bench.takeReports() == ["accessedOutside(kmap)"])
        }
        #expect(neighbour.store.pages.allSatisfy { bench.machine.deviceLoad($0, at: [0]) == [0] })
    }

    @Test("Everything left open is told when the buffer goes")
    func release() throws {
        let bench = try Bench()
        #expect(bench.one.begin(bench.buffer) == 0)
        _ = bench.one.kmap(bench.buffer)
        let attachment = try #require(bench.buffer.attach(Device("gpu")).pointee)
        _ = DMABuffer.map(attachment, .toDevice)
        bench.buffer.put()
        let told = Set(bench.takeReports())
        #expect(
            told == ["leaked(cpuAccess)", "leaked(kmap)", "leaked(attachment)", "leaked(dmaMapping)", "leaked(pin)"])
    }

    @Test("A machine that ends with references tells so")
    func reference() throws {
        let bench = try Bench()
        bench.machine.shutDown()
        #expect(bench.takeReports() == ["leaked(reference)"])
        #expect(bench.buffer.isReleased)
    }
}
