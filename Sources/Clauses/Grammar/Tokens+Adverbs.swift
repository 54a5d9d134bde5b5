/// Looking past adverbs and negations, which stand nearly anywhere.
extension UnsafeMutableBufferPointer<Token> {
    /// The first place from `index` on that holds neither, or `end`.
    func behindAdverbs(_ index: Int, before end: Int) -> Int {
        var at = index
        while at < end, self[at].tag == .adverb || self[at].tag == .negation { at += 1 }
        return at
    }

    /// Nothing else stands between.
    func onlyAdverbs(_ from: Int, _ to: Int) -> Bool { behindAdverbs(from, before: to) >= to }
}
