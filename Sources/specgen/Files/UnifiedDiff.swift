/// What changes from one text to another, as `diff -u` prints it.
struct UnifiedDiff {
    /// Lines of context around each change.
    static let context = 3

    private struct Edit {
        var isRemoved = false
        var isInserted = false
        var text: Substring
    }

    /// - Parameters:
    ///   - oldName: stands behind `---`; `/dev/null` when there is no old text.
    ///   - newName: stands behind `+++`.
    /// - Returns: the diff, with a line break at its end; empty when nothing changes.
    static func text(from old: String, named oldName: String, to new: String, named newName: String) -> String {
        let edits = script(from: lines(of: old), to: lines(of: new))
        var result = ""
        for hunk in hunks(of: edits) {
            if result.isEmpty { result = "--- \(oldName)\n+++ \(newName)\n" }
            let before = edits[..<hunk.lowerBound]
            let oldStart = before.count { !$0.isInserted }
            let newStart = before.count { !$0.isRemoved }
            let oldCount = edits[hunk].count { !$0.isInserted }
            let newCount = edits[hunk].count { !$0.isRemoved }
            result += "@@ -\(range(oldStart, oldCount)) +\(range(newStart, newCount)) @@\n"
            for edit in edits[hunk] {
                result += (edit.isRemoved ? "-" : edit.isInserted ? "+" : " ") + edit.text
                result += edit.text.utf8.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n"
            }
        }
        return result
    }

    /// Lines with their line breaks, so that a missing one at the end is a difference.
    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        var rest = text[...]
        // By bytes: as a character, a line break may hide in a carriage return before it.
        while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest[...end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }

    private static func script(from old: [Substring], to new: [Substring]) -> [Edit] {
        var removed = Array(repeating: false, count: old.count)
        var inserted = Array(repeating: false, count: new.count)
        // By bytes: two spellings of one character are a difference.
        for change in new.difference(from: old, by: { $0.utf8.elementsEqual($1.utf8) }) {
            switch change {
            case .remove(let offset, _, _): removed[offset] = true
            case .insert(let offset, _, _): inserted[offset] = true
            }
        }
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, removed[i] {
                edits.append(Edit(isRemoved: true, text: old[i]))
                i += 1
            } else if j < new.count, inserted[j] {
                edits.append(Edit(isInserted: true, text: new[j]))
                j += 1
            } else {
                edits.append(Edit(text: old[i]))
                i += 1
                j += 1
            }
        }
        return edits
    }

    /// The changes with their context; two whose contexts touch are one hunk.
    private static func hunks(of edits: [Edit]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, edit) in edits.enumerated() where edit.isRemoved || edit.isInserted {
            let range = max(0, index - context)..<min(edits.count, index + context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    /// A range's first line and length; of an empty range, the line before it.
    private static func range(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
    }
}
