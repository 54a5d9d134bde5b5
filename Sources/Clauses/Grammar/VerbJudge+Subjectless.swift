/// Verbs without a subject: imperatives, third persons and participles that begin their clause.
extension VerbJudge {
    func imperative(_ group: VerbGroup, _ isNegated: Bool) -> Finding {
        let verb = head(group)
        if isNegated {
            if verb.isForm(of: .forget) { return (.obligation, .instruction) }
            // "Never use it."
            if group.isNever, opensSentence(group), verb.has([.effect, .addressing]), !verb.has(.returning),
                !verb.has(.adjective) || after(group)?.tag == .determiner
            {
                return (.prohibition, .prohibitionImperative)
            }
            // "Do not wait": what happens at the value; "do not use" asks.
            if context.isMember, context.kind == .enum, !speaksToReader(group) { return (.guarantee, .effect) }
            return group.start < group.head || tokens[group.start].has(.negation)
                ? (.prohibition, .prohibitionImperative) : (.guarantee, .effect)
        }
        if verb.is(.see) || verb.is(.note) || verb.is(.refer) { return (.informative, .reference) }
        if token(group.start - 1)?.is(.please) ?? false, verb.has([.effect, .addressing, .vague]), !verb.has(.opinion),
            !verb.is(.avoid), !verb.is(.prefer)
        {
            return (.obligation, .instruction)
        }
        // "Take care not to drop it."
        if let next = after(group), next.is(.care), let what = token(placeAfter(group) + 1),
            what.tag == .infinitive || what.tag == .negation || what.is(.that)
        {
            return what.tag == .negation ? (.prohibition, .prohibitionImperative) : (.obligation, .instruction)
        }
        if verb.isForm(of: .allow) || verb.isForm(of: .permit), token(group.start - 1)?.tag != .subordinator {
            return (.permission, .allowed)
        }
        if isHeading(group) || isTerm(group) { return (.informative, .name) }
        // "Deprecated, use the other instead.", "Do not free it; drop it with ring_put() instead."
        if verb.isForm(of: .use) || verb.has(.effect) && tokens[range.lowerBound].tag == .auxiliaryDo, endsInInstead {
            return (.obligation, .instruction)
        }
        if context.leadsSteps, context.role == .listItem, !context.describesFunction, !context.isCallback {
            return (.obligation, .step)
        }
        if tellsOfValue || context.definesTerm { return bareEffect(group) }
        // "Return zero if …"
        if verb.has(.returning), follows(group, [.value, .errorCode], within: 2) { return (.outcome, .returnsValue) }
        if verb.is(.consider), after(group).map({ $0.tag != .ing }) ?? true { return (.informative, .opinion) }
        if verb.is(.prefer) || verb.is(.avoid) || verb.is(.consider) { return (.recommendation, .advice) }
        if context.role == .purpose { return bareEffect(group) }
        if verb.has(.returning), context.describesFunction || context.isCallback || tellsResult(group) {
            return (.outcome, .returnsValue)
        }
        if context.describesFunction || context.isCallback || context.isModuleParameter {
            return speaksToReader(group) ? (.obligation, .instruction) : bareEffect(group)
        }
        if context.isMember {
            if context.kind == .enum { return bareEffect(group) }
            // "define the kind of slot": what the member does
            if verb.has(.describing), !context.describesFunctionParameter, !context.isCallback {
                return (.informative, .describes)
            }
            if !context.describesFunctionParameter, verb.has(.effect),
                !verb.has([.addressing, .noun])
                    || takesObject(group) && !verb.has(.addressing) && verb.shape.contains(.capitalised)
            {
                return takesObject(group) ? bareEffect(group) : (.informative, .name)
            }
            // "Return at once if the ring is full", of a flag: what happens when it is set
            if context.describesFunctionParameter, group.start == range.lowerBound, verb.has(.effect),
                !speaksToReader(group), follows(group, .if) || follows(group, .when)
            {
                return (.guarantee, .effect)
            }
            return speaksToReader(group) ? (.obligation, .instruction) : (.informative, .describes)
        }
        if context.kind == .struct || context.kind == .union || context.kind == .enum || context.kind == .typedef {
            return speaksToReader(group) || concernsThis(group)
                ? (.obligation, .instruction) : (.informative, .describes)
        }
        if verb.has(.opinion), !verb.has(.addressing) { return (.informative, .opinion) }
        // "report writes to guest memory", one of a book's list: what something does, where a step is a sentence.
        if context.kind == .markdown, context.role == .listItem, context.leadIn == nil,
            tokens[range.upperBound - 1].mark == .none, !speaksToReader(group)
        {
            return bareEffect(group)
        }
        return (.obligation, .instruction)
    }

