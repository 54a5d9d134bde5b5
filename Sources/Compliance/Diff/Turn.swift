/// What turns the words of one text against those of another: a "not" that came or went, or a word that became its
/// opposite.
struct Turn {
    /// A word of the old text, and the one in the new text that takes it back.
    let opposites: (old: String, new: String)?
    /// The words of both texts that negate, where there is one more of them, or less; either may be empty.
    let negations: (old: String, new: String)?
    /// Whether one text asks the opposite of the other. "Not locked" and "unlocked" ask the same.
    let isReversal: Bool

    /// - Parameters:
    ///   - isNegated: whether there is one "not" more, or less, in the sentences that both texts stand in.
    ///   - isCutAlike: whether that "not" has to be in these texts for that.
    init(from old: [DiffWord], to new: [DiffWord], isNegated: Bool, isCutAlike: Bool) {
        let (gone, come) = (Turn.words(of: old, missingFrom: new), Turn.words(of: new, missingFrom: old))
        let found = Opposites.first(of: gone, in: come) ?? Turn.exchanged(old, new)
        let (before, after) = (Turn.negations(in: old), Turn.negations(in: new))
        let isOdd = Turn.isNegated(old, new)
        // "If it is not" for "unless it is".
        let isSpelledOut = found?.old == "unless" || found?.new == "unless"
        opposites = isSpelledOut && isOdd ? nil : found
        let isNegated = before != after && (isNegated || isCutAlike && isOdd) && !(isSpelledOut && isOdd)
        negations = isNegated ? (before.joined(separator: ", "), after.joined(separator: ", ")) : nil
        if let opposites {
            // "Never" for "always" is a negation itself, and not to be counted twice.
            let isNegation = [opposites.old, opposites.new].contains(where: Turn.isNegation)
            isReversal = isNegation ? isOdd : !(isNegated && isOdd)
        } else {
            isReversal = isNegated
        }
    }

    /// Whether the count of "not" in a text changed by an odd number.
    static func isNegated(_ old: [DiffWord], _ new: [DiffWord]) -> Bool {
        (negations(in: old).count + negations(in: new).count) % 2 == 1
    }

    private static func negations(in words: [DiffWord]) -> [String] {
        words.indices.compactMap { place in
            let key = words[place].key
            // "No more than" is a bound, and told as one.
            let isBound =
                key == "no" && place + 2 < words.count && words[place + 2].key == "than"
                && ["more", "less"].contains(words[place + 1].key)
            return isNegation(key) && !isBound ? key : nil
        }
    }

    private static func isNegation(_ key: String) -> Bool {
        key.hasSuffix("n't")
            || ["not", "no", "never", "cannot", "neither", "nor", "none", "without", "nothing"].contains(key)
    }

    /// The words that one text has more often than the other: of "before" that stands twice, one may be "after" now.
    private static func words(of words: [DiffWord], missingFrom others: [DiffWord]) -> [String] {
        var counts = others.reduce(into: [String: Int]()) { $0[$1.key, default: 0] += 1 }
        return words.map(\.key).filter { key in
            guard !key.isEmpty else { return false }
            counts[key, default: 0] -= 1
            return counts[key, default: 0] < 0
        }
    }

    /// Two opposites of which each stands where the other stood, while all other words stayed.
    private static func exchanged(_ old: [DiffWord], _ new: [DiffWord]) -> (old: String, new: String)? {
        let (before, after) = (old.map(\.key).filter { !$0.isEmpty }, new.map(\.key).filter { !$0.isEmpty })
        guard before.count == after.count else { return nil }
        let places = before.indices.filter { before[$0] != after[$0] }
        guard places.count == 2, before[places[0]] == after[places[1]], before[places[1]] == after[places[0]]
        else { return nil }
        return Opposites.first(of: [before[places[0]]], in: [after[places[0]]])
    }
}
