import KernelDoc
import Testing

@testable import Clauses

/// How running text of documentation is read: sentences that were once read wrongly, in words of their own.
@Suite("Running text")
struct ProseTests {
    private func modalities(_ sentence: String) -> [Modality] {
        Page([(.paragraph, sentence)], .init(kind: .doc, title: "ring")).modalities
    }

    @Test(
        "An imperative asks only where one can stand",
        arguments: [
            ("This could be used to fill the ring, tell which slot is free.", [Modality.permission]),
            ("Large rings, after being filled, also reveal their slots.", [.guarantee]),
            ("So all that it does is to take a slot, set up the ring, and wait.", [.guarantee]),
            ("Old rings also keep a count, as do most new ones.", [.guarantee]),
            ("The ring takes a slot (remember those?).", [.guarantee]),
            ("Page entries translate slots to addresses.", [.guarantee]),
            ("include/ring/ring.h", [.informative]), ("Author: Mark Ringwood", [.informative]),
            ("Return zero if the ring is empty.", [.outcome]),
            ("There exist two queues.", [.guarantee]), ("There are no queues for it.", [.guarantee]),
            ("For details, refer to the list of slots.", [.informative]),
            ("Consider a ring of three slots.", [.informative]), ("Consider using a ring.", [.recommendation]),
            ("1 - drop all slots", [.guarantee]), ("ring_mode: drop all slots", [.guarantee]),
            ("To stop the ring call ring_stop().", [.obligation]),
            ("To stop the ring, you call ring_stop().", [.obligation]),
            ("The ring is deprecated, use the list instead.", [.obligation]),
            ("Then you fill the ring and stop it.", [.obligation]),
            ("In this case you fill the ring again.", [.obligation]),
            ("The slots you fill are kept.", [.guarantee]),
            ("The ring starts by itself (doesn't need a lock).", [.guarantee]),
            ("For more information, consult the list of slots.", [.informative]),
            ("In case you need the count, it can be read from the ring.", [.permission]),
        ])
    func imperatives(sentence: String, expected: [Modality]) {
        #expect(modalities(sentence) == expected)
    }

    @Test(
        "What may befall something gives nobody a freedom",
        arguments: [
            ("Errors may be observed when the ring is full.", [Modality.informative]),
            ("The list can be found in the samples.", [.informative]),
            ("Slots can be lost when the ring is full.", [.informative]),
            ("In future the kernel may want to fill it earlier.", [.informative]),
            ("Overruns can be more frequent on large rings.", [.informative]),
            ("The ring can sometimes move slots.", [.informative]),
            ("Some users may not care about a full ring.", [.informative]),
            ("The ring may actually be not connected.", [.informative]),
            ("The memory is free.", [.guarantee]),
            ("The list includes, but is not limited to, full rings.", [.informative]),
            ("Drivers can be told of it.", [.permission]), ("The file can be used to empty the ring.", [.permission]),
            ("You do not need a lock.", [.permission]), ("There may be other slots.", [.informative]),
            ("The slot may or may not be used.", [.informative]),
            ("The ring may have more slots.", [.informative]), ("Rings may require special care.", [.informative]),
            ("The slots could be moved to save time.", [.informative]),
            ("This can be caused by a full ring.", [.informative]),
            ("This is only possible if the ring is small.", [.informative]),
            ("It is possible to stop the ring.", [.permission]),
            ("The option allows you to stop the ring.", [.permission]),
            ("The option lets you stop the ring.", [.permission]),
        ])
    func possibilities(sentence: String, expected: [Modality]) {
        #expect(modalities(sentence) == expected)
    }

    @Test(
        "“Cannot be” forbids what somebody would do, and tells of the rest",
        arguments: [
            ("The ring cannot be stopped once it runs.", Modality.guarantee),
            ("This function cannot be called with the lock held.", .prohibition),
            ("The driver cannot be stopped.", .prohibition), ("Slots may not be moved.", .prohibition),
        ])
    func impossible(sentence: String, expected: Modality) {
        #expect(modalities(sentence) == [expected])
    }

