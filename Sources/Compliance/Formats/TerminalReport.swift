import Clauses
import PlainText

/// A report for people at a terminal: section after section of the documentation, each clause with its status, its
/// modality, its bearer and its sentence, the reason where it is not verified, and the figures at the end.
public struct TerminalReport: CustomStringConvertible {
    private let report: ComplianceReport
    private let filter: ReportFilter
    private let width: Int
    private let isColored: Bool
    private let run: String

    /// - Parameters:
    ///   - run: which run of the tests it is about, in words; empty: it is not said.
    ///   - width: of the terminal, in columns; below 40 it is taken as 40.
    ///   - isColored: whether statuses are coloured by escape sequences.
    public init(
        _ report: ComplianceReport, filter: ReportFilter = ReportFilter(), width: Int = 100, isColored: Bool = false,
        run: String = ""
    ) {
        self.report = report
        self.filter = filter
        self.width = max(40, width)
        self.isColored = isColored
        self.run = run
    }

    public var description: String {
        let shown = report.clauses.filter(filter.includes)
        let columns = Columns(shown, width: width)
        var lines: [String] = []
        for section in ReportSection.sections(of: shown) {
            lines.append(styled(InertText.line("\(section.title) (\(section.file))"), .bold))
            lines += rows(section.clauses, columns)
            lines.append("")
        }
        lines += notes
        lines += differences(shown)
        lines += figures(shown: shown.count)
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Clauses

    /// What stands left of the sentences.
    private struct Columns {
        /// What Linux does about a clause; 0 when no clause has that.
        var linux: Int
        var modality: Int
        var bearer: Int
        var line: Int
        /// False where the sentence would get too narrow: it then stands below.
        var areBeside: Bool

        init(_ clauses: [ReportedClause], width: Int) {
            linux = clauses.compactMap(\.linux?.outcome.words.count).max() ?? 0
            modality = clauses.map(\.clause.modality.rawValue.count).max() ?? 0
            bearer = min(14, clauses.map(\.clause.bearer.count).max() ?? 0)
            line = clauses.map { String($0.clause.source.line).count }.max() ?? 0
            areBeside = true
            areBeside = width - indent >= 40
        }

        static let status = ClauseStatus.allCases.map(\.rawValue.count).max() ?? 0
        var indent: Int {
            areBeside ? 2 + Columns.status + 1 + (linux > 0 ? linux + 1 : 0) + modality + 1 + bearer + 1 + line + 2 : 6
        }
    }

    private func rows(_ clauses: [ReportedClause], _ columns: Columns) -> [String] {
        var rows: [String] = []
        var sentence: SentenceKey?
        for reported in clauses {
            let clause = reported.clause
            let key = SentenceKey(clause)
            // The clauses of one sentence follow each other: it is told once, then each in its own words.
            let words = key == sentence ? "… \(clause.text)" : clause.sentence
            sentence = key
            let columnsText =
                (columns.linux > 0 ? [padded(reported.linux?.outcome.words ?? "", columns.linux)] : []) + [
                    padded(clause.modality.rawValue, columns.modality),
                    padded(clause.bearer == "none" ? "" : InertText.line(clause.bearer), columns.bearer),
                    String(repeating: " ", count: columns.line - String(clause.source.line).count)
                        + "\(clause.source.line)",
                ]
            let status = styled(padded(reported.status.rawValue, Columns.status), .status(reported.status))
            let head = "  \(status) " + columnsText.joined(separator: " ")
            let hanging = String(repeating: " ", count: columns.indent)
            let text = wrapped(InertText.line(words), width - columns.indent)
            if columns.areBeside {
                rows.append(head + "  " + (text.first ?? ""))
                rows += text.dropFirst().map { hanging + $0 }
            } else {
                rows.append(head)
                rows += text.map { hanging + $0 }
            }
            rows += remarks(reported).flatMap { wrapped($0, width - columns.indent - 2) }
                .map { hanging + "  " + styled($0, .faint) }
        }
        return rows
    }

    private struct SentenceKey: Equatable {
        var line: Int
        var sentence: String
        init(_ clause: Clause) { (line, sentence) = (clause.source.line, clause.sentence) }
    }

    /// Why it is not verified, and what a failing test said.
    private func remarks(_ reported: ReportedClause) -> [String] {
        guard reported.status != .informative else { return [] }
        var remarks: [String] = []
        if let verdict = reported.linux, verdict.outcome != .kept, !reported.differsOnLinux, let reason = verdict.reason
        {
            // Of a failing test only how it begins: the whole of it stands where it is no difference, in JSON.
            remarks.append(InertText.line("Linux: \(reason.split(separator: "\n").first ?? "")"))
        }
        guard reported.status != .verified else { return remarks }
        if let reason = reported.clause.reason { remarks.append(InertText.line(reason)) }
        if let test = reported.test, let message = test.message {
            remarks.append(InertText.line("\(test.file):\(test.line) \(test.name)"))
            remarks += message.split(separator: "\n").map { InertText.line(String($0)) }
        }
        return remarks
    }

    // MARK: - The end

    private var notes: [String] {
        var notes: [String] = []
        for idle in report.idleWaivers {
            let line = idle.waiver.line > 0 ? " (line \(idle.waiver.line))" : ""
            notes.append("\(idle.cause.rawValue) waiver\(line): \(idle.waiver.clause): \(idle.advice)")
        }
        for id in report.unknownClauses {
            notes.append("a test names the clause \(id), which the documentation has not: run `specgen generate`")
        }
        if report.run?.scope == .filtered { notes.append("the run was filtered: not every test was run") }
        if let run = report.run, run.finished == nil { notes.append("the run did not end") }
        return notes.flatMap { wrapped(InertText.line($0), width) } + (notes.isEmpty ? [] : [""])
    }

    /// Where the reference and Linux do not do the same, with the evidence.
    private func differences(_ clauses: [ReportedClause]) -> [String] {
        let differing = clauses.filter(\.differsOnLinux)
        guard !differing.isEmpty else { return [] }
        var lines = [styled("Where the reference and Linux differ", .bold)]
        for reported in differing {
            let (clause, difference) = (reported.clause, reported.difference)
            let head = "\(clause.source.place): \(clause.text)"
            lines += wrapped(InertText.line(head), width - 2).map { "  " + $0 }
            let evidence = difference.map { [$0.who] + $0.evidence.split(separator: "\n").map(String.init) } ?? []
            lines += evidence.flatMap { wrapped(InertText.line($0), width - 6) }.map { "      " + styled($0, .faint) }
        }
        return lines + [""]
    }

    private func figures(shown: Int) -> [String] {
        let totals = report.totals
        var lines: [String] = []
        if shown < report.clauses.count { lines += ["\(shown) of \(report.clauses.count) clauses shown", ""] }
        let digits = String(totals.normative + totals.informative).count
        for status in ClauseStatus.allCases where totals[status] > 0 {
            let number = String(totals[status])
            let pad = String(repeating: " ", count: digits - number.count)
            lines.append("  \(pad)\(number) \(styled(status.rawValue, .status(status)))")
        }
        lines += wrapped(
            "coverage: \(SummaryLine.percent(totals)) (\(totals.verified) of \(totals.normative) normative clauses verified)",
            width)
        if let linux = report.linux { lines += wrapped(InertText.line("on \(linux.summary)"), width) }
        lines += mutants
        if !run.isEmpty { lines += wrapped("from \(InertText.line(run))", width) }
        return lines
    }

    /// How many faults the tests notice, and those that none does: they are few where the whole of a specification is
    /// tested. What is not promised cannot be missed.
    private var mutants: [String] {
        guard !report.mutants.isEmpty else { return [] }
        let (alive, unspoken) = report.unnoticed
        let asked = report.mutants.count - unspoken.count
        let beside = unspoken.isEmpty ? "" : "; \(unspoken.count) more break what is not promised here"
        var lines = wrapped("mutants: \(asked - alive.count) of \(asked) killed\(beside)", width)
        let more = alive.count - TerminalReport.survivorsShown
        lines += alive.prefix(TerminalReport.survivorsShown).flatMap { mutant in
            wrapped(InertText.line("\(mutant.name): \(mutant.says)"), width - 11).enumerated()
                .map { ($0.offset == 0 ? "  survives " : "           ") + $0.element }
        }
        if more > 0 { lines.append("  … and \(more) more, in the page and in JSON") }
        return lines
    }

    private static let survivorsShown = 6

    // MARK: - Text

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Breaks at spaces; a word longer than a line is broken, so that nothing passes the edge.
    private func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count <= width {
                line += " " + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            var rest = word
            while rest.count > width {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            line = String(rest)
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    private enum Tone {
        case bold, faint
        case status(ClauseStatus)

        /// The parameter of the escape sequence (ECMA-48, SGR).
        var code: String {
            switch self {
            case .bold: "1"
            case .faint, .status(.informative): "2"
            case .status(.verified): "32"
            case .status(.unproven): "33"
            case .status(.failing): "1;31"
            case .status(.untested): "36"
            case .status(.unbound): "35"
            case .status(.waived): "34"
            }
        }
    }

    private func styled(_ text: String, _ tone: Tone) -> String {
        isColored ? "\u{1B}[\(tone.code)m\(text)\u{1B}[0m" : text
    }
}
