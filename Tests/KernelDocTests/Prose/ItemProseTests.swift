import Testing

@testable import KernelDoc

@Suite("Prose of items")
struct ItemProseTests {
    private func read(_ source: String) -> Prose {
        var builder = ProseBuilder()
        return builder.prose(of: CReader().read(Array(source.utf8), file: "pool.c").items)
    }

    @Test("Purpose, parameters and sections of a function are blocks of their own")
    func function() {
        let prose = read(
            """
            /**
             * pool_get() - take a page
             * @pool: where from
             *        to take it
             * @flags: zero, or how to wait
             *
             * Waits for one.
             *
             * Context: Process context.
             * Return: 0 on success
             */
            int pool_get(struct pool *pool, int flags);
            """)
        #expect(
            prose.outline == [
                "purpose: take a page", "parameter: where from to take it", "parameter: zero, or how to wait",
                "paragraph: Waits for one.", "paragraph: Process context.", "paragraph: 0 on success",
            ])
        #expect(prose.block(of: 0) == .init(kind: .function, symbol: "pool_get"))
        #expect(prose.block(of: 1) == .init(kind: .function, symbol: "pool_get", member: "pool"))
        #expect(prose.block(of: 3) == .init(kind: .function, symbol: "pool_get"))
        #expect(prose.block(of: 4).section == "Context")
        #expect(prose.block(of: 5).section == "Return")
        #expect(prose.lines(of: 1) == ["3: where from ", "4: to take it"])
        #expect(prose.lines(of: 5) == ["10: 0 on success"])
    }

    @Test("What is said of a parameter that the prototype lacks is said all the same, in its place")
    func excess() {
        let source = """
            /**
             * pool_put() - give a page back
             * @page: which one
             * @lock: must be held
             * Return: nothing
             */
            void pool_put(struct page *page);

            /**
             * struct pool - many pages
             * @gone: must not be NULL
             */
            struct pool {
                int size;
            };
            """
        let reading = CReader().read(Array(source.utf8), file: "pool.c")
        #expect(reading.items.map { $0.parameters.map(\.name) } == [["page"], ["size"]])
        #expect(reading.diagnostics.count { $0.message.hasPrefix("Excess") } == 2)
        let prose = read(source)
        #expect(
            prose.outline == [
                "purpose: give a page back", "parameter: which one", "parameter: must be held", "paragraph: nothing",
                "purpose: many pages", "parameter: must not be NULL",
            ])
        #expect(prose.block(of: 2) == .init(kind: .function, symbol: "pool_put", member: "lock"))
        #expect(prose.lines(of: 2) == ["4: must be held"])
        #expect(prose.block(of: 5) == .init(kind: .member, symbol: "pool", member: "gone"))
    }

    @Test("Members are told from their struct, wherever they are described")
    func members() {
        let prose = read(
            """
            /**
             * struct pool - many pages
             * @size: how many
             */
            struct pool {
                int size;
                /**
                 * @open:
                 *
                 * Called once.
                 *
                 * FIXME: This may sleep.
                 *
                 * More text.
                 *
                 * Returns:
                 *
                 * 0 on success.
                 */
                int (*open)(struct pool *);
            };
            """)
        #expect(
            prose.outline == [
                "purpose: many pages", "parameter: how many", "parameter: Called once.", "paragraph: This may sleep.",
                "paragraph: More text.", "heading: Returns:", "paragraph: 0 on success.",
            ])
        #expect(prose.block(of: 0) == .init(kind: .struct, symbol: "pool"))
        #expect(prose.block(of: 1) == .init(kind: .member, symbol: "pool", member: "size"))
        #expect(prose.block(of: 3) == .init(kind: .member, symbol: "pool", member: "open", section: "FIXME"))
        #expect(prose.block(of: 4) == .init(kind: .member, symbol: "pool", member: "open"))
        #expect(prose.block(of: 6) == .init(kind: .member, symbol: "pool", member: "open", section: "Returns"))
        #expect(prose.lines(of: 3) == ["12: This may sleep."])
    }

    @Test("A DOC section has its title, and none of its text")
    func doc() {
        let prose = read("/**\n * DOC: rules of pools\n *\n * Never leak.\n */\n")
        #expect(prose.outline == ["paragraph: Never leak."])
        #expect(prose.block(of: 0) == .init(kind: .doc, title: "rules of pools"))
    }

    @Test(
        "Titles are context, sentences are not",
        arguments: [
            ("Note: It sleeps.", ["paragraph: It sleeps."], "Note"),
            ("Important: Never call it twice.", ["paragraph: Never call it twice."], "Important"),
            ("LOCKING RULES\n\nTake it.", ["heading: LOCKING RULES", "paragraph: Take it."], "LOCKING RULES"),
            ("Locking:\nTake it.", ["heading: Locking:", "paragraph: Take it."], "Locking"),
            ("Callers must:\n\nTake it.", ["paragraph: Callers must:", "paragraph: Take it."], nil),
            ("Two things: take it.", ["paragraph: Two things: take it."], nil),
        ] as [(String, [String], String?)])
    func titles(source: String, outline: [String], section: String?) {
        let prose = comment(source)
        #expect(prose.outline == outline)
        #expect(prose.block(of: prose.units.count - 1).section == section)
    }
}
