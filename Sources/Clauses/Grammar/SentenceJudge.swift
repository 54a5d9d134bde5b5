import KernelDoc

/// Weighs the verb groups and cues of a sentence, and gives each segment its verdict.
struct SentenceJudge: ~Copyable {
    // Whoever judges holds it; two counts of uses a sentence would make all threads wait for each other.
    unowned(unsafe) let grammar: Grammar
    let tokens: Tokens
    let range: Range<Int>
    let context: UnitContext
    let groups: VerbGroups
    let segments: Segments
    let matches: UnsafeMutableBufferPointer<CueMatch>

    /// Gives one verdict a segment, and one finding a verb group: first what verbs and phrases say, then what the segments
    /// of a sentence make of each other.
    func judge(into given: inout Scratch<Verdict>, _ findings: inout Scratch<Verdict>) {
        for index in segments.indices {
            given.append(Verdict(modality: .informative, border: segments[index].hasFinite ? .describes : .name))
        }
        let verdicts = given.elements
        weigh(verdicts, &findings)
        for index in segments.indices where !segments[index].hasFinite { fragment(index, &verdicts[index]) }
        for (index, match) in matches.enumerated() { apply(match, index, verdicts) }
        behindOutcome(verdicts)
        exceptions(verdicts)
        insteads(verdicts)
        consequences(verdicts)
        cases(verdicts)
        bySection(verdicts)
        strandedPreposition(verdicts)
        conditionalParameter(verdicts)
        valueWithEffect(verdicts)
        structPurpose(verdicts)
        questions(verdicts)
        expansions(verdicts)
    }

    /// What the verb groups of each segment say.
    private func weigh(_ verdicts: Verdicts, _ findings: inout Scratch<Verdict>) {
        let judge = VerbJudge(tokens: tokens, range: range, context: context, grammar: grammar)
        for index in groups.indices {
            let group = groups[index]
            let segment = Int(group.segment)
            let finding = judge.judge(group, in: segments[segment])
            let verdict = Verdict(
                modality: finding.modality, border: finding.border, group: index,
                isWeak: (group.power == .none || group.power == .attempt) && group.mood != .imperative)
            findings.append(verdict)
            verdicts[segment] = stronger(verdicts[segment], verdict)
        }
    }

    /// Behind a result stands when it is returned.
    private func behindOutcome(_ verdicts: Verdicts) {
        // "Returns zero on success and the ring is valid"
        if verdicts[0].modality == .outcome, verdicts[0].group >= 0, groups[verdicts[0].group].mood != .finite {
            for index in verdicts.indices.dropFirst() where verdicts[index].border == .state {
                verdicts[index] = Verdict(modality: .informative, border: .describes, group: verdicts[index].group)
            }
        }
        // "-EINTR - Interrupted", "-EROFS - Read only ring"
        if range.count > 2, tokens[range.lowerBound].has(.errorCode), tokens[range.lowerBound + 1].mark == .dash,
            verdicts[0].modality == .guarantee || verdicts[0].modality == .informative || tellsOfAbility(verdicts[0]),
            saysWhatIsReturned
        {
            verdicts[0] = Verdict(modality: .outcome, border: .returnsValue)
        }
        // "-EBUSY: the slot is taken"
        if verdicts[0].border == .returnsValue, verdicts[0].group < 0 {
            for index in verdicts.indices.dropFirst() where verdicts[index].isWeak || verdicts[index].match >= 0 {
                verdicts[index] = Verdict(modality: .informative, border: .describes)
            }
        }
    }

    /// "Cannot be allocated", of what no party does: why something fails.
    private func tellsOfAbility(_ verdict: Verdict) -> Bool {
        guard verdict.group >= 0 else { return false }
        let power = groups[verdict.group].power
        return power == .can || power == .could || power == .may
    }

    /// "may be called from a task, but not from an interrupt", ", but only when …": what is excepted from a freedom.
    private func exceptions(_ verdicts: Verdicts) {
        for index in segments.indices.dropFirst() where segments[index].isExcepted && !segments[index].hasFinite {
            let before = segments[..<index].lastIndex { $0.kind.stands } ?? 0
            guard verdicts[before].modality == .permission else { continue }
            let isCondition = tokens[segments[index].start].is(.only)
            verdicts[index] = Verdict(
                modality: isCondition ? .obligation : .prohibition, border: isCondition ? .onlyIf : .notAllowed,
                group: verdicts[before].group)
        }
    }

