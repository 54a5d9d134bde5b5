import KernelDoc

/// Turns records into clauses with their strings.
struct ClauseWriter: ClauseSink {
    private let document: Document
    private let grammar: Grammar
    private var ids = ClauseIdentifiers()
    private(set) var clauses: [Clause] = []

    init(document: Document, grammar: Grammar) {
        self.document = document
        self.grammar = grammar
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: document.prose.bytes[range], as: UTF8.self)
    }

    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?
    ) {
        let block = block(record.block, sentence, reader)
        let details = ClauseDetails(record: record)
        let errors = record.errorCount > 0 ? reader.errorCodes(among: record.tokens, in: document.prose.bytes) : []
        clauses.append(
            Clause(
                id: ids.next(
                    block, words: document.prose.bytes[record.text], reader, record.tokens, start: record.group),
                block: block, source: location(record.sentence), sentence: string(record.sentence),
                text: string(record.text),
                modality: record.modality,
                bearer: record.party < 0 ? "none" : grammar.parties.parties[record.party].name,
                symbols: symbols(record, reader, block), errors: errors.map { string($0) },
                condition: details.condition(reader).map { string($0) },
                subordinate: details.subordinate(reader),
                quantity: details.quantity(reader) { string($0) },
                negated: record.isNegated, leadIn: leadIn.map { string($0) }))
    }

    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int) {
        let folded = string(prototype).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let block = document.prose.blocks[block]
        clauses.append(
            Clause(
                id: ids.next(block, prototype: folded, name: string(name)), block: block, unit: .interface,
                source: location(prototype), sentence: folded, text: folded, modality: .guarantee,
                bearer: grammar.parties.name(of: .framework), symbols: [string(name)]))
    }

    /// A title within the unit ("Note:") is the clause's section, where it has none.
    private func block(_ index: Int, _ sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader)
        -> Prose.Block
    {
        var block = document.prose.blocks[index]
        if sentence.title >= 0, block.section == nil {
            let title = reader.tokens[sentence.title]
            block.section = string(Int(title.start)..<Int(title.end))
        }
        return block
    }

    private func location(_ range: Range<Int>) -> SourceLocation {
        let first = document.prose.lineMark(at: range.lowerBound)
        let last = document.prose.lineMark(at: max(range.lowerBound, range.upperBound - 1))
        return SourceLocation(
            file: document.file, line: first?.line ?? 0, endLine: max(first?.line ?? 0, last?.line ?? 0),
            patchLine: first.flatMap { $0.patchLine > 0 ? $0.patchLine : nil },
            estimated: (first?.isEstimated ?? false) || (last?.isEstimated ?? false) ? true : nil)
    }

    private func symbols(_ record: ClauseRecord, _ reader: borrowing SentenceReader, _ block: Prose.Block) -> [String] {
        var found: [String] = []
        for index in record.tokens {
            let token = reader.tokens[index]
            guard token.tag == .symbol, !token.has(.errorCode) else { continue }
            var name = string(Int(token.start)..<Int(token.end))
            if let parenthesis = name.firstIndex(of: "(") { name = String(name[..<parenthesis]) }
            if token.shape.contains(.possessive), let apostrophe = name.firstIndex(of: "'") {
                name = String(name[..<apostrophe])
            }
            if !name.isEmpty, !found.contains(name) { found.append(name) }
        }
        for name in [block.symbol, block.member].compactMap(\.self) where !found.contains(name) { found.append(name) }
        return found
    }
}
