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
            // As it was read: without a byte order mark.
            let text = String(
                decoding: data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data, as: UTF8.self)
            lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        }
        guard finding.source.patchLine == nil, finding.source.line > 0, finding.source.line <= lines.count else {
            return nil
        }
        let line = String(lines[finding.source.line - 1])
        return Place(line: line, start: Self.start(of: finding.text, in: line))
    }

    /// Where most of the first words of `text` stand one behind the other; nil where they do not stand in this line. A
    /// text goes on in the next line, and its words have lost their markup: not all of them need be there, but one alone
    /// counts only when nothing stands behind it.
    static func start(of text: String, in line: String) -> String.Index? {
        let words = text.split(separator: " ").map { Array($0.utf8) }
        let bytes = Array(line.utf8)
        guard let first = words.first else { return nil }
        var best = (words: 0, start: 0)
        for start in bytes.indices where bytes[start] == first[0] {
            guard start == 0 || !isNamePart(bytes[start - 1]) || !isNamePart(first[0]) else { continue }
            let (count, end) = run(of: words, in: bytes, from: start)
            let isWhole = count == words.count || count > 0 && bytes[end...].allSatisfy(isBlank)
            if count > best.words, count > 1 || isWhole { best = (count, start) }
        }
        return best.words == 0 ? nil : line.utf8.index(line.startIndex, offsetBy: best.start)
    }

    /// How many of `words` stand in `line` from `start` on, with blanks between them; and where the last one ends.
    private static func run(of words: [[UInt8]], in line: [UInt8], from start: Int) -> (count: Int, end: Int) {
        var count = 0
        var end = start
        var at = start
        for word in words {
            guard line[at...].starts(with: word) else { break }
            let next = at + word.count
            guard next == line.count || !isNamePart(line[next]) || !(word.last.map(isNamePart) ?? false) else { break }
            count += 1
            end = next
            at = line[next...].firstIndex { !isBlank($0) } ?? line.count
            if at == next { break }
        }
        return (count, end)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Letters, digits, underscores, and whatever is not ASCII.
    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }
}
