/// Settles what each token of a sentence is, from what it can be and what stands around it.
///
/// One pass from left to right; looking ahead is bounded, so time is linear. Not copied: it would be, for each look around.
struct Tagger: ~Copyable {
    /// How many tokens a look ahead may cover.
    private static let horizon = 16

    var tokens: Tokens
    let range: Range<Int>
    /// The unit names a thing unless its words say otherwise (a parameter, a struct's purpose).
    let namesThing: Bool
    /// The unit tells what a function does, in base forms as likely as not.
    private let tellsAction: Bool
    /// The last tag that is not an adverb's, and its token.
    var previous: Tag = .mark
    var previousIndex = -1
    /// The last verb's tag since the clause began.
    private var lastVerb: Tag = .unknown
    /// The clause has a finite verb already.
    private var sawFinite = false
    /// The quotation mark that closes what is quoted here, or -1: quoted words are names.
    private var quoteEnd = -1
    /// The sentence begins with an imperative, so more may follow.
    private var beganWithImperative = false
    /// The sentence begins with a subject that has its verb.
    private var beganWithStatement = false
    /// What is read stands behind a subordinator or "which", before the next comma.
    private var isSubordinate = false

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
        guard index >= quoteEnd else { return }
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

    /// A verb that is surely finite follows before the clause ends.
    func finiteAhead(_ index: Int) -> Bool {
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
            default: return false
            }
            if token.has([.subordinator, .relative]),
                !token.has(.preposition) || token.is(.until) || token.is(.till) || token.is(.since)
            {
                return false
            }
            let isFinite =
                token.has(.modal) || token.has(.be) && !token.is(.be) && !token.is(.been) && !token.is(.being)
                || token.has([.have, .auxiliaryDo]) && !token.is(.have) && !token.is(.do_)
                || token.has(.thirdPerson) && !token.has([.noun, .be])
            // "needs to succeed but may return": a second predicate does not make the first a noun.
            if isFinite { return !tokens[at - 1].has(.conjunction) }
            at += 1
        }
        return false
    }

    /// The sentence's first word, but for adverbs, is a part of a noun phrase.
    private var startsWithSubject: Bool {
        var first = range.lowerBound
        while first < previousIndex, tokens[first].tag == .adverb || tokens[first].mark == .comma { first += 1 }
        switch tokens[first].tag {
        case .determiner, .pronoun, .noun, .symbol, .adjective: return true
        default: return false
        }
    }

    /// Right before stands a noun: "In this mode, slots can …".
    private var hasSubjectBefore: Bool {
        switch previous {
        case .noun, .symbol, .pronoun: true
        default: false
        }
    }

    /// Right before stands "if true", "when false".
    private var followsValueCondition: Bool {
        previousIndex > range.lowerBound && tokens[previousIndex].has(.value)
            && tokens[previousIndex - 1].tag == .subordinator
    }

    /// The clause begins here: nothing of it stands before.
    var atClauseStart: Bool {
        guard previousIndex >= range.lowerBound else { return true }
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
        token.isWord && !token.has(Self.unsettled) && !token.is(.case_)
    }

    private func settle(_ index: Int) -> Tag {
        let token = tokens[index]
        guard token.mark == .none else { return .mark }
        if token.is(.case_), previous == .subordinator, tokens[previousIndex].is(.in_) { return .adverb }
        let classes = token.classes
        guard classes.has(Self.closed) else { return open(index) }
        if classes.has(.symbol) { return .symbol }
        if classes.has(.modal) {
            // The bus, unless it stands out: "CAN frame", but "CAN NOT", "CAN be".
            if token.is(.can), token.shape.contains(.allCapitals), !has(index + 1, [.negation, .be, .adverb]) {
                return .noun
            }
            // "a can", "the might": never in this text, but "may" and "will" after an article are nouns.
            let isNoun = previous == .determiner || previous == .preposition && tokens[previousIndex].is(.at)
            return isNoun ? .noun : .modal
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
            return token.is(.so) || token.is(.then) ? .adverb : .conjunction
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

    private func finiteOrBare(_ index: Int) -> Tag? {
        let token = tokens[index]
        // "need not"
        if token.is(.need), has(index + 1, .negation) { return .verb }
        let isNoun = token.has(.noun)
        let after = next(index)
        if token.isForm(of: .need), !namesThing, previous != .determiner, index + 2 < range.upperBound,
            tokens[index + 1].is(.to),
            tokens[index + 2].has([.base, .be, .have])
        {
            return previous == .modal || previous == .auxiliaryDo || previous == .negation || previous == .infinitive
                ? .bare : .verb
        }
        // "If the ring is full returns -EBUSY"
        if isSubordinate, sawFinite, tokens[range.lowerBound].tag == .subordinator, token.has(.thirdPerson),
            previous == .adjective || previous == .participle, returnsValue(index, after)
        {
            return .verb
        }
        switch previous {
        case .be, .have:
            if token.has(.participle) { return .participle }
            if previous == .be, token.has(.adjective) { return .adjective }
        case .modal, .infinitive:
            if token.has(.base) { return .bare }
        case .auxiliaryDo where token.has(.base): return .bare
        case .negation where token.has(.base):
            // "must not call", "do not call"; but "not call" at a clause's start stays an imperative.
            // "to not call" neither.
            let isSplit = index > range.lowerBound + 1 && tokens[index - 2].tag == .infinitive
            return isSplit || lastVerb == .modal || lastVerb == .auxiliaryDo || lastVerb == .verb ? .bare : .imperative
        case .determiner, .adjective, .preposition:
            if previous == .preposition, token.has(.thirdPerson), !isNoun, !namesThing { return .verb }
            // "True tells that …"
            if previous == .adjective, token.has(.thirdPerson), !isNoun, tokens[previousIndex].has(.value) {
                return .verb
            }
            if previous == .adjective, token.has([.effect, .returning]), followsValueCondition {
                return token.has(.thirdPerson) ? .verb : .imperative
            }
            return isNoun || previous != .preposition || token.has(.base) ? .noun : nil
        default: break
        }
        if token.shape.contains(.possessive) { return .noun }
        // "There exist two of them."
        if token.is(.exist), tokens[max(index - 1, range.lowerBound)].is(.there) { return .verb }
        if token.has(.thirdPerson) { return thirdPerson(index, after, isNoun) }
        return base(index, after, isNoun)
    }

    /// "returns -EBUSY", "return NULL"
    private func returnsValue(_ index: Int, _ after: Int) -> Bool {
        tokens[index].has(.returning) && has(after, [.errorCode, .number, .value]) && !has(after, .determiner)
    }

    private func thirdPerson(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
        // "size for FW Asserts data": a capital in the middle of a name.
        if namesThing, tokens[index].shape.contains(.capitalised), !atClauseStart { return .noun }
        if !isNoun || returnsValue(index, after) { return .verb }
        // "Workloads that run on it …"
        if tokens[index].word == 0, has(after, .relative) { return .noun }
        if tokens[index].isForm(of: .need), after < range.upperBound, tokens[after].is(.to),
            has(after + 1, [.base, .be])
        {
            return .verb
        }
        if atClauseStart {
            // "Works like ring_get()"
            if tokens[index].isForm(of: .work), has(index + 1, .preposition), tokens[index + 1].is(.like) {
                return .verb
            }
            // "Filters denote the slots": a plural, and its verb.
            if has(index + 1, .base),
                !has(index + 1, [.noun, .adjective, .preposition, .determiner, .adverb, .conjunction, .subordinator])
            {
                return .noun
            }
            // "Returns RING_FULL it does"
            if tokens[index].has(.returning), startsObject(after) { return .verb }
            // "Stops the ring so it can shrink": no article stands behind a subject.
            let takesObject = has(after, .determiner) && !has(after, [.relative, .pronoun])
            if finiteAhead(index), !takesObject { return .noun }
            if namesThing { return startsObject(after) ? .verb : .noun }
            if tokens[index].has([.effect, .vague, .describing, .returning, .guarding, .failing]) {
                return followsVerb(after)
                    || (tokens[index].has([.effect, .returning, .describing]) && after < range.upperBound
                        && !namesThing)
                    ? .verb : (namesThing ? .noun : .verb)
            }
            return startsObject(after) ? .verb : .noun
        }
        switch previous {
        case .noun, .symbol, .pronoun, .number, .relative:
            if previous == .relative, tokens[previousIndex].is(.whose) { return .noun }
            // "a state where slots can be taken"
            if previous == .relative, tokens[previousIndex].is(.where_), finiteAhead(index) { return .noun }
            if previous == .relative || previous == .pronoun { return .verb }
            // "This iterator returns full slots."
            if !sawFinite, !namesThing, tokens[previousIndex].has(.thing), previousIndex == range.lowerBound + 1,
                tokens[range.lowerBound].is(.this), tokens[index].has(.returning)
            {
                return .verb
            }
            // "ring_stop moves to RING_IDLE"
            if namesThing, previous == .symbol, previousIndex == range.lowerBound, tokens[index].has(.effect),
                after < range.upperBound, tokens[after].is(.to) || tokens[after].is(.from)
            {
                return .verb
            }
            // "the driver uses two base addresses 0x10 and 0x20"
            if sawFinite, has(after, .number) { return .noun }
            // "the updates that are due"
            if after + 1 < range.upperBound, tokens[after].is(.that),
                has(after + 1, .finite) || has(after + 1, .base) && !has(after + 1, [.noun, .adjective, .determiner])
            {
                return .noun
            }
            if startsObject(after) { return .verb }
            if sawFinite || beganWithStatement && lastVerb == .unknown { return .noun }
            // An unknown plural is a noun; so is any where a thing is named, and before "to".
            if tokens[index].word == 0 || namesThing || finiteAhead(index) { return .noun }
            if after < range.upperBound, tokens[after].is(.to), has(after + 1, .base) {
                return tokens[index].has(.governing) ? .verb : .noun
            }
            if after >= range.upperBound || tokens[after].mark != .none {
                // "always prints 'full'"
                let isQuoting = after < range.upperBound && tokens[after].mark == .quote
                return isQuoting || tokens[index].has([.intransitive, .blocking, .failing]) ? .verb : .noun
            }
            // "This call handles releasing it"
            if has(after, .ing), tokens[previousIndex].has(.thing) || previous == .symbol { return .verb }
            return followsVerb(after) || has(after, [.adjective, .noun, .participle]) ? .verb : .noun
        case .mark where tokens[previousIndex].mark == .close:
            return startsObject(after) || followsVerb(after) && !finiteAhead(index) ? .verb : .noun
        case .conjunction:
            if tokens[index].word == 0 { return .noun }
            if lastVerb == .verb {
                // "looks it up and returns slots"
                return startsObject(after) || followsVerb(after) || tokens[index].has(.returning) ? .verb : .noun
            }
            return startsObject(after) && !finiteAhead(index) ? .verb : .noun
        case .negation: return .verb
        // "Reading shows the slots"
        case .ing: return !sawFinite && startsObject(after) ? .verb : .noun
        default: return .noun
        }
    }

    private func base(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
        let token = tokens[index]
        // "lower and upper bounds"
        if token.has(.adjective), has(index + 1, .conjunction), has(index + 2, .adjective), !has(index + 2, .base) {
            return .adjective
        }
        // "On success return 0."
        if !namesThing, !sawFinite, tokens[range.lowerBound].tag == .preposition, previous == .noun,
            returnsValue(index, after)
        {
            return .imperative
        }
        // "size Send Queues and Send Rings": a name in the middle of a clause
        if token.shape.contains(.capitalised), !token.shape.contains(.allCapitals), isNoun, !atClauseStart,
            index + 1 < range.upperBound, tokens[index + 1].shape.contains(.capitalised)
        {
            return .noun
        }
        if atClauseStart {
            // "grow returns the ring": a function by its name
            if has(index + 1, .returning), has(index + 1, .thirdPerson) { return .noun }
            if isNoun, isShouted(index) || !tellsAction && isTitle(index) { return .noun }
            if isNamedByOf(index) || isPath(index) || isSurnamed(index) { return .noun }
            if after < range.upperBound, tokens[after].is(.of) { return isNoun || namesThing ? .noun : .imperative }
            if previousIndex >= range.lowerBound, tokens[previousIndex].mark == .open, isNoun {
                return startsObject(after) ? .imperative : .noun
            }
            let opening = tokens[range.lowerBound].tag
            // "On success, return slots"
            let isOpened =
                opening == .subordinator || opening == .adverb
                || opening == .preposition && token.has(.returning) && !finiteAhead(index)
            if isNoun, tokens[max(index - 1, range.lowerBound)].mark == .comma, !beganWithImperative, !isOpened,
                !startsObject(after)
            {
                return .noun
            }
            // "These may be used to talk to it, tell …", "modules, after that, show …": no reader is asked.
            if previousIndex >= range.lowerBound, tokens[previousIndex].mark == .comma,
                startsWithSubject || beganWithStatement,
                !beganWithImperative, !token.has([.addressing, .ensuring, .relying])
            {
                return beganWithStatement ? .bare : .verb
            }
            if tellsAction, !namesThing { return namesHelper(index) ? .noun : .imperative }
            if namesThing, token.has(.participle), after < range.upperBound,
                tokens[after].has([.subordinator, .preposition])
            {
                return .participle
            }
            if !isNoun { return token.has(.adjective) && has(after, .noun) ? .adjective : .imperative }
            if startsObject(after) { return finiteAhead(index) && !has(after, .determiner) ? .noun : .imperative }
            // "Return at once if the ring is full", "only …", of a flag; "use short frames"
            if namesThing, token.has(.effect), index == range.lowerBound || followsValueCondition,
                after > index + 1 && !finiteAhead(index)
                    || token.is(.use) && token.shape.contains(.capitalised)
                        && has(index + 1, [.noun, .adjective, .base])
            {
                return .imperative
            }
            if namesThing { return .noun }
            // "Select 'More' from the menu."
            if after < range.upperBound, tokens[after].mark == .quote, token.has(.addressing), !finiteAhead(index) {
                return .imperative
            }
            if finiteAhead(index) || headsPlural(index) { return .noun }
            if after >= range.upperBound || tokens[after].mark != .none { return .noun }
            if token.has(.effect) || token.has(.returning) || token.has(.vague) {
                // "Fill in this structure"
                let hasParticle =
                    after + 1 < range.upperBound && (tokens[after + 1].is(.this) || tokens[after + 1].is(.these))
                return tokens[after].is(.for_) || tokens[after].is(.in_) && !token.has(.returning) && !hasParticle
                    ? .noun : .imperative
            }
            return .noun
        }
        // "It is shared, so make sure …", "so avoid it"
        if sawFinite, index > range.lowerBound, tokens[index - 1].is(.so), token.has([.addressing, .ensuring]) {
            return .imperative
        }
        switch previous {
        case .pronoun:
            let subject = tokens[previousIndex]
            // "Only one open is allowed."
            if subject.has(.number), finiteAhead(index) { return .noun }
            // "lets you fill it"
            if previousIndex > range.lowerBound, tokens[previousIndex - 1].isForm(of: .let) { return .bare }
            let plural =
                subject.is(.they) || subject.is(.we) || subject.is(.you) || subject.is(.i) || subject.has(.determiner)
            return plural ? .verb : (isNoun ? .noun : .verb)
        case .noun, .symbol:
            // "fastpath lock the ring": how, then what.
            if tellsAction, !namesThing, previousIndex == range.lowerBound, previous == .noun,
                token.has(.effect), tokens[previousIndex].word == 0, !tokens[previousIndex].has(.plural),
                has(index + 1, .determiner), !finiteAhead(index)
            {
                return .imperative
            }
            // "To stop it call …"
            if tokens[range.lowerBound].tag == .infinitive, lastVerb == .bare, token.has(.addressing),
                startsObject(after) || after < range.upperBound && tokens[after].mark == .colon
            {
                return .imperative
            }
            // "This function display the slots"
            if token.has(.effect), !namesThing, !sawFinite, lastVerb == .unknown, previousIndex > range.lowerBound,
                tokens[previousIndex - 1].is(.this), has(index + 1, .determiner), !finiteAhead(index)
            {
                return .verb
            }
            let plural = tokens[previousIndex].has(.plural)
            // "the number of bytes read from it", "the bits set in it"
            if plural, token.has(.participle), has(after, .preposition), !startsObject(after),
                sawFinite || previousIndex > range.lowerBound && tokens[previousIndex - 1].is(.of)
            {
                return .participle
            }
            if plural, !isNoun || startsObject(after) || (!namesThing && followsVerb(after) && !finiteAhead(index)) {
                return .verb
            }
            if isNoun || namesThing, !joinsNames() || !followsVerb(after) { return .noun }
            // "For this reason prefer …"
            if tokens[range.lowerBound].tag == .preposition, !sawFinite, lastVerb == .unknown, !plural {
                return .imperative
            }
            // A base form does not go with a singular: "segmentation offload of frames", "slot remove function".
            let isNamed =
                !plural && previous == .noun && !joinsNames()
                && (has(after, .preposition) || tellsAction && !sawFinite && !startsObject(after))
            return isNamed ? .noun : .verb
        case .relative: return tokens[previousIndex].is(.whose) ? .noun : .verb
        case .conjunction:
            // "will look for a slot and return its number": what it gives back is a statement of its own.
            if tellsAction, !namesThing, token.has(.returning), lastVerb == .bare || beganWithImperative,
                startsObject(after) || returnsValue(index, after)
            {
                return .imperative
            }
            switch lastVerb {
            case .imperative:
                let goesOn = !isNoun || startsObject(after) || tellsAction && token.has(.effect) && !finiteAhead(index)
                return goesOn ? .imperative : .noun
            case .bare: return !isNoun || startsObject(after) ? .bare : .noun
            case .verb, .modal, .be:
                return !isNoun ? .bare : (startsObject(after) && !finiteAhead(index) ? .bare : .noun)
            default: return isNoun ? .noun : (beganWithImperative ? .imperative : .bare)
            }
        case .mark where tokens[previousIndex].mark == .slash:
            return lastVerb == .imperative || lastVerb == .bare ? .bare : (isNoun ? .noun : .bare)
        case .subordinator: return isNoun ? .noun : .imperative
        default: return isNoun ? .noun : nil
        }
    }

    /// Right before stands "A and B", which is plural.
    private func joinsNames() -> Bool {
        previousIndex > range.lowerBound && tokens[previousIndex - 1].tag == .conjunction && lastVerb == .unknown
    }

    func participle(_ index: Int) -> Tag {
        let token = tokens[index]
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
        default: return .participle
        }
    }
}
