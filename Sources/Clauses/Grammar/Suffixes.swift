/// What an unknown word's ending says about it.
enum Suffixes {
    private static let rules: [(suffix: [UInt8], classes: WordClasses)] = [
        ("ly", .adverb), ("ing", [.ing, .noun]), ("ed", [.past, .participle, .adjective]), ("tions", [.noun, .plural]),
        ("tion", .noun), ("ment", .noun), ("ness", .noun), ("ity", .noun), ("able", .adjective), ("ible", .adjective),
        ("ous", .adjective), ("less", .adjective), ("ful", .adjective), ("ive", .adjective), ("ical", .adjective),
        ("izes", [.thirdPerson, .effect]), ("ises", .thirdPerson), ("ize", [.base, .effect]),
        ("ifies", [.thirdPerson, .effect]),
        ("ify", [.base, .effect]), ("ates", [.thirdPerson, .noun, .plural]), ("ss", .noun), ("us", .noun),
        ("is", .noun),
        ("s", [.noun, .plural, .thirdPerson]),
    ].map { (Array($0.0.utf8), $0.1) }

    static func classes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> WordClasses {
        rule: for (suffix, classes) in rules where end - start > suffix.count + 2 {
            let from = end - suffix.count
            for index in 0..<suffix.count where Lexicon.lowercase(bytes[from + index]) != suffix[index] {
                continue rule
            }
            return classes
        }
        return .noun
    }
}
