import Clauses
import Promises
import Testing
import Widget

@testable import Rules

@Suite("Other words for the same")
struct OtherWordsTests {
    private static let book = RuleBook(vocabulary: .example)

    private static func plan(
        _ text: String, _ modality: Modality, negated: Bool = false, bearer: String = "caller"
    ) -> TestPlan? {
        var clause = clause(text, modality, negated: negated, member: "map")
        clause.bearer = bearer
        return book.read([clause])[0].plan
    }

    @Test(
        "make the same test",
        arguments: [
            (
                "widget_begin() must be called before widget_map().", "widget_begin() has to precede widget_map().",
                .obligation
            ),
            (
                "widget_begin() must be called before widget_map().",
                "widget_map() is required to follow widget_begin().",
                .obligation
            ),
            (
                "Callers must bracket access with widget_begin() and widget_end().",
                "Callers must braket access with widget_begin() and widget_end().", .obligation
            ),
            ("widget_map() must always succeed.", "widget_map() is required to succeed in all cases.", .obligation),
            (
                "After the access callers should call widget_end().",
                "Once the access is complete, widget_end() should be called by callers.", .recommendation
            ),
            ("It is optional.", "Drivers may leave this callback out.", .permission),
            (
                "It calls down into map only when no window exists.",
                "The map callback is called only if there is no window.", .guarantee
            ),
            (
                "After -EINTR callers must restart widget_map().",
                "After -EINTR callers must issue widget_map() again.",
                .obligation
            ),
            ("There is a limited supply of window space.", "There is a finite amount of window space.", .guarantee),
            (
                "Callers must let drivers control the sticky flag of widget_attach().",
                "Callers must let drivers set the sticky flag of widget_attach().", .obligation
            ),
            (
                "Callers cannot rely on coherent access.", "Coherent access must not be relied on by callers.",
                .prohibition
            ),
            (
                "A driver needs to complete preparations that might fail in begin.",
                "In begin drivers have to finish all preparations that can fail.", .obligation
            ),
            ("Callers may use widget_map().", "widget_map() can be used by callers.", .permission),
            ("Drivers polish the frame.", "The frame has to be polished by drivers.", .obligation),
            ("Calls down only when no window exists.", "Calls down only when no mapping exists.", .guarantee),
            (
                "After -EINTR callers must restart widget_map().",
                "When widget_map() fails with -EINTR, callers must repeat it.", .obligation
            ),
            (
                "The core rejects widgets that are too large.",
                "What exceeds the widget is rejected.", .guarantee
            ),
            (
                "Calling widget_attach() is equivalent to calling widget_map().",
                "Calling widget_attach() has the same effect as calling widget_map().", .guarantee
            ),
            ("Windows must be unmapped again.", "Windows must be dropped by using widget_unmap().", .obligation),
            (
                "widget_map() fails when window space runs out.",
                "Running out of window space makes widget_map() fail.",
                .outcome
            ),
            (
                "widget_map() fails when window space runs out.", "widget_map() may fail due to lack of window space.",
                .outcome
            ),
            (
                "Mapping a window returns a pointer into kernel address space.",
                "A pointer into kernel address space is returned when a window is mapped.", .outcome
            ),
            (
                "There is no limit on how often a window can be mapped.",
                "Mapping the same window again and again is fine.",
                .permission
            ),
            ("This is called from widget_map().", "It runs whenever widget_map() is called.", .guarantee),
            ("This callback is optional.", "widget_map() is optional in drivers.", .permission),
            ("This callback is optional.", "There is no obligation to implement this callback.", .permission),
            (
                "Calling widget_attach() is equivalent to calling widget_map().",
                "Calling widget_attach() does the same job as calling widget_map().", .guarantee
            ),
            (
                "There is no limit on how often a window can be mapped.",
                "A window can be mapped an arbitrary number of times.", .permission
            ),
            (
                "Access is only coherent when bracketed with widget_begin() and widget_end().",
                "Coherency is guaranteed solely for access bracketed with widget_begin() and widget_end().", .guarantee
            ),
            (
                "widget_map() fails when window space runs out.",
                "One possible reason for failure is that window space has run out.", .outcome
            ),
        ] as [(String, String, Modality)])
    func same(one: String, other: String, modality: Modality) throws {
        let plan = try #require(Self.plan(one, modality))
        #expect(Self.plan(other, modality) == plan)
    }

