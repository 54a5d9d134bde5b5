/// The lines of a file that are not blank, without their white space: what a damaged hunk can be found by.
struct BlanklessIndex {
    private var keys: [[UInt8]] = []
    /// The index of each of them among all lines.
    private var lines: [Int] = []
    let lineCount: Int

    /// How far from where its header says a hunk is looked for, in lines.
    private static let reach = 5000

    init(_ text: [ArraySlice<UInt8>]) {
        lineCount = text.count
        for (index, line) in text.enumerated() {
            let key = BlanklessIndex.key(line)
            guard !key.isEmpty else { continue }
            keys.append(key)
            lines.append(index)
        }
    }

    static func key(_ line: ArraySlice<UInt8>) -> [UInt8] { line.filter { $0 > 0x20 } }

    /// The lines that hold `image`, at `from` or behind it, as near to `line` as can be.
    func place(of image: [[UInt8]], near line: Int, from: Int) -> Range<Int>? {
        let last = keys.count - image.count
        let expected = min(max(0, last), position(of: line))
        let first = position(of: from)
        guard first <= last else { return nil }
        for distance in 0...BlanklessIndex.reach {
            let before = expected - distance
            let behind = expected + distance
            if before < first, behind > last { return nil }
            if before >= first, before <= last, matches(image, at: before) { return range(before, image.count) }
            if behind >= first, behind <= last, matches(image, at: behind) { return range(behind, image.count) }
        }
        return nil
    }

    private func matches(_ image: [[UInt8]], at place: Int) -> Bool {
        for i in image.indices where keys[place + i] != image[i] { return false }
        return true
    }

    private func range(_ place: Int, _ count: Int) -> Range<Int> { lines[place]..<lines[place + count - 1] + 1 }

    /// The first of the lines that stands at `line` or behind it.
    private func position(of line: Int) -> Int { lines.partitioningIndex { $0 >= line } }
}
