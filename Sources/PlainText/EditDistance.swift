/// How far two names are from each other, so that a mistaken one can be told which was meant.
public enum EditDistance {
    /// How many letters have to be changed, added, left out or swapped with the next one to make one word of the other
    /// (Levenshtein's distance, with swaps, of bytes).
    public static func between(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        var before = [Int](repeating: 0, count: other.count + 1)
        var row = Array(0...other.count)
        for i in one.indices {
            var next = [i + 1]
            for j in other.indices {
                var least = min(row[j + 1] + 1, next[j] + 1, row[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    least = min(least, before[j - 1] + 1)
                }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[other.count]
    }

    /// Of some names, the one nearest to a mistaken one, or those that are equally near, in their order; none, where a third
    /// of its letters does not make it any of them, and nothing tells that one was meant.
    public static func nearest(to name: String, among names: some Sequence<String>) -> [String] {
        let distances = names.map { (name: $0, distance: between($0, name)) }
        guard let least = distances.map(\.distance).min(), least <= max(1, name.utf8.count / 3) else { return [] }
        return distances.filter { $0.distance == least }.map(\.name)
    }
}
