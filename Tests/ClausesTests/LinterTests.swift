import KernelDoc
import Promises
import Testing

@testable import Clauses

@Suite("Linter")
struct LinterTests {
    private func findings(_ pages: (String, Prose.Block)...) -> [LintFinding] {
        let documents = pages.enumerated().map { index, page in
            Document(file: "ring\(index).h", prose: Page([(.paragraph, page.0)], page.1).prose)
        }
        return Linter().findings(in: documents)
    }

    private let stop = Prose.Block(kind: .struct, symbol: "ring_ops", member: "stop")
    private let take = Prose.Block(kind: .function, symbol: "ring_take")
    private let page = Prose.Block(kind: .doc, title: "rings")

    @Test("A callback that is mandatory here and optional there contradicts itself, across documents")
    func presence() {
        let found = findings(("This callback is mandatory.", stop), ("This callback is optional.", stop))
        #expect(found.map(\.kind) == [.contradiction])
        #expect(found.first?.source.file == "ring1.h")
        #expect(found.first?.other?.file == "ring0.h")
    }

    @Test("A callback that is optional for some only contradicts no word that it is mandatory")
    func qualified() {
        #expect(findings(("This callback is mandatory. This callback is optional for old rings.", stop)).isEmpty)
    }

    @Test("What one text calls coherent and incoherent contradicts itself")
    func states() {
        let found = findings(("The slow ring is coherent. The slow ring has to be incoherent.", page))
        #expect(found.map(\.kind) == [.contradiction])
        #expect(findings(("The slow ring is coherent. The fast ring has to be incoherent.", page)).isEmpty)
        #expect(findings(("The slow ring is coherent. The slow ring is incoherent when mapped.", page)).isEmpty)
    }

    @Test(
        "A state is told by how a thing is made, by what it lies in, and by “non-”",
        arguments: [
            ("The slow ring is mapped non-coherent.", "The slow ring must be in coherent memory.", true),
            ("The slow ring is allocated from cached memory.", "The slow ring is uncached.", true),
            ("The slow ring of a queue is coherent memory.", "The slow ring is always mapped non-coherent.", true),
            ("The slow ring is non-contiguous.", "The slow ring has to be contiguous.", true),
            ("The slow ring is mapped non-coherent.", "The slow ring is not coherent.", false),
            ("The slow ring is mapped next to coherent memory.", "The slow ring is incoherent.", false),
            ("The slow ring is kept in coherent memory.", "The slow ring is unmapped.", false),
            ("The slow ring uses coherent memory.", "The slow ring is mapped non-coherent for the CPU.", false),
        ])
    func statesInOtherWords(first: String, second: String, isFound: Bool) {
        #expect(findings((first + " " + second, page)).map(\.kind) == (isFound ? [.contradiction] : []))
    }

    @Test(
        "Whether it sleeps, and where it may be called, is said one way",
        arguments: [
            ("This function never sleeps.", "This function may sleep.", true),
            ("It does not sleep.", "May sleep.", true),
            ("Must not be called from interrupt context.", "Can be called from an interrupt context.", true),
            ("Must not be called from atomic context.", "Can be called in softirq context.", true),
            ("Can be called in hardirq context.", "May sleep.", true),
            ("Must not be called from softirq context.", "Can be called from any context.", true),
            ("Must not be called from softirq context.", "Can be called from interrupt context.", false),
            ("It does not sleep while the ring is empty.", "May sleep.", false),
            ("The device does not sleep.", "May sleep.", false),
            ("Must not be called from interrupt context.", "May sleep.", false),
        ])
    func contexts(first: String, second: String, isFound: Bool) {
        #expect(findings((first + " " + second, take)).map(\.kind) == (isFound ? [.contradiction] : []))
    }

    @Test("A section that names a context says where it may be called")
    func namedContext() {
        let section = Prose.Block(kind: .function, symbol: "ring_take", section: "Context")
        let found = findings(("Must not be called from atomic context.", take), ("Softirq context.", section))
        #expect(found.map(\.kind) == [.contradiction])
        #expect(findings(("Must not be called from atomic context.", take), ("Process context.", section)).isEmpty)
    }

