/// What an unknown word's ending says about it.
enum Suffixes {
    private static let y: [(ending: StaticString, classes: WordClasses)] = [
        ("ly", .adverb), ("ity", .noun), ("ify", [.base, .effect]),
    ]
    private static let g: [(ending: StaticString, classes: WordClasses)] = [("ing", [.ing, .noun])]
    private static let d: [(ending: StaticString, classes: WordClasses)] = [("ed", [.past, .participle, .adjective])]
    private static let l: [(ending: StaticString, classes: WordClasses)] = [("ful", .adjective), ("ical", .adjective)]
    private static let e: [(ending: StaticString, classes: WordClasses)] = [
        ("able", .adjective), ("ible", .adjective), ("ive", .adjective), ("ize", [.base, .effect]),
    ]
    private static let s: [(ending: StaticString, classes: WordClasses)] = [
        ("ness", .noun), ("ous", .adjective), ("less", .adjective), ("ss", .noun), ("us", .noun), ("is", .noun),
        ("tions", [.noun, .plural]), ("ings", [.noun, .plural]), ("izes", [.thirdPerson, .effect]),
        ("ises", .thirdPerson),
        ("ifies", [.thirdPerson, .effect]), ("s", [.noun, .plural, .thirdPerson]),
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
        _ rules: [(ending: StaticString, classes: WordClasses)], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int,
        _ end: Int
    ) -> WordClasses {
        rule: for (ending, classes) in rules {
            let from = end - ending.utf8CodeUnitCount
            guard from > start + 2 else { continue }
            for index in from..<end where Lexicon.lowercase(bytes[index]) != ending.utf8Start[index - from] {
                continue rule
            }
            return classes
        }
        return .noun
    }
}
