/// What comes off the text of a body before its members can be told apart.
enum MemberText {
    /// Takes out comments, and all that stands between `private:` and `public:` (or the end).
    ///
    /// - Parameters:
    ///   - keepingPrivate: treats `private:` as any other comment.
    ///   - keepingEnd: a private part without an end reaches to the last `}`, which stays.
    static func withoutComments(
        _ text: [UInt8], in range: Range<Int>? = nil, keepingPrivate: Bool = false, keepingEnd: Bool = false
    ) -> [UInt8] {
        let range = range ?? 0..<text.count
        let opening = (UInt8(ascii: "/"), UInt8(ascii: "*"))
        let closing = (UInt8(ascii: "*"), UInt8(ascii: "/"))
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        var position = range.lowerBound
        while let open = text.first(opening, position, range.upperBound) {
            kept.append(contentsOf: text[position..<open])
            let word = text.skipSpaces(open + 2, range.upperBound)
            if !keepingPrivate, text.has("private:", at: word, before: range.upperBound) {
                guard let end = publicEnd(text, from: word + 8, range.upperBound) else {
                    if keepingEnd, let brace = text.last(UInt8(ascii: "}"), word, range.upperBound) {
                        kept.append(contentsOf: text[brace..<range.upperBound])
                    }
                    return kept
                }
                position = end
            } else if let close = text.first(closing, open + 2, range.upperBound) {
                position = close + 2
            } else {
                kept.append(contentsOf: text[open..<range.upperBound])
                return kept
            }
        }
        kept.append(contentsOf: text[position..<range.upperBound])
        return kept
    }

    /// Behind the next comment that says `public:`.
    private static func publicEnd(_ text: [UInt8], from start: Int, _ end: Int) -> Int? {
        var position = start
        while let open = text.first((UInt8(ascii: "/"), UInt8(ascii: "*")), position, end) {
            position = open + 2
            guard text.has("public:", at: text.skipSpaces(position, end), before: end) else { continue }
            return text.first((UInt8(ascii: "*"), UInt8(ascii: "/")), position, end).map { $0 + 2 }
        }
        return nil
    }

    /// Takes out each `{ … }` that holds no other.
    static func withoutBraces(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "{")) else { return text }
        var kept: [UInt8] = []
        kept.reserveCapacity(text.count)
        var open: Int?
        for byte in text {
            kept.append(byte)
            if byte == UInt8(ascii: "{") {
                open = kept.count - 1
            } else if byte == UInt8(ascii: "}") {
                if let open { kept.removeSubrange(open...) }
                open = nil
            }
        }
        return kept
    }
}
