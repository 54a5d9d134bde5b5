/// Where a word ends, and what letters it is made of.
struct WordScan {
    var end: Int
    private(set) var upper = 0
    private(set) var lower = 0
    private(set) var digits = 0
    var isSymbol = false
    private(set) var isCompound = false
    /// Where its "'s" begins, or 0.
    private(set) var possessiveFrom = 0

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) {
        end = start
        // Most words are lower-case letters, perhaps behind one capital.
        if Byte.isUpper(bytes[start]) { upper = 1 }
        var count = EightBytes(bytes, start, limit).lowerCaseCount(afterCapital: upper > 0)
        end += count
        while count == 8 {
            count = EightBytes(bytes, end, limit).lowerCaseCount(afterCapital: false)
            end += count
        }
        lower = end - start - upper
        if end < limit, Byte.kind(of: bytes[end]) != .space { goOn(bytes, start, limit) }
    }

    /// Goes on over capitals, digits and the marks that stand inside of names and numbers.
    private mutating func goOn(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) {
        while end < limit {
            let byte = bytes[end]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): lower += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                // A capital inside of a lower-case word is a name ("ethToolOps"), but for units ("kHz").
                if lower > 1 && !isCompound { isSymbol = true }
                upper += 1
            case UInt8(ascii: "0")...0x39: digits += 1
            case UInt8(ascii: "_"): isSymbol = true
            case UInt8(ascii: "'"):  // only between letters
                guard end > start, end + 1 < limit, Byte.isLetter(bytes[end + 1]) else { return }
                let isLast = end + 2 >= limit || !Byte.isAlphanumeric(bytes[end + 2])
                if bytes[end + 1] | 0x20 == UInt8(ascii: "s"), isLast { possessiveFrom = end }
            case UInt8(ascii: "-"):  // inside of a compound, or of an arrow
                guard end > start, end + 1 < limit else { return }
                if bytes[end + 1] == UInt8(ascii: ">") {
                    guard joinsNames(bytes, limit) else { return }
                    continue
                }
                guard Byte.isAlphanumeric(bytes[end + 1]) else { return }
                isCompound = true
            case UInt8(ascii: ":"):
                guard end > start, end + 1 < limit, bytes[end + 1] == UInt8(ascii: ":"), joinsNames(bytes, limit) else {
                    return
                }
                continue
            case UInt8(ascii: "."):  // inside of a name, a number, an abbreviation
                guard end > start, end + 1 < limit, Byte.isAlphanumeric(bytes[end + 1]),
                    Byte.isAlphanumeric(bytes[end - 1])
                else { return }
                isCompound = true
            case UInt8(ascii: "/"):  // in "w/o", "I/O", "N/A", which are words; "read/write" are two
                guard end - start == 1, end + 1 < limit, Byte.isLetter(bytes[end + 1]),
                    end + 2 >= limit || !Byte.isAlphanumeric(bytes[end + 2])
                else { return }
                upper = max(upper, 1)
            case 0x80...0xff:
                if byte == 0xe2, end + 2 < limit, bytes[end + 1] == 0x80 { return }
                lower += 1
            default: return
            }
            end += 1
        }
    }

    /// Takes the two bytes of "->" or "::" where a name follows.
    private mutating func joinsNames(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Bool {
        guard end + 2 < limit, Byte.isLetter(bytes[end + 2]) else { return false }
        isSymbol = true
        end += 2
        return true
    }
}
