/// Gathers the lines of one text after the other, all of them in the same memory.
struct TextGatherer: ~Copyable {
    /// Of the texts' lines, each with its line break.
    private(set) var buffer = ByteBuffer()
    /// The source line, from 1, of each line in `buffer`.
    private(set) var numbers: [Int32] = []
    /// Where the text that is being gathered begins in `buffer` and in `numbers`.
    private var start = 0
    private var firstLine = 0

    /// Adds a line, without the white space at its end.
    mutating func addLine(_ text: CText, _ range: Range<Int>, line: Int) {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1].isSpace { end -= 1 }
        numbers.append(Int32(truncatingIfNeeded: line))
        buffer.append(contentsOf: text.view(range.lowerBound..<end))
        buffer.append(0x0A)
    }

    /// What was gathered, without empty lines at both ends; the next text begins.
    mutating func take() -> GatheredText {
        // Each line has one line break, so that an empty line is one behind another.
        let bytes = buffer.bytes
        var text = start..<bytes.count
        var lines = firstLine..<numbers.count
        while let first = text.first, bytes[first] == 0x0A {
            text = text.dropFirst()
            lines = lines.dropFirst()
        }
        while text.count > 1, bytes[text.upperBound - 2] == 0x0A {
            text = text.dropLast()
            lines = lines.dropLast()
        }
        begin()
        // The last line break is none of the text's.
        return text.isEmpty ? GatheredText() : GatheredText(bytes: text.dropLast(), lines: lines)
    }

    /// The next text begins.
    private mutating func begin() {
        start = buffer.count
        firstLine = numbers.count
    }

    /// Makes one text of the paragraphs that others are, with an empty line between.
    mutating func join(_ texts: some Sequence<GatheredText>) -> GatheredText {
        begin()
        for text in texts where !text.isEmpty {
            if buffer.count > start {
                buffer.append(0x0A)
                numbers.append(numbers[text.lines.lowerBound])
                buffer.append(0x0A)
            }
            // One by one: adding to the memory may move it.
            for place in text.bytes { buffer.append(buffer.bytes[place]) }
            for place in text.lines { numbers.append(numbers[place]) }
        }
        defer { begin() }
        return GatheredText(bytes: start..<buffer.count, lines: firstLine..<numbers.count)
    }

    /// Takes in a text that others have gathered.
    mutating func add(_ text: DocText) -> GatheredText {
        begin()
        text.bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        numbers += text.lines
        defer { begin() }
        return GatheredText(bytes: start..<buffer.count, lines: firstLine..<numbers.count)
    }

    /// A text for those who keep it.
    func text(_ text: GatheredText) -> DocText {
        DocText(bytes: Array(buffer.bytes[text.bytes]), lines: Array(numbers[text.lines]))
    }

    /// Leaves nothing but the memory.
    mutating func removeAll() {
        buffer.truncate(to: 0)
        numbers.removeAll(keepingCapacity: true)
        begin()
    }
}
