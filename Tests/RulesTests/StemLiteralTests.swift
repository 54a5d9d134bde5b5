import Foundation
import Testing

@testable import Rules

/// A stem that is written out in the sources is one that some word has: "outside" would never be met, its stem is "outsid".
@Suite("Stems in the sources")
struct StemLiteralTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Rules")

    /// Literals that are compared with a stem: `x.stem == "map"`, `["map", "hold"].contains(x.stem)`.
    private static func literals(in source: String) -> [String] {
        let one = source.matches(of: /\.stem [!=]= "([^"]+)"/).map { String($0.1) }
        let several = source.matches(of: /\[("[^\]]+")\]\s*\.contains\([^()]*(?:\([^()]*\))?[^()]*\.stem\)/).flatMap {
            $0.1.matches(of: /"([^"]+)"/).map { String($0.1) }
        }
        return one + several
    }

    private static func isStem(_ literal: String) -> Bool {
        let endings = ["", "s", "ed", "ing"] + (literal.hasSuffix("e") ? [] : ["e", "es"])
        return endings.contains { Stem.of(literal + $0) == literal }
    }

    @Test("Each is the stem of a word")
    func stems() throws {
        let files = try #require(FileManager.default.enumerator(at: Self.root, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            for literal in Self.literals(in: try String(contentsOf: file, encoding: .utf8)) {
                count += 1
                #expect(Self.isStem(literal), "\(file.lastPathComponent): \(literal)")
            }
        }
        #expect(count > 50)
    }

    @Test("A word that is none is found")
    func noStems() {
        #expect(Self.literals(in: #"word.stem == "outside""#) == ["outside"])
        #expect(Self.literals(in: #"["wrote", "map"].contains(words[at].stem)"#) == ["wrote", "map"])
        #expect(!Self.isStem("outside") && !Self.isStem("wrote") && !Self.isStem("there"))
        #expect(Self.isStem("preced") && Self.isStem("releas") && Self.isStem("map"))
    }
}
