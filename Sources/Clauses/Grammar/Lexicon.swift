/// Every word that the tables name, in all its forms, interned: a word of text becomes a small number with
/// one hash and one comparison. Built once, in a fraction of a millisecond.
struct Lexicon: Sendable {
    typealias WordID = UInt16

    struct Entry: Sendable {
        var start: Int32
        var length: UInt8
        /// The number of its base form (its own, where it has none).
        var lemma: WordID
        /// The party that it names (index + 1), or 0.
        var party: UInt8
        var classes: WordClasses
    }

    /// Entry 0 stands for a word that no table knows.
    private(set) var entries: [Entry] = [Entry(start: 0, length: 0, lemma: 0, party: 0, classes: [])]
    private var text: [UInt8] = []
    private var slots: [WordID] = Array(repeating: 0, count: 1 << 14)

    static let standard = Lexicon()

    private init() {
        for key in KeyWord.allCases {
            let id = intern(key.text)
            assert(id == key.rawValue, "the lexicon's key words come first, and once: \(key.text)")
        }
        for (classes, words) in VerbTable.rows {
            for entry in words.split(whereSeparator: \.isWhitespace) { addVerb(Inflection.verb(entry), classes) }
        }
        for word in VerbTable.alsoNouns.split(whereSeparator: \.isWhitespace) {
            addNoun(String(word), [], ownLemma: true)
        }
        for (classes, words) in NounTable.rows {
            for word in words.split(whereSeparator: \.isWhitespace) { addNoun(String(word), classes, ownLemma: false) }
        }
        for (classes, words) in FunctionWordTable.rows + AdjectiveTable.rows {
            for word in words.split(whereSeparator: \.isWhitespace) { add(String(word), classes) }
        }
        for table in [CueTable.claims, CueTable.fragments, CueTable.asides] { addCueWords(table) }
        for (lemma, forms) in Self.auxiliaries {
            let base = intern(lemma)
            for form in forms.split(separator: " ") { entries[Int(intern(String(form)))].lemma = base }
        }
    }

