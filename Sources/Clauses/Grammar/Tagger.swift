/// Settles what each token of a sentence is, from what it can be and what stands around it.
///
/// One pass from left to right; looking ahead is bounded, so time is linear. Not copied: it would be, for each look around.
struct Tagger: ~Copyable {
    /// How many tokens a look ahead may cover.
    static let horizon = 16

    var tokens: Tokens
    let range: Range<Int>
    /// The unit names a thing unless its words say otherwise (a parameter, a struct's purpose).
    let namesThing: Bool
    /// The unit tells what a function does, in base forms as likely as not.
    let tellsAction: Bool
    /// The last tag that is not an adverb's, and its token.
    var previous: Tag = .mark
    var previousIndex = -1
    /// The last verb's tag since the clause began.
    var lastVerb: Tag = .unknown
    /// The clause has a finite verb already.
    var sawFinite = false
    /// The quotation mark that closes what is quoted here, or -1: quoted words are names.
    private var quoteEnd = -1
    /// The sentence begins with an imperative, so more may follow.
    var beganWithImperative = false
    /// The sentence begins with a subject that has its verb.
    var beganWithStatement = false
    /// What is read stands behind a subordinator or "which", before the next comma.
    var isSubordinate = false

    static func tag(
        _ tokens: Tokens, _ range: Range<Int>, namesThing: Bool, tellsAction: Bool
    ) {
        var tagger = Tagger(tokens: tokens, range: range, namesThing: namesThing, tellsAction: tellsAction)
        tagger.run()
    }

    private init(
        tokens: Tokens, range: Range<Int>, namesThing: Bool, tellsAction: Bool
    ) {
        self.tellsAction = tellsAction
        self.tokens = tokens
        self.range = range
        self.namesThing = namesThing
    }

    private mutating func run() {
        for index in range {
            var tag = isOnlyNoun(tokens[index]) ? .noun : settle(index)
            if tokens[index].mark == .quote { noteQuote(index) }
            if index < quoteEnd, tag == .verb || tag == .imperative || tag == .bare || tag == .participle {
                tag = .noun
            }
            tokens[index].tag = tag
            guard tag.tellsOfClause else {
                previous = tag
                previousIndex = index
                continue
            }
            switch tag {
            case .adverb:
                if tokens[index].is(.then) { beginConsequence(index) }
                continue
            case .verb, .past, .imperative, .modal, .be, .have, .auxiliaryDo:
                lastVerb = tag
                sawFinite = true
                if tag == .imperative {
                    if previousIndex < range.lowerBound { beganWithImperative = true }
                } else if startsWithSubject
                    || !isSubordinate && hasSubjectBefore && tokens[range.lowerBound].tag != .subordinator
                        && tokens[range.lowerBound].tag != .infinitive
                {
                    beganWithStatement = true
                }
            case .bare, .participle, .ing: lastVerb = tag
            case .mark
            where tokens[index].mark != .quote && tokens[index].mark != .open && tokens[index].mark != .close,
                .subordinator, .relative:
                lastVerb = .unknown
                sawFinite = false
                isSubordinate = tag != .mark
            default: break
            }
            if tag == .mark, tokens[index].mark == .quote { continue }
            previous = tag
            previousIndex = index
        }
    }

    /// "If the ring is full then return": a clause begins.
    private mutating func beginConsequence(_ then: Int) {
        guard sawFinite, isSubordinate, tokens[range.lowerBound].tag == .subordinator, previous != .conjunction,
            previous != .mark
        else { return }
        (previous, previousIndex, lastVerb) = (.mark, then, .unknown)
        sawFinite = false
        isSubordinate = false
    }

    /// A quotation of a few words.
    private mutating func noteQuote(_ index: Int) {
        guard index > quoteEnd else { return }
        var at = index + 2
        while at < range.upperBound, at < index + 8 {
            if tokens[at].mark == .quote {
                quoteEnd = at
                return
            }
            at += 1
        }
    }

    // MARK: Looking around

