import Foundation
import PlainText
import Testing
@testable import KernelDoc

struct KernelDocJSONTests {
    @Test("Items are written member by member, in the order of the schema")
    func shape() {
        var text = DocText()
        text.bytes = Array("deep\nand wide".utf8)
        text.lines = [3, 4]
        let item = Item(
            kind: .struct, name: "pond", line: 1, purpose: text, prototype: "struct pond { int depth; }",
            parameters: [.init(name: "depth", type: "int", text: text, line: 3), .init(name: "void")],
            sections: [.init(title: "Return", text: text, line: 3)])
        var json = KernelDocJSON()
        json.append(file: "a.c", items: [item], diagnostics: [Diagnostic(.warning, file: "a.c", line: 2, message: "m")])
        #expect(
            String(decoding: json.finished(), as: UTF8.self) == """
                {"schema":"specgen.kernel-doc/1","files":[{"file":"a.c","items":[{"kind":"struct","name":"pond",\
                "line":1,"purpose":"deep and wide","prototype":"struct pond { int depth; }","parameters":[{"name":"depth",\
                "type":"int","text":"deep\\nand wide","line":3},{"name":"void","type":"","text":"no arguments","line":0}],\
                "sections":[{"title":"Return","text":"deep\\nand wide","line":3}]}],"warnings":[{"line":2,"message":"m"}]}]}

                """)
    }

    @Test("JSON is laid out a member a line, and its strings stay as they are")
    func layout() {
        let json = JSONLayout.indented(Array(#"{"a": [1,2], "b":{},"c\"{":[],"d":{"e":"[,: ]\\"}}"#.utf8))
        #expect(
            String(decoding: json, as: UTF8.self) == #"""
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": {},
                  "c\"{": [],
                  "d": {
                    "e": "[,: ]\\"
                  }
                }
                """#)
    }

    @Test(
        "Integers are written as Swift writes them",
        arguments: [0, 7, 10, 1_234_567, 1_000_000, -1, -90, Int.max, Int.min])
    func integers(number: Int) {
        var json = JSONWriter()
        json.integer(number)
        #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
    }

    @Test("Whatever bytes a comment holds, the JSON holds them inert and stays valid")
    func escaping() throws {
        let bytes: [UInt8] = Array("a\"b\\c\u{1B}[31m\u{0}\u{7F}\té\n".utf8) + [0xFF, 0xC3]
        var json = JSONWriter()
        json.beginArray()
        json.string(bytes: bytes)
        json.string("\u{8}\"")
        json.endArray()
        #expect(!json.bytes.contains { $0 < 0x20 || $0 == 0x7F })
        let strings = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
        #expect(strings == ["a\"b\\c\u{1B}[31m\u{0}\u{7F}\té\n\u{FFFD}\u{FFFD}", "\u{8}\""])
    }

    @Test("Characters that act on a terminal are escaped, and their neighbours are not")
    func activeCharacters() throws {
        let text = "\u{80}\u{9B}\u{9F}\u{AD}\u{61C}\u{200B}\u{200F}\u{2028}\u{202E}\u{2060}\u{2069}\u{206F}\u{FEFF}"
        let harmless = "\u{A0}é\u{AC}\u{AE}\u{61B}\u{2010}…\u{202F}‰\u{2070}\u{FEFE}\u{1F600}"
        var json = JSONWriter()
        json.string(text + harmless)
        let written = String(decoding: json.bytes, as: UTF8.self)
        #expect(written.hasSuffix(harmless + "\""))
        #expect(written.hasPrefix("\"\\u0080\\u009b\\u009f\\u00ad\\u061c\\u200b\\u200f\\u2028\\u202e\\u2060"))
        #expect(try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8)) == [text + harmless])
    }

    @Test("Characters of one, two, three and four bytes are judged alike, wherever they are made harmless")
    func everyCharacter() throws {
        for range in [
            0x00...0x2FFF, 0xD7F0...0x1_0010, 0x1_D160...0x1_D180, 0xE_0000...0xE_0200, 0x10_FFF0...0x10_FFFF,
        ]
            as [ClosedRange<UInt32>]
        {
            for scalar in range.lazy.compactMap(Unicode.Scalar.init) {
                var json = JSONWriter()
                json.string("a\(scalar)z")
                let isRaw = json.bytes.elementsEqual("\"a\(scalar)z\"".utf8)
                #expect(
                    isRaw == !(scalar.isActive || scalar == "\"" || scalar == "\\"),
                    "U+\(String(scalar.value, radix: 16))")
            }
        }
        // A tag that nobody sees, a character by private agreement, and a reserved one, as JSON has them.
        var json = JSONWriter()
        json.string("\u{E0041}\u{E000}\u{2065}")
        let written = String(decoding: json.bytes, as: UTF8.self)
        #expect(written == #""\udb40\udc41\ue000\u2065""#)
        #expect(
            try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8)) == ["\u{E0041}\u{E000}\u{2065}"])
    }

    @Test("Parts that were filled apart make the same whole")
    func parts() {
        var whole = KernelDocJSON()
        var first = KernelDocJSON()
        var second = KernelDocJSON()
        for (index, file) in ["a.c", "b.c", "c.c"].enumerated() {
            whole.append(file: file, items: [], diagnostics: [])
            if index < 2 {
                first.append(file: file, items: [], diagnostics: [])
            } else {
                second.append(file: file, items: [], diagnostics: [])
            }
        }
        first.append(KernelDocJSON())
        first.append(second)
        #expect(first.finished() == whole.finished())
    }
}
