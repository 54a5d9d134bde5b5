/// What begins a list item: `-`, `*`, `1.`, `2)`, `(3)`, `a)`, `[4]`, `o` …
struct ListMarker {
    enum Kind: Equatable {
        case bullet(UInt8)
        case number
        case letter
        /// `[1]`: a reference or footnote.
        case footnote
    }

    var kind: Kind
    /// The number of a numbered item, 0 of the others.
    var ordinal = 0
    /// Where the item's text begins in the source; the line's end when it begins on the next line.
    var contentStart: Int

    init?(_ line: TextLine, in text: Bytes) {
        var i = line.start
        let end = line.end
        guard i < end else { return nil }
        let first = text[i]
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            kind = .bullet(first)
            i += 1
        case 0xE2 where text.has("•", at: i, limit: end) || text.has("‣", at: i, limit: end):
            kind = .bullet(first)
            i += 3
        // No word of English, and an old hand's bullet.
        case UInt8(ascii: "o") where i + 1 < end && text[i + 1].isBlank:
            kind = .bullet(first)
            i += 1
        case UInt8(ascii: "["):
            kind = .footnote
            i += 1
            if i < end, text[i] == UInt8(ascii: "#") { i += 1 }
            let digits = i
            while i < end, text[i].isDigit, i - digits < 4 { i += 1 }
            guard i > digits, i < end, text[i] == UInt8(ascii: "]") else { return nil }
            i += 1
        case UInt8(ascii: "(") where text.has("(*)", at: i, limit: end) || text.has("(-)", at: i, limit: end):
            kind = .bullet(text[i + 1])
            i += 3
        default:
            let isOpen = first == UInt8(ascii: "(")
            if isOpen { i += 1 }
            let digits = i
            var number = 0
            while i < end, text[i].isDigit, i - digits < 4 {
                number = number * 10 + Int(text[i] - UInt8(ascii: "0"))
                i += 1
            }
            if i > digits {
                kind = .number
                ordinal = number
            } else if i < end, text[i].isLetter || text[i] == UInt8(ascii: "#") {
                kind = text[i] == UInt8(ascii: "#") ? .number : .letter
                ordinal = 1
                i += 1
            } else {
                return nil
            }
            guard i < end else { return nil }
            let closing = text[i]
            let closes =
                closing == UInt8(ascii: ")") || closing == UInt8(ascii: ".") && kind == .number && !isOpen
            guard closes else { return nil }
            i += 1
        }
        guard i == end || text[i].isBlank else { return nil }
        while i < end, text[i].isBlank { i += 1 }
        contentStart = i
    }
}
