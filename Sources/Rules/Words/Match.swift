/// A pattern found in a reading, with what its slots hold.
struct Match: Sendable {
    struct Capture: Sendable {
        var slot: Pattern.Slot
        var range: Range<Int>
        var entity: Glossary.Entity
    }

    let reading: Reading
    let pattern: Pattern
    let range: Range<Int>
    let captures: [Capture]

    var vocabulary: Vocabulary { reading.vocabulary }

    /// Finds the first place where `pattern` fits: what is only said of a condition is no promise.
    static func find(_ pattern: Pattern, in reading: Reading) -> Match? {
        for words in pattern.required where !words.contains(where: { reading.stems.contains($0) }) { return nil }
        if pattern.parts.count > 1 { return findParts(pattern, in: reading) }
        var finder = Finder(elements: pattern.elements, reading: reading)
        for start in reading.words.indices {
            if let end = finder.match(element: 0, at: start), !reading.isCondition(start..<end), finder.isSaid {
                return Match(reading: reading, pattern: pattern, range: start..<end, captures: finder.captures)
            }
            finder.forget()
        }
        return nil
    }

    /// The first place of each part, in whichever order they stand; one of them is said, and not of a condition alone.
    private static func findParts(_ pattern: Pattern, in reading: Reading) -> Match? {
        var found: [(range: Range<Int>, captures: [Capture])] = []
        var isSaid = false
        for part in pattern.parts {
            var finder = Finder(elements: part, reading: reading)
            let place = reading.words.indices.lazy.compactMap { start -> Range<Int>? in
                finder.forget()
                guard let end = finder.match(element: 0, at: start),
                    !found.contains(where: { $0.range.overlaps(start..<end) })
                else { return nil }
                return start..<end
            }.first
            guard let place else { return nil }
            isSaid = isSaid || !reading.isCondition(place) && finder.isSaid
            found.append((place, finder.captures))
        }
        guard isSaid, let start = found.map(\.range.lowerBound).min(), let end = found.map(\.range.upperBound).max()
        else { return nil }
        let captures = found.flatMap(\.captures).sorted { $0.range.lowerBound < $1.range.lowerBound }
        return Match(reading: reading, pattern: pattern, range: start..<end, captures: captures)
    }

    /// Whether the word at a place is one that the pattern itself names.
    func reads(_ index: Int) -> Bool { range.contains(index) && pattern.names(reading.words[index].stem) }

    /// How much of the clause the match accounts for: a word counts two, a phrase of the vocabulary two and its words.
    var weight: Int {
        captures.reduce(2 * pattern.literals) { $0 + 2 + $1.range.count }
    }

    /// What stands for the resource is the interface that releases it.
    func tellsOfRelease(_ slot: Pattern.Slot) -> Bool {
        captures.contains { capture in
            capture.slot == slot && capture.entity.isSymbol
                && capture.entity.names.contains {
                    $0.category == .api && vocabulary.resource(releasedBy: $0.identifier) != nil
                }
        }
    }

    /// The party that is told to do something, as the pattern has found it, where it is none of `actors`.
    func otherParty(than actors: [String]) -> String? {
        guard reading.clause.modality == .guarantee, !actors.isEmpty, let party = captured(.party),
            reading.words[party.range].last?.isPossessive == false,
            !party.entity.parties.contains(where: actors.contains)
        else { return nil }
        return party.entity.parties.first
    }

    /// Somebody who calls is named.
    var namesCallers: Bool {
        vocabulary.parties.contains { $0.role == .caller && reading.parties.contains($0.name) }
    }

    /// Behind what matches, something is told of when, where or how. What is a clause of its own is not meant.
    var isFollowedByMore: Bool {
        let told = reading.toldElsewhere
        return reading.words.indices[range.upperBound...].contains { index in
            // "Called from map(), which lets the driver pin it": what that is good for.
            if reading.words[index].folded == "which", index + 1 < reading.words.count,
                ["allow", "let", "enabl", "permit"].contains(reading.words[index + 1].stem)
            {
                return false
            }
            // "Done with it"
            return !["done", "finished", "through"].contains(reading.words[index - 1].folded)
                && ["where", "which", "whose", "with", "after", "before", "while", "without"]
                    .contains(reading.words[index].folded)
                && !told.contains(index)
        }
    }

