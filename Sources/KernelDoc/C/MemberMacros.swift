/// Spells out the macros that declare members, and takes attributes away.
struct MemberMacros {
    private let text: [UInt8]
    private var out: [UInt8] = []
    /// The depth of parentheses at which each open `struct_group(` ends.
    private var groups: [Int] = []
    private var depth = 0
    /// The statement that was looked at last: where its `;` stands, and its last `)`.
    private var statement: (end: Int, close: Int?) = (-1, nil)
    /// Up to here, no `))` ends the attributes that were looked at last.
    private var unclosedAttributes = 0

    static func expanded(_ text: [UInt8]) -> [UInt8] {
        guard hasMacro(text) else { return text }
        var macros = MemberMacros(text)
        macros.expand()
        return macros.out
    }

    private init(_ text: [UInt8]) {
        self.text = text
        out.reserveCapacity(text.count)
    }

    /// A quick look that saves the copy for most structs.
    private static func hasMacro(_ text: [UInt8]) -> Bool {
        var index = 0
        while index + 2 < text.count {
            switch text[index] {
            case UInt8(ascii: "_") where text[index + 1] == UInt8(ascii: "_"): return true
            case UInt8(ascii: "D") where text[index + 1] == UInt8(ascii: "E"): return true
            case UInt8(ascii: "t") where text[index + 1] == UInt8(ascii: "_") && text[index + 2] == UInt8(ascii: "g"):
                return true
            case UInt8(ascii: "C") where text[index + 1] == UInt8(ascii: "R"): return true
            default: break
            }
            index += 1
        }
        return false
    }

