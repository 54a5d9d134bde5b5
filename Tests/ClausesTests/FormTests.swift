import KernelDoc
import Testing

@testable import Clauses

/// Forms of sentences that were read as something else, in words of their own, each with what looks like it and is none.
@Suite("Forms")
struct FormTests {
    @Test(
        "A need ends its clause, where what is needed was said before",
        arguments: [
            ("Drivers may fill it in, but they need not.", [Modality.permission, .permission]),
            ("Readers may stop it, but do not have to.", [.permission, .permission]),
            ("Readers should stop it; writers don't need to.", [.recommendation, .permission]),
            ("No lock is needed, and the ring is freed.", [.permission, .guarantee]),
            ("This is what readers need.", [.informative]),
        ])
    func need(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "What is left to be done asks nobody; what a to-do says beside it does",
        arguments: [
            ("TODO: make the ring shareable", [Modality.informative]), ("FIXME: needs a lock", [.informative]),
            ("FIXME: Needs to be freed first.", [.informative]), ("XXX: do not free it twice", [.informative]),
            ("FIXME: the lock must be held here.", [.obligation]), ("TODO: readers may wait.", [.permission]),
            ("NOTE: make the ring shareable first.", [.guarantee]),
        ])
    func toDo(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
        let section = Page.function("Make the ring shareable.", section: "TODO")
        #expect(section.modalities == [.informative])
    }

    @Test(
        "What has an effect only at times, or none on a thing, is promised; an effect is only told of",
        arguments: [
            ("The mask only has an effect when the ring is shared.", [Modality.guarantee]),
            ("In other modes the mask does not have any effect on slots.", [.guarantee]),
            ("This is the effect of the mask.", [.informative]),
        ])
    func effect(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "The values that are allowed have to be given; what they stand for is told",
        arguments: [
            ("Legal values are between 1 and 8.", [Modality.obligation]), ("The only legal value is 0.", [.obligation]),
            ("The values are those of the ring.", [.informative]),
        ])
    func values(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "Whoever must not forget it has to do it, which is no denial",
        arguments: ["Don't forget to free it.", "You must not forget to free it."])
    func forgetting(sentence: String) {
        let clauses = Page.function(sentence).clauses
        #expect(clauses.map(\.modality) == [.obligation])
        #expect(clauses.map(\.negated) == [false])
        #expect(Page.function("You must not free it.").clauses.map(\.negated) == [true])
    }

    @Test(
        "To try again is asked for, behind a condition as well",
        arguments: [
            ("If ring_take() fails with -EAGAIN, try again.", Modality.obligation), ("Try again.", .obligation),
            ("A second try is made.", .guarantee), ("The next try", .informative),
        ])
    func tryingAgain(sentence: String, expected: Modality) {
        #expect(Page([(.paragraph, sentence)], Prose.Block(kind: .doc)).modalities == [expected])
    }

    @Test(
        "A duty that is denied twice is one",
        arguments: [
            ("Drivers are not allowed to not fill it in.", Modality.obligation),
            ("Readers are not permitted to not free it.", .obligation),
            ("Drivers must not fail to fill it in.", .obligation), ("Drivers must not fail.", .prohibition),
            ("Drivers are not allowed to fill it in.", .prohibition),
            ("No driver is allowed to not fill it in.", .obligation),
            ("No driver is allowed to fill it in.", .prohibition),
            ("There must be no ring.", .prohibition), ("There must be a ring.", .obligation),
            ("Drivers are allowed to not fill it in.", .permission),
        ])
    func deniedTwice(sentence: String, expected: Modality) {
        #expect(Page.function(sentence).modalities == [expected])
    }

    @Test(
        "That two calls differ can be broken as that they do not",
        arguments: [
            "Trying it does not have the same effect as taking it.", "ring_try() doesn't do the same as ring_take().",
            "On full rings, ring_try() does not behave like ring_take().",
        ])
    func difference(sentence: String) {
        #expect(Page.function(sentence).modalities == [.guarantee])
    }

    @Test(
        "A condition is found whole",
        arguments: [
            ("The ring stops as soon as the last slot is taken.", "as soon as the last slot is taken"),
            ("It is freed as soon as it is empty.", "as soon as it is empty"),
            ("The ring stays, so long as a slot is used.", "so long as a slot is used"),
            ("When the queue of the ring drains, the timer is stopped.", "When the queue of the ring drains"),
            ("If the timer fires, the slots are freed.", "If the timer fires"),
            ("Wait until the ring drains.", "until the ring drains"),
            ("The ring closes before the slot is freed.", "before the slot is freed"),
            ("The slot counts before the stop are kept.", "before the stop"),
            ("May drop the lock when blocking, so the ring may change.", "when blocking"),
            ("If it is full or if it is stopped, it waits.", "If it is full or if it is stopped"),
            ("When it is no longer needed it will free the slots.", "When it is no longer needed"),
            ("Available as soon as the ring is up.", "as soon as the ring is up"),
            ("The ring is freed.", nil),
        ] as [(String, String?)])
    func condition(sentence: String, expected: String?) {
        #expect(Page.function(sentence).clauses.first?.condition == expected)
    }

