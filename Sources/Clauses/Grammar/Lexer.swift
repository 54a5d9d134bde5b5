import Promises

/// Bytes to tokens, in one pass, with one hash a word and no string.
struct Lexer {
    let words: WordTable

    /// Appends the tokens of `range` to `tokens`.
    func lex(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout Scratch<Token>) {
        var at = range.lowerBound
        var spaced: Token.Shape = .spaced
        while at < range.upperBound {
            switch Byte.kind(of: bytes[at]) {
            case .space:
                at &+= 1
                spaced = .spaced
                continue
            case .letter, .digit:
                if let token = plainWord(bytes, at, range.upperBound, spaced) {
                    tokens.append(token)
                    at = Int(token.end)
                } else {
                    at = word(bytes, at, range.upperBound, spaced, &tokens)
                }
            case .mark: at = mark(bytes, at, range.upperBound, spaced, &tokens)
            }
            // What most tokens have behind them; another turn of the loop would say no more.
            if at < range.upperBound, bytes[at] == UInt8(ascii: " ") {
                at &+= 1
                spaced = .spaced
            } else {
                spaced = []
            }
        }
    }

    // MARK: Words

    /// The word at `start` if it is like most: less than sixteen letters, the first at most a capital, and then a blank, a
    /// mark that is in no word, or nothing. What `word` does would make the same of it.
    @inline(__always)
    private func plainWord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ spaced: Token.Shape
    ) -> Token? {
        let isCapitalised = Byte.isUpper(bytes[start])
        var head = EightBytes(bytes, start, limit)
        var tail = EightBytes.none
        var count = head.lowerCaseCount(afterCapital: isCapitalised)
        if count < 8 {
            guard count > 0 else { return nil }
            head = head.prefix(count)
        } else {
            tail = EightBytes(bytes, start + 8, limit)
            let more = tail.lowerCaseCount(afterCapital: false)
            guard more < 8 else { return nil }
            tail = more > 0 ? tail.prefix(more) : .none
            count += more
        }
        let end = start &+ count
        guard endsWord(bytes, end, limit) else { return nil }
        var token = Token(start: start, end: end, shape: isCapitalised ? spaced.union(.capitalised) : spaced)
        let id = words.find(head.lowered(isCapitalised: isCapitalised), tail.lowered(isCapitalised: false))
        if id != 0 {
            take(id, &token)
        } else {
            token.classes = Suffixes.classes(bytes, start, end)
        }
        return token
    }

    /// Whether a word surely ends at `end`: before a blank, a comma or a closing parenthesis, a period at a
    /// sentence's end, or at the end of the text.
    @inline(__always)
    private func endsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ limit: Int) -> Bool {
        guard end < limit else { return true }
        return bytes[end] == UInt8(ascii: " ") || endsWordAtMark(bytes, end, limit)
    }

    @inline(never)
    private func endsWordAtMark(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ limit: Int) -> Bool {
        switch bytes[end] {
        case UInt8(ascii: ","), UInt8(ascii: ")"): true
        case UInt8(ascii: "."): end + 1 == limit || bytes[end + 1] == UInt8(ascii: " ")
        default: false
        }
    }

    /// Appends the word at `start`; returns where it ends. `isSigned` when a minus sign stands before it.
    private func word(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ spaced: Token.Shape,
        _ tokens: inout Scratch<Token>, isSigned: Bool = false
    ) -> Int {
        var scan = WordScan(bytes, start, limit)
        guard scan.end > start else { return mark(bytes, start, limit, spaced, &tokens) }
        var shape = spaced
        if Byte.isUpper(bytes[start]) {
            shape.insert(.capitalised)
            if scan.upper > 1, scan.lower == 0 { shape.insert(.allCapitals) }
        }
        var wordEnd = scan.end
        var id = words.find(bytes, from: start, to: wordEnd)
        if id == 0, scan.possessiveFrom > 0 {
            shape.insert(.possessive)
            wordEnd = scan.possessiveFrom
            id = words.find(bytes, from: start, to: wordEnd)
        }
        // A call: foo(), foo(a, b) without white space before its parenthesis; "(s)" is a plural.
        if scan.end < limit, bytes[scan.end] == UInt8(ascii: "(") {
            if scan.end + 2 < limit, bytes[scan.end + 1] == UInt8(ascii: "s"), bytes[scan.end + 2] == UInt8(ascii: ")")
            {
                scan.end += 3
            } else if let close = callEnd(bytes, scan.end, limit, isSymbol: scan.isSymbol || scan.digits > 0) {
                scan.isSymbol = true
                shape.insert(.called)
                scan.end = close
            }
        }
        var token = Token(start: start, end: scan.end, shape: shape)
        classify(&token, scan, id, bytes, start, wordEnd, isSigned: isSigned)
        tokens.append(token)
        return scan.end
    }

    /// Makes a token the known word that it is.
    @inline(__always)
    private func take(_ id: Lexicon.WordID, _ token: inout Token) {
        let entry = words[id]
        token.classes = entry.classes == .errorCode ? .noun : entry.classes
        token.word = id
        token.lemma = entry.lemma
        token.party = entry.party
    }

    /// Settles what the word can be: known, a code, a symbol, a number, or told by its ending.
    private func classify(
        _ token: inout Token, _ scan: WordScan, _ id: Lexicon.WordID, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int,
        _ wordEnd: Int, isSigned: Bool
    ) {
        let entry = words[id]
        let isUpper = scan.lower == 0 && scan.upper >= 2 && (bytes[start] == UInt8(ascii: "E") || isSigned)
        if isUpper, isSigned, ErrorCode.isPlaceholder(bytes[start..<wordEnd]) {
            token.classes = [.noun, .value]
            token.word = id
            token.lemma = entry.lemma
        } else if isUpper, entry.classes.has(.errorCode) || isSigned && id == 0 && scan.upper >= 3 {
            token.classes = [.symbol, .errorCode]
            token.tag = .symbol
        } else if bytes[start] == UInt8(ascii: "_"), let id = emphasised(bytes, start, wordEnd) {
            token.classes = words[id].classes
            token.word = id
            token.lemma = words[id].lemma
        } else if scan.isSymbol, id == 0 || scan.upper > 0 || token.shape.contains(.called) {
            token.classes = .symbol
            token.tag = .symbol
        } else if scan.digits > 0, scan.upper + scan.lower == 0 {
            token.classes = .number
            token.tag = .number
            token.word = id
            token.lemma = entry.lemma
        } else if id != 0 {
            take(id, &token)
        } else if scan.digits > 0 {
            let beginsWithDigit = Byte.isDigit(bytes[start])
            token.classes =
                bytes[start] == UInt8(ascii: "0")
                ? .number : beginsWithDigit || scan.isCompound ? [.number, .adjective] : .noun
        } else if scan.isCompound {
            compound(&token, bytes, start, wordEnd)
        } else {
            token.classes = scan.upper > 1 && scan.lower == 0 ? .noun : Suffixes.classes(bytes, start, wordEnd)
        }
    }

    /// The known word between two underscores, the first of which was seen: "_must_".
    private func emphasised(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Lexicon.WordID? {
        guard end - start > 3, bytes[end - 1] == UInt8(ascii: "_") else { return nil }
        let id = words.find(bytes, from: start + 1, to: end - 1)
        return id == 0 ? nil : id
    }

    /// A hyphenated word that no table knows: by what stands behind its prefix, by the party that its last part
    /// names, or by its ending.
    private func compound(_ token: inout Token, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        if let rest = withoutPrefix(bytes, start, end) {
            token.classes = words[rest].classes
            return
        }
        token.party = lastPartParty(bytes, start, end)
        token.classes = token.party != 0 ? .noun : Suffixes.classes(bytes, start, end)
    }

    /// The known word behind "re-", "pre-", "de-", "un-": "pre-allocates".
    private func withoutPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Lexicon.WordID? {
        var hyphen = start
        while hyphen < min(end, start + 5), bytes[hyphen] != UInt8(ascii: "-") { hyphen += 1 }
        guard hyphen > start + 1, hyphen + 1 < end, bytes[hyphen] == UInt8(ascii: "-") else { return nil }
        let isPrefix = Self.prefixes.contains { prefix in
            prefix.count == hyphen - start
                && zip(prefix, start..<hyphen).allSatisfy { $0 == Lexicon.lowercase(bytes[$1]) }
        }
        guard isPrefix else { return nil }
        let id = words.find(bytes, from: hyphen + 1, to: end)
        return id == 0 ? nil : id
    }

    /// The party that the last part of a compound names: "buffer-user".
    private func lastPartParty(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
        var from = end
        while from > start, bytes[from - 1] != UInt8(ascii: "-") { from -= 1 }
        guard from > start + 1 else { return 0 }
        let id = words.find(bytes, from: from, to: end)
        return words[id].classes.has(.noun) ? words[id].party : 0
    }

    private static let prefixes = ["re", "pre", "de", "un", "auto", "dis"].map { Array($0.utf8) }

    /// The end of a call's parentheses that open at `open`, or nil when they hold prose.
    private func callEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ open: Int, _ limit: Int, isSymbol: Bool
    ) -> Int? {
        if open + 1 < limit, bytes[open + 1] == UInt8(ascii: ")") { return open + 2 }
        // "ERR_PTR(-ENOMEM)": the code inside is what counts.
        guard isSymbol, open + 1 < limit, bytes[open + 1] != UInt8(ascii: "-") else { return nil }
        var depth = 0
        for index in open..<min(limit, open + 64) {
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: ".") where index + 1 < limit && bytes[index + 1] == UInt8(ascii: " "): return nil
            default: break
            }
        }
        return nil
    }

    // MARK: Marks

    /// The end of "-p" or "--help"; nil for a dash.
    private func option(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
        let isLong = start + 1 < limit && bytes[start + 1] == UInt8(ascii: "-")
        var end = start + (isLong ? 2 : 1)
        guard end < limit, Byte.isLetter(bytes[end]) else { return nil }
        while end < limit, Byte.isLetter(bytes[end]) || isLong && bytes[end] == UInt8(ascii: "-") { end += 1 }
        return isLong && !closesDash(bytes, end, limit) || end == start + 2 ? end : nil
    }

    /// Whether a dash behind a word stands a few words further on: "the ring --which is full-- waits".
    private func closesDash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Bool {
        // Not to the end: each of many options would look through all others.
        let end = min(limit, start + 200)
        return start < end
            && (start..<end - 1).contains {
                bytes[$0] == UInt8(ascii: "-") && bytes[$0 + 1] == UInt8(ascii: "-") && Byte.isLetter(bytes[$0 - 1])
                    && ($0 + 2 == limit || !Byte.isLetter(bytes[$0 + 2]))
            }
    }

    private func mark(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ spaced: Token.Shape,
        _ tokens: inout Scratch<Token>
    ) -> Int {
        let next = start + 1 < limit ? bytes[start + 1] : UInt8(ascii: " ")
        var end = start + 1
        var mark = Token.Mark.other
        switch bytes[start] {
        case UInt8(ascii: "."):
            if next == UInt8(ascii: ".") {
                mark = .ellipsis
                while end < limit, bytes[end] == UInt8(ascii: ".") { end += 1 }
            } else if Byte.isLetter(next), spaced.contains(.spaced) {
                // A member: ".enable_vblank"
                return word(bytes, start + 1, limit, spaced, &tokens)
            } else {
                mark = .period
            }
        case UInt8(ascii: "!"): mark = next == UInt8(ascii: "=") ? .equals : .exclamation
        case UInt8(ascii: "?"): mark = .question
        case UInt8(ascii: ","): mark = .comma
        case UInt8(ascii: ";"): mark = .semicolon
        case UInt8(ascii: ":"):
            if next == UInt8(ascii: "/"), let end = addressEnd(bytes, start, limit, spaced, &tokens) { return end }
            mark = .colon
        case UInt8(ascii: "("): mark = .open
        case UInt8(ascii: ")"): mark = .close
        case UInt8(ascii: "["): mark = .openBracket
        case UInt8(ascii: "]"): mark = .closeBracket
        case UInt8(ascii: "/"): mark = .slash
        case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"): mark = .quote
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
            mark = .equals
            while end < limit,
                bytes[end] == UInt8(ascii: "=") || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "<")
            { end += 1 }
        case UInt8(ascii: "-"): return dash(bytes, start, limit, spaced, &tokens)
        case 0xe2 where start + 2 < limit && bytes[start + 1] == 0x80:
            end = start + 3
            mark = bytes[start + 2] <= 0x95 ? .dash : .quote
        default: break
        }
        tokens.append(Token(start: start, end: end, mark: mark, shape: spaced))
        return end
    }

    /// Where an address of the web ends whose colon stands at `colon`, right behind its scheme: "https://kernel.org/doc";
    /// nil where none stands there. Its scheme's token becomes the address: a noun, and a document.
    private func addressEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ colon: Int, _ limit: Int, _ spaced: Token.Shape,
        _ tokens: inout Scratch<Token>
    ) -> Int? {
        guard colon + 3 < limit, bytes[colon + 2] == UInt8(ascii: "/"), !spaced.contains(.spaced),
            let scheme = tokens.last,
            scheme.isWord, Int(scheme.end) == colon, Byte.isLetter(bytes[Int(scheme.start)])
        else { return nil }
        var end = colon + 3
        address: while end < limit {
            switch bytes[end] {
            case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"),
                UInt8(ascii: "{"), UInt8(ascii: "}"):
                break address
            default: end += 1
            }
        }
        // The sentence's own marks.
        trailing: while end > colon + 3 {
            switch bytes[end - 1] {
            case UInt8(ascii: "!"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"),
                UInt8(ascii: "?"):
                end -= 1
            default: break trailing
            }
        }
        var address = Token(start: Int(scheme.start), end: end, shape: scheme.shape)
        address.classes = [.noun, .document]
        tokens.elements[tokens.count - 1] = address
        return end
    }

    /// A dash, or what it begins: "-EINTR", "-1", "--help", "->member".
    private func dash(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ spaced: Token.Shape,
        _ tokens: inout Scratch<Token>
    ) -> Int {
        let next = start + 1 < limit ? bytes[start + 1] : UInt8(ascii: " ")
        let isFree =
            spaced.contains(.spaced)
            || tokens.last.map { $0.mark == .open || $0.mark == .slash || $0.mark == .quote || $0.mark == .equals }
                ?? true
        if isFree {
            let isCode =
                next == UInt8(ascii: "E") && start + 3 < limit
                && (Byte.isUpper(bytes[start + 2]) || Byte.isUpper(bytes[start + 3]))
            let isError = isCode || Byte.isUpper(next) && namesError(bytes, start + 1, limit)
            if isError || Byte.isDigit(next) {
                // -EINTR, -E2BIG, -RING_ERR_FULL, -1: the sign goes with it.
                let count = tokens.count
                let at = word(bytes, start + 1, limit, spaced, &tokens, isSigned: isError)
                if count < tokens.count { tokens.elements[count].start = Int32(truncatingIfNeeded: start) }
                return at
            }
            if let end = option(bytes, start, limit) {
                var token = Token(start: start, end: end, mark: .none, shape: spaced)
                token.classes = .symbol
                token.tag = .symbol
                tokens.append(token)
                return end
            }
        }
        let isArrow = next == UInt8(ascii: ">")
        if isArrow, start + 2 < limit, Byte.isLetter(bytes[start + 2]) {
            // ->member
            return word(bytes, start + 2, limit, spaced, &tokens)
        }
        var end = isArrow ? start + 2 : start + 1
        if !isArrow {
            while end < limit, bytes[end] == UInt8(ascii: "-") { end += 1 }
        }
        tokens.append(Token(start: start, end: end, mark: isArrow ? .equals : .dash, shape: spaced))
        return end
    }

    /// Whether a constant begins at `start` that a library of its own calls its errors by: `RING_ERR_FULL`.
    private func namesError(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Bool {
        var at = start
        var letters = 0
        while at < limit, Byte.isUpper(bytes[at]) || Byte.isDigit(bytes[at]) || bytes[at] == UInt8(ascii: "_") {
            if bytes[at] == UInt8(ascii: "_"), letters == 3, bytes[at - 3] == UInt8(ascii: "E"),
                bytes[at - 2] == UInt8(ascii: "R"), bytes[at - 1] == UInt8(ascii: "R")
            {
                return at + 1 < limit && Byte.isUpper(bytes[at + 1])
            }
            letters = bytes[at] == UInt8(ascii: "_") ? 0 : letters + 1
            at += 1
        }
        return false
    }
}
