import Clauses
import Compliance
import Foundation
import GateTestbed
import KernelDoc
import Promises
import Testing
@testable import ClauseTesting

@Suite("What a run leaves behind") struct RecorderTests {
    /// A folder of its own for each test, gone afterwards.
    private final class Scratch: Sendable {
        let url = FileManager.default.temporaryDirectory.appending(path: "specgen-\(UUID().uuidString)")
        var store: ResultStore { ResultStore(folder: url) }
        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private let scratch = Scratch()
    static let holds = clause("gates/hold", .maxHeld, "pass")
    static let opens = clause("gates/opens", .calledFrom, "open")

    private static func clause(_ id: String, _ kind: RuleKind, _ subject: String) -> Clause {
        Clause(
            id: id, block: .init(kind: .markdown, title: "gates"),
            source: SourceLocation(file: "Spec/gate.md", line: 12, endLine: 12), sentence: "A sentence.",
            text: "A sentence.", modality: .obligation, bearer: "visitor",
            rule: .init(kind: kind, force: .required, parameters: ["subject": .word(subject)]), testName: "test")
    }

    private func run(_ clauses: [Clause], of all: [Clause] = [holds, opens]) async throws -> EndedRun? {
        let rehearsal = Rehearsal(clauses: all, store: scratch.store)
        let traits = clauses.map { rehearsal.trait($0.id, $0.promise ?? .init(.maxHeld, named: "")) }
        let test = try #require(Test.current)
        for trait in traits { try await trait.prepare(for: test) }
        for trait in traits { _ = try await trait.prove(test, nil, ClauseTraitTests.holdAtMostThree) }
        return rehearsal.recorder.finish()
    }

    @Test("A full run leaves a finished result.")
    func full() async throws {
        _ = try await run([Self.holds, Self.opens])
        let result = try #require(try scratch.store.finished(.full))
        #expect(result.tests.map(\.clause) == ["gates/hold", "gates/opens"])
        #expect(result.tests.map(\.killed) == [["allowsFourPasses"], ["allowsFourPasses"]])
        #expect(result.mutants == GateTestbed.mutants.sorted { $0.name < $1.name })
        #expect(result.contract == "current")
        #expect(try scratch.store.unfinished(.full) == nil)
        #expect(try scratch.store.finished(.filtered) == nil)
    }

    @Test("A filtered run never takes the place of a full one.")
    func filtered() async throws {
        _ = try await run([Self.holds, Self.opens])
        let before = try Data(contentsOf: scratch.store.file(of: .full))
        let summary = try #require(try await run([Self.holds]))
        #expect(try Data(contentsOf: scratch.store.file(of: .full)) == before)
        #expect(try scratch.store.finished(.filtered)?.tests.map(\.clause) == ["gates/hold"])
        #expect(
            summary.description.hasPrefix("Compliance, of the clauses tested in this filtered run: 1 of 1 normative"))
    }

