import KernelDoc
import Testing

@testable import Clauses

/// Who keeps a clause in which nobody is named.
@Suite struct BearerTests {
    private func bearers(_ text: String, _ block: Prose.Block, file: String = "ring.c") -> [String] {
        let document = Document(file: file, prose: Page([(.paragraph, text)], block).prose)
        return ClauseExtractor().clauses(in: document).map(\.bearer)
    }

    @Test(
        "What a book on a driver tells, the driver does",
        arguments: [
            ("Documentation/hwmon/ring.rst", "driver"),
            ("Documentation/networking/device_drivers/ethernet/ring.rst", "driver"),
            ("Documentation/core-api/ring.rst", "core"), ("drivers/hwmon/ring.c", "core"),
        ])
    func driverBook(file: String, expected: String) {
        let block = Prose.Block(kind: .markdown, title: "ring")
        #expect(bearers("The ring is emptied when it overflows.", block, file: file) == [expected])
    }

    @Test(
        "Books on file systems and on drivers speak to users",
        arguments: [
            ("Documentation/filesystems/ringfs.rst", "userspace"), ("Documentation/accounting/ring.rst", "userspace"),
            ("Documentation/networking/device_drivers/ring.rst", "userspace"), ("fs/filesystems/ring.c", "caller"),
        ])
    func bookForUsers(file: String, expected: String) {
        let block = Prose.Block(kind: .markdown, title: "ring")
        #expect(bearers("The ring can be emptied at any time.", block, file: file) == [expected])
    }

    @Test(
        "But those that are about functions of the kernel speak to who calls them",
        arguments: [
            ("It calls ring_get(), then ring_stop() and ring_put().", "caller"),
            ("It calls open(), then read() and close().", "userspace"), ("It calls ring_get().", "userspace"),
        ])
    func bookOnCode(sentence: String, expected: String) {
        let block = Prose.Block(kind: .markdown, title: "ring")
        let file = "Documentation/filesystems/ringfs.rst"
        #expect(bearers("The ring can be emptied at any time. " + sentence, block, file: file).first == expected)
    }

    @Test(
        "What may be done at a place that only userspace reaches, userspace may do",
        arguments: [
            ("The size can be changed in /sys/class/ring/size.", ["userspace"]),
            ("The size can be changed through sysfs.", ["userspace"]),
            ("The size can be set by a module parameter.", ["userspace"]),
            ("Through debugfs rings can be emptied. The size can be changed, too.", ["userspace", "userspace"]),
            ("Users may read the size via sysfs.", ["userspace"]),
            ("Users may read the size via ring_size().", ["caller"]),
            ("The caller should set up the files in sysfs.", ["caller"]),
            ("The size can be passed as the second parameter.", ["caller"]),
            ("sysfs can be mounted anywhere.", ["userspace"]),
            ("The module parameter can be changed at any time.", ["userspace"]),
            ("The state can be read from the kernel log.", ["userspace"]),
            ("The state can be printed to the kernel log.", ["caller"]),
            ("The attributes must be gone from sysfs first.", ["caller"]),
            ("The sys can be changed.", ["caller"]),
            ("Do not register the sysfs files twice.", ["caller"]), ("The debugfs file may be left out.", ["caller"]),
            ("The ring can be emptied while its /dev node is open.", ["caller"]),
        ])
    func place(text: String, expected: [String]) {
        #expect(bearers(text, .init(kind: .function, symbol: "ring_take")) == expected)
    }

    @Test("A context is where something is done, and no party that does it")
    func contextIsNoParty() {
        let block = Prose.Block(kind: .markdown, title: "ring")
        let text = "The kernel must stop it. It must be emptied again by the kernel context that filled it."
        #expect(bearers(text, block) == ["core", "caller"])
    }

    @Test(
        "An overview speaks to drivers, unless it speaks of callers or asks for a call",
        arguments: [
            ("The ring must be emptied.", ["driver"]),
            ("Define the slots in the order of their numbers.", ["driver"]),
            ("Callers take slots from a ring. The ring must be emptied.", ["caller", "caller"]),
            ("Call ring_take() for each slot.", ["caller"]),
            ("The ring is given to the device using ring_give(). It has to be filled first.", ["caller", "caller"]),
        ])
    func overview(text: String, expected: [String]) {
        #expect(bearers(text, .init(kind: .doc, title: "rings")).suffix(expected.count) == expected[...])
    }

