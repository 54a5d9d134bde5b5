/// What turns or narrows a sentence, and what a kind of rule may read itself. A clause that says one of these has no test
/// where its kind does not.
enum Nuance: String, Sendable {
    // Each is the word that it is found by.
    case only, no, not, without, outside, unless, first, last
    case `while`
    /// A case beside what is said: "if it is full".
    case `if`
    // Each is a sort of words.
    /// "Once", "twice", "3 times".
    case howOften
    /// Which accesses are meant: "for writing", "when it reads".
    case whichAccesses
    /// That something has failed before.
    case failure
    /// "The whole of it".
    case extent
}
