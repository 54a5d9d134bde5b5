import Clauses
import Compliance
import Foundation
import Testing

@Suite("Reports in JSON") struct JSONReportTests {
    @Test("A clause's members and those of its status stand side by side.")
    func members() throws {
        let text = try JSONReport(Samples.report).text()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "specgen.report/1")
        let clauses = try #require(object["clauses"] as? [[String: Any]])
        #expect(clauses.count == 7)
        let failing = clauses[2]
        #expect(failing["id"] as? String == "gates/failing-33333333")
        #expect(failing["modality"] as? String == "prohibition")
        #expect(failing["status"] as? String == "failing")
        #expect(failing["reason"] as? String == "its test fails")
        #expect(failing["killed"] as? [String] == [])
        let test = try #require(failing["test"] as? [String: Any])
        #expect(test["name"] as? String == "test()")
        #expect(test["file"] as? String == "Generated/Gates.swift")
        #expect(test["line"] as? Int == 5)
        #expect(test["seconds"] as? Double == 0.25)
        #expect((test["message"] as? String)?.hasPrefix("Expectation failed") == true)
        let totals = try #require(object["totals"] as? [String: Any])
        #expect(totals["verified"] as? Int == 1)
        #expect(totals["coverage"] as? Double == 1.0 / 6.0)
        let mutants = try #require(object["mutants"] as? [[String: Any]])
        #expect(mutants[1]["killedBy"] as? [String] == [Samples.clauses[0].id, Samples.clauses[1].id])
    }

    @Test("A report that is read again is the same report.")
    func roundTrip() throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let text = try JSONReport(Samples.report).text()
        #expect(try decoder.decode(ComplianceReport.self, from: Data(text.utf8)) == Samples.report)
    }

    @Test("Nothing in the JSON is obeyed by a terminal, and nothing is lost.")
    func inert() throws {
        let evil = "a\u{1B}[2J\u{9B}31m\u{202E}\u{E0041}\u{7F}\"\\z"
        let report = ComplianceReport(clauses: [Samples.clause("gates/evil", evil, rule: nil)], result: nil)
        let text = try JSONReport(report).text()
        #expect(
            text.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
        #expect(try JSONDecoder().decode(ComplianceReport.self, from: Data(text.utf8)).clauses[0].clause.text == evil)
    }
}
