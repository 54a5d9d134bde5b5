/// Finds cues: one look-up a token, a comparison only where a cue can begin.
struct CueMatcher: ~Copyable, Sendable {
    private(set) var cues: [Cue] = []
    private var elements: [Cue.Element] = []
    /// `cues[n].elements`, without the rest of a cue.
    private var patterns: [Range<Int>] = []
    /// What each pattern may begin with, and what it may go on with behind its first element.
    private var openings: [Outlook] = []
    private var continuations: [Outlook] = []
    private var words: [Lexicon.WordID] = []
    /// The cues that can begin with a word, by its number: `byWord[starts[word]..<starts[word + 1]]`.
    private var byWord: [Int16] = []
    private var starts: [Int32] = []
    /// The cues that begin a sentence, with a bracket, or with any word.
    private var atStart: [Int16] = []
    /// What any of `atStart` may begin with.
    private var startOpening = Outlook.nothing
    private var startingWord: [Int16] = []
    private var startingStarts: [Int32] = []
    private var byMark: [Int16] = []
    private var unanchored: [Int16] = []
    /// The cues "{be} ~ word …", by the number of that word.
    private var byPredicate: [Int16] = []
    private var predicateStarts: [Int32] = []
    private var beForms: Set<Lexicon.WordID> = []

    init(lexicon: Lexicon) {
        for (scope, table) in CueTable.tables { table.forEachRow { add($0, scope, lexicon) } }
        patterns = cues.map(\.elements)
        openings = patterns.map { outlook(elements[$0], lexicon) }
        continuations = patterns.map { pattern in
            let goesOn = pattern.first.map { isOneToken(elements[$0]) } ?? false
            return goesOn ? outlook(elements[pattern].dropFirst(), lexicon) : .anything
        }
        index(lexicon)
        for cue in atStart { startOpening.formUnion(openings[Int(cue)]) }
    }

    // MARK: Building

    private mutating func add(_ columns: [String], _ scope: Cue.Scope, _ lexicon: Lexicon) {
        guard columns.count == 4 else { return }
        let first = elements.count
        var atStart = false
        for part in columns[1].utf8.split(separator: UInt8(ascii: " ")) {
            if part.elementsEqual("^".utf8) {
                atStart = true
            } else {
                elements.append(element(String(decoding: part, as: UTF8.self), lexicon))
            }
        }
        cues.append(
            Cue(
                name: columns[0], elements: first..<elements.count, modality: Modality(rawValue: columns[2]),
                negated: Modality(rawValue: columns[3]), scope: scope, atStart: atStart))
    }

    private mutating func element(_ part: String, _ lexicon: Lexicon) -> Cue.Element {
        switch part {
        case "$": Cue.Element(kind: .end)
        case "~": Cue.Element(kind: .adverbs)
        case "<np>": Cue.Element(kind: .nounPhrase)
        case "<party>": Cue.Element(kind: .party)
        case "<value>": Cue.Element(kind: .classes, classes: [.value, .number])
        case "<error>": Cue.Element(kind: .classes, classes: .errorCode)
        case "<base>": Cue.Element(kind: .classes, classes: .base)
        case "<ing>": Cue.Element(kind: .classes, classes: .ing)
        case "<part>": Cue.Element(kind: .classes, classes: .participle)
        case "(": Cue.Element(kind: .mark, mark: .open)
        case ")": Cue.Element(kind: .mark, mark: .close)
        case ":": Cue.Element(kind: .mark, mark: .colon)
        case "[": Cue.Element(kind: .mark, mark: .openBracket)
        case "]": Cue.Element(kind: .mark, mark: .closeBracket)
        default:
            switch part.utf8.first {
            case UInt8(ascii: "?"): Cue.Element(kind: .optional, words: intern(part, lexicon))
            case UInt8(ascii: "{"): Cue.Element(kind: .lemmas, words: intern(part, lexicon))
            default: Cue.Element(kind: .forms, words: intern(part, lexicon))
            }
        }
    }

    /// The lexicon knows every word of the table: it reads the table itself (`Lexicon.addCueWords`).
    private mutating func intern(_ alternatives: String, _ lexicon: Lexicon) -> Range<Int16> {
        let first = Int16(words.count)
        for word in alternatives.utf8.split(whereSeparator: { "/{}?".utf8.contains($0) }) {
            if let id = lexicon.id(of: Array(word)) { words.append(id) }
        }
        return first..<Int16(words.count)
    }

