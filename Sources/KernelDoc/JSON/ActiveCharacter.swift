import PlainText

/// A character beyond ASCII, in UTF-8, that acts on a terminal, on an editor or on the reading of a line. JSON need not
/// escape it, but is often just looked at.
struct ActiveCharacter {
    var scalar: Unicode.Scalar
    /// In UTF-8.
    var length: Int

    /// Nil where another character stands, or the middle of one.
    init?(at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        let lead = text[index]
        guard lead >= 0xC2, lead < 0xF5 else { return nil }
        length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= text.count else { return nil }
        var value = UInt32(lead & (0x7F >> UInt8(length)))
        for byte in text[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
        guard let scalar = Unicode.Scalar(value), scalar.isActive else { return nil }
        self.scalar = scalar
    }
}
