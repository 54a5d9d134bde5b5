import Foundation
import Testing

@Suite("specgen generate and specgen check")
struct GenerateTests {
    private let package: DoorPackage
    private var scratch: TemporaryFolder { package.scratch }
    private let documentation = DoorPackage.documentation
    private let vocabulary = DoorPackage.vocabulary

    init() throws { package = try DoorPackage() }

    private func specgen(_ arguments: String..., in folder: String = "") throws -> Run {
        try Run(arguments, in: scratch.url.appendingPathComponent(folder))
    }

    private func generated() throws -> [String: Data] { try package.files(in: "Generated") }

    @Test("Tests and the list of clauses are written")
    func writes() throws {
        let run = try specgen("generate")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let files = try generated()
        #expect(files.keys.contains("clauses.json"))
        let tests = files.filter { $0.key.hasSuffix(".swift") }.map { String(decoding: $0.value, as: UTF8.self) }
            .joined()
        #expect(tests.contains("A visitor can hold at most 3 passes at once"))
        #expect(tests.contains("Spec/doors/doors.md:3"))
    }

    @Test("Two subsystems with a heading and a sentence in common have suites, files and ids of their own")
    func twoSubsystems() throws {
        try scratch.file("Spec/gates/doors.md", documentation)
        try scratch.file(
            "Spec/gates/vocabulary.yaml",
            vocabulary.replacingOccurrences(of: "subsystem: doors", with: "subsystem: gates"))
        let run = try specgen("generate")
        #expect(run.status == 0, "\(run.errors)")
        let files = try generated()
        let names = files.keys.filter { $0.hasSuffix(".swift") }.map { URL(fileURLWithPath: $0).lastPathComponent }
        #expect(names.count == 2 && Set(names).count == 2, "\(names)")
        let listed = String(decoding: try #require(files["clauses.json"]), as: UTF8.self)
        let ids = listed.matches(of: /"id": "([^"]+)"/).map { String($0.output.1) }
        #expect(ids.count > 4 && Set(ids).count == ids.count, "\(ids)")
        let second = try #require(ids.first { $0.hasSuffix("-2") })
        #expect(try specgen("explain", second).output.contains("Spec/gates/"))
    }

    @Test("A bare specgen generates")
    func bare() throws {
        #expect(try specgen().status == 0)
        #expect(try generated().count > 1)
    }