    func next(_ index: Int) -> Int {
        var at = index + 1
        while at < range.upperBound, tokens[at].has([.adverb, .negation]),
            !tokens[at].has([.preposition, .noun, .determiner])
        {
            at += 1
        }
        return at
    }

    func has(_ index: Int, _ classes: WordClasses) -> Bool {
        index < range.upperBound && tokens[index].has(classes)
    }

    /// Could what stands at `index` be a verb's object or adjunct, rather than go on with a noun phrase?
    func followsVerb(_ index: Int) -> Bool {
        guard index < range.upperBound else { return true }
        let token = tokens[index]
        if token.mark != .none { return token.mark == .open || token.mark == .quote ? false : true }
        if token.has([
            .determiner, .pronoun, .symbol, .number, .preposition, .adverb, .subordinator, .relative, .conjunction,
        ]) {
            return !token.is(.of)
        }
        return token.is(.to)
    }

    func startsObject(_ index: Int) -> Bool {
        guard index < range.upperBound, tokens[index].isWord else { return false }
        let token = tokens[index]
        // "check if"
        if token.is(.if) { return tokens[index - 1].has(.vague) }
        return token.has([.determiner, .pronoun, .symbol, .number, .value]) || token.is(.whether) || token.is(.that)
    }

    /// An article or the like, which can be nothing but the first word of a noun phrase: "the", not "that".
    func beginsPhrase(_ index: Int) -> Bool { has(index, .determiner) && !has(index, [.relative, .pronoun]) }

    /// A verb that is surely finite follows before the clause ends.
    func finiteAhead(_ index: Int) -> Bool { finite(behind: index) != nil }

    /// One such verb follows, and not another.
    func isLoneFiniteAhead(_ index: Int) -> Bool { finite(behind: index).map { !finiteAhead($0 + 1) } ?? false }

    private func finite(behind index: Int) -> Int? {
        var at = index + 1
        var depth = 0
        let end = min(range.upperBound, index + Self.horizon)
        while at < end {
            let token = tokens[at]
            // What stands in parentheses is no part of the clause.
            if token.mark == .open { depth += 1 }
            if token.mark == .close { depth = max(0, depth - 1) }
            if depth > 0 {
                at += 1
                continue
            }
            switch token.mark {
            case .none, .quote, .slash, .open, .close, .other: break
            default: return nil
            }
            // "stops otherwise it is freed"
            if token.is(.otherwise), at + 1 < end,
                tokens[at + 1].has([.determiner, .pronoun, .symbol, .errorCode, .value])
            {
                return nil
            }
            // "stops as soon as it is empty"
            if token.is(.as), at + 2 < end, tokens[at + 1].is(.soon) || tokens[at + 1].is(.long), tokens[at + 2].is(.as)
            {
                return nil
            }
            if token.has([.subordinator, .relative]),
                !token.has(.preposition) || token.is(.until) || token.is(.till) || token.is(.since)
            {
                return nil
            }
            let isFinite =
                token.has(.modal) || token.has(.be) && !token.is(.be) && !token.is(.been) && !token.is(.being)
                || token.has([.have, .auxiliaryDo]) && !token.is(.have) && !token.is(.do_)
                || token.has(.thirdPerson) && !token.has([.noun, .be])
            // "needs to succeed but may return": a second predicate does not make the first a noun.
            if isFinite { return tokens[at - 1].has(.conjunction) ? nil : at }
            at += 1
        }
        return nil
    }

    /// The sentence's first word, but for adverbs, is a part of a noun phrase.
    var startsWithSubject: Bool {
        var first = range.lowerBound
        while first < previousIndex, tokens[first].tag == .adverb || tokens[first].mark == .comma { first += 1 }
        switch tokens[first].tag {
        case .determiner, .pronoun, .noun, .symbol, .adjective: return true
        default: return false
        }
    }

    /// Right before stands a noun: "In this mode, slots can …".
    var hasSubjectBefore: Bool {
        switch previous {
        case .noun, .symbol, .pronoun: true
        default: false
        }
    }

