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
