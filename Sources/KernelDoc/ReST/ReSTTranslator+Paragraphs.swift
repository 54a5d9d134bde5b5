/// Paragraphs, and what a few lines turn out to be instead: results, values, code, a definition.
extension ReSTTranslator {
    mutating func paragraph(at first: Int) -> Int {
        if endedWithColon, CodeShape.beginsPrototype(text, lines[first]) {
            let end = prototypes(from: first)
            if end > first { return literal(first..<end) }
        }
        let end = paragraphEnd(from: first)
        let indent = lines[first..<end].lazy.map(\.indent).min() ?? 0
        var items = ValueLines(text, lines[first..<end], filledTo: filledWidth)?.items ?? []
        if listsResults || followsResultTitle(first), let results = ResultLines.items(text, lines[first..<end]),
            results.count > items.count
        {
            items = results
        }
        if !items.isEmpty {
            for item in items { addItem(item, indent: indent) }
            endedWithColon = false
            return end
        }
        if isUnmarkedCode(first, end) { return literal(first..<end) }
        if let term = definitionTerm(first, end) {
            if isSentence(term: term), openDefinition(term) { return first + 1 }
            addDefinition(term, first + 1..<end)
        } else {
            add(first..<end)
        }
        if endsWithLiteralMark(lines[end - 1]), let body = literalBody(from: end, base: indent) {
            return literal(body)
        }
        endedWithColon = text[lines[end - 1].end - 1] == UInt8(ascii: ":")
        return end
    }

    /// Whether `Return codes:` or the like stands on a line of its own above line `i`, or `Returns one of:`.
    private func followsResultTitle(_ i: Int) -> Bool {
        guard let above = lines[..<i].last(where: { !$0.isBlank }) else { return false }
        var end = above.end
        if text[end - 1] == UInt8(ascii: ":"),
            text.has("Return ", at: above.start, limit: end) || text.has("Returns ", at: above.start, limit: end)
        {
            return true
        }
        while end > above.start, text[end - 1] == UInt8(ascii: ":") { end -= 1 }
        return SectionTitle.isResultTitle(text, above.start..<end)
    }

    /// Writes lines as a paragraph.
    mutating func add(_ range: Range<Int>) {
        guard let last = range.last else { return }
        separate()
        inline.reset(isPlain: lines[last].end - lines[range.lowerBound].start > ReSTTranslator.longestParagraph)
        for i in range {
            var end = lines[i].end
            if i == last, endsWithLiteralMark(lines[i]) { end -= 1 }
            addLine(lines[i].start..<end, limit: lines[last].end, number: lines[i].number)
        }
    }

    /// Writes one line of a paragraph; what turns out to be markup only is left out.
    mutating func addLine(_ range: Range<Int>, limit: Int, number: Int32) {
        let mark = output.bytes.count
        let pending = pendingMarkers
        prefix()
        let content = output.bytes.count
        inline.translate(text, range, limit: limit, into: &output.bytes)
        if output.bytes.count == content {
            output.bytes.truncate(to: mark)
            pendingMarkers = pending
        } else {
            endLine(number)
        }
    }

    func followsStrayParameter(_ i: Int) -> Bool { strayParameter >= 0 && strayParameter == i - 1 }

    /// A parameter without its colon is an item of its own, without its name.
    mutating func strayParameter(at i: Int, _ start: Int) -> Int {
        lines[i].start = start
        strayParameter = i
        let end = paragraphEnd(from: i)
        addItem(i..<end, indent: lines[i].indent)
        endedWithColon = false
        return end
    }
}
