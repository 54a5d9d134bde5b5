import Compliance
import Foundation

/// A program run as a user runs it: a process of its own, with its exit status and what it printed.
struct Run {
    /// The exit status, or the signal that ended it, made negative.
    var status: Int32
    var output: String
    var errors: String

    /// Runs the specgen that was built beside these tests, with no terminal and no standard input.
    ///
    /// - Parameters:
    ///   - folder: the working directory; nil: a folder in which there is nothing to find.
    ///   - environment: beside the inherited one.
    init(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws {
        try self.init(Self.specgen, arguments, in: folder, environment: environment)
    }

    init(_ arguments: String..., in folder: URL? = nil, environment: [String: String] = [:]) throws {
        try self.init(arguments, in: folder, environment: environment)
    }

    /// Runs a line of shell, for what only a shell can arrange: pipes, redirections. `$SPECGEN` is the program.
    init(shell line: String, in folder: URL? = nil) throws {
        let shell = URL(fileURLWithPath: "/bin/sh")
        try self.init(shell, ["-c", line], in: folder, environment: ["SPECGEN": Self.specgen.path])
    }

    private init(_ program: URL, _ arguments: [String], in folder: URL?, environment: [String: String]) throws {
        let scratch = try TemporaryFolder()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? scratch.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: nobody has to drain them while the program runs.
        let out = try scratch.file(".out")
        let err = try scratch.file(".err")
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: err), as: UTF8.self)
    }

    /// What `--format json` of `verify` or `report` printed.
    func report() throws -> ComplianceReport {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(ComplianceReport.self, from: Data(output.utf8))
    }

    /// The package that these tests are part of.
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// For `verify --scratch-path`: where what the tests verify is not taken for the package's own newest run.
    /// Always the same place, so that what was compiled is found again.
    static let scratch = package.appendingPathComponent(".build/verify-tests")

    /// Beside the test bundle, wherever the build put that.
    static let specgen = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("specgen")
}