    /// "Don't free it, just mark it as stale.": what to do instead is asked, too.
    private func insteads(_ verdicts: Verdicts) {
        for index in segments.indices.dropFirst() where segments[index].sharesSubject {
            let verdict = verdicts[index]
            guard verdict.group >= 0, groups[verdict.group].mood == .imperative,
                verdicts[index - 1].border == .prohibitionImperative, tokens[segments[index].start - 1].mark == .comma
            else { continue }
            verdicts[index] = Verdict(modality: .obligation, border: .instruction, group: verdict.group)
        }
    }

    /// ", so it can be shared": what follows from something gives nobody anything.
    private func consequences(_ verdicts: Verdicts) {
        for index in segments.indices where segments[index].isConsequence {
            if verdicts[index].modality == .permission, verdicts[index].border != .noNeed {
                verdicts[index] = Verdict(modality: .informative, border: .aside)
            }
        }
    }

    private func questions(_ verdicts: Verdicts) {
        for index in segments.indices
        where segments[index].kind == .parenthesis && segments[index].end > range.lowerBound + 1 {
            // "(remember these?)"
            if tokens[segments[index].end - 2].mark == .question {
                verdicts[index] = Verdict(modality: .informative, border: .question)
            }
        }
        if let last = range.last, tokens[last].mark == .question {
            for index in verdicts.indices where !isStatedDuty(verdicts[index]) {
                verdicts[index] = Verdict(modality: .informative, border: .question)
            }
        }
    }

    /// "the PPS (picture parameter set)": as many words as the abbreviation before has letters, and none that makes a
    /// statement of them.
    private func expansions(_ verdicts: Verdicts) {
        for index in segments.indices where segments[index].kind == .parenthesis {
            let open = segments[index].start
            guard open > range.lowerBound, tokens[open - 1].shape.contains(.allCapitals),
                !tokens[open - 1].has(.errorCode)
            else { continue }
            let letters = tokens[open - 1].end - tokens[open - 1].start
            let words = segments[index].end - open - 2
            guard letters == words, letters > 1,
                (open + 1..<open + 1 + words).allSatisfy({ tokens[$0].mark == .none && isNamePart(tokens[$0].tag) })
            else { continue }
            verdicts[index] = Verdict(modality: .informative, border: .name)
        }
    }

    private func isNamePart(_ tag: Tag) -> Bool {
        switch tag {
        case .modal, .be, .have, .auxiliaryDo, .subordinator, .relative, .determiner, .pronoun, .negation, .infinitive,
            .adverb:
            false
        default: true
        }
    }

    /// "The caller must stop it?" has the order of a statement: its mark is a slip, or a doubt about a duty that stands.
    private func isStatedDuty(_ verdict: Verdict) -> Bool {
        guard verdict.border == .duty || verdict.border == .negatedDuty, verdict.group >= 0 else { return false }
        let group = groups[verdict.group]
        guard group.subject >= 0, group.subject < group.start, segments[Int(group.segment)].kind == .main else {
            return false
        }
        // "Which lock must be held?", "In which order …", "But does it have to …"
        return !(range.lowerBound..<min(range.upperBound, range.lowerBound + 4)).contains {
            tokens[$0].has([.relative, .be, .auxiliaryDo]) && !tokens[$0].is(.that) || tokens[$0].is(.what)
                || tokens[$0].is(.how) || tokens[$0].is(.why) || tokens[$0].is(.whose)
                || tokens[$0].has(.modal) && $0 < group.start
        }
    }

    private func stronger(_ old: Verdict, _ new: Verdict) -> Verdict {
        if old.modality == .informative { return new.group >= 0 || new.match >= 0 ? new : old }
        if new.modality == .informative { return old }
        if old.isWeak != new.isWeak { return old.isWeak ? new : old }
        return new.modality.rank < old.modality.rank ? new : old
    }

