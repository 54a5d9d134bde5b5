import Promises
import Testing

@Suite("What became of a test") struct TestResultTests {
    private func result(_ outcome: TestResult.Outcome, _ message: String? = nil, killed: [String] = []) -> TestResult {
        TestResult(
            clause: "gates/hold", name: "test()", outcome: outcome, seconds: 1, proofSeconds: 2, message: message,
            killed: killed)
    }

    @Test(
        "Its cases count as one: the worst of them, in whatever order they end",
        arguments: [
            ([.passed, .passed], .passed), ([.passed, .failed, .passed], .failed),
            ([.notObservable, .passed], .notObservable), ([.absent, .notObservable], .absent),
            ([.failed, .absent], .failed), ([.running, .passed], .running),
        ] as [([TestResult.Outcome], TestResult.Outcome)])
    func worst(_ cases: [TestResult.Outcome], joined: TestResult.Outcome) {
        for order in [cases, cases.reversed()] {
            var whole = TestResult(clause: "gates/hold", name: "test()")
            for outcome in order { whole.add(result(outcome)) }
            #expect(whole.outcome == joined)
            #expect(whole.seconds == Double(cases.count) && whole.proofSeconds == 2 * Double(cases.count))
        }
    }

    @Test("It kills what any of its cases kills, and says what the worst of them said")
    func told() {
        var whole = result(.passed, killed: ["b"])
        whole.add(result(.failed, "two", killed: ["c", "a"]))
        whole.add(result(.failed, "one", killed: ["b"]))
        whole.add(result(.notObservable, "nothing to see"))
        #expect(whole.killed == ["a", "b", "c"])
        #expect(whole.message == "one")
    }

    @Test("How far a run got that did not end is told with what was running, and nothing of one that ended")
    func interruption() {
        var run = RunResult(scope: .full, started: .distantPast, tests: [result(.passed), result(.planned)])
        #expect(run.interruption == "the run did not end: 1 of 2 tests had ended")
        run.tests[1].outcome = .running
        #expect(run.interruption == "the run did not end: 1 of 2 tests had ended, running were test()")
        run.finished = .distantFuture
        #expect(run.interruption == nil)
    }
}
