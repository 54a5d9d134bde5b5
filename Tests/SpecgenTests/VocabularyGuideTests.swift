import Foundation
import KernelDoc
import Rules
import Testing

@Suite("The guide to vocabularies")
struct VocabularyGuideTests {
    @Test(
        "has every key that is taken, in the section of what takes it",
        arguments: [
            ("## At the top", "nokey: x"), ("## A party", "parties: {p: {nokey: x}}"),
            ("## An interface", "apis: {a: {nokey: x}}"), ("## A callback", "callbacks: {c: {nokey: x}}"),
            ("## A resource", "resources: {r: {nokey: x}}"), ("## A step", "steps: {s: {nokey: x}}"),
        ])
    func keys(_ title: String, _ mistake: String) throws {
        let guide = try String(
            contentsOf: Run.package.appendingPathComponent("docs/vocabulary.md"), encoding: .utf8)
        let section = try #require(guide.components(separatedBy: "\n## ").first { "## \($0)".hasPrefix(title) })
        let error = #expect(throws: Diagnostic.self) {
            _ = try VocabularyFile.decode("subsystem: s\ntestbed: T\n\(mistake)\n", path: "vocabulary.yaml")
        }
        let known = try #require(error?.advice).replacing("known keys: ", with: "").split(separator: ", ")
        #expect(known.count > 1)
        for key in known { #expect(section.contains("`\(key)`"), "\(key)") }
    }
}
