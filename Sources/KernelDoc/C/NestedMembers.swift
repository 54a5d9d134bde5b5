/// Brings the members of nested structs and unions up into the outermost one, as `outer.inner`.
///
/// An anonymous one leaves `struct;` behind and its members under their own names.
struct NestedMembers {
    /// Deeper nesting is given up on: the names alone would grow with the square of the depth.
    private static let deepest = 32

    /// An open brace, and where the struct or union that it belongs to begins in the text written so far.
    private struct Frame {
        var keyword: Int?
        var isUnion: Bool
        var content: Int
        /// False once something in it could not be flattened.
        var isFlat = true
    }

    private var out: [UInt8] = []
    private let limit: Int

    static func flattened(_ text: [UInt8]) throws(DeclarationError) -> [UInt8] {
        guard text.contains(UInt8(ascii: "{")) else { return text }
        var members = NestedMembers(limit: 1 << 20 + 16 * text.count)
        try members.read(text)
        return members.out
    }

    private init(limit: Int) { self.limit = limit }

    private mutating func read(_ text: [UInt8]) throws(DeclarationError) {
        var frames: [Frame] = []
        var index = 0
        var keyword: (place: Int, isUnion: Bool)?
        while index < text.count {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: ";"):
                keyword = nil
            case UInt8(ascii: "{"):
                guard frames.count < Self.deepest else { throw .nestedTooDeep }
                // The keyword and the brace have at least one byte between them.
                let head = keyword.flatMap { out.count > $0.place + ($0.isUnion ? 5 : 6) ? $0 : nil }
                frames.append(Frame(keyword: head?.place, isUnion: head?.isUnion ?? false, content: out.count + 1))
                keyword = nil
            case UInt8(ascii: "}"):
                keyword = nil
                guard let frame = frames.popLast() else { break }
                if let end = try flatten(frame, text, index + 1) {
                    index = end
                    continue
                }
                if !frames.isEmpty { frames[frames.count - 1].isFlat = false }
            case UInt8(ascii: "s") where keyword == nil && text.has("struct", at: index, before: text.count):
                keyword = (out.count, false)
            case UInt8(ascii: "u") where keyword == nil && text.has("union", at: index, before: text.count):
                keyword = (out.count, true)
            default: break
            }
            out.append(byte)
            index += 1
        }
    }

    /// Writes the frame's members anew, once for each declarator behind it; answers where reading goes on.
    private mutating func flatten(_ frame: Frame, _ text: [UInt8], _ start: Int) throws(DeclarationError) -> Int? {
        guard let keyword = frame.keyword, frame.isFlat else { return nil }
        var end = start
        while end < text.count, text[end] != UInt8(ascii: ";") {
            if text[end] == UInt8(ascii: "{") || text[end] == UInt8(ascii: "}") { return nil }
            end += 1
        }
        guard end < text.count else { return nil }
        let content = Array(out[frame.content...])
        out.removeSubrange(keyword...)
        var position = start
        while position <= end {
            let next = text.first(UInt8(ascii: ","), position, end) ?? end
            try write(content, as: text, text.trimmed(position..<next), isUnion: frame.isUnion)
            position = next + 1
        }
        return end + 1
    }

    private mutating func write(
        _ content: [UInt8], as text: [UInt8], _ declarator: Range<Int>, isUnion: Bool
    ) throws(DeclarationError) {
        out.append(contentsOf: (isUnion ? "union " : "struct ").utf8)
        out.append(contentsOf: text[declarator])
        out.append(contentsOf: "; ".utf8)
        let prefix = Self.name(text, declarator)
        var start = 0
        while start < content.count {
            let end = content.first(UInt8(ascii: ";"), start, content.count) ?? content.count
            let member = content.trimmed(start..<end)
            if !member.isEmpty { write(member: content, member, prefix: text, prefix) }
            guard out.count < limit else { throw .nestedTooDeep }
            start = end + 1
        }
    }

    /// A declarator without stars, array sizes and bit width.
    private static func name(_ text: [UInt8], _ declarator: Range<Int>) -> Range<Int> {
        var end = declarator.lowerBound
        while end < declarator.upperBound, text[end] != UInt8(ascii: ":"), text[end] != UInt8(ascii: "[") { end += 1 }
        let range = text.trimmed(declarator.lowerBound..<end)
        var start = range.lowerBound
        while start + 1 < range.upperBound, text[start] == UInt8(ascii: "*") { start += 1 }
        return start..<range.upperBound
    }

    private mutating func write(member text: [UInt8], _ range: Range<Int>, prefix names: [UInt8], _ prefix: Range<Int>)
    {
        if let name = functionPointerName(text, range) {
            guard !name.isEmpty else { return }
            out.append(contentsOf: text[range.lowerBound..<name.lowerBound])
            writePrefix(names, prefix)
            out.append(contentsOf: text[name.lowerBound..<range.upperBound])
            out.append(contentsOf: "; ".utf8)
        } else {
            write(plain: Self.withoutSizes(text, range), prefix: names, prefix)
        }
    }

    /// `type a,*b`: each of the names with the prefix; a lone word as it is.
    private mutating func write(plain: [UInt8], prefix names: [UInt8], _ prefix: Range<Int>) {
        var end = plain.count
        while end > 0, plain[end - 1].isSpace { end -= 1 }
        var start = end
        while start > 0, !plain[start - 1].isSpace { start -= 1 }
        guard start > 0 else {
            out.append(contentsOf: plain)
            out.append(contentsOf: "; ".utf8)
            return
        }
        var position = start
        while position <= end {
            let next = plain.first(UInt8(ascii: ","), position, end) ?? end
            if next > position {
                out.append(contentsOf: plain[..<start])
                var name = position
                while name + 1 < next, plain[name] == UInt8(ascii: "*") { name += 1 }
                out.append(contentsOf: plain[position..<name])
                writePrefix(names, prefix)
                out.append(contentsOf: plain[name..<next])
                out.append(contentsOf: "; ".utf8)
            }
            position = next + 1
        }
    }

    private mutating func writePrefix(_ names: [UInt8], _ prefix: Range<Int>) {
        guard !prefix.isEmpty else { return }
        out.append(contentsOf: names[prefix])
        out.append(UInt8(ascii: "."))
    }

    /// `type (*name)…`: the place of the name, which may be empty; nil when the member is none of these.
    private func functionPointerName(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard let open = text.first(UInt8(ascii: "("), range.lowerBound, range.upperBound), open > range.lowerBound
        else { return nil }
        var start = open + 1
        if start < range.upperBound, text[start] == UInt8(ascii: "*") { start += 1 }
        start = text.skipSpaces(start, range.upperBound)
        var end = start
        while end < range.upperBound, text[end].isWord || text[end] == UInt8(ascii: ".") { end += 1 }
        let close = text.skipSpaces(end, range.upperBound)
        return close < range.upperBound && text[close] == UInt8(ascii: ")") ? start..<end : nil
    }

    /// Takes out bit widths and array sizes, and the blanks around commas.
    private static func withoutSizes(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: ":") {
                let digits = text.skipSpaces(index + 1, range.upperBound)
                var end = digits
                while end < range.upperBound, text[end].isDigit { end += 1 }
                if end > digits {
                    index = text.skipSpaces(end, range.upperBound)
                    continue
                }
            }
            kept.append(byte)
            index += 1
        }
        if let open = kept.first(UInt8(ascii: "["), 0, kept.count),
            let close = kept.last(UInt8(ascii: "]"), open, kept.count)
        {
            kept.removeSubrange(open...close)
        }
        return closingUpCommas(kept)
    }

    private static func closingUpCommas(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: ",")) else { return text }
        var kept: [UInt8] = []
        kept.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: ",") {
                while kept.last?.isSpace == true { kept.removeLast() }
                kept.append(UInt8(ascii: ","))
                index = text.skipSpaces(index + 1, text.count)
            } else {
                kept.append(text[index])
                index += 1
            }
        }
        return kept
    }
}