    /// Right before stands "if true", "when false".
    var followsValueCondition: Bool {
        previousIndex > range.lowerBound && tokens[previousIndex].has(.value)
            && tokens[previousIndex - 1].tag == .subordinator
    }

    /// The clause begins here: nothing of it stands before.
    var atClauseStart: Bool {
        guard previousIndex >= range.lowerBound else { return true }
        // "And stop the ring."
        if previous == .conjunction, previousIndex == range.lowerBound { return true }
        if previous == .mark {
            switch tokens[previousIndex].mark {
            case .slash, .quote, .close, .closeBracket, .equals, .other:
                return tokens[previousIndex].mark == .closeBracket
            default: return true
            }
        }
        return tokens[previousIndex].is(.please) || tokens[previousIndex].is(.then)
    }

    // MARK: Settling

    /// Words of closed classes; all others are of open ones alone.
    private static let closed: WordClasses = [
        .symbol, .modal, .be, .have, .auxiliaryDo, .negation, .relative, .conjunction, .subordinator, .determiner,
        .pronoun, .number, .preposition, .adverb,
    ]

    /// Words that can be something else than a noun.
    private static let unsettled: WordClasses = [
        .symbol, .modal, .be, .have, .auxiliaryDo, .negation, .relative, .conjunction, .subordinator, .determiner,
        .pronoun, .number, .preposition, .adverb, .adjective, .base, .thirdPerson, .ing, .past, .participle,
    ]

    /// The word can be nothing but a noun, as most cannot, whatever stands around it.
    @inline(__always)
    private func isOnlyNoun(_ token: Token) -> Bool {
        token.isWord && !token.has(Self.unsettled) && !token.is(.case_) && !token.is(.longer)
    }

    private func settle(_ index: Int) -> Tag {
        let token = tokens[index]
        guard token.mark == .none else { return .mark }
        if token.is(.case_), previous == .subordinator, tokens[previousIndex].is(.in_) { return .adverb }
        // "may no longer be used"; but "has no longer access to it"
        if token.is(.longer), previous == .negation, index > range.lowerBound + 1, tokens[index - 2].tag != .have {
            return .adverb
        }
        let classes = token.classes
        guard classes.has(Self.closed) else { return open(index) }
        if classes.has(.symbol) { return .symbol }
        if classes.has(.modal) {
            if token.is(.should), isInvertedCondition(index) { return .subordinator }
            // The bus, unless it stands out: "CAN frame", but "CAN NOT", "CAN be".
            if token.is(.can), token.shape.contains(.allCapitals), !has(index + 1, [.negation, .be, .adverb]) {
                return .noun
            }
            // "a can", "the might": never in this text, but "may" and "will" after an article are nouns.
            // But "all may stop", "both can be used".
            let isNoun =
                previous == .determiner && !has(index + 1, [.base, .be, .negation, .adverb])
                || previous == .preposition && tokens[previousIndex].is(.at)
            return isNoun ? .noun : .modal
        }
        // "from it's number", "in it's corresponding slot", a slip
        if token.is(.its), previous == .preposition,
            has(index + 1, .noun)
                || has(index + 1, [.adjective, .ing]) && index + 2 < range.upperBound && tokens[index + 2].isWord
        {
            return .determiner
        }
        // "may no longer grow"; but "no longer than"
        if token.is(.no), index + 2 < range.upperBound, tokens[index + 1].is(.longer), !tokens[index + 2].is(.than) {
            return .negation
        }
        // "left as is"
        if classes.has(.be), index > range.lowerBound, tokens[index - 1].is(.as),
            index + 1 >= range.upperBound || tokens[index + 1].mark != .none || tokens[index + 1].has(.conjunction)
        {
            return .adverb
        }
        if classes.has(.be) { return token.is(.being) ? .ing : .be }
        if classes.has(.have) { return token.is(.having) ? .ing : .have }
        if classes.has(.auxiliaryDo) { return auxiliaryDo(index) }
        if classes.has(.negation) { return .negation }
        if token.is(.to) { return to(index) }
        if token.is(.that) { return that(index) }
        if classes.has(.relative) { return relative(index) }
        if classes.has(.conjunction), !classes.has(.adverb) { return .conjunction }
        if classes.has(.subordinator) { return subordinator(index) }
        if classes.has(.conjunction) {
            // "does not exist yet"
            return token.is(.so) || token.is(.then) || token.is(.yet) && previous != .mark ? .adverb : .conjunction
        }
        if token.is(.both) || token.is(.all), previous == .be || previous == .verb,
            !has(index + 1, [.determiner, .noun])
        {
            return .adverb
        }
        if classes.has([.determiner, .pronoun]) { return determiner(index) }
        if classes.has(.number), !classes.has(.adjective) { return .number }
        if classes.has(.preposition), !classes.has(.anyVerb) {
            return preposition(index)
        }
        if classes.has(.adverb), !classes.has([.base, .thirdPerson]) {
            if classes.has(.adjective), has(index + 1, .noun), previous == .determiner { return .adjective }
            return .adverb
        }
        return open(index)
    }

