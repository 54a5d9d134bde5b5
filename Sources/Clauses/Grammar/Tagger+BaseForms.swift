/// Base forms: an imperative, a plural's verb, what a modal governs, or the noun that looks the same.
extension Tagger {
    /// The first step that knows decides; without one, what else the word can be.
    func base(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
        if let tag = baseInPhrase(index, after, isNoun) { return tag }
        if atClauseStart { return baseAtStart(index, after, isNoun) }
        if isAskedBehindSo(index) || isAskedBehindOpening(index, after, isNoun) { return .imperative }
        switch previous {
        case .pronoun: return baseBehindPronoun(index, isNoun)
        case .noun, .symbol: return baseBehindNoun(index, after, isNoun)
        case .relative: return tokens[previousIndex].is(.whose) ? .noun : .verb
        case .conjunction: return baseBehindConjunction(index, after, isNoun)
        // "The slots (of any ring) hold the state."
        case .mark
        where tokens[previousIndex].mark == .close && !sawFinite && startsObject(after)
            && (startsWithSubject || tokens[range.lowerBound].tag == .subordinator):
            return .verb
        case .mark where tokens[previousIndex].mark == .slash:
            return lastVerb == .imperative || lastVerb == .bare ? .bare : (isNoun ? .noun : .bare)
        case .subordinator: return baseBehindSubordinator(index, after, isNoun)
        default: return isNoun ? .noun : nil
        }
    }

    /// The words around it settle it wherever it stands.
    private func baseInPhrase(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
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
        return nil
    }

    // MARK: At the start of a clause