    private mutating func expand() {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte.isWord {
                let end = text.skipWord(index, text.count)
                if let next = macroEnd(index..<end) {
                    index = next
                } else {
                    out.append(contentsOf: text[index..<end])
                    index = end
                }
                continue
            }
            index += 1
            if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                if groups.last == depth {
                    groups.removeLast()
                    depth -= 1
                    if index < text.count, text[index] == UInt8(ascii: ";") { index += 1 }
                    continue
                }
                depth -= 1
            }
            out.append(byte)
        }
    }

    /// Writes what the word stands for; nil when it is an ordinary one.
    private mutating func macroEnd(_ word: Range<Int>) -> Int? {
        switch text[word.lowerBound] {
        case UInt8(ascii: "_"): underscoreEnd(word)
        case UInt8(ascii: "D"): declarationEnd(word)
        case UInt8(ascii: "s"): groupEnd(word)
        case UInt8(ascii: "C") where isNamed("CRYPTO_MINALIGN_ATTR", word): attribute(upTo: word.upperBound)
        default: nil
        }
    }

    private func isNamed(_ name: StaticString, _ word: Range<Int>) -> Bool {
        word.count == name.utf8CodeUnitCount && text.has(name, at: word.lowerBound, before: word.upperBound)
    }

    private mutating func underscoreEnd(_ word: Range<Int>) -> Int? {
        if isNamed("__packed", word) { return attribute(upTo: text.skipSpaces(word.upperBound, text.count)) }
        if isNamed("____cacheline_aligned_in_smp", word) || isNamed("____cacheline_aligned", word) {
            return attribute(upTo: word.upperBound)
        }
        if isNamed("__aligned", word) || isNamed("__counted_by", word) || isNamed("__counted_by_le", word)
            || isNamed("__counted_by_be", word)
        {
            return open(after: word).flatMap { statementClose(behind: $0) }.map { attribute(upTo: $0 + 1) }
        }
        if isNamed("__attribute__", word) { return attributeListEnd(word) }
        if isNamed("__DECLARE_FLEX_ARRAY", word) { return flexibleArrayEnd(word) }
        if isNamed("__struct_group", word) { return group(word, skipping: 3) }
        if isNamed("__ETHTOOL_DECLARE_LINK_MODE_MASK", word) {
            return bitmapEnd(word, size: "__ETHTOOL_LINK_MODE_MASK_NBITS")
        }
        return nil
    }

    private mutating func attribute(upTo end: Int) -> Int {
        while out.last?.isSpace == true { out.removeLast() }
        out.append(0x20)
        return end
    }

    private func open(after word: Range<Int>) -> Int? {
        let open = text.skipSpaces(word.upperBound, text.count)
        return open < text.count && text[open] == UInt8(ascii: "(") ? open : nil
    }

    /// The last `)` of the statement that `open` is in.
    private mutating func statementClose(behind open: Int) -> Int? {
        if statement.end <= open {
            statement.end = text.first(UInt8(ascii: ";"), open, text.count) ?? text.count
            statement.close = text.last(UInt8(ascii: ")"), open, statement.end)
        }
        return statement.close.flatMap { $0 > open ? $0 : nil }
    }

    /// `__attribute__((…))`, up to the last `))` that only attributes stand before.
    private mutating func attributeListEnd(_ word: Range<Int>) -> Int? {
        guard let open = open(after: word), open >= unclosedAttributes,
            text.has("((", at: open, before: text.count)
        else { return nil }
        var end = open + 2
        var close: Int?
        while end < text.count {
            let byte = text[end]
            if byte == UInt8(ascii: ")") {
                if text.has("))", at: end, before: text.count) { close = end + 2 }
            } else if !(byte.isWord || byte.isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "*")
                || byte == UInt8(ascii: "("))
            {
                break
            }
            end += 1
        }
        guard let close else {
            unclosedAttributes = end
            return nil
        }
        out.append(0x20)
        return close
    }

    private mutating func declarationEnd(_ word: Range<Int>) -> Int? {
        if isNamed("DECLARE_BITMAP", word) { return arrayEnd(word, "[BITS_TO_LONGS(", ")]") }
        if isNamed("DECLARE_HASHTABLE", word) { return arrayEnd(word, "[1 << ((", ") - 1)]") }
        if isNamed("DECLARE_KFIFO", word) { return queueEnd(word, count: 3) }
        if isNamed("DECLARE_KFIFO_PTR", word) { return queueEnd(word, count: 2) }
        if isNamed("DECLARE_FLEX_ARRAY", word) { return flexibleArrayEnd(word) }
        if isNamed("DECLARE_PHY_INTERFACE_MASK", word) { return bitmapEnd(word, size: "PHY_INTERFACE_MODE_MAX") }
        if isNamed("DEFINE_DMA_UNMAP_ADDR", word) { return scalarEnd(word, "dma_addr_t ") }
        if isNamed("DEFINE_DMA_UNMAP_LEN", word) { return scalarEnd(word, "__u32 ") }
        return nil
    }

    /// The macro's arguments, none of them empty, and the place behind its `)`.
    private func arguments(_ word: Range<Int>, count: Int) -> (list: [Range<Int>], end: Int)? {
        guard let open = open(after: word) else { return nil }
        var list: [Range<Int>] = []
        var start = open + 1
        while start < text.count {
            if !list.isEmpty { start = text.skipSpaces(start, text.count) }
            guard let end = argumentEnd(start), end > start else { return nil }
            list.append(start..<end)
            if text[end] == UInt8(ascii: ")") { return list.count == count ? (list, end + 1) : nil }
            guard list.count < count else { return nil }
            start = end + 1
        }
        return nil
    }

    /// The next `,` or `)`; nil where too many parentheses are opened before it for that to be an argument.
    private func argumentEnd(_ start: Int) -> Int? {
        var end = start
        var opened = 0
        while end < text.count {
            let byte = text[end]
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") { return end }
            if byte == UInt8(ascii: "(") { opened += 1 }
            guard opened < 8 else { return nil }
            end += 1
        }
        return nil
    }

    private mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

    private mutating func write(_ range: Range<Int>) { out.append(contentsOf: text[range]) }

    private mutating func arrayEnd(_ word: Range<Int>, _ before: String, _ after: String) -> Int? {
        guard let (list, end) = arguments(word, count: 2) else { return nil }
        write("unsigned long ")
        write(list[0])
        write(before)
        write(list[1])
        write(after)
        return end
    }

    private mutating func bitmapEnd(_ word: Range<Int>, size: String) -> Int? {
        guard let (list, end) = arguments(word, count: 1) else { return nil }
        write("unsigned long ")
        write(list[0])
        write("[BITS_TO_LONGS(\(size))]")
        return end
    }

    private mutating func queueEnd(_ word: Range<Int>, count: Int) -> Int? {
        guard let (list, end) = arguments(word, count: count) else { return nil }
        write(list[1])
        write(" *")
        write(list[0])
        return end
    }

    private mutating func flexibleArrayEnd(_ word: Range<Int>) -> Int? {
        guard let (list, end) = arguments(word, count: 2) else { return nil }
        write(list[0])
        write(" ")
        write(list[1])
        write("[]")
        return end
    }

    private mutating func scalarEnd(_ word: Range<Int>, _ type: String) -> Int? {
        guard let (list, end) = arguments(word, count: 1) else { return nil }
        write(type)
        write(list[0])
        return end
    }

    private mutating func groupEnd(_ word: Range<Int>) -> Int? {
        if isNamed("struct_group", word) { return group(word, skipping: 1) }
        if isNamed("struct_group_attr", word) { return group(word, skipping: 2) }
        guard isNamed("struct_group_tagged", word), let (list, _) = leadingArguments(word, count: 2) else { return nil }
        write("struct ")
        write(list[0])
        write(" ")
        write(list[1])
        write("; ")
        return group(word, skipping: 2)
    }

    /// Opens a group: its first arguments go, its members stay.
    private mutating func group(_ word: Range<Int>, skipping count: Int) -> Int? {
        guard let (_, end) = leadingArguments(word, count: count) else { return nil }
        depth += 1
        groups.append(depth)
        return end
    }

    /// The first arguments, and the place behind the comma that follows them.
    private func leadingArguments(_ word: Range<Int>, count: Int) -> (list: [Range<Int>], end: Int)? {
        guard var position = open(after: word) else { return nil }
        var list: [Range<Int>] = []
        while list.count < count {
            guard let end = argumentEnd(position + 1), text[end] == UInt8(ascii: ",") else { return nil }
            list.append(position + 1..<end)
            position = end
        }
        return (list, position + 1)
    }
}
