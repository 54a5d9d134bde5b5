import Clauses
import Compliance
import KernelDoc

/// Findings as compilers complain. What is found in the same words of one file several times is said once, with the other
/// lines.
struct LintText {
    let findings: [PlacedFinding]
    let printer: DiagnosticPrinter

    private struct Saying: Hashable {
        var file: String
        var kind: LintFinding.Kind
        var text: String
    }

    var description: String {
        var order: [Saying] = []
        var bySaying: [Saying: [PlacedFinding]] = [:]
        for placed in findings {
            let saying = Saying(
                file: placed.finding.source.file, kind: placed.finding.kind, text: placed.finding.text)
            if bySaying[saying] == nil { order.append(saying) }
            bySaying[saying, default: []].append(placed)
        }
        return order.compactMap { bySaying[$0].map { printer.text(for: diagnostic(for: $0)) } }.joined()
    }

    private func diagnostic(for same: [PlacedFinding]) -> Diagnostic {
        let (placed, finding) = (same[0], same[0].finding)
        let other = finding.other.map { " (\($0.place))" } ?? ""
        let lines = same.dropFirst().map { String($0.finding.source.line) }
        let more = lines.count > 8 ? " and \(lines.count - 8) more" : ""
        let also =
            lines.isEmpty
            ? "" : "; also in line\(lines.count == 1 ? "" : "s") \(lines.prefix(8).joined(separator: ", "))\(more)"
        return Diagnostic(
            .warning, file: finding.source.file, line: finding.source.line, column: placed.column?.bytes ?? 0,
            message: "\(finding.kind.rawValue): “\(finding.text)”: \(finding.why)\(other)\(also)",
            advice: finding.suggestion, excerpt: placed.line)
    }
}
