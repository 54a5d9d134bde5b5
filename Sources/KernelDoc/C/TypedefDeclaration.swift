/// Reads a typedef: of a function, of a pointer to one, or of a plain type.
struct TypedefDeclaration {
    static func read(_ prototype: [UInt8], keepingTypes: Bool) throws(DeclarationError) -> (
        Declaration, invalid: [String]
    ) {
        let text = MemberText.withoutComments(prototype, keepingPrivate: true)
        guard text.has("typedef", at: 0, before: text.count) else { throw .notUnderstood(.typedef) }
        if let function = functionType(text, keepingTypes) { return function }
        guard let name = plainName(text) else { throw .notUnderstood(.typedef) }
        return (
            Declaration(kind: .typedef, name: text.string(name), prototype: .text(text, 0..<text.count)), []
        )
    }

    /// `typedef type (*name)(…);` or `typedef type name(…);`
    private static func functionType(_ text: [UInt8], _ keepingTypes: Bool) -> (Declaration, invalid: [String])? {
        guard let open = text.first(UInt8(ascii: "("), 7, text.count), isType(text, 7..<open) else { return nil }
        guard let (name, list) = pointerName(text, open) ?? functionName(text, open) else { return nil }
        // The list ends at the last `);`.
        var end = text.count
        while let semicolon = text.last(UInt8(ascii: ";"), list, end) {
            if text[semicolon - 1] == UInt8(ascii: ")"), semicolon - 1 > list {
                let arguments = ParameterList(
                    text, in: list + 1..<semicolon - 1, separator: UInt8(ascii: ","), keepingTypes: keepingTypes)
                let declaration = Declaration(
                    kind: .function, name: text.string(name), prototype: .text(text, 0..<semicolon),
                    parameters: arguments.parameters)
                return (declaration, arguments.invalid)
            }
            end = semicolon
        }
        return nil
    }

    private static func pointerName(_ text: [UInt8], _ open: Int) -> (name: Range<Int>, list: Int)? {
        var start = open + 1
        if start < text.count, text[start] == UInt8(ascii: "*") { start += 1 }
        start = text.skipSpaces(start, text.count)
        let end = text.skipWord(start, text.count)
        let close = text.skipSpaces(end, text.count)
        guard end > start, close < text.count, text[close] == UInt8(ascii: ")") else { return nil }
        let list = text.skipSpaces(close + 1, text.count)
        guard list < text.count, text[list] == UInt8(ascii: "(") else { return nil }
        return (start..<end, list)
    }

    private static func functionName(_ text: [UInt8], _ open: Int) -> (name: Range<Int>, list: Int)? {
        var end = open
        while end > 7, text[end - 1].isSpace { end -= 1 }
        var start = end
        while start > 7, text[start - 1].isWord { start -= 1 }
        let type = text.trimmed(7..<start)
        return end > start && !type.isEmpty ? (start..<end, open) : nil
    }

    private static func isType(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        !text.trimmed(range).isEmpty
            && text[range].allSatisfy { $0.isWord || $0.isSpace || $0 == UInt8(ascii: "*") }
    }

    /// The last word before the last `;`.
    private static func plainName(_ text: [UInt8]) -> Range<Int>? {
        guard let semicolon = text.last(UInt8(ascii: ";"), 7, text.count) else { return nil }
        var end = semicolon
        while end > 7, text[end - 1].isSpace { end -= 1 }
        var start = end
        while start > 7, text[start - 1].isWord { start -= 1 }
        return end > start && start > 8 && text[start - 1].isSpace ? start..<end : nil
    }
}
