import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// What stands in a part of a clause that says nothing by itself is no promise of it.
@Suite("Subordinate parts")
struct SubordinateTests {
    @Test(
        "No rule is made of a reason, a condition, a purpose or a report alone",
        arguments: [
            "The disk is formatted, since widget_map() always succeeds.",
            "Userspace logs a line before the map callback is called by widget_map().",
            "The driver wakes up all readers once the begin callback is called by widget_begin().",
            "The driver prints its name so that widget_map() can fail with -ENOMEM.",
            "The caller logs that map was called by widget_map().",
            "The core counts it when widget_unmap() is called by the caller.",
            "A driver that has to flush caches by hand must be capable of waxing every lid.",
            "Two kinds of callers end up here so that success of widget_map() is guaranteed.",
        ])
    func unsaid(sentence: String) {
        #expect(!read(sentence).isEmpty)
        #expect(
            read(sentence).allSatisfy { $0.plan == nil },
            "\(read(sentence).map { $0.clause.rule?.kind.rawValue ?? "" })")
    }

    @Test(
        "What is said beside one is",
        arguments: [
            ("widget_map() always succeeds, since the disk is formatted.", RuleKind.alwaysSucceeds),
            ("The map callback is called by widget_map(), since the driver has to write a line.", .calledFrom),
            ("widget_map() can fail with -ENOMEM if the disk is full.", .canFail),
            ("The core makes sure that the map callback is called by widget_map().", .calledFrom),
            ("The begin callback is called from widget_begin() when a session starts.", .calledFrom),
        ])
    func said(sentence: String, kind: RuleKind) {
        let bound = read(sentence)
        #expect(bound.contains { $0.clause.rule?.kind == kind }, "\(bound.map { $0.clause.reason ?? "" })")
    }

    @Test("A condition that is all that a clause says is said by it")
    func whole() {
        let bound = read(
            "Can return -EINTR when the call was interrupted and needs to be restarted.", callback: "begin")
        #expect(bound.map { $0.clause.rule?.kind } == [.canFail, .restartedAfter])
        #expect(bound.allSatisfy { $0.plan != nil })
    }

    @Test(
        "The words of a part know whether it tells when, or only why",
        arguments: [
            ("widget_map() fails while the lid is open.", "open", SubordinatePart.Kind.circumstance),
            ("widget_map() fails once the lid is open.", "open", .circumstance),
            ("widget_map() fails, although the lid is open.", "open", .aside),
            ("widget_map() fails, as the lid is open.", "open", .aside),
            ("widget_map() waits so that the lid can be opened.", "opened", .aside),
        ])
    func kindOfPart(sentence: String, word: String, kind: SubordinatePart.Kind) throws {
        let words = try #require(read(sentence).first).clause.words
        #expect(words.last { $0.text == word }?.part == kind)
        #expect(words[1].part == nil)
    }

    @Test("The words of a condition are still known for it when they are put plainly")
    func plainly() {
        let words = read("It must fail if it has been interrupted by a signal.", callback: "begin")[0].clause.words
        let plain = Rewording.tables.plain(words).words
        #expect(plain.filter { !$0.isCondition }.map(\.text) == ["It", "must", "fail"], "\(plain.map(\.text))")
    }

    @Test(
        "What another party does, what happens only at times, and what is not bracketed is not tested as its opposite",
        arguments: [
            "As soon as the session is complete the driver calls widget_end() on its own.",
            "The begin callback is called from widget_begin() when the page is already known to be available.",
            "The end callback is called from widget_end() when the driver wants to take it away from a caller.",
            "Protection against concurrent widget_map() calls is left to the callers, and widget->lock is of no use.",
            "It keeps concurrent widget_map() calls apart, as widget->lock is not taken here.",
            "It calls down into the map callback on every request and unmaps the window as many times.",
            "Each window is coherent, as callers are not expected to bracket access with widget_begin() and widget_end().",
        ])
    func others(sentence: String) {
        let bound = read(sentence)
        #expect(bound.allSatisfy { $0.plan == nil }, "\(bound.map { $0.clause.rule?.kind.rawValue ?? "" })")
    }

    @Test("Of several steps of which some are denied none is tested")
    func someDenied() {
        let bound = read("For some the widget should not be polished, for others the frame is polished by the driver.")
        #expect(bound.allSatisfy { $0.plan == nil }, "\(bound.map { $0.clause.rule?.kind.rawValue ?? "" })")
    }

    @Test("What is said in an aside is not read from beside it")
    func aside() {
        let words = read("There are two callers of widget_map() (for which it must not sleep) in all.")[0].clause.words
        #expect(words.filter { !$0.isSubordinate }.map(\.text) == ["for", "which", "it", "must", "not", "sleep"])
        // Nor does what an aside says tell of what stands beside it.
        let duty = read("Drivers (for which the begin callback is optional) must implement the end callback.")
        #expect(
            duty.first { $0.clause.text.hasPrefix("Drivers") }?.clause.rule?.parameters["mayBeAbsent"] == .flag(false))
        let texts = [
            "widget_map() (for which callers must not sleep) maps a window.",
            "The unmap callback (without which a window cannot be unmapped) is mandatory.",
        ]
        for bound in texts.flatMap({ read($0) }) where bound.plan != nil {
            #expect(bound.clause.text == "for which callers must not sleep", "\(bound.clause.text)")
        }
    }

    @Test("When the caller is done is when the interface is called")
    func done() {
        let bound = read("The end callback is called from widget_end() when the caller is done with its access.")
        #expect(bound.first?.clause.rule?.kind == .calledFrom)
        #expect(bound.first?.plan != nil)
    }

    @Test("That there is no need leaves it to somebody not to do it")
    func exempted() {
        let clause = read("There is no need to unmap a window.")[0].clause
        #expect(Reading(clause, glossary: Glossary(.example)).isExemption)
    }
}
