/// Words that may be verbs: a finite form, a bare one, an imperative, or the noun that looks the same.
extension Tagger {
    func finiteOrBare(_ index: Int) -> Tag? {
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
            // "Two readers never get the same slot."
            if tokens[index - 1].is(.never), index - 2 >= range.lowerBound,
                [.noun, .symbol, .pronoun, .relative].contains(tokens[index - 2].tag)
            {
                return .verb
            }
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
    func returnsValue(_ index: Int, _ after: Int) -> Bool {
        tokens[index].has(.returning) && has(after, [.errorCode, .number, .value]) && !has(after, .determiner)
    }

    func thirdPerson(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
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
            // "Calls to this function, ring_get() and ring_put() may not be mixed"
            if tokens[index].isForm(of: .call), index + 1 < range.upperBound, tokens[index + 1].is(.to),
                !has(index + 2, [.base, .be]),
                let next = (index + 2..<range.upperBound).first(where: { has($0, [.modal, .relative]) }),
                has(next, .modal), tokens[next - 1].has([.noun, .symbol])
            {
                return .noun
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
            if namesThing {
                // "Guards access to it"
                let isGuard = tokens[index].has(.guarding) && has(after, .noun) && !has(after, .preposition)
                return startsObject(after) || isGuard ? .verb : .noun
            }
            if tokens[index].has([.effect, .vague, .describing, .returning, .guarding, .failing]) { return .verb }
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
                tokens[range.lowerBound].is(.this) || tokens[range.lowerBound].tag == .symbol,
                tokens[index].has(.returning)
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
            // "a list naming all groups the ring has"
            if namesThing, lastVerb == .ing { return .noun }
            if startsObject(after) { return .verb }
            if sawFinite || beganWithStatement && lastVerb == .unknown { return .noun }
            // An unknown plural is a noun; so is any where a thing is named, and before "to".
            if tokens[index].word == 0 || namesThing || finiteAhead(index) { return .noun }
            if after < range.upperBound, tokens[after].is(.to), has(after + 1, .base) {
                // "The core guarantees not to sleep."
                return tokens[index].has(.governing) || tokens[index].has(.ensuring) && has(after - 1, .negation)
                    ? .verb : .noun
            }
            if after >= range.upperBound || tokens[after].mark != .none {
                // "The walk starts here."
                if after > index + 1, !tokens[index].has(.vague),
                    after >= range.upperBound || tokens[after].mark == .period
                {
                    return .verb
                }
                // "always prints 'full'"
                let isQuoting = after < range.upperBound && tokens[after].mark == .quote
                return isQuoting || tokens[index].has([.intransitive, .blocking, .failing]) ? .verb : .noun
            }
            // "This call handles releasing it"
            if has(after, .ing),
                tokens[previousIndex].has(.thing) || tokens[previousIndex].party != 0 || previous == .symbol
            {
                return .verb
            }
            return followsVerb(behindParenthesis(after)) || has(after, [.adjective, .noun, .participle]) ? .verb : .noun
        // "If so stops the ring"
        case .subordinator where index > range.lowerBound && tokens[index - 1].is(.so) && !finiteAhead(index):
            return .verb
        case .mark where tokens[previousIndex].mark == .close:
            return startsObject(after) || !sawFinite && followsVerb(after) && !finiteAhead(index) ? .verb : .noun
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

    func base(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
        let token = tokens[index]
        // "lower and upper bounds"
        if token.has(.adjective), has(index + 1, .conjunction), has(index + 2, .adjective), !has(index + 2, .base) {
            return .adjective
        }
        // "On success return 0."
        if !namesThing, !sawFinite, tokens[range.lowerBound].tag == .preposition, previous == .noun,
            returnsValue(index, after)
                || tokens[range.lowerBound].is(.given) && token.has(.returning) && startsObject(after)
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
                || opening == .preposition && !finiteAhead(index)
                    && (token.has(.returning) || tellsAction && token.has(.effect)
                        || !namesThing && token.has(.addressing))
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
            if namesThing, token.has(.effect), index == range.lowerBound,
                after > index + 1 && !finiteAhead(index)
                    || token.is(.use) && token.shape.contains(.capitalised)
                        && has(index + 1, [.noun, .adjective, .base])
            {
                return .imperative
            }
            // "Otherwise pad with spaces."
            if namesThing, tokens[range.lowerBound].is(.otherwise), token.has(.effect), !finiteAhead(index) {
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
                    after + 1 < range.upperBound
                    && (tokens[after + 1].is(.this) || tokens[after + 1].is(.these)
                        || token.isForm(of: .fill) && has(after + 1, .determiner))
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
            // "If it needs no callback set the pointer to zero": the condition has its verb, and no comma ends it.
            if isSubordinate, sawFinite, !namesThing, tokens[range.lowerBound].is(.if),
                !tokens[previousIndex].has(.plural), token.has([.addressing, .returning, .effect]),
                has(index + 1, .determiner) && !has(index + 1, [.relative, .pronoun]) || returnsValue(index, after)
            {
                return .imperative
            }
            // "To stop it call …"
            if tokens[range.lowerBound].tag == .infinitive, lastVerb == .bare,
                token.has(.addressing)
                    || !namesThing && token.has(.effect) && !tokens[previousIndex].has(.plural)
                        && has(index + 1, .determiner),
                startsObject(after) || after < range.upperBound && tokens[after].mark == .colon
            {
                return .imperative
            }
            // "This function display the slots"
            if token.has(.effect), !namesThing, !sawFinite, lastVerb == .unknown, previousIndex > range.lowerBound,
                tokens[previousIndex - 1].is(.this), has(index + 1, [.determiner, .noun, .symbol]),
                !has(index + 1, .thirdPerson), !finiteAhead(index)
            {
                return .verb
            }
            // "All rings within one group use the same lock."
            if !namesThing, !sawFinite, lastVerb == .unknown || lastVerb == .participle || lastVerb == .ing,
                startsObject(after) || !isNoun && followsVerb(after), !finiteAhead(index), hasPluralSubject()
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
        // "The slots (of any ring) hold the state."
        case .mark where tokens[previousIndex].mark == .close && !sawFinite && startsWithSubject && startsObject(after):
            return .verb
        case .mark where tokens[previousIndex].mark == .slash:
            return lastVerb == .imperative || lastVerb == .bare ? .bare : (isNoun ? .noun : .bare)
        // "If set during the start", "if unset it is"
        case .subordinator:
            let isState =
                token.has(.participle)
                && (has(after, [.determiner, .pronoun]) || !has(after, [.finite, .be, .noun, .adjective]))
            if isState { return .participle }
            return isNoun ? .noun : .imperative
        // "If it does not exist yet allocate it"
        case .bare, .verb, .participle, .adjective:
            // "If found set the state", "If all else fails use the list"
            if isNoun, !namesThing, isSubordinate, startsObject(after) || has(after, .symbol),
                tokens[range.lowerBound].is(.if),
                previous == .participle && previousIndex == range.lowerBound + 1
                    || previous == .verb && sawFinite && token.has(.addressing)
            {
                return .imperative
            }
            if isNoun { return .noun }
            let isDone =
                isSubordinate && sawFinite && !namesThing && tokens[range.lowerBound].is(.if)
                && token.has([.addressing, .effect]) && startsObject(after)
            return isDone ? .imperative : nil
        default: return isNoun ? .noun : nil
        }
    }

    /// The clause begins with a plural, behind which stands what tells it apart: "all rings of one group", "slots used by it".
    private func hasPluralSubject() -> Bool {
        var at = previousIndex
        var begin = range.lowerBound
        while at > range.lowerBound {
            if tokens[at - 1].mark == .comma || tokens[at - 1].tag == .subordinator {
                begin = at
                break
            }
            guard tokens[at - 1].mark == .none, previousIndex - at < 12 else { return false }
            at -= 1
        }
        at = begin
        while at < previousIndex,
            tokens[at].tag == .determiner || tokens[at].tag == .adjective || tokens[at].tag == .number
                || tokens[at].tag == .noun && tokens[at + 1].tag == .noun
        {
            at += 1
        }
        guard at < previousIndex, tokens[at].tag == .noun, tokens[at].has(.plural) else { return false }
        switch tokens[at + 1].tag {
        case .preposition, .participle, .ing: return true
        default: return false
        }
    }

    /// Where a short parenthesis that begins at `index` ends, or `index`.
    private func behindParenthesis(_ index: Int) -> Int {
        guard index < range.upperBound, tokens[index].mark == .open else { return index }
        let close = (index + 1..<min(range.upperBound, index + 8)).last { tokens[$0].mark == .close }
        return close.map { $0 + 1 } ?? index
    }

    /// Right before stands "A and B", which is plural.
    func joinsNames() -> Bool {
        guard previousIndex > range.lowerBound, lastVerb == .unknown else { return false }
        if tokens[previousIndex - 1].tag == .conjunction { return true }
        // "Both the reader and the walk use …"
        return tokens[range.lowerBound].is(.both) && previousIndex > range.lowerBound + 2
            && tokens[previousIndex - 1].tag == .determiner && tokens[previousIndex - 2].tag == .conjunction
    }
}
