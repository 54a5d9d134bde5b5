/// A phrase of `CueTable`, compiled.
struct Cue: Sendable {
    enum Scope: UInt8, Sendable { case claim, fragment, aside }

    enum Element: Sendable {
        case forms([Lexicon.WordID])
        case optional([Lexicon.WordID])
        case lemmas([Lexicon.WordID])
        case adverbs
        case nounPhrase
        case party
        case classes(WordClasses, notValue: Bool)
        case tag(Tag)
        case mark(Token.Mark)
        case end
    }

    var name: String
    var elements: [Element]
    /// Nil where only the negated phrase is a cue.
    var modality: Modality?
    var negated: Modality?
    var scope: Scope
    var atStart: Bool
}

/// A cue found in a sentence.
struct CueMatch: Sendable {
    var cue: Int
    var start: Int
    var end: Int
    var isNegated: Bool
}

/// Finds cues: one look-up a token, a comparison only where a cue can begin.
struct CueMatcher: Sendable {
    let cues: [Cue]
    /// The cues that can begin with a word, by its number; and those that can begin with any word.
    private var byWord: [[Int16]]
    private var atStart: [Int16] = []
    private var unanchored: [Int16] = []
    private var byMark: [Int16] = []

    init(lexicon: Lexicon) {
        var lexicon = lexicon
        var cues: [Cue] = []
        for (scope, table) in [
            (Cue.Scope.claim, CueTable.claims), (.fragment, CueTable.fragments), (.aside, CueTable.asides),
        ] {
            for line in table.split(separator: "\n") {
                let columns = line.split(separator: "|" as Character, omittingEmptySubsequences: false).map {
                    $0.split(separator: " ").joined(separator: " ")
                }
                let modality = columns.count == 4 ? Modality(rawValue: columns[2]) : nil
                guard columns.count == 4, modality != nil || columns[2] == "-" else {
                    assertionFailure("a cue has four columns: \(line)")
                    continue
                }
                let (elements, atStart) = Self.compile(columns[1], &lexicon)
                cues.append(
                    Cue(
                        name: columns[0], elements: elements, modality: modality,
                        negated: Modality(rawValue: columns[3]),
                        scope: scope, atStart: atStart))
            }
        }
        self.cues = cues
        byWord = Array(repeating: [], count: lexicon.entries.count)
        for (index, cue) in cues.enumerated() {
            let number = Int16(index)
            if cue.atStart {
                atStart.append(number)
                continue
            }
            switch cue.elements.first {
            case .forms(let words): for word in words { byWord[Int(word)].append(number) }
            case .lemmas(let lemmas):
                for (word, entry) in lexicon.entries.enumerated() where lemmas.contains(entry.lemma) && word > 0 {
                    byWord[word].append(number)
                }
            case .mark: byMark.append(number)
            default: unanchored.append(number)
            }
        }
    }

    private static func compile(_ pattern: String, _ lexicon: inout Lexicon) -> ([Cue.Element], Bool) {
        var elements: [Cue.Element] = []
        var atStart = false
        for part in pattern.split(separator: " ") {
            func ids(_ text: Substring) -> [Lexicon.WordID] {
                text.split(separator: "/" as Character).map { word in
                    guard let id = lexicon.id(of: word.trimmingBraces) else {
                        preconditionFailure("a cue's word must stand in a word table: \(word)")
                    }
                    return id
                }
            }
            switch part {
            case "^": atStart = true
            case "$": elements.append(.end)
            case "~": elements.append(.adverbs)
            case "<np>": elements.append(.nounPhrase)
            case "<party>": elements.append(.party)
            case "<value>": elements.append(.classes([.value, .number], notValue: false))
            case "<error>": elements.append(.classes(.errorCode, notValue: false))
            case "<base>": elements.append(.classes(.base, notValue: false))
            case "<ing>": elements.append(.classes(.ing, notValue: false))
            case "<part>": elements.append(.classes(.participle, notValue: false))
            case "(": elements.append(.mark(.open))
            case ")": elements.append(.mark(.close))
            case "[": elements.append(.mark(.openBracket))
            case "]": elements.append(.mark(.closeBracket))
            case _ where part.hasPrefix("?"): elements.append(.optional(ids(part.dropFirst())))
            case _ where part.hasPrefix("{"): elements.append(.lemmas(ids(part)))
            default: elements.append(.forms(ids(part)))
            }
        }
        return (elements, atStart)
    }

    /// Appends the cues of a sentence, in order of their first token.
    func find(_ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>, into matches: inout [CueMatch]) {
        for cue in atStart { tryMatch(Int(cue), tokens, range.lowerBound, range, &matches) }
        for index in range {
            let token = tokens[index]
            if token.mark != .none {
                if token.mark == .open || token.mark == .openBracket {
                    for cue in byMark { tryMatch(Int(cue), tokens, index, range, &matches) }
                }
                continue
            }
            if token.word != 0 {
                for cue in byWord[Int(token.word)] { tryMatch(Int(cue), tokens, index, range, &matches) }
            }
            if token.has([.value, .number, .errorCode, .adverb, .negation]) {
                for cue in unanchored { tryMatch(Int(cue), tokens, index, range, &matches) }
            }
        }
    }

    private func tryMatch(
        _ index: Int, _ tokens: UnsafeMutableBufferPointer<Token>, _ start: Int, _ range: Range<Int>,
        _ matches: inout [CueMatch]
    ) {
        var at = start
        var isNegated = false
        func word(_ at: Int) -> Token? { at < range.upperBound && tokens[at].mark == .none ? tokens[at] : nil }
        for element in cues[index].elements {
            switch element {
            case .forms(let words):
                guard let token = word(at), words.contains(token.word), token.word != 0 else { return }
                at += 1
            case .optional(let words):
                if let token = word(at), token.word != 0, words.contains(token.word) { at += 1 }
            case .lemmas(let lemmas):
                guard let token = word(at), token.word != 0, lemmas.contains(token.lemma) else { return }
                if token.has(.negation) { isNegated.toggle() }
                at += 1
            case .adverbs:
                while let token = word(at), token.tag == .adverb || token.tag == .negation {
                    if token.tag == .negation { isNegated.toggle() }
                    at += 1
                }
            case .nounPhrase:
                var count = 0
                while count < 4, let token = word(at),
                    token.tag == .noun || token.tag == .determiner || token.tag == .adjective || token.tag == .symbol
                        || token.tag == .number || token.tag == .pronoun
                {
                    at += 1
                    count += 1
                }
            case .party:
                guard let token = word(at), token.party != 0 else { return }
                at += 1
            case .classes(let classes, _):
                guard let token = word(at), token.has(classes) else { return }
                at += 1
            case .tag(let tag):
                guard let token = word(at), token.tag == tag else { return }
                at += 1
            case .mark(let mark):
                guard at < range.upperBound, tokens[at].mark == mark else { return }
                at += 1
            case .end:
                guard
                    at >= range.upperBound
                        || tokens[at].mark != .none && tokens[at].mark != .quote && tokens[at].mark != .slash
                else { return }
            }
        }
        // A negation right before the phrase: "not mandatory", "not valid to".
        if start > range.lowerBound, tokens[start - 1].tag == .negation { isNegated.toggle() }
        matches.append(CueMatch(cue: index, start: start, end: at, isNegated: isNegated))
    }
}

extension Substring {
    fileprivate var trimmingBraces: String { String(filter { $0 != "{" && $0 != "}" }) }
}
