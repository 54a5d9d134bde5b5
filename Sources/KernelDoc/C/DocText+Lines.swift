extension DocText {
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
