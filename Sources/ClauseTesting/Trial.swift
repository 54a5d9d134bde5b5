import Promises
import Testing

/// What came of running a test's body once.
///
/// Issues are held back until the body has returned: on a mutant they are a proof and nobody's failure; on the
/// reference they are told together with the trace, for which a testbed may only be asked when no call into it runs.
struct Trial {
    var issues: [Issue]
    /// What the body threw, failed requirements excepted (these are issues).
    var error: (any Error)?
    /// What the contract checker said and the test did not expect.
    var reports: [Report]
    /// The calls into each world that the test made, oldest first.
    var traces: [[String]]
    /// What the backend could not show, when the test asked for it.
    private var limit: NotObservable?
    /// The mutants that could have changed anything in it; nil: any could.
    var reachedMutants: Set<String>?

    init(
        of body: @Sendable () async throws -> Void, on mutant: Mutant?, for test: Test, _ testCase: Test.Case?
    ) async {
        let run = ClauseRun(mutant: mutant)
        let holding = IssueHandlingTrait.compactMapIssues { issue in
            guard issue.isFailure else { return mutant == nil ? issue : nil }
            run.hold(issue)
            return nil
        }
        do {
            try await holding.provideScope(for: test, testCase: testCase) {
                try await ClauseRun.$current.withValue(run) { try await body() }
            }
        } catch is ExpectationFailedError {
        } catch {
            self.error = error
        }
        let worlds = run.finish()
        issues = run.issues
        limit = run.limit
        reports = worlds.reversed().flatMap(\.reports)
        traces = []
        // Of the reference only: a mutant's are nobody's business, and there are many.
        guard mutant == nil else { return }
        traces = worlds.reversed().map(\.testbed.trace)
        let reached = worlds.map(\.testbed.reachedMutants)
        if !reached.contains(nil) { reachedMutants = reached.reduce(into: []) { $0.formUnion($1 ?? []) } }
    }

    /// Why nothing could be seen; nil when something was.
    var notObservable: NotObservable? { limit ?? (issues.isEmpty ? error as? NotObservable : nil) }

    /// True when the test says that the promise is broken.
    var failed: Bool { notObservable == nil && (error != nil || !issues.isEmpty || !reports.isEmpty) }
}
