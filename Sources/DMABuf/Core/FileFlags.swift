/// Flags of an open file or of a descriptor (`O_…`), an `int` in C.
public struct FileFlags: OptionSet, Sendable, Hashable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// `O_RDWR`; without it the file is open for reading only.
    public static let readWrite = FileFlags(rawValue: 0o2)
    /// `O_CLOEXEC`: the descriptor does not survive `exec`.
    public static let closeOnExec = FileFlags(rawValue: 0o2000000)
}
