import Foundation
import Testing

/// Verifications that compile what they generate. One after another: they share what they compile against, so two at
/// once would only wait for each other, and keep other tests waiting.
@Suite(
    "Packages of their own", .serialized,
    .enabled(
        if: ProcessInfo.processInfo.environment["SPECGEN_VERIFY_TESTS"] != nil,
        "take minutes: make test runs them, or SPECGEN_VERIFY_TESTS=1 swift test"),
    VerifiesAhead())
enum PackagesOfTheirOwn {}
