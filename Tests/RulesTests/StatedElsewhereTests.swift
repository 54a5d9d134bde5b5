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
}
