import Clauses

/// Names for tests and suites: words of the documentation as Swift identifiers, each once.
public struct TestNames {
    private var taken: Set<String> = []
    /// By name, the number that its next namesake gets.
    private var next: [String: Int] = [:]

    public init() {}

    /// From the clause's id: its content words, in camel case.
    mutating func functionName(for clause: Clause) -> String {
        let slug = clause.id.split(separator: "/").last.map(String.init) ?? clause.id
        // The hash at the end tells clauses apart, and is no word.
        let words = ClauseIDRegister.stem(of: slug).split(separator: "-").map(String.init)
        let block = clause.block.member ?? clause.block.symbol
        let prefix = block.map { TestNames.words($0) } ?? []
        let name = TestNames.camel(prefix + words.flatMap { TestNames.words($0) })
        return unique(name.isEmpty ? "clause" : name)
    }

    mutating func typeName(for title: String) -> String {
        let name = TestNames.camel(TestNames.words(title))
        return unique(name.isEmpty ? "Documentation" : name.prefix(1).uppercased() + name.dropFirst())
    }

    private mutating func unique(_ name: String) -> String {
        var candidate = ReservedNames.contains(name) ? name + "Clause" : name
        while !taken.insert(candidate.lowercased()).inserted {
            let number = next[name, default: 2]
            candidate = "\(name)\(number)"
            next[name] = number + 1
        }
        return candidate
    }

    private static func words(_ text: String) -> [String] {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map { $0.lowercased() }
    }

    private static func camel(_ words: [String]) -> String {
        var result = ""
        for word in words {
            if result.isEmpty {
                guard word.first?.isLetter ?? false else { continue }
                result = word
            } else {
                result += word.prefix(1).uppercased() + word.dropFirst()
            }
        }
        return result
    }
}
