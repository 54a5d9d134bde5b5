import Compliance
import Foundation
import Testing

/// Tests follow words: each edit of the documentation changes its test, which then fails on the reference where the
/// new words are not true of it. Edits that do not touch each other share a copy of the documentation.
@Suite(
    "Edits of the documentation",
    .enabled(
        if: ProcessInfo.processInfo.environment["SPECGEN_VERIFY_TESTS"] != nil,
        "compiles packages of its own: make test runs it, or SPECGEN_VERIFY_TESTS=1 swift test"))
struct EditTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("change their tests, and what is no longer true fails")
    func followWords() throws {
        let original = try documentation()
        for (number, batch) in try batches(of: Edit.all, original).enumerated() {
            // Always the same place, so that what was compiled for it is found again.
            let folder = Self.root.appending(path: ".build/edits/\(number)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (file, text) in batch.texts {
                try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
            }
            let run = try Run(
                "verify", folder.path, "--format", "json", "--package-path", Self.root.path, "--scratch-path",
                Run.scratch.path)
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            let report = try decoder.decode(ComplianceReport.self, from: Data(run.output.utf8))
            for edit in batch.edits {
                let made = report.clauses.filter { reported in
                    reported.clause.text.contains(edit.clause)
                        && edit.member.map { reported.clause.block.member == $0 } ?? true
                }
                #expect(!made.isEmpty, "\(edit): no such clause")
                switch edit.outcome {
                case .fails: #expect(made.contains { $0.status == .failing }, "\(edit): \(made.map(\.status))")
                case .untested:
                    #expect(made.allSatisfy { [.untested, .unbound, .informative].contains($0.status) }, "\(edit)")
                }
            }
        }
    }

    private struct Batch {
        var texts: [String: String]
        var edits: [Edit] = []
        var places: [String: [Int]] = [:]
    }

    private func documentation() throws -> [String: String] {
        var texts: [String: String] = [:]
        for file in ["cpu-access.md", "dma-buf.h"] {
            texts[file] = try String(contentsOf: Self.root.appending(path: "Spec/dma-buf/\(file)"), encoding: .utf8)
        }
        return texts
    }

    /// Edits far enough from each other that no sentence is changed twice.
    private func batches(of edits: [Edit], _ original: [String: String]) throws -> [Batch] {
        var batches: [Batch] = []
        for edit in edits {
            let text = try #require(original[edit.file])
            let parts = text.components(separatedBy: edit.old)
            try #require(parts.count == 2, "\(edit): its old words stand \(parts.count - 1) times in \(edit.file)")
            let place = parts[0].count
            let fitting = batches.firstIndex { batch in
                (batch.places[edit.file] ?? []).allSatisfy { abs($0 - place) > 170 }
            }
            let index = fitting ?? batches.count
            if fitting == nil { batches.append(Batch(texts: original)) }
            batches[index].texts[edit.file] = batches[index].texts[edit.file]?
                .replacingOccurrences(of: edit.old, with: edit.new)
            batches[index].edits.append(edit)
            batches[index].places[edit.file, default: []].append(place)
        }
        return batches
    }
}
