import Clauses
import PlainText

/// The clauses as a StrictDoc document (`.sdoc`): a section for each section of the documentation, a requirement for
/// each clause that can hold or be broken.
public struct StrictDocReport: CustomStringConvertible {
    private let report: ComplianceReport
    private let title: String

    public init(_ report: ComplianceReport, title: String) {
        self.report = report
        self.title = title
    }

    public var description: String {
        let normative = report.clauses.filter { $0.status.isNormative }
        var lines = ["[DOCUMENT]", "TITLE: \(line(title))", "", grammar]
        for section in ReportSection.sections(of: normative) {
            lines += ["", "[[SECTION]]", "TITLE: \(line("\(section.title) (\(section.file))"))"]
            for reported in section.clauses { lines += [""] + requirement(reported) }
            lines += ["", "[[/SECTION]]"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var grammar: String {
        let fields = ["UID", "STATUS", "MODALITY", "BEARER", "SOURCE", "TEST", "TITLE", "STATEMENT", "RATIONALE"]
        let rows = fields.map { field in
            "  - TITLE: \(field)\n    TYPE: String\n    REQUIRED: \(field == "UID" || field == "STATEMENT" ? "True" : "False")"
        }
        // A grammar of its own has to have the element that plain text is made of.
        let text =
            "- TAG: TEXT\n  FIELDS:\n  - TITLE: UID\n    TYPE: String\n    REQUIRED: False\n  - TITLE: STATEMENT\n    TYPE: String\n    REQUIRED: True"
        return "[GRAMMAR]\nELEMENTS:\n\(text)\n- TAG: REQUIREMENT\n  FIELDS:\n" + rows.joined(separator: "\n")
    }

    private func requirement(_ reported: ReportedClause) -> [String] {
        let clause = reported.clause
        var lines = [
            "[REQUIREMENT]", "UID: \(RequirementID.plain(clause.id))", "STATUS: \(reported.status.rawValue)",
            "MODALITY: \(clause.modality.rawValue)",
        ]
        if clause.bearer != "none" { lines.append("BEARER: \(line(clause.bearer))") }
        lines.append("SOURCE: \(line(clause.source.place))")
        if let test = reported.test { lines.append("TEST: \(line("\(test.file):\(test.line) \(test.name)"))") }
        lines += ["STATEMENT: >>>", block(clause.text), "<<<"]
        if let reason = clause.reason { lines += ["RATIONALE: >>>", block(reason), "<<<"] }
        return lines
    }

    private func line(_ text: String) -> String {
        let text = InertText.line(text)
        return text.isEmpty ? "-" : text
    }

    /// Text between `>>>` and `<<<`, neither of which it may hold; and nothing in it is reST.
    private func block(_ text: String) -> String {
        var result = ""
        for scalar in InertText.line(text).unicodeScalars {
            switch scalar {
            case "\\", "*", "`", "_", "|": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.replacing("<<<", with: "< < <").replacing(">>>", with: "> > >")
    }
}
