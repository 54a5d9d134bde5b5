import Foundation
import Testing

@testable import KernelDoc

/// The list archive's copy that stands beside the project, where it does.
private let seed = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/seed/dma-buf-cpu-access.patch.txt").standardized

@Suite(
    "The damaged patch beside the project",
    .enabled(if: FileManager.default.fileExists(atPath: seed.path), "../shared/seed is not there"))
struct SeedPatchTests {
    private let new = DocumentReader().read([seed.path])
    private let old = DocumentReader(options: .init(side: .old)).read([seed.path])

    @Test("All four files are read, and every hunk with lost lines is named")
    func documents() {
        #expect(new.documents.map { $0.file.suffix(9) } == ["aring.txt", "a-buf.rst", "dma-buf.c", "dma-buf.h"])
        #expect(new.diagnostics.count == 6)
        for document in new.documents + old.documents { #expect(document.prose.violations.isEmpty) }
    }

    @Test("Prose, prototypes and titles are told apart")
    func roles() {
        let units = new.documents.flatMap { document in
            document.prose.units.map { (document.prose.text(of: $0), $0.role) }
        }
        #expect(units.count { $0.1 == .literal } == 4)
        #expect(units.allSatisfy { $0.1 == .literal || !$0.0.contains(";\n") })
        #expect(
            !units.contains {
                $0.0.contains("EXPORT_SYMBOL") || $0.0.contains("Signed-off-by") || $0.0.contains("2.10.2")
            })
        let literals = old.documents.flatMap(\.prose.units).count { $0.role == .literal }
        #expect(literals == 6)
    }

    @Test("No text behind a gap is attached to what stands before it")
    func gaps() {
        let header = new.documents[3].prose
        let members = header.units.filter { $0.role == .parameter }.map { header.blocks[$0.block].member ?? "" }
        #expect(members.count == 9)
        #expect(Set(members).count == 9)
        #expect(header.units.allSatisfy { header.blocks[$0.block].symbol != nil })
    }

    @Test("Lines are those of the patched file, and estimates say so")
    func lines() throws {
        let prose = new.documents[2].prose
        let unit = try #require(prose.units.first { prose.text(of: $0).contains("at most 2") })
        let offset = try #require(prose.text(of: unit).range(of: "Hence")).lowerBound
        let start = unit.range.lowerBound + prose.text(of: unit)[..<offset].utf8.count
        #expect(prose.lineMark(at: start)?.line == 675)
        #expect(prose.lineMarks.allSatisfy { !$0.isEstimated && $0.patchLine > 0 })
        #expect(new.documents[3].prose.lineMarks.contains { $0.isEstimated })
    }
}
