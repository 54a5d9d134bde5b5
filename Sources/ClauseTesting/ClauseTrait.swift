import Promises
import Testing

/// What every generated test carries: which clause of the documentation it tests.
///
/// The trait runs the test on the reference. If it passes there, the trait runs it again, in the same process, on
/// each mutant of the testbed that could change anything in it, and notes on which of them it fails: a test that cannot
/// fail proves nothing. What a mutant makes a test say is counted, and never shown.
///
/// - A report of the contract checker that the test did not take is an issue, on the reference as on a mutant.
/// - A test that throws `NotObservable` on the reference is cancelled with that reason, and its clause is untested;
///   thrown on a mutant it proves nothing.
/// - Of a test with arguments, all cases must pass, and each may kill mutants.
public struct ClauseTrait: TestTrait, TestScoping {
    var clause: String
    var promise: Promise
    var mutants: [Mutant]
    /// The file and line of the documentation where the clause stands.
    var place: String
    var recorder: Recorder

    /// Writes down which tests will run, before the first of them does.
    public func prepare(for test: Test) async throws {
        recorder.plan(blank(for: test), mutants: mutants)
    }

    /// Runs the test, and proves it; or cancels it, where nothing can be observed.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        guard !recorder.isDone(clause) else { return }
        if let notObservable = try await prove(test, testCase, body) {
            try Test.cancel("\(notObservable)", sourceLocation: test.sourceLocation)
        }
    }

    /// Runs one case on the reference, then on the mutants; returns why nothing could be observed, if so.
    func prove(
        _ test: Test, _ testCase: Test.Case?, _ body: @Sendable () async throws -> Void
    ) async throws -> NotObservable? {
        var result = blank(for: test)
        recorder.begin(result, mutants: mutants)
        let clock = ContinuousClock()
        let start = clock.now
        let reference = await Trial(of: body, on: nil, for: test, testCase)
        result.seconds = (clock.now - start).seconds
        if let notObservable = reference.notObservable {
            result.outcome = notObservable.isAbsent ? .absent : .notObservable
            result.message = notObservable.reason
            recorder.end(result)
            return notObservable
        }
        if reference.failed {
            let failure = Failure(
                of: reference, sentence: test.displayName ?? test.name, place: place, promise: promise)
            result.outcome = .failed
            result.message = failure.message
            recorder.end(result)
            try await failure.tell(for: test, testCase)
            return nil
        }
        result.outcome = .passed
        let known = recorder.killed(by: clause)
        for mutant in mutants where reference.reachedMutants?.contains(mutant.name) ?? true {
            if known.contains(mutant.name) { continue }
            if await Trial(of: body, on: mutant, for: test, testCase).failed { result.killed.append(mutant.name) }
        }
        result.proofSeconds = (clock.now - start).seconds - result.seconds
        recorder.end(result)
        return nil
    }

    private func blank(for test: Test) -> TestResult {
        TestResult(
            clause: clause, promise: promise, name: test.name, file: test.sourceLocation.fileID,
            line: test.sourceLocation.line)
    }
}

extension Trait {
    /// Tests a clause of the documentation, and proves the test on the mutants of a testbed.
    ///
    /// - Parameters:
    ///   - id: the clause's id.
    ///   - promise: what the clause promises.
    ///   - bed: the testbed that the test makes its worlds of.
    ///   - place: the file and line of the documentation, as `file:line`, for messages.
    public static func clause<Bed: Testbed>(
        _ id: String, _ promise: Promise, on bed: Bed.Type, at place: String
    ) -> Self where Self == ClauseTrait {
        ClauseTrait(clause: id, promise: promise, mutants: bed.mutants, place: place, recorder: .shared)
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
