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

    /// Calls `body` with each line, white space around it taken off.
    func forEachLine(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) { split(text, at: { $0 == 0x0a }, body) }

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
