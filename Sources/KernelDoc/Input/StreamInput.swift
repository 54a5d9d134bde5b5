#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An input that can be read once: standard input, or what a shell gives a program in place of a file. What it holds is
/// found by its contents, as it has no name that says so.
public struct StreamInput: Sendable, Equatable {
    /// As messages name it: `<stdin>`, or the path.
    public var name: String
    /// All that it held.
    public var bytes: [UInt8]

    static let standardName = "<stdin>"

    /// Whether an input is one: `-`, `/dev/stdin`, and the `/dev/fd/63` of a process substitution.
    public static func isNamed(_ input: String) -> Bool {
        isStandard(input) || input.hasPrefix("/dev/fd/") || input.hasPrefix("/proc/self/fd/")
    }

    private static func isStandard(_ input: String) -> Bool { ["-", "/dev/stdin", "/dev/fd/0"].contains(input) }

    /// Reads it to its end.
    ///
    /// - Throws: `Diagnostic` when it is not there, or may not or cannot be read.
    public init(reading input: String) throws(Diagnostic) {
        name = StreamInput.isStandard(input) ? StreamInput.standardName : input
        bytes = []
        let descriptor = StreamInput.isStandard(input) ? dup(0) : open(input, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SourceFile.Failure(errno).diagnostic(for: name) }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { SourceFile.readSome(descriptor, $0) }
            guard count >= 0 else { throw SourceFile.Failure(errno).diagnostic(for: name) }
            guard count > 0 else { return }
            bytes += buffer[..<count]
        }
    }

    /// What it held as text, without a byte order mark.
    ///
    /// - Throws: `Diagnostic` with line and column of the first byte that is no UTF-8.
    public func text() throws(Diagnostic) -> String {
        if var invalid = bytes.withUnsafeBytes({ UTF8Check.diagnostic($0, file: name) }) {
            invalid.severity = .error
            invalid.message = "not UTF-8"
            throw invalid
        }
        return bytes.withUnsafeBytes { String(decoding: UTF8Check.withoutMark($0), as: UTF8.self) }
    }
}
