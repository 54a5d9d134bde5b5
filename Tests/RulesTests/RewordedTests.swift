import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// Forms in which whoever edits a documentation says the same, or the opposite, and which nobody had prepared a rule for.
@Suite("Reworded sentences")
struct RewordedTests {
    private static let book = RuleBook(vocabulary: .example)

    private static func read(
        _ text: String, _ modality: Modality, negated: Bool = false, bearer: String = "caller",
        member: String? = "map", symbol: String? = nil
    ) -> BoundClause {
        var clause = clause(text, modality, negated: negated, member: member, symbol: symbol)
        clause.bearer = bearer
        return book.read([clause])[0]
    }

    @Test(
        "make the test of the plain one",
        arguments: [
            ("Callers must not hold more than 2 windows.", "Callers must not hold 3 or more windows.", .prohibition),
            (
                "Callers must not hold more than 2 windows.", "The number of windows must not exceed 2.", .prohibition
            ),
            ("widget_map() must never fail.", "widget_map() is not ever allowed to fail.", .prohibition),
            (
                "widget_map() fails if there is no map support in the driver.",
                "widget_map() fails because the driver lacks map.",
                .outcome
            ),
            (
                "widget_map() fails if there is no map support in the driver.",
                "widget_map() fails for drivers that do not implement map.", .outcome
            ),
            (
                "Access must be bracketed by widget_begin() and widget_end().",
                "Access must be preceded by widget_begin() and followed by widget_end().", .obligation
            ),
            (
                "Only access bracketed by widget_begin() and widget_end() is guaranteed to be coherent.",
                "Only access between widget_begin() and widget_end() is guaranteed to be coherent.", .guarantee
            ),
            (
                "This is called from widget_map().", "The core calls this callback whenever callers call widget_map().",
                .guarantee
            ),
            (
                "Drivers do not need to check this themselves.", "There is no need for drivers to check that again.",
                .permission
            ),
            ("Drivers do not need to check this themselves.", "Drivers can leave this check to the core.", .permission),
            (
                "Calling widget_attach() is equivalent to calling widget_map().",
                "It makes no difference whether widget_attach() or widget_map() is called.", .guarantee
            ),
            (
                "Windows must be dropped by using widget_unmap().", "Windows must be undone by widget_unmap().",
                .obligation
            ),
            (
                "Windows must be dropped by using widget_unmap().",
                "Callers have to get rid of windows by widget_unmap().", .obligation
            ),
            (
                "Windows must be dropped by using widget_unmap().",
                "There must be one widget_unmap() for each widget_map().", .obligation
            ),
            (
                "Windows must be dropped by using widget_unmap().",
                "For each widget_map() there must be exactly one widget_unmap().", .obligation
            ),
            (
                "Windows must be dropped by using widget_unmap().", "Not calling widget_unmap() is a bug.",
                .obligation
            ),
            ("This callback is optional.", "No driver has to support map.", .permission),
            ("This callback is optional.", "Drivers are free not to implement map.", .permission),
            ("The map callback is mandatory.", "Not optional.", .obligation),
            ("The map callback is mandatory.", "No driver can do without this callback.", .prohibition),
            (
                "It unmaps windows only once, at the last widget_unmap().",
                "A window is unmapped at the last widget_unmap().", .guarantee
            ),
            ("This callback must not sleep.", "This callback runs in atomic context.", .guarantee),
            ("This callback must not sleep.", "This callback must be non-blocking.", .obligation),
            ("This callback must not sleep.", "Atomic context.", .obligation),
            ("This callback may sleep.", "Process context.", .obligation),
            (
                "widget_map() is protected by taking widget->lock.", "widget_map() is guarded by widget->lock.",
                .guarantee
            ),
            (
                "Callers cannot rely on coherent access.", "Callers must not assume that access is coherent.",
                .prohibition
            ),
        ] as [(String, String, Modality)])
    func same(one: String, other: String, modality: Modality) throws {
        let plain =
            one.contains("must not sleep") || one.contains("Callers must not hold")
                || one.contains("must never") ? Modality.prohibition : modality
        let free = one.contains("may sleep") ? Modality.permission : plain
        let isOfCore = other.hasPrefix("The core") || modality == .outcome
        let bearer = isOfCore ? "core" : other.contains("river") || other.contains("allback") ? "driver" : "caller"
        let expected = Self.read(one, one.contains("mandatory") ? .obligation : free, bearer: bearer)
        let found = Self.read(other, modality, negated: other.hasPrefix("No driver has"), bearer: bearer)
        #expect(expected.plan != nil)
        #expect(found.plan == expected.plan, "\(found.clause.reason ?? "")")
    }

