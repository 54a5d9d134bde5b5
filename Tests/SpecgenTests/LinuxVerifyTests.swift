import Clauses
import Compliance
import Foundation
import Promises
import Testing
@testable import specgen

/// With stand-ins for the compiler, for what makes a machine ready, and for the emulator: what happens around them.
@Suite("specgen verify --on linux")
struct LinuxVerifyTests {
    private let package: DoorPackage

    init() throws { package = try DoorPackage() }

    private func tool(_ path: String, _ script: String) throws -> URL {
        let tool = try package.scratch.file(path, "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
        return tool
    }

    /// Runs specgen on Linux.
    ///
    /// - Parameter emulator: a script; `$results` is where the second serial line goes, `$console` the first, `$start`
    ///   how often it was started before.
    private func verify(_ arguments: [String] = ["--on", "linux"], emulator script: String) throws -> Run {
        let compiler = try tool(
            "bin/swift",
            """
            [ "$1" = build ] || exit 1
            while [ "$1" != --scratch-path ]; do shift; done
            mkdir -p "$2/debug" && cp /bin/true "$2/debug/verify-SpecPackageTests.xctest"
            """)
        _ = try tool(
            "emulator",
            """
            count=$(dirname "$0")/count
            start=$(cat "$count" 2>/dev/null || echo 0)
            echo $((start + 1)) > "$count"
            for argument; do case $argument in
                file:*console) console=${argument#file:} ;;
                file:*) results=${argument#file:} ;;
            esac; done
            \(script)
            """)
        _ = try tool(
            "Linux/prepare",
            """
            mkdir -p "$1/machine/modules"
            echo probe > "$1/machine/modules/probe.ko"
            echo init > "$1/machine/init"
            echo kernel > "$1/machine/kernel"
            cp "$(dirname "$0")/../emulator" "$1/machine"
            """)
        let path = "\(compiler.deletingLastPathComponent().path):/usr/bin:/bin"
        return try Run(["verify"] + arguments, in: package.scratch.url, environment: ["PATH": path])
    }

    /// The clauses with a test, in the order of their ids.
    private func tested() throws -> [Clause] {
        _ = try Run("generate", in: package.scratch.url)
        let list = try Data(contentsOf: package.scratch.url.appendingPathComponent("Generated/clauses.json"))
        return try JSONDecoder().decode(ClauseList.self, from: list).clauses.filter { $0.testName != nil }
    }

    /// A line of shell that leaves a journal: of each test how it went.
    private func leaving(_ outcomes: [TestResult.Outcome], message: String? = nil) throws -> String {
        let tests = zip(try tested(), outcomes).map { clause, outcome in
            TestResult(clause: clause.id, name: clause.testName ?? "", outcome: outcome, message: message)
        }
        let store = ResultStore(folder: package.scratch.url.appendingPathComponent("prepared-\(outcomes.hashValue)"))
        _ = try store.begin(RunResult(scope: .full, started: Date(), tests: tests))
        return "cp '\(store.journal(of: .full).path)' \"$results\""
    }

    @Test("Linux is a second column, which says what was kept and why something was not")
    func column() throws {
        let run = try verify(
            emulator: "echo 'init: Linux 6.1.0' > \"$console\"; "
                + (try leaving([.passed, .notObservable], message: "nobody looks")))
        #expect(run.status == 0)
        #expect(run.output.contains("on Linux 6.1.0: 1 kept, 1 not observable"))
        #expect(run.output.contains("Linux: nobody looks"))
    }

    @Test("A test that brings the machine down is broken, with the console's words, and costs no other its result")
    func panic() throws {
        let first = try leaving([.running, .planned])
        let second = try leaving([.planned, .passed])
        let run = try verify(
            ["--on", "linux", "--format", "json"],
            emulator: """
                if [ "$start" = 0 ]; then
                    printf 'fine\\nKernel panic - not syncing: boom\\n' > "$console"; \(first)
                else
                    echo fine > "$console"; \(second)
                fi
                """)
        #expect(run.status == 0)
        let report = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8))
        #expect(report.linux == ["broken", "kept"])
        #expect(run.output.contains("Kernel panic - not syncing: boom"))
    }

    @Test("A start that takes too long is taken up where it ended, and no test is blamed for it")
    func slow() throws {
        let first = try leaving([.passed, .running])
        let second = try leaving([.planned, .passed])
        let run = try verify(
            emulator: "echo fine > \"$console\"; if [ \"$start\" = 0 ]; then \(first); exit 124; fi; \(second)")
        #expect(run.status == 0)
        #expect(run.output.contains("on Linux: 2 kept"))
    }

    @Test("A machine that does not start is an error that says what its kernel must be")
    func noStart() throws {
        let run = try verify(emulator: "echo 'could not load kernel' >&2; exit 1")
        #expect(run.status == 2)
        #expect(run.errors.contains("could not load kernel"))
        #expect(run.errors.contains("bzImage"))
    }

    @Test("A probe that was built for another kernel is told from a test that fails")
    func otherKernel() throws {
        let run = try verify(
            emulator: "echo 'init: cannot load the module probe.ko: Exec format error' > \"$console\"")
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot load the module probe.ko"))
        #expect(run.errors.contains("--headers must be those of --kernel"))
    }

    @Test("What is missing is told in the words of whatever looked for it")
    func missing() throws {
        _ = try verify(emulator: "exit 1")
        _ = try tool("Linux/prepare", "echo 'Linux/prepare: type this: apt-get install qemu-system-x86' >&2; exit 2")
        let path = "\(package.scratch.url.path)/bin:/usr/bin:/bin"
        let run = try Run(["verify", "--on", "both"], in: package.scratch.url, environment: ["PATH": path])
        #expect(run.status == 2)
        #expect(run.errors.contains("type this: apt-get install qemu-system-x86"))
        #expect(run.errors.contains("--on reference"))
    }

    @Test("A package without a probe says so")
    func noProbe() throws {
        let run = try Run(["verify", "--on", "linux"], in: package.scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("Linux/prepare"))
    }

    @Test("A kernel of one's own needs its headers, and the reference needs no kernel")
    func ownKernel() throws {
        #expect(try Run("verify", "--on", "linux", "--kernel", "bzImage", in: package.scratch.url).status == 2)
        let run = try Run("verify", "--kernel", "bzImage", "--headers", ".", in: package.scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("--on"))
    }

    /// As much of a report as is looked at here.
    private struct JSONValue: Decodable {
        struct Reported: Decodable {
            var id: String
            var linux: Verdict?
        }
        var clauses: [Reported]
        var linux: [String] { clauses.compactMap(\.linux?.outcome.rawValue).filter { $0 != "untested" } }
    }

    @Test("An archive of files is one that cpio reads")
    func archive() throws {
        var archive = Initramfs()
        archive.addFile("one/two/three", Data("contents".utf8), isExecutable: true)
        archive.addFolder("one/four")
        try archive.addFile("five", copyOf: package.scratch.url.appendingPathComponent("Package.swift").path)
        let text = String(decoding: archive.finished(), as: UTF8.self)
        // Magic, number, mode, …, size, …, name with its zero, and everything in steps of four bytes.
        #expect(text.hasPrefix("070701000000010000" + "41ED"))
        #expect(text.contains("one/two/three\0"))
        #expect(text.contains("000081ED"))
        #expect(text.contains("TRAILER!!!\0"))
        #expect(archive.finished().count % 4 == 0)
        #expect(text.components(separatedBy: "070701").count - 1 == 6)
        #expect(throws: Failure.self) { try archive.addFile("six", copyOf: "/nowhere/at/all") }
    }
}