    @Test("A section of a book goes on speaking to userspace until it names a function; elsewhere a paragraph does")
    func placeInParagraphs() {
        func bearers(_ kind: Prose.Block.Kind, _ texts: String...) -> [String] {
            Page(texts.map { (.paragraph, $0) }, Prose.Block(kind: kind, title: "rings")).clauses.map(\.bearer)
        }
        let place = "Through sysfs rings can be emptied."
        let duty = "The ring must be emptied first."
        #expect(bearers(.markdown, place, duty) == ["userspace", "userspace"])
        #expect(bearers(.function, place, duty) == ["userspace", "caller"])
        #expect(bearers(.markdown, place, "So does ring_empty() in the kernel.", duty).last == "caller")
    }

    @Test("A book's duties are its reader's, who calls what it is about")
    func book() {
        #expect(bearers("The ring must be emptied.", .init(kind: .markdown, title: "rings")) == ["caller"])
    }

    @Test(
        "Nobody keeps what is not guaranteed, and the core does not promise it",
        arguments: [
            ("There is no guarantee that the ring is empty.", "core"),
            ("This does not guarantee that the ring is empty.", "core"),
            ("The ring is not guaranteed to be empty.", "core"),
            ("The result is undefined if the ring is empty.", "caller"),
        ])
    func noGuarantee(sentence: String, expected: String) {
        #expect(bearers(sentence, .init(kind: .function, symbol: "ring_take")) == [expected])
    }

    @Test(
        "What a function is asked to do, it does, and another one whoever implements it",
        arguments: [
            ("This function should find the slot.", "core"),
            ("If so, it shall empty the ring.", "core"),
            ("This function doesn't need to lock the ring.", "core"),
            ("It is forbidden to call this function twice.", "caller"),
            ("It is not recommended to embed a slot.", "caller"),
            ("This function must be called twice.", "caller"),
            ("This function should be called early.", "caller"),
            ("The take_slot function must empty the ring.", "driver"),
            ("The callback routine shall return RING_DONE.", "driver"),
            ("take_slot() should return zero.", "driver"),
            ("take_slot() should be called first.", "caller"),
            ("The callback must be registered first.", "caller"),
            ("The callback can be omitted.", "driver"),
            ("A callback for each slot, it can be NULL.", "caller"),
            ("mandatory callback of a ring", "driver"),
            ("This function may only be used by ring drivers.", "caller"),
            ("Should be called from the driver's interrupt.", "caller"),
            ("Slots should be taken by the driver.", "driver"),
            ("The ring driver can be used to take slots.", "caller"),
            ("The driver's slots must be freed.", "caller"),
            ("The ring is freed on driver detach.", "core"),
            ("User-level code must not count on it.", "userspace"),
            ("Signal handlers must not take slots.", "userspace"),
        ])
    func function(sentence: String, expected: String) {
        #expect(bearers(sentence, .init(kind: .function, symbol: "ring_take")).last == expected)
    }

    @Test("What has to be there is for the function to see to")
    func existence() {
        let block = Prose.Block(kind: .function, symbol: "ring_take")
        #expect(bearers("There must always be a spare slot.", block) == ["core"])
        #expect(bearers("A spare slot must always be given.", block) == ["caller"])
    }

    @Test(
        "A call that has to be there is for the caller to make",
        arguments: [
            "There must be exactly one call to ring_put().",
            "There must be a matching ring_put() for every ring_get().",
            "There must not be any calls before ring_start().",
            "There must not be more than one call to ring_put().",
        ])
    func callExists(sentence: String) {
        #expect(bearers(sentence, .init(kind: .function, symbol: "ring_take")) == ["caller"])
    }

    @Test("A paragraph speaks to userspace by itself; what is left free goes on until a function is named")
    func paragraphs() {
        let units = [
            "Through debugfs rings can be emptied. They must not be full.", "The size can be changed, too.",
            "The lock must be held.", "ring_take() needs a ring.", "The size can be changed.",
        ]
        let page = Page(units.map { (.paragraph, $0) }, .init(kind: .doc, title: "rings"))
        #expect(
            page.clauses.filter { $0.modality != .informative }.map(\.bearer)
                == ["userspace", "userspace", "userspace", "driver", "driver"])
        // A function is called by its callers, whatever stands in sysfs.
        let function = Page(
            [(.paragraph, "The size can be changed in sysfs."), (.paragraph, "The lock need not be held.")],
            .init(kind: .function, symbol: "ring_take"))
        #expect(function.clauses.map(\.bearer) == ["userspace", "caller"])
    }

    @Test(
        "What a function does that implements a callback, its driver does",
        arguments: [
            ("ring_ops.take implementation", "driver"), ("ring_ops.take callback", "driver"),
            ("take a slot", "core"), ("the default callback", "core"),
        ])
    func implementation(purpose: String, expected: String) {
        let page = Page([(.purpose, purpose), (.paragraph, "Empties the ring.")], .init(kind: .function, symbol: "f"))
        #expect(page.clauses.last?.bearer == expected)
    }
}
