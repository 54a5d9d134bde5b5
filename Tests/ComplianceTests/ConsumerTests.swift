import Clauses
import Foundation
import KernelDoc
import Testing

@testable import Compliance

/// Each format read by the program that it is for. To have them all: `scripts/consumers`, and `apt-get install lcov`.
@Suite("Formats, read by the programs that they are for") struct ConsumerTests {
    private static let evil = FormatTests.evil

    @Test(
        "junitparser counts what the report counts.",
        .enabled(if: Consumers.hasModule("junitparser"), "junitparser is not installed: scripts/consumers does that"))
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

    @Test(
        "sarif-tools reads the findings.",
        .enabled(if: Consumers.isPresent("sarif"), "sarif-tools is not installed: scripts/consumers does that"))
    func sarif() throws {
        let text = try SARIFReport(Samples.report, version: "1.0.0").text()
        let run = try #require(try Consumers.run("sarif", "summary \"$FILE\"", on: text, named: "r.sarif"))
        #expect(run.status == 0)
        for words in ["error: 1", "failing: 1", "warning: 1", "unproven: 1"] { #expect(run.output.contains(words)) }
    }

    @Test(
        "The findings are SARIF 2.1.0 by its official schema.",
        .enabled(
            if: Consumers.sarifSchema != nil && Consumers.hasModule("jsonschema"),
            "the schema is not here: scripts/consumers fetches it"))
    func sarifSchema() throws {
        let schema = try #require(Consumers.sarifSchema)
        for report in [Samples.report, Self.evil, ComplianceReport(clauses: [], result: nil)] {
            let text = try SARIFReport(report, version: "1.0.0").text()
            #expect(try SchemaTests.complaints(text, file: schema) == "")
        }
        var result = SARIFLog.Result(rule: "odd", message: "even", source: .init(file: "a.md", line: 2, endLine: 3))
        result.column = 7
        result.related = .init(source: .init(file: "b.md", line: 4, endLine: 4), message: "there")
        let rules = [SARIFLog.Rule(id: "odd", severity: .note, summary: "It is odd.", help: "Make it even.")]
        let log = try SARIFLog(version: "1.0.0", rules: rules, results: [result]).text()
        #expect(log.contains("relatedLocations") && log.contains("startColumn"))
        #expect(try SchemaTests.complaints(log, file: schema) == "")
        let wrong = try SARIFReport(Samples.report, version: "1.0.0").text().replacing("\"warning\"", with: "\"woe\"")
        #expect(try SchemaTests.complaints(wrong, file: schema).contains("woe"))
    }

    @Test("lcov sums up the lines.", .enabled(if: Consumers.isPresent("lcov"), "lcov is not installed"))
    func lcov() throws {
        let text = LCOVReport(Samples.report).description
        let run = try #require(try Consumers.run("lcov", "--summary \"$FILE\"", on: text, named: "r.info"))
        #expect(run.status == 0)
        #expect(run.output.contains("functions..: 16.7% (1 of 6 functions)"))
    }

    @Test(
        "StrictDoc exports the clauses.",
        .enabled(if: Consumers.isPresent("strictdoc"), "StrictDoc is not installed: scripts/consumers does that"))
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
        .enabled(if: Consumers.hasModule("sphinx_needs"), "sphinx-needs is not installed: scripts/consumers does that"))
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

/// What is written as JSON, held against the schemas that are published for it.
@Suite(
    "JSON, held against its schemas",
    .enabled(
        if: Consumers.hasModule("jsonschema"),
        "the Python module jsonschema is not installed: scripts/consumers does that"))
struct SchemaTests {
    private static let schemas = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/schemas").standardizedFileURL.path

    private func complaints(_ json: String, _ schema: String) throws -> String {
        try Self.complaints(json, file: "\(Self.schemas)/\(schema).schema.json")
    }

    /// What a schema says against some JSON, a line each.
    static func complaints(_ json: String, file schema: String) throws -> String {
        let script = """
            -c 'import json, jsonschema
            schema = json.load(open("\(schema)"))
            validator = jsonschema.validators.validator_for(schema)
            validator.check_schema(schema)
            for error in validator(schema).iter_errors(json.load(open("f.json"))):
                print(error.json_path, error.message[:200])'
            """
        let run = try #require(try Consumers.run("python3", script, on: json, named: "f.json"))
        return run.output + (run.status == 0 ? "" : "exit \(run.status)")
    }

