import Foundation
import Testing

@testable import specgen

/// Documentation, and names of files, that try to be more than text. Each test fails when the escaping is taken out.
@Suite("Injection")
struct InjectionTests {
    /// Moves the cursor, sets the title, and does so in the one-character form; hides and reverses text.
    private static let sequences = "\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\u{200B}\u{2028}\u{FEFF}"

    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file(
            "tree/\(Self.name)",
            """
            /**
             * gate_enter - takes\(Self.sequences) a pass
             * @gate\(Self.sequences): the gate, which must\(Self.sequences) be open
             * @missing\(Self.sequences): is none
             *
             * A caller must\(Self.sequences) not\" \\(fatalError()) \"""# sleep </script><script>alert(1)</script>, or
             * gets -EBUSY.
             */
            int gate_enter(struct gate *gate);
            """)
    }

    private static let name = "a\u{1B}[31m\u{202E}<script>&'\".c"

    /// Control and format characters, but for line breaks.
    private func active(in text: String) -> [UInt32] {
        text.unicodeScalars.filter { scalar in
            scalar != "\n"
                && [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }.map(\.value)
    }

    @Test(
        "Nothing that is printed holds an active character, from the text or from a file's name",
        arguments: ["parse", "extract", "scan", "parse --side old"])
    func terminal(_ command: String) throws {
        let input = command == "scan" ? ["tree"] : ["tree/\(Self.name)"]
        let run = try Run(command.split(separator: " ").map { String($0) } + input, in: scratch.url)
        #expect(!run.output.isEmpty)
        #expect(active(in: run.output) == [])
        #expect(active(in: run.errors) == [])
    }

    @Test("JSON is valid, holds the text, and no active character", arguments: ["parse", "extract", "scan"])
    func json(_ command: String) throws {
        let run = try Run(command, "--format", "json", "tree", in: scratch.url)
        #expect(active(in: run.output) == [])
        _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(run.output.contains("a\\u001b[31m\\u202e<script>&'\\\".c"))
        if command != "scan" { #expect(run.output.contains("\\u009b31m")) }
    }

    @Test("Messages about such a file hold no active character either")
    func messages() throws {
        try scratch.file("tree/b\u{1B}[31m\u{9B}2J.c", "/**\n * gate_leave - never \(Self.sequences) closed\n")
        let run = try Run("parse", "tree", in: scratch.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("never closed"))
        #expect(active(in: run.errors) == [])
    }

    @Test("A patch's paths and a directive's reach nothing outside of the tree, however they are written")
    func paths() throws {
        try scratch.file("secret.c", "/**\n * DOC: secret\n *\n * The caller must not read the secret.\n */\n")
        for (number, path) in ["../secret.c", "./../secret.c", scratch.url.path + "/secret.c", "sub/../../secret.c"]
            .enumerated()
        {
            try scratch.file("tree/sub/\(number).rst", "Text.\n\n.. kernel-doc:: \(path)\n   :doc: secret\n")
            try scratch.file(
                "\(number).patch",
                "--- a/\(path)\n+++ b/\(path)\n@@ -2,3 +2,3 @@\n  * DOC: secret\n- *\n+ * And\n  * The caller must not\n"
            )
        }
        for input in ["tree/sub", "0.patch", "1.patch", "2.patch", "3.patch"] {
            let run = try Run("extract", "--tree", "tree", input, in: scratch.url)
            #expect(!run.output.contains("read the secret"))
            #expect(run.errors.contains("error:"))
        }
    }
}
