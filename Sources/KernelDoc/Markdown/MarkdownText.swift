/// Markdown as it is handed to cmark: without control characters, and tame enough to be read in linear time.
enum MarkdownText {
    /// Containers opened in one line beyond which the line is read as text.
    private static let deepest = 32
    /// A paragraph longer than this holds no markup that a person wrote, in bytes.
    private static let longest = 1 << 20
    /// Text longer than this is handed to cmark in pieces, in bytes.
    private static let chunk = 1 << 20

    /// Reads `text`, whose first line is `firstLine`, and writes its units.
    static func write(_ text: [UInt8], firstLine: Int, to writer: inout ProseWriter) {
        let text = prepared(text)
        var source = CommonMark()
        source.firstLine = firstLine
        var start = 0
        while start < text.count {
            let end = pieceEnd(text, from: start)
            source.bytes = ByteBuffer(text[start..<end])
            source.write(to: &writer)
            guard end < text.count else { return }
            source.firstLine += source.bytes.bytes.count { $0 == UInt8(ascii: "\n") }
            start = end
        }
    }

    /// Where a piece of a long text ends: before a heading or a paragraph that no list, quotation or fence can hold; in
    /// a text without any, at some line's end.
    private static func pieceEnd(_ text: [UInt8], from start: Int) -> Int {
        guard text.count - start > chunk else { return text.count }
        var isFenced = false
        var isBlank = false
        var line = start
        while let end = text[line...].firstIndex(of: UInt8(ascii: "\n")) {
            let content = text[line..<end].drop(while: \.isBlank)
            let isFree = isBlank && !isFenced && (text[line].isLetter || text[line] == UInt8(ascii: "#"))
            if line - start > chunk, isFree || line - start > 8 * chunk { return line }
            if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { isFenced.toggle() }
            isBlank = content.isEmpty
            line = end + 1
        }
        return text.count
    }

    /// The same lines, with control characters replaced; markup is hidden where there is absurdly much of it.
    static func prepared(_ text: [UInt8]) -> [UInt8] {
        var output = text
        output.withUnsafeMutableBufferPointer { bytes in
            var paragraphStart = 0
            var lineStart = 0
            var isBlank = true
            for i in bytes.indices {
                let byte = bytes[i]
                if byte == UInt8(ascii: "\n") {
                    if isBlank {
                        tame(bytes, paragraphStart..<lineStart)
                        paragraphStart = i + 1
                    }
                    lineStart = i + 1
                    isBlank = true
                } else if byte >= 0x20, byte != 0x7F {
                    if byte != UInt8(ascii: " ") { isBlank = false }
                } else if byte != UInt8(ascii: "\t"), byte != UInt8(ascii: "\r") {
                    bytes[i] = StandIn.unknown
                    isBlank = false
                }
            }
            tame(bytes, paragraphStart..<bytes.count)
        }
        return output
    }

    /// Hides the markup of a paragraph that is too long, or whose lines open too many containers.
    private static func tame(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) {
        guard range.count > deepest * 2 else { return }
        if range.count > longest {
            for i in range { bytes[i] = StandIn.hide(bytes[i]) }
            return
        }
        var containers = 0
        var columns = 0
        var isStart = true
        for i in range {
            let byte = bytes[i]
            if byte == UInt8(ascii: "\n") {
                containers = 0
                columns = 0
                isStart = true
            } else if isStart {
                if byte.isLetter || byte >= 0x80 { isStart = false }
                if byte.isPunctuation { containers += 1 }
                columns += 1
                if containers > deepest || columns > deepest * 4 { bytes[i] = StandIn.hide(byte) }
            }
        }
    }
}