    private func apply(_ match: CueMatch, _ index: Int, _ verdicts: Verdicts) {
        let cue = grammar.cueMatcher.cues[match.cue]
        // "without requiring the lock to be held"
        if match.start > range.lowerBound, tokens[match.start - 1].is(.without) { return }
        let segment = segment(of: match)
        // "prevents readers from seeing stale slots"
        if cue.modality == .undefined, isPrevented(match, segment) { return }
        guard let modality = isNegated(match) ? cue.negated : cue.modality else { return }
        switch cue.scope {
        case .claim: applyClaim(match, index, modality, &verdicts[segment])
        case .fragment: applyFragment(match, index, modality, segment, &verdicts[segment])
        case .aside:
            guard !belongsToPurpose(match, verdicts[segment]) else { return }
            for target in verdicts.indices where cue.atStart || target == segment {
                applyAside(index, isOfAll: cue.atStart, target, &verdicts[target])
            }
        }
    }

    /// A phrase that settles what its clause says, beside whatever verb: "is mandatory".
    private func applyClaim(_ match: CueMatch, _ index: Int, _ modality: Modality, _ verdict: inout Verdict) {
        if tellsNameApart(match, verdict) || restatesForce(match, verdict) { return }
        // "Upon return it may not be full yet."
        if modality == .guarantee, verdict.border == .possibility, match.end <= range.lowerBound + 2 { return }
        // "For instance, it is possible to …"
        if verdict.border == .aside, modality != .obligation, modality != .prohibition { return }
        // A power of the verb's own ("should be optional") stands over the phrase.
        // "Under no circumstances should it be freed": a phrase that forbids stands over all.
        if verdict.modality != .informative, !verdict.isWeak, verdict.match < 0, modality != .prohibition,
            modality != .undefined || verdict.border != .willDo
        {
            return
        }
        if verdict.match >= 0, verdict.modality.rank <= modality.rank { return }
        verdict = Verdict(modality: modality, border: .cue, group: verdict.group, match: index)
    }

    /// A phrase that says something where no verb does: "0 on success".
    private func applyFragment(
        _ match: CueMatch, _ index: Int, _ modality: Modality, _ segment: Int, _ verdict: inout Verdict
    ) {
        // "[required]": the phrase is all there is, a participle and no verb.
        let isWhole = match.start <= segments[segment].start && match.end >= segments[segment].end
        guard !segments[segment].hasFinite || isWhole || context.section == .returns,
            modality != .outcome || mayBeOutcome(match), verdict.modality == .informative || verdict.isWeak
        else { return }
        verdict = Verdict(modality: modality, border: .cue, match: index)
    }

    /// A phrase by which a clause says nothing that can hold or be broken: "for example". `isOfAll`: it begins the sentence,
    /// and so is of all its clauses.
    private func applyAside(_ index: Int, isOfAll: Bool, _ segment: Int, _ verdict: inout Verdict) {
        let isStated = segments[segment].kind.stands
        var isDuty = false
        if verdict.group >= 0 {
            let group = groups[verdict.group]
            // "is only used for reading": that it is used for nothing else can be broken.
            if group.isOnly, tokens[group.head].is(.used), isStated { return }
            isDuty =
                (group.power == .must || group.power == .shall)
                && (isStated || segments[segment].kind == .comment)
        }
        // "For example, this can fail when …": that it can is a promise, whatever it is told for.
        guard verdict.border != .canFail, verdict.isWeak || isOfAll && !isDuty else { return }
        verdict = Verdict(modality: .informative, border: .aside, match: index)
    }

    /// "are not allowed to not stop it": the verb group has read the words of the phrase, and what stands behind them.
    private func restatesForce(_ match: CueMatch, _ verdict: Verdict) -> Bool {
        guard verdict.group >= 0, groups[verdict.group].power == .allowed, verdict.border == .duty else { return false }
        return match.start < groups[verdict.group].head && match.end > groups[verdict.group].powerToken
    }

