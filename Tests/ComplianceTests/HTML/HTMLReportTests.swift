import Clauses
import Foundation
import KernelDoc
import Promises
import Testing
@testable import Compliance

@Suite("The page") struct HTMLReportTests {
    private func clause(
        _ id: String, _ text: String, of sentence: String? = nil, line: Int, unit: Clause.Unit = .sentence
    ) -> Clause {
        Clause(
            id: id, block: .init(kind: .markdown, title: "Gates"), unit: unit,
            source: .init(file: "gates.md", line: line, endLine: line), sentence: sentence ?? text, text: text,
            modality: .obligation, bearer: "visitor")
    }

    private func html(_ clauses: [Clause], _ markdown: String?) -> String {
        let documents = markdown.map { DocumentReader().read(Array($0.utf8), named: "gates.md").documents } ?? []
        return HTMLReport(ComplianceReport(clauses: clauses, result: nil), documents: documents).description
    }

    @Test("A clause is marked in the text where its words stand, with the markup that they have there.")
    func marks() {
        let page = html(
            [clause("gates/pass-1", "A visitor must hold a pass.", line: 3)],
            "# Gates\n\nGates are old. A *visitor*\nmust hold a `pass`.\n")
        #expect(
            page.contains(
                """
                <h3>Gates</h3>
                <p>Gates are old. <span class="c untested" id="gates/pass-1" data-i="0">A <em>visitor</em> must hold a \
                <code>pass</code>.</span></p>
                """))
    }

    @Test("Two clauses of a sentence have marks of their own, and words that are not theirs have none.")
    func parts() {
        let sentence = "As gates are narrow, one must queue, and nobody may push."
        let page = html(
            [
                clause("gates/queue-1", "one must queue", of: sentence, line: 1),
                clause("gates/push-2", "nobody may push", of: sentence, line: 1),
            ], sentence + "\n")
        #expect(
            page.contains(
                ">As gates are narrow, <span class=\"c untested\" id=\"gates/queue-1\" data-i=\"0\">one must queue</span>, and <span class=\"c untested\" id=\"gates/push-2\" data-i=\"1\">nobody may push</span>.</p>"
            ))
    }

    @Test("Clauses with the same words share a mark, and each can be linked to.")
    func shared() {
        let page = html(
            [clause("gates/a-1", "Queue and wait.", line: 1), clause("gates/b-2", "Queue and wait.", line: 1)],
            "Queue and wait.\n")
        #expect(page.contains("id=\"gates/a-1\" data-i=\"0 1\"><a id=\"gates/b-2\"></a>Queue and wait."))
    }

    @Test("A sentence that occurs twice is marked on the line that the clause names.")
    func repeated() {
        let page = html([clause("gates/b-2", "Queue here.", line: 5)], "Queue here.\n\nOr there.\n\nQueue here.\n")
        #expect(page.contains("<p>Queue here.</p>\n<p>Or there.</p>\n<p><span class=\"c untested\" id=\"gates/b-2\""))
    }

    @Test("A prototype is marked in its literal block, however it is spaced there.")
    func prototype() {
        let page = html(
            [clause("gates/open-1", "int gate_open(struct gate *gate, int hour)", line: 4, unit: .interface)],
            "To open:\n\n```\nint gate_open(struct gate *gate,\n              int hour);\n```\n")
        #expect(
            page.contains(
                "<pre tabindex=\"0\"><span class=\"c untested\" id=\"gates/open-1\" data-i=\"0\">int gate_open("))
    }

    @Test("Clauses that the documentation no longer has are listed, not lost.")
    func missing() {
        let page = html([clause("gates/gone-1", "Gates must creak.", line: 1)], "Gates must not creak.\n")
        #expect(page.contains("were not found in the documentation as it is now"))
        #expect(page.contains("data-i=\"0\">Gates must creak.</span>"))
    }

    @Test("Without the documentation itself, its sentences are shown.")
    func loose() {
        let page = html([clause("gates/a-1", "Queue.", line: 1), clause("gates/b-2", "Wait.", line: 2)], nil)
        #expect(page.contains("The text itself could not be read"))
        #expect(page.contains("data-i=\"1\">Wait.</span>"))
    }

    @Test("Lists stay lists, however deep or damaged.")
    func lists() {
        let page = html([clause("gates/a-1", "four", line: 4)], "- one\n  - two\n    - three\n- four\n\nfive\n")
        #expect(page.contains("<ul><li><p>three</p>\n</li></ul>"))
        #expect(page.components(separatedBy: "<ul").count == page.components(separatedBy: "</ul").count)
        #expect(page.components(separatedBy: "<li").count == page.components(separatedBy: "</li").count)
    }

    @Test("The page needs nothing but itself.")
    func alone() {
        let page = SampleSpec.page(of: 30).html
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains(" src="))
        #expect(!page.contains("@import") && !page.contains("url("))
    }

    @Test("Five thousand clauses make less than three megabytes.")
    func size() {
        // A fifth of them, a fifth of the size: the page grows with its clauses, and debug builds are slow.
        #expect(SampleSpec.page(of: 1000).html.utf8.count < 600_000)
    }

    // MARK: - Nothing in the documentation is obeyed

    static let evil =
        "</script><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">]]>--> ${1} \\u003c \u{202E}\u{1B}[2J"

    static var evilPage: String {
        let markdown =
            "# Gates </h3><script>document.title='pwned'</script>\n\n"
            + evil.replacing("<", with: "\\<").replacing("[", with: "\\[") + "\n"
        var clause = Clause(
            id: "gates/\"><script>document.title='pwned'</script>-1",
            block: .init(kind: .markdown, title: evil, section: evil),
            source: .init(file: "</h2><script>document.title='pwned'</script>.md", line: 3, endLine: 3), sentence: evil,
            text: evil,
            modality: .obligation, bearer: evil, symbols: [evil], errors: [evil], condition: evil,
            quantity: .init(relation: .atMost, value: 1, unit: evil), leadIn: evil,
            rule: .init(
                kind: .maxHeld, force: .required, parameters: ["subject": .word("x"), evil: .words([evil])],
                pattern: evil, matched: evil),
            reason: evil, unbound: [evil], testName: evil)
        clause.reason = evil
        let test = TestResult(
            clause: clause.id, name: evil, file: "Generated/\(evil).swift", line: 1, outcome: .failed, message: evil,
            killed: [evil])
        let result = RunResult(
            scope: .full, started: Date(), finished: Date(), tests: [test],
            mutants: [Mutant(evil, says: evil, breaks: Promise(.maxHeld, named: "x"))])
        let report = ComplianceReport(
            clauses: [clause], result: result,
            waivers: [Waiver(clause: evil, reason: evil, date: Samples.day("2025-05-01"))],
            today: Samples.day("2025-06-01"))
        let document = DocumentReader().read(Array(markdown.utf8), named: "gates.md").documents.first.map {
            Document(file: clause.source.file, prose: $0.prose)
        }
        return HTMLReport(
            report, title: evil, run: evil, documents: document.map { [$0] } ?? [],
            testSources: ["Generated/\(evil).swift": "@Test(\n    func x() { \"\(evil)\"\n}"],
            history: ClauseHistory([.init(name: evil, date: evil, snapshot: Snapshot(report))])
        ).description
    }

    @Test("Nothing that the documentation says becomes markup, a script, or a sign that reorders text.")
    func inert() {
        let page = Self.evilPage
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(page.components(separatedBy: "</script").count == 3)
        #expect(!page.contains("<img"))
        #expect(
            page.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
    }

    // MARK: - Sources of tests

    @Test("Of a test's source the function is kept, and its arguments.")
    func source() {
        let file = """
            struct Gates {
                @Test(
                    "A visitor must queue.",
                    .clause("gates/queue-1"),
                    arguments: [1, 2])
                func queue(n: Int) throws {
                    if n > 1 {
                        wait()
                    }
                }
            }
            """.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            TestSource.lines(at: 2, in: file) == [
                "@Test(arguments: [1, 2])", "func queue(n: Int) throws {", "    if n > 1 {", "        wait()", "    }",
                "}",
            ])
        for line in [-1, 0, 1, 3, 11, 12, Int.max] { #expect(TestSource.lines(at: line, in: file).isEmpty) }
    }
}
