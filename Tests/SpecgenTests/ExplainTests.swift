import Foundation
import Testing

@Suite("specgen explain")
struct ExplainTests {
    private let scratch: TemporaryFolder
    private let header: String

    init() throws {
        scratch = try TemporaryFolder()
        header = try scratch.file(
            "ring.h",
            """
            /**
             * ring_take - take a slot
             *
             * The caller must hold the ring lock. It may sleep.
             *
             * Return: 0, or -EBUSY if the ring is full.
             */
            int ring_take(void);
            """
        ).path
    }

    @Test("A sentence typed in is cut, and what decided and what lost is told")
    func typed() throws {
        let run = try Run("explain", "Drivers must stop the ring if a reset is optional.")
        #expect(run.status == 0)
        #expect(run.output.contains("condition: “if a reset is optional.”"))
        #expect(run.output.contains("decides “must stop”: obligation"))
        #expect(run.output.contains("by the phrase “optional”"))
        #expect(run.output.contains("lost: it stands in a condition"))
        #expect(run.output.contains("driver (its subject names them)"))
        #expect(run.output.contains("none without a vocabulary"))
    }

    @Test("What is printed needs no knowledge of the tables' notation, nor of the grammar's own words")
    func plainWords() throws {
        let error = try Run("explain", "It is an error to stop the ring twice.").output
        #expect(error.contains("by the phrase “is a/an bug/error/mistake to/for” (bug-to)"))
        #expect(error.contains("the parts (* makes a clause)") && error.contains("typed in, as if in a DOC section"))
        let condition = try Run("explain", "Do not stop the ring if there is no slot.").output
        #expect(condition.contains("condition: “if there is no slot.”\n\nwhat could decide"))
        #expect(condition.contains("says     prohibition\n"))
        #expect(try Run("explain", "No slot is freed.").output.contains("says     guarantee, in negated words\n"))
    }

    @Test("The place in which a typed sentence is thought to stand counts")
    func place() throws {
        let sentence = "This must not sleep."
        let function = try Run("explain", "--symbol", "ring_take", sentence)
        #expect(function.output.contains("kept by  caller"))
        let callback = try Run("explain", "--symbol", "ring_ops", "--member", "stop", sentence)
        #expect(callback.output.contains("kept by  driver"))
    }

    @Test("An input that cannot be used is exit status 1, and the others are looked through")
    func unusable() throws {
        let run = try Run("explain", "--in", header, "--in", header + ".gone", "hold the ring")
        #expect(run.status == 1)
        #expect(run.output.contains("hold the ring lock"))
    }

    @Test("A sentence is found in the files named, by some of its words")
    func found() throws {
        let run = try Run("explain", "--in", header, "hold the ring")
        #expect(run.status == 0)
        #expect(run.output.contains("ring.h:4, function ring_take"))
        #expect(!run.output.contains("may sleep"))
    }

