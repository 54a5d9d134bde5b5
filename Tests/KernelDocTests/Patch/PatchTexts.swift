@testable import KernelDoc

/// Reads a patch that is in memory.
func patch(_ text: String, side: DocumentReader.Side = .new, tree: String? = nil) -> DocumentReader.Reading {
    DocumentReader(options: .init(side: side, tree: tree)).read(Array(text.utf8), named: "mail.patch")
}

extension DocumentReader.Reading {
    /// For each document its name and the units, as `line/patch line: text`; estimates have a `~`.
    var story: [String] {
        documents.flatMap { document in
            [document.file]
                + document.prose.units.map { unit in
                    let mark = document.prose.lineMark(at: unit.range.lowerBound)
                    let place = mark.map { "\($0.line)\($0.isEstimated ? "~" : "")/\($0.patchLine)" } ?? "?"
                    let block = document.prose.blocks[unit.block]
                    let owner = [block.symbol, block.member].compactMap { $0 }.joined(separator: ".")
                    return "  \(place) \(owner.isEmpty ? block.title ?? "-" : owner): \(document.prose.text(of: unit))"
                }
        }
    }
}

/// A patch that changes one comment, as `git format-patch` writes it.
let plainPatch = """
    From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
    From: Somebody <somebody@example.org>
    Date: Mon, 6 Jan 2020 10:00:00 +0100
    Subject: [PATCH] pool: Say who frees what

    This says more. Drivers must read it.

    Signed-off-by: Somebody <somebody@example.org>
    ---
     lib/pool.c | 4 +++-
     1 file changed, 3 insertions(+), 1 deletion(-)

    diff --git a/lib/pool.c b/lib/pool.c
    index 1111111..2222222 100644
    --- a/lib/pool.c
    +++ b/lib/pool.c
    @@ -10,8 +10,10 @@ int other(void)
     /**
      * pool_put - give a page back
      * @pool: where to
    + * @page: which one
      *
    - * Never sleeps.
    + * May sleep.
    + * Frees the page.
      */
     int pool_put(struct pool *pool, void *page)
     {
    --\u{20}
    2.39.5


    """
