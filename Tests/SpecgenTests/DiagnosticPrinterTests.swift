import KernelDoc
import Testing

@testable import specgen

@Suite("Messages")
struct DiagnosticPrinterTests {
    let printer = DiagnosticPrinter(style: Style(isColored: false))

    @Test("A message names file, line and column, shows the line with a caret, and says what to do")
    func everything() {
        let text = printer.text(
            for: Diagnostic(
                .error, file: "a.yaml", line: 12, column: 3, message: "unknown key", advice: "remove it",
                excerpt: "\tbad: 1"))
        #expect(
            text == """
                a.yaml:12:3: error: unknown key
                  12 |  bad: 1
                     |   ^
                  help: remove it

                """)
    }

    @Test("A message about a whole file has no line, one about the call no file")
    func places() {
        #expect(printer.text(for: Diagnostic(.warning, file: "a.c", message: "m")) == "a.c: warning: m\n")
        #expect(printer.text(for: Diagnostic(.error, file: "", message: "m")) == "specgen: error: m\n")
    }

    @Test("For a terminal, a message and its advice are broken between words")
    func wrapped() {
        let printer = DiagnosticPrinter(style: Style(isColored: true), width: 40)
        let words = String(repeating: "a ring is full ", count: 10)
        let text = printer.text(for: Diagnostic(.error, file: "a.c", line: 1, message: words, advice: words))
        let plain = text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 40 })
        #expect(plain.split(whereSeparator: \.isWhitespace).count { $0 == "ring" } == 20)
    }

    @Test("Of a very long line only the part around the column is shown")
    func longLine() {
        let line = String(repeating: "x", count: 1_000_000)
        let text = printer.text(
            for: Diagnostic(.error, file: "a.c", line: 1, column: 500_000, message: "m", excerpt: line))
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count < 200 })
        #expect(lines[1].contains("…x") && lines[1].contains("x…"))
        #expect(lines[2].last == "^")
    }

    @Test(
        "A column that lies outside of the line is shown at its end",
        arguments: [(0, 0), (1, 1), (4, 4), (99, 4)])
    func columns(_ column: Int, _ shown: Int) {
        let text = printer.text(
            for: Diagnostic(.error, file: "a.c", line: 1, column: column, message: "m", excerpt: "abc"))
        let caret = text.split(separator: "\n").last.map { $0.count - "    | ".count }
        #expect(shown == 0 ? !text.contains("^") : caret == shown)
    }

    @Test(
        "What a terminal would obey is made visible",
        arguments: [0x1B, 0x7, 0x9B, 0x202E, 0x0, 0xD, 0x7F, 0x2028])
    func controls(_ code: UInt32) throws {
        let control = Character(try #require(Unicode.Scalar(code)))
        let text = printer.text(
            for: Diagnostic(
                .error, file: "f\(control)", line: 1, column: 1, message: "m\(control)", advice: "a\(control)",
                excerpt: "e\(control)"))
        #expect(!text.unicodeScalars.contains { $0.value == code })
    }

}
