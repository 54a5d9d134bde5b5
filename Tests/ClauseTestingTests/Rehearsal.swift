import Clauses
import Compliance
import Foundation
import GateTestbed
import Promises
import Synchronization
import Testing
@testable import ClauseTesting

/// Runs clause tests as Swift Testing would, inside of a running test, and keeps what they would have shown.
final class Rehearsal: Sendable {
    let recorder: Recorder
    private let shown = Mutex<[Issue]>([])

    init(clauses: [Clause] = [], store: ResultStore? = nil) { recorder = Recorder(clauses: clauses, store: store) }

    /// What a reader of the test's output would have seen.
    var issues: [Issue] { shown.withLock { $0 } }
    var output: String { issues.map { "\($0)" }.joined(separator: "\n") }

    func trait(_ clause: String, _ promise: Promise, mutants: [Mutant] = GateTestbed.mutants) -> ClauseTrait {
        ClauseTrait(clause: clause, promise: promise, mutants: mutants, place: "Spec/gate.md:12", recorder: recorder)
    }

    /// Runs one case; returns what the clause's test has come to so far.
    @discardableResult
    func run(
        _ trait: ClauseTrait, _ body: @escaping @Sendable () async throws -> Void
    ) async throws -> TestResult? {
        let test = try #require(Test.current)
        let testCase = Test.Case.current
        try await IssueHandlingTrait.compactMapIssues { issue in
            self.shown.withLock { $0.append(issue) }
            return nil
        }.provideScope(for: test, testCase: testCase) {
            try await trait.prepare(for: test)
            _ = try await trait.prove(test, testCase, body)
        }
        return recorder.finish()?.result.tests.first { $0.clause == trait.clause }
    }
}
