import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// What is held and given back, in which order, and until when: the many ways to say it, and what nearly says it.
@Suite("Words on what is held and given back")
struct LifetimeWordsTests {
    private static let book = RuleBook(vocabulary: .example)

    private static func bound(
        _ text: String, _ modality: Modality, negated: Bool = false, of member: String? = nil, function: String? = nil
    ) -> BoundClause {
        var clause = clause(
            text, modality, negated: negated || modality == .prohibition, member: member, symbol: function)
        clause.bearer = "caller"
        return book.read([clause])[0]
    }

    private static func plan(
        _ text: String, _ modality: Modality, negated: Bool = false, of member: String? = nil, function: String? = nil
    ) -> TestPlan? {
        bound(text, modality, negated: negated, of: member, function: function).plan
    }

    @Test(
        "An order is asked for in many ways",
        arguments: [
            ("widget_map() can only be called after widget_begin().", Modality.obligation, String?.none),
            ("widget_map() may only be called if widget_begin() was called successfully.", .obligation, nil),
            ("widget_begin() has to be called first, and then widget_map().", .obligation, nil),
            ("widget_map() must not be called without a previous widget_begin().", .prohibition, nil),
            (
                "Callers must not map it with widget_map() before they have begun with widget_begin().", .prohibition,
                nil
            ),
            ("Each widget_map() must be preceded by widget_begin().", .obligation, nil),
            ("It can only be called if begin has been called.", .obligation, "map"),
            ("This must only be called once begin has succeeded.", .obligation, "map"),
            ("It must not be called before begin.", .prohibition, "map"),
        ])
    func orders(text: String, modality: Modality, member: String?) throws {
        let order = try #require(Self.plan("widget_begin() must be called before widget_map().", .obligation))
        #expect(Self.plan(text, modality, of: member) == order)
    }

    @Test("Of what is acquired and released, the order is shown only where a release of nothing can be made")
    func orderOfPair() {
        func plan(_ text: String) -> TestPlan? { Self.plan(text, .obligation) }
        #expect(plan("widget_put() can only be called after widget_get().") == nil)
        #expect(plan("widget_end() can only be called after widget_begin().") != nil)
    }

    @Test(
        "What nearly asks for an order asks for none, or for another one",
        arguments: [
            ("widget_map() can only be called before widget_begin().", Modality.obligation, String?.none),
            ("widget_map() can be called without a previous widget_begin().", .permission, nil),
            ("widget_map() can only be called if widget_begin() was not called.", .obligation, nil),
            ("widget_map() must be called if widget_begin() was called.", .obligation, nil),
            ("Only widget_map() must be called after widget_begin().", .obligation, nil),
            ("It can be called if begin has been called.", .permission, "map"),
            ("It can only be called before begin has been called.", .obligation, "map"),
            ("It is called after begin.", .guarantee, "map"),
        ])
    func noOrders(text: String, modality: Modality, member: String?) throws {
        let order = try #require(Self.plan("widget_begin() must be called before widget_map().", .obligation))
        #expect(Self.plan(text, modality, of: member) != order)
    }

    @Test(
        "That it is given back is asked for in many ways",
        arguments: [
            ("Shares are to be dropped by calling widget_put().", Modality.obligation),
            ("Clean up each share by calling widget_put().", .obligation),
            ("A share must be given back with widget_put().", .obligation),
            ("Shares must not be leaked.", .prohibition),
            ("Each successful widget_get() needs a matching widget_put().", .guarantee),
            ("Once done with a share, call widget_put().", .obligation),
            ("Don't forget to drop each share.", .obligation),
            ("Callers must balance widget_get() with widget_put().", .obligation),
            ("Calls of widget_get() must be balanced by calls of widget_put().", .obligation),
        ])
    func givenBack(text: String, modality: Modality) throws {
        let pairs = try #require(Self.plan("A share must be dropped again.", .obligation))
        #expect(Self.plan(text, modality) == pairs)
    }

