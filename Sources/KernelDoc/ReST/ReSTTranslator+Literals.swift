/// Text that stands as it is: code, drawings, prototypes, whether something marks it or its look alone.
extension ReSTTranslator {
    func endsWithLiteralMark(_ line: TextLine) -> Bool {
        text.has("::", at: line.end - 2, limit: line.end) && line.end - line.start >= 2
    }

    func blankLine(after i: Int) -> Int {
        lines[i...].firstIndex(where: \.isBlank) ?? lines.count
    }

    /// What stands behind a `::`: deeper lines, or, where the indentation is lost, the lines up to a blank one.
    func literalBody(from start: Int, base: Int) -> Range<Int>? {
        guard let first = lines[start...].firstIndex(where: { !$0.isBlank }) else { return nil }
        if lines[first].indent > base {
            var end = first
            var i = first
            while i < lines.count, lines[i].isBlank || lines[i].indent > base {
                if !lines[i].isBlank { end = i + 1 }
                i += 1
            }
            return first..<end
        }
        if first == start { return first..<blankLine(after: first) }
        let end = blankLine(after: first)
        let isCode =
            CodeShape.prototypeLength(text, lines, from: first) > 0 || CodeShape.isCode(text, lines[first..<end])
        return isCode ? first..<end : nil
    }

    /// The end of the prototypes that begin at `first`.
    func prototypes(from first: Int) -> Int {
        var i = first
        while true {
            let length = CodeShape.prototypeLength(text, lines, from: i)
            guard length > 0 else { return i }
            i += length
        }
    }

    /// Writes lines as they stand, and answers where they end.
    mutating func literal(_ range: Range<Int>) -> Int {
        separate()
        prefix()
        output.bytes.append(contentsOf: "```")
        endLine(lines[range.lowerBound].number)
        let margin = lines[range].lazy.filter { !$0.isBlank }.map(\.indent).min() ?? 0
        for line in lines[range] {
            prefix()
            for _ in 0..<min(256, max(0, line.indent - margin)) { output.bytes.append(UInt8(ascii: " ")) }
            var i = line.start
            while i < line.end {
                var end = i
                while end < line.end, StandIn.isPlain(text[end]) { end += 1 }
                if end > i { output.bytes.append(contentsOf: Bytes(rebasing: text[i..<end])) }
                guard end < line.end else { break }
                // A comment cannot hold a star and a slash: `\*` is how it is written there.
                if text.has("\\*", at: end, limit: line.end) { end += 1 }
                output.bytes.append(StandIn.hide(text[end]))
                i = end + 1
            }
            endLine(line.number)
        }
        prefix()
        output.bytes.append(contentsOf: "```")
        endLine(lines[range.upperBound - 1].number)
        endedWithColon = false
        return range.upperBound
    }

    /// The lines of a paragraph that is code by its look, though nothing marks it.
    func isUnmarkedCode(_ first: Int, _ end: Int) -> Bool {
        if CodeShape.isPlainlyCode(text, lines[first..<end]) || CodeShape.isDrawing(text, lines[first..<end]) {
            return true
        }
        guard lines[first].indent >= 2, first > 0, lines[first - 1].isBlank || endedWithColon else { return false }
        return CodeShape.isCode(text, lines[first..<end])
    }
}
