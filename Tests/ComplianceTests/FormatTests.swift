import Clauses
import Compliance
import Foundation
import KernelDoc
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Formats that other tools read") struct FormatTests {
    /// Every text in it tries to be something else.
    static let evil: ComplianceReport = {
        let words = "Be <b>ware</b> & \"go\" ']]>' | `x` @all #1 \u{1B}[2J\u{FFFE}\u{202E}\\ ${{ x }}\nEnd"
        var clause = Samples.clause(
            "gates/evil,1", words, block: .init(kind: .doc, title: "ti|tle <script>"), reason: words)
        clause.source = SourceLocation(file: "a dir/é\"<&>\n.md", line: 4, endLine: 5)
        return ComplianceReport(
            clauses: [clause], result: Samples.result([Samples.test(clause.id, .failed, message: words)]))
    }()

    @Test("JUnit has a suite for each section and a case for each clause.")
    func junit() throws {
        let text = JUnitReport(Samples.report).description
        #expect(text.contains(#"<testsuite name="Spec/gate.md: gates" tests="6" failures="1" errors="0" skipped="4""#))
        #expect(
            text.contains(
                #"""
                    <testcase name="A visitor must not sleep." classname="gates/failing-33333333" file="Spec/gate.md" line="7" time="0.250">
                      <failure message="its test fails">Expectation failed: bed.isClean
                The calls: none</failure>
                    </testcase>
                """#))
        #expect(text.contains(#"<skipped message="unbound: not in the vocabulary: hinges"/>"#))
        #expect(!text.contains("Gates are old."))
        #expect(try XMLDocument(xmlString: text).nodes(forXPath: "//testcase").count == 6)
    }

    @Test("JUnit stays well-formed, whatever the documentation holds.")
    func junitEvil() throws {
        let document = try XMLDocument(xmlString: JUnitReport(Self.evil).description)
        let cases = try document.nodes(forXPath: "/testsuites/testsuite/testcase")
        let name = try #require((cases.first as? XMLElement)?.attribute(forName: "name")?.stringValue)
        #expect(name.hasPrefix("Be <b>ware</b> & \"go\" ']]>' | `x` @all #1 ␛[2J"))
        #expect(try document.nodes(forXPath: "//failure").count == 1)
        #expect(try document.nodes(forXPath: "//b").isEmpty)
    }

    private func sarif(_ report: ComplianceReport) throws -> (log: [String: Any], results: [[String: Any]]) {
        let text = try SARIFReport(report, version: "1.2.3").text()
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        return (log, try #require(run["results"] as? [[String: Any]]))
    }

    @Test("SARIF has a finding on the documentation's lines for each clause that is not verified.")
    func sarif() throws {
        let (log, results) = try sarif(Samples.report)
        #expect(log["version"] as? String == "2.1.0")
        #expect(results.map { $0["ruleId"] as? String } == ["unproven", "failing", "untested", "unbound", "waived"])
        #expect(results.map { $0["level"] as? String } == ["warning", "error", "note", "note", "note"])
        #expect(results.map { $0["suppressions"] != nil } == [false, false, false, false, true])
        let location = try #require((results[1]["locations"] as? [[String: Any]])?.first)
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        #expect((physical["artifactLocation"] as? [String: Any])?["uri"] as? String == "Spec/gate.md")
        #expect(physical["region"] as? [String: Int] == ["startLine": 7, "endLine": 8])
    }

    @Test("SARIF, GitHub and compilers are told the same.")
    func sameFindings() throws {
        let (_, results) = try sarif(Samples.report)
        let open = results.filter { $0["suppressions"] == nil }
        let texts = open.map { ($0["message"] as? [String: Any])?["text"] as? String ?? "" }
        let levels = open.map { $0["level"] as? String ?? "" }
        #expect(texts.count == 4)
        let compiler = CompilerReport(Samples.report).description
        let commands = GitHubReport(Samples.report).description.split(separator: "\n")
        for (index, text) in texts.enumerated() {
            let lines = text.split(separator: "\n").joined(separator: "\n  ")
            #expect(compiler.contains("\(levels[index]): \(lines)\n"))
            #expect(commands[index].hasPrefix("::\(levels[index] == "note" ? "notice" : levels[index]) "))
            let title = text.prefix { $0 != ":" }
            let message = text.dropFirst(title.count + 2).replacing("\n", with: "%0A")
            #expect(commands[index].hasSuffix("title=\(title)::\(message)"))
        }
    }

    @Test("In SARIF a file's name is a URI, and no text is obeyed by a terminal.")
    func sarifEvil() throws {
        let (_, results) = try sarif(Self.evil)
        let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        let uri = (physical["artifactLocation"] as? [String: Any])?["uri"] as? String
        #expect(uri == "a%20dir/%C3%A9%22%3C%26%3E%0A.md")
        let text = try SARIFReport(Self.evil, version: "1.2.3").text()
        #expect(
            text.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
    }

    @Test("In LCOV a clause is a function and a line of documentation a line.")
    func lcov() {
        let other = Samples.clause("gates/shares-88888888", "And leave.", line: 4, rule: nil)
        let result = Samples.result([Samples.test(Samples.clauses[0].id, killed: ["allowsFourPasses"])])
        let report = ComplianceReport(clauses: [Samples.clauses[0], other, Samples.clauses[6]], result: result)
        // The first clause stands on lines 3 and 4, the second on 4 and 5.
        #expect(
            LCOVReport(report).description == """
                TN:documentation
                SF:Spec/gate.md
                FN:3,gates/verified-11111111
                FN:4,gates/shares-88888888
                FNDA:1,gates/verified-11111111
                FNDA:0,gates/shares-88888888
                FNF:2
                FNH:1
                DA:3,1
                DA:4,0
                DA:5,0
                LF:3
                LH:1
                end_of_record

                """)
        #expect(LCOVReport(Self.evil).description.contains("SF:a dir/é\"<&> .md\nFN:4,gates/evil;1\n"))
    }

    @Test(
        "A clause with damaged line numbers is written all the same.",
        arguments: [
            (0, 0), (-5, -9), (Int.max, Int.max), (1, Int.max), (Int.max, 1), (Int.min, Int.max),
        ])
    func lcovDamaged(line: Int, endLine: Int) {
        var clause = Samples.clause("gates/a")
        clause.source = SourceLocation(file: "a.md", line: line, endLine: endLine)
        let report = ComplianceReport(clauses: [clause], result: nil)
        let text = LCOVReport(report).description
        #expect(text.hasSuffix("end_of_record\n"))
        #expect(text.split(separator: "\n").count < 1020)
    }

    @Test("The Markdown summary has the figures, the sections, and what fails or is unproven.")
    func markdown() {
        #expect(
            MarkdownReport(Samples.report).description == #"""
                ## Compliance with the documentation

                1 of 6 normative clauses verified \(16.6 %\): 1 unproven, 1 failing, 1 untested, 1 unbound, 1 waived; 1 informative.

                | section | verified | unproven | failing | untested | unbound | waived | coverage |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | gates | 1 | 1 | 1 | 1 | 1 | 1 | 16.6 % |
                | **all** | 1 | 1 | 1 | 1 | 1 | 1 | 16.6 % |

                ### Failing

                - A visitor must not sleep. `Spec/gate.md:7`
                  <br>its test fails `gates/failing-33333333`

                ### Unproven

                - Each pass must be given back. `Spec/gate.md:5`
                  <br>no mutant breaks pairs\(enter\) `gates/unproven-22222222`

                """#)
    }

    @Test("In Markdown, no text becomes markup, HTML or a mention.")
    func markdownEvil() {
        let text = MarkdownReport(Self.evil).description
        for mark in ["<b>", "<script>", " | `x`", "@all", "#1", "\u{1B}", "\u{202E}", "${{"] {
            #expect(!text.contains(mark))
        }
        #expect(text.contains(#"ti\|tle &#60;script&#62;"#))
        let lists = ["- a", "1. a", "12) a", "= a", "1"].map { words in
            MarkdownReport(
                ComplianceReport(
                    clauses: [Samples.clause("gates/a", words)], result: Samples.result([Samples.test("gates/a")]))
            )
            .description
        }
        #expect(lists[0].contains(#"- \- a "#))
        #expect(lists[1].contains(#"- 1\. a "#))
        #expect(lists[2].contains(#"- 12\) a "#))
        #expect(lists[3].contains(#"- \= a "#))
        #expect(lists[4].contains("- 1 "))
    }
}