    private mutating func index(_ lexicon: Lexicon) {
        var lists = [[Int16]](repeating: [], count: lexicon.entries.count)
        var predicates = lists
        var starting = lists
        for (number, cue) in cues.enumerated() {
            let number = Int16(number)
            guard let first = cue.elements.first.map({ elements[$0] }) else { continue }
            if cue.atStart, first.kind == .forms {
                for word in first.words { starting[Int(words[Int(word)])].append(number) }
            } else if cue.atStart {
                atStart.append(number)
            } else if first.kind == .mark {
                byMark.append(number)
            } else if first.kind == .forms {
                for word in first.words { lists[Int(words[Int(word)])].append(number) }
            } else if let words = predicateWords(cue) {
                for word in words { predicates[Int(self.words[Int(word)])].append(number) }
            } else if first.kind == .lemmas {
                for word in 1..<lexicon.entries.count where has(first, lexicon.entries[word].lemma) {
                    lists[word].append(number)
                }
            } else {
                unanchored.append(number)
            }
        }
        for word in lexicon.entries.indices where lexicon.entries[word].lemma == KeyWord.be.rawValue {
            beForms.insert(Lexicon.WordID(word))
        }
        (byWord, starts) = Self.flatten(lists)
        (startingWord, startingStarts) = Self.flatten(starting)
        (byPredicate, predicateStarts) = Self.flatten(predicates)
    }

    private static func flatten(_ lists: [[Int16]]) -> ([Int16], [Int32]) {
        var starts: [Int32] = []
        var flat: [Int16] = []
        for list in lists {
            starts.append(Int32(flat.count))
            flat += list
        }
        starts.append(Int32(flat.count))
        return (flat, starts)
    }

    /// The words that a cue within a sentence can begin with.
    var openingWords: [Lexicon.WordID] {
        let words = 1..<Lexicon.WordID(starts.count - 1)
        return words.filter { starts[Int($0)] < starts[Int($0) + 1] || beForms.contains($0) }
    }

    /// The words behind "{be} ~", where a cue begins so: "is" is too frequent to try all of them.
    private func predicateWords(_ cue: Cue) -> Range<Int16>? {
        guard cue.elements.count >= 3 else { return nil }
        let first = elements[cue.elements.lowerBound]
        let third = elements[cue.elements.lowerBound + 2]
        guard first.kind == .lemmas, first.words.count == 1, words[Int(first.words.lowerBound)] == KeyWord.be.rawValue,
            elements[cue.elements.lowerBound + 1].kind == .adverbs, third.kind == .forms
        else { return nil }
        return third.words
    }

    /// Whether the element stands for exactly one token, so that the next element begins behind it.
    private func isOneToken(_ element: Cue.Element) -> Bool {
        switch element.kind {
        case .forms, .lemmas, .classes, .party, .mark: true
        case .optional, .adverbs, .nounPhrase, .end: false
        }
    }

    /// What can come first of `elements`.
    private func outlook(_ elements: ArraySlice<Cue.Element>, _ lexicon: Lexicon) -> Outlook {
        var outlook = Outlook.nothing
        for element in elements {
            switch element.kind {
            case .forms, .lemmas, .optional:
                for word in element.words { outlook.add(lexicon.entries[Int(words[Int(word)])].lemma) }
                if element.kind != .optional { return outlook }
            case .adverbs: outlook.mayBeAdverb = true
            default: return .anything
            }
        }
        return .anything
    }

    @inline(__always)
    private func has(_ element: Cue.Element, _ word: Lexicon.WordID) -> Bool {
        guard word != 0 else { return false }
        for index in element.words where words[Int(index)] == word { return true }
        return false
    }

    // MARK: Finding

