import Testing

@testable import KernelDoc

@Suite("Patches that a mail archive has damaged")
struct DamagedPatchTests {
    /// The blank in front of context lines is gone, blank context lines and all indentation too.
    private let damaged = """
        [PATCH] pool: Document it
        Somebody
        Mon Jan 6 10:00:00 UTC 2020
        Some words that must not be read.
        ---
        doc/pool.txt | 9 +++---
        diff --git a/doc/pool.txt b/doc/pool.txt
        index 1111111..2222222 100644
        --- a/doc/pool.txt
        +++ b/doc/pool.txt
        @@ -10,9 +10,7 @@ Making Pools
        Freeing Pools
        -------------
        -Freeing is done in two steps:
        -- one that is
        -long
        +Free it once.
        - a list item of the context
        Last line.
        diff --git a/lib/pool.c b/lib/pool.c
        --- a/lib/pool.c
        +++ b/lib/pool.c
        @@ -100,6 +100,17 @@ int other(void)
        }
        EXPORT_SYMBOL_GPL(other);
        +/**
        + * DOC: pool rules
        + *
        + * - Never sleep
        + * in there.
        + *
        + * Interface::
        + * int pool_get(struct pool *,
        + * int flags);
        + */
        +
        static int pool_more(struct pool *pool,
        int flags)
        {
        --
        2.10.2
        More information about the list
        mailing list
        """

