import KernelDoc

/// Puts the clauses of one sentence together from the judgements on its segments.
struct ClauseAssembly {
    let sentence: SentenceCutter.Sentence
    let context: UnitContext
    let unit: Int
    let block: Int

    /// The most clauses that one sentence is cut into; the last takes the rest.
    private static let most = 16

    /// A clause to be: a run of tokens and the judgement that stands for it.
    struct Part {
        var tokens: Range<Int>
        var judgement: Judgement
        var segment: Int
    }

    /// Appends the sentence's clauses to `records`. `parts` is scratch space.
    func assemble(
        _ reader: borrowing SentenceReader, _ bearers: inout BearerFinder, parts: inout [Part],
        into records: inout Scratch<ClauseRecord>
    ) {
        // Most sentences are one segment.
        if reader.segments.count == 1, context.leadIn == nil {
            records.append(
                record(reader, Part(tokens: sentence.tokens, judgement: reader.judgements[0], segment: 0), &bearers))
            return
        }
        parts.clear()
        standing(reader, into: &parts)
        if parts.contains(where: { $0.judgement.modality == .outcome }) { splitResults(reader, &parts) }
        nested(reader, into: &parts)
        inheritLeadIn(reader, &parts)
        let count = records.count
        for part in parts where part.judgement.modality != .informative {
            records.append(record(reader, part, &bearers))
        }
        if records.count == count {
            let judgement = parts.first?.judgement ?? Judgement(modality: .informative, border: .name)
            records.append(record(reader, Part(tokens: sentence.tokens, judgement: judgement, segment: 0), &bearers))
        }
    }

    /// The standing segments, what is informative given to its neighbour.
    private func standing(_ reader: borrowing SentenceReader, into parts: inout [Part]) {
        for index in reader.segments.indices where reader.segments[index].kind.stands && !isNested(reader, index) {
            let segment = reader.segments[index]
            let judgement = reader.judgements[index]
            let tokens = (parts.isEmpty ? sentence.tokens.lowerBound : segment.start)..<max(segment.start, segment.end)
            if var last = parts.last {
                let merges =
                    judgement.modality == .informative || last.judgement.modality == .informative
                    || segment.kind == .predicate && judgement.modality == last.judgement.modality
                        && joinsPlainly(reader, segment)
                    || judgement.modality == .outcome && last.judgement.modality == .outcome
                        && namesValue(reader, last.tokens)
                if merges {
                    last.tokens = last.tokens.lowerBound..<max(tokens.upperBound, last.tokens.upperBound)
                    if last.judgement.modality == .informative {
                        last.judgement = judgement.modality == .informative ? last.judgement : judgement
                        last.segment = index
                    }
                    parts[parts.count - 1] = last
                    continue
                }
            }
            guard parts.count < Self.most else { break }
            parts.append(Part(tokens: tokens, judgement: judgement, segment: index))
        }
        if !parts.isEmpty {
            parts[parts.count - 1].tokens = parts[parts.count - 1].tokens.lowerBound..<sentence.tokens.upperBound
        }
    }

    /// "1: it is full", "2 (RING_FULL): …": a value, which what follows explains.
    private func namesValue(_ reader: borrowing SentenceReader, _ tokens: Range<Int>) -> Bool {
        guard tokens.count <= 5, let last = tokens.last, reader.tokens[last].mark == .colon else { return false }
        return tokens.dropLast().allSatisfy {
            !reader.tokens[$0].isWord || reader.tokens[$0].has([.value, .number, .symbol, .errorCode])
        }
    }

    /// "-EBUSY if it is full, -ENOMEM if there is no memory": each result that has a condition of its own is a clause, where
    /// the one before has its own, too.
    private func splitResults(_ reader: borrowing SentenceReader, _ parts: inout [Part]) {
        var index = 0
        while index < parts.count, parts.count < Self.most {
            let part = parts[index]
            index += 1
            guard part.judgement.modality == .outcome, let next = nextResult(reader, part.tokens) else { continue }
            parts[index - 1].tokens = part.tokens.lowerBound..<next
            // What decided on the sentence stands with its first result.
            let judgement = Judgement(modality: .outcome, border: .returnsValue, group: part.judgement.group)
            parts.insert(
                Part(tokens: next..<part.tokens.upperBound, judgement: judgement, segment: part.segment), at: index)
        }
    }

    /// Where, behind a result with its condition, another one begins.
    private func nextResult(_ reader: borrowing SentenceReader, _ tokens: Range<Int>) -> Int? {
        var hasCondition = false
        for at in tokens.dropLast() {
            let token = reader.tokens[at]
            guard token.has([.errorCode, .value, .number]) else {
                if opensCondition(token) { hasCondition = true }
                continue
            }
            guard hasCondition, opensCondition(reader.tokens[at + 1]), at > tokens.lowerBound else { continue }
            let before = reader.tokens[at - 1]
            if before.mark == .comma || before.mark == .semicolon || before.tag == .conjunction { return at }
        }
        return nil
    }

