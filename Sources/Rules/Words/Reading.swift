import Clauses
import KernelDoc
import Promises

/// A clause as the rule kinds see it: its words, what each phrase of the vocabulary in it stands for, and what
/// stands around it.
struct Reading: Sendable {
    /// What is known from outside of the clause's own words.
    struct Surroundings: Sendable, Equatable {
        /// The callback, or the interface, that the block documents.
        var callback: String?
        var api: String?
        /// The interfaces mentioned last in this block, for "these calls".
        var recent: [String] = []
        /// The resources mentioned last in this block, for "it".
        var recentResources: [String] = []
        /// What the sentence directly before says that fails, for "then" and "in that case".
        var failure: Failure?
        /// The interfaces that the whole sentence names.
        var sentenceAPIs: [String] = []
        /// The words of the other clauses of the same sentence, in plain form and without case.
        var siblings: [[String]] = []
        /// What the list that the clause stands in has one do, where it tells of a sequence.
        var steps: SequenceOfSteps.Steps?
        /// The prototypes that follow the clause in its block, perhaps after a few more sentences.
        var prototypes: [String] = []
        /// What clauses anywhere in the documentation say that this one has to reckon with.
        var elsewhere = StatedElsewhere()

        /// The interfaces that are spoken of where none is named: what the block documents, or those mentioned last.
        func apisInScope(_ vocabulary: Vocabulary) -> [String] {
            callback.map { vocabulary.apis(calling: $0).map(\.name) } ?? api.map { [$0] } ?? recent
        }
    }

    /// Interfaces, and the error codes with which they fail.
    struct Failure: Sendable, Equatable {
        var apis: [String]
        var errors: [String]
    }

    /// Its modality and negation are those of the plain form.
    let clause: Clause
    /// In plain form (`Restatement`).
    let words: [Word]
    let mentions: [Glossary.Mention]
    let vocabulary: Vocabulary
    let surroundings: Surroundings
    let stems: Set<String>
    /// The words of an "if" or "when" that stands beside what the clause says.
    let condition: Range<Int>?
    /// The places of words that another clause of the sentence tells.
    let toldElsewhere: Set<Int>

    /// - Parameter text: what is read instead of the clause's own words.
    init(_ clause: Clause, text: String, glossary: Glossary) {
        self.init(clause, words: Word.words(of: text), glossary: glossary)
    }

    /// - Parameters:
    ///   - words: what is read instead of the clause's own words.
    ///   - tables: what puts the words plainly, one after the other.
    init(
        _ clause: Clause, words: [Word]? = nil, tables: [RestatementTable] = [Restatement.always], glossary: Glossary,
        surroundings: Surroundings = .init()
    ) {
        let plain = tables.plain(Reading.asked(words ?? clause.words, clause))
        let clause = plain.turns.reduce(clause) { $0.turned($1) }
        self.clause = clause
        self.words = plain.words
        vocabulary = glossary.vocabulary
        self.surroundings = surroundings
        let words = plain.words
        stems = Set(words.map(\.stem))
        condition = words.firstIndex(where: \.isCondition).map { first in
            first..<(words[first...].firstIndex { !$0.isCondition } ?? words.endIndex)
        }
        toldElsewhere = Reading.told(by: surroundings.siblings, among: words)
        var mentions = glossary.mentions(in: words)
        mentions += Reading.references(in: words, surroundings)
        mentions += Reading.relative(in: words, of: clause, surroundings)
        mentions += Reading.ownMembers(in: words, of: clause.block, vocabulary)
        mentions += Reading.lastEnds(of: mentions, in: words, vocabulary)
        for index in mentions.indices where words.dropFirst(mentions[index].range.upperBound).first?.stem == "context" {
            // A process context is where something is done, and no party that does it.
            mentions[index].entity.parties = []
        }
        self.mentions = mentions
    }

