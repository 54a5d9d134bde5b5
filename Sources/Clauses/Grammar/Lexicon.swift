import Promises

/// Every word that the tables name, in all its forms, interned: a word of text becomes a small number with
/// one hash and one comparison. Built once, in a fraction of a millisecond.
struct Lexicon: Sendable {
    typealias WordID = UInt16

    struct Entry: Sendable {
        /// Its first eight bytes, which are all of most words.
        fileprivate var head: UInt64
        /// In `Lexicon.text`.
        var start: Int32
        var length: UInt8
        /// The number of its base form (its own, where it has none).
        var lemma: WordID
        /// The party that it names (index + 1), or 0.
        var party: UInt8
        var classes: WordClasses
    }

    /// Entry 0 stands for a word that no table knows.
    private(set) var entries: [Entry] = [Entry(head: 0, start: 0, length: 0, lemma: 0, party: 0, classes: [])]
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
        for (lemma, forms) in Self.auxiliaries {
            let base = intern(Array(lemma.utf8))
            forms.forEach { entries[Int(intern(Array($0)))].lemma = base }
        }
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
    func phraseParty(_ tokens: [Token], _ index: Int) -> UInt8 {
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
        let found = word.withUnsafeBufferPointer { find($0, from: 0, to: $0.count) }
        return found == 0 ? nil : found
    }

    func string(_ id: WordID) -> String {
        let entry = entries[Int(id)]
        return String(decoding: text[Int(entry.start)..<Int(entry.start) + Int(entry.length)], as: UTF8.self)
    }

    /// The number of the word at `from..<to`, in whatever case; 0 when unknown.
    func find(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> WordID {
        let head = EightBytes(bytes, from, to).lowered
        return find(head, Self.hash(head, bytes, from, to)) { entry in
            Int(entry.length) == to - from && tailMatches(entry, bytes, from)
        }
    }

    /// The number of a word of less than eight bytes; 0 when unknown.
    @inline(__always)
    func find(short word: EightBytes) -> WordID {
        let head = word.lowered
        return find(head, UInt32(truncatingIfNeeded: Self.mixed(head))) { _ in true }
    }

    /// The number of the word with this head and this hash that `matches`; 0 where there is none.
    @inline(__always)
    private func find(_ head: UInt64, _ hash: UInt32, _ matches: (Entry) -> Bool) -> WordID {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while true {
            let found = slots[slot]
            if found == 0 { return 0 }
            if (found ^ hash) >> 16 == 0 {
                let id = WordID(truncatingIfNeeded: found)
                if entries[Int(id)].head == head, matches(entries[Int(id)]) { return id }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    /// Whether the bytes behind the first eight are those of `entry`, too.
    @inline(__always)
    private func tailMatches(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Bool {
        var offset = 8
        while offset < Int(entry.length) {
            guard text[Int(entry.start) + offset] == Self.lowercase(bytes[from + offset]) else { return false }
            offset += 1
        }
        return true
    }

    /// A hash of the word at `from..<to` in lower case, whose first eight bytes are `head`.
    private static func hash(_ head: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> UInt32 {
        var hash = mixed(head)
        var at = from + 8
        while at < to {
            hash = mixed(hash ^ EightBytes(bytes, at, to).lowered)
            at += 8
        }
        return UInt32(truncatingIfNeeded: hash)
    }

    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9e37_79b9_7f4a_7c15
        return product ^ product >> 32
    }

    @inline(__always) static func lowercase(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    // MARK: Building

    private mutating func intern(_ word: [UInt8]) -> WordID {
        let word = word.prefix(255)
        if let known = id(of: Array(word)) { return known }
        let id = WordID(entries.count)
        let head = word.withUnsafeBufferPointer { EightBytes($0, 0, $0.count).lowered }
        entries.append(
            Entry(head: head, start: Int32(text.count), length: UInt8(word.count), lemma: id, party: 0, classes: []))
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
            Self.hash(entry.head, $0, Int(entry.start), Int(entry.start) + Int(entry.length))
        }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash & 0xFFFF_0000 | UInt32(id)
    }

    /// A word that only a phrase knows is tagged by its ending, as an unknown one is.
    private mutating func addCueWords(_ columns: [String]) {
        guard columns.count > 1 else { return }
        for word in columns[1].utf8.split(whereSeparator: { !Byte.isLetter($0) && !"'-.".utf8.contains($0) }) {
            let word = Array(word)
            guard id(of: word) == nil else { continue }
            add(word, word.withUnsafeBufferPointer { Suffixes.classes($0, 0, $0.count) })
        }
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
