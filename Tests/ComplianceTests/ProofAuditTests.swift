import Clauses
import Compliance
import Promises
import Testing

@Suite("The audit of the proof") struct ProofAuditTests {
    private func findings(_ tests: [TestResult], _ clauses: [Clause]) -> [ProofAudit.Finding] {
        ProofAudit(ComplianceReport(clauses: clauses, result: Samples.result(tests))).findings
    }

    @Test("A suite in which each mutant is killed by its own clauses, and by few others, has no findings.")
    func clean() {
        let clauses = [Samples.clause("gates/a"), Samples.clause("gates/b", rule: .pairs)]
        let tests = [
            Samples.test("gates/a", killed: ["allowsFourPasses"]), Samples.test("gates/b", killed: ["missesLeaks"]),
        ]
        #expect(findings(tests, clauses).isEmpty)
    }

    @Test("A mutant that nothing kills, and a test that kills nothing of its own, are found.")
    func gaps() {
        let clauses = [Samples.clause("gates/a"), Samples.clause("gates/b", rule: .sleeping)]
        let tests = [Samples.test("gates/a"), Samples.test("gates/b", killed: ["allowsFourPasses"])]
        #expect(
            findings(tests, clauses) == [
                .missesItsPromise(mutant: "allowsFourPasses", breaks: "gates/a"),
                .survives(mutant: "missesLeaks", says: "a leak is not reported"),
                .provesNothing(
                    clause: "gates/a",
                    reason: "its test passes on every mutant that breaks maxHeld(pass): allowsFourPasses"),
                .provesNothing(clause: "gates/b", reason: "no mutant breaks sleeping(pass)"),
            ])
    }

    @Test("A mutant on which more than a quarter of all tests fail is no small fault.", arguments: [(2, 0), (3, 1)])
    func coarse(killers: Int, found: Int) {
        let clauses = (0..<8).map { Samples.clause("gates/\($0)") }
        let tests = clauses.indices.map { index in
            Samples.test(clauses[index].id, killed: index < killers ? ["allowsFourPasses"] : [])
        }
        let coarse = findings(tests, clauses).filter { if case .isCoarse = $0 { true } else { false } }
        #expect(coarse.count == found)
    }
}
