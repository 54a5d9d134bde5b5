import Clauses
import Compliance
import Foundation
import Promises
import Testing

@Suite("Linux as a second column")
struct LinuxReportTests {
    private static let clauses = Samples.clauses
    private let clauses = Samples.clauses

    /// The sample, with what Linux does: the first clause broken, the second not observable, the third kept.
    static var report: ComplianceReport {
        var linux = Samples.result([
            Samples.test(clauses[0].id, .failed, message: "Expectation failed: four passes\nThe calls: enter"),
            Samples.test(clauses[1].id, .notObservable, message: "nobody looks"),
            Samples.test(clauses[2].id, .passed),
        ])
        linux.system = "6.1.0"
        let reference = Samples.result([
            Samples.test(clauses[0].id, killed: ["allowsFourPasses"]),
            Samples.test(clauses[1].id, killed: ["missesLeaks"]),
            Samples.test(clauses[2].id, .failed, message: "Expectation failed: bed.isClean"),
        ])
        return ComplianceReport(clauses: clauses, result: reference, linux: linux)
    }
    private let report = Self.report

    @Test("Each normative clause has a verdict, with a reason when it is not kept; no status changes")
    func verdicts() {
        let verdicts = report.clauses.map(\.linux)
        #expect(verdicts[0]?.outcome == .broken)
        #expect(verdicts[1] == Verdict(.notObservable, reason: "nobody looks"))
        #expect(verdicts[2] == Verdict(.kept))
        #expect(verdicts[3] == Verdict(.untested, reason: "kindness cannot be observed"))
        #expect(verdicts.last == .some(nil))
        #expect(report.clauses[0].status == .verified)
        #expect(report.linux?.summary == "Linux 6.1.0: 1 kept, 1 broken, 1 not observable, 3 untested")
    }

    @Test("Where both differ, the report says who disagrees with the words, with the evidence")
    func differences() {
        #expect(report.linux?.differences == [clauses[0].id, clauses[2].id])
        let text = TerminalReport(report, width: 100).description
        #expect(text.contains("the reference keeps it, and Linux disagrees with the words"))
        #expect(text.contains("Expectation failed: four passes"))
        #expect(text.contains("Linux keeps it, and the reference disagrees with the words"))
        #expect(text.contains("on Linux 6.1.0: 1 kept"))
        #expect(text.contains("Linux: nobody looks"))
        #expect(MarkdownReport(report).description.contains("Linux disagrees with the words"))
    }

    @Test("The page has Linux in its head, with a link to each clause on which both differ")
    func page() throws {
        let page = HTMLReport(report).description
        let head = try #require(page.components(separatedBy: "</header>").first)
        #expect(head.contains("The same tests on Linux 6.1.0: 1 kept, 1 broken, 1 not observable, 3 untested</p>"))
        #expect(head.contains("<summary>2 clauses on which Linux and the reference differ</summary>"))
        #expect(
            head.contains(
                "<li><a href=\"#\(clauses[0].id)\">\(clauses[0].text)</a>: the reference keeps it, and Linux disagrees with the words: Expectation failed: four passes</li>"
            ))
        #expect(page.contains("id=\"\(clauses[0].id)\""))
        #expect(!HTMLReport(Samples.report).description.contains("</a>: the reference keeps it"))
        #expect(!HTMLReport(Samples.report).description.contains("The same tests on"))
    }

    @Test("Without a run on Linux nothing is said of it")
    func absent() throws {
        let plain = Samples.report
        #expect(plain.linux == nil)
        #expect(!TerminalReport(plain).description.contains("Linux"))
        #expect(!(try JSONReport(plain).text()).contains("linux"))
    }

    @Test("What Linux did stays beside the finished result")
    func kept() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "specgen-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = ResultStore(folder: folder)
        #expect(try store.finishedOnLinux() == nil)
        var result = Samples.result([Samples.test(clauses[0].id, .absent, message: "there is no gate")])
        result.system = "6.1.0"
        try store.finish(onLinux: result)
        #expect(try store.finishedOnLinux() == result)
    }
}
