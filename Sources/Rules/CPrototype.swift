/// A C prototype as documentation states it: `void *thing_map(struct thing *, unsigned long page);`
///
/// Somebody else has found it; it is taken apart here for what an implementation can be held to, which is less than
/// kernel-doc reads: no bodies, no macros, no callbacks as parameters.
public struct CPrototype: Sendable, Equatable {
    /// The function's.
    public var name: String
    /// The type with the parameters' names left out and white space folded: `void *(struct thing *, unsigned long)`.
    public var type: String

    /// Takes a prototype apart; nil when the text is none (no name in front of one pair of parentheses).
    public init?(_ text: String) {
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else { return nil }
        let head = CPrototype.tokens(String(text[..<open]))
        guard let name = head.last, CPrototype.isIdentifier(name), head.count > 1,
            head.dropLast().allSatisfy({ $0 == "*" || CPrototype.isIdentifier($0) }), head.first != "return",
            text[text.index(after: close)...].allSatisfy({ $0.isWhitespace || $0 == ";" })
        else { return nil }
        let inner = text[text.index(after: open)..<close]
        guard !inner.contains("(") else { return nil }
        let parameters = inner.split(separator: ",", omittingEmptySubsequences: false).map { part in
            CPrototype.typeOnly(CPrototype.tokens(String(part)))
        }
        guard !parameters.contains("") || parameters == [""] else { return nil }
        self.name = name
        let list = parameters == [""] ? "void" : parameters.joined(separator: ", ")
        let result = CPrototype.joined(Array(head.dropLast()))
        type = result + (result.hasSuffix("*") ? "" : " ") + "(\(list))"
    }

    init(name: String, type: String) {
        self.name = name
        self.type = type
    }

    private static let words: Set<String> = [
        "void", "int", "long", "short", "char", "unsigned", "signed", "float", "double", "bool", "size_t", "u8", "u16",
        "u32", "u64", "s8", "s16", "s32", "s64", "pgoff_t", "loff_t", "gfp_t", "dma_addr_t", "struct", "union", "enum",
        "const", "volatile",
    ]

    private static func isIdentifier(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == 95 || ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 >= 48 && $0 <= 57 }
            && !(text.utf8.first.map { $0 >= 48 && $0 <= 57 } ?? true)
    }

    private static func tokens(_ text: String) -> [String] {
        var result: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar == "*" || scalar.properties.isWhitespace || scalar == "\\" || scalar == ";" {
                if !word.isEmpty { result.append(word) }
                word = ""
                if scalar == "*" { result.append("*") }
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        if !word.isEmpty { result.append(word) }
        return result
    }

    /// Drops a parameter's name: the last word, when a type stands before it.
    private static func typeOnly(_ tokens: [String]) -> String {
        guard let last = tokens.last, tokens.count > 1, isIdentifier(last), !words.contains(last) else {
            return joined(tokens)
        }
        let before = tokens[tokens.count - 2]
        if ["struct", "union", "enum", "const", "unsigned", "signed"].contains(before) { return joined(tokens) }
        return joined(Array(tokens.dropLast()))
    }

    private static func joined(_ tokens: [String]) -> String {
        var result = ""
        for token in tokens {
            if !result.isEmpty, !result.hasSuffix("*") { result += " " }
            result += token
        }
        return result
    }
}
