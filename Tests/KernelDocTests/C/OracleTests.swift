import Foundation
import Testing

@testable import KernelDoc

/// Compares with what the kernel's own kernel-doc reads, in a tree that `KERNEL` names.
///
/// `KERNEL_ORACLE` names the folder with that reading and with the script that compares; without it the folder
/// beside the package is taken.
private struct Oracle {
    let tree: URL
    let reading: URL
    let script: URL

    static let given: Oracle? = {
        let environment = ProcessInfo.processInfo.environment
        guard let kernel = environment["KERNEL"] else { return nil }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let folder =
            environment["KERNEL_ORACLE"].map { URL(fileURLWithPath: $0) }
            ?? package.appendingPathComponent("../shared/parity").standardized
        let oracle = Oracle(
            tree: URL(fileURLWithPath: kernel), reading: folder.appendingPathComponent("linux-6.1.json.gz"),
            script: folder.appendingPathComponent("parity.py"))
        let isThere = FileManager.default.fileExists(atPath: oracle.reading.path)
        return isThere ? oracle : nil
    }()

    func run(_ program: String, _ arguments: [String]) throws -> (output: Data, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (output, process.terminationStatus)
    }
}

struct OracleTests {
    @Test(
        "Items agree with kernel-doc's own reading of the whole tree",
        .enabled(if: Oracle.given != nil, "skipped: KERNEL names no tree, or no reading by kernel-doc is beside it"))
    func parity() throws {
        let oracle = try #require(Oracle.given)
        let read = try oracle.run("gzip", ["-dc", oracle.reading.path])
        let files = try #require(JSONSerialization.jsonObject(with: read.output) as? [String: Any]).keys.sorted()
        var json = KernelDocJSON()
        for file in files {
            let bytes = try Data(contentsOf: oracle.tree.appendingPathComponent(file))
            let reading = bytes.withUnsafeBytes { CReader().read($0, file: file) }
            json.append(file: file, items: reading.items, diagnostics: reading.diagnostics)
        }
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("parity-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: output) }
        try Data(json.finished()).write(to: output)
        let comparison = try oracle.run("python3", [oracle.script.path, oracle.reading.path, output.path])
        print(String(decoding: comparison.output, as: UTF8.self))
        #expect(comparison.status == 0, "\(String(decoding: comparison.output, as: UTF8.self))")
    }
}
