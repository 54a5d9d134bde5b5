/// Gathers what is wrong with one file, up to a number that a person would read.
struct DiagnosticCollector {
    private static let most = 10_000

    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String) { self.file = file }

    mutating func add(
        _ severity: Diagnostic.Severity, line: Int, _ message: @autoclosure () -> String, advice: String? = nil,
        excerpt: [UInt8]? = nil
    ) {
        guard diagnostics.count < Self.most || severity == .error && diagnostics.count < 2 * Self.most else { return }
        let shown = excerpt.map { String(decoding: $0.prefix(200), as: UTF8.self) }
        diagnostics.append(
            Diagnostic(severity, file: file, line: line, message: message(), advice: advice, excerpt: shown))
    }
}
