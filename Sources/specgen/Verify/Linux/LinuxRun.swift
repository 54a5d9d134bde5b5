import Compliance
import Foundation
import Promises

/// The generated tests on a machine with Linux: the same program that tests the reference, started with another
/// backend. A test that ends the machine, or hangs, costs no other its result: the machine is started again for those
/// that are left.
struct LinuxRun {
    private let machine: LinuxMachine
    private let base: Data
    private let folder: String

    /// Starts of the machine, at most: as many tests may bring it down.
    private static let starts = 8
    /// Seconds for one start, from the emulator's to the machine's end.
    private static let limit = 240

    /// - Parameters:
    ///   - program: the tests.
    ///   - package: the folder with the tests' `Package.swift` and `Generated/clauses.json`.
    init(_ machine: LinuxMachine, program: String, package: String) throws(Failure) {
        self.machine = machine
        folder = "\(package)/linux"
        base = try machine.initramfs(
            for: program,
            files: [
                "package/Package.swift": "\(package)/Package.swift",
                "package/Generated/clauses.json": "\(package)/Generated/clauses.json",
            ]
        ).finished()
    }

    /// Runs all tests.
    ///
    /// - Throws: `Failure` when the tests cannot be run at all; that some of them end badly is a result.
    func result(_ progress: Progress) throws(Failure) -> RunResult {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let store = ResultStore(folder: URL(fileURLWithPath: folder))
        var (all, release): (RunResult?, String?)
        for start in 1...Self.starts {
            progress.show(start == 1 ? "testing on Linux …" : "testing on Linux, start \(start) …")
            let session = try machine.run(
                [base, settings(done: all?.ended ?? [])], in: folder, results: store.journal(of: .full).path,
                limit: Self.limit)
            progress.clear()
            release = release ?? session.release
            let lastWords = session.lastWords
            guard var new = try journal(store) else { throw failure(session) }
            // A start that took too long says nothing about the test that was running, unless that took all of it.
            let isSlow = session.isOverdue && new.tests.contains { $0.outcome != .planned && $0.outcome != .running }
            new.tests = new.tests.map { isSlow ? $0.putOff : $0.stopped(by: lastWords) }
            let before = all?.ended.count ?? 0
            all = all.map { $0.completed(by: new) } ?? new
            guard let now = all, now.ended.count > before else { throw failure(session) }
            if now.ended.count == now.tests.count { break }
        }
        guard var result = all else { throw Failure("the tests left no result", file: displayed(folder)) }
        for index in result.tests.indices where result.tests[index].outcome == .planned {
            result.tests[index].message = "too many tests before it brought the machine down"
        }
        result.system = release
        result.finished = Date()
        return result
    }

    private func journal(_ store: ResultStore) throws(Failure) -> RunResult? {
        do throws(ResultError) {
            return try store.unfinished(.full)
        } catch {
            throw Failure(error.message, file: displayed(error.file))
        }
    }

    /// Which program the first process starts, and how.
    private func settings(done: [String]) -> Data {
        let lines = [
            "/tests", "--testing-library", "swift-testing", "--no-parallel", "",
            "SPECGEN_BACKEND=linux", "SPECGEN_RESULTS=/tmp/results", "SPECGEN_JOURNAL=/dev/ttyS1",
            "SPECGEN_DONE=/done", "HOME=/tmp", "PATH=/",
        ]
        var archive = Initramfs()
        archive.addFile("run.conf", Data((lines.joined(separator: "\n") + "\n").utf8))
        archive.addFile("done", Data((done.joined(separator: "\n") + "\n").utf8))
        return archive.finished()
    }

    private func failure(_ session: LinuxMachine.Session) -> Failure {
        let words = session.complaints.isEmpty ? session.lastWords : session.complaints
        LinuxMachine.tell(words)
        return Failure(
            "the tests did not run on Linux (\(session.end)); its console's last lines stand above",
            advice: session.complaints.isEmpty
                ? "the whole console is in \(displayed(folder))/console"
                : "a module is built for one kernel only: --headers must be those of --kernel")
    }
}

extension RunResult {
    /// The clauses whose tests have ended, in whatever way.
    fileprivate var ended: [String] { tests.filter { $0.outcome != .planned }.map(\.clause) }

    /// With the tests that a later start of the same run has done.
    fileprivate func completed(by later: RunResult) -> RunResult {
        var result = self
        let new = Dictionary(later.tests.map { ($0.clause, $0) }) { first, _ in first }
        for index in result.tests.indices where result.tests[index].outcome == .planned {
            if let test = new[result.tests[index].clause] { result.tests[index] = test }
        }
        return result
    }
}

extension TestResult {
    /// The same test, to be run in a later start when it was not done in this one.
    fileprivate var putOff: TestResult {
        guard outcome == .running else { return self }
        var test = self
        test.outcome = .planned
        return test
    }

    /// A test in the middle of which the machine ended: it failed, and these are the machine's last words.
    fileprivate func stopped(by lastWords: [String]) -> TestResult {
        guard outcome == .running else { return self }
        var test = self
        test.outcome = .failed
        test.message = (["The machine ended, or the test hung, while it ran. The console's last lines:"] + lastWords)
            .joined(separator: "\n")
        return test
    }
}
