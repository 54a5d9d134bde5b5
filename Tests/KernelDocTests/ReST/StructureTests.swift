import Testing

@testable import KernelDoc

@Suite("Structure of reST and comments")
struct StructureTests {
    @Test("Lists nest by indentation, whatever marks their items")
    func lists() {
        let prose = comment(
            """
            Steps to take:

            1. Open it,
               then wait.
               a) first
               b) second

               Still the first step.
            2. Close it.

            - A bullet
            * another
            """)
        #expect(
            prose.outline == [
                "paragraph: Steps to take:", "listItem1: Open it, then wait.", "listItem2: first", "listItem2: second",
                "paragraph1: Still the first step.", "listItem1: Close it.", "listItem1: A bullet",
                "listItem1: another",
            ])
        #expect(prose.units.map(\.parent) == [-1, 0, 1, 1, 1, 0, 0, 0])
        #expect(prose.lines(of: 1) == ["3: Open it, ", "4: then wait."])
    }

    @Test("A list needs neither a blank line before it nor indentation behind it")
    func lostIndentation() {
        let prose = comment("Reasons are:\n- one that is long\nand goes on\n- two")
        #expect(
            prose.outline == ["paragraph: Reasons are:", "listItem1: one that is long and goes on", "listItem1: two"])
    }

    @Test("A dash that the line break put in front is no list mark")
    func wrappedDash() {
        let long =
            "This makes sure that the memory is there for every later access of the caller\n- which may sleep for it."
        #expect(comment(long).units.count == 1)
        let numbered =
            "The device is first reset and then started, both in the same order as in section\n2. of the manual."
        #expect(comment(numbered).units.count == 1)
    }

    @Test("Literal blocks keep their lines")
    func literals() {
        let prose = comment("Use it so::\n\n    get(p);\n      put(p);\n\n    done();\n\nNever else.")
        #expect(
            prose.outline == ["paragraph: Use it so:", "literal: get(p);⏎  put(p);⏎⏎done();", "paragraph: Never else."])
        #expect(prose.units[1].parent == 0)
        #expect(prose.lines(of: 1) == ["3: get(p);\n", "4:   put(p);\n", "5: \n", "6: done();"])
    }

    @Test(
        "A prototype is literal, also without its indentation or its blank line",
        arguments: [
            "Interfaces::\nint pool_get(struct pool *,\nint flags);\nvoid pool_put(struct pool *);\n\nText.",
            "Interfaces:\n int pool_get(struct pool *,\n int flags);\n void pool_put(struct pool *);\n\nText.",
            "Interfaces:\n\n int pool_get(struct pool *,\n int flags);\n void pool_put(struct pool *);\n\nText.",
            "Interfaces::\n\nint pool_get(struct pool *,\nint flags);\nvoid pool_put(struct pool *);\n\nText.",
        ])
    func prototypes(source: String) {
        let prose = comment(source)
        #expect(
            prose.outline == [
                "heading: Interfaces:",
                "literal: int pool_get(struct pool *,⏎int flags);⏎void pool_put(struct pool *);",
                "paragraph: Text.",
            ])
        #expect(prose.units[1].parent == 0)
        #expect(prose.block(of: 2).section == nil)
    }

    @Test("Escaped stars in a prototype are stars")
    func escapedStars() {
        #expect(comment("Call::\n\n  void \\*map(void \\*p);").outline[1] == "literal: void *map(void *p);")
    }

    @Test("Headings are context for what follows")
    func headings() {
        let prose = reST("=====\nPools\n=====\n\nText one.\n\nRules for them\n--------------\nText two.\n\nText three.")
        #expect(
            prose.outline == [
                "heading: Pools", "paragraph: Text one.", "heading: Rules for them", "paragraph: Text two.",
                "paragraph: Text three.",
            ])
        #expect(prose.block(of: 1).title == "Pools")
        #expect(prose.block(of: 4) == .init(kind: .markdown, title: "Rules for them"))
    }

    @Test("A numbered line of its own, with text further in below, is a heading")
    func numberedHeadings() {
        let prose = reST(
            "1. Taking a pool\n\n   Take it first.\n\n   - Then swim.\n\n2. Its rules\n\n   Keep it clean.\n")
        #expect(
            prose.outline == [
                "heading: Taking a pool", "paragraph: Take it first.", "listItem1: Then swim.",
                "heading: Its rules", "paragraph: Keep it clean.",
            ])
        #expect(prose.block(of: 1).title == "Taking a pool")
    }

    @Test(
        "A numbered item stays one that is a sentence, or is one of several, or has nothing below it",
        arguments: [
            "1. Take the pool.\n\n   It is yours then.", "1. Take it\n2. Give it back\n\n   It is gone then.",
            "1. Take it\n2. Empty it\n\n3. Give it back\n\n   It is gone then.", "1. Take it\n\n2. Give it back",
            "1. take the pool\n\n   It is yours then.", "1. Its rules\n\n   - Keep it clean.",
        ])
    func numberedItems(source: String) {
        #expect(!reST(source).outline.contains { $0.hasPrefix("heading") })
    }

    @Test("Terms are joined with what they mean, sentences with their next line")
    func definitions() {
        let prose = comment(
            "%POOL_WAIT\n    Sleep for it.\n\n%POOL_TRY\n    Never sleep.\n\nA longer sentence that\n  goes on.")
        #expect(
            prose.outline == [
                "listItem1: POOL_WAIT: Sleep for it.", "listItem1: POOL_TRY: Never sleep.",
                "paragraph: A longer sentence that goes on.",
            ])
    }

    @Test("In a book a term and what it means are two; behind the marker of a list a name and its type are a term")
    func termsOfBooks() {
        let text = """
            pool_size (on large machines)
                Number of slots. Default is 8.

            A sentence that goes on over more than sixty columns, as most do,
              and whose next line was indented.

            - an item that was
                indented by hand
            - force: bool
                  Take it at once.

            pool:
                size:
                    Number of slots
                force:
                    Take one

            For files
                | READ - free
                | WRITE - paid
            """
        #expect(
            reST(text).outline == [
                "listItem1: pool_size (on large machines)", "paragraph1: Number of slots. Default is 8.",
                "paragraph: A sentence that goes on over more than sixty columns, as most do, and whose next line was indented.",
                "listItem1: an item that was indented by hand", "listItem2: force: bool",
                "paragraph2: Take it at once.", "listItem1: pool:", "listItem2: size:", "paragraph2: Number of slots",
                "listItem2: force:", "paragraph2: Take one",
                "listItem1: For files", "paragraph1: READ - free", "paragraph1: WRITE - paid",
            ])
    }

    @Test("One value a line is one item a line, with no list mark")
    func values() {
        #expect(
            comment("0 on success\n-EBUSY if taken\n-EIO else").outline == [
                "listItem1: 0 on success", "listItem1: -EBUSY if taken", "listItem1: -EIO else",
            ])
        #expect(
            comment("Kind of thing\n0 - none\n1 - some\n2 - all of them").outline
                == [
                    "paragraph: Kind of thing", "listItem1: 0 - none", "listItem1: 1 - some",
                    "listItem1: 2 - all of them",
                ])
        let wrapped =
            "0 on success or a negative error code on failure. Can return\n-EIO or -EBUSY when it is not there and\nneeds another try."
        #expect(comment(wrapped).units.count == 1)
    }

    @Test("Names with a dash or a colon, one a line, are an enumeration too")
    func nameLines() {
        #expect(
            comment("[in] first - the one\n[out] second - the other,\nwhich is long").outline
                == ["listItem1: [in] first - the one", "listItem1: [out] second - the other, which is long"])
        #expect(
            comment("Bits that are set:\n    0: ready\n BUSY: not ready,\n       not at all\nother: all else").outline
                == [
                    "paragraph: Bits that are set:", "listItem1: 0: ready", "listItem1: BUSY: not ready, not at all",
                    "listItem1: other: all else",
                ])
        #expect(comment("MAX - the most\nMIN - the least").units.count == 2)
        let sentence = "One rule is the most important of them all, and it is this one\nsleeping: never do it in there."
        #expect(comment(sentence).units.count == 1)
    }

    @Test("Marks of lists that only people know begin items, too")
    func unusualMarks() {
        #expect(
            reST(" (*) One rule.\n\n     More of it.\n\n (*) Another.\n\n[1] A note [2]_.\n[2] A second.").outline == [
                "listItem1: One rule.", "paragraph1: More of it.", "listItem1: Another.", "listItem1: A note [2].",
                "listItem1: A second.",
            ])
    }

    @Test("An o alone is a bullet")
    func oldBullets() {
        #expect(
            comment("This pool does two things:\no it waits for a page;\no it then takes\n  the page.").outline == [
                "paragraph: This pool does two things:", "listItem1: it waits for a page;",
                "listItem1: it then takes the page.",
            ])
    }

    @Test("A list item that ends in a semicolon is no statement of C")
    func itemsWithSemicolons() {
        #expect(
            comment("It does this:\n - whenever the pool is empty it waits for\n   a page;\n - never sleeps.").outline
                == [
                    "paragraph: It does this:", "listItem1: whenever the pool is empty it waits for a page;",
                    "listItem1: never sleeps.",
                ])
    }

    @Test("A dash that does not stand alone is a list mark")
    func dashes() {
        #expect(
            comment("This is as good as the other one, since\n- it never sleeps in there,\n- it never leaks.").outline
                == [
                    "paragraph: This is as good as the other one, since", "listItem1: it never sleeps in there,",
                    "listItem1: it never leaks.",
                ])
    }

    @Test("Code and drawings are literal, though nothing marks them")
    func unmarkedCode() {
        #expect(
            comment("So:\n\nstruct pool {\n\tint size;\n};\n\nText.").outline[1]
                == "literal: struct pool {⏎        int size;⏎};")
        #expect(comment("if (get(p)) {\n\tput(p);\n}").outline.map { $0.prefix(8) } == ["literal:"])
        #expect(comment("  +--+    ^\n  |a | -> |\n  +--+    v").outline.map { $0.prefix(8) } == ["literal:"])
        #expect(
            comment("Gives it back (see put());\nthen waits (if it must) for it;").outline.map { $0.prefix(9) } == [
                "paragraph"
            ])
    }

    @Test("Directives: notes are prose, code is literal, the rest is left out")
    func directives() {
        let prose = reST(
            """
            .. SPDX-License-Identifier: GPL-2.0

            .. toctree::
               :maxdepth: 1

               one
               two

            Text.

            .. note:: Never so.
               And never else.

            .. warning::

               Beware of it.

            .. code-block:: c
               :linenos:

               get(p);

            .. _target:

            After it.

            .. c:function:: int get(struct pool *p)

               Gets one.
            """)
        #expect(
            prose.outline == [
                "paragraph: Text.", "paragraph: Never so. And never else.", "paragraph: Beware of it.",
                "literal: get(p);", "paragraph: After it.", "literal: int get(struct pool *p)", "paragraph: Gets one.",
            ])
        #expect(prose.block(of: 1).section == "note")
        #expect(prose.block(of: 2).section == "warning")
        #expect(prose.block(of: 4).section == nil)
    }

    @Test("A kernel-doc directive is handed on with its options")
    func kernelDocDirective() {
        var builder = ProseBuilder()
        let text =
            "Pools\n=====\n\n.. kernel-doc:: lib/pool.c\n   :functions: get put\n      take\n\n.. kernel-doc:: lib/b.c\n:doc: the rules\n"
        let (prose, directives) = builder.prose(ofReST: Array(text.utf8))
        #expect(prose.outline == ["heading: Pools"])
        #expect(
            directives == [
                KernelDocDirective(path: "lib/pool.c", line: 4, options: ["functions": "get put take"]),
                KernelDocDirective(path: "lib/b.c", line: 8, options: ["doc": "the rules"]),
            ])
    }

    @Test("Tables are read row by row, as terms and what they mean, without what heads their columns")
    func tables() {
        let grid =
            "+-------+--------+\n| a     | must   |\n|       | wait   |\n+=======+========+\n| b     | never  |\n|       | waits  |\n+-------+--------+\n\nEnd."
        #expect(reST(grid).outline == ["listItem1: b", "paragraph1: never waits", "paragraph: End."])
        let simple =
            "=====  =======\nName   Meaning\n=====  =======\nx      It must\n       wait.\ny      Fine.\n=====  =======\n\nEnd."
        #expect(
            reST(simple).outline == [
                "listItem1: x", "paragraph1: It must wait.", "listItem1: y", "paragraph1: Fine.", "paragraph: End.",
            ])
    }

    @Test("The columns of a table are those of the source, wherever it stands, with tabs and other letters")
    func tableColumns() {
        let table = "Text.\n\n  ======= ======\n  pool.a\tFree.\n  größe   Kept.\n  ======= ======\n"
        #expect(
            reST(table).outline == [
                "paragraph: Text.", "listItem1: pool.a", "paragraph1: Free.", "listItem1: größe", "paragraph1: Kept.",
            ])
    }

    @Test("Of a table of many columns, 64 are read")
    func wideTable() {
        let border = String(repeating: "= ", count: 600)
        let prose = reST("\(border)\n\(String(repeating: "abcd", count: 300))\n\(border)\n")
        #expect(prose.units.count == 64)
    }

    @Test("A short line with two colons opens a literal block, and is no term")
    func literalBelowShortLine() {
        #expect(
            reST("On a shell::\n   the driver must stop\n\nEnd.").outline
                == ["paragraph: On a shell:", "literal: the driver must stop", "paragraph: End."])
    }

    @Test("Fields: who wrote it is left out, what it says is a section")
    func fields() {
        let prose = reST(":Author: Somebody\n:Date: 2020\n\n:Caller: Must hold it\n  at all times.\n\nText.")
        #expect(prose.outline == ["paragraph: Must hold it at all times.", "paragraph: Text."])
        #expect(prose.block(of: 0).section == "Caller")
        #expect(prose.block(of: 1).section == nil)
    }

    @Test("A field ends where the next one begins, without a blank line between")
    func fieldsInARow() {
        let prose = reST(":Valid Range: 0-255 (0=off)\n:Default Value: 8\n\nText.")
        #expect(prose.outline == ["paragraph: 0-255 (0=off)", "paragraph: 8", "paragraph: Text."])
        #expect((0..<3).map { prose.block(of: $0).section } == ["Valid Range", "Default Value", nil])
    }

    @Test("An address line and an ornament are no prose")
    func ornaments() {
        #expect(
            reST("Text.\n\n<somebody at example dot org>\n\n-----\n\n* * *\n\nMore.").outline == [
                "paragraph: Text.", "paragraph: More.",
            ])
    }
}
