import KernelDoc
import Testing

@testable import Clauses

/// What a reader of some two thousand comments from all over a kernel read otherwise than the grammar did, each
/// form in words of its own and, where it has one, with what looks like it and is none.
@Suite("Readings")
struct ReadingTests {
    private static let parameter = Prose.Block(kind: .function, symbol: "ring_take", member: "mode")
    private static let member = Prose.Block(kind: .struct, symbol: "ring", member: "lock")
    private static let flag = Prose.Block(kind: .enum, symbol: "ring_mode", member: "RING_FAST")

    @Test(
        "What a function does is promised without a subject, too",
        arguments: [
            ("clearing all slots of the ring", [Modality.guarantee]), ("To restart the ring", [.guarantee]),
            ("May take several slots.", [.guarantee]), ("May be called twice.", [.permission]),
            ("(re)set the ring", [.guarantee]), ("read ring version to a buffer", [.guarantee]),
            ("Slot remove function", [.informative]), ("read handler", [.informative]),
            ("register full callback", [.guarantee]), ("full callback", [.informative]),
            ("do a search of the ring", [.guarantee]), ("do whatever is needed", [.informative]),
            ("compare two slots", [.guarantee]), ("resume normal operations", [.guarantee]),
            ("take care of full rings", [.informative]), ("Provide slots to readers.", [.guarantee]),
            ("Indicate that the ring is full", [.guarantee]),
            ("Takes a slot.", [.informative]), ("Typically called from a reader.", [.informative]),
            ("Pass NULL to detach it.", [.obligation]), ("Call with the ring stopped.", [.obligation]),
            ("Works like ring_get().", [.guarantee]), ("Identical to ring_get().", [.guarantee]),
        ])
    func subjectless(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "What a function's description tells of somebody or something",
        arguments: [
            ("-EINTR - Interrupted.", [Modality.outcome]), ("-EROFS - Read only ring.", [.outcome]),
            ("This call would free the slot.", [.guarantee]), ("It would have freed the slot.", [.informative]),
            ("Otherwise the ring would free it twice.", [.informative]), ("We would free it.", [.informative]),
            ("We free the slot first.", [.guarantee]), ("We will take a slot.", [.guarantee]),
            ("Usually, we free the slot.", [.informative]), ("We assume so.", [.informative]),
            ("This call handles releasing it.", [.guarantee]), ("It parses the table.", [.guarantee]),
            ("This includes freeing it.", [.guarantee]), ("This includes the slots.", [.informative]),
            ("This function provides a slot.", [.guarantee]), ("This supports short frames.", [.guarantee]),
            ("Each ring has one lock.", [.guarantee]), ("The ring has one lock.", [.informative]),
            ("It works even if the ring is full.", [.guarantee]),
            ("Caller holds the lock.", [.obligation]), ("The ring holds slots.", [.informative]),
            ("It is called with the lock held.", [.obligation]), ("called under the list lock", [.obligation]),
            ("ring_put() does not require a lock.", [.permission]), ("ring_put() requires a lock.", [.obligation]),
            ("It frees it without requiring the ring to be locked.", [.guarantee]),
            ("This is a noop if the ring is empty.", [.guarantee]), ("This is noop on empty rings.", [.guarantee]),
            ("If none is given, the default slot is used.", [.guarantee]), ("A slot is used.", [.informative]),
            ("The lock is used to protect the slots.", [.guarantee]),
            ("A list is used to keep slots.", [.informative]),
            ("The rings are divided into three groups.", [.informative]),
            ("It is the caller's duty to free it.", [.obligation]),
            ("Under no circumstances should it be freed.", [.prohibition]),
            ("Only full slots are permissible.", [.obligation]),
            ("The count cannot exceed ring_max.", [.guarantee]), ("Rings cannot overlap.", [.informative]),
            ("This allows a reader to wait.", [.permission]), ("It allows faster reading.", [.informative]),
            ("RING_STOP stops further reading.", [.guarantee]),
            ("Everytime a reader comes back this function is called.", [.guarantee]),
            ("The ring, if possible, will be emptied.", [.guarantee]),
            ("We need to stop the ring first.", [.obligation]), ("We need it.", [.informative]),
            ("Many rings need to grow.", [.informative]), ("It may be missing a slot.", [.informative]),
            ("The ring can be one of these.", [.informative]), ("The ring can be full.", [.permission]),
            ("It is necessary for the ring to be full.", [.obligation]),
            ("This is necessary for full rings.", [.informative]),
            ("The result is not defined if the ring is full.", [.undefined]),
            ("The client has it, so you do not have to include it.", [.permission]),
            ("Calling it twice is not supported.", [.prohibition]), ("Two rings are not supported.", [.guarantee]),
        ])
    func description(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "Conditions end where their main clause begins",
        arguments: [
            ("For instance, if the ring is full, the reader shall wait.", [Modality.obligation]),
            ("If not found - return NULL.", [.outcome]),
            ("If the ring is there and it is full returns 0.", [.outcome]),
            ("If size != 0, the ring is emptied.", [.guarantee]),
            ("If 0 the default is taken.", [.guarantee]),
            ("It is shared, so make sure to stop it.", [.guarantee, .obligation]),
            ("Takes it off and returns slots.", [.guarantee, .outcome]),
            ("The function will look for a slot and return its number.", [.guarantee, .outcome]),
            ("Allocate a ring, and return a pointer to it.", [.guarantee, .outcome]),
            ("Store it if the reader has asked for it and return -EINVAL.", [.guarantee, .outcome]),
            ("Waits until it is free and returns 0.", [.guarantee, .outcome]),
            ("On success return 0.", [.outcome]), ("After this call the reader must wait.", [.obligation]),
        ])
    func conditions(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "What stands in a section on results is returned, unless it tells what happens",
        arguments: [
            ("Number of bytes read from the ring", [Modality.outcome]),
            ("In that case, the ring will be emptied.", [.guarantee]),
            ("On success, this will be zero.", [.outcome]),
        ])
    func results(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence, section: "Return").modalities == expected)
    }

    @Test(
        "Several statements of one sentence are several clauses",
        arguments: [
            ("Don't take it, use ring_get() instead.", [Modality.prohibition, .obligation]),
            ("Don't free it, just mark it as stale.", [.prohibition, .obligation]),
            (
                "The caller needs to hold a lock, otherwise it might be gone before return, resulting in undefined behavior.",
                [.obligation, .undefined]
            ),
            ("This function does not check the ring, which the caller should do.", [.guarantee, .recommendation]),
            ("This function does not hold locks.", [.guarantee]), ("This function holds data.", [.informative]),
            ("This function does not belong to the ring.", [.informative]),
            ("Must the caller stop it?", [.informative]),
            ("Which lock must be held when this is called?", [.informative]),
            ("But how must the ring stop then?", [.informative]), ("Then the caller must stop it?", [.obligation]),
        ])
    func severalClauses(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "What nothing is promised about is undefined",
        arguments: [
            ("They are kept in no particular order.", [Modality.undefined]),
            ("The count is not reliable while the ring runs.", [.undefined]),
            ("The count is reliable.", [.guarantee]), ("The ring makes no guarantees about it.", [.undefined]),
            ("The slots are kept in order.", [.guarantee]),
        ])
    func undefined(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "A main clause is found behind, between and in front of what tells it apart",
        arguments: [
            ("All rings, whether full or not, must stay locked.", [Modality.obligation]),
            ("This use, while known to some, is not supported on rings.", [.guarantee]),
            ("All rings including their slots are visible in the trace.", [.guarantee]),
            ("The 32 most significant bits are cleared.", [.guarantee]),
            ("To simplify this case the ring can be used with a NULL slot.", [.permission]),
            ("That way, the ring is kept awake.", [.guarantee]),
            ("This way the slots can be moved on other rings.", [.permission]),
            ("Instead of taking one large slot, the driver can take several.", [.permission]),
            ("If non-NULL should point to a slot.", [.recommendation]),
            ("If so stops the ring.", [.guarantee]),
            ("If the ring is locked by a reader or writer then it will be freed when it ends.", [.guarantee]),
            ("If the call failed, it will print a line that can be read.", [.guarantee]),
            ("If it needs no callback set the pointer to NULL.", [.guarantee]),
            ("If it does not exist yet allocate the slot.", [.guarantee]),
            ("If you accept the slot return 0.", [.outcome]),
            ("As of 2.0 rings with empty slots are not supported.", [.guarantee]),
            ("ring_name() returns the name from it's slot.", [.outcome]),
            ("Given a slot return a suitable name.", [.outcome]),
            ("Given a slot, look up its ring.", [.guarantee]),
            ("For each ring, map slots into it.", [.guarantee]),
            ("The walk starts here.", [.guarantee]),
            ("Slots (also known as cells) report their values in volts.", [.guarantee]),
            ("Like in C, they both align the slots to words.", [.guarantee]),
            ("All rings within the same group use the same lock.", [.guarantee]),
            ("All slots after the current one need to move up once the ring is freed.", [.obligation]),
            ("Certain flags to change the way in which slots are found can be set here.", [.permission]),
            ("If the \"full\" test fails, the \"empty\" one will fail as well.", [.outcome]),
            ("Please check for the slot before using it!", [.obligation]),
            ("It is only used in the walk, which holds no lock.", [.guarantee]),
            ("It is used for a walk.", [.informative]), ("It is idempotent.", [.guarantee]),
            ("If count > 0 this function will try to take a slot.", [.guarantee]),
            ("If the ring is NULL then the walk is dropped.", [.guarantee]),
            ("If ring->next == NULL then the walk is dropped.", [.guarantee]),
            ("If found set ring->next to that slot.", [.guarantee]),
            ("In case two keys are used, they all must match.", [.obligation]),
            ("Both the reader and the walk use the same lock.", [.guarantee]),
            ("Unless told otherwise the walk rounds the size up.", [.guarantee]),
            ("After a reset the caller is required to report each slot that was taken.", [.obligation]),
            ("Returns -ENOENT if there is none, in which case the caller may make one.", [.outcome, .permission]),
            ("Only the slots that were written since the last call are copied.", [.guarantee]),
            ("Opening the ring a second time can fail with -EBUSY.", [.outcome]),
            ("At most four slots are handed out.", [.guarantee]),
            ("Unless the caller holds the lock it may not follow the pointer.", [.prohibition]),
            ("Otherwise the slot stays on the list.", [.guarantee]),
            ("That needs to be prevented by the calling code.", [.obligation]),
            ("After the last step ring_on() has to be called.", [.obligation]),
            ("Depending on which ring and which slot are used, slots are freed at once.", [.guarantee]),
            ("As a result of this design a walk held by the ring must stop readers.", [.obligation]),
            ("If the ring is empty only that one is returned.", [.outcome]),
            ("Enabled rings are printed in brackets.", [.guarantee]),
            ("It returns with the lock held.", [.guarantee]), ("Takes a reference on the ring.", [.guarantee]),
            ("There is one lock per ring.", [.guarantee]), ("The slot is never NULL.", [.guarantee]),
            ("In that case the slot is kept on the list.", [.guarantee]),
            ("In that way, the slot is freed at first, then used again.", [.guarantee]),
            ("It marks the slot so that reading will not be allowed.", [.guarantee]),
            ("All memory taken this way is freed after the walk.", [.guarantee]),
            ("Other cores such as readers may add slots to it.", [.permission]),
            ("As before, ring_stop() must be called exactly once on each ring.", [.obligation]),
            ("For a full ring, as part of the walk ring->next is moved to the next slot.", [.guarantee]),
            ("As soon as the ring is up (possibly at once) a slot is sent to it.", [.guarantee]),
            ("Because of this this function gets copied into each ring.", [.guarantee]),
            ("When possible slots are freed at once.", [.guarantee]),
            ("When the walk timed out it returns a value of zero.", [.outcome]),
            ("When this function returns there is no guarantee that the ring is full.", [.undefined]),
            ("If verbose, always print the slots that are free.", [.guarantee]),
            ("If the level drops below this mark the ring will be stopped.", [.guarantee]),
            ("If set to zero the core will pick a slot.", [.guarantee]),
            ("If it is full already and it is locked just return success.", [.outcome]),
            ("On a full ring print the slots.", [.guarantee]), ("And tear down slots on rings.", [.guarantee]),
            ("RING_BUSY This value is returned if the ring is full.", [.outcome]),
            ("A name that is too long will be cut by the core.", [.guarantee]),
            ("The directive copies all slots of the ring.", [.guarantee]),
            ("Both calls copy ring entries into their slots.", [.guarantee]),
            ("This function look up and reads slots with one key.", [.guarantee]),
            ("The last option returns, for the given slot, the ring in memory.", [.outcome]),
            ("It doesn't guarantee that the ring stays.", [.undefined]),
            ("This call is not guaranteeing any order.", [.undefined]),
            ("This does not mean that the slot is free.", [.undefined]),
            ("As long as the caller uses this slot, it must hold the lock.", [.obligation]),
            ("It registers both rings, and fails if one of them is full.", [.guarantee, .outcome]),
            ("Waiting for a ring requires you to write a function for it.", [.obligation]),
            ("Slots that did not exist before the start of this call will be skipped.", [.guarantee]),
            ("It also ensures that the ring stays up so that the driver can be reloaded.", [.guarantee]),
            ("If a driver uses it to judge when to stop the ring, it must define this callback.", [.obligation]),
            ("When turned off the ring must take any slot, and full ones are allowed.", [.obligation, .permission]),
            ("RING_SLOW stops this walk so several readers can also use ring_get().", [.guarantee]),
            ("If it is full, certain slots (e.g. old ones) cause the ring to grow.", [.guarantee]),
            ("If any of this fails the ring is left as is.", [.guarantee]),
            ("If the count is not zero, the ring is emptied by means of writing zeroes to it.", [.guarantee]),
            ("Ring soft reset the slots.", [.guarantee]), ("Zero is returned for a full ring.", [.outcome]),
            ("There can be only one slot per ring.", [.guarantee]),
            ("When the slot has been taken this function waits until it is free.", [.guarantee]),
            ("If it turns out that slot cannot be freed, ring_get() returns NULL.", [.outcome]),
            ("After stopping it, slots are no longer usable by the driver.", [.guarantee]),
            ("Only permitted where the ring is locked.", [.obligation]),
            ("There is no harm in calling it again.", [.permission]),
            ("The preferred way to do so is ring_get().", [.recommendation]),
            ("The slot is always at the start of the ring.", [.guarantee]),
            ("This function can take several slots.", [.guarantee]),
            ("This function can run in any context.", [.permission]),
            ("Only some of the slots can be freed.", [.informative]),
            ("More about it can be found on the page of the ring.", [.informative]),
            ("It must fill the slot as may be needed for the ring.", [.obligation]),
            ("As a rule, a ring is freed at night.", [.informative]),
            ("Upon this call the core may no longer change the slots.", [.prohibition]),
            ("Care should be taken when the ring is freed.", [.recommendation]),
            ("Make sure to call ring_put() when done, but do not call it again.", [.obligation, .prohibition]),
            ("You should not use this call to stop it, use ring_stop() instead.", [.recommendation, .obligation]),
            ("Never depend on the order of slots.", [.prohibition]),
            ("Readers must have no slots of their own.", [.prohibition]),
            ("It provides no ordering guarantees for either of them.", [.undefined]),
            ("The caller guarantees that nobody else stops it.", [.obligation]),
            ("On a full ring the return is zero.", [.outcome]),
            ("This call is only valid prior to the start of the ring.", [.obligation]),
            ("Changing the mode may reset the ring.", [.informative]),
            ("Using it, the caller can reset the ring.", [.permission]),
        ])
    func mainClause(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "What turns a promise, a duty or a freedom around is heard wherever it stands",
        arguments: [
            ("It is guaranteed to not sleep.", Modality.guarantee), ("It is guaranteed to never be NULL.", .guarantee),
            ("It is not guaranteed to sleep.", .undefined), ("Nothing is guaranteed about the order.", .undefined),
            ("The core guarantees not to sleep.", .guarantee), ("The order of the slots is not defined.", .undefined),
            ("Prevents readers from seeing stale data.", .guarantee), ("It returns stale data.", .undefined),
            ("Never call this twice!", .prohibition), ("Never, ever call this.", .prohibition),
            ("Deprecated, do not use.", .prohibition), ("Nobody may touch the slot.", .prohibition),
            ("Nobody must touch the slot.", .prohibition), ("No thread may be in a call to it.", .prohibition),
            ("No interrupts can be delivered.", .guarantee), ("Nothing may be assumed.", .prohibition),
            ("Don't forget to free it.", .obligation), ("You must not forget to free it.", .obligation),
            ("Take care to free it.", .obligation), ("Take care not to free it.", .prohibition),
            ("Take care of full rings.", .informative), ("Refrain from calling this.", .prohibition),
            ("It is an error to call this twice.", .prohibition), ("Freeing it twice is a bug.", .prohibition),
            ("You may not be able to read it.", .informative), ("The ring may not support it.", .informative),
            ("A device may not support every ring.", .informative), ("It may not be called twice.", .prohibition),
            ("The size may not be smaller than eight bytes.", .prohibition),
            ("Only the owner may unlock the ring.", .obligation), ("The owner may unlock the ring.", .permission),
            ("The lock may be taken only once.", .obligation), ("The lock may be taken twice.", .permission),
            ("This may be called from a walk only when the ring is empty.", .obligation),
            ("This is allowed only if the ring is off.", .obligation),
            ("At most 4 slots may be held.", .obligation), ("No more than 4 slots may be held.", .obligation),
            ("At most one of the slots can be non-NULL.", .obligation), ("Two slots may be freed.", .permission),
            ("It assumes that no more work can be queued.", .obligation),
            ("Walks on such rings require at least a read lock.", .obligation),
            ("The hook is required unless the ring is full.", .obligation),
            ("Locking is left up to the caller.", .obligation), ("It is the caller's job to free it.", .obligation),
            ("Another way would need to remove the size.", .informative),
            ("Two readers never take the same slot.", .guarantee), ("Nor may the caller free it.", .prohibition),
            ("Callers were required to pass it.", .informative), ("Callers are required to pass it.", .obligation),
            ("Readers were supposed to guess it.", .informative), ("You had better stop it first.", .recommendation),
            ("Freeing it is up to the caller.", .obligation), ("The order is left to the caller.", .permission),
            ("It is up to the caller whether it waits.", .permission),
            ("No lock is needed as long as it is empty.", .permission),
            ("It must be said that this is slow.", .informative), ("A reader may choose to wait.", .permission),
        ])
    func turnedAround(sentence: String, expected: Modality) {
        #expect(Page.function(sentence).modalities == [expected])
    }

    @Test(
        "Words that look like a turn of phrase and are none are read as they stand",
        arguments: [
            ("The core may return an error to the caller.", Modality.outcome),
            ("Reports an error to the user.", .guarantee), ("write an error to the log", .guarantee),
            ("The reader must forget the old slot.", .obligation),
            ("The driver may not change the result.", .prohibition),
            ("Callers may not modify all slots.", .prohibition),
            ("Callers may not free correctly aligned slots.", .prohibition),
            ("The size is not specified.", .informative), ("Readers may use rings that hold slots only.", .permission),
            ("Please consider using the other call.", .recommendation), ("Please check the slot.", .obligation),
            ("If it fails, free the slot instead.", .guarantee), ("Nobody can tell its size.", .informative),
            ("It must be specified that the ring is full.", .obligation),
            ("Freeing the lock first is a bug fix.", .informative),
            ("Takes a lock class as its parameter.", .informative),
            ("This call returns the use associated with the ring.", .outcome),
            ("The ring is safe, since nobody else can change it.", .guarantee),
        ])
    func noTurn(sentence: String, expected: Modality) {
        #expect(Page.function(sentence).modalities == [expected])
    }

    @Test(
        "A condition ends where the next result begins; what is checked is none",
        arguments: [
            ("Returns -ENOMEM if it failed, or -ENOSPC if no slot is free.", "if it failed"),
            ("Return 0 if legal or -EINVAL if not.", "if legal"),
            ("Returns true if the slot is NULL or zero.", "if the slot is NULL or zero"),
            ("Returns 0 if it is full or a negative error code.", "if it is full"),
            ("The call must be repeated after -EINTR or -EAGAIN.", "after -EINTR or -EAGAIN"),
            ("Checks if the ring is full.", nil),
        ])
    func conditions(sentence: String, expected: String?) {
        #expect(Page.function(sentence).clauses.first?.condition == expected)
    }

    @Test("What a book asks for is found behind a purpose and a phrase")
    func askedBehind() {
        let book = Prose.Block(kind: .markdown)
        #expect(Page([(.paragraph, "To use the feature mount the ring.")], book).modalities == [.obligation])
        #expect(Page([(.paragraph, "For timeouts, use absolute times.")], book).modalities == [.obligation])
        #expect(Page([(.listItem, "Unchanged.")], book).modalities == [.guarantee])
    }

    @Test("An item of a book that is no sentence tells what something does; one that is asks for it")
    func itemsOfBooks() {
        let book = Prose.Block(kind: .markdown)
        #expect(Page([(.listItem, "Report writes to the ring")], book).modalities == [.guarantee])
        #expect(Page([(.listItem, "Report writes to the ring.")], book).modalities == [.obligation])
        #expect(Page([(.listItem, "Use ring_take() for it")], book).modalities == [.obligation])
    }

    @Test("Calls are the subject of what several verbs later is said of them")
    func callsAsSubject() {
        let text = "Calls to this function, ring_put() and ring_get() may not be mixed."
        #expect(Page.function(text).clauses.map(\.text) == [text])
        #expect(Page.function("Calls to the ring.").modalities == [.guarantee])
        #expect(Page.function("Calls to userspace that may fail.").modalities == [.guarantee])
    }

    @Test("A condition's list of things shown ends at the comma where the main clause begins")
    func shownInCondition() {
        let clauses = Page.function("If the ring is in a table indicating a top speed, the speed is limited.").clauses
        #expect(clauses.map(\.modality) == [.guarantee])
        #expect(clauses[0].condition == "If the ring is in a table indicating a top speed")
    }

    @Test("What stands behind “Requires:” somebody has to do; a note there says no more than elsewhere")
    func requirements() {
        #expect(Page.function("Requires: the ring's lock be held").modalities == [.obligation])
        #expect(Page.function("Precondition: ring stopped").modalities == [.obligation])
        #expect(Page.function("Requires: see ring_take()").modalities == [.informative])
        #expect(Page.function("Requires: none.").modalities == [.informative])
        #expect(
            Page.function("Requirements: The ring is stopped. This is a slow path. It was added late.").modalities
                == [.obligation, .informative, .informative])
        #expect(Page.function("Deprecated: use ring_take() instead.").clauses[0].text == "use ring_take() instead.")
    }

    @Test("Any context is a promise, process context a duty")
    func context() {
        #expect(Page.function("Any context.", section: "Context").modalities == [.guarantee])
        #expect(Page.function("Process context.", section: "Context").modalities == [.obligation])
    }

    @Test(
        "A parameter, a member or a flag has effects that are promised, and meanings that are not",
        arguments: [
            (parameter, "if true, do a short wait", Modality.guarantee),
            (parameter, "If not set, the whole ring.", .guarantee),
            (parameter, "if full, the whole ring", .informative),
            (parameter, "If set, don't take a slot.", .guarantee), (parameter, "Don't free it.", .prohibition),
            (parameter, "slot to begin at, or NULL to find a free one", .guarantee),
            (parameter, "true to find a free one", .informative), (member, "This member is deprecated.", .informative),
            (parameter, "Changed by the function.", .guarantee), (parameter, "Not changed on an error.", .guarantee),
            (parameter, "changed slots", .informative), (parameter, "Cannot be NULL.", .obligation),
            (parameter, "slot we're filling", .informative), (parameter, "slots the ring should free", .informative),
            (parameter, "slack in expires time", .informative), (parameter, "size for Slot Asserts data", .informative),
            (parameter, "Wait immediately if the ring is full.", .guarantee),
            (parameter, "write pending list", .informative),
            (member, "decode slot queue", .informative), (member, "convert a slot for it", .guarantee),
            (member, "Mandatory callback", .obligation), (member, "optional release callback", .permission),
            (member, "sets the ring up - Optional", .guarantee),
            (member, "time in seconds (default 60)", .guarantee), (member, "MBZ", .obligation),
            (parameter, "size of it (can be less than ring_max)", .permission),
            (member, "It is zero when the ring is empty.", .guarantee), (member, "It is zero.", .informative),
            (flag, "start will set the state to UP", .guarantee),
            (flag, "ring_stop moves to RING_IDLE", .guarantee),
            (parameter, "Otherwise pad with spaces.", .guarantee),
            (member, "An array naming all groups the ring supports.", .informative),
            (flag, "If set, slots are cleared before they are handed out.", .guarantee),
            (flag, "If set during the start the ring will be freed when it is closed.", .guarantee),
            (parameter, "If unset the ring is freed.", .guarantee), (member, "Rings cannot be turned off.", .guarantee),
            (flag, "All pending slots are freed.", .guarantee),
            (flag, "currently no more than two rings are freed", .guarantee),
            (member, "Device to be a parent of it, usually the one which the ring calls", .informative),
            (member, "Flag to indicate the ring is just added", .informative),
            (member, "Buffer where it is kept before it is written", .informative),
            (member, "selected by the user", .informative), (member, "Set to true if it is from 2 to 6", .informative),
            (parameter, "Handle to one of the ring's slots or a NULL handle.", .informative),
            (flag, "The ring is being emptied.", .informative),
            (flag, "Deprecated, use RING_SLOW instead.", .obligation),
            (flag, "The core retries it three times before it gives up.", .guarantee),
            (member, "Protects the list and the counts below.", .guarantee),
            (member, "Guards access to the slots.", .guarantee),
            (parameter, "buffer the value is written to", .informative),
            (member, "Incremented on every new slot.", .guarantee), (member, "Set if it is full", .informative),
            (member, "Cleared by the core when it stops.", .guarantee),
            (member, "offset of it, never larger than the size", .guarantee),
            (flag, "Only present in full rings", .guarantee), (flag, "Required for new rings.", .obligation),
            (member, "Set by ring_start() and cleared by ring_stop().", .guarantee),
            (member, "Most slots that cores may take before RING_FULL is sent to it.", .informative),
        ])
    func fragment(_ block: Prose.Block, text: String, expected: Modality) {
        #expect(Page([(.parameter, text)], block).modalities.first == expected)
    }

    @Test("Only the first sentence of a description names its thing; behind it a statement is one, a name is not")
    func laterSentences() {
        #expect(
            Page([(.parameter, "thread of the ring. This thread fills slots and waits for the ring.")], Self.member)
                .modalities == [.informative, .guarantee])
        #expect(Page([(.parameter, "state of the ring. input enable.")], Self.member).modalities.last == .informative)
    }

    @Test("The purpose of a structure is a name, whatever its verb")
    func structures() {
        let ring = Prose.Block(kind: .struct, symbol: "ring_request")
        #expect(Page([(.purpose, "Take a slot from a ring")], ring).modalities == [.informative])
    }

    @Test("A DOC section of a module's parameter tells what it does, any other asks")
    func moduleParameters() {
        let parameter = Prose.Block(kind: .doc, title: "size (int)")
        let section = Prose.Block(kind: .doc, title: "sizes")
        let text = "Override the size of the ring."
        #expect(Page([(.paragraph, text)], parameter).modalities == [.guarantee])
        #expect(Page([(.paragraph, text)], section).modalities == [.obligation])
    }

    @Test("A signed constant that names an error is a code of some library; one that only looks like it is none")
    func librariesCodes() {
        #expect(Page.function("Returns 0 or -RING_ERR_FULL.").clauses.first?.errors == ["RING_ERR_FULL"])
        #expect(Page.function("Returns at most RING_MAX -RING_HEAD -RING_ERRATA slots.").clauses.first?.errors == [])
    }

    @Test("The sign goes with a code that has a digit, too")
    func codes() {
        #expect(Page.function("Returns -E2BIG or -EIO.").clauses.map(\.errors) == [["E2BIG", "EIO"]])
    }

    @Test("A preface with nothing behind it is read as it stands")
    func prefaceAlone() {
        #expect(Page.function("This means that").modalities == [.informative])
        #expect(Page.function("It means that", section: "Return").clauses.count == 1)
    }

    @Test(
        "What only tells which one is meant, or when, leaves the statement around it to speak",
        arguments: [
            ("There is no limit on the number of times a slot can be taken.", [Modality.permission]),
            ("This counts the slots a reader can take.", [.guarantee]),
            ("After either of them it has to be stopped.", [.obligation]),
            ("After a failure it has to be stopped.", [.obligation]),
            ("Before it is stopped.", [.informative]),
            ("It waits, and after the wait the ring will be emptied.", [.guarantee]),
            ("order: the order of the pages", [.informative]), ("Bind frees the ring.", [.guarantee]),
            ("The ring may be stopped in which case its slots are freed.", [.permission, .guarantee]),
            ("It is expected of a driver that it stops the ring.", [.recommendation]),
            ("It is therefore necessary for drivers to stop the ring.", [.obligation]),
            ("It is not necessary for a driver to stop the ring.", [.permission]),
            ("It is required of any driver that fills rings to stop them.", [.obligation]),
            ("Lack of memory can make the call fail.", [.outcome]),
            ("The list lock that protects the rings is ring_lock.", [.guarantee]),
            ("The list that protects the rings is ring_list.", [.informative]),
        ])
    func told(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence).modalities == expected)
    }

    @Test(
        "In a section on what is returned, a name is a result, and what is to be done with it is asked",
        arguments: [
            ("The ring with a count taken, use ring_put() on it when done.", [Modality.outcome, .obligation]),
            ("The ring, its lock, use of it.", [.outcome]), ("Drops the count of the ring.", [.guarantee]),
            ("RING_FULL if all slots are taken and the reader was not allowed.", [.outcome]),
        ])
    func namedResults(sentence: String, expected: [Modality]) {
        #expect(Page.function(sentence, section: "Return").modalities == expected)
    }

    @Test("What happens at a value is promised, the way that it is encoded is not")
    func values() {
        let page = { Page([(.parameter, $0)], Self.parameter).modalities }
        #expect(page("a limit, or RING_ANY to take slots anywhere") == [.guarantee])
        #expect(page("a limit, or 0 to wait") == [.guarantee])
        #expect(page("1 to enable, 0 to disable") == [.informative])
    }
}