    @Test("Reports are specgen.report/1.")
    func report() throws {
        for report in [
            Samples.report, LinuxReportTests.report, FormatTests.evil, ComplianceReport(clauses: [], result: nil),
        ] {
            #expect(try complaints(try JSONReport(report).text(), "specgen.report-1") == "")
        }
        // A schema that takes anything would say nothing.
        let wrong = try JSONReport(Samples.report).text().replacing("\"failing\",", with: "\"broken\",")
        #expect(try complaints(wrong, "specgen.report-1").contains("broken"))
    }

    @Test("Clauses are specgen.clauses/1, as they are extracted and as they are generated.")
    func clauses() throws {
        let json = ClauseJSON(Samples.clauses)
        for bytes in [json.finished(), json.indented()] {
            #expect(try complaints(String(decoding: bytes, as: UTF8.self), "specgen.clauses-1") == "")
            #expect(try JSONDecoder().decode(ClauseList.self, from: Data(bytes)).clauses == Samples.clauses)
        }
    }

    @Test("Diffs are specgen.diff/1.")
    func diff() throws {
        let old = Samples.clauses
        var new = Array(old.dropFirst())
        new[0].text = "Each pass should be given back."
        new[0].sentence = new[0].text
        new[0].modality = .recommendation
        var diffs = [ClauseDiff(from: old, to: new)]
        // With a contradiction, and with a successor.
        let header = "/**\n * gate_open() - opens a gate\n *\n * Gates creak, and the hinges squeal"
        for (before, after, file) in [
            (
                "# A\n\nAs old visitors might expect visible bearings, the keeper needs to set up a visible bearing.\n",
                "# B\n\nThe bearing has to be invisible.\n", "gate.md"
            ),
            (
                "\(header); the caller must hold at most 2 passes.\n */\nint gate_open(void);\n",
                "\(header).\n *\n * The caller must hold at most 2 passes.\n */\nint gate_open(void);\n", "gate.h"
            ),
        ] {
            func clauses(_ text: String) -> [Clause] {
                DocumentReader().read(Array(text.utf8), named: file).documents
                    .flatMap { ClauseExtractor().clauses(in: $0) }
            }
            diffs.append(ClauseDiff(from: clauses(before), to: clauses(after)))
        }
        #expect(diffs.contains { $0.changes.contains { $0.contradiction != nil } })
        #expect(diffs.contains { $0.changes.contains { !$0.successors.isEmpty } })
        for diff in diffs {
            let text = try DiffJSON(diff, tests: DiffTests(Samples.report)).text()
            #expect(try complaints(text, "specgen.diff-1") == "")
        }
    }

    @Test("Results are specgen.result/1.")
    func result() throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let tests = [
            Samples.test("gates/a-1"), Samples.test("gates/b-2", .failed, message: "woe"),
            Samples.test("gates/c-3", .absent, message: "there is no gate"), Samples.test("gates/d-4", .notObservable),
            Samples.test("gates/e-5", .planned), Samples.test("gates/f-6", .running),
        ]
        for (isFinished, system) in [(true, "6.1.0"), (true, nil), (false, nil)] {
            var result = Samples.result(tests, isFinished: isFinished)
            result.system = system
            #expect(
                try complaints(String(decoding: encoder.encode(result), as: UTF8.self), "specgen.result-1") == "")
        }
        let wrong = String(decoding: try encoder.encode(Samples.result(tests)), as: UTF8.self)
            .replacing("\"absent\"", with: "\"elsewhere\"")
        #expect(try complaints(wrong, "specgen.result-1").contains("elsewhere"))
    }

    @Test("Items are specgen.kernel-doc/1.")
    func items() throws {
        var json = KernelDocJSON()
        let sources = [
            "gates.h": """
            /**
             * struct gate - a gate
             * @lock: protects it
             */
            struct gate {
                struct mutex lock;
                union { int width; long height; } size;
            };
            /**
             * gate_open() - opens a gate
             * @gate: which one
             *
             * Return: 0 on success.
             */
            int gate_open(struct gate *gate);
            /** DOC: Gates
             * Gates are narrow. */
            /**
             * broken
            """, "gates.md": "# Gates\n\nGates are narrow.\n",
        ]
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            for document in DocumentReader().read(Array(text.utf8), named: name).documents { json.append(document) }
        }
        #expect(try complaints(String(decoding: json.finished(), as: UTF8.self), "specgen.kernel-doc-1") == "")
    }
}
