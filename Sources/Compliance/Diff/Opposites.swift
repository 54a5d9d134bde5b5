/// Words of which one takes back what the other says.
enum Opposites {
    /// The first of `words` that one of `others` takes back, with that one.
    static func first(of words: [String], in others: [String]) -> (old: String, new: String)? {
        let otherBases = others.map(bases)
        for word in words {
            let opposites = bases(of: word).reduce(into: Set<String>()) { $0.formUnion(table[$1] ?? []) }
            for (other, bases) in zip(others, otherBases)
            where !opposites.isDisjoint(with: bases) || arePrefixed(word, other) {
                return (word, other)
            }
        }
        return nil
    }

    /// What a word can be an inflection of, itself among it: a word that is none of the table's does no harm.
    static func bases(of word: String) -> [String] {
        if let base = WordingTable.irregular[word] { return [word, base] }
        var bases = [word]
        for (ending, replacements) in [
            ("s", [""]), ("es", [""]), ("ies", ["y"]), ("ed", ["", "e"]), ("ied", ["y"]), ("ing", ["", "e"]),
            ("ly", [""]),
        ] where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 1 {
            let rest = word.dropLast(ending.count)
            bases += replacements.map { rest + $0 }
            // "mapped", "permitting"
            let bytes = rest.utf8
            if bytes.count > 2, bytes.last == bytes.dropLast().last { bases.append(String(rest.dropLast())) }
        }
        return bases
    }

    private static func arePrefixed(_ one: String, _ other: String) -> Bool {
        let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
        // "in" before any word would make opposites of "put" and "input": what is left has to be an adjective or a
        // verb of some length, and these are.
        return short.utf8.count > 4 && long.hasSuffix(short) && prefixes.contains { $0 == long.dropLast(short.count) }
    }

    /// What is left of a word when the prefix that takes it back is taken off; nil when there is none.
    static func base(of word: String) -> String? {
        for prefix in prefixes where word.hasPrefix(prefix) && word.utf8.count > prefix.utf8.count + 4 {
            return String(word.dropFirst(prefix.count))
        }
        return nil
    }

    /// A word of one text that another takes back by a prefix, with its opposite there.
    static func prefixed(in words: [DiffWord], against others: [DiffWord]) -> (String, String)? {
        let keys = Set(others.map(\.key))
        for word in words {
            if let base = base(of: word.key), keys.contains(base) { return (word.key, base) }
        }
        for other in others {
            if let base = base(of: other.key), words.contains(where: { $0.key == base }) { return (base, other.key) }
        }
        return nil
    }

    /// "non-" before "non", which would leave the hyphen.
    private static let prefixes = ["un", "in", "im", "non-", "non", "dis", "de", "ir", "il"]

    /// For each word, without the endings of inflection, those that take it back.
    private static let table = """
        before/after optional/mandatory optional/required always/never first/last next/previous early/late
        earlier/later acquire/release take/release lock/unlock hold/drop hold/release keep/release with/without inside/outside within/outside
        above/below more/less most/least more/fewer maximum/minimum large/small larger/smaller big/small bigger/smaller
        greater/smaller high/low higher/lower long/short longer/shorter increment/decrement increase/decrease
        grow/shrink all/none every/no any/no can/cannot true/false read/write map/unmap enable/disable open/close
        include/exclude accept/reject accept/refuse allow/forbid allow/deny allow/refuse permit/forbid
        synchronous/asynchronous succeed/fail success/failure shared/exclusive single/multiple same/different unless/if
        unless/when
        """.split(whereSeparator: \.isWhitespace).reduce(into: [String: Set<String>]()) { table, pair in
            let words = pair.split(separator: "/").map(String.init)
            guard words.count == 2 else { return }
            table[words[0], default: []].insert(words[1])
            table[words[1], default: []].insert(words[0])
        }
}
