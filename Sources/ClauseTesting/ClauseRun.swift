import PlainText
import Promises
import Synchronization
import Testing

/// One run of a test's body: on the reference, or on one mutant of it. Testbeds made in the body find it as a
/// task local, take the mutant from it, and are finished by it.
public final class ClauseRun: Sendable {
    /// The run that the test's body is executed for; nil outside of a test with the trait.
    @TaskLocal public static var current: ClauseRun?

    /// The fault switched on in this run; nil on the reference.
    public let mutant: Mutant?
    private let state = Mutex(State())

    private struct State {
        var testbeds: [any Testbed] = []
        var issues: [Issue] = []
        var limit: NotObservable?
    }

    public init(mutant: Mutant?) { self.mutant = mutant }

    func register(_ testbed: any Testbed) { state.withLock { $0.testbeds.append(testbed) } }

    /// Keeps an issue back. On the reference it gets the last call beside it: an expectation does not show what a
    /// call gave that can throw.
    func hold(_ issue: Issue) {
        let lastCall = mutant == nil ? state.withLock { $0.testbeds.last }?.trace.last : nil
        var issue = issue
        if let lastCall { issue.comments.append(Comment(rawValue: "the last call: \(InertText.line(lastCall))")) }
        state.withLock { $0.issues.append(issue) }
    }

    /// Ends a run on a mutant that something was found wrong in: it proves no more by going on.
    ///
    /// - Throws: `Proven`, then.
    func goOn() throws {
        if mutant != nil, !issues.isEmpty { throw Proven() }
    }

    /// A mutant is killed.
    private struct Proven: Error {}

    /// The backend has come to the end of what it can show; see `NotObservable.note`.
    func limit(_ notObservable: NotObservable) {
        state.withLock { state in
            if state.limit == nil, state.issues.isEmpty { state.limit = notObservable }
        }
    }

    /// Where the backend came to that end, unless the test had found something wrong before.
    var limit: NotObservable? { state.withLock { $0.limit } }

    /// The issues held back so far, oldest first.
    var issues: [Issue] { state.withLock { $0.issues } }

    /// Finishes every testbed of this run, newest first, and answers what nobody took.
    public func finish() -> [(testbed: any Testbed, reports: [Report])] {
        let all = state.withLock { state in
            defer { state.testbeds = [] }
            return state.testbeds
        }
        return all.reversed().map { testbed in
            testbed.finish()
            return (testbed, testbed.pendingReports())
        }
    }
}

extension Testbed {
    /// A world for the running test: the reference, or the mutant that the trait is proving the test on.
    public init(
        _ variant: Variant? = nil, without callbacks: Set<Callback> = [], coherent: Bool = false, partial: Bool = false
    ) throws {
        let run = ClauseRun.current
        try self.init(
            Arrangement(variant: variant, without: callbacks, isCoherent: coherent, isPartial: partial),
            mutant: run?.mutant)
        run?.register(self)
    }

    /// The same, of an implementer who has no other callbacks than these.
    public init(
        _ variant: Variant? = nil, with callbacks: Set<Callback>, coherent: Bool = false, partial: Bool = false
    ) throws {
        try self.init(
            variant, without: Set(Callback.allCases).subtracting(callbacks), coherent: coherent, partial: partial)
    }
}
