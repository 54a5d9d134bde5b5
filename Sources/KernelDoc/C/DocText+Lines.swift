extension DocText {
    /// Adds a paragraph, with an empty line before it.
    mutating func append(paragraph other: DocText) {
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
        let last = bytes.lastIndex { $0 != 0x0A }
        guard let last, let first = bytes.firstIndex(where: { $0 != 0x0A }) else {
            self = DocText()
            return
        }
        lines = Array(lines.dropLast(bytes.count - 1 - last).dropFirst(first))
        bytes = Array(bytes[first...last])
    }
}
