import PlainText
import Promises
import Testing

/// A failed trial in words: the sentence and where it stands, what was expected and seen, and the calls.
struct Failure {
    private var trial: Trial
    private var context: String
    private var error: (any Error)?

    /// How many calls are told of each world: the last ones.
    private static let calls = 20

    init(of trial: Trial, sentence: String, place: String, promise: Promise) {
        self.trial = trial
        // Once a requirement or expectation has said what is wrong, the error it led to adds nothing.
        error = trial.issues.isEmpty ? trial.error : nil
        var lines = ["The documentation says, at \(place):", "    \(sentence)", "That promises \(promise)."]
        if !trial.reports.isEmpty {
            lines.append("Reports of the contract checker that the test did not expect:")
            lines += trial.reports.map { "    \($0)" }
        }
        for (number, trace) in trial.traces.enumerated() where !trace.isEmpty {
            let world = trial.traces.count > 1 ? " of world \(number + 1) of \(trial.traces.count)" : ""
            lines.append("The calls\(world), newest last:")
            if trace.count > Failure.calls { lines.append("    … \(trace.count - Failure.calls) earlier ones") }
            lines += trace.suffix(Failure.calls).map { "    \($0)" }
        }
        if trial.traces.allSatisfy(\.isEmpty) { lines.append("No call was made.") }
        context = InertText.lines(lines.joined(separator: "\n"))
    }

    /// All of it, as the result keeps it.
    var message: String {
        var parts = trial.issues.map { "\($0)" }
        if let error { parts.append("The test threw: \(error)") }
        return InertText.lines((parts + [context]).joined(separator: "\n"))
    }

    /// Records the issues that were held back, the first of them with the whole story.
    func tell(for test: Test, _ testCase: Test.Case?) async throws {
        guard let first = trial.issues.first else {
            if let error {
                Issue.record(error, Comment(rawValue: context), sourceLocation: test.sourceLocation)
            } else {
                Issue.record(Comment(rawValue: context), sourceLocation: test.sourceLocation)
            }
            return
        }
        var told = first
        told.comments.append(Comment(rawValue: context))
        for issue in [told] + trial.issues.dropFirst() {
            // An issue can be recorded once only, when it happens; so a new one is recorded and replaced.
            try await IssueHandlingTrait.compactMapIssues { _ in issue }
                .provideScope(for: test, testCase: testCase) { Issue.record() }
        }
    }
}
