import Compliance
import Foundation
import KernelDoc
import PlainText

/// Holds the newest run of the package's own tests against the mutants: each has to be killed, by a test of the
/// promise that it breaks, and each test has to kill one of its own.
struct ProofCheck {
    var package: SpecgenPackage
    var style: Style

    /// - Throws: `ExitStatus.findings` when the proof has a gap; each is said. A `Failure` when the newest run of all
    ///   tests of the package cannot be read, or there is none.
    func run() throws {
        let run = try FinishedRun.newest(of: .ownTests, in: package, printer: nil)
        let report = ComplianceReport(clauses: try run.clauses(), result: run.result)
        let findings = ProofAudit(report).findings
        try StandardOutput.write(findings.map { style("gap ", .error) + InertText.line("\($0)") + "\n" }.joined())
        guard findings.isEmpty else {
            let gaps = findings.count == 1 ? "1 gap" : "\(findings.count) gaps"
            StandardError.write("specgen: the proof has \(gaps): \(run.title)\n")
            throw ExitStatus.findings
        }
        let tests = report.clauses.count { $0.test != nil }
        try StandardOutput.write(
            "each of \(report.mutants.count) mutants is killed by a test of what it breaks, and each of \(tests) tests kills one\n"
        )
    }
}
