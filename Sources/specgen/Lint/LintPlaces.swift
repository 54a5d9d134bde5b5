import Clauses
import Foundation

/// Finds a finding's line in its file, and the column where its words begin.
struct LintPlaces {
    /// Findings come file by file.
    private var file = ""
    private var lines: [Substring] = []

    /// Nil where the file cannot be read (one that only a patch names).
    mutating func place(of finding: LintFinding) -> (line: String, column: Int)? {
        if file != finding.source.file {
            file = finding.source.file
            let data = FileManager.default.contents(atPath: file) ?? Data()
            lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        guard finding.source.patchLine == nil, finding.source.line > 0, finding.source.line <= lines.count else {
            return nil
        }
        let line = String(lines[finding.source.line - 1])
        let first = finding.text.split(separator: " ").first.map(String.init) ?? ""
        guard !first.isEmpty, let range = line.range(of: first) else { return (line, 0) }
        return (line, line.utf8.distance(from: line.startIndex, to: range.lowerBound) + 1)
    }
}
