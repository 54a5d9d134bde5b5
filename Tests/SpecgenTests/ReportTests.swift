import Clauses
import Compliance
import Foundation
import Promises
import Testing
@testable import specgen

@Suite("specgen report")
struct ReportTests {
    private let scratch: TemporaryFolder
    private let clause = Clause(
        id: "gates/at-most-three-1234abcd", block: .init(kind: .doc, title: "gates"),
        source: .init(file: "Spec/gates/gates.md", line: 7, endLine: 7), sentence: "At most three\u{1B}[31m may pass.",
        text: "At most three\u{1B}[31m may pass.", modality: .obligation, bearer: "visitor")

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file("Package.swift")
        try scratch.file("Spec/gates/vocabulary.yaml")
    }

    private func leave(
        _ outcome: TestResult.Outcome, minutesAgo: Double, in folder: String = "", finished: Bool = true
    ) throws {
        try scratch.file(
            "\(folder)Generated/clauses.json",
            String(decoding: try JSONEncoder().encode(ClauseList([clause])), as: UTF8.self))
        let store = ResultStore(package: scratch.url.appendingPathComponent(folder))
        let date = Date(timeIntervalSinceNow: -60 * minutesAgo)
        var result = RunResult(
            scope: .full, started: date, tests: [TestResult(clause: clause.id, name: "atMostThree", outcome: outcome)])
        _ = try store.begin(result)
        guard finished else { return }
        result.finished = date
        try store.finish(result)
    }

    @Test("Without a finished run it says how to get one")
    func none() throws {
        let run = try Run("report", in: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("no finished run"))
        #expect(run.errors.contains("swift test"))
    }

    @Test("Outside of any package it says how to name one")
    func noPackage() throws {
        let elsewhere = try TemporaryFolder()
        let run = try Run("report", "--package-path", elsewhere.url.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("is not a package with a specification"))
    }

    @Test("A run in which nothing fails is reported with 0, a failing clause with 1")
    func statuses() throws {
        try leave(.passed, minutesAgo: 2)
        let passed = try Run("report", in: scratch.url)
        #expect(passed.status == 0)
        #expect(passed.output.contains("unproven"))
        #expect(passed.output.contains("from swift test, "))
        try leave(.failed, minutesAgo: 1)
        let failed = try Run("report", in: scratch.url)
        #expect(failed.status == 1)
        #expect(failed.output.contains("failing"))
    }

    @Test(
        "A bearer or a section that no clause has is a slip, and what there is is named",
        arguments: [("--bearer", "vistor", "visitor"), ("--section", "doors", "specgen report")])
    func slips(_ option: String, _ slip: String, _ advice: String) throws {
        try leave(.passed, minutesAgo: 1)
        let run = try Run("report", option, slip, in: scratch.url)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("'\(slip)'") && run.errors.contains(advice))
        #expect(try Run("report", "--bearer", "visitor", "--section", "Gate", in: scratch.url).status == 0)
    }

    @Test("The newest run counts, of the package's own tests or of a verification")
    func newest() throws {
        try leave(.passed, minutesAgo: 2)
        try leave(.failed, minutesAgo: 1, in: ".build/verify/some-patch/")
        #expect(try Run("report", in: scratch.url).output.contains("from specgen verify, "))
        try leave(.passed, minutesAgo: 0)
        #expect(try Run("report", in: scratch.url).output.contains("from swift test, "))
    }

    @Test("A verification of other documents is no run of Spec/: neither its snapshot nor its report, when asked for")
    func ownRuns() throws {
        try leave(.passed, minutesAgo: 2)
        try leave(.failed, minutesAgo: 1, in: ".build/verify/some-patch/")
        try scratch.file(".build/verify/some-patch/inputs.json", #"{"inputs": ["/some.patch"], "side": "new"}"#)
        #expect(try Run("report", "--spec", in: scratch.url).output.contains("from swift test, "))
        #expect(try Run("report", "--format", "snapshot", in: scratch.url).output.contains("unproven"))
        try leave(.failed, minutesAgo: 0, in: ".build/verify/Spec/")
        try scratch.file(".build/verify/Spec/inputs.json", #"{"inputs": [], "side": "new"}"#)
        #expect(try Run("report", "--spec", in: scratch.url).output.contains("from specgen verify, "))
    }

    @Test("A run that has not ended is no result, and is warned of")
    func unfinished() throws {
        try leave(.passed, minutesAgo: 2)
        try leave(.failed, minutesAgo: 1, finished: false)
        let run = try Run("report", in: scratch.url)
        #expect(run.status == 0)
        #expect(run.errors.contains("a newer run of the tests has not ended"))
    }

    @Test("It works from any folder of the package, and with the package named")
    func places() throws {
        try leave(.passed, minutesAgo: 2)
        #expect(try Run("report", in: scratch.url.appendingPathComponent("Spec/gates")).status == 0)
        #expect(try Run("report", "--package-path", scratch.url.path).status == 0)
    }

    @Test("Coverage under the one asked for is a finding", arguments: [("0", 0 as Int32), ("0.1", 1), ("100", 1)])
    func failUnder(_ percent: String, _ status: Int32) throws {
        try leave(.passed, minutesAgo: 2)
        let run = try Run("report", "--fail-under", percent, in: scratch.url)
        #expect(run.status == status)
        #expect(run.errors.isEmpty == (status == 0))
    }

    @Test("A percentage that is none is a wrong call", arguments: ["-1", "101", "many"])
    func badPercentage(_ percent: String) throws {
        #expect(try Run("report", "--fail-under=\(percent)", in: scratch.url).status == 2)
    }

    @Test("JSON is one object of the schema, and the summary is one line")
    func formats() throws {
        try leave(.passed, minutesAgo: 2)
        let json = try Run("report", "--format", "json", in: scratch.url)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "specgen.report/1")
        let summary = try Run("report", "--summary", in: scratch.url)
        #expect(summary.output.split(separator: "\n").count == 1)
    }

    @Test("Colour is for terminals, and what the documentation says never is an escape sequence")
    func colour() throws {
        try leave(.passed, minutesAgo: 2)
        #expect(!(try Run("report", in: scratch.url).output.contains("\u{1B}")))
        let colored = try Run("report", "--color", "always", in: scratch.url)
        #expect(colored.output.contains("\u{1B}[33m"))
        #expect(!colored.output.contains("\u{1B}[31m"))
    }
}