    @Test(
        "A plural that could be a verb is none where the clause has another, or needs none",
        arguments: [
            ("The timer stops.", [Modality.guarantee]), ("The number of ring stops.", [.informative]),
            ("Returns the number of ring stops.", [.outcome]),
            ("The read-side critical section ends with ring_unlock().", [.guarantee]),
            ("This section ends here.", [.informative]),
        ])
    func plural(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test("What moves things that do something is named by it")
    func namedByDeed() {
        let mode = Prose.Block(kind: .function, symbol: "ring_take", member: "mode")
        let sentence = "Flags used for moving slots that sit across the border."
        #expect(Page([(.parameter, sentence)], mode).modalities == [.informative])
        let sized = "The lower 5 bits hold the count. The upper 3-bits specify additional control flags."
        #expect(Page([(.parameter, sized)], mode).modalities.last == .informative)
    }

    @Test("A colon ends the condition before it")
    func colon() {
        let mode = Prose.Block(kind: .struct, symbol: "ring", member: "mode")
        let clauses = Page([(.parameter, "If set: stop the ring, else: keep it")], mode).clauses
        #expect(clauses.first?.modality == .guarantee)
        #expect(clauses.first?.condition == "If set")
    }

    @Test(
        "Each result with a condition is a clause with it",
        arguments: [
            (
                "-EBUSY if the ring is full, -ENOMEM if no memory is left.",
                ["if the ring is full", "if no memory is left"]
            ),
            ("true if the ring is full and false if it is empty", ["if the ring is full", "if it is empty"]),
            ("-EBUSY if the ring is full, or another -errno code.", ["if the ring is full"]),
            ("1 if the ring is full, 0 otherwise", ["if the ring is full"]),
            ("-EBUSY if the ring is full or stopped.", ["if the ring is full or stopped"]),
        ])
    func results(sentence: String, expected: [String]) {
        let clauses = Page.function(sentence, section: "Return").clauses
        #expect(clauses.map(\.modality) == expected.map { _ in .outcome })
        #expect(clauses.map(\.condition) == expected)
    }

    @Test(
        "A value and what it means are one result",
        arguments: [
            "1: failed to set the slot", "2 (RING_FULL): the ring is full", "-EBUSY: the slot was taken",
        ])
    func meaning(sentence: String) {
        #expect(Page.function(sentence, section: "Return").modalities == [.outcome])
        let illegal = "-EBUSY: the slot was taken or it is illegal to take it"
        #expect(Page.function(illegal).modalities == [.outcome])
    }

    @Test(
        "Otherwise begins a clause, without a comma, too",
        arguments: [
            (
                "The size must be set before the ring starts otherwise -EBUSY is returned.",
                [Modality.obligation, .outcome]
            ),
            ("The reader must stop it otherwise the slot is freed.", [.obligation, .guarantee]),
            ("A slot that would otherwise be lost is kept.", [.guarantee]),
            ("The ring must be stopped since otherwise it would be freed.", [.obligation]),
        ])
    func otherwise(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test("Only one is allowed, and no more; what may not be so yet is not promised by when it is looked at")
    func onlyOne() {
        #expect(Page.function("Only one reader is allowed.").modalities == [.obligation])
        #expect(Page.function("One reader is allowed.").modalities == [.permission])
        #expect(Page.function("Upon return the ring may not be full yet.").modalities == [.informative])
        #expect(Page.function("Upon return the ring is full.").modalities == [.guarantee])
    }

    @Test("A result keeps its sign")
    func sign() {
        let clauses = Page.function("0 on success; -errno on error.", section: "Return").clauses
        #expect(clauses.map(\.text) == ["0 on success", "-errno on error."])
        #expect(Page.function("number of slots, -errno otherwise", section: "Return").modalities.last == .outcome)
    }

    @Test("In no particular order, whatever else is announced")
    func order() {
        #expect(Page.function("The slots will be in no particular order.").modalities == [.undefined])
        #expect(Page.function("The slots must be in no particular order.").modalities == [.obligation])
    }
}
