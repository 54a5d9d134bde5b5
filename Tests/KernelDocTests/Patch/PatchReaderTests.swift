import Testing

@testable import KernelDoc

@Suite("Patches as git writes them")
struct PatchReaderTests {
    @Test("The text after the patch is read, mail and code are not")
    func newSide() {
        let reading = patch(plainPatch)
        #expect(reading.diagnostics.isEmpty)
        #expect(
            reading.story == [
                "lib/pool.c", "  11/19 pool_put: give a page back", "  12/20 pool_put.pool: where to",
                "  13/21 pool_put.page: which one", "  15/24 pool_put: May sleep. Frees the page.",
            ])
    }

    @Test("The text before the patch is read on the old side")
    func oldSide() {
        #expect(
            patch(plainPatch, side: .old).story == [
                "lib/pool.c", "  11/19 pool_put: give a page back", "  12/20 pool_put.pool: where to",
                "  14/23 pool_put: Never sleeps.",
            ])
    }

    @Test("Line ends of Windows make no difference")
    func carriageReturns() {
        #expect(patch(plainPatch.replacing("\n", with: "\r\n")).story == patch(plainPatch).story)
    }

    @Test("Quoted-printable and base64 mails read like plain ones")
    func encodings() {
        let head = "From: Somebody <a@example.org>\nSubject: [PATCH] x\nContent-Transfer-Encoding: "
        let body = plainPatch.drop { $0 != "T" }
        let quoted = body.replacing("=", with: "=3D").replacing("May sleep.", with: "May =\nsleep.")
        let plain = patch("From: S <a@example.org>\nSubject: [PATCH] x\nX: y\n\n\(body)")
        let text = patch(head + "quoted-printable\n\n" + quoted)
        #expect(text.story.map(withoutPlace) == plain.story.map(withoutPlace))
        #expect(text.diagnostics.isEmpty)
        let encoded = patch(head + "base64\n\n" + base64(Array(body.utf8)))
        #expect(encoded.story.map(withoutPlace) == plain.story.map(withoutPlace))
        #expect(encoded.diagnostics.isEmpty)
        #expect(encoded.story.last?.hasPrefix("  15/") == true)
    }

    @Test("Of a mail that says it in plain text and in HTML, the plain text is read")
    func alternatives() {
        func part(_ type: String, _ body: Substring) -> String {
            "--next\nContent-Type: \(type); charset=utf-8\n\n\(body)\n"
        }
        let body = plainPatch.drop { $0 != "T" }
        let head = "From: S <a@example.org>\nContent-Type: multipart/alternative; boundary=\"next\"\n\n"
        let plain = patch(head + part("text/plain", body) + "--next--\n")
        for parts in [["text/plain", "text/html"], ["text/html", "text/plain"]] {
            let both = patch(head + parts.map { part($0, body) }.joined() + "--next--\n")
            #expect(both.story.map(withoutPlace) == plain.story.map(withoutPlace), "\(parts)")
        }
        #expect(plain.story.count == patch(plainPatch).story.count)
    }

    private func withoutPlace(_ line: String) -> Substring { line.drop { $0 != ":" } }

    private func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
            }
            if start % 57 == 54 { text.append("\n") }
        }
        return text
    }

    @Test("Many patches in one mailbox are read one after the other")
    func mailbox() {
        #expect(patch(plainPatch + plainPatch).story.count == 2 * patch(plainPatch).story.count)
    }

    @Test("Without context, each hunk is read for itself")
    func noContext() {
        let reading = patch(
            """
            --- a/doc/pool.txt\t2020-01-01
            +++ b/doc/pool.txt\t2020-01-02
            @@ -4,0 +5,2 @@ Rules
            +Callers must not sleep.
            +
            @@ -9 +11 @@ Freeing
            -Pages leak.
            +Pages are freed.
            """)
        #expect(reading.diagnostics.isEmpty)
        #expect(
            reading.story == [
                "doc/pool.txt", "  5/4 Rules: Callers must not sleep.", "  11/8 Freeing: Pages are freed.",
            ])
    }

    @Test("New, deleted, renamed and binary files are each read as what they are")
    func kinds() {
        let text = """
            diff --git a/doc/new.rst b/doc/new.rst
            new file mode 100644
            index 0000000..1111111
            --- /dev/null
            +++ b/doc/new.rst
            @@ -0,0 +1,4 @@
            +Pools
            +=====
            +
            +A pool must be freed.
            diff --git a/doc/old.txt b/doc/old.txt
            deleted file mode 100644
            --- a/doc/old.txt
            +++ /dev/null
            @@ -1 +0,0 @@
            -Nobody may read it.
            diff --git a/doc/a.txt b/doc/b.txt
            similarity index 90%
            rename from doc/a.txt
            rename to doc/b.txt
            --- a/doc/a.txt
            +++ b/doc/b.txt
            @@ -1 +1 @@
            -Old words.
            +New words.
            diff --git a/doc/c.txt b/doc/d.txt
            similarity index 100%
            rename from doc/c.txt
            rename to doc/d.txt
            diff --git a/doc/logo.png b/doc/logo.png
            new file mode 100644
            GIT binary patch
            literal 10
            Rc$@*abcdefghijklm

            literal 0
            HcmV?d00001

            diff --git "a/doc/gr\\303\\266\\303\\237e.txt" "b/doc/gr\\303\\266\\303\\237e.txt"
            --- "a/doc/gr\\303\\266\\303\\237e.txt"
            +++ "b/doc/gr\\303\\266\\303\\237e.txt"
            @@ -1 +1 @@
            -Alt.
            +Neu.
            \\ No newline at end of file

            """
        #expect(
            patch(text).story == [
                "doc/new.rst", "  1/7 Pools: Pools", "  4/10 Pools: A pool must be freed.", "doc/b.txt",
                "  1/25 -: New words.", "doc/größe.txt", "  1/44 -: Neu.",
            ])
        #expect(patch(text).diagnostics.isEmpty)
        #expect(
            patch(text, side: .old).story == [
                "doc/old.txt", "  1/16 -: Nobody may read it.", "doc/a.txt", "  1/24 -: Old words.", "doc/größe.txt",
                "  1/43 -: Alt.",
            ])
    }

    @Test("A comment cut off at its head belongs to what follows it")
    func cutHead() {
        let reading = patch(
            """
            --- a/lib/pool.c
            +++ b/lib/pool.c
            @@ -20,7 +20,8 @@ int before(void)
              * @first: the first
              * @second: the second
              *
            + * Drivers must hold the lock.
              * Returns: zero
              */
             int after(int first,
             \t  int second)
            """)
        #expect(
            reading.story == [
                "lib/pool.c", "  20/4 after.first: the first", "  21/5 after.second: the second",
                "  23/7 after: Drivers must hold the lock.", "  24/8 after: zero",
            ])
    }

    @Test("Behind a gap, text belongs to what the patch shows there, or to nothing")
    func gaps() {
        let reading = patch(
            """
            --- a/include/pool.h
            +++ b/include/pool.h
            @@ -10,5 +10,4 @@ struct other;
             /**
              * struct pool_ops - calls of a pool
            - * @open: opens it
              * @get: takes a page,
              * and waits for it.
            @@ -20,5 +19,4 @@ struct other;
              * It must not fail.
              * @drop: drops all
            - * @close: closes it
              * @last: the last one
              */
            @@ -40,8 +38,9 @@ struct pool_ops {
             \tint (*open)(void);
             \tint (*get)(void);
             \tvoid (*put)(void);
            +\tint (*more)(void);
             \tvoid (*drop)(void);
             \tvoid (*close)(void);
             \tvoid (*last)(void);
            @@ -80,2 +79,3 @@ struct other;
              * Nobody knows whose text this is.
            + * It is new, too.
              *
            """)
        #expect(
            reading.story == [
                "include/pool.h", "  11/5 pool_ops: calls of a pool",
                "  12/7 pool_ops.get: takes a page, and waits for it.",
                "  19/10 pool_ops.more: It must not fail.", "  20/11 pool_ops.drop: drops all",
                "  21/13 pool_ops.last: the last one", "  79/24 -: Nobody knows whose text this is. It is new, too.",
            ])
    }

    @Test("A plain comment that a hunk cuts off is no documentation")
    func plainComment() {
        let reading = patch(
            """
            --- a/lib/pool.c
            +++ b/lib/pool.c
            @@ -30,6 +30,7 @@ int get(void)
             \t * We must take the lock here,
             \t * or else it breaks.
             \t */
            +\tmore();
             \tlock();
             \treturn 0;
             }
            @@ -50,3 +51,4 @@ int get(void)
             /**
              * put() - gives it back
            + * May sleep.
              */
            """)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.story.contains { $0.hasSuffix("put: gives it back May sleep.") })
        #expect(!reading.story.contains { $0.contains("lock") })
    }

    @Test("A merge's combined diff, a hunk without a file and no patch at all are said")
    func unreadable() {
        let merge = patch("diff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@@ -1,1 -1,1 +1,1 @@@\n  x\n")
        #expect(merge.diagnostics.first?.message == "a merge's combined diff is not read")
        #expect(merge.diagnostics.first?.line == 4)
        let lonely = patch("@@ -1 +1 @@\n-a\n+b\n")
        #expect(lonely.diagnostics.map(\.message).contains("a hunk without the name of a file"))
        #expect(patch("just text\n").diagnostics.map(\.message) == ["no file is changed by this patch"])
    }
}
