import KernelDoc

/// Who has to keep a clause: the subject, the agent ("by the driver"), or whoever the section speaks to.
struct BearerFinder {
    private let implementer: Int
    private let caller: Int
    private let userspace: Int
    private let framework: Int
    private let places: Places
    /// The last party that was a subject in this block, for "it" and "they".
    private var lastParty = -1
    /// The block has spoken of callers so far.
    private var speaksOfCallers = false
    /// The paragraph, what leads into the list, or the section of the book has told of what is done at a place that userspace
    /// reaches, and no function has been named since.
    private var speaksToUserspace = false
    /// An earlier paragraph of the block did, and none since has named a function: what is left free goes on being userspace's.
    private var toldOfUserspace = false
    /// The function implements a callback, as its purpose says: "ring_ops.take implementation".
    private var implementsCallback = false

    init(grammar: Grammar) {
        implementer = grammar.party(.implementer)
        caller = grammar.party(.caller)
        userspace = grammar.party(.userspace)
        framework = grammar.party(.framework)
        places = grammar.places
    }

    /// Begins a block, after the one before (-1 for none).
    mutating func enter(_ block: Int, after previous: Int, of blocks: UnsafeBufferPointer<Prose.Block>) {
        let goesOn =
            previous >= 0 && blocks[previous].symbol == blocks[block].symbol
            && blocks[previous].member == blocks[block].member && blocks[previous].title == blocks[block].title
        if goesOn { return }
        lastParty = -1
        speaksOfCallers = false
        speaksToUserspace = false
        toldOfUserspace = false
        if previous < 0 || blocks[previous].symbol != blocks[block].symbol { implementsCallback = false }
    }

    /// Begins a unit: beside code a paragraph speaks to userspace by itself, and a list goes on with what leads into it; a
    /// book goes on to the end of its section.
    mutating func enter(_ role: Prose.Role, of kind: Prose.Block.Kind) {
        guard role != .listItem, kind != .markdown else { return }
        if speaksToUserspace { toldOfUserspace = true }
        speaksToUserspace = false
    }

    /// Takes note of whom a sentence speaks, whoever is the subject of its verbs.
    mutating func hear(_ sentence: Range<Int>, _ reader: borrowing SentenceReader, _ context: UnitContext) {
        if context.kind == .doc, !speaksOfCallers {
            speaksOfCallers = sentence.contains { Int(reader.tokens[$0].party) - 1 == caller }
        }
        if toldOfUserspace || speaksToUserspace,
            sentence.contains(where: { reader.tokens[$0].shape.contains(.called) })
        {
            toldOfUserspace = false
            speaksToUserspace = false
        }
        if context.role == .purpose, context.describesFunction, namesImplementation(sentence, reader) {
            implementsCallback = true
        }
    }

    /// "ring_ops.take implementation", "ring_take callback": a name and what it is, and nothing else.
    private func namesImplementation(_ sentence: Range<Int>, _ reader: borrowing SentenceReader) -> Bool {
        let start = sentence.lowerBound
        guard sentence.count == 2 || sentence.count == 3 && reader.tokens[start + 2].mark == .period,
            reader.tokens[start].tag == .symbol
        else { return false }
        let kind = reader.tokens[start + 1]
        return kind.has(.implemented) || Int(kind.party) - 1 == implementer
    }

    /// A party, as an index into the parties or -1, and how it was found.
    typealias Found = (party: Int, bearing: Bearing)

    /// The bearer of a clause.
    mutating func bearer(
        _ judgement: Judgement, _ reader: borrowing SentenceReader, _ text: Range<Int>, _ context: UnitContext
    ) -> Found {
        guard judgement.modality != .informative else { return (-1, .nobody) }
        let group = judgement.group >= 0 ? reader.groups[judgement.group] : nil
        if var named = named(judgement, group, reader, text, context) {
            // Who calls what userspace sees stands there, and so do users that set something in sysfs.
            if named.party == caller,
                context.isUserspaceInterface
                    || judgement.modality == .permission && named.bearing == .subject
                        && places.areNamed(reader.tokens, text)
            {
                named.party = userspace
            }
            if named.party == caller { speaksOfCallers = true }
            // "Called by the driver": who promises when is not who is spoken of.
            if named.bearing != .caller { lastParty = named.party }
            return named
        }
        switch judgement.modality {
        case .guarantee:
            if context.role == .listItem, context.leadInParty >= 0,
                group.map({ $0.mood == .elided || $0.mood == .imperative }) ?? false
            {
                return (context.leadInParty, .leadIn)
            }
            if judgement.border == .calledFrom || judgement.border == .heldAtCall { return (framework, .caller) }
            // "hook run on removal": what is done with a callback, not what it does
            if context.isCallback, group == nil, judgement.match >= 0 { return (framework, .caller) }
            return whatItDoes(context)
        case .outcome: return whatItDoes(context)
        case .undefined:
            if !context.isUserspaceInterface, deniesGuarantee(judgement, group, reader) { return (framework, .does) }
            return addressee(context, isCallbackAware: false)
        default: return unnamed(judgement, group, reader, text, context)
        }
    }

