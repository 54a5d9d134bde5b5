import Clauses
import Foundation
import Testing
import Widget

@testable import Rules

/// What the clauses of one block say of each other must not take more time than their number asks for.
@Suite("Growth of the work with the clauses")
struct GrowthTests {
    @Test(
        "Eight times the clauses of a block take about eight times the time",
        arguments: [
            ["Call widget_map() and widget_unmap()."], ["Call widget_map() first.", "Call widget_unmap() last."],
            ["There are also variants of these interfaces."],
        ])
    func linear(sentences: [String]) {
        expectLinear { count in
            processorTime((0..<count / sentences.count).flatMap { _ in sentences.map { clause($0) } } + [interface])
        }
    }

    /// From a hundred items on a list is no sequence.
    @Test("Eight times the steps of a sequence take about eight times the time", arguments: [12, 60])
    func steps(count: Int) {
        let sequence = "Use it in the following order:"
        expectLinear(from: count) { count in
            processorTime(
                (0..<count).map { clause("Call widget_map() and widget_unmap() in step \($0).", leadIn: sequence) })
        }
    }

    @Test("Eight times the prototypes take about eight times the time")
    func prototypes() {
        expectLinear { count in
            processorTime([clause("There are variants of widget_map().")] + Array(repeating: interface, count: count))
        }
    }

    @Test("Sentences before as many prototypes take time in proportion to both")
    func announced() {
        expectLinear { count in
            processorTime(
                Array(repeating: clause("There are variants of widget_map()."), count: count)
                    + Array(repeating: interface, count: count))
        }
    }

    private var interface: Clause {
        var result = clause("void *widget_map(struct widget *widget, unsigned long page);")
        result.unit = .interface
        result.symbols = ["widget_map"]
        return result
    }

    /// What is quadratic takes 64 times as long.
    private func expectLinear(from count: Int = 30, _ seconds: (Int) -> Double) {
        // Only what takes long at all can be told from chance: the same work several times.
        var repeats = 1
        func total(_ count: Int) -> Double { (0..<repeats).reduce(0) { sum, _ in sum + seconds(count) } }
        while total(count) < 0.02, repeats < 1_000 { repeats *= 2 }
        let short = (0..<3).map { _ in total(count) }.min() ?? 0
        let long = (0..<3).map { _ in total(8 * count) }.min() ?? 0
        // Half way to that, as what shares its caches with others may take three times as long.
        #expect(long < 32 * short, "\(short) s, then \(long) s")
    }

    /// Seconds of this thread's own work, so that other work on the machine does not count.
    private func processorTime(_ clauses: [Clause]) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let book = RuleBook(vocabulary: .example)
        let start = now()
        #expect(book.read(clauses).count == clauses.count)
        return now() - start
    }
}
