/// Judges one verb group in its place: what it promises, asks, allows or tells.
struct VerbJudge: ~Copyable {
    let tokens: Tokens
    let range: Range<Int>
    let context: UnitContext
    // Whoever judges holds it; two counts of uses a sentence would make all threads wait for each other.
    unowned(unsafe) let grammar: Grammar

    typealias Finding = (modality: Modality, border: Border)

    func judge(_ group: VerbGroup, in segment: Segment) -> Finding {
        if group.isReduced, context.namesThing || group.power == .none || group.power == .can {
            return (.informative, .name)
        }
        if context.namesThing, followsName(group, segment) { return (.informative, .name) }
        // "release", where a table tells of the callbacks: a name, with no mark behind it.
        if range.count == 1, context.role == .listItem, context.leadIn == nil, tokens[group.head].tag == .imperative {
            return (.informative, .name)
        }
        // "Should the ring wait?", "Should the ring wait or not"
        if group.start == range.lowerBound, group.end == group.start + 1, tokens[group.start].tag == .modal,
            group.end < range.upperBound, tokens[group.end].tag == .determiner
        {
            return (.informative, .question)
        }
        // "the queue from which slots have to be taken"
        if context.namesThing, segment.kind == .relative, token(segment.introducer - 1)?.tag == .preposition {
            return (.informative, .name)
        }
        let isNegated = group.isNegated != group.subjectNegated
        switch group.power {
        case .none, .attempt, .tend: return plain(group, isNegated, segment)
        case .must, .shall: return duty(group, isNegated, segment)
        case .need: return need(group, isNegated, segment)
        case .needNot: return (.permission, .noNeed)
        case .beTo: return beTo(group, isNegated)
        case .should: return should(group)
        // "Drivers were supposed to guess."
        case .expected where group.isPast: return (.informative, .history)
        case .expected: return isAuthor(group) ? (.informative, .author) : (.recommendation, .advice)
        // "Drivers are not allowed to not fill it in.", "No driver is allowed to not fill it in."
        case .allowed where deniesInfinitive(group) && deniesDuty(group) != group.subjectNegated:
            return (.obligation, .duty)
        // "Drivers are free not to fill it in."
        case .allowed where deniesInfinitive(group) && !group.subjectNegated: return (.permission, .allowed)
        case .allowed:
            return isNegated
                ? (.prohibition, .notAllowed)
                : (group.isOnly || standsOnlyBehind(group) || opensWithOnly(group, segment)
                    ? (.obligation, .onlyIf) : (.permission, .allowed))
        case .forbidden: return isNegated ? (.permission, .allowed) : (.prohibition, .notAllowed)
        case .able:
            return isNegated
                ? (.informative, .able) : (subjectIsParty(group) ? (.permission, .able) : (.informative, .able))
        // "Be sure to stop it."
        case .guaranteed where group.mood == .imperative: return (.obligation, .instruction)
        case .guaranteed: return isNegated ? (.undefined, .cue) : (.guarantee, .cue)
        case .may, .can, .might, .could: return freedom(group, isNegated, segment)
        case .will: return will(group, segment)
        case .would: return would(group, segment)
        }
    }

    /// "Only one reader is allowed.": what is said of nothing else.
    private func opensWithOnly(_ group: VerbGroup, _ segment: Segment) -> Bool {
        segment.kind.stands && segment.start < group.start && tokens[segment.start].is(.only)
            && tokens[segment.start + 1].tag != .subordinator
    }

    /// "the slot we're filling": a pronoun right behind what is named begins what tells it apart.
    func followsName(_ group: VerbGroup, _ segment: Segment) -> Bool {
        switch tokens[segment.start].tag {
        case .preposition, .subordinator: return false
        default: if segment.start != range.lowerBound { return false }
        }
        let pronoun = tokens[group.start].has(.pronoun) ? group.start : group.start - 1
        if let subject = token(pronoun), subject.has([.author, .pronoun]), !subject.has(.determiner) {
            return isName(pronoun - 1)
        }
        // "the slots the ring should free", "the number of slots each ring can hold"
        let article = articleBefore(group.start)
        guard article > range.lowerBound, !tokens[article - 1].isForm(of: .time) else { return false }
        return isName(article - 1)
    }

    /// Where the noun phrase that ends before `end` begins with an article, or -1.
    private func articleBefore(_ end: Int) -> Int {
        var at = end - 1
        while at > range.lowerBound, isName(at) || tokens[at].tag == .adjective { at -= 1 }
        return at < end - 1 && tokens[at].tag == .determiner ? at : -1
    }

    func isName(_ index: Int) -> Bool {
        guard let word = token(index) else { return false }
        return word.tag == .noun || word.tag == .symbol
    }

    // MARK: What stands around a group

    func token(_ index: Int) -> Token? { range.contains(index) ? tokens[index] : nil }
    func head(_ group: VerbGroup) -> Token { tokens[group.head] }

    func subject(_ group: VerbGroup) -> Token? { group.subject >= 0 ? tokens[group.subject] : nil }
    func subjectIsParty(_ group: VerbGroup) -> Bool { group.party >= 0 }
    func subjectIsReader(_ group: VerbGroup) -> Bool { subject(group)?.is(.you) ?? false }
    func isAuthor(_ group: VerbGroup) -> Bool { subject(group).map { $0.has(.author) } ?? false }

    /// The subject is part of an API: a symbol, "it", "this function", "the lock".
    func subjectIsThing(_ group: VerbGroup) -> Bool {
        guard let subject = subject(group) else { return false }
        return subject.has([.symbol, .pronoun, .thing]) || group.party >= 0
    }

    func after(_ group: VerbGroup) -> Token? { token(placeAfter(group)) }

    /// Of the word behind a group and its adverbs.
    func placeAfter(_ group: VerbGroup) -> Int { tokens.behindAdverbs(group.end, before: range.upperBound) }

    /// A word of `classes` stands among the next tokens of the clause.
    func follows(_ group: VerbGroup, _ classes: WordClasses, within count: Int = 6) -> Bool {
        var at = group.head + 1
        let end = min(range.upperBound, at + count)
        while at < end {
            if tokens[at].has(classes) { return true }
            if tokens[at].mark == .comma || tokens[at].mark == .semicolon { return false }
            at += 1
        }
        return false
    }

    func follows(_ group: VerbGroup, _ key: KeyWord) -> Bool { after(group)?.is(key) ?? false }
}