    /// Forms whose lemma the verb table cannot derive.
    private static let auxiliaries = [
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
            for noun in party.nouns { copy.name(noun.lowercased(), UInt8(index + 1)) }
        }
        for (role, verbs) in [(Parties.Role.implementer, PartyTable.providing), (.caller, PartyTable.consuming)] {
            guard let index = parties.parties.firstIndex(where: { $0.role == role }), index < 254 else { continue }
            // "the exporting driver": the participle says which party the noun after it is.
            for verb in PartyTable.words(verbs) {
                for form in Inflection.verb(verb[...]).ing {
                    copy.entries[Int(copy.intern(form))].party = UInt8(index + 1)
                }
            }
        }
        return copy
    }

    private mutating func name(_ noun: String, _ party: UInt8) {
        let words = noun.split(separator: " " as Character).map(String.init)
        guard let last = words.last else { return }
        for form in [last, Inflection.withS(last)] {
            let id = add(form, form == last ? .noun : [.noun, .plural])
            if form != last, entries[Int(id)].lemma == id { entries[Int(id)].lemma = intern(last) }
            if words.count == 1 {
                entries[Int(id)].party = party
            } else {
                entries[Int(id)].classes.insert(.phraseEnd)
                phrases.append(Phrase(last: id, before: words.dropLast().reversed().map { intern($0) }, party: party))
            }
        }
    }

    /// The party of the phrase that ends at `index` of `tokens`, or 0.
    func phraseParty(_ tokens: [Token], _ index: Int) -> UInt8 {
        for phrase in phrases where phrase.last == tokens[index].word && phrase.before.count <= index {
            let matches = phrase.before.indices.allSatisfy { tokens[index - 1 - $0].word == phrase.before[$0] }
            if matches { return phrase.party }
        }
        return 0
    }

    // MARK: Looking up

    /// The number of a word given by its bytes in lower case, or nil.
    func id(of word: String) -> WordID? {
        let bytes = Array(word.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            let found = find(hash: Self.hash(buffer), in: buffer, from: 0, to: buffer.count)
            return found == 0 ? nil : found
        }
    }

    func string(_ id: WordID) -> String {
        let entry = entries[Int(id)]
        return String(decoding: text[Int(entry.start)..<Int(entry.start) + Int(entry.length)], as: UTF8.self)
    }

    /// The number of the word at `from..<to`, whose bytes hash to `hash` in lower case; 0 when unknown.
    @inline(__always)
    func find(hash: UInt32, in buffer: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> WordID {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while true {
            let id = slots[slot]
            if id == 0 { return 0 }
            let entry = entries[Int(id)]
            if Int(entry.length) == to - from, matches(entry, buffer, from) { return id }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    @inline(__always)
    private func matches(_ entry: Entry, _ buffer: UnsafeBufferPointer<UInt8>, _ from: Int) -> Bool {
        for offset in 0..<Int(entry.length)
        where text[Int(entry.start) + offset] != Self.lowercase(buffer[from + offset]) {
            return false
        }
        return true
    }

    @inline(__always) static func lowercase(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    /// FNV-1a over lower-cased bytes, folded so that its low bits are good.
    @inline(__always) static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }
    @inline(__always) static func finish(_ hash: UInt32) -> UInt32 { hash ^ (hash >> 15) }
    static let seed: UInt32 = 2_166_136_261

    private static func hash(_ buffer: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = seed
        for byte in buffer { hash = step(hash, lowercase(byte)) }
        return finish(hash)
    }

    // MARK: Building

    private mutating func intern(_ word: String) -> WordID {
        if let known = id(of: word) { return known }
        let bytes = Array(word.utf8.prefix(255))
        let id = WordID(entries.count)
        entries.append(
            Entry(start: Int32(text.count), length: UInt8(bytes.count), lemma: id, party: 0, classes: []))
        text += bytes
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
        let hash = text[Int(entry.start)..<Int(entry.start) + Int(entry.length)]
            .withUnsafeBufferPointer { Self.hash($0) }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = id
    }

    /// A word that only a phrase knows is tagged by its ending, as an unknown one is.
    private mutating func addCueWords(_ table: String) {
        for line in table.split(separator: "\n" as Character) {
            let columns = line.split(separator: "|" as Character)
            guard columns.count > 1 else { continue }
            for word in columns[1].split(whereSeparator: { " /?{}".contains($0) })
            where word.allSatisfy({ $0.isLetter || $0 == "'" || $0 == "-" || $0 == "." }) {
                guard id(of: String(word)) == nil else { continue }
                let bytes = Array(word.utf8)
                add(String(word), bytes.withUnsafeBufferPointer { Suffixes.classes($0, 0, $0.count) })
            }
        }
    }

    @discardableResult
    private mutating func add(_ word: String, _ classes: WordClasses) -> WordID {
        let id = intern(word)
        entries[Int(id)].classes.formUnion(classes)
        return id
    }

    private mutating func addVerb(_ forms: Inflection.Forms, _ meaning: WordClasses) {
        let base = add(forms.base, meaning.union(.base))
        let inflected: [(String, WordClasses)] =
            [(forms.thirdPerson, .thirdPerson)] + forms.past.map { ($0, .past) }
            + forms.participle.map { ($0, .participle) }
            + forms.ing.map { ($0, .ing) }
        for (form, kind) in inflected {
            let id = add(form, meaning.union(kind))
            if entries[Int(id)].lemma == id { entries[Int(id)].lemma = base }
        }
    }

    private mutating func addNoun(_ word: String, _ meaning: WordClasses, ownLemma: Bool) {
        let singular = add(word, meaning.union(.noun))
        let plural = add(Inflection.withS(word), meaning.union([.noun, .plural]))
        if entries[Int(plural)].lemma == plural { entries[Int(plural)].lemma = singular }
    }
}
