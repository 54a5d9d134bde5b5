import Clauses

/// What a change of words does to what they say.
public struct Effect: Sendable, Equatable {
    /// What about it changed.
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
        /// What it speaks of, by its names in C.
        case symbols
        /// Of a function or a type that the text shows.
        case prototype
        /// Hardly a word of it is left; what it does to the meaning is not known.
        case wording
        /// When it holds.
        case condition
        /// Words that are not known to say the same; what they do to the meaning is for a reader to judge.
        case words
    }

    /// What about it changed.
    public var kind: Kind
    /// How that was before, in words; empty where there was none.
    public var old: String
    /// How it is now, in words; empty where there is none any more.
    public var new: String
    /// What it does to a duty or a promise.
    public var judgement: Judgement

    /// Whether a duty or a promise got softer, or was turned into its opposite.
    public var isWeakening: Bool { judgement == .weaker }

    /// Of two modalities of one strength: whether the new one asks the opposite.
    var isReversal: Bool {
        guard kind == .modality, isWeakening, let before = Modality(rawValue: old), let after = Modality(rawValue: new)
        else { return false }
        return after.strength >= before.strength
    }

    /// - Parameter judgement: `unsure` where nothing is known: the gate must not guess.
    init(_ kind: Kind, _ old: String, _ new: String, _ judgement: Judgement = .unsure) {
        self.kind = kind
        self.old = old
        self.new = new
        self.judgement = judgement
    }

    /// What the change from one clause to another does.
    ///
    /// - Parameters:
    ///   - isNegated: whether there is one "not" more, or less, in the whole sentence.
    ///   - isCutAlike: whether both sentences have as many clauses. In one that was cut otherwise, a "not" may stand in
    ///     another clause now.
    static func effects(from old: Clause, to new: Clause, isNegated: Bool, isCutAlike: Bool) -> [Effect] {
        let oldWords = DiffWord.words(of: old.text)
        let newWords = DiffWord.words(of: new.text)
        let isSame = oldWords.map(\.key) == newWords.map(\.key)
        // The same words say the same, unless what leads into them has changed.
        guard !isSame || old.leadIn != new.leadIn else { return [] }
        let turn = Turn(from: oldWords, to: newWords, isNegated: isNegated, isCutAlike: isCutAlike)
        let isReversed = turn.isReversal && (old.modality.isBinding || old.isReliance)
        // An obligation that became a prohibition is negated by its modality.
        let isForbidden = (old.modality == .prohibition) != (new.modality == .prohibition)
        var effects: [Effect] = []
        if let modality = modality(old, new, isReversed: isForbidden && isReversed) { effects.append(modality) }
        guard !isSame else { return effects }
        if old.unit == .interface, new.unit == .interface {
            return effects + [Effect(.prototype, old.text, new.text)]
        }
        if old.bearer != new.bearer, old.bearer != "none", new.bearer != "none" {
            effects.append(Effect(.bearer, old.bearer, new.bearer))
        }
        // Nor does a "not" turn words that ask nothing any more.
        let isTold = isForbidden || new.modality == .informative
        if let (before, after) = turn.opposites ?? (isTold ? nil : turn.negations) {
            effects.append(Effect(.polarity, before, after, isReversed ? .weaker : .unsure))
        }
        if let quantity = quantity(old, new, oldWords, newWords) { effects.append(quantity) }
        if Set(old.errors) != Set(new.errors) {
            effects.append(Effect(.errors, list(old.errors), list(new.errors)))
        }
        let symbols = symbols(old, new)
        if let symbols { effects.append(symbols) }
        if let condition = condition(old, new, isTold: turn.opposites != nil || symbols != nil) {
            effects.append(condition)
        }
        if let narrowing = Narrowing(from: old, to: new) { narrowing.judge(&effects) }
        return effects
    }

    /// Another force, or a result that is merely possible now.
    private static func modality(_ old: Clause, _ new: Clause, isReversed: Bool) -> Effect? {
        let (before, after) = (old.modalityInWords, new.modalityInWords)
        guard before != after else { return nil }
        let isSofter =
            new.modality.strength < old.modality.strength
            || old.modality.isBinding && new.isPossibility && !old.isPossibility
        // A freedom that is gone is firmer for one, and less to another.
        let other = old.modality.isBinding ? Judgement.kept : .unsure
        return Effect(.modality, before, after, isSofter || isReversed ? .weaker : other)
    }

    private static func list(_ errors: [String]) -> String { errors.map { "-\($0)" }.joined(separator: ", ") }

    /// A condition that came or went, or that speaks of something else.
    ///
    /// - Parameter isTold: whether an opposite, or another name, tells how it differs.
    private static func condition(_ old: Clause, _ new: Clause, isTold: Bool) -> Effect? {
        let (before, after) = (old.condition ?? "", new.condition ?? "")
        let contents = [before, after].map { DiffWord.content(of: DiffWord.words(of: $0)) }
        let isOther = contents[0] != contents[1] && old.modality != .informative && !isTold
        guard before.isEmpty != after.isEmpty || isOther else { return nil }
        guard old.modality.isBinding, before.isEmpty || after.isEmpty else { return Effect(.condition, before, after) }
        return Effect(.condition, before, after, before.isEmpty ? .weaker : .kept)
    }

    // MARK: - Names

    /// Names that others took the place of, or that changed places. One that only came or went may be the name of what
    /// is spoken of anyway.
    private static func symbols(_ old: Clause, _ new: Clause) -> Effect? {
        let (before, after) = (named(in: old), named(in: new))
        let gone = before.filter { !isNamed($0, in: new) }
        let come = after.filter { !isNamed($0, in: old) }
        if !gone.isEmpty, !come.isEmpty {
            return Effect(.symbols, gone.joined(separator: ", "), come.joined(separator: ", "))
        }
        guard Set(before) == Set(after), before != after else { return nil }
        let names = Set(before.map { $0.lowercased() })
        func others(_ clause: Clause) -> [String] {
            DiffWord.words(of: clause.text).map(\.key).filter { !names.contains($0) }
        }
        guard others(old) == others(new) else { return nil }
        return Effect(.symbols, before.joined(separator: ", "), after.joined(separator: ", "))
    }

    /// In its own words, and not only in what these stand under.
    private static func named(in clause: Clause) -> [String] { clause.symbols.filter(clause.text.contains) }

    private static func isNamed(_ symbol: String, in clause: Clause) -> Bool {
        let key = symbol.lowercased()
        return clause.symbols.contains(symbol) || DiffWord.words(of: clause.sentence).contains { $0.key == key }
    }

    // MARK: - Numbers

    private static func quantity(
        _ old: Clause, _ new: Clause, _ oldWords: [DiffWord], _ newWords: [DiffWord]
    ) -> Effect? {
        if let before = old.quantity {
            let isBinding = old.modality.isBinding
            guard let after = new.quantity else {
                return Effect(.quantity, before.bound, "", isBinding ? .weaker : .unsure)
            }
            guard before.relation != after.relation || before.value != after.value else { return nil }
            let judgement = !isBinding ? Judgement.unsure : isLooser(new, than: old) ? .weaker : .kept
            return Effect(.quantity, before.bound, after.bound, judgement)
        }
        // What was forbidden altogether is allowed up to a number.
        if let after = new.quantity, old.modality == .prohibition, new.modality == .prohibition {
            return Effect(.quantity, "", after.bound, .weaker)
        }
        var (before, after) = (numbers(oldWords), numbers(newWords))
        if before == after {
            (before, after) = (spelledNumbers(oldWords), spelledNumbers(newWords))
            // "One of them", "once it is mapped": no number, where none takes its place.
            guard !Set(before).isSubset(of: after), !Set(after).isSubset(of: before) else { return nil }
        }
        guard before != after else { return nil }
        let judgement =
            old.modality.isBinding && !old.negated ? Measure.judgement(from: oldWords, to: newWords) : .unsure
        return Effect(.quantity, before.joined(separator: ", "), after.joined(separator: ", "), judgement)
    }

    /// Whether a bound lets a number pass that the other does not; or the promise that there is none is gone.
    private static func isLooser(_ new: Clause, than old: Clause) -> Bool {
        if old.quantity?.relation == .unlimited { return new.quantity?.relation != .unlimited }
        // Both are the same everywhere between and beyond these.
        return [old, new].compactMap(\.quantity?.value).flatMap { [$0 &- 1, $0, $0 &+ 1] }
            .contains { new.allows($0) && !old.allows($0) } || new.quantity?.relation == .unlimited
    }

    private static func numbers(_ words: [DiffWord]) -> [String] {
        words.map(\.key).filter { key in
            let digits = key.utf8.first == UInt8(ascii: "-") ? key.utf8.dropFirst() : key.utf8[...]
            return digits.allSatisfy { (0x30...0x39).contains($0) } && !digits.isEmpty
        }.sorted()
    }

    private static func spelledNumbers(_ words: [DiffWord]) -> [String] {
        words.map(\.key).filter { ["one", "two", "three", "four", "once", "twice", "thrice"].contains($0) }.sorted()
    }
}

