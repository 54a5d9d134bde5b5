import Clauses
import Compliance
import Foundation
import PlainText
import Promises

/// A package of its own under `.build`, with the tests generated from some documentation, which depends by path on
/// the package that holds the testbed. It is laid out like that one, and stays, so that the next run compiles only
/// what has changed.
struct ScratchPackage {
    /// The package with the testbed.
    var host: SpecgenPackage
    /// Of letters, digits, `-` and `_`.
    var name: String
    /// The products of the host that the tests need.
    var testbeds: [String]
    /// Absolute: the folder that it lies in. `specgen report` looks for runs in the host's `verifyFolder` alone.
    var folder: String

    var root: String { "\(folder)/\(name)" }

    /// Shared by all scratch packages of a host, wherever they lie: what they depend on is compiled once.
    private var buildPath: String { "\(host.verifyFolder)/build" }
    /// What the compiler has made of the toolchain's own modules for the host, where the host was built: to make it again
    /// costs a third of a package's first build. By its real path, which the compiler writes into it.
    private var modules: String? {
        let folder = URL(fileURLWithPath: "\(host.root)/.build/debug/ModuleCache").resolvingSymlinksInPath().path
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }
    private var buildLog: String { "\(root)/build.log" }
    private var testLog: String { "\(root)/test.log" }

    /// Keeps every other verification of the same documentation waiting until this program ends.
    func lock(_ progress: Progress) throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        } catch {
            throw unwritable(error.reason)
        }
        let descriptor = open("\(root)/.lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(systemMessage(errno)) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        progress.show("waiting for another specgen verify of the same documentation …")
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        progress.clear()
    }

    private func unwritable(_ reason: String) -> Failure {
        Failure(
            "cannot be written: \(reason)", file: displayed(root),
            advice: "name a folder of your own with --scratch-path")
    }

    /// Writes the manifest and the tests. What stays the same keeps its date.
    func write(_ specification: Specification) throws(Failure) {
        let folder = Specification.folder(in: root)
        try folder.apply(try folder.changes(to: specification.files))
        let manifest = URL(fileURLWithPath: "\(root)/Package.swift")
        let text = Data(self.manifest.utf8)
        guard (try? Data(contentsOf: manifest)) != text else { return }
        do {
            try text.write(to: manifest, options: .atomic)
        } catch {
            throw Failure("cannot be written: \(error.reason)", file: displayed(manifest.path))
        }
    }

    /// Compiles the tests against the testbed.
    ///
    /// - Throws: `Failure` with what the compiler said.
    func build(_ progress: Progress) throws(Failure) {
        var said: [String] = []
        progress.show("building …")
        let end = try swift(["build", "--build-tests"]) { line in
            if line.hasPrefix("[") { progress.show(line) } else { said.append(line) }
        }
        progress.clear()
        guard end == .exited(0) else {
            try? Data(said.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: buildLog))
            StandardError.write(said.map { InertText.line($0) + "\n" }.joined())
            throw Failure(
                "the generated tests cannot be compiled; the compiler's words stand above", file: displayed(root),
                advice: "they are kept in \(displayed(buildLog))")
        }
    }

    /// Runs the tests. That a clause fails is a result, and so is a crash: what was running then did not pass.
    func test(_ progress: Progress, contract: String) throws(Failure) -> RunResult {
        let store = ResultStore(package: URL(fileURLWithPath: root))
        // Whatever is there afterwards comes from this run.
        try? FileManager.default.removeItem(at: store.folder)
        progress.show("testing …")
        var said: [String] = []
        let end = try swift(
            ["test", "--skip-build", "--disable-xctest"], environment: ["SPECGEN_CONTRACT": contract]
        ) { said.append($0) }
        progress.clear()
        try? Data(said.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: testLog))
        do throws(ResultError) {
            if let result = try store.finished(.full) { return result }
            for scope in [RunResult.Scope.full, .filtered] {
                guard let result = try store.unfinished(scope) else { continue }
                let last = said.filter { $0.contains("Fatal error:") }.map { "  " + InertText.line($0) + "\n" }
                StandardError.write(
                    "specgen: the tests ended before all were done (\(end)):\n" + last.joined()
                        + "  all that they said is in \(displayed(testLog))\n")
                return result
            }
        } catch {
            throw Failure(error.message, file: displayed(error.file))
        }
        throw Failure("the tests left no result", file: displayed(root), advice: "see \(displayed(testLog))")
    }

    /// Runs the tests that `build` has made on a machine with Linux.
    func test(on machine: LinuxMachine, _ progress: Progress) throws(Failure) -> RunResult {
        let program = "\(buildPath)/debug/verify-\(name)PackageTests.xctest"
        guard FileManager.default.fileExists(atPath: program) else {
            throw Failure("the tests' program is not where it should be", file: displayed(program))
        }
        let result = try LinuxRun(machine, program: program, package: root).result(progress)
        do throws(ResultError) {
            // Beside the reference's, so that a later report has both.
            try ResultStore(package: URL(fileURLWithPath: root)).finish(onLinux: result)
        } catch {
            throw Failure(error.message, file: displayed(error.file))
        }
        return result
    }

    private func swift(
        _ arguments: [String], environment: [String: String] = [:], line: (String) -> Void
    ) throws(Failure) -> ChildProcess.End {
        var environment = environment
        if let modules { environment["SWIFTPM_TESTS_MODULECACHE"] = modules }
        return try ChildProcess.run(
            "swift", arguments + ["--scratch-path", buildPath], in: root, environment: environment, line: line)
    }

    /// The same for the same call, so that what was built for it is found again.
    static func name(for inputs: [String], side: String) -> String {
        guard let first = inputs.first else { return "Spec" }
        let stem = URL(fileURLWithPath: first).lastPathComponent.prefix { $0 != "." }
        let plain = stem.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(40)
        let words = inputs.map { URL(fileURLWithPath: $0).standardizedFileURL.path } + [side]
        var hash = FNV1a()
        hash.add(words.joined(separator: "\u{0}").utf8)
        return "\(String(plain))-\(String(hash.value, radix: 16))"
    }

    private var manifest: String {
        """
        // swift-tools-version: 6.3
        // Written by specgen verify.
        import PackageDescription

        let package = Package(
            name: "verify-\(name)",
            // Without the summary at the end of a run: specgen reads the result and reports.
            dependencies: [.package(name: "host", path: \(literal(host.root)), traits: [])],
            targets: [
                .testTarget(
                    name: "\(module)",
                    dependencies: [\(products)],
                    path: "Generated", exclude: ["clauses.json"])
            ],
            swiftLanguageModes: [.v6]
        )

        """
    }

    /// Of its own for each package: what was compiled for one is not in the way of what was compiled for another.
    private var module: String { "Generated_" + name.replacing("-", with: "_") }

    private var products: String {
        (["ClauseTesting"] + testbeds).map { ".product(name: \(literal($0)), package: \"host\")" }.joined(
            separator: ", ")
    }

    /// A string literal of Swift that nothing can break out of.
    private func literal(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() + "\""
    }
}
