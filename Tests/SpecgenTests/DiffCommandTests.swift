import Foundation
import Testing

@Suite("specgen diff")
struct DiffCommandTests {
    private let scratch: TemporaryFolder
    private let old = "# Doors\n\nA caller must knock before it enters. Doors can be green.\n"
    private let new = "# Doors\n\nA caller should knock before it enters. Doors can be green.\n"

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file("old.md", old)
        try scratch.file("new.md", new)
    }

    private func diff(_ arguments: String...) throws -> Run { try Run(["diff"] + arguments, in: scratch.url) }

    @Test("Two files are compared, whatever their names")
    func files() throws {
        let run = try diff("old.md", "new.md")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("A caller [-must-] {+should+} knock before it enters."))
        #expect(run.output.contains("was an obligation, is a recommendation (softer)"))
        #expect(!run.output.contains("green"))
    }

    @Test("What is gone is named where it stood")
    func gone() throws {
        try scratch.file("less.md", "# Doors\n\nDoors can be green.\n")
        let run = try diff("old.md", "less.md")
        #expect(run.output.contains("  old.md:3 (Doors)\n    A caller must knock before it enters.\n"))
        #expect(!run.output.contains("Moved"))
    }

    @Test(
        "A softer duty is a finding where that is asked for",
        arguments: [("old.md", "new.md", 1 as Int32), ("new.md", "old.md", 0), ("old.md", "old.md", 0)])
    func failOn(_ before: String, _ after: String, _ status: Int32) throws {
        #expect(try diff("--fail-on", "weakened", before, after).status == status)
    }

    @Test(
        "What is said now, or said no more, is a change of meaning; what nobody has to keep is none",
        arguments: [
            ("Doors can be green.", "Doors can be green. Nobody may sleep in a door.", 1 as Int32),
            ("Doors can be green. Nobody may sleep in a door.", "Doors can be green.", 1),
            ("Doors are green.", "Doors are green. Windows are older than they look.", 0),
            ("A caller must lock the door.", "A caller must unlock the door.", 1),
            ("Doors are green.", "Doors are\ngreen.", 0),
        ])
    func failOnChanged(_ before: String, _ after: String, _ status: Int32) throws {
        try scratch.file("before.md", "# Doors\n\n\(before)\n")
        try scratch.file("after.md", "# Doors\n\n\(after)\n")
        #expect(try diff("--fail-on", "changed", "before.md", "after.md").status == status)
    }

    @Test(
        "A bound that is dropped, and a duty turned into its opposite, are weaker",
        arguments: [
            ("A caller must hold at most 2 keys.", "A caller must hold keys."),
            ("A caller must lock the door.", "A caller must unlock the door."),
            ("The call does not sleep.", "The call sleeps."),
        ])
    func reversed(_ before: String, _ after: String) throws {
        try scratch.file("before.md", "# Doors\n\n\(before)\n")
        try scratch.file("after.md", "# Doors\n\n\(after)\n")
        #expect(try diff("--fail-on", "weakened", "before.md", "after.md").status == 1)
    }

    @Test(
        "What a person has to read is a finding between a weaker duty and any change of meaning",
        arguments: [
            ("A caller must knock.", "A caller should knock.", [1, 1, 1]),
            (
                "A caller must call door_a() before door_b().", "A caller must call door_b() before door_a().",
                [0, 1, 1]
            ),
            ("A caller should knock.", "A caller must knock.", [0, 0, 1]),
            ("Doors are green.", "Doors are blue.", [0, 0, 0]),
        ] as [(String, String, [Int32])])
    func failOnUnsure(_ before: String, _ after: String, _ statuses: [Int32]) throws {
        try scratch.file("before.md", "# Doors\n\n\(before)\n")
        try scratch.file("after.md", "# Doors\n\n\(after)\n")
        for (level, status) in zip(["weakened", "unsure", "changed"], statuses) {
            let run = try diff("--fail-on", level, "before.md", "after.md")
            #expect(run.status == status, "\(level): \(run.output)")
            #expect(run.output.contains("for a person to judge") == (statuses == [0, 1, 1]))
        }
    }

    @Test(
        "An option that would do nothing is refused, with why",
        arguments: [
            (["--all", "--format", "markdown", "old.md", "new.md"], "--all"),
            (["--all", "--format", "json", "old.md", "new.md"], "--all"),
            (["--tree", ".", "old.md", "new.md"], "--tree"),
        ])
    func refused(_ arguments: [String], _ option: String) throws {
        let run = try Run(["diff"] + arguments, in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains(option))
        #expect(run.output.isEmpty)
    }

    @Test("Two folders are compared, and a file that moved within them has moved")
    func folders() throws {
        try scratch.file("before/a.md", old)
        try scratch.file("after/sub/b.md", old)
        let run = try diff("before", "after")
        #expect(run.status == 0)
        #expect(run.output.contains("2 moved"))
        #expect(run.output.contains("from a.md to sub/b.md"))
    }

    @Test("Waivers that lie in a folder are no documentation")
    func waivers() throws {
        try scratch.file("before/a.md", old)
        try scratch.file("after/a.md", old)
        try scratch.file("after/waivers.txt", "doors/knock-1 2025-05-01: deaf keepers\n")
        #expect(try diff("before", "after").output.contains("2 sentences before, 2 after"))
    }

    @Test("Both sides of a patch are compared")
    func patch() throws {
        try scratch.file(
            "change.patch",
            """
            --- a/doors.md
            +++ b/doors.md
            @@ -1,4 +1,4 @@
             # Doors
             
            -A caller must knock before it enters.
            +A caller should knock before it enters.
             Doors can be green.

            """)
        let run = try diff("change.patch")
        #expect(run.output.contains("{+should+}"))
        #expect(run.output.contains("1 changed, 1 unchanged"))
    }

    @Test("A patch that could not be read in full is told as incomplete in every form, and ends with 1")
    func incomplete() throws {
        // As a mailer wraps it: the words behind the break have no sign.
        try scratch.file(
            "wrapped.patch",
            "--- a/doors.md\n+++ b/doors.md\n@@ -1,2 +1,2 @@\n-A caller must knock before\nit enters.\n"
                + "+A caller should knock before\nit enters.\n Doors are green.\n")
        let text = try diff("wrapped.patch")
        #expect(text.status == 1)
        #expect(
            text.output.replacing("\n", with: " ").contains("incomplete, as a part of the input could not be read."))
        #expect(try diff("--format", "markdown", "wrapped.patch").output.contains("incomplete"))
        #expect(try diff("--format", "json", "wrapped.patch").output.contains(#""isWhole" : false"#))
        #expect(try !diff("old.md", "new.md").output.contains("incomplete"))
    }

    @Test("A patch whose changes are marked within the lines is refused")
    func wordDiff() throws {
        let patch = "--- a/doors.md\n+++ b/doors.md\n@@ -1 +1 @@\nA caller [-must-]{+should+} knock.\n"
        try scratch.file("words.patch", patch)
        for arguments in [["words.patch"], ["--fail-on", "weakened", "words.patch"]] {
            let run = try Run(["diff"] + arguments, in: scratch.url)
            #expect(run.status == 2)
            #expect(run.errors.contains("without --word-diff"))
            #expect(run.output.isEmpty)
        }
    }

    @Test("Two patches of different files are compared, with a note of how a series is given")
    func twoOfSeries() throws {
        func patch(_ file: String, _ word: String) -> String {
            "--- a/\(file).md\n+++ b/\(file).md\n@@ -1 +1 @@\n-A \(file) must open.\n+A \(file) \(word) open.\n"
        }
        try scratch.file("0001.patch", patch("door", "should"))
        try scratch.file("0002.patch", patch("gate", "should"))
        try scratch.file("v2-0001.patch", patch("door", "may"))
        let run = try diff("0001.patch", "0002.patch")
        #expect(run.status == 0)
        #expect(run.errors.contains("0002.patch: note: changes none of the files that '0001.patch' changes"))
        #expect(run.errors.contains("mbox"))
        #expect(run.output.contains("1 sentence before, 1 after"))
        #expect(try diff("0001.patch", "v2-0001.patch").errors.isEmpty)
    }

    @Test("An input that has nothing to compare is an error, and says so; a folder's cover letter is none")
    func nothingToCompare() throws {
        try scratch.file("empty.patch")
        try scratch.file("series/0000-cover.patch", "Doors, in one patch.\n---\n doors.md | 2 +-\n")
        for (name, words) in [
            ("empty.patch", "empty.patch: error: is empty"),
            ("series/0000-cover.patch", "series/0000-cover.patch: error: no file is changed by this patch"),
        ] {
            let run = try diff(name)
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix(words))
        }
        let change = "--- a/doors.md\n+++ b/doors.md\n@@ -1 +1 @@\n-A door must open.\n+A door should open.\n"
        try scratch.file("series/0001-soften.patch", change)
        let series = try diff("series")
        #expect(series.status == 0 && series.errors.isEmpty)
        #expect(series.output.contains("A door [-must-] {+should+} open."))
        // Its hunk begins under no heading.
        #expect(series.output.contains("  doors.md:1\n"))
    }

    @Test("A subsystem whose interfaces are named lends its parties, and another text has the general ones")
    func parties() throws {
        let package = try DoorPackage()
        func bearer(_ name: String) throws -> Bool {
            try package.scratch.file("old.md", "The visitor must knock before it calls \(name)().\n")
            try package.scratch.file("new.md", "The visitor should knock before it calls \(name)().\n")
            return try Run("diff", "old.md", "new.md", in: package.scratch.url).output.contains("visitor]")
        }
        #expect(try bearer("door_enter"))
        #expect(try !bearer("gate_enter"))
    }

    @Test("What git has is compared, files and folders")
    func revisions() throws {
        let git = "git -c user.name=n -c user.email=e@example.org"
        let made = try Run(
            shell: "git init -q . && mkdir doc && cp old.md doc/doors.md && git add doc && \(git) commit -qm one && "
                + "cp new.md doc/doors.md && git add doc && \(git) commit -qm two", in: scratch.url)
        try #require(made.status == 0, "\(made.errors)")
        for (before, after) in [
            ("HEAD~1:doc/doors.md", "HEAD:doc/doors.md"), ("HEAD~1:doc", "HEAD:doc"),
            ("HEAD~1:doc/doors.md", "doc/doors.md"), ("HEAD~1:doc", "doc"),
        ] {
            let run = try diff("--fail-on", "weakened", before, after)
            #expect(run.status == 1)
            // Wherever the line was broken.
            #expect(run.output.replacing("\n", with: " ").contains("1 changed, 1 unchanged"), "\(run.output)")
        }
        let missing = try diff("HEAD:nothing", "HEAD:doc")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("HEAD:nothing"))
    }

    @Test("A warning of what git has names it as git does, and not the place where it was put")
    func revisionWithWarning() throws {
        let git = "git -c user.name=n -c user.email=e@example.org"
        let comment = "/**\n * door_open() - opens a door\n * @lock: is not there\n */\nint door_open(void);\n"
        try scratch.file("lib/door.h", comment)
        let made = try Run(shell: "git init -q . && git add lib && \(git) commit -qm one", in: scratch.url)
        try #require(made.status == 0, "\(made.errors)")
        for (before, after) in [("HEAD:lib/door.h", "HEAD:lib/door.h"), ("HEAD:lib", "HEAD:lib")] {
            let run = try diff(before, after)
            #expect(run.errors.contains("HEAD:lib/door.h:"), "\(run.errors)")
            #expect(!run.errors.contains("specgen-"))
        }
    }

    @Test("What a revision says without a line break at its end, in an empty file, or behind a link is read rightly")
    func revisionWithOddFiles() throws {
        let git = "git -c user.name=n -c user.email=e@example.org"
        let made = try Run(
            shell:
                "git init -q . && mkdir doc && printf 'A visitor must knock.' > 'doc/a name.md' && : > doc/empty.md && "
                + "ln -s /etc/passwd doc/link.md && printf 'It may enter.' > doc/z.md && git add doc && "
                + "\(git) commit -qm one && printf 'A visitor should knock.' > 'doc/a name.md' && "
                + "\(git) commit -qam two", in: scratch.url)
        try #require(made.status == 0, "\(made.errors)")
        let run = try diff("HEAD~1:doc", "HEAD:doc")
        #expect(run.output.replacing("\n", with: " ").contains("1 changed, 1 unchanged"), "\(run.output)\(run.errors)")
    }

    @Test("What is neither a patch nor two texts is a wrong call")
    func wrong() throws {
        #expect(try diff().status == 2)
        let three = try diff("old.md", "new.md", "old.md")
        #expect(three.status == 2)
        #expect(three.errors.contains("of a series of patches, the folder"))
        #expect(try diff("old.md", "nothing.md").status == 2)
        let one = try diff("old.md")
        #expect(one.status == 2)
        #expect(one.errors.contains("is not a patch"))
    }

    @Test("Markdown and JSON are what they are called")
    func formats() throws {
        #expect(
            try diff("--format", "markdown", "old.md", "new.md").output.contains("<del>must</del> <ins>should</ins>"))
        let json = try diff("--format", "json", "old.md", "new.md").output
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "specgen.diff/1")
    }

    // Not committed, being kernel text: the patch that the tool was made for.
    private static let seed = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/seed/dma-buf-cpu-access.patch.txt").standardizedFileURL.path

    @Test(
        "The story of a real patch: what moved, what was dropped, and what was turned into its opposite",
        .enabled(if: FileManager.default.fileExists(atPath: seed), "the patch is not here"))
    func realPatch() throws {
        let run = try diff("--format", "json", Self.seed)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let changes = try #require(object["changes"] as? [[String: Any]])
        func text(_ change: [String: Any], _ side: String) -> String {
            (change[side] as? [String: Any])?["text"] as? String ?? ""
        }
        let opposite = changes.first { change in
            (change["effects"] as? [[String: Any]])?.contains {
                $0["old"] as? String == "coherent" && $0["new"] as? String == "incoherent"
            } ?? false
        }
        #expect(opposite.map { text($0, "new") }?.contains("incoherent") == true)
        #expect(changes.filter { $0["kind"] as? String == "moved" }.count >= 50)
        let removed = changes.filter { $0["kind"] as? String == "removed" }.map { text($0, "old") }
        for words in [
            "three steps", "shall not do any synchronization", "set up a coherent mapping", "notify the exporter",
            "announce",
        ] {
            #expect(removed.contains { $0.replacingOccurrences(of: "\n", with: " ").contains(words) }, "\(words)")
        }
        // Nothing that merely moved is called removed or added.
        let added = changes.filter { $0["kind"] as? String == "added" }.map { text($0, "new") }
        #expect(Set(removed).isDisjoint(with: added))
    }
}
