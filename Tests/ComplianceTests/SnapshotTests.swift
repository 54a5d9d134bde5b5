import Clauses
import Compliance
import KernelDoc
import Testing

@Suite("Snapshots") struct SnapshotTests {
    private func snapshot(_ clauses: (id: String, words: String, isVerified: Bool)...) -> Snapshot {
        let result = Samples.result(
            clauses.map { Samples.test($0.id, killed: $0.isVerified ? ["allowsFourPasses"] : []) })
        return Snapshot(ComplianceReport(clauses: clauses.map { Samples.clause($0.id, $0.words) }, result: result))
    }

    @Test("A snapshot has one line a clause, in the order of ids.")
    func lines() {
        #expect(
            Snapshot(Samples.report).description == """
                # specgen.snapshot/1: status, clause and words of every clause that can hold or be broken
                failing     gates/failing-33333333  A visitor must not sleep.
                unbound     gates/unbound-55555555  The hinges must be oiled.
                unproven    gates/unproven-22222222  Each pass must be given back.
                untested    gates/untested-44444444  The keeper should be kind.
                verified    gates/verified-11111111  A visitor can hold at most 3 passes.
                waived      gates/waived-66666666  The gate must be green.

                """)
    }

    @Test("Text that moves changes nothing.")
    func moves() {
        let moved = Samples.clauses.reversed().map { clause in
            var clause = clause
            clause.source.line += 100
            return clause
        }
        let one = Snapshot(ComplianceReport(clauses: Samples.clauses, result: nil))
        #expect(one.description == Snapshot(ComplianceReport(clauses: moved, result: nil)).description)
    }

    @Test("What is read again is the same.")
    func roundTrip() throws {
        let snapshot = Snapshot(Samples.report)
        #expect(try Snapshot(reading: snapshot.description, file: "") == snapshot)
        let other = snapshot.description.replacing("\n", with: "\r\n")
        #expect(try Snapshot(reading: other, file: "") == snapshot)
        let evil = self.snapshot(("a b\n/c", "one\ntwo\u{1B}[2J  three", true))
        #expect(try Snapshot(reading: evil.description, file: "").description == evil.description)
        #expect(evil.description.split(separator: "\n").count == 2)
    }

    @Test(
        "A line that is none of a snapshot is told with its place.",
        arguments: [("# one\nvrified gates/a  words\n", 2), ("verified ", 1), ("\n\nverified\n", 3), ("\u{0}", 1)])
    func complains(text: String, line: Int) {
        #expect {
            try Snapshot(reading: text, file: "snapshot.txt")
        } throws: { error in
            let diagnostic = error as? Diagnostic
            return diagnostic?.file == "snapshot.txt" && diagnostic?.line == line
        }
    }

    @Test("Lost coverage names the clause, and the words since which it is lost.")
    func losses() {
        let old = snapshot(
            ("gates/hold-1", "A visitor can hold at most 3 passes.", true), ("gates/open-2", "The gate opens.", true),
            ("gates/gone-3", "Gates creak.", true), ("gates/never-4", "Gates are light.", false))
        let same = old.losses(since: old)
        #expect(same.isEmpty)

        let now = snapshot(
            ("gates/hold-9", "A visitor can hold at most 4 passes.", false), ("gates/open-2", "The gate opens.", false),
            ("gates/never-4", "Gates are light.", false),
            ("doors/hold-1", "A visitor can hold at most 3 passes.", false))
        let losses = now.losses(since: old)
        #expect(losses.map(\.before.clause) == ["gates/hold-1", "gates/open-2"])
        #expect(losses.map(\.now.clause) == ["gates/hold-9", "gates/open-2"])
        #expect(losses.map(\.isReworded) == [true, false])

        let verifiedAgain = snapshot(("gates/hold-9", "A visitor can hold at most 4 passes.", true))
        #expect(verifiedAgain.losses(since: old).isEmpty)
    }

    @Test("Ten thousand clauses that are all reworded are compared in a moment.", .timeLimit(.minutes(1)))
    func scales() {
        func snapshot(_ last: String) -> Snapshot {
            Snapshot(
                ComplianceReport(
                    clauses: (0..<10_000).map {
                        Samples.clause("gates/\($0)-\(last)", "The gate number \($0) opens \(last)")
                    },
                    result: Samples.result(
                        last == "late"
                            ? [] : (0..<10_000).map { Samples.test("gates/\($0)-early", killed: ["allowsFourPasses"]) })
                ))
        }
        let losses = snapshot("late").losses(since: snapshot("early"))
        #expect(losses.count == 10_000)
        #expect(losses.allSatisfy { $0.before.words.dropLast("early".count) == $0.now.words.dropLast("late".count) })
    }
}
