import Clauses
import PlainText

/// A report as JUnit XML, as continuous integration reads it: a suite for each section of the documentation, a case
/// for each clause that can hold or be broken.
///
/// A case passes when its clause is verified and fails when it is failing. Everything else is skipped, with the
/// status and its reason as the message: neither was seen.
public struct JUnitReport: CustomStringConvertible {
    private let report: ComplianceReport
    private let name: String

    /// - Parameter name: what the documentation is about.
    public init(_ report: ComplianceReport, name: String = "documentation") {
        self.report = report
        self.name = name
    }

    public var description: String {
        let normative = report.clauses.filter { $0.status.isNormative }
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
        lines.append("<testsuites name=\"\(escaped(name))\"\(counts(normative))>")
        for section in ReportSection.sections(of: normative) {
            let name = "\(section.file): \(section.title)"
            lines.append("  <testsuite name=\"\(escaped(name))\"\(counts(section.clauses))>")
            lines += section.clauses.flatMap { lineup($0, suite: name) }
            lines.append("  </testsuite>")
        }
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    private func counts(_ clauses: [ReportedClause]) -> String {
        let failures = clauses.filter { $0.status == .failing }.count
        let passes = clauses.filter { $0.status == .verified }.count
        let seconds = clauses.compactMap(\.test?.seconds).reduce(0, +)
        return " tests=\"\(clauses.count)\" failures=\"\(failures)\" errors=\"0\""
            + " skipped=\"\(clauses.count - failures - passes)\" time=\"\(time(seconds))\""
    }

    private func lineup(_ reported: ReportedClause, suite: String) -> [String] {
        let clause = reported.clause
        let head =
            "    <testcase name=\"\(escaped(clause.text))\" classname=\"\(escaped(clause.id))\""
            + " file=\"\(escaped(clause.source.file))\" line=\"\(clause.source.line)\""
            + " time=\"\(time(reported.test?.seconds ?? 0))\""
        let reason = escaped(clause.reason ?? "")
        switch reported.status {
        case .verified, .informative:
            return [head + "/>"]
        case .failing:
            let message = reported.test?.message.map(escapedLines) ?? ""
            return [head + ">", "      <failure message=\"\(reason)\">\(message)</failure>", "    </testcase>"]
        case .unproven, .untested, .unbound, .waived:
            let status = reported.status.rawValue
            return [head + ">", "      <skipped message=\"\(status): \(reason)\"/>", "    </testcase>"]
        }
    }

    /// Seconds with three decimals, whatever the locale.
    private func time(_ seconds: Double) -> String {
        let thousandths = Int((max(0, min(seconds, 1e9)) * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(InertText.line(text)) }
    private func escapedLines(_ text: String) -> String { XMLText.escaped(InertText.lines(text)) }
}