    private func opensCondition(_ token: Token) -> Bool { token.is(.if) || token.is(.when) }

    /// "checks it and rejects it": one clause; ", and only …" is another.
    private func joinsPlainly(_ reader: borrowing SentenceReader, _ segment: Segment) -> Bool {
        guard segment.firstGroup >= 0 else { return true }
        let group = reader.groups[Int(segment.firstGroup)]
        let before = segment.start >= 2 ? reader.tokens[segment.start - 2].mark : .none
        return !(before == .comma || group.isOnly || group.isNegated)
    }

    /// Inside of a parenthesis, a relative clause …
    private func isNested(_ reader: borrowing SentenceReader, _ index: Int) -> Bool {
        var parent = Int(reader.segments[index].parent)
        while parent >= 0 {
            if !reader.segments[parent].kind.stands { return true }
            parent = Int(reader.segments[parent].parent)
        }
        return false
    }

    /// Segments that hang on another and still ask for something themselves.
    private func nested(_ reader: borrowing SentenceReader, into parts: inout [Part]) {
        for index in reader.segments.indices where !reader.segments[index].kind.stands || isNested(reader, index) {
            let judgement = reader.judgements[index]
            guard judgement.modality != .informative, counts(reader, index, judgement) else { continue }
            let segment = reader.segments[index]
            let around = parts.lastIndex { $0.tokens.lowerBound <= segment.start } ?? 0
            if parts.indices.contains(around), parts[around].judgement.modality == .informative {
                parts[around].judgement = judgement
                parts[around].segment = index
                continue
            }
            if parts.contains(where: { $0.judgement.modality == judgement.modality }) { continue }
            parts.insert(
                Part(tokens: segment.start..<segment.end, judgement: judgement, segment: index),
                at: min(around + 1, parts.count))
        }
    }

    private func parentModality(_ reader: borrowing SentenceReader, _ segment: Segment) -> Modality? {
        segment.parent >= 0 ? reader.judgements[Int(segment.parent)].modality : nil
    }

    private func counts(_ reader: borrowing SentenceReader, _ index: Int, _ judgement: Judgement) -> Bool {
        let segment = reader.segments[index]
        let asks = judgement.modality == .obligation || judgement.modality == .prohibition
        let isFree = judgement.modality == .permission || judgement.border == .impossible
        switch segment.kind {
        case .reason, .example, .concession: return false
        case .condition:
            // "when it was interrupted and needs to be restarted", and need not be; but "if it is there and allowed to"
            guard asks || isFree && !reader.tokens[max(segment.introducer, 0)].is(.if), !judgement.isWeak,
                judgement.group >= 0, Int(segment.firstGroup) < judgement.group
            else {
                return false
            }
            let start = reader.groups[judgement.group].start
            return start > 0 && reader.tokens[start - 1].tag == .conjunction
                && parentModality(reader, segment) == .outcome
        case .complement:
            guard segment.introducer > 0, reader.tokens[segment.introducer].is(.that), !judgement.isWeak else {
                return false
            }
            let before = reader.tokens[segment.introducer - 1]
            if !asks { return before.isForm(of: .know) }
            // "One possible reason for failure is that nothing can be allocated": told, not asked.
            return !(before.isForm(of: .be) && parentModality(reader, segment) == .outcome)
        case .relative:
            // "a counter, which should be set first"
            if judgement.modality == .recommendation, judgement.group >= 0, !context.namesThing {
                return reader.groups[judgement.group].power == .should
                    && reader.groups[judgement.group].start == segment.introducer + 1
            }
            // "a buffer that must be freed"; but "the device whose memory has to be mapped" only describes.
            guard asks, !judgement.isWeak, judgement.group >= 0, judgement.match < 0 else { return false }
            let group = reader.groups[judgement.group]
            // "the setup that needs to be done early": told, not asked.
            return group.power != .beTo && group.power != .need && group.power != .can && group.power != .could
                && (!context.namesThing || group.power == .must || group.power == .shall)
                && (!context.namesThing || group.start == segment.introducer + 1)
        // "marks it so that reading will not be allowed": what comes of it asks nobody, but for a duty by its name.
        case .purpose:
            let isSoThat = reader.tokens[max(segment.introducer, 0)].is(.that)
            return asks && !judgement.isWeak
                && (!isSoThat || judgement.border == .duty || judgement.border == .negatedDuty)
        case .comment:
            // "which means …" explains; "which might …" supposes.
            if reader.tokens[min(segment.introducer + 1, reader.tokens.count - 1)].is(.means) { return false }
            if judgement.group >= 0, judgement.modality == .permission,
                reader.groups[judgement.group].power == .could || reader.groups[judgement.group].power == .might
            {
                return false
            }
            return !judgement.isWeak || judgement.modality == .outcome
                || judgement.modality == .guarantee
                    && (judgement.border == .returnsValue || introduces(reader, segment))
        case .parenthesis, .main, .coordinate, .predicate:
            return !judgement.isWeak && judgement.modality != .outcome
        }
    }

