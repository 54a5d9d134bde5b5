import ClauseTesting
import Testing

@testable import DMABufTestbed

@Suite("The two published contracts")
struct ContractTests {
    /// A mapping that the CPU has cached when a device writes: what it shows without SYNC.
    private func unbracketed() throws -> UInt8? {
        let bed = try Bed()
        try bed.hold(.userMapping)
        _ = try bed.read(.userMapping)
        try bed.deviceWrite(0xA5, at: 0)
        defer { bed.finish() }
        return try bed.read(.userMapping)
    }

    @Test("Mappings in userspace are incoherent now, and were coherent before")
    func coherency() throws {
        #expect(try DMABufTestbed.$contract.withValue(.current) { try unbracketed() } == 0)
        #expect(try DMABufTestbed.$contract.withValue(.before) { try unbracketed() } == 0xA5)
    }

    @Test("Before, dma_buf_end_cpu_access could not fail, and the ioctl could")
    func end() throws {
        try DMABufTestbed.$contract.withValue(.before) {
            let bed = try Bed()
            try bed.hold(.cpuAccess)
            try bed.make(.endCPUAccess, return: .EINTR, times: 1)
            #expect(try bed.release(.cpuAccess).status == 0)
            try bed.hold(.syncAccess)
            try bed.make(.endCPUAccess, return: .EINTR, times: 1)
            #expect(try bed.release(.syncAccess).error == .EINTR)
            #expect(try bed.release(.syncAccess).succeeded)
            bed.finish()
            #expect(bed.pendingReports() == [])
            #expect(
                bed.prototype(named: "dma_buf_end_cpu_access") == "void (struct dma_buf *, enum dma_data_direction)")
        }
    }
}
