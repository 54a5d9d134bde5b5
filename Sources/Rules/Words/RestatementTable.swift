/// Restatements in the order in which they are tried.
struct RestatementTable: Sendable {
    private let lines: [Restatement]
    /// The lines that begin with a word, by its stem.
    private let byFirst: [String: [Int]]
    /// The lines that begin with whatever stands first in the clause.
    private let open: [Int]
    /// The lines that begin with whatever one word, wherever it stands.
    private let anywhere: [Int]

    /// - Parameter text: a restatement a line, in the notation of `Restatement`.
    init(_ text: String) {
        let lines = text.split(separator: "\n").map(Restatement.init)
        var byFirst: [String: [Int]] = [:]
        for (number, line) in lines.enumerated() {
            let first: [String] =
                switch line.pattern.first {
                case .word(let stems): stems
                case .run(.modal): Restatement.modals.map(Stem.of)
                default: []
                }
            for stem in first { byFirst[stem, default: []].append(number) }
        }
        self.lines = lines
        self.byFirst = byFirst
        func begins(_ line: Restatement, withOne: Bool) -> Bool {
            guard case .run(let run)? = line.pattern.first, run != .modal else { return false }
            return withOne == ((run == .one || run == .name) && !line.atStart)
        }
        open = lines.indices.filter { begins(lines[$0], withOne: false) }
        anywhere = lines.indices.filter { begins(lines[$0], withOne: true) }
    }

    /// So many are undone in one clause at the most.
    private static let most = 8

    /// The words in plain form, and what became of the denial in them.
    func plain(_ words: [Word]) -> (words: [Word], turns: [Restatement.Turn]) {
        var words = words
        var turns: [Restatement.Turn] = []
        for _ in 0..<Self.most {
            guard let (range, plain, turn) = first(in: words) else { break }
            words.replaceSubrange(range, with: plain)
            if turn != .none { turns.append(turn) }
        }
        return (words, turns)
    }

    /// The first place at which a line fits: of several that do, the one that comes first in the table.
    private func first(in words: [Word]) -> (range: Range<Int>, plain: [Word], turn: Restatement.Turn)? {
        let stems = Set(words.map(\.stem))
        func isLikely(_ line: Int) -> Bool { lines[line].required.allSatisfy { $0.contains(where: stems.contains) } }
        let open = open.filter(isLikely)
        let anywhere = anywhere.filter(isLikely)
        for start in words.indices {
            let likely = byFirst[words[start].stem, default: []] + anywhere + (start == 0 ? open : [])
            for number in likely.sorted() {
                let line = lines[number]
                guard !line.atStart || start == 0, let found = line.match(words, at: start),
                    line.turn == .none || !isDenied(words, outside: found.range)
                else { continue }
                return (found.range, line.written(found, in: words), line.turn)
            }
        }
        return nil
    }

    /// What is denied besides is not turned: nobody can tell by these words which of the two denials is meant.
    private func isDenied(_ words: [Word], outside range: Range<Int>) -> Bool {
        words.indices.contains { index in
            !range.contains(index)
                && (words[index].isNegation
                    || ["no", "nobody", "none", "nothing", "neither", "nor"].contains(words[index].folded))
        }
    }
}

extension [RestatementTable] {
    /// The words, put plainly by one table after the other, and what became of the denial in them.
    func plain(_ words: [Word]) -> (words: [Word], turns: [Restatement.Turn]) {
        reduce((words, [])) { found, table in
            let plain = table.plain(found.words)
            return (plain.words, found.turns + plain.turns)
        }
    }
}
