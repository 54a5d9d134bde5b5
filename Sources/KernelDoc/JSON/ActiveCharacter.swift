/// A character beyond ASCII that acts on a terminal or on the reading of a line: the second set of control characters,
/// and what hides text, reverses its direction or breaks its line. JSON need not escape it, but is often just looked at.
struct ActiveCharacter {
    var code: UInt16
    /// In UTF-8.
    var length: Int

    /// Nil where another character stands.
    init?(at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        func byte(_ offset: Int) -> UInt16 { index + offset < text.count ? UInt16(text[index + offset]) : 0 }
        switch text[index] {
        case 0xC2, 0xD8:
            code = UInt16(text[index] & 0x1F) << 6 | byte(1) & 0x3F
            length = 2
        case 0xE2, 0xEF:
            code = UInt16(text[index] & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | byte(2) & 0x3F
            length = 3
        default: return nil
        }
        guard index + length <= text.count else { return nil }
        switch code {
        case 0x80...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: return
        default: return nil
        }
    }
}
