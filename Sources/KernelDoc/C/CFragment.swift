/// A piece of a C file that was cut out without regard to its structure, as the hunk of a patch is.
///
/// It can begin in the middle of a comment or of a struct's body, and end in the middle of anything.
public struct CFragment: Sendable {
    public struct Line: Sendable {
        /// Without its line break.
        public var bytes: [UInt8]
        /// In the file, from 1.
        public var number: Int

        public init(bytes: [UInt8], number: Int) {
            self.bytes = bytes
            self.number = number
        }
    }

    /// What the first line of a fragment is in the middle of.
    public enum Place: Sendable, Equatable {
        /// Nothing: between declarations, or in code.
        case code
        /// A kernel-doc comment in front of a declaration, its first line cut off.
        case comment
        /// The body of a struct, union or enum, between its members; its name where that is known.
        case body(Item.Kind, name: String?)
        /// A comment on a member of such a body, its first line cut off.
        case memberComment(Item.Kind, name: String?)
    }

    public var lines: [Line]
    public var place: Place

    public init(lines: [Line], place: Place) {
        self.lines = lines
        self.place = place
    }

    /// Works out from the lines themselves where they begin.
    ///
    /// - Parameter heading: The line that a hunk names as the start of the code around it (behind the second `@@`),
    ///   or nothing. It is believed where it opens a body (`struct name {`).
    public init(lines: [Line], heading: [UInt8] = []) {
        self.lines = lines
        let body = Self.openBody(heading)
        switch (Self.beginsInComment(lines), body) {
        case (true, let body?): place = .memberComment(body.kind, name: body.name)
        case (true, nil): place = .comment
        case (false, let body?): place = .body(body.kind, name: body.name)
        case (false, nil): place = .code
        }
    }

    /// True when a comment is closed before any is opened, or when nothing but comment lines is there.
    private static func beginsInComment(_ lines: [Line]) -> Bool {
        let star = UInt8(ascii: "*")
        let slash = UInt8(ascii: "/")
        var isStarred = false
        for line in lines {
            let bytes = line.bytes
            let opening = bytes.first((slash, star), 0, bytes.count)
            let closing = bytes.first((star, slash), 0, bytes.count)
            if let closing { return closing < opening ?? Int.max }
            if opening != nil { return false }
            let start = bytes.skipSpaces(0, bytes.count)
            guard start < bytes.count else { continue }
            guard bytes[start] == star else { return false }
            isStarred = true
        }
        return isStarred
    }

    private static func openBody(_ heading: [UInt8]) -> (kind: Item.Kind, name: String)? {
        let range = heading.trimmed(0..<heading.count)
        guard let last = heading[range].last, last != UInt8(ascii: ";"), last != UInt8(ascii: ")") else { return nil }
        for (kind, word) in [(Item.Kind.struct, "struct" as StaticString), (.union, "union"), (.enum, "enum")] {
            guard heading.has(word, at: range.lowerBound, before: range.upperBound) else { continue }
            let start = range.lowerBound + word.utf8CodeUnitCount
            let name = heading.skipSpaces(start, range.upperBound)
            let end = heading.skipWord(name, range.upperBound)
            let rest = heading.skipSpaces(end, range.upperBound)
            guard name > start, end > name else { return nil }
            guard rest == range.upperBound || heading[rest] == UInt8(ascii: "{") else { return nil }
            return (kind, heading.string(name..<end))
        }
        return nil
    }
}
