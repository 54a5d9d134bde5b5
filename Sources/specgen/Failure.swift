import KernelDoc

/// Thrown by a command that cannot go on; the program then says why and exits with 2.
struct Failure: Error {
    var diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// - Parameters:
    ///   - file: what the message is about, or empty when it is about the call as a whole.
    ///   - advice: what to do about it.
    init(_ message: String, file: String = "", advice: String? = nil) {
        diagnostics = [Diagnostic(.error, file: file, message: message, advice: advice)]
    }
}
