import Clauses

/// A report as SARIF, for code review and editors: a result on the documentation's own lines for each clause that can
/// hold or be broken and is not verified.
///
/// Failing is an error, unproven a warning, untested and unbound a note; a waived clause is a suppressed note with
/// the waiver's reason.
public struct SARIFReport {
    private let report: ComplianceReport
    private let version: String

    /// - Parameter version: of this program.
    public init(_ report: ComplianceReport, version: String) {
        self.report = report
        self.version = version
    }

    /// - Throws: what the encoder says; nothing in a report is known to upset it.
    public func text() throws -> String {
        try SARIFLog(
            version: version, rules: ClauseStatus.allCases.compactMap(rule),
            results: Finding.all(in: report).map(result)
        ).text()
    }

    private func result(_ finding: Finding) -> SARIFLog.Result {
        var result = SARIFLog.Result(
            rule: finding.status.rawValue, message: "\(finding.status.rawValue): \(finding.message)",
            source: finding.clause.source)
        result.fingerprints = ["clause/v1": finding.clause.id]
        if finding.status == .waived { result.suppression = finding.clause.reason ?? "" }
        return result
    }

    /// Every status that is a finding is a rule.
    private func rule(_ status: ClauseStatus) -> SARIFLog.Rule? {
        guard let severity = Finding.severity(of: status), let (summary, help) = words(status) else { return nil }
        return SARIFLog.Rule(id: status.rawValue, severity: severity, summary: summary, help: help)
    }

    private func words(_ status: ClauseStatus) -> (summary: String, help: String)? {
        switch status {
        case .failing:
            (
                "The implementation does not do what the documentation says.",
                "What the test said shows the calls that were made. Mend the implementation, or the words."
            )
        case .unproven:
            (
                "The clause's test passes, and was not seen to fail on a fault that breaks the clause.",
                "Give the testbed a mutant that breaks this promise, so that the test can show that it notices."
            )
        case .untested:
            (
                "The clause has no test, or its test could not observe anything.",
                "The reason says what is missing: a rule for such words, or an observation in the testbed."
            )
        case .unbound:
            ("The vocabulary lacks words of the clause.", "Add the words that the reason names to vocabulary.yaml.")
        case .waived:
            (
                "The clause was left open on purpose.",
                "waivers.txt has who left it open and until when; a waiver ends when the clause's words change."
            )
        case .verified, .informative: nil
        }
    }
}
