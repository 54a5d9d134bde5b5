import Testing

@testable import Clauses

/// What the tables take for granted of each other, so that no line of theirs is passed over in silence.
@Suite("Tables")
struct TableTests {
    /// What is wrong with the lines of a table of cues.
    private func faults(in rows: WordList) -> [String] {
        var faults: [String] = []
        rows.forEachRow { columns in
            guard columns.count == 4, !columns[0].isEmpty else {
                faults.append("\(columns): not four columns")
                return
            }
            let name = columns[0]
            let parts = columns[1].split(separator: " ").map(String.init)
            if !parts.contains(where: { !["^", "~", "$", "<np>"].contains($0) && !$0.hasPrefix("?") }) {
                faults.append("\(name): matches anything")
            }
            if let first = parts.first, first != "^", !isAnchor(first) {
                faults.append("\(name): begins with \(first), which is tried nowhere")
            }
            if parts.dropFirst().contains("^") { faults.append("\(name): ^ within") }
            for word in parts.flatMap(words) where Grammar.general.lexicon.id(of: word) == nil {
                faults.append("\(name): \(word) stands in no table of words")
            }
            if Modality(rawValue: columns[2]) == nil, columns[2] != "-" {
                faults.append("\(name): \(columns[2]) is no modality")
            }
            if Modality(rawValue: columns[3]) == nil, !columns[3].isEmpty {
                faults.append("\(name): \(columns[3]) is no modality when negated")
            }
        }
        return faults
    }

    private func isAnchor(_ part: String) -> Bool {
        if ["(", "[", "<value>", "<error>"].contains(part) { return true }
        return part.hasPrefix("{") || !words(part).isEmpty && !part.hasPrefix("?")
    }

    /// The words that a part of a pattern names.
    private func words(_ part: String) -> [String] {
        let marks = ["^", "$", "~", "(", ")", "[", "]", ":"]
        guard !part.hasPrefix("<"), !marks.contains(part) else { return [] }
        return part.split(whereSeparator: { "/{}?".contains($0) }).map(String.init)
    }

    @Test("Every cue has four columns, words that are known, valid modalities, and a beginning by which it is found")
    func cues() {
        var count = 0
        for (_, rows) in CueTable.tables {
            #expect(faults(in: rows).isEmpty, "\(faults(in: rows))")
            rows.forEachRow { _ in count += 1 }
        }
        #expect(Grammar.general.cueMatcher.cues.count == count)
    }

    @Test(
        "A cue that would never be found, or be passed over, is a fault",
        arguments: [
            "a | must | obligation", "a | must | obligation | | ", "a | ~ must | obligation |",
            "a | ?must be | obligation |",
            "a | <np> must | obligation |", "a | <party> must | obligation |", "a | <base> it | obligation |",
            "a | <ing> it | obligation |", "a | <part> it | obligation |", "a | $ must | obligation |",
            "a | ) must | obligation |", "a | must ^ be | obligation |", "a | ^ ~ | obligation |",
            "a | must | obligatory |", "a | must | obligation | no", "a | qwrtzp | obligation |", "a | | obligation |",
        ] as [WordList])
    func faulty(rows: WordList) {
        #expect(!faults(in: rows).isEmpty)
    }

    /// The patterns that a row stands for, with one word where it gives several, and what each of them says.
    private func expanded(_ columns: [String]) -> [(pattern: [String], says: [String])] {
        var patterns: [[String]] = [[]]
        for part in columns[1].split(separator: " ").map(String.init) {
            let alternatives =
                part.hasPrefix("<") || part.hasPrefix("?") ? [part] : part.split(separator: "/").map(String.init)
            patterns = patterns.flatMap { pattern in alternatives.map { pattern + [$0] } }
        }
        return patterns.map { ($0, Array(columns[2...])) }
    }

    /// The same pattern with any form of a word instead of one of its words: "{be} fine" for "is fine".
    private func lemmatized(_ pattern: [String]) -> [[String]] {
        let lexicon = Grammar.general.lexicon
        return pattern.indices.compactMap { place in
            guard let word = lexicon.id(of: pattern[place]) else { return nil }
            var wider = pattern
            wider[place] = "{\(lexicon.string(lexicon.entries[Int(word)].lemma))}"
            return wider
        }
    }