    @Test("What another interface releases is not released by this one, and the test holds what is named")
    func releasedByAnother() throws {
        let own = try #require(Self.plan("A share must be dropped with widget_put().", .obligation))
        let other = Self.bound("A window must be dropped with widget_put().", .obligation)
        #expect(other.clause.rule?.parameters["resource"] == .word("window"))
        #expect(other.clause.rule?.parameters["by"] == .word("put"))
        #expect(try #require(other.plan) != own)
        #expect(
            Self.plan("A window must be unmapped before its share is dropped with widget_put().", .obligation) == nil)
    }

    @Test("Whoever is told to forget it is not told to do it")
    func forgotten() {
        #expect(Self.plan("Forget to unmap each window.", .obligation) == nil)
    }

    @Test("At the last one, and not before, the object goes")
    func last() throws {
        let counted = try #require(Self.plan("The widget is freed only at the last widget_put().", .guarantee))
        #expect(Self.plan("The last widget_put() frees the widget.", .guarantee) == counted)
        #expect(Self.plan("A widget is freed with the last widget_put(), and not before.", .guarantee) == counted)
        #expect(Self.plan("A widget is not freed before the last widget_put().", .guarantee, negated: true) == counted)
        let first = try #require(Self.plan("The first widget_put() frees the widget.", .guarantee))
        #expect(first != counted)
        #expect(Self.plan("A widget is freed before the last widget_put().", .guarantee) == first)
        let each = try #require(Self.plan("Every widget_put() frees the widget.", .guarantee))
        #expect(each != counted && each != first)
        #expect(Self.plan("The last widget_put() doesn't free the widget.", .guarantee, negated: true) == each)
    }

    @Test("The last one that is dropped is the last call that drops one")
    func lastDropped() throws {
        let called = try #require(Self.plan("This is called by the last widget_put().", .guarantee, of: "destroy"))
        for text in [
            "This is called when the last share is dropped.", "This is called once the last share has gone away.",
            "When the last share of the widget is dropped, the core calls the destroy callback.",
            "The destroy callback is called once the last share was dropped with widget_put().",
        ] {
            #expect(Self.plan(text, .guarantee, of: "destroy") == called, "\(text)")
        }
        #expect(Self.plan("This is called when the last share is taken.", .guarantee, of: "destroy") == nil)
        let freed = try #require(Self.plan("The widget is freed at the last widget_put().", .guarantee))
        #expect(Self.plan("The widget is freed when its last share is dropped.", .guarantee) == freed)
    }

    @Test("What is compared with is not what is spoken of")
    func compared() throws {
        let map = try #require(Self.plan("widget_map() cannot fail.", .guarantee, negated: true))
        #expect(Self.plan("Unlike widget_get(), widget_map() cannot fail.", .guarantee, negated: true) == map)
        #expect(Self.plan("As with widget_get(), widget_map() cannot fail.", .guarantee, negated: true) == map)
    }

    @Test("Where the beginning alone is named, nothing is asked of the end")
    func beginAlone() throws {
        let both = Self.bound(
            "Callers must call widget_begin() before and widget_end() after each access.", .obligation)
        let begin = Self.bound("Callers must call widget_begin() before each access.", .obligation)
        #expect(begin.clause.rule?.parameters["ends"] == .word("begin"))
        #expect(both.clause.rule?.kind == begin.clause.rule?.kind)
        #expect(try #require(both.plan) != #require(begin.plan))
        let afterwards = "Callers must call widget_begin() before each access, and widget_end() afterwards."
        #expect(Self.plan(afterwards, .obligation) == both.plan)
        #expect(Self.plan("Callers must call widget_begin() before and after each access.", .obligation) == nil)
    }

    @Test("A callback that is not called before the last one is called with it")
    func calledAtLast() throws {
        let last = try #require(Self.plan("This is called after the last widget_put().", .guarantee, of: "destroy"))
        let notBefore = "It isn't called before the last widget_put()."
        #expect(Self.plan(notBefore, .guarantee, negated: true, of: "destroy") == last)
        let first = try #require(Self.plan("This is called after the first widget_put().", .guarantee, of: "destroy"))
        #expect(first != last)
    }

    @Test("That something is done only when there is none counts nothing, unless it is a call")
    func onlyWhenNone() {
        let rule = Self.bound("The widget is painted only when no window exists.", .guarantee).clause.rule
        #expect(rule?.kind != .referenceCounted)
    }

    @Test("What the caller has locked is not what the call locks")
    func callersLock() throws {
        #expect(Self.plan("widget_map() must be called with widget->lock held.", .obligation) == nil)
        #expect(Self.plan("widget_map() must not be called with widget->lock held.", .prohibition) == nil)
        #expect(Self.plan("This callback is called with widget->lock held.", .guarantee, of: "map") != nil)
    }

    @Test("A call that sleeps is none of whoever holds what it gives")
    func sleepingCall() throws {
        let call = Self.bound("widget_map() may sleep.", .permission)
        #expect(call.clause.rule?.parameters["callbacks"] == .words(["map"]))
        #expect(call.clause.rule?.parameters["resources"] == .words([]))
        let holder = Self.bound("Callers must not sleep when they use widget_map().", .prohibition)
        #expect(holder.clause.rule?.parameters["resources"] == .words(["window"]))
    }

    @Test("A list of what it returns says the same as the sentence")
    func listedResults() throws {
        func result(_ text: String) throws -> TestPlan { try #require(Self.plan(text, .outcome, of: "begin")) }
        #expect(try result("0 - success") == result("0 on success."))
        #expect(try result("<0 - failure") == result("A negative error code on failure."))
        #expect(try result(">0 - failure") == result("A positive error code on failure."))
        #expect(try result("0 - failure") != result("0 - success"))
        #expect(try result("<0 - success") != result("<0 - failure"))
    }

    @Test("What it returns without a callback is looked at without it, and for any other cause not at all")
    func resultWithout() throws {
        func plan(_ text: String, _ condition: String) -> TestPlan? {
            var clause = clause(text, .outcome, symbol: "widget_map")
            clause.condition = condition
            return Self.book.read([clause])[0].plan
        }
        let lacking = try #require(
            plan("widget_map() returns NULL if the driver lacks a map callback.", "if the driver lacks a map callback"))
        let having = try #require(
            plan("widget_map() returns NULL if the driver has a map callback.", "if the driver has a map callback"))
        #expect(lacking != having)
        #expect(lacking.steps.first != having.steps.first)
        #expect(lacking.steps.contains { if case .expect(.returnsNull) = $0 { true } else { false } })
        #expect(plan("widget_map() returns NULL if the widget is empty.", "if the widget is empty") == nil)
        #expect(plan("widget_map() returns NULL if it fails.", "if it fails") != nil)
    }

    @Test("Nothing unless bracketed is only when bracketed; anything unless bracketed is an exception")
    func unless() throws {
        let only = try #require(
            Self.plan(
                "Only access bracketed by widget_begin() and widget_end() is guaranteed to be coherent.", .guarantee))
        let unless = "Coherent access is not guaranteed unless it is bracketed by widget_begin() and widget_end()."
        #expect(Self.plan(unless, .undefined, negated: true) == only)
        let exception = "Coherent access is guaranteed unless it is bracketed by widget_begin() and widget_end()."
        #expect(Self.plan(exception, .guarantee) == nil)
    }

    @Test("What stays so, or is kept so, is so")
    func lasting() throws {
        let oiled = try #require(Self.plan("The widget is oiled.", .guarantee))
        #expect(Self.plan("The widget stays oiled.", .guarantee) == oiled)
        #expect(Self.plan("The widget always remains oiled.", .guarantee) == oiled)
        #expect(Self.plan("Drivers must keep the widget oiled.", .obligation) == oiled)
        let dry = try #require(Self.plan("The widget is not oiled.", .guarantee, negated: true))
        #expect(dry != oiled)
    }

    @Test("While there is what a step asks for, its test looks; while there is none, nothing does")
    func whileThereIs() throws {
        let cleaned = try #require(Self.plan("The frame is cleaned for callers.", .guarantee))
        #expect(Self.plan("The frame stays cleaned while callers look.", .guarantee) == cleaned)
        #expect(Self.plan("The frame stays cleaned while no callers look.", .guarantee) == nil)
    }

    @Test("To try a call again is to make it again")
    func triedAgain() throws {
        let again = try #require(Self.plan("After -EINTR callers must restart widget_map().", .obligation))
        #expect(Self.plan("On -EINTR callers must try widget_map() again.", .obligation) == again)
    }
}
