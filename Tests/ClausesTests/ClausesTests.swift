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

    @Test("What documents say in the same words, in blocks of the same name, has ids of its own")
    func identifiers() {
        let twice = Page.function("The caller must wait. The caller must wait.").clauses.map(\.id)
        #expect(twice.last == twice[0] + "-2")
        func ids(_ texts: String...) -> [String] {
            let documents = texts.map { Document(file: "ring.c", prose: Page.function($0).prose) }
            return ClauseExtractor().clauses(in: documents).map(\.id)
        }
        let again = "The caller must wait."
        #expect(ids(again, again) == twice)
        #expect(ids(again + " " + again, again, again) == twice + [twice[0] + "-3", twice[0] + "-4"])
        #expect(ids(again, again + " " + again) == twice + [twice[0] + "-2-2"])
    }
}
