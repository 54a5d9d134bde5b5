import Clauses
import Compliance
import Foundation
import KernelDoc
import Testing

@Suite("Edits of the documentation, as a reviewer is told of them")
struct EditDiffTests {
    /// The documents that are edited, with their clauses.
    private static let spec: [String: (text: String, clauses: [Clause])] = {
        var spec: [String: (text: String, clauses: [Clause])] = [:]
        for file in Set(Edit.all.map(\.file)) {
            let path = Run.package.appending(path: "Spec/dma-buf/\(file)")
            guard let text = try? String(contentsOf: path, encoding: .utf8) else { continue }
            spec[file] = (text, clauses(text, of: file))
        }
        return spec
    }()

    private static func clauses(_ text: String, of file: String) -> [Clause] {
        DocumentReader().read(Array(text.utf8), named: file).documents.flatMap { ClauseExtractor().clauses(in: $0) }
    }

    @Test("are each one sentence that changed in meaning", arguments: Edit.all)
    func changes(_ edit: Edit) throws {
        let before = try #require(Self.spec[edit.file])
        let after = Self.clauses(before.text.replacing(edit.old, with: edit.new), of: edit.file)
        let diff = ClauseDiff(from: before.clauses, to: after)
        #expect(diff.changes.filter { $0.kind != .unchanged }.map(\.kind) == [.changed])
    }
}
