import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// Pairs of sentences that differ by few words: the one makes the test that its meaning has, and the other another one, or
/// none.
@Suite("Words that nearly say the same")
struct NearWordsTests {
    private static let book = RuleBook(vocabulary: .example)

    private static func bound(
        _ text: String, _ modality: Modality, negated: Bool, member: String? = nil, symbol: String? = nil
    ) -> BoundClause {
        var clause = clause(text, modality, negated: negated, member: member, symbol: symbol)
        clause.bearer = "caller"
        return book.read([clause])[0]
    }

    private static func plan(_ text: String, _ modality: Modality, negated: Bool = false) -> TestPlan? {
        bound(text, modality, negated: negated, member: "map").plan
    }

    @Test("A contraction is read as what it stands for")
    func contractions() {
        func folded(_ text: String) -> [String] { Word.words(of: text).map(\.folded) }
        #expect(folded("It mustn't, can't and won't") == ["it", "must", "not", "cannot", "and", "will", "not"])
        #expect(folded("Callers shan't, needn't, don't.") == ["callers", "shall", "not", "need", "not", "do", "not"])
        #expect(folded("the driver's own") == ["driver's", "own"])
    }

    @Test(
        "Other words for the same make the same test",
        arguments: [
            ("widget_begin() must be called before widget_map().", "Call widget_begin() before calling widget_map()."),
            ("widget_begin() must be called before widget_map().", "Prior to widget_map(), call widget_begin()."),
            ("A window must be mapped before it is accessed.", "A window must be mapped prior to being accessed."),
            ("A window must be mapped before it is accessed.", "Accessing a window requires that it be mapped first."),
            ("A window must be mapped before it is accessed.", "A window can be accessed only after it was mapped."),
            ("A window must be mapped before it is accessed.", "Only mapped windows may be accessed."),
            ("After -EINTR callers must restart widget_map().", "After -EINTR callers must issue widget_map() anew."),
            (
                "Access has to be bracketed by widget_begin() and widget_end().",
                "Callers must call widget_begin() ahead of each access and widget_end() once it is done."
            ),
            (
                "Access has to be bracketed by widget_begin() and widget_end().",
                "Before they access it callers must call widget_begin(), and widget_end() afterwards."
            ),
            ("Callers must hold at most 2 windows.", "A maximum of 2 windows may be held by callers."),
        ])
    func same(one: String, other: String) throws {
        let plan = try #require(Self.plan(one, .obligation))
        #expect(Self.plan(other, .obligation) == plan)
    }

    @Test(
        "A prohibition of the opposite is the duty",
        arguments: [
            (
                "widget_begin() must be called before widget_map().",
                "widget_map() mustn't be called until widget_begin() has returned."
            ),
            (
                "widget_begin() must be called before widget_map().",
                "Callers must not call widget_map() unless they have called widget_begin()."
            ),
            (
                "widget_begin() must be called before widget_map().",
                "Callers must not call widget_map() without having called widget_begin()."
            ),
            ("A window must be unmapped again.", "Windows mustn't stay mapped."),
            (
                "After the access callers must call widget_end().",
                "A widget_begin() without a later widget_end() is not allowed."
            ),
            ("A window must be mapped before it is accessed.", "Nobody may access a window that hasn't been mapped."),
            ("A window must be mapped before it is accessed.", "A window must not be accessed until it is mapped."),
            ("widget_map() must always succeed.", "widget_map() isn't allowed to fail."),
            (
                "Access has to be bracketed by widget_begin() and widget_end().",
                "Callers must not access it without bracketing it with widget_begin() and widget_end()."
            ),
            (
                "Access has to be bracketed by widget_begin() and widget_end().",
                "Callers must not access it except between widget_begin() and widget_end()."
            ),
        ])
    func opposite(duty: String, prohibition: String) throws {
        let plan = try #require(Self.plan(duty, .obligation))
        #expect(Self.plan(prohibition, .prohibition, negated: true) == plan)
    }

    @Test("What is never done while there is one is done only when there is none")
    func asLongAs() throws {
        let only = try #require(Self.plan("It calls down into map only when no window exists.", .guarantee))
        let long = "As long as a window exists, the core does not call the map callback."
        #expect(Self.plan(long, .guarantee, negated: true) == only)
        let already = "If there is already a window, the map callback isn't called."
        #expect(Self.plan(already, .guarantee, negated: true) == only)
        let none = "As long as no window exists, the core does not call the map callback."
        #expect(Self.plan(none, .guarantee, negated: true) != only)
    }