    @Test("What must be done and must not be done, in the same words, contradicts itself")
    func duties() {
        let found = findings(("Callers must hold the ring lock. Callers must not hold the ring lock.", take))
        #expect(found.map(\.kind) == [.contradiction])
        #expect(findings(("Callers must hold the ring lock. Callers must not hold the slot lock.", take)).isEmpty)
    }

    @Test(
        "What may sleep can be called from no atomic context",
        arguments: [
            ("This function may sleep. It can be called from any context.", true),
            ("May sleep. This function may be called in interrupt context.", true),
            ("This function may sleep if the ring is full. It can be called from any context.", false),
            ("This function may sleep. It must not be called from interrupt context.", false),
            ("This function may sleep. It can be called from any context that has no lock.", false),
            ("This function may sleep. ring_poll() can be called from any context.", false),
            ("This function may sleep. It can be called from process context.", false),
        ])
    func contexts(text: String, isFound: Bool) {
        #expect(findings((text, take)).map(\.kind) == (isFound ? [.contradiction] : []))
    }

    @Test("What may sleep has no Context section that allows for any context")
    func contextSection() {
        let section = Prose.Block(kind: .function, symbol: "ring_take", section: "Context")
        #expect(findings(("This function may sleep.", take), ("Any context.", section)).map(\.kind) == [.contradiction])
        #expect(findings(("This function may sleep.", take), ("Process context.", section)).isEmpty)
    }

    @Test("A call that never fails has no error codes")
    func denied() {
        let block = Prose.Block(kind: .function, symbol: "ring_take", section: "Return")
        let found = findings(("This function never fails.", take), ("0 on success, -EBUSY if the ring is full.", block))
        #expect(found.map(\.kind) == [.deniedError])
    }

    @Test(
        "“may not” is ambiguous where it forbids",
        arguments: [
            ("The caller may not touch the ring.", true), ("This function may not sleep.", true),
            ("Some rings may not be freed.", false), ("The ring may not be ready yet.", false),
            ("Callers may or may not take a slot.", false), ("Rings may not always be freed.", false),
            ("The caller may neither touch the ring nor free it.", false),
        ])
    func ambiguous(sentence: String, isFound: Bool) {
        #expect(findings((sentence, take)).contains { $0.kind == .ambiguousModal } == isFound)
    }