    @Test("An id, or a part of it, is found in the files named")
    func identifier() throws {
        let list = try Run("extract", "--format", "json", header)
        let object = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any]
        let clauses = try #require(object?["clauses"] as? [[String: Any]])
        let id = try #require(clauses.compactMap { $0["id"] as? String }.first { $0.contains("hold") })
        let run = try Run("explain", "--in", header, id)
        #expect(run.status == 0)
        #expect(run.output.contains(id))
        let several = try Run("explain", "--in", header, "ring_take")
        #expect(several.status == 2)
        #expect(several.errors.contains("give more of it"))
        let none = try Run("explain", "--in", header, "nothing-0000")
        #expect(none.status == 2)
        #expect(none.errors.contains("no clause has an id like"))
    }

    @Test("One word is a sentence where a place is said for it, or where it ends with a period")
    func oneWord() throws {
        #expect(try Run("explain", "Optional.").output.hasPrefix("Optional."))
        #expect(
            try Run("explain", "--symbol", "ring_ops", "--member", "stop", "optional").output.contains("permission"))
        let run = try Run("explain", "--in", header, "optional")
        #expect(run.status == 2)
        #expect(run.errors.contains("end it with a period"))
    }

    @Test("The clauses of a line are found by its file and number, with or without the file to look in")
    func byLine() throws {
        for arguments in [["--in", header, "ring.h:4"], ["\(header):4"]] {
            let run = try Run(["explain"] + arguments)
            #expect(run.status == 0)
            #expect(run.output.contains("The caller must hold the ring lock."))
            #expect(run.output.contains("It may sleep.") && !run.output.contains("-EBUSY"))
        }
        let none = try Run("explain", "--in", header, "ring.h:1")
        #expect(none.status == 2 && none.errors.contains("no clause stands on line 1"))
    }

    @Test("The ids that it takes are listed by extract")
    func listedIDs() throws {
        let list = try Run("extract", "--ids", header)
        #expect(list.output.contains("The caller must hold the ring lock. [ring_take/"))
    }

    @Test("What stands in a condition decides nothing, and what was counted has not lost")
    func oneDecides() throws {
        let condition = try Run("explain", "Returns -EBUSY only if the ring is in use.").output
        #expect(condition.split(separator: "\n").filter { $0.hasPrefix("  decides") }.count == 1)
        let aside = try Run("explain", "The ring is a list (its slots must be freed).").output
        #expect(aside.contains("* parenthesis"))
        #expect(aside.contains("decides “must be freed”"))
        #expect(!aside.contains("lost: it stands in a parenthesis"))
    }

    @Test("As JSON it names its schema, and holds the same")
    func json() throws {
        let run = try Run("explain", "--format", "json", "Drivers must stop the ring.")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "specgen.explanation/1")
        let explanations = try #require(object?["explanations"] as? [[String: Any]])
        #expect(explanations.first?["sentence"] as? String == "Drivers must stop the ring.")
        #expect((explanations.first?["clauses"] as? [[String: Any]])?.first?["modality"] as? String == "obligation")
    }

    @Test("A kind that matches the words and leaves them alone is named, with what they tell instead")
    func refusals() throws {
        let vocabulary = Run.package.appending(path: "Spec/dma-buf/vocabulary.yaml").path
        let sentence = "Importers may sleep after the vmap."
        let run = try Run("explain", "--vocabulary", vocabulary, sentence)
        #expect(run.output.contains("  not by   sleeping: "))
        #expect(run.output.contains("but afterwards nothing is held"))
        let json = try Run("explain", "--format", "json", "--vocabulary", vocabulary, sentence)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let explanations = try #require(object?["explanations"] as? [[String: Any]])
        let refused = try #require(explanations.first?["refused"] as? [[[String: Any]]])
        #expect(refused.first?.first?["reason"] as? String == "afterwards nothing is held any more")
    }

    @Test("What would move a terminal's cursor is made visible")
    func inert() throws {
        let run = try Run("explain", "The caller must hold\u{1B}[31m it.")
        #expect(!run.output.contains("\u{1B}"))
        #expect(run.output.contains("␛[31m"))
    }

    @Test("The examples of its help that look in Spec/ find something there")
    func examples() throws {
        let lines = try Run("help", "explain").output.split(separator: "\n")
        let examples = lines.filter { $0.hasPrefix("  specgen explain") && $0.contains("Spec") }
        #expect(!examples.isEmpty)
        for example in examples {
            let run = try Run(
                shell: example.trimmingCharacters(in: .whitespaces).replacing(
                    "specgen", with: "$SPECGEN", maxReplacements: 1),
                in: Run.package)
            #expect(run.status == 0 && !run.output.isEmpty, "\(example)\(run.errors)")
        }
    }

    @Test("Nothing to explain is a wrong call")
    func empty() throws {
        #expect(try Run("explain", " ").status == 2)
        #expect(try Run("explain", "... --").status == 2)
        #expect(try Run("explain", "--in", header, "--kind", "doc", "a sentence").status == 2)
    }
}
