import KernelDoc

/// Weighs the verb groups and cues of a sentence, and gives each segment its judgement.
struct SentenceJudge: ~Copyable {
    // Whoever judges holds it; two counts of uses a sentence would make all threads wait for each other.
    unowned(unsafe) let grammar: Grammar
    let tokens: Tokens
    let range: Range<Int>
    let context: UnitContext
    let groups: VerbGroups
    let segments: Segments
    let matches: UnsafeMutableBufferPointer<CueMatch>

    /// Gives one judgement a segment, and one finding a verb group: first what verbs and phrases say, then what the segments
    /// of a sentence make of each other.
    func judge(into given: inout Scratch<Judgement>, _ findings: inout Scratch<Judgement>) {
        for index in segments.indices {
            given.append(Judgement(modality: .informative, border: segments[index].hasFinite ? .describes : .name))
        }
        let judgements = given.elements
        weigh(judgements, &findings)
        for index in segments.indices where !segments[index].hasFinite { fragment(index, &judgements[index]) }
        for (index, match) in matches.enumerated() { apply(match, index, judgements) }
        behindOutcome(judgements)
        exceptions(judgements)
        insteads(judgements)
        consequences(judgements)
        cases(judgements)
        bySection(judgements)
        strandedPreposition(judgements)
        conditionalParameter(judgements)
        valueWithEffect(judgements)
        structPurpose(judgements)
        questions(judgements)
        expansions(judgements)
    }

    /// What the verb groups of each segment say.
    private func weigh(_ judgements: Judgements, _ findings: inout Scratch<Judgement>) {
        let judge = VerbJudge(tokens: tokens, range: range, context: context, grammar: grammar)
        for index in groups.indices {
            let group = groups[index]
            let segment = Int(group.segment)
            let finding = judge.judge(group, in: segments[segment])
            let judgement = Judgement(
                modality: finding.modality, border: finding.border, group: index,
                isWeak: (group.power == .none || group.power == .attempt) && group.mood != .imperative)
            findings.append(judgement)
            judgements[segment] = stronger(judgements[segment], judgement)
        }
    }

    /// Behind a result stands when it is returned.
    private func behindOutcome(_ judgements: Judgements) {
        // "Returns zero on success and the ring is valid"
        if judgements[0].modality == .outcome, judgements[0].group >= 0, groups[judgements[0].group].mood != .finite {
            for index in judgements.indices.dropFirst() where judgements[index].border == .state {
                judgements[index] = Judgement(
                    modality: .informative, border: .describes, group: judgements[index].group)
            }
        }
        // "-EINTR - Interrupted", "-EROFS - Read only ring"
        if range.count > 2, tokens[range.lowerBound].has(.errorCode), tokens[range.lowerBound + 1].mark == .dash,
            judgements[0].modality == .guarantee || judgements[0].modality == .informative
                || tellsOfAbility(judgements[0]),
            saysWhatIsReturned
        {
            judgements[0] = Judgement(modality: .outcome, border: .returnsValue)
        }
        // "-EBUSY: the slot is taken"
        if judgements[0].border == .returnsValue, judgements[0].group < 0 {
            for index in judgements.indices.dropFirst() where judgements[index].isWeak || judgements[index].match >= 0 {
                judgements[index] = Judgement(modality: .informative, border: .describes)
            }
        }
    }

    /// "Cannot be allocated", of what no party does: why something fails.
    private func tellsOfAbility(_ judgement: Judgement) -> Bool {
        guard judgement.group >= 0 else { return false }
        let power = groups[judgement.group].power
        return power == .can || power == .could || power == .may
    }

    /// "may be called from a task, but not from an interrupt", ", but only when …": what is excepted from a freedom.
    private func exceptions(_ judgements: Judgements) {
        for index in segments.indices.dropFirst() where segments[index].isExcepted && !segments[index].hasFinite {
            let before = segments[..<index].lastIndex { $0.kind.stands } ?? 0
            guard judgements[before].modality == .permission else { continue }
            let isCondition = tokens[segments[index].start].is(.only)
            judgements[index] = Judgement(
                modality: isCondition ? .obligation : .prohibition, border: isCondition ? .onlyIf : .notAllowed,
                group: judgements[before].group)
        }
    }