    /// "Please call it", "don't call it": whoever is spoken to must, or must not.
    private static func asked(_ words: [Word], _ clause: Clause) -> [Word] {
        if clause.modality == .prohibition, let told = forbiddenCase(words) { return told }
        // A step of a list is no sentence of its own.
        guard clause.leadIn == nil, clause.modality == .obligation || clause.modality == .prohibition else {
            return words
        }
        let openings = ["please", "always", "then", "do", "not", "never"]
        let opening = words.prefix(3).prefix { openings.contains($0.folded) }
        guard let verb = words.dropFirst(opening.count).first, imperatives.contains(verb.folded),
            // "Call order must be kept": a noun.
            !words.contains(where: { Restatement.modals.contains($0.folded) }),
            !words.indices.contains(where: words.saysDuty), !words.contains(where: { $0.stem == "be" })
        else { return words }
        let isDenied = opening.contains(where: \.isNegation)
        return [Word("must")] + (isDenied ? [Word("not")] : []) + words.dropFirst(opening.count)
    }

    /// "It is a bug if a caller holds three": what the condition tells is what must not be.
    private static func forbiddenCase(_ words: [Word]) -> [Word]? {
        guard words.prefix(2).map(\.folded) == ["it", "is"], words.count > 4,
            ["bug", "mistake"].contains(words[2].folded), ["if", "when"].contains(words[3].folded)
        else { return nil }
        return words.dropFirst(4).map {
            var word = $0
            word.part = nil
            word.isCondition = false
            return word
        }
    }

    /// What is asked for in the imperative, in its base form.
    private static let imperatives: Set<String> = [
        "access", "attach", "begin", "bracket", "call", "close", "detach", "drop", "enclose", "end", "finish", "free",
        "hold", "implement", "invoke", "issue", "map", "open", "provide", "put", "release", "repeat", "restart",
        "retry", "set", "stop", "take", "unmap", "use", "wrap",
    ]

    /// Whether some words are a part of the condition, and not of what the clause says.
    func isCondition(_ range: Range<Int>) -> Bool { condition.map { $0.clamped(to: range) == range } ?? false }

