import KernelDoc

/// Keeps, beside a sentence's clauses, how they came about.
struct ExplanationSink: ClauseSink {
    private let bytes: [UInt8]
    private var writer: ClauseWriter
    private(set) var explanations: [Explanation] = []
    /// The sentence that the last explanation is about.
    private var sentence: (unit: Int, range: Range<Int>)?

    init(document: Document, grammar: Grammar) {
        bytes = document.prose.bytes
        writer = ClauseWriter(document: document, grammar: grammar)
    }

    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?
    ) {
        writer.take(record, of: sentence, reader, leadIn: leadIn)
        guard let clause = writer.clauses.last else { return }
        if self.sentence.map({ $0 != (record.unit, record.sentence) }) ?? true {
            self.sentence = (record.unit, record.sentence)
            let evidence = SentenceEvidence(bytes: bytes)
            explanations.append(
                Explanation(
                    sentence: clause.sentence, source: clause.source, block: clause.block,
                    parts: evidence.parts(reader), candidates: [], clauses: [], bearers: []))
        }
        let last = explanations.count - 1
        explanations[last].clauses.append(clause)
        explanations[last].bearers.append(record.bearing.rawValue)
        markParts(of: record, reader, &explanations[last].parts)
        // What decides depends on which parts count, and each clause of a sentence says that of its own.
        explanations[last].candidates = SentenceEvidence(bytes: bytes).candidates(
            reader, counted: explanations[last].parts.map(\.counts))
    }

    /// The explanations, without parts that are nothing but the word which would introduce them.
    func finished() -> [Explanation] {
        explanations.map { explanation in
            var explanation = explanation
            explanation.parts.removeAll { part in
                !part.counts && part.kind == Segment.Kind.complement.name && !part.text.contains(" ")
            }
            return explanation
        }
    }

    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int) {
        writer.take(prototype: prototype, name: name, unit: unit, block: block)
        guard let clause = writer.clauses.last else { return }
        let part = Explanation.Part(
            kind: "C prototype", text: clause.sentence, modality: .guarantee,
            why: "an interface exists with this prototype", counts: true)
        sentence = nil
        explanations.append(
            Explanation(
                sentence: clause.sentence, source: clause.source, block: clause.block, parts: [part], candidates: [],
                clauses: [clause], bearers: [Bearing.does.rawValue]))
    }

    /// Marks the parts that a clause was made of.
    private func markParts(
        of record: ClauseRecord, _ reader: borrowing SentenceReader, _ parts: inout [Explanation.Part]
    ) {
        guard record.modality != .informative else { return }
        if record.border == .leadIn {
            guard !parts.isEmpty else { return }
            parts[0].counts = true
            parts[0].modality = record.modality
            parts[0].why = record.border.rawValue
            return
        }
        for index in reader.judgements.indices
        where reader.judgements[index].border == record.border && reader.judgements[index].group == record.group
            && reader.judgements[index].match == record.match && reader.judgements[index].modality == record.modality
        {
            parts[index].counts = true
        }
    }
}
