/// The source of one test, cut out of its file.
enum TestSource {
    /// The lines of the function whose `@Test` stands at `line`, without the indentation that all of them have; empty
    /// when there is none at that line (the file has changed). Of the attribute only the arguments are kept: the rest
    /// says which clause it is.
    ///
    /// - Parameters:
    ///   - line: from 1.
    ///   - lines: of the whole file.
    static func lines(at line: Int, in lines: [Substring]) -> [String] {
        guard lines.indices.contains(line - 1) else { return [] }
        let first = lines[line - 1]
        let indent = first.prefix { $0 == " " }
        guard first.dropFirst(indent.count).hasPrefix("@Test") else { return [] }
        // The formatter puts a function's closing brace under its attribute. A test is at most some dozens of lines.
        let end = "\(indent)}"
        guard let last = lines[(line - 1)...].prefix(400).firstIndex(where: { $0 == end }) else { return [] }
        guard let body = lines[(line - 1)...last].firstIndex(where: { $0.dropFirst(indent.count).hasPrefix("func ") })
        else { return [] }
        let arguments = lines[(line - 1)..<body].filter { $0.drop { $0 == " " }.hasPrefix("arguments:") }
            .map { "@Test(\($0.drop { $0 == " " })" }
        return arguments
            + lines[body...last].map { $0.hasPrefix(indent) ? String($0.dropFirst(indent.count)) : String($0) }
    }
}
