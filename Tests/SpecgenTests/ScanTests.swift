import Clauses
import Foundation
import Testing

@testable import specgen

@Suite("specgen scan")
struct ScanTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file(
            "tree/lib/gate/gate.c",
            """
            /**
             * gate_enter - takes a pass
             * @gate: the gate, which must be open
             *
             * Callers must hold the gate's lock, and must not sleep.
             *
             * Return: 0 on success, -EBUSY or -EAGAIN when the gate is closed.
             */
            int gate_enter(struct gate *gate)
            {
            }
            """)
        try scratch.file("tree/lib/plain.c", "int plain(void);\n")
        try scratch.file(
            "tree/Documentation/gate.rst",
            """
            Gates
            =====

            A driver must open the gate before it starts. The prototype::

                int gate_open(struct gate *gate);

            It returns -EBUSY when the gate is in use.
            """)
        try scratch.file("tree/Documentation/translations/it/gate.rst", "Un driver must aprire la porta.\n")
        try scratch.file("tree/.hidden/gate.c", "/**\n * gate_hidden - must not be read\n */\nint gate_hidden(void);\n")
    }

    private struct Totals: Decodable {
        struct Clauses: Decodable {
            var total: Int
            var normative: Int
            var duties: Int
            var modality: [String: Int]
        }
        struct Folder: Decodable { var folder: String, items: Int, clauses: Clauses }
        struct File: Decodable { var file: String, items: Int, clauses: Clauses }
        var schema: String
        var filesRead: Int
        var items: Int
        var clauses: Clauses
        var bearers: [String: Int]
        var errors: [String: Int]
        var folders: [Folder]
        var files: [File]
    }

    private func totals(_ arguments: String...) throws -> Totals {
        let run = try Run(["scan", "--format", "json"] + arguments + ["tree"], in: scratch.url)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        return try JSONDecoder().decode(Totals.self, from: Data(run.output.utf8))
    }

    @Test("A scan counts what extract lists")
    func agreesWithExtract() throws {
        let scan = try totals()
        let run = try Run("extract", "--format", "json", "tree", in: scratch.url)
        let clauses = try JSONDecoder().decode(ClauseList.self, from: Data(run.output.utf8)).clauses
        #expect(clauses.count > 6)
        #expect(scan.schema == "specgen.scan/1")
        #expect(scan.clauses.total == clauses.count)
        for modality in Modality.allCases {
            #expect(scan.clauses.modality[modality.rawValue] == clauses.count { $0.modality == modality })
        }
        #expect(scan.bearers == Dictionary(grouping: clauses, by: \.bearer).mapValues(\.count))
        #expect(scan.errors == ["EBUSY": 2, "EAGAIN": 1])
        #expect(scan.items == 1)
        #expect(scan.filesRead == 3)
    }

    @Test(
        "A folder of translations is read where it is named, and left out below others", arguments: ["scan", "extract"])
    func translations(command: String) throws {
        let tree = try Run(command, "--format", "json", "tree", in: scratch.url)
        #expect(tree.status == 0)
        #expect(!tree.output.contains("it/gate.rst"))
        let named = try Run(command, "--format", "json", "tree/Documentation/translations", in: scratch.url)
        #expect(named.status == 0)
        #expect(named.output.contains("gate.rst"))
    }

    @Test("Folders and files are named within the tree, and hidden ones are left out")
    func names() throws {
        let scan = try totals()
        #expect(scan.folders.map(\.folder).sorted() == ["Documentation", "lib/gate"])
        #expect(scan.files.map(\.file) == ["Documentation/gate.rst", "lib/gate/gate.c"])
        #expect(scan.files.map(\.items) == [0, 1])
    }

    @Test("Comments and books alone are the two halves of a tree")
    func parts() throws {
        let (all, comments, books) = try (totals(), totals("--only", "comments"), totals("--only", "books"))
        #expect(comments.files.map(\.file) == ["lib/gate/gate.c"])
        #expect(books.files.map(\.file) == ["Documentation/gate.rst"])
        #expect(comments.clauses.total + books.clauses.total == all.clauses.total)
        #expect(comments.filesRead + books.filesRead == all.filesRead)
        let run = try Run("scan", "--only", "books", "tree/lib", in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("no books in this folder"))
    }

    @Test("A byte order mark before the first comment hides it neither from parse nor from scan")
    func byteOrderMark() throws {
        let gate = scratch.url.appendingPathComponent("tree/lib/gate/gate.c")
        try (Data([0xEF, 0xBB, 0xBF]) + Data(contentsOf: gate)).write(to: gate)
        #expect(try totals().items == 1)
        #expect(try Run("parse", "tree/lib/gate/gate.c", in: scratch.url).output.contains("gate_enter"))
    }

    @Test("A patch is no file of the tree")
    func patches() throws {
        try scratch.file("tree/lib/gate.patch", "--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n")
        #expect(try totals().filesRead == 3)
    }

    @Test("What is printed does not depend on how many threads read")
    func threads() throws {
        for number in 0..<300 {
            try scratch.file("tree/many/\(number % 7)/\(number).md", "The caller must wait \(number) times.\n")
        }
        let one = try Run("scan", "--threads", "1", "--format", "json", "tree", in: scratch.url)
        let four = try Run("scan", "--threads", "4", "--format", "json", "tree", in: scratch.url)
        #expect(one.output == four.output)
        #expect(one.output.contains("\"filesRead\":303"))
    }

    @Test(
        "A tree that may not be read is not said to have no documentation as well",
        .enabled(if: geteuid() != 0, "root may read everything"))
    func locked() throws {
        let scratch = try TemporaryFolder()
        try scratch.file("locked/a.md", "# a\n")
        let path = scratch.url.appending(path: "locked").path
        #expect(chmod(path, 0) == 0)
        defer { chmod(path, 0o700) }
        let run = try Run("scan", path)
        #expect(run.status == 2)
        #expect(run.errors.contains("may not be read") && !run.errors.contains("no documentation"))
    }

    @Test("The tables name folders, error codes and the files with the most duties")
    func tables() throws {
        let run = try Run("scan", "tree", in: scratch.url)
        #expect(run.status == 0)
        #expect(run.output.contains("1 items in 2 of 3 files"))
        for word in ["lib/gate", "obligation", "caller", "EBUSY", "lib/gate/gate.c"] {
            #expect(run.output.contains(word))
        }
    }

    @Test(
        "A folder without documentation, a file and a missing folder are said to be so",
        arguments: [
            ("tree/lib/plain.c", "is no folder"), ("nowhere", "no such folder"), ("empty", "no documentation"),
        ])
    func unusable(_ input: String, _ message: String) throws {
        try FileManager.default.createDirectory(
            at: scratch.url.appendingPathComponent("empty"), withIntermediateDirectories: true)
        let run = try Run("scan", input, in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("\(input): error: \(message)"))
    }

    @Test("Scanning goes on past a file that cannot be read, a loop of links and a named pipe", .timeLimit(.minutes(1)))
    func brokenTree() throws {
        let tree = scratch.url.appendingPathComponent("tree")
        #expect(mkfifo(tree.appendingPathComponent("pipe.c").path, 0o600) == 0)
        #expect(symlink("../lib", tree.appendingPathComponent("lib/loop").path) == 0)
        #expect(symlink("nowhere.c", tree.appendingPathComponent("lib/dangling.c").path) == 0)
        #expect(symlink("/dev/zero", tree.appendingPathComponent("lib/endless.c").path) == 0)
        let run = try Run("scan", "--format", "json", "tree", in: scratch.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("tree/lib/dangling.c: error: no such file"))
        #expect(run.errors.contains("tree/lib/endless.c: error: is neither a file nor a folder"))
        #expect(try JSONDecoder().decode(Totals.self, from: Data(run.output.utf8)).items == 1)
    }
}