    /// Who keeps a duty, a piece of advice or a freedom whose words name nobody.
    private mutating func unnamed(
        _ judgement: Judgement, _ group: VerbGroup?, _ reader: borrowing SentenceReader, _ text: Range<Int>,
        _ context: UnitContext
    ) -> Found {
        // An "(optional)" member is left out, or not, by whoever fills in the structure.
        if judgement.modality == .permission, group == nil, judgement.match >= 0, context.isStructureMember {
            return (implementer, .member)
        }
        // "We need to stop it": the code speaks of itself.
        if let group, group.subject >= 0, reader.tokens[group.subject].is(.we) { return (framework, .does) }
        // "There must always be a spare slot": nobody can be asked for it but who looks after it; for a call, who makes
        // it.
        if let group, group.subject >= 0, reader.tokens[group.subject].is(.there), group.power != .none,
            !isOfCall(group, reader, text)
        {
            return whatItDoes(context)
        }
        // "can be set in sysfs"
        if let group, !context.isCallback, judgement.modality == .permission || group.mood == .imperative,
            !reader.tokens[group.head].has(.calling),
            places.areReached(reader.tokens, text) || places.isNamed(reader.tokens, by: group.subject)
        {
            speaksToUserspace = true
            return (userspace, .place)
        }
        // "The take needs to succeed" is asked of whoever implements it.
        if let group, reader.tokens[group.head].has(.failing) { return (implementer, .succeeds) }
        // "Call ring_take() first."
        if let group, !group.isPassive, reader.tokens[group.head].has(.calling) { speaksOfCallers = true }
        // Of a function it is left free to who calls it, whatever else has been told of its module.
        if toldOfUserspace, judgement.modality == .permission, !context.isCallback, !context.describesFunction {
            return (userspace, .userspace)
        }
        return addressee(context, isCallbackAware: true, ofValue: concernsValue(judgement, group, reader))
    }

    /// It asks what somebody or something has to be, and not who may use it, holds it, or calls.
    private func concernsValue(
        _ judgement: Judgement, _ group: VerbGroup?, _ reader: borrowing SentenceReader
    ) -> Bool {
        guard judgement.modality == .obligation || judgement.modality == .recommendation else { return false }
        guard let group else { return true }
        let verb = reader.tokens[group.head]
        return !verb.isForm(of: .hold) && !verb.isForm(of: .use) && !verb.has([.guarding, .calling])
    }

    private func whatItDoes(_ context: UnitContext) -> Found {
        if context.isCallback { return (implementer, .callback) }
        if context.describesFunction, implementsCallback { return (implementer, .implementation) }
        return context.isDriverBook ? (implementer, .driverBook) : (framework, .does)
    }

    /// "There must be one call to ring_put()", "There must be a ring_put() for every ring_get()"
    private func isOfCall(_ group: VerbGroup, _ reader: borrowing SentenceReader, _ text: Range<Int>) -> Bool {
        for index in group.end..<max(group.end, min(text.upperBound, group.end + 6)) {
            let token = reader.tokens[index]
            if token.shape.contains(.called) { return true }
            switch token.tag {
            case .noun: if token.isForm(of: .call) { return true }
            case .adjective, .adverb, .determiner, .number, .participle: break
            default: guard token.has(.number) || token.is(.more) || token.is(.than) else { return false }
            }
        }
        return false
    }

    /// "There is no guarantee that …": nobody promises it, where other results are undefined for those who misuse
    /// something.
    private func deniesGuarantee(
        _ judgement: Judgement, _ group: VerbGroup?, _ reader: borrowing SentenceReader
    ) -> Bool {
        if let group, group.power == .guaranteed { return true }
        guard judgement.match >= 0 else { return false }
        let match = reader.matches[judgement.match]
        return (match.start..<match.end).contains { reader.tokens[$0].isForm(of: .guarantee) }
    }

    /// A party that is named as the one who acts.
    private func named(
        _ judgement: Judgement, _ group: VerbGroup?, _ reader: borrowing SentenceReader, _ text: Range<Int>,
        _ context: UnitContext
    ) -> Found? {
        if let group, let found = actor(judgement, group, reader, text, context) { return found }
        return around(judgement, group, reader, text)
    }

