import Foundation

/// The folder in which runs leave their results: one finished result for full runs, one for filtered ones, and
/// beside each a journal as long as a run has not ended. A journal without its process is a crash.
public struct ResultStore: Sendable {
    /// Where the results lie.
    public var folder: URL
    /// Another file, or a terminal, that gets each line of a journal as well; nil: none.
    public var journalCopy: String?

    public init(folder: URL) { self.folder = folder }

    /// Where the runs of a package's tests leave their results.
    public init(package root: URL) {
        folder = root.appending(path: ".build/specgen/results", directoryHint: .isDirectory)
    }

    /// A finished run's result.
    public func file(of scope: RunResult.Scope) -> URL { folder.appending(path: "\(scope.rawValue).json") }
    /// What a run that has not finished has written so far.
    public func journal(of scope: RunResult.Scope) -> URL {
        folder.appending(path: "\(scope.rawValue).unfinished.jsonl")
    }

    /// Beside a finished result: what the same tests did on Linux.
    private var linuxFile: URL { folder.appending(path: "linux.json") }

    /// The run on Linux that belongs to the finished one; nil when there was none.
    public func finishedOnLinux() throws(ResultError) -> RunResult? {
        guard let data = try contents(of: linuxFile) else { return nil }
        return try decode(RunResult.self, from: data, in: linuxFile, line: 0)
    }

    /// Keeps what the tests of the finished run did on Linux.
    public func finish(onLinux result: RunResult) throws(ResultError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try encoder.encode(result).write(to: linuxFile, options: .atomic)
        } catch {
            throw ResultError(
                file: linuxFile.path(percentEncoded: false), message: "cannot be written: \(error.inWords)")
        }
    }

    /// The newest finished run of this scope; nil when there was none.
    public func finished(_ scope: RunResult.Scope) throws(ResultError) -> RunResult? {
        guard let data = try contents(of: file(of: scope)) else { return nil }
        return try decode(RunResult.self, from: data, in: file(of: scope), line: 0)
    }

    /// A run of this scope that was begun and has not ended (yet); nil when there is none.
    public func unfinished(_ scope: RunResult.Scope) throws(ResultError) -> RunResult? {
        let file = journal(of: scope)
        guard let data = try contents(of: file) else { return nil }
        let lines = data.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first else { return nil }
        var result = try decode(RunResult.self, from: first, in: file, line: 1)
        var positions: [String: Int] = [:]
        for (position, test) in result.tests.enumerated() { positions[test.clause] = position }
        for (number, line) in lines.enumerated().dropFirst() {
            let test: TestResult
            do {
                test = try decode(TestResult.self, from: line, in: file, line: number + 1)
            } catch {
                // The process may have died in the middle of its last line.
                if number == lines.count - 1 { break }
                throw error
            }
            if let position = positions[test.clause] {
                result.tests[position] = test
            } else {
                positions[test.clause] = result.tests.count
                result.tests.append(test)
            }
        }
        return result
    }

    /// A run of this scope that began after the newest finished one ended, and has not ended itself: it crashed, or
    /// still runs. Nil when there is none.
    public func stopped(_ scope: RunResult.Scope) throws(ResultError) -> RunResult? {
        guard let unfinished = try unfinished(scope) else { return nil }
        if let finished = try finished(scope)?.finished, finished > unfinished.started { return nil }
        return unfinished
    }

    /// Opens the journal of a run that starts now.
    public func begin(_ result: RunResult) throws(ResultError) -> ResultJournal {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try ResultJournal(at: journal(of: result.scope), result, copy: journalCopy)
        } catch {
            throw ResultError(file: folder.path(percentEncoded: false), message: "cannot be written: \(error.inWords)")
        }
    }

    /// Puts a finished run in the place of the one before it, and ends its journal.
    public func finish(_ result: RunResult) throws(ResultError) {
        let file = file(of: result.scope)
        do {
            // Atomic: written beside it, then renamed.
            try encoder.encode(result).write(to: file, options: .atomic)
            try FileManager.default.removeItem(at: journal(of: result.scope))
        } catch {
            throw ResultError(file: file.path(percentEncoded: false), message: "cannot be written: \(error.inWords)")
        }
    }

    private var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private func contents(of file: URL) throws(ResultError) -> Data? {
        do {
            return try Data(contentsOf: file)
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            return nil
        } catch {
            throw ResultError(file: file.path(percentEncoded: false), message: "cannot be read: \(error.inWords)")
        }
    }

    private func decode<T: Decodable>(
        _ type: T.Type, from data: Data, in file: URL, line: Int
    ) throws(ResultError) -> T {
        do {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            return try decoder.decode(type, from: data)
        } catch {
            throw ResultError(
                file: file.path(percentEncoded: false), line: line,
                message: "is not a result of this version of specgen; run the tests again (\(error.inWords))")
        }
    }
}

extension Error {
    /// What went wrong, in words where Foundation has some.
    var inWords: String { (self as? LocalizedError)?.errorDescription ?? "\(self)" }
}
