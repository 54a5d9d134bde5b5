import Clauses

/// A report as a Markdown summary, for a comment or the summary of a build: the figures, each section's share, and
/// the clauses that fail or are unproven.
public struct MarkdownReport: CustomStringConvertible {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    public var description: String {
        var lines = ["## Compliance with the documentation", "", MarkdownEscape.text("\(SummaryLine(report)).")]
        if report.run?.scope == .filtered { lines += ["", "The run was filtered: not every test was run."] }
        if let run = report.run, run.finished == nil { lines += ["", "The run did not end."] }
        lines += table
        for status in [ClauseStatus.failing, .unproven] { lines += list(status) }
        lines += linux
        if !report.idleWaivers.isEmpty {
            lines += ["", "### Waivers that do nothing", ""]
            lines += report.idleWaivers.map {
                "- \(MarkdownEscape.code($0.waiver.clause)) (\($0.cause.rawValue)): \(MarkdownEscape.text($0.advice))"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var table: [String] {
        let sections = ReportSection.sections(of: report.clauses.filter { $0.status.isNormative })
        guard !sections.isEmpty else { return [] }
        let statuses = ClauseStatus.allCases.filter { $0.isNormative && report.totals[$0] > 0 }
        var lines = ["", "| section | \(statuses.map(\.rawValue).joined(separator: " | ")) | coverage |"]
        lines.append("| --- |" + String(repeating: " ---: |", count: statuses.count + 1))
        for section in sections {
            let totals = ComplianceReport.Totals(section.clauses.map(\.status))
            let numbers = statuses.map { totals[$0] > 0 ? String(totals[$0]) : "" }
            lines.append(
                "| \(MarkdownEscape.text(section.title)) | \(numbers.joined(separator: " | ")) | \(SummaryLine.percent(totals)) |"
            )
        }
        let numbers = statuses.map { String(report.totals[$0]) }
        lines.append("| **all** | \(numbers.joined(separator: " | ")) | \(SummaryLine.percent(report.totals)) |")
        return lines
    }

    /// The second column in figures, and where it differs.
    private var linux: [String] {
        guard let linux = report.linux else { return [] }
        var lines = ["", "### The same tests on Linux", "", MarkdownEscape.text("\(linux.summary)."), ""]
        for reported in report.clauses {
            guard let difference = reported.difference else { continue }
            let place = reported.clause.source.place
            lines.append("- \(MarkdownEscape.text(reported.clause.text)) \(MarkdownEscape.code(place))")
            let evidence = difference.evidence.split(separator: "\n").first.map(String.init) ?? ""
            lines.append("  <br>\(MarkdownEscape.text("\(difference.who): \(evidence)"))")
        }
        return lines
    }

    private func list(_ status: ClauseStatus) -> [String] {
        let clauses = report.clauses.filter { $0.status == status }
        guard !clauses.isEmpty else { return [] }
        var lines = ["", "### \(status.rawValue.capitalized)", ""]
        for reported in clauses {
            let clause = reported.clause
            lines.append(
                "- \(MarkdownEscape.text(clause.text)) \(MarkdownEscape.code(clause.source.place))"
            )
            if let reason = clause.reason {
                lines.append("  <br>\(MarkdownEscape.text(reason)) \(MarkdownEscape.code(clause.id))")
            }
        }
        return lines
    }
}
