import Foundation
import Testing

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

    @Test("Where there is nothing to say, nothing is said")
    func nothing() throws {
        let run = try Run("lint", good)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
    }

    @Test("Only the kinds that are asked for")
    func only() throws {
        #expect(try Run("lint", "--only", "contradiction", bad).status == 0)
        #expect(try Run("lint", "--only", "nonsense", bad).status == 2)
    }

    @Test("As JSON and as annotations")
    func formats() throws {
        let json = try Run("lint", "--format", "json", bad)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "specgen.lint/1")
        #expect((object?["findings"] as? [[String: Any]])?.first?["kind"] as? String == "ambiguous-modal")
        let github = try Run("lint", "--format", "github", bad)
        #expect(github.output.hasPrefix("::warning file="))
        #expect(github.output.contains(",line=4,endLine=4,title=ambiguous-modal::"))
    }
}
