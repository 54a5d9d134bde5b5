import Clauses
import Testing

@testable import Compliance

@Suite("History") struct ClauseHistoryTests {
    private func revision(_ name: String, _ clauses: (id: String, words: String, isVerified: Bool)...)
        -> ClauseHistory.Revision
    {
        let result = Samples.result(
            clauses.map { Samples.test($0.id, killed: $0.isVerified ? ["allowsFourPasses"] : []) })
        let report = ComplianceReport(clauses: clauses.map { Samples.clause($0.id, $0.words) }, result: result)
        return .init(name: name, date: "day \(name)", snapshot: Snapshot(report))
    }

    @Test("A clause's history says when it came, when its status changed, and what words it had, newest first.")
    func events() {
        let history = ClauseHistory([
            revision("1", ("gates/hold-1", "A visitor can hold at most 3 passes.", false)),
            revision("2", ("gates/hold-1", "A visitor can hold at most 3 passes.", true)),
            revision(
                "3", ("gates/hold-1", "A visitor can hold at most 3 passes.", true),
                ("gates/open-2", "The gate opens.", true)),
            revision(
                "4", ("gates/hold-9", "A visitor can hold at most 4 passes.", false),
                ("gates/open-2", "The gate opens.", true)),
        ])
        #expect(history["gates/hold-9"].map(\.revision) == ["4", "2", "1"])
        #expect(history["gates/hold-9"].map(\.status) == [.unproven, .verified, .unproven])
        #expect(history["gates/hold-9"].map(\.formerWords) == ["A visitor can hold at most 3 passes.", nil, nil])
        #expect(history["gates/open-2"].map(\.date) == ["day 3"])
        #expect(history["gates/none-0"].isEmpty)
    }
}
