/// A pattern of the phrase tables, for readers who do not know their notation: `^ for example/instance` is
/// “for example/instance” at the beginning.
struct PhraseInWords: CustomStringConvertible {
    let description: String

    init(_ pattern: String) {
        var words: [String] = []
        var ends: [String] = []
        for step in pattern.split(separator: " ") {
            switch step {
            case "^": ends.insert("at the beginning", at: 0)
            case "$": ends.append("at the end")
            case "~": break
            case "{be}": words.append("is")
            default:
                if let name = Self.names[String(step)] {
                    words.append(name)
                } else if step.hasPrefix("?") {
                    words.append("(\(step.dropFirst()))")
                } else {
                    words.append(step.filter { $0 != "{" && $0 != "}" })
                }
            }
        }
        description = (["“\(words.joined(separator: " "))”"] + ends).joined(separator: " ")
    }

    private static let names = [
        "<np>": "…", "<party>": "PARTY", "<value>": "VALUE", "<error>": "ERROR", "<base>": "VERB", "<ing>": "VERB-ing",
        "<part>": "VERB-ed",
    ]
}
