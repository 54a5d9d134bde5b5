/// Words of which one takes back what the other says.
enum Opposites {
    static func areOpposite(_ one: String, _ other: String) -> Bool {
        if table[one] == other || table[other] == one { return true }
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        // "in" before any word would make opposites of "put" and "input": what is left has to be an adjective or a
        // verb of some length, and these are.
        return short.count > 4 && prefixes.contains { long == $0 + short }
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

    private static let prefixes = ["un", "in", "im", "non", "non-", "dis", "de", "ir", "il"]

    private static let table = [
        "before": "after", "optional": "mandatory", "always": "never", "first": "last", "enabled": "disabled",
        "acquires": "releases", "acquire": "release", "acquired": "released", "lock": "unlock", "locked": "unlocked",
        "with": "without", "inside": "outside", "within": "outside", "more": "less", "least": "most", "all": "none",
        "maximum": "minimum", "above": "below", "read": "write", "allowed": "forbidden", "synchronous": "asynchronous",
        "valid": "invalid", "can": "cannot", "may": "must", "succeeds": "fails", "succeed": "fail", "held": "dropped",
        "every": "no", "any": "no", "required": "optional", "map": "unmap", "maps": "unmaps", "true": "false",
        "increments": "decrements", "increases": "decreases", "atomic": "non-atomic",
        "interruptible": "uninterruptible",
    ]
}
