import Clauses
import Foundation
import Promises

/// Every clause of the documentation with its status: the value that all report formats are made from.
///
/// Its JSON is `specgen.report/1`.
public struct ComplianceReport: Sendable, Equatable, Codable {
    /// The name of its form in JSON.
    public static let schema = "specgen.report/1"

    /// The name of the form that it was read from, or is written in.
    public var schema: String
    /// What was run, and when; nil when there is no result.
    public var run: Run?
    /// In the order of the documentation.
    public var clauses: [ReportedClause]
    /// All faults that the run knows, with the tests that notice each.
    public var mutants: [ReportedMutant]
    /// How many clauses have each status, and the coverage.
    public var totals: Totals
    /// The second column; nil when the tests were not run on Linux.
    public var linux: LinuxReport?
    /// Waivers that waive nothing, with the reason: stale, expired, unknown or unused.
    public var idleWaivers: [IdleWaiver]
    /// Ids that tests name and the documentation has not: what was generated is out of date.
    public var unknownClauses: [String]

    /// The faults that no test notices: those that break what a clause promises, and those that break what the
    /// documentation does not speak of.
    public var unnoticed: (promised: [ReportedMutant], unspoken: [ReportedMutant]) {
        let ids = Set(clauses.map(\.clause.id))
        var result: (promised: [ReportedMutant], unspoken: [ReportedMutant]) = ([], [])
        for mutant in mutants where mutant.killedBy.isEmpty {
            if mutant.breaks.contains(where: ids.contains) {
                result.promised.append(mutant)
            } else {
                result.unspoken.append(mutant)
            }
        }
        return result
    }

    /// The run behind a report.
    public struct Run: Sendable, Equatable, Codable {
        /// Whether all tests ran, or some that a filter chose.
        public var scope: RunResult.Scope
        /// The contract that the reference kept.
        public var contract: String
        /// When the first test began.
        public var started: Date
        /// Nil for a run that did not end.
        public var finished: Date?

        public init(_ result: RunResult) {
            scope = result.scope
            contract = result.contract
            started = result.started
            finished = result.finished
        }
    }

    /// How many clauses have each status.
    public struct Totals: Sendable, Equatable, Codable {
        public var verified = 0
        public var unproven = 0
        public var failing = 0
        public var untested = 0
        public var unbound = 0
        public var waived = 0
        public var informative = 0
        /// Clauses that can hold or be broken: all but the informative ones.
        public var normative = 0
        /// Verified over normative, from 0 to 1; nil when nothing is normative.
        public var coverage: Double?

        public init(_ statuses: some Sequence<ClauseStatus>) {
            for status in statuses {
                switch status {
                case .verified: verified += 1
                case .unproven: unproven += 1
                case .failing: failing += 1
                case .untested: untested += 1
                case .unbound: unbound += 1
                case .waived: waived += 1
                case .informative: informative += 1
                }
                if status.isNormative { normative += 1 }
            }
            coverage = normative > 0 ? Double(verified) / Double(normative) : nil
        }

        public subscript(_ status: ClauseStatus) -> Int {
            switch status {
            case .verified: verified
            case .unproven: unproven
            case .failing: failing
            case .untested: untested
            case .unbound: unbound
            case .waived: waived
            case .informative: informative
            }
        }
    }

    /// - Parameters:
    ///   - clauses: all clauses, in the order of the documentation; none is left out of the report.
    ///   - result: what the tests did; nil when they were not run.
    ///   - linux: what the same tests did on Linux; nil when they were not run there.
    ///   - waivers: clauses left open on purpose.
    ///   - today: the date by which waivers expire.
    public init(
        clauses: [Clause], result: RunResult?, linux: RunResult? = nil, waivers: [Waiver] = [], today: Day = .today
    ) {
        var assessment = Assessment(clauses: clauses, result: result, waivers: waivers, today: today)
        if let linux { assessment.compare(with: linux) }
        schema = ComplianceReport.schema
        run = result.map(Run.init)
        self.clauses = assessment.clauses
        mutants = assessment.mutants
        totals = Totals(assessment.clauses.map(\.status))
        self.linux = linux.map { LinuxReport(release: $0.system, clauses: assessment.clauses) }
        idleWaivers = assessment.idleWaivers
        let known = Set(clauses.map(\.id))
        unknownClauses = (result?.tests ?? []).map(\.clause).filter { !known.contains($0) }
    }
}
