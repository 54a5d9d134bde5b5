/// Headings: underlined, or numbered and on their own.
extension ReSTTranslator {
    mutating func heading(_ title: Int, _ words: Range<Int>, end: Int) -> Int {
        items.removeAll(keepingCapacity: true)
        pendingMarkers = 0
        if sectionEnd >= 0 { endSection() }
        separate()
        output.bytes.append(contentsOf: "# ")
        inline.reset()
        inline.translate(text, words, limit: words.upperBound, into: &output.bytes)
        endLine(lines[title].number)
        endedWithColon = false
        return end
    }

    /// The line of the title, when a heading begins at `i`: its own line, or the one below an overline.
    func headingTitle(at i: Int) -> Int? {
        if isUnderline(i + 1), !isRule(i), underlines(i + 1, i) { return i }
        if isUnderline(i), i + 2 < lines.count, isUnderline(i + 2), !lines[i + 1].isBlank, !isRule(i + 1),
            text[lines[i].start] == text[lines[i + 2].start], underlines(i + 2, i + 1)
        {
            return i + 1
        }
        return nil
    }

    private func underlines(_ rule: Int, _ title: Int) -> Bool {
        !lines[title].isBlank && lines[title].indent <= lines[rule].indent + 4
            && (lines[rule].end - lines[rule].start) * 4 >= (lines[title].end - lines[title].start) * 3
    }

    /// The words of a numbered heading, as plain text files have them: `2. The second part`, alone between blank lines,
    /// with text below that stands further in. As an item of a list it would be one whose first paragraph is no
    /// sentence.
    func numberedTitle(at i: Int) -> Range<Int>? {
        guard !isKernelDoc, !endedWithColon, i == 0 || lines[i - 1].isBlank, i + 1 < lines.count, lines[i + 1].isBlank,
            let marker = ListMarker(lines[i], in: text), marker.kind == .number, marker.ordinal > 0,
            !goesOn(withItem: marker.ordinal, at: lines[i].indent)
        else { return nil }
        let words = marker.contentStart..<lines[i].end
        guard let first = text[words].first, first.isUppercase || first.isDigit, words.count <= 60,
            let last = text[words].last, last.isWord || last == UInt8(ascii: ")"),
            let below = lines[(i + 1)...].first(where: { !$0.isBlank }), below.indent > lines[i].indent,
            ListMarker(below, in: text) == nil
        else { return nil }
        return words
    }

    /// At least three times the same punctuation, and nothing else.
    func isUnderline(_ i: Int) -> Bool {
        guard i < lines.count, lines[i].end - lines[i].start >= 3 else { return false }
        let first = text[lines[i].start]
        guard first.isPunctuation, first != UInt8(ascii: "."), first != UInt8(ascii: ":") else { return false }
        return text[lines[i].start..<lines[i].end].allSatisfy { $0 == first }
    }
}