    /// Nothing but adverbs and a conjunction stands before it.
    private func opensSentence(_ group: VerbGroup) -> Bool {
        (range.lowerBound..<group.start).allSatisfy {
            switch tokens[$0].tag {
            case .adverb, .negation, .mark: true
            case .conjunction: $0 == range.lowerBound
            default: false
            }
        }
    }

    private var endsInInstead: Bool {
        guard let last = range.last else { return false }
        return tokens[last].is(.instead) || last > range.lowerBound && tokens[last - 1].is(.instead)
    }

    /// Within three words stands what parts a verb's object from a name's next word: "match a slot", but "decode queue".
    private func takesObject(_ group: VerbGroup) -> Bool {
        for at in group.end..<min(range.upperBound, group.end + 3) {
            let word = tokens[at]
            if !word.isWord || word.is(.of) { return false }
            switch word.tag {
            case .determiner, .pronoun, .symbol, .number, .preposition, .adverb, .subordinator, .infinitive: return true
            default: break
            }
        }
        return false
    }

    /// "grow - the ring takes more slots": the word that the rest explains.
    private func isTerm(_ group: VerbGroup) -> Bool {
        group.start == range.lowerBound && group.end == group.start + 1 && token(group.end)?.mark == .dash
            && !head(group).has(.returning)
    }

    /// "Show all slots:" above a command is the title of what follows.
    private func isHeading(_ group: VerbGroup) -> Bool {
        context.kind == .markdown && group.start == range.lowerBound && range.count <= 6
            && !head(group).has([.ensuring, .addressing]) && range.last.map { tokens[$0].mark == .colon } ?? false
    }

    /// "1 - drop all of them": what happens at a value.
    private var tellsOfValue: Bool {
        guard range.count > 3 else { return false }
        let isBit = tokens[range.lowerBound].isForm(of: .bit)
        let value = isBit ? range.lowerBound + 1 : range.lowerBound
        guard tokens[value].has([.number, .value, .symbol]) else { return false }
        switch tokens[value + 1].mark {
        case .dash, .colon, .equals: return true
        default: return false
        }
    }

    /// In a function's description, base forms tell what the function does; a few speak to its caller.
    private func speaksToReader(_ group: VerbGroup) -> Bool {
        let verb = head(group)
        if hasPurposeBefore(group) { return true }
        if verb.isForm(of: .use) { return !tellsMeans(group) }
        // "Let it be"; but "post it and let the readers know"
        if verb.is(.let) { return after(group)?.tag == .pronoun }
        if verb.is(.make), let next = after(group), next.is(.sure) { return true }
        if verb.isForm(of: .call) {
            return after(group).map {
                $0.is(.this) || $0.is(.it) || $0.is(.these) || $0.is(.with) || $0.is(.without) || $0.is(.under)
            } ?? false
        }
        // "Pass NULL to detach it."
        if verb.isForm(of: .pass) { return after(group)?.has(.value) ?? false }
        if verb.is(.be) || verb.is(.remember) || verb.is(.ensure) { return true }
        // "count on it"; but "count the slots"
        if verb.isForm(of: .count) { return follows(group, .on) }
        // "Find and hold the ring" goes on telling.
        if group.start > range.lowerBound, tokens[group.start - 1].tag == .conjunction { return verb.has(.relying) }
        return verb.has(.relying) || verb.has(.addressing) && !verb.has(.effect) && !verb.has(.vague)
    }

    /// "Fill in this structure before …", "Also pass it to …"
    private func concernsThis(_ group: VerbGroup) -> Bool {
        let end = min(range.upperBound, group.end + 2)
        for index in group.end..<max(group.end, end) where tokens[index].is(.this) || tokens[index].is(.it) {
            return head(group).has(.addressing)
        }
        return false
    }

