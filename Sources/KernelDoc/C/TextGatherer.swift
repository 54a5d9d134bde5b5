/// Gathers the lines of one text after the other in the same memory.
struct TextGatherer {
    private var bytes: [UInt8] = []
    /// Where each line begins in `bytes`, and its number in the source.
    private var lines: [(start: Int, number: Int32)] = []

    /// Adds a line, without the white space at its end.
    mutating func addLine(_ text: CText, _ range: Range<Int>, line: Int) {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1].isSpace { end -= 1 }
        lines.append((bytes.count, Int32(truncatingIfNeeded: line)))
        bytes.append(contentsOf: text.view(range.lowerBound..<end))
        bytes.append(0x0A)
    }

    /// What was gathered, without empty lines at both ends; the next text begins.
    mutating func take() -> DocText {
        defer { removeAll() }
        var first = 0
        var last = lines.count
        while last > 0, bytes[lines[last - 1].start] == 0x0A { last -= 1 }
        while first < last, bytes[lines[first].start] == 0x0A { first += 1 }
        guard first < last else { return DocText() }
        let end = last < lines.count ? lines[last].start : bytes.count
        var numbers: [Int32] = []
        numbers.reserveCapacity(last - first)
        for index in first..<last { numbers.append(lines[index].number) }
        return DocText(bytes: Array(bytes[lines[first].start..<end - 1]), lines: numbers)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
    }
}
