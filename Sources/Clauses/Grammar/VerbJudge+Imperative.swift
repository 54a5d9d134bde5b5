/// Imperatives: they ask, or, in the description of an interface, tell what it does.
extension VerbJudge {
    /// The first step that knows decides.
    func imperative(_ group: VerbGroup, _ isNegated: Bool) -> Finding {
        if isNegated { return negatedImperative(group) }
        return request(group)
            ?? listed(group)
            ?? result(group)
            ?? ofInterface(group)
            ?? spoken(group)
    }

    private func negatedImperative(_ group: VerbGroup) -> Finding {
        let verb = head(group)
        if verb.isForm(of: .forget) { return (.obligation, .instruction) }
        // "Never use it."
        if group.isNever, opensSentence(group), verb.has([.effect, .addressing, .relying]), !verb.has(.returning),
            !verb.has(.adjective) || after(group)?.tag == .determiner
        {
            return (.prohibition, .prohibitionImperative)
        }
        // "Do not wait": what happens at the value; "do not use" asks.
        if context.isMember, context.kind == .enum, !speaksToReader(group) { return (.guarantee, .effect) }
        return group.start < group.head || tokens[group.start].has(.negation)
            ? (.prohibition, .prohibitionImperative) : (.guarantee, .effect)
    }

    /// "Please stop it.", "Take care not to drop it.", "See there.": its words settle it wherever it stands.
    private func request(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        if verb.is(.see) || verb.is(.note) || verb.is(.refer) || namesAddress(group) {
            return (.informative, .reference)
        }
        // "Let us look at it."
        if verb.isForm(of: .let), token(group.end)?.has(.author) ?? false { return (.informative, .author) }
        if token(group.start - 1)?.is(.please) ?? false, verb.has([.effect, .addressing, .vague]), !verb.has(.opinion),
            !verb.is(.avoid), !verb.is(.prefer)
        {
            return (.obligation, .instruction)
        }
        // "Try again."
        if verb.is(.try_), after(group)?.is(.again) ?? false { return (.obligation, .instruction) }
        // "Take care not to drop it."
        if let next = after(group), next.is(.care), let what = token(placeAfter(group) + 1),
            what.tag == .infinitive || what.tag == .negation || what.is(.that)
        {
            return what.tag == .negation ? (.prohibition, .prohibitionImperative) : (.obligation, .instruction)
        }
        if verb.isForm(of: .allow) || verb.isForm(of: .permit), token(group.start - 1)?.tag != .subordinator {
            return (.permission, .allowed)
        }
        return nil
    }

    /// "Check https://kernel.org for more.", "Get the tool from https://kernel.org."; but "Set the bit, as https://kernel.org
    /// says", "Set the bit described at https://kernel.org": there the address only tells more of what is to be done.
    private func namesAddress(_ group: VerbGroup) -> Bool {
        for index in group.end..<max(group.end, min(range.upperBound, group.end + 12)) {
            let token = tokens[index]
            if token.word == 0, token.has(.document) { return true }
            switch token.tag {
            case .noun, .adjective, .determiner, .preposition, .symbol: continue
            default: return false
            }
        }
        return false
    }

    /// Titles, terms, steps, values: what the form of the text around it makes of it.
    private func listed(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        if isHeading(group) || isTerm(group) { return (.informative, .name) }
        // "Deprecated, use the other instead.", "Do not free it; drop it with ring_put() instead."
        if verb.isForm(of: .use) || verb.has(.effect) && tokens[range.lowerBound].tag == .auxiliaryDo, endsInInstead {
            return (.obligation, .instruction)
        }
        if context.leadsSteps, context.role == .listItem, !context.describesFunction, !context.isCallback {
            return (.obligation, .step)
        }
        return tellsOfValue || context.definesTerm ? bareEffect(group) : nil
    }