    /// "What it returns then is undefined": of the clause that has the other one for its subject.
    private func segment(of match: CueMatch) -> Int {
        let inner = Segment.innermost(of: segments, at: match.start)
        let segment = segments[inner]
        guard segment.kind == .complement, segment.parent >= 0, tokens[segment.start].is(.what),
            !segments[Int(segment.parent)].hasFinite
        else { return inner }
        return Int(segment.parent)
    }

    /// "the slots the ring is allowed to take": the phrase belongs to what only says which slots are meant.
    private func tellsNameApart(_ match: CueMatch, _ verdict: Verdict) -> Bool {
        guard context.namesThing, verdict.border == .name, verdict.group >= 0,
            groups[verdict.group].power != .none
        else { return false }
        return groups[verdict.group].start <= match.start && match.start < groups[verdict.group].end
    }

    /// "fills a slot to be used for writing": what the slot is for, of which the clause itself says more.
    private func belongsToPurpose(_ match: CueMatch, _ verdict: Verdict) -> Bool {
        guard match.start > range.lowerBound, tokens[match.start].tag == .be,
            tokens[match.start - 1].tag == .infinitive, verdict.group >= 0
        else { return false }
        return groups[verdict.group].end < match.start
    }

    /// Another verb of the segment keeps it from happening.
    private func isPrevented(_ match: CueMatch, _ segment: Int) -> Bool {
        (segments[segment].start..<match.start).contains {
            (tokens[$0].isForm(of: .prevent) || tokens[$0].isForm(of: .avoid)) && !tokens[$0].has(.noun)
        }
    }

    /// "is not required", "no lock is required"
    private func isNegated(_ match: CueMatch) -> Bool {
        let subject = groups.contains { $0.subjectNegated && $0.start <= match.start && match.start < $0.end }
        return match.isNegated != subject
    }

    /// A parameter's "0 on error" is the encoding of a value; an outcome needs a function, or an error code.
    private func mayBeOutcome(_ match: CueMatch) -> Bool {
        if context.section == .returns { return true }
        if context.isMember && !context.isCallback || context.role == .purpose { return false }
        // "uses 3 slots for it": in running text a value has to begin its phrase.
        let first = tokens[match.start]
        if context.kind == .markdown, first.has([.number, .value]), match.start > range.lowerBound {
            let before = tokens[match.start - 1]
            switch before.mark {
            case .comma, .dash, .colon, .semicolon, .open: return true
            default: return before.tag == .conjunction
            }
        }
        return true
    }

    private func bySection(_ verdicts: Verdicts) {
        switch context.section {
        case .returns:
            let first = segments.indices.first { segments[$0].kind.stands } ?? 0
            guard verdicts[first].border != .aside, verdicts[first].border != .reference else { return }
            let opening = tokens[segments[first].start]
            let opensWithValue = opening.has([.value, .number, .errorCode])
            for index in verdicts.indices where segments[index].kind.stands {
                switch verdicts[index].modality {
                case .guarantee
                where !opensWithValue && verdicts[index].group >= 0 && groups[verdicts[index].group].mood == .finite
                    && !groups[verdicts[index].group].isCopula:
                    break
                case .informative, .guarantee, .permission:
                    verdicts[index] = Verdict(modality: .outcome, border: .returnSection, group: verdicts[index].group)
                default: break
                }
            }
        case .context:
            for index in verdicts.indices
            where segments[index].kind.stands && verdicts[index].modality == .informative
                && (!segments[index].hasFinite || range.count <= 4)
            {
                contextFragment(index, &verdicts[index])
            }
        case .requirements:
            // "none", "not applicable"
            if tokens[range.lowerBound].is(.none) || tokens[range.lowerBound].tag == .negation { return }
            for index in verdicts.indices where segments[index].kind.stands && isRequirement(verdicts[index]) {
                verdicts[index] = Verdict(modality: .obligation, border: .requirements, group: verdicts[index].group)
            }
        default: break
        }
    }

    /// "Requires: the lock be held", "Precondition: ring stopped", "The lock is held."; other sentences are remarks.
    private func isRequirement(_ verdict: Verdict) -> Bool {
        // "the lock be held"
        let isFinite =
            verdict.group >= 0 && groups[verdict.group].mood == .finite
            && !(groups[verdict.group].start..<groups[verdict.group].end).contains { tokens[$0].is(.be) }
        return switch verdict.modality {
        case .informative: !isFinite && verdict.border != .aside && verdict.border != .reference
        case .guarantee: !isFinite || verdict.border == .state || groups[verdict.group].isPassive
        default: false
        }
    }

