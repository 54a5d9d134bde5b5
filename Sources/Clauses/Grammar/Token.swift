/// The tokens of a unit, in order.
typealias Tokens = UnsafeMutableBufferPointer<Token>

/// One word, number, symbol or mark of a unit's text.
struct Token: Sendable {
    enum Mark: UInt8, Sendable {
        /// Not punctuation.
        case none
        case period, exclamation, question, comma, semicolon, colon, dash, slash, quote, equals, ellipsis, other
        case open, close, openBracket, closeBracket
    }

    struct Shape: OptionSet, Sendable {
        let rawValue: UInt8
        static let capitalised = Shape(rawValue: 1)
        static let allCapitals = Shape(rawValue: 2)
        /// White space stands before it.
        static let spaced = Shape(rawValue: 4)
        static let possessive = Shape(rawValue: 8)
        static let called = Shape(rawValue: 16)
    }

    /// In the prose's bytes.
    var start: Int32
    var end: Int32
    var word: Lexicon.WordID = 0
    var lemma: Lexicon.WordID = 0
    /// Index of the party that it names + 1, or 0.
    var party: UInt8 = 0
    var mark: Mark
    var shape: Shape
    /// What the tagger settles on.
    var tag: Tag
    var classes: WordClasses = []

    init(start: Int, end: Int, mark: Mark = .none, shape: Shape) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.mark = mark
        self.shape = shape
        tag = mark == .none ? .unknown : .mark
    }

    @inline(__always) func `is`(_ key: KeyWord) -> Bool { word == key.rawValue }
    /// "off", "out", "down", "up": with a verb, what it is turned into.
    var isParticle: Bool { `is`(.off) || `is`(.out) || `is`(.down) || `is`(.up) }

    /// A name in capitals: RING_DEFAULT.
    var isConstant: Bool { tag == .symbol && shape.contains(.allCapitals) }

    @inline(__always) func isForm(of key: KeyWord) -> Bool { lemma == key.rawValue }
    @inline(__always) func has(_ other: WordClasses) -> Bool { classes.has(other) }
    @inline(__always) var isWord: Bool { mark == .none }
}
