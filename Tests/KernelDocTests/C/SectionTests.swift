import Testing

@testable import KernelDoc

/// The item that a comment with these lines (without their stars) makes of `int f(int a);`.
private func item(_ lines: String...) -> Item? {
    readC("/**\n" + lines.map { $0.isEmpty ? " *\n" : " * \($0)\n" }.joined() + " */\nint f(int a);\n").items.first
}

private func sections(_ item: Item?) -> [String] { item?.sections.map { "\($0.title)=\($0.text.string)" } ?? [] }

struct SectionTests {
    @Test("The purpose goes on to the first empty line")
    func purpose() {
        let item = item("f - does", "   something", "", "More.")
        #expect(item?.purpose.string == "does\nsomething" && item?.purpose.lines == [2, 3])
        #expect(sections(item) == ["Description=More."])
    }

    @Test("A function without a purpose has its text as description")
    func noPurpose() {
        #expect(sections(item("f", "", "Text.")) == ["Description=Text."])
    }

    @Test("Titles that kernel-doc knows are told apart, others stay text")
    func titles() {
        let item = item(
            "f - g", "RETURNS: zero", "context: any", "", "NOTE: a note", "", "goes on", "Hint: no title", "Example: x")
        #expect(
            sections(item) == [
                "Return=zero", "Context=any", "NOTE=a note\n\ngoes on\nHint: no title", "Example=x",
            ])
    }

    @Test("Return and parameters end at an empty line, and what follows is description")
    func endings() {
        let item = item("f - g", "@a: one", "", "Two.", "", "@return: three", "", "Four.")
        #expect(sections(item) == ["Description=Two.\n\nFour.", "Return=three"])
        #expect(item?.sections.first?.text.lines == [5, 9, 9])
        #expect(item?.parameters.first?.text.string == "one")
    }

    @Test("The second line of a section sets how far its lines are moved to the left")
    func indentation() {
        let item = item("f - g", "@a: one", "    two", "      three", "  four", "    five")
        #expect(item?.parameters.first?.text.string == "one\ntwo\n  three\nfour\n  five")
    }

    @Test("A title that comes again adds a paragraph, with a warning where it is no description")
    func again() {
        let reading = readC("/**\n * f - g\n *\n * Note: one\n *\n * Note: two\n */\nint f(void);\n")
        #expect(sections(reading.items.first) == ["Note=one\n\ntwo"])
        #expect(reading.diagnostics.map(\.line) == [6])
    }

    @Test("Two colons lead into literal text and begin no section")
    func literal() {
        #expect(sections(item("f - g", "", "Example::", "", "  x = 1")) == ["Description=Example::\n\n  x = 1"])
    }

    @Test("Missing and excess descriptions are reported at the end of the declaration")
    func warnings() {
        let reading = readC("/**\n * f() - g\n * @b: gone\n * @a.c: gone too\n */\nint f(int a,\n      int b2);\n")
        #expect(
            reading.diagnostics.map { "\($0.line) \($0.message)" } == [
                "7 function parameter 'a' not described in 'f'", "7 function parameter 'b2' not described in 'f'",
                "7 Excess function parameter 'b' description in 'f'",
                "7 Excess function parameter 'a.c' description in 'f'",
            ])
    }

    @Test("The comment ends where C ends it, and what is said on that line counts")
    func closing() {
        for (comment, expected) in [
            ("/**\n * f - g\n *\n * One.\n * Two. */", ["Description=One.\nTwo."]),
            ("/**\n * f - g\n * Return: one */", ["Return=one"]),
            ("/**\n * f - g\n * Return: one\n **-- */", ["Return=one"]),
            ("/**\n * f - g */", []),
        ] {
            let reading = readC(comment + "\nint f(void);\n/**\n * h - i\n */\nint h(void);\n")
            #expect(sections(reading.items.first) == expected)
            #expect(reading.items.map(\.name) == ["f", "h"] && reading.diagnostics.isEmpty)
        }
        #expect(sections(readC("/**\n * DOC: a\n * b */\n").items.first) == ["a=b"])
    }

    @Test("DOC sections keep their lines, and without a title are an introduction")
    func docSections() throws {
        let reading = readC(
            "/**\n * DOC: two words\n *\n * - one\n *   more\n *\n * @x: no section\n */\n/**\n * DOC:\n * Text.\n */\n"
        )
        #expect(reading.items.map(\.name) == ["two words", "Introduction"])
        #expect(reading.items.map(\.line) == [1, 9])
        let section = try #require(reading.items.first?.sections.first)
        #expect(section.text.string == "- one\n  more\n\n@x: no section" && section.text.lines == [4, 5, 6, 7])
    }

    @Test("Tabs count as blanks up to the next multiple of eight")
    func tabs() {
        let reading = readC("/**\n *\tDOC: tabs\n *\n *\tone\n * \u{E9}\ttwo\n */\n")
        #expect(reading.items.first?.sections.first?.text.string == "     one\n\u{E9}    two")
    }

    @Test("Line ends of both kinds, NUL and bytes that are no UTF-8 are read")
    func oddBytes() throws {
        let bytes =
            Array("/**\r\n * f() - g\u{0}h\r\n * @a: ".utf8) + [0xFF] + Array("\r\n */\r\nint f(int a);\r\n".utf8)
        let item = try #require(CReader().read(bytes, file: "odd.c").items.first)
        #expect(item.purpose.string == "g\u{0}h")
        #expect(item.parameters.first?.text.bytes == [0xFF])
    }

    @Test("Nothing in it, nothing out of it", arguments: ["", "\n", "/**", "/**\n", "/** f - g */\nint f(void);\n"])
    func empty(text: String) {
        #expect(readC(text).items.isEmpty)
    }
}
