import Foundation
import Synchronization

/// What a run has done so far, a line for each step, so that nothing is lost when it crashes: first the run with
/// all the tests it means to do, then a test's result each time when it changes.
public final class ResultJournal: Sendable {
    private let file: Mutex<FileHandle>

    init(at url: URL, _ result: RunResult) throws {
        // A new file, not the old one emptied: a run that still writes there keeps its own.
        try Self.line(result).write(to: url, options: .atomic)
        let handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
        file = Mutex(handle)
    }

    public func write(_ test: TestResult) throws {
        let line = try Self.line(test)
        try file.withLock { try $0.write(contentsOf: line) }
    }

    private static func line(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var line = try encoder.encode(value)
        line.append(UInt8(ascii: "\n"))
        return line
    }
}
