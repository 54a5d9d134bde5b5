import Promises

/// What a second implementation, on which the same tests were run, does about a clause. It decides nothing about the
/// clause's status: no mutants can be switched on there, so nothing is proved.
public struct Verdict: Sendable, Equatable, Codable {
    /// What it does about the clause.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        /// The clause's test passes there.
        case kept
        /// It fails.
        case broken
        /// It asks for something that cannot be shown there.
        case notObservable
        /// The interface that the clause speaks of is not there.
        case absent
        /// There is no test, or it was not run.
        case untested

        /// In words.
        public var words: String { self == .notObservable ? "not observable" : rawValue }
    }

    /// What it does about the clause.
    public var outcome: Outcome
    /// Why it is not kept: what the failing test said, or why nothing could be seen.
    public var reason: String?

    public init(_ outcome: Outcome, reason: String? = nil) {
        self.outcome = outcome
        self.reason = reason
    }

    public init(_ test: TestResult) {
        switch test.outcome {
        case .passed: self.init(.kept)
        case .failed, .running: self.init(.broken, reason: test.message)
        case .notObservable: self.init(.notObservable, reason: test.message)
        case .absent: self.init(.absent, reason: test.message)
        case .planned: self.init(.untested, reason: test.message ?? "its test was not run")
        }
    }
}
