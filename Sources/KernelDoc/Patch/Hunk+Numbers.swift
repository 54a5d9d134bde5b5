/// Line numbers, also where a mail archive has dropped blank lines.
extension Hunk {
    /// Git shows three lines of context at either end, unless told otherwise.
    private static let contextLines = 3

    private func count(_ kind: Line.Kind) -> Int { lines.count { $0.kind == kind } }

    // MARK: - Context that looks changed

    /// Takes lines that only look removed (or added) for the context that they must be.
    ///
    /// Where the blank in front of context is lost, an underline or a list item there reads like a removed line. An
    /// underline goes with the title above it. A list item is told by the header's counts, whose difference does not
    /// depend on lost blank lines; when they cannot be made to agree, nothing is changed.
    mutating func restoreContext(isText: Bool) {
        guard isText else { return }
        for i in lines.indices.dropFirst() where lines[i].kind != .context && underlinesContext(i) { makeContext(i) }
        let surplus = (count(.removed) - count(.added)) - (oldCount - newCount)
        let kind = surplus > 0 ? Line.Kind.removed : .added
        var items: [Int] = []
        for i in lines.indices.reversed() where items.count < abs(surplus) && lines[i].kind == kind {
            if isListItem(lines[i]), touchesContext(i, items.last) { items.append(i) }
        }
        guard items.count == abs(surplus) else { return }
        for i in items { makeContext(i) }
    }

    private mutating func makeContext(_ i: Int) {
        lines[i].text = [UInt8(ascii: lines[i].kind == .removed ? "-" : "+")] + lines[i].text
        lines[i].kind = .context
    }

    /// Whether the line and its sign are as long as the context line above them, and nothing but dashes (or pluses).
    private func underlinesContext(_ i: Int) -> Bool {
        let sign = UInt8(ascii: lines[i].kind == .removed ? "-" : "+")
        let title = lines[i - 1].text
        return lines[i - 1].kind == .context && title.count >= 3 && abs(lines[i].text.count + 1 - title.count) <= 2
            && title.contains(where: \.isWord) && lines[i].text.allSatisfy { $0 == sign }
    }

    private func isListItem(_ line: Line) -> Bool {
        line.text.count >= 2 && line.text.first == UInt8(ascii: " ")
            && line.text.dropFirst().first.map { !$0.isBlank } == true
    }

    /// Whether the line stands at an end of the hunk, or next to context, or to `other`, which is to be context.
    private func touchesContext(_ i: Int, _ other: Int?) -> Bool {
        i == 0 || i == lines.count - 1 || lines[i - 1].kind == .context || lines[i + 1].kind == .context
            || other == i + 1
    }

    // MARK: - Numbers

    /// Numbers the lines, and answers what the header says against them, or nil when both agree.
    mutating func number() -> Contradiction? {
        let old = count(.context) + count(.removed)
        let new = count(.context) + count(.added)
        let lost = oldCount - old
        let isExplained = lost >= 0 && lost == newCount - new
        assignNumbers(isExplained ? lostBlanks(lost) : [])
        guard lost != 0 || newCount != new else { return nil }
        if !isExplained {
            for i in lines.indices { lines[i].isEstimated = true }
        }
        return Contradiction(
            counts:
                "the hunk's header counts \(oldCount) lines before and \(newCount) after, its text has \(old) and \(new)",
            lostBlanks: isExplained ? lost : nil)
    }

    /// What a hunk's header says against its text.
    struct Contradiction {
        var counts: String
        /// How many blank lines of context must have been lost, where that explains it.
        var lostBlanks: Int?
    }

    /// Blank context lines that went missing in front of line `index`, or of one between `uncertain`.
    private struct Gap {
        var index: Int
        var count: Int
        /// Lines whose number depends on where exactly the gap is.
        var uncertain: Range<Int>
    }

    /// Where the lost blank lines stood: git's three lines of context tell how many are missing at either end, and
    /// within a comment, where every line has a star, there are none.
    private func lostBlanks(_ lost: Int) -> [Gap] {
        guard lost > 0, !lines.isEmpty else { return [] }
        let first = lines.firstIndex { $0.kind != .context } ?? lines.count
        let last = lines.lastIndex { $0.kind != .context } ?? lines.count - 1
        let missingLead = max(0, min(Hunk.contextLines, oldStart - 1) - first)
        let missingTrail = max(0, Hunk.contextLines - (lines.count - 1 - last))
        let before = min(lost, missingLead)
        let after = min(lost - before, missingTrail)
        let zones = [
            (0...first, before), (min(first + 1, last)...last, lost - before - after), (last + 1...lines.count, after),
        ]
        return zones.compactMap { zone, count in count > 0 ? gap(in: zone, count) : nil }
    }

    private func gap(in zone: ClosedRange<Int>, _ count: Int) -> Gap {
        let possible = zone.filter { !isInComment($0) }
        guard let earliest = possible.first, let latest = possible.last else {
            return Gap(index: zone.upperBound, count: count, uncertain: zone.lowerBound..<zone.upperBound)
        }
        let likely = possible.last { isLikely($0) }
        return Gap(index: likely ?? latest, count: count, uncertain: earliest..<latest)
    }

    /// A blank line stands most often in front of a comment, behind code that was there before, or of a heading.
    private func isLikely(_ i: Int) -> Bool {
        guard i < lines.count else { return false }
        if lines[i].text.drop(while: \.isBlank).starts(with: "/*".utf8) {
            return i > 0 && lines[i - 1].kind == .context
        }
        guard i + 1 < lines.count, let first = lines[i + 1].text.first, first.isPunctuation else { return false }
        return lines[i + 1].text.count >= 3 && lines[i + 1].text.allSatisfy { $0 == first } && !lines[i].text.isEmpty
    }

    /// Whether the lines around the boundary in front of `i` belong to one comment.
    private func isInComment(_ i: Int) -> Bool {
        i < lines.count && lines[i].text.drop(while: \.isBlank).first == UInt8(ascii: "*")
    }

    private mutating func assignNumbers(_ gaps: [Gap]) {
        var old = max(1, oldStart) + (oldCount == 0 ? 1 : 0)
        var new = max(1, newStart) + (newCount == 0 ? 1 : 0)
        for i in lines.indices {
            for gap in gaps where gap.index == i {
                old += gap.count
                new += gap.count
            }
            lines[i].isEstimated = gaps.contains { $0.uncertain.contains(i) }
            lines[i].oldLine = old
            lines[i].newLine = new
            if lines[i].kind != .added { old += 1 }
            if lines[i].kind != .removed { new += 1 }
        }
    }
}
