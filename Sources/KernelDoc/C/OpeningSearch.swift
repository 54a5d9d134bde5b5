/// Finds the lines that open a kernel-doc comment, and counts lines.
///
/// This is all that most of a tree's bytes ever meet, so the loops go over blocks of fixed length without a branch
/// in them: the compiler makes vector code of such loops.
struct OpeningSearch {
    private let source: UnsafeRawBufferPointer

    init(_ source: UnsafeRawBufferPointer) { self.source = source }

    /// The next `/**` at the start of a line with nothing but white space behind it.
    func opening(from start: Int) -> Int? {
        var position = start
        while let found = candidate(from: position) {
            if isOpening(found) { return found }
            position = found + 1
        }
        return nil
    }

    private func isOpening(_ place: Int) -> Bool {
        guard place == 0 || source[place - 1] == 0x0A else { return false }
        var position = place + 3
        while position < source.count, source[position] != 0x0A {
            guard source[position].isSpace else { return false }
            position += 1
        }
        return true
    }

    /// The next `/**` anywhere.
    private func candidate(from start: Int) -> Int? {
        let block = 64
        var position = start
        while position + block + 2 <= source.count {
            var found: UInt8 = 0
            for offset in 0..<block { found |= opens(position &+ offset) }
            if found != 0 { break }
            position += block
        }
        while position + 2 < source.count {
            if opens(position) != 0 { return position }
            position += 1
        }
        return nil
    }

    /// 1 where `/**` stands.
    @inline(__always) private func opens(_ place: Int) -> UInt8 {
        let difference =
            (source[place] ^ UInt8(ascii: "/")) | (source[place &+ 1] ^ UInt8(ascii: "*"))
            | (source[place &+ 2] ^ UInt8(ascii: "*"))
        return ((difference &- 1) & ~difference) >> 7
    }

    /// 1 where `byte` stands, 0 elsewhere, in arithmetic alone.
    @inline(__always) private func isByte(_ byte: UInt8, _ place: Int) -> UInt8 {
        let difference = source[place] ^ byte
        return ((difference &- 1) & ~difference) >> 7
    }

    func countLines(_ range: Range<Int>) -> Int {
        let block = 64
        var position = range.lowerBound
        var total = 0
        while position + block <= range.upperBound {
            var count: UInt8 = 0
            for offset in 0..<block { count &+= isByte(0x0A, position &+ offset) }
            total += Int(count)
            position += block
        }
        while position < range.upperBound {
            if source[position] == 0x0A { total += 1 }
            position += 1
        }
        return total
    }
}