    @Test(
        "“may not” of what somebody does on purpose is plain",
        arguments: [
            "This function may not be called in IRQ context.", "Calls to both may not be mixed for one ring.",
            "The ring may not be used by two callers.",
        ])
    func deed(sentence: String) { #expect(findings((sentence, take)).isEmpty) }

    @Test("What is said of two values of one option does not contradict itself")
    func terms() {
        let prose = Page(
            [
                (.paragraph, "loose [default] Rings are checked. The slow ring is readable."),
                (.paragraph, "strict Rings are checked twice. The slow ring is not readable."),
            ], page
        ).prose
        #expect(Linter().findings(in: [Document(file: "rings.txt", prose: prose)]).isEmpty)
    }

    @Test("A duty in running text for which nobody is named is told")
    func unborne() {
        #expect(findings(("The ring must be emptied.", page)).map(\.kind) == [.dutyWithoutBearer])
        #expect(findings(("Drivers own the ring. The ring must be emptied.", page)).isEmpty)
        #expect(findings(("It is filled by the firmware. The ring must be emptied.", page)).isEmpty)
        #expect(findings(("It is filled by writing to it. The ring must be emptied.", page)).count == 1)
    }

    @Test("A call that must be restarted is told where nobody says how")
    func restart() {
        let vague = findings(("Returns -EINTR if it was interrupted and must be restarted.", take))
        #expect(vague.map(\.kind) == [.restartUnexplained])
        let clear = "Returns -EINTR if it was interrupted and must be restarted by calling ring_take() again."
        #expect(findings((clear, take)).isEmpty)
    }

    @Test("What has to be restarted may be said by the subject")
    func restartOfSomething() {
        let text = "When the error is EDEADLK, the entire ring sequence must be restarted."
        #expect(findings((text, take)).isEmpty)
    }

    @Test("A code that its own subsystem defines is known")
    func local() {
        let prose = Page([(.paragraph, "Returns -ERINGFULL if it is full.")], take).prose
        let linter = Linter { code, file in code == "ERINGFULL" && file == "ring.h" }
        #expect(linter.findings(in: [Document(file: "ring.h", prose: prose)]).isEmpty)
        #expect(linter.findings(in: [Document(file: "other.h", prose: prose)]).count == 1)
    }

    @Test("An error code that the kernel does not have is told")
    func unknown() {
        #expect(findings(("Returns -ETIMEOUT if it takes too long.", take)).map(\.kind) == [.unknownError])
        #expect(findings(("Returns -E100_ERR_FULL if it is full.", take)).isEmpty)
        #expect(findings(("Returns -ETIMEDOUT if it takes too long, or -EXXX.", take)).isEmpty)
    }

    @Test("An unknown error code counts in every clause of a sentence, once a clause")
    func unknownInSecondClause() {
        let found = findings(
            ("The caller must hold the lock, and -ETIMEOUT is returned if it takes too long.", take),
            ("Returns -ETIMEOUT or -ETIMEOUT if it takes too long.", take))
        #expect(found.map(\.kind) == [.unknownError, .unknownError])
        #expect(found.first?.text.contains("ETIMEOUT") == true)
    }

    @Test(
        "What stands for any code is no code",
        arguments: ["ERRNO", "ERROR", "ERROR_CODE", "ERRORCODE", "ERRCODE", "EERROR", "EXXX", "EFOO"])
    func placeholder(name: String) {
        let text = "Returns 0, or -\(name) if it takes too long."
        #expect(findings((text, take)).isEmpty)
        let clauses = Page.function(text).clauses
        #expect(clauses.map(\.modality) == [.outcome])
        #expect(clauses.flatMap(\.errors).isEmpty && clauses.flatMap(\.symbols) == ["ring_take"])
    }

    @Test("No code of the kernel is taken for a placeholder")
    func codes() {
        #expect(!ErrorCode.all.contains { ErrorCode.isPlaceholder($0.name.utf8) })
        #expect(!ErrorCode.aliases.contains { ErrorCode.isPlaceholder($0.utf8) })
    }

    @Test("A parameter's description that was pasted from another one is told")
    func misplaced() {
        var item = Item(kind: .function, name: "ring_take", line: 1)
        item.parameters = [
            Item.Parameter(
                name: "direction", type: "enum ring_direction", text: DocText(bytes: Array("length of the ring".utf8)),
                line: 3)
        ]
        let found = Linter().findings(in: [Document(file: "ring.h", items: [item])])
        #expect(found.map(\.kind) == [.misplacedDescription])
    }

    @Test(
        "“may not” of what merely may be so, or beside another “may”, is none to ask about",
        arguments: [
            "Callers may not be prepared for a full ring.", "The old slots may no longer be valid.",
            "You may have an old ring, or its slots may not be counted.",
            "This may not be wired up and may return -EIO.", "Callers may sleep in it but may not freeze.",
        ])
    func happening(sentence: String) {
        #expect(!findings((sentence, take)).contains { $0.kind == .ambiguousModal })
    }

    @Test(
        "A positive “may” of what others do leaves it open",
        arguments: ["May be called in IRQ context; this may not sleep."])
    func called(sentence: String) {
        #expect(findings((sentence, take)).contains { $0.kind == .ambiguousModal })
    }

    @Test(
        "A duty that falls to who sends, who has the call named, or who else acts in the section is no duty of nobody",
        arguments: [
            "The full message must be sent as one slot.", "A ring must be set up using ring_init().",
            "The scheduler must wake the ring. It must be emptied.", "Readers see the old slot. It must be emptied.",
        ])
    func borne(text: String) { #expect(findings((text, page)).isEmpty) }

    // MARK: Claims in more than one form of words

    private let stopHook = Prose.Block(kind: .struct, symbol: "ring_ops", member: "stop")

    @Test(
        "Who must, or need not, implement a callback says whether it is optional",
        arguments: [
            ("Every driver must provide this callback.", "This callback is optional.", true),
            ("This callback must be implemented.", "Drivers need not implement it.", true),
            ("Drivers must provide this callback.", "This callback is mandatory.", false),
            ("Drivers must provide a name.", "This callback is optional.", false),
            ("Drivers must not implement it.", "This callback is optional.", false),
        ])
    func provided(first: String, second: String, isFound: Bool) {
        let found = findings((first + " " + second, stopHook))
        #expect(found.map(\.kind) == (isFound ? [.contradiction] : []))
    }

    @Test(
        "A lock that has to be held, and must not be, is a contradiction",
        arguments: [
            ("The caller must hold ring->lock.", "Must be called without ring->lock held.", true),
            ("ring->lock must be held.", "Callers must not hold ring->lock.", true),
            ("Called with the ring lock held.", "The ring lock must not be held by the caller.", true),
            ("This function must be called with ring->lock held.", "It must not be called with ring->lock held.", true),
            ("The caller must hold ring->lock.", "Must be called without slot->lock held.", false),
            ("The caller must hold ring->lock.", "Must be called with ring->lock held.", false),
            ("The caller must hold ring->lock.", "Callers must not hold ring->lock when they retry.", false),
            ("The caller must hold ring->lock or slot->lock.", "Must be called without ring->lock held.", false),
        ])
    func locks(first: String, second: String, isFound: Bool) {
        let found = findings((first + " " + second, take))
        #expect(found.map(\.kind) == (isFound ? [.contradiction] : []))
    }

    @Test(
        "A parameter that may be NULL, and must not be, is a contradiction",
        arguments: [
            ("slot must not be NULL.", "slot may be NULL.", true),
            ("slot must be non-NULL.", "Does nothing if slot is NULL.", true),
            ("The caller must make sure that slot is not NULL.", "slot can be NULL.", true),
            ("slot must not be NULL.", "name may be NULL.", false),
            ("slot must not be NULL.", "slot may be NULL if the ring is empty.", false),
            ("slot must not be NULL.", "Does nothing if slot is full.", false),
        ])
    func nulls(first: String, second: String, isFound: Bool) {
        let found = findings((first + " " + second, take))
        #expect(found.map(\.kind) == (isFound ? [.contradiction] : []))
    }

    @Test("A parameter's own description counts for whether it may be NULL, too")
    func nullInItsDescription() {
        let slot = Prose.Block(kind: .function, symbol: "ring_take", member: "slot")
        #expect(findings(("the slot, may be NULL", slot), ("slot must not be NULL.", take)).count == 1)
        #expect(findings(("the slot, may be NULL", slot), ("name must not be NULL.", take)).isEmpty)
    }

    @Test("A call that never returns NULL does not return it")
    func returnedNull() {
        let section = Prose.Block(kind: .function, symbol: "ring_take", section: "Return")
        let denial = ("Never returns NULL.", take)
        #expect(findings(denial, ("the slot, or NULL if there is none.", section)).map(\.kind) == [.contradiction])
        #expect(findings(denial, ("Returns NULL if it is full.", take)).map(\.kind) == [.contradiction])
        #expect(findings(denial, ("the slot, or an error pointer if it is full.", section)).isEmpty)
        #expect(findings(denial, ("-EINVAL if the ring is NULL.", section)).isEmpty)
    }

    @Test(
        "What always succeeds, or always returns 0, has no codes",
        arguments: [
            ("This function always succeeds.", "0 on success or a negative error code.", true),
            ("Always returns 0.", "-EBUSY if the ring is full.", true),
            ("This function always succeeds if the ring is empty.", "0 on success or a negative error code.", false),
            ("Always returns 0 or 1.", "-EBUSY if the ring is full.", false),
            ("This function always succeeds.", "0 on success.", false),
        ])
    func alwaysSucceeds(first: String, second: String, isFound: Bool) {
        let section = Prose.Block(kind: .function, symbol: "ring_take", section: "Return")
        #expect(findings((first, take), (second, section)).map(\.kind) == (isFound ? [.deniedError] : []))
    }

    @Test("What somebody must do with a function is held against what another document says")
    func dutyInOtherDocument() {
        let rules = Prose.Block(kind: .markdown, title: "rules")
        let found = findings(
            ("Drivers must call ring_kick() from the handler.", page),
            ("The driver must not call ring_kick() from the handler.", rules))
        #expect(found.map(\.kind) == [.contradiction])
    }

    @Test("A thing of several words is one thing in its file, whatever the heading")
    func stateUnderOtherHeading() {
        let texts = ["The slow ring is coherent.", "The slow ring has to be incoherent."]
        var prose = Page(texts.map { (.paragraph, $0) }, page).prose
        prose.blocks.append(Prose.Block(kind: .doc, title: "slow rings"))
        prose.units[1].block = 1
        #expect(Linter().findings(in: [Document(file: "rings.h", prose: prose)]).map(\.kind) == [.contradiction])
    }

    @Test("What two source files define under one name are two functions; a header's comment is of the one")
    func definitions() {
        for (files, count) in [(["a.c", "b.c"], 0), (["a.c", "b.h"], 1), (["a.c", "b.c", "b.c"], 1)] {
            let texts = ["This function may sleep.", "Can be called from any context.", "It may sleep."]
            let documents = zip(files, texts).map { Document(file: $0, prose: Page.function($1).prose) }
            #expect(Linter().findings(in: documents).count == count)
        }
    }

    @Test(
        "“may not” with its reason, or with a stress on “not”, is plain",
        arguments: [
            "Hence callers may not touch the ring.", "The lock is held, so callers may not touch the ring.",
            "Callers may not touch the ring, as it is in use.", "Callers may NOT touch the ring.",
            "Callers may _not_ touch the ring.",
        ])
    func plain(sentence: String) {
        #expect(!findings((sentence, take)).contains { $0.kind == .ambiguousModal })
    }

    @Test("A duty is borne by who is named in another part of its section")
    func borneInAnotherPart() {
        var first = page
        first.section = "Start"
        #expect(findings(("The ring must be emptied.", first)).map(\.kind) == [.dutyWithoutBearer])
        var prose = Page([(.paragraph, "The ring must be emptied."), (.paragraph, "Drivers own it.")], first).prose
        prose.blocks.append(page)
        prose.units[1].block = 1
        #expect(Linter().findings(in: [Document(file: "ring.h", prose: prose)]).isEmpty)
    }

    // MARK: What the declaration denies

    private func findings(_ prototype: String, _ text: String, section: String? = nil) -> [LintFinding] {
        var item = Item(kind: .function, name: "ring_take", line: 1)
        item.prototype = prototype
        let prose = Page.function(text, section: section).prose
        return Linter().findings(in: [Document(file: "ring.h", items: [item], prose: prose)])
    }

    @Test(
        "A function that returns void has no result",
        arguments: [
            ("0 on success, -EBUSY if it is full", "Return", true), ("the number of slots", "Returns", true),
            ("None", "Return", false), ("Nothing.", "Return", false), ("No value is returned.", "Return", false),
            ("This function does not return a value.", "Return", false), ("when all slots are free", "Return", false),
            ("the count of slots, through the second parameter", "Return", false),
            ("Returns -EBUSY if it is full.", nil, true), ("Returns true if it is full.", nil, true),
            ("This function returns 0 on success.", nil, true), ("Returns when all slots are free.", nil, false),
            ("The callback returns 0 on success.", nil, false), ("Returns once all slots are free.", nil, false),
            ("Return one slot to its pool.", nil, false),
            ("Control is returned when all slots are free.", "Return", false),
            ("Any attempt to write to the ring after this will fail and return NULL.", nil, false),
            ("Any try to take a slot will fail and return NULL.", nil, false),
            ("Returns the ring to its pool.", nil, false),
            ("By default all slow and fast ring hooks return -EIO.", nil, false),
            ("If a slot is full this function will return -EBUSY.", nil, true),
            ("A call to ring_next() on this entry will return NULL.", nil, false),
        ] as [(String, String?, Bool)])
    func void(text: String, section: String?, isFound: Bool) {
        let found = findings("static inline void __must_check ring_take(struct ring *ring)", text, section: section)
        #expect(found.map(\.kind) == (isFound ? [.resultMismatch] : []))
        #expect(
            findings("int ring_take(struct ring *ring)", text, section: section).isEmpty || section != nil && !isFound)
    }

    @Test(
        "A function that returns a number returns neither nothing nor a pointer",
        arguments: [
            ("int", "None", true), ("u32", "Void.", true), ("bool", "pointer to the slot, or NULL", true),
            ("int", "NULL if there is no slot", true), ("int", "0 if it was NULL", false), ("void *", "None", false),
            ("void __slow*", "0 on success", false),
            ("struct slot *", "pointer to the slot", false), ("ring_t", "pointer to the slot", false),
        ])
    func number(type: String, text: String, isFound: Bool) {
        let found = findings("\(type) ring_take(struct ring *ring)", text, section: "Return")
        #expect(found.map(\.kind) == (isFound ? [.resultMismatch] : []))
    }

    @Test("A result is denied once a function, and by no declaration that another one contradicts")
    func twoDeclarations() {
        let text = "Returns 0 on success. Returns -EIO otherwise."
        #expect(findings("void ring_take(void)", text).count == 1)
        var (first, second) = (
            Item(kind: .function, name: "ring_take", line: 1), Item(kind: .function, name: "ring_take", line: 9)
        )
        (first.prototype, second.prototype) = ("int ring_take(void)", "static inline void ring_take(void)")
        let prose = Page.function(text).prose
        #expect(Linter().findings(in: [Document(file: "ring.h", items: [first, second], prose: prose)]).isEmpty)
    }

    private func parameter(_ name: String, _ type: String, _ text: String) -> Item.Parameter {
        Item.Parameter(name: name, type: type, text: DocText(bytes: Array(text.utf8)), line: 3)
    }

    @Test(
        "A parameter that is described as another type is told",
        arguments: [
            ("struct ring *", "pointer to struct ring_pool", true),
            ("const struct ring *", "[in] the &struct ring_pool to use", true),
            ("struct ring *", "reference to &ring_pool", true),
            ("struct ring *", "the &struct pool_obj counter", false),
            ("struct ring_pool_state *", "the &struct ring_pool state", true),
            ("struct ring *", "the &struct pool_obj to count", true),
            ("struct ring *", "pointer to the struct ring_pool.", true),
            ("struct ring *", "pointer to struct ring", false), ("struct ring *", "pointer to a struct to fill", false),
            ("struct ring *", "&ring_pool->ring of the pool", false),
            ("const struct ring_ops *", "&ring_default_ops, or NULL", false),
            ("const struct ring_ops *", "pointer to struct slot_ops", true),
            ("struct ring **", "pointer to struct ring_pool", false),
            ("void *", "pointer to struct ring_pool", false),
            ("struct ring *", "struct ring_pool that holds the struct ring", false),
            ("int", "pointer to the slot", true), ("enum ring_kind", "a pointer to the kind", true),
            ("unsigned long", "pointer to the slot", false), ("int *", "pointer to the slot", false),
            ("int", "The Number of slots", false), ("struct ring *", "a number of slots in a row", false),
            ("struct ring *", "The number of slots", true), ("struct ring *", "new number of slots", true),
            ("enum ring_kind", "The length of it", true),
        ])
    func otherType(type: String, text: String, isFound: Bool) {
        var item = Item(kind: .function, name: "ring_take", line: 1)
        item.parameters = [parameter("slot", type, text)]
        let found = Linter().findings(in: [Document(file: "ring.h", items: [item])])
        #expect(found.map(\.kind) == (isFound ? [.misplacedDescription] : []))
    }

    @Test(
        "Of two parameters that are described in the same words, the one to which these do not fit",
        arguments: [
            ("src_ring", "dst_ring", "where the source ring begins", ["dst_ring"]),
            ("from", "to", "address to copy to", ["from"]),
            ("lower_bits", "upper_bits", "number of upper bits", ["lower_bits"]),
            ("lower_bits", "upper_bits", "number of bits to use", []),
            ("first", "second", "the ring to compare", []),
            ("a", "b", "a ring to compare", []), ("inst", "qinst", "ring instance to use", []),
        ])
    func twins(first: String, second: String, text: String, names: [String]) {
        var item = Item(kind: .function, name: "ring_copy", line: 1)
        item.parameters = [parameter(first, "int", text), parameter(second, "int", text)]
        let found = Linter().findings(in: [Document(file: "ring.h", items: [item])])
        #expect(found.map(\.kind) == names.map { _ in .misplacedDescription })
        #expect(found.map { $0.text.split(separator: ":")[0] } == names.map { "@\($0)" })
    }

    @Test(
        "Of two parameters each of which is described as the other, the first is told, with the place of the second",
        arguments: [
            ("start", "the end of the range", "end", "the start of the range", true),
            ("src_ring", "Destination ring", "dst_ring", "[in] source ring", true),
            ("start", "the start of the range", "end", "the end of the range", false),
            ("start", "the end of the range at its start", "end", "start of the range", false),
            ("src", "ring that the destination is filled from", "dst", "ring that the source is copied to", false),
            ("start", "the end of the range", "end", "where it stops", false),
            ("ring", "slot to take it from", "ring_slot", "ring to take it from", false),
        ])
    func swapped(first: String, text: String, second: String, otherText: String, isFound: Bool) {
        var item = Item(kind: .function, name: "ring_copy", line: 1)
        item.parameters = [parameter(first, "int", text), parameter(second, "int", otherText)]
        item.parameters[1].line = 4
        let found = Linter().findings(in: [Document(file: "ring.h", items: [item])])
        #expect(found.map(\.kind) == (isFound ? [.misplacedDescription] : []))
        #expect(found.map(\.other?.line) == (isFound ? [4] : []))
    }

    @Test("What is described as a parameter and is the result, or the rest of the arguments, is told as that")
    func absentAdvice() {
        var item = Item(kind: .function, name: "ring_take", line: 1)
        item.excess = [parameter("retval", "", "0 on success")]
        #expect(
            Linter().findings(in: [Document(file: "ring.h", items: [item])])[0].suggestion.contains("Return section"))
        item.parameters = [Item.Parameter(name: "...", type: "")]
        item.excess = [parameter("names", "", "the names, up to NULL")]
        #expect(Linter().findings(in: [Document(file: "ring.h", items: [item])])[0].suggestion.hasPrefix("@...,"))
    }