    @Test(
        "A word for what is done is not the callback of that name, and the order told by before and after is the list's",
        arguments: [
            ("widget_unmap() must be called to unmap each window again.", "Windows must be unmapped again."),
            (
                "The users of widgets must use widget_begin() and widget_end() to bracket all access.",
                "All access must be bracketed by widget_begin() and widget_end()."
            ),
            (
                "The lock that protects calls of widget_map() is widget->lock.",
                "Calls of widget_map() are protected by widget->lock."
            ),
            ("widget_map() may never fail.", "widget_map() must never fail."),
            (
                "Only when no window exists does it call down into the map callback.",
                "It calls down into the map callback only when no window exists."
            ),
        ])
    func forms(other: String, one: String) throws {
        let expected = try #require(tested(one).first, "\(one)")
        #expect(tested(other).contains(expected), "\(other): \(tested(other))")
    }

    @Test("What is turned round in the new words is turned round in the test")
    func turned() throws {
        func parameters(_ text: String, _ modality: Modality) throws -> [String: Value] {
            try #require(Self.read(text, modality).clause.rule).parameters
        }
        let right = "Access must be preceded by widget_begin() and followed by widget_end()."
        let wrong = "Access must be preceded by widget_end() and followed by widget_begin()."
        #expect(try parameters(right, .obligation)["reversed"] == nil)
        #expect(try parameters(wrong, .obligation)["reversed"] == .flag(true))
        #expect(try parameters("Callers must not hold 3 or more windows.", .prohibition)["value"] == .number(3))
        let atomic = try #require(Self.read("This callback runs in atomic context.", .guarantee).clause.rule)
        let process = try #require(Self.read("This callback runs in process context.", .guarantee).clause.rule)
        #expect((atomic.force, process.force) == (.forbidden, .permitted))
    }

    @Test("The code with which too large a mapping is refused is the test's, and another one another test's")
    func refusedWith() throws {
        func read(_ error: String) -> BoundClause {
            Self.read("widget_map() fails with -\(error) if the window is larger than the widget.", .outcome)
        }
        let rule = try #require(read("EINVAL").clause.rule)
        #expect(rule.kind == .rejectsWhen)
        #expect(rule.parameters["error"] == .word("EINVAL"))
        #expect(read("EINVAL").plan != read("ENOSPC").plan)
    }

    @Test("A call that succeeds without a callback does without it, unless it would get something from it")
    func succeedsWithout() throws {
        let end = Self.read("widget_end() succeeds if the driver has no end callback.", .outcome, member: nil)
        #expect(end.clause.rule?.kind == .callbackPresence)
        let map = Self.read("widget_map() succeeds if the driver has no map callback.", .outcome, member: nil)
        #expect(map.clause.rule?.kind != .callbackPresence)
    }

