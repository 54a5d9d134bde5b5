import Foundation

/// A mutex of the kernel (`struct mutex`): one holder, waiting sleeps, and taking it twice is a bug that is
/// reported instead of hanging.
public final class KernelMutex: @unchecked Sendable {
    public let name: LockName
    private let mutex = NSLock()

    init(_ name: LockName) { self.name = name }

    /// Runs `body` with the mutex held (`mutex_lock`, `mutex_unlock`).
    func hold<Result>(on machine: Machine, _ body: () throws -> Result) rethrows -> Result {
        if !machine.has(.mutexUnderAtomicUnreported) { machine.mightSleep("mutex_lock(\(name.rawValue))") }
        machine.takeContention(name)?()
        if CallFrame.current?.threadHolds(self) ?? false {
            machine.checker.report(.bug, .lock(name), "\(name.rawValue) is taken twice: this would never return")
            return try body()
        }
        mutex.lock()
        defer { mutex.unlock() }
        return try machine.push("", .holding(self), body)
    }
}
