import KernelDoc
import Testing

@testable import Clauses

/// Sentences that were once read wrongly, in words of their own; and the borders of the grammar.
@Suite("Grammar")
struct GrammarTests {
    @Test(
        "A sentence has the modalities of its clauses, in order",
        arguments: [
            ("The ring may not be ready yet.", [Modality.informative]),
            ("This function may not sleep.", [.prohibition]),
            ("It is the ring_lock() that guards the ring.", [.guarantee]),
            ("It is ring_stop() that wakes the readers.", [.guarantee]),
            ("It is for each reader that ring_stop() frees a slot.", [.guarantee]),
            ("It is a pity that the driver frees the slot.", [.informative]),
            ("It is clear that readers see it.", [.informative]),
            ("ring_stop() is what wakes the readers.", [.guarantee]),
            ("Failure is impossible for ring_take().", [.guarantee]),
            ("Failure is costly for ring_take().", [.informative]),
            ("Drivers have no business sleeping here.", [.prohibition]),
            ("It falls to drivers to free the slot.", [.obligation]),
            ("The slot falls to drivers.", [.informative]),
            ("Three is the upper bound for slots.", [.obligation]),
            ("Drivers may do anything except sleep.", [.prohibition]),
            ("A slot can be held by a driver.", [.permission]), ("A slot can be held.", [.permission]),
            ("Should the ring be full, readers have to wait.", [.obligation]),
            ("Should ring_get() return -EAGAIN, readers are required to repeat it.", [.obligation]),
            ("Should the ring wait?", [.informative]), ("Should readers wait, or not?", [.informative]),
            ("Not freeing the slot is a bug.", [.obligation]), ("Freeing it twice is a bug.", [.prohibition]),
            ("Forgetting to free the slot is a bug.", [.obligation]), ("Not optional.", [.obligation]),
            ("Waiting here is not an option.", [.prohibition]),
            ("Failure of ring_take() is not an option.", [.prohibition]),
            ("Splitting the ring is not an option.", [.informative]),
            ("This is the maximum that was measured.", [.informative]),
            ("The only allowed value was 0.", [.informative]),
            ("Two slots are the maximum that a client may hold.", [.obligation]),
            ("ring_put() is not equivalent to ring_free().", [.guarantee]),
            ("Drivers may not touch the ring.", [.prohibition]),
            ("There are two markers, which wake the reader.", [.guarantee]),
            ("For this reason prefer the short form.", [.recommendation]),
            ("Returns ERR_PTR(-ENOMEM) when the ring is full.", [.outcome]),
            ("The call may sleep so no lock can be held.", [.guarantee, .prohibition]),
            ("A client can hold at most 3 slots.", [.obligation]),
            ("Clients may hold up to 3 slots.", [.permission]),
            ("A maximum of three slots may be held by clients.", [.obligation]),
            ("In any ring a maximum of three slots may be held.", [.obligation]),
            ("Clients may hold a maximum of three slots.", [.obligation]),
            ("A ring of three slots may be held.", [.permission]),
            ("Filling the ring isn't mandatory.", [.permission]), ("Filling the ring is mandatory.", [.obligation]),
            ("Nothing is guaranteed about slots of a stopped ring.", [.undefined]),
            ("We make no promise about the slots.", [.undefined]),
            ("Emptying the ring first is unnecessary.", [.permission]),
            ("The slots need emptying before each use.", [.obligation]),
            ("To stop the ring, call ring_stop().", [.obligation]),
            ("To stop the ring, we must find it.", [.informative]),
            ("This function tries to take a slot and if successful calls ring_note().", [.guarantee]),
            ("Either returns a slot, or waits for one.", [.outcome]),
            ("Reserves slots for each ring (they can be different from the first ones).", [.guarantee]),
            ("The state is then returned to its previous value.", [.guarantee]),
            ("The slot is returned to the caller.", [.outcome]),
            ("It will probably reset when the ring is stopped.", [.informative]),
            ("hook for rings with a reset of their own", [.informative]),
            ("This just removes a slot from its ring.", [.guarantee]),
            ("Only use the count if you want to see whether the ring is gone.", [.obligation]),
            ("Beware, if this returns 0, you can not count on the ring.", [.prohibition]),
            ("It is necessary to hold the lock.", [.obligation]),
            ("This information is necessary to find a slot.", [.informative]),
            ("It counts slots in a variable which should be cleared by the caller.", [.guarantee, .recommendation]),
            ("Implementations become tricky.", [.informative]),
            ("code that counts slots needs to hold the lock", [.obligation]),
            ("The core checks whether a slot is free and takes it.", [.guarantee]),
        ] as [(String, [Modality])])
    func modalities(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "A clause is kept by whoever its words make the one who acts",
        arguments: [
            ("The ring is emptied by framing the read with calls to ring_take().", "caller"),
            ("The ring is protected by taking the slot's mutex.", "core"),
            ("The core checks whether a slot is free and takes it.", "core"),
            ("linux mm locks the page.", "core"),
        ])
    func bearer(sentence: String, expected: String) {
        #expect(Page.function(sentence).clauses.map(\.bearer) == [expected])
    }