    @Test("A parameter that is described and not there, with the one that may be meant")
    func absent() {
        var item = Item(kind: .function, name: "ring_take", line: 1)
        item.parameters = [Item.Parameter(name: "length", type: "int"), Item.Parameter(name: "owner", type: "int")]
        item.excess = [parameter("lenght", "", "how many"), parameter("colour", "", "of the ring")]
        let found = Linter().findings(in: [Document(file: "ring.h", items: [item])])
        #expect(found.map(\.kind) == [.absentParameter, .absentParameter])
        #expect(found.map(\.why) == ["ring_take() has no parameter @lenght", "ring_take() has no parameter @colour"])
        #expect(found[0].suggestion.hasPrefix("@length,") && found[1].suggestion.hasPrefix("leave it out"))
        item.excess = [parameter("lock", "", "held")]
        item.parameters = [Item.Parameter(name: "mutex", type: "struct mutex *")]
        #expect(Linter().findings(in: [Document(file: "ring.h", items: [item])])[0].suggestion.hasPrefix("@mutex,"))
        item.parameters = [Item.Parameter(name: "", type: "struct mutex *")]
        #expect(Linter().findings(in: [Document(file: "ring.h", items: [item])]).isEmpty)
        (item.kind, item.parameters) = (.macro, [])
        #expect(Linter().findings(in: [Document(file: "ring.h", items: [item])]).isEmpty)
    }

    @Test("A long list of parameters that are not there takes no longer than its length", .timeLimit(.minutes(1)))
    func manyAbsent() {
        var item = Item(kind: .function, name: "ring_take", line: 1)
        item.parameters = (0..<4000).map { Item.Parameter(name: "slot\($0)", type: "int") }
        item.excess = (0..<4000).map { parameter("lock\($0)", "", "the lock of slot \($0)") }
        #expect(Linter().findings(in: [Document(file: "ring.h", items: [item])]).count == 4000)
    }

    @Test(
        "An unknown code is told with the one that may be meant",
        arguments: [
            ("EINVLA", "did you mean -EINVAL?"), ("EEXISTS", "did you mean -EEXIST?"),
            ("ERINGISFULL", "name the code that is returned"),
        ])
    func meant(code: String, suggestion: String) {
        #expect(findings(("Returns -\(code) if it is full.", take)).map(\.suggestion) == [suggestion])
    }
}
