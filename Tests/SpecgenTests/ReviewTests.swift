import Clauses
import Compliance
import Foundation
import Promises
import Testing
@testable import specgen

/// What reviewers and continuous integration ask of a run.
@Suite("Reports for reviewers, and the ratchet")
struct ReviewTests {
    private let scratch: TemporaryFolder
    private let clauses = [
        ReviewTests.clause("gates/at-most-three-1234abcd", "At most three visitors may pass."),
        ReviewTests.clause("gates/knock-first-5678abcd", "A visitor must knock first."),
    ]

    private static func clause(_ id: String, _ words: String) -> Clause {
        Clause(
            id: id, block: .init(kind: .markdown, title: "gates"),
            source: .init(file: "Spec/gates/gates.md", line: 3, endLine: 3), sentence: words, text: words,
            modality: .obligation, bearer: "visitor",
            rule: .init(kind: .maxHeld, force: .required, parameters: ["subject": .word("pass")], pattern: "pass"))
    }

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file("Package.swift")
        try scratch.file("Spec/gates/vocabulary.yaml")
        try scratch.file(
            "Spec/gates/gates.md", "# gates\n\nAt most three visitors may pass. A visitor must knock first.\n")
    }

    /// Leaves the result of a run in which these clauses are proven and the others only pass.
    private func leave(_ clauses: [Clause], proven: Set<String>) throws {
        try scratch.file(
            "Generated/clauses.json", String(decoding: try JSONEncoder().encode(ClauseList(clauses)), as: UTF8.self))
        let store = ResultStore(package: scratch.url)
        let tests = clauses.map {
            TestResult(clause: $0.id, name: "test()", outcome: .passed, killed: proven.contains($0.id) ? ["four"] : [])
        }
        let mutant = Mutant("four", says: "a fourth may pass", breaks: Promise(.maxHeld, named: "pass"))
        let result = RunResult(scope: .full, started: Date(), finished: Date(), tests: tests, mutants: [mutant])
        _ = try store.begin(result)
        try store.finish(result)
    }

    private func specgen(_ arguments: String...) throws -> Run { try Run(arguments, in: scratch.url) }

    @Test("Every form is written whole", arguments: Report.Format.allCases)
    func forms(_ format: Report.Format) throws {
        try leave(clauses, proven: [clauses[0].id])
        let run = try specgen("report", "--format", format.rawValue)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("knock first") || format == .lcov && run.output.hasSuffix("end_of_record\n"))
    }

    @Test("What is handed to other tools says what it is about: the subsystem, or what the call says")
    func subject() throws {
        try leave(clauses, proven: [])
        for (format, words) in [
            ("html", "<title>gates: what its documentation"), ("needs", "\"project\" : \"gates\""),
            ("strictdoc", "TITLE: gates: what"), ("spdx", "// SPDX-Req-Sys: gates\n"),
            ("junit", "<testsuites name=\"gates\""),
        ] {
            #expect(try specgen("report", "--format", format).output.contains(words), "\(format)")
        }
        let named = try specgen("report", "--format", "spdx", "--subject", "GATES OF THE CITY")
        #expect(named.output.contains("// SPDX-Req-Sys: GATES OF THE CITY\n"))
    }

    @Test("The page has the documentation as it is")
    func page() throws {
        try leave(clauses, proven: [clauses[0].id])
        let page = try specgen("report", "--format", "html").output
        #expect(
            page.contains("<span class=\"c verified\" id=\"gates/at-most-three-1234abcd\" data-i=\"0\">At most three"))
        #expect(!page.contains("could not be read") && !page.contains("were not found"))
    }

    @Test("Waivers beside the documentation count, and one that does nothing is told")
    func waivers() throws {
        try leave(clauses, proven: [])
        try scratch.file(
            "Spec/gates/waivers.txt",
            "gates/knock-first-5678abcd 2025-05-01: deaf keepers\ngates/gone-1 2025-05-01: old\n")
        let run = try specgen("report")
        #expect(run.output.contains("waived"))
        #expect(run.output.contains("deaf keepers"))
        #expect(run.output.contains("unknown waiver"))
    }

    @Test("What chooses for the terminal is a wrong call for other forms")
    func choices() throws {
        try leave(clauses, proven: [])
        #expect(try specgen("report", "--status", "unproven").status == 0)
        #expect(try specgen("report", "--status", "unproven", "--format", "json").status == 2)
    }

    @Test("Lost coverage is a finding that names the clause and its words; reworded text has to be verified again")
    func ratchet() throws {
        try leave(clauses, proven: Set(clauses.map(\.id)))
        let none = try specgen("check", "--snapshot")
        #expect(none.status == 2)
        #expect(none.errors.contains("specgen report --format snapshot"))
        try scratch.file("Spec/compliance.snapshot", try specgen("report", "--format", "snapshot").output)
        let same = try specgen("check", "--snapshot")
        #expect(same.status == 0)
        #expect(same.output.contains("up to date"))

        let reworded = Self.clause("gates/knock-first-9999abcd", "A visitor must knock twice first.")
        try leave([clauses[0], reworded], proven: [])
        let lost = try specgen("check", "--snapshot")
        #expect(lost.status == 1)
        #expect(lost.output.contains("lost gates/at-most-three-1234abcd, now unproven"))
        #expect(lost.output.contains("verified as: A visitor must knock first."))
        #expect(lost.output.contains("since then:  A visitor must knock twice first."))

        try scratch.file("Spec/compliance.snapshot", "nonsense\n")
        let broken = try specgen("check", "--snapshot")
        #expect(broken.status == 2)
        #expect(broken.errors.contains("compliance.snapshot:1"))
    }

    @Test("A mutant that survives and a test that kills nothing are gaps of the proof")
    func proof() throws {
        let none = try specgen("check", "--proof")
        #expect(none.status == 2)
        #expect(none.errors.contains("run `swift test`"))

        try leave(clauses, proven: [])
        let gaps = try specgen("check", "--proof")
        #expect(gaps.status == 1)
        #expect(gaps.output.contains("gap no test fails on the mutant four (a fourth may pass)"))
        #expect(gaps.output.contains("gap the clause gates/knock-first-5678abcd is unproven"))
        #expect(gaps.errors.contains("the proof has 3 gaps"))

        try leave(
            clauses + (3...9).map { Self.clause("gates/\($0)", "Gate \($0) must hold.") }, proven: [clauses[0].id])
        #expect(try specgen("check", "--proof").errors.contains("8 gaps"))
        try leave([clauses[0]], proven: [clauses[0].id])
        try scratch.file("Spec/compliance.snapshot", "nonsense\n")
        #expect(try specgen("check", "--proof", "--snapshot").errors.contains("compliance.snapshot:1"))
        let whole = try specgen("check", "--proof")
        #expect(whole.status == 0)
        #expect(whole.output.contains("each of 1 mutants is killed"))
    }

    @Test(
        "A clause is shown by its id, a part of that, its line, or some of its words",
        arguments: [
            ("gates/knock-first-5678abcd", true), ("5678abcd", true), ("Must Knock", true), ("gates.md:3", true),
            ("gates", false), ("no such words", false), ("gates.md:99", false),
        ])
    func show(_ name: String, _ isFound: Bool) throws {
        try leave(clauses, proven: [])
        let run = try specgen("show", name)
        #expect(run.status == (isFound ? 0 : 2))
        #expect(run.output.contains("A visitor must knock first.") == isFound)
        #expect(isFound || run.errors.contains("no clause has") || run.errors.contains("gates/knock-first-5678abcd"))
    }

    @Test("Of a line that has several clauses, each is shown, one after the other")
    func sharedLine() throws {
        try leave(clauses, proven: [])
        let run = try specgen("show", "Spec/gates/gates.md:3")
        #expect(run.status == 0 && run.errors.isEmpty)
        let parts = run.output.components(separatedBy: "\n\n")
        #expect(parts.count == 2)
        #expect(parts[0].contains(clauses[0].id) && parts[1].contains(clauses[1].id))
    }

    @Test("At a terminal a row's text goes on below itself, and what fits is left as it is")
    func wrappedRows() {
        let plain = Style(for: STDOUT_FILENO, choice: .never)
        let rows = [
            (name: "id", text: "gates/1"), (name: "sentence", text: "A visitor must knock first, and wait.\na  b"),
        ]
        #expect(
            Show.text(of: rows, width: 40, plain) == """
                id        gates/1
                sentence  A visitor must knock first,
                          and wait.
                          a  b

                """)
        #expect(Show.text(of: rows, width: nil, plain).contains("knock first, and wait.\n"))
    }

    @Test("A line means the clause that begins there, as reports name it, before one that merely ends there")
    func beginning() throws {
        var two = clauses
        two[0].source = .init(file: "Spec/gates/gates.md", line: 3, endLine: 4)
        two[1].source = .init(file: "Spec/gates/gates.md", line: 4, endLine: 5)
        try leave(two, proven: [])
        for (line, words) in [(3, "At most three"), (4, "must knock"), (5, "must knock")] {
            let run = try specgen("show", "gates.md:\(line)")
            #expect(run.status == 0)
            #expect(run.output.contains(words))
        }
    }

    @Test("The history of a clause comes from the snapshot's revisions")
    func history() throws {
        try leave(clauses, proven: [])
        try scratch.file("Spec/compliance.snapshot", try specgen("report", "--format", "snapshot").output)
        let git = "git -c user.name=n -c user.email=e@example.org"
        try #require(
            try Run(shell: "git init -q . && git add Spec && \(git) commit -qm one", in: scratch.url).status == 0)
        try leave(clauses, proven: [clauses[0].id])
        try scratch.file("Spec/compliance.snapshot", try specgen("report", "--format", "snapshot").output)
        try #require(try Run(shell: "git add Spec && \(git) commit -qm two", in: scratch.url).status == 0)
        let shown = try specgen("show", clauses[0].id).output.split(separator: "\n").filter { $0.hasPrefix("since") }
        #expect(shown.map { $0.hasSuffix("verified") } == [true, false])
        #expect(try specgen("show", clauses[1].id).output.split(separator: "\n").count { $0.hasPrefix("since") } == 1)
    }

    @Test("The shell completes clause ids")
    func completion() throws {
        try leave(clauses, proven: [])
        let run = try specgen("---completion", "show", "--", "positional@0", "0", "0")
        #expect(run.output.split(separator: "\n").map(String.init) == clauses.map(\.id).sorted())
    }
}
