import Foundation
import Testing

@testable import specgen

/// What the system can do to a program that reads: each fault ends in a message, and what can be read is read.
@Suite("Faults of the system", .timeLimit(.minutes(2)))
struct FaultTests {
    private let scratch: TemporaryFolder
    private var folder: URL { scratch.url.appendingPathComponent("folder") }

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file("folder/good.md", "# title\n\nThe caller must hold the lock.\n")
    }

    /// The good file was read, the fault was said, and the program ended of its own accord with 1.
    private func expectSurvived(_ run: Run, _ message: String) {
        #expect(run.status == 1)
        #expect(run.output.contains("must hold the lock"))
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test(
        "A file that is gone between listing and reading is named, and the rest is read",
        arguments: ["parse", "extract"])
    func vanished(_ command: String) throws {
        // To the reader a link without a target is a name in a folder, and then nothing behind it.
        #expect(symlink("nowhere", folder.appendingPathComponent("gone.md").path) == 0)
        expectSurvived(try Run(command, "folder", in: scratch.url), "folder/gone.md: error: no such file")
    }

    @Test("Files that come and go while a folder is read do no harm")
    func comingAndGoing() throws {
        let line = """
            (while [ -e folder/good.md ]; do
                echo 'It must wait.' > folder/one.md; mkdir -p folder/sub; echo x > folder/sub/two.md
                rm -rf folder/one.md folder/sub
            done) &
            for round in 1 2 3 4 5 6 7 8; do
                $SPECGEN parse folder > out 2> err; status=$?
                [ $status -le 1 ] && grep -q 'must hold the lock' out || { echo "exit $status"; cat err; }
                $SPECGEN scan folder > out 2> err; status=$?
                [ $status -le 1 ] || { echo "exit $status"; cat err; }
            done
            rm folder/good.md
            wait
            """
        let run = try Run(shell: line, in: scratch.url)
        #expect(run.status == 0)
        #expect(run.output.isEmpty, "\(run.output)")
    }

    @Test("A loop of links is not followed", arguments: ["parse", "extract"])
    func loop(_ command: String) throws {
        #expect(symlink("..", folder.appendingPathComponent("loop").path) == 0)
        #expect(symlink("self.md", folder.appendingPathComponent("self.md").path) == 0)
        let run = try Run(command, "folder", in: scratch.url)
        expectSurvived(run, "folder/self.md: error: cannot be read")
        #expect(run.output.components(separatedBy: "must hold the lock").count == 2)
    }

    @Test("A named pipe in a folder is passed over, and one behind a link is refused")
    func pipes() throws {
        #expect(mkfifo(folder.appendingPathComponent("pipe.md").path, 0o600) == 0)
        #expect(symlink("pipe.md", folder.appendingPathComponent("link.md").path) == 0)
        expectSurvived(
            try Run("parse", "folder", in: scratch.url), "folder/link.md: error: is neither a file nor a folder")
    }

    /// What runs the program as somebody whom permissions bind, as they do not bind root; nil where nobody of that kind
    /// can run it where it was built.
    private static let unprivileged: String? = {
        guard geteuid() == 0 else { return "" }
        let prefix = "/usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups --"
        return (try? Run(shell: "\(prefix) \"$SPECGEN\" --version"))?.status == 0 ? prefix : nil
    }()

    @Test(
        "A file and a folder that may not be read are named, and the rest is read",
        .enabled(
            if: unprivileged != nil,
            "skipped: permissions do not bind this user, and nobody else can run the program here"))
    func noPermission() throws {
        let prefix = try #require(Self.unprivileged)
        try scratch.file("folder/secret.md", "The caller must not see this.\n")
        try scratch.file("folder/closed/secret.md", "The caller must not see this.\n")
        for path in ["folder/secret.md", "folder/closed"] {
            #expect(chmod(scratch.url.appendingPathComponent(path).path, 0) == 0)
        }
        defer { _ = chmod(scratch.url.appendingPathComponent("folder/closed").path, 0o700) }
        for command in ["parse", "extract"] {
            let run = try Run(shell: "\(prefix) \"$SPECGEN\" \(command) folder", in: scratch.url)
            expectSurvived(run, "folder/secret.md: error: may not be read")
            #expect(run.errors.contains("folder/closed: error: may not be read"))
            #expect(!run.output.contains("see this"))
        }
        let scan = try Run(shell: "\(prefix) \"$SPECGEN\" scan folder", in: scratch.url)
        #expect(scan.status == 1)
        #expect(scan.errors.contains("folder/secret.md: error: may not be read"))
        #expect(scan.errors.contains("folder/closed: error: may not be read"))
    }

    @Test(
        "A full disk is said, with exit status 2",
        arguments: ["parse", "parse --format json", "extract", "extract --format json", "scan", "scan --format json"])
    func fullDisk(_ command: String) throws {
        let run = try Run(shell: "$SPECGEN \(command) folder > /dev/full", in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot write to standard output: No space left on device"))
    }

    @Test("A reader that goes away ends every command without a word", arguments: ["parse", "extract", "scan"])
    func closedPipe(_ command: String) throws {
        for number in 0..<400 {
            try scratch.file("folder/\(number).md", String(repeating: "The caller must wait.\n\n", count: 20))
        }
        let run = try Run(shell: "$SPECGEN \(command) --format json folder | head -c 10", in: scratch.url)
        #expect(run.status == 0)
        #expect(run.output.count == 10)
        #expect(run.errors.isEmpty)
    }

    @Test("Standard output that is closed is said, or nothing is, and nothing traps")
    func closedOutput() throws {
        let run = try Run(shell: "$SPECGEN parse folder >&-", in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot write to standard output"))
    }
}