    @Test("A damaged patch is read as a person reads it")
    func newSide() {
        #expect(
            patch(damaged).story == [
                "doc/pool.txt", "  11~/12 Freeing Pools: Freeing Pools", "  13/17 Freeing Pools: Free it once.",
                "  14~/18 Freeing Pools: a list item of the context Last line.", "lib/pool.c",
                "  106/29 pool rules: Never sleep in there.", "  109/32 pool rules: Interface:",
                "  110/33 pool rules: int pool_get(struct pool *,\nint flags);",
            ])
    }

    @Test("What a damaged patch removes is read so, too")
    func oldSide() {
        let story = patch(damaged, side: .old).story
        #expect(story.contains { $0.hasSuffix("Freeing Pools: Freeing is done in two steps:") })
        #expect(story.contains { $0.hasSuffix("Freeing Pools: one that is long") })
        #expect(story.contains { $0.hasSuffix("Freeing Pools: a list item of the context Last line.") })
    }

    @Test("Every hunk whose counts do not add up is named, with its line")
    func warnings() {
        let diagnostics = patch(damaged).diagnostics
        #expect(diagnostics.map(\.line) == [11, 23])
        #expect(diagnostics.allSatisfy { $0.severity == .warning && $0.excerpt?.hasPrefix("@@ ") == true })
        #expect(
            diagnostics.last?.message == "the hunk's header counts 6 lines before and 17 after, its text has 5 and 16")
    }

    @Test("Lines whose numbers contradict the header are estimates")
    func contradiction() {
        let reading = patch("--- a/d.txt\n+++ b/d.txt\n@@ -1,2 +1,2 @@\n One.\n Two.\n+Three.\n")
        #expect(reading.diagnostics.map(\.line) == [3])
        // More than blank lines may be missing: that is no warning.
        #expect(reading.diagnostics.map(\.severity) == [.error])
        #expect(reading.story == ["d.txt", "  1~/4 -: One. Two. Three."])
    }

    @Test("Lines that were added without correcting the header stay what their signs say")
    func staleHeader() {
        let reading = patch(
            """
            --- a/lib/pool.c
            +++ b/lib/pool.c
            @@ -10,3 +10,6 @@ int other(void)
            EXPORT_SYMBOL(other);
            +/**
            + * pool_get - take a page
            + *
            + * Never fails.
            + * Never sleeps.
            + */
            int pool_get(void)
            {
            --
            2.10.2
            """)
        #expect(reading.diagnostics.map(\.line) == [3])
        #expect(reading.story.count == 3)
        #expect(reading.story.last?.hasSuffix("pool_get: Never fails. Never sleeps.") == true)
        #expect(reading.documents.first?.prose.lineMarks.allSatisfy(\.isEstimated) == true)
    }

    @Test("A patch cut off in the middle is read as far as it goes")
    func cutOff() {
        for count in 0..<damaged.utf8.count {
            let reading = DocumentReader().read(Array(damaged.utf8.prefix(count)), named: "cut.patch")
            for document in reading.documents { #expect(document.prose.violations.isEmpty) }
        }
    }

    @Test("A hunk whose header is broken is an error where it stands; a line like it elsewhere is none")
    func brokenHeader() {
        let broken = patch(
            "--- a/doc/pool.md\n+++ b/doc/pool.md\n@@ -x +2,7 @@\n-A pool may wait.\n+A pool must wait.\n")
        #expect(broken.diagnostics.map(\.severity) == [.error])
        #expect(broken.diagnostics.first?.line == 3)
        #expect(broken.diagnostics.first?.excerpt == "@@ -x +2,7 @@")
        let letter = "\n@@ -x is no hunk\n"
        let sound =
            "--- a/doc/pool.md\n+++ b/doc/pool.md\n@@ -1 +1 @@\n-A pool may wait.\n+A pool must wait.\n-- \n2.39\n"
        #expect(patch(letter + sound + letter).diagnostics.isEmpty)
    }

    @Test(
        "A patch that ends in the header of a file is an error; a file whose contents stayed is none",
        arguments: [
            ("diff --git a/d.md b/d.md\n", 1), ("diff --git a/d.md b/d.md\nindex d6e8d76..a816af7 100644\n", 1),
            ("diff --git a/d.md b/d.md\nindex d6e8d76..a816af7 100644\n--- a/d.md\n", 1),
            ("diff --git a/d.md b/d.md\nindex d6e8d76..a816af7 100644\n--- a/d.md\n+++ b/d.md\n", 1),
            ("diff --git a/d.md b/d.md\nnew file mode 100644\n", 1),
            ("diff --git a/d.md b/d.md\nnew file mode 100644\nindex 0000000..e69de29\n", 0),
            ("diff --git a/d.md b/d.md\nold mode 100644\nnew mode 100755\n", 0),
            ("diff --git a/d.md b/e.md\nsimilarity index 100%\nrename from d.md\nrename to e.md\n", 0),
            ("diff --git a/d.md b/d.md\nindex d6e8d76..a816af7 100644\nBinary files a/d.md and b/d.md differ\n", 0),
        ])
    func cutOffInHeader(_ header: String, _ errors: Int) {
        let whole = "--- a/pool.md\n+++ b/pool.md\n@@ -1 +1 @@\n-A pool may wait.\n+A pool must wait.\n"
        let reading = patch(whole + header)
        #expect(reading.diagnostics.count { $0.message == "the patch ends in the header of a file" } == errors)
        #expect(reading.story.count == 2)
    }

    @Test("A patch that is nothing but two names of a file is cut off, too")
    func cutOffBehindNames() {
        let reading = patch("--- a/d.md\n+++ b/d.md\n")
        #expect(reading.diagnostics.contains { $0.message == "the patch ends in the header of a file" })
    }

    @Test("Changes that are marked within the lines are refused, and not taken for context")
    func wordDiff() {
        let head = "diff --git a/d.md b/d.md\n--- a/d.md\n+++ b/d.md\n@@ -1,3 +1,3 @@\n"
        let reading = patch(head + "# Pools\n\nA pool [-must-]{+should+} wait.\n")
        #expect(reading.diagnostics.map(\.severity) == [.error])
        #expect(reading.diagnostics.first?.advice?.contains("--word-diff") == true)
        #expect(reading.documents.isEmpty)
        // Lines of a comment have a blank in front anyway.
        let code = "--- a/p.c\n+++ b/p.c\n@@ -1,3 +1,3 @@\n /**\n  * pool - may [-wait-]{+sleep+}\n  */\n"
        #expect(patch(code).diagnostics.map(\.severity) == [.error])
        // What a patch itself says in such marks is no mark.
        let marked = patch(head + " # Pools\n \n-A pool [-must-] wait.\n+A pool {+must+} wait.\n")
        #expect(marked.diagnostics.isEmpty && !marked.documents.isEmpty)
    }
}
