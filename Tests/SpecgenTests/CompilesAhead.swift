import Foundation
import Testing

/// Begins with what takes longest before any test runs: compiling what all packages of tests build on. The first of the
/// suite's tests then finds it compiled, or waits for it.
struct CompilesAhead: SuiteTrait {
    func prepare(for test: Test) async throws {
        // Not in the tests' own threads, of which there are few.
        Thread.detachNewThread { _ = try? PackagesOfTheirOwn.ContractTests.verify(by: "current") }
    }
}
