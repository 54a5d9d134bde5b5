/// Reads a function's prototype, or the head of a `#define`.
///
/// What stands below a comment is known to be one; how it is taken apart, and what is not understood, is as kernel-doc has
/// it. Prototypes in documents are told from prose by `CodeShape`, where nothing marks them as code.
struct FunctionDeclaration {
    private let text: [UInt8]
    private let isMacro: Bool
    private let start: Int

    /// - Parameter prototype: the text up to the body, comments and all, on one line, with no blank at either end.
    static func read(
        _ prototype: [UInt8], keepingTypes: Bool
    ) throws(DeclarationError) -> (Declaration, invalid: [String]) {
        let cleaned = withoutComments(prototype)
        let munged = TraceEvent.munged(cleaned) ?? SystemCall.munged(cleaned) ?? pointerUnwrapped(cleaned)
        return try FunctionDeclaration(Self.withoutAttributes(munged)).read(keepingTypes)
    }

    private init(_ text: [UInt8]) {
        self.text = text
        let define = Self.defineEnd(text)
        isMacro = define != nil
        start = define ?? 0
    }

    private func read(_ keepingTypes: Bool) throws(DeclarationError) -> (Declaration, invalid: [String]) {
        if isMacro, let macro = objectMacro() { return (macro, []) }
        guard let name = functionName(),
            let arguments = argumentList(from: text.skipSpaces(name.upperBound, text.count))
        else { throw .notUnderstood(.function) }
        let list = ParameterList(text, in: arguments, separator: UInt8(ascii: ","), keepingTypes: keepingTypes)
        let range = start..<arguments.upperBound + 1
        let declaration = Declaration(
            kind: isMacro ? .macro : .function, name: text.string(name),
            prototype: isMacro ? .macro(text, range) : .text(text, range), parameters: list.parameters)
        return (declaration, list.invalid)
    }

    /// Behind `# define`, or nil.
    private static func defineEnd(_ text: [UInt8]) -> Int? {
        guard text.first == UInt8(ascii: "#") else { return nil }
        let word = text.skipSpaces(1, text.count)
        guard text.has("define", at: word, before: text.count) else { return nil }
        let end = text.skipSpaces(word + 6, text.count)
        return end > word + 6 ? end : nil
    }

    /// `#define NAME value`: a name with white space behind it.
    private func objectMacro() -> Declaration? {
        let end = skipName(start)
        guard end > start, end < text.count, text[end].isSpace else { return nil }
        return Declaration(
            kind: .macro, name: text.string(start..<end), prototype: .macro(text, start..<text.count))
    }

    /// The name in front of the first parenthesis, with nothing before it but words, and stars.
    private func functionName() -> Range<Int>? {
        guard let open = text.first(UInt8(ascii: "("), start, text.count) else { return nil }
        var end = open
        while end > start, text[end - 1].isSpace { end -= 1 }
        var name = end
        while name > start, Self.isNameByte(text[name - 1]) { name -= 1 }
        guard name < end else { return nil }
        var typeEnd = name
        while typeEnd > start, text[typeEnd - 1].isSpace { typeEnd -= 1 }
        if typeEnd > start {
            let isPointer = text[typeEnd - 1] == UInt8(ascii: "*")
            guard isPointer || typeEnd < name else { return nil }
            var position = start
            while position < typeEnd {
                let byte = text[position]
                guard byte.isWord || byte.isSpace || (isPointer && byte == UInt8(ascii: "*") && position > start)
                else { return nil }
                position += 1
            }
        }
        return name..<end
    }

    /// What stands between the parentheses: up to the last `)` before the next `(`, or else to the last one at all.
    private func argumentList(from open: Int) -> Range<Int>? {
        let start = open + 1
        let close = UInt8(ascii: ")")
        let next = text.first(UInt8(ascii: "("), start, text.count) ?? text.count
        if let end = text.last(close, start, next) { return start..<end }
        let body = text.first(UInt8(ascii: "{"), start, text.count) ?? text.count
        return text.last(close, start, body).map { start..<$0 }
    }

    private func skipName(_ position: Int) -> Int {
        var position = position
        while position < text.count, Self.isNameByte(text[position]) { position += 1 }
        return position
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isWord || byte == UInt8(ascii: "~") || byte == UInt8(ascii: ":")
    }

    /// All from the first comment's opening to the last comment's end goes, as it does in kernel-doc.
    private static func withoutComments(_ text: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        let star = UInt8(ascii: "*")
        guard let open = text.first((slash, star), 0, text.count),
            let close = text.last((star, slash), open + 2, text.count)
        else { return text }
        let kept = Array(text[..<open] + text[(close + 2)...])
        return Array(kept[kept.trimmed(0..<kept.count)])
    }

    /// `int (*name)(…)` as `int name(…)`.
    private static func pointerUnwrapped(_ text: [UInt8]) -> [UInt8] {
        var open = 0
        while open < text.count, !text[open].isSpace { open += 1 }
        let type = open
        open = text.skipSpaces(open, text.count)
        guard type > 0, open > type, open < text.count, text[open] == UInt8(ascii: "(") else { return text }
        let star = text.skipSpaces(open + 1, text.count)
        guard star < text.count, text[star] == UInt8(ascii: "*") else { return text }
        var end = star + 1
        while end < text.count, !text[end].isSpace { end += 1 }
        guard let close = text.last(UInt8(ascii: ")"), star + 2, end) else { return text }
        return Array(text[..<open] + text[(star + 1)..<close] + text[(close + 1)...])
    }
}