    private func baseAtStart(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag {
        // "Try again."
        if tokens[index].is(.try_), index + 1 < range.upperBound, tokens[index + 1].is(.again) { return .imperative }
        // "Zero is returned.", "Care should be taken."
        if isNoun || tokens[index].has(.number), has(index + 1, [.be, .modal]) { return .noun }
        // "Lock need not be held."
        if isNoun, index + 2 < range.upperBound, tokens[index + 1].isForm(of: .need), has(index + 2, .negation) {
            return .noun
        }
        // "Set by the core and cleared by the driver."
        if tokens[index].has(.participle), index + 1 < range.upperBound, tokens[index + 1].is(.by) {
            return .participle
        }
        if let tag = nameAtStart(index, after, isNoun) { return tag }
        if let tag = baseBehindComma(index, after, isNoun) { return tag }
        if tellsAction, !namesThing { return namesHelper(index) ? .noun : .imperative }
        let token = tokens[index]
        if namesThing, token.has(.participle), after < range.upperBound,
            tokens[after].has([.subordinator, .preposition])
        {
            return .participle
        }
        if !isNoun { return token.has(.adjective) && has(after, .noun) ? .adjective : .imperative }
        if startsObject(after) { return finiteAhead(index) && !has(after, .determiner) ? .noun : .imperative }
        let isAsked = namesThing ? asksOfThing(index, after) : asksWithoutObject(index, after)
        return isAsked ? .imperative : .noun
    }

    /// The words right behind it, or a parenthesis right before it, tell a name from what is asked.
    private func nameAtStart(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
        // "Figure 1 shows the ring."
        if tokens[index].has(.document), !tokens[index].is(.note), isNoun, has(index + 1, .number) { return .noun }
        // "grow returns the ring", "bind replicates it": a function by its name
        if has(index + 1, .thirdPerson), has(index + 1, .returning) || !has(index + 1, .noun),
            !tokens[index].has(.value)
        {
            return .noun
        }
        if isNoun, isEntry(index) { return .noun }
        if isNoun, isShouted(index) || !tellsAction && isTitle(index) { return .noun }
        if isNamedByOf(index) || isPath(index) || isSurnamed(index) { return .noun }
        if after < range.upperBound, tokens[after].is(.of) { return isNoun || namesThing ? .noun : .imperative }
        if previousIndex >= range.lowerBound, tokens[previousIndex].mark == .open, isNoun {
            return startsObject(after) ? .imperative : .noun
        }
        return nil
    }

    /// Behind a comma a statement may go on, or a list of names.
    private func baseBehindComma(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag? {
        guard !beganWithImperative else { return nil }
        let token = tokens[index]
        if isNoun, tokens[max(index - 1, range.lowerBound)].mark == .comma, !startsObject(after), !isOpened(index) {
            return .noun
        }
        // "These may be used to talk to it, tell …", "modules, after that, show …": no reader is asked.
        if previousIndex >= range.lowerBound, tokens[previousIndex].mark == .comma,
            startsWithSubject || beganWithStatement, !token.has([.addressing, .ensuring, .relying])
        {
            return beganWithStatement ? .bare : .verb
        }
        return nil
    }

    /// "On success, return slots": what opens the sentence lets its main clause follow.
    private func isOpened(_ index: Int) -> Bool {
        let token = tokens[index]
        switch tokens[range.lowerBound].tag {
        case .subordinator, .adverb, .infinitive: return true
        case .preposition:
            return !finiteAhead(index)
                && (token.has(.returning) || tellsAction && token.has(.effect) || !namesThing && token.has(.addressing))
        default: return false
        }
    }

    /// Where a thing is named, a base form that is a noun as well asks for something in a few forms alone.
    private func asksOfThing(_ index: Int, _ after: Int) -> Bool {
        let token = tokens[index]
        guard token.has(.effect) else { return false }
        // "Return at once if the ring is full", "only …", of a flag; "use short frames"
        if index == range.lowerBound,
            after > index + 1 && !finiteAhead(index)
                || token.is(.use) && token.shape.contains(.capitalised) && has(index + 1, [.noun, .adjective, .base])
        {
            return true
        }
        // "Otherwise pad with spaces."
        return tokens[range.lowerBound].is(.otherwise) && !finiteAhead(index)
    }

    /// "Wait until it is free": no object tells that a base form which is a noun as well is a verb.
    private func asksWithoutObject(_ index: Int, _ after: Int) -> Bool {
        let token = tokens[index]
        // "Select 'More' from the menu."
        if after < range.upperBound, tokens[after].mark == .quote, token.has(.addressing), !finiteAhead(index) {
            return true
        }
        guard !finiteAhead(index), !headsPlural(index), after < range.upperBound, tokens[after].mark == .none,
            token.has([.effect, .returning, .vague])
        else { return false }
        guard !tokens[after].is(.for_) else { return false }
        guard tokens[after].is(.in_), !token.has(.returning) else { return true }
        // "Fill in this structure"
        return after + 1 < range.upperBound
            && (tokens[after + 1].is(.this) || tokens[after + 1].is(.these)
                || token.isForm(of: .fill) && has(after + 1, .determiner))
    }

    // MARK: Within a clause

    /// "It is shared, so make sure …", "so avoid it"
    private func isAskedBehindSo(_ index: Int) -> Bool {
        sawFinite && index > range.lowerBound && tokens[index - 1].is(.so)
            && tokens[index].has([.addressing, .ensuring])
    }

    /// No comma ends what opens the sentence, and yet an imperative follows: "If it is full stop the ring", "To stop it
    /// call …".
    private func isAskedBehindOpening(_ index: Int, _ after: Int, _ isNoun: Bool) -> Bool {
        let opening = tokens[range.lowerBound]
        if opening.tag == .subordinator, isSubordinate, !namesThing { return isAskedBehindIf(index, after, isNoun) }
        // "On a full ring print the state"
        if opening.tag == .preposition, tellsAction, !namesThing, !sawFinite, lastVerb != .imperative,
            previous == .noun || previous == .symbol, !tokens[previousIndex].has(.plural), tokens[index].has(.effect),
            beginsPhrase(index + 1), !finiteAhead(index)
        {
            return true
        }
        guard opening.tag == .infinitive, previous == .noun || previous == .symbol, lastVerb == .bare else {
            return false
        }
        let token = tokens[index]
        let isVerb =
            token.has(.addressing)
            || !namesThing && token.has(.effect) && !tokens[previousIndex].has(.plural) && has(index + 1, .determiner)
        return isVerb && (startsObject(after) || after < range.upperBound && tokens[after].mark == .colon)
    }

    /// The condition has its verb, so another that takes an object is the main clause's.
    private func isAskedBehindIf(_ index: Int, _ after: Int, _ isNoun: Bool) -> Bool {
        let token = tokens[index]
        switch previous {
        // "If it needs no callback set the pointer to zero"
        case .noun, .symbol:
            return sawFinite && !tokens[previousIndex].has(.plural) && token.has([.addressing, .returning, .effect])
                && (beginsPhrase(index + 1) || has(index + 1, .symbol)
                    || returnsValue(index, after))
        case .bare, .verb, .participle, .adjective:
            // "If it is enabled just return success"
            if sawFinite, token.has(.returning), startsObject(after) || has(after, .noun), !finiteAhead(index) {
                return true
            }
            // "If it does not exist yet allocate it"
            guard isNoun else { return sawFinite && token.has([.addressing, .effect]) && startsObject(after) }
            // "If found set the state", "If all else fails use the list"
            let isDone =
                previous == .participle && previousIndex == range.lowerBound + 1
                || previous == .verb && sawFinite && token.has(.addressing)
            return isDone && (startsObject(after) || has(after, .symbol))
        default: return false
        }
    }

    private func baseBehindPronoun(_ index: Int, _ isNoun: Bool) -> Tag {
        let subject = tokens[previousIndex]
        // "Only one open is allowed."
        if subject.has(.number), finiteAhead(index) { return .noun }
        // "lets you fill it"
        if previousIndex > range.lowerBound, tokens[previousIndex - 1].isForm(of: .let) { return .bare }
        let plural =
            subject.is(.they) || subject.is(.we) || subject.is(.you) || subject.is(.i) || subject.has(.determiner)
        return plural || !isNoun ? .verb : .noun
    }

    private func baseBehindNoun(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag {
        if isAskedBehindManner(index) { return .imperative }
        if hasVerblessSubject(index, after, isNoun) { return .verb }
        let token = tokens[index]
        let plural = tokens[previousIndex].has(.plural)
        // "the number of bytes read from it", "the bits set in it", "the count of bytes read or written"
        if plural, token.has(.participle), has(after, .preposition) && !startsObject(after) || goesOnDone(index),
            sawFinite || previousIndex > range.lowerBound && tokens[previousIndex - 1].is(.of)
        {
            return .participle
        }
        // "Returns the address of the counts structure.": the clause has its verb.
        if plural, isNoun, !isSubordinate, lastVerb == .imperative || lastVerb == .verb, endsPhrase(after) {
            return .noun
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
            && (has(after, .preposition) || tellsAction && !sawFinite && !startsObject(after)
                || sawFinite && endsPhrase(after))
        return isNamed ? .noun : .verb
    }

    /// "read or written", "read/written": joined with what can be nothing but a participle.
    private func goesOnDone(_ index: Int) -> Bool {
        guard index + 2 < range.upperBound, tokens[index + 1].mark == .slash || tokens[index + 1].has(.conjunction)
        else { return false }
        return tokens[index + 2].has(.participle) && !tokens[index + 2].has(.base)
    }

    /// "of the ring counts structure", "is freed on ring detach": the noun before stands in a phrase behind a preposition, and
    /// nothing follows.
    private func endsPhrase(_ after: Int) -> Bool {
        guard after >= range.upperBound || tokens[after].mark == .period else { return false }
        var at = previousIndex
        while at > range.lowerBound, previousIndex - at < 6 {
            switch tokens[at].tag {
            case .noun, .adjective, .determiner, .number, .symbol: at -= 1
            default: return tokens[at].tag == .preposition
            }
        }
        return false
    }

    /// "fastpath lock the ring": how, then what.
    private func isAskedBehindManner(_ index: Int) -> Bool {
        tellsAction && !namesThing && index - range.lowerBound <= 3 && previous == .noun
            && tokens[index].has(.effect) && !tokens[previousIndex].has(.plural)
            && (index == range.lowerBound + 1 && tokens[previousIndex].word == 0
                || (range.lowerBound..<index).allSatisfy { tokens[$0].tag == .noun || tokens[$0].tag == .adjective })
            && beginsPhrase(index + 1) && !finiteAhead(index)
    }

    /// The clause begins with a subject that still wants its verb.
    private func hasVerblessSubject(_ index: Int, _ after: Int, _ isNoun: Bool) -> Bool {
        guard !namesThing, !sawFinite else { return false }
        if lastVerb == .unknown, previousIndex > range.lowerBound, !finiteAhead(index), !has(index + 1, .thirdPerson) {
            // "This function display the slots", "This call attempt to …"
            if tokens[previousIndex - 1].is(.this) {
                return has(index + 1, [.determiner, .noun, .symbol]) && tokens[index].has(.effect)
                    || tokens[previousIndex].has(.thing) && tokens[index].has([.effect, .vague])
                        && has(index + 1, [.determiner, .noun, .symbol, .preposition, .adverb])
            }
            // "Both calls copy ring entries": a plural with its article, and nothing else before.
            if previousIndex == range.lowerBound + 1, tokens[range.lowerBound].tag == .determiner,
                tokens[previousIndex].has(.plural), tokens[index].has([.effect, .vague]),
                has(index + 1, [.noun, .adjective]), !has(index + 1, .preposition)
            {
                return true
            }
        }
        // "All rings within one group use the same lock."
        return (lastVerb == .unknown || lastVerb == .participle || lastVerb == .ing)
            && (startsObject(after) || !isNoun && followsVerb(after)) && !finiteAhead(index) && hasPluralSubject()
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

    private func baseBehindConjunction(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag {
        let token = tokens[index]
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
        case .verb, .modal, .be: return !isNoun || startsObject(after) && !finiteAhead(index) ? .bare : .noun
        default: return isNoun ? .noun : (beganWithImperative ? .imperative : .bare)
        }
    }

    /// "If set during the start", "if unset it is"
    private func baseBehindSubordinator(_ index: Int, _ after: Int, _ isNoun: Bool) -> Tag {
        let isState =
            tokens[index].has(.participle)
            && (has(after, [.determiner, .pronoun]) || !has(after, [.finite, .be, .noun, .adjective]))
        if isState { return .participle }
        return isNoun ? .noun : .imperative
    }
}
