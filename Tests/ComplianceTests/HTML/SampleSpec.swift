import Clauses
import Compliance
import Foundation
import KernelDoc
import Promises

/// Documentation of any size about gates, with its clauses: what the page is tried on.
enum SampleSpec {
    struct Page {
        var report: ComplianceReport
        var documents: [Document]
        var testSources: [String: String]
        var html: String {
            HTMLReport(
                report, run: "swift test, 2025-03-31 12:00", documents: documents, testSources: testSources,
                history: history
            )
            .description
        }
        var history: ClauseHistory?
    }

    private static let subjects = ["visitor", "keeper", "guide", "warden"]
    private static let things = ["pass", "key", "lantern", "ladder", "rope", "ledger", "bell", "hinge"]
    private static let verbs: [(String, Modality)] = [
        ("must give back every", .obligation), ("must not sleep while holding a", .prohibition),
        ("may borrow a", .permission),
        ("should look after the", .recommendation), ("is never handed the wrong", .guarantee),
        ("once painted a", .informative),
    ]

    /// - Parameter count: of clauses; about a dozen stand in each section, two dozens with tests in each file.
    static func page(of count: Int) -> Page {
        var markdown = "# Gates\n\n"
        var clauses: [Clause] = []
        var tests: [TestResult] = []
        var sources: [String: String] = [:]
        var source: [String] = ["import Testing", ""]
        var line = 3
        for index in 0..<count {
            if index % 12 == 0 {
                markdown += "\n## Section \(index / 12)\n\n"
                line += 3
            }
            let (verb, modality) = verbs[index % verbs.count]
            let subject = subjects[index / 3 % subjects.count]
            let thing = things[index / 5 % things.count]
            let sentence =
                "The \(subject) \(verb) \(thing) of gate number \(index) before the bell() rings in the evening."
            let isItem = index % 12 > 8
            markdown +=
                (isItem ? "- " : "")
                + sentence.replacing("before", with: "*before*").replacing("bell()", with: "`bell()`") + "\n"
                + (isItem || index % 4 == 3 ? "\n" : "")
            let kind: RuleKind? =
                modality == .informative ? nil : [RuleKind.maxHeld, .pairs, .sleeping, .order][index % 4]
            let name = "gate\(index)"
            clauses.append(
                Clause(
                    id:
                        "section-\(index / 12)/\(subject)-\(thing)-gate-\(index)-\(String(0xabc0_0000 + index, radix: 16))",
                    block: .init(kind: .markdown, title: "Section \(index / 12)"),
                    source: .init(file: "Spec/gates.md", line: line, endLine: line), sentence: sentence, text: sentence,
                    modality: modality, bearer: modality == .informative ? "none" : subject, symbols: ["bell"],
                    condition: "before the bell() rings in the evening",
                    rule: kind.map {
                        .init(
                            kind: $0, force: .required,
                            parameters: ["subject": .word(thing), "limit": .number(index % 7)],
                            pattern: "hold … {number} {resource}", matched: "\(verb) \(thing)")
                    },
                    reason: index % 11 == 0 ? "kindness cannot be observed" : nil, testName: kind == nil ? nil : name))
            line += 1 + (isItem || index % 4 == 3 ? 1 : 0)
            guard kind != nil, index % 11 != 0 else { continue }
            let start = source.count + 1
            source += [
                "    @Test(", "        \"\(sentence)\",", "        .clause(",
                "            \"section-\(index / 12)/…\",",
                "            .init(.maxHeld, Bed.Resource.\(thing)), on: Bed.self,",
                "            at: \"Spec/gates.md:\(line)\"))",
                "    func \(name)() throws {", "        let bed = try Bed()", "        try bed.prepare(for: .map)",
                "        for _ in 1...2 {", "            #expect(try bed.hold(.\(thing)).succeeded)", "        }",
                "        #expect(bed.isClean)", "        // One more is one too many.",
                "        try bed.hold(.\(thing))",
                "        #expect(bed.reported(.tooManyHeld, Bed.Resource.\(thing)))", "    }", "",
            ]
            let file = "Generated/Gates.swift"
            let outcome: TestResult.Outcome = index % 97 == 5 ? .failed : .passed
            tests.append(
                TestResult(
                    clause: clauses[index].id, name: "\(name)()", file: file, line: start, outcome: outcome,
                    seconds: Double(index % 9) / 1000,
                    message: outcome == .failed ? "Expectation failed: bed.isClean\n  traced: hold, hold" : nil,
                    killed: index % 5 == 0 ? [] : ["breaks-\(thing)-\(kind?.rawValue ?? "")"]))
        }
        sources["Generated/Gates.swift"] = source.joined(separator: "\n")
        let mutants = things.flatMap { thing in
            [RuleKind.maxHeld, .pairs, .sleeping, .order].map {
                Mutant(
                    "breaks-\(thing)-\($0.rawValue)", says: "a \(thing) too many is not noticed",
                    breaks: Promise($0, named: thing))
            }
        }
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        let result = RunResult(scope: .full, started: start, finished: start, tests: tests, mutants: mutants)
        let waivers = clauses.filter { $0.modality == .permission }.prefix(3).map {
            Waiver(clause: $0.id, reason: "painted later", date: Samples.day("2025-05-01"))
        }
        let report = ComplianceReport(
            clauses: clauses, result: result, waivers: Array(waivers), today: Samples.day("2025-06-01"))
        let documents = DocumentReader().read(Array(markdown.utf8), named: "Spec/gates.md").documents
        return Page(report: report, documents: documents, testSources: sources)
    }
}