    /// The party that the verb's subject or agent names, or that it goes on with.
    private func actor(
        _ judgement: Judgement, _ group: VerbGroup, _ reader: borrowing SentenceReader, _ text: Range<Int>,
        _ context: UnitContext
    ) -> Found? {
        // "The ring driver can be used to take slots": asks nothing of the driver.
        if group.end - group.start > 3, isUsedFor(group, reader) { return nil }
        let isAgentive = !group.isPassive
        if group.party >= 0, isAgentive || asksSubject(judgement, group, reader) { return (group.party, .subject) }
        if group.isPassive, let agent = agent(group, reader, text) {
            // "This function may be called by drivers": in that they are its callers.
            if agent == implementer, isCallOfFunction(judgement, group, reader, context) { return (caller, .agent) }
            // "called from the driver's setup": the framework promises when.
            let isCalled =
                reader.tokens[group.head].has(.calling) && (context.isCallback || judgement.border == .calledFrom)
            return isCalled ? (framework, .caller) : (agent, .agent)
        }
        if group.isPassive, group.party < 0, isDoneByDoing(group, reader, text, context) {
            return (context.isUserspaceInterface ? userspace : caller, .maker)
        }
        if group.isPassive, group.party < 0, context.isCallback, reader.tokens[group.head].has(.calling) {
            return (framework, .caller)
        }
        if group.power != .none, group.subject >= 0, let doer = functionThatActs(judgement, group, reader, context) {
            return doer
        }
        // "the driver is attached": what is done to it the framework does.
        if group.party >= 0, !group.isPassive || group.isCopula { return (group.party, .subject) }
        // "Once the caller is done, it …"
        if let party = partyBefore(group, reader) { return (party, .pronoun) }
        // "they", "it": the party last spoken of.
        if group.subject >= 0, lastParty >= 0,
            reader.tokens[group.subject].is(.they)
                || reader.tokens[group.subject].is(.it) && lastParty != framework && !group.isPassive && !group.isCopula
                    && !context.describesFunction && group.power != .guaranteed
        {
            return (lastParty, .pronoun)
        }
        // "It must take a slot": the function, where no party is spoken of; but "It is not recommended to take a slot".
        guard group.subject >= 0, context.describesFunction, reader.tokens[group.subject].is(.it),
            isAsked(judgement, group)
        else { return nil }
        switch group.power {
        case .must, .shall, .should, .need, .needNot: return whatItDoes(context)
        default: return nil
        }
    }

    /// "can be used to take"
    private func isUsedFor(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        (group.start..<group.head).contains { reader.tokens[$0].is(.used) }
    }

    /// "Drivers may be written so that …"; but "the drivers' slots must be freed" asks nothing of drivers.
    private func asksSubject(_ judgement: Judgement, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        switch judgement.modality {
        case .prohibition, .obligation, .permission, .recommendation:
            group.subject < 0 || Int(reader.tokens[group.subject].party) - 1 == group.party
        default: false
        }
    }

    /// "should be called by drivers", "may only be used by drivers", of the documented function.
    private func isCallOfFunction(
        _ judgement: Judgement, _ group: VerbGroup, _ reader: borrowing SentenceReader, _ context: UnitContext
    ) -> Bool {
        let verb = reader.tokens[group.head]
        guard judgement.modality != .guarantee, context.describesFunction, !implementsCallback,
            verb.has(.calling) || verb.isForm(of: .use)
        else { return false }
        guard group.subject >= 0 else { return true }
        let subject = reader.tokens[group.subject]
        return subject.is(.this) || subject.is(.it) || subject.isForm(of: .function) || subject.isForm(of: .routine)
    }

    /// A function that is asked for something: the one that is documented, or one that somebody implements.
    private func functionThatActs(
        _ judgement: Judgement, _ group: VerbGroup, _ reader: borrowing SentenceReader, _ context: UnitContext
    ) -> Found? {
        let subject = reader.tokens[group.subject]
        if subject.has(.implemented) {
            // "The callback must not sleep", "must be implemented"; but "must be registered first", "can be NULL".
            let verb = reader.tokens[group.head]
            let isLeft = verb.isForm(of: .implement) || verb.isForm(of: .provide) || verb.isForm(of: .omit)
            let isItsOwn = group.isPassive ? isLeft && judgement.modality != .guarantee : !isFreeToBe(judgement, group)
            return isItsOwn ? (implementer, .subject) : nil
        }
        guard isAsked(judgement, group) else { return nil }
        let names = subject.isForm(of: .function) || subject.isForm(of: .routine)
        let before = group.subject > 0 ? reader.tokens[group.subject - 1] : subject
        // "This function must …"
        if names, before.tag == .determiner { return context.describesFunction ? whatItDoes(context) : nil }
        // "The take_slot function must …", "take_slot() should return 0"
        if names { return (implementer, .subject) }
        return subject.tag == .symbol && reader.tokens[group.head].has(.returning) ? (implementer, .subject) : nil
    }

    /// "can be NULL"
    private func isFreeToBe(_ judgement: Judgement, _ group: VerbGroup) -> Bool {
        group.isCopula && judgement.modality == .permission
    }

