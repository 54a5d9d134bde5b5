import Compliance
import Foundation

/// A package of its own under `.build`, with the tests generated from some documentation, which depends by path on
/// the package that holds the testbed. It is laid out like that one, and stays, so that the next run compiles only
/// what has changed.
struct ScratchPackage {
    /// The package with the testbed.
    var host: SpecgenPackage
    /// Of letters, digits, `-` and `_`.
    var name: String
    /// The product of the host that holds the testbed.
    var testbed: String

    var root: String { "\(host.verifyFolder)/\(name)" }

    /// Shared by all scratch packages of a host: what they depend on is compiled once.
    private var buildPath: String { "\(host.verifyFolder)/build" }
    private var log: String { "\(root)/build.log" }

    /// Writes the manifest and the tests. What stays the same keeps its date.
    ///
    /// - Parameter tests: contents by path relative to `Generated/`.
    func write(_ tests: [String: [UInt8]], isGenerated: @escaping ([UInt8]) -> Bool) throws(Failure) {
        let sources = GeneratedFolder(path: "\(root)/Generated", isGenerated: isGenerated)
        try sources.apply(try sources.changes(to: tests))
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
            try? Data(said.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: log))
            StandardError.write(said.map { InertText.line($0) + "\n" }.joined())
            throw Failure(
                "the generated tests cannot be compiled; the compiler's words stand above", file: displayed(root),
                advice: "they are kept in \(displayed(log))")
        }
    }

    /// Runs the tests, which leave their result in the package. That a clause fails is a result.
    func test(_ progress: Progress, environment: [String: String]) throws(Failure) {
        progress.show("testing …")
        var said: [String] = []
        _ = try swift(["test", "--skip-build", "--disable-xctest"], environment: environment) { said.append($0) }
        progress.clear()
        try? Data(said.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: "\(root)/test.log"))
    }

    private func swift(
        _ arguments: [String], environment: [String: String] = [:], line: (String) -> Void
    ) throws(Failure) -> ChildProcess.End {
        try ChildProcess.run(
            "swift", arguments + ["--scratch-path", buildPath], in: root, environment: environment, line: line)
    }

    private var manifest: String {
        """
        // swift-tools-version: 6.1
        // Written by specgen verify.
        import PackageDescription

        let package = Package(
            name: "verify-\(name)",
            platforms: [.macOS(.v15)],
            dependencies: [.package(name: "host", path: \(literal(host.root)))],
            targets: [
                .testTarget(
                    name: "Generated",
                    dependencies: [
                        .product(name: "ClauseTesting", package: "host"), .product(name: \(literal(testbed)), package: "host"),
                    ],
                    path: "Generated")
            ],
            swiftLanguageModes: [.v6]
        )

        """
    }

    /// A string literal of Swift that nothing can break out of.
    private func literal(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() + "\""
    }
}
