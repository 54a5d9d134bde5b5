/// The names in a function's argument list (parted by `,`) or in a body's members (parted by `;`).
///
/// kernel-doc does not parse C here, it cuts text; the cuts, odd corners included, are its own.
struct ParameterList {
    private(set) var parameters: [Declaration.Parameter] = []
    /// Arguments that could not be understood.
    private(set) var invalid: [String] = []
    private let keepingTypes: Bool
    private var isAfterAnonymous = false
    private var work: [UInt8] = []

    init(_ text: [UInt8], in range: Range<Int>, separator: UInt8, keepingTypes: Bool) {
        self.keepingTypes = keepingTypes
        parameters.reserveCapacity(8)
        if text.first(UInt8(ascii: "("), range.lowerBound, range.upperBound) == nil {
            read(text, range, separator)
        } else {
            var copy = Array(text[range])
            Self.hideInnerCommas(&copy)
            read(copy, 0..<copy.count, separator)
        }
    }

    private mutating func read(_ text: [UInt8], _ range: Range<Int>, _ separator: UInt8) {
        var start = range.lowerBound
        while start <= range.upperBound {
            let end = text.first(separator, start, range.upperBound) ?? range.upperBound
            read(text, start..<end)
            start = end + 1
        }
    }

    /// Makes `#` of the commas inside of parentheses, so that they part nothing.
    private static func hideInnerCommas(_ text: inout [UInt8]) {
        var isOpen = false
        var hasContent = false
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "("):
                hasContent = isOpen
                isOpen = true
            case UInt8(ascii: ")"): isOpen = false
            case UInt8(ascii: ","):
                if isOpen, hasContent { text[index] = UInt8(ascii: "#") } else { isOpen = false }
            default: hasContent = true
            }
        }
    }

    private mutating func read(_ text: [UInt8], _ range: Range<Int>) {
        load(text, range)
        guard let first = work.first else { return }
        if first == UInt8(ascii: "#") {
            push(0..<work.count, type: "", hasType: false)
        } else if let open = work.first(UInt8(ascii: "("), 0, work.count), hasGroup(open, before: UInt8(ascii: "(")) {
            showCommas()
            pushDeclarator(functionPointerName(open))
        } else if let open = work.first(UInt8(ascii: "("), 0, work.count), hasGroup(open, before: UInt8(ascii: "[")) {
            showCommas()
            pushDeclarator(pointerArrayName(open))
        } else {
            readPlain()
        }
    }

    /// Takes one argument into `work`: no comment, no white space at its ends.
    private mutating func load(_ text: [UInt8], _ range: Range<Int>) {
        work.removeAll(keepingCapacity: true)
        let slash = UInt8(ascii: "/")
        let star = UInt8(ascii: "*")
        if let open = text.first((slash, star), range.lowerBound, range.upperBound),
            let close = text.last((star, slash), open + 2, range.upperBound)
        {
            work.append(contentsOf: text[text.skipSpaces(range.lowerBound, open)..<open])
            work.append(contentsOf: text[close + 2..<range.upperBound])
            let kept = work.trimmed(0..<work.count)
            work.removeSubrange(kept.upperBound...)
            work.removeSubrange(..<kept.lowerBound)
        } else {
            work.append(contentsOf: text[text.trimmed(range)])
        }
        // Only the first run of blanks is made one.
        guard let blank = work.firstIndex(where: { $0.isSpace }) else { return }
        let end = work.skipSpaces(blank, work.count)
        if end > blank + 1 || work[blank] != 0x20 { work.replaceSubrange(blank..<end, with: CollectionOfOne(0x20)) }
    }

    private mutating func showCommas() {
        for index in work.indices where work[index] == UInt8(ascii: "#") { work[index] = UInt8(ascii: ",") }
    }

    /// Whether a `( … )` with something in it, opened at `open` or later, stands before `next`.
    private func hasGroup(_ open: Int, before next: UInt8) -> Bool {
        var position = open + 2
        while let close = work.first(UInt8(ascii: ")"), position, work.count) {
            let after = work.skipSpaces(close + 1, work.count)
            if after < work.count, work[after] == next { return true }
            position = close + 1
        }
        return false
    }

    /// `type (*name)(…)`: the place of the name, or nil when this is some other declarator.
    private func functionPointerName(_ open: Int) -> Range<Int>? {
        guard open > 0 else { return nil }
        var start = open + 1
        if start < work.count, work[start] == UInt8(ascii: "*") { start += 1 }
        start = work.skipSpaces(start, work.count)
        let end = skipDeclaratorName(start)
        let close = work.skipSpaces(end, work.count)
        if close < work.count, work[close] == UInt8(ascii: ")") { return start..<end }
        return qualifiedPointerName(open)
    }

    /// `type (*name[…])[…]`: the place of the name, or nil when this is some other declarator.
    private func pointerArrayName(_ open: Int) -> Range<Int>? {
        let star = work.skipSpaces(open + 1, work.count)
        guard open > 0, star < work.count, work[star] == UInt8(ascii: "*") else { return qualifiedPointerName(open) }
        let start = work.skipSpaces(star + 1, work.count)
        var end = start
        while end < work.count, work[end].isWord || work[end] == UInt8(ascii: ".") { end += 1 }
        var position = work.skipSpaces(end, work.count)
        while position < work.count, work[position] == UInt8(ascii: "[") {
            let size = work.skipSpaces(position + 1, work.count)
            let close = work.skipSpaces(work.skipWord(size, work.count), work.count)
            guard close < work.count, work[close] == UInt8(ascii: "]") else { return nil }
            position = work.skipSpaces(close + 1, work.count)
        }
        if position < work.count, work[position] == UInt8(ascii: ")") { return start..<end }
        return qualifiedPointerName(open)
    }

    /// `type (*const name)…`, `type (__rcu *name)…`: the last word, where nothing but words and stars stands before it.
    ///
    /// kernel-doc does not understand these, and loses what the documentation says of them.
    private func qualifiedPointerName(_ open: Int) -> Range<Int>? {
        var position = open + 1
        var word: Range<Int>?
        var hasStar = false
        while open > 0, position < work.count, work[position] != UInt8(ascii: ")") {
            let end = work.skipWord(position, work.count)
            if end > position {
                word = position..<end
                position = end
                continue
            }
            hasStar = hasStar || work[position] == UInt8(ascii: "*")
            guard work[position].isSpace || work[position] == UInt8(ascii: "*") else { return nil }
            position += 1
        }
        return hasStar && position < work.count ? word : nil
    }

    private func skipDeclaratorName(_ start: Int) -> Int {
        var end = start
        while end < work.count {
            let byte = work[end]
            guard byte.isWord || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ".")
            else { break }
            end += 1
        }
        return end
    }

    private mutating func pushDeclarator(_ name: Range<Int>?) {
        guard let name else {
            invalid.append(work.folded(0..<work.count))
            push(0..<work.count, type: work.folded(0..<work.count), hasType: true)
            return
        }
        // The type is what is left without the name; sizes in brackets are a part of it.
        let nameEnd = work.first(UInt8(ascii: "["), name.lowerBound, name.upperBound) ?? name.upperBound
        let head = work.trimmed(0..<name.lowerBound)
        let type = keepingTypes ? work.string(head) + work.string(nameEnd..<work.count) : ""
        push(name.lowerBound..<nameEnd, type: type, hasType: true)
    }

    /// `type name`, `type *a, b[2], c:3`, `name`, `...`.
    private mutating func readPlain() {
        closeUp()
        let comma = UInt8(ascii: ",")
        let end = work.first(comma, 0, work.count) ?? work.count
        let first = work.trimmed(0..<end)
        var name = declarator(in: first)
        let type = first.lowerBound..<name.lowerBound
        pushDeclarator(name, type: type)
        var start = end + 1
        while start <= work.count {
            let next = work.first(comma, start, work.count) ?? work.count
            name = work.trimmed(start..<next)
            pushDeclarator(name, type: type)
            start = next + 1
        }
    }

    /// Takes the blanks away around `:` and before `[`.
    private mutating func closeUp() {
        guard work.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") }) else { return }
        var kept: [UInt8] = []
        kept.reserveCapacity(work.count)
        var index = 0
        while index < work.count {
            let byte = work[index]
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "[") {
                while kept.last?.isSpace == true { kept.removeLast() }
                kept.append(byte)
                index += 1
                if byte == UInt8(ascii: ":") { index = work.skipSpaces(index, work.count) }
            } else {
                kept.append(byte)
                index += 1
            }
        }
        work = kept
    }

    /// The last word of `range` with its stars, or with its brackets and all that is in them.
    private func declarator(in range: Range<Int>) -> Range<Int> {
        if let close = work.last(UInt8(ascii: "]"), range.lowerBound, range.upperBound),
            let open = work.last(UInt8(ascii: "["), range.lowerBound, close)
        {
            let start = declaratorStart(before: open, in: range)
            if start > range.lowerBound || work[start] == UInt8(ascii: "*") { return start..<range.upperBound }
        }
        return declaratorStart(before: range.upperBound, in: range)..<range.upperBound
    }

    private func declaratorStart(before end: Int, in range: Range<Int>) -> Int {
        let star = UInt8(ascii: "*")
        var start = end
        while start > range.lowerBound, !work[start - 1].isSpace, work[start - 1] != star { start -= 1 }
        var stars = start
        while stars > range.lowerBound, work[stars - 1].isSpace { stars -= 1 }
        guard stars > range.lowerBound, work[stars - 1] == star else { return start }
        while stars > range.lowerBound, work[stars - 1] == star { stars -= 1 }
        return stars
    }

    private mutating func pushDeclarator(_ declarator: Range<Int>, type: Range<Int>) {
        var start = declarator.lowerBound
        while start < declarator.upperBound, work[start] == UInt8(ascii: "*") { start += 1 }
        let stars = declarator.lowerBound..<start
        start = work.skipSpaces(start, declarator.upperBound)
        let name = start..<declarator.upperBound
        let words = work.trimmed(type)
        if !stars.isEmpty {
            push(name, type: typeText(words, stars, suffix: name.upperBound..<name.upperBound), hasType: true)
        } else if let colon = bitFieldColon(name) {
            // An unnamed bit field has nothing to describe.
            guard !words.isEmpty else { return }
            push(name.lowerBound..<colon, type: typeText(words, stars, suffix: colon..<name.upperBound), hasType: true)
        } else {
            push(name, type: typeText(words, stars, suffix: name.upperBound..<name.upperBound), hasType: !words.isEmpty)
        }
    }

    private func bitFieldColon(_ name: Range<Int>) -> Int? {
        var position = name.lowerBound
        while let colon = work.first(UInt8(ascii: ":"), position, name.upperBound) {
            if colon + 1 < name.upperBound, work[colon + 1].isWord { return colon }
            position = colon + 1
        }
        return nil
    }

    private func typeText(_ words: Range<Int>, _ stars: Range<Int>, suffix: Range<Int>) -> String {
        // The words are written out for each of their declarators, so they have to be few.
        guard keepingTypes, words.count < 4096 else { return "" }
        var text = work.folded(words)
        if !stars.isEmpty {
            if !text.isEmpty, text.utf8.last != UInt8(ascii: "*") { text += " " }
            text += work.string(stars)
        }
        if !suffix.isEmpty { text += work.string(suffix) }
        return text
    }

    private mutating func push(_ range: Range<Int>, type: String, hasType: Bool) {
        var end = range.lowerBound
        while end < range.upperBound, work[end] != UInt8(ascii: "["), work[end] != UInt8(ascii: ")") { end += 1 }
        let name = work.string(range.lowerBound..<end)
        if isAfterAnonymous, !hasType, name == "}" { return }
        isAfterAnonymous = false
        guard hasType else { return pushUntyped(name, range.lowerBound..<end) }
        if work.contains("__cacheline_group", range.lowerBound, end) { return }
        var type = type
        if keepingTypes, end < range.upperBound, work[end] == UInt8(ascii: "[") {
            if type.utf8.last != UInt8(ascii: "*") { type += " " }
            type += work.string(end..<range.upperBound)
        }
        parameters.append(.init(name: name, type: type, role: .named))
    }

    private mutating func pushUntyped(_ name: String, _ range: Range<Int>) {
        if name.utf8.first == UInt8(ascii: "#") {
            parameters.append(.init(name: name, type: "", role: .directive))
        } else if range.count >= 3, work.has("...", at: range.upperBound - 3, before: range.upperBound) {
            let isNamed = range.count > 3 && work[range.upperBound - 4].isWord
            parameters.append(.init(name: isNamed ? String(name.dropLast(3)) : "...", type: "...", role: .variadic))
        } else if name.isEmpty || name == "void" {
            parameters.append(.init(name: "void", type: "", role: .none))
        } else if name == "struct" || name == "union" {
            isAfterAnonymous = true
            parameters.append(.init(name: "{unnamed_\(name)}", type: name, role: .anonymous))
        } else if !work.contains("__cacheline_group", range.lowerBound, range.upperBound) {
            parameters.append(.init(name: name, type: "", role: .named))
        }
    }
}
