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
