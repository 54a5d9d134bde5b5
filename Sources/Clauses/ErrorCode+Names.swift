import Promises

extension ErrorCode {
    /// Other names of the same numbers, and names of a few subsystems' own.
    static let aliases = [
        "EWOULDBLOCK", "EDEADLOCK", "ENOTSUP", "EFSCORRUPTED", "EFSBADCRC", "ERESTART_RESTARTBLOCK",
    ]

    /// Whether a name, without its minus sign, stands for any code: `ERRNO`, `ERROR_CODE`, `EERROR`, `EXXX`, `EFOO`.
    static func isPlaceholder(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        name.starts(with: "ERR".utf8) || name.starts(with: "EERR".utf8) || name.dropFirst().starts(with: "XX".utf8)
            || name.reversed().starts(with: "OOF".utf8)
    }
}
