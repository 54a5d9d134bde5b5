/// A statement that was cut in two for stress: "it is the lock that guards the ring", "ring_start() is what calls it". It
/// says what the statement without them says, "the lock guards the ring".
enum Cleft {
    /// How far the word that joins the halves may stand behind the first.
    private static let horizon = 12

    /// Takes out what cut it; answers where the statement begins.
    static func mended(_ tokens: Tokens, _ range: Range<Int>) -> Int {
        if tokens[range.lowerBound].is(.it) { return mendedIt(tokens, range) }
        mendWhat(tokens, range)
        return range.lowerBound
    }

    /// "It is only map() that calls it", "it is for the first one that …": a name, a party, or behind a preposition; "it is
    /// a rule that …" and "it is clear that …" are no such statements.
    private static func mendedIt(_ tokens: Tokens, _ range: Range<Int>) -> Int {
        let focus = range.lowerBound + 2
        guard focus + 2 < range.upperBound, tokens[focus - 1].isForm(of: .be), tokens[focus - 1].isWord else {
            return range.lowerBound
        }
        let limit = min(range.upperBound - 1, focus + horizon)
        guard
            let joint = (focus + 1..<limit).first(where: { tokens[$0].has(.relative) || tokens[$0].is(.that) }),
            tokens[joint - 1].has([.noun, .symbol]) || tokens[joint - 1].mark == .close,
            !(focus..<joint).contains(where: { tokens[$0].has([.negation, .modal]) || tokens[$0].mark == .comma })
        else { return range.lowerBound }
        let first = tokens[focus].is(.only) ? focus + 1 : focus
        let stands =
            tokens[first].has([.symbol, .preposition]) && !tokens[first].has(.adjective)
            || (first..<joint).contains { tokens[$0].has(.symbol) || tokens[$0].party != 0 }
        guard stands, !isOfDuty(tokens, first..<joint) else { return range.lowerBound }
        silence(&tokens[joint])
        return focus
    }

    /// "It is the caller's duty that …", "up to the caller that …", "expected of the caller that …"
    private static func isOfDuty(_ tokens: Tokens, _ focus: Range<Int>) -> Bool {
        tokens[focus.lowerBound].is(.up)
            || tokens[focus.lowerBound].has(.participle) && tokens[focus.lowerBound + 1].has(.preposition)
            || focus.contains { tokens[$0].shape.contains(.possessive) }
    }

    /// "map() is what calls it", "the caller is who has to stop it"
    private static func mendWhat(_ tokens: Tokens, _ range: Range<Int>) {
        let limit = min(range.upperBound - 1, range.lowerBound + horizon)
        guard
            let what = (range.lowerBound + 2..<max(range.lowerBound + 2, limit)).first(where: { tokens[$0].is(.what) }),
            tokens[what - 1].isForm(of: .be), tokens[what - 2].has(.symbol) || tokens[what - 2].party != 0,
            tokens[what + 1].has([.thirdPerson, .modal, .be, .have])
        else { return }
        silence(&tokens[what - 1])
        silence(&tokens[what])
    }

    /// It stays where it is, and says nothing.
    private static func silence(_ token: inout Token) {
        token.word = 0
        token.lemma = 0
        token.classes = .adverb
    }
}
