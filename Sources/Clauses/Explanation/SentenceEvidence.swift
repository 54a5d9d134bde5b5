/// What a sentence's parts and words say, spelled out: for explanations only.
struct SentenceEvidence {
    let bytes: [UInt8]

    private func string(_ reader: borrowing SentenceReader, _ tokens: Range<Int>) -> String {
        let tokens = tokens.clamped(to: 0..<reader.tokens.count)
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return String(decoding: bytes[Int(reader.tokens[first].start)..<Int(reader.tokens[last].end)], as: UTF8.self)
    }

    func parts(_ reader: borrowing SentenceReader) -> [Explanation.Part] {
        reader.segments.indices.map { index in
            let segment = reader.segments[index]
            let judgement = reader.judgements[index]
            return Explanation.Part(
                kind: segment.kind.name, text: string(reader, words(of: segment, reader)),
                modality: judgement.modality, why: judgement.border.rawValue, counts: false)
        }
    }

    /// Without a closing mark of what stands around it: "(it is too late once that is done)".
    private func words(of segment: Segment, _ reader: borrowing SentenceReader) -> Range<Int> {
        let tokens = (segment.start..<max(segment.start, segment.end)).clamped(to: 0..<reader.tokens.count)
        guard let last = tokens.last, tokens.count > 1, reader.tokens[last].mark == .close else { return tokens }
        var depth = 0
        for index in tokens {
            switch reader.tokens[index].mark {
            case .open: depth += 1
            case .close: depth -= 1
            default: break
            }
        }
        return depth < 0 ? tokens.lowerBound..<last : tokens
    }

    /// Every verb with its modals, and every phrase of the tables that stands in the sentence.
    ///
    /// - Parameter counted: of each part, whether a clause was made of it.
    func candidates(_ reader: borrowing SentenceReader, counted: [Bool]) -> [Explanation.Candidate] {
        var candidates: [Explanation.Candidate] = []
        for index in reader.groups.indices {
            let group = reader.groups[index]
            let finding = reader.findings[index]
            candidates.append(
                Explanation.Candidate(
                    words: string(reader, group.start..<max(group.end, group.head + 1)), modality: finding.modality,
                    why: finding.border.rawValue,
                    lostBecause: loss(
                        reader, finding, in: Int(group.segment), phraseDecides: false, counted: counted)))
        }
        for index in reader.matches.indices {
            let match = reader.matches[index]
            let cue = reader.grammar.cueMatcher.cues[match.cue]
            guard let modality = match.isNegated ? cue.negated : cue.modality else { continue }
            let candidate = Judgement(modality: modality, border: .cue, match: index)
            candidates.append(
                Explanation.Candidate(
                    words: string(reader, match.start..<match.end), phrase: cue.name,
                    pattern: CueTable.pattern(named: cue.name), modality: modality, why: Border.cue.rawValue,
                    lostBecause: loss(
                        reader, candidate, in: reader.segment(at: match.start), phraseDecides: true, counted: counted)))
        }
        return candidates
    }

    /// Why `candidate` did not decide what the sentence says; nil when it did.
    private func loss(
        _ reader: borrowing SentenceReader, _ candidate: Judgement, in segment: Int, phraseDecides: Bool,
        counted: [Bool]
    ) -> String? {
        let judgement = reader.judgements[segment]
        let kind = reader.segments[segment].kind
        let decided =
            phraseDecides
            ? judgement.match == candidate.match : judgement.match < 0 && judgement.group == candidate.group
        if decided {
            if segment < counted.count, counted[segment] { return nil }
            if !kind.stands {
                return "it stands in a \(kind.name), which counts only where it asks for something itself"
            }
            // Of a sentence that asks for nothing, it decides just that.
            return candidate.modality == .informative && counted.contains(true) ? "it promises nothing by itself" : nil
        }
        if candidate.modality == .informative { return "it promises nothing by itself" }
        if judgement.modality == .informative { return judgement.border.rawValue }
        if judgement.modality.rank < candidate.modality.rank {
            return "\(judgement.modality.rawValue) comes before \(candidate.modality.rawValue)"
        }
        return "what decided weighs more: \(judgement.border.rawValue)"
    }
}

extension Segment.Kind {
    var name: String {
        switch self {
        case .main: "main clause"
        case .coordinate: "further main clause"
        case .predicate: "further predicate"
        case .condition: "condition"
        case .reason: "reason"
        case .purpose: "purpose"
        case .concession: "concession"
        case .relative: "relative clause"
        case .comment: "comment"
        case .complement: "reported clause"
        case .parenthesis: "parenthesis"
        case .example: "example"
        }
    }
}

extension CueTable {
    /// The pattern of the line with this name.
    static func pattern(named name: String) -> String? {
        var pattern: String?
        for (_, table) in tables {
            table.forEachRow { columns in
                if columns.count > 1, columns[0] == name { pattern = columns[1] }
            }
        }
        return pattern
    }
}