    /// "Return zero if …"; advice and purposes stand between, since "consider returning zero" is none.
    private func result(_ group: VerbGroup) -> Finding? {
        let verb = head(group)
        if verb.has(.returning), follows(group, [.value, .errorCode, .number], within: 2) {
            return (.outcome, .returnsValue)
        }
        if verb.is(.consider), after(group).map({ $0.tag != .ing }) ?? true { return (.informative, .opinion) }
        if verb.is(.prefer) || verb.is(.avoid) || verb.is(.consider) { return (.recommendation, .advice) }
        if context.role == .purpose { return bareEffect(group) }
        if verb.has(.returning), context.describesFunction || context.isCallback || tellsResult(group) {
            return (.outcome, .returnsValue)
        }
        return nil
    }

    /// What is described does it, unless the words ask somebody for it.
    private func ofInterface(_ group: VerbGroup) -> Finding? {
        if context.describesFunction || context.isCallback || context.isModuleParameter {
            return speaksToReader(group) && !isOwnStep(group) ? (.obligation, .instruction) : bareEffect(group)
        }
        if context.isMember { return ofMember(group) }
        switch context.kind {
        case .struct, .union, .enum, .typedef:
            // "Define a structure for the ring": what it is.
            let isMeant = speaksToReader(group) && !head(group).isForm(of: .define)
            return isMeant || concernsThis(group)
                ? (.obligation, .instruction) : (.informative, .describes)
        default: return nil
        }
    }

    private func ofMember(_ group: VerbGroup) -> Finding {
        let verb = head(group)
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

    /// In running text it asks.
    private func spoken(_ group: VerbGroup) -> Finding {
        let verb = head(group)
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
        if hasPurposeBefore(group) || precedesOwnCall(group) { return true }
        // "Use ring_put() to free it."; but "find the ring and use ring_put() to free it" goes on telling.
        if verb.isForm(of: .use) {
            return !tellsMeans(group)
                || after(group)?.shape.contains(.called) ?? false && token(group.start - 1)?.tag != .conjunction
        }
        // "Let it be"; but "post it and let the readers know"
        if verb.is(.let) { return after(group)?.tag == .pronoun }
        if verb.is(.make), let next = after(group), next.is(.sure) { return true }
        if verb.isForm(of: .call) {
            // "Call back after each"
            return token(group.end).map {
                $0.is(.this) || $0.is(.it) || $0.is(.these) || $0.is(.with) || $0.is(.without) || $0.is(.under)
                    || $0.is(.from) || $0.is(.before) || $0.is(.after) || $0.is(.when) || $0.is(.only)
                    || $0.is(.in_) && asksForState(group) || $0.shape.contains(.called) && endsInUse(group)
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

    /// "Hold the lock before calling this function": whoever makes the call. "Before calling this hook" tells of another.
    private func precedesOwnCall(_ group: VerbGroup) -> Bool {
        guard opensSentence(group), group.end < range.upperBound else { return false }
        return (group.end..<range.upperBound).contains {
            guard tokens[$0].is(.before) || tokens[$0].is(.after), let call = token($0 + 1), call.tag == .ing,
                call.has(.calling), token($0 + 2)?.is(.this) ?? false
            else { return false }
            guard let noun = token($0 + 3), noun.isWord else { return true }
            return noun.is(.function) || noun.is(.routine)
        }
    }

    /// "If we have a size, use it": the code, for which "we" stands, tells what it does itself.
    private func isOwnStep(_ group: VerbGroup) -> Bool {
        tokens[range.lowerBound].tag == .subordinator
            && (range.lowerBound..<group.start).contains { tokens[$0].is(.we) && tokens[$0].tag == .pronoun }
    }

    /// "Call ring_put() when done", "… after use", "… once finished": when its reader is through with it.
    private func endsInUse(_ group: VerbGroup) -> Bool {
        (group.end..<range.upperBound).contains {
            guard tokens[$0].is(.when) || tokens[$0].is(.once) || tokens[$0].is(.after), let next = token($0 + 1) else {
                return false
            }
            return next.isForm(of: .do_) || next.isForm(of: .finish) || next.isForm(of: .use) || next.is(.that)
        }
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
}
