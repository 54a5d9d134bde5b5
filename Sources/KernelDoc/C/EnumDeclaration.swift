/// Reads an enum's constants, with or without values.
struct EnumDeclaration {
    static func read(_ prototype: [UInt8]) throws(DeclarationError) -> Declaration {
        let text = withoutDirectives(MemberText.withoutComments(prototype, keepingEnd: true))
        guard let (name, body) = typedefEnum(text) ?? plainEnum(text) else { throw .notUnderstood(.enum) }
        let members = withoutArguments(Array(text[text.trimmed(body)]))
        var parameters: [Declaration.Parameter] = []
        var start = 0
        while start <= members.count {
            let next = members.first(UInt8(ascii: ","), start, members.count) ?? members.count
            if next > start {
                let word = members.skipSpaces(start, next)
                let wordEnd = members.skipWord(word, next)
                let range = wordEnd > word ? word..<wordEnd : start..<next
                parameters.append(.init(name: members.string(range), type: "", role: .named))
            }
            start = next + 1
        }
        return Declaration(
            kind: .enum, name: text.string(name), prototype: .text(text, 0..<text.count), parameters: parameters)
    }

    /// `typedef enum { … } name;`
    private static func typedefEnum(_ text: [UInt8]) -> (name: Range<Int>, body: Range<Int>)? {
        guard let close = text.last(UInt8(ascii: "}"), 0, text.count) else { return nil }
        var position = 0
        while let found = text.position(of: "typedef", position, text.count) {
            position = found + 7
            let word = text.skipSpaces(position, text.count)
            let open = text.skipSpaces(word + 4, text.count)
            guard word > position, text.has("enum", at: word, before: text.count), open < close,
                text[open] == UInt8(ascii: "{")
            else { continue }
            let name = text.skipSpaces(close + 1, text.count)
            let end = text.skipWord(name, text.count)
            let semicolon = text.skipSpaces(end, text.count)
            guard semicolon < text.count, text[semicolon] == UInt8(ascii: ";") else { continue }
            return (name..<end, open + 1..<close)
        }
        return nil
    }

    /// `enum name { … }`, or without a name.
    private static func plainEnum(_ text: [UInt8]) -> (name: Range<Int>, body: Range<Int>)? {
        guard text.has("enum", at: 0, before: text.count) else { return nil }
        let name = text.skipSpaces(4, text.count)
        let end = text.skipWord(name, text.count)
        let open = text.skipSpaces(end, text.count)
        guard name > 4, open < text.count, text[open] == UInt8(ascii: "{"),
            let close = text.last(UInt8(ascii: "}"), open, text.count)
        else { return nil }
        return (name..<end, open + 1..<close)
    }

    /// Takes out conditional lines and definitions between the constants, each up to its `;`.
    private static func withoutDirectives(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "#")), let last = text.last(UInt8(ascii: ";"), 0, text.count)
        else { return text }
        var kept: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "#"), index < last,
                isDirective(text, text.skipSpaces(index + 1, text.count)),
                let end = text.first(UInt8(ascii: ";"), index, text.count)
            {
                index = end + 1
            } else {
                kept.append(text[index])
                index += 1
            }
        }
        return kept
    }

    private static func isDirective(_ text: [UInt8], _ word: Int) -> Bool {
        if text.has("endif", at: word, before: text.count) { return true }
        for name: StaticString in ["define", "ifdef", "if"] where text.has(name, at: word, before: text.count) {
            let end = word + name.utf8CodeUnitCount
            if end < text.count, text[end].isSpace { return true }
        }
        return false
    }

    /// Takes out `(…)`, where commas part no constants.
    private static func withoutArguments(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "(")) else { return text }
        var kept: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "(") {
                var end = index + 1
                while end < text.count, text[end] != UInt8(ascii: ";"), text[end] != UInt8(ascii: ")") { end += 1 }
                if end < text.count, text[end] == UInt8(ascii: ")") {
                    index = end + 1
                } else {
                    kept.append(contentsOf: text[index..<end])
                    index = end
                }
            } else {
                kept.append(text[index])
                index += 1
            }
        }
        return kept
    }
}
