import KernelDoc

/// Who has to keep a clause: the subject, the agent ("by the driver"), or whoever the section speaks to.
struct BearerFinder {
    private let implementer: Int
    private let caller: Int
    private let userspace: Int
    private let framework: Int
    /// The last party that was a subject in this block, for "it" and "they".
    private var lastParty = -1

    init(grammar: Grammar) {
        implementer = grammar.party(.implementer)
        caller = grammar.party(.caller)
        userspace = grammar.party(.userspace)
        framework = grammar.party(.framework)
    }

    /// Begins a block, after the one before (-1 for none).
    mutating func enter(_ block: Int, after previous: Int, of blocks: UnsafeBufferPointer<Prose.Block>) {
        let goesOn =
            previous >= 0 && blocks[previous].symbol == blocks[block].symbol
            && blocks[previous].member == blocks[block].member && blocks[previous].title == blocks[block].title
        if !goesOn { lastParty = -1 }
    }

    /// A party, as an index into the parties or -1, and how it was found.
    typealias Found = (party: Int, bearing: Bearing)

    /// The bearer of a clause.
    mutating func bearer(
        _ verdict: Verdict, _ reader: borrowing SentenceReader, _ text: Range<Int>, _ context: UnitContext
    ) -> Found {
        guard verdict.modality != .informative else { return (-1, .nobody) }
        let group = verdict.group >= 0 ? reader.groups[verdict.group] : nil
        if var named = named(verdict, group, reader, text, context) {
            // Who calls what userspace sees stands there.
            if named.party == caller, context.isUserspaceInterface { named.party = userspace }
            // "Called by the driver": who promises when is not who is spoken of.
            if named.bearing != .caller { lastParty = named.party }
            return named
        }
        switch verdict.modality {
        case .guarantee:
            if context.role == .listItem, context.leadInParty >= 0,
                group.map({ $0.mood == .elided || $0.mood == .imperative }) ?? false
            {
                return (context.leadInParty, .leadIn)
            }
            if verdict.border == .calledFrom || verdict.border == .heldAtCall { return (framework, .caller) }
            // "hook run on removal": what is done with a callback, not what it does
            if context.isCallback, group == nil, verdict.match >= 0 { return (framework, .caller) }
            return whatItDoes(context)
        case .outcome: return whatItDoes(context)
        case .undefined: return addressee(context, isCallbackAware: false)
        default:
            // An "(optional)" member is left out, or not, by whoever fills in the structure.
            if verdict.modality == .permission, group == nil, verdict.match >= 0, context.isStructureMember {
                return (implementer, .member)
            }
            // "We need to stop it": the code speaks of itself.
            if let group, group.subject >= 0, reader.tokens[group.subject].is(.we) { return (framework, .does) }
            // "The take needs to succeed" is asked of whoever implements it.
            if let group, reader.tokens[group.head].has(.failing) { return (implementer, .succeeds) }
            return addressee(context, isCallbackAware: true, ofValue: concernsValue(verdict, group, reader))
        }
    }

    /// It asks what somebody or something has to be, and not who may use it, holds it, or calls.
    private func concernsValue(_ verdict: Verdict, _ group: VerbGroup?, _ reader: borrowing SentenceReader) -> Bool {
        guard verdict.modality == .obligation || verdict.modality == .recommendation else { return false }
        guard let group else { return true }
        let verb = reader.tokens[group.head]
        return !verb.isForm(of: .hold) && !verb.isForm(of: .use) && !verb.has([.guarding, .calling])
    }

    private func whatItDoes(_ context: UnitContext) -> Found {
        context.isCallback ? (implementer, .callback) : (framework, .does)
    }

    /// A party that is named as the one who acts.
    private func named(
        _ verdict: Verdict, _ group: VerbGroup?, _ reader: borrowing SentenceReader, _ text: Range<Int>,
        _ context: UnitContext
    ) -> Found? {
        if let group, let found = actor(verdict, group, reader, text, context) { return found }
        return around(verdict, group, reader, text)
    }

    /// The party that the verb's subject or agent names, or that it goes on with.
    private func actor(
        _ verdict: Verdict, _ group: VerbGroup, _ reader: borrowing SentenceReader, _ text: Range<Int>,
        _ context: UnitContext
    ) -> Found? {
        let isAgentive = !group.isPassive
        if group.party >= 0,
            isAgentive || verdict.modality == .prohibition || verdict.modality == .obligation
                || verdict.modality == .permission || verdict.modality == .recommendation
        {
            return (group.party, .subject)
        }
        if group.isPassive, let agent = agent(group, reader, text) {
            // "called from the driver's setup": the framework promises when.
            let isCalled =
                reader.tokens[group.head].has(.calling) && (context.isCallback || verdict.border == .calledFrom)
            return isCalled ? (framework, .caller) : (agent, .agent)
        }
        if group.isPassive, group.party < 0, isDoneByDoing(group, reader, text, context) {
            return (context.isUserspaceInterface ? userspace : caller, .maker)
        }
        if group.isPassive, group.party < 0, context.isCallback, reader.tokens[group.head].has(.calling) {
            return (framework, .caller)
        }
        if isAgentive, group.power != .none, group.subject >= 0, reader.tokens[group.subject].has(.implemented) {
            return (implementer, .subject)
        }
        // "the driver is attached": what is done to it the framework does.
        if group.party >= 0, !group.isPassive || group.isCopula { return (group.party, .subject) }
        // "Once the caller is done, it …"
        if let party = partyBefore(group, reader) { return (party, .pronoun) }
        // "they", "it": the party last spoken of.
        if group.subject >= 0, lastParty >= 0,
            reader.tokens[group.subject].is(.they)
                || reader.tokens[group.subject].is(.it) && lastParty != framework && !group.isPassive
                    && !context.describesFunction && group.power != .guaranteed
        {
            return (lastParty, .pronoun)
        }
        return nil
    }

    /// The party that stands in or beside the phrase that decided: "the caller's responsibility", "required of the driver".
    private func around(
        _ verdict: Verdict, _ group: VerbGroup?, _ reader: borrowing SentenceReader, _ text: Range<Int>
    ) -> Found? {
        guard verdict.match >= 0, verdict.modality != .guarantee || group == nil else { return nil }
        let match = reader.matches[verdict.match]
        let around = max(text.lowerBound, match.start - 4)..<min(text.upperBound, match.end + 4)
        for index in around where reader.tokens[index].party != 0 {
            // "It is possible to debug the kernel": not the kernel's freedom; "possible for the kernel" is.
            if verdict.modality == .permission, index >= match.end, !reader.tokens[match.end - 1].is(.for_),
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
            if reader.tokens[at].party != 0 { return Int(reader.tokens[at].party) - 1 }
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
        if context.isUserspaceInterface || lastParty == userspace { return (userspace, .userspace) }
        if context.isCallback, isCallbackAware { return (implementer, .callback) }
        // What a member has to be is for whoever fills in the structure.
        return ofValue && context.isStructureMember ? (implementer, .memberValue) : (caller, .addressee)
    }
}
