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
}
