/// What a word can be, and what it is good for as evidence. A word has several where English is ambiguous
/// ("lock" is a noun and a verb); the tagger settles on one.
struct WordClasses: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: UInt64) { rawValue = 1 << bit }

    // What the word can be in a sentence.
    static let noun = WordClasses(bit: 0)
    static let plural = WordClasses(bit: 1)
    static let base = WordClasses(bit: 2)
    static let thirdPerson = WordClasses(bit: 3)
    static let past = WordClasses(bit: 4)
    static let participle = WordClasses(bit: 5)
    static let ing = WordClasses(bit: 6)
    static let determiner = WordClasses(bit: 7)
    static let pronoun = WordClasses(bit: 8)
    static let preposition = WordClasses(bit: 9)
    static let conjunction = WordClasses(bit: 10)
    static let subordinator = WordClasses(bit: 11)
    static let relative = WordClasses(bit: 12)
    static let negation = WordClasses(bit: 13)
    static let adverb = WordClasses(bit: 14)
    static let adjective = WordClasses(bit: 15)
    static let number = WordClasses(bit: 16)
    static let modal = WordClasses(bit: 17)
    static let be = WordClasses(bit: 18)
    static let have = WordClasses(bit: 19)
    static let auxiliaryDo = WordClasses(bit: 20)
    static let symbol = WordClasses(bit: 21)
    static let errorCode = WordClasses(bit: 22)

    /// Behind "may not" it tells of what merely might not happen: "may not fit".
    static let possibility = WordClasses(bit: 23)

    // What a verb says (all forms of it carry the class).
    static let effect = WordClasses(bit: 24)
    static let vague = WordClasses(bit: 25)
    static let describing = WordClasses(bit: 26)
    static let returning = WordClasses(bit: 27)
    static let failing = WordClasses(bit: 28)
    static let addressing = WordClasses(bit: 29)
    static let opinion = WordClasses(bit: 30)
    static let guarding = WordClasses(bit: 31)
    static let consequence = WordClasses(bit: 32)
    static let blocking = WordClasses(bit: 33)
    static let relying = WordClasses(bit: 34)
    static let ensuring = WordClasses(bit: 35)
    static let calling = WordClasses(bit: 36)
    static let intransitive = WordClasses(bit: 37)

    // What a noun, adjective or adverb says.
    static let author = WordClasses(bit: 40)
    static let document = WordClasses(bit: 41)
    static let value = WordClasses(bit: 42)
    static let worthless = WordClasses(bit: 43)
    static let assessing = WordClasses(bit: 44)
    static let hedge = WordClasses(bit: 45)
    static let title = WordClasses(bit: 46)
    static let abbreviation = WordClasses(bit: 47)
    static let thing = WordClasses(bit: 48)
    static let contracted = WordClasses(bit: 49)
    static let bound = WordClasses(bit: 50)
    static let helper = WordClasses(bit: 51)
    /// A verb of what befalls something: "can be lost".
    static let harming = WordClasses(bit: 52)
    static let stop = WordClasses(bit: 53)
    /// The last word of a phrase that names a party ("user space").
    static let phraseEnd = WordClasses(bit: 54)

    /// Announces steps or a list of them: "sequence", "as follows".
    static let stepping = WordClasses(bit: 55)

    /// A noun for what a call gives back: "error", "code".
    static let result = WordClasses(bit: 61)
    /// A verb that, passive and present, tells how something is made up: "is divided into".
    static let arranging = WordClasses(bit: 63)
    /// A verb of what goes on as it is: "remains".
    static let lasting = WordClasses(bit: 62)
    /// A vague verb that, with a subject of its own, tells what happens: "the loader handles it".
    static let handling = WordClasses(bit: 60)
    /// What a driver implements, so that a duty of it is the driver's: "the callback must …".
    static let implemented = WordClasses(bit: 59)

    /// A verb that takes "to" and an infinitive: "tries to".
    static let governing = WordClasses(bit: 58)
    /// Something that runs: code, a handler.
    static let running = WordClasses(bit: 57)
    /// Prefaces a statement: "note that", "keep in mind that".
    static let preface = WordClasses(bit: 56)

    /// A phrase of the table of cues can begin with it.
    static let openingCue = WordClasses(bit: 38)
    /// At it a sentence may be cut into segments, whatever its part of speech.
    static let cutting = WordClasses(bit: 39)

    static let finite: WordClasses = [.thirdPerson, .modal, .be, .have, .auxiliaryDo]
    static let anyVerb: WordClasses = [.base, .thirdPerson, .past, .participle, .ing]

    @inline(__always) func has(_ other: WordClasses) -> Bool { rawValue & other.rawValue != 0 }
}
