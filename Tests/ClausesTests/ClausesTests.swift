import KernelDoc
import Testing

@testable import Clauses

@Suite("Clauses of a document")
struct ClauseExtractorTests {
    @Test("A duty, a freedom and an outcome are told apart, with their bearers")
    func modalities() {
        let clauses = Page.function(
            "The caller must hold the ring lock. Drivers need not clear the slots. Returns 0, or -EBUSY if a slot is taken."
        ).clauses
        #expect(clauses.map(\.modality) == [.obligation, .permission, .outcome])
        #expect(clauses.map(\.bearer) == ["caller", "driver", "core"])
        #expect(clauses.last?.errors == ["EBUSY"])
    }
}
