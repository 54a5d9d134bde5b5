import Clauses
import Foundation
import KernelDoc
import Testing

@testable import Compliance

/// Each format read by the program that it is for. To have them all: `apt-get install lcov`, and `pip install
/// strictdoc sphinx-needs junitparser sarif-tools` into an environment whose `bin` is on the `PATH`, or is named by
/// `SPECGEN_CONSUMERS`.
@Suite("Formats, read by the programs that they are for") struct ConsumerTests {
    private static let evil = FormatTests.evil

    @Test(
        "junitparser counts what the report counts.",
        .enabled(if: Consumers.hasModule("junitparser"), "junitparser is not installed"))
    func junit() throws {
        for report in [Samples.report, Self.evil] {
            let script =
                "-c \"import junitparser; x = junitparser.JUnitXml.fromfile('$FILE'); print(x.tests, x.failures, x.skipped)\""
            let run = try #require(
                try Consumers.run("python3", script, on: JUnitReport(report).description, named: "r.xml"))
            let totals = report.totals
            let skipped = totals.normative - totals.verified - totals.failing
            #expect(run.output == "\(totals.normative) \(totals.failing) \(skipped)\n")
        }
    }

    @Test("sarif-tools reads the findings.", .enabled(if: Consumers.isPresent("sarif"), "sarif-tools is not installed"))
    func sarif() throws {
        let text = try SARIFReport(Samples.report, version: "1.0.0").text()
        let run = try #require(try Consumers.run("sarif", "summary \"$FILE\"", on: text, named: "r.sarif"))
        #expect(run.status == 0)
        for words in ["error: 1", "failing: 1", "warning: 1", "unproven: 1"] { #expect(run.output.contains(words)) }
    }

    @Test("lcov sums up the lines.", .enabled(if: Consumers.isPresent("lcov"), "lcov is not installed"))
    func lcov() throws {
        let text = LCOVReport(Samples.report).description
        let run = try #require(try Consumers.run("lcov", "--summary \"$FILE\"", on: text, named: "r.info"))
        #expect(run.status == 0)
        #expect(run.output.contains("functions..: 16.7% (1 of 6 functions)"))
    }

    @Test(
        "StrictDoc exports the clauses.", .enabled(if: Consumers.isPresent("strictdoc"), "StrictDoc is not installed"))
    func strictdoc() throws {
        for report in [Samples.report, Self.evil] {
            let text = StrictDocReport(report, title: "Gates").description
            let run = try #require(
                try Consumers.run(
                    "strictdoc", "export . --formats=json --output-dir out && cat out/json/index.json", on: text,
                    named: "r.sdoc"))
            #expect(run.status == 0, "\(run.output)")
            for reported in report.clauses where reported.status.isNormative {
                #expect(run.output.contains(RequirementID.plain(reported.clause.id)))
            }
        }
    }

    @Test(
        "Sphinx-Needs imports the clauses.",
        .enabled(if: Consumers.hasModule("sphinx_needs"), "sphinx-needs is not installed"))
    func needs() throws {
        for report in [Samples.report, Self.evil] {
            let text = try NeedsJSON(report, project: "gates").text()
            let build = """
                -c 'import os, sys
                open("conf.py", "w").write("project = \\"gates\\"\\nextensions = [\\"sphinx_needs\\"]\\nneeds_extra_options = [\\"clause\\", \\"modality\\", \\"bearer\\"]\\nneeds_id_regex = \\"^[A-Za-z0-9_-]+\\"\\n")
                open("index.rst", "w").write("Gates\\n=====\\n\\n.. needimport:: needs.json\\n\\n.. needtable::\\n")
                from sphinx.cmd.build import main
                sys.exit(main(["-q", "-b", "needs", ".", "out"]))' && cat out/needs.json
                """
            let run = try #require(try Consumers.run("python3", build, on: text, named: "needs.json"))
            #expect(run.status == 0, "\(run.output)")
            for reported in report.clauses where reported.status.isNormative {
                #expect(
                    run.output.contains("\"\(RequirementID.plain(reported.clause.id))\""), "\(run.output.suffix(2000))")
            }
        }
    }
}
