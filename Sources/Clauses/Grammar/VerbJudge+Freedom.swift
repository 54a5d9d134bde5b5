/// Duties and freedoms: what a modal verb asks of somebody, leaves to him, or announces.
extension VerbJudge {
    func duty(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
        // "We need to stop the ring first": what the code has to do.
        if group.power == .need, speaksForCode(group, segment) { return (.obligation, .duty) }
        if isAuthor(group) || group.power == .need && isHedged(group) { return (.informative, .author) }
        // "It must be said that …"
        if group.isPassive, subject(group)?.is(.it) ?? false, follows(group, .that),
            head(group).isForm(of: .note) || head(group).has(.opinion) && !head(group).has([.relying, .ensuring])
        {
            return (.informative, .author)
        }
        // "must not forget to free it"
        if isNegated, head(group).isForm(of: .forget) { return (.obligation, .duty) }
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

    func isSometimes(_ word: Token) -> Bool {
        word.is(.usually) || word.is(.typically) || word.is(.normally) || word.is(.generally)
            || word.is(.sometimes) || word.is(.often) || word.is(.traditionally)
    }

    func should(_ group: VerbGroup) -> Finding {
        if isAuthor(group) { return (.informative, .author) }
        if head(group).isForm(of: .note) { return (.informative, .reference) }
        return (.recommendation, .advice)
    }

    func freedom(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
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
        if isHedged(group) || isOfFuture(group) { return (.informative, .possibility) }
        if isBounded(group, segment) { return (.obligation, .bound) }
        if isNegated {
            // "No thread may be in a call to it."
            if group.subjectNegated, group.power == .may, !group.isCopula || after(group)?.tag == .preposition {
                return (.prohibition, .noFreedom)
            }
            // "Nobody can tell."
            if subject(group)?.is(.nobody) ?? false {
                return verb.has(.relying) ? (.prohibition, .cannotRely) : (.informative, .possibility)
            }
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
            if group.power == .may {
                return group.isCopula && !isBarred(group)
                    ? (.informative, .possibility) : (.prohibition, .noFreedom)
            }
            if group.isCopula, group.isNever { return (.guarantee, .impossible) }
            if group.isCopula || subject(group)?.has(.running) ?? false { return (.prohibition, .noFreedom) }
            return (.guarantee, .impossible)
        }
        if group.isOnly || standsOnlyBehind(group),
            group.isPassive || group.isCopula || subjectIsParty(group)
                || group.power == .may && group.inner == .none && !verb.has([.describing, .vague]) && !isSurvey(group)
        {
            return (.obligation, .onlyIf)
        }
        // "can only tell the count"
        if group.isOnly, group.power == .can { return (.guarantee, .willDo) }
        // "may want to"; but "can be used to" is a freedom.
        if group.inner == .tend {
            // "may choose to"
            let isUse = (group.start..<group.end).contains {
                tokens[$0].is(.used) || tokens[$0].tag == .bare && tokens[$0].has(.effect) && $0 != group.head
            }
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
    func isResultReturned(_ group: VerbGroup) -> Bool {
        subject(group)?.has(.result) ?? !follows(group, .to)
    }

    /// "can be found in the samples", "can be downloaded from there": where something is.
    func isPlaced(_ group: VerbGroup) -> Bool {
        let verb = head(group)
        guard verb.isForm(of: .find) || verb.isForm(of: .obtain) || verb.isForm(of: .download) else { return false }
        return follows(group, .in_) || follows(group, .at) || follows(group, .from) || follows(group, .under)
    }

    /// "may or may not be used"
    func isEither(_ group: VerbGroup) -> Bool {
        func repeats(_ or: Int, _ modal: Int) -> Bool {
            token(or)?.is(.or) ?? false && token(modal)?.word == tokens[group.start].word
        }
        return repeats(group.end, group.end + 1) || repeats(group.start - 1, group.start - 2)
    }

    /// "may not be ready", "may not match", "may not yet": it is merely possible.
    func isEpistemic(_ group: VerbGroup) -> Bool {
        guard group.power == .may else { return false }
        // "may be not connected"
        let isInside = (group.start + 1..<group.end).contains {
            tokens[$0].tag == .negation && tokens[$0 - 1].tag == .be
        }
        if isInside || head(group).has(.opinion) && !head(group).has(.relying) { return true }
        if isBarred(group) { return false }
        if group.isCopula { return after(group).map { !$0.has(.value) } ?? true }
        // "You may not be able to", "may not support it"
        if (group.start..<group.end).contains(where: { tokens[$0].has(.possibility) }) { return true }
        for index in group.start..<group.end where tokens[index].is(.yet) || tokens[index].is(.always) { return true }
        let verb = head(group)
        // "The caller may not have a ring."
        if verb.has([.have, .describing]), !verb.has(.effect), !group.isPassive { return true }
        if subjectIsParty(group) || group.isPassive || subject(group) == nil || verb.has(.blocking) { return false }
        return verb.has([.opinion, .consequence, .intransitive]) || verb.has(.describing) && !verb.has(.effect)
            || !verb.has([.effect, .blocking, .vague, .guarding])
    }

    /// "may be changed in the future"
    func isOfFuture(_ group: VerbGroup) -> Bool {
        (group.end..<min(range.upperBound, group.end + 8)).contains {
            tokens[$0].is(.future) && tokens[$0].tag == .noun
        }
    }

    /// "may be called only if", "may be taken only once": what is free ends at an "only" right behind the verb's phrase.
    func standsOnlyBehind(_ group: VerbGroup) -> Bool {
        for at in group.end..<max(group.end, min(range.upperBound, group.end + 10)) {
            switch tokens[at].tag {
            case .mark, .subordinator, .relative, .infinitive, .verb, .bare, .ing, .be, .modal, .have: return false
            default: break
            }
            guard tokens[at].is(.only), let next = token(at + 1) else { continue }
            return next.tag == .subordinator || next.tag == .preposition || next.has(.number)
        }
        return false
    }

    /// "may not be smaller than it"; of a parameter, "may not be the last slot": what it has not to be.
    func isBarred(_ group: VerbGroup) -> Bool {
        guard group.isCopula, let complement = after(group) else { return false }
        if token(placeAfter(group) + 1)?.is(.than) ?? false { return true }
        return context.describesFunctionParameter && complement.tag == .determiner
    }

    /// "can hold at most 3", "may take no more than 2": what is free within a bound has to stay within it.
    func isBounded(_ group: VerbGroup, _ segment: Segment) -> Bool {
        // "At most 4 slots may be held.", "No more than one can be empty."
        if segment.kind.stands, segment.start + 1 < group.start, group.isPassive || group.isCopula {
            let (first, second) = (tokens[segment.start], tokens[segment.start + 1])
            if first.is(.at) && second.is(.most) { return true }
            if first.is(.no), second.is(.more), tokens[segment.start + 2].is(.than) { return true }
        }
        guard subjectIsParty(group) || group.isPassive, group.isNegated == group.subjectNegated else { return false }
        var at = group.end
        while at + 1 < range.upperBound, at < group.end + 4, tokens[at].isWord {
            if tokens[at].is(.at), tokens[at + 1].is(.most) { return true }
            if tokens[at].is(.no), tokens[at + 1].is(.more) { return true }
            at += 1
        }
        return false
    }

    func will(_ group: VerbGroup, _ isNegated: Bool, _ segment: Segment) -> Finding {
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
    func speaksForCode(_ group: VerbGroup, _ segment: Segment) -> Bool {
        let verb = head(group)
        return context.kind != .markdown && segment.kind.stands && !context.isMember && !group.isPast
            && !group.isPerfect && !group.isPassive && verb.has(.effect)
            && !verb.has([.describing, .opinion, .blocking]) && !isHedged(group)
            && subject(group)?.is(.we) ?? false
    }
}
