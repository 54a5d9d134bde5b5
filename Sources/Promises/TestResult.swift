/// What became of one clause's test, all of its cases taken together.
public struct TestResult: Sendable, Equatable, Codable {
    /// How it ended on the implementation under test, or how far it came.
    public enum Outcome: String, Sendable, Codable {
        /// Not started yet.
        case planned
        /// Started, and not ended: in a finished result there is none, in an unfinished one this is where it crashed.
        case running
        /// Every expectation held.
        case passed
        /// The backend cannot show what the clause promises.
        case notObservable
        /// The implementation has no such interface.
        case absent
        /// An expectation did not hold, an error was thrown, or the contract checker reported what the test did not take.
        case failed

        /// Cases count as one: the worst of them.
        func joined(with other: Outcome) -> Outcome {
            let fromBest: [Outcome] = [.planned, .passed, .notObservable, .absent, .running, .failed]
            return fromBest.last { $0 == self || $0 == other } ?? self
        }
    }

    /// The clause's id.
    public var clause: String
    /// The promise that the test was generated for.
    public var promise: Promise?
    /// The test function's name.
    public var name: String
    /// The test's own file.
    public var file: String
    /// The line of the test in it, from 1.
    public var line: Int
    /// How it ended, of all cases the worst.
    public var outcome: Outcome
    /// What the test took on the reference.
    public var seconds: Double
    /// What its runs on the mutants took.
    public var proofSeconds: Double
    /// What a failing test said, or why nothing could be observed.
    public var message: String?
    /// The names of the mutants on which the test fails, in order.
    public var killed: [String]

    public init(
        clause: String, promise: Promise? = nil, name: String, file: String = "", line: Int = 0,
        outcome: Outcome = .planned, seconds: Double = 0, proofSeconds: Double = 0, message: String? = nil,
        killed: [String] = []
    ) {
        self.clause = clause
        self.promise = promise
        self.name = name
        self.file = file
        self.line = line
        self.outcome = outcome
        self.seconds = seconds
        self.proofSeconds = proofSeconds
        self.message = message
        self.killed = killed
    }

    /// Adds one case's result: a test passes when all its cases pass, and kills what any of them kills.
    public mutating func add(_ newCase: TestResult) {
        let joined = outcome.joined(with: newCase.outcome)
        // The message of the worst case; of equally bad ones always the same, in whatever order they ended.
        message = [self, newCase].filter { $0.outcome == joined }.compactMap(\.message).min()
        outcome = joined
        seconds += newCase.seconds
        proofSeconds += newCase.proofSeconds
        killed = Set(killed).union(newCase.killed).sorted()
    }
}
