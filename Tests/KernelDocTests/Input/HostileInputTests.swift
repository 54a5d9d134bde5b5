import Foundation
import Testing

@testable import KernelDoc

@Suite("Hostile input")
struct HostileInputTests {
    private static let names = ["a.c", "a.md", "a.rst", "a.patch"]

    /// A generator with a fixed seed: the same inputs on every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let source = """
        /**
         * DOC: rules
         *
         * 1. Open &struct pool, see @flags and %MAX:
         *    - ``code`` and *stars*
         *
         * Interface::
         *
         *   int get(struct pool *p);
         */
        /**
         * get() - take a page
         * @p: from where
         *
         * +---+----+
         * | a | it |
         * +---+----+
         *
         * .. note:: Never so.
         *
         * Return: 0 or -EIO
         */
        int get(struct pool *p) { }

        """

    @Test("Any change of bytes is read without a trap, and leaves a sound prose", arguments: names)
    func mutations(name: String) {
        var random = Generator(state: 42)
        let texts = [Self.source, plainPatch, "# T\n\n- a `b` [c](d \"e\")\n\n```\nx\n```\n\n> q\n"].map {
            Array($0.utf8)
        }
        for round in 0..<150 {
            var text = texts[round % texts.count]
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<text.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: text[place] = UInt8.random(in: 0...255, using: &random)
                case 1: text.remove(at: place)
                case 2:
                    text.insert(
                        contentsOf: Array("\n `*_:[](){}<>|+-=.@%&\\/#".utf8).shuffled(using: &random).prefix(3),
                        at: place)
                case 3:
                    text.insert(
                        contentsOf: text[place..<min(text.count, place + 40)],
                        at: Int.random(in: 0...place, using: &random))
                default: text.removeSubrange(place..<min(text.count, place + 30))
                }
                if text.isEmpty { text = [0x0A] }
            }
            for side in DocumentReader.Side.allCases {
                let reading = DocumentReader(options: .init(side: side)).read(text, named: name)
                for document in reading.documents {
                    let violations = document.prose.violations
                    #expect(
                        violations.isEmpty, "round \(round): \(violations) in \(String(decoding: text, as: UTF8.self))")
                }
            }
        }
    }

    private static let pieces = [
        "`", "``a ", "`a", "[", "![", "[a](", "<", "*a ", "**a ", "_", "a_ ", "&", "\\", "- ", "* - ", "> ", "1. ", "|",
        "| ",
        "/**\n", "/**\n * @a: b\n", " * @a: ", "@", ":a:`b", "::\n", "a::\n", ".. a::\n", ".. note:: ", "+--+\n",
        "== ==\n", "a\n==\n",
        "a\n  b\n", "a:\n  b\n", "a:\n", "Returns:\n\n", "x\n\n\n\n", "@a b\n * @c d\n", "-\n", "%A ", "{", "(", "a()",
        "\n", " ", "\t", "\0", "\u{80}", "x", "```\n", "@@ -1 +1 @@\n",
        "diff --git a/a b/a\n", "--- a/a.c\n+++ b/a.c\n@@ -1,9 +1,9 @@\n", "0 a\n", ":a: b\n", "[1] a\n",
        "a:\nint f(int a,\n",
        "From a Mon Jan 1 00:00:00 2020\n", "EXPORT_SYMBOL(", "struct a {\n",
    ]

    /// Four times the bytes may take four times as long, and some more; what is quadratic takes sixteen times as long.
    @Test("Time grows with the length and with nothing else", arguments: pieces)
    func linear(piece: String) {
        for name in Self.names {
            // Only what takes long at all can be told from chance.
            guard Self.seconds(piece, 16_000, name) > 0.05 else { continue }
            let short = (0..<3).map { _ in Self.seconds(piece, 4_000, name) }.min() ?? 0
            let long = (0..<3).map { _ in Self.seconds(piece, 16_000, name) }.min() ?? 0
            #expect(long < max(0.05, 10 * short), "\(name): \(short) s, then \(long) s")
        }
    }

    @Test("A table of many columns takes time in proportion to its bytes")
    func wideTables() {
        func seconds(_ size: Int) -> Double {
            let border = String(repeating: "= ", count: size / 4)
            let cells = String(repeating: "abcd", count: size / 8)
            return Self.seconds(Array("\(border)\n\(cells)\n\(border)\n".utf8), "a.rst")
        }
        guard seconds(160_000) > 0.05 else { return }
        let short = (0..<3).map { _ in seconds(40_000) }.min() ?? 0
        let long = (0..<3).map { _ in seconds(160_000) }.min() ?? 0
        #expect(long < max(0.05, 10 * short), "\(short) s, then \(long) s")
    }

    @Test("A patch that adds many comments takes time in proportion to their number")
    func manyItems() {
        func seconds(_ count: Int) -> Double {
            let items = (0..<count).map { "+/**\n+ * ring\($0)() - fills it\n+ */\n+int ring\($0)(void);\n" }
            let head = "--- a/a.h\n+++ b/a.h\n@@ -0,0 +1,\(4 * count) @@\n"
            return Self.seconds(Array((head + items.joined()).utf8), "a.patch")
        }
        let short = (0..<3).map { _ in seconds(1000) }.min() ?? 0
        let long = seconds(4000)
        #expect(long < max(0.05, 10 * short), "\(short) s, then \(long) s")
    }

    private static func seconds(_ piece: String, _ size: Int, _ name: String) -> Double {
        let body = String(repeating: piece, count: size / piece.utf8.count)
        let text = name == "a.c" ? "/**\n * f() - x\n * \(body)\n */\nint f(void);\n" : body
        return seconds(Array(text.utf8), name)
    }

    /// The processor time that reading takes.
    private static func seconds(_ text: [UInt8], _ name: String) -> Double {
        let start = processorTime()
        let reading = DocumentReader().read(text, named: name)
        #expect(reading.documents.allSatisfy { $0.prose.bytes.count <= 4 * text.count })
        return processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
