import Foundation
import KernelDoc
import Testing

@testable import Clauses

/// Text that no person wrote must not take more time than its length asks for.
@Suite("Growth of the work with the text")
struct GrowthTests {
    private static let pieces = [
        "and ", "that ", "which ", "if it ", "must ", "must not be ", "is called by ", "the driver ", "foo() ", "foo(",
        "foo(a, ", "(", ") ", "[", "a, ", "a; ", "a: ", "- ", "-", "--", "a-", "a.", ". ", "...", "e.g. ", "`", "'",
        "a's ",
        "\"", "-EINVAL ", "-E", "0", "0x", "A", "x", "/", "a/", "->", "a->", "::", "=", "\u{2014}", "\u{FFFD}", "not ",
        "at most 2 ", "before after ", "to ", "of the ", "neither nor ", "only ",
    ]

    /// Four times the bytes may take four times as long, and some more; what is quadratic takes sixteen times as long.
    @Test("Four times the text takes about four times the time", arguments: pieces)
    func linear(piece: String) {
        // Only what takes long at all can be told from chance.
        guard Self.seconds(piece, 24_000) > 0.1 else { return }
        let short = (0..<3).map { _ in Self.seconds(piece, 6_000) }.min() ?? 0
        let long = (0..<3).map { _ in Self.seconds(piece, 24_000) }.min() ?? 0
        #expect(long < max(0.1, 10 * short), "\(short) s, then \(long) s")
    }

    @Test(
        "A literal block in which no prototype ends takes time in proportion to its lines",
        arguments: ["aa\n", "a b(\n", "a b(c, \n", "a b\n(", "a b()\n\n", "a *\n"])
    func literals(piece: String) {
        guard Self.seconds(piece, 96_000, .literal) > 0.1 else { return }
        let short = (0..<3).map { _ in Self.seconds(piece, 24_000, .literal) }.min() ?? 0
        let long = (0..<3).map { _ in Self.seconds(piece, 96_000, .literal) }.min() ?? 0
        #expect(long < max(0.1, 10 * short), "\(short) s, then \(long) s")
    }

    /// The processor time of this thread, so that others on the machine do not count.
    private static func seconds(_ piece: String, _ size: Int, _ role: Prose.Role = .paragraph) -> Double {
        let bytes = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
        let prose = Prose(
            bytes: bytes, units: [.init(role: role, range: 0..<bytes.count, block: 0)],
            blocks: [.init(kind: .markdown)], lineMarks: [.init(offset: 0, line: 1)])
        let start = processorTime()
        let clauses = ClauseExtractor().clauses(in: Document(file: "a.md", prose: prose))
        #expect(clauses.allSatisfy { $0.text.utf8.count <= bytes.count })
        return processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
