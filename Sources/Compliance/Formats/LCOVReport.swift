import Clauses
import PlainText

/// A report as an LCOV trace file, in which the "code" is the documentation: each clause that can hold or be broken
/// is a function, hit when it is verified, and each of its lines is covered when all clauses on it are verified.
///
/// How often something was hit is the number of proofs: mutants of the clause's own promise that its test kills.
public struct LCOVReport: CustomStringConvertible {
    private let report: ComplianceReport

    public init(_ report: ComplianceReport) { self.report = report }

    public var description: String {
        let normative = report.clauses.filter { $0.status.isNormative }
        var files: [String] = []
        var clauses: [String: [ReportedClause]] = [:]
        for reported in normative {
            let file = reported.clause.source.file
            if clauses[file] == nil { files.append(file) }
            clauses[file, default: []].append(reported)
        }
        return files.map { record($0, clauses[$0] ?? []) }.joined()
    }

    private func record(_ file: String, _ clauses: [ReportedClause]) -> String {
        var hits: [Int: Int] = [:]
        var lines = ["TN:documentation", "SF:\(InertText.line(file))"]
        for reported in clauses {
            let first = max(1, min(reported.clause.source.line, 1_000_000_000))
            // A sentence of more than a thousand lines is damage, and no reason to write them all.
            let last = max(first, min(reported.clause.source.endLine, first + 999))
            lines.append("FN:\(first),\(name(reported))")
            for line in first...last {
                hits[line] = min(hits[line] ?? Int.max, count(reported))
            }
        }
        lines += clauses.map { "FNDA:\(count($0)),\(name($0))" }
        lines.append("FNF:\(clauses.count)")
        lines.append("FNH:\(clauses.filter { count($0) > 0 }.count)")
        lines += hits.keys.sorted().map { "DA:\($0),\(hits[$0] ?? 0)" }
        lines.append("LF:\(hits.count)")
        lines.append("LH:\(hits.values.filter { $0 > 0 }.count)")
        lines.append("end_of_record\n")
        return lines.joined(separator: "\n")
    }

    private func count(_ reported: ReportedClause) -> Int { reported.status == .verified ? reported.proof.count : 0 }

    /// Commas end a name in this format.
    private func name(_ reported: ReportedClause) -> String {
        InertText.line(reported.clause.id).replacing(",", with: ";")
    }
}