    /// The rows of a table that say what another row says of the same words, or of fewer of them.
    private func shadowed(in rows: WordList) -> [String] {
        var faults: [String] = []
        var says: [[String]: [String]] = [:]
        var names: Set<String> = []
        var all: [(name: String, pattern: [String], says: [String])] = []
        rows.forEachRow { columns in
            if !names.insert(columns[0]).inserted { faults.append("\(columns[0]): a name given twice") }
            for (pattern, meaning) in expanded(columns) {
                if says.updateValue(meaning, forKey: pattern) != nil {
                    faults.append("\(columns[0]): \(pattern) twice")
                }
                all.append((columns[0], pattern, meaning))
            }
        }
        for (name, pattern, meaning) in all {
            let others = ([pattern] + lemmatized(pattern)).flatMap { wider in
                wider.indices.map { Array(wider[...$0]) }
            }
            for other in others where other != pattern && says[other] == meaning {
                faults.append("\(name): \(pattern) is found as \(other)")
            }
        }
        return faults
    }

    @Test("No row of cues says what another one says of the same words")
    func shadowing() {
        for (_, rows) in CueTable.tables { #expect(shadowed(in: rows).isEmpty, "\(shadowed(in: rows))") }
    }

    @Test(
        "A row that another one makes needless is a fault",
        arguments: [
            "a | must | obligation |\na | needs | obligation |",
            "a | must/shall | obligation |\nb | shall | obligation |",
            "a | {be} ~ fine | permission |\nb | {be} ~ fine to | permission |",
            "a | {be} fine | permission |\nb | is fine | permission |",
            "a | value {be} | outcome |\nb | value is/will | outcome |",
        ] as [WordList])
    func needless(rows: WordList) {
        #expect(!shadowed(in: rows).isEmpty)
    }

    @Test("A row that says more of more words is none")
    func refined() {
        #expect(shadowed(in: "a | must | obligation |\nb | must never | prohibition |").isEmpty)
    }

    /// The words of a row that stand in it twice, or that a row which says more than `plain` has.
    private func repeated(_ rows: [(classes: WordClasses, words: WordList)], plain: WordClasses? = nil) -> [String] {
        func base(_ word: String) -> String { String(word.prefix { !"/+*".contains($0) }) }
        var faults: [String] = []
        var telling: Set<String> = []
        for (classes, words) in rows where classes != plain { telling.formUnion(words.strings.map(base)) }
        for (classes, words) in rows {
            var seen: Set<String> = classes == plain ? telling : []
            for word in words.strings.map(base) where !seen.insert(word).inserted { faults.append(word) }
        }
        return faults
    }

    @Test("No word stands twice in a row of a table, nor in the plain row beside a telling one")
    func words() {
        #expect(repeated(VerbTable.rows, plain: []).isEmpty)
        #expect(repeated(NounTable.rows, plain: []).isEmpty)
        #expect(repeated(AdjectiveTable.rows, plain: .adjective).isEmpty)
        #expect(repeated(FunctionWordTable.rows).isEmpty)
        #expect(repeated([([], VerbTable.alsoNouns)]).isEmpty)
        #expect(repeated([([], PossibilityTable.words)]).isEmpty)
        #expect(repeated([([], DeedTable.words)]).isEmpty)
        #expect(repeated([([], "a b/x a+"), (.noun, "c")]) == ["a"])
        #expect(repeated([([], "a c"), (.noun, "c")], plain: []) == ["c"])
    }

    @Test("The columns of a row stand without the white space around them")
    func columns() {
        var rows: [[String]] = []
        let table: WordList = "  a |\tb  c |\r\nd||  \n | "
        table.forEachRow { rows.append($0) }
        #expect(rows == [["a", "b  c", ""], ["d", "", ""], ["", ""]])
    }

    @Test("The key words are numbered as the lexicon numbers them")
    func keyWords() {
        let words = KeyWord.words.strings
        #expect(words.count == KeyWord.allCases.count)
        for (word, key) in zip(words, KeyWord.allCases) {
            #expect(Grammar.general.lexicon.id(of: word) == key.rawValue)
            // A case is named after its word: `i_e`, `do_`, `thats`.
            let name = "\(key)".filter { $0 != "_" }
            #expect(key == .first1 ? word == "1" : name == word.filter { $0.isLetter })
        }
    }

    @Test("A modality's rank is its place in the order of precedence")
    func ranks() {
        #expect(Modality.allCases.map(\.rank) == Array(Modality.allCases.indices))
    }
}
