import Foundation

/// What one run of the tests leaves behind.
public struct RunResult: Sendable, Equatable, Codable {
    /// The name of its form in JSON.
    public static let schema = "specgen.result/1"

    /// A filtered run left out clauses that have a test; it says nothing about coverage.
    public enum Scope: String, Sendable, Codable { case full, filtered }

    /// The name of the form that it was read from, or is written in.
    public var schema: String
    /// Whether every test ran, or some that a filter chose.
    public var scope: Scope
    /// Which of the published contracts the reference kept.
    public var contract: String
    /// The release of the kernel that the tests were run on, where it is the kernel that they test; else nil.
    public var system: String?
    /// When the first test began.
    public var started: Date
    /// Nil when the run has not ended, or ended by a crash.
    public var finished: Date?
    /// Ordered by clause id.
    public var tests: [TestResult]
    /// Every fault that the tests were run on.
    public var mutants: [Mutant]

    public init(
        scope: Scope, contract: String = "current", started: Date, finished: Date? = nil, tests: [TestResult] = [],
        mutants: [Mutant] = []
    ) {
        self.schema = RunResult.schema
        self.scope = scope
        self.contract = contract
        self.started = started
        self.finished = finished
        self.tests = tests
        self.mutants = mutants
    }

    /// The tests that were running when the run stopped.
    public var interrupted: [TestResult] { tests.filter { $0.outcome == .running } }

    /// How far a run got that did not end: "the run did not end: 45 of 124 tests had ended, running were a(), b()".
    /// Nil for a finished run.
    public var interruption: String? {
        guard finished == nil else { return nil }
        let ended = tests.filter { $0.outcome != .running && $0.outcome != .planned }.count
        let running = interrupted.map(\.name).joined(separator: ", ")
        return "the run did not end: \(ended) of \(tests.count) tests had ended"
            + (running.isEmpty ? "" : ", running were \(running)")
    }
}
