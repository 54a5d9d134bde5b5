import Clauses
import PlainText
import Promises

/// One word of a clause: as written, folded, and its stem.
///
/// Kinds of rules read these, and not the tokens of the grammar: they match words by their stems, whatever part of speech
/// they were taken for, and hold text that came from elsewhere, such as a vocabulary's, against them.
struct Word: Sendable, Equatable {
    var text: String
    /// Lower case, without `()`.
    var folded: String
    /// What is left when English endings are taken off: `maps`, `mapped` and `mapping` share one.
    var stem: String
    /// The part that it belongs to, of those that say nothing by themselves (`Clause.subordinate`); nil: none.
    var part: SubordinatePart.Kind?
    /// It belongs to the "if", "when" or "unless" of its clause.
    var isCondition = false
    /// "A few", without its article.
    var isAFew = false

    /// It belongs to a condition, a reason, a purpose …
    var isSubordinate: Bool { part != nil }

    /// Two words are the same if they are written the same, wherever they stand.
    static func == (one: Word, other: Word) -> Bool { one.text == other.text }

    /// Nothing in English is spelled that way.
    var isNameInC: Bool { text.contains("_") || text.contains("->") }

    init(_ text: Substring) {
        self.text = String(text)
        folded = text.lowercased()
        stem = Stem.of(folded)
    }

    /// The words of a text. A word is a run of letters, digits, `_`, `-`, `'`, `.` and `->` (inside of it);
    /// everything else parts words. A leading minus stays with an error code, and an apostrophe with the plural before it,
    /// unless it ends a quotation.
    ///
    /// - Parameters:
    ///   - subordinate: the parts of the text that say nothing by themselves.
    ///   - condition: where its "if", "when" or "unless" stands.
    static func words(of text: String, subordinate: [SubordinatePart] = [], condition: Range<Int>? = nil) -> [Word] {
        let bytes = Array(text.utf8)
        var result: [Word] = []
        var start: Int?
        var isQuoted = false
        var index = 0
        func flush(_ end: Int) {
            if let from = start {
                // Of one inside of another, the outer one: the first that begins, and the longest of these.
                let parts = subordinate.filter { $0.range.contains(from) }
                let outer = parts.min {
                    ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
                }
                let isCondition = condition?.contains(from) ?? false
                for part in Word.parts(of: String(decoding: bytes[from..<end], as: UTF8.self)) {
                    var word = Word(part)
                    word.part = outer?.kind
                    word.isCondition = isCondition
                    result.append(word)
                }
            }
            start = nil
        }
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte.isNamePart {
                if start == nil { start = index }
            } else if byte == UInt8(ascii: "-"), next == UInt8(ascii: ">"), start != nil,
                index + 2 < bytes.count, bytes[index + 2].isNamePart
            {
                index += 1
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'"),
                next.isNamePart
            {
                if start == nil, byte == UInt8(ascii: "-"), next == UInt8(ascii: "E") {
                    start = index
                } else if start == nil {
                    isQuoted = isQuoted || byte == UInt8(ascii: "'")
                }
            } else if byte == UInt8(ascii: "'") {
                let isPossessive = !isQuoted && start != nil && bytes[index - 1] | 0x20 == UInt8(ascii: "s")
                isQuoted = false
                flush(isPossessive ? index + 1 : index)
            } else {
                flush(index)
            }
            index += 1
        }
        flush(bytes.count)
        // "A few" is a number, and "few" says how few.
        for index in result.indices.dropLast() where result[index].folded == "a" && result[index + 1].folded == "few" {
            result[index + 1].isAFew = true
        }
        // Articles say nothing that a rule could turn on, and would part words that belong together.
        return result.filter { !["the", "a", "an"].contains($0.folded) }
    }

    /// A contraction in full, so that patterns know one form of each: "mustn't" is "must not", "can't" is "cannot".
    private static func parts(of word: String) -> [Substring] {
        guard word.hasSuffix("n't") else { return [Substring(word)] }
        switch word.lowercased() {
        case "can't": return ["cannot"]
        case "won't": return ["will", "not"]
        case "shan't": return ["shall", "not"]
        default: return [word.dropLast(3), "not"]
        }
    }

    /// The number that the word states, or nil: digits, or a small number in words. No test counts further than `most`.
    var number: Int? {
        if let value = Int(folded) { return (-Word.most...Word.most).contains(value) ? value : nil }
        return Word.numbers[folded]
    }

    /// Digits for more than any test counts.
    var isBeyondCounting: Bool {
        number == nil && !folded.isEmpty && folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static let most = 1 << 20

    private static let numbers: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "sixteen": 16, "single": 1,
    ]

    /// Whether it turns what stands behind it into its opposite: "not", "never", "cannot", "doesn't".
    var isNegation: Bool { ["not", "never", "cannot"].contains(folded) || folded.hasSuffix("n't") }

    /// Whether it is somebody's: "the driver's", "the drivers'".
    var isPossessive: Bool { folded.hasSuffix("'s") || folded.hasSuffix("'") }

    /// The stems of what says "must" in other words.
    static let duties = ["need", "have", "requir", "oblig"]

    /// The error code that the word states, without the minus sign, or nil.
    var error: String? {
        let name = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        guard name.first == "E", name.count > 2,
            name.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 || $0 >= 48 && $0 <= 57 || $0 == 95 }),
            name.count < text.count || ErrorCode.number(String(name)) != nil
        else { return nil }
        return String(name)
    }
}

extension Clause {
    /// The words of its text, each with what part it belongs to.
    var words: [Word] {
        let words = Word.words(of: text, subordinate: subordinate ?? [], condition: conditionInText)
        // Where the condition is all that it says, it says it.
        guard words.allSatisfy(\.isCondition) else { return words }
        return Word.words(of: text)
    }

    /// Where its condition stands in its text, in bytes; nil for another than an "if", a "when" or an "unless".
    private var conditionInText: Range<Int>? {
        guard let condition, let place = text.range(of: condition),
            let first = Word.words(of: condition).first, ["if", "when", "unless"].contains(first.folded)
        else { return nil }
        let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        return start..<start + condition.utf8.count
    }
}

extension [Word] {
    /// Whether the word at a place says "must" in other words: "has to", "is required to", "need not"; but not "has been".
    func saysDuty(at index: Int) -> Bool {
        guard Word.duties.contains(self[index].stem), index + 1 < count else { return false }
        return self[index + 1].folded == "to" || self[index].stem == "need" && self[index + 1].folded == "not"
    }
}
