import Foundation
import Testing

@testable import KernelDoc

/// A small generator with a seed, so that a failing input can be made again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private let sample = """
    /**
     * struct pond - water with ducks
     * @depth: in metres
     * @shore.reed: grows at the edge
     *
     * Context: any.
     */
    struct pond {
    	unsigned depth:4, unused[2 + 1];
    	struct { int reed, *sand; } shore, other[3];
    	union { /** @warm: in summer */ bool warm; };
    	DECLARE_BITMAP(ducks, 64) __aligned(8);
    	struct_group(grouped, int a; int b;);
    	/**
    	 * @drain: lets the water out
    	 */
    	int (*drain)(struct pond *pond, int speed) __attribute__((noreturn));
    	/* private: */
    	int secret; /* public: */ int known;
    #ifdef CONFIG_DUCK
    	int duck;
    #endif
    };
    /**
     * enum duck_mood - how a duck feels
     * @CALM: it sits
     */
    enum duck_mood { CALM = 1, LOUD = BIT(2) };
    /**
     * duck_feed() - feeds
     * @...: all
     */
    static inline __must_check int *duck_feed(struct duck *duck, ...) { }
    /**
     * sys_duck - a call
     */
    SYSCALL_DEFINE2(duck, int, fd, void __user *, p) { }
    /**
     * duck_event - an event
     */
    TRACE_EVENT(duck_event, TP_PROTO(struct duck *duck), TP_ARGS(duck));
    /**
     * duck_each - a macro
     */
    #define duck_each(pos, args...) \\
    	for (;;)
    /**
     * typedef duck_fn - called
     */
    typedef int (*duck_fn)(struct duck *duck);
    /**
     * DOC: ducks
     *
     * They swim.
     */

    """

struct RobustnessTests {
    /// Both readings must end; what they hold must lie within the text.
    private func check(_ bytes: [UInt8]) {
        let lineCount = bytes.count { $0 == 0x0A } + 1
        let reading = CReader().read(bytes, file: "sample.c")
        check(reading, lineCount)
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
            CFragment.Line(bytes: Array($1), number: $0 + 1)
        }
        for heading in ["", "struct pond {"] {
            check(
                CReader().read(CFragment(lines: lines, heading: Array(heading.utf8)), file: "sample.c"), lineCount)
        }
    }

    private func check(_ reading: CReading, _ lineCount: Int) {
        for item in reading.items {
            #expect((1...lineCount).contains(item.line))
            #expect(item.parameters.allSatisfy { (0...lineCount).contains($0.line) })
            #expect(item.sections.allSatisfy { (1...lineCount).contains($0.line) })
        }
        #expect(reading.diagnostics.allSatisfy { (1...lineCount).contains($0.line) })
    }

    @Test("Bytes that were changed, lost, doubled or moved end in items and diagnostics", arguments: 0..<8)
    func mutations(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let alphabet = Array("/**/ \n\t@.:;,(){}[]#\\\"*structenumunion_0\u{0}\r".utf8) + [0xFF, 0xC3, 0x80]
        let original = Array(sample.utf8)
        for _ in 0..<60 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] = alphabet.randomElement(using: &random) ?? 0
                case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
                case 2: bytes.removeSubrange(place..<end)
                case 3:
                    bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
                default: bytes.removeSubrange(end...)
                }
            }
            check(bytes)
        }
    }

    @Test("Every prefix of a file is read, and so is every suffix")
    func cuts() {
        let bytes = Array(sample.utf8)
        for length in stride(from: 0, through: bytes.count, by: 7) {
            check(Array(bytes.prefix(length)))
            check(Array(bytes.suffix(length)))
        }
    }

    @Test("Random tokens of C and kernel-doc are read", arguments: 0..<4)
    func tokens(seed: Int) {
        var random = SplitMix(state: UInt64(1000 + seed))
        let words = [
            "/**\n", " * ", " */\n", "\n", "@a: ", "@a.b:", "struct ", "union ", "enum ", "typedef ", "x", " ", "{",
            "}",
            ";", ",", "(", ")", "[", "]", "*", "#define ", "#if ", "__attribute__((", "))", "__aligned(", "private: ",
            "public: ", "/* ", "*/", "struct_group(", "DECLARE_BITMAP(", "SYSCALL_DEFINE1(", "TRACE_EVENT(",
            "TP_PROTO(",
            "...", ":3", " - ", "Return: ", "DOC: ", "f() - g", "__printf(1, 2) ", "\\\n", "//", "/** @m: n */\n",
        ]
        for _ in 0..<100 {
            var text = "/**\n * struct s - t\n */\nstruct s {"
            if Bool.random(using: &random) { text = "/**\n * " }
            for _ in 0..<Int.random(in: 0...80, using: &random) { text += words.randomElement(using: &random) ?? "" }
            check(Array(text.utf8))
        }
    }

    @Test(
        "Time does not grow faster than the text",
        arguments: [
            ("/**\n", ""), ("/**", ""), ("@a: ", "/**\n * f - g\n * "), (" * @a: \n", "/**\n * f - g\n"),
            ("{", "/**\n * struct s - t\n */\nstruct s {"), ("struct {", "/**\n * struct s - t\n */\nstruct s {"),
            ("}", "/**\n * struct s - t\n */\nstruct s {"),
            ("struct { int a; } x, y; ", "/**\n * struct s - t\n */\nstruct s {"),
            ("(", "/**\n * f - g\n */\nint f("), (",", "/**\n * f - g\n */\nint f("),
            ("a, ", "/**\n * f - g\n */\nint f("),
            ("struct", "/**\n * struct s - t\n */\n"), ("int a, b; ", "/**\n * struct s - t\n */\nstruct s {"),
            ("DECLARE_BITMAP(", "/**\n * struct s - t\n */\nstruct s {"),
            ("struct_group(", "/**\n * struct s - t\n */\nstruct s {"),
            ("__aligned(", "/**\n * struct s - t\n */\nstruct s {"),
            ("__attribute__((", "/**\n * struct s - t\n */\nstruct s {"),
            ("__attribute__((a(", "/**\n * f - g\n */\nint "), ("__printf(", "/**\n * f - g\n */\nint "),
            ("/* private: ", "/**\n * struct s - t\n */\nstruct s {"), ("# if ", "/**\n * enum s - t\n */\nenum s {"),
            ("typedef enum {", "/**\n * enum s - t\n */\n"), ("TRACE_EVENT(", "/**\n * f - g\n */\n"),
            ("* ", "/**\n * f - g\n "), ("x", "/**\n * "), ("\t", "/**\n * f - g\n *"),
            ("[", "/**\n * f - g\n */\nint f("),
            ("a:", "/**\n * struct s - t\n */\nstruct s { int "), ("\\\n", "/**\n * f - g\n */\nint f("),
            ("/*", "/**\n * f - g\n */\nint f("),
        ])
    func linear(unit: String, head: String) {
        /// Of whole units: half of one may end what is read.
        func seconds(_ size: Int) -> Double {
            let body = repeatElement(Array(unit.utf8), count: size / unit.utf8.count).joined()
            let text = Array(head.utf8) + Array(body) + Array("};\n\n".utf8)
            return processorTime { _ = CReader().read(text, file: "long.c") }
        }
        // Only what takes long at all can be told from chance.
        guard seconds(80_000) > 0.1 else { return }
        let short = (0..<3).map { _ in seconds(10_000) }.min() ?? 0
        let long = (0..<3).map { _ in seconds(80_000) }.min() ?? 0
        // Eight times the text takes 64 times as long where time grows with the square of it.
        #expect(long < max(0.1, 24 * short), "\(short) s, then \(long) s")
    }

    /// Seconds of this thread's own work, so that other work on the machine does not count.
    private func processorTime(_ work: () -> Void) -> Double {
        var start = timespec()
        var end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        work()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) * 1e-9
    }
}
