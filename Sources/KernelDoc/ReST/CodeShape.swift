/// Tells C from prose by its look, where the markup that should say so is lost or was never there.
///
/// So a type or a star is asked of a prototype here; in what is known to be code none is needed.
enum CodeShape {
    /// Whether a C prototype (or call) begins in this line: words and stars, a name, an open parenthesis.
    ///
    /// `int get(struct thing *t,` is one; `see get()` and `calls open(2).` are none.
    static func beginsPrototype(_ text: Bytes, _ line: TextLine) -> Bool {
        guard let open = text[line.start..<line.end].firstIndex(of: UInt8(ascii: "(")), open > line.start,
            text[open - 1].isWord || text[open - 1] == UInt8(ascii: ")")
        else { return false }
        var words = 0
        var hasStar = false
        var i = line.start
        while i < open {
            let byte = text[i]
            if byte.isWord {
                guard !byte.isDigit else { return false }
                words += 1
                while i < open, text[i].isWord { i += 1 }
            } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "\\") {
                hasStar = true
                i += 1
            } else if byte.isBlank {
                i += 1
            } else {
                return false
            }
        }
        guard words >= 2, words <= 7 else { return false }
        let last = text[line.end - 1]
        if last == UInt8(ascii: ";") || last == UInt8(ascii: ",") && (hasStar || beginsWithType(text, line)) {
            return true
        }
        return last == UInt8(ascii: ")") && (hasStar || beginsWithType(text, line))
    }

    /// How many of `lines` from `first` on make one prototype, or 0.
    static func prototypeLength(_ text: Bytes, _ lines: [TextLine], from first: Int) -> Int {
        guard first < lines.count, beginsPrototype(text, lines[first]) else { return 0 }
        var depth = 0
        for i in first..<min(lines.count, first + 16) {
            if lines[i].isBlank { return 0 }
            for byte in text[lines[i].start..<lines[i].end] {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
            }
            let last = text[lines[i].end - 1]
            if depth <= 0 {
                return last == UInt8(ascii: ";") || last == UInt8(ascii: ")") ? i - first + 1 : 0
            }
        }
        return 0
    }

    /// Whether the lines look like C statements: most of them end as such do, and the first is no English.
    static func isCode(_ text: Bytes, _ lines: ArraySlice<TextLine>) -> Bool {
        guard let first = lines.first, !beginsWithWords(text, first) else { return false }
        return share(of: lines) { line in
            let first = text[line.start]
            let last = text[line.end - 1]
            return last == UInt8(ascii: ";") || last == UInt8(ascii: "{") || last == UInt8(ascii: "}")
                || last == UInt8(ascii: "\\") || first == UInt8(ascii: "#") || first == UInt8(ascii: "}")
                || text.has("*/", at: line.end - 2, limit: line.end) || text.has("/*", at: line.start, limit: line.end)
        }
    }

    /// Whether a line begins with more words, and blanks alone between them, than any statement of C does.
    private static func beginsWithWords(_ text: Bytes, _ line: TextLine) -> Bool {
        var words = 0
        var i = line.start
        while i < line.end, text[i].isLetter {
            while i < line.end, text[i].isLetter { i += 1 }
            words += 1
            guard i < line.end, text[i] == UInt8(ascii: " ") else { break }
            i += 1
        }
        return words >= 5
    }

    /// Whether the lines cannot be prose, wherever they stand: calls, assignments and braces.
    static func isPlainlyCode(_ text: Bytes, _ lines: ArraySlice<TextLine>) -> Bool {
        guard let first = lines.first, isStatement(text, first) else { return false }
        return share(of: lines) { isStatement(text, $0) }
    }

    /// Whether the lines are a drawing: several, and more signs than letters in them.
    static func isDrawing(_ text: Bytes, _ lines: ArraySlice<TextLine>) -> Bool {
        guard lines.count >= 2, !isMostlyLetters(text, lines) else { return false }
        var printable = 0
        var letters = 0
        var beyond = 0
        for line in lines {
            for byte in Bytes(rebasing: text[line.start..<line.end]) {
                printable &+= byte &- 0x21 < 0x5E ? 1 : 0
                letters &+= (byte | 0x20) &- 0x61 < 26 ? 1 : 0
                letters &+= byte &- 0x30 < 10 ? 1 : 0
                beyond &+= byte >= 0x80 ? 1 : 0
            }
        }
        return printable - letters > letters + beyond
    }

    /// Whether at least half of the bytes are letters, as in all prose, so that no signs can outweigh them.
    private static func isMostlyLetters(_ text: Bytes, _ lines: ArraySlice<TextLine>) -> Bool {
        var enough = lines.reduce(1) { $0 + $1.end - $1.start } / 2
        for line in lines {
            enough -= text.letterCount(in: line.start..<line.end)
            if enough <= 0 { return true }
        }
        return false
    }

    /// Whether at least half of the lines are as `isSuch` says.
    private static func share(of lines: ArraySlice<TextLine>, _ isSuch: (TextLine) -> Bool) -> Bool {
        var such = 0
        var count = 0
        for line in lines where !line.isBlank {
            count += 1
            if isSuch(line) { such += 1 }
        }
        return count > 0 && such * 2 >= count
    }

    /// `call(…);`, `name = …;`, `if (…) {`, `struct name {`, `int member;`, `}`.
    private static func isStatement(_ text: Bytes, _ line: TextLine) -> Bool {
        let last = text[line.end - 1]
        if text[line.start] == UInt8(ascii: "}") { return true }
        guard last == UInt8(ascii: ";") || last == UInt8(ascii: "{") else { return false }
        var i = line.start
        while i < line.end, text[i].isWord || text[i] == UInt8(ascii: ".") || text.has("->", at: i, limit: line.end) {
            i += text[i] == UInt8(ascii: "-") ? 2 : 1
        }
        while i < line.end, text[i].isBlank { i += 1 }
        guard i > line.start, i < line.end else { return false }
        if text[i] == UInt8(ascii: "=") { return true }
        if text[i] == UInt8(ascii: "(") {
            return last == UInt8(ascii: "{") || text.has(");", at: line.end - 2, limit: line.end)
        }
        guard beginsWithType(text, line) else { return false }
        let rest = text[line.start..<line.end]
        return rest.contains(UInt8(ascii: "=")) || rest.count(where: \.isBlank) <= 2
    }

    /// Whether the first word is one of C's types or type words.
    static func beginsWithType(_ text: Bytes, _ line: TextLine) -> Bool {
        var i = line.start
        while i < line.end, text[i].isWord { i += 1 }
        return typeWords.contains(text.string(line.start..<i)) || text.has("_t", at: i - 2, limit: i)
    }

    private static let typeWords: Set<String> = [
        "bool", "char", "const", "double", "enum", "extern", "float", "inline", "int", "long", "s16", "s32", "s64",
        "s8",
        "short", "signed", "static", "struct", "typedef", "u16", "u32", "u64", "u8", "union", "unsigned", "void",
        "volatile", "__be16", "__be32", "__be64", "__le16", "__le32", "__le64", "__u16", "__u32", "__u64", "__u8",
    ]
}
