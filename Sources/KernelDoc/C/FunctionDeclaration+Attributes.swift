extension FunctionDeclaration {
    /// Words that stand in front of a function's name and are no part of its type.
    private static let plainAttributes: [StaticString] = [
        "__init", "__init_or_module", "__deprecated", "__flatten", "__meminit", "__must_check", "__weak", "__sched",
        "__attribute_const__",
    ]

    private static let leadingWords: [StaticString] = [
        "static", "extern", "asmlinkage", "inline", "__inline__", "__inline", "__always_inline", "noinline",
        "__FORTIFY_INLINE",
    ]

    /// Takes out what would stand between a prototype's type and its name.
    static func withoutAttributes(_ text: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var copied = leadingEnd(text)
        var index = copied
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "_"), let end = attributeEnd(text, index) {
                kept.append(contentsOf: text[copied..<index])
                copied = end
                index = end
            } else if byte == UInt8(ascii: "D"), let pair = bucketParameters(text, index) {
                kept.append(contentsOf: text[copied..<index])
                kept.append(contentsOf: text[pair.inner])
                copied = pair.end
                index = pair.end
            } else {
                index += 1
            }
        }
        if copied == 0 { return text }
        kept.append(contentsOf: text[copied...])
        return kept
    }

    private static func leadingEnd(_ text: [UInt8]) -> Int {
        var start = 0
        for word in leadingWords {
            let end = start + word.utf8CodeUnitCount
            guard text.has(word, at: start, before: text.count), end < text.count, text[end] == 0x20 else { continue }
            start = text.skipSpaces(end, text.count)
        }
        return start
    }

    private static func attributeEnd(_ text: [UInt8], _ index: Int) -> Int? {
        guard index + 2 < text.count else { return nil }
        guard text[index + 1] == UInt8(ascii: "_") else {
            return text.has("_noprof", at: index, before: text.count) ? index + 7 : nil
        }
        for word in plainAttributes where text.has(word, at: index, before: text.count) {
            if let end = blanksEnd(text, index + word.utf8CodeUnitCount) { return end }
        }
        for word: StaticString in ["__printf", "__alloc_size", "__realloc_size", "__diagnose_as"]
        where text.has(word, at: index, before: text.count) {
            let open = text.skipSpaces(index + word.utf8CodeUnitCount, text.count)
            return flatListEnd(text, open).flatMap { blanksEnd(text, $0) }
        }
        guard text.has("__attribute__", at: index, before: text.count) else { return nil }
        return attributeListEnd(text, text.skipSpaces(index + 13, text.count))
    }

    /// Behind `((…)) `, where nothing but words, with or without arguments, stands in it.
    private static func attributeListEnd(_ text: [UInt8], _ open: Int) -> Int? {
        guard text.has("((", at: open, before: text.count) else { return nil }
        var index = open + 2
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "(") {
                guard let end = flatListEnd(text, index) else { return nil }
                index = end
            } else if byte == UInt8(ascii: ")") {
                guard text.has("))", at: index, before: text.count) else { return nil }
                let end = text.skipSpaces(index + 2, text.count)
                return end > index + 2 ? end : nil
            } else if byte.isWord || byte.isSpace || byte == UInt8(ascii: ",") {
                index += 1
            } else {
                return nil
            }
        }
        return nil
    }

    private static func blanksEnd(_ text: [UInt8], _ start: Int) -> Int? {
        var end = start
        while end < text.count, text[end] == 0x20 { end += 1 }
        return end > start ? end : nil
    }

    /// `DECL_BUCKET_PARAMS(a, b)` declares two parameters.
    private static func bucketParameters(_ text: [UInt8], _ index: Int) -> (inner: Range<Int>, end: Int)? {
        guard text.has("DECL_BUCKET_PARAMS", at: index, before: text.count) else { return nil }
        let open = text.skipSpaces(index + 18, text.count)
        return flatListEnd(text, open).map { (open + 1..<$0 - 1, $0) }
    }

    /// Behind `( … )` without parentheses in it.
    ///
    /// Giving up at the next parenthesis keeps the search short where one is never closed.
    private static func flatListEnd(_ text: [UInt8], _ open: Int) -> Int? {
        guard open < text.count, text[open] == UInt8(ascii: "(") else { return nil }
        var position = open + 1
        while position < text.count, text[position] != UInt8(ascii: "(") {
            if text[position] == UInt8(ascii: ")") { return position + 1 }
            position += 1
        }
        return nil
    }
}
