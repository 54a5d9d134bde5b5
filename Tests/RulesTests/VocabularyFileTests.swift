import KernelDoc
import Testing

@testable import Rules

@Suite("Vocabulary files")
struct VocabularyFileTests {
    private func failure(_ yaml: String) -> Diagnostic? {
        do {
            _ = try VocabularyFile.decode(yaml, path: "vocabulary.yaml")
            return nil
        } catch {
            return error
        }
    }

    @Test("An unknown key is pointed at, and the known ones are named")
    func unknownKey() throws {
        let found = try #require(failure("subsystem: w\ntestbed: Bed\napis:\n  map: {symbol: [w_map]}\n"))
        #expect(found.line == 4 && found.column == 9)
        #expect(found.message == "an api has no key 'symbol'")
        #expect(found.advice == "known keys: symbols, nouns, calls, by")
        #expect(found.excerpt == "  map: {symbol: [w_map]}")
    }

    @Test(
        "A step's company and its doer are of the same file",
        arguments: [("beside: [mapp]", "'mapp'"), ("by: somebody", "'somebody'")])
    func unknownCompany(key: String, name: String) throws {
        let found = try #require(failure("subsystem: w\ntestbed: Bed\nsteps:\n  wax it: {action: wax, \(key)}\n"))
        #expect(found.line == 4 && found.message == "\(name) is not declared in this vocabulary")
    }

    @Test("A link to what the file does not declare is pointed at")
    func unknownLink() throws {
        let found = try #require(
            failure("subsystem: w\ntestbed: Bed\napis:\n  map: {symbols: [w_map], calls: [mapp]}\n"))
        #expect(found.line == 4)
        #expect(found.message == "'mapp' is not declared in this vocabulary")
    }

    @Test(
        "What is no vocabulary is refused with a line",
        arguments: [
            "", "- a\n- b\n", "subsystem: w\n", "subsystem: w\ntestbed: [a]\n",
            "subsystem: w\ntestbed: Bed\nunits: {a: b}\n",
            "subsystem: w\ntestbed: Bed\nparties:\n  x: {role: king}\n", "a: b: c\n",
            "subsystem: w\nsubsystem: w\ntestbed: B\n",
            "subsystem: w\ntestbed: Bed\nresources:\n  r: {nature: mapping}\n",
            "subsystem: w\ntestbed: Bed\nlocks: {\"not an identifier\": [x]}\n",
            "subsystem: w\ntestbed: Bed\nsteps:\n  nothing: {}\n", "\t", "subsystem: \"w\ntestbed: Bed\n",
        ])
    func refused(yaml: String) throws {
        let found = try #require(failure(yaml))
        #expect(!found.message.isEmpty)
        #expect(found.line > 0 || found.advice != nil)
    }

    @Test("Every identifier is remembered with its place")
    func references() throws {
        let file = try VocabularyFile.decode(
            "subsystem: w\ntestbed: Bed\nlocks:\n  outer: [w->lock]\nsteps:\n  polish it: {action: polish}\n",
            path: "v.yaml")
        #expect(
            file.references == [
                .init(name: Name(.lock, "outer"), line: 4, column: 3),
                .init(name: Name(.action, "polish"), line: 6, column: 23),
            ])
    }

    @Test("What an object comes with is given by an interface of the same file")
    func initial() throws {
        func text(_ initial: String) -> String {
            """
            subsystem: w
            testbed: Bed
            apis: {make: {}, get: {}, put: {}}
            resources: {share: {nature: reference, acquire: get, release: put, initial: \(initial)}}
            """
        }
        #expect(try VocabularyFile.decode(text("make"), path: "v.yaml").vocabulary.resources[0].initial == "make")
        let error = #expect(throws: Diagnostic.self) { try VocabularyFile.decode(text("born"), path: "v.yaml") }
        #expect(error?.line == 4 && error?.message == "'born' is not declared in this vocabulary")
    }

    @Test("What goes to a copy goes there in a bracket, with a variant that the testbed has to have")
    func copied() throws {
        func text(_ nature: String) -> String {
            """
            subsystem: w
            testbed: Bed
            apis: {get: {}, put: {}}
            resources: {span: {nature: \(nature), acquire: get, release: put, copied: mirroring}}
            """
        }
        let file = try VocabularyFile.decode(text("bracket"), path: "v.yaml")
        #expect(file.vocabulary.resources[0].copied == "mirroring")
        #expect(file.references.contains { $0.name == Name(.variant, "mirroring") && $0.line == 4 })
        let error = #expect(throws: Diagnostic.self) { try VocabularyFile.decode(text("mapping"), path: "v.yaml") }
        #expect(error?.line == 4)
    }

    @Test("A bracket has a direction, and anything else where the vocabulary says so")
    func directed() throws {
        func text(_ words: String) -> String {
            """
            subsystem: w
            testbed: Bed
            apis: {get: {}, put: {}}
            resources: {share: {acquire: get, release: put, \(words)}}
            """
        }
        func isDirected(_ words: String) throws -> Bool {
            try VocabularyFile.decode(text(words), path: "v.yaml").vocabulary.resources[0].isDirected
        }
        #expect(try isDirected("nature: bracket"))
        #expect(try !isDirected("nature: reference"))
        #expect(try isDirected("nature: reference, directed: true"))
        let error = #expect(throws: Diagnostic.self) { try isDirected("nature: reference, directed: both") }
        #expect(error?.line == 4 && error?.message == "'directed' is neither true nor false")
    }

    @Test("A file that is not there says so")
    func missing() {
        #expect(throws: Diagnostic.self) { try VocabularyFile.read("no/such/vocabulary.yaml") }
    }
}

