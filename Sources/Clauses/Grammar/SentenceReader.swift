import KernelDoc
import Synchronization

/// Reads sentences: tags, groups, segments, cues, judgements. Holds the scratch space that all sentences
/// of a document share, so that reading allocates nothing once it is warm. It cannot be copied: whoever looks at
/// a sentence borrows it.
///
/// Some units are loaded at once, and all of their sentences taken one step before any is taken the next: the code of
/// one step stays in the processor's first cache meanwhile, that of all steps would not. Only what a sentence says
/// waits for what the one before says, so units are entered, and their sentences judged, one by one.
struct SentenceReader: ~Copyable {
    /// A unit that was loaded. Not private, nor are its steps: the compiler of Swift 6.3 loses sight of them then.
    struct Unit {
        var context: UnitContext
        var classes: WordClasses
        /// In `lexed`.
        var tokens: Range<Int>
        /// In `cut` and `steps`.
        var sentences: Range<Int>
    }

    /// How far a sentence is read: where in each step's space its part is.
    struct Steps {
        /// What is read of it, in its unit's tokens.
        var range: Range<Int>
        var section: UnitContext.Section
        var goesOn: Bool
        var groups = 0..<0
        var segments = 0..<0
        var matches = 0..<0
    }

    let grammar: Grammar
    /// Of the grammar's words, and kept: asking for them would be counted as a use of the grammar, once a unit.
    private let lexer: Lexer
    // What most documents need; growing to it would cost more than reading a short one.
    private var lexed = Scratch<Token>(capacity: 1024)
    private var units = Scratch<Unit>(capacity: 64)
    private var cut = Scratch<SentenceCutter.Sentence>(capacity: 128)
    private var steps = Scratch<Steps>(capacity: 128)
    private var grouped = Scratch<VerbGroup>(capacity: 128)
    private var segmenter = Segmenter()
    private var segmented = Scratch<Segment>(capacity: 256)
    private var matched = Scratch<CueMatch>(capacity: 64)
    private var judged = Scratch<Judgement>(capacity: 16)
    private var found = Scratch<Judgement>(capacity: 16)

    init(grammar: Grammar) {
        self.grammar = grammar
        lexer = Lexer(words: grammar.words)
    }

    // Of the unit that was entered last; good until more is loaded.

    private(set) var tokens = Tokens(start: nil, count: 0)
    private(set) var sentences = UnsafeMutableBufferPointer<SentenceCutter.Sentence>(start: nil, count: 0)
    /// What all its tokens can be, taken together.
    private(set) var classes: WordClasses = []
    private(set) var context = UnitContext(role: .paragraph, kind: .doc)
    private var firstSentence = 0
    /// What holds an atomic is lent by its address; without one, all of this would be copied for each sentence.
    private let address = Atomic(false)

    // Of the sentence that was judged last.

    private(set) var groups = VerbGroups(start: nil, count: 0)
    private(set) var segments = Segments(start: nil, count: 0)
    private(set) var matches = UnsafeMutableBufferPointer<CueMatch>(start: nil, count: 0)
    /// One a segment.
    var judgements: Judgements { judged.elements }
    /// What each verb group says by itself, one a group.
    var findings: Judgements { found.elements }

    // MARK: Loading

    /// More would no longer fit into the processor's first cache.
    var isFull: Bool { lexed.count >= 512 }

    /// Leaves nothing of the units before.
    mutating func clear() {
        lexed.clear()
        units.clear()
        cut.clear()
    }

    /// Lexes and cuts one unit.
    mutating func load(
        _ bytes: UnsafeBufferPointer<UInt8>, _ unit: Prose.Unit, _ context: UnitContext,
        _ spans: UnsafeBufferPointer<Prose.Span>, _ span: inout Int
    ) {
        let first = (token: lexed.count, sentence: cut.count)
        lexer.lex(bytes, unit.range, into: &lexed)
        let tokens = lexed[first.token..<lexed.count]
        markSpans(spans, unit, tokens, &span)
        var classes: WordClasses = []
        for index in tokens.indices {
            classes.formUnion(tokens[index].classes)
            // A process context is where something is done, and no party that does it.
            if tokens[index].isForm(of: .context), index > tokens.startIndex { tokens[index - 1].party = 0 }
            guard tokens[index].has(.phraseEnd) else { continue }
            let party = grammar.lexicon.phraseParty(tokens, index)
            if party != 0 { tokens[index].party = party }
        }
        SentenceCutter.cut(tokens, into: &cut)
        units.append(
            Unit(
                context: context, classes: classes, tokens: first.token..<lexed.count,
                sentences: first.sentence..<cut.count))
    }

