import Clauses
import KernelDoc

/// What a report says of a clause that is not verified, on the documentation's own lines.
struct Finding {
    enum Level: String { case error, warning, note }

    var level: Level
    var title: String
    /// The clause's words; on further lines the reason, and what its test said.
    var message: String
    var source: SourceLocation

    /// Every clause that can hold or be broken and is neither verified nor waived, in the order of the documentation.
    static func all(in report: ComplianceReport) -> [Finding] {
        report.clauses.compactMap { reported in
            guard let level = level(of: reported.status) else { return nil }
            let lines = [reported.clause.text, reported.clause.reason, reported.test?.message].compactMap { $0 }
            return Finding(
                level: level, title: reported.status.rawValue, message: lines.joined(separator: "\n"),
                source: reported.clause.source)
        }
    }

    private static func level(of status: ClauseStatus) -> Level? {
        switch status {
        case .failing: .error
        case .unproven: .warning
        case .untested, .unbound: .note
        case .verified, .waived, .informative: nil
        }
    }
}
