/// Work of a device that is under way (`struct dma_fence`). The machine has no clock: whoever waits for a fence lets
/// the device finish.
public final class Fence: @unchecked Sendable {
    private let machine: Machine
    private var work: (@Sendable () -> Void)?
    private var signaled = false

    /// - Parameter work: what the device does until the fence signals.
    public init(_ machine: Machine, _ work: @escaping @Sendable () -> Void) {
        self.machine = machine
        self.work = work
    }

    /// `dma_fence_is_signaled`
    public var isSignaled: Bool { machine.atomically { signaled } }

    /// The device finishes (`dma_fence_signal`).
    public func signal() {
        let work = machine.atomically {
            defer { self.work = nil }
            return self.work
        }
        // Nobody's call, whoever waits for it.
        CallFrame.$current.withValue(nil) { work?() }
        machine.atomically { signaled = true }
    }

    /// Waits until it signals (`dma_fence_wait`): lets the device finish. A signal that is pending comes first.
    ///
    /// - Returns: 0, or -ERESTARTSYS when it was interrupted.
    public func wait() -> Status {
        if isSignaled { return 0 }
        if !machine.has(.deviceWaitUnderAtomicUnreported) { machine.mightSleep("dma_fence_wait") }
        if let process = machine.current, process.hasPendingSignal, !machine.has(.waitsIgnoreSignals) {
            if !machine.has(.interruptedWaitKeepsSignal) { process.hasPendingSignal = false }
            return machine.has(.interruptedWaitSucceeds) ? 0 : -Linux.ERESTARTSYS
        }
        signal()
        return 0
    }
}
