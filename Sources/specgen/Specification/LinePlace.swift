import Clauses

/// A line of documentation as one types it, or copies it from a report: `FILE:LINE`.
struct LinePlace {
    var file: String
    var line: Int

    /// Nil when `text` is no such place.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
            let line = Int(text[text.index(after: colon)...])
        else { return nil }
        file = String(text[..<colon])
        self.line = line
    }

    /// Whether the words of a clause stand on it. Either name of the file may be cut short in front.
    func holds(_ clause: Clause) -> Bool {
        let source = clause.source
        let isFile = source.file == file || source.file.hasSuffix("/\(file)") || file.hasSuffix("/\(source.file)")
        return isFile && (source.line...max(source.line, source.endLine)).contains(line)
    }
}
