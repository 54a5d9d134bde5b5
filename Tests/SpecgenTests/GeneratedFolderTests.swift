import Foundation
import Testing

@testable import specgen

@Suite("The folder of generated files")
struct GeneratedFolderTests {
    private let scratch: TemporaryFolder
    private let folder: GeneratedFolder

    init() throws {
        scratch = try TemporaryFolder()
        folder = GeneratedFolder(path: scratch.url.appendingPathComponent("Generated").path) {
            $1.starts(with: "// ours".utf8)
        }
    }

    private func write(_ files: [String: String]) throws {
        try folder.apply(try folder.changes(to: files.mapValues { Array($0.utf8) }))
    }

    private func text(_ name: String) -> String? {
        try? String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
    }

    private func date(_ name: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")[.modificationDate] as? Date
    }

    @Test("Files are written, folders on the way to them too")
    func writes() throws {
        try write(["A.swift": "// ours 1", "Deep/er/B.swift": "// ours 2"])
        #expect(text("A.swift") == "// ours 1")
        #expect(text("Deep/er/B.swift") == "// ours 2")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["A.swift", "Deep"])
    }

    @Test("A file that stays the same keeps its date")
    func keepsDate() throws {
        try write(["A.swift": "// ours 1", "B.swift": "// ours 2"])
        let old = Date(timeIntervalSince1970: 1_000_000)
        for name in ["A.swift", "B.swift"] {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: "\(folder.path)/\(name)")
        }
        try write(["A.swift": "// ours 1", "B.swift": "// ours 3"])
        #expect(try date("A.swift") == old)
        #expect(try date("B.swift") != old)
    }

    @Test("A generated file that is no longer wanted goes; one written by hand stays")
    func stale() throws {
        try write(["A.swift": "// ours 1", "Old.swift": "// ours 2"])
        try scratch.file("Generated/Mine.swift", "let mine = 1")
        try write(["A.swift": "// ours 1"])
        #expect(text("Old.swift") == nil)
        #expect(text("Mine.swift") == "let mine = 1")
    }

    @Test("A file written by hand is not replaced, and then nothing else is either")
    func conflict() throws {
        try write(["A.swift": "// ours 1"])
        try scratch.file("Generated/B.swift", "let mine = 1")
        #expect {
            try write(["A.swift": "// ours, changed", "B.swift": "// ours 2"])
        } throws: { error in
            (error as? Failure)?.diagnostics.first?.file.hasSuffix("B.swift") == true
        }
        #expect(text("A.swift") == "// ours 1")
        #expect(text("B.swift") == "let mine = 1")
    }

    @Test("When one file cannot be written, none is replaced")
    func allOrNothing() throws {
        try write(["A.swift": "// ours 1"])
        // Where a folder is needed there is a file.
        try scratch.file("Generated/Deep", "in the way")
        #expect(throws: Failure.self) { try write(["A.swift": "// ours, changed", "Deep/B.swift": "// ours 2"]) }
        #expect(text("A.swift") == "// ours 1")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["A.swift", "Deep"])
    }

    @Test("What an interrupted run left behind does no harm")
    func leftovers() throws {
        try scratch.file("Generated/.specgen-new/0", "// ours, half")
        try write(["A.swift": "// ours 1"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["A.swift"])
    }

    @Test("A symbolic link is not followed, and not taken for a generated file")
    func link() throws {
        let outside = try scratch.file("outside.swift", "// ours, but elsewhere")
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/Link.swift", withDestinationPath: outside.path)
        try write(["A.swift": "// ours 1"])
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/Link.swift"))
        #expect(FileManager.default.fileExists(atPath: outside.path))
    }
}
