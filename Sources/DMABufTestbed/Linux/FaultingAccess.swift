import Foundation

/// Reads and writes bytes of this process that may not be there: the kernel moves them, and says so when it faults.
final class FaultingAccess: Sendable {
    private let pipe: (reading: Int32, writing: Int32)
    private let lock = NSLock()

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else { throw ProbeFailure("cannot make a pipe: \(Probe.words(errno))") }
        pipe = (ends[0], ends[1])
    }

    deinit {
        close(pipe.reading)
        close(pipe.writing)
    }

    /// The byte at an address; nil when the access faults.
    func load(_ address: UInt) -> UInt8? {
        lock.lock()
        defer { lock.unlock() }
        var value: UInt8 = 0
        guard write(pipe.writing, UnsafeRawPointer(bitPattern: address), 1) == 1 else { return nil }
        return read(pipe.reading, &value, 1) == 1 ? value : nil
    }

    /// Writes a byte to an address; false when the access faults.
    func store(_ value: UInt8, _ address: UInt) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        var value = value
        guard write(pipe.writing, &value, 1) == 1 else { return false }
        if read(pipe.reading, UnsafeMutableRawPointer(bitPattern: address), 1) == 1 { return true }
        // It is still in the pipe.
        _ = read(pipe.reading, &value, 1)
        return false
    }
}