    /// Behind "bracketed with", an interface is named that begins or ends none.
    var bracketsWithOthers: Bool {
        guard let verb = reading.words.firstIndex(where: { ["bracket", "enclos"].contains($0.stem) }),
            let with = reading.words[verb...].firstIndex(where: { ["with", "by"].contains($0.folded) })
        else { return false }
        return reading.mentions.contains { mention in
            let apis = mention.entity.names.filter { $0.category == .api }
            return mention.range.lowerBound > with && mention.entity.isSymbol && !apis.isEmpty
                && !apis.contains { vocabulary.resource(acquiredOrReleasedBy: $0.identifier)?.nature == .bracket }
        }
    }

    /// Interfaces are named beside "bracketed", and none of them begins or ends a bracket.
    var namesOthersThanBrackets: Bool {
        reading.says("bracket", "enclose") && !reading.apis.isEmpty
            && !reading.apis.contains { vocabulary.resource(acquiredOrReleasedBy: $0)?.nature == .bracket }
    }

    /// "Bracketed with the one and the one": an end that is named twice, and the other one not at all.
    var namesOneEndTwice: Bool {
        let named = reading.mentions.filter(\.entity.isSymbol)
            .map { $0.entity.names.filter { $0.category == .api }.map(\.identifier) }.filter { !$0.isEmpty }
        return named.count > 1
            && vocabulary.resources.contains { resource in
                resource.nature == .bracket
                    && [(resource.acquire, resource.release), (resource.release, resource.acquire)].contains {
                        one, other in
                        named.allSatisfy { $0.contains(one) && !$0.contains(other) }
                    }
            }
    }

    // MARK: - What the slots hold

    private func captured(_ slots: Pattern.Slot...) -> Capture? { captures.first { slots.contains($0.slot) } }

    /// The number in the first number slot.
    var number: Int? {
        guard let capture = captured(.number) else { return nil }
        return reading.words[capture.range.lowerBound].number
    }

    func names(_ slot: Pattern.Slot, _ category: Name.Category) -> [String] {
        var result: [String] = []
        for capture in captures where capture.slot == slot {
            for name in capture.entity.names where name.category == category { result.appendOnce(name.identifier) }
        }
        return result
    }

    /// The resource in a resource slot: named as one, or the one that a named interface acquires or releases.
    var resource: String? {
        for capture in captures where [.resource, .bracket, .mapping].contains(capture.slot) {
            if let name = Pattern.resources(of: capture.entity, capture.slot, vocabulary).first { return name }
        }
        return nil
    }

    var resources: [String] {
        var result: [String] = []
        for capture in captures where [.resource, .bracket, .mapping].contains(capture.slot) {
            for name in Pattern.resources(of: capture.entity, capture.slot, vocabulary) { result.appendOnce(name) }
        }
        return result
    }

    /// The callback in a callback slot (or `this`, where the block documents one).
    var callbacks: [String] {
        var result = names(.callback, .callback)
        for name in names(.this, .callback) { result.appendOnce(name) }
        return result
    }

    var apis: [String] {
        var result = names(.api, .api)
        for name in names(.this, .api) { result.appendOnce(name) }
        return result
    }
}

extension Pattern {
    /// The resources that a phrase can stand for in a slot.
    static func resources(of entity: Glossary.Entity, _ slot: Slot, _ vocabulary: Vocabulary) -> [String] {
        var result: [String] = []
        for name in entity.names where name.category == .resource { result.appendOnce(name.identifier) }
        for name in entity.names where name.category == .api {
            if let resource = vocabulary.resource(acquiredOrReleasedBy: name.identifier) {
                result.appendOnce(resource.name)
            }
        }
        // A callback stands for what the first interface above it acquires or releases.
        for name in entity.names where name.category == .callback && result.isEmpty {
            let api = vocabulary.apis(calling: name.identifier).first?.name
            if let resource = api.flatMap({ vocabulary.resource(acquiredOrReleasedBy: $0) }) {
                result.append(resource.name)
            }
        }
        return result.filter { name in
            switch slot {
            case .bracket: vocabulary.resource(name)?.nature == .bracket
            case .mapping: vocabulary.resource(name)?.nature == .mapping
            default: true
            }
        }
    }

    /// Whether a phrase can stand in a slot.
    static func fits(_ entity: Glossary.Entity, _ slot: Slot, _ vocabulary: Vocabulary) -> Bool {
        func has(_ category: Name.Category) -> Bool { entity.names.contains { $0.category == category } }
        return switch slot {
        case .api: has(.api)
        case .callback: has(.callback)
        case .resource, .bracket, .mapping: !resources(of: entity, slot, vocabulary).isEmpty
        case .supply: has(.supply)
        case .lock: has(.lock)
        case .observation: has(.observation)
        case .party: !entity.parties.isEmpty
        case .step: entity.isStep
        case .unit: entity.isUnit
        case .object: entity.isObject
        case .this: has(.callback) || has(.api)
        case .number, .error: false
        }
    }
}

