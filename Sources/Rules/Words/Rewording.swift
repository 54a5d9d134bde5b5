import Clauses

/// Other words for what a clause says, for one that no kind of rule makes a test of as it stands.
///
/// A clause that is tested as it stands is never reworded: the table may therefore put things more freely than `Restatement`
/// does, and take a word for another that mostly means the same in documentation.
enum Rewording {
    /// The words first, then what turns the sentence round, and then what can be put plainly in what that has given.
    static let tables: [RestatementTable] = {
        let plain = RestatementTable(Restatement.lines + "\n" + words)
        return [plain, RestatementTable(turns), plain]
    }()

    /// The words as they stand, and with what stands in front of their subject behind them: "After the last put(), this is
    /// called".
    static func orders(of clause: Clause, _ vocabulary: Vocabulary) -> [[Word]] {
        let words = clause.words
        return [words] + (fronted(words, clause.text, vocabulary).map { [$0] } ?? [])
    }

    /// Up to the comma behind a condition, or the first one, or, without one, to a pronoun, a party or a name in C before a
    /// modal or "be".
    private static func fronted(_ words: [Word], _ text: String, _ vocabulary: Vocabulary) -> [Word]? {
        guard let first = words.first, fronts.contains(first.folded) else { return nil }
        // "If the one, the other and the third are held, …": what is listed is parted by commas, too.
        let opening = words.indices.prefix { at in
            words[at].isSubordinate || words[at].isCondition
                || ["and", "or"].contains(words[at].folded) && at + 1 < words.count && words[at + 1].isSubordinate
        }.count
        var front = 0
        for part in text.split(separator: ", ").dropLast() {
            front += Word.words(of: String(part)).count
            if front >= opening, front < words.count { return [Word](words[front...]) + words[..<front] }
        }
        let nouns = vocabulary.parties.flatMap(\.nouns)
        let subject = words.indices.dropFirst(2).dropLast().first { index in
            let word = words[index]
            let isSubject =
                pronouns.contains(word.folded) || word.isNameInC || nouns.contains(word.folded)
            return isSubject && opensPredicate(words[index + 1])
        }
        guard let subject else { return nil }
        return [Word](words[subject...]) + words[..<subject]
    }

    private static let pronouns: Set<String> = ["it", "this", "they", "these", "nobody"]

    private static func opensPredicate(_ word: Word) -> Bool {
        Restatement.modals.contains(word.folded) || ["be", "have", "need", "do"].contains(word.stem)
    }

    private static let fronts: Set<String> = [
        "after", "as", "at", "before", "between", "by", "during", "following", "for", "from", "if", "in", "inside",
        "on", "once", "only", "outside", "per", "through", "under", "until", "unless", "upon", "via", "when",
        "whenever", "while", "with", "within", "without",
    ]
}