    /// "This callback", "these calls", "it": what the surroundings say they stand for.
    private static func references(in words: [Word], _ surroundings: Surroundings) -> [Glossary.Mention] {
        var result: [Glossary.Mention] = []
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1].stem : ""
            switch word.folded {
            case "these", "those", "such", "they", "them":
                // "These calls", of the one that is documented, and its like.
                let isCalls = ["these", "such"].contains(word.folded) && ["call", "function"].contains(next)
                let meant =
                    surroundings.recent.isEmpty && isCalls ? surroundings.api.map { [$0] } ?? [] : surroundings.recent
                guard !meant.isEmpty else { continue }
                let names = meant.map { Name(.api, $0) }
                let takesNoun = ["call", "interfac", "function", "api", "variant", "ioctl", "marker"].contains(next)
                if word.folded == "they" || word.folded == "them" || takesNoun || next.isEmpty || word.folded == "these"
                {
                    result.append(.init(range: index..<index + (takesNoun ? 2 : 1), entity: .init(names: names)))
                }
            case "this", "it", "callback":
                let isNoun = ["callback", "hook", "operation", "function", "interfac", "call"].contains(next)
                let length = isNoun && word.folded == "this" ? 2 : 1
                if let callback = surroundings.callback {
                    result.append(
                        .init(range: index..<index + length, entity: .init(names: [Name(.callback, callback)])))
                } else if let api = surroundings.api {
                    result.append(.init(range: index..<index + length, entity: .init(names: [Name(.api, api)])))
                } else if isNoun, word.folded == "this", !surroundings.recent.isEmpty {
                    let names = surroundings.recent.map { Name(.api, $0) }
                    result.append(.init(range: index..<index + length, entity: .init(names: names)))
                }
            default: continue
            }
        }
        return result
    }

    /// "This callback (which is optional)": what a clause that begins with "which" tells of, where that is what the block
    /// documents.
    private static func relative(
        in words: [Word], of clause: Clause, _ surroundings: Surroundings
    ) -> [Glossary.Mention] {
        guard words.first?.folded == "which", let callback = surroundings.callback else { return [] }
        let sentence = Word.words(of: clause.sentence).map(\.folded)
        let own = words.map(\.folded)
        guard let which = sentence.indices.first(where: { sentence[$0...].starts(with: own) }), which > 0,
            let last = sentence[..<which].last, ["this", "it", "callback", "hook"].contains(last)
        else { return [] }
        // "The lock of this callback, which": the lock is what it tells of.
        let noun = which - (last == "this" || last == "it" ? 1 : 2)
        if noun > 0, ["of", "in", "for", "by", "with", "from", "than"].contains(sentence[noun - 1]) { return [] }
        return [.init(range: 0..<1, entity: .init(names: [Name(.callback, callback)]))]
    }

    /// In the description of a structure, the bare name of one of its members that is a lock: "protected by lock", and not
    /// by the lock of something else.
    private static func ownMembers(
        in words: [Word], of block: Prose.Block, _ vocabulary: Vocabulary
    ) -> [Glossary.Mention] {
        guard let symbol = block.symbol, block.kind == .struct || block.kind == .member else { return [] }
        return words.indices.flatMap { index in
            index > 0 && words[index - 1].isNameInC
                ? []
                : vocabulary.locks.filter { $0.nouns.contains("\(symbol)->\(words[index].text)") }
                    .map { .init(range: index..<index + 1, entity: .init(names: [Name(.lock, $0.name)])) }
        }
    }

    /// "The last window is unmapped", "the last share of the widget is dropped with put()": the call by which one ends, where
    /// it is told of the last.
    private static func lastEnds(
        of mentions: [Glossary.Mention], in words: [Word], _ vocabulary: Vocabulary
    ) -> [Glossary.Mention] {
        mentions.compactMap { mention in
            let start = mention.range.lowerBound
            guard start > 0, words[start - 1].folded == "last",
                let release = Pattern.resources(of: mention.entity, .resource, vocabulary).lazy
                    .compactMap({ vocabulary.resource($0)?.release }).first
            else { return nil }
            let end = Name(.api, release)
            var place = mention.range.upperBound
            if place < words.count, ["of", "to", "on"].contains(words[place].folded),
                let object = mentions.first(where: { $0.range.lowerBound == place + 1 && $0.entity.isObject })
            {
                place = object.range.upperBound
            }
            let verb = place + words[place...].prefix { ["be", "have", "get"].contains($0.stem) }.count
            guard verb > place, verb < words.count, endings.contains(words[verb].stem) else { return nil }
            place = verb + 1
            if place < words.count, ["by", "with", "through"].contains(words[place].folded),
                let means = mentions.first(where: { $0.range.lowerBound == place + 1 && $0.entity.names.contains(end) })
            {
                place = means.range.upperBound
            }
            return .init(range: start..<place, entity: .init(names: [end]))
        }
    }

    private static let endings = Set(
        ["closed", "dropped", "ended", "freed", "gone", "put", "released", "unmapped"].map(Stem.of))

    /// The clause's words; where it hangs on what stands before it, "(where it is closed)", the few words there as well.
    var wordsAround: [Word] {
        guard ["where", "which", "whose"].contains(words.first?.folded),
            let place = clause.sentence.range(of: clause.text)
        else { return words }
        return Word.words(of: String(clause.sentence[..<place.lowerBound])).suffix(Self.near) + words
    }

    private static let near = 8

    // MARK: - What is mentioned

    /// Whether a word is a part of a phrase of the vocabulary, which is known as a whole.
    func isInPhrase(_ index: Int) -> Bool {
        mentions.contains { $0.range.count > 1 && $0.range.contains(index) }
    }

    func names(_ category: Name.Category) -> [String] {
        var result: [String] = []
        for mention in mentions {
            for name in mention.entity.names where name.category == category { result.appendOnce(name.identifier) }
        }
        return result
    }

    /// The resources meant, in the order of the words: named, or acquired or released by what is named.
    var resourcesInOrder: [String] {
        var result: [String] = []
        for mention in mentions.sorted(by: { $0.range.upperBound < $1.range.upperBound }) {
            for name in Pattern.resources(of: mention.entity, .resource, vocabulary) {
                result.removeAll { $0 == name }
                result.append(name)
            }
        }
        return result
    }

    /// The interfaces mentioned, in order; shadowed by longer phrases they are left out.
    var apis: [String] { unshadowed(.api) }
    var callbacks: [String] { unshadowed(.callback) }
    var resources: [String] { unshadowed(.resource) }
    var parties: [String] {
        var result: [String] = []
        for mention in mentions { for party in mention.entity.parties { result.appendOnce(party) } }
        return result
    }
    /// The error codes that are named, each by the name under which the kernel lists it.
    var errors: [String] {
        var result: [String] = []
        for word in words { if let error = word.error { result.appendOnce(ErrorCode.canonical(error)) } }
        return result
    }

    /// Names of a category in phrases that no longer phrase covers.
    private func unshadowed(_ category: Name.Category) -> [String] {
        var result: [String] = []
        let ofCategory = mentions.filter { $0.entity.names.contains { $0.category == category } }
        for mention in ofCategory where !mention.isCovered(by: ofCategory) {
            for name in mention.entity.names where name.category == category { result.appendOnce(name.identifier) }
        }
        return result
    }

    /// True when one of these words, in any form, is there.
    func says(_ words: String...) -> Bool { words.contains { stems.contains(Stem.of($0)) } }

    /// True where one of these words stands right behind a modal, a negation or "to", and is what the clause says: "must
    /// not sleep", and not "a sleep", nor "which may sleep".
    func says(behindModal words: String...) -> Bool {
        places(of: words).contains { place in
            guard place > 0, !self.words[place].isSubordinate else { return false }
            let before = self.words[place - 1]
            return before.isNegation || before.folded == "to" || Restatement.modals.contains(before.folded)
        }
    }

    /// True where "no" stands before one of these words, perhaps with a word between: "no pointer", "no two windows".
    func denies(_ words: String...) -> Bool {
        places(of: words).contains { closeBefore($0).contains { $0.folded == "no" } }
    }

    /// True where "no" stands before what means a resource: "no window exists".
    func denies(_ resource: String, in vocabulary: Vocabulary) -> Bool {
        mentions.contains { mention in
            Pattern.resources(of: mention.entity, .resource, vocabulary).contains(resource)
                && closeBefore(mention.range.lowerBound).contains { $0.folded == "no" }
        }
    }

    /// True where one of these words is followed by "no" or "none": "rejects no window".
    func deniesAfter(_ words: String...) -> Bool {
        places(of: words).contains { place in
            self.words.dropFirst(place + 1).prefix(1).contains { ["no", "none", "neither"].contains($0.folded) }
        }
    }

    /// True where a negation stands right before one of these words, perhaps with a word between: "never changes",
    /// "is not guaranteed to fail".
    func negates(_ words: String...) -> Bool {
        places(of: words).contains { closeBefore($0).contains(where: \.isNegation) }
    }

    /// Where one of these words stands, in any form.
    private func places(of wanted: [String]) -> [Int] {
        let stems = wanted.map(Stem.of)
        return words.indices.filter { stems.contains(words[$0].stem) }
    }

    /// What stands with a name in one list: the names in C, each of one such thing, behind it, with commas, "and" and "or"
    /// between them.
    func listed(behind first: Range<Int>, _ category: Name.Category) -> [String] {
        var result: [String] = []
        var end = first.upperBound
        while words.indices.contains(end) {
            var next = ["and", "or"].contains(words[end].folded) ? end + 1 : end
            // "By map() and by unmap()".
            if next > end, next < words.count, ["by", "from", "through"].contains(words[next].folded) { next += 1 }
            let names = mentions.first { $0.range.lowerBound == next && $0.entity.isSymbol }
            guard let names, case let own = names.entity.names.filter({ $0.category == category }), own.count == 1
            else {
                break
            }
            result.append(own[0].identifier)
            end = names.range.upperBound
        }
        return result
    }

    /// The interfaces that stand by name before a place.
    func apisNamed(before place: Range<Int>) -> [String] {
        var result: [String] = []
        for mention in mentions where mention.entity.isSymbol && mention.range.upperBound <= place.lowerBound {
            for name in mention.entity.names where name.category == .api { result.appendOnce(name.identifier) }
        }
        return result
    }

    /// The two words before a place, or as many as there are.
    func closeBefore(_ place: Int) -> ArraySlice<Word> { words[max(0, place - 2)..<place] }

    /// The callbacks that stand close to one of these words, on either side: "the map callback is missing", "lacks map".
    func callbacks(beside wanted: String...) -> [String] {
        let places = places(of: wanted)
        func mentions(_ mention: Glossary.Mention) -> Bool {
            mention.entity.names.contains { $0.category == .callback }
        }
        let named = self.mentions.filter(mentions)
        let close = named.filter { mention in
            // The noun behind a callback's name stands for no other one.
            !named.contains { $0.range.upperBound == mention.range.lowerBound }
                && places.contains { max(mention.range.lowerBound - $0 - 1, $0 - mention.range.upperBound) <= 3 }
        }
        return callbacks.filter { name in close.contains { $0.entity.names.contains(Name(.callback, name)) } }
    }

    /// Whether the words name who is to do it, and that is none of these parties.
    func asksAnother(than actors: [String]) -> Bool {
        // Who has to be able to do a thing is let do it by others.
        guard !actors.isEmpty, !says(phrase: "be able to") else { return false }
        if let asked = askedParty { return !actors.contains(asked) }
        return !actors.contains(clause.bearer) && (names(clause.bearer) || namesGenerally(clause.bearer))
    }

    /// Whether a party that does something is named by the general noun for its role right before it: "the kernel restarts".
    private func namesGenerally(_ party: String) -> Bool {
        words.indices.contains { index in
            !words[index].isPossessive && self.party(meantBy: words[index].folded) == party
                && (index == 0 || ["then", "and", "case"].contains(words[index - 1].folded))
        }
    }

    /// Whether a party is named, and not only what is its own ("the driver's callback").
    private func names(_ party: String) -> Bool {
        mentions.contains { mention in
            mention.entity.parties.contains(party)
                && words[mention.range].last?.isPossessive == false
        }
    }

    /// The party that stands right before a modal verb, "… the kernel must", or else the one by which it is to be done.
    private var askedParty: String? {
        for (modal, word) in words.enumerated().dropFirst() where Self.modals.contains(word.folded) {
            // "The kernel always has to"
            let adverbs = words[..<modal].reversed().prefix { ["always", "never", "also", "then"].contains($0.folded) }
            let index = modal - adverbs.count
            guard index > 0 else { continue }
            let named = mentions.filter { $0.range.upperBound == index && !$0.entity.parties.isEmpty }
            if let party = named.max(by: { $0.range.count < $1.range.count })?.entity.parties.first { return party }
            if let party = party(meantBy: words[index - 1].folded) { return party }
        }
        return agent
    }

    /// The party by which something is said to be done: "it is restarted by the kernel".
    private var agent: String? {
        for (index, word) in words.enumerated() where word.folded == "by" {
            let named = mentions.filter { $0.range.lowerBound == index + 1 && !$0.entity.parties.isEmpty }
            if let party = named.max(by: { $0.range.count < $1.range.count }) {
                // "By the driver's callback" is not by the driver.
                if words[party.range].last?.isPossessive == true { continue }
                return party.entity.parties.first
            }
            if let noun = words.dropFirst(index + 1).first?.folded, let party = party(meantBy: noun) { return party }
        }
        return nil
    }

    /// The vocabulary's party in the role that a general noun has ("the kernel", "drivers").
    private func party(meantBy noun: String) -> String? {
        guard let role = Parties.general.parties.first(where: { $0.nouns.contains(noun) })?.role else { return nil }
        return vocabulary.parties.first { $0.role == role }?.name
    }

    private static let modals: Set<String> = ["must", "shall", "should", "may", "can", "needs", "has", "cannot"]

    /// Somebody is free *not* to do what the clause speaks of: "need not", "does not have to", "there is no need to".
    var isExemption: Bool {
        guard clause.modality == .permission else { return false }
        return clause.negated || says("optional", "unnecessary", "needless")
            || ["no need", "no obligation", "no reason"].contains(where: says(phrase:))
    }

    /// Whether "only" stands right before the name of an interface, or "only (concurrent) calls of": of the others it is
    /// not so.
    var saysOnlyOfInterface: Bool {
        mentions.contains { mention in
            let before = words[..<mention.range.lowerBound].reversed().drop { Self.ofCalls.contains($0.folded) }
            return before.first?.folded == "only" && mention.entity.names.contains { $0.category == .api }
        }
    }

    private static let ofCalls: Set<String> = ["of", "to", "call", "calls", "concurrent"]

    /// How often, where it is said: "once", "twice", "3 times".
    var times: Int? { timesPlace.flatMap(times) }

    /// Where that is said.
    var timesPlace: Int? { words.indices.first { times($0) != nil } }

    private func times(_ index: Int) -> Int? {
        switch words[index].folded {
        case "once": countsOnce(index) ? 1 : nil
        case "twice": 2
        case "thrice": 3
        case "times": index > 0 ? words[index - 1].number : nil
        default: nil
        }
    }

    /// "At once" is no number, and "once it is full" no number of times; "once per session" is.
    private func countsOnce(_ index: Int) -> Bool {
        if let next = words.dropFirst(index + 1).first, ["per", "for", "in", "each", "every"].contains(next.folded) {
            return true
        }
        guard index > 0 else { return false }
        return words[index - 1].folded != "at" && (!words[index].isSubordinate || words[index - 1].isSubordinate)
    }

    /// How many numbers are named, but for "one", which stands for an article as well.
    var numbersNamed: Int { words.count { ($0.number ?? 1) != 1 } }

    /// How many units something is said to have, where that is not one: "two pages", "twice the page".
    var unitCount: Int {
        mentions.filter(\.entity.isUnit).compactMap { mention -> Int? in
            guard mention.range.lowerBound > 0 else { return nil }
            let word = words[mention.range.lowerBound - 1]
            return ["twice", "double"].contains(word.folded) ? 2 : word.number
        }.first { $0 > 1 } ?? 1
    }

    /// "All pages", "every page": more than one unit.
    var meansEveryUnit: Bool {
        mentions.contains { mention in
            mention.entity.isUnit
                && closeBefore(mention.range.lowerBound).contains {
                    ["all", "every", "each", "per"].contains($0.folded)
                }
        }
    }

    /// The bytes of a quantity like "64 bytes" or "4 KiB"; nil without one.
    var byteCount: Int? {
        for (number, unit) in zip(words, words.dropFirst()) {
            guard let count = number.number else { continue }
            switch unit.folded {
            case "byte", "bytes": return count
            case "kb", "kib": return count * 1024
            default: continue
            }
        }
        return nil
    }

    /// True when these words, in any form, follow one another somewhere.
    func says(phrase: String) -> Bool {
        let wanted = Word.words(of: phrase).map(\.stem)
        guard !wanted.isEmpty, words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { words[start + $0].stem == wanted[$0] }
        }
    }
}