    /// "There are markers, which forward …": the main clause only says that there is something of which the
    /// relative one tells.
    private func introduces(_ reader: borrowing SentenceReader, _ segment: Segment) -> Bool {
        segment.parent >= 0 && reader.judgements[Int(segment.parent)].border == .existsNot
    }

    private func inheritLeadIn(_ reader: borrowing SentenceReader, _ parts: inout [Part]) {
        guard let modality = context.leadIn, !parts.isEmpty else { return }
        let judgement = parts[0].judgement
        guard
            judgement.modality == .informative || judgement.isWeak || judgement.border == .instruction
                || judgement.border == .step || judgement.border == .effect,
            judgement.border != .reference
        else { return }
        // A bare name is neither promised nor asked for nor allowed; but it can be what is returned.
        if modality != .outcome, judgement.modality == .informative, judgement.group < 0 { return }
        // An item that is a whole sentence speaks for itself.
        if judgement.group >= 0, reader.groups[judgement.group].mood == .finite,
            reader.groups[judgement.group].subject >= 0
        {
            return
        }
        parts[0].judgement = Judgement(modality: modality, border: .leadIn, group: judgement.group)
    }

    private func record(_ reader: borrowing SentenceReader, _ part: Part, _ bearers: inout BearerFinder) -> ClauseRecord
    {
        let tokens = trimmed(reader, part.tokens)
        let whole = sentence.tokens
        let group = part.judgement.group
        var errors = 0
        if reader.classes.has(.errorCode) {
            for index in tokens where reader.tokens[index].has(.errorCode) { errors += 1 }
        }
        // Whoever must not forget it has to do it, and whoever should not is advised to.
        let isTurned =
            group >= 0 && [.obligation, .recommendation].contains(part.judgement.modality)
            && [KeyWord.forget, .fail].contains { reader.tokens[reader.groups[group].head].isForm(of: $0) }
        let isNegated =
            group >= 0 && !isTurned && reader.groups[group].isNegated != reader.groups[group].subjectNegated
        let (party, bearing) = bearers.bearer(part.judgement, reader, tokens, context)
        return ClauseRecord(
            unit: unit, block: block,
            sentence: Int(reader.tokens[whole.lowerBound].start)..<Int(reader.tokens[whole.upperBound - 1].end),
            text: Int(reader.tokens[tokens.lowerBound].start)..<Int(reader.tokens[tokens.upperBound - 1].end),
            modality: part.judgement.modality,
            party: party, isNegated: isNegated, errorCount: errors,
            border: part.judgement.border, tokens: tokens, group: group, match: part.judgement.match,
            bearing: bearing)
    }

    /// Without the conjunction and the marks around a part of a sentence; the whole sentence stays whole.
    private func trimmed(_ reader: borrowing SentenceReader, _ tokens: Range<Int>) -> Range<Int> {
        let tokens = tokens.clamped(to: sentence.tokens)
        guard tokens != sentence.tokens, !tokens.isEmpty else { return sentence.tokens }
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while start < end - 1, start > sentence.tokens.lowerBound,
            reader.tokens[start].tag == .conjunction
                || isLooseMark(reader.tokens[start]) && !isSign(reader, at: start)
        { start += 1 }
        while end - 1 > start, end < sentence.tokens.upperBound || reader.tokens[end - 1].mark == .close,
            reader.tokens[end - 1].tag == .conjunction || isLooseMark(reader.tokens[end - 1])
                || closesNothing(reader, start..<end)
        { end -= 1 }
        return start..<end
    }

    /// The aside that ends there opens before: "for which it must not sleep)".
    private func closesNothing(_ reader: borrowing SentenceReader, _ tokens: Range<Int>) -> Bool {
        reader.tokens[tokens.upperBound - 1].mark == .close && !tokens.contains { reader.tokens[$0].mark == .open }
    }

    /// "-errno"
    private func isSign(_ reader: borrowing SentenceReader, at mark: Int) -> Bool {
        reader.tokens[mark].mark == .dash && reader.tokens[mark].shape.contains(.spaced)
            && reader.tokens[mark].end == reader.tokens[mark + 1].start
    }

    private func isLooseMark(_ token: Token) -> Bool {
        switch token.mark {
        case .comma, .semicolon, .colon, .dash: true
        default: false
        }
    }
}
