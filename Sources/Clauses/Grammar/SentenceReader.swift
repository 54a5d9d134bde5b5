import KernelDoc

/// Reads sentences: tags, groups, segments, cues, verdicts. Holds the scratch space that all sentences
/// of a document share, so that reading allocates nothing once it is warm. It cannot be copied: whoever looks at
/// a sentence borrows it.
struct SentenceReader: ~Copyable {
    let grammar: Grammar
    var tokens: [Token] = []
    var sentences: [SentenceCutter.Sentence] = []
    var groups: [VerbGroup] = []
    var segments: [Segment] = []
    var matches: [CueMatch] = []
    /// One a segment.
    var verdicts: [Verdict] = []
    /// What each verb group says by itself, one a group.
    var findings: [Verdict] = []
    private var segmenterStack: [Int] = []

    init(grammar: Grammar) {
        self.grammar = grammar
        // What most documents need; growing to it would cost more than reading a short one.
        tokens.reserveCapacity(256)
        sentences.reserveCapacity(32)
        groups.reserveCapacity(16)
        segments.reserveCapacity(16)
        segmenterStack.reserveCapacity(16)
        matches.reserveCapacity(16)
        verdicts.reserveCapacity(16)
        findings.reserveCapacity(16)
    }

    /// Lexes and cuts one unit.
    mutating func load(
        _ bytes: UnsafeBufferPointer<UInt8>, _ unit: Prose.Unit, _ spans: [Prose.Span], _ span: inout Int
    ) {
        tokens.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        // Held once: of what may change meanwhile, each table would be held by itself.
        let grammar = grammar
        grammar.lexer.lex(bytes, unit.range, into: &tokens)
        markSpans(spans, unit, &span)
        for index in tokens.indices where tokens[index].has(.phraseEnd) {
            let party = grammar.lexicon.phraseParty(tokens, index)
            if party != 0 { tokens[index].party = party }
        }
        SentenceCutter.cut(tokens, into: &sentences)
    }

    /// Marked-up names are symbols, whatever they look like; values (NULL, true, 0, -EINVAL) stay values.
    private mutating func markSpans(_ spans: [Prose.Span], _ unit: Prose.Unit, _ span: inout Int) {
        while span < spans.count, spans[span].range.lowerBound < unit.range.lowerBound { span += 1 }
        var token = 0
        while span < spans.count, spans[span].range.lowerBound < unit.range.upperBound {
            let range = spans[span].range
            let names = spans[span].kind == .symbol || spans[span].kind == .parameter || spans[span].kind == .constant
            span += 1
            guard names else { continue }
            while token < tokens.count, Int(tokens[token].start) < range.lowerBound { token += 1 }
            while token < tokens.count, Int(tokens[token].start) < range.upperBound {
                if !tokens[token].has([.value, .number, .errorCode]), tokens[token].isWord {
                    tokens[token].classes = .symbol
                    tokens[token].tag = .symbol
                    tokens[token].word = 0
                    tokens[token].lemma = 0
                }
                token += 1
            }
        }
    }

    /// Reads one sentence: afterwards `groups`, `segments`, `matches` and `verdicts` tell of it.
    mutating func read(_ sentence: SentenceCutter.Sentence, _ context: UnitContext) {
        groups.clear()
        segments.clear()
        matches.clear()
        verdicts.clear()
        findings.clear()
        let range = start(of: sentence)..<sentence.tokens.upperBound
        let grammar = grammar
        tokens.withUnsafeMutableBufferPointer { tokens in
            Tagger.tag(tokens, range, namesThing: context.namesThing, tellsAction: context.tellsAction)
            grammar.groupFinder.find(tokens, range, into: &groups)
            Segmenter.cut(tokens, range, &groups, into: &segments, stack: &segmenterStack)
            SubjectFinder.find(tokens, range, segments, &groups)
            grammar.cueMatcher.find(tokens, range, into: &matches)
            let judge = SentenceJudge(
                tokens: tokens, range: range, context: context, roles: grammar.roles, cues: grammar.cueMatcher.cues,
                groups: groups,
                segments: segments, matches: matches)
            judge.judge(into: &verdicts, &findings)
        }
    }

    /// The error codes among `tokens`, in `bytes` and without the minus sign; each one once, in order.
    func errorCodes(among tokens: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in tokens where self.tokens[index].has(.errorCode) {
            let token = self.tokens[index]
            let name = bytes[Int(token.start)..<Int(token.end)].drop { $0 == UInt8(ascii: "-") }
            if !found.contains(where: { bytes[$0] == name }) { found.append(name.startIndex..<name.endIndex) }
        }
        return found
    }

    /// The innermost segment around a token.
    func segment(at token: Int) -> Int { Segment.innermost(of: segments, at: token) }

    /// The whole sentence stands in one pair of parentheses.
    private func isParenthesis(_ range: Range<Int>) -> Bool {
        guard range.count > 3, tokens[range.lowerBound].mark == .open else { return false }
        let close = range.last { tokens[$0].mark == .close || tokens[$0].isWord } ?? range.lowerBound
        guard tokens[close].mark == .close, !tokens[range.lowerBound + 1].has(.subordinator) else { return false }
        return !range.dropFirst().contains { $0 < close && tokens[$0].mark == .close }
    }

    /// "Note that", "Please be aware that", "This means that": what follows is said by itself.
    private func start(of sentence: SentenceCutter.Sentence) -> Int {
        var at = sentence.tokens.lowerBound
        let end = min(sentence.tokens.upperBound, at + 8)
        // "(re)set the ring"
        if at + 3 < end, tokens[at].mark == .open, tokens[at + 2].mark == .close,
            tokens[at + 1].end - tokens[at + 1].start <= 3,
            tokens[at + 3].isWord, !tokens[at + 3].shape.contains(.spaced)
        {
            return at + 3
        }
        if isParenthesis(sentence.tokens) {
            at += 1
            // "(i.e. it waits)"
            if at + 1 < end, tokens[at].is(.i_e) || tokens[at].is(.ie) {
                at += tokens[at + 1].mark == .none ? 1 : 2
            }
            return at
        }
        if at < end, tokens[at].is(.this) || tokens[at].is(.it), at + 2 < end, tokens[at + 1].is(.means) {
            return tokens[at + 2].is(.that) ? at + 3 : at + 2
        }
        // "Beware, …", "Note, …"
        if at + 2 < end, tokens[at].has(.preface), !tokens[at].has([.adverb, .preposition, .pronoun, .be]),
            tokens[at + 1].mark == .comma
        {
            return at + 2
        }
        while at < end {
            let token = tokens[at]
            if token.is(.that), at > sentence.tokens.lowerBound {
                return at + 1 < sentence.tokens.upperBound ? at + 1 : sentence.tokens.lowerBound
            }
            let opens =
                token.has([.adverb, .conjunction, .preface])
            guard opens else { return sentence.tokens.lowerBound }
            at += 1
        }
        return sentence.tokens.lowerBound
    }
}
