import Clauses
import Foundation

/// Finds the line of a finding's words in its file, and where in it they begin.
struct LintPlaces {
    struct Place {
        /// From 1.
        var number: Int
        var line: String
        /// Nil where the lines have the words in another form.
        var start: String.Index?

        /// From 1.
        var column: (bytes: Int, characters: Int)? {
            start.map { start in
                let before = line[..<start]
                return (before.utf8.count + 1, before.unicodeScalars.count + 1)
            }
        }
    }

    /// What was read of standard input and the like, by name.
    private let streams: [String: [UInt8]]
    /// Findings come file by file.
    private var file = ""
    private var lines: [Substring] = []
    /// The lines of the last finding: many findings can stand in one line, which then is not cut anew for each.
    private var passage = Passage(range: 0..<0, lines: [])

    /// A sentence of more lines is damage.
    private static let reach = 100

    init(streams: [String: [UInt8]] = [:]) { self.streams = streams }

    /// Nil where the file cannot be read (one that only a patch names).
    mutating func place(of finding: LintFinding) -> Place? {
        if file != finding.source.file {
            file = finding.source.file
            let data = streams[file].map { Data($0) } ?? FileManager.default.contents(atPath: file) ?? Data()
            // As it was read: without a byte order mark.
            let text = String(
                decoding: data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data, as: UTF8.self)
            lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            passage = Passage(range: 0..<0, lines: [])
        }
        guard finding.source.patchLine == nil, finding.source.line > 0, finding.source.line <= lines.count else {
            return nil
        }
        let first = finding.source.line - 1
        let end = min(lines.count, max(finding.source.line, finding.source.endLine), first + Self.reach)
        if passage.range != first..<end {
            passage = Passage(range: first..<end, lines: lines[first..<end].map { String($0) })
        }
        guard let found = passage.start(of: finding.text) else {
            return Place(number: finding.source.line, line: passage.lines[0])
        }
        return Place(number: finding.source.line + found.line, line: passage.lines[found.line], start: found.start)
    }
}
