/// States that exclude each other: one pair a line. To teach `specgen lint` a pair, add a line.
enum AntonymTable {
    static let pairs: WordList = """
        coherent/incoherent cacheable/uncacheable cached/uncached synchronous/asynchronous mutable/immutable
        contiguous/discontiguous blocking/non-blocking interruptible/uninterruptible movable/unmovable
        reentrant/non-reentrant ordered/unordered safe/unsafe aligned/unaligned valid/invalid
        exclusive/shared mapped/unmapped pinned/unpinned readable/unreadable writable/read-only
        """

    /// For each word, its pair as it is written, and whether it is the first of it.
    static let places: [String: (pair: String, isFirst: Bool)] = {
        var places: [String: (pair: String, isFirst: Bool)] = [:]
        for pair in pairs.strings {
            let words = pair.split(separator: "/").map(String.init)
            guard words.count == 2 else { continue }
            places[words[0]] = (pair, true)
            places[words[1]] = (pair, false)
        }
        return places
    }()
}
