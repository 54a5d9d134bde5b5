import ClauseTesting
import Testing

@testable import DMABufTestbed

@Suite("The testbed of dma-buf, used as generated tests use it")
struct DMABufTestbedTests {
    @Test("Two atomic kmaps are in order in each process context, and a third is reported")
    func atomicKmaps() throws {
        let bed = try Bed()
        try bed.prepare(for: .kmapAtomic)
        for _ in 1...2 { #expect(try bed.hold(.atomicKmap).succeeded) }
        #expect(bed.isClean)
        #expect(try bed.hold(.atomicKmap, in: .second).succeeded)
        #expect(bed.isClean)
        try bed.release(.atomicKmap, in: .second)
        try bed.hold(.atomicKmap)
        #expect(bed.reported(.tooManyHeld, Bed.Resource.atomicKmap))
        for _ in 1...3 { try bed.release(.atomicKmap) }
        bed.finish()
        #expect(bed.pendingReports() == [])
    }

    @Test("An interrupted begin is restarted", arguments: [Errno.EINTR, .ERESTARTSYS, .EAGAIN])
    func restart(error: Errno) throws {
        let bed = try Bed()
        try bed.make(.beginCPUAccess, return: error, times: 1)
        #expect(try bed.hold(.cpuAccess).error == error)
        #expect(try bed.hold(.cpuAccess).succeeded)
        #expect(try bed.release(.cpuAccess).succeeded)
        bed.finish()
        #expect(bed.pendingReports() == [])
    }

    @Test("What a device has begun to write is there once somebody has waited, or the device gets other work")
    func deviceWork() throws {
        let bed = try Bed()
        for place in bed.places { try bed.startDeviceWrite(0xA5, at: place) }
        #expect(try bed.hold(.cpuAccess).succeeded)
        for place in bed.places { #expect(try bed.read(.cpuAccess, at: place) == 0xA5) }
        try bed.release(.cpuAccess)
        try bed.startDeviceWrite(0x5A, at: 0)
        #expect(try bed.deviceRead(at: 0) == 0x5A)
        // What nobody waited for is done in the end.
        try bed.startDeviceWrite(0x11, at: 0)
        bed.finish()
        #expect(bed.pendingReports() == [])
    }

    @Test("An access that cannot be begun saw nothing, and one that only writes reads nothing")
    func accesses() throws {
        let bed = try Bed()
        try bed.make(.beginCPUAccess, return: .EIO, times: 1)
        #expect(try bed.access(.cpuAccess) == nil)
        #expect(try bed.access(.cpuAccess, .toDevice, writing: 0x5A) == [])
        #expect(try bed.access(.cpuAccess, .fromDevice, writing: 0x11) == [0x5A])
        #expect(try bed.deviceBytes() == [0x5A])
        #expect(try bed.errors(failing: .beginCPUAccess, .EIO) { try bed.hold(.cpuAccess) } == [.EIO, .EIO, nil])
        try bed.release(.cpuAccess)
        _ = try bed.read(.cpuAccess)
        #expect(try !bed.reported(.accessedOutside, Bed.Resource.cpuAccess) { try bed.hold(.cpuAccess) })
        #expect(bed.reported(.accessedOutside, Bed.Resource.cpuAccess))
        #expect(try bed.holdOnce(.kmap).succeeded)
        try bed.release(.cpuAccess)
        bed.finish()
        #expect(bed.pendingReports() == [])
    }

    @Test("Of two atomic kmaps the second is gone while the first is still there")
    func nestedAtomicKmaps() throws {
        let bed = try Bed()
        try bed.prepare(for: .kmapAtomic)
        let first = try bed.hold(.atomicKmap)
        let second = try bed.hold(.atomicKmap, chunk: 1)
        #expect(try bed.read(.atomicKmap, address: second.address) == 0)
        try bed.release(.atomicKmap, chunk: 1)
        #expect(try bed.read(.atomicKmap, address: first.address) == 0)
        #expect(bed.isClean)
        #expect(try bed.read(.atomicKmap, address: second.address) == nil)
        bed.ignore(.accessedOutside)
        try bed.release(.atomicKmap)
        #expect(throws: NotObservable.self) { try bed.read(.reference, address: nil) }
    }

    @Test("Everything that can be held is held and given back by one call each")
    func everything() throws {
        let bed = try Bed()
        #expect(Bed.Resource.allCases.allSatisfy(bed.has))
        try bed.hold(Bed.Resource.allCases)
        try bed.release(Bed.Resource.allCases)
        // Whoever holds an atomic kmap must not wait for the lock that the next mapping takes.
        bed.ignore(.slept)
        bed.finish()
        #expect(bed.pendingReports() == [])
    }

    @Test("The places to look at are in every line of the cache, and at both ends", arguments: [false, true])
    func places(isPartial: Bool) throws {
        let bed = try Bed(partial: isPartial)
        #expect(Set(bed.places.map { $0 / 64 }).count == (bed.size + 63) / 64)
        #expect(bed.places.first == 0 && bed.places.last == bed.size - 1)
    }

    @Test("What is written everywhere is read everywhere, by CPU and by device")
    func everywhere() throws {
        let bed = try Bed()
        try bed.startDeviceFill(0xA5)
        try bed.hold(.syncAccess, in: .second)
        #expect(try bed.bytes(.syncAccess, in: .second) == [0xA5])
        try bed.fill(0x5A, .syncAccess, in: .second)
        try bed.write(0x11, .syncAccess, at: bed.places[70], in: .second)
        #expect(try bed.bytes(.syncAccess, in: .second) == [0x5A, 0x11])
        #expect(try bed.deviceBytes() == [0xA5])
        try bed.release(.syncAccess, in: .second)
        #expect(try bed.deviceBytes() == [0x5A, 0x11])
        // There is nothing behind the end.
        let mapped = try Bed()
        try mapped.call(.userMmap, extent: Extent(offset: 0, length: 3))
        #expect(try mapped.bytes(.userMapping) == [0, nil])
        mapped.ignore(.accessedOutside)
    }

    @Test("What is given back is the newest of the direction that is asked for, where there is one")
    func directions() {
        var ledger = Ledger<Int>()
        ledger.add(.init(thing: 1, direction: .toDevice), .dmaMapping, in: .first)
        ledger.add(.init(thing: 2, direction: .fromDevice), .dmaMapping, in: .first)
        #expect(ledger.take(.dmaMapping, in: .first, direction: .toDevice)?.thing == 1)
        #expect(ledger.take(.dmaMapping, in: .first, direction: .toDevice)?.thing == 2)
        #expect(ledger.take(.dmaMapping, in: .first)?.thing == nil)
    }

    @Test("An implementer has the callbacks that a test gives it, and no others")
    func callbacks() throws {
        #expect(try Bed(with: [.mapDMABuf, .unmapDMABuf, .release, .kmap, .kmapAtomic]).setUp.succeeded)
        #expect(try !Bed(with: [.mapDMABuf]).setUp.succeeded)
    }

    @Test("A signal interrupts whoever waits for a device, once", arguments: [Bed.Resource.cpuAccess, .syncAccess])
    func signals(bracket: Bed.Resource) throws {
        let bed = try Bed(.pinning)
        try bed.interrupt(.first)
        #expect(try bed.hold(bracket).succeeded)
        try bed.release(bracket)
        try bed.startDeviceWrite(0xA5, at: 0)
        #expect(try bed.hold(bracket).fails(with: bracket == .cpuAccess ? .ERESTARTSYS : .EINTR))
        #expect(try bed.hold(bracket).succeeded)
        #expect(try bed.read(bracket) == 0xA5)
        try bed.release(bracket)
        bed.ignore(.notRecommended)
        bed.finish()
        #expect(bed.pendingReports() == [])
    }

    @Test("Whatever is waited for, a context that holds an atomic kmap must not", arguments: Wait.allCases)
    func waiting(cause: Wait) throws {
        let bed = try Bed()
        try bed.sleep(in: .first, for: cause)
        try bed.prepare(for: .kmapAtomic)
        try bed.hold(.atomicKmap)
        try bed.sleep(in: .second, for: cause)
        #expect(bed.isClean)
        try bed.sleep(in: .first, for: cause)
        #expect(bed.reported(.slept, Bed.Resource.atomicKmap))
        try bed.release(.atomicKmap)
        bed.finish()
        #expect(bed.pendingReports() == [])
    }

    @Test("Data move as the direction promises", arguments: Direction.allCases, Bed.Variant.allCases)
    func coherency(direction: Direction, variant: Bed.Variant) throws {
        guard variant != .minimal else { return }
        for bracket in [Bed.Resource.cpuAccess, .syncAccess] {
            let bed = try Bed(variant)
            _ = try bed.read(bracket)
            bed.ignore(.accessedOutside)
            try bed.deviceWrite(0xA5, at: 0)
            #expect(try bed.hold(bracket, direction: direction).succeeded)
            if direction.reachesCPU { #expect(try bed.read(bracket) == 0xA5) }
            if direction.reachesDevice { try bed.write(0x5A, bracket) }
            try bed.release(bracket, direction: direction)
            if direction.reachesDevice { #expect(try bed.deviceRead(at: 0) == 0x5A) }
            bed.ignore(.notRecommended)
            #expect(bed.pendingReports() == [])
            bed.finish()
            #expect(bed.pendingReports() == [])
        }
    }
}
