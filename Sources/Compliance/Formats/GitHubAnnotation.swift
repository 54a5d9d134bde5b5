import KernelDoc
import PlainText

/// A workflow command of GitHub that marks lines of a file: one line, which nothing in its text ends early.
public struct GitHubAnnotation: Sendable, Equatable, CustomStringConvertible {
    public var severity: Diagnostic.Severity
    public var source: SourceLocation
    /// Where it begins in its line, in characters from 1; nil where the lines as such are meant. GitHub takes one only
    /// with a single line.
    public var column: Int?
    public var title: String
    /// May have several lines.
    public var message: String

    public init(_ severity: Diagnostic.Severity, at source: SourceLocation, title: String, message: String) {
        self.severity = severity
        self.source = source
        self.title = title
        self.message = message
    }

    public var description: String {
        let (line, end) = (max(1, source.line), max(1, source.line, source.endLine))
        let column = column.flatMap { line == end ? ",col=\($0)" : nil } ?? ""
        let place = "file=\(property(source.file)),line=\(line),endLine=\(end)\(column)"
        let command = severity == .note ? "notice" : severity.rawValue
        return "::\(command) \(place),title=\(property(title))::\(data(message))"
    }

    /// Percent signs and line breaks end a command early.
    private func data(_ text: String) -> String {
        InertText.lines(text).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    /// In a property, colons and commas do, too.
    private func property(_ text: String) -> String {
        data(InertText.line(text)).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
