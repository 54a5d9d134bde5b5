/// What is wrong with the proof itself: faults that no test notices, tests that notice no fault, and faults so
/// coarse that they prove nothing about any one clause.
///
/// It says something about the full suite of a documentation only: a part of it has no tests for most mutants.
public struct ProofAudit: Sendable, Equatable {
    /// Something that is wrong with the proof.
    public enum Finding: Sendable, Equatable, CustomStringConvertible {
        /// No test fails on the mutant.
        case survives(mutant: String, says: String)
        /// The mutant is killed, but by no test of a clause that makes the promise which it breaks.
        case missesItsPromise(mutant: String, breaks: String)
        /// More than a quarter of all tests fail on the mutant: it is no small fault.
        case isCoarse(mutant: String, killedBy: Int, of: Int)
        /// The clause has a test that passes, and kills no mutant of its own.
        case provesNothing(clause: String, reason: String)

        public var description: String {
            switch self {
            case .survives(let mutant, let says): "no test fails on the mutant \(mutant) (\(says))"
            case .missesItsPromise(let mutant, let breaks):
                "the mutant \(mutant) is killed by no test of the promise that it breaks: \(breaks)"
            case .isCoarse(let mutant, let count, let all):
                "the mutant \(mutant) is no small fault: \(count) of \(all) tests fail on it"
            case .provesNothing(let clause, let reason): "the clause \(clause) is unproven: \(reason)"
            }
        }
    }

    /// Mutants first, then clauses, each in the order of the report; empty when nothing is wrong.
    public var findings: [Finding]

    public init(_ report: ComplianceReport) {
        findings = []
        let tests = report.clauses.filter { $0.test != nil }.count
        let proofs = Set(report.clauses.flatMap(\.proof))
        for mutant in report.mutants {
            if mutant.killedBy.isEmpty {
                findings.append(.survives(mutant: mutant.name, says: mutant.says))
            } else if !proofs.contains(mutant.name) {
                findings.append(
                    .missesItsPromise(mutant: mutant.name, breaks: mutant.breaks.joined(separator: ", ")))
            }
            if mutant.killedBy.count * 4 > tests, mutant.killedBy.count > 1 {
                findings.append(.isCoarse(mutant: mutant.name, killedBy: mutant.killedBy.count, of: tests))
            }
        }
        for reported in report.clauses where reported.status == .unproven {
            findings.append(.provesNothing(clause: reported.clause.id, reason: reported.clause.reason ?? ""))
        }
    }
}
