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

    @Test("A result that ends in a noun asks for none on the next line")
    func resultsWithNouns() {
        let prose = read(
            """
            /**
             * pool_take - take a page
             *
             * Return:
             *   POOL_DONE on success
             *   POOL_BAD on unspecified error
             *   POOL_AGAIN if the pool has no value
             *   POOL_GONE on removal
             */
            int pool_take(void);
            """)
        #expect(
            prose.outline.filter { $0.contains("POOL") } == [
                "listItem1: POOL_DONE on success", "listItem1: POOL_BAD on unspecified error",
                "listItem1: POOL_AGAIN if the pool has no value", "listItem1: POOL_GONE on removal",
            ])
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

    @Test("Each result of a section on what is returned is an item, however its lines are indented")
    func results() {
        let prose = read(
            """
            /**
             * pool_get - take a page
             *
             * Return: 0 for a page
             * -ENOMEM if there is none
             *\t\t-EAGAIN the pool grows
             *\t\tPOOL_DEAD if it is gone
             */
            int pool_get(void);

            /**
             * pool_find - find a page
             *
             * Returns:
             *  pointer to the page on success
             *  %NULL on failure
             */
            void *pool_find(void);

            /**
             * pool_last - take the last page
             *
             * Return codes
             *   0 - always
             */
            int pool_last(void);
            """)
        #expect(
            prose.outline == [
                "purpose: take a page", "listItem1: 0 for a page", "listItem1: -ENOMEM if there is none",
                "listItem1: -EAGAIN the pool grows", "listItem1: POOL_DEAD if it is gone",
                "purpose: find a page", "listItem1: pointer to the page on success", "listItem1: NULL on failure",
                "purpose: take the last page", "heading: Return codes", "paragraph: 0 - always",
            ])
    }

    @Test("Results in lines of their own may end in commas")
    func resultsWithCommas() {
        let prose = read(
            """
            /**
             * pool_get - take a page
             *
             * Return:
             * 0 on success,
             * 1 if the pool was empty,
             * errno on error
             */
            int pool_get(void);

            /**
             * pool_find - find a page
             *
             * Return:
             * a page
             * -EBUSY,
             * -EAGAIN, usual meanings
             */
            void *pool_find(void);

            /**
             * pool_wait - wait for a page
             *
             * Return:
             * 0 if it was there,
             * 1 if it came,
             * the time that is left if another one
             * was there before
             */
            int pool_wait(void);

            /**
             * pool_count - count the pages
             *
             * Return:
             * -1 if the pool is gone
             * otherwise the number of pages
             */
            int pool_count(void);

            /**
             * pool_empty - is it empty?
             *
             * Return:
             * true if no page is left,
             * false if there is one.
             */
            bool pool_empty(void);

            /**
             * pool_grow - add pages
             *
             * Return:
             * 0 when it has grown or a negative
             * errno on error.
             */
            int pool_grow(void);
            """)
        #expect(
            prose.outline == [
                "purpose: take a page", "listItem1: 0 on success,", "listItem1: 1 if the pool was empty,",
                "listItem1: errno on error",
                "purpose: find a page", "listItem1: a page", "listItem1: -EBUSY,", "listItem1: -EAGAIN, usual meanings",
                "purpose: wait for a page",
                "paragraph: 0 if it was there, 1 if it came, the time that is left if another one was there before",
                "purpose: count the pages", "listItem1: -1 if the pool is gone",
                "listItem1: otherwise the number of pages",
                "purpose: is it empty?", "paragraph: true if no page is left, false if there is one.",
                "purpose: add pages", "paragraph: 0 when it has grown or a negative errno on error.",
            ])
    }

    @Test("A line of results that goes on with the line before is no item")
    func foldedResults() {
        let prose = read(
            """
            /**
             * pool_get - take a page
             *
             * Return: the page, or an error pointer with either
             * -ENOMEM or
             * -EAGAIN if the pool grows
             */
            int pool_get(void);
            """)
        #expect(
            prose.outline.last
                == "paragraph: the page, or an error pointer with either -ENOMEM or -EAGAIN if the pool grows")
    }

    @Test("A parameter without its colon is an item of its own, without its name")
    func strayParameters() {
        let prose = read(
            """
            /**
             * struct pool - pages
             * @name: for people
             * @count\t\tnumber of pages
             * @lock - protects @count
             * @owner who has it
             */
            struct pool { char *name; int count; int lock; int owner; };
            """)
        #expect(
            prose.outline == [
                "purpose: pages", "parameter: for people", "listItem1: number of pages",
                "listItem1: protects count", "listItem1: who has it",
            ])
    }

    @Test("Parameters without their colons are told from sentences by their neighbours and by what follows their names")
    func rowsOfStrayParameters() {
        #expect(
            comment("Takes a range.\n\n@from first page\n@count 3 pages or more").outline
                == ["paragraph: Takes a range.", "listItem1: first page", "listItem1: 3 pages or more"])
        #expect(
            comment("What is taken from\n@pool is given back to\n@pool by its owner.").outline
                == ["paragraph: What is taken from pool is given back to pool by its owner."])
        #expect(comment("The page of\n@pool goes.").outline == ["paragraph: The page of pool goes."])
        #expect(
            comment("The caller must hold\n@dev lock and must not hold\n@ring lock.").outline
                == ["paragraph: The caller must hold dev lock and must not hold ring lock."])
        #expect(
            comment("Moves the isolated\n@src page.  The driver copies\n@src page to the @dst page.").units.count == 1)
    }

    @Test("Each term of a comment has its own meaning")
    func neighbouringTerms() {
        #expect(
            comment("RING_A:\n  The slot must be free\nRING_B:\n  The slot may be in use").outline == [
                "listItem1: RING_A:", "paragraph1: The slot must be free", "listItem1: RING_B:",
                "paragraph1: The slot may be in use",
            ])
    }

    @Test("A line that ends in a colon leads into the next, which is a sentence of its own")
    func leadingLines() {
        #expect(
            comment("It is full when:\nall pages are taken, or\nthe pool is closed.").outline
                == ["paragraph: It is full when:", "paragraph: all pages are taken, or the pool is closed."])
        #expect(
            comment("Looks for one of this kind:\n{ first, last }").outline
                == ["paragraph: Looks for one of this kind: { first, last }"])
    }

    @Test("Behind a line that says what is returned, and ends in a colon, each result is an item")
    func resultsBelowLeadIns() {
        #expect(
            comment("Return must be:\n 0\tif the page is free\n Nonzero if it is taken").outline
                == [
                    "paragraph: Return must be:", "listItem1: 0 if the page is free",
                    "listItem1: Nonzero if it is taken",
                ])
    }

    @Test("Below a title on what is returned each result is an item, as in such a section")
    func resultsBelowTitles() {
        #expect(
            comment("Return codes:\n  NULL - Error\n  Pointer to the page - Success").outline
                == ["heading: Return codes:", "listItem1: NULL - Error", "listItem1: Pointer to the page - Success"])
        #expect(
            comment("RETURNS\n0 - a page is there\notherwise an error").outline
                == ["heading: RETURNS", "listItem1: 0 - a page is there", "listItem1: otherwise an error"])
        #expect(
            comment("Takes a page\nRETURNS\n'true' Taken\n'false' None is there").outline
                == [
                    "paragraph: Takes a page", "heading: RETURNS", "listItem1: 'true' Taken",
                    "listItem1: 'false' None is there",
                ])
    }

    @Test("A line that reckons with parameters is no parameter without its colon")
    func reckoning() {
        let prose = read(
            """
            /**
             * pool_cut - cut a range
             * @start: first page
             * @end: last page
             *
             * Frees the range
             * @start - @end of the pool.
             */
            int pool_cut(int start, int end);
            """)
        #expect(prose.outline.last == "paragraph: Frees the range start - end of the pool.")
    }

    @Test("A name with a colon on a line of its own is parted from the deeper lines that tell of it")
    func definitions() {
        let prose = read(
            """
            /**
             * struct pool - pages
             */
            struct pool {
                /**
                 * @flags: how it grows
                 *
                 * POOL_GROW:
                 *     Grows by a page.
                 */
                int flags;
            };
            """)
        #expect(prose.outline.contains("listItem1: POOL_GROW:"))
        #expect(prose.outline.contains { $0.hasSuffix(": Grows by a page.") })
    }
}
