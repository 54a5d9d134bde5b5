/// Gathers what is wrong with one file, up to a number that a person would read.
struct DiagnosticCollector {
    private static let most = 10_000

    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    /// Whether anybody reads warnings; otherwise they are only counted.
    private let wordsWarnings: Bool

    init(file: String, wordsWarnings: Bool) {
        self.file = file
        self.wordsWarnings = wordsWarnings
    }

    mutating func add(
        _ severity: Diagnostic.Severity, line: Int, _ message: @autoclosure () -> String, advice: String? = nil,
        excerpt: (some ByteText)? = [UInt8]?.none
    ) {
        guard diagnostics.count < Self.most || severity == .error && diagnostics.count < 2 * Self.most else { return }
        guard wordsWarnings || severity == .error else {
            diagnostics.append(Diagnostic(severity, file: file, line: line, message: ""))
            return
        }
        let shown = excerpt.map { String(decoding: $0.prefix(200), as: UTF8.self) }
        diagnostics.append(
            Diagnostic(severity, file: file, line: line, message: message(), advice: advice, excerpt: shown))
    }
}
