/// Plain statements: verbs without a modal, which promise something, describe it, or only tell of it.
extension VerbJudge {
    func plain(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
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
            // "returns with the lock held"
            let isState = follows(group, .with) && !group.isPassive && follows(group, [.participle], within: 6)
            return isPutBack(group) || isState ? (.guarantee, .effect) : (.outcome, .returnsValue)
        }
        if follows(group, .errorCode), verb.has([.failing, .effect, .describing]) { return (.outcome, .returnsValue) }
        if group.isPast { return (.informative, .history) }
        if isHedged(group) { return (.informative, .survey) }
        if verb.has(.failing), !group.isPassive { return (.outcome, .returnsValue) }
        // "the ring is stopped", of a constant of an enumeration: what it stands for.
        if context.isMember, context.kind == .enum, group.isPassive || verb.tag == .ing, segment.kind.stands,
            !isAction(segment), !follows(group, .by), !saysWhen, !tokens[range.lowerBound].is(.all),
            !verb.has(.calling), !verb.is(.used)
        {
            return (.informative, .describes)
        }
        if group.isPassive { return passive(group, isNegated, segment) }
        if group.isCopula { return copula(group, isNegated) }
        if verb.has(.lasting), let state = after(group),
            state.tag == .adjective || state.tag == .participle || state.tag == .preposition
        {
            return (.guarantee, .state)
        }
        // "This function does not hold the lock.": what it leaves undone shows.
        if isNegated, context.describesFunction, segment.kind.stands, subject(group)?.has(.thing) ?? false,
            verb.has(.vague) || verb.isForm(of: .hold) || verb.isForm(of: .allow)
        {
            return (.guarantee, .effect)
        }
        if verb.has([.have, .describing, .vague]), isOfEach(group) { return (.guarantee, .possession) }
        if verb.has(.have) { return (.informative, .possession) }
        if verb.isForm(of: .exist), subject(group)?.is(.there) ?? false { return existence(group) }
        // "Variants of both calls exist, too."
        if verb.isForm(of: .exist), !isNegated, segment.kind.stands, subject(group)?.has(.thing) ?? false,
            after(group).map({ $0.mark != .none }) ?? true
        {
            return (.guarantee, .exists)
        }
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
        if verb.isForm(of: .require), let subject = subject(group),
            subject.has([.symbol, .pronoun]) || asksForLock(group)
        {
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
        if group.isOnly, segment.kind.stands, subjectIsThing(group), !verb.isForm(of: .exist) {
            return (.guarantee, .effect)
        }
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

    /// It tells when, in what state or within which bound something holds, or what comes of it.
    private var saysWhen: Bool {
        tokens[range.lowerBound].tag == .preposition
            || range.contains { tokens[$0].tag == .subordinator || tokens[$0].is(.so) || tokens[$0].is(.than) }
    }

    /// "requires at least a read lock"
    func asksForLock(_ group: VerbGroup) -> Bool {
        (group.end..<min(range.upperBound, group.end + 6)).contains {
            tokens[$0].isForm(of: .lock) && tokens[$0].tag == .noun
        }
    }

    /// "The loader handles it", "it parses the table"
    func handlesItself(_ group: VerbGroup) -> Bool {
        guard let subject = subject(group) else { return false }
        return subject.tag == .noun || subject.tag == .symbol || subject.is(.it)
    }

    /// "Each queue has a lock": of every one, so that one without breaks it.
    func isOfEach(_ group: VerbGroup) -> Bool {
        guard !context.isMember, group.subject > range.lowerBound else { return false }
        let first = tokens[range.lowerBound]
        return first.is(.each) || first.is(.every)
    }

    /// "The driver supports it", "This supports it": of something named, and not of those of its kind.
    func supports(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Bool {
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
    func instructsReader(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Bool {
        let verb = head(group)
        return group.power == .none && !isNegated && verb.tag == .verb && addressesReader(group, segment)
            && verb.has([.effect, .handling]) && !verb.has([.consequence, .opinion, .describing])
            && (!verb.has(.vague) || verb.has(.handling))
    }

    /// The subject is "you", and not that of "the slots you fill", "say you fill".
    func addressesReader(_ group: VerbGroup, _ segment: Segment) -> Bool {
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
    func isSurvey(_ group: VerbGroup) -> Bool {
        guard group.subject >= range.lowerBound else { return false }
        var at = group.subject
        while at >= range.lowerBound, at > group.subject - 5, tokens[at].isWord {
            if tokens[at].is(.some) || tokens[at].is(.many)
                || tokens[at].is(.most) && tokens[at].tag != .adverb && !(token(at - 1)?.is(.at) ?? false)
                || tokens[at].is(.several)
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
    func isPutBack(_ group: VerbGroup) -> Bool {
        guard group.isPassive, follows(group, .to), !follows(group, .symbol, within: 5) else { return false }
        var at = group.end
        while at < range.upperBound, at < group.end + 6, tokens[at].isWord {
            if tokens[at].party != 0 || tokens[at].has(.value) { return false }
            if tokens[at].tag == .infinitive { return false }
            at += 1
        }
        return true
    }

    func passive(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        let verb = head(group)
        if group.isPerfect { return (.informative, .history) }
        if verb.is(.called) || verb.has(.calling) {
            if verb.is(.called), names(after(group)) { return (.informative, .naming) }
            if context.describesFunction, isUnderLock(group) { return (.obligation, .heldAtCall) }
            return (.guarantee, .calledFrom)
        }
        if verb.is(.used) {
            if follows(group, .by) { return (.guarantee, .calledFrom) }
            // "It is only used behind the send.", "used only for the first"
            if !isNegated, segment.kind.stands, group.isOnly || token(group.end)?.is(.only) ?? false {
                return (.guarantee, .effect)
            }
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
    func names(_ next: Token?) -> Bool {
        guard let next else { return false }
        if next.is(.either) { return true }
        if next.is(.both) { return false }
        switch next.tag {
        case .determiner, .noun, .adjective: return true
        default: return next.mark == .quote
        }
    }

    func copula(_ group: VerbGroup, _ isNegated: Bool) -> Finding {
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
            if complement.has([.value, .number]), isStated(group) || group.isNever { return (.guarantee, .state) }
            // "Freeing it twice is a bug."
            if let next, next.is(.bug) || next.is(.error), tokens[range.lowerBound].tag == .ing, !isNegated,
                token(placeAfter(group) + 2).map({ $0.tag == .mark }) ?? true
            {
                return (.prohibition, .notAllowed)
            }
            return (.informative, .isA)
        }
    }

    /// "ring_size is zero", of a function "the slot is NULL", of a member "is zero when it is free".
    func isStated(_ group: VerbGroup) -> Bool {
        if context.isMember {
            let after = placeAfter(group) + 1
            return token(after)?.tag == .subordinator
        }
        return subject(group)?.has(.symbol) ?? false || context.describesFunction && group.subject >= 0
    }

    func existence(_ group: VerbGroup) -> Finding {
        var at = group.end
        while at < range.upperBound, at < group.end + 6, tokens[at].mark == .none {
            if tokens[at].has(.document) { return (.informative, .existsNot) }
            // "There is a limited number of them."
            if tokens[at].isForm(of: .limit) { return (.guarantee, .exists) }
            if tokens[at].has(.thing), tokens[at].tag == .noun { return (.guarantee, .exists) }
            // "There is one lock per ring."
            if tokens[at].is(.per), tokens[group.end].has(.number) { return (.guarantee, .exists) }
            if tokens[at].tag == .preposition { break }
            at += 1
        }
        return (.informative, .existsNot)
    }
}