    @Test("Of several callbacks in one list each is left out once")
    func several() throws {
        let three = Self.read("The map, unmap and destroy callbacks must be set.", .obligation, bearer: "driver")
        #expect(three.clause.rule?.parameters["likewise"] == .words(["unmap", "destroy"]))
        let absent = try #require(three.plan).steps.filter {
            if case .world(let world) = $0 { world.without.count == 1 } else { false }
        }
        #expect(absent.count == 3)
    }

    @Test("What a sentence tells to be untrue is not tested as if it were true")
    func denied() {
        for denial in ["not true", "not the case", "wrong", "no longer true"] {
            let bound = Self.read("It is \(denial) that widget_map() must always succeed.", .obligation)
            #expect(bound.plan == nil)
            #expect(bound.clause.reason == "the sentence denies what it tells")
        }
    }

    @Test("Words that deny what they stand before are not passed over")
    func deniedWord() {
        for denial in ["anything but", "far from", "by no means"] {
            let bound = Self.read("This callback is \(denial) optional.", .permission, bearer: "driver")
            #expect(bound.plan == nil)
            #expect(bound.clause.reason?.contains(denial) == true)
        }
    }

    @Test(
        "Words that only sound like a new form make no rule of its kind",
        arguments: [
            ("Failure of widget_map() leaves the option of widget_open().", .guarantee, .alwaysSucceeds),
            ("Drivers must do without map.", .obligation, .callbackPresence),
            ("Either map or unmap must be set.", .obligation, .callbackPresence),
            ("map or unmap must be set.", .obligation, .callbackPresence),
            ("Drivers must not implement both map and unmap.", .prohibition, .callbackPresence),
            ("widget_map() fails for callers that do not implement map.", .outcome, .canFail),
            ("It makes no difference if widget_map() was called when widget_open() fails.", .guarantee, .equivalent),
            ("2 windows below the limit are left.", .guarantee, .maxHeld),
            ("The window is mapped only once, however often it is asked for.", .guarantee, .repeatable),
            ("When the session ends, the window is unmapped.", .guarantee, .outcomeOutside),
            ("A pointer must be returned by widget_unmap().", .obligation, .pairs),
            ("map guards against widget->lock inversions.", .guarantee, .protectedByLock),
            ("widget_map() fails if the window is not larger than the widget.", .outcome, .rejectsWhen),
            ("widget_map() fails with -EINVAL outside of the widget's lock.", .outcome, .rejectsWhen),
            ("This callback calls the allocator from process context.", .guarantee, .sleeping),
            ("map calls the allocator for each widget_map().", .guarantee, .calledFrom),
            ("The core frees its cache after the last widget_unmap().", .guarantee, .referenceCounted),
            ("For each widget_map() there must be exactly one widget_unmap().", .obligation, .maxHeld),
            ("widget_unmap() gives back the address.", .guarantee, .maps),
            (
                "Device accesses must be preceded by widget_begin() and followed by widget_end().", .obligation,
                .validBetween
            ),
        ] as [(String, Modality, RuleKind)])
    func soundsAlike(text: String, modality: Modality, kind: RuleKind) {
        let bound = Self.read(text, modality)
        #expect(!bound.candidates.contains { $0.kind == kind })
    }

    @Test("Free not to be non-blocking is free to block")
    func blocking() {
        let bound = Self.read("This callback need not be non-blocking.", .permission, negated: true)
        #expect(bound.clause.rule?.force == .permitted)
    }

    @Test("“Which” tells of the callback only where that stands by itself before it")
    func whichCallback() {
        func rule(_ sentence: String) -> Clause.RuleReference? {
            var part = clause("which is optional", .permission, member: "map")
            part.sentence = sentence
            part.bearer = "driver"
            return Self.book.read([part])[0].clause.rule
        }
        #expect(rule("The core calls this callback, which is optional.")?.kind == .callbackPresence)
        #expect(rule("This, which has a lock, has a cache which is optional.") == nil)
        #expect(rule("It takes the lock of this callback, which is optional.") == nil)
    }

    @Test("A table's row, and a definition, tell of the callback that they are headed by")
    func rows() {
        func callback(_ term: String) -> Value? {
            var cell = clause("optional", .permission, leadIn: term)
            cell.bearer = "driver"
            return Self.book.bound([cell])[0].rule?.parameters["callback"]
        }
        #expect(callback("unmap") == .word("unmap"))
        #expect(callback("The unmap callback") == .word("unmap"))
        #expect(callback("Unmap callback") == .word("unmap"))
        #expect(callback("Unmap") == nil)
        #expect(callback("unmap and map") == nil)
        #expect(callback("polishing") == nil)
    }
}
