/// Bytes to tokens, in one pass, with one hash a word and no string.
struct Lexer {
    let lexicon: Lexicon
    /// Errnos by hash, so that `EINVAL` without its sign is seen.
    private let errorCodes: Set<UInt32>

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        errorCodes = Set(ErrorCodeTable.names.split(whereSeparator: \.isWhitespace).map { Self.hash(of: $0.utf8) })
    }

    private static func hash(of bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(Lexicon.seed) { Lexicon.step($0, $1) }
    }

    private static let placeholders = Set(
        ErrorCodeTable.placeholders.split(separator: " ").map { hash(of: $0.utf8) })

    /// Appends the tokens of `range` to `tokens`.
    func lex(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout [Token]) {
        var at = range.lowerBound
        var spaced: Token.Shape = .spaced
        while at < range.upperBound {
            let byte = bytes[at]
            switch Byte.kind[Int(byte)] {
            case .space:
                at += 1
                spaced = .spaced
                continue
            case .letter, .digit:
                at = word(bytes, at, range.upperBound, spaced, &tokens)
            case .mark:
                at = mark(bytes, at, range.upperBound, spaced, &tokens)
            }
            spaced = []
        }
    }

    // MARK: Words

    private func word(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ spaced: Token.Shape, _ tokens: inout [Token],
        errorSign: Bool = false
    ) -> Int {
        var at = start
        var hash = Lexicon.seed
        var upper = 0
        var lower = 0
        var digits = 0
        var marks = 0
        var isSymbol = false
        var isCompound = false
        var possessiveFrom = -1
        scan: while at < limit {
            let byte = bytes[at]
            switch byte {
            case 0x61...0x7a: lower += 1
            case 0x41...0x5a:
                // A capital inside of a lower-case word is a name ("ethToolOps"), but for units ("kHz").
                if lower > 1 && !isCompound { isSymbol = true }
                upper += 1
            case 0x30...0x39: digits += 1
            case 0x5f: isSymbol = true
            case 0x27:  // ': only between letters
                guard at > start, at + 1 < limit, Byte.isLetter(bytes[at + 1]) else { break scan }
                marks += 1
                let last = at + 2 >= limit || !Byte.isAlphanumeric(bytes[at + 2])
                if bytes[at + 1] | 0x20 == 0x73, last { possessiveFrom = at }
            case 0x2d:  // -: inside of a compound, or of an arrow
                guard at > start, at + 1 < limit else { break scan }
                if bytes[at + 1] == 0x3e {
                    guard at + 2 < limit, Byte.isLetter(bytes[at + 2]) else { break scan }
                    isSymbol = true
                    hash = Lexicon.step(Lexicon.step(hash, byte), bytes[at + 1])
                    at += 2
                    continue
                }
                guard Byte.isAlphanumeric(bytes[at + 1]) else { break scan }
                marks += 1
                isCompound = true
            case 0x2e, 0x3a:  // . and :: inside of a name, a number, an abbreviation
                guard at > start, at + 1 < limit else { break scan }
                if byte == 0x3a {
                    guard bytes[at + 1] == 0x3a, at + 2 < limit, Byte.isLetter(bytes[at + 2]) else { break scan }
                    isSymbol = true
                    hash = Lexicon.step(Lexicon.step(hash, byte), byte)
                    at += 2
                    continue
                }
                guard Byte.isAlphanumeric(bytes[at + 1]), Byte.isAlphanumeric(bytes[at - 1]) else { break scan }
                marks += 1
                isCompound = true
            case 0x80...0xff:
                if byte == 0xe2, at + 2 < limit, bytes[at + 1] == 0x80 { break scan }
                lower += 1
            default: break scan
            }
            hash = Lexicon.step(hash, Lexicon.lowercase(byte))
            at += 1
        }
        if at == start { return mark(bytes, start, limit, spaced, &tokens) }
        var end = at
        // "w/o", "I/O", "N/A" are words; "read/write" are two.
        if end - start == 1, at + 1 < limit, bytes[at] == 0x2f, Byte.isLetter(bytes[at + 1]),
            at + 2 >= limit || !Byte.isAlphanumeric(bytes[at + 2])
        {
            hash = Lexicon.step(Lexicon.step(hash, 0x2f), Lexicon.lowercase(bytes[at + 1]))
            at += 2
            end = at
            upper = max(upper, 1)
        }
        var shape = spaced
        if Byte.isUpper(bytes[start]) { shape.insert(.capitalised) }
        if upper > 1, lower == 0 { shape.insert(.allCapitals) }
        var wordEnd = end
        var id = lexicon.find(hash: Lexicon.finish(hash), in: bytes, from: start, to: end)
        if id == 0, possessiveFrom > 0 {
            shape.insert(.possessive)
            wordEnd = possessiveFrom
            var short = Lexicon.seed
            for index in start..<wordEnd { short = Lexicon.step(short, Lexicon.lowercase(bytes[index])) }
            id = lexicon.find(hash: Lexicon.finish(short), in: bytes, from: start, to: wordEnd)
        }
        // A call: foo(), foo(a, b) without white space before its parenthesis; "(s)" is a plural.
        if at < limit, bytes[at] == 0x28 {
            if at + 2 < limit, bytes[at + 1] == 0x73, bytes[at + 2] == 0x29 {
                at += 3
                end = at
            } else if let close = callEnd(bytes, at, limit, isSymbol: isSymbol || digits > 0) {
                isSymbol = true
                shape.insert(.called)
                at = close
                end = close
            }
        }
        var classes: WordClasses
        var tag: Tag = .unknown
        let entry = lexicon.entries[Int(id)]
        var party = id == 0 ? 0 : entry.party
        if isSymbol, !(id != 0 && upper == 0 && !shape.contains(.called)) {
            id = 0
            classes = .symbol
            tag = .symbol
            if isErrorCode(bytes, start, wordEnd, signed: errorSign, upper: upper, lower: lower) {
                classes.insert(.errorCode)
            }
        } else if digits > 0, upper + lower == 0 {
            classes = .number
            tag = .number
        } else if id != 0 {
            classes = entry.classes
        } else if digits > 0 {
            classes = isCompound || bytes[start] &- 0x30 < 10 ? [.number, .adjective] : .noun
            if bytes[start] &- 0x30 < 10, bytes[start] == 0x30 { classes = .number }
            if isErrorCode(bytes, start, wordEnd, signed: errorSign, upper: upper, lower: lower) {
                classes = [.symbol, .errorCode]
            }
        } else if isErrorCode(bytes, start, wordEnd, signed: errorSign, upper: upper, lower: lower) {
            classes = [.symbol, .errorCode]
            tag = .symbol
        } else {
            classes = upper > 1 && lower == 0 ? .noun : Suffixes.classes(bytes, start, wordEnd)
            if isCompound {
                shape.insert(.compound)
                if let rest = withoutPrefix(bytes, start, wordEnd) {
                    classes = lexicon.entries[Int(rest)].classes
                } else {
                    party = lastPartParty(bytes, start, wordEnd)
                    if party != 0 { classes = .noun }
                }
            }
        }
        if possessiveFrom > 0, wordEnd == possessiveFrom { shape.insert(.possessive) }
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), word: id, lemma: id == 0 ? 0 : entry.lemma,
                party: party, mark: .none, shape: shape, tag: tag, classes: classes))
        return at
    }

    /// The known word behind "re-", "pre-", "de-", "un-": "pre-allocates".
    private func withoutPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Lexicon.WordID? {
        var hyphen = start
        while hyphen < min(end, start + 5), bytes[hyphen] != 0x2d { hyphen += 1 }
        guard hyphen > start + 1, hyphen + 1 < end, bytes[hyphen] == 0x2d else { return nil }
        let isPrefix = Self.prefixes.contains { prefix in
            prefix.count == hyphen - start
                && zip(prefix, start..<hyphen).allSatisfy { $0 == Lexicon.lowercase(bytes[$1]) }
        }
        guard isPrefix else { return nil }
        var hash = Lexicon.seed
        for index in hyphen + 1..<end { hash = Lexicon.step(hash, Lexicon.lowercase(bytes[index])) }
        let id = lexicon.find(hash: Lexicon.finish(hash), in: bytes, from: hyphen + 1, to: end)
        return id == 0 ? nil : id
    }

    /// The party that the last part of a compound names: "buffer-user".
    private func lastPartParty(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
        var from = end
        while from > start, bytes[from - 1] != 0x2d { from -= 1 }
        guard from > start + 1 else { return 0 }
        var hash = Lexicon.seed
        for index in from..<end { hash = Lexicon.step(hash, Lexicon.lowercase(bytes[index])) }
        let id = lexicon.find(hash: Lexicon.finish(hash), in: bytes, from: from, to: end)
        return lexicon.entries[Int(id)].classes.has(.noun) ? lexicon.entries[Int(id)].party : 0
    }

    private static let prefixes = ["re", "pre", "de", "un", "auto", "dis"].map { Array($0.utf8) }

    /// The end of a call's parentheses that open at `open`, or nil when they hold prose.
    private func callEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ open: Int, _ limit: Int, isSymbol: Bool
    ) -> Int? {
        if open + 1 < limit, bytes[open + 1] == 0x29 { return open + 2 }
        guard isSymbol else { return nil }
        var depth = 0
        for index in open..<min(limit, open + 64) {
            switch bytes[index] {
            case 0x28: depth += 1
            case 0x29:
                depth -= 1
                if depth == 0 { return index + 1 }
            case 0x2e where index + 1 < limit && bytes[index + 1] == 0x20: return nil
            default: break
            }
        }
        return nil
    }

    private func isErrorCode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, signed: Bool, upper: Int, lower: Int
    ) -> Bool {
        guard lower == 0, upper >= 2, end - start >= 3, bytes[start] == 0x45 else { return false }
        var hash = Lexicon.seed
        for index in start..<end { hash = Lexicon.step(hash, bytes[index]) }
        if errorCodes.contains(hash) { return true }
        return signed && upper >= 3 && !Self.placeholders.contains(hash)
    }

    // MARK: Marks

    private func mark(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ spaced: Token.Shape, _ tokens: inout [Token]
    ) -> Int {
        let next = start + 1 < limit ? bytes[start + 1] : 0x20
        var end = start + 1
        var mark = Token.Mark.other
        switch bytes[start] {
        case 0x2e:
            if next == 0x2e {
                mark = .ellipsis
                while end < limit, bytes[end] == 0x2e { end += 1 }
            } else if Byte.isLetter(next), spaced.contains(.spaced) {
                // A member: ".enable_vblank"
                return word(bytes, start + 1, limit, spaced, &tokens)
            } else {
                mark = .period
            }
        case 0x21: mark = next == 0x3d ? .equals : .exclamation
        case 0x3f: mark = .question
        case 0x2c: mark = .comma
        case 0x3b: mark = .semicolon
        case 0x3a: mark = .colon
        case 0x28: mark = .open
        case 0x29: mark = .close
        case 0x5b: mark = .openBracket
        case 0x5d: mark = .closeBracket
        case 0x2f: mark = .slash
        case 0x22, 0x60, 0x27: mark = .quote
        case 0x3d, 0x3c, 0x3e:
            mark = .equals
            while end < limit, bytes[end] == 0x3d || bytes[end] == 0x3e || bytes[end] == 0x3c { end += 1 }
        case 0x2d:
            let free =
                spaced.contains(.spaced)
                || tokens.last.map { $0.mark == .open || $0.mark == .slash || $0.mark == .quote || $0.mark == .equals }
                    ?? true
            if next == 0x45, free, start + 2 < limit, Byte.isUpper(bytes[start + 2]) {
                // -EINTR: the sign goes with the code.
                let count = tokens.count
                let at = word(bytes, start + 1, limit, spaced, &tokens, errorSign: true)
                if count < tokens.count { tokens[count].start = Int32(start) }
                return at
            }
            if Byte.isDigit(next), free {
                let count = tokens.count
                let at = word(bytes, start + 1, limit, spaced, &tokens)
                if count < tokens.count {
                    tokens[count].start = Int32(start)
                    tokens[count].shape.insert(.negativeNumber)
                }
                return at
            }
            if next == 0x3e, !(start + 2 < limit && Byte.isLetter(bytes[start + 2])) {
                mark = .equals
                end += 1
            } else if next == 0x3e {
                // ->member
                return word(bytes, start + 2, limit, spaced, &tokens)
            } else {
                mark = .dash
                while end < limit, bytes[end] == 0x2d { end += 1 }
            }
        case 0xe2 where start + 2 < limit && bytes[start + 1] == 0x80:
            end = start + 3
            mark = bytes[start + 2] <= 0x95 ? .dash : .quote
        default: break
        }
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), word: 0, lemma: 0, party: 0, mark: mark, shape: spaced,
                tag: .mark,
                classes: []))
        return end
    }
}

/// What a byte begins.
enum Byte {
    enum Kind: UInt8 { case space, letter, digit, mark }

    static let kind: [Kind] = (0..<256).map { value in
        let byte = UInt8(value)
        if byte <= 0x20 || byte == 0x7f { return .space }
        if isLetter(byte) || byte >= 0x80 && byte != 0xe2 { return .letter }
        if byte == 0xe2 { return .mark }
        return isDigit(byte) ? .digit : .mark
    }

    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5f }
    @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
