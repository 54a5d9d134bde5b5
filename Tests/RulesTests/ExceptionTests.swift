import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// Sentences from which the words behind them, or the sentence behind them, take something.
@Suite("Exceptions")
struct ExceptionTests {
    @Test(
        "What the next sentence makes an exception of has no test",
        arguments: [
            "This is not so for old drivers.", "Windows of the device are exempt from this.", "Not so on old machines.",
            "An exception are windows that nobody reads.", "This is not needed for shares.",
            "This does not apply to the first window.", "It is not so where the widget is small.",
        ])
    func nextSentence(exception: String) {
        let rule = "Each window must be unmapped again."
        #expect(tested(rule + " Callers need it.") == [.pairs])
        #expect(tested(rule + " " + exception) == [])
    }

    @Test(
        "What goes on after it, and is no exception, leaves it its test",
        arguments: [
            "This is done with widget_unmap().", "Nothing else is needed.", "This is important.", "Notes are below.",
            "It is not long.", "Use as many as you can.", "It is there whether anybody needs it or not.",
        ])
    func otherSentence(next: String) {
        #expect(tested("Each window must be unmapped again. " + next).contains(.pairs))
    }

    @Test(
        "A case that the words take out is not tested with the others",
        arguments: [
            "This callback may sleep, but not with widget->lock held.",
            "This callback may sleep, but not if the widget is full.",
        ])
    func butNot(sentence: String) {
        #expect(read(sentence, callback: "map").allSatisfy { $0.plan == nil })
        #expect(read("This callback may sleep.", callback: "map").contains { $0.plan != nil })
    }

