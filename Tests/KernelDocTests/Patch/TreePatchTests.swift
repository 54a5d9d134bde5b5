import Testing

@testable import KernelDoc

@Suite("Patches with the tree that they apply to")
struct TreePatchTests {
    private let before = """
        int other(void);

        /**
         * pool_get - take a page
         * @pool: where from
         * @flags: how
         *
         * Waits for one.
         *
         * Return: zero
         */
        int pool_get(struct pool *pool, int flags)
        {
        }

        /**
         * pool_put - give it back
         */
        void pool_put(void);

        """

    /// Without context's blanks and without blank lines, as an archive leaves it.
    private let damaged = """
        --- a/lib/pool.c
        +++ b/lib/pool.c
        @@ -5,6 +5,7 @@ int other(void);
        * @pool: where from
        * @flags: how
        *
        - * Waits for one.
        + * May wait for one.
        + * Never fails.
        *
        * Return: zero

        """

    @Test("The gaps are filled, before and after the patch", arguments: [true, false])
    func gaps(treeIsNew: Bool) throws {
        let folder = try Folder()
        let after = before.replacing(" * Waits for one.\n", with: " * May wait for one.\n * Never fails.\n")
        try folder.write(treeIsNew ? after : before, to: "lib/pool.c")
        let new = patch(damaged, tree: folder.path)
        #expect(
            new.story == [
                "lib/pool.c", "  4/0 pool_get: take a page", "  5/4 pool_get.pool: where from",
                "  6/5 pool_get.flags: how",
                "  8/8 pool_get: May wait for one. Never fails.", "  11/11 pool_get: zero",
            ])
        #expect(new.documents.first?.items.map(\.name) == ["pool_get"])
        let old = patch(damaged, side: .old, tree: folder.path)
        #expect(old.story.contains("  8/7 pool_get: Waits for one."))
    }

    @Test("A tree that the patch does not apply to is named, and the gaps stay")
    func otherTree() throws {
        let folder = try Folder()
        try folder.write("int x;\n", to: "lib/pool.c")
        let reading = patch(damaged, tree: folder.path)
        #expect(reading.diagnostics.map(\.message) == ["does not apply to 'lib/pool.c' in the tree"])
        #expect(reading.story.contains { $0.hasSuffix("May wait for one. Never fails.") })
    }

    /// Two patches of one place: the second one was made for what the first one leaves.
    private let series = """
        --- a/doc/pool.md
        +++ b/doc/pool.md
        @@ -1,3 +1,3 @@
         # Pools
        \u{20}
        -A pool may wait.
        +A pool must wait.
        --- a/doc/pool.md
        +++ b/doc/pool.md
        @@ -1,3 +1,3 @@
         # Pools
        \u{20}
        -A pool must wait.
        +A pool must not wait.

        """

    @Test(
        "Each patch of a series is read on what those before it leave, whether the tree has none of them, the first or all",
        arguments: ["may", "must", "must not"])
    func seriesOnTree(_ state: String) throws {
        let folder = try Folder()
        try folder.write("# Pools\n\nA pool \(state) wait.\n\nNobody shows this.\n", to: "doc/pool.md")
        let new = patch(series, tree: folder.path)
        #expect(new.diagnostics.isEmpty)
        #expect(
            new.story.filter { $0.contains("wait") } == [
                "  3/7 Pools: A pool must wait.", "  3/14 Pools: A pool must not wait.",
            ])
        let old = patch(series, side: .old, tree: folder.path)
        #expect(
            old.story.filter { $0.contains("wait") } == [
                "  3/6 Pools: A pool may wait.", "  3/13 Pools: A pool must wait.",
            ])
    }

    @Test("A tree that has a part of a series, or that one of its patches does not fit, does for the others")
    func partOfSeries() throws {
        let folder = try Folder()
        let step = { (old: String, new: String) in
            "--- a/doc/pool.md\n+++ b/doc/pool.md\n@@ -3 +3 @@\n-A pool \(old) wait.\n+A pool \(new) wait.\n"
        }
        try folder.write("# Pools\n\nA pool must wait.\n", to: "doc/pool.md")
        let begun = step("may", "must") + step("must", "should") + step("should", "can")
        #expect(patch(begun, tree: folder.path).diagnostics.isEmpty)
        let broken = step("must", "should") + step("could", "might") + step("should", "can")
        let reading = patch(broken, tree: folder.path)
        #expect(reading.diagnostics.map(\.message) == ["does not apply to 'doc/pool.md' in the tree"])
        #expect(reading.story.filter { $0.contains("wait") }.map { $0.suffix(16) }.last == "A pool can wait.")
    }

    @Test("What a patch leaves has all of its lines, blank ones at the end as well")
    func blankEnd() throws {
        let tree = Array("# Pools\n\nA pool may wait.\n\n\n".utf8)
        let file = try #require(PatchedFile([], on: tree, holding: .old))
        #expect(file.text(on: .new) == tree)
        let empty = try #require(PatchedFile([], on: [], holding: .old))
        #expect(empty.text(on: .new).isEmpty)
    }

    @Test("The patches in a folder are a series, also of a file that the first of them makes and another one renames")
    func seriesInFolder() throws {
        let folder = try Folder()
        try folder.write("x\n", to: "tree/x.txt")
        try folder.write(
            "--- /dev/null\n+++ b/doc/pool.md\n@@ -0,0 +1,5 @@\n+# Pools\n+\n+A pool may wait.\n+\n+Nobody sleeps.\n",
            to: "series/0001-make.patch")
        try folder.write(
            "diff --git a/doc/pool.md b/doc/lake.md\nrename from doc/pool.md\nrename to doc/lake.md\n",
            to: "series/0002-rename.patch")
        try folder.write(
            "--- a/doc/lake.md\n+++ b/doc/lake.md\n@@ -3 +3 @@\n-A pool may wait.\n+A lake may wait.\n",
            to: "series/0003-reword.patch")
        try folder.write(
            "A cover letter changes nothing.\n---\n doc/pool.md | 5 +++++\n", to: "series/0000-cover.patch")
        let reading = DocumentReader(options: .init(tree: folder.path + "/tree")).read([folder.path + "/series"])
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.documents.map(\.file) == ["doc/pool.md", "doc/lake.md"])
        #expect(reading.story.last == "  3/5 Pools: A lake may wait.")
    }

    @Test("Two versions of one patch are no series: each is read on the tree itself")
    func versions() throws {
        let folder = try Folder()
        try folder.write("# Pools\n\nA pool may wait.\n", to: "doc/pool.md")
        let version = { (word: String) in
            "--- a/doc/pool.md\n+++ b/doc/pool.md\n@@ -3 +3 @@\n-A pool may wait.\n+A pool \(word) wait.\n"
        }
        let reading = patch(version("must") + version("should"), tree: folder.path)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.story.filter { $0.contains("wait") }.count == 2)
    }

    @Test("Text files give the paragraphs that the patch shows a line of")
    func text() throws {
        let folder = try Folder()
        try folder.write("Pools\n=====\n\nOne\ntwo.\n\nThree\nfour\nfive.\n\nSix.\n", to: "doc/pool.rst")
        let change = "--- a/doc/pool.rst\n+++ b/doc/pool.rst\n@@ -8 +8 @@\n-four\n+4\n"
        #expect(patch(change, tree: folder.path).story == ["doc/pool.rst", "  7/0 Pools: Three 4 five."])
    }

    @Test(
        "A patch's names never lead out of the tree",
        arguments: ["/etc/passwd.txt", "../out.txt", "a/../../out.txt", "link.txt", "folder/out.txt"])
    func outside(name: String) throws {
        let folder = try Folder()
        try folder.write("secret words\n", to: "out.txt")
        try folder.write("x\n", to: "tree/x.txt")
        try folder.link("tree/link.txt", to: folder.path + "/out.txt")
        try folder.link("tree/folder", to: folder.path)
        let change = "--- \(name)\n+++ \(name)\n@@ -5 +5 @@\n-public\n+words\n"
        let reading = patch(change, tree: folder.path + "/tree")
        #expect(reading.diagnostics.count { $0.severity == .error } == 1)
        #expect(!reading.story.contains { $0.contains("secret") })
    }
}