    /// "Don't free it, just mark it as stale.": what to do instead is asked, too.
    private func insteads(_ judgements: Judgements) {
        for index in segments.indices.dropFirst() where segments[index].sharesSubject {
            let judgement = judgements[index]
            guard judgement.group >= 0, groups[judgement.group].mood == .imperative,
                judgements[index - 1].border == .prohibitionImperative, tokens[segments[index].start - 1].mark == .comma
            else { continue }
            judgements[index] = Judgement(modality: .obligation, border: .instruction, group: judgement.group)
        }
    }

    /// ", so it can be shared": what follows from something gives nobody anything.
    private func consequences(_ judgements: Judgements) {
        for index in segments.indices where segments[index].isConsequence {
            if judgements[index].modality == .permission, judgements[index].border != .noNeed {
                judgements[index] = Judgement(modality: .informative, border: .aside)
            }
        }
    }

    private func questions(_ judgements: Judgements) {
        for index in segments.indices
        where segments[index].kind == .parenthesis && segments[index].end > range.lowerBound + 1 {
            // "(remember these?)"
            if tokens[segments[index].end - 2].mark == .question {
                judgements[index] = Judgement(modality: .informative, border: .question)
            }
        }
        if let last = range.last, tokens[last].mark == .question {
            for index in judgements.indices where !isStatedDuty(judgements[index]) {
                judgements[index] = Judgement(modality: .informative, border: .question)
            }
        }
    }