    /// "the buffer the value is written to": a name with a relative clause.
    private func strandedPreposition(_ verdicts: Verdicts) {
        guard context.namesThing, var last = range.last else { return }
        while last > range.lowerBound, tokens[last].mark == .period { last -= 1 }
        guard tokens[last].tag == .preposition, !tokens[last].shape.contains(.allCapitals), verdicts[0].group >= 0
        else { return }
        // "Drivers must fill this in."
        let group = groups[verdicts[0].group]
        if group.power == .must || group.power == .shall, group.start <= range.lowerBound + 2 { return }
        // "the counts below", "is turned off", "gives up"
        if tokens[last].is(.below) || tokens[last].is(.above)
            || tokens[last].isParticle && groups.contains(where: { $0.end == last && !$0.isCopula })
        {
            return
        }
        verdicts[0] = Verdict(modality: .informative, border: .name)
    }

    private func structPurpose(_ verdicts: Verdicts) {
        guard context.role == .purpose, !context.describesFunction, !context.isMember else { return }
        for index in verdicts.indices
        where verdicts[index].isWeak || verdicts[index].border == .instruction || verdicts[index].border == .effect {
            verdicts[index] = Verdict(modality: .informative, border: .structPurpose)
        }
    }

    /// "Process context.", "Any context."
    private func contextFragment(_ index: Int, _ verdict: inout Verdict) {
        let segment = segments[index]
        guard segment.start < segment.end else { return }
        var namesContext = false
        for at in segment.start..<segment.end where tokens[at].is(.context) { namesContext = true }
        guard namesContext else { return }
        // From any: the call promises to work there.
        verdict = Verdict(modality: tokens[segment.start].is(.any) ? .guarantee : .obligation, border: .contextSection)
    }

    /// The text may say what a call returns.
    private var saysWhatIsReturned: Bool {
        context.describesFunction || context.isCallback || context.kind == .doc || context.kind == .markdown
    }

    /// A segment without a finite verb.
    private func fragment(_ index: Int, _ verdict: inout Verdict) {
        guard segments[index].kind.stands else { return }
        // "-EINVAL: the size is odd"
        if segments[index].start == range.lowerBound, tokens[range.lowerBound].has(.errorCode), saysWhatIsReturned,
            context.kind != .markdown || range.count > 2
        {
            verdict = Verdict(modality: .outcome, border: .returnsValue)
            return
        }
        // ", returning -EBUSY if there is none", as the segmenter cuts it off
        let opening = segments[index].start
        if segments[index].kind == .coordinate, saysWhatIsReturned, opening < segments[index].end,
            tokens[opening].tag == .ing, tokens[opening].has(.returning)
        {
            verdict = Verdict(modality: .outcome, border: .returnsValue)
            return
        }
        // "clearing all slots of the ring", of a function: what it does.
        if context.tellsAction, context.describesFunction, segments[index].start == range.lowerBound, groups.isEmpty,
            tokens[range.lowerBound].tag == .ing, tokens[range.lowerBound].has(.effect),
            !tokens[range.lowerBound].has([.noun, .describing])
        {
            verdict = Verdict(modality: .guarantee, border: .effect, isWeak: true)
            return
        }
        // "To restart the ring", of a function
        if context.tellsAction, context.describesFunction, segments[index].start == range.lowerBound, groups.isEmpty,
            range.count > 1, tokens[range.lowerBound].tag == .infinitive, tokens[range.lowerBound + 1].has(.effect)
        {
            verdict = Verdict(modality: .guarantee, border: .effect, isWeak: true)
            return
        }
        if context.role == .listItem, context.leadsSteps, index == 0, segments[index].kind == .main {
            let first = tokens[segments[index].start]
            if first.has(.base) || first.has(.number) || first.tag == .symbol || first.is(.for_) {
                verdict = Verdict(modality: .obligation, border: .step)
            }
        }
    }
}
