import Foundation
import PlainText
import Testing

@Suite("Text of unknown origin") struct InertTextTests {
    @Test(
        "What would be obeyed is shown instead",
        arguments: [
            ("plain, naïve, 文档, 🙂", "plain, naïve, 文档, 🙂"),
            ("\u{1B}[31mred\u{1B}]0;title\u{7}", "␛[31mred␛]0;title␇"),
            ("\u{7F}", "<U+7F>"),
            ("right\u{202E}left\u{2066}", "right<U+202E>left<U+2066>"),
            ("hid\u{200B}den\u{AD}\u{FEFF}", "hid<U+200B>den<U+AD><U+FEFF>"),
            ("one\u{2028}two\u{85}three", "one<U+2028>two<U+85>three"),
            ("by agreement only \u{E000}, reserved \u{E0080}", "by agreement only <U+E000>, reserved <U+E0080>"),
        ])
    func inert(_ text: String, shown: String) {
        #expect(InertText.line(text) == shown)
        #expect(InertText.lines(text) == shown)
    }

    @Test("On one line, breaks and tabs are spaces; on several, breaks stay")
    func breaks() {
        #expect(InertText.line("a\nb\tc\r\nd") == "a b c  d")
        #expect(InertText.lines("a\nb\tc\rd") == "a\nb c d")
    }

    @Test("Nothing is active in what it gives, whatever it is given, and nothing is changed twice")
    func fixed() {
        for page in UInt32(0)..<0x1100 {
            let scalars = (page << 8..<(page + 1) << 8).compactMap(Unicode.Scalar.init)
            let inert = InertText.line(String(String.UnicodeScalarView(scalars)))
            #expect(inert.unicodeScalars.allSatisfy { !$0.isActive } && InertText.line(inert) == inert)
        }
    }

    @Test("JSON says the same with every active character escaped")
    func json() throws {
        let texts = ["\u{1B}[2J", "\u{202E}evil", "\u{E0001}", "a/b \"c\" \\ é"]
        let json = try InertText.json(encoding: texts)
        #expect(json.unicodeScalars.allSatisfy { !$0.isActive || $0 == "\n" })
        #expect(json.contains(#"\u202e"#) && json.contains(#"\udb40\udc01"#) && json.contains("a/b"))
        #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == texts)
    }
}
