import Foundation
import Promises

extension Recorder {
    /// The recorder of this process, of the package in which the tests run. At the end of the process it prints
    /// the compliance summary, when a clause's test has run.
    static let shared: Recorder = {
        // Test processes end by exit(), on which Swift has no hook of its own.
        atexit { Recorder.shared.finish().map { print($0) } }
        return Recorder(
            environment: ProcessInfo.processInfo.environment, folder: FileManager.default.currentDirectoryPath)
    }()

    /// - Parameters:
    ///   - environment: `SPECGEN_RESULTS` names another folder for the results, `SPECGEN_CONTRACT` the contract
    ///     that the reference keeps, `SPECGEN_JOURNAL` a file or terminal that gets a copy of the journal, and
    ///     `SPECGEN_DONE` a file with the ids of clauses, one a line, whose tests are not run again.
    ///   - folder: in the package, or below; where the search for `Generated/clauses.json` begins.
    convenience init(environment: [String: String], folder: String) {
        let root = Recorder.package(around: URL(filePath: folder, directoryHint: .isDirectory))
        var clauses: [ListedClause] = []
        var trouble: String?
        if let file = root.map(Recorder.clauseFile) {
            do {
                clauses = try JSONDecoder().decode(ListedClauses.self, from: Data(contentsOf: file)).clauses
            } catch {
                trouble = "\(file.path) cannot be read; run `specgen generate` (\(error))"
            }
        }
        var store =
            environment["SPECGEN_RESULTS"].map { ResultStore(folder: URL(filePath: $0, directoryHint: .isDirectory)) }
            ?? root.map(ResultStore.init(package:))
        store?.journalCopy = environment["SPECGEN_JOURNAL"]
        var done = ""
        if let path = environment["SPECGEN_DONE"] {
            do {
                done = try String(contentsOfFile: path, encoding: .utf8)
            } catch {
                trouble = trouble ?? "SPECGEN_DONE: \(path) cannot be read, so every test was run (\(error))"
            }
        }
        self.init(
            clauses: clauses, store: store, contract: environment["SPECGEN_CONTRACT"] ?? "current",
            done: Set(done.split(separator: "\n").map(String.init)), trouble: trouble)
    }

    private static func package(around folder: URL) -> URL? {
        var folder = folder.standardizedFileURL
        while true {
            if [folder.appending(path: "Package.swift"), clauseFile(in: folder)].allSatisfy({
                FileManager.default.fileExists(atPath: $0.path)
            }) {
                return folder
            }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            guard parent.path != folder.path, parent.path.count < folder.path.count else { return nil }
            folder = parent
        }
    }

    private static func clauseFile(in package: URL) -> URL { package.appending(path: "Generated/clauses.json") }
}
