import Foundation
import Promises
import Testing

@Suite("Results on disk") struct ResultStoreTests {
    /// A folder of its own for each test, gone afterwards.
    private final class Scratch: Sendable {
        let url = FileManager.default.temporaryDirectory.appending(path: "specgen-\(UUID().uuidString)")
        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private let scratch = Scratch()
    private var store: ResultStore { ResultStore(folder: scratch.url) }
    private let first = TestResult(clause: "gates/hold", name: "first()")

    private var run: RunResult { RunResult(scope: .full, started: Date(timeIntervalSince1970: 0), tests: [first]) }

    @Test("What a run has done so far can be read while it goes on, and once it has ended, as its result")
    func begun() throws {
        let journal = try store.begin(run)
        #expect(try store.unfinished(.full) == run)
        var test = first
        test.outcome = .passed
        try journal.write(test)
        var other = test
        other.clause = "gates/opens"
        try journal.write(other)
        var result = run
        result.tests = [test, other]
        #expect(try store.unfinished(.full) == result)
        result.finished = Date(timeIntervalSince1970: 1)
        try store.finish(result)
        #expect(try store.finished(.full) == result)
        #expect(try store.unfinished(.full) == nil && store.stopped(.full) == nil)
        #expect(try store.finished(.filtered) == nil)
    }

    @Test("A run has stopped when it began after the last one ended, and has not ended itself")
    func stopped() throws {
        var before = run
        before.finished = Date(timeIntervalSince1970: 10)
        _ = try store.begin(before)
        try store.finish(before)
        var late = run
        late.started = Date(timeIntervalSince1970: 20)
        _ = try store.begin(late)
        #expect(try store.stopped(.full) == late)
        _ = try store.begin(run)
        #expect(try store.stopped(.full) == nil)
    }

    @Test("A damaged result is an error that names the file, and a torn last line of a journal is none")
    func damaged() throws {
        _ = try store.begin(run)
        let journal = store.journal(of: .full)
        let header = try Data(contentsOf: journal)
        var running = first
        running.outcome = .running
        let line = try JSONEncoder().encode(running)
        let newline = Data("\n".utf8)
        try (header + line + newline + line.prefix(20)).write(to: journal)
        #expect(try store.unfinished(.full)?.interrupted.count == 1)
        try (header + line.prefix(20) + newline + line + newline).write(to: journal)
        #expect { try store.unfinished(.full) } throws: { "\($0)".hasPrefix("\(journal.path):2: ") }
        let file = store.file(of: .full)
        try Data("{}".utf8).write(to: file)
        #expect { try store.finished(.full) } throws: { "\($0)".hasPrefix("\(file.path): ") }
    }

    @Test("A folder that cannot be written is an error that names it")
    func unwritable() throws {
        try Data().write(to: scratch.url)
        #expect { try store.begin(run) } throws: { "\($0)".hasPrefix("\(scratch.url.path): cannot be written") }
    }

    @Test("A copy of the journal goes where it is asked for, line by line")
    func journalCopy() throws {
        try FileManager.default.createDirectory(at: scratch.url, withIntermediateDirectories: true)
        let copy = scratch.url.appending(path: "copy")
        #expect(FileManager.default.createFile(atPath: copy.path, contents: nil))
        var store = store
        store.journalCopy = copy.path
        try store.begin(run).write(first)
        #expect(try Data(contentsOf: copy) == Data(contentsOf: store.journal(of: .full)))
    }
}
