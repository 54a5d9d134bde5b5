import Foundation
import Synchronization

/// What a run has done so far, a line for each step, so that nothing is lost when it crashes: first the run with
/// all the tests it means to do, then a test's result each time when it changes.
public final class ResultJournal: Sendable {
    /// The journal's file, and where a copy of it goes.
    private let files: Mutex<[FileHandle]>

    /// - Parameter copy: a file, or a terminal of another machine, that gets every line at once; nil: none.
    init(at url: URL, _ result: RunResult, copy: String? = nil) throws {
        // A new file, not the old one emptied: a run that still writes there keeps its own.
        try Self.line(result).write(to: url, options: .atomic)
        let handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
        var files = [handle]
        if let copy {
            let other = try FileHandle(forWritingTo: URL(fileURLWithPath: copy))
            try Self.write(Self.line(result), to: other)
            files.append(other)
        }
        self.files = Mutex(files)
    }

    /// Writes how a test went, so that it is there whatever becomes of the run.
    public func write(_ test: TestResult) throws {
        let line = try Self.line(test)
        try files.withLock { files in for file in files { try Self.write(line, to: file) } }
    }

    /// A line to a terminal is on its way before this returns: what comes next may end the machine.
    private static func write(_ line: Data, to file: FileHandle) throws {
        try file.write(contentsOf: line)
        if isatty(file.fileDescriptor) == 1 { tcdrain(file.fileDescriptor) }
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
