#if MUTANTS
    import Foundation

    /// The faults whose switches a machine came past.
    final class AskedFaults: @unchecked Sendable {
        private let lock = NSLock()
        private var faults: Set<Fault> = []

        func insert(_ fault: Fault) { lock.withLock { _ = faults.insert(fault) } }

        var all: Set<Fault> { lock.withLock { faults } }
    }
#endif