    /// "To stop it, call …": what the reader wants stands first.
    private func hasPurposeBefore(_ group: VerbGroup) -> Bool {
        guard let first = token(range.lowerBound), first.tag == .infinitive, group.start > range.lowerBound + 1 else {
            return false
        }
        return tokens[group.start - 1].mark == .comma
    }

    /// "Use the mailbox to send …" in a function's description tells how it does it; "Use this to …" asks.
    private func tellsMeans(_ group: VerbGroup) -> Bool {
        guard context.describesFunction, !context.isMember, context.section == .none,
            let object = after(group), !object.is(.this), !object.is(.it), !object.is(.these)
        else { return false }
        var at = group.end
        while at < range.upperBound, at < group.end + 8, tokens[at].isWord, tokens[at].tag != .subordinator {
            if tokens[at].tag == .infinitive { return !group.isOnly }
            at += 1
        }
        return false
    }

    /// "add a node", "initialize the ring"
    private func bareEffect(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if verb.has(.returning) { return (.outcome, .returnsValue) }
        if let next = after(group),
            next.is(.whether) || next.is(.if) && (verb.has(.vague) || !verb.has(.effect) || verb.isForm(of: .determine))
        {
            return (.informative, .vague)
        }
        // "indicate in the ring that it is full"
        if verb.is(.indicate), context.describesFunction, group.mood == .imperative { return (.guarantee, .effect) }
        // "take care of it"
        if after(group)?.is(.care) ?? false { return (.informative, .vague) }
        if verb.has(.effect), !verb.has(.vague) { return (.guarantee, .effect) }
        if verb.has(.vague) {
            let isTold =
                tellsHow(group) || doesWhatItNames(group)
                || context.describesFunction && (verb.isForm(of: .provide) || verb.isForm(of: .support))
            return isTold ? (.guarantee, .effect) : (.informative, .vague)
        }
        if verb.has(.describing) { return (.informative, .describes) }
        if verb.has(.guarding) || verb.has(.ensuring) { return (.guarantee, .guards) }
        return (.guarantee, .effect)
    }

    /// "prepare it by collecting all slots"
    private func tellsHow(_ group: VerbGroup) -> Bool {
        var at = group.end
        while at + 1 < range.upperBound, at < group.end + 12, tokens[at].isWord {
            if tokens[at].is(.by), tokens[at + 1].tag == .ing, tokens[at + 1].has(.effect) { return true }
            at += 1
        }
        return false
    }

    func elided(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if context.kind == .struct || context.kind == .enum || context.kind == .union || context.kind == .typedef,
            context.role == .purpose
        {
            return (.informative, .structPurpose)
        }
        // "Lets look at it"
        if verb.isForm(of: .let), token(group.end)?.has(.base) ?? false { return (.informative, .author) }
        if verb.has(.returning), context.describesFunctionParameter, !tellsResult(group) {
            return (.informative, .describes)
        }
        if verb.has(.returning) || verb.has(.failing) { return (.outcome, .returnsValue) }
        // "Takes a slot": its parameter.
        if verb.is(.takes), follows(group, .determiner, within: 2), !takesHold(group) {
            return (.informative, .describes)
        }
        if verb.isForm(of: .allow) || verb.isForm(of: .permit) { return allows(group) }
        if verb.has(.guarding), !verb.has(.effect) || context.isMember { return (.guarantee, .guards) }
        if context.isMember || context.role == .parameter, !context.isCallback {
            // "signals whether …"
            if let next = after(group), next.is(.whether) || next.is(.if) || next.is(.which) || next.is(.how) {
                return (.informative, .describes)
            }
            if verb.has(.effect), !verb.has([.describing, .vague]) { return (.guarantee, .effect) }
            return (.informative, .describes)
        }
        if verb.isForm(of: .require) { return (.obligation, .requiresThat) }
        if verb.has(.opinion), !verb.has(.effect) {
            return verb.has(.relying) ? (.obligation, .requiresThat) : (.informative, .opinion)
        }
        return bareEffect(group)
    }

    /// "Takes a reference", "takes the lock": what the function does, and no parameter of it.
    private func takesHold(_ group: VerbGroup) -> Bool {
        (group.end..<min(range.upperBound, group.end + 3)).contains {
            (tokens[$0].isForm(of: .lock) || tokens[$0].isForm(of: .reference)) && token($0 + 1)?.tag != .noun
        }
    }

