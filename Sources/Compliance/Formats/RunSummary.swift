import Clauses
import PlainText
import Promises

/// What a run of the tests prints at its end: the figures, and by name what fails and what is unproven.
public struct RunSummary: CustomStringConvertible {
    private let report: ComplianceReport
    public let result: RunResult
    private let store: ResultStore?
    private let trouble: String?

    /// - Parameters:
    ///   - clauses: all clauses of the documentation; of a filtered run, those that it tested are summed up.
    ///   - store: where the result was left; nil when it was not kept.
    ///   - trouble: why the result cannot be kept or is not complete, or nil.
    public init(clauses: [Clause], result: RunResult, store: ResultStore?, trouble: String?) {
        let tested = Set(result.tests.map(\.clause))
        let shown = result.scope == .full ? clauses : clauses.filter { tested.contains($0.id) }
        report = ComplianceReport(clauses: shown, result: result)
        self.result = result
        self.store = store
        self.trouble = trouble
    }

    public var description: String {
        var lines = [headline]
        for status in [ClauseStatus.failing, .unproven] {
            let clauses = report.clauses.filter { $0.status == status }
            if !clauses.isEmpty { lines.append("  \(status.rawValue):") }
            for reported in clauses {
                let clause = reported.clause
                lines.append("    \(clause.source.place): \(clause.text)")
                lines.append("        \(clause.id): \(clause.reason ?? "")")
            }
        }
        if !report.unknownClauses.isEmpty {
            lines.append("  tests of clauses that the documentation has not (run `specgen generate`):")
            lines += report.unknownClauses.map { "    \($0)" }
        }
        lines += ending
        return lines.map(InertText.line).joined(separator: "\n")
    }

    private var headline: String {
        switch result.scope {
        case .full: "Compliance: \(SummaryLine(report))"
        case .filtered: "Compliance, of the clauses tested in this filtered run: \(SummaryLine(report))"
        }
    }

    private var ending: [String] {
        if let trouble { return ["  The result is incomplete: \(trouble)"] }
        guard let store else { return [] }
        guard result.finished != nil else {
            return ["  The run did not end. What it did is in \(store.journal(of: result.scope).path)"]
        }
        return ["  `specgen report` tells the rest, from \(store.file(of: result.scope).path)"]
    }

}
