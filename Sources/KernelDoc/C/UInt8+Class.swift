// The classes of bytes that C and kernel-doc know: ASCII only, every other byte is neither space nor word.

extension UInt8 {
    @inline(__always) var isSpace: Bool { self == 0x20 || (self &- 0x09) < 5 }

    /// A letter, a digit or `_`.
    @inline(__always) var isWord: Bool {
        let bits: UInt64 = self < 64 ? 0x03FF_0000_0000_0000 : self < 128 ? 0x07FF_FFFE_87FF_FFFE : 0
        return (bits >> UInt64(self & 63)) & 1 != 0
    }

    @inline(__always) var isDigit: Bool { (self &- 0x30) < 10 }

    /// Lower case, for letters; other bytes may change too, so compare only with letters.
    @inline(__always) var lowered: UInt8 { self | 0x20 }
}
