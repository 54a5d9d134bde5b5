import PlainText

/// Lines of a file in which the words of a finding stand, cut into words once.
struct Passage {
    /// Of the file's lines, from 0.
    let range: Range<Int>
    let lines: [String]
    private let words: [Word]

    init(range: Range<Int>, lines: [String]) {
        self.range = range
        self.lines = lines
        words = lines.enumerated().flatMap { Self.words(in: $1, line: $0) }
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
    func start(of text: String) -> (line: Int, start: String.Index)? {
        let wanted = Self.words(in: text, line: 0).map { Array($0.core) }
        guard let first = wanted.first, !words.isEmpty else { return nil }
        for skipped in 0..<min(4, wanted.count) {
            let rest = wanted[skipped...]
            var best = (count: 0, place: 0)
            for place in words.indices where words[place].core.elementsEqual(wanted[skipped]) {
                let count = zip(words[place...], rest).prefix { $0.core.elementsEqual($1) }.count
                if count > best.count { best = (count, place) }
                if count == rest.count { break }
            }
            let isWhole = best.count == rest.count || best.place + best.count == words.count
            guard best.count > (skipped == 0 ? 1 : 2) || skipped == 0 && best.count == 1 && isWhole else { continue }
            let word = words[best.place]
            let line = lines[word.line]
            var start = word.start
            // The words may begin with a mark of their own: "-EBUSY".
            if skipped == 0, let mark = text.utf8.first, mark != first.first, start > 0,
                line.utf8[line.utf8.index(line.startIndex, offsetBy: start - 1)] == mark
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
