import Foundation
import Promises
import Synchronization

/// Collects what becomes of the clauses' tests in one run, and keeps it on disk from the first test on.
final class Recorder: Sendable {
    private let clauses: [ListedClause]
    private let store: ResultStore?
    private let contract: String
    /// The clauses whose tests have been run before, in an earlier process of the same run.
    private let done: Set<String>
    private let state: Mutex<State>

    private struct State {
        /// By clause id.
        var tests: [String: TestResult] = [:]
        /// Cases that have begun and not ended, by clause id.
        var open: [String: Int] = [:]
        var mutants: Set<Mutant> = []
        var started: Date?
        var journal: ResultJournal?
        /// What went wrong with the results themselves.
        var trouble: String?
    }

    /// - Parameters:
    ///   - clauses: all clauses of the documentation, tested or not.
    ///   - store: where results are kept; nil: nowhere.
    ///   - done: clauses whose tests are not run again.
    ///   - trouble: what is already known to be wrong, to be told at the end.
    init(
        clauses: [ListedClause], store: ResultStore?, contract: String = "current", done: Set<String> = [],
        trouble: String? = nil
    ) {
        self.clauses = clauses
        self.store = store
        self.contract = contract
        self.done = done
        state = Mutex(State(trouble: trouble))
    }

    /// A test that is going to run. All of them are known before the first one begins.
    func plan(_ test: TestResult, mutants: [Mutant]) {
        state.withLock { state in
            state.mutants.formUnion(mutants)
            if state.tests[test.clause] == nil { state.tests[test.clause] = test }
        }
    }

    func begin(_ test: TestResult, mutants: [Mutant]) {
        plan(test, mutants: mutants)
        state.withLock { state in
            if state.started == nil {
                state.started = Date()
                keep(&state) { state in state.journal = try store?.begin(result(of: state)) }
            }
            state.open[test.clause, default: 0] += 1
            write(test.clause, &state)
        }
    }

    /// One case has ended.
    func end(_ test: TestResult) {
        state.withLock { state in
            state.tests[test.clause]?.add(test)
            state.open[test.clause, default: 1] -= 1
            write(test.clause, &state)
        }
    }

    /// Whether a clause's test has been run before.
    func isDone(_ clause: String) -> Bool { done.contains(clause) }

    /// The mutants known to be killed by a clause's test.
    func killed(by clause: String) -> Set<String> {
        state.withLock { Set($0.tests[clause]?.killed ?? []) }
    }

    /// Ends the run: puts its result in the place of the one before. Nil when no test of a clause began.
    func finish() -> EndedRun? {
        state.withLock { state in
            guard state.started != nil else { return nil }
            var result = result(of: state)
            if result.interrupted.isEmpty {
                result.finished = Date()
                keep(&state) { _ in try store?.finish(result) }
            }
            return EndedRun(clauses: clauses, result: result, store: store, trouble: state.trouble)
        }
    }

    private func result(of state: State) -> RunResult {
        let isFull = clauses.allSatisfy { $0.testName == nil || state.tests[$0.id] != nil }
        return RunResult(
            scope: isFull ? .full : .filtered, contract: contract, started: state.started ?? Date(),
            tests: state.tests.keys.sorted().compactMap { current($0, state) },
            mutants: state.mutants.sorted { $0.name < $1.name })
    }

    private func current(_ clause: String, _ state: State) -> TestResult? {
        var test = state.tests[clause]
        if state.open[clause, default: 0] > 0 { test?.outcome = .running }
        return test
    }

    private func write(_ clause: String, _ state: inout State) {
        guard let test = current(clause, state) else { return }
        keep(&state) { state in try state.journal?.write(test) }
    }

    /// A result that cannot be kept must not fail the tests; it is told at the end.
    private func keep(_ state: inout State, _ action: (inout State) throws -> Void) {
        do {
            try action(&state)
        } catch {
            if state.trouble == nil { state.trouble = "\(error)" }
        }
    }
}
