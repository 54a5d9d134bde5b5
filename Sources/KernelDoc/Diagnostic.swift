/// What a reader has to say about its input; reading goes on after a warning.
public struct Diagnostic: Sendable, Equatable, Error {
    /// How bad it is: only an error makes an input unusable, or a part of it.
    public enum Severity: String, Sendable, Codable { case note, warning, error }

    /// How the message begins that a function's parameter is described and not declared: in kernel-doc's words.
    public static let excessParameter = "Excess function parameter"

    /// How bad it is.
    public var severity: Severity
    /// The file as it was named, or as a patch names it; empty when the call as a whole is meant.
    public var file: String
    /// From 1; 0 when the whole file is meant.
    public var line: Int
    /// In bytes, from 1; 0 when the whole line is meant.
    public var column: Int
    /// What is wrong.
    public var message: String
    /// What to do about it, or nil when the message says it.
    public var advice: String?
    /// The line itself, for display, or nil.
    public var excerpt: String?

    public init(
        _ severity: Severity, file: String, line: Int = 0, column: Int = 0, message: String,
        advice: String? = nil, excerpt: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice
        self.excerpt = excerpt
    }
}
