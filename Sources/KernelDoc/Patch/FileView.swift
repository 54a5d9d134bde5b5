/// One side of one file, as far as a patch shows it.
struct FileView {
    /// Lines without a gap between them.
    struct Part {
        var lines: [ShownLine]
        /// The line in which the surrounding function or section begins, as the hunk's header has it; or empty.
        var heading: String
    }

    var path: String
    var parts: [Part] = []

    /// Nil when the file does not exist on that side, or nothing of it is shown.
    init?(_ patch: FilePatch, side: DocumentReader.Side) {
        guard let path = patch.path(on: side), !patch.hunks.isEmpty else { return nil }
        self.path = path
        var end = 0
        for hunk in patch.hunks {
            let lines = hunk.shownLines(on: side)
            guard let first = lines.first, let last = lines.last else { continue }
            let isAdjacent = first.origin.line == end && !first.origin.isEstimated && !parts.isEmpty
            if isAdjacent {
                parts[parts.count - 1].lines += lines
            } else {
                parts.append(Part(lines: lines, heading: hunk.section))
            }
            end = last.origin.isEstimated ? 0 : last.origin.line + 1
        }
        guard !parts.isEmpty else { return nil }
    }
}

extension Hunk {
    /// The lines that stand in the file on that side.
    func shownLines(on side: DocumentReader.Side) -> [ShownLine] {
        let gone = side == .new ? Line.Kind.removed : .added
        return lines.compactMap { line in
            guard line.kind != gone else { return nil }
            return ShownLine(
                text: line.text,
                origin: LineOrigin(
                    line: side == .new ? line.newLine : line.oldLine, patchLine: line.patchLine,
                    isEstimated: line.isEstimated),
                isChanged: line.kind != .context)
        }
    }
}
