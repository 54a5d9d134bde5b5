/// Where a paragraph ends though no blank line does it.
extension ReSTTranslator {
    /// Where the paragraph ends: at a blank line, or where something else begins.
    func paragraphEnd(from first: Int) -> Int {
        if isTitleLine(first) { return first + 1 }
        var i = first + 1
        while i < lines.count, !lines[i].isBlank, !interrupts(i, first: first) { i += 1 }
        return i
    }

    private func interrupts(_ i: Int, first: Int) -> Bool {
        // A field's text ends where the next field begins.
        if i == sectionEnd { return true }
        let previous = lines[i - 1]
        if i == first + 1, SectionTitle.isResultTitle(text, previous.start..<previous.end) { return true }
        if lines[i].end - lines[i].start <= 7, isKernelDoc, isResultTitleInCapitals(i) { return true }
        let last = text[previous.end - 1]
        // A line that ends in a colon leads into the next, but for a term above what it means; a brace goes on with it.
        if last == UInt8(ascii: ":"), text[lines[i].start] != UInt8(ascii: "{") {
            return i > first + 1 || lines[i].indent <= previous.indent || !isTerm(first)
        }
        let byte = text[lines[i].start]
        if headingTitle(at: i) == i { return true }
        if byte == UInt8(ascii: "."), text.has(".. ", at: lines[i].start, limit: lines[i].end) { return true }
        if byte == UInt8(ascii: "+"), isGridBorder(i) { return true }
        let endsSentence =
            last.isPunctuation && last != UInt8(ascii: ",") && last != UInt8(ascii: "-")
            && last != UInt8(ascii: "(") && last != UInt8(ascii: "/") && last != UInt8(ascii: "`")
        if isKernelDoc, byte == UInt8(ascii: "@"),
            StrayParameter.textStart(
                text, lines, i, follows: followsStrayParameter(i), interrupts: !endsSentence) != nil
        {
            return true
        }
        if endsSentence, isTitleLine(i) { return true }
        if ValueLines.begins(at: i, text, lines, filledTo: filledWidth) { return true }
        // A definition ends where its term began.
        if lines[i].indent < lines[first].indent, let item = items.last, item.kind == nil,
            lines[i].indent <= item.markerIndent
        {
            return true
        }
        if i > first + 1, lines[i].indent == lines[first].indent, lines[first + 1].indent > lines[first].indent,
            i + 1 < lines.count, !lines[i + 1].isBlank, lines[i + 1].indent > lines[i].indent, isTerm(i)
        {
            return true
        }
        return marker(at: i, interrupts: previous, endsSentence: endsSentence)
    }

    /// `RETURNS` on a line of its own.
    private func isResultTitleInCapitals(_ i: Int) -> Bool {
        let line = lines[i].start..<lines[i].end
        return text[line.upperBound - 1].isUppercase && SectionTitle.isResultTitle(text, line)
    }

    /// Whether a list item begins at `i`, or just a line of the paragraph with a dash or a number in front.
    private func marker(at i: Int, interrupts previous: TextLine, endsSentence: Bool) -> Bool {
        guard let marker = ListMarker(lines[i], in: text), marker.contentStart < lines[i].end else { return false }
        if let item = items.last(where: { $0.markerIndent <= lines[i].indent }), item.markerIndent == lines[i].indent,
            item.kind == marker.kind
        {
            return true
        }
        if hasSibling(marker, of: i) { return true }
        if marker.kind == .number || marker.kind == .letter, marker.ordinal > 1, !endsSentence { return false }
        if endsSentence { return true }
        // The line was broken on purpose when the marker and its first word would have fitted before the break.
        var wordEnd = marker.contentStart
        while wordEnd < lines[i].end, !text[wordEnd].isBlank { wordEnd += 1 }
        return previous.width + 1 + wordEnd - lines[i].start <= filledWidth
    }

    /// Whether a later line of the paragraph goes on with the list that `marker` would begin at line `i`.
    private func hasSibling(_ marker: ListMarker, of i: Int) -> Bool {
        for next in lines[i + 1..<min(lines.count, i + 16)] {
            if next.isBlank { return false }
            guard next.indent == lines[i].indent, let sibling = ListMarker(next, in: text), sibling.kind == marker.kind
            else { continue }
            return marker.ordinal == 0 || marker.ordinal == 1 && sibling.ordinal == 2
        }
        return false
    }

    /// `References:` on a line of its own.
    private func isTitleLine(_ i: Int) -> Bool {
        let line = lines[i]
        guard line.end - line.start <= 42, text[line.end - 1] == UInt8(ascii: ":"), text[line.start].isLetter else {
            return false
        }
        var end = line.end - 1
        if end > line.start, text[end - 1] == UInt8(ascii: ":") { end -= 1 }
        return SectionTitle.standsAlone(text, line.start..<end)
    }
}
