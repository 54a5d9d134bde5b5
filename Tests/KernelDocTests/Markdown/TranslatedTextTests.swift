import Testing

@testable import KernelDoc

@Suite("Translated text, read without cmark")
struct TranslatedTextTests {
    /// Pieces of reST, put together at random: what begins and ends blocks, lists and inline markup, and what looks so.
    private static let pieces = [
        "word", "Two words", " ", "  ", "    ", "\n", "\n\n", "\n  ", "\n    ", "\n\n    ", "- ", "* ", "1. ", "2) ",
        "a. ",
        "\\ ", "\\*", "``code``", "`role`", "``a`` ``b``", "``a````b``", "`` x ``", "``open", "`", "``", "*stress*",
        "**strong**", "*", "**", "::\n\n", ":", "::", ":c:func:`call`", "`text <target>`_", "Title\n=====\n", "|", "_",
        "#", "# ",
        "```", "```\n", "> ", "<b>", "&amp;", "&name", "%NULL", "@arg", "10. ", "\\ 1. ", "-", "=", "---\n", "\t",
        "x = 1;\n",
        ".. note:: ", ".. code-block:: c\n\n   ", ":field: ", "+---+\n| a |\n+---+\n", "| line\n", "é", "\u{1}", "\r",
        "0 - no\n",
    ]

    @Test("Any reST is read as cmark reads what it is translated to", arguments: 0..<40)
    func readsAsCMarkDoes(seed: Int) {
        var generator = Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        for round in 0..<100 {
            let count = Int.random(in: 1...40, using: &generator)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
            var translator = ReSTTranslator(isKernelDoc: round % 2 == 0)
            var written = ProseWriter()
            written.begin(Prose.Block(kind: .doc))
            Array(text.utf8).withUnsafeBufferPointer { translator.write($0, first: .parameter, to: &written) }
            var expected = ProseWriter()
            expected.begin(Prose.Block(kind: .doc))
            translator.output.write(to: &expected, first: .parameter)
            #expect(written.finish() == expected.finish(), "\(text.debugDescription)")
        }
    }

    /// The same numbers on each run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
