import Clauses
import Foundation
import Promises
import Testing
@testable import Compliance

@Suite("Clauses for tools for requirements, editors and reviews") struct RequirementFormatTests {
    @Test(
        "SHA-256 is SHA-256.",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1000),
                "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
            ),
        ])
    func sha(_ message: String, _ digest: String) {
        #expect(SHA256.hex(Array(message.utf8)) == digest)
    }

    @Test("SPDX-Req tags begin with the id, end with the end, and keep every line short.")
    func spdx() {
        let text = SPDXRequirements(Samples.report, subsystem: "GATES").description
        let instances = text.components(separatedBy: "\n\n")
        #expect(instances.count == Samples.report.totals.normative)
        for instance in instances {
            let lines = instance.split(separator: "\n")
            #expect(lines.first?.hasPrefix("// SPDX-Req-ID: ") == true)
            #expect(lines.last == "// SPDX-Req-End")
            #expect(lines.allSatisfy { $0.hasPrefix("// SPDX-Req-") && ($0.count <= 80 || $0.contains("HKey")) })
        }
        #expect(text.contains("// SPDX-Req-Text: A visitor can hold at most 3 passes.\n"))
        // Read as the template says: lines of a tag are joined as they stand, an underscore is a line break.
        let notes = instances[0].split(separator: "\n").filter { $0.hasPrefix("// SPDX-Req-Note:") }
            .map { $0.dropFirst("// SPDX-Req-Note:".count) }
            .map { String($0.dropFirst()) + ($0.hasPrefix("_") ? "\n" : "") }.joined()
        #expect(notes == "Spec/gate.md:3\nobligation, kept by visitor\nspecgen gates/verified-11111111: verified")
        // The id is of the words, not of what became of them.
        let untested = SPDXRequirements(ComplianceReport(clauses: Samples.clauses, result: nil), subsystem: "GATES")
        func ids(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.contains("Req-ID") } }
        #expect(ids(text) == ids(untested.description))
        #expect(Set(ids(text)).count == ids(text).count)
    }

    @Test("Needs have ids that Sphinx-Needs takes, and tests link to what they test.")
    func needs() throws {
        let text = try NeedsJSON(Samples.report, project: "gates").text()
        let file = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let version = try #require((file["versions"] as? [String: Any])?["1.0"] as? [String: Any])
        let needs = try #require(version["needs"] as? [String: [String: Any]])
        #expect(needs.count == Samples.report.totals.normative + 3)
        #expect(needs["gates_verified-11111111"]?["status"] as? String == "verified")
        #expect(needs["test-gates_failing-33333333"]?["links"] as? [String] == ["gates_failing-33333333"])
    }

    @Test(
        "A test passes, fails or was not run, whatever became of its clause.",
        arguments: [
            (.passed, "passes"), (.failed, "fails"), (.running, "fails"), (.planned, "not run"),
            (.notObservable, "not run"), (.absent, "not run"),
        ] as [(TestResult.Outcome, String)])
    func outcomes(_ outcome: TestResult.Outcome, _ status: String) throws {
        let waived = Samples.clauses[5]
        for (clause, waivers) in [(Samples.clauses[0], []), (waived, Samples.waivers)] {
            let report = ComplianceReport(
                clauses: [clause], result: Samples.result([Samples.test(clause.id, outcome)]), waivers: waivers,
                today: Samples.day("2025-06-01"))
            let text = try NeedsJSON(report, project: "gates").text()
            let file = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let version = try #require((file["versions"] as? [String: Any])?["1.0"] as? [String: Any])
            let needs = try #require(version["needs"] as? [String: [String: Any]])
            #expect(needs[RequirementID.plain("test-\(clause.id)")]?["status"] as? String == status)
        }
    }

    @Test("An annotation's title ends nothing early, either.")
    func annotation() {
        let annotation = GitHubAnnotation(
            .warning, at: .init(file: "a,b.md", line: 0, endLine: -3), title: "one: 50%, ::error ::\ntwo",
            message: "three\nfour")
        #expect(
            annotation.description
                == "::warning file=a%2Cb.md,line=1,endLine=1,title=one%3A 50%25%2C %3A%3Aerror %3A%3A two::three%0Afour"
        )
    }

    @Test("GitHub's commands mark the documentation's lines, and nothing in it ends one early.")
    func github() {
        let lines = GitHubReport(Samples.report).description.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(
            lines[1]
                == "::error file=Spec/gate.md,line=7,endLine=8,title=failing::A visitor must not sleep.%0Aits test fails%0AExpectation failed: bed.isClean%0AThe calls: none"
        )
        let evil = GitHubReport(FormatTests.evil).description.split(separator: "\n")
        #expect(evil.allSatisfy { $0.hasPrefix("::") })
        #expect(evil.count == 1)
    }

    @Test("In the compiler's form, each finding has its place.")
    func compiler() {
        let lines = CompilerReport(Samples.report).description.split(separator: "\n")
        #expect(lines.contains("Spec/gate.md:7:1: error: failing: A visitor must not sleep."))
        #expect(lines.contains("Spec/gate.md:5:1: warning: unproven: Each pass must be given back."))
        #expect(lines.contains("  The calls: none"))
        #expect(
            CompilerReport(FormatTests.evil).description.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control
            })
    }
}