    @Test(
        "An edit that leaves something open, adds to it or asks it of others leaves no test of what was said before",
        arguments: [
            (RuleKind.unitSized, "Every window is aligned to a page or is one page long."),
            (.unitSized, "Every window is aligned to 2 * PAGE and one page long."),
            (.unitSized, "Access is done in aligned units of up to one page."),
            (.pairs, "A window must not be accessed after it was unmapped."),
            (.pairs, "widget_put() must not be called in atomic context."),
            (.order, "A window must not be accessed before widget_begin()."),
            (.protectedByLock, "Calls of widget_map() may be protected by widget->lock."),
            (.protectedByLock, "Calls of widget_map() must be made with widget->lock held."),
            (.protectedByLock, "Calls of widget_map() must be made without widget->lock held."),
            (.maps, "Mapping a window may return a pointer into kernel address space."),
            (.outcomeOutside, "Windows mapped outside of the range fail with -EINVAL."),
            (.incoherentUnbracketed, "Callers must not rely on coherent access, unless the driver says so."),
            (.sleeping, "Drivers have to finish all preparations that can sleep in begin."),
            (.sleeping, "Callers must wait for the device while they hold a window."),
            (.sleeping, "Callers must not block while they unmap a window."),
            (.limitedSupply, "The number of window space is limited to 16."),
            (.maxHeld, "A caller must not hold more than 2 windows at once, and not more than 8 in total."),
            (.maxHeld, "A caller must not hold more than 2 windows at once in one interrupt context."),
            (.maxHeld, "A caller must not hold more than 2 windows of a share at once."),
            (.alwaysSucceeds, "widget_map() or widget_map() must always succeed."),
            (.alwaysSucceeds, "Even if no access was announced, widget_map() must never fail."),
            (
                .canFail,
                "widget_map() can fail when window space has run out and at the same time no map callback exists."
            ),
            (.restartedAfter, "widget_begin() must be restarted after any error."),
            (.rejectsWhen, "The core rejects windows that are too large or not aligned."),
            (.repeatable, "There is a limit of 8 on how often a window can be mapped."),
            (.pairs, "Each window must be unmapped in the context in which it was mapped."),
        ])
    func edited(kind: RuleKind, sentence: String) { #expect(!tested(sentence).contains(kind)) }

    @Test(
        "A few words behind a sentence, or in place of one of its own, take its test away",
        arguments: [
            (
                RuleKind.alwaysSucceeds, "widget_map() must always succeed.",
                [
                    "widget_map() must always succeed, out of memory aside.",
                    "widget_map() must always succeed, save for memory errors.",
                    "widget_map() must always succeed, barring a lack of memory.",
                ]
            ),
            (
                .limitedSupply, "There is a limited supply of window space.",
                [
                    "There is a supply of window space, limited by nothing but memory."
                ]
            ),
            (
                .pairs, "Each window must be unmapped again.",
                [
                    "Each window must be unmapped again, though old ones may stay.",
                    "Each window must be unmapped again, whichever it is.",
                    "The latter window must be unmapped again.",
                ]
            ),
            (.maps, "It maps a page of the widget.", ["It maps a part of a page of the widget."]),
            (
                .repeatable, "A window can be mapped as often as callers want.",
                [
                    "A window can be mapped as often as callers want until it is full."
                ]
            ),
            (
                .calledFrom, "The begin callback is called from widget_begin().",
                [
                    "The begin callback is called from the latest widget_begin()."
                ]
            ),
            (
                .validBetween, "A window has to be mapped before it is accessed.",
                [
                    "A window has to be mapped before it is accessed, unless it is small."
                ]
            ),
        ] as [(RuleKind, String, [String])])
    func tails(kind: RuleKind, plain: String, edits: [String]) {
        #expect(tested(plain).contains(kind), "\(plain)")
        for edit in edits { #expect(!tested(edit).contains(kind), "\(edit)") }
    }

    @Test(
        "A sentence that ends in a modal takes its verb, and so a case, from the one before",
        arguments: ["Between the two drivers may.", "For another window it has to.", "Old windows need not."])
    func ellipsis(next: String) {
        #expect(tested("Each window must be unmapped again. " + next).isEmpty)
    }

    @Test(
        "Another object, another case or one of several leaves no test of what was said of all",
        arguments: [
            (RuleKind.protectedByLock, "Callers provide protection of widget_map() by taking widget->lock."),
            (.protectedByLock, "Calls of widget_map(), unlike those of widget_unmap(), are protected by widget->lock."),
            (.repeatable, "A window can be mapped as often as callers want, provided that it is small."),
            (.calledFrom, "The begin callback is called from widget_begin() for the first use of the widget."),
            (.canFail, "widget_begin() can fail with -EAGAIN, in place of -EINTR."),
            (.usableThrough, "A caller simply calls widget_map() on the driver's file."),
            (.sleeping, "Callers must not block while they hold a window, while drivers may."),
        ])
    func others(kind: RuleKind, sentence: String) {
        #expect(!tested(sentence).contains(kind))
    }

    @Test("What may be restarted need not be")
    func mayRestart() throws {
        let rule = try #require(read("When it fails with -EINTR, the call may be restarted.", callback: "begin").last)
        #expect(rule.clause.rule.map { $0.force != .required } ?? true)
    }

    @Test("A callback that two interfaces call is called by both")
    func calledByTwo() throws {
        let rule = try #require(read("This is called by widget_map() and by widget_attach().", callback: "map").first)
        #expect(rule.clause.rule?.parameters["apis"] == .words(["map", "attach"]))
    }

    @Test("No more than so many are at most so many")
    func noMoreThan() throws {
        let most = try #require(read("A caller must hold at most 2 windows at once.").first?.plan)
        #expect(read("A caller must hold no more than 2 windows at once.").first?.plan == most)
    }

    @Test("A procedure of which no step is required, or that is to be done in reverse, is none")
    func leadIns() {
        func steps(_ leadIn: String) -> SequenceOfSteps.Steps? {
            SequenceOfSteps.Steps(
                ["Call widget_map().", "Call widget_unmap()."], of: clause("", leadIn: leadIn), Glossary(.example))
        }
        #expect(steps("Follow these steps, in this order:") != nil)
        #expect(steps("It has these steps, in the reverse order:") == nil)
        #expect(steps("It has these steps, none of which is required:") == nil)
    }
}
