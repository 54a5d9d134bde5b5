/// Terms, and what they mean below them.
extension ReSTTranslator {
    /// Whether line `first` is a term and the deeper ones behind it what it means.
    func definitionTerm(_ first: Int, _ end: Int) -> Int? {
        guard end > first + 1, lines[first + 1].indent > lines[first].indent, isTerm(first),
            lines[first + 1..<end].allSatisfy({ $0.indent > lines[first].indent })
        else { return nil }
        return first
    }

    /// In a book a short line above deeper ones is a term, and a sentence of its own; in comments, and behind the marker
    /// of a list, people indent as they like.
    private var definesByIndentation: Bool { !isKernelDoc && pendingMarkers == 0 }

    /// A short line that is a name or a value, or wholly marked up.
    func isTerm(_ i: Int) -> Bool {
        let line = lines[i]
        guard line.end - line.start <= (definesByIndentation ? 60 : 48) else { return false }
        let first = text[line.start]
        let last = text[line.end - 1]
        guard last != UInt8(ascii: "."), last != UInt8(ascii: ","), last != UInt8(ascii: ";"),
            !endsWithLiteralMark(line)
        else { return false }
        let blanks = text[line.start..<line.end].count { $0.isBlank }
        let isMarked =
            first == UInt8(ascii: "%") || first == UInt8(ascii: "@") || first == UInt8(ascii: "&")
            || first == UInt8(ascii: "`") || first == UInt8(ascii: "*") || first == UInt8(ascii: "-")
        if isMarked || blanks == 0 { return blanks <= 2 }
        // "force: bool" behind the marker of a list
        let hasType =
            !isKernelDoc && blanks == 1
            && text.next(UInt8(ascii: ":"), in: line.start..<line.end - 1).map { text[$0 + 1].isBlank } == true
        return hasType || definesByIndentation && blanks <= 8
    }

    /// In a book, and with a colon of its own, the term is a sentence; else it leads into what it means.
    func isSentence(term: Int) -> Bool {
        !isKernelDoc || text[lines[term].end - 1] == UInt8(ascii: ":")
    }

    /// Writes the term as an item, which the deeper lines behind it are blocks of; false when it lies too deep.
    mutating func openDefinition(_ term: Int) -> Bool {
        guard beginItem(at: lines[term].indent) else { return false }
        separate()
        prefix()
        addTerm(term)
        endLine(lines[term].number)
        endedWithColon = false
        return true
    }

    private mutating func addTerm(_ term: Int) {
        inline.reset()
        inline.translate(text, lines[term].start..<lines[term].end, limit: lines[term].end, into: &output.bytes)
    }

    mutating func addDefinition(_ term: Int, _ body: Range<Int>) {
        guard beginItem(at: lines[term].indent) else { return add(term..<body.upperBound) }
        separate()
        prefix()
        addTerm(term)
        if text[lines[term].end - 1] != UInt8(ascii: ":") { output.bytes.append(UInt8(ascii: ":")) }
        endLine(lines[term].number)
        inline.reset()
        for i in body {
            var end = lines[i].end
            if i == body.upperBound - 1, endsWithLiteralMark(lines[i]) { end -= 1 }
            addLine(lines[i].start..<end, limit: lines[body.upperBound - 1].end, number: lines[i].number)
        }
    }
}
