import Clauses
import Promises

/// Works out where each clause stands, from the clauses, what their tests did, and the waivers.
struct Assessment {
    private(set) var clauses: [ReportedClause] = []
    private(set) var mutants: [ReportedMutant] = []
    private(set) var idleWaivers: [IdleWaiver] = []

    private let result: RunResult?
    private let tests: [String: TestResult]
    /// The mutants that break a promise.
    private let breaking: [Promise: [String]]

    init(clauses all: [Clause], result: RunResult?, waivers: [Waiver], today: Day) {
        self.result = result
        tests = Dictionary((result?.tests ?? []).map { ($0.clause, $0) }) { first, _ in first }
        breaking = (result?.mutants ?? []).reduce(into: [:]) { breaking, mutant in
            for promise in [mutant.breaks] + mutant.alsoBreaks { breaking[promise, default: []].append(mutant.name) }
        }
        let open = all.map(assess)
        (clauses, idleWaivers) = WaiverDesk(waivers, today: today).apply(to: open)
        mutants = report(on: result?.mutants ?? [])
    }

    /// Adds the column of a second implementation. What can neither be kept nor broken has none there, either.
    mutating func compare(with linux: RunResult) {
        let tests = Dictionary(linux.tests.map { ($0.clause, $0) }) { first, _ in first }
        for index in clauses.indices where clauses[index].status != .informative {
            let clause = clauses[index].clause
            clauses[index].linux =
                tests[clause.id].map(Verdict.init) ?? Verdict(.untested, reason: untested(clause).reason)
        }
    }

    private func assess(_ clause: Clause) -> ReportedClause {
        if clause.modality == .informative {
            return ReportedClause(clause: clause, status: .informative, reason: clause.reason)
        }
        guard let test = tests[clause.id] else {
            let (status, reason) = untested(clause)
            return ReportedClause(clause: clause, status: status, reason: reason)
        }
        let own = clause.promise.flatMap { breaking[$0] } ?? []
        let proof = test.killed.filter(own.contains)
        let (status, reason) = judge(clause, test, own: own, proof: proof)
        return ReportedClause(
            clause: clause, status: status, reason: reason, test: .init(test), killed: test.killed, proof: proof)
    }

    private func judge(
        _ clause: Clause, _ test: TestResult, own: [String], proof: [String]
    ) -> (ClauseStatus, reason: String?) {
        if test.outcome == .passed, let reason = whyOutdated(clause, test) { return (.untested, reason) }
        return switch test.outcome {
        case .failed: (.failing, "its test fails")
        case .running: (.failing, "the run stopped while its test ran")
        case .planned: (.untested, "its test was not run")
        case .notObservable, .absent: (.untested, test.message ?? "its test could not observe anything")
        case .passed where !proof.isEmpty: (.verified, nil)
        case .passed: (.unproven, whyUnproven(clause, test, own: own))
        }
    }

    /// The test that was run was of another promise: what it has killed shows nothing of the present one.
    private func whyOutdated(_ clause: Clause, _ test: TestResult) -> String? {
        guard let promise = clause.promise, let tested = test.promise, tested != promise else { return nil }
        return "its test is out of date: it tests \(tested), and the clause promises \(promise)"
    }

    private func whyUnproven(_ clause: Clause, _ test: TestResult, own: [String]) -> String {
        guard let promise = clause.promise else { return "its rule is about nothing that a mutant could break" }
        if own.isEmpty {
            return result?.mutants.isEmpty == false
                ? "no mutant breaks \(promise)" : "no mutants were compiled into the tests"
        }
        return "its test passes on every mutant that breaks \(promise): \(own.joined(separator: ", "))"
    }

    private func untested(_ clause: Clause) -> (ClauseStatus, reason: String) {
        if let words = clause.unbound, !words.isEmpty {
            return (.unbound, clause.reason ?? "not in the vocabulary: \(words.joined(separator: ", "))")
        }
        if clause.testName != nil { return (.untested, result == nil ? "no tests were run" : "its test was not run") }
        return (.untested, clause.reason ?? "no test was generated for it")
    }

    private func report(on mutants: [Mutant]) -> [ReportedMutant] {
        var promising: [Promise: [String]] = [:]
        var killers: [String: [String]] = [:]
        for reported in clauses {
            if let promise = reported.clause.promise { promising[promise, default: []].append(reported.clause.id) }
            for name in reported.killed { killers[name, default: []].append(reported.clause.id) }
        }
        return mutants.map { mutant in
            let broken = ([mutant.breaks] + mutant.alsoBreaks).flatMap { promising[$0] ?? [] }
            return ReportedMutant(
                name: mutant.name, says: mutant.says,
                breaks: broken.isEmpty ? [mutant.breaks.description] : broken, killedBy: killers[mutant.name] ?? [])
        }
    }
}
