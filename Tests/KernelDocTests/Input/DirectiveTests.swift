import Testing

@testable import KernelDoc

@Suite("kernel-doc directives")
struct DirectiveTests {
    private let source = """
        /**
         * DOC: the rules
         * Rules text.
         */

        /**
         * get - take it
         */
        int get(void);
        EXPORT_SYMBOL_GPL(get);

        /**
         * put - give it back
         */
        int put(void);

        /**
         * struct pool - many
         */
        struct pool { };

        """

    private func names(_ options: String) throws -> [String] {
        let folder = try Folder()
        try folder.write(source, to: "lib/pool.c")
        try folder.write("EXPORT_SYMBOL(put);\n", to: "lib/exports.c")
        try folder.write("Pools\n=====\n\n.. kernel-doc:: lib/pool.c\n\(options)\nEnd.\n", to: "doc/api/pool.rst")
        let reading = DocumentReader().read([folder.path + "/doc/api/pool.rst"])
        #expect(reading.documents.first?.prose.outline == ["heading: Pools", "paragraph: End."])
        #expect(reading.allDiagnostics.isEmpty)
        #expect(reading.documents.last?.file == folder.path + "/lib/pool.c")
        return reading.documents.dropFirst().flatMap { $0.items.map(\.name) }
    }

    @Test(
        "Options choose what is read",
        arguments: [
            ("", ["the rules", "get", "put", "pool"]), ("   :doc: the rules\n", ["the rules"]),
            ("   :export:\n", ["get"]),
            ("   :internal:\n", ["put", "pool"]), ("   :identifiers: put pool\n", ["put", "pool"]),
            ("   :functions: get\n", ["get"]), ("   :identifiers:\n", ["get", "put", "pool"]),
            ("   :no-identifiers: get put\n", ["the rules", "pool"]), ("   :export: lib/ex*.c\n", ["get", "put"]),
            ("   :internal: lib/exports.c\n", ["pool"]),
            ("   :functions: put\n\n.. kernel-doc:: lib/pool.c\n   :doc: the rules\n", ["the rules", "put"]),
        ])
    func options(options: String, expected: [String]) throws {
        #expect(try names(options) == expected)
    }

    @Test("Symbols are exported in every form that the kernel has")
    func exports() {
        let text = """
            EXPORT_SYMBOL(one);
            EXPORT_SYMBOL_GPL (two);
              EXPORT_SYMBOL_NS_GPL(three, "POOLS");
            EXPORT_SYMBOL_FOR_MODULES( four, "kvm");
            // EXPORT_SYMBOL(five);
            EXPORT_SYMBOL
            """
        #expect(ExportedSymbols.names(in: Array(text.utf8)) == ["one", "two", "three", "four"])
    }

    @Test("A file that is read anyway is not read twice")
    func wholeFile() throws {
        let folder = try Folder()
        try folder.write(source, to: "pool.c")
        try folder.write(".. kernel-doc:: pool.c\n   :doc: the rules\n", to: "a.rst")
        let reading = DocumentReader().read([folder.path])
        #expect(reading.documents.map(\.items.count) == [0, 4])
    }

    @Test("The tree that is named is the one that is used")
    func namedTree() throws {
        let folder = try Folder()
        try folder.write(source, to: "tree/pool.c")
        try folder.write(".. kernel-doc:: pool.c\n", to: "doc/a.rst")
        let reader = DocumentReader(options: .init(tree: folder.path + "/tree"))
        #expect(reader.read([folder.path + "/doc/a.rst"]).documents.count == 2)
    }

    @Test(
        "A directive never leads out of the tree",
        arguments: ["/etc/passwd", "../secret.c", "sub/../../secret.c", "link.c", "folder/secret.c"])
    func outside(name: String) throws {
        let folder = try Folder()
        try folder.write("/**\n * DOC: secret\n * Secret.\n */", to: "secret.c")
        try folder.write("Text.\n\n.. kernel-doc:: \(name)\n", to: "tree/a.rst")
        try folder.link("tree/link.c", to: folder.path + "/secret.c")
        try folder.link("tree/folder", to: folder.path)
        for tree in [folder.path + "/tree", nil] {
            let reading = DocumentReader(options: .init(tree: tree)).read([folder.path + "/tree/a.rst"])
            #expect(reading.documents.count == 1)
            let errors = reading.allDiagnostics.filter { $0.severity == .error }
            #expect(errors.map(\.line) == [3])
        }
    }

    @Test("A pattern for exports never leads out of the tree either")
    func outsidePattern() throws {
        let folder = try Folder()
        try folder.write(source, to: "tree/pool.c")
        try folder.write("EXPORT_SYMBOL(put);\n", to: "exports.c")
        try folder.write("Text.\n\n.. kernel-doc:: pool.c\n   :export: ../exports.c\n", to: "tree/a.rst")
        let reading = DocumentReader().read([folder.path + "/tree/a.rst"])
        #expect(reading.documents.last?.items.map(\.name) == ["get"])
        #expect(reading.allDiagnostics.count { $0.severity == .error } == 1)
    }

    @Test("A directive that finds nothing says so at its line")
    func nothing() throws {
        let folder = try Folder()
        try folder.write(source, to: "pool.c")
        try folder.write("Text.\n\n.. kernel-doc:: gone.c\n\n.. kernel-doc:: pool.c\n   :doc: other\n", to: "a.rst")
        let reading = DocumentReader().read([folder.path + "/a.rst"])
        #expect(reading.allDiagnostics.map(\.line) == [3, 5])
    }
}
