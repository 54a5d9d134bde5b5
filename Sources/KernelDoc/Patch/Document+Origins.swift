extension Document {
    /// The same document, its lines (which count the lines of a read text from 1) put back to where they came from.
    func placed(at origins: [LineOrigin]) -> Document {
        func origin(_ line: Int) -> LineOrigin? {
            guard line >= 1, !origins.isEmpty else { return nil }
            return origins[min(line, origins.count) - 1]
        }
        func place(_ line: inout Int) {
            if let origin = origin(line) { line = origin.line }
        }
        func place(_ text: inout DocText) {
            for i in text.lines.indices {
                if let origin = origin(Int(text.lines[i])) { text.lines[i] = Int32(clamping: origin.line) }
            }
        }
        var document = self
        for i in document.items.indices {
            place(&document.items[i].line)
            place(&document.items[i].purpose)
            for k in document.items[i].parameters.indices {
                place(&document.items[i].parameters[k].line)
                place(&document.items[i].parameters[k].text)
            }
            for k in document.items[i].excess.indices {
                place(&document.items[i].excess[k].line)
                place(&document.items[i].excess[k].text)
            }
            for k in document.items[i].sections.indices {
                place(&document.items[i].sections[k].line)
                place(&document.items[i].sections[k].text)
            }
        }
        document.prose.place { origin($0) }
        for i in document.diagnostics.indices { place(&document.diagnostics[i].line) }
        return document
    }
}

extension Prose {
    /// Gives every line mark its origin.
    mutating func place(_ origin: (Int) -> LineOrigin?) {
        for i in lineMarks.indices {
            guard let found = origin(lineMarks[i].line) else { continue }
            lineMarks[i].line = found.line
            lineMarks[i].patchLine = found.patchLine
            lineMarks[i].isEstimated = found.isEstimated
        }
    }
}