    @Test(
        "What stands before “of” is a noun",
        arguments: [
            ("begin of an access by the driver", Modality.informative),
            ("end of an access by the driver", .informative),
            ("begin and end of an access", .informative), ("begins an access", .guarantee),
            ("begin an access", .guarantee),
        ])
    func nounBeforeOf(purpose: String, expected: Modality) {
        let page = Page([(.purpose, purpose)], .init(kind: .function, symbol: "ring_take"))
        #expect(page.modalities == [expected])
    }

    @Test("An error code inside of a macro call counts")
    func wrappedError() {
        #expect(Page.function("Returns ERR_PTR(-ENOMEM) when the ring is full.").clauses[0].errors == ["ENOMEM"])
    }

    @Test("A bound has its relation, number and unit")
    func bound() {
        let clause = Page.function("A client can hold at most 3 slots.").clauses[0]
        #expect(clause.quantity == .init(relation: .atMost, value: 3, unit: "slot"))
    }

    @Test("Two hyphens before a word are an option, and a pair of them around some words a dash")
    func options() throws {
        let option = try #require(Page.function("Call it with --verbose only.").clauses.first)
        #expect(option.symbols.contains("--verbose"))
        let dash = Page.function("The ring --which may be full-- must be drained.").clauses
        #expect(!dash.contains { $0.symbols.contains { $0.hasPrefix("-") } })
        #expect(dash.contains { $0.modality == .obligation })
    }

    @Test("What is done meanwhile is a condition")
    func meanwhile() {
        let clause = Page.function("The driver must not sleep while holding the ring lock.").clauses[0]
        #expect(clause.condition == "while holding the ring lock")
    }

    @Test("An imperative that concerns the structure speaks to its reader")
    func structure() {
        let page = Page(
            [(.paragraph, "Fill in this structure before calling ring_register().")],
            .init(kind: .struct, symbol: "ring"))
        #expect(page.modalities == [.obligation])
    }

    @Test("Items that are whole sentences do not take on what their lead-in asks")
    func leadIn() {
        let page = Page(
            [
                (.paragraph, "Drivers must:"), (.listItem, "fill the ring"), (.listItem, "the ring is then full"),
            ], .init(kind: .doc, title: "ring"), parent: 0)
        #expect(page.modalities.prefix(2) == [.obligation, .obligation])
        #expect(page.clauses.last?.modality != .obligation)
    }

    @Test("A bare name in a list is not asked for, but it can be what is returned")
    func names() {
        let block = Prose.Block(kind: .doc, title: "ring")
        let asked = Page([(.paragraph, "Drivers must cope with:"), (.listItem, "an old ring")], block, parent: 0)
        #expect(asked.modalities == [.obligation, .informative])
        let returned = Page([(.paragraph, "Returns one of:"), (.listItem, "the old ring")], block, parent: 0)
        #expect(returned.modalities == [.outcome, .outcome])
    }

    @Test("A text without an end is cut, so that the work on it stays linear")
    func endless() {
        let clauses = Page.function(String(repeating: "if it which that ", count: 2000)).clauses
        #expect(clauses.count > 1)
    }
}
