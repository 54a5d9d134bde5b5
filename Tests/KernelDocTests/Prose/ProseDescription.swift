import KernelDoc

extension Prose {
    /// One line a unit, for tests: role, nesting, and the text with its line breaks shown.
    var outline: [String] {
        units.map { unit in
            let text = text(of: unit).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
            return "\(unit.role)\(unit.depth > 0 ? "\(unit.depth)" : ""): \(text)"
        }
    }

    /// The line of each line mark in unit `index`, with the text that begins there.
    func lines(of index: Int) -> [String] {
        let unit = units[index]
        let marks = lineMarks.filter { unit.range.contains($0.offset) }
        return marks.enumerated().map { place, mark in
            let end = place + 1 < marks.count ? marks[place + 1].offset : unit.range.upperBound
            return "\(mark.line): \(String(decoding: bytes[mark.offset..<end], as: UTF8.self))"
        }
    }

    /// The spans as `kind text`.
    var spanList: [String] { spans.map { "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self))" } }

    func block(of index: Int) -> Block { blocks[units[index].block] }

    /// What must hold of every prose, whatever it was read from.
    var violations: [String] {
        var found: [String] = []
        var end = 0
        for (index, unit) in units.enumerated() {
            if unit.range.lowerBound < end || unit.range.upperBound > bytes.count {
                found.append("\(index): range \(unit.range)")
            }
            if unit.range.isEmpty { found.append("\(index): empty") }
            if !blocks.indices.contains(unit.block) { found.append("\(index): block \(unit.block)") }
            if unit.parent >= index || unit.parent < -1 { found.append("\(index): parent \(unit.parent)") }
            if !lineMarks.contains(where: { $0.offset == unit.range.lowerBound }) {
                found.append("\(index): no line mark")
            }
            if bytes[unit.range].contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) {
                found.append("\(index): control character")
            }
            if unit.role != .literal {
                let text = text(of: unit)
                if text.contains("  ") || text.contains("\n") || text.hasPrefix(" ") || text.hasSuffix(" ") {
                    found.append("\(index): white space in '\(text)'")
                }
            }
            end = unit.range.upperBound
        }
        if zip(lineMarks, lineMarks.dropFirst()).contains(where: { $0.offset > $1.offset }) {
            found.append("marks unsorted")
        }
        if spans.contains(where: { $0.range.upperBound > bytes.count }) { found.append("span beyond the text") }
        if lineMarks.contains(where: { $0.line < 1 }) { found.append("line 0") }
        return found
    }
}

/// The prose of a kernel-doc comment's description, whose first line is line 1.
func comment(_ text: String) -> Prose {
    let bytes = Array(text.utf8)
    let count = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    let description = DocText(bytes: bytes, lines: (1...count).map { Int32($0) })
    var builder = ProseBuilder()
    return builder.prose(of: [
        Item(kind: .function, name: "f", line: 1, sections: [.init(title: "Description", text: description, line: 1)])
    ])
}

func reST(_ text: String) -> Prose {
    var builder = ProseBuilder()
    return builder.prose(ofReST: Array(text.utf8)).prose
}

func markdown(_ text: String) -> Prose {
    var builder = ProseBuilder()
    return builder.prose(ofMarkdown: Array(text.utf8))
}
