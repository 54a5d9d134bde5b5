import KernelDoc
import Testing

@testable import Clauses

/// Sentences of comments and of books that were read wrongly before the grammar knew their form, in words of their own.
@Suite("Statements")
struct StatementTests {
    private let function = Prose.Block(kind: .function, symbol: "ring_take")
    private let parameter = Prose.Block(kind: .function, symbol: "ring_take", member: "mode")
    private let member = Prose.Block(kind: .struct, symbol: "ring", member: "lock")
    private let book = Prose.Block(kind: .markdown, title: "rings")

    @Test(
        "A statement in a function's description has its modality",
        arguments: [
            ("If it is NULL, then ring_free() is instead called.", [Modality.guarantee]),
            ("If the count is 0 then the state is RING_IDLE.", [.guarantee]),
            ("Otherwise the walk proceeds to the next slot.", [.guarantee]),
            ("When the kernel was young, the ring had one slot.", [.informative]),
            ("Each ring had a lock until 3.5.", [.informative]), ("Each ring has a lock.", [.guarantee]),
            ("All right, the ring has two ends.", [.informative]),
            ("All slots do not have an owner.", [.informative]), ("No slot always has an owner.", [.informative]),
            ("Some slots always have an owner.", [.informative]),
            ("The queue nearly always contains one entry.", [.informative]),
            ("This does not occur only while the ring is full.", [.informative]),
            ("If in doubt, the ring is your friend.", [.informative]),
            ("If the ring is full, the best choice is a bigger one.", [.informative]),
            ("If a driver freed it here, the slot would be freed twice.", [.informative]),
            ("This was the default.", [.informative]), ("A timeout is considered an error.", [.informative]),
            ("Beware that this may be slow.", [.informative]),
            ("If you need it, the state is there.", [.informative]),
            ("The walk proceeds to the next slot.", [.informative]),
            ("When a slot is lost, both counts would be increased.", [.guarantee]),
            ("If the slot were freed, both counts would be increased.", [.informative]),
            ("Stale slots always refer to memory.", [.guarantee]), ("Stale slots refer to memory.", [.informative]),
            ("As stale slots always refer to memory, nobody looks.", [.informative]),
            ("Slots that point to different rings are never equal.", [.guarantee]),
            ("This occurs only while the ring is full.", [.guarantee]), ("This occurs.", [.informative]),
            ("The count kept in the ring only provides a hint.", [.guarantee]),
            ("If the pool is empty, we return -ENOMEM.", [.outcome]),
            ("A slot is only marked when the result is -EBUSY.", [.guarantee]), ("No return value.", [.outcome]),
            ("Beware that the walk can be restarted.", [.guarantee]), ("The walk can be restarted.", [.permission]),
            ("Note that the callback can be called from an interrupt.", [.guarantee]),
            ("Filling it by hand is considered bad style.", [.recommendation]),
            ("Freeing it twice is considered a bug.", [.prohibition]),
            ("There is no locking restriction.", [.permission]),
            ("This is the default.", [.guarantee]), ("This is the default release function.", [.informative]),
            ("Filling it at once is the default.", [.guarantee]),
            ("The core holds the lock while it calls back.", [.guarantee]),
            ("It is a bug if a driver frees it twice.", [.prohibition]),
            ("The flag tells how it is filled, with RING_ONE being the default.", [.guarantee]),
            ("Default values: 8", [.guarantee]), ("Default value: disabled", [.guarantee]),
            ("default 30", [.guarantee]),
            ("All slots have the following format:", [.guarantee]),
            ("Slots, where the ring is never resized, have not been used with it.", [.informative]),
            ("Acme Instruments T451", [.informative]), ("The ring stops.", [.guarantee]),
            ("The marks work both in interrupt and in process context.", [.guarantee]),
            ("The marks work well.", [.informative]), ("Find out if the ring is full", [.informative]),
            ("Note that this only signals the end of the ring.", [.guarantee]),
            ("Returns 0 if taking the slot is allowed, a negative code on error.", [.outcome]),
            ("Returns 1 indicating the slot should be freed.", [.outcome]),
            ("Returns true if the reader holds it and is allowed to keep it.", [.outcome]),
            ("Stops the ring to ensure the reader can go on.", [.guarantee]),
            ("Return - The slots taken.", [.outcome]),
            ("Let the reader know of the slot.", [.guarantee]), ("Let it be.", [.obligation]),
            ("This also WARNs if the ring is full.", [.guarantee]),
            ("Some rings have no lock, don't wait for those.", [.prohibition]),
            ("Readers take the lock, do not wait, and free it.", [.guarantee]),
            ("Waiting for it is equivalent to ring_wait().", [.guarantee]),
            ("If there is no ring, ring_grow() behaves exactly like ring_alloc().", [.guarantee]),
            ("Same as ring_take(), except that the ring stays locked.", [.guarantee]),
            ("Not protected by a lock.", [.guarantee]), ("This _must_ be used with ring_put().", [.obligation]),
            ("Slots are not to be mixed with the ring's own.", [.prohibition]),
            ("(i.e. it runs without the lock).", [.guarantee]), ("This causes the ring to grow.", [.guarantee]),
            ("A slow reader obviously holds up the ring.", [.informative]),
            ("This removes the need to search for a slot.", [.informative]),
            ("Readers use this to find a slot.", [.informative]),
            ("Determine if the ring supports stealing.", [.informative]),
            ("That is called either a slot or a cell.", [.informative]),
            ("When we grow the ring we count the slots we may add.", [.guarantee]),
            ("We assume that the ring was stopped.", [.obligation]),
            ("Taking it twice is illegal and not seen.", [.prohibition]),
            ("The driver assumes that the device is there.", [.informative]),
            ("Specifically this means that sharing will not be possible.", [.informative]),
            ("They cannot benefit from large rings.", [.informative]),
            ("Called after the last ring_put() to free the ring, and mandatory.", [.guarantee, .obligation]),
            ("It is called for each slot and optional.", [.guarantee, .permission]),
            ("It is called, and", [.guarantee]),
            ("Released by calling ring_put().", [.guarantee]), ("Called without locks.", [.obligation]),
            ("If ring_full(ring), or the ring is not for sharing, return -EBUSY.", [.outcome]),
            ("-EBUSY: the ring is full", [.outcome]), ("The caller has stopped the ring before.", [.obligation]),
            ("Will be used as the name of the ring.", [.guarantee]), ("Will be used to find the ring.", [.guarantee]),
            ("Prepare the ring by emptying all slots.", [.guarantee]), ("Prepare the ring.", [.informative]),
            ("It may be called twice, but only when the ring is empty.", [.permission, .obligation]),
            ("It can only tell the number of slots.", [.guarantee]),
            ("To be called with the lock held.", [.obligation]),
            ("The only exception is a full ring.", [.permission]), ("Used from ring_close().", [.guarantee]),
            ("This function display the slots of a ring.", [.guarantee]),
            ("Return zero on success and the ring is valid.", [.outcome]),
            ("Mailbox controllers that need to sleep can wait for the ring.", [.permission]),
            ("Frees the slots which cannot be moved.", [.guarantee]),
            ("Do not count on it.", [.prohibition]), ("Post it to the ring and let the readers know.", [.guarantee]),
            ("It tries to work around a full ring.", [.guarantee]), ("The ring is free'd after this.", [.guarantee]),
            ("Each of the rings provides 15 slots.", [.guarantee]),
            ("This can be called from a task, but not from an interrupt.", [.permission, .prohibition]),
            ("The command stops the ring and forces all slots to zero.", [.guarantee]),
            ("The slot is the number of the ring the reader is waiting for.", [.informative]),
            ("Other errors may be returned by slow rings.", [.outcome]), ("Can be returned if it is full.", [.outcome]),
            ("The slots may be returned to the ring.", [.permission]),
            ("It is assumed the caller holds the lock.", [.obligation]),
            ("The code assumes that the ring is there.", [.obligation]), ("No lock is required.", [.permission]),
            ("The return value of this macro is the number of slots.", [.outcome]),
            ("Upon return, the slot holds the number of readers.", [.guarantee]),
            ("Allow a reader to take the ring.", [.permission]),
            ("Wait for the ring before allow the next one to start.", [.guarantee]),
            ("The caller may not have a ring.", [.informative]), ("The ring probably cannot be moved.", [.informative]),
            ("It is to be noted here that the ring is full.", [.informative]),
            ("If you add a slot, be sure to test it.", [.obligation]),
            ("It is either called directly or from ring_wait().", [.guarantee]),
            ("Both of the rings remain valid.", [.guarantee]), ("Catching all of them is infeasible.", [.informative]),
            ("This only provides a list of the slots.", [.guarantee]),
            ("The ring needs it because it is shared.", [.informative]), ("You need a ring.", [.obligation]),
            ("The ring itself needed for it is taken by ring_take().", [.guarantee]),
            ("Readers can benefit from large rings.", [.informative]),
            ("The process waits until the ring is empty.", [.guarantee]),
            ("Returns RING_FULL if it is, RING_FREE if the slot read from it is less.", [.outcome]),
            ("If no slot is found returns -ENOENT.", [.outcome]),
            ("If no slot is set this function returns 64.", [.outcome]),
            ("If the ring is in use then return NULL.", [.outcome]),
            ("If the ring is full then always wait for a slot.", [.guarantee]),
            ("The ring always returns 'full'.", [.outcome]), ("A reader has to reslot the ring.", [.obligation]),
            ("These need to be taken first.", [.obligation]),
            ("Formerly, readers had to stop the ring.", [.informative]),
            ("The ring described by the slots should be locked.", [.recommendation]),
            ("The ring described here is locked.", [.guarantee]),
            ("As such it's not recommended for large rings.", [.recommendation]),
            ("The name is always NUL terminated.", [.guarantee]),
            ("A negative return value indicates an error.", [.outcome]),
            ("A return of zero indicates that the ring is free.", [.outcome]),
            ("It does not return until the ring is empty.", [.guarantee]),
            ("On success, return pointers to all slots.", [.outcome]),
            ("The table of slots is rebuilt to hold them.", [.guarantee]),
            ("It is up to the reader to stop the ring.", [.obligation]),
            // No comma parts the main clause from its condition.
            ("If the slot is not NULL the count of slots at the time it was full is stored there.", [.guarantee]),
            ("If it is full the slots of the ring are dropped.", [.guarantee]),
            ("If a ring takes large slots (some do) this call frees all of them.", [.guarantee]),
            ("If so it frees the slot.", [.guarantee]), ("If a ring that shares the lock is full.", [.informative]),
            // A noun that could be a verb ends the phrase.
            ("Returns the address of the ring counts structure.", [.outcome]),
            ("The readers of all slots wait.", [.guarantee]),
            // What a slot is for is said of the slot alone.
            ("This call fills the slot to be used for writing.", [.guarantee]),
            ("The slot is used for writing.", [.informative]),
        ])
    func description(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    enum Place { case parameter, member, purpose }

    @Test(
        "What is said of a parameter, of a member, and in a purpose",
        arguments: [
            (Place.parameter, "If set to 1 the ring is emptied.", Modality.guarantee),
            (.parameter, "Signals whether the ring is full", .informative),
            (.parameter, "Should the ring grow or not.", .informative), (.parameter, "Should be 2.", .recommendation),
            (.parameter, "address where found slot is written", .informative),
            (.parameter, "Returns the next slot of the ring.", .outcome),
            (.parameter, "Return the next slot of the ring.", .outcome), (.parameter, "returns slot", .informative),
            (.parameter, "complete range of slots that readers use", .informative),
            (.parameter, "lower and upper bounds of slots", .informative),
            (.parameter, "flag telling if slots should be freed", .informative),
            (.parameter, "the ring from which slots have to be taken", .informative),
            (.parameter, "length the ring is allowed to take", .informative),
            (.parameter, "The ring is allowed to take it.", .permission),
            (.parameter, "number of the ring the slots should be taken from, or -1", .informative),
            (.member, "The most slots of a queue this ring can hold (3 or 4)", .informative),
            (.member, "The first time the ring is full it must be emptied.", .obligation),
            // A lock that is there to protect something does protect it.
            (.member, "Lock for the slots.", .informative), (.member, "mutex to protect the slots", .guarantee),
            (.member, "Size of the ring; invariant over its life.", .guarantee),
            // What a member counts or defines is no order to count or define it.
            (.member, "count the slots that are taken", .informative),
            (.member, "define the kind of slot", .informative),
            (.purpose, "fastpath lock the ring", .guarantee), (.purpose, "setup the ring", .informative),
            (.purpose, "grow returns the ring", .outcome), (.purpose, "emulate a ring", .guarantee),
            (.purpose, "attempt to xor a set of slots", .guarantee),
            (.purpose, "initialize a slot chain", .informative),
            (.purpose, "determine if a ring is full", .informative), (.purpose, "initialize a ring", .informative),
        ])
    func fragment(_ place: Place, text: String, expected: Modality) {
        let (role, block): (Prose.Role, Prose.Block) =
            switch place {
            case .parameter: (.parameter, parameter)
            case .member: (.parameter, member)
            case .purpose: (.purpose, function)
            }
        #expect(Page([(role, text)], block).modalities == [expected])
    }

    @Test(
        "A statement in running text has its modality",
        arguments: [
            ("Reading shows the slots in use.", [Modality.guarantee]),
            ("Show all slots:", [.informative]), ("Run this to empty all of the rings:", [.obligation]),
            ("Here, clients can take slots, share them, or do both.", [.permission]),
            ("It uses 3 slots for this as opposed to 4 on large rings.", [.guarantee]),
            ("Workloads that run on rings of their own do not have a lock.", [.informative]),
            ("The usual parts are large buffers, slot lists, page flushes as well as locks.", [.informative]),
            ("In practice, people are forced to stop the ring.", [.informative]),
            ("ring-split ability to perform segmentation offload of slots", [.informative]),
            ("The number of slots the user may take.", [.informative]),
            ("Display Controller", [.informative]), ("WRITE slot 1, FLUSH", [.informative]),
            ("It is not needed for small rings.", [.informative]), ("You are not required to stop it.", [.permission]),
            ("Drivers are required not to stop it.", [.prohibition]),
            ("Drivers have to never stop it.", [.prohibition]),
            ("Drivers need to not stop it.", [.prohibition]), ("Drivers need not to stop it.", [.permission]),
            ("Drivers are free not to stop it.", [.permission]),
            ("It is required to never stop it.", [.prohibition]), ("It is necessary not to stop it.", [.prohibition]),
            ("It is not necessary to stop it.", [.permission]),
            ("Drivers are not required to never stop it.", [.permission]),
            ("Drivers are not required not to stop it.", [.permission]),
            ("It is not required not to stop it.", [.permission]),
            ("It is not necessary to never stop it.", [.permission]),
            ("Stopping it has the same effect as ring_stop().", [.guarantee]),
            ("A stop beyond the ring has an undefined outcome.", [.undefined]),
            ("Both calls have locked variants:", [.guarantee]), ("Rings have slots.", [.informative]),
            ("The loader handles rings differently.", [.guarantee]), ("Handle a ring.", [.obligation]),
            ("Now lets look at the ring.", [.informative]), ("The data may be stale.", [.undefined]),
            ("Select 'Rings' from the list.", [.obligation]),
            ("It can be used in many ways, so do not rely on it.", [.permission, .prohibition]),
            ("The number of slots has a default of 12.", [.guarantee]),
            ("It allows userspace awareness of the ring.", [.informative]),
            ("It allows userspace to see the ring.", [.permission]), ("It lets you see the ring.", [.permission]),
            ("This saves some memory.", [.informative]), ("The core saves the state of the ring.", [.guarantee]),
            ("The size will always be odd.", [.guarantee]), ("It is called late in the setup.", [.guarantee]),
            ("It is expected that the ring was stopped.", [.recommendation]),
            ("The ring is pinned as long as there is a slot.", [.guarantee]),
            ("A ring that's running holds a slot.", [.informative]),
            ("The ring is guaranteed not to grow.", [.guarantee]), ("You may take slots at will.", [.permission]),
            ("Please find the list of slots below.", [.informative]),
            ("Special care has been taken to keep slots.", [.informative]),
            ("bit 3: Add a slot to each ring", [.guarantee]),
            ("Any ring left over is used for the list, as it can be moved.", [.informative]),
            ("Sometimes one needs to see the slots.", [.informative]),
            ("Usually a reader is woken then.", [.informative]),
            ("The majority of the rings grow.", [.informative]),
            ("Only one open is allowed.", [.obligation]),
            ("The states that a slot can be are 1 and 2.", [.informative]),
            ("A CAN frame holds 8 bytes of CAN data.", [.informative]),
            ("It CAN NOT be called twice.", [.prohibition]),
            ("The ring requires its slots to be mapped.", [.obligation]),
            ("Allows to follow the slots.", [.informative]),
            ("enable - ring_enable() starts the ring", [.guarantee]),
            ("It stops each ring that it was responsible for.", [.guarantee]),
            ("Not all slots of a ring need to be there.", [.permission]),
            ("Some of these slots may not be used by a ring.", [.informative]),
            ("Copyright (C) 2021 Ring Makers, Inc.", [.informative]),
            ("Variants of both functions exist, too.", [.guarantee]),
            ("Such functions exist for small rings.", [.informative]),
            ("There is a limited number of slots.", [.guarantee]),
            ("What ring_take() returns afterwards is undefined.", [.undefined]),
            ("It is given away under the terms of the usual licence.", [.informative]),
            ("Check https://rings.example/list_all, and http://slots.example/a(b) for more.", [.informative]),
            ("Check the list of slots.", [.obligation]),
            ("Get the tool from https://rings.example/tool.", [.informative]),
            ("Stop the ring, as https://rings.example/doc says.", [.obligation]),
            ("Free the slots listed at https://rings.example/doc.", [.obligation]),
            ("Stop the ring (see https://rings.example/doc).", [.obligation]),
            ("Please read the ring maker's manual.", [.informative]), ("Read the slot first.", [.obligation]),
            ("Please send me a mail on it.", [.informative]), ("Send the slot first.", [.obligation]),
        ])
    func text(sentence: String, expected: [Modality]) {
        #expect(Page([(.paragraph, sentence)], book).modalities == expected)
    }

    @Test("A quoted exclamation mark ends no sentence, and a numbered list in a sentence is cut at its numbers")
    func cut() {
        let quoted = Page.function("A slot with a '!' prefix is taken.").clauses
        #expect(quoted.map(\.sentence) == ["A slot with a '!' prefix is taken."])
        let list = Page.function("It does one of these things: 1) take a slot; 2) drop it, if it is full.").clauses
        #expect(list.map(\.sentence) == ["It does one of these things:", "take a slot;", "drop it, if it is full."])
        let bounds = Page.function("The size (at least: 1) is kept.").clauses
        #expect(bounds.count == 1)
        let named = Page.function("It waits for a reader P. If so, it is woken. R. Maker wrote it.").clauses
        #expect(named.map(\.sentence) == ["It waits for a reader P.", "If so, it is woken.", "R. Maker wrote it."])
    }

    @Test("Items of a pattern of use are steps, but not what a function is said to do step by step")
    func steps() {
        let units: [(Prose.Role, String)] = [
            (.paragraph, "The usual pattern is the following:"),
            (.listItem, "Export a ring with the flags of its use."),
        ]
        let uapi = Page(units, .init(kind: .struct, symbol: "ring"), parent: 0)
        #expect(uapi.modalities == [.informative, .obligation])
        let function = Page(units, .init(kind: .function, symbol: "ring_take"), parent: 0)
        #expect(function.modalities == [.informative, .guarantee])
    }

    @Test(
        "A statement is kept by whoever it names or speaks to",
        arguments: [
            ("Once the ring is attached to the device userspace can fill it.", ["userspace"]),
            ("Callbacks must always return RING_DONE.", ["driver"]),
            ("The ring is given to the device using ring_give().", ["caller"]),
            ("Once the driver is ready, it has to take the ring.", ["driver"]),
        ])
    func bearer(sentence: String, expected: [String]) {
        let page = Page([(.paragraph, sentence)], .init(kind: .doc, title: "rings"))
        #expect(page.clauses.map(\.bearer) == expected)
    }

    @Test("A callback's author is free to sleep, a function's caller is told that it sleeps")
    func sleeping() {
        let block = Prose.Block(kind: .struct, symbol: "ring_ops", member: "take")
        #expect(Page([(.paragraph, "May sleep.")], block).modalities == [.permission])
        #expect(Page.function("This function may sleep.").modalities == [.guarantee])
    }

    @Test("What stands below a term says what it does, and asks nothing of the reader")
    func definition() {
        let units: [(Prose.Role, String)] = [(.listItem, "noring"), (.paragraph, "Disable the ring.")]
        #expect(Page(units, book, parent: 0).modalities == [.informative, .guarantee])
        let steps: [(Prose.Role, String)] = [(.listItem, "Stop the ring."), (.paragraph, "Empty the ring.")]
        #expect(Page(steps, book, parent: 0).modalities == [.obligation, .obligation])
    }

    @Test("Where a callback can be called from is the framework's to keep")
    func calledFrom() {
        let block = Prose.Block(kind: .struct, symbol: "ring_ops", member: "take")
        let page = Page([(.paragraph, "Can be called from an interrupt.")], block)
        #expect(page.clauses.map(\.bearer) == ["core"])
    }

    @Test(
        "When something is called the framework promises, whoever calls it",
        arguments: ["Called from the ring driver to stop it.", "This is called by the driver when a ring is removed."])
    func calledByDriver(sentence: String) {
        #expect(Page.function(sentence).clauses.map(\.bearer) == ["core"])
    }

    @Test("Whoever calls it is not the framework, though the framework says when")
    func pronounBehindCall() {
        let page = Page.function("This is called by the driver when a ring is removed. They must hold the lock.")
        #expect(page.clauses.map(\.bearer) == ["core", "caller"])
    }

    @Test(
        "What is said of a member is kept by the core or the driver",
        arguments: [
            ("Callback invoked on removal of a ring.", "ring_ops", "core"),
            ("(optional) name of the ring", "ring", "driver"),
        ])
    func member(sentence: String, structure: String, expected: String) {
        let page = Page([(.parameter, sentence)], .init(kind: .struct, symbol: structure, member: "take"))
        #expect(page.clauses.map(\.bearer) == [expected])
    }
}