extension Clause {
    /// Whether it asks or promises more than what is merely recommended or allowed.
    var isPromise: Bool { modality.strength > Modality.recommendation.strength || isReliance }

    /// Its modality, and whether what it says is merely possible: "may return -EBUSY" is an outcome as "returns -EBUSY"
    /// is, and promises less.
    fileprivate var modalityInWords: String { isPossibility ? "possible \(modality.rawValue)" : modality.rawValue }

    /// Whether it says what may be, and not what is.
    fileprivate var isPossibility: Bool {
        guard modality == .outcome || modality == .guarantee, !negated else { return false }
        // "Returns 0 when the caller may sleep" is sure to.
        let keys = DiffWord.words(of: ownText.main).map(\.key)
        return keys.contains { ["may", "might", "can", "could"].contains($0) }
    }

    /// What somebody may rely on is promised by everybody else.
    var isReliance: Bool {
        modality == .permission
            && DiffWord.words(of: text).contains { word in
                ["rely", "relies", "depend", "depends", "count", "counts", "assume", "assumes", "expect", "expects"]
                    .contains(word.key)
            }
    }

    /// Whether its bound lets a number pass; true where it has none.
    fileprivate func allows(_ number: Int) -> Bool {
        guard let quantity, let value = quantity.value else { return true }
        // "Must not hold more than 2" has its bound in words that it forbids.
        let isForbidden = modality == .prohibition || negated
        return switch quantity.relation {
        case .atMost: number <= value
        case .atLeast: number >= value
        case .exactly: number == value
        case .lessThan: (number < value) != isForbidden
        case .moreThan: (number > value) != isForbidden
        case .unlimited: true
        }
    }
}
