/// Writes JSON straight into bytes, without a tree of values in between.
///
/// Commas are set by the writer; opening, closing and naming are the caller's business.
public struct JSONWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// A writer that has written nothing.
    public init() {}

    /// Opens an object, as a value of its own or behind its name; names and their values follow.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Closes the object that was opened last; whether it was one is not checked.
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Opens an array, as a value of its own or behind its name; its values follow.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Closes the array that was opened last; whether it was one is not checked.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// A member's name, which is written as it stands and must need no escape; its value has to follow.
    public mutating func name(_ name: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A string, as a value of its own or behind its name; so are the others.
    public mutating func string(_ text: String) {
        comma()
        var text = text
        text.withUTF8 { quote($0) }
    }

    /// Text as it stood in a file: bytes that are no UTF-8 become U+FFFD.
    public mutating func string(bytes text: [UInt8]) {
        comma()
        text.withUnsafeBufferPointer { buffer in
            guard buffer.contains(where: { $0 >= 0x80 }) else { return quote(buffer) }
            var repaired = String(decoding: buffer, as: UTF8.self)
            repaired.withUTF8 { quote($0) }
        }
    }

    /// A number, in decimal digits.
    public mutating func integer(_ number: Int) {
        comma()
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        // The last digit is known first.
        var low = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var high = bytes.count - 1
        while low < high {
            bytes.swapAt(low, high)
            low += 1
            high -= 1
        }
    }

    /// `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        comma()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// `null`.
    public mutating func null() {
        comma()
        bytes.append(contentsOf: "null".utf8)
    }

    /// A member's name that is not known when this is compiled; its value has to follow.
    public mutating func name(of name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Values that another writer has written, in this one's array.
    public mutating func append(elementsOf other: JSONWriter) {
        guard !other.bytes.isEmpty else { return }
        comma()
        bytes.append(contentsOf: other.bytes)
    }

    /// What was written so far; the JSON goes on behind it.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ byte: UInt8) {
        comma()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    /// Copies what needs no escape in runs.
    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                escape(byte)
                start = index + 1
            } else if byte >= 0xC2, let active = ActiveCharacter(at: index, in: text) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                for unit in active.scalar.utf16 { escape(unit) }
                index += active.length - 1
                start = index + 1
            }
            index += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.removeLast()
            escape(UInt16(byte))
        }
    }

    private mutating func escape(_ code: UInt16) {
        bytes.append(contentsOf: "\\u".utf8)
        let digits: StaticString = "0123456789abcdef"
        for shift in [12, 8, 4, 0] { bytes.append(digits.utf8Start[Int(code >> UInt16(shift) & 15)]) }
    }
}
