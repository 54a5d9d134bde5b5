/// The parts of a clause that are kept apart: its condition and its bound.
struct ClauseDetails {
    let record: ClauseRecord

    /// The bytes of its first *when / if / after / before / unless / outside of* part.
    func condition(_ reader: borrowing SentenceReader) -> Range<Int>? {
        for segment in reader.segments where segment.kind == .condition && record.tokens.contains(segment.introducer) {
            let end = alternatives(reader, to: max(segment.introducer + 1, min(segment.end, record.tokens.upperBound)))
            return bytes(
                reader, opening(reader, segment.introducer)..<(nextResult(reader, segment.introducer + 1..<end) ?? end))
        }
        for index in record.tokens.dropLast()
        where reader.tokens[index].is(.outside) && reader.tokens[index + 1].is(.of) {
            var end = index + 2
            while end < record.tokens.upperBound,
                !reader.groups.contains(where: { $0.start == end && $0.mood == .finite }),
                reader.tokens[end].mark != .comma
            { end += 1 }
            return bytes(reader, index..<end)
        }
        return nil
    }

    /// The parts of its text that hang on what it says: conditions, reasons, purposes, concessions, and what tells which one
    /// is meant, before it is said what it does. What decided stands in none of them; nil without any.
    func subordinate(_ reader: borrowing SentenceReader) -> [SubordinatePart]? {
        let decider =
            record.group >= 0
            ? reader.groups[record.group].head : record.match >= 0 ? reader.matches[record.match].start : -1
        var found: [SubordinatePart] = []
        func add(_ tokens: Range<Int>, _ kind: SubordinatePart.Kind) {
            guard !tokens.isEmpty, tokens != record.tokens, !tokens.contains(decider) else { return }
            let first = Int(reader.tokens[tokens.lowerBound].start)
            let last = Int(reader.tokens[tokens.upperBound - 1].end)
            let bytes = (first..<max(first, last)).clamped(to: record.text)
            let start = record.text.lowerBound
            found.append(SubordinatePart(bytes.lowerBound - start..<bytes.upperBound - start, kind))
        }
        // "There are two callers (for which it must be set)": where an aside decides, the rest says nothing, but may name what
        // is set.
        for segment in reader.segments
        where segment.kind == .comment && segment.start <= decider && decider < segment.end {
            let (start, end) = (record.tokens.lowerBound, record.tokens.upperBound)
            add(start..<max(start, min(segment.start, end)), .circumstance)
            add(min(max(segment.end, start), end)..<end, .circumstance)
        }
        for segment in reader.segments {
            var kind = SubordinatePart.Kind.aside
            switch segment.kind {
            case .condition: kind = .circumstance
            // "while it is held": a time as well.
            case .concession: if reader.tokens[segment.introducer].is(.while_) { kind = .circumstance }
            case .reason: break
            case .purpose where !isConsequence(segment, reader): break
            // "drivers (for which that is optional) must set this": the aside makes a clause of its own.
            case .comment: break
            // "a driver that has to flush caches must be able to stop"
            case .relative where segment.end <= decider: break
            // "logs that it was full": what is logged need not be so; what is ensured is.
            case .complement
            where record.border == .effect && decider >= 0 && !reader.tokens[decider].has(.ensuring):
                break
            default: continue
            }
            add((segment.start..<max(segment.start, segment.end)).clamped(to: record.tokens), kind)
        }
        return found.isEmpty ? nil : found
    }

    /// ", so that all rings share one queue": what comes of it, told as a fact.
    private func isConsequence(_ purpose: Segment, _ reader: borrowing SentenceReader) -> Bool {
        let before = reader.tokens[max(0, purpose.start - 1)].is(.so) ? purpose.start - 2 : purpose.start - 1
        return before >= record.tokens.lowerBound && reader.tokens[before].mark == .comma
    }

    /// "if it is full or if it is stopped": where the last of several conditions ends.
    private func alternatives(_ reader: borrowing SentenceReader, to end: Int) -> Int {
        var end = end
        for segment in reader.segments where segment.kind == .condition && segment.introducer >= end - 1 {
            guard segment.introducer - end <= 2, segment.end > end, segment.end <= record.tokens.upperBound,
                segment.introducer > 0, reader.tokens[segment.introducer - 1].tag == .conjunction,
                !reader.tokens[segment.introducer - 1].is(.but)
            else { break }
            end = segment.end
        }
        return end
    }

    /// "as soon as", "as long as", "so long as": the first two words belong to it.
    private func opening(_ reader: borrowing SentenceReader, _ introducer: Int) -> Int {
        guard reader.tokens[introducer].is(.as), introducer >= record.tokens.lowerBound + 2,
            reader.tokens[introducer - 1].is(.soon) || reader.tokens[introducer - 1].is(.long),
            reader.tokens[introducer - 2].is(.as) || reader.tokens[introducer - 2].is(.so)
        else { return introducer }
        return introducer - 2
    }