    /// Of a parameter, "returns slot" names it; "Returns the next slot" behind it is the function's result.
    private func tellsResult(_ group: VerbGroup) -> Bool {
        context.describesFunctionParameter && after(group)?.tag == .determiner
    }

    func participle(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if isHedged(group) { return (.informative, .survey) }
        if verb.has(.calling), verb.is(.called) || !verb.has(.noun) {
            if isUnderLock(group) { return (context.isCallback ? .guarantee : .obligation, .heldAtCall) }
            return follows(group, [.participle], within: 8) && heldFollows(group) || isWithoutLocks(group)
                ? (context.isCallback || context.kind == .struct ? .guarantee : .obligation, .heldAtCall)
                : (.guarantee, .calledFrom)
        }
        if verb.is(.used), follows(group, .by) || follows(group, .from) && token(group.end + 1)?.tag == .symbol,
            !context.isMember || context.isCallback
        {
            return (.guarantee, .calledFrom)
        }
        if verb.is(.used) || verb.isForm(of: .need) { return (.informative, .usedFor) }
        // "Changed by the call", "Not changed on an error": what happens to a parameter.
        if context.describesFunctionParameter, verb.has(.effect), group.start <= range.lowerBound + 1,
            group.isNegated || follows(group, .by) && follows(group, [.thing, .symbol], within: 4)
        {
            return (.guarantee, .effect)
        }
        if befallsMember(group) { return (.guarantee, .effect) }
        if verb.has(.returning) { return context.isMember ? (.informative, .describes) : (.outcome, .returnsValue) }
        // "Released by calling ring_put()."
        if verb.has(.effect), group.start == range.lowerBound, follows(group, .by), token(group.end + 1)?.tag == .ing,
            token(group.end + 2)?.shape.contains(.called) ?? false
        {
            return (.guarantee, .effect)
        }
        return (.informative, .describes)
    }

    /// "Cleared by the core when the ring stops", "Incremented on every slot", "set to true after it ends"
    private func befallsMember(_ group: VerbGroup) -> Bool {
        guard context.isMember, context.kind != .enum, group.start == range.lowerBound, let next = token(group.end),
            head(group).has(.effect), !head(group).has([.describing, .vague])
        else { return false }
        let near = group.end..<max(group.end, min(range.upperBound, group.end + 4))
        if next.is(.by) {
            return near.contains {
                grammar.roles.isFramework(Int(tokens[$0].party) - 1) || tokens[$0].has([.thing, .symbol])
            }
        }
        if next.is(.on) { return token(group.end + 1).map { $0.is(.every) || $0.is(.each) || $0.is(.error) } ?? false }
        func isTime(_ token: Token) -> Bool {
            token.is(.when) || token.is(.once) || token.is(.after) || token.is(.before) || token.is(.until)
        }
        return isTime(next) || next.is(.to) && near.contains { isTime(tokens[$0]) }
    }

    /// "called under the list lock", "with the mutex held"
    func isUnderLock(_ group: VerbGroup) -> Bool {
        guard let link = token(group.end), link.is(.with) || link.is(.under) else { return false }
        for at in group.end + 1..<max(group.end + 1, min(range.upperBound, group.end + 9)) {
            guard tokens[at].isWord || tokens[at].mark == .quote else { return false }
            if tokens[at].is(.held) || tokens[at].is(.holding) || link.is(.under) && tokens[at].isForm(of: .lock) {
                return true
            }
        }
        return false
    }

    /// "Called without locks."
    private func isWithoutLocks(_ group: VerbGroup) -> Bool {
        guard group.end < range.upperBound, tokens[group.end].is(.without) else { return false }
        return (group.end + 1..<min(range.upperBound, group.end + 5)).contains { tokens[$0].isForm(of: .lock) }
    }

    private func heldFollows(_ group: VerbGroup) -> Bool {
        var at = group.end
        let end = min(range.upperBound, group.end + 10)
        while at < end {
            if tokens[at].is(.held) || tokens[at].is(.holding) { return true }
            at += 1
        }
        return false
    }
}
