import Testing

@testable import KernelDoc

@Suite("Markdown files")
struct MarkdownTests {
    @Test("Each cell of a table is a paragraph, those of a row tell of its first one, and bars alone make no table")
    func tables() {
        let prose = markdown(
            """
            | callback | presence |
            |:---------|---------:|
            | `get` | it is **optional** |
            put | mandatory

            A | B and
            C | D

            - item

              | a | b |
              |---|---|
              | c ||
            """)
        #expect(
            prose.outline == [
                "listItem1: get", "paragraph1: it is optional", "listItem1: put", "paragraph1: mandatory",
                "paragraph: A | B and C | D", "listItem1: item", "listItem2: c",
            ])
        #expect(prose.lines(of: 1) == ["3: it is optional"])
        #expect(prose.lines(of: 2) == ["4: put"])
        #expect(prose.units[1].parent == 0)
        #expect(prose.spanList == ["code get", "strong optional"])
    }

    @Test("A table may stand in a quotation")
    func quotedTable() {
        let prose = markdown(
            """
            > | callback | presence |
            > |----------|----------|
            > | `get`    | mandatory |
            > | `put`    | optional |
            """)
        #expect(
            prose.outline == ["listItem1: get", "paragraph1: mandatory", "listItem1: put", "paragraph1: optional"])
        #expect(prose.lines(of: 2) == ["4: put"])
    }

    @Test("A bar behind a backslash, or in code, is a part of its cell")
    func escapedBars() {
        let prose = markdown(
            #"""
            | flags | meaning |
            |-------|---------|
            | A \| B | both \| either | last \\| one
            | C | `A|B` \| C |
            """#)
        #expect(
            prose.outline == [
                "listItem1: A | B", "paragraph1: both | either", #"paragraph1: last \"#,
                "paragraph1: one", "listItem1: C", "paragraph1: A|B | C",
            ])
    }

    @Test("Headings are titles, lists nest, code is literal")
    func structure() {
        let prose = markdown(
            """
            # Pools

            A pool *must* be
            freed with `put`.

            ## Rules

            1. First
               - inner
            2. Second

            ```c
            int get(struct pool *p);
            void put(struct pool *p);
            ```

                indented();
            """)
        #expect(
            prose.outline == [
                "heading: Pools", "paragraph: A pool must be freed with put.", "heading: Rules", "listItem1: First",
                "listItem2: inner", "listItem1: Second",
                "literal: int get(struct pool *p);⏎void put(struct pool *p);", "literal: indented();",
            ])
        #expect(prose.block(of: 1) == .init(kind: .markdown, title: "Pools"))
        #expect(prose.block(of: 5).title == "Rules")
        #expect(prose.lines(of: 1) == ["3: A pool must be ", "4: freed with put."])
        #expect(prose.lines(of: 6) == ["13: int get(struct pool *p);\n", "14: void put(struct pool *p);"])
        #expect(prose.lines(of: 7) == ["17: indented();"])
        #expect(prose.spanList == ["emphasis must", "code put"])
    }

    @Test("Lines are counted through code, HTML and link titles that span lines")
    func lineMarks() {
        let prose = markdown("One `code\nthat` goes <b\nid=x>on</b> and\n[link](u \"title\nmore\") here\nlast.")
        #expect(prose.outline == ["paragraph: One code that goes on and link here last."])
        #expect(prose.lines(of: 0).last == "6: last.")
        #expect(prose.lineMark(at: prose.bytes.count - 8)?.line == 5)
    }

    @Test("Names with underscores and comparisons keep their characters")
    func names() {
        #expect(markdown("Call a_b_c and x__y__z if 3 < 4.").outline == ["paragraph: Call a_b_c and x__y__z if 3 < 4."])
        #expect(markdown("Call pool_get() now.").spanList == ["symbol pool_get"])
    }

    @Test("HTML comments and blocks are no prose")
    func html() {
        #expect(markdown("<!-- not\nthis -->\n\nText.\n\n<div>\nno\n</div>\n").outline == ["paragraph: Text."])
    }

    @Test("A line that is a code span of a blank leaves the lines of the text in order")
    func blankCode() {
        let prose = markdown("Open the gate.\n` `\n\nClose it.\n")
        #expect(prose.outline == ["paragraph: Open the gate.", "paragraph: Close it."])
        #expect(prose.lineMarks.map(\.offset) == prose.lineMarks.map(\.offset).sorted())
        #expect(prose.lines(of: 1) == ["4: Close it."])
    }

    @Test("A paragraph that no person wrote loses its markup, and not its text")
    func tamed() {
        let prose = markdown(String(repeating: "[", count: 1_100_000) + "x\n\nA *normal* one.")
        #expect(prose.units.count == 2)
        #expect(prose.units.first?.range.count == 1_100_001)
        #expect(prose.spanList == ["emphasis normal"])
    }
}