    @Test("Wherever it is started, the same bytes are written, and a second run writes none")
    func same() throws {
        _ = try specgen("generate")
        let first = try generated()
        for folder in ["", "Spec", "Spec/doors"] {
            let run = try specgen("generate", in: folder)
            #expect(run.output.contains("was up to date"))
            #expect(try generated() == first)
        }
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("Generated"))
        _ = try Run("generate", "--package-path", scratch.url.path)
        #expect(try generated() == first)
    }

    @Test("check is 0 when all is up to date, 1 with a diff after a word was changed, and 0 again after generate")
    func check() throws {
        _ = try specgen("generate")
        #expect(try specgen("check").status == 0)
        try scratch.file("Spec/doors/doors.md", documentation.replacingOccurrences(of: "at most 3", with: "at most 4"))
        let before = try generated()
        let stale = try specgen("check")
        #expect(stale.status == 1)
        #expect(stale.output.contains("-        \"A visitor can hold at most 3 passes at once"))
        #expect(stale.output.contains("+        \"A visitor can hold at most 4 passes at once"))
        #expect(stale.errors.contains("run specgen generate"))
        #expect(try generated() == before)
        #expect(try specgen("generate").status == 0)
        #expect(try specgen("check").status == 0)
    }

    @Test("check finds an edited, a missing and a left-over file")
    func checkFiles() throws {
        _ = try specgen("generate")
        let name = try #require(try generated().keys.sorted().first { $0.hasSuffix(".swift") })
        let path = "Generated/\(name)"
        let text = try String(contentsOf: scratch.url.appendingPathComponent(path), encoding: .utf8)
        try scratch.file(path, text + "// by hand\n")
        #expect(try specgen("check").output.contains("-// by hand"))
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent(path))
        #expect(try specgen("check").output.contains("--- /dev/null"))
        _ = try specgen("generate")
        try scratch.file("Generated/Old.swift", text)
        #expect(try specgen("check").output.contains("+++ /dev/null"))
    }

    @Test("What is no longer documented is removed, what was written by hand is kept")
    func removal() throws {
        try scratch.file("Generated/ByHand.swift", "let mine = 1\n")
        try scratch.file("Spec/doors/more.md", "# windows\n\nA visitor can hold at most 2 passes at once.\n")
        _ = try specgen("generate")
        let before = try generated()
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("Spec/doors/more.md"))
        let run = try specgen("generate")
        #expect(run.output.contains("removed"))
        let after = try generated()
        #expect(after.count == before.count - 1)
        #expect(after["ByHand.swift"] == Data("let mine = 1\n".utf8))
    }

    @Test(
        "With a wrong vocabulary nothing is written, and the message shows where it is wrong",
        arguments: [
            ("testbed: DoorTestbed", "testbde: DoorTestbed", ":2:1: error:"),
            ("testbed: DoorTestbed", "testbed: NoTestbed", ":2:10: error:"),
            ("  pass: {", "  pas: {", ":11:3: error:"),
            ("subsystem: doors", "subsystem: [", ":3:8: error:"),
        ])
    func wrongVocabulary(_ right: String, _ wrong: String, _ message: String) throws {
        _ = try specgen("generate")
        let before = try generated()
        try scratch.file("Spec/doors/doors.md", "Visitors hold at most 9 passes at once.\n")
        try scratch.file("Spec/doors/vocabulary.yaml", vocabulary.replacingOccurrences(of: right, with: wrong))
        for command in ["generate", "check", "verify"] {
            let run = try specgen(command)
            #expect(run.status == 2)
            #expect(run.errors.contains("Spec/doors/vocabulary.yaml" + message))
            #expect(run.errors.contains("help:"))
        }
        #expect(try generated() == before)
    }

    @Test(
        "A testbed that Package.swift does not build is told at its place in the vocabulary, with the lines to add",
        arguments: [
            ("products: [.library(name: \"DoorTestbed\", targets: [\"DoorTestbed\"])],", "under products"),
            (".target(name: \"DoorTestbed\", dependencies: [\"ClauseTesting\"]),", "under targets"),
            ("\"DoorTestbed\", \"ClauseTesting\"], path", "the test target Generated"),
        ])
    func manifest(_ part: String, _ place: String) throws {
        for replacement in ["", "\n// \(part)\n"] {
            try scratch.file("Package.swift", DoorPackage.manifest.replacingOccurrences(of: part, with: replacement))
            for command in ["generate", "check"] {
                let run = try specgen(command)
                #expect(run.status == 0)
                #expect(run.errors.contains("vocabulary.yaml:2:10: warning: Package.swift does not build the testbed"))
                #expect(run.errors.contains("help: add ") && run.errors.contains(place))
                #expect(!run.errors.contains("; and "))
            }
        }
        try scratch.file("Package.swift", DoorPackage.manifest)
        #expect(try specgen("check").errors.isEmpty)
    }

    @Test(
        "What is likely to be a mistake in a vocabulary is a warning of check, where it stands",
        arguments: [
            ("visitors]}", "visitors]}\n  owner: {role: implementer, nouns: [owner, Visitors]}", "5:45", "'visitor'"),
            ("[open],", "[opne],", "9:20", "did you mean 'open'?"), ("[open],", "[shut],", "9:20", "or leave it out"),
            ("[open],", "[gate_ops.open],", "9:20", "'gate_ops'"),
            ("[door_leave]", "[dor_leave]", "7:21", "did you mean 'door_leave'?"),
            ("by: visitor}\ncall", "by: visitor}\n  ring: {symbols: [door_bell]}\ncall", "8:20", "'door_bell'"),
        ])
    func slips(_ right: String, _ slip: String, _ place: String, _ words: String) throws {
        try scratch.file("Spec/doors/doors.md", documentation + " It is left by door_leave().\n")
        try scratch.file("Spec/doors/vocabulary.yaml", vocabulary.replacingOccurrences(of: right, with: slip))
        try scratch.file(
            "Sources/DoorTestbed/Ring.swift", "public enum API: String, TestbedName { case ring }\n")
        #expect(try specgen("generate").errors.isEmpty)
        let run = try specgen("check")
        #expect(run.status == 0)
        #expect(run.errors.contains("Spec/doors/vocabulary.yaml:\(place): warning: "))
        #expect(run.errors.contains(words))
        #expect(run.errors.components(separatedBy: "warning").count == 2)
    }

    @Test(
        "A name that the documentation has no use for is no mistake where a resource needs it, or beside one that it has"
    )
    func noSlips() throws {
        try scratch.file(
            "Spec/doors/vocabulary.yaml",
            vocabulary.replacingOccurrences(of: "[open],", with: "[open, open_wide],"))
        _ = try specgen("generate")
        #expect(try specgen("check").errors.isEmpty)
        #expect(try Run("check", "--package-path", Run.package.path).errors.isEmpty)
    }

    @Test("Where the words cannot be kept as they stand, it is said, with what is kept")
    func remarks() throws {
        try package.scratch.file(
            "Spec/doors/vocabulary.yaml", DoorPackage.vocabulary + "\nremarks:\n  3 passes: \"there are two\"\n")
        let run = try specgen("generate")
        #expect(run.status == 0)
        #expect(run.errors.contains("Spec/doors/doors.md:3: note: there are two"))
        #expect(run.errors.contains("at most 3 passes"))
    }

    @Test("With documentation that cannot be read nothing is written")
    func unreadable() throws {
        try scratch.file("Spec/doors/broken.h", "/**\n * door_enter - takes a pass\n")
        let run = try specgen("generate")
        #expect(run.status == 1)
        #expect(run.errors.contains("Spec/doors/broken.h:"))
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("Generated").path))
    }

    @Test(
        "A document in Spec/ for which there is no vocabulary is named, and check finds it",
        arguments: [
            ("Spec/new/x.md", "write Spec/new/vocabulary.yaml"),
            ("Spec/new/deep/y.h", "write Spec/new/vocabulary.yaml"),
            ("Spec/z.md", "beside the vocabulary.yaml"),
        ])
    func stray(_ file: String, _ advice: String) throws {
        try scratch.file(file, "A visitor must knock.\n")
        let written = try specgen("generate")
        #expect(written.status == 0)
        let checked = try specgen("check")
        #expect(checked.status == 1)
        for run in [written, checked] {
            #expect(run.errors.contains("\(file): warning: is not read, and none of its clauses counts"))
            #expect(run.errors.contains(advice))
        }
    }

    @Test("What is no document needs no vocabulary")
    func noDocuments() throws {
        for file in ["Spec/compliance.snapshot", "Spec/.hidden/x.md", "Spec/new/waivers.txt", "Spec/doors/deep/x.md"] {
            try scratch.file(file, "It is a door.\n")
        }
        #expect(try specgen("generate").errors.isEmpty)
        #expect(try specgen("check").status == 0)
    }

    @Test("Without a subsystem in Spec/ it says what belongs there")
    func noSubsystem() throws {
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("Spec/doors"))
        let run = try specgen("generate")
        #expect(run.status == 2)
        #expect(run.errors.contains("vocabulary.yaml"))
    }
}
