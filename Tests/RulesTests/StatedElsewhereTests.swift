import Clauses
import Testing
import Widget

@testable import Rules

@Suite("What other clauses say")
struct StatedElsewhereTests {
    /// How many windows the test of "The core keeps a reference count …" takes at once.
    private static func held(beside others: [Clause]) throws -> Int {
        let text = "The core keeps a reference count for all windows."
        let bound = RuleBook(vocabulary: .example).read([clause(text, .guarantee)] + others)
        let plan = try #require(bound[0].plan)
        return plan.steps.reduce(0) { count, step in
            switch step {
            case .bind(_, .hold("window", _)): count + 1
            case .repeating(let times, [.expect(.succeeds(.hold("window", .init(context: .second))))]): count + times
            default: count
            }
        }
    }

    @Test("A count takes no more at once than may be held")
    func bounds() throws {
        #expect(try Self.held(beside: []) == 40)
        let most = clause("A caller must not hold more than 4 windows at the same time.", .prohibition)
        #expect(try Self.held(beside: [most]) == 4)
        let least = clause("A caller shall hold at least 4 windows at the same time.", .obligation)
        #expect(try Self.held(beside: [least]) == 40)
    }

    @Test("A rule of a part of its clause's words bears on no other test")
    func rejected() throws {
        let some = "Some say that a caller must not hold more than 1 window for two seconds."
        #expect(try Self.held(beside: [clause(some, .prohibition)]) == 40)
    }

    @Test("What sets an object up fails without each callback that may not lack, and is expected to say why")
    func lacking() throws {
        let text = "On missing callbacks widget_create() returns a negative error."
        let mandatory = clause("widget_map() is mandatory in drivers.", .obligation)
        func steps(_ others: [Clause]) throws -> [TestPlan.Step] {
            let bound = RuleBook(vocabulary: .example).read([clause(text, .outcome)] + others)
            return try #require(bound[0].plan).steps
        }
        #expect(try steps([]).filter { $0 == .expect(.setUpFailsWithError) }.count == 1)
        #expect(try steps([mandatory]).contains(.world(.init("withoutmap", without: ["map"]))))
    }

    @Test("A call with no callback behind it, of which no value is told, has no test that expects nothing")
    func unheard() {
        let bound = RuleBook(vocabulary: .example).read([clause("widget_create() returns a negative error.", .outcome)])
        #expect(bound[0].plan == nil)
    }

    @Test("Where the callback hears of the first one alone, its errors are expected where none is held yet")
    func calledForFirst() throws {
        let yaml = """
            subsystem: widget
            testbed: WidgetTestbed
            parties: {caller: {role: caller, nouns: [caller, callers]}}
            apis:
              take: {symbols: [widget_take], calls: [fit], by: caller}
              give: {symbols: [widget_give], calls: [loosen], by: caller}
            callbacks: {fit: {members: [fit], nouns: [fit callback]}, loosen: {members: [loosen]}}
            resources: {ticket: {nature: reference, nouns: [ticket, tickets], acquire: take, release: give}}
            """
        let book = RuleBook(vocabulary: try VocabularyFile.decode(yaml, path: "widget.yaml").vocabulary)
        let result = clause("widget_take() returns 0 on success or a negative error code on failure.", .outcome)
        let first = clause("The fit callback is called from widget_take() for the first ticket.", .guarantee)
        func steps(_ others: [Clause]) throws -> [TestPlan.Step] {
            try #require(book.read([result] + others)[0].plan).steps
        }
        let failsOnce = TestPlan.Step.act(.makeReturn("fit", .bound, times: 1))
        #expect(try !steps([]).contains(failsOnce))
        #expect(try steps([first]).contains(failsOnce))
    }

    @Test("An order takes two of what comes first, unless one is all that may be held")
    func orderOfTaken() throws {
        let yaml = """
            subsystem: widget
            testbed: WidgetTestbed
            parties: {caller: {role: caller, nouns: [caller, callers]}}
            apis:
              take: {symbols: [widget_take], by: caller}
              give: {symbols: [widget_give], by: caller}
              map: {symbols: [widget_map], by: caller}
              unmap: {symbols: [widget_unmap], by: caller}
            resources:
              ticket: {nature: reference, nouns: [ticket, tickets], acquire: take, release: give}
              window: {nature: mapping, nouns: [window, windows], acquire: map, release: unmap}
            """
        let book = RuleBook(vocabulary: try VocabularyFile.decode(yaml, path: "widget.yaml").vocabulary)
        let order = clause("widget_take() must be called before widget_map().", .obligation)
        let bound = clause("A caller must not hold more than 1 ticket at the same time.", .prohibition)
        let takesTwo = TestPlan.Step.repeating(2, [.expect(.succeeds(.hold("ticket")))])
        #expect(try #require(book.read([order])[0].plan).steps.contains(takesTwo))
        #expect(try !#require(book.read([order, bound])[0].plan).steps.contains(takesTwo))
    }

    @Test("Want of room is tried with a copy, too, where the vocabulary knows of one")
    func wantOfRoomForCopy() throws {
        func steps(_ copied: String) throws -> [TestPlan.Step] {
            let yaml = """
                subsystem: widget
                testbed: WidgetTestbed
                parties: {driver: {role: implementer, nouns: [driver, drivers]}}
                apis:
                  begin: {symbols: [widget_begin], calls: [start]}
                  end: {symbols: [widget_end]}
                callbacks: {start: {members: [widget_ops.start]}}
                resources:
                  session: {nature: bracket, nouns: [session], acquire: begin, release: end\(copied)}
                supplies: {memory: [memory]}
                """
            let book = RuleBook(vocabulary: try VocabularyFile.decode(yaml, path: "widget.yaml").vocabulary)
            return try #require(book.read([clause("widget_begin() can fail for want of memory.", .outcome)])[0].plan)
                .steps
        }
        let world = TestPlan.Step.world(.init("bed2", variant: "mirroring"))
        #expect(try steps(", copied: mirroring").contains(world))
        #expect(try !steps("").contains(world))
    }
}