    /// "if it is full, or -EINTR if …": the next result, with a condition of its own.
    private func nextResult(_ reader: borrowing SentenceReader, _ tokens: Range<Int>) -> Int? {
        tokens.dropLast().first { at in
            // "after -EINTR or -EAGAIN" is one condition.
            // "if successful, else a negative error code"
            let isElse =
                reader.tokens[at].is(.else_) || reader.tokens[at].is(.otherwise)
            guard reader.tokens[at].tag == .conjunction || isElse && reader.tokens[at - 1].mark == .comma,
                !reader.tokens[at - 1].has(.errorCode)
            else { return false }
            let result = reader.tokens[at + 1]
            if result.has(.errorCode) { return true }
            guard at + 2 < tokens.upperBound else { return false }
            let next = reader.tokens[at + 2]
            if result.has(.value) { return next.is(.if) || next.is(.otherwise) || next.is(.on) || next.is(.when) }
            // "or a negative error code"
            return result.tag == .determiner && next.has(.value) && at + 3 < tokens.upperBound
                && reader.tokens[at + 3].has([.result, .errorCode])
        }
    }

    private func bytes(_ reader: borrowing SentenceReader, _ tokens: Range<Int>) -> Range<Int>? {
        var end = tokens.upperBound
        while end > tokens.lowerBound + 1 {
            switch reader.tokens[end - 1].mark {
            case .comma, .period, .semicolon, .colon, .dash, .exclamation, .question:
                end -= 1
                continue
            case .none where reader.tokens[end - 1].tag == .conjunction || reader.tokens[end - 1].is(.so):
                end -= 1
                continue
            case .close where !tokens.contains(where: { reader.tokens[$0].mark == .open }):
                end -= 1
                continue
            default: break
            }
            break
        }
        guard tokens.lowerBound < end else { return nil }
        return Int(reader.tokens[tokens.lowerBound].start)..<Int(reader.tokens[end - 1].end)
    }

    /// "at most 2 slots", "no more than", "exactly", "no limit".
    func quantity(_ reader: borrowing SentenceReader, _ string: (Range<Int>) -> String) -> Clause.Quantity? {
        for index in record.tokens {
            guard let (relation, number) = bound(reader, at: index) else { continue }
            if relation == .unlimited { return Clause.Quantity(relation: .unlimited) }
            guard number < record.tokens.upperBound, let value = value(of: reader.tokens[number], string) else {
                continue
            }
            return Clause.Quantity(relation: relation, value: value, unit: unit(reader, after: number, string))
        }
        return nil
    }

    private func word(_ reader: borrowing SentenceReader, _ index: Int, _ key: KeyWord) -> Bool {
        index < record.tokens.upperBound && reader.tokens[index].is(key)
    }

    /// The relation that begins at `index`, and where its number stands.
    private func bound(_ reader: borrowing SentenceReader, at index: Int) -> (Clause.Quantity.Relation, Int)? {
        if word(reader, index, .at) {
            if word(reader, index + 1, .most) { return (.atMost, index + 2) }
            if word(reader, index + 1, .least) { return (.atLeast, index + 2) }
        }
        if word(reader, index, .up), word(reader, index + 1, .to) { return (.atMost, index + 2) }
        if word(reader, index, .exactly) { return (.exactly, index + 1) }
        if word(reader, index, .no), word(reader, index + 1, .more), word(reader, index + 2, .than) {
            return (.atMost, index + 3)
        }
        if word(reader, index, .no), word(reader, index + 1, .less), word(reader, index + 2, .than) {
            return (.atLeast, index + 3)
        }
        if word(reader, index, .no), word(reader, index + 1, .limit) { return (.unlimited, index) }
        if word(reader, index, .as), word(reader, index + 1, .often), word(reader, index + 2, .as) {
            return (.unlimited, index)
        }
        if word(reader, index, .more), word(reader, index + 1, .than) { return (.moreThan, index + 2) }
        if word(reader, index, .less), word(reader, index + 1, .than) { return (.lessThan, index + 2) }
        return nil
    }

    private func value(of token: Token, _ string: (Range<Int>) -> String) -> Int? {
        guard token.has(.number) else { return nil }
        let text = string(Int(token.start)..<Int(token.end)).lowercased()
        return Int(text) ?? Self.numerals[text]
    }

    private static let numerals = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "once": 1, "twice": 2,
    ]

    private func unit(_ reader: borrowing SentenceReader, after number: Int, _ string: (Range<Int>) -> String)
        -> String?
    {
        var words: [String] = []
        var at = number + 1
        while at < record.tokens.upperBound, words.count < 3 {
            let token = reader.tokens[at]
            guard token.isWord, token.tag == .noun || token.tag == .adjective || token.tag == .symbol else { break }
            at += 1
            if token.tag == .symbol { continue }
            words.append(string(Int(token.start)..<Int(token.end)).lowercased())
            if token.has(.plural) {
                let last = words.removeLast()
                words.append(last.hasSuffix("ies") ? last.dropLast(3) + "y" : String(last.dropLast()))
                break
            }
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
