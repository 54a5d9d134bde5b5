import KernelDoc

/// Why a sentence was cut and judged as it was: the cut, the words that could have decided, and what lost.
public struct Explanation: Sendable, Equatable, Codable {
    /// One part of the cut.
    public struct Part: Sendable, Equatable, Codable {
        /// What it is to the sentence: "main clause", "condition", "relative clause" …
        public var kind: String
        /// Its words, as they stand in the sentence.
        public var text: String
        /// What it says by itself.
        public var modality: Modality
        /// The line along which it was judged, in words.
        public var why: String
        /// A clause was made of it.
        public var counts: Bool
    }

    /// Words that could have decided.
    public struct Candidate: Sendable, Equatable, Codable {
        /// As they stand in the sentence.
        public var words: String
        /// The line of the phrase table that matched, by its name; nil for a verb with its modals.
        public var phrase: String?
        /// That line's pattern.
        public var pattern: String?
        /// What the clause would say by these words alone.
        public var modality: Modality
        /// The line along which they were judged, in words.
        public var why: String
        /// Nil for what decided; otherwise why it did not.
        public var lostBecause: String?
    }

    /// The whole sentence, on one line.
    public var sentence: String
    /// Where it stands; without a file where it was typed in.
    public var source: SourceLocation
    /// What the text around it documents.
    public var block: Prose.Block
    /// The cut, in the order of the sentence.
    public var parts: [Part]
    /// The words that could have decided, in the order of the sentence.
    public var candidates: [Candidate]
    /// The clauses that it makes.
    public var clauses: [Clause]
    /// For each clause, how its bearer was found.
    public var bearers: [String]
}

extension ClauseExtractor {
    /// Explains sentences that are typed in, as if they stood in `block`.
    public func explain(_ text: String, in block: Prose.Block = .init(kind: .doc)) -> [Explanation] {
        var prose = Prose(blocks: [block])
        prose.bytes = Array(text.utf8)
        prose.lineMarks = [.init(offset: 0, line: 1)]
        let role: Prose.Role = block.member == nil || block.section != nil ? .paragraph : .parameter
        prose.units = [.init(role: role, range: 0..<prose.bytes.count, block: 0)]
        return explain(Document(file: "", prose: prose)) { _ in true }
    }

    /// Explains the sentences of a document that have a `wanted` clause, in source order.
    public func explain(_ document: Document, wanted: (Clause) -> Bool) -> [Explanation] {
        var sink = ExplanationSink(document: document, grammar: grammar)
        var walk = DocumentWalk(grammar: grammar)
        walk.run(document, &sink)
        return sink.finished().filter { $0.clauses.contains(where: wanted) }
    }
}
