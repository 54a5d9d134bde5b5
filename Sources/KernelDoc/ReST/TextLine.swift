/// One line of a text that is being read.
struct TextLine {
    /// The first byte that is no blank.
    var start: Int
    /// Behind the last byte that is no blank; `start` on a blank line.
    var end: Int
    /// Columns before `start`, tabs to multiples of eight.
    var indent: Int
    /// In the source, from 1.
    var number: Int32

    var isBlank: Bool { start == end }
    /// The column behind the last byte, as far as that can be told in bytes.
    var width: Int { indent + end - start }

    /// Cuts `text` into lines. `numbers` are the source lines; when empty they count from `firstLine`.
    static func cut(
        _ text: Bytes, numbers: LineNumbers = .init(start: nil, count: 0), firstLine: Int = 1,
        into lines: inout [TextLine]
    ) {
        lines.removeAll(keepingCapacity: true)
        var offset = 0
        while offset < text.count {
            var start = offset
            var indent = 0
            while start < text.count, text[start].isBlank {
                indent = text[start] == UInt8(ascii: "\t") ? (indent | 7) + 1 : indent + 1
                start += 1
            }
            let next = text.lineEnd(from: start)
            var end = next
            while end > start, text[end - 1] <= 0x20 { end -= 1 }
            let index = lines.count
            let number = index < numbers.count ? numbers[index] : numbers.last ?? Int32(clamping: index + firstLine)
            lines.append(TextLine(start: start, end: end, indent: indent, number: number))
            offset = next + 1
        }
    }
}