    @Test(
        "What holds in most cases only, or is the author's view, promises nothing",
        arguments: [
            "The state is typically kept in the ring.", "Most of the time, this will be the first slot.",
            "Drivers usually register it later.", "The small mode is currently broken.",
            "It is conceivable that the slot is taken.", "It is anticipated that drivers use it.",
            "The structures are declared in ring.h.", "For instance, slots are lost and it is possible to count them.",
            "This is true for small rings.", "A mandatory slot number.",
            "The setup that needs to be done early is small.",
        ])
    func informative(sentence: String) {
        #expect(modalities(sentence) == [.informative])
    }

    @Test(
        "What a sentence promises is found beside what it only tells",
        arguments: [
            ("Finding a slot requires the ring, so slots are given out later.", [Modality.guarantee]),
            ("In ring_info, there exists a lock.", [.guarantee]), ("Otherwise this does nothing.", [.guarantee]),
            ("You will probably want to use the other one.", [.recommendation]),
            ("In most cases you want to use the other one.", [.recommendation]),
            ("The default size is 4096.", [.guarantee]),
            ("The framework provides two functions.", [.guarantee]),
            ("I.e. each slot always keeps the same number.", [.guarantee]),
            ("During a fill of the ring we should keep it.", [.informative]),
            ("\"ring -p\" sets a flag.", [.guarantee]), ("\"ring --fill\" sets a flag.", [.guarantee]),
            ("By default the driver uses two base addresses 0x10 and 0x20.", [.guarantee]),
        ])
    func promises(sentence: String, expected: [Modality]) {
        #expect(modalities(sentence) == expected)
    }

    @Test(
        "What happens at a parameter's value is promised, and the value only described",
        arguments: [
            ("If true also takes a slot", Modality.guarantee), ("Timeout in us, 0 means unlimited", .guarantee),
            ("Whether to take a slot", .informative),
        ])
    func parameter(sentence: String, expected: Modality) {
        let page = Page([(.parameter, sentence)], .init(kind: .function, symbol: "ring_fill", member: "now"))
        #expect(page.modalities == [expected])
    }

    @Test(
        "A function's description promises what it does, and not what it is",
        arguments: [
            ("callback invoked when a ring is removed", Modality.guarantee),
            ("Brings the ring into a state where slots can be taken.", .guarantee),
            ("This encodes the time of the last fill.", .informative),
        ])
    func function(sentence: String, expected: Modality) {
        #expect(Page.function(sentence).modalities == [expected])
    }

    @Test("The items of a list of what may be used are names")
    func names() {
        let page = Page(
            [(.paragraph, "The following options can be used:"), (.listItem, "RING_SIZE")],
            .init(kind: .doc, title: "ring"), parent: 0)
        #expect(page.modalities == [.permission, .informative])
    }

    @Test(
        "A book for users of the system speaks to them",
        arguments: [
            ("Documentation/admin-guide/ring.rst", "userspace"), ("Documentation/userspace-api/ring.rst", "userspace"),
            ("Documentation/kbuild/ring.rst", "userspace"), ("Documentation/core-api/ring.rst", "caller"),
        ])
    func reader(file: String, expected: String) {
        let prose = Page([(.paragraph, "You can fill the ring.")], .init(kind: .markdown, title: "ring")).prose
        let clauses = ClauseExtractor().clauses(in: Document(file: file, prose: prose))
        #expect(clauses.map(\.bearer) == [expected])
    }

    @Test("What is done to a party is not its own doing")
    func patient() {
        let page = Page([(.paragraph, "If so, the driver is attached to the ring.")], .init(kind: .doc, title: "ring"))
        #expect(page.clauses.map(\.bearer) == ["core"])
    }

    @Test("Who is only spoken of is not free to do it")
    func object() {
        let page = Page.function("It is possible to debug the kernel.")
        #expect(page.clauses.map(\.bearer) == ["caller"])
    }
}
