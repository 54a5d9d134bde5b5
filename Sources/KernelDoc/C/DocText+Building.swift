extension DocText {
    /// Adds a line, without the white space at its end.
    mutating func addLine(_ text: [UInt8], _ range: Range<Int>, line: Int) {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1].isSpace { end -= 1 }
        if !lines.isEmpty { bytes.append(0x0A) }
        bytes.append(contentsOf: text[range.lowerBound..<end])
        lines.append(Int32(truncatingIfNeeded: line))
    }

    /// Adds a paragraph, with an empty line before it.
    mutating func addParagraph(_ other: DocText) {
        guard let first = other.lines.first else { return }
        if !lines.isEmpty {
            bytes.append(0x0A)
            lines.append(first)
            bytes.append(0x0A)
        }
        bytes.append(contentsOf: other.bytes)
        lines.append(contentsOf: other.lines)
    }

    /// Takes empty lines off both ends.
    mutating func trimLines() {
        var last = bytes.count
        var lineCount = lines.count
        while last > 0, bytes[last - 1] == 0x0A {
            last -= 1
            lineCount -= 1
        }
        if last == 0 {
            self = DocText()
            return
        }
        bytes.removeSubrange(last...)
        lines.removeSubrange(lineCount...)
        var first = 0
        while bytes[first] == 0x0A { first += 1 }
        if first > 0 {
            bytes.removeSubrange(..<first)
            lines.removeSubrange(..<first)
        }
    }
}
