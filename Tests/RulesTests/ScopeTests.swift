import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// A sentence that is edited by a word or two to say more, less or something else keeps no test of what it said before.
@Suite("How often, for which of them, in which case")
struct ScopeTests {
    @Test(
        "The first sentence has its test, and the second one none",
        arguments: [
            (
                RuleKind.order, "Callers must call widget_begin() before widget_map().",
                "Callers must call widget_begin() twice before widget_map()."
            ),
            (
                .order, "Callers must call widget_begin() before widget_map().",
                "Callers must call widget_begin() right before widget_map()."
            ),
            (
                .order, "Callers must call widget_begin() before widget_map().",
                "Callers must call widget_begin() before each widget_map()."
            ),
            (
                .validBetween, "Callers must bracket each access with widget_begin() and widget_end().",
                "Callers must bracket each access with widget_begin() or widget_end()."
            ),
            (
                .validBetween, "Callers must bracket each access with widget_begin() and widget_end().",
                "Callers must bracket each write access with widget_begin() and widget_end()."
            ),
            (.pairs, "Each window must be unmapped again.", "A window that was written to must be unmapped again."),
            (.pairs, "Each window must be unmapped again.", "Each window must be unmapped again in reverse order."),
            (
                .pairs, "Each window must be unmapped again.",
                "Each window must be unmapped again with the same direction."
            ),
            (
                .pairs, "Callers must call widget_end() afterwards.",
                "If widget_begin() failed, callers must call widget_end() afterwards."
            ),
            (
                .maxHeld, "Callers must not hold more than 2 windows at once.",
                "Callers must not hold more than 2 windows at once, unless an interrupt comes."
            ),
            (
                .sleeping, "Callers may not block between widget_begin() and widget_end().",
                "Callers may not block between widget_begin() and widget_end(), the driver (in its callback) may."
            ),
            (
                .ends, "widget_end() ends the session started with widget_begin().",
                "widget_end() ends all sessions started with widget_begin()."
            ),
            (
                .ends, "widget_end() ends the session started with widget_begin().",
                "widget_end() ends the last but one session started with widget_begin()."
            ),
            (
                .canFail, "widget_map() can fail when there is no map callback or when window space has run out.",
                "widget_map() can fail when there is no map callback and window space has run out."
            ),
            (
                .canFail, "widget_map() can fail with -EINTR when it was interrupted.",
                "widget_map() can fail with -EINTR even when it was not interrupted."
            ),
            (
                .coherentWhenBracketed,
                "Only access that is bracketed by widget_begin() and widget_end() is guaranteed to be coherent with devices.",
                "Only access that is bracketed by widget_begin() and widget_end() is guaranteed to be coherent with other CPUs."
            ),
            (
                .coherentWhenBracketed, "Only access that is bracketed by both calls is guaranteed to be coherent.",
                "Only access that is bracketed by either call is guaranteed to be coherent."
            ),
            (
                .outcomeOutside, "The result of widget_map() after widget_end() is undefined.",
                "The result of widget_map() before widget_begin() is undefined."
            ),
        ] as [(RuleKind, String, String)])
    func edited(kind: RuleKind, before: String, after: String) {
        #expect(tested(before).contains(kind))
        #expect(tested(after).isEmpty)
    }

    @Test(
        "What makes less of a sentence, or takes it back, leaves it without a test",
        arguments: [
            "Callers must usually call widget_begin() before widget_map().",
            "Callers must try to call widget_begin() before widget_map().",
            "Callers must, if possible, call widget_begin() before widget_map().",
            "Callers used to have to call widget_begin() before widget_map().",
            "Some believe that callers must call widget_begin() before widget_map().",
            "It was proposed that callers must call widget_begin() before widget_map().",
            "If the moon is full, callers must call widget_begin() before widget_map().",
            "The core no longer keeps a reference count for each window.",
            "The core hardly keeps a reference count for each window.",
            "The core keeps a reference count for a copy of each window.",
            "Each window of another widget must be unmapped again.",
            "Fallback to windows should be avoided.",
        ])
    func shifted(sentence: String) {
        #expect(tested(sentence).isEmpty)
    }

    @Test(
        "Words that only look like it leave the test where it is",
        arguments: [
            (RuleKind.sleeping, "Callers must not try to sleep between widget_begin() and widget_end()."),
            (.pairs, "To avoid that, each window must be unmapped again."),
        ] as [(RuleKind, String)])
    func unshifted(kind: RuleKind, sentence: String) {
        #expect(tested(sentence).contains(kind))
    }

    @Test("A heading takes back what stands below it", arguments: ["Old behaviour", "Proposed", "Not yet implemented"])
    func heading(title: String) {
        func isTested(_ title: String) -> Bool {
            var clause = clause("Callers must call widget_begin() before widget_map().", .obligation)
            clause.bearer = "caller"
            clause.block.title = title
            return RuleBook(vocabulary: .example).read([clause])[0].plan != nil
        }
        for title in ["Windows", "Removing a window", "Rejecting large windows"] { #expect(isTested(title)) }
        #expect(!isTested(title))
    }

    @Test("Of the first of several users a test of one shows nothing")
    func firstUser() {
        #expect(tested("Unmaps a page of the widget.", callback: "unmap") == [.unmaps])
        #expect(tested("Unmaps a page when its first caller is gone.", callback: "unmap").isEmpty)
    }

    @Test("A call is restarted as often as it is interrupted, and not a number of times")
    func restartedSoOften() {
        let sentence = "widget_map() can fail with -EINTR, and then callers must restart it"
        #expect(tested("\(sentence).") == [.canFail, .restartedAfter])
        #expect(tested("\(sentence) at most 3 times.") == [.canFail])
    }

    @Test("A callback is called once, and not for each part of a thing")
    func calledForEachPart() {
        #expect(tested("This is called from widget_map().", callback: "map") == [.calledFrom])
        #expect(tested("This is called from widget_map() once for each page.", callback: "map").isEmpty)
    }

    @Test("Only of calls of one of them the lock is said to protect those alone")
    func onlyCallsOfOne() {
        let rule = read("Only concurrent calls of widget_map() are protected by widget->lock.").first?.clause.rule
        #expect(rule?.parameters["not"] == .words(["unmap"]))
    }

    @Test("Coherent without calling the two is another promise than coherent between them")
    func coherentWithout() {
        let rule = read("Access is coherent even without calling widget_begin().").first?.clause.rule
        #expect(rule == nil || rule?.parameters["without"] == .flag(true))
    }

    @Test(
        "Other words for the same have the same rule",
        arguments: [
            ("Callers must not hold more than two windows.", "It is a bug if a caller holds more than two windows."),
            (
                "The core calls down into the driver's map callback only when no window exists.",
                "The core calls down into the driver's map callback for the first user of a window only."
            ),
            (
                "The core calls down into the driver's map callback only when no window exists.",
                "The map callback is called for the first widget_map() only."
            ),
            (
                "widget_map() returns 0 on success or a negative error code on failure.",
                "widget_map() returns 0, or a negative errno if it fails."
            ),
        ])
    func same(one: String, other: String) throws {
        let rule = try #require(read(one).first?.clause.rule)
        let reworded = try #require(read(other).first?.clause.rule)
        #expect(rule.kind == reworded.kind)
        #expect(rule.force == reworded.force)
        #expect(rule.parameters == reworded.parameters)
    }
}
