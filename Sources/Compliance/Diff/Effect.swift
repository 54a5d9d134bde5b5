import Clauses

/// What a change of words does to what they say.
public struct Effect: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// Must, should, may: another force.
        case modality
        /// Somebody else has to keep it.
        case bearer
        /// Not, un-, in-, or a word turned into its opposite.
        case polarity
        /// A number, or the relation to it.
        case quantity
        case errors
        /// When it holds.
        case condition
    }

    public var kind: Kind
    public var old: String
    public var new: String
    /// True where a duty or a promise got softer.
    public var isWeakening: Bool

    init(_ kind: Kind, _ old: String, _ new: String, isWeakening: Bool = false) {
        self.kind = kind
        self.old = old
        self.new = new
        self.isWeakening = isWeakening
    }

    /// What the change from one clause to another does.
    ///
    /// - Parameter isNegated: whether there is one "not" more, or less, in the whole sentence.
    static func effects(from old: Clause, to new: Clause, isNegated: Bool) -> [Effect] {
        let oldWords = DiffWord.words(of: old.text)
        let newWords = DiffWord.words(of: new.text)
        let isSame = oldWords.map(\.key) == newWords.map(\.key)
        // The same words say the same, unless what leads into them has changed.
        guard !isSame || old.leadIn != new.leadIn else { return [] }
        var effects: [Effect] = []
        if old.modality != new.modality {
            effects.append(
                Effect(
                    .modality, old.modality.rawValue, new.modality.rawValue,
                    isWeakening: new.modality.strength < old.modality.strength))
        }
        guard !isSame else { return effects }
        if old.bearer != new.bearer, old.bearer != "none", new.bearer != "none" {
            effects.append(Effect(.bearer, old.bearer, new.bearer))
        }
        effects += polarity(old, new, oldWords, newWords, isNegated)
        if let quantity = quantity(old, new, oldWords, newWords) { effects.append(quantity) }
        if Set(old.errors) != Set(new.errors) {
            effects.append(Effect(.errors, list(old.errors), list(new.errors)))
        }
        if (old.condition == nil) != (new.condition == nil) {
            effects.append(
                Effect(
                    .condition, old.condition ?? "", new.condition ?? "",
                    isWeakening: old.condition == nil && old.modality.strength > Modality.permission.strength))
        }
        return effects
    }

    private static func list(_ errors: [String]) -> String { errors.map { "-\($0)" }.joined(separator: ", ") }

    // MARK: - Opposites

    private static func polarity(
        _ old: Clause, _ new: Clause, _ oldWords: [DiffWord], _ newWords: [DiffWord], _ isNegated: Bool
    ) -> [Effect] {
        let gone = missing(from: newWords, of: oldWords)
        let come = missing(from: oldWords, of: newWords)
        for word in gone {
            if let opposite = come.first(where: { Opposites.areOpposite(word, $0) }) {
                return [Effect(.polarity, word, opposite)]
            }
        }
        // An obligation that became a prohibition is negated by its modality, which is told already.
        guard isNegated, old.modality == new.modality else { return [] }
        let negations = [oldWords, newWords].map { words in words.map(\.key).filter(isNegation).joined(separator: ", ")
        }
        guard negations[0] != negations[1] else { return [] }
        return [Effect(.polarity, negations[0], negations[1])]
    }

    /// Whether the count of "not" in a sentence changed by an odd number.
    static func isNegated(_ old: [DiffWord], _ new: [DiffWord]) -> Bool {
        (old.count { isNegation($0.key) } + new.count { isNegation($0.key) }) % 2 == 1
    }

    private static func isNegation(_ key: String) -> Bool {
        key.hasSuffix("n't")
            || ["not", "no", "never", "cannot", "neither", "nor", "none", "without", "nothing"].contains(key)
    }

    private static func missing(from others: [DiffWord], of words: [DiffWord]) -> [String] {
        let known = Set(others.map(\.key))
        return words.map(\.key).filter { !$0.isEmpty && !known.contains($0) }
    }

    // MARK: - Numbers

    private static func quantity(
        _ old: Clause, _ new: Clause, _ oldWords: [DiffWord], _ newWords: [DiffWord]
    ) -> Effect? {
        if let before = old.quantity, let after = new.quantity, before != after {
            guard before.relation != after.relation || before.value != after.value else { return nil }
            return Effect(
                .quantity, words(before), words(after),
                isWeakening: old.modality.strength > Modality.permission.strength && isLooser(after, than: before))
        }
        let (before, after) = (numbers(oldWords), numbers(newWords))
        guard before != after, !(before.isEmpty && after.isEmpty) else { return nil }
        return Effect(.quantity, before.joined(separator: ", "), after.joined(separator: ", "))
    }

    private static func isLooser(_ new: Clause.Quantity, than old: Clause.Quantity) -> Bool {
        if new.relation == .unlimited { return old.relation != .unlimited }
        guard new.relation == old.relation, let before = old.value, let after = new.value else { return false }
        switch old.relation {
        case .atMost, .lessThan: return after > before
        case .atLeast, .moreThan: return after < before
        case .exactly, .unlimited: return false
        }
    }

    private static func numbers(_ words: [DiffWord]) -> [String] {
        words.map(\.key).filter { key in key.utf8.allSatisfy { (0x30...0x39).contains($0) } && !key.isEmpty }.sorted()
    }

    private static func words(_ quantity: Clause.Quantity) -> String {
        [quantity.relation.rawValue, quantity.value.map(String.init)].compactMap { $0 }.joined(separator: " ")
    }
}

extension Modality {
    /// How much a reader can count on it: less is softer.
    var strength: Int {
        switch self {
        case .obligation, .prohibition: 3
        case .guarantee, .outcome: 3
        case .recommendation: 2
        case .permission: 1
        case .undefined: 1
        case .informative: 0
        }
    }
}
