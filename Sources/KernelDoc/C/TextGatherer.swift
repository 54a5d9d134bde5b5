/// Gathers the lines of one text after the other, all of them in the same memory.
struct TextGatherer: Sendable, Equatable {
    /// The texts' lines, each with its line break.
    private(set) var bytes: [UInt8] = []
    /// The source line, from 1, of each line in `bytes`.
    private(set) var numbers: [Int32] = []
    /// Where each line of the text that is being gathered begins in `bytes`.
    private var starts: [Int] = []

    /// Adds a line, without the white space at its end.
    mutating func addLine(_ text: CText, _ range: Range<Int>, line: Int) {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1].isSpace { end -= 1 }
        starts.append(bytes.count)
        numbers.append(Int32(truncatingIfNeeded: line))
        bytes.append(contentsOf: text.view(range.lowerBound..<end))
        bytes.append(0x0A)
    }

    /// What was gathered, without empty lines at both ends; the next text begins.
    mutating func take() -> GatheredText {
        defer { starts.removeAll(keepingCapacity: true) }
        var first = 0
        var last = starts.count
        while last > 0, bytes[starts[last - 1]] == 0x0A { last -= 1 }
        while first < last, bytes[starts[first]] == 0x0A { first += 1 }
        guard first < last else { return GatheredText() }
        let end = last < starts.count ? starts[last] : bytes.count
        let firstLine = numbers.count - starts.count
        return GatheredText(bytes: starts[first]..<end - 1, lines: firstLine + first..<firstLine + last)
    }

    /// Makes one text of the paragraphs that others are, with an empty line between.
    mutating func join(_ texts: some Sequence<GatheredText>) -> GatheredText {
        let start = (byte: bytes.count, line: numbers.count)
        for text in texts where !text.isEmpty {
            if bytes.count > start.byte {
                bytes.append(0x0A)
                numbers.append(numbers[text.lines.lowerBound])
                bytes.append(0x0A)
            }
            // One by one: a slice would hold all of the memory, and adding to it copy that.
            for place in text.bytes { bytes.append(bytes[place]) }
            for place in text.lines { numbers.append(numbers[place]) }
        }
        return GatheredText(bytes: start.byte..<bytes.count, lines: start.line..<numbers.count)
    }

    /// Takes in a text that others have gathered.
    mutating func add(_ text: DocText) -> GatheredText {
        let start = (byte: bytes.count, line: numbers.count)
        bytes += text.bytes
        numbers += text.lines
        return GatheredText(bytes: start.byte..<bytes.count, lines: start.line..<numbers.count)
    }

    /// A text for those who keep it.
    func text(_ text: GatheredText) -> DocText {
        DocText(bytes: Array(bytes[text.bytes]), lines: Array(numbers[text.lines]))
    }

    /// Leaves nothing but the memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }
}
