import Clauses
import Foundation

/// Finds a finding's line in its file, and where in it the finding's words begin.
struct LintPlaces {
    struct Place {
        var line: String
        /// Nil where the line has the words in another form.
        var start: String.Index?

        /// From 1.
        var column: (bytes: Int, characters: Int)? {
            start.map { start in
                let before = line[..<start]
                return (before.utf8.count + 1, before.unicodeScalars.count + 1)
            }
        }
    }

    /// Findings come file by file.
    private var file = ""
    private var lines: [Substring] = []

    /// Nil where the file cannot be read (one that only a patch names).
    mutating func place(of finding: LintFinding) -> Place? {
        if file != finding.source.file {
            file = finding.source.file
            let data = FileManager.default.contents(atPath: file) ?? Data()
            lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        guard finding.source.patchLine == nil, finding.source.line > 0, finding.source.line <= lines.count else {
            return nil
        }
        let line = String(lines[finding.source.line - 1])
        let first = finding.text.prefix { $0 != " " }
        guard !first.isEmpty else { return Place(line: line) }
        // A line may have several sentences that begin alike.
        let start = line.ranges(of: first).map(\.lowerBound).max { one, other in
            common(line[one...], finding.text) < common(line[other...], finding.text)
        }
        return Place(line: line, start: start)
    }

    private func common(_ one: Substring, _ other: String) -> Int {
        zip(one, other).prefix { $0 == $1 }.count
    }
}