    @Test("The summary names the unproven and says where the rest is.")
    func summary() async throws {
        let summary = try #require(try await run([Self.holds, Self.opens]))
        #expect(
            summary.description == """
                Compliance: 1 of 2 normative clauses verified (50.0 %): 1 unproven
                  unproven:
                    Spec/gate.md:12: A sentence.
                        gates/opens: its test passes on every mutant that breaks calledFrom(open): neverOpens
                  `specgen report` tells the rest, from \(scratch.store.file(of: .full).path)
                """)
    }

    @Test("A run in which no clause's test ran leaves nothing and says nothing.")
    func empty() async throws {
        #expect(try await run([]) == nil)
        #expect(!FileManager.default.fileExists(atPath: scratch.url.path))
    }

    @Test("A crash shows as one, with the test in which it happened and all that was done before.")
    func crash() async throws {
        _ = try await run([Self.holds, Self.opens])
        let finished = try scratch.store.finished(.full)
        let folder = scratch.url.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
            let store = ResultStore(folder: URL(filePath: folder))
            let recorder = Recorder(clauses: [RecorderTests.holds, RecorderTests.opens], store: store)
            var first = TestResult(clause: "gates/hold", name: "first()")
            let second = TestResult(clause: "gates/opens", name: "second()")
            for test in [first, second] { recorder.plan(test, mutants: []) }
            recorder.begin(first, mutants: [])
            first.outcome = .passed
            recorder.end(first)
            recorder.begin(second, mutants: [])
            kill(getpid(), SIGKILL)
        }
        let result = try #require(try scratch.store.unfinished(.full))
        #expect(result.finished == nil)
        #expect(result.tests.map(\.outcome) == [.passed, .running])
        #expect(result.interruption == "the run did not end: 1 of 2 tests had ended, running were second()")
        #expect(try scratch.store.stopped(.full) == result)
        #expect(try scratch.store.finished(.full) == finished)

        // The next run that ends takes its place.
        _ = try await run([Self.holds, Self.opens])
        #expect(try scratch.store.unfinished(.full) == nil)
        #expect(try scratch.store.stopped(.full) == nil)
        #expect(try scratch.store.finished(.full)?.interruption == nil)
    }

    @Test("A test that ends the process leaves the run unfinished, and the summary says so.")
    func exits() async throws {
        let folder = scratch.url.path
        let result = await #expect(processExitsWith: .exitCode(7), observing: [\.standardOutputContent]) {
            [folder = folder as String] in
            setenv("SPECGEN_RESULTS", folder, 1)
            Recorder.shared.begin(TestResult(clause: "gates/hold", name: "first()"), mutants: [])
            exit(7)
        }
        let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
        #expect(output.ranges(of: "Compliance").count == 1)
        #expect(output.contains("The run did not end."))
        #expect(try scratch.store.finished(.filtered) == nil && scratch.store.finished(.full) == nil)
    }

    @Test("At the end of the process, the summary is printed once.")
    func printsOnce() async throws {
        let folder = scratch.url.path
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [folder = folder as String] in
            setenv("SPECGEN_RESULTS", folder, 1)
            var test = TestResult(clause: "gates/hold", name: "first()")
            Recorder.shared.begin(test, mutants: [])
            test.outcome = .passed
            Recorder.shared.end(test)
            exit(0)
        }
        let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
        #expect(output.ranges(of: "Compliance").count == 1)
        #expect(output.contains(folder))
    }

    @Test("A result that cannot be kept is told, and fails nothing.")
    func unwritable() async throws {
        try Data().write(to: scratch.url)
        let summary = try #require(try await run([Self.holds, Self.opens]))
        #expect(summary.description.contains("The result is incomplete: \(scratch.url.path)"))
        #expect(summary.result.tests.count == 2)
    }

    @Test("The package is found from any folder in it, by its manifest and its clauses.")
    func findsPackage() throws {
        let root = scratch.url.appending(path: "package")
        let inner = root.appending(path: "Sources/Inner")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: root.appending(path: "Generated"), withIntermediateDirectories: true)
        try Data().write(to: root.appending(path: "Package.swift"))
        try JSONEncoder().encode(ClauseList([Self.holds])).write(to: root.appending(path: "Generated/clauses.json"))
        let recorder = Recorder(environment: ["SPECGEN_CONTRACT": "before"], folder: inner.path)
        recorder.begin(TestResult(clause: "gates/hold", name: "test()"), mutants: [])
        recorder.end(TestResult(clause: "gates/hold", name: "test()", outcome: .passed))
        #expect(recorder.finish() != nil)
        let result = try #require(try ResultStore(package: root).finished(.full))
        #expect(result.contract == "before")
        #expect(result.tests.map(\.outcome) == [.passed])
    }

    @Test("Clauses that cannot be read are told, and fail nothing.")
    func damagedClauses() throws {
        let root = scratch.url
        try FileManager.default.createDirectory(
            at: root.appending(path: "Generated"), withIntermediateDirectories: true)
        try Data().write(to: root.appending(path: "Package.swift"))
        try Data("[".utf8).write(to: root.appending(path: "Generated/clauses.json"))
        let recorder = Recorder(environment: [:], folder: root.path)
        recorder.begin(TestResult(clause: "gates/hold", name: "test()"), mutants: [])
        recorder.end(TestResult(clause: "gates/hold", name: "test()", outcome: .passed))
        let summary = try #require(recorder.finish())
        #expect(summary.description.contains("clauses.json cannot be read; run `specgen generate`"))
    }

    @Test("Tests that were run in an earlier process are not run again.")
    func done() async throws {
        try FileManager.default.createDirectory(at: scratch.url, withIntermediateDirectories: true)
        let list = scratch.url.appending(path: "done")
        try Data("gates/hold\n".utf8).write(to: list)
        let recorder = Recorder(
            environment: ["SPECGEN_DONE": list.path, "SPECGEN_RESULTS": scratch.url.path], folder: scratch.url.path)
        let trait = ClauseTrait(
            clause: "gates/hold", promise: .init(.maxHeld, named: "pass"), mutants: [], place: "Spec/gate.md:12",
            recorder: recorder)
        let test = try #require(Test.current)
        try await trait.provideScope(for: test, testCase: nil) { Issue.record("It was run again.") }
        #expect(recorder.finish() == nil)
    }

    @Test("A list of earlier tests that cannot be read is told, and every test is run.")
    func unreadableDone() throws {
        let missing = scratch.url.appending(path: "no such list").path
        let recorder = Recorder(
            environment: ["SPECGEN_DONE": missing, "SPECGEN_RESULTS": scratch.url.path], folder: scratch.url.path)
        recorder.begin(TestResult(clause: "gates/hold", name: "test()"), mutants: [])
        recorder.end(TestResult(clause: "gates/hold", name: "test()", outcome: .passed))
        let summary = try #require(recorder.finish())
        #expect(summary.description.contains("no such list cannot be read, so every test was run"))
    }
}
