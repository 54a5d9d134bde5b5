import Clauses
import Promises

/// A clause with what is known of it. In JSON, its members and the clause's own stand side by side.
public struct ReportedClause: Sendable, Equatable, Codable {
    /// The clause; its `reason` says why it has the status that it has, when that is not `verified`.
    public var clause: Clause
    /// How far it is tested and proven.
    public var status: ClauseStatus
    /// Its test, and how it went; nil when it has none.
    public var test: Test?
    /// The names of all mutants that its test kills, in order.
    public var killed: [String]
    /// Those of them that break the clause's own promise: the proof.
    public var proof: [String]
    /// What Linux does about it; nil when the tests were not run there.
    public var linux: Verdict?

    /// The test of a clause, and how it went.
    public struct Test: Sendable, Equatable, Codable {
        /// The name of its function.
        public var name: String
        /// The file that it stands in, from the package's root.
        public var file: String
        /// The line of its function, from 1.
        public var line: Int
        /// How it ended on the reference.
        public var outcome: TestResult.Outcome
        /// On the reference.
        public var seconds: Double
        /// What it said, when it fails.
        public var message: String?

        public init(_ result: TestResult) {
            name = result.name
            file = result.file
            line = result.line
            outcome = result.outcome
            seconds = result.seconds
            message = result.outcome == .failed ? result.message : nil
        }
    }

    public init(
        clause: Clause, status: ClauseStatus, reason: String? = nil, test: Test? = nil, killed: [String] = [],
        proof: [String] = []
    ) {
        self.clause = clause
        self.clause.reason = reason
        self.status = status
        self.test = test
        self.killed = killed
        self.proof = proof
    }

    private enum CodingKeys: String, CodingKey { case status, test, killed, proof, linux }

    public init(from decoder: any Decoder) throws {
        clause = try Clause(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        status = try container.decode(ClauseStatus.self, forKey: .status)
        test = try container.decodeIfPresent(Test.self, forKey: .test)
        killed = try container.decode([String].self, forKey: .killed)
        proof = try container.decode([String].self, forKey: .proof)
        linux = try container.decodeIfPresent(Verdict.self, forKey: .linux)
    }

    public func encode(to encoder: any Encoder) throws {
        try clause.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(status, forKey: .status)
        try container.encodeIfPresent(test, forKey: .test)
        try container.encode(killed, forKey: .killed)
        try container.encode(proof, forKey: .proof)
        try container.encodeIfPresent(linux, forKey: .linux)
    }
}
