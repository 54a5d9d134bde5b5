import Promises

/// Every word that the tables name, in all its forms, interned: a word of text becomes a small number with
/// one hash and one comparison. Built once, in a fraction of a millisecond.
struct Lexicon: Sendable {
    typealias WordID = UInt16

    struct Entry: Sendable {
        /// Its first eight bytes, which are all of most words, and the next eight; zeros where there are fewer.
        var head: UInt64
        var tail: UInt64
        var classes: WordClasses
        /// In `Lexicon.text`.
        var start: Int32
        /// The number of its base form (its own, where it has none).
        var lemma: WordID
        var length: UInt8
        /// The party that it names (index + 1), or 0.
        var party: UInt8
    }

    /// Entry 0 stands for a word that no table knows.
    private(set) var entries: [Entry] = [
        Entry(head: 0, tail: 0, classes: [], start: 0, lemma: 0, length: 0, party: 0)
    ]
    private var text: [UInt8] = []
    /// The number of a word below the upper half of its hash, which tells most other words apart at once; or 0.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 14)

    static let standard = Lexicon()

    private init() {
        KeyWord.words.forEach { _ = intern(Array($0)) }
        var inflection = Inflection()
        for (classes, words) in VerbTable.rows { words.forEach { addVerb($0, classes, &inflection) } }
        VerbTable.alsoNouns.forEach { addNoun($0, [], &inflection) }
        for (classes, words) in NounTable.rows { words.forEach { addNoun($0, classes, &inflection) } }
        for (classes, words) in FunctionWordTable.rows + AdjectiveTable.rows {
            words.forEach { add(Array($0), classes) }
        }
        for (name, _) in ErrorCode.all { add(name.utf8.map(Self.lowercase), .errorCode) }
        for name in ErrorCode.aliases { add(name.utf8.map(Self.lowercase), .errorCode) }
        for (_, table) in CueTable.tables { table.forEachRow { addCueWords($0) } }
        PossibilityTable.words.forEach {
            addByEnding(Array($0))
            add(Array($0), .possibility)
        }
        for phrase in PartyTable.phrases(PlaceTable.phrases) {
            phrase.utf8.split(separator: UInt8(ascii: " ")).forEach { addByEnding(Array($0)) }
        }
        for (lemma, forms) in Self.auxiliaries {
            let base = intern(Array(lemma.utf8))
            forms.forEach { entries[Int(intern(Array($0)))].lemma = base }
        }
        for id in entries.indices where Self.cutsSentence(entries[id], WordID(id)) {
            entries[id].classes.insert(.cutting)
        }
    }

    /// Whether the segmenter looks at the word, whatever its part of speech.
    private static func cutsSentence(_ entry: Entry, _ id: WordID) -> Bool {
        entry.classes.has(.ensuring) || entry.lemma == KeyWord.indicate.rawValue
            || [KeyWord.thats, .sure, .i_e, .so, .then, .e_g, .example, .otherwise].contains { $0.rawValue == id }
    }

    /// The same lexicon, with a class more for some words.
    func marking(_ words: some Sequence<WordID>, _ classes: WordClasses) -> Lexicon {
        var copy = self
        for word in words { copy.entries[Int(word)].classes.formUnion(classes) }
        return copy
    }

    /// Forms whose lemma the verb table cannot derive.
    private static let auxiliaries: [(lemma: String, forms: WordList)] = [
        ("be", "is are was were been being am isn't aren't wasn't weren't it's that's there's they're you're we're"),
        ("have", "has had having hasn't haven't hadn't"),
        ("do", "does did done doing don't doesn't didn't dont doesnt"),
        ("can", "cannot can't could couldn't cant"), ("must", "mustn't"), ("shall", "shan't"), ("should", "shouldn't"),
        ("will", "won't would wouldn't it'll they'll you'll we'll that'll"), ("may", "might mightn't"),
        ("need", "needn't"),
    ]

    /// A phrase that names a party: the words before its last one, nearest first.
    struct Phrase: Sendable {
        var last: WordID
        var before: [WordID]
        var party: UInt8
    }

    private(set) var phrases: [Phrase] = []

    /// The same lexicon, knowing the nouns of `parties`.
    func naming(_ parties: Parties) -> Lexicon {
        var copy = self
        for (index, party) in parties.parties.enumerated().prefix(254) {
            for noun in party.nouns { copy.name(noun, UInt8(index + 1)) }
        }
        for (role, verbs) in [(Parties.Role.implementer, PartyTable.providing), (.caller, PartyTable.consuming)] {
            guard let index = parties.parties.firstIndex(where: { $0.role == role }), index < 254 else { continue }
            // "the exporting driver": the participle says which party the noun after it is.
            var inflection = Inflection()
            verbs.forEach { verb in
                inflection.verb(verb) { form, kind in
                    if kind == .ing { copy.entries[Int(copy.intern(form))].party = UInt8(index + 1) }
                }
            }
        }
        return copy
    }