    /// Marked-up names are symbols, whatever they look like; values (NULL, true, 0, -EINVAL) stay values.
    private func markSpans(
        _ spans: UnsafeBufferPointer<Prose.Span>, _ unit: Prose.Unit, _ tokens: Tokens, _ span: inout Int
    ) {
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

    // MARK: Reading

    /// Takes all sentences that were loaded up to where each needs to know what the one before says.
    mutating func read() {
        steps.clear()
        grouped.clear()
        segmented.clear()
        matched.clear()
        // Held once: of what may change meanwhile, each table would be held by itself.
        let grammar = grammar
        for unit in units.elements { tag(unit, grammar) }
        for unit in units.elements { group(unit, grammar) }
        for unit in units.elements { match(unit, grammar) }
    }

    private mutating func tag(_ unit: Unit, _ grammar: Grammar) {
        let tokens = lexed[unit.tokens]
        var context = unit.context
        for (number, sentence) in cut[unit.sentences].enumerated() {
            context.goesOn = number > 0 && isStatement(sentence.tokens, tokens)
            if sentence.title >= 0, context.section == .none {
                context.section = UnitContext.section(named: grammar.lexicon.string(tokens[sentence.title].word))
            }
            let start = start(of: sentence, tokens)
            let range = Cleft.mended(tokens, start..<sentence.tokens.upperBound)..<sentence.tokens.upperBound
            Tagger.tag(tokens, range, namesThing: context.namesThing, tellsAction: context.tellsAction)
            steps.append(Steps(range: range, section: context.section, goesOn: context.goesOn))
        }
    }

    /// It opens as a statement does, or holds a verb that can be nothing else; "input enable", "Access by name" do not.
    private func isStatement(_ range: Range<Int>, _ tokens: Tokens) -> Bool {
        tokens[range.lowerBound].has([.determiner, .pronoun, .subordinator, .preposition, .adverb])
            || range.contains {
                tokens[$0].has([.modal, .be]) || tokens[$0].has(.thirdPerson) && !tokens[$0].has(.noun)
            }
    }

    /// Finds the verb groups of a unit's sentences, their segments and their subjects.
    private mutating func group(_ unit: Unit, _ grammar: Grammar) {
        let tokens = lexed[unit.tokens]
        for number in unit.sentences {
            let range = steps.elements[number].range
            let first = (group: grouped.count, segment: segmented.count)
            grammar.groupFinder.find(tokens, range, into: &grouped)
            let groups = grouped[first.group..<grouped.count]
            segmenter.cut(tokens, range, groups)
            for segment in segmenter.segments { segmented.append(segment) }
            let segments = segmented[first.segment..<segmented.count]
            SubjectFinder.find(tokens, range, segments, groups)
            steps.elements[number].groups = first.group..<grouped.count
            steps.elements[number].segments = first.segment..<segmented.count
        }
    }

    private mutating func match(_ unit: Unit, _ grammar: Grammar) {
        let tokens = lexed[unit.tokens]
        for number in unit.sentences {
            let first = matched.count
            grammar.cueMatcher.find(tokens, steps.elements[number].range, into: &matched)
            steps.elements[number].matches = first..<matched.count
        }
    }

    // MARK: Judging

    /// Goes to a unit that was read, by its place among those that were loaded: `tokens`, `sentences`, `classes` and
    /// `context` are its own.
    mutating func enter(_ place: Int) {
        let unit = units.elements[place]
        tokens = lexed[unit.tokens]
        sentences = cut[unit.sentences]
        classes = unit.classes
        context = unit.context
        firstSentence = unit.sentences.lowerBound
    }

    /// The section that a title puts a sentence of the unit into.
    func section(of sentence: Int) -> UnitContext.Section { steps.elements[firstSentence + sentence].section }

    /// A sentence of the unit is a statement behind another one.
    func goesOn(at sentence: Int) -> Bool { steps.elements[firstSentence + sentence].goesOn }

    /// Judges a sentence of the unit: afterwards `groups`, `segments`, `matches` and `judgements` tell of it.
    mutating func judge(_ sentence: Int, _ context: UnitContext) {
        judged.clear()
        found.clear()
        let step = steps.elements[firstSentence + sentence]
        groups = grouped[step.groups]
        segments = segmented[step.segments]
        matches = matched[step.matches]
        let judge = SentenceJudge(
            grammar: grammar, tokens: tokens, range: step.range, context: context, groups: groups, segments: segments,
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
    private func isParenthesis(_ range: Range<Int>, _ tokens: Tokens) -> Bool {
        guard range.count > 3, tokens[range.lowerBound].mark == .open else { return false }
        let close = range.last { tokens[$0].mark == .close || tokens[$0].isWord } ?? range.lowerBound
        guard tokens[close].mark == .close, !tokens[range.lowerBound + 1].has(.subordinator) else { return false }
        return !range.dropFirst().contains { $0 < close && tokens[$0].mark == .close }
    }

    /// "Note that", "Please be aware that", "This means that": what follows is said by itself.
    private func start(of sentence: SentenceCutter.Sentence, _ tokens: Tokens) -> Int {
        var at = sentence.tokens.lowerBound
        let end = min(sentence.tokens.upperBound, at + 8)
        // "(re)set the ring", "[ANY] (re)set the ring"
        let isMarked = at + 6 < end && tokens[at].mark == .openBracket && tokens[at + 2].mark == .closeBracket
        let prefix = isMarked ? at + 3 : at
        if prefix + 3 < end, tokens[prefix].mark == .open, tokens[prefix + 2].mark == .close,
            tokens[prefix + 1].end - tokens[prefix + 1].start <= 3,
            tokens[prefix + 3].isWord, !tokens[prefix + 3].shape.contains(.spaced)
        {
            return prefix + 3
        }
        if isParenthesis(sentence.tokens, tokens) {
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
            // "In that case it is …"
            if token.is(.that), at > sentence.tokens.lowerBound, !tokens[at - 1].is(.in_) {
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
