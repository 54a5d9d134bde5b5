/// Explicit markup: directives, comments, targets, footnotes; and field lists.
extension ReSTTranslator {
    /// `.. name:: text` and all that begins with two dots; nil when the line is none of it.
    mutating func explicitMarkup(at i: Int) -> Int? {
        let line = lines[i]
        guard text.has("..", at: line.start, limit: line.end), isMarked(line) else { return nil }
        closeItems(for: line.indent)
        var start = line.start + 2
        while start < line.end, text[start].isBlank { start += 1 }
        if start < line.end, text[start] == UInt8(ascii: "[") {
            lines[i].indent += start - line.start
            lines[i].start = start
            return i
        }
        guard let colons = directiveColons(start, line.end) else { return bodyEnd(of: i) }
        let name = text.string(start..<colons).lowercased()
        let argument = text.trimmed(colons + 2..<line.end)
        switch name {
        case "note", "warning", "important", "tip", "hint", "caution", "danger", "attention", "error", "admonition",
            "seealso", "todo":
            let end = bodyEnd(of: i)
            beginSection(name, end: end)
            return content(argument, of: i)
        case "topic", "sidebar", "container", "class", "only", "compound", "list-table", "flat-table", "table",
            "rst-class",
            "versionadded", "versionchanged", "deprecated", "cssclass", "epigraph", "pull-quote", "glossary":
            return content(argument.upperBound..<argument.upperBound, of: i)
        case "code-block", "code", "sourcecode", "parsed-literal", "literalinclude", "prompt":
            let end = bodyEnd(of: i)
            let first = lines[options(of: i).upperBound..<end].firstIndex { !$0.isBlank }
            guard let first else { return end }
            let last = lines[first..<end].lastIndex { !$0.isBlank } ?? first
            _ = literal(first..<last + 1)
            return end
        case "kernel-doc":
            return kernelDoc(argument, at: i)
        default:
            guard name.hasPrefix("c:"), !argument.isEmpty else { return bodyEnd(of: i) }
            lines[i].start = argument.lowerBound
            _ = literal(i..<i + 1)
            return options(of: i).upperBound
        }
    }

    /// `.. kernel-doc:: path` with its options, one of which may go on over several lines.
    private mutating func kernelDoc(_ path: Range<Int>, at i: Int) -> Int {
        var directive = KernelDocDirective(path: text.string(path), line: Int(lines[i].number))
        let range = options(of: i)
        var last: String?
        for option in lines[range] where !option.isBlank {
            if text[option.start] == UInt8(ascii: ":"),
                let colon = text[(option.start + 1)..<option.end].firstIndex(of: UInt8(ascii: ":"))
            {
                let key = text.string(option.start + 1..<colon)
                directive.options[key] = text.string(text.trimmed(colon + 1..<option.end))
                last = key
            } else if let last {
                directive.options[last, default: ""] += " " + text.string(option.start..<option.end)
            }
        }
        record(directive)
        return range.upperBound
    }

    /// Whether a blank follows the two dots, or, as some write, the directive's name right away.
    private func isMarked(_ line: TextLine) -> Bool {
        guard line.end - line.start > 2 else { return true }
        return text[line.start + 2].isBlank
            || text[line.start + 2].isLetter && directiveColons(line.start + 2, line.end) != nil
    }

    /// The offset of the `::` behind a directive's name.
    private func directiveColons(_ start: Int, _ end: Int) -> Int? {
        var i = start
        while i < end, text[i].isWord || text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: ":"),
            i - start < 40
        {
            if text.has("::", at: i, limit: end), i > start { return i }
            i += 1
        }
        return nil
    }

    /// Behind the lines that are indented below line `i`.
    private func bodyEnd(of i: Int) -> Int {
        var end = i + 1
        var next = i + 1
        while next < lines.count, lines[next].isBlank || lines[next].indent > lines[i].indent {
            if !lines[next].isBlank { end = next + 1 }
            next += 1
        }
        return max(end, options(of: i).upperBound)
    }

    /// The `:name: value` lines directly below line `i`, indented or not.
    private func options(of i: Int) -> Range<Int> {
        var next = i + 1
        while next < lines.count, !lines[next].isBlank {
            let isOption = text[lines[next].start] == UInt8(ascii: ":")
            guard isOption || (next > i + 1 && lines[next].indent > lines[i + 1].indent) else { break }
            next += 1
        }
        return i + 1..<next
    }

    /// Leaves a directive's text and body to be read as prose.
    private mutating func content(_ argument: Range<Int>, of i: Int) -> Int {
        guard !argument.isEmpty else { return options(of: i).upperBound }
        lines[i].indent += argument.lowerBound - lines[i].start
        lines[i].start = argument.lowerBound
        return i
    }

    /// `:name: text`: the name is a section, but for those that only say who wrote the document and when.
    mutating func field(at i: Int) -> Int? {
        let line = lines[i]
        guard let colon = text[(line.start + 1)..<min(line.end, line.start + 60)].firstIndex(of: UInt8(ascii: ":")),
            colon > line.start + 1, !text[line.start + 1].isBlank, colon + 1 == line.end || text[colon + 1].isBlank
        else { return nil }
        closeItems(for: line.indent)
        let name = text.string(line.start + 1..<colon)
        let end = bodyEnd(ofField: i)
        guard !ReSTTranslator.bibliographic.contains(name.lowercased()) else { return end }
        beginSection(name, end: end)
        let body = text.trimmed(colon + 1..<line.end)
        guard !body.isEmpty else { return i + 1 }
        lines[i].start = body.lowerBound
        if i + 1 < end { lines[i].indent = lines[i + 1].indent }
        return i
    }

    private func bodyEnd(ofField i: Int) -> Int {
        var end = i + 1
        while end < lines.count, !lines[end].isBlank, lines[end].indent > lines[i].indent { end += 1 }
        return end
    }

    private static let bibliographic: Set<String> = [
        "abstract", "address", "author", "authors", "contact", "copyright", "date", "dedication", "licence", "license",
        "maintainer", "maintainers", "orphan", "organization", "original", "revision", "status", "translator",
        "version",
    ]
}
