/// A report in one line: "31 of 70 normative clauses verified (44.2 %): 2 unproven, 37 untested; 25 informative".
public struct SummaryLine: CustomStringConvertible {
    private let totals: ComplianceReport.Totals

    public init(_ report: ComplianceReport) { totals = report.totals }

    public var description: String {
        var text = "\(totals.verified) of \(totals.normative) normative clauses verified"
        if totals.normative > 0 { text += " (\(SummaryLine.percent(totals)))" }
        let open = ClauseStatus.allCases.filter { $0 != .verified && $0.isNormative && totals[$0] > 0 }
        if !open.isEmpty {
            text += ": " + open.map { "\(totals[$0]) \($0.rawValue)" }.joined(separator: ", ")
        }
        if totals.informative > 0 { text += "; \(totals.informative) informative" }
        return text
    }

    /// Coverage with one decimal, rounded down: 100 % is said only when nothing is open.
    public static func percent(_ totals: ComplianceReport.Totals) -> String {
        guard totals.normative > 0 else { return "–" }
        let tenths = totals.verified * 1000 / totals.normative
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
