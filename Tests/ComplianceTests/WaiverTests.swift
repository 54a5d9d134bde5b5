import Clauses
import Compliance
import Testing

@Suite("Waivers") struct WaiverTests {
    private func cause(of waivers: [Waiver]) -> [IdleWaiver.Cause] {
        ComplianceReport(
            clauses: Samples.clauses,
            result: Samples.result([Samples.test(Samples.clauses[0].id, killed: ["allowsFourPasses"])]),
            waivers: waivers, today: Samples.day("2025-06-01")
        ).idleWaivers.map(\.cause)
    }

    private func waiver(_ id: String, expires: String? = nil) -> Waiver {
        Waiver(clause: id, reason: "later", date: Samples.day("2025-01-01"), expires: expires.map(Samples.day))
    }

    @Test("A waiver that does nothing is reported with its cause.")
    func idle() {
        #expect(cause(of: [waiver("gates/waived-66666666")]) == [])
        #expect(cause(of: [waiver("gates/waived-66666666", expires: "2025-06-01")]) == [])
        #expect(cause(of: [waiver("gates/waived-66666666", expires: "2025-05-31")]) == [.expired])
        #expect(cause(of: [waiver("gates/waived-00000000")]) == [.stale])
        #expect(cause(of: [waiver("doors/waived-66666666")]) == [.unknown])
        #expect(cause(of: [waiver("gates/verified-11111111")]) == [.unused])
        #expect(cause(of: [waiver("gates/informative-77777777")]) == [.unused])
        #expect(cause(of: [waiver("gates/waived-66666666"), waiver("gates/waived-66666666")]) == [.repeated])
    }

    @Test("A waiver covers a failing clause too, and the clause stays in the denominator.")
    func coversFailing() {
        let report = ComplianceReport(
            clauses: [Samples.clause("gates/a-1")], result: Samples.result([Samples.test("gates/a-1", .failed)]),
            waivers: [waiver("gates/a-1")])
        #expect(report.clauses[0].status == .waived)
        #expect(report.totals.normative == 1)
        #expect(report.totals.coverage == 0)
    }

    @Test(
        "Dates are those of the calendar.",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
            ("2025-04-31", false),
            ("2025-13-01", false), ("2025-00-01", false), ("2025-1-1", false), ("2025-01-01x", false),
            ("٢٠٢٥-٠١-٠١", false),
            ("+025-01-01", false), ("", false),
        ])
    func dates(text: String, exists: Bool) {
        #expect((Day(text) != nil) == exists)
        #expect(Day(text).map(\.description) == (exists ? text : nil))
    }
}
