/// Lays JSON out for people to read, and for `git diff` to compare: a member or an element a line.
public enum JSONLayout {
    /// The same JSON on many lines; strings stay as they are.
    public static func indented(_ json: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(json.count * 2)
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        var previous: UInt8 = 0
        func newLine() {
            result.append(0x0A)
            result.append(contentsOf: repeatElement(0x20, count: 2 * depth))
        }
        for byte in json {
            if isQuoted {
                result.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                    previous = byte
                }
                continue
            }
            // What white space there is makes room for this layout's own.
            if byte == 0x20 || byte == 0x0A { continue }
            let isClosing = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            let isOpened = previous == UInt8(ascii: "{") || previous == UInt8(ascii: "[")
            if isClosing {
                depth -= 1
                if !isOpened { newLine() }
            } else if isOpened {
                newLine()
            }
            result.append(byte)
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ","): newLine()
            case UInt8(ascii: ":"): result.append(0x20)
            case UInt8(ascii: "\""): isQuoted = true
            default: break
            }
            previous = byte
        }
        return result
    }
}
