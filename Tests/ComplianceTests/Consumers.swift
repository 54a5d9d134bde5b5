import Foundation
import Testing

/// Programs that read our formats, where they are installed: what they refuse is wrong, whatever our own tests say.
enum Consumers {
    /// Runs a program in a shell; nil when it is not installed.
    ///
    /// - Parameter arguments: `$FILE` stands for a file with `text`, `$FOLDER` for the folder it is in.
    static func run(
        _ program: String, _ arguments: String, on text: String, named name: String
    ) throws -> (status: Int32, output: String)? {
        guard let path = path(of: program) else { return nil }
        let folder = FileManager.default.temporaryDirectory.appending(path: "consumer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        let log = folder.appending(path: "log")
        try Data().write(to: log)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "cd \"$FOLDER\" && \"$PROGRAM\" \(arguments)"]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "FILE": file.path, "FOLDER": folder.path, "PROGRAM": path,
        ]) { $1 }
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = try FileHandle(forWritingTo: log)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self))
    }

    /// Where `scripts/consumers` puts them.
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../.build/consumers").standardizedFileURL.path

    /// The official schema of SARIF 2.1.0, where there is one.
    static var sarifSchema: String? {
        let file = "\(folder)/sarif-2.1.0.schema.json"
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    /// In `.build/consumers`, or on the `PATH`.
    static func path(of program: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let folders = ["\(folder)/bin"] + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func isPresent(_ program: String) -> Bool { path(of: program) != nil }

    /// A Python in which a module can be imported.
    static func hasModule(_ module: String) -> Bool {
        (try? run("python3", "-c 'import \(module)'", on: "", named: "empty"))??.status == 0
    }
}
