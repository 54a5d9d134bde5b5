/// States that exclude each other: to teach `specgen lint` a pair, add it. "non-" before either word makes the other of it.
enum AntonymTable {
    static let pairs: WordList = """
        coherent/incoherent cacheable/uncacheable cached/uncached synchronous/asynchronous mutable/immutable
        contiguous/discontiguous blocking/nonblocking interruptible/uninterruptible movable/unmovable
        reentrant/nonreentrant ordered/unordered safe/unsafe aligned/unaligned valid/invalid
        exclusive/shared mapped/unmapped pinned/unpinned readable/unreadable writable/read-only
        """

    /// The pair of a word, as "coherent or incoherent", and whether the word says the first of it.
    static func state(_ word: String) -> (pair: String, isFirst: Bool)? {
        if let place = places[word] { return place }
        guard word.hasPrefix("non-"), let place = places[String(word.dropFirst(4))] else { return nil }
        return (place.pair, !place.isFirst)
    }

    private static let places: [String: (pair: String, isFirst: Bool)] = {
        var places: [String: (pair: String, isFirst: Bool)] = [:]
        for pair in pairs.strings {
            let words = pair.split(separator: "/").map(String.init)
            guard words.count == 2 else { continue }
            let either = words.joined(separator: " or ")
            places[words[0]] = (either, true)
            places[words[1]] = (either, false)
        }
        return places
    }()
}
