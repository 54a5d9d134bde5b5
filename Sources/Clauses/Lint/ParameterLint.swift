import KernelDoc

/// Finds parameter descriptions that were pasted from another parameter.
enum ParameterLint {
    static func findings(in document: Document) -> [LintFinding] {
        var findings: [LintFinding] = []
        for item in document.items where item.kind == .function || item.kind == .macro {
            for parameter in item.parameters where !parameter.text.isEmpty {
                guard let why = misplaced(parameter, among: item.parameters) else { continue }
                findings.append(
                    LintFinding(
                        kind: .misplacedDescription,
                        source: SourceLocation(file: document.file, line: parameter.line, endLine: parameter.line),
                        text: "@\(parameter.name): \(folded(parameter.text))", why: why,
                        suggestion: "describe what @\(parameter.name) (\(parameter.type)) is"))
            }
        }
        return findings
    }

    private static func misplaced(_ parameter: Item.Parameter, among all: [Item.Parameter]) -> String? {
        let text = folded(parameter.text)
        if let noun = quantity(text), isNoQuantity(parameter.type), !parameter.type.contains(noun) {
            return "its type is \(parameter.type), which is no \(noun)"
        }
        let words = text.split(separator: " ")
        guard words.count >= 3, !text.contains(parameter.name) else { return nil }
        let twin = all.first { $0.name != parameter.name && folded($0.text) == text && $0.type != parameter.type }
        let names = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        guard let twin, names.contains(twin.name.lowercased()[...]) else { return nil }
        return "@\(twin.name) is described in the same words, and they name it"
    }

    private static func folded(_ text: DocText) -> String {
        text.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The noun of a text that begins "length of", "[in] the number of" …
    private static func quantity(_ text: String) -> String? {
        var words = text.lowercased().split(separator: " ")[...]
        while let first = words.first, first.hasPrefix("[") || first == "the" {
            words = words.dropFirst()
        }
        guard let noun = words.first, words.dropFirst().first == "of" else { return nil }
        return ["length", "size", "number", "count"].contains(noun) ? String(noun) : nil
    }

    /// A type that can hold no count: an enumeration, or a pointer to a structure.
    private static func isNoQuantity(_ type: String) -> Bool {
        type.hasPrefix("enum ") && !type.contains("*")
            || type.hasPrefix("struct ") && type.filter { $0 == "*" }.count == 1
            || type.hasPrefix("const struct ") && type.filter { $0 == "*" }.count == 1
    }
}
