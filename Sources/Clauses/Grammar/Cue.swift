/// A phrase of `CueTable`, compiled.
struct Cue: Sendable {
    enum Scope: UInt8, Sendable { case claim, fragment, aside }

    /// One step of a pattern. Plain bits, so that matching touches no reference count.
    struct Element: Sendable {
        enum Kind: UInt8, Sendable { case forms, optional, lemmas, adverbs, nounPhrase, party, classes, mark, end }

        var kind: Kind
        var mark: Token.Mark = .none
        /// The numbers of its words, in `CueMatcher.words`.
        var words: Range<Int16> = 0..<0
        var classes: WordClasses = []
    }

    var name: String
    /// In `CueMatcher.elements`.
    var elements: Range<Int>
    /// Nil where only the negated phrase is a cue.
    var modality: Modality?
    var negated: Modality?
    var scope: Scope
    /// It begins its sentence.
    var atStart: Bool
}
