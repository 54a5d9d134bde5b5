import KernelDoc

/// Reads sentences: tags, groups, segments, cues, verdicts. Holds the scratch space that all sentences
/// of a document share, so that reading allocates nothing once it is warm. It cannot be copied: whoever looks at
/// a sentence borrows it.
struct SentenceReader: ~Copyable {
    let grammar: Grammar
    /// What all tokens of the unit can be, taken together.
    private(set) var classes: WordClasses = []
    // What most documents need; growing to it would cost more than reading a short one.
    private var lexed = Scratch<Token>(capacity: 256)
    private var cut = Scratch<SentenceCutter.Sentence>(capacity: 32)
    private var grouped = Scratch<VerbGroup>(capacity: 16)
    private var segmenter = Segmenter()
    private var matched = Scratch<CueMatch>(capacity: 16)
    private var judged = Scratch<Verdict>(capacity: 16)
    private var found = Scratch<Verdict>(capacity: 16)

    init(grammar: Grammar) { self.grammar = grammar }

    // What was read last; good until more is read.

    /// Those of the unit.
    var tokens: Tokens { lexed.elements }
    /// Those of the unit.
    var sentences: UnsafeMutableBufferPointer<SentenceCutter.Sentence> { cut.elements }
    var groups: VerbGroups { grouped.elements }
    var segments: Segments { segmenter.segments }
    var matches: UnsafeMutableBufferPointer<CueMatch> { matched.elements }
    /// One a segment.
    var verdicts: Verdicts { judged.elements }
    /// What each verb group says by itself, one a group.
    var findings: Verdicts { found.elements }

    /// Lexes and cuts one unit.
    mutating func load(
        _ bytes: UnsafeBufferPointer<UInt8>, _ unit: Prose.Unit, _ spans: UnsafeBufferPointer<Prose.Span>,
        _ span: inout Int
    ) {
        lexed.clear()
        cut.clear()
        let grammar = grammar
        Lexer(words: grammar.words).lex(bytes, unit.range, into: &lexed)
        markSpans(spans, unit, &span)
        let tokens = tokens
        var classes: WordClasses = []
        for index in tokens.indices {
            classes.formUnion(tokens[index].classes)
            guard tokens[index].has(.phraseEnd) else { continue }
            let party = grammar.lexicon.phraseParty(tokens, index)
            if party != 0 { tokens[index].party = party }
        }
        self.classes = classes
        SentenceCutter.cut(tokens, into: &cut)
    }

    /// Marked-up names are symbols, whatever they look like; values (NULL, true, 0, -EINVAL) stay values.
    private func markSpans(_ spans: UnsafeBufferPointer<Prose.Span>, _ unit: Prose.Unit, _ span: inout Int) {
        let tokens = tokens
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
        grouped.clear()
        matched.clear()
        judged.clear()
        found.clear()
        // Held once: of what may change meanwhile, each table would be held by itself.
        let grammar = grammar
        let tokens = tokens
        let range = start(of: sentence)..<sentence.tokens.upperBound
        Tagger.tag(tokens, range, namesThing: context.namesThing, tellsAction: context.tellsAction)
        grammar.groupFinder.find(tokens, range, into: &grouped)
        segmenter.cut(tokens, range, groups)
        SubjectFinder.find(tokens, range, segments, groups)
        grammar.cueMatcher.find(tokens, range, into: &matched)
        let judge = SentenceJudge(
            grammar: grammar, tokens: tokens, range: range, context: context, groups: groups, segments: segments,
            matches: matches)
        judge.judge(into: &judged, &found)
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
            // "This means that" alone leaves nothing to be said by itself.
            guard tokens[at + 2].is(.that) else { return at + 2 }
            return at + 3 < sentence.tokens.upperBound ? at + 3 : at
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
