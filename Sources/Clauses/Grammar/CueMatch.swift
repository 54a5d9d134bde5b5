/// A cue found in a sentence.
struct CueMatch: Sendable {
    var cue: Int
    var start: Int
    var end: Int
    var isNegated: Bool
}
