import Clauses
import Compliance
import Foundation
import Promises
import Testing

/// A Python that knows JSON Schema: from `scripts/consumers`, or the system's.
private enum Validator {
    static let root = Run.package.path
    static let python =
        ["\(root)/.build/consumers/bin/python3"].first(where: FileManager.default.isExecutableFile) ?? "python3"
    static let isThere = (try? Run(shell: "\(python) -c 'import jsonschema'"))?.status == 0
}

/// What the program really prints as JSON, held against the schemas in `docs/schemas`.
@Suite(
    "JSON that is printed",
    .enabled(if: Validator.isThere, "the Python module jsonschema is not installed: scripts/consumers"))
struct PublishedJSONTests {
    private let package: DoorPackage

    init() throws {
        package = try DoorPackage()
        try package.scratch.file(
            "doors.c",
            """
            /**
             * door_enter() - enters by a door
             * @door: which one
             *
             * A visitor must knock first.
             *
             * Return: 0 on success, -EBUSY when it is shut.
             */
            int door_enter(struct door *door)
            {
            }
            """)
        try package.scratch.file("new.md", "# doors\n\nA visitor should hold at most 2 passes at once.\n")
        try package.scratch.file(
            "dubious.md",
            "# doors\n\nCallers may not touch it. The slow door is coherent. The slow door has to be incoherent.\n")
        _ = try Run("generate", in: package.scratch.url)
        let list = try Data(contentsOf: package.scratch.url.appendingPathComponent("Generated/clauses.json"))
        let store = ResultStore(package: package.scratch.url)
        let mutant = Mutant("four", says: "a fourth is let in", breaks: Promise(.maxHeld, named: "pass"))
        let result = RunResult(
            scope: .full, started: Date(), finished: Date(),
            tests: try JSONDecoder().decode(ClauseList.self, from: list).clauses.compactMap { clause in
                clause.testName.map { TestResult(clause: clause.id, name: $0, outcome: .passed, killed: ["four"]) }
            }, mutants: [mutant])
        _ = try store.begin(result)
        try store.finish(result)
    }

    /// A line for each complaint; nil when the program printed nothing.
    private func complaints(about json: String, _ schema: String) throws -> String? {
        guard !json.isEmpty else { return nil }
        try package.scratch.file("printed.json", json)
        let run = try Run(
            shell: """
                \(Validator.python) -c 'import json, jsonschema
                schema = json.load(open("\(Validator.root)/docs/schemas/\(schema).schema.json"))
                for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open("printed.json"))):
                    print(error.json_path, error.message[:200])'
                """, in: package.scratch.url)
        return run.output + run.errors
    }

    @Test(
        "is what its schema says",
        arguments: [
            ("specgen.kernel-doc-1", ["parse", "--format", "json", "doors.c", "Spec"]),
            ("specgen.clauses-1", ["extract", "--format", "json", "doors.c", "Spec"]),
            ("specgen.scan-1", ["scan", "--format", "json", "."]),
            ("specgen.diff-1", ["diff", "--format", "json", "Spec/doors/doors.md", "new.md"]),
            ("specgen.report-1", ["report", "--format", "json"]),
            ("specgen.lint-1", ["lint", "--format", "json", "dubious.md"]),
            ("specgen.explanation-1", ["explain", "--format", "json", "If it is late, a visitor must knock first."]),
            (
                "specgen.explanation-1",
                [
                    "explain", "--format", "json", "A visitor can hold at most 3 passes.", "--vocabulary",
                    "Spec/doors/vocabulary.yaml",
                ]
            ),
        ])
    func printed(_ schema: String, _ arguments: [String]) throws {
        let run = try Run(arguments, in: package.scratch.url)
        #expect(try complaints(about: run.output, schema) == "", "\(run.errors)")
    }

    @Test("is named in docs/schemas, also where it is only written to a file")
    func files() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOf: package.scratch.url.appendingPathComponent(path), encoding: .utf8)
        }
        #expect(try complaints(about: text("Generated/clauses.json"), "specgen.clauses-1") == "")
        #expect(try complaints(about: text(".build/specgen/results/full.json"), "specgen.result-1") == "")
    }
}
