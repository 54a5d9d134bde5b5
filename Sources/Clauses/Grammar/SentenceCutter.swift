/// Cuts the tokens of one unit into sentences (clause-model: "Units").
struct SentenceCutter {
    struct Sentence {
        /// Into the unit's tokens, end mark included.
        var tokens: Range<Int>
        /// The token of the title that stood before it ("Note:", "RETURNS"), or -1.
        var title: Int
        /// It ends at a colon, the last of its unit.
        var endsInColon: Bool
    }

    /// What is longer is no sentence; it is cut here, so that the work on a sentence is bounded.
    static let longest = 400

    /// Appends the sentences of `tokens` to `sentences`.
    static func cut(_ tokens: Tokens, into sentences: inout Scratch<Sentence>) {
        var start = 0
        var depth = 0
        var isInList = false
        var at = 0
        while at < tokens.count {
            if at - start >= longest {
                append(tokens, start..<at, &sentences)
                start = at
                depth = 0
            }
            switch tokens[at].mark {
            case .none: break
            // "one of these: 1) take it; 2) drop it": each item is a sentence.
            case .colon where depth == 0 && isItem(tokens, at + 1) && tokens[at + 1].is(.first1),
                .semicolon where isInList && isItem(tokens, at + 1):
                append(tokens, start..<at + 1, &sentences)
                isInList = true
                start = at + 3
                at = start
                continue
            case .open: depth += 1
            case .close: depth = max(0, depth - 1)
            case .period, .exclamation, .question:
                guard isEnd(tokens, at, depth: depth) else { break }
                var end = at + 1
                while end < tokens.count, end - start < longest, isTrailing(tokens[end]) {
                    if tokens[end].mark == .close { depth = max(0, depth - 1) }
                    end += 1
                }
                // "a name with a '!' behind it": the quotation goes on.
                if end < tokens.count, tokens[end - 1].mark == .quote, isUncapitalised(tokens[end]) {
                    at = end
                    continue
                }
                append(tokens, start..<end, &sentences)
                start = end
                at = end
                continue
            default: break
            }
            at += 1
        }
        if start < tokens.count { append(tokens, start..<tokens.count, &sentences) }
    }

    /// Marks that belong to the sentence that just ended.
    private static func isTrailing(_ token: Token) -> Bool {
        switch token.mark {
        case .period, .exclamation, .question: return true
        case .close, .closeBracket, .quote: return !token.shape.contains(.spaced)
        default: return false
        }
    }

    /// "2)", and more behind it.
    private static func isItem(_ tokens: Tokens, _ at: Int) -> Bool {
        at + 2 < tokens.count && tokens[at].has(.number) && tokens[at + 1].mark == .close
            && !tokens[at + 1].shape.contains(.spaced)
    }

    private static func isUncapitalised(_ token: Token) -> Bool {
        token.isWord && !token.has([.symbol, .number]) && !token.shape.contains(.capitalised)
    }

    private static func isEnd(_ tokens: Tokens, _ at: Int, depth: Int) -> Bool {
        let token = tokens[at]
        guard at + 1 < tokens.count else { return true }
        let next = tokens[at + 1]
        let touchesNext = !next.shape.contains(.spaced)
        if touchesNext, !isTrailing(next) {
            // "!foo", "?:", but also "one.Another"
            return token.mark == .period && next.isWord && next.shape.contains(.capitalised) && at > 0
                && !tokens[at - 1].has([.number, .symbol])
        }
        guard at > 0 else { return token.mark != .exclamation }
        let before = tokens[at - 1]
        if token.mark == .exclamation, token.shape.contains(.spaced) { return false }
        if token.mark == .period {
            if before.has(.abbreviation), !token.shape.contains(.spaced) {
                return before.is(.etc) && next.shape.contains(.capitalised) && depth == 0
                    && !next.has([.symbol]) && !next.shape.contains(.allCapitals)
            }
            // "no. of queues", "no. 3"
            if before.is(.no), next.is(.of) || next.has(.number) { return false }
            if before.has(.number), isStep(tokens, at - 1), countsSteps(tokens, at) { return false }
            // An initial: "J. Corbet"; but "process P. If so, …".
            if before.isWord, before.end - before.start == 1, before.shape.contains(.capitalised), before.word == 0,
                next.shape.contains(.capitalised), !next.has([.determiner, .pronoun, .subordinator])
            {
                return false
            }
        }
        if depth > 0 { return next.shape.contains(.capitalised) || next.mark == .close }
        return true
    }

    /// The text around counts steps: "in turn 1. lock, 2. write 3. unlock".
    private static func countsSteps(_ tokens: Tokens, _ at: Int) -> Bool {
        var seen: Int32 = 0
        for index in max(0, at - 60)..<min(tokens.count, at + 60) where isStep(tokens, index) {
            seen += 1
            if seen == 1, !tokens[index].is(.first1) { return false }
        }
        return seen > 1
    }

    private static func isStep(_ tokens: Tokens, _ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].mark == .period && !tokens[index + 1].shape.contains(.spaced)
            && tokens[index].end - tokens[index].start <= 2 && tokens[index].has(.number)
    }

    private static func append(_ tokens: Tokens, _ range: Range<Int>, _ sentences: inout Scratch<Sentence>) {
        var start = range.lowerBound
        var title = -1
        // "Note: …", "NOTE! …", "RETURNS Zero …": the title is context. At most two ("Note: Important: …").
        for _ in 0..<2 {
            guard start + 1 < range.upperBound, tokens[start].has(.title) else { break }
            let next = tokens[start + 1]
            if next.mark == .colon || (next.mark == .exclamation && start + 2 < range.upperBound) {
                title = start
                start += 2
            } else if tokens[start].shape.contains(.allCapitals), next.isWord, !next.shape.contains(.allCapitals) {
                title = start
                start += 1
                break
            } else {
                break
            }
        }
        // List marks that the reader left.
        while start < range.upperBound, tokens[start].mark == .dash || tokens[start].mark == .colon { start += 1 }
        let rest = start..<range.upperBound
        guard rest.contains(where: { tokens[$0].isWord }) else { return }
        let last = tokens[range.upperBound - 1]
        sentences.append(Sentence(tokens: rest, title: title, endsInColon: last.mark == .colon))
    }
}
