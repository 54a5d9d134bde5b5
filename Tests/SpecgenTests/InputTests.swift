import Foundation
import Testing

@testable import specgen

@Suite("Inputs that cannot be used")
struct InputTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file("good.md", "# title\n\nThe callback must be called with the lock held.\n")
    }

    private func parse(_ inputs: String...) throws -> Run { try Run(["parse"] + inputs, in: scratch.url) }

    @Test("A missing file is named, and the program exits with 2")
    func missing() throws {
        let run = try parse("nowhere.c")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("nowhere.c: error: no such file"))
    }

    @Test("Reading goes on past an input that cannot be used, and the program exits with 1")
    func oneOfTwo() throws {
        let run = try parse("nowhere.c", "good.md")
        #expect(run.status == 1)
        #expect(run.output.contains("The callback must be called"))
        #expect(run.errors.contains("nowhere.c: error:"))
    }

    @Test("A binary file is called one")
    func binary() throws {
        try scratch.file("program.c", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 3, 0xFF])
        let run = try parse("program.c")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("program.c: error: is a binary file"))
    }

    @Test(
        "Text in the encoding of another system is called that", arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
    func wide(_ mark: [UInt8]) throws {
        try scratch.file("wide.h", bytes: mark + Array("a\0b\0".utf8))
        let run = try parse("wide.h")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("wide.h: error: is in UTF-16 or UTF-32\n  help: save it as UTF-8"))
    }

    @Test("A file without a subcommand is told from a subcommand that does not exist")
    func fileAlone() throws {
        let run = try Run(["good.md"], in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("is no subcommand, but a file or folder"))
        #expect(run.errors.contains("specgen extract good.md"))
    }

    @Test("Of a patch that only takes documentation away, it is said how to read that", arguments: ["gone.patch", "-"])
    func onlyOld(_ input: String) throws {
        let patch = "--- a/doc.md\n+++ b/doc.md\n@@ -1,2 +0,0 @@\n-# Doors\n-Doors must be green.\n"
        try scratch.file("gone.patch", patch)
        let run = try Run(shell: "\"$SPECGEN\" extract \(input) < gone.patch", in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("\(input == "-" ? "<stdin>" : input): error: no documentation in any input"))
        #expect(run.errors.contains("help: the patch only takes some away: --side old reads it"))
        #expect(try Run(["extract", "--side", "old", "gone.patch"], in: scratch.url).output.contains("must be green"))
    }

    @Test("A negation with the apostrophe of a word processor forbids as one with a plain one does")
    func apostrophe() throws {
        try scratch.file("typed.md", "# title\n\nThe caller can\u{2019}t sleep. Don\u{2019}t free it.\n")
        try scratch.file("plain.md", "# title\n\nThe caller can't sleep. Don't free it.\n")
        func clauses(_ file: String) throws -> String {
            try Run("extract", file, in: scratch.url).output.replacing(file, with: "")
        }
        #expect(try clauses("typed.md") == clauses("plain.md"))
        #expect(try clauses("typed.md").contains("prohibition (caller)"))
    }

    @Test(
        "A tree that is not there is a wrong call, whether an input asks for it or not",
        arguments: ["nowhere", "good.md"])
    func noTree(_ tree: String) throws {
        for command in ["extract", "parse", "lint"] {
            let run = try Run(command, "--tree", tree, "good.md", in: scratch.url)
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.contains("--tree is the root of a tree of sources, and '\(tree)' is no folder"))
        }
    }

    @Test("A vocabulary that cannot be read is named as any other file is")
    func vocabulary() throws {
        let missing = try Run(["extract", "--vocabulary", "nowhere.yaml", "good.md"], in: scratch.url)
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("nowhere.yaml: error: no such file"))
        let folder = try Run(["extract", "--vocabulary", ".", "good.md"], in: scratch.url)
        #expect(folder.errors.hasPrefix(".: error: is a folder"))
    }

    @Test("Invalid UTF-8 is a warning with line and column, and the rest is read")
    func invalidUTF8() throws {
        try scratch.file("latin.md", bytes: Array("# title\n\nThe caf".utf8) + [0xE9] + Array(" must be open.\n".utf8))
        let run = try parse("latin.md")
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("latin.md:3:8: warning: invalid UTF-8"))
        #expect(run.output.contains("must be open"))
    }

    @Test("A vocabulary that is not UTF-8 is refused at the line and column where it is not")
    func invalidVocabulary() throws {
        try scratch.file("words.yaml", bytes: Array("subsystem: rings\ntestbed: caf".utf8) + [0xE9, 0x0A])
        let run = try Run(["extract", "--vocabulary", "words.yaml", "good.md"], in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("words.yaml:2:13: error: not UTF-8\n  2 | testbed: caf"))
        #expect(run.errors.contains("help: save the file as UTF-8"))
    }

    @Test("An empty file is said to be empty")
    func empty() throws {
        try scratch.file("empty.md")
        let run = try parse("empty.md")
        #expect(run.status == 2)
        #expect(run.errors.contains("empty.md: error: is empty"))
    }

    @Test("A folder without documentation is said to have none")
    func emptyFolder() throws {
        try scratch.file("folder/program.bin", "x")
        let run = try parse("folder")
        #expect(run.status == 2)
        #expect(run.errors.contains("folder: error: no documentation"))
    }

    @Test("What makes a call fail is an error, so that --quiet does not keep it back")
    func quietFailure() throws {
        try scratch.file("empty.h")
        let quiet = try Run("parse", "--quiet", scratch.url.appendingPathComponent("empty.h").path)
        #expect(quiet.status == 2 && quiet.errors.contains("empty.h: error: is empty"))
        try scratch.file("code.h", "int gate;\n")
        let both = try Run(shell: "$SPECGEN lint --quiet empty.h code.h", in: scratch.url)
        #expect(both.status == 0 && both.errors.isEmpty)
    }

    @Test(
        "A named file of a kind that holds no documentation is refused, with the kinds that are read",
        arguments: ["lib.rs", "Makefile", "Makefile.lib", "Kconfig", "binding.yaml", "entry.S"])
    func foreign(_ name: String) throws {
        try scratch.file(name, "The caller must wait.\n")
        for command in ["extract", "parse", "lint"] {
            let run = try Run(command, name, in: scratch.url)
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.hasPrefix("\(name): error: is of a kind in which no documentation is read\n  help: "))
            #expect(run.errors.contains(".rst") && run.errors.contains("patches and mails"))
        }
        #expect(try parse(name, "good.md").status == 1)
        #expect(try parse("no-\(name)").errors.contains("no such file"))
    }

    @Test(
        "A text by a name that says nothing is read as ever",
        arguments: ["README", "notes.final", "Makefiles", "rs", "v1.2"])
    func unknownKind(_ name: String) throws {
        try scratch.file(name, "The caller must wait.\n")
        #expect(try parse(name).output.contains("The caller must wait."))
    }

    @Test("A named pipe is refused at once", .timeLimit(.minutes(1)))
    func pipe() throws {
        #expect(mkfifo(scratch.url.appendingPathComponent("pipe.md").path, 0o600) == 0)
        let run = try parse("pipe.md")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("pipe.md: error:"))
    }

    @Test("Standard input is read, and its kind found by what it holds")
    func standardInput() throws {
        try scratch.file("gate.h", "/**\n * gate_enter - takes a pass\n */\nint gate_enter(void);\n")
        let c = try Run(shell: "cat gate.h | $SPECGEN parse -", in: scratch.url)
        #expect(c.status == 0 && c.output.hasPrefix("<stdin>\n") && c.output.contains("function gate_enter"))
        let markdown = try Run(shell: "$SPECGEN extract /dev/stdin < good.md", in: scratch.url)
        #expect(markdown.output.hasPrefix("<stdin>:3: obligation"))
        let both = try Run(shell: "cat gate.h | $SPECGEN parse good.md -", in: scratch.url)
        #expect(both.output.contains("good.md\n") && both.output.contains("<stdin>\n"))
        let plain = try Run(shell: "echo '#include <gate.h>' | $SPECGEN lint -", in: scratch.url)
        #expect(plain.status == 0 && plain.errors.hasPrefix("<stdin>: warning: no kernel-doc comment"))
        let none = try Run(shell: "$SPECGEN parse - < /dev/null", in: scratch.url)
        #expect(none.status == 2 && none.errors.hasPrefix("<stdin>: error: is empty"))
    }

    @Test("A patch that comes by a pipe is compared, and one without documentation is none to fail on")
    func patchFromPipe() throws {
        try scratch.file(
            "change.patch", "--- a/doc.md\n+++ b/doc.md\n@@ -1 +1 @@\n-The caller must wait.\n+The caller may wait.\n")
        let run = try Run(shell: "cat change.patch | $SPECGEN diff --fail-on weakened -", in: scratch.url)
        #expect(run.status == 1 && run.output.hasPrefix("<stdin>: 1 sentence before"))
        try scratch.file("code.patch", "--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-int a;\n+int b;\n")
        let code = try Run(shell: "cat code.patch | $SPECGEN diff --fail-on changed -", in: scratch.url)
        #expect(code.status == 0 && code.errors.contains("<stdin>: note: no documentation in this patch"))
        let two = try Run(shell: "cat good.md | $SPECGEN diff good.md -", in: scratch.url)
        #expect(two.status == 0 && two.output.contains("1 unchanged"))
    }

    @Test("A C file without kernel-doc is none to verify, nor one to explain a clause of")
    func codeIsRefused() throws {
        try scratch.file("plain.c", "int plain(void);\n")
        #expect(try Run("explain", "--in", "plain.c", "two words", in: scratch.url).status == 2)
        #expect(try Run("verify", "--package-path", Run.package.path, "plain.c", in: scratch.url).status == 2)
        try scratch.file("code/plain.c", "int plain(void);\n")
        #expect(try parse("code").status == 2)
    }

    @Test("A first line that goes on ends with a mark")
    func cutLine() throws {
        try scratch.file(
            "gate.h",
            "/**\n * gate_enter - takes a pass\n * @release: called when the\n *   gate shuts\n * @count: how many\n */\nint gate_enter(int release, int count);\n"
        )
        let run = try parse("gate.h")
        #expect(run.output.contains("@release: called when the …\n"))
        #expect(run.output.contains("@count: how many\n"))
    }

    @Test("A comment that never ends is an error with its line, and what stands before it is read")
    func unterminatedComment() throws {
        try scratch.file(
            "gate.h",
            """
            /**
             * gate_enter - takes a pass
             */
            int gate_enter(void);

            /**
             * gate_leave - gives it back
            int gate_leave(void);
            """)
        let run = try parse("gate.h")
        #expect(run.status == 1)
        #expect(run.output.contains("gate_enter"))
        #expect(run.errors.contains("gate.h:6:"))
        #expect(run.errors.contains("error:"))
    }

    @Test("A patch whose hunks contradict their counts is an error, with the hunk's line, and read as far as it goes")
    func contradictoryPatch() throws {
        try scratch.file(
            "change.patch",
            """
            --- a/doc.md
            +++ b/doc.md
            @@ -1,7 +1,9 @@
             # gates

            -The caller must wait.
            +The caller must not wait.

            """)
        let run = try parse("change.patch")
        #expect(run.status == 1)
        #expect(run.output.contains("The caller must not wait."))
        #expect(run.errors.hasPrefix("change.patch:3: error: the hunk's header counts"))
        #expect(try Run("parse", "--side", "old", "change.patch", in: scratch.url).output.contains("must wait."))
    }

    @Test("No input at all is a wrong call")
    func none() throws {
        let run = try parse()
        #expect(run.status == 2)
        #expect(run.errors.contains("Name at least one file or folder"))
    }

    @Test("A file's name cannot speak to the terminal")
    func escapeInName() throws {
        let run = try parse("no\u{1B}[31mwhere.c")
        #expect(run.status == 2)
        #expect(!run.errors.contains("\u{1B}"))
    }

    @Test("What the documentation says cannot speak to the terminal")
    func escapeInText() throws {
        try scratch.file("loud.md", "The caller must\u{1B}]0;owned\u{7} wait.\u{202E}\n")
        let run = try parse("loud.md")
        #expect(run.status == 0)
        #expect(!(run.output + run.errors).unicodeScalars.contains { [0x1B, 0x7, 0x202E].contains($0.value) })
    }
}
