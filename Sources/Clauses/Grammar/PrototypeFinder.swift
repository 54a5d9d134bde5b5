/// Finds C prototypes in a literal block: a type, a name, parameters in parentheses, and no code around them.
///
/// The block is known to be no prose, so that any word may be a type; statements and definitions have to be told from them.
enum PrototypeFinder {
    /// Of how many lines a prototype is at most: one that never ends must not be looked for from each line anew.
    private static let longest = 16

    /// Calls `found` with the range of each prototype and of its name.
    static func find(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ found: (Range<Int>, Range<Int>) -> Void
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            guard Byte.isLetter(bytes[start]) else {
                start += 1
                continue
            }
            guard let (prototype, name) = prototype(bytes, start, range.upperBound) else {
                start = nextStatement(bytes, start, range.upperBound)
                continue
            }
            found(prototype, name)
            start = prototype.upperBound
        }
    }

    private static func nextStatement(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit, bytes[at] != UInt8(ascii: "\n"), bytes[at] != UInt8(ascii: ";") { at += 1 }
        return at + 1
    }

    /// `type words name(parameters)` from `start` on, with an optional semicolon.
    private static func prototype(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
    ) -> (Range<Int>, Range<Int>)? {
        var at = start
        var words = 0
        var lines = 1
        var name = start..<start
        while at < limit, bytes[at] != UInt8(ascii: "(") {
            if Byte.isAlphanumeric(bytes[at]) {
                let from = at
                while at < limit, Byte.isAlphanumeric(bytes[at]) { at += 1 }
                name = from..<at
                words += 1
                if words == 1, isStatement(bytes, name) { return nil }
            } else if bytes[at] == UInt8(ascii: "\n") {
                lines += 1
                guard lines <= longest else { return nil }
                at += 1
            } else if bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t")
                || bytes[at] == UInt8(ascii: "*")
            {
                at += 1
            } else {
                return nil
            }
        }
        guard words >= 2, at < limit, name.upperBound == at || bytes[name.upperBound] == UInt8(ascii: " ") else {
            return nil
        }
        var depth = 0
        while at < limit {
            switch bytes[at] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\n"):
                lines += 1
                guard lines <= longest else { return nil }
            case UInt8(ascii: "\""), UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"),
                UInt8(ascii: "-"):
                return nil
            default: break
            }
            at += 1
            if depth == 0 { break }
        }
        guard depth == 0 else { return nil }
        let end = at
        while at < limit, Byte.kind(of: bytes[at]) == .space { at += 1 }
        // A body or an expression follows: a definition or code, not a prototype.
        if at < limit,
            bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "=") || bytes[at] == UInt8(ascii: ",")
                || bytes[at] == UInt8(ascii: ")") || bytes[at] == UInt8(ascii: ".")
        {
            return nil
        }
        return (start..<end, name)
    }

    private static func isStatement(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        keywords.contains { $0.count == word.count && zip($0, word).allSatisfy { $0 == bytes[$1] } }
    }

    private static let keywords: [[UInt8]] = [
        "return", "if", "for", "while", "else", "do", "case", "switch", "goto", "typedef",
    ]
    .map { Array($0.utf8) }
}
