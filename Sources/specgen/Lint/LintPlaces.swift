import Clauses
import Foundation
import PlainText

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
        }
        guard finding.source.patchLine == nil, finding.source.line > 0, finding.source.line <= lines.count else {
            return nil
        }
        let first = finding.source.line - 1
        let end = min(lines.count, max(finding.source.line, finding.source.endLine), first + Self.reach)
        let own = lines[first..<end].map { String($0) }
        guard let found = Self.start(of: finding.text, in: own) else {
            return Place(number: finding.source.line, line: own[0])
        }
        return Place(number: finding.source.line + found.line, line: own[found.line], start: found.start)
    }

    /// A word in a line, without the marks around it.
    private struct Word {
        var line: Int
        /// In the bytes of the line.
        var start: Int
        var core: ArraySlice<UInt8>
    }

    /// Where most of the first words of `text` stand one behind the other, over the ends of lines; nil where they do not
    /// stand in these lines. Words may have lost their markup: where the first ones stand there in another form, the ones
    /// behind them count; one word alone counts only when nothing stands behind it.
    static func start(of text: String, in lines: [String]) -> (line: Int, start: String.Index)? {
        let wanted = words(in: text, line: 0).map { Array($0.core) }
        let words = lines.enumerated().flatMap { Self.words(in: $1, line: $0) }
        guard let first = wanted.first, !words.isEmpty else { return nil }
        for skipped in 0..<min(4, wanted.count) {
            let rest = wanted[skipped...]
            var best = (count: 0, place: 0)
            for place in words.indices where words[place].core.elementsEqual(wanted[skipped]) {
                let count = zip(words[place...], rest).prefix { $0.core.elementsEqual($1) }.count
                if count > best.count { best = (count, place) }
            }
            let isWhole = best.count == rest.count || best.place + best.count == words.count
            guard best.count > (skipped == 0 ? 1 : 2) || skipped == 0 && best.count == 1 && isWhole else { continue }
            let word = words[best.place]
            let line = lines[word.line]
            var start = word.start
            // The words may begin with a mark of their own: "-EBUSY".
            if skipped == 0, let mark = text.utf8.first, mark != first.first, start > 0,
                Array(line.utf8)[start - 1] == mark
            {
                start -= 1
            }
            return (word.line, line.utf8.index(line.startIndex, offsetBy: start))
        }
        return nil
    }

    /// The words between blanks that have a letter or a digit.
    private static func words(in text: String, line: Int) -> [Word] {
        let bytes = Array(text.utf8)
        return bytes.split(whereSeparator: isBlank).compactMap { word in
            guard let first = word.firstIndex(where: \.isNamePart), let last = word.lastIndex(where: \.isNamePart)
            else {
                return nil
            }
            return Word(line: line, start: first, core: word[first...last])
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
