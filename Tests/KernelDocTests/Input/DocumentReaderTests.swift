import Foundation
import Testing

@testable import KernelDoc

@Suite("Files and folders")
struct DocumentReaderTests {
    private func messages(_ reading: DocumentReader.Reading) -> [String] {
        reading.allDiagnostics.map { "\($0.severity) \($0.line):\($0.column) \($0.message)" }
    }

    @Test("A folder is read in sorted order, with all that is documentation in it")
    func folder() throws {
        let folder = try Folder()
        try folder.write("/**\n * DOC: c\n * C text.\n */\n", to: "b/x.c")
        try folder.write("# M\n\nMarkdown text.\n", to: "a.md")
        try folder.write("reST text.\n", to: "b/a.rst")
        try folder.write("Plain text.\n", to: "c.txt")
        try folder.write("binary\0text", to: "d.txt")
        try folder.write("int x;\n", to: "e.c")
        try folder.write("Not read.\n", to: "f.html")
        try folder.write("Hidden.\n", to: ".git/g.txt")
        try folder.write(plainPatch, to: "h.patch.txt")
        let reading = DocumentReader().read([folder.path])
        #expect(
            reading.documents.map { $0.file.replacing(folder.path + "/", with: "") } == [
                "a.md", "b/a.rst", "b/x.c", "c.txt", "lib/pool.c",
            ])
        #expect(reading.allDiagnostics.isEmpty)
    }

    @Test("What cannot be read is said, and the rest is read")
    func unreadable() throws {
        let folder = try Folder()
        try folder.write("", to: "empty.c")
        try folder.write("a\0b", to: "binary.rst")
        try folder.write("int x;\n", to: "plain.h")
        try folder.write("\n\n", to: "blank.md")
        try folder.write("Text.\n", to: "good.txt")
        mkfifo(folder.path + "/pipe.txt", 0o600)
        try FileManager.default.createDirectory(atPath: folder.path + "/nothing", withIntermediateDirectories: true)
        let names = [
            "gone.c", "empty.c", "binary.rst", "plain.h", "blank.md", "pipe.txt", "nothing", "good.txt", "good.txt/x",
        ]
        let reading = DocumentReader().read(names.map { folder.path + "/" + $0 })
        #expect(reading.documents.count == 1)
        #expect(
            messages(reading) == [
                "error 0:0 no such file or folder", "warning 0:0 is empty", "error 0:0 is a binary file",
                "warning 0:0 no kernel-doc comment in this file", "warning 0:0 no text in this file",
                "error 0:0 is neither a file nor a folder", "warning 0:0 no documentation in this folder",
                "error 0:0 no such file or folder",
            ])
    }

    @Test("A file that may not be read is said", .enabled(if: geteuid() != 0, "root may read everything"))
    func permission() throws {
        let folder = try Folder()
        try folder.write("Text.\n", to: "a.txt")
        chmod(folder.path + "/a.txt", 0)
        #expect(messages(DocumentReader().read([folder.path + "/a.txt"])) == ["error 0:0 may not be read"])
    }

    @Test("Loops of links end")
    func loops() throws {
        let folder = try Folder()
        try folder.write("Text.\n", to: "a/a.txt")
        try folder.link("a/again", to: folder.path)
        try folder.link("a/self.txt", to: folder.path + "/a/self.txt")
        let reading = DocumentReader().read([folder.path])
        #expect(reading.documents.count == 1)
        #expect(reading.allDiagnostics.count == 1)
    }

    @Test("Invalid UTF-8 is named with its place, and read with a replacement")
    func invalidUTF8() {
        let bytes = Array("Text.\n\nMore t".utf8) + [0xE4] + Array("xt.\n".utf8)
        let reading = DocumentReader().read(bytes, named: "a.rst")
        #expect(messages(reading) == ["warning 3:7 invalid UTF-8; such bytes are read as \u{FFFD}"])
        #expect(reading.allDiagnostics.first?.excerpt == "More t\u{FFFD}xt.")
        #expect(reading.documents.first?.prose.outline.last == "paragraph: More t\u{FFFD}xt.")
        let c = DocumentReader().read(
            Array("/**\n * DOC: x\n * M".utf8) + [0xFC, 0xFC] + Array(".\n */\n".utf8), named: "a.c")
        #expect(c.documents.first?.prose.bytes == Array("M\u{FFFD}\u{FFFD}.".utf8))
    }

    @Test(
        "A comment behind a byte order mark is read, with its lines as they stand", arguments: ["", "\u{FFFD}", "bad"])
    func byteOrderMark(text: String) {
        let comment = "/**\n * DOC: x\n * M".utf8 + (text == "bad" ? [0xFC] : Array(text.utf8)) + ".\n */\n".utf8
        let reading = DocumentReader().read([0xEF, 0xBB, 0xBF] + comment, named: "a.c")
        #expect(reading.documents.first?.items.map(\.line) == [1])
        #expect(reading.allDiagnostics.map(\.line) == (text == "bad" ? [3] : []))
    }

    @Test(
        "Every ill-formed sequence is found where it begins",
        arguments: [
            ([0x41, 0x80], 1), ([0xC1, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x98], 0), ([0xFF], 0), ([0xE2, 0x82, 0xAC], nil),
            ([0xF0, 0x9F, 0x98, 0x80], nil),
        ] as [([UInt8], Int?)])
    func illFormed(bytes: [UInt8], offset: Int?) {
        #expect(bytes.withUnsafeBytes { UTF8Check.firstInvalid($0) } == offset)
        #expect((String(validating: bytes, as: UTF8.self) == nil) == (offset != nil))
    }

    @Test("An ill-formed byte is found at any place in a long text", arguments: 0..<300)
    func illFormedFarIn(offset: Int) {
        var text = [UInt8](repeating: 0x61, count: 300)
        text.withUnsafeBytes { #expect(UTF8Check.firstInvalid($0) == nil) }
        text[offset] = 0x80
        text.withUnsafeBytes { #expect(UTF8Check.firstInvalid($0) == offset) }
    }

    @Test(
        "A patch is known by its lines, a document that shows one is not",
        arguments: [
            ("x.txt", "Mail\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n", DocumentKind.patch),
            ("x", "diff --git a/x b/x\n", .patch), ("x.patch", "nothing", .patch),
            ("x.md", "Text\n\ndiff --git a/x b/x\n", .markdown), ("x.c", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n", .patch),
            ("x.txt", "Pools\n--- \n+++ \nText", .reST), ("x", "/** @a: b */", .c), ("README", "text", .reST),
        ])
    func kinds(name: String, text: String, kind: DocumentKind) {
        #expect(DocumentKind(of: SourceFile(path: name, bytes: Array(text.utf8))) == kind)
    }
}
