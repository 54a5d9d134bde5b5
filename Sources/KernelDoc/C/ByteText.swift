// Steps over C text held as bytes. All take and return positions in the same array, so that no text is
// copied before it is known to be wanted.

/// Bytes of C text: an array of them, or a view.
protocol ByteText: RandomAccessCollection where Element == UInt8, Index == Int, Indices == Range<Int> {
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
}

extension [UInt8]: ByteText {
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { withUnsafeBufferPointer(body) }
}

extension ByteText {
    @inline(__always) func skipSpaces(_ position: Int, _ end: Int) -> Int {
        var position = position
        while position < end, self[position].isSpace { position += 1 }
        return position
    }

    /// The end of the run of word characters that starts at `position`.
    @inline(__always) func skipWord(_ position: Int, _ end: Int) -> Int {
        var position = position
        while position < end, self[position].isWord { position += 1 }
        return position
    }

    var firstWord: Range<Int> {
        let start = skipSpaces(0, count)
        return start..<skipWord(start, count)
    }

    /// `range` without the white space at both of its ends.
    @inline(__always) func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = skipSpaces(range.lowerBound, range.upperBound)
        var end = range.upperBound
        while end > start, self[end - 1].isSpace { end -= 1 }
        return start..<end
    }

    func first(_ byte: UInt8, _ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        // Not beyond the array: here nobody else would see to that.
        return withBytes { $0.next(byte, in: start..<Swift.min(end, $0.count)) }
    }

    @inline(__always) func last(_ byte: UInt8, _ start: Int, _ end: Int) -> Int? {
        var position = end
        while position > start {
            position -= 1
            if self[position] == byte { return position }
        }
        return nil
    }

    /// The first place where `pair` stands as a whole before `end`.
    @inline(__always) func first(_ pair: (UInt8, UInt8), _ start: Int, _ end: Int) -> Int? {
        // The second byte of a pair is the rarer one.
        var position = start + 1
        while let second = first(pair.1, position, end) {
            if self[second - 1] == pair.0 { return second - 1 }
            position = second + 1
        }
        return nil
    }

    @inline(__always) func last(_ pair: (UInt8, UInt8), _ start: Int, _ end: Int) -> Int? {
        var position = end - 1
        while position > start {
            position -= 1
            if self[position] == pair.0, self[position + 1] == pair.1 { return position }
        }
        return nil
    }

    @inline(__always) func has(_ text: StaticString, at position: Int, before end: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard position + length <= end else { return false }
        let other = text.utf8Start
        var index = 0
        while index < length {
            if self[position + index] != other[index] { return false }
            index += 1
        }
        return true
    }

    /// True when the letters in `range` are those of `text`, which is in lower case.
    @inline(__always) func equals(_ range: Range<Int>, ignoringCase text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        let other = text.utf8Start
        var index = 0
        while index < range.count {
            if self[range.lowerBound + index].lowered != other[index] { return false }
            index += 1
        }
        return true
    }

    func contains(_ text: StaticString, _ start: Int, _ end: Int) -> Bool { position(of: text, start, end) != nil }

    func position(of text: StaticString, _ start: Int, _ end: Int) -> Int? {
        let head = text.utf8Start[0]
        var position = start
        while let found = first(head, position, end) {
            if has(text, at: found, before: end) { return found }
            position = found + 1
        }
        return nil
    }

    func string(_ range: Range<Int>) -> String {
        withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    /// The text with every run of white space made one blank, and none at its ends.
    func folded(_ range: Range<Int>) -> String {
        let range = trimmed(range)
        var position = range.lowerBound
        while position < range.upperBound {
            if self[position].isSpace, self[position] != 0x20 || self[position + 1].isSpace {
                return foldedCopy(range)
            }
            position += 1
        }
        return string(range)
    }

    private func foldedCopy(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count) { copy in
            var count = 0
            var afterSpace = false
            for position in range {
                let byte = self[position]
                let isSpace = byte.isSpace
                if !isSpace || !afterSpace {
                    copy[count] = isSpace ? 0x20 : byte
                    count += 1
                }
                afterSpace = isSpace
            }
            return count
        }
    }
}
