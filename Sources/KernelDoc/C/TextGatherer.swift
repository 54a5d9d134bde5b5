/// Gathers the lines of one text after the other, all of them in the same memory.
struct TextGatherer: Sendable, Equatable {
    /// The texts' lines, each with its line break.
    private(set) var bytes: [UInt8] = []
    /// The source line, from 1, of each line in `bytes`.
    private(set) var numbers: [Int32] = []
    /// Where the text that is being gathered begins in `bytes` and in `numbers`.
    private var start = 0
    private var firstLine = 0

    /// Adds a line, without the white space at its end.
    mutating func addLine(_ text: CText, _ range: Range<Int>, line: Int) {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1].isSpace { end -= 1 }
        numbers.append(Int32(truncatingIfNeeded: line))
        bytes.append(contentsOf: text.view(range.lowerBound..<end))
        bytes.append(0x0A)
    }

    /// What was gathered, without empty lines at both ends; the next text begins.
    mutating func take() -> GatheredText {
        // Each line has one line break, so that an empty line is one behind another.
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
        start = bytes.count
        firstLine = numbers.count
    }

    /// Makes one text of the paragraphs that others are, with an empty line between.
    mutating func join(_ texts: some Sequence<GatheredText>) -> GatheredText {
        begin()
        for text in texts where !text.isEmpty {
            if bytes.count > start {
                bytes.append(0x0A)
                numbers.append(numbers[text.lines.lowerBound])
                bytes.append(0x0A)
            }
            // One by one: a slice would hold all of the memory, and adding to it copy that.
            for place in text.bytes { bytes.append(bytes[place]) }
            for place in text.lines { numbers.append(numbers[place]) }
        }
        defer { begin() }
        return GatheredText(bytes: start..<bytes.count, lines: firstLine..<numbers.count)
    }

    /// Takes in a text that others have gathered.
    mutating func add(_ text: DocText) -> GatheredText {
        begin()
        bytes += text.bytes
        numbers += text.lines
        defer { begin() }
        return GatheredText(bytes: start..<bytes.count, lines: firstLine..<numbers.count)
    }

    /// A text for those who keep it.
    func text(_ text: GatheredText) -> DocText {
        DocText(bytes: Array(bytes[text.bytes]), lines: Array(numbers[text.lines]))
    }

    /// Leaves nothing but the memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        begin()
    }
}
