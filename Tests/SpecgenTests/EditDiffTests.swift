import Clauses
import Compliance
import Foundation
import KernelDoc
import Testing

@Suite("Edits of the documentation, as a reviewer is told of them")
struct EditDiffTests {
    @Test("are each one sentence that changed in meaning", arguments: Edit.all)
    func changes(_ edit: Edit) throws {
        let file = Run.package.appending(path: "Spec/dma-buf/\(edit.file)")
        let before = try String(contentsOf: file, encoding: .utf8)
        func clauses(_ text: String) -> [Clause] {
            DocumentReader().read(Array(text.utf8), named: edit.file).documents
                .flatMap { ClauseExtractor().clauses(in: $0) }
        }
        let diff = ClauseDiff(from: clauses(before), to: clauses(before.replacing(edit.old, with: edit.new)))
        #expect(diff.changes.filter { $0.kind != .unchanged }.map(\.kind) == [.changed])
    }
}
