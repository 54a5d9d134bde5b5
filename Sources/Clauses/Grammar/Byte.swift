/// What a byte begins.
enum Byte {
    enum Kind: UInt8 { case space, letter, digit, mark }

    @inline(__always) static func kind(of byte: UInt8) -> Kind {
        if isLetter(byte) { return .letter }
        if byte <= 0x20 || byte == 0x7f { return .space }
        if isDigit(byte) { return .digit }
        return byte >= 0x80 && byte != 0xe2 ? .letter : .mark
    }

    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5f }
    @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
