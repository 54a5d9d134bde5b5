/// Why a result cannot be read or written.
public struct ResultError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file of the result, as a path.
    public var file: String
    /// From 1; 0 when the whole file is meant.
    public var line: Int
    /// What is wrong with it.
    public var message: String

    public init(file: String, line: Int = 0, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
