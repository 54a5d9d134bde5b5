/// What an unknown word's ending says about it.
enum Suffixes {
    /// An ending of up to five letters, as one number, its first letter in the lowest bits.
    private struct Rule {
        let ending: UInt64
        let length: Int
        let classes: WordClasses

        init(_ ending: StaticString, _ classes: WordClasses) {
            let bytes = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
            self.ending = EightBytes(bytes, 0, bytes.count).lowered
            length = bytes.count
            self.classes = classes
        }
    }

    private static let y: [Rule] = [
        Rule("ly", .adverb), Rule("ity", .noun), Rule("ify", [.base, .effect]),
    ]
    private static let g: [Rule] = [Rule("ing", [.ing, .noun])]
    private static let d: [Rule] = [Rule("ed", [.past, .participle, .adjective])]
    private static let l: [Rule] = [Rule("ful", .adjective), Rule("ical", .adjective)]
    private static let e: [Rule] = [
        Rule("able", .adjective), Rule("ible", .adjective), Rule("ive", .adjective), Rule("ize", [.base, .effect]),
    ]
    private static let s: [Rule] = [
        Rule("ness", .noun), Rule("ous", .adjective), Rule("less", .adjective), Rule("ss", .noun), Rule("us", .noun),
        Rule("is", .noun),
        Rule("tions", [.noun, .plural]), Rule("ings", [.noun, .plural]), Rule("izes", [.thirdPerson, .effect]),
        Rule("ises", .thirdPerson),
        Rule("ifies", [.thirdPerson, .effect]), Rule("s", [.noun, .plural, .thirdPerson]),
    ]

    static func classes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> WordClasses {
        switch Lexicon.lowercase(bytes[end - 1]) {
        case UInt8(ascii: "s"): find(s, bytes, start, end)
        case UInt8(ascii: "g"): find(g, bytes, start, end)
        case UInt8(ascii: "d"): find(d, bytes, start, end)
        case UInt8(ascii: "y"): find(y, bytes, start, end)
        case UInt8(ascii: "e"): find(e, bytes, start, end)
        case UInt8(ascii: "l"): find(l, bytes, start, end)
        default: .noun
        }
    }

    /// The first ending that fits a word which is at least three letters longer.
    private static func find(
        _ rules: [Rule], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> WordClasses {
        let count = min(end - start, 8)
        let last = EightBytes(bytes, end - count, end).lowered
        for rule in rules where end - start > rule.length + 2 {
            // Of the last letters, as many are left as the ending has.
            if last &>> UInt64(8 * (count - rule.length)) == rule.ending { return rule.classes }
        }
        return .noun
    }
}
