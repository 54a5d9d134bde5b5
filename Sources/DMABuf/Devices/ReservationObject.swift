/// The fences that a buffer's users must wait for (`struct reservation_object`).
public final class ReservationObject: @unchecked Sendable {
    private let machine: Machine
    /// `resv->lock`
    public let lock = KernelMutex(.reservationLock)
    private var exclusive: Fence?
    private var shared: [Fence] = []

    public init(_ machine: Machine) { self.machine = machine }

    /// Sets the fence of whoever writes (`reservation_object_add_excl_fence`).
    public func setExclusive(_ fence: Fence) {
        lock.hold(on: machine) { machine.atomically { exclusive = fence } }
    }

    /// Adds the fence of somebody who reads (`reservation_object_add_shared_fence`).
    public func addShared(_ fence: Fence) {
        lock.hold(on: machine) {
            machine.atomically {
                shared.removeAll(where: \.isSignaled)
                shared.append(fence)
            }
        }
    }

    /// Waits for devices that write and, before an access by which the CPU may write, for those that read
    /// (`reservation_object_wait_timeout_rcu`).
    ///
    /// - Returns: 0, or -ERESTARTSYS when a signal came first.
    func wait(for direction: DMADataDirection) -> Status {
        let waitsForReaders = direction.reachesDevice && !machine.has(.readersAreNotWaitedFor)
        let fences = machine.atomically { (exclusive.map { [$0] } ?? []) + (waitsForReaders ? shared : []) }
        for fence in fences where !fence.isSignaled && !machine.has(.devicesAreNotWaitedFor) {
            let status = fence.wait()
            guard status == 0 else { return status }
        }
        return 0
    }

    /// Waits for those who read alone; a fault of exporters.
    func waitForReaders() {
        for fence in machine.atomically({ shared }) { _ = fence.wait() }
    }

    /// Whether any fence has not signaled yet.
    public var isBusy: Bool {
        machine.atomically { ([exclusive].compactMap { $0 } + shared).contains { !$0.isSignaled } }
    }
}
