import Clauses
import KernelDoc

/// What a report says of a clause that is not verified, on the documentation's own lines.
struct Finding {
    var status: ClauseStatus
    var severity: Diagnostic.Severity
    var clause: Clause
    /// The clause's words; on further lines the reason, and what its test said.
    var message: String

    /// Nil of a clause that is verified, or that can neither hold nor be broken.
    private init?(_ reported: ReportedClause) {
        guard let severity = Finding.severity(of: reported.status) else { return nil }
        (status, self.severity, clause) = (reported.status, severity, reported.clause)
        message = [clause.text, clause.reason, reported.test?.message].compactMap { $0 }.joined(separator: "\n")
    }

    /// Every clause that can hold or be broken and is not verified, in the order of the documentation.
    static func all(in report: ComplianceReport) -> [Finding] { report.clauses.compactMap(Finding.init) }

    /// Those of them that nobody left open on purpose.
    static func open(in report: ComplianceReport) -> [Finding] { all(in: report).filter { $0.status != .waived } }

    static func severity(of status: ClauseStatus) -> Diagnostic.Severity? {
        switch status {
        case .failing: .error
        case .unproven: .warning
        case .untested, .unbound, .waived: .note
        case .verified, .informative: nil
        }
    }
}
