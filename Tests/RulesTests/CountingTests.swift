import Clauses
import Promises
import Testing
import Widget

@testable import Rules

/// Numbers in the words of a clause: which of them count anything, and how far.
@Suite("Counting")
struct CountingTests {
    @Test(
        "Once is a number of times only where it counts",
        arguments: [
            ("A window can be mapped once.", 1), ("A window can be mapped twice.", 2),
            ("A window can be mapped 3 times.", 3), ("All windows can be mapped at once.", nil),
            ("Once a session has begun, a window can be mapped again.", nil),
            ("A window can be mapped again once the session has begun.", nil),
        ] as [(String, Int?)])
    func once(sentence: String, times: Int?) {
        let clause = read(sentence)[0].clause
        #expect(Reading(clause, glossary: Glossary(.example)).times == times)
    }

    @Test(
        "A number that no test counts up to is refused, whatever else is said",
        arguments: [
            "widget_map() maps whole pages of 18014398509481984 KiB.",
            "The begin callback is called from widget_begin() 9223372036854775807 times.",
            "Callers shall hold at most 99999999999999999999 windows.",
            "4294967296 on success or NULL on failure.",
        ])
    func beyond(sentence: String) {
        let bound = read(sentence, callback: "begin")
        #expect(bound.allSatisfy { $0.plan == nil }, "\(bound.map { $0.clause.rule?.kind.rawValue ?? "" })")
    }

    @Test("A few is a number, and few is only some")
    func few() {
        #expect(Word.words(of: "after a few accesses").map(\.isAFew) == [false, true, false])
        #expect(Word.words(of: "few accesses").map(\.isAFew) == [false, false])
    }

    @Test("A bound that is put as a freedom is known to the tests of others")
    func bound() {
        let rules = read("Callers are allowed to hold up to one window.").compactMap(\.clause.rule)
        #expect(MaxHeld.bounds(in: rules) == ["window": 1])
        #expect(MaxHeld.bounds(in: read("Callers may hold 2 windows.").compactMap(\.clause.rule)).isEmpty)
    }

    @Test("What one holds too many in another context is given back there")
    func inTotal() throws {
        let plan = try #require(read("At most two shares may be held in total in the system.").first?.plan)
        let released = plan.steps.flatMap { step -> [TestPlan.Arguments] in
            switch step {
            case .act(.release(_, let arguments)): [arguments]
            case .repeating(let count, let inner):
                inner.flatMap {
                    if case .act(.release(_, let arguments)) = $0 {
                        Array(repeating: arguments, count: count)
                    } else {
                        [] as [TestPlan.Arguments]
                    }
                }
            default: []
            }
        }
        #expect(released.count == 3)
        #expect(released.filter { $0.context == .second }.count == 1)
    }

    @Test("An error code by its other name is the code")
    func aliases() {
        let bound = read("widget_map() can fail with -EWOULDBLOCK.")
        #expect(bound.first?.clause.rule?.parameters["errors"] == .words(["EAGAIN"]))
        #expect(bound.first?.plan != nil)
    }
}