    /// "the PPS (picture parameter set)": as many words as the abbreviation before has letters, and none that makes a
    /// statement of them.
    private func expansions(_ judgements: Judgements) {
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
            judgements[index] = Judgement(modality: .informative, border: .name)
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
    private func isStatedDuty(_ judgement: Judgement) -> Bool {
        guard judgement.border == .duty || judgement.border == .negatedDuty, judgement.group >= 0 else { return false }
        let group = groups[judgement.group]
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

    private func stronger(_ old: Judgement, _ new: Judgement) -> Judgement {
        if old.modality == .informative { return new.group >= 0 || new.match >= 0 ? new : old }
        if new.modality == .informative { return old }
        if old.isWeak != new.isWeak { return old.isWeak ? new : old }
        return new.modality.rank < old.modality.rank ? new : old
    }

    private func apply(_ match: CueMatch, _ index: Int, _ judgements: Judgements) {
        let cue = grammar.cueMatcher.cues[match.cue]
        // "without requiring the lock to be held"
        if match.start > range.lowerBound, tokens[match.start - 1].is(.without) { return }
        let segment = segment(of: match)
        // "prevents readers from seeing stale slots"
        if cue.modality == .undefined, isPrevented(match, segment) { return }
        guard let modality = isNegated(match) ? cue.negated : cue.modality else { return }
        switch cue.scope {
        case .claim: applyClaim(match, index, modality, &judgements[segment])
        case .fragment: applyFragment(match, index, modality, segment, &judgements[segment])
        case .aside:
            guard !belongsToPurpose(match, judgements[segment]) else { return }
            for target in judgements.indices where cue.atStart || target == segment {
                applyAside(index, isOfAll: cue.atStart, target, &judgements[target])
            }
        }
    }

    /// A phrase that settles what its clause says, beside whatever verb: "is mandatory".
    private func applyClaim(_ match: CueMatch, _ index: Int, _ modality: Modality, _ judgement: inout Judgement) {
        if tellsNameApart(match, judgement) || restatesForce(match, judgement) { return }
        // "Upon return it may not be full yet."
        if modality == .guarantee, judgement.border == .possibility, match.end <= range.lowerBound + 2 { return }
        // "For instance, it is possible to …"
        if judgement.border == .aside, modality != .obligation, modality != .prohibition { return }
        // A power of the verb's own ("should be optional") stands over the phrase.
        // "Under no circumstances should it be freed": a phrase that forbids stands over all.
        if judgement.modality != .informative, !judgement.isWeak, judgement.match < 0, modality != .prohibition,
            modality != .undefined || judgement.border != .willDo
        {
            return
        }
        if judgement.match >= 0, judgement.modality.rank <= modality.rank { return }
        judgement = Judgement(modality: modality, border: .cue, group: judgement.group, match: index)
    }

    /// A phrase that says something where no verb does: "0 on success".
    private func applyFragment(
        _ match: CueMatch, _ index: Int, _ modality: Modality, _ segment: Int, _ judgement: inout Judgement
    ) {
        // "[required]": the phrase is all there is, a participle and no verb.
        let isWhole = match.start <= segments[segment].start && match.end >= segments[segment].end
        guard !segments[segment].hasFinite || isWhole || context.section == .returns,
            modality != .outcome || mayBeOutcome(match), judgement.modality == .informative || judgement.isWeak
        else { return }
        judgement = Judgement(modality: modality, border: .cue, match: index)
    }

    /// A phrase by which a clause says nothing that can hold or be broken: "for example". `isOfAll`: it begins the sentence,
    /// and so is of all its clauses.
    private func applyAside(_ index: Int, isOfAll: Bool, _ segment: Int, _ judgement: inout Judgement) {
        let isStated = segments[segment].kind.stands
        var isDuty = false
        if judgement.group >= 0 {
            let group = groups[judgement.group]
            // "is only used for reading": that it is used for nothing else can be broken.
            if group.isOnly, tokens[group.head].is(.used), isStated { return }
            isDuty =
                (group.power == .must || group.power == .shall)
                && (isStated || segments[segment].kind == .comment)
        }
        // "For example, this can fail when …": that it can is a promise, whatever it is told for.
        guard judgement.border != .canFail, judgement.isWeak || isOfAll && !isDuty else { return }
        judgement = Judgement(modality: .informative, border: .aside, match: index)
    }

    /// "are not allowed to not stop it": the verb group has read the words of the phrase, and what stands behind them.
    private func restatesForce(_ match: CueMatch, _ judgement: Judgement) -> Bool {
        guard judgement.group >= 0, groups[judgement.group].power == .allowed, judgement.border == .duty else {
            return false
        }
        return match.start < groups[judgement.group].head && match.end > groups[judgement.group].powerToken
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
    private func tellsNameApart(_ match: CueMatch, _ judgement: Judgement) -> Bool {
        guard context.namesThing, judgement.border == .name, judgement.group >= 0,
            groups[judgement.group].power != .none
        else { return false }
        return groups[judgement.group].start <= match.start && match.start < groups[judgement.group].end
    }

    /// "fills a slot to be used for writing": what the slot is for, of which the clause itself says more.
    private func belongsToPurpose(_ match: CueMatch, _ judgement: Judgement) -> Bool {
        guard match.start > range.lowerBound, tokens[match.start].tag == .be,
            tokens[match.start - 1].tag == .infinitive, judgement.group >= 0
        else { return false }
        return groups[judgement.group].end < match.start
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

    private func bySection(_ judgements: Judgements) {
        switch context.section {
        case .returns:
            let first = segments.indices.first { segments[$0].kind.stands } ?? 0
            guard judgements[first].border != .aside, judgements[first].border != .reference else { return }
            let opening = tokens[segments[first].start]
            let opensWithValue = opening.has([.value, .number, .errorCode])
            for index in judgements.indices where segments[index].kind.stands {
                switch judgements[index].modality {
                case .guarantee where !opensWithValue && tellsEffect(judgements[index]): break
                case .informative, .guarantee, .permission:
                    judgements[index] = Judgement(
                        modality: .outcome, border: .returnSection, group: judgements[index].group)
                default: break
                }
            }
        case .context:
            for index in judgements.indices
            where segments[index].kind.stands && judgements[index].modality == .informative
                && (!segments[index].hasFinite || range.count <= 4)
            {
                contextFragment(index, &judgements[index])
            }
        case .requirements:
            // "none", "not applicable"
            if tokens[range.lowerBound].is(.none) || tokens[range.lowerBound].tag == .negation { return }
            for index in judgements.indices where segments[index].kind.stands && isRequirement(judgements[index]) {
                judgements[index] = Judgement(
                    modality: .obligation, border: .requirements, group: judgements[index].group)
            }
        default: break
        }
    }

    /// "The count is dropped.", "Drops the count.": what a call does besides, in a section on what it returns.
    private func tellsEffect(_ judgement: Judgement) -> Bool {
        guard judgement.group >= 0 else { return false }
        let group = groups[judgement.group]
        switch group.mood {
        case .finite: return !group.isCopula
        case .elided: return group.end < range.upperBound && tokens[group.end].tag == .determiner
        case .imperative, .participle: return false
        }
    }

    /// "Requires: the lock be held", "Precondition: ring stopped", "The lock is held."; other sentences are remarks.
    private func isRequirement(_ judgement: Judgement) -> Bool {
        // "the lock be held"
        let isFinite =
            judgement.group >= 0 && groups[judgement.group].mood == .finite
            && !(groups[judgement.group].start..<groups[judgement.group].end).contains { tokens[$0].is(.be) }
        return switch judgement.modality {
        case .informative: !isFinite && judgement.border != .aside && judgement.border != .reference
        case .guarantee: !isFinite || judgement.border == .state || groups[judgement.group].isPassive
        default: false
        }
    }

    /// "the buffer the value is written to": a name with a relative clause.
    private func strandedPreposition(_ judgements: Judgements) {
        guard context.namesThing, var last = range.last else { return }
        while last > range.lowerBound, tokens[last].mark == .period { last -= 1 }
        guard tokens[last].tag == .preposition, !tokens[last].shape.contains(.allCapitals), judgements[0].group >= 0
        else { return }
        // "Drivers must fill this in."
        let group = groups[judgements[0].group]
        if group.power == .must || group.power == .shall, group.start <= range.lowerBound + 2 { return }
        // "the counts below", "is turned off", "gives up"
        if tokens[last].is(.below) || tokens[last].is(.above)
            || tokens[last].isParticle && groups.contains(where: { $0.end == last && !$0.isCopula })
        {
            return
        }
        judgements[0] = Judgement(modality: .informative, border: .name)
    }

    private func structPurpose(_ judgements: Judgements) {
        guard context.role == .purpose, !context.describesFunction, !context.isMember else { return }
        for index in judgements.indices
        where judgements[index].isWeak || judgements[index].border == .instruction
            || judgements[index].border == .effect
        {
            judgements[index] = Judgement(modality: .informative, border: .structPurpose)
        }
    }

    /// "Process context.", "Any context."
    private func contextFragment(_ index: Int, _ judgement: inout Judgement) {
        let segment = segments[index]
        guard segment.start < segment.end else { return }
        var namesContext = false
        for at in segment.start..<segment.end where tokens[at].is(.context) { namesContext = true }
        guard namesContext else { return }
        // From any: the call promises to work there.
        judgement = Judgement(
            modality: tokens[segment.start].is(.any) ? .guarantee : .obligation, border: .contextSection)
    }

    /// The text may say what a call returns.
    private var saysWhatIsReturned: Bool {
        context.describesFunction || context.isCallback || context.kind == .doc || context.kind == .markdown
    }

    /// A segment without a finite verb.
    private func fragment(_ index: Int, _ judgement: inout Judgement) {
        guard segments[index].kind.stands else { return }
        // "-EINVAL: the size is odd"
        if segments[index].start == range.lowerBound, tokens[range.lowerBound].has(.errorCode), saysWhatIsReturned,
            context.kind != .markdown || range.count > 2
        {
            judgement = Judgement(modality: .outcome, border: .returnsValue)
            return
        }
        // ", returning -EBUSY if there is none", as the segmenter cuts it off
        let opening = segments[index].start
        if segments[index].kind == .coordinate, saysWhatIsReturned, opening < segments[index].end,
            tokens[opening].tag == .ing, tokens[opening].has(.returning)
        {
            judgement = Judgement(modality: .outcome, border: .returnsValue)
            return
        }
        // "clearing all slots of the ring", of a function: what it does.
        if context.tellsAction, context.describesFunction, segments[index].start == range.lowerBound, groups.isEmpty,
            tokens[range.lowerBound].tag == .ing, tokens[range.lowerBound].has(.effect),
            !tokens[range.lowerBound].has([.noun, .describing])
        {
            judgement = Judgement(modality: .guarantee, border: .effect, isWeak: true)
            return
        }
        // "To restart the ring", of a function
        if context.tellsAction, context.describesFunction, segments[index].start == range.lowerBound, groups.isEmpty,
            range.count > 1, tokens[range.lowerBound].tag == .infinitive, tokens[range.lowerBound + 1].has(.effect)
        {
            judgement = Judgement(modality: .guarantee, border: .effect, isWeak: true)
            return
        }
        if context.role == .listItem, context.leadsSteps, index == 0, segments[index].kind == .main {
            let first = tokens[segments[index].start]
            if first.has(.base) || first.has(.number) || first.tag == .symbol || first.is(.for_) {
                judgement = Judgement(modality: .obligation, border: .step)
            }
        }
    }
}
