import Clauses
import Compliance
import Foundation
import KernelDoc
import Promises

/// A small world of clauses about gates, for the tests of reports.
enum Samples {
    static func clause(
        _ id: String, _ text: String = "A visitor can hold at most 3 passes.", modality: Modality = .obligation,
        bearer: String = "visitor", line: Int = 10, rule kind: RuleKind? = .maxHeld, subject: String = "pass",
        block: Prose.Block = .init(kind: .markdown, title: "gates"), reason: String? = nil, unbound: [String]? = nil
    ) -> Clause {
        Clause(
            id: id, block: block, source: SourceLocation(file: "Spec/gate.md", line: line, endLine: line + 1),
            sentence: text, text: text, modality: modality, bearer: bearer,
            rule: kind.map { .init(kind: $0, force: .required, parameters: ["subject": .word(subject)]) },
            reason: reason,
            unbound: unbound, testName: kind == nil ? nil : "test")
    }

    static func test(
        _ clause: String, _ outcome: TestResult.Outcome = .passed, killed: [String] = [], message: String? = nil
    ) -> TestResult {
        TestResult(
            clause: clause, name: "test()", file: "Generated/Gates.swift", line: 5, outcome: outcome, seconds: 0.25,
            message: message, killed: killed)
    }

    static let mutants = [
        Mutant("allowsFourPasses", says: "a fourth pass is not reported", breaks: Promise(.maxHeld, named: "pass")),
        Mutant("missesLeaks", says: "a leak is not reported", breaks: Promise(.pairs, named: "pass")),
    ]

    static func result(_ tests: [TestResult], scope: RunResult.Scope = .full, isFinished: Bool = true) -> RunResult {
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        return RunResult(
            scope: scope, started: start, finished: isFinished ? start.addingTimeInterval(2) : nil, tests: tests,
            mutants: mutants)
    }

    /// One clause of each status.
    static let clauses = [
        clause("gates/verified-11111111", line: 3),
        clause("gates/unproven-22222222", "Each pass must be given back.", line: 5, rule: .pairs, subject: "enter"),
        clause(
            "gates/failing-33333333", "A visitor must not sleep.", modality: .prohibition, line: 7, rule: .sleeping,
            subject: "pass"),
        clause(
            "gates/untested-44444444", "The keeper should be kind.", modality: .recommendation, bearer: "keeper",
            line: 9,
            rule: nil, reason: "kindness cannot be observed"),
        clause(
            "gates/unbound-55555555", "The hinges must be oiled.", bearer: "keeper", line: 11, rule: nil,
            unbound: ["hinges"]),
        clause(
            "gates/waived-66666666", "The gate must be green.", bearer: "keeper", line: 13, rule: nil,
            reason: "no colours"),
        clause(
            "gates/informative-77777777", "Gates are old.", modality: .informative, bearer: "none", line: 15, rule: nil),
    ]

    static var report: ComplianceReport {
        ComplianceReport(
            clauses: clauses,
            result: result([
                test(clauses[0].id, killed: ["allowsFourPasses", "missesLeaks"]),
                test(clauses[1].id, killed: ["missesLeaks"]),
                test(clauses[2].id, .failed, message: "Expectation failed: bed.isClean\nThe calls: none"),
            ]),
            waivers: waivers, today: day("2025-06-01"))
    }

    static let waivers = [Waiver(clause: clauses[5].id, reason: "painted later", date: day("2025-05-01"), line: 2)]

    static func day(_ text: String) -> Day { Day(text) ?? .today }
}
