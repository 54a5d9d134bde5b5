import Testing

@testable import KernelDoc

@Suite("Prose writer")
struct ProseWriterTests {
    private func folded(_ text: String) -> String {
        var writer = ProseWriter()
        writer.begin(Prose.Block(kind: .markdown))
        writer.beginUnit(.listItem, line: 1)
        Array(text.utf8).withUnsafeBufferPointer { writer.append($0) }
        _ = writer.endUnit()
        return String(decoding: writer.finish().bytes, as: UTF8.self)
    }

    @Test(
        "White space is folded wherever it stands among eight bytes",
        arguments: [" ", "  ", "\t", " \t ", "\n", "   \n"])
    func folding(space: String) {
        for length in 1...20 {
            let word = String(repeating: "w", count: length)
            #expect(folded("\(word)\(space)end\(space)of it\(space)") == "\(word) end of it")
            #expect(folded("\(word)\u{E9}~\(space)\u{E9}!") == "\(word)\u{E9}~ \u{E9}!")
        }
    }

    @Test("The apostrophe of a word processor within a word is the plain one; as a quotation mark it stays")
    func apostrophes() {
        #expect(folded("It can\u{2019}t end, and doesn\u{2019}t.") == "It can't end, and doesn't.")
        #expect(
            folded("\u{2019}tis the drivers\u{2019} \u{2018}end\u{2019}")
                == "\u{2019}tis the drivers\u{2019} \u{2018}end\u{2019}")
        #expect(folded("caf\u{E2}\u{2019}s \u{2013} a\u{2026}b") == "caf\u{E2}\u{2019}s \u{2013} a\u{2026}b")
        for length in 0...9 {
            let word = String(repeating: "w", count: length)
            #expect(folded("\(word) won\u{2019}t\u{2019}") == (length > 0 ? "\(word) " : "") + "won't\u{2019}")
        }
    }

    @Test("A character that cannot be printed is found wherever it stands among eight bytes")
    func unprintable() {
        for length in 0...20 {
            let word = String(repeating: "w", count: length)
            #expect(folded("\(word)\u{7F}end of it") == "\(word)\u{FFFD}end of it")
        }
    }
}
