import Testing

@testable import Clauses

/// Sentences that were once read wrongly, in words of their own; and the borders of the grammar.
@Suite("Grammar")
struct GrammarTests {
    @Test(
        "A sentence's modalities, in order",
        arguments: [
            ("The ring may not be ready yet.", [Modality.informative]),
            ("This function may not sleep.", [.prohibition]),
            ("Drivers may not touch the ring.", [.prohibition]),
            ("There are two markers, which wake the reader.", [.guarantee]),
            ("For this reason prefer the short form.", [.recommendation]),
            ("Returns ERR_PTR(-ENOMEM) when the ring is full.", [.outcome]),
            ("code that counts slots needs to hold the lock", [.obligation]),
            ("The core checks whether a slot is free and takes it.", [.guarantee]),
        ] as [(String, [Modality])])
    func modalities(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).clauses.map(\.modality) == expected)
    }

    @Test(
        "Who keeps it",
        arguments: [
            ("The ring is emptied by framing the read with calls to ring_take().", "caller"),
            ("The ring is protected by taking the slot's mutex.", "core"),
            ("The core checks whether a slot is free and takes it.", "core"),
            ("linux mm locks the page.", "core"),
        ])
    func bearer(sentence: String, expected: String) {
        #expect(Page.function(sentence).clauses.map(\.bearer) == [expected])
    }

    @Test("An error code inside of a macro call counts")
    func wrappedError() {
        #expect(Page.function("Returns ERR_PTR(-ENOMEM) when the ring is full.").clauses[0].errors == ["ENOMEM"])
    }

    @Test("Items that are whole sentences do not take on what their lead-in asks")
    func leadIn() {
        let page = Page(
            [
                (.paragraph, "Drivers must:"), (.listItem, "fill the ring"), (.listItem, "the ring is then full"),
            ], .init(kind: .doc, title: "ring"), parent: 0)
        #expect(page.clauses.map(\.modality).prefix(2) == [.obligation, .obligation])
        #expect(page.clauses.last?.modality != .obligation)
    }

    @Test("A text without an end is cut, so that the work on it stays linear")
    func endless() {
        let clauses = Page.function(String(repeating: "if it which that ", count: 2000)).clauses
        #expect(clauses.count > 1)
    }
}
