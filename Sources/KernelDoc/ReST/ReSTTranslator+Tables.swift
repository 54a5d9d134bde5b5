/// Tables and line blocks: every cell is a paragraph, and those of a row tell what its first one names. What heads the
/// columns is no text.
extension ReSTTranslator {
    /// A piece of a cell: its bytes in one line.
    private struct CellLine {
        var range: Range<Int>
        var number: Int32
    }

    /// `+---+---+`
    func isGridBorder(_ i: Int) -> Bool {
        guard i < lines.count, lines[i].end - lines[i].start >= 3,
            text.has("+-", at: lines[i].start, limit: lines[i].end)
                || text.has("+=", at: lines[i].start, limit: lines[i].end)
        else { return false }
        return text[lines[i].start..<lines[i].end].allSatisfy {
            $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=")
        }
    }

    /// A table drawn with `+`, `-` and `|`; nil when none begins here.
    mutating func gridTable(at first: Int) -> Int? {
        guard isGridBorder(first) else { return nil }
        var cells: [[CellLine]] = []
        var i = first
        while i < lines.count, !lines[i].isBlank {
            let line = lines[i]
            let byte = text[line.start]
            if byte == UInt8(ascii: "+") {
                if text.has("+=", at: line.start, limit: line.end) { cells.removeAll() }
                addRow(&cells, indent: lines[first].indent)
            } else if byte == UInt8(ascii: "|") {
                var column = 0
                var start = line.start + 1
                while start < line.end {
                    let end = text[start..<line.end].firstIndex(of: UInt8(ascii: "|")) ?? line.end
                    add(start..<end, line.number, to: column, of: &cells)
                    column += 1
                    start = end + 1
                }
            } else {
                break
            }
            i += 1
        }
        addRow(&cells, indent: lines[first].indent)
        return i
    }

    /// A table with borders of `=`; nil when none begins here.
    mutating func simpleTable(at first: Int) -> Int? {
        guard let columns = columns(first), columns.count >= 2 else { return nil }
        guard first >= searchedForTables else { return nil }
        let limit = min(lines.count, first + 2000)
        let end = (first + 1..<limit).first { isBorder($0) && ($0 + 1 == lines.count || lines[$0 + 1].isBlank) }
        guard let last = end else {
            searchedForTables = limit
            return nil
        }
        var cells: [[CellLine]] = []
        let indent = lines[first].indent
        let body = (first + 1..<last).first { isBorder($0) } ?? first
        for i in body + 1..<last {
            let line = lines[i]
            if line.isBlank || isBorder(i) || isSpan(i) {
                addRow(&cells, indent: indent)
                continue
            }
            if line.indent < columns[0].upperBound { addRow(&cells, indent: indent) }
            var place = (at: line.start, column: line.indent)
            for column in columns.indices {
                let start = place.at
                let isLastColumn = column == columns.count - 1
                if isLastColumn {
                    place.at = line.end
                } else {
                    go(to: columns[column + 1].lowerBound, in: line, &place)
                }
                if start < place.at { add(start..<place.at, line.number, to: column, of: &cells) }
            }
        }
        addRow(&cells, indent: indent)
        return last + 1
    }

    /// `| one line` each.
    mutating func lineBlock(at first: Int) -> Int {
        var i = first
        while i < lines.count, !lines[i].isBlank, text[lines[i].start] == UInt8(ascii: "|") {
            let line = lines[i]
            let range = text.trimmed(line.start + 1..<line.end)
            i += 1
            guard !range.isEmpty else { continue }
            separate()
            inline.reset()
            addLine(range, limit: range.upperBound, number: line.number)
        }
        return max(i, first + 1)
    }

    // MARK: -

    private func isBorder(_ i: Int) -> Bool {
        guard i < lines.count, !lines[i].isBlank, text[lines[i].start] == UInt8(ascii: "=") else { return false }
        return text[lines[i].start..<lines[i].end].allSatisfy { $0 == UInt8(ascii: "=") || $0.isBlank }
    }

    /// `-----` below a header that spans columns.
    private func isSpan(_ i: Int) -> Bool {
        text[lines[i].start..<lines[i].end].allSatisfy { $0 == UInt8(ascii: "-") || $0.isBlank }
    }

    /// The columns of a border, counted from the start of its line.
    private func columns(_ i: Int) -> [Range<Int>]? {
        guard isBorder(i) else { return nil }
        let line = lines[i]
        var columns: [Range<Int>] = []
        var at = line.start
        while at < line.end {
            var end = at
            while end < line.end, !text[end].isBlank { end += 1 }
            columns.append(at - line.start + line.indent..<end - line.start + line.indent)
            at = end
            while at < line.end, text[at].isBlank { at += 1 }
        }
        return columns
    }

    /// Goes on in a line to where a column of the source stands, or to its end.
    private func go(to column: Int, in line: TextLine, _ place: inout (at: Int, column: Int)) {
        while place.at < line.end, place.column < column {
            let byte = text[place.at]
            if byte == UInt8(ascii: "\t") {
                place.column = (place.column | 7) + 1
            } else if byte & 0xC0 != 0x80 {
                place.column += 1
            }
            place.at += 1
        }
        // The rest of a letter of several bytes.
        while place.at < line.end, text[place.at] & 0xC0 == 0x80 { place.at += 1 }
    }

    private func add(_ range: Range<Int>, _ number: Int32, to column: Int, of cells: inout [[CellLine]]) {
        let range = text.trimmed(range)
        guard !range.isEmpty, column < 64 else { return }
        while cells.count <= column { cells.append([]) }
        cells[column].append(CellLine(range: range, number: number))
    }

    private mutating func addRow(_ cells: inout [[CellLine]], indent: Int) {
        let isTerm = cells.count > 1 && cells.first?.isEmpty == false && beginItem(at: indent)
        for cell in cells where !cell.isEmpty {
            separate()
            for line in cell {
                inline.reset()
                addLine(line.range, limit: line.range.upperBound, number: line.number)
            }
        }
        if isTerm { closeItem() }
        cells.removeAll()
    }
}