    @Test(
        "and others near them make none",
        arguments: [
            ("There is no requirement to set the map callback early.", .permission),
            ("There is no obligation to implement more than the map callback.", .permission),
            ("widget_unmap() brings the window into the kernel's address space.", .guarantee),
            ("widget_unmap() maps a window into kernel address space.", .guarantee),
            ("widget_map() brings a window into disuse.", .guarantee),
        ] as [(String, Modality)])
    func near(text: String, modality: Modality) { #expect(Self.plan(text, modality) == nil) }

    @Test("What is not bracketed, however it is put, is not what is")
    func notBracketed() throws {
        let plans = ["not", "never properly", "not yet"].map { denial in
            Self.plan(
                "Access that is \(denial) bracketed with widget_begin() and widget_end() is guaranteed to be coherent.",
                .guarantee)
        }
        let bracketed = try #require(
            Self.plan("Access bracketed with widget_begin() and widget_end() is guaranteed to be coherent.", .guarantee)
        )
        for plan in plans { #expect(plan != bracketed) }
    }

    @Test("Not to be called while there is one is to be called only when there is none")
    func notWhileThereIsOne() throws {
        let only = try #require(Self.plan("It calls down into map only when no window exists.", .guarantee))
        let text = "If a window exists, the core does not call the map callback."
        #expect(Self.plan(text, .guarantee, negated: true) == only)
    }

    @Test("Not to be accessed unmapped is to be mapped before, and to be used instead is a way out")
    func unmappedAndInstead() throws {
        let before = try #require(Self.plan("A window must not be accessed before it is mapped.", .prohibition))
        #expect(Self.plan("Callers must not access an unmapped window.", .prohibition) == before)
        #expect(Self.plan("Accessing a window is not allowed before it is mapped.", .prohibition) == before)
        var instead = clause("Windows should then be used instead by callers.", .recommendation)
        instead.bearer = "caller"
        #expect(Self.book.bound([instead])[0].rule?.kind == .fallback)
    }

    @Test("Neither of two that ever fails is both that always succeed")
    func neitherFails() throws {
        let both = try #require(Self.plan("widget_map() and widget_attach() must always succeed.", .obligation))
        let text = "Neither widget_map() nor widget_attach() ever fails."
        #expect(Self.plan(text, .outcome, negated: true) == both)
    }

    @Test("Not to be left mapped is to be unmapped again, and what may be left need not be")
    func left() throws {
        let again = try #require(Self.plan("A window must be unmapped again.", .obligation))
        #expect(Self.plan("Windows must not be left mapped.", .prohibition) == again)
        let need = try #require(Self.plan("A window need not be unmapped again.", .permission, negated: true))
        #expect(Self.plan("Windows may be left mapped.", .permission) == need)
        #expect(need != again)
    }

    @Test("A member of a table of callbacks is the callback, and a lock is meant however a member is reached")
    func members() {
        let glossary = Glossary(.example)
        func names(_ text: String) -> [Name] {
            glossary.mentions(in: Word.words(of: text)).flatMap(\.entity.names)
        }
        #expect(names("It calls widget_ops.unmap then.") == [Name(.callback, "unmap")])
        #expect(names("It calls widget_ops->unmap then.") == [Name(.callback, "unmap")])
        #expect(names("It reads widget_state.unmap then.").isEmpty)
        #expect(names("Protected by widget.lock.") == [Name(.lock, "widgetLock")])
    }

    @Test("In a structure's own description a lock goes by its bare name, and elsewhere by none")
    func ownLock() {
        func kind(_ symbol: String?, _ member: String) -> RuleKind? {
            Self.book.bound([clause("Protected by lock.", .guarantee, member: member, symbol: symbol)])[0].rule?.kind
        }
        #expect(kind("widget", "windows") == .protectedByLock)
        #expect(kind("gadget", "windows") == nil)
        #expect(kind("widget", "colour") == nil)
    }

    @Test(
        "What has to be called before an access begins it, and what after one ends it; the other way round is another")
    func aroundAccess() throws {
        func parameters(_ text: String, _ symbol: String) throws -> [String: Value] {
            var asked = clause(text, symbol: symbol)
            asked.bearer = "caller"
            asked.block.kind = .function
            return try #require(Self.book.bound([asked])[0].rule).parameters
        }
        let before = "Must be called before accessing a widget."
        let after = "Must be called after accessing a widget."
        #expect(try parameters(before, "widget_begin")["reversed"] == nil)
        #expect(try parameters(after, "widget_begin")["reversed"] == .flag(true))
        #expect(try parameters(after, "widget_end")["after"] == .flag(true))
        #expect(try parameters(before, "widget_end")["after"] == .flag(false))
    }

    @Test("What is called before an access and is no bracket begins none, nor does what waits for others' accesses")
    func noBracket() {
        func kind(_ text: String, _ symbol: String) -> RuleKind? {
            var asked = clause(text, symbol: symbol)
            asked.bearer = "caller"
            asked.block.kind = .function
            return Self.book.bound([asked])[0].rule?.kind
        }
        #expect(kind("This must be called before accessing a widget.", "widget_begin") == .validBetween)
        #expect(kind("This must be called after accessing a widget.", "widget_end") == .pairs)
        #expect(kind("This must be called before accessing a page.", "widget_map") != .validBetween)
        #expect(kind("Must be called after the device accesses a widget.", "widget_begin") != .validBetween)
        #expect(kind("Must be called before or after accessing a widget.", "widget_begin") != .validBetween)
    }

    @Test("Left mapped is held, and no callback that is left out")
    func leftMapped() {
        let free = clause("Drivers may leave this mapped.", .permission, member: "map")
        #expect(Self.book.bound([free])[0].rule?.kind != .callbackPresence)
        let out = clause("Drivers may leave this callback out.", .permission, member: "map")
        #expect(Self.book.bound([out])[0].rule?.kind == .callbackPresence)
    }

    @Test("What succeeds while nothing is open is not tried where something is")
    func whileNone() {
        func kind(_ text: String) -> RuleKind? { Self.book.bound([clause(text)])[0].rule?.kind }
        #expect(kind("While space is short, widget_map() must never fail.") == .alwaysSucceeds)
        #expect(kind("While no session is open, widget_map() must never fail.") != .alwaysSucceeds)
    }

    @Test("Used instead is what is named last, of what is named before; what is better than another is no way out")
    func instead() throws {
        var words = Vocabulary.example
        var pane = try #require(words.resource("window"))
        pane.name = "pane"
        pane.nouns = ["pane", "panes"]
        words.resources.append(pane)
        let book = RuleBook(vocabulary: words)
        func rule(_ text: String) -> Clause.RuleReference? {
            var free = clause(text, .permission)
            free.bearer = "caller"
            return book.bound([free])[0].rule
        }
        let way = try #require(rule("If the windows fail, panes may be used instead by callers."))
        #expect(way.kind == .fallback)
        #expect(way.parameters["source"] == .word("window"))
        #expect(way.parameters["target"] == .word("pane"))
        #expect(rule("Panes may be used instead by callers.")?.parameters["source"] == .word(""))
        #expect(rule("Callers may use panes instead of windows.")?.kind != .fallback)
    }

    @Test("What is begun is restarted before what ends it, in whichever order they stand, and is no fault")
    func restartedInOrder() throws {
        let book = RuleBook(vocabulary: .example)
        func plan(_ text: String) -> TestPlan? {
            var asked = clause(text)
            asked.bearer = "caller"
            return book.read([asked])[0].plan
        }
        let one = try #require(plan("After -EINTR callers must restart widget_begin() and widget_end()."))
        #expect(plan("After -EINTR callers must restart widget_end() and widget_begin().") == one)
        #expect(one.steps.contains(.expect(.isClean)))
    }

    @Test("An access through a mapping is tried through that mapping")
    func throughMapping() throws {
        var asked = clause(
            "Callers must call widget_begin() and widget_end() around any access through this mapping.",
            symbol: "widget_map")
        asked.bearer = "caller"
        asked.block.kind = .function
        #expect(Self.book.bound([asked])[0].rule?.parameters["through"] == .word("window"))
        asked.text = "Callers must call widget_begin() and widget_end() around any access."
        #expect(Self.book.bound([asked])[0].rule?.parameters["through"] == nil)
    }

    @Test("That a size never changes is tested by itself, and that it may is not")
    func sizeAlone() throws {
        let text = "The size of a widget is invariant over its lifetime."
        let steady = Self.book.read([clause(text, .guarantee, member: "map")])[0]
        #expect(steady.clause.rule?.parameters["sizeAlone"] == .flag(true))
        let plan = try #require(steady.plan)
        #expect(!plan.steps.contains { if case .forEachExtent = $0 { true } else { false } })
        let free = Self.book.read([clause("The size of a widget may change.", .permission, member: "map")])[0]
        #expect(free.plan == nil)
        #expect(Self.book.bound([clause("The size of a page is invariant.", .guarantee, member: "map")])[0].rule == nil)
    }

    @Test("Coherent only for the direction that was asked for: nothing is promised for another one")
    func onlyForDirection() throws {
        var only = clause(
            "Coherency is only guaranteed for the access direction.", .guarantee, symbol: "widget_begin")
        only.bearer = "core"
        let rule = try #require(Self.book.bound([only])[0].rule)
        #expect(rule.kind == .outcomeOutside && rule.force == .undefined)
        only.text = "Coherency is guaranteed for any direction of the access."
        #expect(Self.book.bound([only])[0].rule?.kind != .outcomeOutside)
    }

    @Test("Of two ways to the same it does not matter which is named first")
    func equivalent() {
        let bound = Self.book.bound([
            clause("widget_attach() is equivalent to widget_map().", .guarantee),
            clause("widget_map() is equivalent to widget_attach().", .guarantee),
        ])
        #expect(bound[0].rule?.parameters["subject"] == .word("map"))
        #expect(bound[1].rule?.parameters["subject"] == .word("map"))
    }

    @Test("Who may hold at most so many must not hold more, and who may hold so many may hold more")
    func mayHold() throws {
        let must = try #require(Self.plan("Callers must hold at most 2 windows.", .obligation))
        #expect(Self.plan("Callers may hold at most two windows.", .permission) == must)
        #expect(Self.plan("Callers may hold two windows at the same time.", .permission) != must)
    }

    @Test("Who is asked to restart a call that fails is not promised that it fails")
    func restartedWhenever() {
        var asked = clause("Callers have to restart widget_map() whenever it fails with -EINTR.")
        asked.bearer = "caller"
        #expect(Self.book.bound([asked])[0].rule?.kind == .restartedAfter)
    }

    @Test("A restart asked for in the next sentence is one after the codes that were named")
    func restartedThen() {
        var then = clause("They must be restarted then.")
        then.bearer = "caller"
        let failing = clause("widget_map() can fail with -EINTR.", .outcome)
        #expect(Self.book.bound([failing, then])[1].rule?.parameters["errors"] == .words(["EINTR"]))
        then.text = "When this happens, they must be restarted."
        #expect(Self.book.bound([failing, then])[1].rule?.parameters["errors"] == .words(["EINTR"]))
        #expect(Self.book.bound([then])[0].rule == nil)
    }

    @Test(
        "A restart is one after no code that stands farther away, is another call's, or is not pointed at",
        arguments: [
            ["widget_map() can fail with -EINTR.", "A widget has pages.", "They must be restarted then."],
            ["widget_map() can fail with -EINTR.", "Callers must restart widget_begin() then."],
            ["widget_map() can fail with -EINTR.", "Callers must restart widget_map()."],
            ["widget_map() can fail with -EINTR.", "They must be restarted whenever the widget was reset."],
        ])
    func notRestarted(sentences: [String]) {
        var clauses = sentences.map { clause($0, .outcome) }
        clauses[clauses.count - 1].modality = .obligation
        clauses[clauses.count - 1].bearer = "caller"
        #expect(Self.book.bound(clauses).last?.rule == nil)
    }

    @Test("A verb of a phrase is heard in the passive, and a noun before a gerund is none")
    func passive() {
        let glossary = Glossary(.example)
        func tellsStep(_ text: String) -> Bool {
            glossary.mentions(in: Word.words(of: text)).contains(where: \.entity.isStep)
        }
        #expect(tellsStep("The lid is greased.") && tellsStep("Frame tuning."))
        #expect(!tellsStep("Tuning is framed."))
    }

    @Test("An apostrophe is a possessive behind a plural, and the end of a quotation elsewhere")
    func apostrophes() {
        let words = Word.words(of: "The callers' and driver's 'own windows' stay.")
        #expect(words.filter(\.isPossessive).map(\.text) == ["callers'", "driver's"])
        #expect(words.map(\.stem) == ["caller", "and", "driver", "own", "window", "stay"])
    }

    @Test("What is done by another party is not asked of this one")
    func agent() {
        var restarted = clause("After -EINTR widget_map() is restarted by the kernel.", .guarantee)
        restarted.bearer = "core"
        #expect(Self.book.bound([restarted])[0].reason == "the words speak of core, who does not do this")
    }

    @Test("A way out is asked of whoever takes it, and a choice is let by whoever makes the call")
    func actors() {
        for text in [
            "Drivers should fall back to windows.",
            "Drivers must let the core control the sticky flag of widget_attach().",
        ] {
            #expect(Self.book.bound([clause(text)])[0].reason == "the words speak of driver, who does not do this")
        }
    }

    @Test("What a function does that the vocabulary does not know is bound to nothing, whatever its words are like")
    func unknownInterface() {
        var dropped = clause("Drops the share.", .guarantee, symbol: "widget_poke")
        dropped.block.kind = .function
        let bound = Self.book.bound([dropped])[0]
        #expect(bound.rule == nil && bound.unbound == ["widget_poke"])
        #expect(bound.reason == "not in the vocabulary: widget_poke")
    }

    @Test(
        "What is told of this callback is bound to nothing where the vocabulary does not know it; of a member, to no rule",
        arguments: [
            ("This callback is optional.", Modality.permission, ["widget_ops.poke"]),
            ("0 on success, negative error code on failure.", .outcome, ["widget_ops.poke"]),
            ("It is zeroed at first.", .guarantee, nil),
        ] as [(String, Modality, [String]?)])
    func unknownCallback(text: String, modality: Modality, unbound: [String]?) {
        let bound = Self.book.bound([clause(text, modality, member: "poke", symbol: "widget_ops")])[0]
        #expect(bound.rule == nil && bound.unbound == unbound)
    }

    @Test("Of two that are named together the vocabulary has to know both")
    func unknownCompanion() {
        let pair = clause("Each widget has a reference count by widget_get() and widget_grab().", .guarantee)
        #expect(Self.book.bound([pair])[0].reason == "'widget_grab' is named as well, and the test is not of it")
    }

    @Test("The lock of something else is no member's, though it is called the same")
    func lockOfAnother() {
        func lock(_ text: String) -> Value? {
            var listed = clause(text, .guarantee, member: "windows", symbol: "widget")
            listed.block.kind = .member
            return Self.book.bound([listed])[0].rule?.parameters["lock"]
        }
        #expect(lock("All windows, protected by lock in map.") == .word("widgetLock"))
        #expect(lock("All windows, protected by some_table lock in map.") == nil)
    }

    @Test("What is made by calling an interface says nothing of who is called then, nor does an unknown member")
    func madeByCalling() {
        let made = clause("A window is made by calling widget_map().", .guarantee)
        #expect(Self.book.bound([made])[0].rule?.kind != .calledFrom)
        var unknown = clause("This is called from widget_map().", .guarantee, member: "poke", symbol: "widget_ops")
        unknown.block.kind = .member
        #expect(Self.book.bound([unknown])[0].rule == nil)
    }

    @Test("The release of what keeps an object is told when none is left, and not at each one's end")
    func lastShare() throws {
        for text in [
            "The destroy callback is called after the last widget_put().", "widget_put() calls the destroy callback.",
        ] {
            let plan = try #require(Self.plan(text, .guarantee))
            #expect(plan.steps.contains(.expect(.callCount("destroy", 0))), "\(text)")
        }
        #expect(Self.plan("The destroy callback is called by each widget_put().", .guarantee) != nil)
    }

    @Test("What is called whenever a share is dropped is called for one that leaves others, too")
    func wheneverDropped() throws {
        let last = try #require(Self.plan("The destroy callback is called after the last widget_put().", .guarantee))
        #expect(Self.plan("widget_put() always calls the destroy callback.", .guarantee) != last)
        #expect(Self.plan("The destroy callback is invoked whenever widget_put() is called.", .guarantee) != last)
        let unmap = try #require(Self.plan("The unmap callback is called after the last widget_unmap().", .guarantee))
        #expect(unmap.steps.contains(.expect(.callCount("unmap", 0))))
    }

    @Test("A party is not asked by naming what is its own")
    func possessive() {
        var calls = clause("It calls down into the driver's map callback only when no window exists.", .guarantee)
        calls.bearer = "driver"
        #expect(Self.book.bound([calls])[0].rule?.kind == .referenceCounted)
    }

    @Test("What always succeeds once an access began, and what does before, are two tests")
    func evenBefore() throws {
        let once = try #require(Self.plan("Once the access began, widget_map() must always succeed.", .obligation))
        let before = try #require(
            Self.plan("Even before the access began, widget_map() must always succeed.", .obligation))
        #expect(once != before)
    }

