import Clauses
import Compliance
import Foundation
import Promises
import Testing

@Suite("The status of clauses") struct ComplianceTests {
    @Test("Each clause has the status that it has earned, and a reason where it is not verified.")
    func statuses() {
        let clauses = Samples.report.clauses
        #expect(clauses.map(\.status) == [.verified, .unproven, .failing, .untested, .unbound, .waived, .informative])
        #expect(
            clauses.map(\.clause.reason) == [
                nil, "no mutant breaks pairs(enter)", "its test fails", "kindness cannot be observed",
                "not in the vocabulary: hinges", "painted later (waived on 2025-05-01)", nil,
            ])
        #expect(clauses[0].killed == ["allowsFourPasses", "missesLeaks"])
        #expect(clauses[0].proof == ["allowsFourPasses"])
        #expect(clauses[1].proof.isEmpty)
    }

    @Test("Coverage is verified over normative, with nothing left out.")
    func totals() {
        let totals = Samples.report.totals
        #expect(totals.normative == 6)
        #expect(totals.coverage == 1.0 / 6.0)
        #expect(ClauseStatus.allCases.map { totals[$0] } == [1, 1, 1, 1, 1, 1, 1])
        #expect(ComplianceReport(clauses: [], result: nil).totals.coverage == nil)
    }

    @Test("A kill counts only for the promise that the mutant breaks: same kind, same subject.")
    func ownPromise() {
        let subjects = ["pass": ClauseStatus.verified, "pas": .unproven, "slot": .unproven]
        for (subject, status) in subjects {
            let clause = Samples.clause("gates/a", subject: subject)
            let result = Samples.result([Samples.test("gates/a", killed: ["allowsFourPasses"])])
            #expect(ComplianceReport(clauses: [clause], result: result).clauses[0].status == status)
        }
        let other = Samples.clause("gates/a", rule: .limitedSupply)
        let result = Samples.result([Samples.test("gates/a", killed: ["allowsFourPasses"])])
        #expect(ComplianceReport(clauses: [other], result: result).clauses[0].status == .unproven)
    }

    @Test("What a test has killed while it tested another promise proves nothing of the present one.")
    func outdated() {
        let clause = Samples.clause("gates/a")
        var test = Samples.test("gates/a", killed: ["allowsFourPasses"])
        test.promise = Promise(.canFail, named: "pass")
        let assessed = ComplianceReport(clauses: [clause], result: Samples.result([test])).clauses[0]
        #expect(assessed.status == .untested)
        #expect(assessed.clause.reason?.hasPrefix("its test is out of date: it tests canFail(pass)") ?? false)
        test.promise = clause.promise
        let same = ComplianceReport(clauses: [clause], result: Samples.result([test])).clauses[0]
        #expect(same.status == .verified)
    }

    @Test("An unproven clause names the mutants that survived its test.")
    func survivors() {
        let result = Samples.result([Samples.test("gates/a")])
        let report = ComplianceReport(clauses: [Samples.clause("gates/a")], result: result)
        #expect(
            report.clauses[0].clause.reason
                == "its test passes on every mutant that breaks maxHeld(pass): allowsFourPasses")
        let without = RunResult(scope: .full, started: Date(), finished: Date(), tests: [Samples.test("gates/a")])
        let bare = ComplianceReport(clauses: [Samples.clause("gates/a")], result: without)
        #expect(bare.clauses[0].clause.reason == "no mutants were compiled into the tests")
    }

    @Test("A clause without a result is untested, and never verified.")
    func withoutResult() {
        let report = ComplianceReport(clauses: Samples.clauses, result: nil)
        #expect(report.clauses.map(\.status).filter { $0 == .verified }.isEmpty)
        #expect(report.clauses[0].clause.reason == "no tests were run")
        let other = ComplianceReport(clauses: Samples.clauses, result: Samples.result([]))
        #expect(other.clauses[0].clause.reason == "its test was not run")
    }

    @Test("A test that could not observe anything leaves its clause untested, with the reason.")
    func notObservable() {
        let result = Samples.result([Samples.test("gates/a", .notObservable, message: "no device")])
        let reported = ComplianceReport(clauses: [Samples.clause("gates/a")], result: result).clauses[0]
        #expect(reported.status == .untested)
        #expect(reported.clause.reason == "no device")
    }

    @Test("A test during which the run stopped counts as failing.")
    func crashed() {
        let result = Samples.result([Samples.test("gates/a", .running)], isFinished: false)
        let reported = ComplianceReport(clauses: [Samples.clause("gates/a")], result: result).clauses[0]
        #expect(reported.status == .failing)
        #expect(reported.clause.reason == "the run stopped while its test ran")
    }

    @Test("A test of a clause that the documentation has not is named.")
    func unknownClause() {
        let report = ComplianceReport(clauses: [], result: Samples.result([Samples.test("gates/gone")]))
        #expect(report.unknownClauses == ["gates/gone"])
    }

    @Test("Mutants say which clauses make the promise that they break, and whose tests kill them.")
    func mutants() {
        let mutants = Samples.report.mutants
        #expect(mutants.map(\.name) == ["allowsFourPasses", "missesLeaks"])
        #expect(mutants[0].breaks == [Samples.clauses[0].id])
        #expect(mutants[0].killedBy == [Samples.clauses[0].id])
        #expect(mutants[1].breaks == ["pairs(pass)"])
        #expect(mutants[1].killedBy == [Samples.clauses[0].id, Samples.clauses[1].id])
    }

    @Test("A mutant proves a clause that makes of something else the promise which it breaks, and no other clause.")
    func alsoBreaks() {
        var result = Samples.result([
            Samples.test("gates/a", killed: ["lets"]), Samples.test("gates/b", killed: ["lets"]),
        ])
        result.mutants = [
            Mutant(
                "lets", says: "whoever has no pass is let in", breaks: Promise(.maxHeld, named: "pass"),
                alsoBreaks: [Promise(.returns, named: "enter")])
        ]
        let report = ComplianceReport(
            clauses: [
                Samples.clause("gates/a", rule: .returns, subject: "enter"),
                Samples.clause("gates/b", rule: .returns, subject: "leave"),
            ], result: result)
        #expect(report.clauses.map(\.status) == [.verified, .unproven])
        #expect(report.mutants[0].breaks == ["gates/a"])
    }

    @Test("Mutants of a result that was written before they could break several promises are read.")
    func earlierMutant() throws {
        let text = #"{"name": "a", "says": "b", "breaks": {"kind": "maxHeld", "subject": "pass"}}"#
        let mutant = try JSONDecoder().decode(Mutant.self, from: Data(text.utf8))
        #expect(mutant == Mutant("a", says: "b", breaks: Promise(.maxHeld, named: "pass")))
    }

    @Test("Cases of a test count as their worst, and kill together.")
    func joinsCases() {
        var joined = TestResult(clause: "gates/a", name: "test()")
        joined.add(Samples.test("gates/a", killed: ["b"]))
        joined.add(Samples.test("gates/a", killed: ["a", "b"]))
        #expect(joined.outcome == .passed)
        #expect(joined.killed == ["a", "b"])
        #expect(joined.seconds == 0.5)
        joined.add(Samples.test("gates/a", .notObservable, message: "no device"))
        #expect(joined.outcome == .notObservable)
        joined.add(Samples.test("gates/a", .failed, message: "z"))
        joined.add(Samples.test("gates/a", .failed, message: "y"))
        joined.add(Samples.test("gates/a"))
        #expect(joined.outcome == .failed)
        #expect(joined.message == "y")
    }
}
