import Testing

@testable import KernelDoc

@Suite("Markup in comments")
struct CommentMarkupTests {
    @Test(
        "Markup is resolved to the words that it stands for",
        arguments: [
            ("Frees &struct pool and &pool->lock, see &pool.size.", "Frees struct pool and pool->lock, see pool.size."),
            ("Returns %NULL or %-EBUSY.", "Returns NULL or -EBUSY."),
            ("Uses @count and @ops->open.", "Uses count and ops->open."),
            ("Takes @... like printf().", "Takes ... like printf()."),
            ("The ``raw  text`` stays.", "The raw text stays."),
            ("It is *always* and **really** so.", "It is always and really so."),
            (#"A \*star and a \_line."#, "A *star and a _line."),
            (#"Ends with \n as in C."#, #"Ends with \n as in C."#),
            ("See :c:func:`open_pool` and :ref:`the rules <pool_rules>`.", "See open_pool and the rules."),
            ("*All of it.* And \"*more*\".", "All of it. And \"more\"."),
            ("void (*map)(void *p, int *q) and f(*p)", "void (*map)(void *p, int *q) and f(*p)"),
            ("A `link\n<https://example.org/a_b>`_ here.", "A link here."),
            ("A `link <https://example.org/a_b>`_ here.", "A link here."),
            (
                "Mail a@example.org about R&D and a && b, 50% of it.",
                "Mail a@example.org about R&D and a && b, 50% of it."
            ),
            (
                "Hold __init and <linux/pool.h> and [in] and a*b*c.",
                "Hold __init and <linux/pool.h> and [in] and a*b*c."
            ),
            ("char *a, char *b and **p", "char *a, char *b and **p"),
            ("x # y > z - a + b = c ~ d ! e | f", "x # y > z - a + b = c ~ d ! e | f"),
            ("&struct", "struct"),
        ])
    func markupIsResolved(source: String, text: String) {
        let prose = comment(source)
        #expect(prose.units.count == 1)
        #expect(prose.units.first.map { prose.text(of: $0) } == text)
        #expect(prose.violations.isEmpty)
    }

    @Test("Names keep a span that says what they are")
    func spans() {
        let prose = comment("Call get() with @count, %MAX, &struct pool, ``code`` and *care*.")
        #expect(
            prose.spanList == [
                "symbol get", "parameter count", "constant MAX", "symbol pool", "code code", "emphasis care",
            ])
    }

    @Test("Code and links may go on in the next line")
    func brokenMarkup() {
        let prose = comment("A ``code that\ngoes on`` and a `link that\nis long <https://example.org/\nx>`_ end.")
        #expect(prose.outline == ["paragraph: A code that goes on and a link that is long end."])
        #expect(prose.lines(of: 0) == ["1: A code that ", "2: goes on and a link that ", "3: is long ", "4: end."])
    }

    @Test("A mark without its other half is a character")
    func unclosed() {
        #expect(
            comment("An `open and *open and ``open one").outline == ["paragraph: An `open and *open and ``open one"])
    }

    @Test("Every source line has its mark, at the word that begins it")
    func lineMarks() {
        let prose = comment("One two\nthree *four\nfive* six\n\nSeven\neight")
        #expect(prose.outline == ["paragraph: One two three four five six", "paragraph: Seven eight"])
        #expect(prose.lines(of: 0) == ["1: One two ", "2: three four ", "3: five six"])
        #expect(prose.lines(of: 1) == ["5: Seven ", "6: eight"])
    }

    @Test("Control characters come out as a visible replacement")
    func controlCharacters() {
        #expect(comment("a\u{1B}[31m `b\u{0}c`").outline == ["paragraph: a\u{FFFD}[31m b\u{FFFD}c"])
    }

    @Test(
        "Plain text reads the same on the short way as through cmark",
        arguments: [
            "Number of pages.", "Takes the lock (twice) and sleeps,\nwhen it has to.", "Größe des Puffers",
            "IN CAPITALS",
            "two  blanks\nand    many more", "trailing blank \nnext",
        ])
    func shortWay(text: String) {
        let bytes = Array(text.utf8)
        var translator = ReSTTranslator(isKernelDoc: true)
        var writer = ProseWriter()
        writer.begin(Prose.Block(kind: .function, symbol: "f"))
        bytes.withUnsafeBufferPointer { translator.write($0, to: &writer) }
        #expect(comment(text) == writer.finish())
    }
}
