/// Finds the lines that open a kernel-doc comment, and counts lines, many bytes at a time.
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
        var position = start
        let slash = SIMD32<UInt8>(repeating: UInt8(ascii: "/"))
        let star = SIMD32<UInt8>(repeating: UInt8(ascii: "*"))
        while position + 34 <= source.count {
            let first = source.loadUnaligned(fromByteOffset: position, as: SIMD32<UInt8>.self) .== slash
            let second = source.loadUnaligned(fromByteOffset: position + 1, as: SIMD32<UInt8>.self) .== star
            let third = source.loadUnaligned(fromByteOffset: position + 2, as: SIMD32<UInt8>.self) .== star
            let all = first .& second .& third
            if any(all) {
                var index = 0
                while !all[index] { index += 1 }
                return position + index
            }
            position += 32
        }
        while position + 3 <= source.count {
            if source[position] == UInt8(ascii: "/"), source[position + 1] == UInt8(ascii: "*"),
                source[position + 2] == UInt8(ascii: "*")
            {
                return position
            }
            position += 1
        }
        return nil
    }

    func countLines(_ range: Range<Int>) -> Int {
        var position = range.lowerBound
        var total = 0
        let newline = SIMD32<UInt8>(repeating: 0x0A)
        let one = SIMD32<UInt8>(repeating: 1)
        while position + 32 <= range.upperBound {
            // A lane counts to 255 at most before it is added up.
            var counts = SIMD32<UInt8>()
            let end = min(range.upperBound - 31, position + 255 * 32)
            while position < end {
                let isNewline = source.loadUnaligned(fromByteOffset: position, as: SIMD32<UInt8>.self) .== newline
                counts = counts &+ SIMD32<UInt8>().replacing(with: one, where: isNewline)
                position += 32
            }
            total += Int(SIMD32<UInt16>(truncatingIfNeeded: counts).wrappedSum())
        }
        while position < range.upperBound {
            if source[position] == 0x0A { total += 1 }
            position += 1
        }
        return total
    }

    /// The end of the line that `position` is in: the place of its line break, or of the end of the text.
    func lineEnd(_ position: Int) -> Int {
        var position = position
        let newline = SIMD16<UInt8>(repeating: 0x0A)
        while position + 16 <= source.count {
            if any(source.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self) .== newline) { break }
            position += 16
        }
        while position < source.count, source[position] != 0x0A { position += 1 }
        return position
    }
}
