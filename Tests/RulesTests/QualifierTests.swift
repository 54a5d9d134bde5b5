import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// A word that hangs on what a rule reads, and by which fewer or others are meant, leaves the sentence without its test.
@Suite("Whose, which of them, in which state, on what machine")
struct QualifierTests {
    @Test(
        "The first sentence has its test, and the second one none",
        arguments: [
            (
                RuleKind.maxHeld, "Callers must not hold more than 2 windows at once.",
                "Callers must not hold more than 2 windows at once per widget."
            ),
            (
                .maxHeld, "Callers must not hold more than 2 windows at once.",
                "Callers must not hold more than 2 windows at once on any given widget."
            ),
            (
                .maxHeld, "Callers must not hold more than 2 windows at once.",
                "Callers must not hold more than 2 windows at once on 32-bit machines."
            ),
            (
                .maxHeld, "Callers must not hold more than 2 windows at once.",
                "Callers must not hold more than 2 dirty windows at once."
            ),
            (.maxHeld, "Callers must not hold more than 2 windows.", "Callers must not deny more than 2 windows."),
            (
                .calledFrom, "The begin callback is called by widget_begin() once.",
                "The begin callback is called by widget_begin() once per share."
            ),
            (.pairs, "Each window must be unmapped again.", "Each dirty window must be unmapped again."),
            (.pairs, "Each window must be unmapped again.", "Each window which is cached must be unmapped again."),
            (
                .pairs, "Each window must be unmapped again.",
                "Each window must be unmapped again as long as the widget is dirty."
            ),
            (.pairs, "Each window must be unmapped again.", "Each window must be unmapped again, or passed on."),
            (.pairs, "Each window must be unmapped again.", "Each window must be unmapped again on failure."),
            (.pairs, "Each window must be unmapped again.", "Windows must be unmapped again in pairs."),
            (
                .order, "Callers must call widget_begin() before widget_map().",
                "Callers must call widget_begin() before widget_map() of other widgets."
            ),
            (
                .protectedByLock, "Calls of widget_map() are protected by widget->lock.",
                "Calls of widget_map() are protected from widget->lock."
            ),
            (
                .protectedByLock, "Calls of widget_map() are protected by taking widget->lock.",
                "Calls of widget_map() are protected by the caller taking widget->lock."
            ),
            (
                .protectedByLock, "Calls of widget_map() are protected by widget->lock.",
                "Calls of widget_map() are protected by a lock other than widget->lock."
            ),
            (
                .sleeping, "Callers may not block between widget_begin() and widget_end().",
                "Callers may not block for long between widget_begin() and widget_end()."
            ),
            (
                .failsOnlyIn, "In begin a driver has to finish all preparations that can fail.",
                "In begin a driver has to start all preparations that can fail."
            ),
            (
                .carriedThrough, "Callers must let drivers control the sticky flag of widget_attach().",
                "Callers must let privileged drivers control the sticky flag of widget_attach()."
            ),
            (
                .carriedThrough, "Drivers must let drivers control the sticky flag of widget_create().",
                "Drivers must let callers control the sticky flag of widget_create()."
            ),
        ])
    func qualified(kind: RuleKind, plain: String, qualified: String) {
        #expect(tested(plain) == [kind])
        #expect(tested(qualified) == [])
    }

    @Test(
        "Words that tell none from others leave the test where it is",
        arguments: [
            (RuleKind.pairs, "Each given window must be unmapped again."),
            (.maxHeld, "Callers must not hold more than 2 existing windows at once."),
            (.pairs, "Once the access is over, callers must call widget_end()."),
            (.pairs, "Because address space is precious, each window must be unmapped again."),
            (.pairs, "Each window must be unmapped again, or it leaks."),
            (.pairs, "Each window must be unmapped again sooner or later."),
            (.pairs, "Each window of a memory block must be unmapped again."),
            (.pairs, "Each window must be unmapped again, even if the widget is dirty."),
            (.maxHeld, "Callers must not hold more than 2 windows at once per process context."),
            (.order, "On every system callers must call widget_begin() before widget_map()."),
            (.protectedByLock, "Calls of widget_map() are protected by the core taking widget->lock."),
        ])
    func plain(kind: RuleKind, sentence: String) { #expect(tested(sentence) == [kind]) }

    @Test("What a named interface fails with is not tested of the one that was named before")
    func ownInterface() throws {
        let clauses = read("widget_map() maps a window. widget_unmap() can fail when window space has run out.")
        let rule = try #require(clauses.last?.clause.rule)
        #expect(rule.parameters["apis"] == .words(["unmap"]))
    }

    @Test(
        "An edit that a maintainer might make leaves no test of what was said before",
        arguments: [
            (RuleKind.unitSized, "A window is at most one page long."),
            (.coherentWhenBracketed, "A driver must ensure that access is coherent regardless of the direction."),
            (.pairs, "Callers must not block after they unmap the window."),
            (.outcomeOutside, "Calls of widget_map() after widget_end() return NULL."),
            (.usableThrough, "When the access is over the caller should call widget_begin()."),
            (.validBetween, "Callers have to use widget_end() after they access the mapped address."),
            (.repeatable, "The caller need not call widget_end() again before it maps the same window once more."),
        ])
    func edited(kind: RuleKind, sentence: String) { #expect(!tested(sentence).contains(kind)) }

    @Test("What must be given back, or else is lost, is asked for, and not forbidden")
    func otherwise() {
        let rule = read("Each window must be unmapped again, or it leaks.").first?.clause.rule
        #expect(rule?.force == .required)
    }

    @Test("Who may not block is who is named, and nobody's callbacks beside")
    func sleepers() throws {
        func callbacks(_ sentence: String) -> Value? {
            read(sentence).first?.clause.rule?.parameters["callbacks"]
        }
        let both = "Neither callers nor drivers may block between widget_begin() and widget_end()."
        #expect(callbacks(both) == .words(["begin", "end"]))
        #expect(callbacks("Callers may not block between widget_begin() and widget_end().") == .words([]))
    }

    @Test("What maps more or less than its unit says so in its rule")
    func extent() {
        let rule = read("Maps all pages of the widget.", callback: "map").first?.clause.rule
        #expect(rule?.parameters["otherExtent"] == .flag(true))
    }

    @Test("Those that do not do a thing are not those that do")
    func deniedSubject() {
        #expect(tested("Drivers that do not swap pages must finish the work in begin.") == [])
    }
}
