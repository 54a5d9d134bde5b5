/// An exporter that fakes coherency for userspace: when the buffer leaves the CPU's domain it zaps all ptes and
/// flushes; the next access faults, and is answered with a page that is in order.
public final class ZappingExporter: OwnFileExporter, @unchecked Sendable {
    public init(_ machine: Machine, size: Int, without absent: Set<Callback> = []) {
        super.init(machine, size: size, without: absent, storage: Storage(), file: "exporter", offset: 0x100)
    }

    /// The CPU comes back. Work of devices that is under way is not waited for: that is the fences' business.
    override func fault(_ number: Int, of buffer: DMABuffer) -> Page? {
        guard let page = store.page(number) else { return nil }
        if machine.has(.faultWaitsForReaders) { buffer.reservation.waitForReaders() }
        if machine.has(.faultWaitsForDevice) { _ = buffer.reservation.wait(for: .toDevice) }
        if machine.has(.faultInvalidates) {
            machine.invalidate([page])
        } else if !machine.has(.faultDoesNotFlush) {
            machine.flush([page])
        }
        return page
    }

    override func mapDMABuf(_ attachment: Attachment, _ direction: DMADataDirection) -> Pointer<SGTable> {
        if direction != .fromDevice || !machine.has(.deviceWriteKeepsPTEs) { leaveCPUDomain(attachment.buffer) }
        return super.mapDMABuf(attachment, direction)
    }

    override func endCPUAccess(_ buffer: DMABuffer, _ direction: DMADataDirection) -> Status {
        let status = super.endCPUAccess(buffer, direction)
        if direction.reachesDevice || !machine.has(.readersKeepPTEs) { leaveCPUDomain(buffer) }
        return status
    }

    /// Devices take over: the CPU gets nothing to see before it faults.
    public func leaveCPUDomain(_ buffer: DMABuffer) {
        guard !machine.has(.leavingKeepsPTEs) else { return }
        zap(buffer, 0..<UInt64(store.pageCount))
        machine.writeBack(store.pages)
    }
}
