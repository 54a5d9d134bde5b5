/// An exporter whose pages memory pressure can take away: it pins them while the CPU accesses them.
///
/// Its callback cannot tell whether it is called for the kernel, where pinning is what makes atomic kmaps succeed,
/// or for userspace, which should not get to lock memory: so it pins for both, and the checker says so.
public final class PinningExporter: Exporter, @unchecked Sendable {
    /// Whether the pages are unpinned when the access ends; else when the buffer is released.
    private let unpinsAtEnd: Bool
    private var pins = 0

    public init(_ machine: Machine, size: Int, without absent: Set<Callback> = [], unpinsAtEnd: Bool = true) {
        self.unpinsAtEnd = unpinsAtEnd
        var storage = Storage()
        storage.isSwappable = true
        super.init(machine, size: size, without: absent, storage: storage)
    }

    /// Waits for the fences first, so that an interruption comes before anything is pinned.
    override func beginCPUAccess(_ buffer: DMABuffer, _ direction: DMADataDirection) -> Status {
        let waited = buffer.reservation.wait(all: direction.reachesDevice)
        guard waited == 0 else {
            if machine.has(.interruptedBeginPins) { pin() }
            return waited
        }
        if machine.has(.failedBeginPins) { pin() }
        let status = super.beginCPUAccess(buffer, direction)
        guard status == 0 else { return status }
        if !machine.has(.failedBeginPins), !machine.has(.beginDoesNotPin) { pin() }
        return 0
    }

    override func endCPUAccess(_ buffer: DMABuffer, _ direction: DMADataDirection) -> Status {
        let status = super.endCPUAccess(buffer, direction)
        if unpinsAtEnd, !machine.has(.endDoesNotUnpin) { unpin() }
        return status
    }

    override func release(_ buffer: DMABuffer) {
        while machine.atomically({ pins }) > 0 { unpin() }
        super.release(buffer)
    }

    private func pin() {
        machine.atomically { pins += 1 }
        store.pin()
    }

    private func unpin() {
        let isPinned: Bool = machine.atomically {
            guard pins > 0 else { return false }
            pins -= 1
            return true
        }
        if isPinned { store.unpin() }
    }
}