    private func auxiliaryDo(_ index: Int) -> Tag {
        let after = next(index)
        if tokens[index].has(.negation) || after > index + 1 && has(index + 1, .negation) { return .auxiliaryDo }
        let isGoverned = previous == .infinitive || previous == .modal
        if has(after, .base), after == index + 1, !has(after, .determiner), !isGoverned { return .auxiliaryDo }
        if tokens[index].is(.do_) {
            // "as do most drivers", "code that does what these do"
            let follows = previous == .noun || previous == .symbol || previous == .pronoun || previous == .relative
            if follows || index > range.lowerBound && (tokens[index - 1].is(.as) || tokens[index - 1].is(.than)) {
                return .verb
            }
            if previous == .conjunction, beganWithStatement { return .bare }
            return previous == .modal || previous == .infinitive || previous == .negation ? .bare : .imperative
        }
        return .verb
    }

    // MARK: Open classes

    private func open(_ index: Int) -> Tag {
        let classes = tokens[index].classes
        if classes.has(.base) || classes.has(.thirdPerson) {
            if let tag = finiteOrBare(index) { return tag }
        }
        if classes.has(.ing) {
            let beforeNoun = has(index + 1, .noun) && !has(index + 1, [.determiner, .preposition, .thirdPerson])
            if classes.has(.adjective), beforeNoun { return .adjective }
            if previous == .determiner || previous == .adjective { return beforeNoun ? .adjective : .noun }
            return .ing
        }
        if classes.has([.past, .participle]) { return participle(index) }
        if classes.has(.adjective) { return .adjective }
        if classes.has(.preposition) { return .preposition }
        if classes.has(.adverb) { return .adverb }
        return .noun
    }

    func participle(_ index: Int) -> Tag {
        let token = tokens[index]
        // "Given a slot, find the ring."
        if token.is(.given), previousIndex < range.lowerBound, has(index + 1, [.determiner, .symbol]) {
            return .preposition
        }
        switch previous {
        case .be, .have: return .participle
        case .negation where lastVerb == .be || lastVerb == .have: return .participle
        case .determiner, .adjective:
            return has(index + 1, [.noun, .symbol, .adjective]) ? .adjective : .participle
        case .pronoun:
            let subject = tokens[previousIndex]
            // "the ring itself needed for it is …"
            if subject.is(.itself), finiteAhead(index) { return .participle }
            return token.has(.past) && !subject.has(.determiner) ? .past : .participle
        case .relative:
            if tokens[previousIndex].is(.whose) { return .adjective }
            if has(index + 1, .noun), !has(index + 1, .determiner), finiteAhead(index) { return .adjective }
            return token.has(.past) ? .past : .participle
        case .noun, .symbol:
            guard token.has(.past), lastVerb == .unknown, !finiteAhead(index) else { return .participle }
            return startsObject(index + 1) ? .past : .participle
        // "Enabled rings are shown."
        case .mark where atClauseStart && has(index + 1, .noun) && !has(index + 1, [.determiner, .preposition]):
            return has(index + 2, .finite) && !namesThing ? .adjective : .participle
        default: return .participle
        }
    }
}
