/// Brings the inline markup of reST and kernel-doc to CommonMark, a line of a paragraph at a time.
///
/// Code becomes a code span, emphasis stays emphasis; names behind `&`, `%` and `@` and the texts of roles
/// become spans of their own (`StandIn`); everything else that CommonMark would see as markup is hidden.
struct InlineTranslator {
    /// Whether `&struct x`, `%CONST` and `@param` are markup: in comments, not in files.
    let isKernelDoc: Bool

    /// An open ``code`` or `*emphasis*`: where its end mark begins, and how long that is; or -1.
    private var codeEnd = -1
    private var codeMarkLength = 0
    private var emphasisEnd = -1
    private var emphasisLength = 0
    /// An open link: where its shown text ends, and where its markup does; or -1.
    private var linkEnd = -1
    private var linkMarkupEnd = -1
    /// How far ahead an end mark is looked for.
    private static let reach = 1200
    /// Up to where none was found: nothing is searched twice, so that reading stays linear.
    private var isPlain = false
    private var searchedCode = 0
    private var searchedEmphasis = 0
    private var searchedStrong = 0

    init(isKernelDoc: Bool) { self.isKernelDoc = isKernelDoc }

    /// A new paragraph begins; when it is plain, nothing in it is markup.
    mutating func reset(isPlain: Bool = false) {
        self.isPlain = isPlain
        codeEnd = -1
        emphasisEnd = -1
        linkEnd = -1
        linkMarkupEnd = -1
        searchedCode = 0
        searchedEmphasis = 0
        searchedStrong = 0
    }

    /// Translates `range`, a line (or a part) of a paragraph that ends at `limit`, appending to `output`.
    mutating func translate(_ text: Bytes, _ range: Range<Int>, limit: Int, into output: inout ByteBuffer) {
        var i = max(range.lowerBound, linkEnd < 0 ? linkMarkupEnd : -1)
        let end = range.upperBound
        guard i < end else { return }
        if isPlain {
            for byte in text[range] { output.append(StandIn.hideAfterNumber(byte)) }
            return
        }
        if i < codeEnd {
            output.append(UInt8(ascii: "`"))
        } else {
            hideListNumber(text, &i, end, &output)
        }
        while i < end {
            if codeEnd >= 0 {
                let stop = min(end, codeEnd)
                while i < stop {
                    output.append(StandIn.hide(text[i]))
                    i += 1
                }
                output.append(UInt8(ascii: "`"))
                guard i == codeEnd else { return }
                i += codeMarkLength
                codeEnd = -1
                continue
            }
            if i == emphasisEnd {
                for _ in 0..<emphasisLength { output.append(UInt8(ascii: "*")) }
                i += emphasisLength
                emphasisEnd = -1
                continue
            }
            if i == linkEnd {
                output.append(StandIn.end)
                i = linkMarkupEnd
                linkEnd = -1
                continue
            }
            let plain = plainEnd(text, i, end)
            if plain > i {
                output.append(contentsOf: Bytes(rebasing: text[i..<plain]))
                i = plain
                continue
            }
            let byte = text[i]
            let next: Int?
            switch byte {
            case UInt8(ascii: "`"): next = backtick(text, i, range.lowerBound, limit, &output)
            case UInt8(ascii: "*"): next = star(text, i, range.lowerBound, limit, &output)
            case UInt8(ascii: "\\"): next = escape(text, i, end, &output)
            case UInt8(ascii: ":"): next = role(text, i, end, &output)
            case UInt8(ascii: "]"): next = footnoteEnd(text, i, end, &output)
            case UInt8(ascii: "&") where isKernelDoc: next = reference(text, i, range.lowerBound, end, &output)
            case UInt8(ascii: "%") where isKernelDoc: next = constant(text, i, range.lowerBound, end, &output)
            case UInt8(ascii: "@") where isKernelDoc: next = parameter(text, i, range.lowerBound, end, &output)
            default: next = nil
            }
            if let next {
                i = next
            } else {
                output.append(StandIn.hide(byte))
                i += 1
            }
        }
        if linkEnd >= 0, linkEnd <= end {
            // Only the link's target follows, in the next line.
            output.append(StandIn.end)
            linkEnd = -1
        }
    }

    // MARK: -

    /// The end of the run of plain bytes at `i`, before which no open markup ends.
    @inline(__always)
    private func plainEnd(_ text: Bytes, _ i: Int, _ end: Int) -> Int {
        var stop = end
        if emphasisEnd > i { stop = min(stop, emphasisEnd) }
        if linkEnd > i { stop = min(stop, linkEnd) }
        var j = i
        while true {
            j = text.wordsEnd(from: j, limit: stop)
            guard j < stop, StandIn.isPlain(text[j]) else { return j }
            j += 1
        }
    }