    /// Appends the cues of a sentence, in order of their first token.
    func find(_ tokens: Tokens, _ range: Range<Int>, into matches: inout Scratch<CueMatch>) {
        guard !range.isEmpty else { return }
        if startOpening.admits(tokens[range.lowerBound]) {
            for cue in atStart where openings[Int(cue)].admits(tokens[range.lowerBound]) {
                match(Int(cue), tokens, range.lowerBound, range, &matches)
            }
        }
        let opening = Int(tokens[range.lowerBound].word)
        for entry in Int(startingStarts[opening])..<Int(startingStarts[opening + 1])
        where goesOn(Int(startingWord[entry]), tokens, range.lowerBound + 1, range) {
            match(Int(startingWord[entry]), tokens, range.lowerBound, range, &matches)
        }
        for index in range {
            let token = tokens[index]
            guard token.mark != .none || token.has([.openingCue, .value, .number, .errorCode]) else { continue }
            if token.mark != .none {
                guard token.mark == .open || token.mark == .openBracket else { continue }
                for cue in byMark where goesOn(Int(cue), tokens, index + 1, range) {
                    match(Int(cue), tokens, index, range, &matches)
                }
                continue
            }
            if token.word != 0 {
                let first = Int(starts[Int(token.word)])
                let end = Int(starts[Int(token.word) + 1])
                for entry in first..<end where goesOn(Int(byWord[entry]), tokens, index + 1, range) {
                    match(Int(byWord[entry]), tokens, index, range, &matches)
                }
                if token.isForm(of: .be) { predicate(tokens, index, range, &matches) }
            }
            if token.has([.value, .number, .errorCode]) {
                for cue in unanchored where goesOn(Int(cue), tokens, index + 1, range) {
                    match(Int(cue), tokens, index, range, &matches)
                }
            }
        }
    }

    private func predicate(
        _ tokens: Tokens, _ index: Int, _ range: Range<Int>, _ matches: inout Scratch<CueMatch>
    ) {
        let at = tokens.behindAdverbs(index + 1, before: range.upperBound)
        guard at < range.upperBound, tokens[at].word != 0 else { return }
        let word = Int(tokens[at].word)
        for entry in Int(predicateStarts[word])..<Int(predicateStarts[word + 1]) {
            match(Int(byPredicate[entry]), tokens, index, range, &matches)
        }
    }

    /// Whether what stands at `index` may go on with a cue: most words that can begin one do not.
    @inline(__always)
    private func goesOn(
        _ cue: Int, _ tokens: Tokens, _ index: Int, _ range: Range<Int>
    ) -> Bool {
        index >= range.upperBound || continuations[cue].admits(tokens[index])
    }

    private func match(
        _ cue: Int, _ tokens: Tokens, _ start: Int, _ range: Range<Int>,
        _ matches: inout Scratch<CueMatch>
    ) {
        var at = start
        var isNegated = false
        for index in patterns[cue] {
            let element = elements[index]
            let isWord = at < range.upperBound && tokens[at].mark == .none
            switch element.kind {
            case .forms:
                guard isWord, has(element, tokens[at].word) else { return }
                at += 1
            case .optional:
                if isWord, has(element, tokens[at].word) { at += 1 }
            case .lemmas:
                guard isWord, has(element, tokens[at].lemma) else { return }
                if tokens[at].has(.negation) { isNegated.toggle() }
                at += 1
            case .adverbs:
                while at < range.upperBound, tokens[at].tag == .adverb || tokens[at].tag == .negation {
                    if tokens[at].tag == .negation { isNegated.toggle() }
                    at += 1
                }
            case .nounPhrase:
                let limit = min(range.upperBound, at + 4)
                // It ends before the word that the pattern wants next: "optional <np> callback".
                let next = index + 1 < patterns[cue].upperBound ? elements[index + 1] : nil
                while at < limit, isNominal(tokens[at].tag), tokens[at].party == 0 {
                    if let next, next.kind == .forms, has(next, tokens[at].word) { break }
                    at += 1
                }
            case .party:
                guard isWord, tokens[at].party != 0 else { return }
                at += 1
            case .classes:
                guard isWord, tokens[at].has(element.classes) else { return }
                at += 1
            case .mark:
                guard at < range.upperBound, tokens[at].mark == element.mark else { return }
                at += 1
            case .end:
                guard !isWord, at >= range.upperBound || tokens[at].mark != .quote && tokens[at].mark != .slash
                else { return }
            }
        }
        // A negation right before the phrase: "not mandatory", "isn't mandatory".
        if start > range.lowerBound, tokens[start - 1].tag == .negation || tokens[start - 1].has(.negation) {
            isNegated.toggle()
        }
        matches.append(CueMatch(cue: cue, start: start, end: at, isNegated: isNegated))
    }

    private func isNominal(_ tag: Tag) -> Bool {
        switch tag {
        case .noun, .determiner, .adjective, .symbol, .number, .pronoun: true
        default: false
        }
    }
}
