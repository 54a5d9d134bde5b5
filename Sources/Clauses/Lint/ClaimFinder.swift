import KernelDoc

/// Takes from a clause what another one could contradict. Only what holds without a condition is taken, and only
/// where it is plain what the clause is about.
struct ClaimFinder {
    let bytes: [UInt8]

    /// The claims of one clause, which stands for `record` in the sentence that `reader` holds.
    func claims(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> [Claim] {
        let isFree = clause.condition == nil && record.tokens.allSatisfy { !reader.tokens[$0].is(.only) }
        var claims: [Claim] = []
        func claim(_ kind: Claim.Kind, _ topic: String, _ holds: Bool) {
            claims.append(Claim(kind: kind, topic: topic, holds: holds, source: clause.source, text: clause.text))
        }
        if let symbol = documented(clause) {
            // That it can fail at all is what counts.
            let namesCodes = clause.modality == .outcome && !clause.errors.isEmpty && clause.block.section != nil
            if namesCodes { claim(.failure, "the failure of \(symbol)", true) }
        }
        guard isFree else { return claims }
        if let symbol = documented(clause) {
            if let isMandatory = presence(clause, record, reader) {
                claim(.presence, "the presence of \(symbol)", isMandatory)
            }
            if let sleeps = sleeping(clause, record, reader) { claim(.sleeping, "sleeping in \(symbol)", sleeps) }
            if neverFails(record, reader) { claim(.failure, "the failure of \(symbol)", false) }
        }
        if let state = state(clause, record, reader) { claim(.state, state.topic, state.holds) }
        if let duty = duty(clause, record, reader) { claim(.duty, duty.topic, duty.holds) }
        return claims
    }

    private func string(_ token: Token) -> String {
        String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    // MARK: What a clause is about

    /// The function, callback or member that the clause documents, or nil in running text.
    private func documented(_ clause: Clause) -> String? {
        guard let symbol = clause.block.symbol else { return nil }
        let isFunction = clause.block.kind == .function || clause.block.kind == .macro
        if isFunction { return clause.block.member == nil ? symbol + "()" : nil }
        return clause.block.member.map { "\(symbol).\($0)" }
    }

    /// The subject is the thing that is documented: left out, a pronoun, or "this function".
    private func isAboutIt(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard group.subject >= 0 else { return group.mood != .imperative }
        let subject = reader.tokens[group.subject]
        if subject.has(.pronoun) { return true }
        return subject.has(.thing) && group.subject > 0 && reader.tokens[group.subject - 1].is(.this)
    }

    /// Words for the subject: a symbol stands for itself anywhere; so does a name of several words; one word only
    /// within its block.
    private func subject(_ clause: Clause, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> String? {
        if isAboutIt(group, reader) { return documented(clause) }
        guard group.subject >= 0 else { return nil }
        let head = reader.tokens[group.subject]
        if head.tag == .symbol { return string(head).split(separator: "(").first.map { "\($0)" } }
        guard head.tag == .noun else { return nil }
        var words = [string(head).lowercased()]
        var at = group.subject - 1
        while at >= 0,
            reader.tokens[at].tag == .noun || reader.tokens[at].tag == .adjective
                || reader.tokens[at].tag == .symbol
        {
            words.insert(string(reader.tokens[at]).lowercased(), at: 0)
            at -= 1
        }
        // Behind a preposition stands another thing's part: "the size of the ring".
        if at >= 0, reader.tokens[at].tag == .preposition { return nil }
        if at >= 1, reader.tokens[at].tag == .determiner, reader.tokens[at - 1].tag == .preposition { return nil }
        let place = [clause.source.file, clause.block.symbol, clause.block.member, clause.block.title]
        let name = "the " + words.joined(separator: " ")
        return name + " (\(place.compactMap(\.self).joined(separator: ", ")))"
    }

    // MARK: What it claims

    /// "This callback is optional", "and it is mandatory".
    private func presence(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool? {
        guard record.match >= 0, clause.block.member != nil else { return nil }
        let match = reader.matches[record.match]
        let cue = reader.grammar.cueMatcher.cues[match.cue].name
        guard cue.hasPrefix("optional") || cue.hasPrefix("mandatory"), !isQualified(match, record, reader) else {
            return nil
        }
        return clause.modality == .obligation
    }

    /// "optional for …", "mandatory when …", "(optional, …)": holds in some cases only.
    private func isQualified(_ match: CueMatch, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        if reader.tokens[match.end - 1].tag == .preposition { return true }
        guard match.end < record.tokens.upperBound else { return false }
        let next = reader.tokens[match.end].tag
        return next == .preposition || next == .subordinator || next == .noun
    }

    private func sleeping(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool? {
        if isFitForAnyContext(clause, record, reader) { return false }
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        guard reader.tokens[group.head].isForm(of: .sleep), isAboutIt(group, reader), !group.isPassive,
            group.end >= record.tokens.upperBound || reader.tokens[group.end].tag == .mark
        else { return nil }
        if clause.modality == .prohibition { return false }
        return record.border == .maySleep ? true : nil
    }

    /// "Can be called from any context", "Called in interrupt context.", and "Any context." in its section.
    private func isFitForAnyContext(
        _ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader
    ) -> Bool {
        let words = record.tokens.filter { reader.tokens[$0].isWord }.map { string(reader.tokens[$0]).lowercased() }
        if clause.block.section?.lowercased() == "context", words == ["any", "context"] { return true }
        guard record.group >= 0, clause.modality == .permission || clause.modality == .guarantee else { return false }
        let group = reader.groups[record.group]
        guard reader.tokens[group.head].is(.called), group.isPassive, !group.isNegated, !group.isNever,
            isAboutIt(group, reader), group.end < record.tokens.upperBound
        else { return false }
        let rest = (group.end..<record.tokens.upperBound).filter { reader.tokens[$0].isWord }
            .map { string(reader.tokens[$0]).lowercased() }
        guard rest.count == 3, ["from", "in"].contains(rest[0]), ["context", "contexts"].contains(rest[2]) else {
            return false
        }
        return ["any", "interrupt", "atomic", "irq", "hardirq", "softirq"].contains(rest[1])
    }

    private func neverFails(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        guard record.group >= 0 else { return false }
        let group = reader.groups[record.group]
        return reader.tokens[group.head].isForm(of: .fail) && isAboutIt(group, reader)
            && reader.segments[Int(group.segment)].kind == .main && (group.isNever || group.isNegated)
            && (group.end >= record.tokens.upperBound || reader.tokens[group.end].mark == .period)
    }

    /// "The mapping is coherent", "has to be incoherent".
    private func state(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader)
        -> (topic: String, holds: Bool)?
    {
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        let end = reader.groups[record.group].end
        let isDuty = group.power == .must || group.power == .need || group.power == .shall
        guard group.isCopula, group.power == .none || isDuty, end < record.tokens.upperBound, !group.isOnly,
            reader.segments[Int(group.segment)].kind.stands, reader.tokens[end].isWord
        else { return nil }
        // The state ends the clause: "valid until …", "safe to …" hold in some cases only.
        let last = end + 1
        guard last >= record.tokens.upperBound || reader.tokens[last].tag == .mark,
            let place = AntonymTable.places[string(reader.tokens[end]).lowercased()],
            let subject = subject(clause, group, reader)
        else { return nil }
        let isNegated = group.isNegated != group.subjectNegated
        return (
            "whether \(subject) is \(place.pair.split(separator: "/").joined(separator: " or "))",
            place.isFirst != isNegated
        )
    }

    /// "must hold the lock", "must not hold the lock".
    private func duty(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader)
        -> (topic: String, holds: Bool)?
    {
        guard record.group >= 0, clause.modality == .obligation || clause.modality == .prohibition else { return nil }
        let group = reader.groups[record.group]
        guard group.power == .must || group.power == .shall || group.power == .need, !group.isCopula, !group.isNever,
            reader.segments[Int(group.segment)].kind.stands
        else { return nil }
        let rest = record.tokens.clamped(to: group.end..<max(group.end, record.tokens.upperBound))
        var words: [String] = []
        for index in rest where reader.tokens[index].isWord {
            if !reader.tokens[index].has(.stop) { words.append(string(reader.tokens[index]).lowercased()) }
        }
        guard let subject = subject(clause, group, reader) ?? documented(clause), words.count < 12 else { return nil }
        let verb = string(reader.tokens[group.head]).lowercased()
        guard !words.isEmpty || group.isPassive else { return nil }
        let place = documented(clause) ?? clause.block.title ?? ""
        return (
            "whether \(subject) must \(([verb] + words).joined(separator: " ")) (\(place))",
            clause.modality == .obligation
        )
    }
}
