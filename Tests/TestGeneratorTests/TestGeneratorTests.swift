import Clauses
import Foundation
import Testing
import Widget

@testable import Rules
@testable import TestGenerator

@Suite("Rules as Swift tests")
struct SnapshotTests {
    /// `UPDATE_SNAPSHOTS=1 swift test` writes them anew; the difference is for a reviewer to read.
    private static let updates = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    @Test("Each kind's tests, for each force, are the ones that were reviewed", arguments: Registry.kinds.indices)
    func snapshot(index: Int) throws {
        let kind = Registry.kinds[index]
        var lines = ["# \(kind.kind.rawValue)", "", kind.summary]
        for example in kind.examples {
            let found = kind.patterns.lazy.compactMap {
                Match.find($0, in: reading(example)).flatMap { try? kind.init($0) }
            }
            guard let rule = found.first else { continue }
            lines += ["", "## \(example)"]
            for force in Force.allCases {
                switch rule.plan(force) {
                case .plan(let plan):
                    lines += ["", "### \(force.rawValue)", "", "```swift"] + PlanRenderer.lines(for: plan) + ["```"]
                case .nothing(let reason): lines += ["", "### \(force.rawValue)", "", "Nothing to test: \(reason)."]
                }
            }
        }
        let text = lines.joined(separator: "\n") + "\n"
        let file = Self.folder.appending(path: "\(kind.kind.rawValue).md")
        if Self.updates { try text.write(to: file, atomically: true, encoding: .utf8) }
        let reviewed = try String(contentsOf: file, encoding: .utf8)
        #expect(text == reviewed, "\(kind.kind.rawValue) changed: run with UPDATE_SNAPSHOTS=1 and read the difference")
    }

    @Test("What a bound leaves no room for is repeated not once, and makes no range that ends the run")
    func repeatedNotOnce() {
        let act: TestPlan.Step = .act(.hold("window"))
        #expect(PlanRenderer.lines(for: TestPlan(.none, [.repeating(0, [act])])).isEmpty)
        #expect(PlanRenderer.lines(for: TestPlan(.none, [.repeating(2, [act])])).count == 1)
    }

    /// What a reviewer can read in one go.
    private static let mostLines = 25

    @Test("No kind plans a test of more lines than a reviewer reads", arguments: Registry.kinds.indices)
    func plannedLength(index: Int) throws {
        let kind = Registry.kinds[index]
        for example in kind.examples {
            let found = kind.patterns.lazy.compactMap {
                Match.find($0, in: reading(example)).flatMap { try? kind.init($0) }
            }
            guard let rule = found.first else { continue }
            for force in Force.allCases {
                guard case .plan(let plan) = rule.plan(force) else { continue }
                #expect(PlanRenderer.lines(for: plan).count <= Self.mostLines, "\(force.rawValue): \(example)")
            }
        }
    }

    @Test("No committed test has more lines than a reviewer reads")
    func committedLength() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Generated")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            var start: (name: Substring, line: Int)?
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if line.hasPrefix("    func ") { start = (line, number) }
                guard line == "    }", let begun = start else { continue }
                #expect(number - begun.line - 1 <= Self.mostLines, "\(file): \(begun.name)")
                start = nil
            }
        }
    }
}

@Suite("Documentation text in generated Swift")
struct SwiftLiteralTests {
    @Test(
        "Whatever breaks out of a string literal is escaped",
        arguments: [
            ("plain", "\"plain\""), ("\\(evil())", "\"\\\\(evil())\""), ("\"\"\"", "\"\\\"\\\"\\\"\""),
            ("\"#", "\"\\\"#\""), ("a\u{0}b", "\"a\\u{0}b\""), ("\u{1B}[31m", "\"\\u{1B}[31m\""),
            ("a\u{202E}b", "\"a\\u{202E}b\""), ("line\r\nline", "\"line\\u{D}\\nline\""),
            ("a\u{2028}b", "\"a\\u{2028}b\""),
        ])
    func escapes(text: String, literal: String) {
        #expect(SwiftLiteral.string(text) == literal)
    }
}

@Suite("Names of tests")
struct TestNamesTests {
    @Test(
        "No suite hides a type that tests use, and no test is named like a keyword",
        arguments: ["Direction", "Extent", "Errno", "Wait", "Test", "Suite", "Int", "Self", "Any", "Protocol", "Bed"])
    func types(title: String) {
        var names = TestNames()
        #expect(names.typeName(for: title) == "\(title)Clause")
    }

    @Test(
        "A keyword gets another name",
        arguments: ["repeat", "guard", "catch", "internal", "super", "inout", "rethrows"])
    func keywords(word: String) {
        var names = TestNames()
        var clause = clause("The caller must \(word) it.")
        clause.id = "windows/\(word)-1234abcd"
        clause.block.symbol = nil
        #expect(names.functionName(for: clause) == "\(word)Clause")
        // An ordinal behind the hash is no word either.
        clause.id = "windows/begin-1234abcd-2"
        #expect(names.functionName(for: clause) == "begin")
    }

    @Test(
        "Every type that a testbed's tests can name is one that no suite takes",
        arguments: ["ClauseTesting", "Promises"])
    func allTypes(module: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/\(module)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        var found = 0
        for file in files {
            let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
            let declarations = /^public (?:final )?(?:struct|class|enum|protocol|actor|typealias) (\w+)/
                .anchorsMatchLineEndings()
            for match in text.matches(of: declarations) {
                found += 1
                #expect(ReservedNames.contains(String(match.output.1)), "\(match.output.1)")
            }
        }
        #expect(found > 3)
    }
}
