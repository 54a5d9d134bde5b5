/// Judges one verb group in its place: what it promises, asks, allows or tells.
struct VerbJudge: ~Copyable {
    let tokens: Tokens
    let range: Range<Int>
    let context: UnitContext
    let grammar: Grammar

    typealias Finding = (modality: Modality, border: Border)

    func judge(_ group: VerbGroup, in segment: Segment) -> Finding {
        if group.isReduced, context.namesThing || group.power == .none { return (.informative, .name) }
        if context.namesThing, followsName(group, segment) { return (.informative, .name) }
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
        case .need:
            // "Readers had to wait."
            if group.powerToken >= 0, tokens[group.powerToken].is(.had) { return (.informative, .history) }
            if isNegated { return (.permission, .noNeed) }
            // "Many rings need to grow."
            if isSurvey(group) { return (.informative, .survey) }
            return duty(group, false, segment)
        case .needNot: return (.permission, .noNeed)
        case .beTo:
            // "All it does is to set a flag."
            if let before = token(group.start - 1), before.isForm(of: .do_) { return (.guarantee, .effect) }
            // "It is to be noted that …"
            if head(group).isForm(of: .note) { return (.informative, .reference) }
            if !group.isPassive, !subjectIsParty(group) { return (.informative, .isA) }
            return isNegated ? (.prohibition, .negatedDuty) : (.obligation, .duty)
        case .should: return should(group)
        case .expected: return isAuthor(group) ? (.informative, .author) : (.recommendation, .advice)
        case .allowed:
            return isNegated
                ? (.prohibition, .notAllowed) : (group.isOnly ? (.obligation, .onlyIf) : (.permission, .allowed))
        case .forbidden: return isNegated ? (.permission, .allowed) : (.prohibition, .notAllowed)
        case .able:
            return isNegated
                ? (.informative, .able) : (subjectIsParty(group) ? (.permission, .able) : (.informative, .able))
        // "Be sure to stop it."
        case .guaranteed where group.mood == .imperative: return (.obligation, .instruction)
        case .guaranteed: return isNegated ? (.undefined, .cue) : (.guarantee, .cue)
        case .may, .can, .might, .could: return freedom(group, isNegated, segment)
        case .will: return will(group, isNegated, segment)
        case .would: return group.inner == .need ? (.informative, .wouldDo) : (.informative, .wouldDo)
        }
    }

    /// "the slot we're filling": a pronoun right behind what is named begins what tells it apart.
    private func followsName(_ group: VerbGroup, _ segment: Segment) -> Bool {
        guard segment.start == range.lowerBound, tokens[segment.start].tag != .preposition else { return false }
        let pronoun = tokens[group.start].has(.pronoun) ? group.start : group.start - 1
        if let subject = token(pronoun), subject.has([.author, .pronoun]), !subject.has(.determiner) {
            return isName(pronoun - 1)
        }
        // "the slots the ring should free"
        guard group.subject > range.lowerBound, tokens[group.subject - 1].tag == .determiner else { return false }
        return isName(group.subject - 2)
    }

    private func isName(_ index: Int) -> Bool {
        guard let word = token(index) else { return false }
        return word.tag == .noun || word.tag == .symbol
    }

    // MARK: What stands around a group

    func token(_ index: Int) -> Token? { range.contains(index) ? tokens[index] : nil }
    func head(_ group: VerbGroup) -> Token { tokens[group.head] }

    func subject(_ group: VerbGroup) -> Token? { group.subject >= 0 ? tokens[group.subject] : nil }
    private func subjectIsParty(_ group: VerbGroup) -> Bool { group.party >= 0 }
    private func isAuthor(_ group: VerbGroup) -> Bool { subject(group).map { $0.has(.author) } ?? false }

    /// The subject is part of an API: a symbol, "it", "this function", "the lock".
    private func subjectIsThing(_ group: VerbGroup) -> Bool {
        guard let subject = subject(group) else { return false }
        return subject.has([.symbol, .pronoun, .thing]) || group.party >= 0
    }

    func after(_ group: VerbGroup) -> Token? { token(placeAfter(group)) }

    /// Of the word behind a group and its adverbs.
    private func placeAfter(_ group: VerbGroup) -> Int {
        var at = group.end
        while at < range.upperBound, tokens[at].tag == .adverb || tokens[at].tag == .negation { at += 1 }
        return at
    }

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

    // MARK: Duties and freedoms

    private func duty(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        // "We need to stop the ring first": what the code has to do.
        if group.power == .need, speaksForCode(group, segment) { return (.obligation, .duty) }
        if isAuthor(group) || group.power == .need && isHedged(group) { return (.informative, .author) }
        return isNegated ? (.prohibition, .negatedDuty) : (.obligation, .duty)
    }

    /// "is usually required", "Sometimes one needs to": told of most cases, asked of nobody.
    func isHedged(_ group: VerbGroup) -> Bool {
        if isSometimes(tokens[range.lowerBound]) { return true }
        var first = group.start
        while first > range.lowerBound, tokens[first - 1].tag == .adverb { first -= 1 }
        for index in first..<group.end {
            let word = tokens[index]
            if isSometimes(word) || word.has(.hedge) { return true }
        }
        return false
    }

    private func isSometimes(_ word: Token) -> Bool {
        word.is(.usually) || word.is(.typically) || word.is(.normally) || word.is(.generally)
            || word.is(.sometimes) || word.is(.often) || word.is(.traditionally)
    }

    private func should(_ group: VerbGroup) -> Finding {
        if isAuthor(group) { return (.informative, .author) }
        if head(group).is(.note) || head(group).isForm(of: .note) { return (.informative, .reference) }
        return (.recommendation, .advice)
    }

    private func freedom(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        let verb = head(group)
        if isAuthor(group) { return (.informative, .author) }
        if group.isReduced, segment.firstGroup == segment.lastGroup { return (.informative, .name) }
        // "The states that it can be are 1 and 2."
        if let next = token(group.end), next.tag == .be || next.tag == .verb { return (.informative, .name) }
        if isEither(group) { return (.informative, .possibility) }
        if let subject = subject(group), subject.is(.there), group.subject == group.start - 1 {
            return (.informative, .existsNot)
        }
        if verb.has(.failing)
            || verb.has(.returning)
                && (!group.isPassive || follows(group, [.value, .errorCode]) || isResultReturned(group))
            || (!group.isPassive && follows(group, .errorCode, within: 12))
        {
            if follows(group, .worthless, within: 8) { return (.undefined, .worthlessResult) }
            return (.outcome, .canFail)
        }
        let isPossible = group.power == .might || group.power == .could
        if group.isPerfect { return (.informative, .possibility) }
        // "It may be missing a slot", "can be one of these"
        if verb.tag == .ing
            || group.isCopula && token(group.end).map({ $0.is(.first1) || $0.has(.number) }) ?? false
                && token(group.end + 1)?.is(.of) ?? false
        {
            return (.informative, .possibility)
        }
        if isHedged(group) { return (.informative, .possibility) }
        if isNegated {
            // A parameter that "cannot be NULL": what has to be true of it.
            if group.isCopula, context.isMember, !context.isCallback, after(group)?.has(.value) ?? false {
                return (.obligation, .requiresThat)
            }
            let isReader = subject(group)?.is(.you) ?? false
            if verb.has(.relying), subjectIsParty(group) || group.isPassive || subject(group) == nil || isReader {
                return (.prohibition, .cannotRely)
            }
            if isPossible || isEpistemic(group) || group.power == .may && isSurvey(group) {
                return (.informative, .possibility)
            }
            if verb.has(.ensuring), !verb.is(.make) || after(group)?.is(.sure) ?? false, !group.isPassive {
                return (.undefined, .worthlessResult)
            }
            if verb.has(.consequence), !verb.has(.effect), !group.isPassive, !verb.is(.exceed) || group.power != .can {
                return (.informative, .possibility)
            }
            // "cannot be stopped" tells what does not happen; "cannot be called", "may not be stopped" forbid.
            if group.isPassive, group.power == .can, !verb.has([.calling, .addressing]), !subjectIsParty(group) {
                return (.guarantee, .impossible)
            }
            if subjectIsParty(group) || group.isPassive || subject(group) == nil || verb.has(.blocking)
                || context.isCallback || isReader
            {
                return (.prohibition, .noFreedom)
            }
            if group.power == .may { return group.isCopula ? (.informative, .possibility) : (.prohibition, .noFreedom) }
            if group.isCopula, group.isNever { return (.guarantee, .impossible) }
            if group.isCopula || subject(group)?.has(.running) ?? false { return (.prohibition, .noFreedom) }
            return (.guarantee, .impossible)
        }
        if group.isOnly, group.isPassive || subjectIsParty(group) || group.isCopula { return (.obligation, .onlyIf) }
        // "can only tell the count"
        if group.isOnly, group.power == .can { return (.guarantee, .willDo) }
        if isBounded(group) { return (.obligation, .bound) }
        // "may want to"; but "can be used to" is a freedom.
        if group.inner == .tend {
            let isUse = (group.start..<group.end).contains { tokens[$0].is(.used) }
            return isUse && group.power != .might ? (.permission, .freedom) : (.informative, .possibility)
        }
        if group.inner == .need {
            return subjectIsParty(group) ? (.permission, .freedom) : (.informative, .possibility)
        }
        if verb.has(.blocking), !group.isPassive,
            subject(group).map({ $0.has([.pronoun, .symbol, .thing]) && !subjectIsParty(group) }) ?? true
        {
            // What a call does; of a callback, what whoever implements it is free to do.
            return context.isCallback && context.section != .context ? (.permission, .freedom) : (.guarantee, .maySleep)
        }
        // "May take several slots": without a subject, what the function does.
        if context.describesFunction, group.start == range.lowerBound, !group.isPassive, !group.isCopula,
            verb.has(.effect)
        {
            return (.guarantee, .mayDo)
        }
        if group.isPassive {
            if verb.has([.opinion, .describing]), !verb.has(.effect), !verb.isForm(of: .specify),
                !verb.isForm(of: .define)
            {
                return (.informative, .possibility)
            }
            if verb.has(.harming) { return (.informative, .possibility) }
            if verb.isForm(of: .see) || isPlaced(group) { return (.informative, .reference) }
            // "could be removed" thinks of it; "could be used" offers it.
            let isThought = group.power == .might || group.power == .could && !verb.is(.used)
            return isThought ? (.informative, .possibility) : (.permission, .freedom)
        }
        if group.isCopula {
            if let complement = after(group), complement.has(.worthless) { return (.undefined, .worthlessResult) }
            if isPossible { return (.informative, .possibility) }
            if let complement = after(group), complement.has(.assessing) || tokens[group.end - 1].is(.too) {
                return (.informative, .possibility)
            }
            // "can be more frequent"; but of a parameter, "can be less than the size"
            if let degree = token(group.end), degree.is(.more) || degree.is(.less) {
                return context.isMember ? (.permission, .freedom) : (.informative, .possibility)
            }
            if let complement = after(group), complement.tag == .preposition { return (.informative, .possibility) }
            return (.permission, .freedom)
        }
        if isPossible, group.party >= 0, grammar.roles.isFramework(group.party) { return (.informative, .possibility) }
        if verb.has(.opinion), !verb.has([.effect, .relying]) { return (.informative, .possibility) }
        if verb.has(.consequence), !verb.has(.effect) { return (.informative, .possibility) }
        if subjectIsParty(group) || subject(group)?.is(.you) ?? false { return (.permission, .freedom) }
        if isPossible { return (.informative, .possibility) }
        if verb.has(.consequence) || verb.isForm(of: .require) { return (.informative, .possibility) }
        if verb.has([.describing, .have]), !verb.has(.effect) || verb.isForm(of: .have) {
            return (.informative, .possibility)
        }
        return (.permission, .freedom)
    }

    /// "Other errors may be returned", "Can be returned if …"; but "slots may be returned to the pool".
    private func isResultReturned(_ group: VerbGroup) -> Bool {
        subject(group)?.has(.result) ?? !follows(group, .to)
    }

    /// "can be found in the samples", "can be downloaded from there": where something is.
    private func isPlaced(_ group: VerbGroup) -> Bool {
        let verb = head(group)
        guard verb.isForm(of: .find) || verb.isForm(of: .obtain) || verb.isForm(of: .download) else { return false }
        return follows(group, .in_) || follows(group, .at) || follows(group, .from) || follows(group, .under)
    }

    /// "may or may not be used"
    private func isEither(_ group: VerbGroup) -> Bool {
        func repeats(_ or: Int, _ modal: Int) -> Bool {
            token(or)?.is(.or) ?? false && token(modal)?.word == tokens[group.start].word
        }
        return repeats(group.end, group.end + 1) || repeats(group.start - 1, group.start - 2)
    }

    /// "may not be ready", "may not match", "may not yet": it is merely possible.
    private func isEpistemic(_ group: VerbGroup) -> Bool {
        guard group.power == .may else { return false }
        // "may be not connected"
        let isInside = (group.start + 1..<group.end).contains {
            tokens[$0].tag == .negation && tokens[$0 - 1].tag == .be
        }
        if isInside || head(group).has(.opinion) && !head(group).has(.relying) { return true }
        if group.isCopula { return after(group).map { !$0.has(.value) } ?? true }
        for index in group.start..<group.end where tokens[index].is(.yet) || tokens[index].is(.always) { return true }
        let verb = head(group)
        // "The caller may not have a ring."
        if verb.has([.have, .describing]), !verb.has(.effect), !group.isPassive { return true }
        if subjectIsParty(group) || group.isPassive || subject(group) == nil || verb.has(.blocking) { return false }
        return verb.has([.describing, .opinion, .consequence, .intransitive])
            || !verb.has([.effect, .blocking, .vague, .guarding])
    }

    /// "can hold at most 3", "may take no more than 2": what is free within a bound has to stay within it.
    private func isBounded(_ group: VerbGroup) -> Bool {
        guard subjectIsParty(group) || group.isPassive else { return false }
        var at = group.end
        while at + 1 < range.upperBound, at < group.end + 4, tokens[at].isWord {
            if tokens[at].is(.at), tokens[at + 1].is(.most) { return true }
            if tokens[at].is(.no), tokens[at + 1].is(.more) { return true }
            at += 1
        }
        return false
    }

    private func will(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        if isAuthor(group) {
            return speaksForCode(group, segment) ? (.guarantee, .willDo) : (.informative, .author)
        }
        let verb = head(group)
        // "you'll get it", in a book
        if context.kind == .markdown, tokens[group.start].has(.pronoun) { return (.informative, .author) }
        // "will look like this"
        if verb.isForm(of: .look), follows(group, .like) { return (.informative, .describes) }
        if verb.has([.failing, .returning]) { return (.outcome, .returnsValue) }
        if follows(group, .errorCode) { return (.outcome, .returnsValue) }
        if verb.has(.opinion), !verb.has(.effect) { return (.informative, .opinion) }
        for index in group.start..<group.end where tokens[index].has(.hedge) { return (.informative, .possibility) }
        if isHedged(group) { return (.informative, .survey) }
        // "will not be possible"
        if group.isCopula, let complement = after(group), complement.has(.assessing) {
            return (.informative, .assessment)
        }
        return (.guarantee, .willDo)
    }

    /// "We free the slot first": in a comment, what the code below does. In a book "we" are its author and reader.
    private func speaksForCode(_ group: VerbGroup, _ segment: Segment) -> Bool {
        let verb = head(group)
        return context.kind != .markdown && segment.kind.stands && !context.isMember && !group.isPast
            && !group.isPerfect && !group.isPassive && verb.has(.effect)
            && !verb.has([.describing, .opinion, .blocking]) && !isHedged(group)
            && subject(group)?.is(.we) ?? false
    }

    // MARK: Plain statements

    private func plain(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        switch group.mood {
        case .imperative: return imperative(group, isNegated)
        case .elided: return elided(group)
        case .participle: return participle(group)
        case .finite: break
        }
        let verb = head(group)
        if isAuthor(group) {
            // "We assume that the lock is held."
            let isAssumed = verb.has(.relying) && verb.has(.opinion) && follows(group, .that) && !isNegated
            if speaksForCode(group, segment) { return (.guarantee, .effect) }
            return isAssumed && context.describesFunction ? (.obligation, .requiresThat) : (.informative, .author)
        }
        if instructsReader(group, isNegated, segment) { return (.obligation, .instruction) }
        if let subject = subject(group), subject.has(.document), !subject.has(.thing) {
            return (.informative, .aboutText)
        }
        // "You want to fill it first."
        if group.power == .tend, group.powerToken >= 0, tokens[group.powerToken].is(.want),
            addressesReader(group, segment)
        {
            return (.recommendation, .advice)
        }
        // "It will be used to find a slot."
        if group.power == .tend, group.powerToken > group.start, tokens[group.powerToken].is(.used),
            tokens[group.start].tag == .modal
        {
            return (.guarantee, .willDo)
        }
        // "The lock is used to protect the list."
        if group.power == .tend, head(group).has(.guarding) || head(group).isForm(of: .notify), group.powerToken >= 0,
            tokens[group.powerToken].is(.used)
        {
            return (.guarantee, .guards)
        }
        if group.power == .tend { return (.informative, .usedFor) }
        // "does not return until it is done"
        if verb.has(.returning), isNegated, follows(group, .until) || follows(group, .till) {
            return (.guarantee, .effect)
        }
        if verb.has(.returning), !group.isPast || group.isPassive {
            return isPutBack(group) ? (.guarantee, .effect) : (.outcome, .returnsValue)
        }
        if follows(group, .errorCode), verb.has([.failing, .effect, .describing]) { return (.outcome, .returnsValue) }
        if group.isPast { return (.informative, .history) }
        if isHedged(group) { return (.informative, .survey) }
        if verb.has(.failing), !group.isPassive { return (.outcome, .returnsValue) }
        if group.isPassive { return passive(group, isNegated, segment) }
        if group.isCopula { return copula(group, isNegated) }
        if verb.has(.lasting), let state = after(group), state.tag == .adjective || state.tag == .participle {
            return (.guarantee, .state)
        }
        if verb.has([.have, .describing, .vague]), isOfEach(group) { return (.guarantee, .possession) }
        if verb.has(.have) { return (.informative, .possession) }
        if verb.isForm(of: .exist), subject(group)?.is(.there) ?? false { return existence(group) }
        // "You do not need a lock."
        if verb.isForm(of: .need), isNegated { return (.permission, .noNeed) }
        if verb.isForm(of: .need), subject(group)?.is(.you) ?? false { return (.obligation, .duty) }
        if verb.isForm(of: .need), group.party >= 0, !isNegated { return (.guarantee, .state) }
        if verb.isForm(of: .need) && !(isNegated || after(group)?.is(.no) ?? false) || verb.is(.means) {
            return (.informative, .describes)
        }
        if verb.isForm(of: .allow) || verb.isForm(of: .permit) || verb.isForm(of: .let) { return allows(group) }
        if verb.has(.relying), verb.has(.opinion), subjectIsThing(group) || subject(group)?.has(.running) ?? false {
            // "the driver assumes that the device is there": of the device, not of a caller.
            return group.party >= 0 && !grammar.roles.isFramework(group.party)
                ? (.informative, .opinion) : (.obligation, .requiresThat)
        }
        // "ring_get() does not require a lock", "The put needs no lock."
        if verb.isForm(of: .require) || verb.isForm(of: .need), isNegated || after(group)?.is(.no) ?? false,
            subjectIsThing(group)
        {
            return (.permission, .noNeed)
        }
        if verb.isForm(of: .require), let subject = subject(group), subject.has([.symbol, .pronoun]) {
            return (.obligation, .requiresThat)
        }
        if isSurvey(group) { return (.informative, .survey) }
        // "Drivers use this to find a slot."
        if verb.isForm(of: .use), group.end + 1 < range.upperBound, tokens[group.end].tag == .pronoun,
            tokens[group.end + 1].tag == .infinitive
        {
            return (.informative, .usedFor)
        }
        if verb.has(.opinion), !verb.has(.effect) { return (.informative, .opinion) }
        if verb.has(.guarding) { return (.guarantee, .guards) }
        // "It only provides a count."
        if group.isOnly, segment.kind.stands, subjectIsThing(group) { return (.guarantee, .effect) }
        // "The caller has stopped the ring.", "The caller holds the lock.": before the call.
        if group.isPerfect || verb.isForm(of: .hold), context.describesFunction, grammar.roles.isCaller(group.party) {
            return (.obligation, .requiresThat)
        }
        if group.isPerfect { return (.informative, .history) }
        if verb.has(.ensuring) { return (.guarantee, .effect) }
        if verb.has(.effect), !verb.has(.describing) { return (.guarantee, .effect) }
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
            next.is(.even) || next.is(.like) || next.is(.if)
        {
            return (.guarantee, .effect)
        }
        if verb.isForm(of: .support), supports(group, isNegated, segment) { return (.guarantee, .effect) }
        if verb.has(.vague) {
            if doesWhatItNames(group) { return (.guarantee, .effect) }
            return verb.has(.handling) && handlesItself(group) ? (.guarantee, .effect) : (.informative, .vague)
        }
        if verb.isForm(of: .indicate) || verb.isForm(of: .means), context.describesFunction || context.isCallback,
            segment.start < range.upperBound, tokens[segment.start].has(.value)
        {
            return (.outcome, .returnsValue)
        }
        if verb.has(.describing) {
            // "This includes freeing it."
            if segment.kind.stands, let next = after(group), next.tag == .ing, next.has(.effect) {
                return (.guarantee, .effect)
            }
            // "the helper shows a warning"; but "this encodes the state" says what it is.
            if isAction(segment) { return (.guarantee, .effect) }
            let isNamed = subject(group).map { $0.has([.symbol, .thing]) || group.party >= 0 } ?? false
            return verb.has(.effect) && isNamed ? (.guarantee, .effect) : (.informative, .describes)
        }
        let isNamed =
            isAction(segment) && !verb.isForm(of: .require)
            || (subject(group).map { $0.has([.symbol, .thing]) } ?? false)
        if verb.has(.consequence), !isNamed {
            return verb.isForm(of: .cause) ? (.guarantee, .effect) : (.informative, .describes)
        }
        return isNamed || group.party >= 0 ? (.guarantee, .effect) : (.informative, .describes)
    }

    /// "The loader handles it", "it parses the table"
    private func handlesItself(_ group: VerbGroup) -> Bool {
        guard let subject = subject(group) else { return false }
        return subject.tag == .noun || subject.tag == .symbol || subject.is(.it)
    }

    /// "Each queue has a lock": of every one, so that one without breaks it.
    private func isOfEach(_ group: VerbGroup) -> Bool {
        guard !context.isMember, group.subject > range.lowerBound else { return false }
        let first = tokens[range.lowerBound]
        return first.is(.each) || first.is(.every)
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
    private func isAction(_ segment: Segment) -> Bool {
        var first = segment.start
        while first < segment.end, tokens[first].tag == .adverb { first += 1 }
        return segment.kind.stands && first < range.upperBound && tokens[first].tag == .ing
    }

    /// "allows drivers to …", "lets drivers …" is their freedom; "allows …" alone says what a thing is good for.
    func allows(_ group: VerbGroup) -> Finding {
        let isLet = head(group).isForm(of: .let)
        var isParty = false
        // "This allows a reader to …"
        let isThis =
            !isLet && group.mood == .finite
            && (subject(group)?.is(.this) ?? false || token(group.subject - 1)?.is(.this) ?? false)
        for at in group.end..<min(range.upperBound, group.end + 12) {
            guard tokens[at].isWord else { break }
            if at < group.end + 4, tokens[at].party != 0 || tokens[at].is(.you) { isParty = true }
            if isParty || isThis, isLet || tokens[at].tag == .infinitive { return (.permission, .allowed) }
        }
        return isLet ? (.guarantee, .effect) : (.informative, .usedFor)
    }

    /// "some systems", "many drivers", "a number of": what there is in the world, not what an API promises.
    private func isSurvey(_ group: VerbGroup) -> Bool {
        guard group.subject >= range.lowerBound else { return false }
        var at = group.subject
        while at >= range.lowerBound, at > group.subject - 5, tokens[at].isWord {
            if tokens[at].is(.some) || tokens[at].is(.many) || tokens[at].is(.most) || tokens[at].is(.several)
                || tokens[at].is(.few)
            {
                return true
            }
            if tokens[at].is(.of), at > range.lowerBound, tokens[at - 1].is(.number) { return true }
            if tokens[at].is(.majority), token(at + 1)?.is(.of) ?? false { return true }
            // "some of these thresholds"
            if tokens[at].tag == .determiner, at == range.lowerBound || !tokens[at - 1].is(.of) { return false }
            at -= 1
        }
        return false
    }

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

    private func passive(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        let verb = head(group)
        if group.isPerfect { return (.informative, .history) }
        if verb.is(.called) || verb.has(.calling) {
            if verb.is(.called), names(after(group)) { return (.informative, .naming) }
            if context.describesFunction, isUnderLock(group) { return (.obligation, .heldAtCall) }
            return (.guarantee, .calledFrom)
        }
        if verb.is(.used) {
            if follows(group, .by) { return (.guarantee, .calledFrom) }
            // "It is used when none is free."
            if let next = after(group), next.tag == .subordinator, !next.is(.as), context.describesFunction {
                return (.guarantee, .effect)
            }
            // "If none is given, the default is used."
            return tokens[range.lowerBound].is(.if) ? (.guarantee, .effect) : (.informative, .usedFor)
        }
        if verb.is(.held), context.describesFunction { return (.guarantee, .heldAtCall) }
        if verb.has(.opinion), !verb.has(.effect) { return (.informative, .opinion) }
        if verb.has(.describing), !verb.has(.effect) { return (.informative, .describes) }
        if isSurvey(group) { return (.informative, .survey) }
        if verb.isForm(of: .need) { return (.informative, .usedFor) }
        // "Calling it twice is not supported."
        if isNegated, verb.isForm(of: .support), isAction(segment) { return (.prohibition, .notAllowed) }
        // "is divided into three"
        if verb.has(.arranging), !isNegated { return (.informative, .describes) }
        // "is broken"
        if verb.has(.assessing) { return (.informative, .assessment) }
        return (.guarantee, .effect)
    }

    /// "is called explicit fencing": behind "called" stands a name.
    private func names(_ next: Token?) -> Bool {
        guard let next else { return false }
        if next.is(.either) { return true }
        if next.is(.both) { return false }
        switch next.tag {
        case .determiner, .noun, .adjective: return true
        default: return next.mark == .quote
        }
    }

    private func copula(_ group: VerbGroup, _ isNegated: Bool) -> Finding {
        if let subject = subject(group), subject.is(.there) { return existence(group) }
        guard let complement = after(group) else { return (.informative, .isA) }
        switch complement.tag {
        case .adjective:
            if complement.has(.worthless) { return (.undefined, .worthlessResult) }
            if complement.has(.assessing) { return (.informative, .assessment) }
            if complement.has(.value), isStated(group) { return (.guarantee, .state) }
            return context.isMember && !context.isCallback && !group.isNever
                ? (.informative, .state) : (.guarantee, .state)
        case .ing: return (.informative, .isA)
        default:
            // "are PAGE_SIZE aligned", "is reference counted"
            let next = token(placeAfter(group) + 1)
            if complement.tag == .noun || complement.tag == .symbol || complement.has(.value),
                next?.tag == .participle || next?.is(.aligned) ?? false
            {
                return (.guarantee, .state)
            }
            if complement.has([.value, .number]), isStated(group) { return (.guarantee, .state) }
            return (.informative, .isA)
        }
    }

    /// "ring_size is zero", of a function "the slot is NULL", of a member "is zero when it is free".
    private func isStated(_ group: VerbGroup) -> Bool {
        if context.isMember {
            let after = placeAfter(group) + 1
            return token(after)?.tag == .subordinator
        }
        return subject(group)?.has(.symbol) ?? false || context.describesFunction && group.subject >= 0
    }

    private func existence(_ group: VerbGroup) -> Finding {
        var at = group.end
        while at < range.upperBound, at < group.end + 6, tokens[at].mark == .none {
            if tokens[at].has(.document) { return (.informative, .existsNot) }
            if tokens[at].has(.thing), tokens[at].tag == .noun { return (.guarantee, .exists) }
            if tokens[at].tag == .preposition { break }
            at += 1
        }
        return (.informative, .existsNot)
    }
}
