/// A vocabulary made ready for reading: every phrase of it, found in one walk over a clause's words.
struct Glossary: Sendable {
    /// What a phrase stands for; one phrase can stand for several things ("map": the interface, its callback,
    /// and what is held afterwards), and the pattern that reads it chooses.
    struct Entity: Sendable, Equatable {
        var names: [Name] = []
        var parties: [String] = []
        var isUnit = false
        var isObject = false
        /// The variant that a step asks for.
        var variant: String?
        /// A phrase bound to a step.
        var isStep = false
        /// What a step's phrase asks for in its clause, may have beside it, and is done by.
        var with: [String] = []
        var beside: [String] = []
        var by: String?
        /// Direct mention by its name in C.
        var isSymbol = false
    }

    struct Mention: Sendable, Equatable {
        var range: Range<Int>
        var entity: Entity

        /// A longer one of these has all of its words.
        func isCovered(by others: [Mention]) -> Bool {
            others.contains { $0.range.count > range.count && $0.range.contains(range) }
        }
    }

    var vocabulary: Vocabulary
    /// By the phrase's first stem: the rest of its stems, longest first.
    private var phrases: [String: [(rest: [String], entity: Entity)]] = [:]

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        var table: [[String]: Entity] = [:]
        func add(_ phrase: String, symbol: Bool = false, _ change: (inout Entity) -> Void) {
            let stems = Word.words(of: phrase).map(\.stem)
            guard !stems.isEmpty else { return }
            var entity = table[stems, default: Entity()]
            change(&entity)
            entity.isSymbol = entity.isSymbol || symbol
            table[stems] = entity
        }
        for party in vocabulary.parties {
            for noun in party.nouns + [party.name] { add(noun) { $0.parties.appendOnce(party.name) } }
        }
        for api in vocabulary.apis {
            for symbol in api.symbols { add(symbol, symbol: true) { $0.names.appendOnce(Name(.api, api.name)) } }
            for noun in api.nouns { add(noun) { $0.names.appendOnce(Name(.api, api.name)) } }
        }
        for callback in vocabulary.callbacks {
            for member in callback.members {
                add(member, symbol: true) { $0.names.appendOnce(Name(.callback, callback.name)) }
            }
            for noun in callback.nouns { add(noun) { $0.names.appendOnce(Name(.callback, callback.name)) } }
        }
        for resource in vocabulary.resources {
            for noun in resource.nouns { add(noun) { $0.names.appendOnce(Name(.resource, resource.name)) } }
        }
        for (entries, category) in [
            (vocabulary.supplies, Name.Category.supply), (vocabulary.locks, .lock), (vocabulary.variants, .variant),
        ] {
            for entry in entries {
                for noun in entry.nouns {
                    add(noun) { $0.names.appendOnce(Name(category, entry.name)) }
                    // Kernel-doc writes a member with a period, whatever the way to it in C.
                    guard noun.contains("->") else { continue }
                    add(noun.split(separator: "->").joined(separator: ".")) {
                        $0.names.appendOnce(Name(category, entry.name))
                    }
                }
            }
        }
        for unit in vocabulary.units { add(unit) { $0.isUnit = true } }
        for object in vocabulary.objects { add(object) { $0.isObject = true } }
        for (stems, entity) in table {
            phrases[stems[0], default: []].append((Array(stems.dropFirst()), entity))
        }
        // A phrase can be several steps, told apart by the words beside it.
        for step in vocabulary.steps {
            let words = Word.words(of: step.phrase)
            let forms = [words.map(\.stem), Glossary.passive(of: words), Glossary.kept(words)]
            for stems in forms + Glossary.nouns(of: words) + [Glossary.trailing(words)] where !stems.isEmpty {
                phrases[stems[0], default: []].append((Array(stems.dropFirst()), Entity(step)))
            }
        }
        // Of equal length in the order of their words, so that it is the same each time.
        for key in phrases.keys {
            phrases[key]?.sort { one, other in
                one.rest.count == other.rest.count
                    ? one.rest.lexicographicallyPrecedes(other.rest) : one.rest.count > other.rest.count
            }
        }
    }

    /// Every phrase of the vocabulary in `words`, at each start longest first. Shorter ones inside of longer ones
    /// are mentioned too.
    func mentions(in words: [Word]) -> [Mention] {
        var result: [Mention] = []
        for start in words.indices {
            for (rest, entity) in phrases[words[start].stem] ?? [] {
                guard let end = end(of: rest, from: start + 1, in: words) else { continue }
                var entity = entity
                if entity.isSymbol, rest.isEmpty, isVerb(at: start, in: words) {
                    entity.names.removeAll { $0.category == .callback }
                    if entity.names.isEmpty, entity.parties.isEmpty { continue }
                }
                result.append(Mention(range: start..<end, entity: entity))
            }
            if let callback = callback(named: words[start]) {
                result.append(Mention(range: start..<start + 1, entity: callback))
            }
        }
        return result
    }

    /// "Called to release it": what somebody does, and not the callback that is called so; but "calls down to release".
    private func isVerb(at index: Int, in words: [Word]) -> Bool {
        guard index > 0, words[index - 1].folded == "to", !words[index].isNameInC, !words[index].text.contains("("),
            !words[(index + 1)...].prefix(1).contains(where: { Glossary.functions.contains($0.stem) })
        else { return false }
        return index < 2 || !Glossary.directions.contains(words[index - 2].stem)
    }

    private static let functions = Set(["callback", "hook", "op", "operation", "method", "function"].map(Stem.of))
    private static let directions = Set(["down", "on", "over", "forward", "pass", "hand"].map(Stem.of))

    /// "thing_ops.open", "thing_ops->open": the callback of that name, in the table of callbacks.
    private func callback(named word: Word) -> Entity? {
        guard let dot = word.text.lastIndex(where: { $0 == "." || $0 == ">" }) else { return nil }
        let table = word.text[..<dot].split(whereSeparator: { "->".contains($0) }).last ?? ""
        let member = word.text[word.text.index(after: dot)...]
        guard table.hasSuffix("ops"),
            // "thing->ops->open": a pointer to a table, of whichever structure.
            let callback = vocabulary.callback(member: String(member), of: table == "ops" ? nil : String(table))
        else { return nil }
        var entity = Entity()
        entity.names = [Name(.callback, callback.name)]
        entity.isSymbol = true
        return entity
    }

    /// "The windows are closed", of "close the windows"; empty where there is nothing to turn.
    private static func passive(of words: [Word]) -> [String] {
        let stems = words.map(\.stem)
        guard words.count > 1, !stems.contains("be"), isBaseForm(words[0]) else { return [] }
        // "Window closing" is a noun, and nothing is windowed.
        if words.count == 2, words[1].folded.hasSuffix("ing") { return [] }
        return stems.dropFirst() + ["be", stems[0]]
    }

    /// "The closing of all windows", of "close all windows", and "window closing", of "close windows".
    private static func nouns(of words: [Word]) -> [[String]] {
        let stems = words.map(\.stem)
        guard words.count > 1, !stems.contains("be"), isBaseForm(words[0]), !prepositions.contains(words[1].folded)
        else { return [] }
        let ofThem = [stems[0], "of"] + stems.dropFirst()
        return words.count == 2 ? [ofThem, [stems[1], stems[0]]] : [ofThem]
    }

    /// "Close windows quietly", of "quietly close windows".
    private static func trailing(_ words: [Word]) -> [String] {
        guard words.count > 1, words[0].folded.hasSuffix("ly") else { return [] }
        return words.dropFirst().map(\.stem) + [words[0].stem]
    }

    /// "Keep the window closed", of "window is closed"; empty where nothing is said to be so.
    private static func kept(_ words: [Word]) -> [String] {
        let stems = words.map(\.stem)
        guard stems.count > 2, stems[stems.count - 2] == "be" else { return [] }
        return ["keep"] + stems.dropLast(2) + stems.suffix(1)
    }

    /// Whether a word can be a verb that says what to do: "close", and not "closing", "closely" or "at".
    private static func isBaseForm(_ word: Word) -> Bool {
        let isSingular = word.folded.hasSuffix("s") && !word.folded.hasSuffix("ss")
        return !isSingular && !["ing", "ed", "ly"].contains(where: word.folded.hasSuffix)
            && !prepositions.contains(word.folded)
    }

    private static let prepositions: Set<String> = ["at", "by", "for", "in", "of", "on", "with"]

    private static let modals = Set(
        ["must", "can", "could", "may", "might", "shall", "should", "will", "need", "have", "to"].map(Stem.of))

    private static let owners: Set<String> = ["its", "their", "any", "those", "these"]

    private static let particles: Set<String> = ["back", "down", "in", "off", "out", "up"]

    /// What stays so is so.
    private static let lasting: Set<String> = ["stay", "remain"]

    /// Behind what stands between a noun and its "be": "should not be pinned" is said of what "is pinned" is said of.
    private func skippingModals(from start: Int, in words: [Word]) -> Int {
        start
            + words[start...].prefix {
                Glossary.modals.contains($0.stem) || $0.isNegation || $0.folded == "always"
            }.prefix(3).count
    }

    /// Where the rest of a phrase ends; "has to" and "needs to" stand for its "must".
    private func end(of rest: [String], from start: Int, in words: [Word]) -> Int? {
        var next = start
        for stem in rest {
            guard next < words.count else { return nil }
            // "Close their windows": whose they are changes nothing; nor what "take it in" takes, named before.
            if next + 1 < words.count, words[next + 1].stem == stem,
                Glossary.owners.contains(words[next].folded)
                    || Glossary.particles.contains(stem) && ["it", "them"].contains(words[next].folded)
            {
                next += 1
            }
            if words[next].stem == stem, stem != "be" {
                next += 1
            } else if stem == "must", words.saysDuty(at: next) {
                next += 2
            } else if stem == "be", case let be = skippingModals(from: next, in: words), be < words.count,
                words[be].stem == stem || Glossary.lasting.contains(words[be].stem)
            {
                next = be + 1
                // "Is not pinned", "is always pinned": the clause has the negation, and the phrase its words.
                next += words[next...].prefix { $0.isNegation || $0.folded == "always" }.prefix(1).count
            } else {
                return nil
            }
        }
        return next
    }
}

extension Glossary.Entity {
    init(_ step: Vocabulary.Step) {
        if let action = step.action { names.append(Name(.action, action)) }
        if let observation = step.observation { names.append(Name(.observation, observation)) }
        variant = step.variant
        isStep = true
        with = step.with
        beside = step.beside
        by = step.by
    }

    /// Whether one of the words, or of the phrases, stands there that a step's phrase asks for.
    func isMeant(in words: [Word]) -> Bool {
        with.isEmpty
            || with.contains { with in
                let wanted = Word.words(of: with).map(\.folded)
                return words.indices.contains { words[$0...].prefix(wanted.count).map(\.folded) == wanted }
            }
    }

    /// A phrase for what is held and released.
    var isHeld: Bool { names.contains { $0.category == .resource } }
}

extension Array where Element: Equatable {
    mutating func appendOnce(_ element: Element) {
        if !contains(element) { append(element) }
    }
}
