import ArgumentParser
import Clauses
import Compliance
import Foundation
import PlainText

/// `specgen show`: one clause in full.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        _superCommandName: Specgen.name,
        abstract: "Show one clause in full: its words, its rule, its test and its proof.",
        discussion: """
            Reads what the newest finished run of the tests left behind. A part of the id will do when only one clause \
            has it, and so will some of its words; of a line, each clause on it is shown.

            EXAMPLES
              specgen show locking/hold-lock-while-walking-2f9c01ab
              specgen show 2f9c01ab
              specgen show locking.md:51
              specgen show "must hold the lock"
            """)

    @Argument(
        help: ArgumentHelp(
            "The clause's id or a part of it, its FILE:LINE, or some of its words.", valueName: "clause"),
        completion: ClauseIDCompletion.kind)
    var id: String

    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func run() throws {
        let package = try location.package()
        let run = try ReviewedRun(in: package, printer: color.messages)
        let report = run.report
        let shown = try clauses(in: report, of: run.subject)
        try StandardOutput.write(
            shown.map { Self.text(of: rows(for: $0, in: run), width: Wrapped.width(), color.output) }.joined(
                separator: "\n"))
    }

    func validate() throws {
        if id.allSatisfy(\.isWhitespace) {
            throw ValidationError("Give a clause's id, its FILE:LINE, or some of its words.")
        }
    }

    /// The one that is meant, or all of the line that is.
    private func clauses(in report: ComplianceReport, of subject: String) throws -> [ReportedClause] {
        if let exact = report.clauses.first(where: { $0.clause.id == id }) { return [exact] }
        let onLine = clauses(onLine: report)
        guard onLine.isEmpty else { return onLine }
        let words = id.lowercased()
        let found = [
            report.clauses.filter { $0.clause.id.contains(id) },
            report.clauses.filter { $0.clause.sentence.lowercased().contains(words) },
        ].first { !$0.isEmpty }
        guard let found else {
            throw Failure(
                "no clause has an id, a line or words like '\(id)' in the newest run, of \(subject)",
                advice: "give FILE:LINE as specgen report shows them, or some words of its sentence")
        }
        if found.count == 1 { return found }
        StandardError.write(
            found.prefix(12).map { InertText.line("  \($0.clause.id)  \($0.clause.text)") + "\n" }.joined())
        throw Failure("'\(id)' fits \(found.count) clauses", advice: "give more of it, or one of the ids above")
    }

    /// Those on the line that `file.md:12` names.
    private func clauses(onLine report: ComplianceReport) -> [ReportedClause] {
        guard let place = LinePlace(id) else { return [] }
        let found = report.clauses.filter { place.holds($0.clause) }
        // Reports name the line in which a clause begins; another one may end there.
        let begun = found.filter { $0.clause.source.line == place.line }
        return begun.isEmpty ? found : begun
    }

    typealias Row = (name: String, text: String)

    /// All that is known of the clause.
    private func rows(for reported: ReportedClause, in run: ReviewedRun) -> [Row] {
        let clause = reported.clause
        var rows: [Row] = [
            ("id", clause.id), ("status", reported.status.rawValue + (clause.reason.map { ": \($0)" } ?? "")),
            ("sentence", clause.sentence),
        ]
        if clause.text != clause.sentence { rows.append(("clause", clause.text)) }
        if let leadIn = clause.leadIn { rows.append(("under", leadIn)) }
        rows.append(("stands in", clause.source.place))
        rows.append(("says", "\(clause.modality.rawValue), kept by \(clause.bearer)"))
        if let condition = clause.condition { rows.append(("when", condition)) }
        if !clause.symbols.isEmpty { rows.append(("symbols", clause.symbols.joined(separator: ", "))) }
        if !clause.errors.isEmpty { rows.append(("errors", clause.errors.map { "-\($0)" }.joined(separator: ", "))) }
        if let rule = clause.rule {
            let parameters = rule.parameters.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            rows.append(
                ("rule", "\(rule.kind.rawValue), \(rule.force.rawValue) (\(parameters.joined(separator: ", ")))"))
        }
        if let pattern = clause.rule?.pattern {
            rows.append(("read by", pattern + (clause.rule?.matched.map { ", in “\($0)”" } ?? "")))
        }
        if let test = reported.test {
            rows.append(("test", "\(test.name) in \(test.file):\(test.line)"))
            if let message = test.message { rows.append(("fails with", message)) }
        }
        let mutants = Dictionary(run.report.mutants.map { ($0.name, $0.says) }) { first, _ in first }
        for name in reported.proof { rows.append(("proven by", "\(name): \(mutants[name] ?? "")")) }
        for name in reported.killed where !reported.proof.contains(name) {
            rows.append(("also fails", "\(name): \(mutants[name] ?? "")"))
        }
        for event in run.history[clause.id] {
            let words = event.formerWords.map { ", before: “\($0)”" } ?? ""
            rows.append(("since", "\(event.date) \(event.revision) \(event.status.rawValue)\(words)"))
        }
        rows.append(("from", run.title))
        return rows
    }

    /// - Parameter width: of the terminal, beyond which a row's text goes on in the next line; nil: none has an end.
    static func text(of rows: [Row], width: Int?, _ style: Style) -> String {
        let margin = (rows.map(\.name.count).max() ?? 0) + 2
        let pad = String(repeating: " ", count: margin)
        let room = width.map { max(20, $0 - margin) }
        return rows.map { row in
            let name = style(row.name + String(repeating: " ", count: margin - 2 - row.name.count), .faint)
            let lines = InertText.lines(row.text).split(separator: "\n", omittingEmptySubsequences: false).map { line in
                // What fits keeps its blanks.
                line.count > room ?? .max ? Wrapped.line(String(line), indent: 0, to: room) : String(line)
            }
            return "\(name)  " + lines.joined(separator: "\n").replacing("\n", with: "\n" + pad) + "\n"
        }.joined()
    }
}
