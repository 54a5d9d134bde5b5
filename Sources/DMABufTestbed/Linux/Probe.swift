import ClauseTesting
import Foundation

/// An open file of the probe (`Linux/probe/specgen_probe.h`): one world in the kernel that the tests run on.
///
/// Closing it gives back in the kernel whatever the world still holds.
final class Probe: Sendable {
    static let path = "/dev/specgen-probe"

    let descriptor: Int32
    /// What a callback that returns -ERESTARTSYS sends: handled by nothing, and restarts the call that it interrupts.
    private static let takesSignals: Void = {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        action.sa_flags = SA_RESTART
        sigaction(SIGUSR2, &action, nil)
    }()

    /// Lets that signal reach the calling thread: those that run tests block every one.
    static func unblockSignals() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGUSR2)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// - Throws: `ProbeFailure` when there is no probe, or one of another version.
    init() throws {
        _ = Self.takesSignals
        descriptor = open(Self.path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ProbeFailure("cannot open \(Self.path): \(Self.words(errno)); load the module built from Linux/probe")
        }
        let version = try step(.hello)[0]
        guard version == 2 else {
            throw ProbeFailure("the probe's version is \(version), and this testbed needs 2: build Linux/probe anew")
        }
    }

    deinit { close(descriptor) }

    /// What the probe is asked for, in the order of `enum specgen_step_name`.
    enum Step: UInt32 {
        case hello, export, fd, get, put, attach, detach, map, unmap, begin, end, vmap, vunmap, load, store
        case deviceLoad, deviceStore, returns, sleeps, who, records, overlaps, spend, lock, waiters, unlock, zap
        case fence, fenceDone, mmapOffset
    }

    /// What came back: what the kernel answered, and up to four numbers.
    struct Answer {
        /// 0, a positive value, or a negative error code.
        var status: Int32
        fileprivate var values: (UInt64, UInt64, UInt64, UInt64)

        subscript(index: Int) -> UInt64 {
            switch index {
            case 0: values.0
            case 1: values.1
            case 2: values.2
            default: values.3
            }
        }
    }

    /// `struct specgen_step`
    private struct Message {
        var step: UInt32
        var status: Int32 = 0
        var values: (UInt64, UInt64, UInt64, UInt64)
    }

    /// `SPECGEN_PROBE_STEP`, which is `_IOWR('S', 0x51, struct specgen_step)`.
    private static let command: UInt = 3 << 30 | UInt(MemoryLayout<Message>.size) << 16 | 0x53 << 8 | 0x51

    /// Takes a step.
    ///
    /// - Throws: `NotObservable` for what would stop this kernel, `ProbeFailure` for what the probe does not understand.
    @discardableResult
    func step(_ step: Step, _ values: UInt64...) throws -> Answer {
        let given = values + Array(repeating: 0, count: 4 - values.count)
        var message = Message(step: step.rawValue, values: (given[0], given[1], given[2], given[3]))
        while ioctl(descriptor, Self.command, &message) != 0 {
            switch errno {
            case EINTR: continue
            case EPERM: throw NotObservable("Linux stops (BUG) at \(step) here, so this is not tried")
            case let code: throw ProbeFailure("the probe refuses \(step)\(values): \(Self.words(code))")
            }
        }
        return Answer(status: message.status, values: message.values)
    }

    /// `enum specgen_lock`
    enum Lock: UInt64 {
        case buffer, reservation

        /// Nil for a lock that the probe does not know.
        init?(_ lock: DMABufTestbed.Lock) {
            switch lock {
            case .bufferLock: self = .buffer
            case .reservationLock: self = .reservation
            default: return nil
            }
        }
    }

    // MARK: - Records

    /// `struct specgen_record`: a call that reached a callback.
    struct Record {
        var callback: UInt32 = 0
        var locks: UInt32 = 0
        var who: UInt64 = 0
        var direction: Int64 = 0
        var address: UInt64 = 0
        var offset: UInt64 = 0
        var length: UInt64 = 0
    }

    /// The calls that reached callbacks so far, in order.
    func records() throws -> [Record] {
        let count = Int(try step(.records, 0, 0)[0])
        var records = [Record](repeating: Record(), count: count)
        guard count > 0 else { return [] }
        let filled = try records.withUnsafeMutableBytes { bytes in
            try step(.records, UInt64(UInt(bitPattern: bytes.baseAddress)), UInt64(count))[0]
        }
        return Array(records.prefix(Int(filled)))
    }

    /// Whether a buffer of this kernel has a lock.
    func has(_ lock: Lock) throws -> Bool { try step(.hello)[1] & 1 << lock.rawValue != 0 }

    static func words(_ code: Int32) -> String { "\(Errno(rawValue: code))" }
}