    @Test("One code for one cause is asked of the cause, and a callback that returns it shows nothing")
    func cause() throws {
        let plan = try #require(Self.plan("widget_map() can fail with -ENOMEM when window space runs out.", .outcome))
        #expect(plan.steps.contains { if case .act(.exhaust) = $0 { true } else { false } })
        #expect(!plan.steps.contains { if case .act(.makeReturn) = $0 { true } else { false } })
    }

    @Test("As many causes as codes: each gives one of them, whichever")
    func causes() throws {
        let text =
            "widget_map() fails with -EINVAL when the map callback is missing, and -ENOMEM when window space runs out."
        let plan = try #require(Self.plan(text, .outcome))
        // What runs out is tried twice.
        let steps = plan.steps.flatMap { if case .repeating(2, let steps) = $0 { steps } else { [$0] } }
        #expect(
            steps.count { if case .expect(.failsWithOneOf(_, ["EINVAL", "ENOMEM"])) = $0 { true } else { false } } == 2)
    }

    @Test("Without its support a call that cannot fail is tried without it")
    func absent() throws {
        let text = "widget_map() cannot fail when there is no map support in the driver."
        let plan = try #require(Self.plan(text, .outcome, negated: true))
        guard case .world(let world) = plan.steps[0] else { return #expect(Bool(false), "no world first") }
        #expect(world.without == ["map"])
    }

    @Test("A phrase that is two steps is the one whose words stand beside it, with its modal verb and its negation")
    func steps() throws {
        func actions(_ text: String) -> Value? {
            Self.book.bound([clause(text, .recommendation)])[0].rule?.parameters["actions"]
        }
        #expect(actions("For callers the frame should not be cleaned.") == .words(["polish"]))
        #expect(actions("For drivers the frame has to be cleaned.") == .words(["scrub"]))
        #expect(actions("The frame is cleaned.") == nil)
    }
}
