import PlainText

/// Swift source as words and signs: enough to find declarations in it. Comments and white space are left out, a
/// string literal is the one sign `"`.
struct SwiftWords: IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0

    init(_ source: String) { bytes = Array(source.utf8) }

    mutating func next() -> String? {
        skipBlanks()
        guard place < bytes.count else { return nil }
        let start = place
        if Self.isWordByte(bytes[place]) {
            while place < bytes.count, Self.isWordByte(bytes[place]) { place += 1 }
            return String(decoding: bytes[start..<place].filter { $0 != UInt8(ascii: "`") }, as: UTF8.self)
        }
        if bytes[place] == UInt8(ascii: "\"") {
            skipString()
            return "\""
        }
        place += 1
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// The comma behind a case, past its raw value; nil, with nothing taken, when no comma follows.
    mutating func nextSeparator() -> String? {
        var ahead = self
        if ahead.next() == "=" {
            _ = ahead.next()
            self = ahead
        }
        ahead = self
        guard ahead.next() == "," else { return nil }
        self = ahead
        return ","
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isNamePart || byte == UInt8(ascii: "`")
    }

    private func isAhead(_ text: StaticString) -> Bool {
        // Most bytes begin nothing that is asked for.
        text.withUTF8Buffer { bytes[place] == $0[0] && bytes[place...].starts(with: $0) }
    }

    private mutating func skipBlanks() {
        while place < bytes.count {
            if isAhead("//") {
                while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            } else if isAhead("/*") {
                skipComment()
            } else if bytes[place] <= UInt8(ascii: " ") {
                place += 1
            } else {
                return
            }
        }
    }

    /// Comments nest in Swift.
    private mutating func skipComment() {
        var depth = 0
        repeat {
            if isAhead("/*") {
                depth += 1
                place += 2
            } else if isAhead("*/") {
                depth -= 1
                place += 2
            } else {
                place += 1
            }
        } while depth > 0 && place < bytes.count
    }

    private mutating func skipString() {
        let isLong = isAhead("\"\"\"")
        place += isLong ? 3 : 1
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\\") {
                place += 2
            } else if isLong ? isAhead("\"\"\"") : bytes[place] == UInt8(ascii: "\"") {
                place += isLong ? 3 : 1
                return
            } else {
                place += 1
            }
        }
    }
}
