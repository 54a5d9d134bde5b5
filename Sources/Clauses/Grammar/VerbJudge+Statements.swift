/// Plain statements: verbs without a modal, which promise something, describe it, or only tell of it.
extension VerbJudge {
    /// The first step that knows decides.
    func plain(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        // "TODO: stop the ring first."
        if context.section == .toDo, group.mood == .imperative { return (.informative, .toDo) }
        switch group.mood {
        case .imperative: return imperative(group, isNegated)
        case .elided: return elided(group)
        case .participle: return participle(group)
        case .finite: break
        }
        return conversation(group, isNegated, segment)
            ?? purpose(group, segment)
            ?? outcome(group, isNegated)
            ?? state(group, isNegated, segment)
            ?? omission(group, isNegated, segment)
            ?? possession(group, isNegated, segment)
            ?? requirement(group, isNegated)
            ?? custom(group)
            ?? deed(group, segment)
            ?? service(group, isNegated, segment)
            ?? description(group, segment)
            ?? bySubject(group, segment)
    }

    /// The author tells or asks the reader something, or speaks of the text.
    private func conversation(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding? {
        let verb = head(group)
        if isAuthor(group) {
            // "If it is full, we return 0."
            if verb.has(.returning), context.describesFunction, !context.isMember, !group.isPast, !group.isPerfect,
                subject(group)?.is(.we) ?? false, token(group.end)?.has([.value, .errorCode, .symbol]) ?? false
            {
                return (.outcome, .returnsValue)
            }
            if speaksForCode(group, segment) { return (.guarantee, .effect) }
            // "We assume that the lock is held."
            let isAssumed = verb.has(.relying) && verb.has(.opinion) && follows(group, .that) && !isNegated
            return isAssumed && context.describesFunction ? (.obligation, .requiresThat) : (.informative, .author)
        }
        if instructsReader(group, isNegated, segment) { return (.obligation, .instruction) }
        if let subject = subject(group), subject.has(.document), !subject.has(.thing),
            // "The critical section ends here."
            !(token(group.subject - 1)?.is(.critical) ?? false)
        {
            return (.informative, .aboutText)
        }
        return nil
    }

    /// "is used to find a slot", "wants to grow": what something is for is told, but for a few verbs.
    private func purpose(_ group: VerbGroup, _ segment: Segment) -> Finding? {
        guard group.power == .tend else { return nil }
        if let power = token(group.powerToken) {
            // "You want to fill it first."
            if power.is(.want), addressesReader(group, segment) { return (.recommendation, .advice) }
            // "It will be used to find a slot."
            if power.is(.used), group.powerToken > group.start, tokens[group.start].tag == .modal {
                return (.guarantee, .willDo)
            }
            // "The lock is used to protect the list."
            if power.is(.used), head(group).has(.guarding) || head(group).isForm(of: .notify) {
                return (.guarantee, .guards)
            }
        }
        return (.informative, .usedFor)
    }

    /// What a call returns, and how it fails; the past and the usual promise neither that nor anything else.
    private func outcome(_ group: VerbGroup, _ isNegated: Bool) -> Finding? {
        let verb = head(group)
        // "does not return until it is done"
        if verb.has(.returning), isNegated, follows(group, .until) || follows(group, .till) {
            return (.guarantee, .effect)
        }
        if verb.has(.returning), !group.isPast || group.isPassive {
            // "returns with the lock held"
            let isState = follows(group, .with) && !group.isPassive && follows(group, [.participle], within: 6)
            return isPutBack(group) || isState ? (.guarantee, .effect) : (.outcome, .returnsValue)
        }
        if namesError(group), verb.has([.failing, .effect, .describing]) { return (.outcome, .returnsValue) }
        if group.isPast { return (.informative, .history) }
        if isHedged(group) { return (.informative, .survey) }
        if verb.has(.failing), !group.isPassive { return (.outcome, .returnsValue) }
        return nil
    }

    /// "ends with -EBUSY"; but "is set when the result is -EBUSY"
    private func namesError(_ group: VerbGroup) -> Bool {
        guard follows(group, .errorCode) else { return false }
        var at = group.end
        while at < range.upperBound, !tokens[at].has(.errorCode) {
            if tokens[at].tag == .subordinator { return false }
            at += 1
        }
        return true
    }

    /// "does not hold the lock", of a function: what it leaves undone shows.
    private func omission(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding? {
        let verb = head(group)
        guard isNegated, context.describesFunction, segment.kind.stands,
            subject(group).map({ $0.has(.thing) || $0.is(.it) }) ?? false,
            verb.has(.vague) || verb.isForm(of: .hold) || verb.isForm(of: .allow)
        else { return nil }
        return (.guarantee, .effect)
    }

    /// What there is, has or means.
    private func possession(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding? {
        let verb = head(group)
        if verb.has([.have, .describing, .vague]), isOfEach(group) && !isNegated || holdsAlways(group, segment) {
            return (.guarantee, .possession)
        }
        if verb.has(.have) { return (.informative, .possession) }
        if verb.isForm(of: .exist), subject(group)?.is(.there) ?? false { return existence(group) }
        // "Variants of both calls exist, too."
        if verb.isForm(of: .exist), !isNegated, segment.kind.stands, subject(group)?.has(.thing) ?? false,
            after(group).map({ $0.mark != .none }) ?? true
        {
            return (.guarantee, .exists)
        }
        return verb.is(.means) ? (.informative, .describes) : nil
    }

    /// "Many drivers do it", "Drivers use this to find a slot.", "This seems slow.": what is usual, or thought.
    private func custom(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        if isSurvey(group) { return (.informative, .survey) }
        if verb.isForm(of: .use), group.end + 1 < range.upperBound, tokens[group.end].tag == .pronoun,
            tokens[group.end + 1].tag == .infinitive
        {
            return (.informative, .usedFor)
        }
        if verb.has(.opinion), !verb.has(.effect) { return (.informative, .opinion) }
        return nil
    }

    /// What is done, and whether it shows: now, or before a call.
    private func deed(_ group: VerbGroup, _ segment: Segment) -> Finding? {
        let verb = head(group)
        if verb.has(.guarding) { return (.guarantee, .guards) }
        if confines(group, segment) { return (.guarantee, .effect) }
        // "The caller has stopped the ring.", "The caller holds the lock."
        if group.isPerfect || verb.isForm(of: .hold) || verb.has(.ensuring), context.describesFunction,
            grammar.roles.isCaller(group.party)
        {
            return (.obligation, .requiresThat)
        }
        // "The core holds the lock while it calls back."
        if verb.isForm(of: .hold), group.party >= 0, !grammar.roles.isCaller(group.party), segment.kind.stands {
            return (.guarantee, .effect)
        }
        if group.isPerfect { return (.informative, .history) }
        if verb.has(.ensuring) { return (.guarantee, .effect) }
        if verb.has(.effect), !verb.has(.describing) { return (.guarantee, .effect) }
        return nil
    }

    /// "provides", "supports", "works", "tries to": verbs that promise something beside some words, and little by themselves.
    private func service(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding? {
        let verb = head(group)
        if verb.isForm(of: .provide), group.party >= 0 { return existence(group) }
        // "The format provides 15 fields."
        if verb.isForm(of: .provide), token(group.end)?.tag == .number, !isAuthor(group) {
            return (.guarantee, .exists)
        }
        // "tries to work without it"
        if group.power == .attempt, !group.isCopula, !verb.has([.vague, .describing, .opinion]) {
            return (.guarantee, .effect)
        }
        if verb.isForm(of: .provide) || verb.isForm(of: .implement), context.describesFunction, segment.kind.stands,
            !isNegated, subject(group)?.has([.pronoun, .thing, .helper]) ?? false
        {
            return (.guarantee, .effect)
        }
        // "It works even if the ring is full.", "Works like ring_get()"
        if verb.isForm(of: .work), !isNegated, segment.kind.stands, let next = token(group.end),
            next.is(.even) || next.is(.like) || next.is(.if) || worksInContext(group)
        {
            return (.guarantee, .effect)
        }
        if verb.isForm(of: .support), supports(group, isNegated, segment) { return (.guarantee, .effect) }
        return nil
    }

    /// Vague and describing verbs: they tell, unless what they are said of, or behind them, can be seen.
    private func description(_ group: VerbGroup, _ segment: Segment) -> Finding? {
        let verb = head(group)
        if verb.has(.vague) {
            if doesWhatItNames(group) { return (.guarantee, .effect) }
            return verb.has(.handling) && handlesItself(group) ? (.guarantee, .effect) : (.informative, .vague)
        }
        // "zero indicates that it is full"
        if verb.isForm(of: .indicate) || verb.isForm(of: .means), context.describesFunction || context.isCallback,
            segment.start < range.upperBound, tokens[segment.start].has(.value)
        {
            return (.outcome, .returnsValue)
        }
        guard verb.has(.describing) else { return nil }
        // "This includes freeing it."
        if segment.kind.stands, let next = after(group), next.tag == .ing, next.has(.effect) {
            return (.guarantee, .effect)
        }
        // "the helper shows a warning"; but "this encodes the state" says what it is.
        if isAction(segment) { return (.guarantee, .effect) }
        let isNamed = subject(group).map { $0.has([.symbol, .thing]) || group.party >= 0 } ?? false
        return verb.has(.effect) && isNamed ? (.guarantee, .effect) : (.informative, .describes)
    }

    /// Of other verbs the subject decides: what an API or a party does can be seen.
    private func bySubject(_ group: VerbGroup, _ segment: Segment) -> Finding {
        let verb = head(group)
        let isNamed =
            isAction(segment) && !verb.isForm(of: .require) || (subject(group)?.has([.symbol, .thing]) ?? false)
        if verb.has(.consequence), !isNamed {
            return verb.isForm(of: .cause) ? (.guarantee, .effect) : (.informative, .describes)
        }
        return isNamed || group.party >= 0 ? (.guarantee, .effect) : (.informative, .describes)
    }

    // MARK: What tells statements apart

    /// "the state is returned to its former value"; but "is returned to the caller".
    private func isPutBack(_ group: VerbGroup) -> Bool {
        guard group.isPassive, follows(group, .to), !follows(group, .symbol, within: 5) else { return false }
        var at = group.end
        while at < range.upperBound, at < group.end + 6, tokens[at].isWord {
            if tokens[at].party != 0 || tokens[at].has(.value) { return false }
            if tokens[at].tag == .infinitive { return false }
            at += 1
        }
        return true
    }

    /// "Each queue has a lock", "All of the text goes to one slot": of every one, so that one without breaks it.
    func isOfEach(_ group: VerbGroup) -> Bool {
        let start = range.lowerBound
        guard !context.isMember, group.segment == 0, group.mood == .finite, !group.isPast, group.subject > start,
            tokens[start].is(.each) || tokens[start].is(.every) || tokens[start].is(.all)
        else { return false }
        // "All in all, …", "Every time it happens …", "All this means …" are of nothing that is there.
        return !tokens[start + 1].is(.in_) && (start + 1...group.subject).allSatisfy { isNamePart(tokens[$0]) }
    }

    private func isNamePart(_ token: Token) -> Bool {
        switch token.tag {
        case .noun, .symbol, .number, .adjective, .participle, .preposition: true
        case .determiner: !token.is(.this) && !token.is(.that)
        default: false
        }
    }

    /// "It only provides a count.", "This happens only when the ring is full.": nothing else, and at no other time.
    private func confines(_ group: VerbGroup, _ segment: Segment) -> Bool {
        let verb = head(group)
        guard segment.kind.stands, group.subject >= 0, !isAuthor(group), !group.isPerfect, !group.isNegated,
            !verb.isForm(of: .exist), !verb.isForm(of: .make), !verb.has(.opinion)
        else { return false }
        if group.isOnly { return subjectIsThing(group) || verb.isForm(of: .provide) && !isSurvey(group) }
        guard token(group.end)?.is(.only) ?? false, let next = token(group.end + 1) else { return false }
        return (next.tag == .subordinator || next.tag == .preposition) && !isSurvey(group)
    }

    /// "Empty slots always refer to the pool.", "they never overlap": one that does not breaks it.
    private func holdsAlways(_ group: VerbGroup, _ segment: Segment) -> Bool {
        guard segment.kind.stands, group.subject >= 0, !group.isPerfect, !group.subjectNegated, !isAuthor(group),
            // "As slots never overlap, …" is why.
            !tokens[segment.start].is(.as), !isSurvey(group)
        else { return false }
        let first = max(range.lowerBound, group.start - 1)
        guard let word = (first..<group.head).first(where: { tokens[$0].is(.always) || tokens[$0].is(.never) }) else {
            return false
        }
        // "nearly always", "hardly ever", "not always"
        let before = token(word - 1)
        return before?.tag != .adverb && before?.tag != .negation && (group.isNever || !group.isNegated)
    }

    /// "The loader handles it", "it parses the table"
    private func handlesItself(_ group: VerbGroup) -> Bool {
        guard let subject = subject(group) else { return false }
        return subject.tag == .noun || subject.tag == .symbol || subject.is(.it)
    }

    /// "They work both in interrupt and process context."
    private func worksInContext(_ group: VerbGroup) -> Bool {
        var at = group.end
        if at < range.upperBound, tokens[at].is(.both) || tokens[at].is(.only) { at += 1 }
        guard at < range.upperBound, tokens[at].is(.in_) || tokens[at].is(.from) else { return false }
        return isInContext(at)
    }

    /// "in interrupt context", "from any context", at its preposition
    func isInContext(_ preposition: Int) -> Bool {
        (preposition..<min(range.upperBound, preposition + 6)).contains { tokens[$0].isForm(of: .context) }
    }

    /// "The driver supports it", "This supports it": of something named, and not of those of its kind.
    private func supports(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Bool {
        guard !isNegated, segment.kind.stands, head(group).has(.thirdPerson) else { return false }
        return group.party >= 0 || subject(group)?.tag == .pronoun
    }

    /// "does a search of the list": the noun says what happens.
    func doesWhatItNames(_ group: VerbGroup) -> Bool {
        guard head(group).has(.auxiliaryDo) else { return false }
        var at = group.end
        while at < range.upperBound, at < group.end + 5, tokens[at].isWord, tokens[at].tag != .preposition {
            if tokens[at].tag == .noun, tokens[at].has(.effect), !tokens[at].has(.ing) { return true }
            at += 1
        }
        return false
    }

    /// "Then you fill it"; but "then you get two of them".
    private func instructsReader(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Bool {
        let verb = head(group)
        return group.power == .none && !isNegated && verb.tag == .verb && addressesReader(group, segment)
            && verb.has([.effect, .handling]) && !verb.has([.consequence, .opinion, .describing])
            && (!verb.has(.vague) || verb.has(.handling))
    }

    /// The subject is "you", and not that of "the slots you fill", "say you fill".
    private func addressesReader(_ group: VerbGroup, _ segment: Segment) -> Bool {
        guard segment.kind.stands, let subject = subject(group), subject.is(.you) else { return false }
        guard let before = token(group.subject - 1) else { return true }
        switch before.tag {
        case .mark, .adverb, .conjunction: return true
        // "In this case you fill it": behind what stands before the clause.
        default: return tokens[range.lowerBound].tag == .preposition && after(group)?.isWord ?? false
        }
    }

    /// "Reading it shows …", "setting it to 1 implies …": the subject is something that one does.
    func isAction(_ segment: Segment) -> Bool {
        var first = segment.start
        while first < segment.end, tokens[first].tag == .adverb { first += 1 }
        return segment.kind.stands && first < range.upperBound && tokens[first].tag == .ing
    }

    /// "some systems", "many drivers", "a number of": what there is in the world, not what an API promises.
    func isSurvey(_ group: VerbGroup) -> Bool {
        guard group.subject >= range.lowerBound else { return false }
        var at = group.subject
        while at >= range.lowerBound, at > group.subject - 5, tokens[at].isWord {
            if tokens[at].is(.some) || tokens[at].is(.many)
                || tokens[at].is(.most) && tokens[at].tag != .adverb && !(token(at - 1)?.is(.at) ?? false)
                    && token(at + 1)?.tag != .adverb
                || tokens[at].is(.several)
                || tokens[at].is(.few)
            {
                return true
            }
            // "any number of slots" are all that somebody may want; "if there are more than the number of slots they are freed"
            if tokens[at].is(.of), at > range.lowerBound, tokens[at - 1].is(.number),
                tokens[group.subject].tag != .pronoun
            {
                return !(token(at - 2)?.is(.any) ?? false)
            }
            if tokens[at].is(.majority), token(at + 1)?.is(.of) ?? false { return true }
            // "some of these thresholds"
            if tokens[at].tag == .determiner, at == range.lowerBound || !tokens[at - 1].is(.of) { return false }
            at -= 1
        }
        return false
    }
}
