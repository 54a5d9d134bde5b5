/// What may stand next in a cue: a quick test that lets by whatever fits, and little else.
struct Outlook: Sendable {
    /// A bit for each base form, by its number modulo 64.
    private var lemmas: UInt64
    var mayBeAdverb = false

    private init(lemmas: UInt64) { self.lemmas = lemmas }

    static var nothing: Outlook { Outlook(lemmas: 0) }
    static var anything: Outlook { Outlook(lemmas: ~0) }

    mutating func add(_ lemma: Lexicon.WordID) { lemmas |= Self.bit(lemma) }

    /// Lets by whatever `other` does, too.
    mutating func formUnion(_ other: Outlook) {
        lemmas |= other.lemmas
        mayBeAdverb = mayBeAdverb || other.mayBeAdverb
    }

    @inline(__always)
    func admits(_ token: Token) -> Bool {
        lemmas & Self.bit(token.lemma) != 0 || mayBeAdverb && (token.tag == .adverb || token.tag == .negation)
    }

    @inline(__always)
    private static func bit(_ lemma: Lexicon.WordID) -> UInt64 { 1 &<< UInt64(lemma) }
}
