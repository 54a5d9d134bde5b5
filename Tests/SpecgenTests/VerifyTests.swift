import Clauses
import Compliance
import Foundation
import Promises
import Testing

/// With a stand-in for the compiler, as only what happens around it is tested here.
@Suite("specgen verify")
struct VerifyTests {
    private let package: DoorPackage

    init() throws { package = try DoorPackage() }

    /// Runs specgen with a program called `swift` that is this shell script.
    private func verify(_ arguments: String..., swift script: String) throws -> Run {
        let tool = try package.scratch.file("bin/swift", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
        let path = "\(tool.deletingLastPathComponent().path):/usr/bin:/bin"
        return try Run(["verify"] + arguments, in: package.scratch.url, environment: ["PATH": path])
    }

    /// What a run of the tests leaves behind, as a line of shell that does so.
    private func leaving(_ outcome: TestResult.Outcome, finished: Bool = true) throws -> String {
        _ = try Run("generate", in: package.scratch.url)
        let list = try Data(contentsOf: package.scratch.url.appendingPathComponent("Generated/clauses.json"))
        let clauses = try JSONDecoder().decode(ClauseList.self, from: list).clauses
        let store = ResultStore(package: package.scratch.url.appendingPathComponent("prepared"))
        var result = RunResult(
            scope: .full, started: Date(),
            tests: clauses.compactMap { clause in
                clause.testName.map { TestResult(clause: clause.id, name: $0, outcome: outcome) }
            })
        _ = try store.begin(result)
        if finished {
            result.finished = Date()
            try store.finish(result)
        }
        return "[ $1 = build ] || { mkdir -p .build/specgen; cp -r '\(store.folder.path)' .build/specgen/; }"
    }

    @Test("The report tells what the tests left, and where they are")
    func report() throws {
        let run = try verify(swift: try leaving(.passed))
        #expect(run.status == 0)
        #expect(run.output.contains("unproven"))
        #expect(run.output.contains(".build/verify/Spec/Generated"))
        #expect(run.errors.isEmpty)
    }

    @Test("A failing clause is exit status 1")
    func failing() throws {
        #expect(try verify(swift: try leaving(.failed)).status == 1)
    }

    @Test("A run that crashed is told, and what was running then fails")
    func crash() throws {
        let run = try verify(
            swift: try leaving(.running, finished: false)
                + "; [ $1 = build ] || { echo 'x: Fatal error: boom'; exit 1; }")
        #expect(run.status == 1)
        #expect(run.errors.contains("the tests ended before all were done"))
        #expect(run.errors.contains("Fatal error: boom"))
        #expect(run.output.contains("failing"))
    }

    @Test("What the compiler says of tests that do not compile is shown, and kept; progress is not")
    func buildFails() throws {
        let run = try verify(
            swift: "echo '[1/2] Compiling Doors.swift'; echo 'Doors.swift:1:1: error: boom' >&2; exit 1")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Doors.swift:1:1: error: boom"))
        #expect(run.errors.contains("cannot be compiled"))
        #expect(!run.errors.contains("Compiling"))
    }

    @Test("Of a testbed that Package.swift does not build, more is said than the package manager's words")
    func noProduct() throws {
        try package.scratch.file("Package.swift", "let package = Package(name: \"doors\")\n")
        let run = try verify(swift: "echo 'product required by package not found' >&2; exit 1")
        #expect(run.status == 2)
        #expect(run.errors.contains("Spec/doors/vocabulary.yaml:2:10: warning: Package.swift does not build"))
        #expect(run.errors.contains(".library(name: \"DoorTestbed\", targets: [\"DoorTestbed\"]) under products; and "))
    }

    @Test("Tests that leave no result are an error")
    func noResult() throws {
        let run = try verify(swift: "exit 0")
        #expect(run.status == 2)
        #expect(run.errors.contains("left no result"))
    }

    @Test("An old result is not taken for that of a run that left none")
    func oldResult() throws {
        _ = try verify(swift: try leaving(.passed))
        #expect(try verify(swift: "exit 0").status == 2)
    }

    @Test("Without a compiler it says so")
    func noCompiler() throws {
        let run = try Run(["verify"], in: package.scratch.url, environment: ["PATH": "/usr/bin:/bin"])
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot run swift"))
    }

    @Test(
        "The package depends on its host by path, whatever the path looks like, and what stays the same keeps its date")
    func manifest() throws {
        let script = try leaving(.passed)
        _ = try verify(swift: script)
        let file = package.scratch.url.appendingPathComponent(".build/verify/Spec/Package.swift")
        let first = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(package.scratch.url.standardizedFileURL.path))
        #expect(text.contains(#".product(name: "DoorTestbed", package: "host")"#))
        _ = try verify(swift: script)
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date == first)
    }

    @Test("Named inputs use the only vocabulary, and are told apart from Spec/ and from each other")
    func inputs() throws {
        try package.scratch.file("one.md", DoorPackage.documentation)
        try package.scratch.file("two.md", "Nothing to hold here.\n")
        _ = try verify("one.md", swift: "exit 0")
        let run = try verify("two.md", swift: "exit 0")
        #expect(run.status == 0)
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: package.scratch.url.appendingPathComponent(".build/verify").path)
        #expect(folders.contains { $0.hasPrefix("one-") })
        #expect(folders.contains { $0.hasPrefix("two-") })
    }

    @Test("A package that was put elsewhere leaves the package's own report as it was")
    func scratchPath() throws {
        let elsewhere = try TemporaryFolder()
        let run = try verify("--scratch-path", elsewhere.url.path, swift: try leaving(.failed))
        #expect(run.status == 1)
        #expect(
            FileManager.default.fileExists(atPath: elsewhere.url.appendingPathComponent("Spec/Package.swift").path))
        #expect(try Run("report", in: package.scratch.url).errors.contains("no finished run"))
        _ = try verify(swift: try leaving(.passed))
        #expect(try Run("report", in: package.scratch.url).status == 0)
    }

    @Test(
        "With several vocabularies in Spec/, it asks for one where the inputs name the interfaces of none, or of each")
    func severalVocabularies() throws {
        try package.scratch.file("Spec/windows/vocabulary.yaml", DoorPackage.vocabulary)
        try package.scratch.file("none.md", "Nothing to hold here.\n")
        try package.scratch.file("each.md", "door_enter() must be called first.\n")
        for (input, how) in [("none.md", "not at all"), ("each.md", "equally well")] {
            let run = try verify(input, swift: "exit 0")
            #expect(run.status == 2)
            #expect(run.errors.contains(how) && run.errors.contains("--vocabulary"))
            #expect(run.errors.contains("Spec/doors/vocabulary.yaml, Spec/windows/vocabulary.yaml"))
        }
    }

    @Test("Of several vocabularies the one beside the inputs is taken, or the one whose interfaces they name")
    func rightVocabulary() throws {
        // Of the other one, no testbed is there: it is told which was taken.
        try package.scratch.file(
            "Spec/windows/vocabulary.yaml",
            "subsystem: windows\ntestbed: WindowTestbed\napis:\n  open: {symbols: [window_open]}\n")
        try package.scratch.file("Spec/windows/windows.md", "It is a window.\n")
        try package.scratch.file("doors.md", "It is what door_enter() is for.\n")
        try package.scratch.file("windows.md", "It is what window_open() is for.\n")
        for input in ["Spec/doors/doors.md", "Spec/doors", "doors.md"] {
            #expect(!(try verify(input, swift: "exit 0").errors.contains("vocabular")))
        }
        for input in ["Spec/windows/windows.md", "Spec/windows", "windows.md"] {
            #expect(try verify(input, swift: "exit 0").errors.contains("there is no testbed 'WindowTestbed'"))
        }
    }

    @Test("A text that names nothing of the only vocabulary is judged by it, and that is said")
    func foreignText() throws {
        try package.scratch.file(
            "lakes.h", "/**\n * lake_fill - fill\n *\n * The caller holds lake->lock.\n */\nint lake_fill(void);\n")
        let foreign = try verify("lakes.h", swift: "exit 0")
        #expect(foreign.errors.contains("lakes.h: warning: names no interface, callback or lock of Spec/doors/voc"))
        #expect(
            !(try verify("lakes.h", "--vocabulary", "Spec/doors/vocabulary.yaml", swift: "exit 0")
                .errors.contains("names no interface")))
        try package.scratch.file("doors.md", "Visitors who hold door->lock may sleep.\n")
        try package.scratch.file(
            "Spec/doors/vocabulary.yaml",
            DoorPackage.vocabulary.replacing("[open], nouns", with: "[door_ops.open], nouns")
                + "\nlocks:\n  door: [door->lock, lake lock]\n")
        try package.scratch.file(
            "Sources/DoorTestbed/Lock.swift", "public enum Lock: String, TestbedName { case door }\n")
        #expect(!(try verify("doors.md", swift: "exit 0").errors.contains("names no interface")))
        try package.scratch.file("lake.md", "To open the lake lock is everybody's right.\n")
        #expect(try verify("lake.md", swift: "exit 0").errors.contains("names no interface"))
    }
}
