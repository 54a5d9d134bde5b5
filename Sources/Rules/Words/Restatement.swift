import Clauses

/// Puts what English says in a roundabout way into the plain form that the kinds of rules know: "it falls to the caller to
/// stop it" is "the caller must stop it".
///
/// Nothing of a subsystem stands here, and no kind: what is restated is restated for all of them. The clause keeps its own
/// words; only what the rules read of it is plain.
struct Restatement: Sendable {
    /// What a way of saying it does to the denial in it.
    enum Turn: String, Sendable {
        case none = ""
        /// The plain form denies what was asked, or told, in other words: "has to refrain from".
        case denies
        /// The plain form denies no more: "must not fail to".
        case affirms
        /// The plain form has it that nobody has to.
        case exempts
    }

    enum Element: Sendable, Equatable {
        case word([String])
        case not([String])
        case run(Run)
    }

    /// What stands for words that are taken over as they are.
    enum Run: String, Sendable {
        /// One word to eight, among them no modal and no "be", and nothing that opens a clause.
        case some = "<x>"
        case others = "<y>"
        /// One to twenty-four, for what has to reach the end.
        case rest = "<rest>"
        case one = "<w>"
        /// One name in C.
        case name = "<name>"
        case number = "<number>"
        case modal = "<modal>"
        /// A participle: "called", "held".
        case participle = "<part>"
        /// What can stand out in "it is … that": with a name in C, or behind a preposition.
        case focus = "<focus>"
        /// Whoever stands behind "by": up to what can no longer be a part of the name.
        case agent = "<agent>"
        /// What is left of the clause, if anything.
        case tail = "<tail>"

        var lengths: ClosedRange<Int> {
            switch self {
            case .some, .others, .focus: 1...8
            case .rest: 1...24
            case .tail: 0...24
            case .agent: 1...4
            case .one, .name, .number, .modal, .participle: 1...1
            }
        }

        func fits(_ words: ArraySlice<Word>, before next: Word?) -> Bool {
            guard let first = words.first, let last = words.last else { return self == .tail }
            return switch self {
            case .some, .others:
                !words.contains {
                    $0.stem == "be" || Restatement.modals.contains($0.folded) || Restatement.openers.contains($0.folded)
                }
            case .one: !first.isNegation && !Restatement.modals.contains(first.folded)
            case .name: first.isNameInC
            case .rest, .tail: true
            case .agent:
                next.map { Restatement.boundaries.contains($0.folded) } ?? true
                    && !words.contains { Restatement.boundaries.contains($0.folded) }
            case .number: first.number != nil
            case .modal: Restatement.modals.contains(first.folded)
            case .participle: first.isParticiple
            case .focus where words.contains { $0.isNegation || Restatement.modals.contains($0.folded) }: false
            case .focus:
                Restatement.prepositions.contains(first.folded) || first.isNameInC || last.isNameInC
            }
        }
    }

    let atStart: Bool
    let atEnd: Bool
    let pattern: [Element]
    /// Of each, one word has to be there.
    let required: [[String]]
    let plain: [String]
    let turn: Turn

    /// A line of the table.
    init(_ line: Substring) {
        let columns = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
        precondition(columns.count == 3, "a restatement has three columns: \(line)")
        atStart = columns[0].first == "^"
        atEnd = columns[0].last == "$"
        pattern = columns[0].filter { $0 != "^" && $0 != "$" }.map(Self.element)
        required = pattern.compactMap { if case .word(let stems) = $0 { stems } else { nil } }
        plain = columns[1].map(String.init)
        guard let turn = Turn(rawValue: columns[2].joined()) else {
            preconditionFailure("a restatement turns nothing like that: \(line)")
        }
        self.turn = turn
    }

    private static func element(_ piece: Substring) -> Element {
        if let run = Run(rawValue: String(piece)) { return .run(run) }
        let isDenied = piece.hasPrefix("!")
        let stems = piece.drop { $0 == "!" }.split(separator: "/").map { Stem.of(String($0)) }
        return isDenied ? .not(stems) : .word(stems)
    }

    static let modals: Set<String> = [
        "can", "cannot", "could", "may", "might", "must", "shall", "should", "will", "would",
    ]
    /// What no name goes on behind.
    private static let boundaries: Set<String> = prepositions.union([
        "and", "but", "if", "or", "so", "that", "though", "through", "unless", "until", "via", "which", "without",
    ])
    /// What opens a clause.
    private static let openers: Set<String> = ["because", "if", "unless", "until", "when", "which", "while", "whose"]
    private static let prepositions: Set<String> = [
        "after", "at", "before", "between", "by", "during", "for", "from", "in", "inside", "on", "only", "to", "upon",
        "when", "while", "with", "within",
    ]

    typealias Found = (range: Range<Int>, runs: [(run: Run, range: Range<Int>)])

    func match(_ words: [Word], at start: Int) -> Found? {
        func match(_ element: Int, _ at: Int, _ runs: [(run: Run, range: Range<Int>)]) -> Found? {
            guard element < pattern.count else { return atEnd && at < words.count ? nil : (start..<at, runs) }
            switch pattern[element] {
            case .word(let stems):
                return at < words.count && stems.contains(words[at].stem) ? match(element + 1, at + 1, runs) : nil
            case .not(let stems):
                return at < words.count && stems.contains(words[at].stem) ? nil : match(element + 1, at, runs)
            case .run(let run):
                for length in run.lengths where at + length <= words.count {
                    let range = at..<at + length
                    guard run.fits(words[range], before: words.dropFirst(range.upperBound).first) else { continue }
                    if let found = match(element + 1, range.upperBound, runs + [(run, range)]) { return found }
                }
                return nil
            }
        }
        return match(0, start, [])
    }

    func written(_ found: Found, in words: [Word]) -> [Word] {
        // What is put for words of a condition stands in the condition.
        let part = words[found.range].allSatisfy(\.isSubordinate) ? words[found.range].first?.part : nil
        let isCondition = words[found.range].allSatisfy(\.isCondition)
        return plain.flatMap { piece -> [Word] in
            guard let run = Run(rawValue: piece) else {
                var word = Word(Substring(piece))
                word.part = part
                word.isCondition = isCondition
                return [word]
            }
            return found.runs.first { $0.run == run }.map { Array(words[$0.range]) } ?? []
        }
    }
}

extension Word {
    /// "Called", "held": what stands behind "be" in the passive.
    fileprivate var isParticiple: Bool {
        folded.hasSuffix("ed") && folded.count > 4
            || ["held", "kept", "taken", "given", "made", "sent", "lost", "left", "run", "set", "put", "begun"]
                .contains(folded)
    }
}

extension Clause {
    /// What it says once its words are in plain form.
    func turned(_ turn: Restatement.Turn) -> Clause {
        var clause = self
        switch turn {
        case .none: return clause
        case .denies:
            clause.negated = true
            if [.obligation, .permission, .undefined].contains(modality) { clause.modality = .prohibition }
        case .exempts:
            clause.negated = true
        case .affirms:
            clause.negated = false
            if modality == .prohibition { clause.modality = .obligation }
        }
        return clause
    }
}