    @Test("A failure that is possible is one that can be, also for lack of what a driver does not implement")
    func failures() throws {
        let short = try #require(Self.plan("widget_map() can fail when window space runs out.", .outcome))
        #expect(Self.plan("A failure is possible when window space runs out.", .outcome) == short)
        #expect(Self.plan("A failure is impossible when window space runs out.", .outcome) != short)
        let without = try #require(
            Self.plan("widget_map() can fail when there is no map support in the driver.", .outcome))
        #expect(Self.plan("widget_map() can fail if the driver doesn't implement map.", .outcome) == without)
        #expect(Self.plan("widget_map() can fail if the driver implements map.", .outcome) == nil)
    }

    @Test("The other one of two values is the failure; which is which is told by an \"if\" as well")
    func returned() throws {
        func result(_ text: String) -> BoundClause {
            Self.bound(text, .outcome, negated: false, symbol: "widget_map")
        }
        let usual = try #require(result("Returns 0 on success or a negative error code on failure.").plan)
        #expect(result("Returns 0 if it succeeded, otherwise a negative errno.").plan == usual)
        let swapped = try #require(result("Returns 0 if it failed, otherwise a negative errno.").plan)
        #expect(swapped != usual)
        #expect(result("A negative errno if it succeeded, otherwise 0.").plan == swapped)
    }

    @Test("What is summed over all contexts is counted over them all")
    func summed() throws {
        let each = Self.plan("Callers must hold at most 2 windows in each process context.", .obligation)
        let summed = try #require(
            Self.plan("Callers must hold at most 2 windows, summed over all process contexts.", .obligation))
        #expect(summed != each)
    }

    @Test("A least number is no most, and a count on success is none that a test knows")
    func leastAndCount() throws {
        let least = try #require(Self.plan("Callers must hold at least 2 windows.", .obligation))
        #expect(Self.plan("A minimum of 2 windows must be held by callers.", .obligation) == least)
        let count = Self.bound(
            "Returns the number of pages on success or a negative error code.", .outcome, negated: false,
            symbol: "widget_map")
        #expect(count.plan == nil)
    }

    @Test("A callback that may be NULL is optional, and what else may be NULL is no callback")
    func null() throws {
        func plan(_ text: String, _ modality: Modality) -> TestPlan? {
            book(text, modality).plan
        }
        func book(_ text: String, _ modality: Modality) -> BoundClause {
            var clause = clause(text, modality, negated: modality == .prohibition, member: "map")
            clause.bearer = "driver"
            return Self.book.read([clause])[0]
        }
        #expect(plan("May be NULL.", .permission) == plan("This callback is optional.", .permission))
        #expect(plan("Must not be NULL.", .prohibition) == plan("This callback is mandatory.", .obligation))
        #expect(
            plan("It is required to implement this callback.", .obligation)
                == plan("This callback is mandatory.", .obligation))
        #expect(book("The frame may be NULL.", .permission).clause.rule == nil)
    }

    @Test(
        "Words that leave open, replace, or say how long leave nothing to test",
        arguments: [
            ("Either widget_map() or widget_attach() must always succeed.", "leaves open which"),
            ("Callers must call widget_begin() instead of widget_attach() before widget_map().", "in place of"),
            ("Callers must call widget_end() 5 seconds after the access.", "how long"),
            ("At least one window must be unmapped again.", "'at least' says how much"),
            ("widget_map() must refuse to succeed.", "leaving it undone"),
            ("Callers must not hold more than two hundred windows.", "more than one word"),
            ("The kernel always has to call widget_begin() before widget_map().", "the words speak of"),
        ])
    func untested(text: String, reason: String) throws {
        let bound = Self.bound(text, .obligation, negated: false)
        #expect(bound.plan == nil)
        #expect(try #require(bound.clause.reason).contains(reason))
    }

    @Test("Whoever restarts by the general noun for it is none of those who are asked to")
    func kernelRestarts() {
        var restarted = clause("After -EINTR, and then the kernel restarts widget_map().", .guarantee)
        restarted.bearer = "core"
        #expect(Self.book.bound([restarted])[0].reason == "the words speak of core, who does not do this")
    }

    @Test(
        "What is counted in another scope, of one thing or of another boundary is left to no rule of that kind",
        arguments: [
            ("Callers must not hold more than 2 windows per CPU.", .prohibition, .maxHeld),
            ("Callers must not hold more than 2 windows in one thread group.", .prohibition, .maxHeld),
            ("Callers must not hold more than 2 windows of the same page.", .prohibition, .maxHeld),
            ("A window is aligned to the cache line and is one page long.", .guarantee, .unitSized),
            ("Mapping a window returns an error pointer.", .outcome, .maps),
            ("Mapping a window returns its number instead of a pointer.", .outcome, .maps),
            ("Drivers that have to polish the frame must paint the lid.", .obligation, .domainStep),
            ("Drivers may use widget_begin() when they do not access it.", .permission, .usableThrough),
            ("Accessing a window requires that it be unmapped first.", .obligation, .pairs),
            ("Accessing a window requires that it be unmapped first.", .obligation, .unmaps),
            ("Callers must not block before widget_map().", .prohibition, .sleeping),
            ("This is free to sleep.", .permission, .pairs),
            ("A widget_end() without a widget_begin() is not allowed.", .prohibition, .pairs),
            ("Callers may call widget_map() until widget_begin() was called.", .permission, .order),
            ("Callers must call widget_begin() unless they call widget_map().", .obligation, .order),
            ("Callers must not hold more than 2 windows of one page.", .prohibition, .maxHeld),
            ("Callers must not call widget_unmap() without widget_map().", .prohibition, .pairs),
            ("widget_map() works without widget_unmap().", .guarantee, .pairs),
            ("Callers must not call widget_map() without widget_begin().", .prohibition, .usableThrough),
            ("A window may be accessed until it is unmapped.", .permission, .pairs),
            ("A window must be accessed until it is mapped.", .obligation, .validBetween),
            ("Windows must stay mapped.", .obligation, .pairs), ("Windows need not stay mapped.", .permission, .pairs),
            ("The map callback is called by widget_map() once for all windows.", .guarantee, .calledFrom),
            ("widget_unmap() must be called after the last widget_put().", .obligation, .calledFrom),
            ("The map callback is required to return 0.", .obligation, .callbackPresence),
            ("Callers clean: the frame is cleaned until a window exists.", .guarantee, .domainStep),
        ] as [(String, Modality, RuleKind)])
    func unread(text: String, modality: Modality, kind: RuleKind) {
        #expect(Self.bound(text, modality, negated: false, member: "map").clause.rule?.kind != kind)
    }

    @Test("A freedom that stands behind a duty is what the duty is for, and repeating is free however it is said")
    func freedoms() throws {
        let mapped = try #require(Self.plan("A window must be mapped before it is accessed.", .obligation))
        #expect(Self.plan("Windows need mapping before they can be accessed.", .permission) == mapped)
        let need = "Windows need not be mapped before they can be accessed."
        #expect(Self.plan(need, .permission, negated: true) != mapped)
        let often = try #require(Self.plan("A window can be mapped as often as callers want.", .permission))
        #expect(Self.plan("A window can be mapped arbitrarily often.", .permission) == often)
    }

    @Test("The same order the other way round is another test")
    func reversed() throws {
        let order = try #require(Self.plan("widget_begin() must be called before widget_map().", .obligation))
        let other = try #require(Self.plan("Prior to widget_begin(), call widget_map().", .obligation))
        #expect(order != other)
        let around = "Before they access it callers must call widget_end(), and widget_begin() afterwards."
        let bracket = "Access has to be bracketed by widget_begin() and widget_end()."
        let usual = try #require(Self.plan(bracket, .obligation))
        #expect(Self.plan(around, .obligation) != usual)
    }

    @Test("What is NULL in a section on the result is the result, and -errno is a negative error code")
    func results() throws {
        var null = clause("May be NULL.", .permission, member: "map")
        null.block.section = "Returns"
        #expect(Self.book.read([null])[0].clause.rule?.kind != .callbackPresence)
        let words = try #require(Self.plan("0 on success, otherwise a negative error code.", .outcome))
        #expect(Self.plan("0 on success, otherwise -errno.", .outcome) == words)
    }

    @Test("What is told of a function is told of no callback, and of no function that it is compared with")
    func unknownFunction() throws {
        func bound(_ text: String, _ modality: Modality) -> BoundClause {
            var clause = clause(text, modality, symbol: "widget_poke")
            clause.block.kind = .function
            return Self.book.read([clause])[0]
        }
        #expect(bound("This is called from widget_map().", .guarantee).clause.rule == nil)
        #expect(bound("It must be called after the last widget_put().", .obligation).clause.rule == nil)
        let compared = bound("Like widget_map(), it returns NULL on failure.", .outcome)
        #expect(try #require(compared.clause.reason).contains("widget_poke"))
    }
}
