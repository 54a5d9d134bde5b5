/// Line numbers, also where a mail archive has dropped blank lines.
extension Hunk {
    /// Git shows three lines of context at either end, unless told otherwise.
    private static let contextLines = 3

    private func count(_ kind: Line.Kind) -> Int { lines.count { $0.kind == kind } }

    /// Takes lines that only look removed (or added) for the context that they must be.
    ///
    /// Where the blank in front of context is lost, a list item there reads like a removed line. The header's counts
    /// tell how many there are: their difference does not depend on lost blank lines.
    mutating func restoreContext() {
        var surplus = (count(.removed) - count(.added)) - (oldCount - newCount)
        let kind = surplus > 0 ? Line.Kind.removed : .added
        let sign = UInt8(ascii: surplus > 0 ? "-" : "+")
        let head = lines.indices.prefix(Hunk.contextLines)
        let tail = lines.indices.suffix(Hunk.contextLines).reversed()
        for edge in [Array(head), Array(tail)] {
            for i in edge where surplus != 0 {
                if lines[i].kind == .context { continue }
                guard lines[i].kind == kind else { break }
                lines[i].kind = .context
                lines[i].text = [sign] + lines[i].text
                surplus += kind == .removed ? -1 : 1
            }
        }
    }

    /// Numbers the lines, and answers what the header says against them, or nil when both agree.
    mutating func number() -> String? {
        let old = count(.context) + count(.removed)
        let new = count(.context) + count(.added)
        let lost = oldCount - old
        let agrees = lost == 0 && newCount == new
        let isExplained = lost >= 0 && lost == newCount - new
        let gaps = isExplained ? lostBlanks(lost) : LostBlanks(lead: 0, trail: 0, isCertain: false)
        assignNumbers(gaps, lost: isExplained ? lost : 0, isCertain: isExplained && gaps.isCertain)
        guard !agrees else { return nil }
        return "the hunk's header counts \(oldCount) lines before and \(newCount) after, its text has \(old) and \(new)"
    }

    /// Where blank context lines went missing.
    private struct LostBlanks {
        /// Before the first changed line, and after the last one.
        var lead: Int
        var trail: Int
        /// Whether the lines between them are all there.
        var isCertain: Bool
    }

    private func lostBlanks(_ lost: Int) -> LostBlanks {
        guard lost > 0 else { return LostBlanks(lead: 0, trail: 0, isCertain: true) }
        let lead = lines.firstIndex { $0.kind != .context } ?? lines.count
        let trail = lines.count - 1 - (lines.lastIndex { $0.kind != .context } ?? -1)
        let missingLead = oldStart > 1 ? max(0, Hunk.contextLines - lead) : 0
        let missingTrail = max(0, Hunk.contextLines - trail)
        let before = min(lost, missingLead)
        let after = min(lost - before, missingTrail)
        return LostBlanks(lead: before, trail: after, isCertain: before + after == lost && before == missingLead)
    }

    /// Lost blank lines are counted where they most often stand: right before and right behind the change.
    private mutating func assignNumbers(_ gaps: LostBlanks, lost: Int, isCertain: Bool) {
        var old = max(1, oldStart) + (oldCount == 0 ? 1 : 0)
        var new = max(1, newStart) + (newCount == 0 ? 1 : 0)
        let firstChange = lines.firstIndex { $0.kind != .context } ?? lines.count
        let lastChange = lines.lastIndex { $0.kind != .context } ?? lines.count
        let inner = lost - gaps.lead - gaps.trail
        var hasPassedContext = false
        for i in lines.indices {
            if i == firstChange {
                old += gaps.lead
                new += gaps.lead
            }
            if i == lastChange + 1 {
                old += gaps.trail
                new += gaps.trail
            }
            if i > firstChange, lines[i].kind == .context, i < lastChange { hasPassedContext = true }
            let isOpen =
                i < firstChange
                ? gaps.lead > 0 : i > lastChange ? gaps.trail > 0 || inner > 0 : inner > 0 && hasPassedContext
            lines[i].isEstimated = isOpen || (!isCertain && !(inner > 0 && !hasPassedContext && i <= lastChange))
            lines[i].oldLine = old
            lines[i].newLine = new
            if lines[i].kind != .added { old += 1 }
            if lines[i].kind != .removed { new += 1 }
        }
    }
}
