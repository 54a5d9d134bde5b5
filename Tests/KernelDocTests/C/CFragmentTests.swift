import Testing

@testable import KernelDoc

/// Reads lines as a hunk that starts at line 100 under `heading`.
private func readHunk(_ heading: String = "", _ text: String) -> CReading {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        CFragment.Line(bytes: Array($1.utf8), number: 100 + $0)
    }
    return CReader().read(CFragment(lines: lines, heading: Array(heading.utf8)), file: "pond.h")
}

struct CFragmentTests {
    @Test("A comment without its head takes its name from the declaration, even from half of one")
    func headless() throws {
        let reading = readHunk(
            "EXPORT_SYMBOL(duck_wake);",
            """
             * @duck: the bird
             * @mood: how it shall feel
             *
             * The duck must be awake.
             *
             * Return: 0 or -EAGAIN.
             */
            int duck_please(struct duck *duck,
            """)
        let item = try #require(reading.items.first)
        #expect(reading.items.count == 1 && reading.diagnostics.isEmpty)
        #expect(item.kind == .function && item.name == "duck_please" && item.line == 100)
        #expect(item.parameters.map(\.name) == ["duck", "mood"])
        #expect(item.parameters.map(\.line) == [100, 101])
        #expect(item.parameters.first?.type == "struct duck *")
        #expect(item.sections.map(\.title) == ["Description", "Return"])
        #expect(item.sections.map(\.line) == [103, 105])
    }

    @Test("Members of a body belong to the struct that the heading names")
    func body() throws {
        let reading = readHunk(
            "struct duck_ops {",
            """
            	 */
            	void (*sleep)(struct duck *);

            	/**
            	 * @wake:
            	 *
            	 * Ends the sleep.
            	 */
            	int (*wake)(struct duck *, bool now);
            """)
        let item = try #require(reading.items.first)
        #expect(item.kind == .struct && item.name == "duck_ops")
        #expect(item.parameters.map(\.name) == ["sleep", "wake"])
        #expect(item.parameters.last?.text.string == "Ends the sleep.")
        #expect(item.parameters.last?.text.lines == [106])
        #expect(item.parameters.last?.type == "int (*)(struct duck *, bool now)")
    }

    @Test("The tail of a comment on a member belongs to the member behind it")
    func memberTail() throws {
        let reading = readHunk("struct duck_ops {", "\t * must not quack.\n\t */\n\tvoid (*sleep)(struct duck *);\n")
        let parameter = try #require(reading.items.first?.parameters.first)
        #expect(parameter.name == "sleep" && parameter.text.string == "must not quack." && parameter.line == 100)
    }

    @Test("Without a heading, a comment on a member shows that this is some struct's body")
    func unknownBody() throws {
        for text in ["\t/** @legs: two */\n\tint legs;", "/**\n * @legs: two\n */\nint legs;"] {
            let item = try #require(readHunk("", text).items.first)
            #expect(item.kind == .struct && item.name.isEmpty)
            #expect(item.parameters.map(\.name) == ["legs"] && item.parameters.first?.text.string == "two")
        }
    }

    @Test("A comment that the piece cuts off at its end keeps what it has said")
    func cutOffEnd() throws {
        let item = try #require(readHunk("", "/**\n * struct duck - a bird\n * @legs: two of\n *   them").items.first)
        #expect(item.kind == .struct && item.name == "duck" && item.purpose.string == "a bird")
        #expect(item.parameters.map(\.text.string) == ["two of\nthem"])
    }

    @Test("A comment without head and declaration has no name")
    func nameless() throws {
        let item = try #require(readHunk("struct drake;", " * it floats.\n * @legs: two\n * @bill: flat\n").items.first)
        #expect(item.kind == .doc && item.name.isEmpty)
        #expect(item.parameters.map(\.name) == ["legs", "bill"])
        #expect(item.sections.map(\.text.string) == ["it floats."])
    }

    @Test("Prose that an empty line parts from the code behind it documents nothing in it")
    func proseTail() throws {
        let reading = readHunk(
            "", " * Ducks swim.\n */\n\nint unrelated(void);\n\n/**\n * a() - b\n */\nint a(void);\n")
        #expect(reading.items.map(\.name) == ["", "a"])
        #expect(reading.items.map(\.kind) == [.doc, .function])
    }

    @Test("A body that ends in the piece ends the item, and reading goes on behind it")
    func bodyEnd() {
        let reading = readHunk(
            "enum duck_mood {",
            "\t/** @LOUD: quacks */\n\tLOUD,\n};\n/**\n * struct a - b\n * @c: d\n */\nstruct a { int c; };")
        #expect(reading.items.map(\.name) == ["duck_mood", "a"])
        #expect(reading.items.map(\.kind) == [.enum, .struct])
        #expect(reading.items.first?.parameters.map(\.text.string) == ["quacks"])
    }

    @Test("Lines that lost their star are text all the same")
    func lostStars() throws {
        let item = try #require(readHunk("", "/**\n * DOC: ducks\n\n * They swim.\n\n * They fly.\n */\n").items.first)
        #expect(item.sections.first?.text.string == "They swim.\n\nThey fly.")
    }
}
