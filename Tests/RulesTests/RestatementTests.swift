import Clauses
import Testing
import Widget

@testable import Rules

/// What is said in a roundabout way, what it is in plain words, and what only sounds like it.
@Suite("Restatements")
struct RestatementTests {
    private static func plain(_ text: String) -> String {
        Restatement.always.plain(Word.words(of: text)).words.map(\.text).joined(separator: " ")
    }

    @Test(
        "What is said in a roundabout way is put plainly",
        arguments: [
            ("It falls to the caller to stop it", "caller must stop it"),
            ("It is up to drivers to stop it", "drivers must stop it"),
            ("The driver has no business sleeping", "driver must not sleeping"),
            ("It would be a mistake for callers to sleep", "callers must not sleep"),
            ("Callers have to refrain from sleeping", "Callers must not sleeping"),
            ("Callers must not forget to stop it", "Callers must stop it"),
            ("It is widget_map() that stops it", "widget_map stops it"),
            ("It is only for the first one that it is called", "only for first one it is called"),
            ("widget_map() is what stops it", "widget_map stops it"),
            ("Failure is impossible for widget_map()", "widget_map cannot fail"),
            ("widget_map() cannot but succeed", "widget_map must succeed"),
            ("It gets called ahead of widget_map()", "It is called before widget_map"),
            ("No widget_put() other than the last one frees it", "only last widget_put frees it"),
            ("It is not called until the last widget_put()", "It is called only at last widget_put"),
            ("It takes the last widget_put() to get the callback called", "callback is called at last widget_put"),
            ("2 is the upper bound for windows", "at most 2 windows"),
            ("Access lies between the two", "Access is bracketed by two"),
            ("There is no need for drivers to check it", "drivers need not check it"),
            (
                "widget_map() signals success by 0 and failure by NULL",
                "widget_map return 0 on success and NULL on failure"
            ),
        ])
    func restated(text: String, plain: String) { #expect(Self.plain(text) == plain) }

    @Test(
        "What only sounds like it stays as it is",
        arguments: [
            "It is clear that callers must stop it", "It is a rule that windows are stopped",
            "It is not widget_map() that stops it", "This is what happens then",
            "No caller has to refrain from sleeping", "Callers that do not map it must refrain from sleeping",
            "Not every widget_map() is unable to sleep", "It returns an error code", "It returns error if it is full",
            "Callers should get the widget", "No window may be open without a widget",
            "The buffer is in front of it", "The caller counts windows",
        ])
    func unrestated(text: String) {
        #expect(Self.plain(text) == Word.words(of: text).map(\.text).joined(separator: " "))
    }

    private static let pairs = [
        ("widget_map() must never fail.", "Failure is impossible for widget_map()."),
        ("widget_map() must never fail.", "widget_map() cannot but succeed."),
        (
            "Callers must call widget_end() after the access.",
            "It falls to callers to call widget_end() after the access."
        ),
        ("widget_map() is protected by widget->lock.", "It is widget->lock that protects widget_map()."),
        ("widget_map() calls the map callback.", "widget_map() is what calls the map callback."),
        ("Callers must not hold more than 2 windows.", "Two is the upper bound for windows."),
        ("Callers must call widget_begin() before widget_map().", "widget_map() requires a prior widget_begin()."),
        (
            "Callers must call widget_begin() before widget_map().",
            "Until widget_begin() was called, callers must keep away from widget_map()."
        ),
        (
            "A widget is released at the last widget_put().",
            "No widget_put() other than the last one releases the widget."
        ),
        (
            "Callers cannot rely on coherent access.",
            "It would be a mistake for callers to take coherent access for granted."
        ),
        (
            "Calling widget_attach() is equivalent to calling widget_map().",
            "widget_attach() and widget_map() are interchangeable."
        ),
    ]

    @Test("A sentence in other words makes the test of the plain one", arguments: pairs)
    func same(plain: String, other: String) throws {
        let (plain, other) = (read(plain), read(other))
        #expect(plain.count == 1 && plain[0].plan != nil)
        #expect(other.map(\.plan) == plain.map(\.plan), "\(other.map { $0.clause.reason ?? "" })")
    }

    @Test(
        "The opposite in other words does not make that test",
        arguments: [
            ("widget_map() must never fail.", "Failure is possible for widget_map()."),
            ("widget_map() is protected by widget->lock.", "The core drops widget->lock before it calls map."),
            ("widget_map() is protected by widget->lock.", "The core does not serialize widget_map()."),
            ("Callers must not hold more than 2 windows.", "Three is the upper bound for windows."),
            (
                "Callers must not hold more than 2 windows.",
                "A caller that already holds 2 windows may take another one."
            ),
            ("Callers must call widget_begin() before widget_map().", "widget_begin() requires a prior widget_map()."),
            ("A widget is released at the last widget_put().", "Any widget_put() releases the widget."),
            ("A window must be dropped with widget_unmap().", "A window must be dropped with widget_map()."),
            (
                "widget_begin() must be restarted after -EINTR.",
                "Callers must not free it after -EINTR, but restart widget_begin()."
            ),
            (
                "Calling widget_attach() is equivalent to calling widget_map().",
                "widget_attach() and widget_map() are not interchangeable."
            ),
        ])
    func opposite(plain: String, other: String) {
        let plan = read(plain)[0].plan
        #expect(plan != nil)
        #expect(!read(other).contains { $0.plan == plan })
    }
}
