import Foundation
import Testing

/// Begins the suite's verifications, one after another, before any test runs: they take longest, and would otherwise
/// begin when a thread of the tests' is free for them, and end last. A test waits for the one that it looks at.
struct VerifiesAhead: SuiteTrait {
    func prepare(for test: Test) async throws {
        // Not in the tests' own threads, of which there are few.
        Thread.detachNewThread {
            _ = PackagesOfTheirOwn.ContractTests.before
            _ = PackagesOfTheirOwn.ContractTests.current
            _ = PackagesOfTheirOwn.GateTests.verified
            // Last, when the other tests have ended, what keeps all processors busy.
            _ = PackagesOfTheirOwn.EditTests.verified
        }
    }
}
