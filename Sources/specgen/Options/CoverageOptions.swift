import ArgumentParser
import Compliance

/// For the commands that end with a coverage figure.
struct CoverageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Exit with 1 when fewer of the normative clauses are verified.", valueName: "percent"))
    var failUnder: Double?

    func validate() throws {
        guard let failUnder, !(0...100).contains(failUnder) else { return }
        throw ValidationError("--fail-under takes a percentage from 0 to 100, and was given \(failUnder).")
    }

    /// - Throws: `ExitStatus.findings` when a clause fails, or too few are verified; the latter is said here.
    func judge(_ report: ComplianceReport) throws {
        let coverage = (report.totals.coverage ?? 1) * 100
        let isTooLow = failUnder.map { coverage < $0 } ?? false
        if isTooLow, let failUnder {
            StandardError.write(
                "specgen: coverage is \(SummaryLine.percent(report.totals)), under the \(failUnder) % asked for\n")
        }
        if isTooLow || report.totals.failing > 0 { throw ExitStatus.findings }
    }
}
