import Foundation

/// Where results go. A command makes its result whole and writes it in one go, so nothing interleaves with it.
enum StandardOutput {
    /// - Throws: `Failure` when not all of it could be written (a full disk).
    static func write(_ bytes: [UInt8]) throws(Failure) {
        guard let problem = writeAll(bytes, to: STDOUT_FILENO) else { return }
        // With the signal blocked by whoever started the program, a closed pipe shows up here.
        if problem == EPIPE { exit(128 + SIGPIPE) }
        throw Failure(
            "cannot write to standard output: \(systemMessage(problem))",
            advice: "the output is incomplete; free some space or write it elsewhere, and run the command again")
    }

    static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }
}

/// Writes every byte, however often the system takes only a part. Returns the error number, or nil when all is written.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
        var offset = 0
        while offset < buffer.count {
            let count = write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            offset += count
        }
        return nil
    }
}
