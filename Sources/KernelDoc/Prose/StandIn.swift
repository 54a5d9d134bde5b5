/// Bytes that stand in for characters which mean something to CommonMark, or mark a span.
///
/// Kernel prose is full of `__x__`, `<x>` and `[in]`, which CommonMark would take for markup. What is
/// meant as text is handed to cmark with these control bytes in the place of such characters, and is
/// turned back when the text comes out. That costs cmark nothing, where a backslash each would make a
/// node each (and 64 MB of brackets would not fit into memory).
enum StandIn {
    /// The characters, in the order of their stand-ins from 0x01 on (leaving out the white space from 0x09 to 0x0D).
    private static let period: UInt8 = 0x15
    private static let parenthesis: UInt8 = 0x16

    static let symbol: UInt8 = 0x17
    static let constant: UInt8 = 0x18
    static let parameter: UInt8 = 0x19
    static let link: UInt8 = 0x1A
    /// Ends the span that one of the four above began.
    static let end: UInt8 = 0x1B
    /// A control character of the source, which comes out as U+FFFD.
    static let unknown: UInt8 = 0x1C

    /// What cmark is given for a byte of text.
    @inline(__always)
    static func hide(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "\\"): 0x01
        case UInt8(ascii: "`"): 0x02
        case UInt8(ascii: "*"): 0x03
        case UInt8(ascii: "_"): 0x04
        case UInt8(ascii: "["): 0x05
        case UInt8(ascii: "]"): 0x06
        case UInt8(ascii: "<"): 0x07
        case UInt8(ascii: "&"): 0x08
        case UInt8(ascii: "!"): 0x0E
        case UInt8(ascii: "#"): 0x0F
        case UInt8(ascii: ">"): 0x10
        case UInt8(ascii: "-"): 0x11
        case UInt8(ascii: "+"): 0x12
        case UInt8(ascii: "="): 0x13
        case UInt8(ascii: "~"): 0x14
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): byte
        case 0..<0x20, 0x7F: unknown
        default: byte
        }
    }

    /// Whether a byte is no markup anywhere and is handed to cmark as it stands: letters, digits, blanks, and the
    /// characters `"$'(),./;?^{|}`.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        let bits: UInt64 = byte < 64 ? 0x8BFF_D395_0000_0000 : byte < 128 ? 0x3FFF_FFFE_47FF_FFFE : ~0
        return (bits >> UInt64(byte & 63)) & 1 != 0
    }

    /// What cmark is given for the `.` or `)` of a number that begins a line and is no list marker.
    static func hideAfterNumber(_ byte: UInt8) -> UInt8 {
        byte == UInt8(ascii: ".") ? period : byte == UInt8(ascii: ")") ? parenthesis : hide(byte)
    }

    /// The byte of text that cmark was given this one for.
    @inline(__always)
    static func reveal(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x01: UInt8(ascii: "\\")
        case 0x02: UInt8(ascii: "`")
        case 0x03: UInt8(ascii: "*")
        case 0x04: UInt8(ascii: "_")
        case 0x05: UInt8(ascii: "[")
        case 0x06: UInt8(ascii: "]")
        case 0x07: UInt8(ascii: "<")
        case 0x08: UInt8(ascii: "&")
        case 0x0E: UInt8(ascii: "!")
        case 0x0F: UInt8(ascii: "#")
        case 0x10: UInt8(ascii: ">")
        case 0x11: UInt8(ascii: "-")
        case 0x12: UInt8(ascii: "+")
        case 0x13: UInt8(ascii: "=")
        case 0x14: UInt8(ascii: "~")
        case period: UInt8(ascii: ".")
        case parenthesis: UInt8(ascii: ")")
        default: byte
        }
    }

    static func spanKind(_ byte: UInt8) -> Prose.Span.Kind? {
        switch byte {
        case symbol: .symbol
        case constant: .constant
        case parameter: .parameter
        case link: .link
        default: nil
        }
    }
}