    /// A number that begins a line of text must not begin a list.
    private func hideListNumber(_ text: Bytes, _ i: inout Int, _ end: Int, _ output: inout ByteBuffer) {
        guard i < end, text[i].isDigit else { return }
        while i < end, text[i].isDigit {
            output.append(text[i])
            i += 1
        }
        guard i < end, text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: ")") else { return }
        output.append(StandIn.hideAfterNumber(text[i]))
        i += 1
    }

    /// ``` ``code`` ```, `` `text <target>`_ `` or `` `code` ``.
    private mutating func backtick(
        _ text: Bytes, _ i: Int, _ start: Int, _ limit: Int, _ output: inout ByteBuffer
    ) -> Int? {
        let far = min(limit, i + InlineTranslator.reach)
        if text.has("``", at: i, limit: limit) {
            var close = max(i + 3, searchedCode)
            while close + 1 < far, !(text[close] == UInt8(ascii: "`") && text[close + 1] == UInt8(ascii: "`")) {
                close += 1
            }
            guard close + 1 < far else {
                searchedCode = max(searchedCode, far - 1)
                return skip(2, i, hiding: UInt8(ascii: "`"), &output)
            }
            // A backtick more belongs to the code.
            if close + 2 < far, text[close + 2] == UInt8(ascii: "`") { close += 1 }
            codeEnd = close
            codeMarkLength = 2
            output.append(UInt8(ascii: "`"))
            return i + 2
        }
        guard let close = closingBacktick(text, i + 1, far) else { return nil }
        let suffix = close + 1
        if suffix < limit, text[suffix] == UInt8(ascii: "_"), linkEnd < 0 {
            let shown = display(text, i + 1..<close)
            linkEnd = shown.upperBound
            linkMarkupEnd = suffix + (text.has("__", at: suffix, limit: limit) ? 2 : 1)
            output.append(StandIn.link)
            return shown.lowerBound
        }
        codeEnd = close
        codeMarkLength = 1
        output.append(UInt8(ascii: "`"))
        return i + 1
    }

    private func closingBacktick(_ text: Bytes, _ start: Int, _ limit: Int) -> Int? {
        guard start < limit, text[start] > 0x20, text[start] != UInt8(ascii: "`") else { return nil }
        var i = start + 1
        while i < limit {
            if text[i] == UInt8(ascii: "`") { return text[i - 1] > 0x20 ? i : nil }
            i += 1
        }
        return nil
    }

    /// `*emphasis*` or `**strong**`, by the rules of reST; a star that is neither is a star.
    private mutating func star(
        _ text: Bytes, _ i: Int, _ start: Int, _ limit: Int, _ output: inout ByteBuffer
    ) -> Int? {
        let length = text.has("**", at: i, limit: limit) ? 2 : 1
        let open = i + length
        let opens =
            emphasisEnd < 0 && open < limit && InlineTranslator.opensEmphasis(text[open])
            && (i == start || text[i - 1] <= 0x20 || (text[i - 1].isPunctuation && text[i - 1] != UInt8(ascii: "*")))
        guard opens else { return length == 2 ? skip(2, i, hiding: UInt8(ascii: "*"), &output) : nil }
        let far = min(limit, i + InlineTranslator.reach)
        var close = max(open + 1, length == 2 ? searchedStrong : searchedEmphasis)
        while close < far {
            if text[close] == UInt8(ascii: "*") {
                let inner = text[close - 1]
                let after = close + length
                let closes =
                    inner > 0x20 && inner != UInt8(ascii: "*") && after <= limit
                    && (length == 1 || (after <= far && text[close + 1] == UInt8(ascii: "*")))
                    && (after == limit || text[after] <= 0x20
                        || (text[after].isPunctuation && text[after] != UInt8(ascii: "*")
                            && text[after] != UInt8(ascii: "_")))
                if closes {
                    emphasisEnd = close
                    emphasisLength = length
                    for _ in 0..<length { output.append(UInt8(ascii: "*")) }
                    return open
                }
            }
            close += 1
        }
        // An end mark whose surroundings lie beyond `far` may still count for a later search.
        if length == 2 {
            searchedStrong = max(searchedStrong, far - 2)
        } else {
            searchedEmphasis = max(searchedEmphasis, far - 1)
        }
        return length == 2 ? skip(2, i, hiding: UInt8(ascii: "*"), &output) : nil
    }

    /// What emphasis begins with; a star before anything else is a pointer's.
    private static func opensEmphasis(_ byte: UInt8) -> Bool {
        byte.isWord || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "%")
            || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
    }

    /// The `]_` of a reference to a footnote.
    private func footnoteEnd(_ text: Bytes, _ i: Int, _ end: Int, _ output: inout ByteBuffer) -> Int? {
        guard !isKernelDoc, text.has("]_", at: i, limit: end),
            i + 2 == end || text[i + 2] <= 0x20 || text[i + 2].isPunctuation
        else { return nil }
        output.append(StandIn.hide(text[i]))
        return i + 2
    }

    /// A backslash makes the character behind it a plain one; before a letter (`\n`) a person reads it as it stands.
    private func escape(_ text: Bytes, _ i: Int, _ end: Int, _ output: inout ByteBuffer) -> Int? {
        guard i + 1 < end else { return nil }
        let escaped = text[i + 1]
        if escaped.isBlank { return i + 2 }
        guard escaped.isPunctuation else { return nil }
        output.append(StandIn.hide(escaped))
        return i + 2
    }

    /// `` :c:func:`name` `` and every other role.
    private func role(_ text: Bytes, _ i: Int, _ end: Int, _ output: inout ByteBuffer) -> Int? {
        var j = i + 1
        let far = min(end, i + 40)
        while j < far, text[j].isWord || text[j] == UInt8(ascii: ":") || text[j] == UInt8(ascii: "-") { j += 1 }
        guard j < end, j > i + 2, text[j] == UInt8(ascii: "`"), text[j - 1] == UInt8(ascii: ":"),
            let close = closingBacktick(text, j + 1, min(end, j + InlineTranslator.reach))
        else { return nil }
        func isRole(_ names: [StaticString]) -> Bool { names.contains { text.has($0, at: i, limit: end) } }
        if isRole(InlineTranslator.codeRoles) {
            output.append(UInt8(ascii: "`"))
            for k in j + 1..<close { output.append(StandIn.hide(text[k])) }
            output.append(UInt8(ascii: "`"))
        } else {
            emit(
                display(text, j + 1..<close), of: text,
                as: isRole(InlineTranslator.symbolRoles) ? StandIn.symbol : StandIn.link, &output)
        }
        return close + 1
    }

    private static let codeRoles: [StaticString] = [":code:", ":literal:", ":math:"]
    private static let symbolRoles: [StaticString] = [":c:", ":func:", ":type:"]
    /// What may stand between `&` and a type's name.
    private static let tags: [StaticString] = ["struct", "enum", "union", "typedef"]

    /// What is shown of `title <target>`.
    private func display(_ text: Bytes, _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        if text[lower] == UInt8(ascii: "~") || text[lower] == UInt8(ascii: "!") { lower += 1 }
        guard text[range.upperBound - 1] == UInt8(ascii: ">"),
            let open = text[lower..<range.upperBound].lastIndex(of: UInt8(ascii: "<")), open > lower
        else { return lower..<max(lower, range.upperBound) }
        return text.trimmed(lower..<open)
    }

    /// `&struct name`, `&name`, `&name.member`, `&name->member`.
    private func reference(_ text: Bytes, _ i: Int, _ start: Int, _ end: Int, _ output: inout ByteBuffer) -> Int? {
        guard i + 1 < end, text[i + 1].isLetter || text[i + 1] == UInt8(ascii: "_"),
            i == start || !(text[i - 1].isWord || text[i - 1] == UInt8(ascii: "&"))
        else { return nil }
        var name = i + 1
        var j = word(text, name, end)
        let isTag = InlineTranslator.tags.contains {
            $0.utf8CodeUnitCount == j - name && text.has($0, at: name, limit: j)
        }
        if isTag, j + 1 < end, text[j].isBlank, text[j + 1].isWord {
            for k in name...j { output.append(StandIn.hide(text[k])) }
            name = j + 1
            j = word(text, name, end)
        }
        j = members(text, j, end)
        emit(name..<j, of: text, as: StandIn.symbol, &output)
        return j
    }

    /// `%CONST` or `%-ECODE`.
    private func constant(_ text: Bytes, _ i: Int, _ start: Int, _ end: Int, _ output: inout ByteBuffer) -> Int? {
        guard i == start || !(text[i - 1].isWord || text[i - 1] == UInt8(ascii: "%")) else { return nil }
        var j = i + 1
        if j < end, text[j] == UInt8(ascii: "-") { j += 1 }
        let name = j
        j = word(text, j, end)
        guard j > name else { return nil }
        emit(i + 1..<j, of: text, as: StandIn.constant, &output)
        return j
    }

    /// `@name`, `@name.member`, `@...`.
    private func parameter(_ text: Bytes, _ i: Int, _ start: Int, _ end: Int, _ output: inout ByteBuffer) -> Int? {
        guard i == start || !(text[i - 1].isWord || text[i - 1] == UInt8(ascii: ".")) else { return nil }
        var j = word(text, i + 1, end)
        if j > i + 1 { j = members(text, j, end) }
        if text.has("...", at: j, limit: end) { j += 3 }
        guard j > i + 1 else { return nil }
        emit(i + 1..<j, of: text, as: StandIn.parameter, &output)
        return j
    }

    private func word(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end, text[i].isWord { i += 1 }
        return i
    }

    /// Any number of `.name` and `->name`.
    private func members(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
        var i = start
        while true {
            let name = text.has(".", at: i, limit: end) ? i + 1 : text.has("->", at: i, limit: end) ? i + 2 : end
            guard name < end, text[name].isWord else { return i }
            i = word(text, name, end)
        }
    }

    private func emit(_ range: Range<Int>, of text: Bytes, as span: UInt8, _ output: inout ByteBuffer) {
        output.append(span)
        for i in range { output.append(StandIn.hide(text[i])) }
        output.append(StandIn.end)
    }

    private func skip(_ count: Int, _ i: Int, hiding byte: UInt8, _ output: inout ByteBuffer) -> Int {
        for _ in 0..<count { output.append(StandIn.hide(byte)) }
        return i + count
    }
}
