import Clauses
import Compliance
import KernelDoc
import Promises
import Testing

@Suite("Reports in the terminal") struct TerminalReportTests {
    @Test("The terminal report reads section after section and ends with the figures.")
    func wide() {
        #expect(
            TerminalReport(Samples.report, width: 100).description == """
                gates (Spec/gate.md)
                  verified    obligation     visitor  3  A visitor can hold at most 3 passes.
                  unproven    obligation     visitor  5  Each pass must be given back.
                                                           no mutant breaks pairs(enter)
                  failing     prohibition    visitor  7  A visitor must not sleep.
                                                           its test fails
                                                           Generated/Gates.swift:5 test()
                                                           Expectation failed: bed.isClean
                                                           The calls: none
                  untested    recommendation keeper   9  The keeper should be kind.
                                                           kindness cannot be observed
                  unbound     obligation     keeper  11  The hinges must be oiled.
                                                           not in the vocabulary: hinges
                  waived      obligation     keeper  13  The gate must be green.
                                                           painted later (waived on 2025-05-01)
                  informative informative            15  Gates are old.

                  1 verified
                  1 unproven
                  1 failing
                  1 untested
                  1 unbound
                  1 waived
                  1 informative
                coverage: 16.6 % (1 of 6 normative clauses verified)
                mutants: 2 of 2 killed

                """)
    }

    @Test("The faults that nothing noticed are named, and which run it was; of many, the first.")
    func survivors() {
        func mutants(_ count: Int) -> [Mutant] {
            (0..<count).map { Mutant("fault\($0)", says: "number \($0)", breaks: Promise(.pairs, named: "pass")) }
        }
        let clauses = [Samples.clause("gates/a", rule: .pairs)]
        var result = Samples.result([])
        result.mutants = mutants(2)
        let few = TerminalReport(ComplianceReport(clauses: clauses, result: result), run: "swift test, today")
            .description
        #expect(
            few.hasSuffix(
                """
                mutants: 0 of 2 killed
                  survives fault0: number 0
                  survives fault1: number 1
                from swift test, today

                """))
        result.mutants = mutants(20)
        let many = TerminalReport(ComplianceReport(clauses: clauses, result: result)).description
        #expect(many.hasSuffix("  … and 14 more, in the page and in JSON\n"))
        result.mutants.append(Mutant("other", says: "another", breaks: Promise(.maxHeld, named: "pass")))
        let beside = TerminalReport(ComplianceReport(clauses: clauses, result: result)).description
        #expect(beside.contains("mutants: 0 of 20 killed; 1 more break what is not promised here\n"))
    }

    @Test("No line is wider than the terminal.", arguments: [1, 40, 60, 79, 80, 81, 100, 200])
    func fits(width: Int) {
        let long = Samples.clause(
            "gates/long", "A " + String(repeating: "very ", count: 60) + String(repeating: "x", count: 300))
        let report = ComplianceReport(clauses: Samples.clauses + [long], result: nil)
        let lines = TerminalReport(report, width: width).description.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= max(40, width) })
    }

    @Test("There is colour only when it is asked for, and it changes nothing else.")
    func colour() {
        let plain = TerminalReport(Samples.report).description
        let colored = TerminalReport(Samples.report, isColored: true).description
        #expect(!plain.contains("\u{1B}"))
        #expect(colored.contains("\u{1B}[32mverified   \u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test("What a terminal would obey is shown, and not obeyed.")
    func inert() {
        let clause = Samples.clause(
            "gates/evil", "Be\u{1B}[2Jware\u{9B}31m of\u{202E}this\u{7F}\nand that.", bearer: "vi\u{7}sitor",
            rule: nil, block: .init(kind: .doc, title: "ti\u{1B}]0;tle"), reason: "because\r\u{8}of\u{0}it")
        let report = ComplianceReport(clauses: [clause], result: nil)
        for text in [
            TerminalReport(report).description,
            "\(RunSummary(clauses: [clause], result: Samples.result([Samples.test("gates/evil", .failed)]), store: nil, trouble: "no\u{1B}c"))",
        ] {
            #expect(
                text.unicodeScalars.allSatisfy {
                    $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
                })
        }
        #expect(TerminalReport(report).description.contains("Be␛[2Jware<U+9B>31m of<U+202E>this<U+7F> and that."))
    }

    @Test("A filter chooses what is shown, and leaves the figures alone.")
    func filters() {
        func shown(_ filter: ReportFilter) -> [String] {
            let text = TerminalReport(Samples.report, filter: filter).description
            return Samples.clauses.map(\.sentence).filter(text.contains)
        }
        #expect(shown(.init(statuses: [.failing])) == ["A visitor must not sleep."])
        #expect(shown(.init(bearers: ["keeper"])).count == 3)
        #expect(shown(.init(statuses: [.verified], bearers: ["keeper"])).isEmpty)
        #expect(shown(.init(section: "GATE")).count == 7)
        #expect(shown(.init(section: "door")).isEmpty)
        let text = TerminalReport(Samples.report, filter: .init(statuses: [.failing])).description
        #expect(text.contains("1 of 7 clauses shown"))
        #expect(text.contains("coverage: 16.6 % (1 of 6"))
    }

    @Test("A sentence of several clauses is told once.")
    func sentenceOnce() {
        var one = Samples.clause("gates/a", "Come in, and leave again.", rule: nil)
        var other = one
        one.text = "Come in"
        other.text = "leave again"
        let text = TerminalReport(ComplianceReport(clauses: [one, other], result: nil)).description
        #expect(text.ranges(of: "Come in, and leave again.").count == 1)
        #expect(text.contains("… leave again"))
    }

    @Test("The summary line has every status that occurs; 100 % is said only of everything.")
    func summaryLine() {
        #expect(
            SummaryLine(Samples.report).description
                == "1 of 6 normative clauses verified (16.6 %): 1 unproven, 1 failing, 1 untested, 1 unbound, 1 waived; "
                + "1 informative")
        #expect(
            SummaryLine(ComplianceReport(clauses: [], result: nil)).description == "0 of 0 normative clauses verified")
        let many = (0..<2000).map { Samples.clause("gates/\($0)") }
        let tests = many.dropFirst().map { Samples.test($0.id, killed: ["allowsFourPasses"]) }
        let report = ComplianceReport(clauses: many, result: Samples.result(tests))
        #expect(SummaryLine(report).description == "1999 of 2000 normative clauses verified (99.9 %): 1 untested")
    }
}