    /// Something is asked of the verb's subject, which does it.
    private func isAsked(_ judgement: Judgement, _ group: VerbGroup) -> Bool {
        guard !group.isPassive, !group.isCopula, group.power != .none else { return false }
        switch judgement.modality {
        case .obligation, .prohibition, .recommendation: return true
        case .permission: return group.power == .need || group.power == .needNot
        default: return false
        }
    }

    /// The party that stands in or beside the phrase that decided: "the caller's responsibility", "required of the driver".
    private func around(
        _ judgement: Judgement, _ group: VerbGroup?, _ reader: borrowing SentenceReader, _ text: Range<Int>
    ) -> Found? {
        guard judgement.match >= 0, judgement.modality != .guarantee || group == nil else { return nil }
        let match = reader.matches[judgement.match]
        guard match.start < text.upperBound, match.end > text.lowerBound else { return nil }
        // "mandatory callback"
        if group == nil, judgement.modality != .guarantee,
            (match.start..<match.end).contains(where: { reader.tokens[$0].has(.implemented) })
        {
            return (implementer, .phrase)
        }
        let around = max(text.lowerBound, match.start - 4)..<min(text.upperBound, match.end + 4)
        for index in around where reader.tokens[index].party != 0 {
            // "It is possible to debug the kernel": not the kernel's freedom; "possible for the kernel" is.
            if judgement.modality == .permission, index >= match.end, !reader.tokens[match.end - 1].is(.for_),
                !(match.end..<index).contains(where: { reader.tokens[$0].tag == .preposition })
            {
                continue
            }
            return (Int(reader.tokens[index].party) - 1, .phrase)
        }
        return nil
    }

    /// The party that the subject of a condition before names, where "it" or "they" goes on with it.
    private func partyBefore(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Int? {
        guard group.subject >= 0, group.party < 0,
            reader.tokens[group.subject].is(.it) || reader.tokens[group.subject].is(.they)
        else { return nil }
        let before = reader.groups.last {
            $0.start < group.start && $0.party >= 0 && $0.segment != group.segment
        }
        return before?.party
    }

    /// "by the driver", right behind a passive verb.
    private func agent(_ group: VerbGroup, _ reader: borrowing SentenceReader, _ text: Range<Int>) -> Int? {
        var at = group.end
        let end = min(text.upperBound, group.end + 3)
        while at < end, !reader.tokens[at].is(.by), !reader.tokens[at].is(.from) { at += 1 }
        guard at < end else { return nil }
        at += 1
        let last = min(text.upperBound, at + 4)
        while at < last, reader.tokens[at].isWord, reader.tokens[at].tag != .preposition,
            reader.tokens[at].tag != .subordinator
        {
            if reader.tokens[at].party != 0 {
                // "by a module parameter"
                return places.areNamed(reader.tokens, at..<min(at + 2, last)) ? nil : Int(reader.tokens[at].party) - 1
            }
            if reader.tokens[at].tag == .ing { return nil }
            at += 1
        }
        return nil
    }

    /// "is ended by calling x()", "by framing the access with calls to x()", in running text "is ended using x()":
    /// whoever makes the call does it.
    private func isDoneByDoing(
        _ group: VerbGroup, _ reader: borrowing SentenceReader, _ text: Range<Int>, _ context: UnitContext
    ) -> Bool {
        guard group.end + 1 < text.upperBound else { return false }
        if reader.tokens[group.end].is(.by) {
            guard reader.tokens[group.end + 1].tag == .ing else { return false }
            return (group.end + 1..<min(text.upperBound, group.end + 10)).contains {
                reader.tokens[$0].isForm(of: .call) || reader.tokens[$0].shape.contains(.called)
            }
        }
        guard context.kind == .doc || context.kind == .markdown else { return false }
        return (group.end..<min(text.upperBound - 1, group.end + 6)).contains {
            reader.tokens[$0].tag == .ing && reader.tokens[$0].isForm(of: .use)
                && reader.tokens[$0 + 1].shape.contains(.called)
        }
    }

    private func addressee(_ context: UnitContext, isCallbackAware: Bool, ofValue: Bool = false) -> Found {
        if context.leadInParty >= 0, context.leadIn != nil || context.leadsSteps {
            return (context.leadInParty, .leadIn)
        }
        if context.isUserspaceInterface || speaksToUserspace || lastParty == userspace {
            return (userspace, .userspace)
        }
        if context.isCallback, isCallbackAware { return (implementer, .callback) }
        // What a member has to be is for whoever fills in the structure.
        if ofValue, context.isStructureMember { return (implementer, .memberValue) }
        // An overview is written for those who write drivers, unless it speaks of those who call them.
        return context.kind == .doc && !speaksOfCallers ? (implementer, .overview) : (caller, .addressee)
    }
}
