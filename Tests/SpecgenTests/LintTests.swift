import Foundation
import Testing

@testable import specgen

@Suite("specgen lint")
struct LintTests {
    private let scratch: TemporaryFolder
    private let bad: String
    private let good: String

    init() throws {
        let folder = try TemporaryFolder()
        func header(_ name: String, _ sentence: String) throws -> String {
            let text = "/**\n * ring_take - take a slot\n *\n * \(sentence)\n */\nint ring_take(void);\n"
            return try folder.file(name, text).path
        }
        scratch = folder
        bad = try header("bad.h", "Callers may not touch\u{1B}[31m the ring.")
        good = try header("good.h", "Callers must not touch the ring.")
    }

    @Test("A finding names file, line and column, shows the line, says why and what to do; the status is 1")
    func finding() throws {
        let run = try Run("lint", bad)
        #expect(run.status == 1)
        #expect(run.output.contains("bad.h:4:4: warning: ambiguous-modal"))
        #expect(run.output.contains("help: write “must not”"))
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test(
        "The column is where the words begin, and 0 where they are not in the line",
        arguments: [
            ("A caller must wait.", " * Another case. A caller must wait.", 18),
            ("A caller must wait.", " * In most cases A caller", 18),
            ("the ring may not be read", " * Then the rings go, and the ring may not", 27),
            ("the ring may not be read", " * For the ring  may\tnot be read twice", 8),
            ("ring may not be read", " * A &ring may not be read", 7),
            ("and must not sleep", " * Callers must wait and return,", 0),
            ("-EFOO is returned", " * then -EFOO is returned.", 9),
            ("wait", " * Callers wait", 12),
            ("wait for it", " * Callers wait", 12),
            ("wait for it", " * Callers waited, or wait in line", 0),
            ("", " * Callers", 0),
        ])
    func column(text: String, line: String, column: Int) {
        let place = LintPlaces.Place(
            number: 1, line: line, start: Passage(range: 0..<1, lines: [line]).start(of: text)?.start)
        #expect(place.column?.bytes ?? 0 == column)
    }

    @Test("Words that begin in a later line of the sentence are found there, in every format alike")
    func laterLine() throws {
        let text = """
            /**
             * ring_take - take a slot
             *
             * It can fail when no slot is there. Can also
             * return -EAGAIN or -EINTR when the call has been interrupted and
             * needs to be restarted.
             */
            int ring_take(void);
            """
        let file = try scratch.file("late.h", text).path
        #expect(try Run("lint", file).output.contains("late.h:5:29: warning: restart-unexplained"))
        let sarif = try Run("lint", "--format", "sarif", file).output
        let region = try JSONDecoder().decode(Log.self, from: Data(sarif.utf8)).runs[0].results[0]
            .locations[0].physicalLocation.region
        #expect(region == .init(startLine: 5, startColumn: 29))
        let json = try Run("lint", "--format", "json", file).output
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let finding = try #require((object?["findings"] as? [[String: Any]])?.first)
        #expect(finding["column"] as? Int == 29)
        #expect((finding["source"] as? [String: Any])?["line"] as? Int == 5)
    }

    @Test("The first words may stand there with other marks")
    func otherForm() throws {
        let found = Passage(range: 0..<2, lines: [" * The &struct", " * ring may not be read twice"])
            .start(of: "struct ring may not be read twice")
        #expect(found?.line == 0)
        let later = Passage(range: 0..<2, lines: [" * The &ring may", " * not be read"])
            .start(of: "a ring_ops may not be read")
        #expect(later?.line == 0 && later.map { " * The &ring may"[$0.start...] } == "may")
    }

    @Test("The same words in one file are one finding, with the other lines")
    func repeated() throws {
        let sentence = " * Callers may not touch the ring.\n"
        let text = (1...3).map { "/**\n * ring_\($0) - one\n *\n\(sentence) */\nint ring_\($0)(void);\n" }.joined()
        let run = try Run("lint", try scratch.file("thrice.h", text).path)
        #expect(run.output.split(separator: "\n").filter { $0.contains("ambiguous-modal") }.count == 1)
        #expect(run.output.contains("; also in lines 10, 16\n"))
    }

    @Test("A code that a file beside it defines is known, and one that none defines is not")
    func localCode() throws {
        let text = "/**\n * ring_take - take\n *\n * Return: -ERINGFULL when it is full.\n */\nint ring_take(void);\n"
        let file = try scratch.file("local/ring.c", text).path
        #expect(try Run("lint", file).output.contains("ERINGFULL"))
        try scratch.file("local/ring.h", "#define ERINGFULL EAGAIN\n")
        #expect(try Run("lint", file).status == 0)
    }

    @Test("A C file without kernel-doc has no findings, alone as well as in a folder; nor has an empty one")
    func undocumented() throws {
        let plain = try scratch.file("plain/plain.c", "int plain(void);\n").path
        let run = try Run("lint", plain)
        #expect(run.status == 0)
        #expect(run.errors.contains("no kernel-doc comment in this file"))
        #expect(try Run("lint", "--quiet", plain).errors.isEmpty)
        #expect(try Run("lint", try scratch.file("empty.h", "").path).status == 0)
        #expect(try Run("lint", plain + ".gone").status == 2)
        for command in ["extract", "parse"] { #expect(try Run(command, plain).status == 0) }
    }

    @Test("A folder in which there is nothing to read is no input")
    func emptyFolder() throws {
        let folder = try scratch.file("empty/program.bin", "x").deletingLastPathComponent().path
        let run = try Run("lint", folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("empty: error: no documentation in this folder"))
        #expect(try Run("lint", folder, good).status == 0)
    }

    @Test("Of a patch without documentation, a note says that there was nothing to look at")
    func patchOfCode() throws {
        let patch = try scratch.file("code.patch", "--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-int a;\n+int b;\n").path
        let run = try Run("lint", patch)
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(run.errors == "\(patch): note: no documentation in the input\n")
        #expect(try Run("lint", "--quiet", patch).errors.isEmpty)
    }

    @Test("A file has one name, whether it is named itself, in its folder, or by a book that pulls it in")
    func oneName() throws {
        let text = "/**\n * ring_take - take a slot\n *\n * Callers may not touch it.\n */\nint ring_take(void);\n"
        try scratch.file("tree/lib/ring.c", text)
        try scratch.file("tree/docs/api.rst", "Rings\n=====\n\n.. kernel-doc:: lib/ring.c\n")
        let tree = scratch.url.appendingPathComponent("tree")
        for input in ["lib/ring.c", "./lib/ring.c", "lib", ".", "./", "docs/api.rst"] {
            let github = try Run("lint", "--format", "github", input, in: tree).output
            #expect(github.hasPrefix("::warning file=lib/ring.c,line=4,"), "\(input): \(github)")
            #expect(try Run("lint", "--format", "sarif", input, in: tree).output.contains("\"lib/ring.c\""), "\(input)")
        }
    }

    @Test("Where there is nothing to say, nothing is said")
    func nothing() throws {
        let run = try Run("lint", good)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
    }

    @Test("Only the kinds that are asked for are told")
    func only() throws {
        #expect(try Run("lint", "--only", "contradiction", bad).status == 0)
        #expect(try Run("lint", "--only", "nonsense", bad).status == 2)
    }

    @Test("Findings are told as JSON and as annotations")
    func formats() throws {
        let json = try Run("lint", "--format", "json", bad)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "specgen.lint/1")
        #expect((object?["findings"] as? [[String: Any]])?.first?["kind"] as? String == "ambiguous-modal")
        let github = try Run("lint", "--format", "github", bad)
        #expect(github.output.hasPrefix("::warning file="))
        #expect(github.output.contains(",line=4,endLine=4,col=4,title=ambiguous-modal::"))
    }

    @Test("Findings as SARIF have rules with help, the place by line and column, and the other place")
    func sarif() throws {
        let file = try scratch.file(
            "rings.md", "# rings\n\nGrüße! The slow ring is coherent. The slow ring has to be incoherent.\n")
        let run = try Run("lint", "--format", "sarif", file.path, bad)
        #expect(run.status == 1)
        #expect(!run.output.contains("\u{1B}"))
        let log = try JSONDecoder().decode(Log.self, from: Data(run.output.utf8))
        let (rules, results) = (log.runs[0].tool.driver.rules, log.runs[0].results)
        #expect(rules.allSatisfy { !$0.shortDescription.text.isEmpty && !$0.help.text.isEmpty })
        #expect(results.map(\.ruleId).sorted() == ["ambiguous-modal", "contradiction"])
        for result in results { #expect(rules[result.ruleIndex].id == result.ruleId) }
        let clash = try #require(results.first { $0.ruleId == "contradiction" })
        #expect(clash.message.text.hasPrefix("“The slow ring has to be incoherent.”: on whether"))
        // Two sentences begin alike, and characters count, not bytes.
        #expect(clash.locations[0].physicalLocation.region == .init(startLine: 3, startColumn: 35))
        #expect(clash.relatedLocations?[0].physicalLocation.region == .init(startLine: 3, startColumn: nil))
        let modal = try #require(results.first { $0.ruleId == "ambiguous-modal" })
        #expect(modal.locations[0].physicalLocation.artifactLocation.uri.hasSuffix("/bad.h"))
        #expect(modal.locations[0].physicalLocation.region == .init(startLine: 4, startColumn: 4))
        let none = try Run("lint", "--format", "sarif", good)
        #expect(none.status == 0)
        #expect(try JSONDecoder().decode(Log.self, from: Data(none.output.utf8)).runs[0].results.isEmpty)
    }

    private struct Log: Decodable {
        var runs: [Run]
        struct Run: Decodable {
            var tool: Tool
            var results: [Result]
        }
        struct Tool: Decodable { var driver: Driver }
        struct Driver: Decodable { var rules: [Rule] }
        struct Rule: Decodable {
            var id: String
            var shortDescription, help: Message
        }
        struct Message: Decodable { var text: String }
        struct Result: Decodable {
            var ruleId: String
            var ruleIndex: Int
            var message: Message
            var locations: [Location]
            var relatedLocations: [Location]?
        }
        struct Location: Decodable { var physicalLocation: Physical }
        struct Physical: Decodable {
            var artifactLocation: Artifact
            var region: Region
        }
        struct Artifact: Decodable { var uri: String }
        struct Region: Decodable, Equatable {
            var startLine: Int
            var startColumn: Int?
        }
    }
}