/// Walks a pattern over a reading, trying the longest phrase first and going back where that leads nowhere.
private struct Finder {
    let elements: [(element: Pattern.Element, isOptional: Bool)]
    let reading: Reading
    var captures: [Match.Capture] = []
    /// Where words of the pattern stand.
    private var places: [Int] = []
    /// Tries left: a pattern of many gaps on a long sentence must not take forever.
    var budget = 20_000

    init(elements: [(element: Pattern.Element, isOptional: Bool)], reading: Reading) {
        self.elements = elements
        self.reading = reading
    }

    /// What was found does not all belong to parts that say nothing by themselves, nor do the pattern's own words all
    /// stand in what is only a reason or a purpose.
    var isSaid: Bool {
        let found = places + captures.map(\.range.lowerBound)
        guard !found.isEmpty else { return true }
        return found.contains { !reading.words[$0].isSubordinate }
            && (places.isEmpty || !places.allSatisfy { reading.words[$0].part == .aside })
            && !captures.contains { isDeniedReason($0.range.lowerBound) }
    }

    /// "As the lock is not taken": what is denied there is no part of what is said.
    private func isDeniedReason(_ place: Int) -> Bool {
        guard reading.words[place].part == .aside else { return false }
        return reading.words[..<place].reversed().prefix { $0.part == .aside }.contains(where: \.isNegation)
            || reading.words[place...].prefix { $0.part == .aside }.contains(where: \.isNegation)
    }

    /// Begins anew.
    mutating func forget() {
        captures = []
        places = []
    }

    /// Where the pattern's rest, from `element` on, ends when it starts at word `position`; nil when it does not fit.
    mutating func match(element: Int, at position: Int) -> Int? {
        budget -= 1
        guard budget > 0 else { return nil }
        guard element < elements.count else { return position }
        let (current, isOptional) = elements[element]
        switch current {
        case .gap(let limit):
            var next = position
            while next <= reading.words.count, next - position <= limit {
                if let end = match(element: element + 1, at: next) { return end }
                next += 1
            }
            return nil
        case .word(let stems):
            if position < reading.words.count, says(stems, at: position) {
                places.append(position)
                if let end = match(element: element + 1, at: position + 1) { return end }
                // "Is not called", "is always called": the denial is the clause's.
                if stems.contains("be"), position + 1 < reading.words.count, isBeside(position + 1),
                    let end = match(element: element + 1, at: position + 2)
                {
                    return end
                }
                places.removeLast()
            }
        case .slot(let slot):
            if let end = match(slot: slot, element: element, at: position) { return end }
        }
        return isOptional ? match(element: element + 1, at: position) : nil
    }

    /// What may stand between "be" and what is said to be.
    private func isBeside(_ position: Int) -> Bool {
        let word = reading.words[position]
        return word.isNegation || ["always", "also", "still", "then", "therefore"].contains(word.folded)
    }

    /// Whether one of some words stands there; one that means "must" only as a duty.
    private func says(_ stems: [String], at position: Int) -> Bool {
        let stem = reading.words[position].stem
        guard stems.contains(stem) else { return false }
        return !stems.contains("must") || !Word.duties.contains(stem) || reading.words.saysDuty(at: position)
    }

    private mutating func match(slot: Pattern.Slot, element: Int, at position: Int) -> Int? {
        guard position < reading.words.count else { return nil }
        let word = reading.words[position]
        let count = captures.count
        func entity(_ fits: Bool) -> Match.Capture? {
            fits ? .init(slot: slot, range: position..<position + 1, entity: .init()) : nil
        }
        let single: Match.Capture? =
            switch slot {
            case .number: entity(word.number != nil)
            case .error: entity(word.error != nil)
            default: nil
            }
        if let single {
            captures.append(single)
            if let end = match(element: element + 1, at: position + 1) { return end }
            captures.removeLast(captures.count - count)
            return nil
        }
        for mention in reading.mentions
        where mention.range.lowerBound == position && Pattern.fits(mention.entity, slot, reading.vocabulary) {
            captures.append(.init(slot: slot, range: mention.range, entity: mention.entity))
            if let end = match(element: element + 1, at: mention.range.upperBound) { return end }
            captures.removeLast(captures.count - count)
        }
        return nil
    }
}