@Suite("Words and stems")
struct WordTests {
    @Test(
        "The forms of a word share a stem",
        arguments: [
            ["maps", "mapped", "mapping", "mappings", "map"], ["holds", "held", "holding"],
            ["needs", "needed", "need"],
            ["releases", "released", "releasing", "release"], ["retries", "retried", "retry"],
            ["calls", "called", "call"],
            ["succeeds", "succeeded", "succeeding", "succeed"],
            ["controls", "controlled", "control"], ["cancelled", "cancelling", "cancel"], ["signalled", "signal"],
            ["installed", "installs", "install"],
            ["accesses", "accessing", "access"], ["uses", "used", "using", "use"],
        ])
    func stems(forms: [String]) {
        #expect(Set(forms.map(Stem.of)).count == 1, "\(forms.map(Stem.of))")
    }

    @Test("Names of C stay whole, error codes keep their minus sign, articles fall away")
    func words() {
        let words = Word.words(of: "The a->b lock of widget_map() gives -EINTR, i.e. map/unmap 2 times.")
        #expect(
            words.map(\.text) == [
                "a->b", "lock", "of", "widget_map", "gives", "-EINTR", "i.e", "map", "unmap", "2", "times",
            ])
        #expect(words.compactMap(\.error) == ["EINTR"] && words.compactMap(\.number) == [2])
    }

    @Test("A capital E alone makes no error code")
    func noError() {
        #expect(
            Word.words(of: "ELF ENABLE EXPORT E2BIG EPROBE_DEFER").compactMap(\.error) == ["E2BIG", "EPROBE_DEFER"])
    }
}

@Suite("Prototypes in C")
struct CPrototypeTests {
    @Test(
        "Parameters' names and white space fall away",
        arguments: [
            ("void *thing_map(struct thing *, unsigned long);", "thing_map", "void *(struct thing *, unsigned long)"),
            ("int thing_end(struct thing *t,\n  enum way dir)", "thing_end", "int (struct thing *, enum way)"),
            ("void thing_put(void)", "thing_put", "void (void)"),
            ("int f(const char *name, u32 n);", "f", "int (const char *, u32)"),
            ("struct thing *thing_get(int fd)", "thing_get", "struct thing *(int)"),
        ])
    func reads(text: String, name: String, type: String) {
        #expect(CPrototype(text) == CPrototype(name: name, type: type))
    }

    @Test(
        "What is no prototype is none",
        arguments: ["", "thing()", "int x;", "return f(x", "void (*f)(int)", "#define A(b) c"])
    func refuses(text: String) {
        #expect(CPrototype(text) == nil)
    }
}
