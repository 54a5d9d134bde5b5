/// A table of words: text with words between white space, as the tables in `Tables/` hold them.
struct WordList: Sendable, ExpressibleByStringLiteral {
    private let text: StaticString

    init(stringLiteral text: StaticString) { self.text = text }

    /// Calls `body` with the bytes of each word.
    func forEach(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) { split(text, at: { $0 <= 0x20 }, body) }

    var strings: [String] {
        var words: [String] = []
        forEach { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    /// Calls `body` with the columns of each line, which stand between `|`, white space around them taken off.
    func forEachRow(_ body: ([String]) -> Void) {
        split(text, at: { $0 == 0x0a }) { line in
            let columns = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            body(columns.map { Self.trimmed($0) })
        }
    }

    private static func trimmed(_ column: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let text = column.drop { $0 <= 0x20 }
        let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? text.startIndex
        return String(decoding: text[..<end], as: UTF8.self)
    }

    private func split(
        _ text: StaticString, at isSeparator: (UInt8) -> Bool, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
    ) {
        text.withUTF8Buffer { bytes in
            var start = 0
            for index in 0...bytes.count where index == bytes.count || isSeparator(bytes[index]) {
                if index > start { body(bytes[start..<index]) }
                start = index + 1
            }
        }
    }
}
