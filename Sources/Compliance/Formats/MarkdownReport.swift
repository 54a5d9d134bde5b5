import Clauses

/// A report as a Markdown summary, for a comment or the summary of a build: the figures, each section's share, and
/// the clauses that fail or are unproven.
public struct MarkdownReport: CustomStringConvertible {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    public var description: String {
        var lines = ["## Compliance with the documentation", "", escaped("\(SummaryLine(report)).")]
        if report.run?.scope == .filtered { lines += ["", "The run was filtered: not every test was run."] }
        if let run = report.run, run.finished == nil { lines += ["", "The run did not end."] }
        lines += table
        for status in [ClauseStatus.failing, .unproven] { lines += list(status) }
        if !report.idleWaivers.isEmpty {
            lines += ["", "### Waivers that do nothing", ""]
            lines += report.idleWaivers.map {
                "- \(code($0.waiver.clause)) (\($0.cause.rawValue)): \(escaped($0.advice))"
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
                "| \(escaped(section.title)) | \(numbers.joined(separator: " | ")) | \(SummaryLine.percent(totals)) |")
        }
        let numbers = statuses.map { String(report.totals[$0]) }
        lines.append("| **all** | \(numbers.joined(separator: " | ")) | \(SummaryLine.percent(report.totals)) |")
        return lines
    }

    private func list(_ status: ClauseStatus) -> [String] {
        let clauses = report.clauses.filter { $0.status == status }
        guard !clauses.isEmpty else { return [] }
        var lines = ["", "### \(status.rawValue.capitalized)", ""]
        for reported in clauses {
            let clause = reported.clause
            lines.append("- \(escaped(clause.text)) \(code("\(clause.source.file):\(clause.source.line)"))")
            if let reason = clause.reason { lines.append("  <br>\(escaped(reason)) \(code(clause.id))") }
        }
        return lines
    }

    /// Text that stays text: neither markup, nor HTML, nor a mention of somebody.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in InertText.line(text).unicodeScalars {
            switch scalar {
            case "&", "<", ">", "@", "#": result += "&#\(scalar.value);"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "+", "!", "|", "~", "$": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        // At the start of a list item, these would begin a list or a heading of their own.
        if let mark = result.firstIndex(where: { !("0"..."9").contains($0) }), "-=.".contains(result[mark]) {
            result.insert("\\", at: mark)
        }
        return result
    }

    /// A code span around text of any sort: its fence is longer than any row of backticks in it.
    private func code(_ text: String) -> String {
        let text = InertText.line(text)
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        return longest > 0 ? "\(fence) \(text) \(fence)" : "\(fence)\(text)\(fence)"
    }
}