    private mutating func name(_ noun: String, _ party: UInt8) {
        let words = noun.utf8.map(Self.lowercase).split(separator: UInt8(ascii: " ")).map(Array.init)
        guard let last = words.last else { return }
        let before = words.dropLast().reversed().map { intern($0) }
        let singular = add(last, .noun)
        name(singular, party, before)
        last.withUnsafeBufferPointer { bytes in
            var inflection = Inflection()
            inflection.plural(bytes[...], [.noun, .plural]) { form, classes in
                inflect(form, classes, singular)
                name(intern(form), party, before)
            }
        }
    }

    private mutating func name(_ word: WordID, _ party: UInt8, _ before: [WordID]) {
        guard !before.isEmpty else {
            entries[Int(word)].party = party
            return
        }
        entries[Int(word)].classes.insert(.phraseEnd)
        phrases.append(Phrase(last: word, before: before, party: party))
    }

    /// The party of the phrase that ends at `index` of `tokens`, or 0.
    func phraseParty(_ tokens: Tokens, _ index: Int) -> UInt8 {
        for phrase in phrases where phrase.last == tokens[index].word && phrase.before.count <= index {
            let matches = phrase.before.indices.allSatisfy { tokens[index - 1 - $0].word == phrase.before[$0] }
            if matches { return phrase.party }
        }
        return 0
    }

    // MARK: Looking up

    /// The number of a word in lower case, or nil.
    func id(of word: String) -> WordID? { id(of: Array(word.utf8)) }

    func id(of word: [UInt8]) -> WordID? {
        let found = word.withUnsafeBufferPointer { find($0) }
        return found == 0 ? nil : found
    }

    func string(_ id: WordID) -> String {
        let entry = entries[Int(id)]
        return String(decoding: text[Int(entry.start)..<Int(entry.start) + Int(entry.length)], as: UTF8.self)
    }

    /// The words, copied to memory that is looked into without being held.
    func table() -> WordTable { WordTable(entries, slots, text) }

    private func find(_ bytes: UnsafeBufferPointer<UInt8>) -> WordID {
        entries.withUnsafeBufferPointer { entries in
            slots.withUnsafeBufferPointer { slots in
                text.withUnsafeBufferPointer {
                    WordTable(entries: entries, slots: slots, text: $0).find(bytes, from: 0, to: bytes.count)
                }
            }
        }
    }

    @inline(__always) static func lowercase(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    // MARK: Building

    private mutating func intern(_ word: [UInt8]) -> WordID {
        let word = word.prefix(255)
        if let known = id(of: Array(word)) { return known }
        let id = WordID(entries.count)
        let (head, tail) = word.withUnsafeBufferPointer {
            (EightBytes($0, 0, $0.count).lowered, EightBytes($0, 8, $0.count).lowered)
        }
        entries.append(
            Entry(
                head: head, tail: tail, classes: [], start: Int32(text.count), lemma: id, length: UInt8(word.count),
                party: 0))
        text += word
        if entries.count * 2 > slots.count {
            slots = Array(repeating: 0, count: slots.count * 2)
            for known in 1..<entries.count { place(WordID(known)) }
        } else {
            place(id)
        }
        return id
    }

    private mutating func place(_ id: WordID) {
        let entry = entries[Int(id)]
        let hash = text.withUnsafeBufferPointer {
            WordTable.hash($0, Int(entry.start), Int(entry.start) + Int(entry.length))
        }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash & 0xFFFF_0000 | UInt32(id)
    }

    private mutating func addCueWords(_ columns: [String]) {
        guard columns.count > 1 else { return }
        for word in columns[1].utf8.split(whereSeparator: { !Byte.isLetter($0) && !"'-.".utf8.contains($0) }) {
            addByEnding(Array(word))
        }
    }

    /// A word that no other table knows is tagged by its ending, as an unknown one is.
    private mutating func addByEnding(_ word: [UInt8]) {
        guard id(of: word) == nil else { return }
        add(word, word.withUnsafeBufferPointer { Suffixes.classes($0, 0, $0.count) })
    }

    @discardableResult
    private mutating func add(_ word: [UInt8], _ classes: WordClasses) -> WordID {
        let id = intern(word)
        entries[Int(id)].classes.formUnion(classes)
        return id
    }

    private mutating func addVerb(
        _ entry: Slice<UnsafeBufferPointer<UInt8>>, _ meaning: WordClasses, _ inflection: inout Inflection
    ) {
        var base: WordID = 0
        inflection.verb(entry) { form, kind in
            if kind == .base {
                base = add(form, meaning.union(.base))
            } else {
                inflect(form, meaning.union(kind), base)
            }
        }
    }

    private mutating func addNoun(
        _ word: Slice<UnsafeBufferPointer<UInt8>>, _ meaning: WordClasses, _ inflection: inout Inflection
    ) {
        let singular = add(Array(word), meaning.union(.noun))
        inflection.plural(word, meaning.union([.noun, .plural])) { inflect($0, $1, singular) }
    }

    private mutating func inflect(_ form: [UInt8], _ classes: WordClasses, _ base: WordID) {
        let id = add(form, classes)
        if entries[Int(id)].lemma == id { entries[Int(id)].lemma = base }
    }
}
